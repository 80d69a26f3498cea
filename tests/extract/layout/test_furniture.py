"""Running headers, footers, stamps and printed page numbers."""

from __future__ import annotations

import pytest

from extract.layout.furniture import pages_to_furniture
from tests.extract.drawn import grid, page_of, set_line, set_row


def pack(pages):
    return pages_to_furniture([page_of(words, number=n) for n, words in enumerate(pages, start=1)])


def body(page, text="Some words of the body of this report stand here"):
    return set_line(text, 50, 300, page=page)


def furniture(info):
    return [excerpt.text for excerpt in info.furniture]


def test_what_repeats_at_the_same_height_is_furniture_though_its_digits_differ():
    pages = [set_line(f"Board papers {n}", 50, 30, page=n) + body(n) for n in (1, 2, 3)]
    assert [furniture(info) for info in pack(pages)] == [["Board papers 1"], ["Board papers 2"], ["Board papers 3"]]


def test_what_stands_once_is_body():
    pages = [set_line("A title", 50, 30, page=1) + body(1), body(2), body(3)]
    assert [furniture(info) for info in pack(pages)] == [[], [], []]


def test_a_line_with_body_beside_it_or_outside_it_is_body():
    pages = [set_row({50: "(1)", 90: f"paragraph {'abcdef'[n]} on page"}, 30, page=n) + body(n) for n in (1, 2, 3)]
    assert [furniture(info) for info in pack(pages)] == [[], [], []]


def test_captions_at_the_same_height_on_two_pages_are_body():
    pages = [set_line(f"Table {n}: Revenue variances over 100", 50, 30, page=n) + body(n) for n in (1, 2)]
    assert [furniture(info) for info in pack(pages)] == [[], []]


def test_a_repeated_table_head_inside_a_grid_is_body():
    across, down = grid([40, 120, 300], [20, 40, 60])
    words = [set_row({50: "Action", 130: "Owner"}, 32, page=n) + body(n) for n in (1, 2, 3)]
    pages = [page_of(w, across=across, down=down, number=n) for n, w in enumerate(words, start=1)]
    assert [furniture(info) for info in pages_to_furniture(pages)] == [[], [], []]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Page 17", "17"),
        ("Page 4 of 54", "4"),
        ("Tudalen / Page 3", "3"),
        ("Page | 2", "2"),
        ("- 12 -", "12"),
        ("Board of Directors 28 November Page 9 of 54", "9"),
    ],
)
def test_printed_page_numbers(printed, label):
    number = int(label)
    pages = [set_line(printed.replace(label, str(number + n), 1), 50, 820, page=n + 1) + body(n + 1) for n in range(3)]
    infos = pack(pages)
    assert [info.label.text for info in infos] == [str(number), str(number + 1), str(number + 2)]


def test_the_packs_own_count_wins_over_that_of_a_document_in_it():
    pages = [
        set_row({50: f"Page {within}", 400: f"Page {n + 10}"}, 820, page=n) + body(n)
        for n, within in ((1, 1), (2, 2), (3, 1), (4, 2))
    ]
    assert [info.label.text for info in pack(pages)] == ["11", "12", "13", "14"]


def test_no_number_printed_is_no_label():
    assert [info.label for info in pack([body(1), body(2)])] == [None, None]


@pytest.mark.parametrize("stamp", ["Agenda Item A4", "Paper 3B", "Enc 05", "Papur / Paper 2"])
def test_a_stamp_is_furniture_though_it_stands_once(stamp):
    infos = pack([set_line(stamp, 480, 30, page=1) + body(1), body(2)])
    assert [furniture(info) for info in infos] == [[stamp], []]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This page is intentionally left blank", "blank"),
        ("Document is Restricted", "restricted"),
        ("Some words of a report that is short", "text"),
        ("", "blank"),
    ],
)
def test_pages_that_hold_nothing_or_a_notice(text, kind):
    assert [info.kind for info in pack([set_line(text, 200, 400, page=1)])] == [kind]


def test_a_title_with_the_words_of_a_smaller_heading_at_its_height_is_body():
    pages = [set_line("Police and Crime Panel", 50, 60, size=16), set_line("Police and Crime Panel", 50, 60, page=2)]
    assert [furniture(info) for info in pack(pages)] == [[], []]
