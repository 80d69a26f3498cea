"""The documents of the ICDAR 2013 table competition: our finder beside pdfplumber's and camelot's, in one run.

Needs the folder ../shared/tables, which holds the documents and the competition's measure: neighbouring cells found, by
document. Every reader is given whole files; a table that is none counts against it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pdfplumber
from camelot.io import read_pdf

from bench.measure import ROOT, cost_of, markdown_table
from packtrace.tables import file_to_tables, table_to_json

FOLDER = ROOT.parent / "shared" / "tables"
_DOCUMENTS = "icdar2013-eu"

Tables = list[dict[str, Any]]


class Score(NamedTuple):
    """Precision and recall averaged over documents, their F1, and how many documents are read without a fault."""

    precision: float
    recall: float
    f1: float
    perfect: int


def ours(path: Path) -> Tables:
    """Our tables as `packtrace tables --json` gives them."""
    return [table_to_json(table) for table in file_to_tables(path)]


def by_pdfplumber(path: Path) -> Tables:
    """pdfplumber's tables, as it finds them unless told otherwise."""
    with pdfplumber.open(path) as document:
        return [_grid(page.page_number, table.extract()) for page in document.pages for table in page.find_tables()]


def by_camelot(**options: str) -> Callable[[Path], Tables]:
    """camelot's tables in one of its flavours."""

    def read(path: Path) -> Tables:
        found = read_pdf(str(path), pages="all", suppress_stdout=True, **options)
        return [_grid(table.page, table.df.to_numpy().tolist()) for table in found]

    return read


def _grid(page: int, rows: list[list[str | None]]) -> dict[str, Any]:
    cells = (
        {"page": page, "row": at, "col": column, "row_span": 1, "col_span": 1, "text": text or ""}
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    return {"cells": list(cells)}


READERS: dict[str, Callable[[Path], Tables]] = {
    "packtrace": ours,
    "pdfplumber": by_pdfplumber,
    "camelot lattice": by_camelot(flavor="lattice", engine="vector"),
    "camelot stream": by_camelot(flavor="stream"),
    "camelot network": by_camelot(flavor="network"),
    "camelot hybrid": by_camelot(flavor="hybrid", engine="vector"),
}


def load_measure() -> ModuleType:
    """The competition's measure as it lies beside the project."""
    spec = importlib.util.spec_from_file_location("icdar", FOLDER / "icdar.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(found: list[Tables], references: list[Path], measure: ModuleType) -> Score:
    """What one reader's tables of each document are worth."""
    shares = list(_shares(found, references, measure))
    precision = sum(share[0] for share in shares) / len(shares)
    recall = sum(share[1] for share in shares) / len(shares)
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0, shares.count((1.0, 1.0)))


def _shares(found: list[Tables], references: list[Path], measure: ModuleType) -> Iterator[tuple[float, float]]:
    for tables, reference in zip(found, references, strict=True):
        asked, got = measure.reference(reference), measure.found(tables)
        hit = (asked & got).total()
        yield (hit / got.total() if got else 0.0), (hit / asked.total() if asked else 0.0)


def _read_all(read: Callable[[Path], Tables], paths: list[Path], found: list[Tables]) -> None:
    for path in paths:
        try:
            found.append(read(path))
        except Exception as error:  # a reader that fails has found nothing in this document
            print(f"{path.name}: {type(error).__name__}: {error}")
            found.append([])


def report() -> str:
    """The scores as Markdown; where the documents are absent, that they are."""
    title = "## Tables, on documents of the ICDAR 2013 competition"
    references = sorted((FOLDER / _DOCUMENTS).glob("*-str.xml"))
    if not references:
        return f"{title}\n\nNot measured: the documents are not beside the project."
    paths = [path.with_name(path.name.replace("-str.xml", ".pdf")) for path in references]
    measure = load_measure()
    rows: list[tuple[str, ...]] = []
    for name, read in READERS.items():
        found: list[Tables] = []
        cost = cost_of(partial(_read_all, read, paths, found))
        got = score(found, references, measure)
        rows.append(
            (name, f"{got.precision:.3f}", f"{got.recall:.3f}", f"{got.f1:.3f}", str(got.perfect), f"{cost.cpu:.1f}")
        )
    head = ("reader", "precision", "recall", "F1", f"without fault of {len(paths)}", "CPU s")
    return "\n".join([title, "", markdown_table(head, rows)])


if __name__ == "__main__":
    print(report())
