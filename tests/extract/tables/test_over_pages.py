"""Fragments over pages to one table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.pack import pages_to_pack
from extract.tables import PagePart, page_to_tables, parts_to_tables
from extract.tables.types import Table
from tests.extract.drawn import BOLD, PLAIN, grid, page_of, set_line, set_row

XS = [50.0, 100.0, 300.0, 400.0]


def part(number, rows, *, head=None, top=100.0, open_bottom=False, open_top=False, first=True, last=True, xs=XS):
    printed = ([(head, BOLD)] if head else []) + [(row, PLAIN) for row in rows]
    ys = [top + 20 * n for n in range(len(printed) + 1)]
    across, down = grid(xs, ys)
    across = across[1:] if open_top else across
    across = across[:-1] if open_bottom else across
    words = [
        word
        for n, (row, font) in enumerate(printed)
        for word in set_row({x + 3: t for x, t in zip(xs, row, strict=False) if t}, ys[n] + 14, font=font, page=number)
    ]
    page = page_of(words, across=across, down=down, number=number)
    (table,) = page_to_tables(page, page.words)
    return [PagePart(table, first, last)]


def rows(table):
    return [[cell.text.text for cell in table.row(row)] for row in range(table.rows)]


HEAD = ("Ref", "Action", "Owner")


def test_a_repeated_head_is_left_out():
    first = part(1, [("1", "Do this", "Clerk")], head=HEAD)
    second = part(2, [("2", "Do that", "Chair")], head=HEAD)
    (table,) = parts_to_tables([first, second])
    assert rows(table) == [list(HEAD), ["1", "Do this", "Clerk"], ["2", "Do that", "Chair"]]
    assert [fragment.joined for fragment in table.fragments] == ["first", "repeated head"]


def test_a_table_without_its_head_on_the_next_page_goes_on():
    (table,) = parts_to_tables([part(1, [("1", "Do this", "Clerk")], head=HEAD), part(2, [("2", "Do that", "Chair")])])
    assert rows(table)[2] == ["2", "Do that", "Chair"]
    assert table.fragments[1].joined == "same columns"


def test_a_row_left_open_at_the_foot_is_one_with_the_rest_of_it():
    first = part(1, [("1", "Review the", "Head of")], head=HEAD, open_bottom=True)
    second = part(2, [("", "register yearly", "Finance"), ("2", "Next", "Chair")])
    (table,) = parts_to_tables([first, second])
    assert rows(table)[1:] == [["1", "Review the register yearly", "Head of Finance"], ["2", "Next", "Chair"]]
    cut = next(cell for cell in table.cells if cell.text.text.startswith("Review"))
    assert [box.page for box in cut.boxes] == [1, 2]
    assert table.fragments[1].joined == "same columns, cut row"


def test_a_row_with_a_reference_of_its_own_is_not_taken_for_a_rest():
    first = part(1, [("1", "Review the", "Clerk")], head=HEAD, open_bottom=True)
    (table,) = parts_to_tables([first, part(2, [("2", "Next", "Chair")], open_top=True)])
    assert [row[0] for row in rows(table)] == ["Ref", "1", "2"]


def test_a_row_closed_at_the_break_is_joined_where_its_words_go_on():
    first = part(1, [("1", "Review the risk", "Clerk")], head=HEAD)
    (table,) = parts_to_tables([first, part(2, [("", "register yearly", "")])])
    assert rows(table)[1] == ["1", "Review the risk register yearly", "Clerk"]


def test_another_head_of_the_same_shape_begins_another_table():
    other = ("No", "Risk", "Lead")
    tables = parts_to_tables([part(1, [("1", "a", "b")], head=HEAD), part(2, [("2", "c", "d")], head=other)])
    assert [table.rows for table in tables] == [2, 2]


def test_text_between_keeps_two_tables_apart():
    tables = parts_to_tables([part(1, [("1", "a", "b")], head=HEAD, last=False), part(2, [("2", "c", "d")])])
    assert len(tables) == 2


def test_other_columns_are_another_table():
    tables = parts_to_tables(
        [part(1, [("1", "a", "b")], head=HEAD), part(2, [("2", "c", "d")], xs=[50.0, 200.0, 260.0, 400.0])]
    )
    assert len(tables) == 2


def test_columns_that_a_page_adds_are_columns_of_the_whole():
    wide = part(2, [("2", "c", "d", "e")], xs=[50.0, 100.0, 200.0, 300.0, 400.0])
    (table,) = parts_to_tables([part(1, [("1", "a", "b")], head=HEAD), wide])
    assert table.columns == 4
    assert rows(table)[1] == ["1", "a", "b"]


FORM, MOVED = [50.0, 100.0, 300.0, 400.0], [50.0, 100.0, 330.0, 400.0]


def test_a_grid_drawn_anew_with_one_side_elsewhere_goes_on():
    first = part(1, [("G", "Phase two", "May")], head=("", "Milestones", "Date"), xs=FORM)
    (table,) = parts_to_tables([first, part(2, [("H", "Model embedded", "June")], xs=MOVED)])
    assert rows(table)[2] == ["H", "Model embedded", "June"]
    assert table.columns == 3


def test_a_grid_of_its_own_head_and_columns_does_not_go_on():
    first = part(1, [("G", "Phase two", "May")], head=("", "Milestones", "Date"), xs=FORM)
    second = part(2, [("H", "Model embedded", "June")], head=("Ref", "Risk", "Score"), xs=MOVED)
    assert len(parts_to_tables([first, second])) == 2


KEYED = [("1", "Do this", "Clerk"), ("2", "Do that", "Chair"), ("3", "Write", "Clerk"), ("4", "Review", "Finance Head")]


def keyed(rest, more=KEYED):
    rows_below = [rest, ("5", "Report", "Clerk"), ("6", "Close", "Chair")]
    return parts_to_tables([part(1, more, head=HEAD), part(2, rows_below, head=HEAD)])


def test_a_row_without_its_key_is_a_rest_where_all_others_have_one():
    (table,) = keyed(("", "Plan", ""))
    assert rows(table)[4] == ["4", "Review Plan", "Finance Head"]


def test_a_row_without_its_key_is_a_row_where_others_have_none_either():
    (table,) = keyed(("", "Plan", ""), [*KEYED[:2], ("", "Ask", "Chair"), KEYED[3]])
    assert rows(table)[4:6] == [["4", "Review", "Finance Head"], ["", "Plan", ""]]


def under(part_, *lines):
    """A part of a page with lines above it."""
    (one,) = part_
    return [replace(one, first_on_page=False, above=lines)]


@pytest.mark.parametrize(
    ("above", "joined"),
    [
        (("Table 4: Actions (continued)",), True),
        (("Priority 1: Roads", "(continued overleaf)"), True),
        (("Actions cont'd",), True),
        (("Priority 1: Roads",), True),  # the heading of the first part once more
        (("Priority 2: Schools",), False),
        (("Priority 2: Schools", "Actions (continued)"), False),
        (("The Board will want to know why the work continued after it was told to stop, and at what cost",), False),
    ],
)
def test_a_heading_between_joins_only_where_it_says_that_the_table_goes_on(above, joined):
    first = under(part(1, [("1", "Do this", "Clerk")], head=HEAD), "Priority 1: Roads")
    tables = parts_to_tables([first, under(part(2, [("2", "Do that", "Chair")], head=HEAD), *above)])
    assert len(tables) == (1 if joined else 2)
    if joined:
        assert rows(tables[0])[1:] == [["1", "Do this", "Clerk"], ["2", "Do that", "Chair"]]


def test_a_line_below_that_says_that_the_table_goes_on():
    (first,) = part(1, [("1", "Do this", "Clerk")], head=HEAD, last=False)
    second = part(2, [("2", "Do that", "Chair")])
    told, other = (replace(first, below=(line,)) for line in ("Continued overleaf", "Source: the ledger"))
    assert [len(parts_to_tables([[one], second])) for one in (told, other)] == [1, 2]


def test_a_row_cut_in_several_cells_has_the_boxes_of_all_its_parts():
    first = part(1, [("1", "Review the terms of", "Head of Legal and")], head=HEAD, open_bottom=True)
    second = part(2, [("", "each lease, and", "Democratic")], open_top=True)
    third = part(3, [("", "report to members", "Services"), ("2", "Next", "Chair")], open_top=True)
    (table,) = parts_to_tables([first, second, third])
    assert rows(table)[1:] == [
        ["1", "Review the terms of each lease, and report to members", "Head of Legal and Democratic Services"],
        ["2", "Next", "Chair"],
    ]
    assert [[box.page for box in cell.boxes] for cell in table.row(1)] == [[1, 2, 3]] * 3
    assert [fragment.joined for fragment in table.fragments] == ["first", *["same columns, cut row"] * 2]


def test_a_row_cut_below_a_repeated_head():
    first = part(1, [("1", "Review the", "Clerk")], head=HEAD)
    second = part(2, [("", "register yearly", ""), ("2", "Next", "Chair")], head=HEAD)
    (table,) = parts_to_tables([first, second])
    assert rows(table)[1:] == [["1", "Review the register yearly", "Clerk"], ["2", "Next", "Chair"]]
    assert table.fragments[1].joined == "repeated head, cut row"


def drawn_page(number, above, body):
    """A page with a line of words above a grid, or with that line alone."""
    words = set_line(above, 50, 60, font=BOLD, page=number) if above else []
    across, down = grid(XS, [100.0 + 20 * n for n in range(len(body) + 1)]) if body else ([], [])
    for n, row in enumerate(body):
        font = BOLD if row == HEAD else PLAIN
        words += set_row({x + 3: t for x, t in zip(XS, row, strict=False) if t}, 114 + 20.0 * n, font=font, page=number)
    return page_of(words, across=across, down=down, number=number)


@pytest.mark.parametrize(
    ("between", "second", "tables"),
    [
        ("", "", 1),  # a blank page
        ("This page is intentionally left blank", "", 1),
        ("", "Table 2: Schools", 2),
    ],
)
def test_tables_of_one_shape_over_a_page_between(between, second, tables):
    pages = [
        drawn_page(1, "Table 1: Roads", [HEAD, ("1", "Do this", "Clerk"), ("2", "Ask", "Mayor")]),
        drawn_page(2, between, []),
        drawn_page(3, second, [HEAD, ("3", "Do that", "Chair"), ("4", "Write", "Clerk")]),
    ]
    found = [element for element in pages_to_pack(pages, ()).flow if isinstance(element, Table)]
    assert len(found) == tables
    assert sum(table.rows for table in found) == 4 + tables
