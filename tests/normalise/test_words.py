from importlib import resources

import pytest

from normalise.words import VocabularyError, alternatives, parse_vocabulary

LAYOUT = {"months": ("may",)}


def test_lists_are_read():
    assert parse_vocabulary('[months]\nmay = ["may", "mai"]', "x", LAYOUT) == {"months": {"may": ("may", "mai")}}


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[months]\nmay = ["may"]\njune = ["june"]', "june"),
        ('[months]\nmay = ["may"]\n[days]\na = ["b"]', "days"),
        ("[months]", "may"),
        ('[months]\nmay = "may"', "list of words"),
        ('[months]\nmay = ["may", "may"]', "twice"),
        ("[months]\nmay = [5]", "list of words"),
    ],
)
def test_what_does_not_belong_is_refused(toml, says):
    with pytest.raises(VocabularyError, match=says):
        parse_vocabulary(toml, "x", LAYOUT)


def test_longest_word_is_tried_first():
    assert alternatives(("a", "a b")) == r"(?:a\s+b|a)"


def test_words_are_in_the_case_they_are_compared_in():
    for file in (resources.files("normalise") / "vocabulary").iterdir():
        lists = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
        words = [word for line in lists for word in line.split('"')[1::2]]
        assert [word for word in words if word != word.lower()] == []
