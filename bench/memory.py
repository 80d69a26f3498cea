"""Peak memory of `packtrace ingest`, of its worker or itself, by pages: the same papers over and over, or one paper."""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path

import pypdfium2

from bench.measure import COUNTY_PACK, Cost, cost_of_packtrace, markdown_table

LENGTHS = (100, 300, 1000)
PAPERS = range(100)  # pages of the county pack that are repeated, so that packs differ in nothing but their length
ONE_PAPER = range(14, 100)  # pages of it that are one paper
MOST_MEGABYTES = 600


def write_repeated(source: Path, target: Path, papers: range, pages: int) -> None:
    """Writes a PDF of so many pages: those of `source` that are in `papers` (from 0), over and over."""
    with pypdfium2.PdfDocument(source) as original, pypdfium2.PdfDocument.new() as repeated:
        order = list(islice(cycle(papers), pages))
        for start in range(0, pages, len(papers)):
            repeated.import_pages(original, order[start : start + len(papers)])
        repeated.save(target)


def measure() -> dict[str, Cost]:
    """The cost of one ingest each, by what the pack is."""
    with tempfile.TemporaryDirectory() as folder:
        costs = {f"{pages:,}": _cost_of(PAPERS, pages, Path(folder)) for pages in LENGTHS}
        return costs | {f"{LENGTHS[-1]:,}, one paper": _cost_of(ONE_PAPER, LENGTHS[-1], Path(folder))}


def _cost_of(papers: range, pages: int, folder: Path) -> Cost:
    path = folder / f"{papers.start}-{pages}.pdf"
    write_repeated(COUNTY_PACK, path, papers, pages)
    return cost_of_packtrace("ingest", "--store", f"sqlite:///{path.with_suffix('.db')}", str(path))


def report() -> str:
    """The measurements as Markdown."""
    costs = measure()
    rows = [(pages, f"{cost.peak / 1e6:.0f}", f"{cost.cpu:.1f}") for pages, cost in costs.items()]
    short, long = costs[f"{LENGTHS[0]:,}"], costs[f"{LENGTHS[-1]:,}"]
    return "\n".join(
        [
            "## Memory",
            "",
            markdown_table(("pages", "peak MB", "CPU seconds"), rows),
            "",
            f"- {LENGTHS[-1]:,} pages take {long.peak / short.peak:.2f} times the memory of {LENGTHS[0]}; "
            f"wanted: the same, and under {MOST_MEGABYTES} MB for one paper of {LENGTHS[-1]:,} pages.",
        ]
    )


if __name__ == "__main__":
    print(report())
