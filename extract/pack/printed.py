"""The printed lines of prose in reading order, on the page or in the cells of a table laid out for it.

Minutes are set as plain paragraphs, with numbers that hang in the margin, with a column of actions beside them, or as a
table of number, text and action. All of them become the same lines here, with what stands beside them set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extract.layout.excerpt import EMPTY, Excerpt, join, words_to_excerpt
from extract.layout.lines import row_to_segments
from extract.layout.types import Line
from extract.pack.types import Element
from extract.pdf.types import Word
from extract.tables.types import Cell, Table
from extract.vocabulary import any_of, read_vocabulary

Segments = tuple[tuple[Word, ...], ...]
Place = tuple[int, int, int]

_PROSE = 90  # characters that the longest cell of a table for running text has at least
_LABEL = re.compile(
    r"(?:[A-Z]{0,4}[-/ ]?|[A-Z][a-z]?[A-Z][A-Za-z]?\s|[A-Z]{1,6}\s?\(\d{2,4}\)\s?)\d{1,4}(?:[./-]\d{1,4})*[a-z]?[.)]?"
)
_SHORT = 60  # characters of a cell that says who is to act or by when
_SAME_EDGE = 3.0  # points within which the lines of a note begin
_EDGE_MOVES = 25.0  # points that entries of a column may begin to the left of its head
_RAISED = re.compile(r"(?:(?:st|nd|rd|th)\s?)+")


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A printed line of a page or of a cell; `space` is the distance in points from the line above, None for the first.

    `place` is the table's number, row and column where it stands in a cell, `beside` what a side column holds there.
    """

    words: tuple[Word, ...]
    segments: Segments
    space: float | None
    place: Place | None
    beside: Excerpt = EMPTY
    _excerpt: Excerpt | None = field(default=None, init=False, repr=False)

    @property
    def page(self) -> int:
        """The page it stands on, from 1."""
        return self.words[0].page

    @property
    def x0(self) -> float:
        """Its left end, in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right end, in points."""
        return self.words[-1].x1

    @property
    def excerpt(self) -> Excerpt:
        """Its words; made once, as paragraphs ask for it many times."""
        if self._excerpt is None:
            object.__setattr__(self, "_excerpt", words_to_excerpt(self.words))
        return self._excerpt or EMPTY

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all its letters and digits are bold."""
        return all(word.bold for word in self.words if any(c.isalnum() for c in word.text))


@cache
def _side_head() -> re.Pattern[str]:
    """What heads a column beside the text (extract/pack/vocabulary/printed.toml)."""
    return any_of([rf"^(?:{words})\s*:?$" for words in _vocabulary()["side_heads"]])


@cache
def _side_label() -> re.Pattern[str]:
    return any_of([rf"^(?:{words})\s*:?(?=\s|$)" for words in _vocabulary()["side_labels"]])


@cache
def _box_label() -> re.Pattern[str]:
    labels = "|".join(_vocabulary()["side_labels"])
    return re.compile(rf"(?i)(?:{labels})(?:\s+[\w./-]*\d[\w./-]*)?\s*[:–—-]\s*\S")


@cache
def _vocabulary() -> dict[str, list[str]]:
    return read_vocabulary("extract.pack", "printed", {"side_heads": list, "side_labels": list})


def elements_to_lines(elements: Iterable[Element]) -> tuple[Printed, ...]:
    """The printed lines of a part of the running order, page by page, top to bottom, cells one after the other."""
    units = [unit for element in elements for unit in _units(element)]
    units.sort(key=lambda unit: (unit[0].page, min(word.top for line in unit for word in line.words)))
    return tuple(_without_side(_with_raised([line for unit in units for line in unit])))


def _units(element: Element) -> Iterator[list[Printed]]:
    """What stays together in reading order: a line of the page, or what a row of a table has on one page."""
    if isinstance(element, Line):
        yield [Printed(element.words, element.segments, element.space_above, None)]
        return
    side = _side_columns(element)
    for row in range(element.rows):
        cells = [cell for cell in element.row(row) if cell.row == row]
        if side and row < element.header_rows:
            continue
        boxed = frozenset() if side else _boxed_note(cells)
        body = _row_lines(element, [cell for cell in cells if cell.column not in side | boxed])
        notes = [line for cell in cells if cell.column in side | boxed for line in _cell_lines(element, cell)]
        for page in sorted({line.page for line in body + notes}):
            here = [line for line in body if line.page == page]
            beside = [line for line in notes if line.page == page]
            yield _with_notes(here, beside) if here else beside


def _cell_lines(table: Table, cell: Cell) -> Iterator[Printed]:
    above: Word | None = None
    for line in cell.lines:
        words = tuple(dict.fromkeys(line.words))
        if not words:
            continue
        same_page = above is not None and above.page == words[0].page
        space = min(word.top for word in words) - above.bottom if above is not None and same_page else None
        yield Printed(words, row_to_segments(words), space, (table.number, cell.row, cell.column))
        above = max(words, key=lambda word: word.bottom)


def _row_lines(table: Table, cells: Sequence[Cell]) -> list[Printed]:
    """The lines of a row's cells; a number in a cell of its own becomes the label of the first line beside it."""
    lines: list[Printed] = []
    label: Printed | None = None
    for cell in cells:
        for number, line in enumerate(_cell_lines(table, cell)):
            alone = len(cell.lines) == 1 and cell.column == 0 and bool(_LABEL.fullmatch(line.text))
            if alone and len(cells) > 1:
                label = line
                continue
            if label is not None and number == 0:
                line = replace(
                    line, words=label.words + line.words, segments=(label.words, *line.segments), place=line.place
                )
                label = None
            lines.append(line)
    return lines if label is None else [label, *lines]


def _boxed_note(cells: Sequence[Cell]) -> frozenset[int]:
    """The columns behind an action in a row that is a box for it: `Action: Write to residents | Clerk | 31 May`."""
    worded = [cell for cell in cells if cell.text]
    if len(worded) < 2 or not _box_label().match(worded[0].text.text):
        return frozenset()
    first, *others = worded
    short = all(len(cell.text) <= _SHORT and 2 * len(cell.text) <= len(first.text) for cell in others)
    return frozenset(cell.column for cell in others) if short else frozenset()


def _side_columns(table: Table) -> frozenset[int]:
    """The columns of a table set for prose that hold notes beside the text: they are headed or begin so."""
    lengths = {column: _column_length(table, column) for column in range(table.columns)}
    if table.columns < 2 or max((len(cell.text) for cell in table.cells), default=0) < _PROSE:
        return frozenset()
    found = set()
    for column in range(1, table.columns):
        texts = [cell.text.text for cell in table.column_cells(column) if cell.text]
        headed = any(_side_head().search(text) for text in texts[:1])
        labelled = bool(texts) and sum(bool(_side_label().search(text)) for text in texts) > 0.6 * len(texts)
        if (headed or labelled) and lengths[column] < lengths[max(lengths, key=lambda c: lengths[c])]:
            found.add(column)
    return frozenset(found)


def _column_length(table: Table, column: int) -> float:
    texts = [len(cell.text) for cell in table.column_cells(column) if cell.text]
    return sum(texts) / len(texts) if texts else 0.0


def _with_notes(body: list[Printed], notes: list[Printed]) -> list[Printed]:
    """Each note told to the last line of the text that begins no lower than it."""
    beside: dict[int, list[Excerpt]] = {}
    for note in notes:
        level = note.words[0].baseline
        above = [n for n, line in enumerate(body) if line.words[0].baseline <= level + 0.5 * note.words[0].size]
        beside.setdefault(above[-1] if above else 0, []).append(note.excerpt)
    return [
        replace(line, beside=join((line.beside, *beside[n]), "\n")) if n in beside else line
        for n, line in enumerate(body)
    ]


def _with_raised(lines: list[Printed]) -> list[Printed]:
    """The lines with raised endings (`6th`) that were taken for a line of their own put back where they stand."""
    whole: list[Printed] = []
    waiting: Printed | None = None
    for line in lines:
        if waiting is None and len(line.words) < 4 and _RAISED.fullmatch(line.text):
            waiting = line
            continue
        if waiting is not None:
            line = _with_words(line, waiting)
            waiting = None
        whole.append(line)
    return whole


def _with_words(line: Printed, raised: Printed) -> Printed:
    words = tuple(sorted(line.words + raised.words, key=lambda word: word.x0))
    return replace(line, words=words, segments=row_to_segments(words), space=raised.space)


def _without_side(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with the notes of a column beside them taken out of their words.

    Such a column begins where its head stands, as the last thing of a line, and goes on from page to page as long as
    no line of text runs over its edge. A note with a label of its own needs no column and goes on below that.
    """
    edge: float | None = None
    noted: float | None = None
    kept: list[Printed] = []
    middle = 0.5 * max((line.x1 for line in lines), default=0.0)
    for number, line in enumerate(lines):
        head = line.segments[-1]
        heads = head[0].x0 > middle and bool(_side_head().search(words_to_excerpt(head).text))
        if heads or (edge is not None and line.place is None and lines[number - 1].page != line.page):
            below = [other for other in lines[number:] if other.page == line.page]
            edge = _edge_on_page(below, head[0].x0 if heads or edge is None else edge)
        if line.place is None:
            noted = _cut_side(line, edge, noted, kept)
        elif not heads:
            kept.append(line)
    return kept


def _edge_on_page(lines: Sequence[Printed], edge: float) -> float | None:
    """Where the column beside the text begins on a page; None where text runs over it."""
    over = sum(line.place is None and any(w.x0 < edge - 12 and w.x1 > edge + 12 for w in line.words) for line in lines)
    beyond = [line.segments[-1][0].x0 for line in lines if abs(line.segments[-1][0].x0 - edge) < _EDGE_MOVES]
    return None if over > 1 else min([edge, *beyond])


def _cut_side(line: Printed, edge: float | None, noted: float | None, kept: list[Printed]) -> float | None:
    """Adds a line to those kept, without its words beside the text; a line of nothing else goes beside the last one.

    Gives where a labelled note begins in the line or goes on from the line above, where it began at `noted`.
    """
    words = line.words
    cut = len(words)
    if edge is not None:
        cut = next((n for n, word in enumerate(words) if word.x0 > edge - 4), cut)
    if cut == len(words) and len(line.segments) > 1:
        last = line.segments[-1]
        titled = len(line.segments) == 2 and _LABEL.fullmatch(words_to_excerpt(line.segments[0]).text)
        goes_on = noted is not None and abs(last[0].x0 - noted) < _SAME_EDGE
        begins = not titled and bool(_side_label().search(words_to_excerpt(last).text))
        cut -= len(last) if begins or goes_on else 0
    elif cut == len(words) and noted is not None and abs(words[0].x0 - noted) < _SAME_EDGE:
        cut = 0
    beside = words_to_excerpt(words[cut:])
    if cut:
        segments = line.segments if cut == len(words) else row_to_segments(words[:cut])
        kept.append(replace(line, words=words[:cut], segments=segments, beside=beside))
    elif kept:
        kept[-1] = replace(kept[-1], beside=join((kept[-1].beside, beside), "\n"))
    return words[cut].x0 if cut < len(words) else None
