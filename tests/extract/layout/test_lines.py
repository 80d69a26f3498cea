"""Words to lines: what stands on one baseline, and where a gap is too wide for a word space."""

from __future__ import annotations

from extract.layout import words_to_lines
from extract.layout.headings import is_heading, running_size, size_counts
from tests.extract.drawn import BOLD, set_line, set_row, set_word


def texts(words):
    return [[" ".join(w.text for w in segment) for segment in line.segments] for line in words_to_lines(words, 842)]


def test_a_label_and_its_text_are_one_line_of_two_segments():
    assert texts(set_row({50: "B1", 120: "Annual Business Plans"}, 100)) == [["B1", "Annual Business Plans"]]


def test_a_raised_footnote_mark_stays_on_its_line():
    words = [*set_line("major projects", 50, 100), set_word("1", 130, 97, size=6)]
    assert texts(words) == [["major projects 1"]]


def test_lines_come_from_top_to_bottom_whatever_order_they_are_painted_in():
    words = set_line("second", 50, 120) + set_line("first", 50, 100)
    assert texts(words) == [["first"], ["second"]]


def test_the_space_above_is_what_lies_between_two_lines():
    lines = words_to_lines(set_line("one", 50, 100) + set_line("two", 50, 120), 842)
    assert [line.space_above for line in lines] == [842, 10]


def test_headings_are_bold_or_large_and_short():
    running = words_to_lines(set_line("A sentence of running text that goes on for a while here.", 50, 100), 842)
    size = running_size(size_counts(running))
    (bold,) = words_to_lines(set_line("Recommendations", 50, 100, font=BOLD), 842)
    (large,) = words_to_lines(set_line("Background", 50, 100, size=14), 842)
    assert is_heading(bold, size)
    assert is_heading(large, size)
    assert not is_heading(running[0], size)
