"""Ratings in lines without a table: a name and, behind a wide gap, the word of a colour (`Air quality   Green`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.layout.excerpt import Excerpt, words_to_excerpt
from extract.layout.types import Line
from extract.records.action_words import RAG_ONLY
from extract.tables.types import Table

_LEAST = 3  # lines that rate something, one below the other
_ALIGNED = 3.0  # points
_LETTERS = 3  # a word of a colour has that many at least: a letter may be an initial


def lines_to_ratings(flow: Sequence[Line | Table]) -> Iterator[tuple[Excerpt, Excerpt]]:
    """Names and the words that rate them, where lines stand below each other; a key gives each colour once."""
    run: list[tuple[Excerpt, Excerpt]] = []
    for element in flow:
        pair = _pair(element) if isinstance(element, Line) and len(element.segments) == 2 else None
        if pair is None or (run and not _below(run[-1][1], pair[1])):
            yield from _rated(run)
            run = []
        if pair is not None:
            run.append(pair)
    yield from _rated(run)


def _pair(line: Line) -> tuple[Excerpt, Excerpt] | None:
    name, word = (words_to_excerpt(segment) for segment in line.segments)
    rates = len(word.text) >= _LETTERS and RAG_ONLY.match(word.text) and not RAG_ONLY.match(name.text)
    return (name, word) if rates and any(map(str.isalpha, name.text)) else None


def _below(above: Excerpt, word: Excerpt) -> bool:
    first, second = above.first_word, word.first_word
    return first.page == second.page and abs(first.x0 - second.x0) < _ALIGNED


def _rated(run: Sequence[tuple[Excerpt, Excerpt]]) -> Sequence[tuple[Excerpt, Excerpt]]:
    """The lines of a run; none where it is too short to be a list, or a key: each colour once."""
    words = [word.text.casefold() for _, word in run]
    return run if len(run) >= _LEAST and len(set(words)) < len(words) else ()
