"""What the fills of cells are for: heads, bands, columns and tints are no marks."""

from __future__ import annotations

import pytest

from extract.tables import cell_shadings
from tests.extract.records.tabled import table_of

RED, GREEN, NAVY, PALE, SILVER = "{ff0000}", "{00b050}", "{1f3864}", "{fce4d6}", "{d9d9d9}"


def shadings(*rows: str, heads: int = 1) -> list[list[str | None]]:
    table = table_of([row.split("|") for row in rows], heads=heads)
    found = dict(zip(((cell.row, cell.column) for cell in table.cells), cell_shadings(table), strict=True))
    return [[found.get((row, column)) for column in range(table.columns)] for row in range(table.rows)]


def test_heads_and_ratings() -> None:
    rows = (f"{NAVY}Project|{NAVY}RAG", f"Roof|{RED}", f"Lift|{GREEN}G", "Hall|")
    assert shadings(*rows) == [["head", "head"], [None, "mark"], [None, "mark"], [None, None]]


def test_a_group_row_and_a_band_are_no_marks() -> None:
    rows = ("*Project|*RAG", f"{GREEN}Housing|{GREEN}", f"Roof|{RED}", f"{SILVER}Lift|{SILVER}")
    assert shadings(*rows)[1:] == [["band", "band"], [None, "mark"], ["band", "band"]]


@pytest.mark.parametrize(
    ("fills", "shading"),
    [
        ((NAVY, NAVY, NAVY), "column"),  # the stub of a table, as its head
        ((PALE, PALE, PALE), "column"),
        ((PALE, "", SILVER), "tint"),
    ],
)
def test_a_stub_is_no_mark(fills: tuple[str, str, str], shading: str) -> None:
    found = shadings("*Project|*Note", *(f"{fill}Name|words" for fill in fills))
    assert {row[0] for row in found[1:]} - {None} == {shading}


def test_ratings_that_are_all_the_same_are_marks_still() -> None:
    found = shadings("*Project|*RAG", *(f"Name|{GREEN}" for _ in range(4)))
    assert [row[1] for row in found] == [None, *["mark"] * 4]
