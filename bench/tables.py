"""Tables found whole: ours beside pdfplumber's and camelot's on the sample packs, in one run.

What is asked for are the words of the reference answers that stand in tables: the text of each action, control and
mitigation (a cell found whole holds just these words) and, for actions, the row with its owners and dates (a row found
whole holds all of them, each as a cell). A text that a page break cuts is counted on its own: only a reader that joins
the pages can have it whole. Time is CPU time for each page, text and tables together.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
from camelot.io import read_pdf

from bench.measure import SAMPLES, cost_of, markdown_table
from extract.tables.types import Table
from packtrace.tables import file_to_tables

Grid = list[list[str]]
_TELLING = 3  # letters; shorter words stand on most pages
_TEXTS = {"actions": "text", "controls": "text", "risks": "mitigation"}


class Asked(NamedTuple):
    """A text that stands in one cell, its words, and what stands in its row beside it."""

    page: int
    text: str
    words: tuple[str, ...]
    beside: tuple[str, ...]


class Score(NamedTuple):
    """Of how many things asked for how many were found whole."""

    cells: int
    rows: int
    cut: int


def asked_of(reference: Path) -> list[Asked]:
    """What a pack's reference answers say of the cells and rows of its tables."""
    answers = json.loads(reference.read_text("utf-8"))
    return [
        Asked(
            record["page"],
            fold(record[name]),
            tuple(map(fold, record[name].split())),
            tuple(_beside(record)) if kind == "actions" else (),
        )
        for kind, name in _TEXTS.items()
        for record in answers[kind]
        if isinstance(record.get(name), str) and isinstance(record.get("page"), int)
    ]


def _beside(record: dict[str, Any]) -> Iterator[str]:
    for name in ("start", "due"):
        if isinstance(record.get(name), dict) and isinstance(record[name].get("raw"), str):
            yield fold(record[name]["raw"])


def fold(text: str) -> str:
    """Words compared without white space, bullets, kinds of dash and quotation mark, and without hyphens."""
    return re.sub(r"[\s•▪o\-–—‐\u00ad’‘'“”\"]+", "", text or "").casefold()


def ours(path: Path, pages: list[int]) -> list[Grid]:
    """Our tables, each in one piece over its pages."""
    return [_table_to_grid(table) for table in file_to_tables(path) if table.page in pages or len(table.fragments) > 1]


def _table_to_grid(table: Table) -> Grid:
    return [[cell.text.text for cell in table.row(row)] for row in range(table.rows)]


def by_pdfplumber(path: Path, pages: list[int]) -> list[Grid]:
    """pdfplumber's tables, page by page."""
    grids: list[Grid] = []
    with pdfplumber.open(path) as document:
        for number in pages:
            page = document.pages[number - 1]
            grids += [[[cell or "" for cell in row] for row in table.extract()] for table in page.find_tables()]
            page.close()
    return grids


def by_camelot(flavor: str) -> Callable[[Path, list[int]], list[Grid]]:
    """camelot's tables in one of its flavours, page by page."""

    def read(path: Path, pages: list[int]) -> list[Grid]:
        found = read_pdf(str(path), pages=",".join(map(str, pages)), flavor=flavor, suppress_stdout=True)
        return [table.df.to_numpy().tolist() for table in found]

    return read


def score(grids: list[Grid], asked: list[Asked], cut: set[str]) -> Score:
    """How many of the cells and rows asked for are found whole, and how many of those that a page break cuts."""
    rows = [[fold(cell) for cell in row] for grid in grids for row in grid]
    by_cell: dict[str, list[list[str]]] = {}
    for row in rows:
        for cell in row:
            by_cell.setdefault(cell, []).append(row)
    cells = [one for one in asked if one.text in by_cell]
    whole = [one for one in asked if one.beside and any(set(one.beside) <= set(r) for r in by_cell.get(one.text, []))]
    return Score(len(cells), len(whole), sum(one.text in cut for one in cells))


def cut_texts(path: Path, asked: list[Asked]) -> set[str]:
    """The texts that a page break cuts: words of theirs stand on the next page only. No reader of tables says so."""
    with pdfplumber.open(path) as document:
        numbers = {one.page for one in asked} | {one.page + 1 for one in asked if one.page < len(document.pages)}
        printed = {n: [w["text"] for w in document.pages[n - 1].extract_words()] for n in sorted(numbers)}
    return {one.text for one in asked if _is_cut(one, printed[one.page], printed.get(one.page + 1, []))}


def _is_cut(one: Asked, here: list[str], next_page: list[str]) -> bool:
    broken = tuple(fold(word) for word in here if word.endswith("-") and fold(word))  # at the ends of lines
    missing = {word for word in one.words if not word.startswith(broken)} - {fold(word) for word in here}
    return missing <= {fold(word) for word in next_page} and any(len(word) > _TELLING for word in missing)


def measure(path: Path, every: int) -> list[tuple[str, ...]]:
    """A row for each reader: cells, rows and cut texts found whole, CPU milliseconds for each page."""
    asked = asked_of(path.with_suffix(".records.json"))
    pages = sorted({one.page for one in asked})[::every]
    pages = sorted({page for one in pages for page in (one, one + 1)})
    asked = [one for one in asked if one.page in pages]
    cut = cut_texts(path, asked)
    rows: list[tuple[str, ...]] = []
    readers: dict[str, Callable[[Path, list[int]], list[Grid]]] = {
        "packtrace": ours,
        "pdfplumber": by_pdfplumber,
        "camelot lattice": by_camelot("lattice"),
        "camelot auto": by_camelot("auto"),
    }
    of_rows, of_cut = sum(bool(one.beside) for one in asked), sum(one.text in cut for one in asked)
    for name, read in readers.items():
        grids: list[Grid] = []
        cost = cost_of(partial(_read_into, grids, read, path, pages))
        found = score(grids, asked, cut)
        count = len(pages) if name != "packtrace" else _page_count(path)
        rows.append(
            (
                path.stem,
                name,
                f"{found.cells} of {len(asked)}",
                f"{found.rows} of {of_rows}",
                f"{found.cut} of {of_cut}",
                f"{cost.cpu / count * 1000:.0f}",
            )
        )
    return rows


def _read_into(grids: list[Grid], read: Callable[[Path, list[int]], list[Grid]], path: Path, pages: list[int]) -> None:
    grids.extend(read(path, pages))


def _page_count(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return len(document.pages)


def report(every: int) -> str:
    """The measurements as Markdown; `every` n-th page with tables is read."""
    rows = [row for path in sorted(SAMPLES.glob("*.pdf")) if _has_tables(path) for row in measure(path, every)]
    heads = ("pack", "reader", "cells whole", "rows whole", "of those cut by a page break", "CPU ms a page")
    return markdown_table(heads, rows)


def _has_tables(path: Path) -> bool:
    reference = path.with_suffix(".records.json")
    return reference.is_file() and len(asked_of(reference)) > 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=4, help="read every n-th page that has tables (1 takes long)")
    print(report(parser.parse_args().every))
