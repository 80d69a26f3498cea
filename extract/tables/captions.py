"""What belongs to a table beside its grid: the line by it that begins `Table 4`, and the notes just below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.layout.types import Line
from extract.pdf.types import Box
from extract.tables.types import Table
from extract.vocabulary import read_vocabulary

_DATA = read_vocabulary("extract.tables", "captions", {"words": list, "notes": list, "continued": list})
_WORDS = _DATA["words"]
# `Table 4 Scheme Progress`, `1.2.4 Table 1 – Revised budget`, `Tabl A.`; `Table 1 below shows` begins a sentence.
_CAPTION = re.compile(
    rf"(?:\d+(?:\.\d+)*\.?\s+)?(?i:{'|'.join(_WORDS)})\.?\s+(?P<number>[A-Z]{{0,2}}\s?\d+(?:[.-]\s?\d+)*[a-z]?|[A-Z]|[IVX]+)"
    r"(?:\s*[:.–—-]\s*\S|\s+\(?[A-Z\d£%]|[:.]?$)"
)
_ABOVE, _BELOW = 45.0, 16.0  # points between a table and the beginning of its caption, or the caption below it
# `* Includes grants`, `1 Net of fees`, `(a) As revised`, `Note: provisional`, `Source: the ledger`
_NOTE = re.compile(
    r"(?P<mark>[*†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹]|\(?(?:\d{1,2}|[a-z])\)?)\s+\S"
    rf"|(?i:(?P<word>{'|'.join(map(re.escape, _DATA['notes']))})\s?\d*[:.–-])"
)
_NOTE_NEAR = 24.0  # points below the table, or the note before, within which a note begins
_MOST_LINES = 3
_MOST_WORDS = 45
_MOST_WORDS_OF_HEADING = 14


def table_caption(above: Sequence[Line], table: Table, below: Sequence[Line]) -> Excerpt:
    """The caption of a table from the lines next to it in printed order, the nearest ones last above; may be empty."""
    listed = (line for line in above[-_MOST_LINES:] if line.page == table.page and line.top < table.box.top)
    near = [_over(line, table.box) for line in listed]
    for index in range(len(near) - 1, -1, -1):
        if _CAPTION.match(near[index].text) and table.box.top - near[index].bottom < _ABOVE:
            return _whole(near[index:])
    last = table.fragments[-1].box
    under = [line for line in below[:_MOST_LINES] if line.page == last.page and line.top > last.bottom - 1]
    if under and _CAPTION.match(under[0].text) and under[0].top - last.bottom < _BELOW:
        return _whole(under)
    return EMPTY


_CONTINUED = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(sorted(_DATA['continued'], key=len, reverse=True))})(?!\w)")


def says_continued(text: str, headings: Sequence[str]) -> bool:
    """Whether a line says that a table goes on: `Table 4 (continued)`, or one of the headings before it once more."""
    own = _CONTINUED.sub("", text)
    same = _fold(own) in {_fold(heading) for heading in headings}
    return same or (own != text and (not _fold(own) or len(text.split()) <= _MOST_WORDS_OF_HEADING))


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def is_caption(text: str) -> bool:
    """Whether a line begins as captions do: `Table 4: Reserves`."""
    return _CAPTION.match(text) is not None


def caption_number(caption: Excerpt) -> Excerpt:
    """The number that a caption gives its table (`4`, `A.2`); empty where it gives none."""
    match = _CAPTION.match(caption.text)
    return EMPTY if match is None else caption.group(match, "number")


def table_footnotes(table: Table, below: Sequence[Line]) -> tuple[Excerpt, ...]:
    """The notes that stand just below a table, one for each: lines that begin with a mark or a word for notes.

    A number or a letter is a mark only where the table prints it behind other words, as a note's reader looks for it.
    """
    last = table.fragments[-1].box
    notes: list[list[Line]] = []
    bottom = last.bottom
    for line in below:
        if line.page != last.page or not -1 < line.top - bottom < _NOTE_NEAR:
            break
        match = _NOTE.match(line.text)
        if match is not None and (match["word"] or _is_marked(table, match["mark"])):
            notes.append([line])
        elif notes and abs(line.size - notes[-1][0].size) < 0.2 and line.space_above < 0.6 * line.size:
            notes[-1].append(line)
        elif not _CAPTION.match(line.text):
            break
        bottom = line.bottom
    return tuple(join_lines(line.excerpt for line in note) for note in notes)


def _is_marked(table: Table, mark: str) -> bool:
    """Whether a cell prints the mark of a note: a sign anywhere, a number or a letter small or in brackets."""
    if not mark.strip("()").isascii() or not mark.strip("()").isalnum():
        return any(mark in cell.text.text for cell in table.cells)
    return any(_ends_in_mark(cell.text, mark) for cell in table.cells)


def _ends_in_mark(text: Excerpt, mark: str) -> bool:
    if text.text.endswith(f"({mark.strip('()')})"):
        return len(text) > len(mark) + 2
    words = text.words
    return len(words) > 1 and words[-1].text == mark and words[-1].size < 0.85 * words[0].size


def _over(line: Line, box: Box) -> Line:
    """The part of a line of several captions that stands over a table, where tables stand side by side."""
    if sum(_CAPTION.match(" ".join(word.text for word in part)) is not None for part in line.segments) < 2:
        return line
    parts = [part for part in line.segments if part[0].x0 < box.x1 and part[-1].x1 > box.x0]
    words = tuple(word for part in parts for word in part)
    return Line(line.page, words, tuple(parts), line.space_above) if words else line


def _whole(lines: Sequence[Line]) -> Excerpt:
    """A caption's first line with those that go on with it: set the same and close below."""
    first, taken = lines[0], [lines[0]]
    for line in lines[1:]:
        alike = line.bold == first.bold and abs(line.size - first.size) < 0.2
        if not alike or line.space_above > 0.6 * line.size or line.text.startswith("("):
            break
        taken.append(line)
    words = sum(len(line.words) for line in taken)
    return join_lines(line.excerpt for line in (taken if words <= _MOST_WORDS else taken[:1]))
