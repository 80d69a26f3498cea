"""Tables whose columns are ruled in the head alone."""

from __future__ import annotations

from extract.tables import page_to_tables
from extract.tables.refine import refine_ruled
from tests.extract.drawn import grid, page_of, set_row

XS, YS = [50.0, 110.0, 300.0, 400.0], [100.0, 120.0, 140.0, 160.0, 180.0]
ROWS = [
    ("No", "Discussion", "Action"),
    ("1/25", "It was told", "Clerk"),
    ("2/25", "It was asked", "Chair"),
    ("Part two",),
]


def _rows(rows):
    words = [w for n, row in enumerate(rows) for w in set_row({x + 5: t for x, t in zip(XS, row)}, YS[n] + 14)]  # noqa: B905
    across, down = grid(XS, YS)
    down = [(x, top, bottom if x in (XS[0], XS[-1]) else YS[1]) for x, top, bottom in down]
    page = page_of(words, across=across, down=down)
    (table,) = page_to_tables(page, page.words)
    refined = refine_ruled(table, page)
    assert refined is not None
    return [[c.text.text for c in refined.cells if c.row == row] for row in range(refined.rows)]


def test_rows_without_rules_are_cut_at_the_columns_of_the_head():
    assert _rows(ROWS) == [*map(list, ROWS)]


def test_rows_whose_words_run_over_the_columns_stay_whole():
    prose = ("1/25", "It was told at great length and asked about", "")
    assert _rows([ROWS[0], prose, ROWS[2], ROWS[3]])[2] == ["2/25 It was asked Chair"]
