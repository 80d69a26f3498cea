"""Marks that rate: discs drawn in empty cells, signs in a colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout import words_to_lines
from extract.pdf.types import Rgb
from extract.tables import lines_to_aligned_tables, with_marks
from tests.extract.drawn import BOLD, page_of, set_row

RED, PALE = Rgb(210, 50, 30), Rgb(240, 245, 240)
DISC = (400.0, 112.0, 410.0, 122.0)
HEADS = {50.0: "Measure", 200.0: "Target", 300.0: "Actual", 400.0: "RAG"}


def rated(sign, fills):
    words = set_row(HEADS, 106, font=BOLD)
    for number, name in enumerate(("Waste", "Calls", "Homes")):
        texts = {50.0: name, 200.0: "34%", 300.0: "31%"} | ({400.0: sign} if sign else {})
        words += [replace(w, colour=RED) if w.text == sign else w for w in set_row(texts, 120 + 14 * number)]
    page = page_of(words, fills=fills)
    (table,) = lines_to_aligned_tables(words_to_lines(page.words, page.height), page)
    return {cell.text.text: cell.fill for cell in with_marks(table, page).cells if (cell.row, cell.column) == (1, 3)}


@pytest.mark.parametrize(
    ("sign", "fills", "expected"),
    [
        ("●", [], {"●": RED}),
        ("✘", [], {"✘": RED}),
        ("!", [], {"!": RED}),
        ("", [(DISC, RED)], {"": RED}),
        ("▲", [], {"▲": None}),
        ("", [(DISC, PALE)], {"": None}),
        ("Late", [((392.0, 108.0, 432.0, 124.0), RED)], {"Late": RED}),
        ("Late", [((400.0, 110.0, 418.0, 120.0), RED)], {"Late": None}),
        ("", [(DISC, RED), ((402.0, 113.0, 408.0, 119.0), Rgb(0, 170, 80))], {"": None}),
    ],
)
def test_the_only_mark_of_a_cell_is_its_colour(sign, fills, expected):
    assert rated(sign, fills) == expected
