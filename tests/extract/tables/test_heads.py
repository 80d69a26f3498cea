"""How many of a table's first rows are heads."""

from __future__ import annotations

import pytest

from extract.layout.excerpt import flow_lines, words_to_excerpt
from extract.pdf.types import Box
from extract.tables.heads import count_header_rows
from extract.tables.types import Cell
from tests.extract.drawn import BOLD, PLAIN, set_line


def cells_of(rows):
    """Cells from words by row; those between asterisks are bold."""
    cells = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            words = set_line(text.strip("*"), 50 + 100 * column, 100 + 20 * number, font=BOLD if "*" in text else PLAIN)
            lines = (words_to_excerpt(words),) if words else ()
            box = Box(1, 50 + 100 * column, 90 + 20 * number, 150 + 100 * column, 110 + 20 * number)
            cells.append(Cell(number, column, 1, 1, lines, flow_lines(lines), (), (box,), None))
    return cells


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([["*Ref*", "*Due*"], ["1", "May"]], 1),
        ([["Ref", "Due"], ["1", "May"]], 0),
        ([["*Member*", "*Body*"], ["*Heads*", ""], ["Ann", "Fern"]], 1),
        ([["", "*Budget*", "*Actual*"], ["*Service*", "*£*", "*£*"], ["Staff", "1", "2"]], 2),
        ([["", "*£*", "*Total*"], ["*Bank*", "", ""], ["Account", "7", ""], ["*Cash*", "", ""], ["Book", "", "7"]], 1),
        ([["*Name of*", "*Due*"], ["*body*", ""], ["Fern", "May"]], 2),
        ([["Label", "Budget"], ["Staff", "12"]], 1),
        ([["H", "Model embedded"], ["I", "Culture changed"], ["1", "N/A"]], 0),
    ],
)
def test_heads_are_counted(rows, heads):
    assert count_header_rows(len(rows), cells_of(rows)) == heads
