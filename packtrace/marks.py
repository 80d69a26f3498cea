"""Ratings by what they are printed with: the word, the letter and the fill of each, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from extract.records.kept import Issue, RatingMark, Record
from extract.records.types import RatedCell
from normalise import colour_name, colour_to_rag, marks_disagree, parse_rag, rating_marks, status_rag

_MESSAGE = "A rating says {one} by its {first} and {other} by its {second}; what is printed in words was taken."


def cell_to_marks(rated: RatedCell | None) -> tuple[RatingMark, ...]:
    """The marks of a rating that one cell prints: at most a word, a letter and a fill."""
    return () if rated is None else tuple(_marks(rated))


def _marks(rated: RatedCell) -> Iterator[RatingMark]:
    page, x0, top, x1, bottom = rated.box
    box = (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))
    word, letter = rating_marks(rated.text.text)
    if word is not None:
        yield RatingMark("word", parse_rag(word), word, None, None, page, box)
    if letter is not None:
        yield RatingMark("letter", parse_rag(letter), letter, None, None, page, box)
    if rated.fill is not None:
        colour = "#{:02x}{:02x}{:02x}".format(*rated.fill)
        yield RatingMark("fill", colour_to_rag(*rated.fill), None, colour, colour_name(*rated.fill), page, box)


def records_to_mark_issues(records: Iterable[Record]) -> Iterator[Issue]:
    """An issue `rating_disagrees` for each rating whose word, letter and fill do not say the same."""
    for record in records:
        pair = next((pair for pair in combinations(record.marks, 2) if _disagree(*pair)), None)
        if pair is not None:
            one, other = pair
            message = _MESSAGE.format(one=_rating(one), first=one.mark, other=_rating(other), second=other.mark)
            words = " ".join(mark.words or mark.colour or "" for mark in record.marks)
            yield Issue("rating_disagrees", message, one.page, words)


def _disagree(one: RatingMark, other: RatingMark) -> bool:
    first, second = _rating(one), _rating(other)
    return first is not None and second is not None and marks_disagree(first, second)


def _rating(mark: RatingMark) -> str | None:
    """What a mark rates; a fill between two ratings is named as such."""
    if mark.rag is None:
        return None
    return status_rag(mark.words) if mark.words is not None else mark.colour_name
