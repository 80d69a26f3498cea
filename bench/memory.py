"""Peak memory of `packtrace ingest` on the county pack and on one of 1,000 pages made by repeating it."""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path

import pypdfium2

from bench.measure import COUNTY_PACK, Cost, cost_of_packtrace, markdown_table

LONG = 1000
MOST_MEGABYTES = 500


def write_repeated(source: Path, target: Path, pages: int) -> None:
    """Writes a PDF of so many pages: those of `source` over and over."""
    with pypdfium2.PdfDocument(source) as original, pypdfium2.PdfDocument.new() as repeated:
        order = list(islice(cycle(range(len(original))), pages))
        for first in range(0, pages, len(original)):
            repeated.import_pages(original, order[first : first + len(original)])
        repeated.save(target)


def measure() -> dict[str, Cost]:
    """The cost of one ingest each, by what is read."""
    with tempfile.TemporaryDirectory() as folder:
        repeated = Path(folder) / "repeated.pdf"
        write_repeated(COUNTY_PACK, repeated, LONG)
        return {
            COUNTY_PACK.name: _ingest(COUNTY_PACK, Path(folder)),
            f"the same repeated to {LONG} pages": _ingest(repeated, Path(folder)),
        }


def _ingest(path: Path, folder: Path) -> Cost:
    return cost_of_packtrace("ingest", "--store", f"sqlite:///{folder / path.stem}.db", str(path))


def report() -> str:
    """The measurements as Markdown."""
    costs = measure()
    rows = [(name, f"{cost.peak / 1e6:.0f}", f"{cost.cpu:.1f}") for name, cost in costs.items()]
    short, long = costs.values()
    return "\n".join(
        [
            "## Memory",
            "",
            markdown_table(("read", "peak MB", "CPU seconds"), rows),
            "",
            f"- {LONG} pages take {long.peak / short.peak:.1f} times the memory of the pack itself; "
            f"wanted: under {MOST_MEGABYTES} MB.",
        ]
    )


if __name__ == "__main__":
    print(report())
