"""How well what is read from sample packs and from packs of other bodies agrees with their reference answers.

By the scorer beside the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measure import BODIES, ROOT, SAMPLES, cost_of_packtrace, markdown_table

SCORER = ROOT.parent / "shared" / "records" / "score.py"


def score(pack: Path, folder: Path) -> dict[str, Any]:
    """What the scorer says of one pack, read and exported afresh."""
    store, records = f"sqlite:///{folder / pack.stem}.db", folder / f"{pack.stem}.json"
    cost_of_packtrace("ingest", "--store", store, str(pack))
    cost_of_packtrace("export", "--format", "records", "--store", store, "-o", str(records), str(pack))
    reference = pack.with_suffix(".records.json")
    command = [sys.executable, str(SCORER), str(records), str(reference), "--json", "--pdf", str(pack)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result: dict[str, Any] = json.loads(said)
    return result


def pack_to_rows(pack: str, scores: dict[str, Any]) -> list[tuple[str, ...]]:
    """A row for each record type that the reference answers for or that was read."""
    return [
        (pack, name, str(s["gold"]), str(s["predicted"]), *(_share(s[k]) for k in ("record_f1", "field_f1", "page")))
        for name, s in scores.items()
        if isinstance(s, dict)
    ]


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def report() -> str:
    """The scores as Markdown; where the scorer is absent, that it is."""
    title = "## Accuracy, against the reference records"
    if not SCORER.exists():
        return f"{title}\n\nNot measured: the scorer is not beside the project."
    head = ("pack", "records", "reference", "read", "record F1", "field F1", "page")
    rows: list[tuple[str, ...]] = []
    proof: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for pack in [*sorted(SAMPLES.glob("*.pdf")), *sorted(BODIES.glob("*.pdf"))]:
            scores = score(pack, Path(folder))
            rows += pack_to_rows(pack.stem, scores) if pack.parent == SAMPLES else []
            traced, back = (_share(scores.get(key)) for key in ("traced", "read_back"))
            proof.append(
                f"- {pack.stem}: traced {traced}, read back {back}, mean field F1 {_share(scores['mean_field_f1'])}"
            )
    return "\n".join([title, "", markdown_table(head, rows), "", *proof])


if __name__ == "__main__":
    print(report())
