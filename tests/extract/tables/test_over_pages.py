"""Fragments over pages to one table."""

from __future__ import annotations

from extract.tables import PagePart, page_to_tables, parts_to_tables
from tests.extract.drawn import BOLD, PLAIN, grid, page_of, set_row

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
    assert table.fragments[1].joined == "cut row"


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
