"""Packs per minute of `packtrace ingest` with one and with two workers, on packs cut out of the samples."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2

from bench.measure import SAMPLES, Cost, cost_of_packtrace, markdown_table

PACKS, PAGES = 12, 20


def write_packs(folder: Path) -> list[Path]:
    """Packs of different pages of two samples."""
    packs: list[Path] = []
    for source in (SAMPLES / "kent-2013-01-08-policy-and-resources.pdf", SAMPLES / "nhs-board-2024-11-28.pdf"):
        with pypdfium2.PdfDocument(source) as original:
            for first in range(0, len(original) - PAGES, PAGES):
                if len(packs) == PACKS:
                    return packs
                with pypdfium2.PdfDocument.new() as part:
                    part.import_pages(original, list(range(first, first + PAGES)))
                    packs.append(folder / f"pack-{len(packs):02d}.pdf")
                    part.save(packs[-1])
    return packs


def measure() -> dict[int, Cost]:
    """The cost of reading the packs into a new store, by the number of workers."""
    with tempfile.TemporaryDirectory() as folder:
        packs = write_packs(Path(folder))
        return {jobs: _ingest(jobs, Path(folder), packs) for jobs in (1, 2)}


def _ingest(jobs: int, folder: Path, packs: list[Path]) -> Cost:
    store = f"sqlite:///{folder}/{jobs}.db"
    return cost_of_packtrace("ingest", "--jobs", str(jobs), "--store", store, *map(str, packs))


def report() -> str:
    """The measurements as Markdown."""
    costs = measure()
    rows = [(str(jobs), f"{60 * PACKS / c.wall:.1f}", f"{c.wall:.1f}", f"{c.cpu:.1f}") for jobs, c in costs.items()]
    one, two = costs.values()
    head = ("workers", "packs per minute", "seconds by the clock", "CPU seconds")
    return "\n".join(
        [
            f"## Batches: {PACKS} packs of {PAGES} pages",
            "",
            markdown_table(head, rows),
            "",
            f"- Two workers take {one.wall / two.wall:.2f} times as many packs as one in the same time.",
        ]
    )


if __name__ == "__main__":
    print(report())
