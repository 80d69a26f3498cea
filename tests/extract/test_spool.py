"""Values in memory and in a file."""

from __future__ import annotations

import resource
import tempfile
from dataclasses import dataclass

import pytest

from extract.layout import words_to_lines
from extract.spool import Spool
from packtrace.errors import StoreFullError, as_packtrace_error
from tests.extract.drawn import page_of, set_line


@dataclass(frozen=True, slots=True)
class One:
    """A value with one field."""

    text: str


@pytest.mark.parametrize("most", [0, 1, 4, 5, 100])
def test_values_come_back_in_their_order_from_memory_or_a_file(most):
    spool = Spool(range(5), most=most)
    assert (list(spool), len(spool), spool[0], spool[-1], spool[1:3]) == ([0, 1, 2, 3, 4], 5, 0, 4, [1, 2])
    assert list(spool.values()) == [0, 1, 2, 3, 4]
    assert isinstance(spool.values(), tuple) is (most >= 5)
    spool.append(5)
    assert list(spool) == [0, 1, 2, 3, 4, 5]
    with pytest.raises(IndexError):
        spool[6]


def test_few_values_are_held_and_many_are_copied():
    kept, written = [One("a"), One("b")], [One("a"), One("b"), One("c")]
    assert [a is b for a, b in zip(Spool(kept, most=2), kept, strict=True)] == [True, True]
    copies = list(Spool(written, most=2))
    assert copies == written
    assert not any(a is b for a, b in zip(copies, written, strict=True))


def test_values_may_be_added_while_others_are_read():
    spool = Spool(["a", "b"], most=1)
    seen = []
    for value in spool:
        seen.append(value)
        if len(spool) < 4:
            spool.append(value * 2)
    assert seen == ["a", "b", "aa", "bb"]


def test_no_room_for_the_file_is_told_with_the_folder_that_has_none():
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    spool = Spool(["a"], most=0)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))  # as a full disk: the system writes no more
    try:
        with pytest.raises(OSError, match="large") as caught:
            spool.append("b" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert caught.value.filename == tempfile.gettempdir()
    assert isinstance(as_packtrace_error(caught.value), StoreFullError)
    assert list(spool) == ["a"]


def test_a_page_comes_back_with_its_words_and_a_line_with_one_word_for_each():
    page = page_of(set_line("Some words of a page", 50, 100))
    (line,) = words_to_lines(page.words, page.height)
    assert line.excerpt.text == "Some words of a page"
    copied_page, (copied, same) = Spool([page, (line, line)], most=0)
    assert [word.text for word in copied_page.words] == ["Some", "words", "of", "a", "page"]
    assert [word.box for word in copied_page.words] == [word.box for word in page.words]
    assert copied_page.words[1].part(1, 3) == page.words[1].part(1, 3)
    assert copied is same
    assert (copied.box, copied.excerpt.places()) == (line.box, line.excerpt.places())
    assert copied.words[0] is copied.segments[0][0]
