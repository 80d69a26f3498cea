"""An Excerpt keeps the place of each of its characters through cutting and joining."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.excerpt import (
    EMPTY,
    Excerpt,
    begins_with_bullet,
    flow_lines,
    join,
    join_lines,
    words_to_excerpt,
)
from tests.extract.drawn import set_line, set_word

WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8), min_size=1, max_size=8)


def line(text: str, baseline: float = 100, page: int = 1) -> Excerpt:
    return words_to_excerpt(set_line(text, 50, baseline, page=page))


@given(WORDS, st.data())
def test_each_character_of_a_cut_comes_from_its_own_place(words, data):
    excerpt = line(" ".join(words))
    start = data.draw(st.integers(0, len(excerpt.text)))
    end = data.draw(st.integers(start, len(excerpt.text)))
    cut = excerpt.cut(start, end)
    assert cut.text == excerpt.text[start:end].strip()
    for span in cut.spans:
        assert cut.text[span.start : span.end] == span.word.text[span.first : span.last]


@given(WORDS, WORDS)
def test_joining_keeps_every_box(left, right):
    one, other = line(" ".join(left)), line(" ".join(right), baseline=120)
    both = join((one, other))
    assert both.text == f"{one.text} {other.text}"
    assert both.places() == one.places() + other.places()


@given(WORDS)
def test_every_box_lies_inside_its_words(words):
    for place in line(" ".join(words)).places():
        printed = set_line(" ".join(words), 50, 100)
        assert place.box.x0 >= min(w.x0 for w in printed) - 0.01
        assert place.box.x1 <= max(w.x1 for w in printed) + 0.01


def test_a_part_of_a_word_has_a_box_of_its_own():
    excerpt = words_to_excerpt([set_word("L4xI3=12", 100, 50)])
    (place,) = excerpt.cut(6, 8).places()
    assert (place.text, place.box.x0, place.box.x1) == ("12", 130, 140)


def test_text_over_two_lines_and_two_pages_has_a_box_for_each():
    text = join_lines((line("one two"), line("three", 112), line("four", 60, page=2)))
    assert [(place.box.page, place.text) for place in text.places()] == [(1, "one two"), (1, "three"), (2, "four")]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("govern\u00ad", "ment policy"), "government policy"),
        (("(g) = (e-", "c)"), "(g) = (e-c)"),
        (("greater self-", "sufficiency"), "greater self-sufficiency"),
        (("Jackie Turner-", "Robinson"), "Jackie Turner-Robinson"),
        (("2013-", "14"), "2013-14"),
        (("a dash -", "and more"), "a dash - and more"),
        (("plain", "lines"), "plain lines"),
    ],
)
def test_line_break_hyphens_are_undone_where_they_break_a_word(lines, whole):
    assert join_lines(line(text, 100 + 12 * n) for n, text in enumerate(lines)).text == whole


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("31/03/202", "6"), "31/03/2026"),
        (("30.06.2", "025"), "30.06.2025"),
        (("37,743,15", "0"), "37,743,150"),
        (("(1,012,900", ")"), "(1,012,900)"),
        (("31/03/2026", "6 weeks"), "31/03/2026 6 weeks"),
        (("2024/25", "2025/26"), "2024/25 2025/26"),
        (("31/03/26", "30/04/26"), "31/03/26 30/04/26"),
        (("of 1,4", "5 of 12"), "of 1,4 5 of 12"),
        (("1,450", "320"), "1,450 320"),
    ],
)
def test_dates_and_numbers_that_a_narrow_cell_breaks_are_whole(lines, whole):
    assert join_lines(line(text, 100 + 12 * n) for n, text in enumerate(lines)).text == whole


def test_an_undone_hyphen_stays_in_the_words_of_its_source():
    text = join_lines((line("govern\u00ad"), line("ment", 112)))
    assert [place.text for place in text.places()] == ["govern\u00ad", "ment"]


def test_bullets_that_begin_lines_are_dropped_and_list_markers_stay():
    lines = (line("• first"), line("(a) second", 112), line("o third", 124), line("- fourth", 136))
    assert flow_lines(lines).text == "first (a) second third fourth"
    assert [begins_with_bullet(one) for one in lines] == [True, False, True, True]


def test_splitting_leaves_out_empty_pieces():
    pieces = line("A Smith, B Jones,").split(re.compile(","))
    assert [piece.text for piece in pieces] == ["A Smith", "B Jones"]


def test_an_empty_excerpt_stands_on_no_page():
    assert not EMPTY
    assert EMPTY.places() == ()
    with pytest.raises(ValueError, match="no page"):
        _ = EMPTY.page


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["September 2025", "– February 2026"], "September 2025 – February 2026"),
        (["To do:", "– write"], "To do: write"),
        (["To do", "- write", "- send"], "To do write send"),
        (["- write", "send"], "write send"),
        (["• write", "– send"], "write send"),
        (["- 50"], "- 50"),
        (["– 3.2%"], "– 3.2%"),
        (["- 50 homes", "- 20 flats"], "50 homes 20 flats"),
    ],
)
def test_a_dash_that_begins_a_line_within_a_sentence_is_no_bullet(lines, whole):
    assert flow_lines(line(text, 100 + 12 * n) for n, text in enumerate(lines)).text == whole
