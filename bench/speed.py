"""Pages per second: `packtrace ingest` beside pdfplumber, and reading with ruled tables beside PDFium alone.

All are measured in turns within one run, so that the ratios hold whatever else the machine is doing. pdfplumber, the
slowest by far, takes a part of the pages in each turn and all of them over the run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2.raw as raw

from bench.measure import COUNTY_PACK, Cost, cost_of, cost_of_packtrace, markdown_table
from extract.pdf import open_pdf
from extract.tables import page_to_tables

TURNS = 4


def load_with_pdfium(path: Path) -> int:
    """The least that a reader on PDFium must do: load each page and its text. The number of characters."""
    document = raw.FPDF_LoadDocument(str(path).encode(), None)
    characters = sum(_load_page(document, index) for index in range(raw.FPDF_GetPageCount(document)))
    raw.FPDF_CloseDocument(document)
    return characters


def _load_page(document: raw.FPDF_DOCUMENT, index: int) -> int:
    page = raw.FPDF_LoadPage(document, index)
    text = raw.FPDFText_LoadPage(page)
    characters = int(raw.FPDFText_CountChars(text))
    raw.FPDFText_ClosePage(text)
    raw.FPDF_ClosePage(page)
    return characters


def read_with_tables(path: Path) -> int:
    """Words, rules and fills of each page, and its ruled tables. The number of tables."""
    return sum(len(page_to_tables(page, page.words)) for page in open_pdf(path).pages())


def read_with_pdfplumber(path: Path, turn: int) -> int:
    """Words and tables of every fourth page, beginning at `turn`. The number of tables."""
    with pdfplumber.open(path) as document:
        tables = 0
        for page in document.pages[turn::TURNS]:
            page.extract_words()
            tables += len(page.find_tables())
            page.close()
    return tables


def ingest(path: Path) -> Cost:
    """One run of `packtrace ingest` into a new store."""
    with tempfile.TemporaryDirectory() as folder:
        return cost_of_packtrace("ingest", "--store", f"sqlite:///{folder}/bench.db", str(path))


def measure(path: Path) -> dict[str, list[Cost]]:
    """Costs by name, one for each turn."""
    ways: dict[str, Callable[[int], Cost]] = {
        "packtrace ingest": lambda _: ingest(path),
        "pdfplumber": lambda turn: cost_of(lambda: read_with_pdfplumber(path, turn)),
        "reading and ruled tables": lambda _: cost_of(lambda: read_with_tables(path)),
        "PDFium alone": lambda _: cost_of(lambda: load_with_pdfium(path)),
    }
    load_with_pdfium(path)  # so that no way pays for reading the file from disk
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for turn in range(TURNS):
        for name, way in ways.items():
            costs[name].append(way(turn))
    return costs


def report() -> str:
    """The measurements as Markdown."""
    pages = open_pdf(COUNTY_PACK).page_count
    costs = measure(COUNTY_PACK)
    total = {name: _whole_pack(name, found) for name, found in costs.items()}
    rows = [
        (name, f"{pages / c.cpu:.0f}", f"{pages / c.wall:.0f}", f"{1000 * c.cpu / pages:.1f}")
        for name, c in total.items()
    ]
    head = ("way", "pages per second of CPU", "pages per second of the clock", "CPU ms per page")
    plumber, ours = total["pdfplumber"], total["packtrace ingest"]
    floor, reading = total["PDFium alone"], total["reading and ruled tables"]
    return "\n".join(
        [
            f"## Speed, on {COUNTY_PACK.name} ({pages} pages)",
            "",
            markdown_table(head, rows),
            "",
            f"- `packtrace ingest` is {plumber.cpu / ours.cpu:.1f} times as fast as pdfplumber's `extract_words` and "
            f"`find_tables` by CPU ({plumber.wall / ours.wall:.1f} times by the clock); wanted: at least 5.",
            f"- Reading and ruled tables take {reading.cpu / floor.cpu:.1f} times PDFium's own time to load pages "
            f"and text ({reading.wall / floor.wall:.1f} times by the clock); wanted: at most 3.",
            f"- Median of {TURNS} turns within one run; pdfplumber reads a quarter of the pages in each turn.",
        ]
    )


def _whole_pack(name: str, costs: list[Cost]) -> Cost:
    join = sum if name == "pdfplumber" else median
    return Cost(join(cost.cpu for cost in costs), join(cost.wall for cost in costs))


if __name__ == "__main__":
    print(report())
