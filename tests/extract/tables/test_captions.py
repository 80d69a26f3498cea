"""Captions of tables: which lines beside a table are its caption."""

from __future__ import annotations

import pytest

from extract.layout.types import Line
from extract.pdf.types import Box
from extract.tables.captions import table_caption
from extract.tables.types import Fragment, Table
from tests.extract.drawn import set_line

TABLE = Table(1, 2, 2, 1, (), (Fragment(Box(1, 50, 100, 300, 200), 0, 2, "first"),), "ruled")


def line(text: str, baseline: float, space_above: float = 12, page: int = 1) -> Line:
    words = tuple(set_line(text, 50, baseline, page=page))
    return Line(page, words, (words,), space_above)


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        (["Table 4 Scheme Progress"], "Table 4 Scheme Progress"),
        (["Table F3: Capital programme (£’000)"], "Table F3: Capital programme (£’000)"),
        (["1.2.4 Table 1 – Revised budget"], "1.2.4 Table 1 – Revised budget"),
        (["Tabl A. Cyllideb"], "Tabl A. Cyllideb"),
        (["Table 2: Variances", "(shading marks an offset)"], "Table 2: Variances"),
        (["Table 1 below shows the position"], ""),
        (["as in Table 1: the rest"], ""),
        (["Table of contents"], ""),
        ([], ""),
    ],
)
def test_lines_above(above: list[str], caption: str) -> None:
    lines = [line(text, 95 - 14 * (len(above) - 1 - index)) for index, text in enumerate(above)]
    assert table_caption(lines, TABLE, []).text == caption


def test_a_caption_over_two_lines() -> None:
    lines = [line("Table 3: Income to the end of", 80), line("the third quarter", 93, space_above=2)]
    assert table_caption(lines, TABLE, []).text == "Table 3: Income to the end of the third quarter"


def test_a_caption_below_or_far_off() -> None:
    assert table_caption([], TABLE, [line("Table 7: Stops", 214)]).text == "Table 7: Stops"
    assert not table_caption([], TABLE, [line("Table 7: Stops", 260)])
    assert not table_caption([line("Table 7: Stops", 30)], TABLE, [])
    assert not table_caption([line("Table 7: Stops", 95, page=2)], TABLE, [])
