"""Printed lines to paragraphs: where one ends and the next begins, and what marks it (`(a)`, `5.1`, `23/104`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.layout.excerpt import EMPTY, Excerpt, begins_with_bullet, flow_lines, join, join_lines, words_to_excerpt
from extract.pack.printed import Place, Printed, elements_to_lines
from extract.pack.types import Element

_MARKER = re.compile(
    r"\(?(?:[a-z]|[ivx]{1,5}|[A-H]|\d{1,2})\)\.?(?=\s)"  # (a) b) (iv) 1)
    r"|\d{1,3}(?:\.\d{1,3})*\(\w{1,3}\)\.?(?=\s)"  # 5(1)
    r"|\d{1,3}(?:\.\d{1,3})+\.?(?=\s+\D)"  # 5.1 18.07.1
    r"|\d{1,3}\.(?=\s+\D|$)"  # 5.
    r"|(?:[a-z]|[ivx]{2,5})\.(?=\s)"  # a. ii.
    r"|[A-Z]{1,6}\s?\(\d{1,4}\)\s?\d{1,4}(?:\.[ivx]{1,4})?[.:]?(?=\s+\D|$)"  # TB(25)061 TB(5)3.ii
    r"|(?:[A-Z]{1,6}[-/ ]?|[A-Z][A-Za-z]{1,5}/|[A-Z][a-z]?[A-Z][A-Za-z]?\s)?"  # Exe/25/16 BoD 25/16
    r"\d{2,4}/\d{2,4}(?:[-./]\d{1,4})*[a-z]?[.:]?(?=\s+\D|$)"
    r"|[A-Z]{1,4}\d{2,4}[-/]\d{1,4}(?=\s)"  # R2023-133
    r"|[A-Z]{1,5}[./-]\d{1,4}[.:]?(?=\s+[A-Z])|[A-Z]{2,4}\s?\d{2,4}\.(?=\s+[A-Z])"  # AG.21 FPC 45.
)
_NUMBER = re.compile(
    r"(?:[A-Z]{0,4}[-/ ]?|[A-Z][a-z]?[A-Z][A-Za-z]?\s|[A-Z]{1,6}\s?\(\d{2,4}\)\s?)\d{1,4}(?:[./-]\d{1,4})*[a-z]?[.)]?"
)
_SENTENCE_END = re.compile(r"(?:[.!?:;]|:\s?[-–—])[\"”’')\]]*$")  # `is recommended to:-`
_GOES_ON = re.compile(
    r"(?i)(?:[,;]|(?<!:)(?<!:\s)[–-]|\b(?:and|or|of|the|to|in|for|by|with|a|an|at|on|that|mr|mrs|ms|miss|dr|cllr))$"
)
_DASH_END = re.compile(r"\s[–—-]$")
_FIRST_MARKER = re.compile(r"(?i)\(?(?:1|a|i)\)")
_ITEM_END = re.compile(r"(?i);(?:\s*(?:and|or))?$")
_CITES = re.compile(r"(?i)\b(?:paragraphs?|minutes?|sections?|items?|numbers?|nos?|no\.|appendix|table)$")
_COMPOUND = re.compile(r"\w*\d+(?:/\d+|\.\d+\.\d+)")
_TAIL = 0.22  # em more than the usual distance between lines that part two paragraphs
_HANGS = 5.0  # points between the left edges of a paragraph and of another
_LABEL = re.compile(r"[A-Z][\w’'/-]*(?: [\w’'/&-]+){0,3}:(?=\s|$)")
_LABELLED = 0.6  # em above a line that begins with a label of its own
_SLACK = 1.0  # em of room that a line must leave beside the word that was not put on it
_HANGING_GAP = 1.0  # em behind a number without a stop that hangs in front of its text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its marker (`(a)`, `23/104`, `5.1`; empty where it has none), its text without it, its lines.

    `x0` is where it begins and `indent` where its text does, in points; `beside` what a side column holds there.
    """

    marker: Excerpt
    text: Excerpt
    lines: tuple[Printed, ...]
    x0: float
    indent: float
    beside: Excerpt
    bullet: bool

    @property
    def page(self) -> int:
        """The page it begins on, from 1."""
        return self.lines[0].page

    @property
    def place(self) -> Place | None:
        """The cell that it stands in: table, row, column."""
        return self.lines[0].place

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def whole(self) -> Excerpt:
        """Marker and text."""
        return join_lines((self.marker, self.text))


@dataclass(frozen=True, slots=True)
class _Measure:
    """The distances of a text in points: usual space between lines by size, right edge by cell (None: the page).

    Cells are often set closer than running text of their size, so each of the two has a usual space of its own.
    """

    space: dict[tuple[float, bool], float]
    right: dict[tuple[int, Place | None], float]


def elements_to_paragraphs(elements: Iterable[Element]) -> tuple[Paragraph, ...]:
    """The paragraphs of a part of the running order, in reading order."""
    return lines_to_paragraphs(elements_to_lines(elements))


def lines_to_paragraphs(lines: Sequence[Printed]) -> tuple[Paragraph, ...]:
    """The paragraphs that printed lines make."""
    measure = _measure(lines)
    groups: list[list[Printed]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_paragraph(group) for group in groups)


def _measure(lines: Sequence[Printed]) -> _Measure:
    spaces: dict[tuple[float, bool], Counter[float]] = {}
    right: dict[tuple[int, Place | None], float] = {}
    for line in lines:
        if line.space is not None and -0.3 * _size(line) < line.space < 1.2 * _size(line):
            spaces.setdefault(_setting(line), Counter())[round(line.space, 0)] += 1
        key = _column(line)
        right[key] = max(right.get(key, 0.0), line.x1)
    return _Measure({setting: _usual(counts) for setting, counts in spaces.items()}, right)


def _usual(counts: Counter[float]) -> float:
    """The smallest distance that is a common one: lines of a paragraph stand closer than paragraphs."""
    most = max(counts.values())
    return min(space for space, count in counts.items() if count >= 0.35 * most)


def _column(line: Printed) -> tuple[int, Place | None]:
    return (line.page, None) if line.place is None else (0, (line.place[0], 0, line.place[2]))


def _setting(line: Printed) -> tuple[float, bool]:
    """The size of a line, and whether it stands in a cell."""
    return _size(line), line.place is not None


def _size(line: Printed) -> float:
    return round(max(line.words, key=lambda word: len(word.text)).size, 0)


def _begins(group: Sequence[Printed], line: Printed, measure: _Measure) -> bool:
    """Whether a line begins a paragraph after those of `group`."""
    first, last = group[0], group[-1]
    text, before = line.text, last.text
    if line.place != last.place or begins_with_bullet(line.excerpt):
        return True
    if _marked(group, line):
        return True
    if line.page == last.page and (_ends_item(group, line, measure) or _labels_next(last, line)):
        return True
    bold = _is_bold_text(last) if last is first else last.bold
    if text[0].islower() and line.bold in (bold, last.words[-1].bold) and not _SENTENCE_END.search(before):
        return False
    if line.bold != bold and not (_GOES_ON.search(before) and not line.bold):
        return True
    if abs(_size(line) - _size(last)) > 1:
        return True
    if line.page != last.page:
        return bool(_SENTENCE_END.search(before)) or line.x0 < last.x0 - _HANGS
    usual = measure.space.get(_setting(line), 3.0)
    if line.space is not None and line.space > usual + max(_TAIL * _size(line), 1.2):
        return True
    return _outdented(first, last, line) or _ends_short(last, line, measure)


def _is_bold_text(line: Printed) -> bool:
    """Whether what stands behind a line's marker is bold: the number of a bold title or note may be plain."""
    words = line.words[len(_marker(line).split()) :] or line.words
    return all(word.bold for word in words if any(c.isalnum() for c in word.text))


def _marked(group: Sequence[Printed], line: Printed) -> bool:
    """Whether a line begins with the marker of a list or of a minute, and not with a number of the sentence."""
    first, last = group[0], group[-1]
    marker = _marker(line)
    if not marker:
        return False
    hangs = len(line.segments) > 1 and len(words_to_excerpt(line.segments[0])) == len(marker)
    goes_on_list = bool(_marker(first)) and abs(line.x0 - first.x0) <= _HANGS
    if hangs or goes_on_list:
        return True
    before = last.text
    if _DASH_END.search(before) and _FIRST_MARKER.match(marker):  # `Resolved – On the motion of A –` over `(1) That …`
        return True
    if _GOES_ON.search(before) or (_CITES.search(before) and not last.bold):
        return False
    compound = bool(_COMPOUND.match(marker))
    moved = abs(line.x0 - last.x0) > _HANGS
    return compound or moved or bool(_SENTENCE_END.search(before))


def _outdented(first: Printed, last: Printed, line: Printed) -> bool:
    """Whether a line begins further left than the text of the paragraph, or further right than its other lines."""
    text_left = last.x0 if last is not first else _text_left(first)
    return line.x0 < min(text_left, last.x0) - _HANGS or (last is not first and line.x0 > last.x0 + _HANGS)


def _text_left(line: Printed) -> float:
    marker = _marker(line)
    rest = [word for word in line.words if word.x0 > line.x0][: 1 if marker else 0]
    return min(rest[0].x0, line.x0 + 60) if rest and marker else line.x0


def _ends_item(group: Sequence[Printed], line: Printed, measure: _Measure) -> bool:
    """Whether a line ends an item of a list whose bullets are drawn and no words: `note the report; and`, cut short.

    In a cell it may fill its line where the next one begins with a capital.
    """
    last = group[-1]
    if not _ITEM_END.search(" ".join(one.text for one in group[-2:])) or abs(line.x0 - last.x0) > _HANGS:
        return False
    if (
        line.place is not None
        and line.text[0].isupper()
        and not begins_with_bullet(group[0].excerpt)
        and not _marker(group[0])
    ):
        return True
    return _room(last, measure) >= line.words[0].x1 - line.words[0].x0 + _SLACK * line.words[0].size


def _labels_next(last: Printed, line: Printed) -> bool:
    """Whether a line begins with a label (`RAG key: …`) behind a sentence's end, with room above it."""
    apart = line.space is not None and line.space > _LABELLED * _size(line)
    return apart and bool(_SENTENCE_END.search(last.text)) and bool(_LABEL.match(line.text))


def _room(line: Printed, measure: _Measure) -> float:
    """How far a line ends from the right edge of its column, in points."""
    return measure.right[_column(line)] - line.x1


def _ends_short(last: Printed, line: Printed, measure: _Measure) -> bool:
    """Whether the first word of a line would have had room on the line before, which ended there for that reason."""
    word = line.words[0]
    if _room(last, measure) < (word.x1 - word.x0) + _SLACK * word.size or _GOES_ON.search(last.text):
        return False
    return not word.text[0].islower()


def _marker(line: Printed) -> str:
    """The marker that a line begins with; a number with a wide gap behind it is one whatever its form."""
    text = line.text
    match = _MARKER.match(text)
    if match is not None:
        return match[0]
    if _hanging_number(line):
        return line.words[0].text
    if len(line.segments) < 2:
        return ""
    label = " ".join(word.text for word in line.segments[0])
    return label if _NUMBER.fullmatch(label) else ""


def _hanging_number(line: Printed) -> bool:
    """Whether a line begins with a number of one or two digits, and more room behind it than a word space takes."""
    number, *rest = line.words[:2]
    gap = rest[0].x0 - number.x1 if rest else 0.0
    return gap >= _HANGING_GAP * number.size and len(number.text) < 3 and number.text.isdigit()


def _paragraph(group: Sequence[Printed]) -> Paragraph:
    first = group[0]
    marker = _marker(first)
    bullet = not marker and begins_with_bullet(first.excerpt)
    opening = first.excerpt.cut(len(marker)) if marker else first.excerpt
    text = flow_lines([opening, *(line.excerpt for line in group[1:])]) if bullet else _running(opening, group[1:])
    indent = group[1].x0 if len(group) > 1 else _text_left(first)
    beside = join((line.beside for line in group), "\n")
    return Paragraph(
        first.excerpt.cut(0, len(marker)) if marker else EMPTY, text, tuple(group), first.x0, indent, beside, bullet
    )


def _running(opening: Excerpt, rest: Sequence[Printed]) -> Excerpt:
    return join_lines([opening, *(line.excerpt for line in rest)])
