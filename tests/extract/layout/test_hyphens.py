"""Hyphens at line ends: those that break a word, and those that are part of it."""

from __future__ import annotations

import pytest

from extract.layout import PackWords, mark_soft_hyphens, words_to_lines
from extract.layout.excerpt import join_lines
from tests.extract.drawn import page_of, set_line


def marked(page):
    known = PackWords()
    known.add(page)
    return mark_soft_hyphens(page, known)


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "whole"),
    [
        ("the govern-", "ment policy", "", "the government policy"),
        ("Mid-", "wifery services", "Midwifery", "Midwifery services"),
        ("our hospital-", "wide plan", "the hospital and a wide road, one hospital is wide", "our hospital-wide plan"),
        ("our hospital-", "wide plan", "the hospital", "our hospital-wide plan"),
        ("our nation-", "wide plan", "nationwide, a nation", "our nationwide plan"),
        ("for self-", "sufficiency here", "", "for self-sufficiency here"),
        ("a co-", "operative body", "cooperative", "a cooperative body"),
        ("a co-", "operative body", "co-operative", "a co-operative body"),
        ("spend was re-", "profiled twice", "a re-profiling", "spend was re-profiled twice"),
        ("Jackie Turner-", "Robinson leads", "", "Jackie Turner-Robinson leads"),
        ("in 2013-", "14 and", "", "in 2013-14 and"),
        ("reviews; step-", "in rights", "", "reviews; step-in rights"),
        ("a follow-", "up call", "", "a follow-up call"),
        ("kept with-", "in budget", "", "kept within budget"),
    ],
)
def test_the_packs_own_words_say_which_hyphens_are_soft(first, second, elsewhere, whole):
    words = set_line(first, 50, 100) + set_line(second, 50, 112) + set_line(elsewhere, 50, 300)
    page = marked(page_of(words))
    lines = words_to_lines(page.words, page.height)
    assert join_lines(line.excerpt for line in lines[:2]).text == whole


def test_a_hyphen_within_a_line_is_left_alone():
    page = page_of(set_line("the mid- term review", 50, 100))
    assert marked(page).words == page.words
