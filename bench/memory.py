"""Peak memory of `packtrace ingest`, of its worker or itself, by pages: the county pack cut short or repeated."""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path

import pypdfium2

from bench.measure import COUNTY_PACK, Cost, cost_of_packtrace, markdown_table

LENGTHS = (100, 300, 1000)
MOST_MEGABYTES = 500


def write_repeated(source: Path, target: Path, pages: int) -> None:
    """Writes a PDF of so many pages: those of `source` over and over."""
    with pypdfium2.PdfDocument(source) as original, pypdfium2.PdfDocument.new() as repeated:
        order = list(islice(cycle(range(len(original))), pages))
        for first in range(0, pages, len(original)):
            repeated.import_pages(original, order[first : first + len(original)])
        repeated.save(target)


def measure() -> dict[int, Cost]:
    """The cost of one ingest each, by the number of pages."""
    with tempfile.TemporaryDirectory() as folder:
        costs = {}
        for pages in LENGTHS:
            path = Path(folder) / f"{pages}.pdf"
            write_repeated(COUNTY_PACK, path, pages)
            costs[pages] = _ingest(path, Path(folder))
        return costs


def _ingest(path: Path, folder: Path) -> Cost:
    return cost_of_packtrace("ingest", "--store", f"sqlite:///{folder / path.stem}.db", str(path))


def report() -> str:
    """The measurements as Markdown."""
    costs = measure()
    rows = [(f"{pages:,}", f"{cost.peak / 1e6:.0f}", f"{cost.cpu:.1f}") for pages, cost in costs.items()]
    short, long = costs[LENGTHS[0]], costs[LENGTHS[-1]]
    return "\n".join(
        [
            "## Memory",
            "",
            markdown_table(("pages", "peak MB", "CPU seconds"), rows),
            "",
            f"- {LENGTHS[-1]:,} pages take {long.peak / short.peak:.1f} times the memory of {LENGTHS[0]}; "
            f"wanted: under {MOST_MEGABYTES} MB.",
        ]
    )


if __name__ == "__main__":
    print(report())
