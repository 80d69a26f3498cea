"""The string that knows where it stands.

An Excerpt is made from words of a page and keeps, for each run of its characters, the word and the part of it that
they come from. Cutting and joining keep that, so a field without a source cannot be made by accident.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, cast

from extract.pdf.types import Box, Word


class Span(NamedTuple):
    """Characters `start` to `end` of an Excerpt are (a part of) `word`: its printed characters `first` to `last`."""

    start: int
    end: int
    word: Word
    first: int
    last: int


class Place(NamedTuple):
    """Where words of an Excerpt stand: one box on one line of one page, and the words printed in it."""

    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Printed words with white space folded, and the place of each.

    `made_of` has a word as it is where all of it stands in the text with nothing but white space before it, else a
    Span: a pack is mostly whole words, and a Span for each of them would take as much memory as the words.
    """

    text: str
    made_of: tuple[Word | Span, ...]

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    @property
    def spans(self) -> tuple[Span, ...]:
        """For each of its words the characters that come from it."""
        return tuple(_each_span(self))

    @property
    def page(self) -> int:
        """The page of its first word; an empty Excerpt stands nowhere and raises ValueError."""
        return self.first_word.page

    @property
    def first_word(self) -> Word:
        """The word it begins with; an empty Excerpt has none and raises ValueError."""
        if not self.made_of:
            raise ValueError("an empty excerpt stands on no page")
        return _word(self.made_of[0])

    @property
    def words(self) -> tuple[Word, ...]:
        """The words it was made from, in order."""
        whole = Span not in map(type, self.made_of)
        return cast(tuple[Word, ...], self.made_of) if whole else tuple(map(_word, self.made_of))

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.made_of) and all(word.bold for word in self.words)

    def cut(self, start: int, end: int | None = None) -> Excerpt:
        """Its characters from `start` up to `end`, without white space at either end."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        start = max(start, 0)
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        if start >= stop:
            return EMPTY
        if start == 0 and stop == len(self.text):
            return self
        return Excerpt(self.text[start:stop], tuple(_cut_parts(self, start, stop)))

    def strip(self, characters: str | None = None) -> Excerpt:
        """Itself without the given characters (white space by default) at both ends, as `str.strip`."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self.cut(left, max(left, right))

    def search(self, pattern: re.Pattern[str], start: int = 0) -> re.Match[str] | None:
        """As `pattern.search` on its text."""
        return pattern.search(self.text, start)

    def group(self, match: re.Match[str], group: int | str = 0) -> Excerpt:
        """The part of it that a match's group covers; empty where the group took no part."""
        start, end = match.span(group)
        return EMPTY if start < 0 else self.cut(start, end)

    def split(self, pattern: re.Pattern[str]) -> tuple[Excerpt, ...]:
        """The pieces between matches of `pattern`, without empty ones."""
        ends = [(0, 0), *(match.span() for match in pattern.finditer(self.text)), (len(self.text), len(self.text))]
        pieces = (self.cut(left[1], right[0]) for left, right in pairwise(ends))
        return tuple(piece for piece in pieces if piece)

    def places(self) -> tuple[Place, ...]:
        """One box for each line (and page) that it stands on, with the words as printed there."""
        return tuple(_run_to_place(run) for run in _line_runs(self.spans))


EMPTY = Excerpt("", ())
SOFT_HYPHEN = "\u00ad"


def words_to_excerpt(words: Iterable[Word]) -> Excerpt:
    """Words joined by single spaces, in the order given."""
    whole = tuple(words)
    return Excerpt(" ".join(word.text for word in whole), whole) if whole else EMPTY


def join(excerpts: Iterable[Excerpt], separator: str = " ") -> Excerpt:
    """Excerpts one after the other with `separator` between them; empty ones are left out.

    A soft hyphen at the end of one is undone: what follows goes on its word.
    """
    return _joined(excerpts, lambda _left, _right: separator)


def join_lines(lines: Iterable[Excerpt]) -> Excerpt:
    """Printed lines as one running text: joined with spaces, line-break hyphenation undone.

    A soft hyphen goes (`extract.layout.hyphens` says which are); any other keeps its place without a space after it.
    """
    return _joined(lines, _between_lines)


def _between_lines(left: str, right: str) -> str:
    if _OWN_HYPHEN.search(left) and right[0].isalnum():
        return ""
    return "" if left[-1:].isdigit() and _is_cut_figure(left, right.split(maxsplit=1)[0]) else " "


def _is_cut_figure(left: str, right: str) -> bool:
    """Whether a narrow cell has broken a date or a number, which is all of its line: `31/03/202` over `6`."""
    if right == ")":
        return left.startswith("(") and _NUMBER.fullmatch(left + right) is not None
    date = _CUT_DATE.fullmatch(left) is not None and _DATE.fullmatch(left + right) is not None
    return date or (_CUT_NUMBER.fullmatch(left) is not None and _NUMBER.fullmatch(left + right) is not None)


def _joined(excerpts: Iterable[Excerpt], separator_between: Callable[[str, str], str]) -> Excerpt:
    pieces = [excerpt for excerpt in excerpts if excerpt]
    if len(pieces) < 2:
        return pieces[0] if pieces else EMPTY
    parts: list[str] = []
    made_of: list[Word | Span] = []
    at = 0
    for excerpt in pieces:
        separator = ""
        if parts and parts[-1].endswith(SOFT_HYPHEN):
            parts[-1] = parts[-1][:-1]
            made_of[-1] = _shortened(made_of[-1], at)
            at -= 1
        elif parts:
            separator = separator_between(parts[-1], excerpt.text)
            parts.append(separator)
            at += len(separator)
        made_of.extend(_moved(excerpt, at, after_words=bool(separator.strip())))
        parts.append(excerpt.text)
        at += len(excerpt.text)
    return Excerpt("".join(parts), tuple(made_of))


def _shortened(last: Word | Span, end: int) -> Span:
    """The part of a word that is left when the soft hyphen goes with which it ends at `end`."""
    if isinstance(last, Span):
        return last._replace(end=end - 1)
    return Span(end - len(last.text), end - 1, last, 0, len(last.text))


def _moved(excerpt: Excerpt, by: int, *, after_words: bool) -> Iterator[Word | Span]:
    """What an excerpt is made of, so many characters further on, and after words that stand on no page or not."""
    for number, part in enumerate(excerpt.made_of):
        if isinstance(part, Span):
            yield Span(part.start + by, part.end + by, part.word, part.first, part.last)
        elif number == 0 and after_words:
            yield Span(by, by + len(part.text), part, 0, len(part.text))
        else:
            yield part


_OWN_HYPHEN = re.compile(r"\w-$")
_CUT_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{3}|20?|1)")
_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d")
_CUT_NUMBER = re.compile(r"[£(−–-]*\d{1,3}(?:,\d{3})*,\d{1,2}")
_NUMBER = re.compile(r"[£(−–-]*\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?%?")
BULLETS = "•▪●○◦‣·■□➢➤►✓✔"
_DASH = re.compile(r"[-–—]\s+\S")
_STOPPED = re.compile(r"[.:;!?]\W*$")
_BULLET = re.compile(rf"^(?:[{BULLETS}]\s*|[-–—o*]\s+(?![£€$]?\d[\d,.]*[%kmn]*$))(?=\S)")  # `- 50` is a number


def flow_lines(lines: Iterable[Excerpt]) -> Excerpt:
    """Printed lines as one running text (see `join_lines`), with the bullets that begin lines dropped."""
    listed = tuple(lines)
    dash = wrapped_dash(listed)
    return join_lines(
        line.cut(match.end()) if number != dash and (match := _BULLET.match(line.text)) else line
        for number, line in enumerate(listed)
    )


def wrapped_dash(lines: Sequence[Excerpt]) -> int | None:
    """Which line begins with a dash that is no bullet: the only such one, within a sentence (`2025` over `– 2026`)."""
    found = [number for number, line in enumerate(lines) if _DASH.match(line.text)]
    within = len(found) == 1 and found[0] > 0 and not _STOPPED.search(lines[found[0] - 1].text)
    return found[0] if within and not any(_BULLET.match(line.text) for line in lines[: found[0]]) else None


def begins_with_bullet(line: Excerpt) -> bool:
    """Whether a printed line begins with a bullet."""
    return bool(_BULLET.match(line.text)) or line.text in BULLETS


def _each_span(excerpt: Excerpt) -> Iterator[Span]:
    at = 0
    for part in excerpt.made_of:
        if isinstance(part, Span):
            yield part
            at = part.end
        else:
            length = len(part.text)
            at = excerpt.text.index(part.text, at)
            yield Span(at, at + length, part, 0, length)
            at += length


def _cut_parts(excerpt: Excerpt, start: int, stop: int) -> Iterator[Word | Span]:
    """What its characters from `start` up to `stop` are made of."""
    for part, span in zip(excerpt.made_of, _each_span(excerpt), strict=True):
        if span.start >= stop:
            return
        if span.start >= start and span.end <= stop:
            yield part if part is span.word else span._replace(start=span.start - start, end=span.end - start)
        elif span.end > start:
            cut_left, cut_right = max(start - span.start, 0), max(span.end - stop, 0)
            last = span.last if cut_right == 0 else span.first + (stop - span.start)
            begin, end = max(span.start, start) - start, min(span.end, stop) - start
            yield Span(begin, end, span.word, span.first + cut_left, last)


def _word(part: Word | Span) -> Word:
    return part.word if isinstance(part, Span) else part


def _line_runs(spans: Iterable[Span]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span in spans:
        if run and not _same_line(run[-1].word, span.word):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _same_line(a: Word, b: Word) -> bool:
    if a.page != b.page or a.turn != b.turn:
        return False
    if a is b:
        return True
    size = max(a.size, b.size)
    if a.turn % 2 == 0:
        return abs(a.baseline - b.baseline) < 0.5 * size and -0.5 * size < b.x0 - a.x1 < 4 * size
    return abs(a.baseline - b.baseline) < 0.5 * size and (b.top - a.bottom < 4 * size and a.top - b.bottom < 4 * size)


def _run_to_place(run: list[Span]) -> Place:
    boxes = [
        span.word if span.last - span.first == len(span.word.text) else span.word.part(span.first, span.last)
        for span in run
    ]
    box = Box(
        boxes[0].page,
        round(min(b.x0 for b in boxes), 2),
        round(min(b.top for b in boxes), 2),
        round(max(b.x1 for b in boxes), 2),
        round(max(b.bottom for b in boxes), 2),
    )
    pieces: list[str] = []
    for index, span in enumerate(run):
        touching = index > 0 and run[index - 1].word is span.word and run[index - 1].last == span.first
        pieces.append(("" if index == 0 or touching else " ") + span.word.text[span.first : span.last])
    return Place(box, "".join(pieces))
