"""Tables beside one another and within one another: each has its own words, and no other's."""

from __future__ import annotations

from extract.layout import words_to_lines
from extract.pack import pages_to_pack
from extract.tables import lines_to_aligned_tables
from extract.tables.types import Table
from tests.extract.drawn import BOLD, grid, page_of, set_line, set_row, set_word

LEFT, RIGHT = (50.0, 150.0, 200.0), (320.0, 420.0, 480.0)
INCOME = [("Rents", "120", "118"), ("Fees", "45", "51"), ("Grants", "300", "300"), ("Total", "465", "469")]
STAFF = [("Parks", "12.5", "11.0"), ("Waste", "30.0", "27.5"), ("Streets", "8.0", "8.0"), ("Total", "50.5", "46.5")]


def side(xs, head, body, top, font=BOLD):
    words = set_row(dict(zip(xs, head, strict=True)), top, font=font)
    for n, row in enumerate(body):
        words += set_row(dict(zip(xs, row, strict=True)), top + 15 * (n + 1))
    return words


def texts(table):
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    return [[cell.text.text for cell in cells if cell.row == row] for row in range(table.rows)]


def both(top_left, top_right):
    return side(LEFT, ("Source", "Budget", "Actual"), INCOME, top_left) + side(
        RIGHT, ("Team", "Posts", "Filled"), STAFF, top_right
    )


def test_unruled_tables_under_captions_of_their_own_are_two():
    captions = set_row({LEFT[0]: "Table 1: Income (£)", RIGHT[0]: "Table 2: Staffing (FTE)"}, 100, font=BOLD)
    page = page_of(captions + both(116, 116))
    tables = [e for e in pages_to_pack([page], ()).flow if isinstance(e, Table)]
    assert [table.caption.text for table in tables] == ["Table 1: Income (£)", "Table 2: Staffing (FTE)"]
    assert [table.caption_number.text for table in tables] == ["1", "2"]
    assert texts(tables[0]) == [["Source", "Budget", "Actual"], *map(list, INCOME)]
    assert texts(tables[1]) == [["Team", "Posts", "Filled"], *map(list, STAFF)]


def test_unruled_tables_whose_rows_do_not_meet_are_two():
    page = page_of(both(100, 107))
    found = lines_to_aligned_tables(words_to_lines(page.words, page.height), page)
    assert sorted(texts(table)[-1] for table in found) == [list(INCOME[-1]), list(STAFF[-1])]


def test_columns_of_one_table_stay_together():
    page = page_of(both(100, 100))
    (table,) = lines_to_aligned_tables(words_to_lines(page.words, page.height), page)
    assert texts(table)[1] == [*INCOME[0], *STAFF[0]]


def test_a_table_within_a_cell_has_its_words_alone():
    outer_across, outer_down = grid([50, 150, 400], [100, 120, 200])
    inner_across, inner_down = grid([160, 240, 320], [140, 160, 180])
    words = set_row({55: "Ref", 155: "Profile"}, 114, font=BOLD) + set_row({55: "C1", 155: "As agreed"}, 134)
    words += set_row({165: "Year", 245: "£000"}, 154, font=BOLD) + set_row({165: "2025/26", 245: "240"}, 174)
    page = page_of(words, across=outer_across + inner_across, down=outer_down + inner_down)
    outer, inner = (e for e in pages_to_pack([page], ()).flow if isinstance(e, Table))
    assert texts(outer) == [["Ref", "Profile"], ["C1", "As agreed"]]
    assert texts(inner) == [["Year", "£000"], ["2025/26", "240"]]


def test_a_table_that_holds_another_goes_on_overleaf():
    pages = []
    for number in (1, 2):
        across, down = grid([50, 150, 400], [100, 120, 200])
        inside, within = grid([160, 240, 320], [140, 160, 180])
        words = set_row({55: "Ref", 155: "Profile"}, 114, font=BOLD, page=number)
        words += set_row({55: f"C{number}", 155: "As agreed"}, 134, page=number)
        words += set_row({165: "Year", 245: "Sum"}, 154, page=number) + set_row(
            {165: "Last", 245: "240"}, 174, page=number
        )
        pages.append(page_of(words, across=across + inside, down=down + within, number=number))
    tables = [e for e in pages_to_pack(pages, ()).flow if isinstance(e, Table)]
    assert sorted(len(table.fragments) for table in tables) == [1, 1, 2]
    (whole,) = (table for table in tables if len(table.fragments) == 2)
    assert texts(whole) == [["Ref", "Profile"], ["C1", "As agreed"], ["C2", "As agreed"]]


def test_a_larger_heading_between_two_unruled_tables_parts_them():
    words = side(LEFT, ("Source", "Budget", "Actual"), INCOME, 100)
    words += [w for n, t in enumerate(("5.", "Staffing")) for w in [set_word(t, 50 + 20 * n, 180, size=14, font=BOLD)]]
    words += side(LEFT, ("Team", "Posts", "Filled"), STAFF, 198)
    tables = [e for e in pages_to_pack([page_of(words)], ()).flow if isinstance(e, Table)]
    assert [table.rows for table in tables] == [5, 5]
    assert tables[1].heading.text == "5. Staffing"


def test_a_caption_between_two_unruled_tables_parts_them():
    words = side(LEFT, ("Source", "Budget", "Actual"), INCOME, 100)
    words += set_line("Table 2: Staffing (FTE)", LEFT[0], 176, font=BOLD)
    words += side(LEFT, ("Team", "Posts", "Filled"), STAFF, 191)
    tables = [e for e in pages_to_pack([page_of(words)], ()).flow if isinstance(e, Table)]
    assert [table.rows for table in tables] == [5, 5]
    assert tables[1].caption.text == "Table 2: Staffing (FTE)"
