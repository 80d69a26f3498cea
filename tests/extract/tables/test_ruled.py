"""Ruled tables: spans, fills, open sides and the pieces that borders are drawn in."""

from __future__ import annotations

from itertools import pairwise

from extract.tables import page_to_tables
from tests.extract.drawn import grid, page_of, set_line, set_row

XS, YS = [50.0, 150.0, 300.0, 400.0], [100.0, 120.0, 140.0, 160.0]


def words():
    rows = [("Ref", "Action", "Owner"), ("1", "Do this", "Clerk"), ("2", "Do that", "Chair")]
    return [
        word
        for n, row in enumerate(rows)
        for word in set_row({x + 5: text for x, text in zip(XS, row, strict=False)}, YS[n] + 14)
    ]


def cells(page):
    (table,) = page_to_tables(page, page.words)
    return {(c.row, c.column, c.row_span, c.column_span): c.text.text for c in table.cells}


def test_a_whole_grid():
    across, down = grid(XS, YS)
    found = cells(page_of(words(), across=across, down=down))
    assert found[0, 0, 1, 1] == "Ref"
    assert found[2, 1, 1, 1] == "Do that"
    assert len(found) == 9


def test_borders_drawn_piece_by_piece_and_not_quite_meeting():
    across = [(y + 0.4, x0 + 1, x1 - 1) for y in YS for x0, x1 in pairwise(XS)]
    down = [(x - 0.3, y0 + 1, y1 - 1) for x in XS for y0, y1 in pairwise(YS)]
    assert len(cells(page_of(words(), across=across, down=down))) == 9


def test_doubled_rules_are_one():
    across, down = grid(XS, YS)
    doubled = across + [(y + 1.5, x0, x1) for y, x0, x1 in across]
    assert len(cells(page_of(words(), across=doubled, down=down))) == 9


def test_a_cell_over_two_columns_and_one_over_two_rows():
    across, down = grid(XS, YS)
    across = [(y, x0, x1) for y, x0, x1 in across if y != 140.0] + [(140.0, 50.0, 300.0)]
    down = [(x, t, b) for x, t, b in down if x != 150.0] + [(150.0, 120.0, 160.0)]
    found = cells(page_of(words(), across=across, down=down))
    assert found[0, 0, 1, 2] == "Ref Action"
    assert found[1, 2, 2, 1] == "Clerk Chair"


def test_a_last_row_without_a_closing_rule_is_kept_and_said_to_be_open():
    across, down = grid(XS, YS)
    page = page_of(words(), across=across[:-1], down=down)
    (table,) = page_to_tables(page, page.words)
    assert table.rows == 3
    assert (table.open_top, table.open_bottom) == (False, True)


def test_sides_left_open_are_columns_still():
    across, down = grid(XS, YS)
    found = cells(page_of(words(), across=across, down=down[1:-1]))
    assert found[1, 0, 1, 1] == "1"
    assert found[1, 2, 1, 1] == "Clerk"


def test_the_fill_painted_last_is_the_cells_and_white_is_none():
    across, down = grid(XS, YS)
    red, white = (255, 0, 0), (255, 255, 255)
    fills = [((300, 120, 400, 140), red), ((300, 140, 400, 160), red), ((300, 140, 400, 160), white)]
    page = page_of(words(), across=across, down=down, fills=fills)
    (table,) = page_to_tables(page, page.words)
    colours = {(c.row, c.column): c.fill for c in table.cells if c.column == 2}
    assert colours == {(0, 2): None, (1, 2): red, (2, 2): None}


def test_two_tables_side_by_side_stay_two():
    left, right = grid([50, 100, 150], [100, 120, 140]), grid([300, 350, 400], [100, 120, 140])
    marks = [set_line("x", x, y) for x in (60, 110, 310, 360) for y in (114, 134)]
    page = page_of([w for line in marks for w in line], across=left[0] + right[0], down=left[1] + right[1])
    assert [round(table.box.x0) for table in page_to_tables(page, page.words)] == [50, 300]


def test_a_box_around_text_is_no_table():
    across, down = grid([50, 400], [100, 200])
    page = page_of(set_line("A paragraph in a frame", 60, 120), across=across, down=down)
    assert page_to_tables(page, page.words) == []


def test_paragraphs_of_a_cell_are_told_by_gaps_and_markers():
    across, down = grid([50, 300, 400], [100, 200, 220])
    lines = [("Head of", 112), ("Business", 124), ("Director of ICT", 142), ("• a bullet", 154)]
    page = page_of([w for text, y in lines for w in set_line(text, 60, y)], across=across, down=down)
    (table,) = page_to_tables(page, page.words)
    cell = next(c for c in table.cells if c.text)
    assert [p.text for p in cell.paragraphs] == ["Head of Business", "Director of ICT", "a bullet"]
