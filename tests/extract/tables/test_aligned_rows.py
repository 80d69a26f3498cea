"""Which lines of a table without a grid are one row."""

from __future__ import annotations

from tests.extract.drawn import BOLD, set_row
from tests.extract.tables.test_aligned import rows, tables

X = (50.0, 200.0, 420.0)


def test_a_gap_between_groups_of_rows_makes_no_row_of_a_group():
    printed = [("Mrs A Oak", "Chair of the Trust"), ("Dr B Elm", "Medical Director"), ("Mr C Ash", "Deputy Chair")]
    printed += [("Ms D Yew", "Chief Nurse"), ("Mr E Fir", "Chief Executive")]
    head = set_row({X[0]: "Members", X[2]: "Apologies"}, 106, font=BOLD)
    first = [w for n, row in enumerate(printed) for w in set_row(dict(zip(X, row, strict=False)), 120 + 14 * n)]
    second = [w for n, row in enumerate(printed) for w in set_row(dict(zip(X, row, strict=False)), 198 + 14 * n)]
    marks = set_row({440.0: "x"}, 148) + set_row({440.0: "x"}, 226)
    (table,) = tables(head + first + second + marks)
    assert len(rows(table)) == 11
    assert rows(table)[3] == ["Mr C Ash", "Deputy Chair", "x"]


def test_cells_that_wrap_beside_each_other_stay_one_row():
    text = [("The duty to", "Is met by", "1"), ("keep notes", "a clerk who", ""), ("of all that", "writes it", "")]
    text += [("is said", "at once", "")]
    head = set_row({X[0]: "Duty", X[1]: "How", X[2]: "Number"}, 106, font=BOLD)
    words = [
        word
        for block in range(3)
        for n, row in enumerate(text)
        for word in set_row({x: t for x, t in zip(X, row, strict=True) if t}, 124 + 12 * n + 58 * block)
    ]
    (table,) = tables(head + words)
    assert len(rows(table)) == 4
