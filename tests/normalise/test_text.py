import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.text import comparable, fold, plain, same_length, strip_separators


@pytest.mark.parametrize(
    ("text", "folded"),
    [("a \n\t b", "a b"), ("a\u00a0b ", "a b"), ("co\u00adop", "coop"), ("", ""), ("\u200bx", "x")],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Children’s – services.", "CHILDREN'S - Services"), ("“so”", '"SO"'), ("oﬃcer", "Officer"), ("a‐b", "a–b")],
)
def test_same_words_compare_equal(one, other):
    assert comparable(one) == comparable(other)


def test_different_words_do_not():
    assert comparable("Head of Law") != comparable("Heads of Law")


def test_plain_keeps_case():
    assert plain("“Kent’s” — plan") == '"Kent\'s" - plan'


@pytest.mark.parametrize(("text", "kept"), [("Clerk / ", "Clerk"), ("a,;", "a"), ("a – ", "a"), ("(a)", "(a)")])
def test_strip_separators(text, kept):
    assert strip_separators(text) == kept


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_positions_stay_right(text):
    assert len(same_length(text)) == len(text)
