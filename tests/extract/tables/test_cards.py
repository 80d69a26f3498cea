"""Cards drawn with fills alone: labels in a stack of boxes, ratings in a row of boxes."""

from __future__ import annotations

import pytest

from extract.layout import words_to_lines
from extract.tables import lines_to_cards
from tests.extract.drawn import BOLD, PLAIN, page_of, set_line, set_row

GREY, RED, AMBER = (220, 230, 235), (210, 50, 30), (255, 190, 70)


def cards(words, fills=(), across=()):
    page = page_of(words, fills=list(fills), across=list(across))
    tables = lines_to_cards(words_to_lines(page.words, page.height), page)
    return [
        [[cell.text.text for cell in table.cells if cell.row == row] for row in range(table.rows)] for table in tables
    ]


def test_labels_in_a_stack_of_boxes_and_their_text_are_a_table():
    words = set_row({52: "Owner", 180: "Treasurer"}, 112, font=BOLD) + set_line("Cause", 52, 142, font=BOLD)
    words += set_line("Demand for care", 180, 142) + set_line("exceeds plans", 180, 154)
    fills = [((50, 100, 160, 128), GREY), ((50, 130, 160, 160), GREY)]
    assert cards(words, fills) == [[["Owner", "Treasurer"], ["Cause", "Demand for care exceeds plans"]]]


def test_labels_beside_labels_make_a_table_of_four_columns():
    words = set_row({52: "Owner", 150: "Clerk", 302: "Date", 400: "May"}, 112)
    words += set_row({52: "Team", 150: "Law", 302: "Ward", 400: "All"}, 132)
    fills = [((x, top, x + 90, top + 20), GREY) for x in (50, 300) for top in (100, 120)]
    assert cards(words, fills) == [[["Owner", "Clerk", "Date", "May"], ["Team", "Law", "Ward", "All"]]]


@pytest.mark.parametrize("values", [{180: "1,200", 260: "30", 340: "4"}, {180: "1,200"}])
def test_a_filled_column_beside_numbers_is_left_to_alignment(values):
    words = [w for n in range(3) for w in set_row({52: "Staff", **values}, 112 + 20 * n)]
    assert cards(words, [((50, 100 + 20 * n, 160, 120 + 20 * n), GREY) for n in range(3)]) == []


def rated(words):
    return cards(words, [((50, 150, 150, 170), RED), ((200, 150, 300, 170), AMBER)])


def test_ratings_in_boxes_side_by_side_have_the_names_above_them():
    words = set_row({60: "Inherent", 210: "Target", 360: "Trend"}, 112, font=BOLD)
    words += set_line("●", 90, 130) + set_row({60: "L4 x I5 = 20", 210: "10"}, 162)
    assert rated(words) == [[["Inherent", "Target"], ["L4 x I5 = 20", "10"]]]


def test_rated_cells_in_the_row_of_a_table_are_no_card():
    words = set_row({60: "Inherent", 210: "Target", 360: "Owner"}, 112, font=BOLD)
    assert rated(words + set_row({60: "20", 210: "10", 360: "Clerk"}, 162)) == []


def ruled_labels(bold):
    words = [
        w for n, text in enumerate(("Owner", "Cause", "Event")) for w in set_line(text, 52, 112 + 20 * n, font=bold)
    ]
    words += [
        w
        for n, text in enumerate(("Treasurer", "Demand for care", "Deficit"))
        for w in set_line(text, 180, 112 + 20 * n)
    ]
    return cards(words, across=[(118 + 20 * n, x, end) for n in range(3) for x, end in ((50, 150), (150, 500))])


def test_bold_labels_between_rules_and_their_text_are_a_table():
    assert ruled_labels(BOLD) == [[["Owner", "Treasurer"], ["Cause", "Demand for care"], ["Event", "Deficit"]]]
    assert ruled_labels(PLAIN) == []
