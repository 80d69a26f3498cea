"""How many boxes of the sample packs the second reader proves, how fast, and in how much memory."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from bench.measure import SAMPLES, cost_of, cost_of_packtrace, markdown_table
from load import list_packs, open_store, read_claims, read_pack_proof
from packtrace.originals import find_original
from packtrace.proof.proving import prove_file
from packtrace.proof.second_reader import READER


def prove(pack: Path, folder: Path) -> tuple[str, ...]:
    """A row for a pack: pages with boxes, boxes by status, share proved, pages per second of CPU, memory in MB."""
    address = folder / f"{pack.stem}.db"
    cost_of_packtrace("ingest", "--store", str(address), str(pack))
    peak = cost_of_packtrace("prove", "--store", str(address), "--jobs", "1").peak
    store = open_store(str(address))
    (stored,) = list_packs(store)
    counts = Counter(read_pack_proof(store, stored.id).counts)
    claims = read_claims(store, stored.id, READER, again=True)
    path = find_original(store, stored.row.sha256, stored.row.path)
    cpu = cost_of(lambda: prove_file(path, None, claims)).cpu
    store.close()
    pages = len({claim.page for claim in claims})
    statuses = (str(counts[status]) for status in ("proved", "disagrees", "unreadable"))
    share = counts["proved"] / counts.total()
    return (pack.stem, str(pages), *statuses, f"{share:.4f}", f"{pages / cpu:.1f}", f"{peak / 1e6:.0f}")


def report() -> str:
    """The shares as Markdown."""
    head = ("pack", "pages with boxes", "proved", "disagree", "unreadable", "share proved", "pages/s of CPU", "peak MB")
    with tempfile.TemporaryDirectory() as folder:
        rows = [prove(pack, Path(folder)) for pack in sorted(SAMPLES.glob("*.pdf"))]
    return f"## Proof, by {READER}\n\n{markdown_table(head, rows)}"


if __name__ == "__main__":
    print(report())
