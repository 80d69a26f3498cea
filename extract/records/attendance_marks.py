"""Lists of members in which a mark before a name says who was there: `(* Present)`, `* = present`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layout.excerpt import words_to_excerpt
from extract.layout.lines import row_to_segments
from extract.pack.printed import Printed
from extract.pdf.types import Word
from extract.records.attendance_rows import segment_to_head
from extract.records.attendance_words import attendance_words

_MARKS = frozenset("*#+†‡✓✔")
_NEAR = 40.0  # points between a mark in a column of its own and the name it stands before, at most
_EDGE = 6.0  # points within which names of a list begin


def present_by_mark(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines without marks and without those members who have none, where a line explains the mark; else as given.

    Only lists of members are read so: officers and visitors are listed because they came.
    """
    explained = [_without_legend(line) for line in lines]
    kept = [line for line in explained if line is not None]
    if all(new is old for new, old in zip(explained, lines, strict=True)):
        return tuple(lines)
    signs = [word for line in kept for word in line.words if _is_sign(word)]
    pieces = (replace(line, words=p, segments=row_to_segments(p), place=None) for line in kept for p in _pieces(line))
    return tuple(_those_present(list(pieces), signs))


def _without_legend(line: Printed) -> Printed | None:
    """A line without what says at its end, or in all of it, what a mark means; None where nothing is left."""
    text = line.text
    match = None if _MARKS.isdisjoint(text) else attendance_words().mark_legend.search(text)
    if match is None:
        return line
    words = line.words[: len(text[: match.start()].split())]
    if not words:
        return None
    headed = segment_to_head(words_to_excerpt(words)) is not None
    return replace(line, words=words, segments=row_to_segments(words)) if headed else line


def _pieces(line: Printed) -> Iterator[tuple[Word, ...]]:
    """The words of a line without marks that stand alone, cut before each mark and before a titled name after a gap."""
    titled = attendance_words().titled
    gaps = {segment[0] for segment in line.segments[1:] if titled.match(" ".join(word.text for word in segment))}
    piece: list[Word] = []
    for word in line.words:
        if piece and (word.text[0] in _MARKS or word in gaps):
            yield tuple(piece)
            piece = []
        if not _is_sign(word):
            piece.append(word)
    if piece:
        yield tuple(piece)


def _those_present(lines: Sequence[Printed], signs: Sequence[Word]) -> Iterator[Printed]:
    edges: list[float] = []
    members = here = False
    for line in lines:
        head = segment_to_head(line.excerpt)
        if head is not None:
            members, here, edges = head.capacity == "member", True, []
        elif members:
            titled = attendance_words().titled.match(line.text) is not None
            begins = not edges or titled or any(abs(line.x0 - edge) < _EDGE for edge in edges)
            here = _is_marked(line, signs) if begins else here
            edges.append(line.x0)
        if here or head is not None or not members:
            yield _without_mark(line)


def _is_marked(line: Printed, signs: Sequence[Word]) -> bool:
    """Whether a mark stands on the line before its first word or is its first letter."""
    first = line.words[0]
    beside = (sign for sign in signs if sign.page == first.page and first.x0 - _NEAR < sign.x0 < first.x0)
    return first.text[0] in _MARKS or any(sign.top < first.bottom and sign.bottom > first.top for sign in beside)


def _without_mark(line: Printed) -> Printed:
    """A line whose first word begins with a mark (`*Mr`) without it."""
    first, *rest = line.words
    text = first.text.lstrip("".join(_MARKS))
    if text == first.text:
        return line
    start = first.at + len(first.text) - len(text)
    words = (replace(first, text=text, x0=first.edges[start], at=start), *rest)
    return replace(line, words=words, segments=row_to_segments(words))


def _is_sign(word: Word) -> bool:
    return set(word.text) <= _MARKS
