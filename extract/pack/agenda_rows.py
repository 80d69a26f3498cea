"""The lines and table rows of an agenda's pages in one form: number, words, and what stands in columns beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.excerpt import EMPTY, Excerpt, join, words_to_excerpt
from extract.layout.types import Line
from extract.pack.agenda_words import AgendaWords, agenda_words
from extract.pack.refs import Numbered, Ref, follows, letter_to_numbered, words_to_numbered
from extract.pack.types import Element
from extract.tables.types import Cell, Table

_RIGHT_HALF = 0.5  # of the page's width: where columns beside the titles begin
_FAR_RIGHT = 0.72  # of the page's width: where a lone number can only be a page's
_SHARED = 3  # lines that must begin or end at one place to make a column
_ALIGNED = 3.0  # points that they may stand apart
_MOST_HEADING_WORDS = 40
_CLOCK = re.compile(r"\d{1,2}\.[0-5][05]")  # a time as agendas print it: no items count on by fives
_TITLE_WORDS = 12  # words of a heading in the column of titles
_PAPER = re.compile(r"[A-Z]|[A-Z]{0,3}\d{1,2}[a-z]?|[A-Z]\([ivx\d]+\)")  # what a column of papers holds
_LETTER = re.compile(r"(?:[A-Z]|(?i:part|section)\s+(?:[A-Z]|\d))\W?$")  # alone before the heading of a section


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a row of a table, of an agenda.

    `whole` is all of its running words, `numbered` the number they begin with (if one) and `lines` the words after it,
    printed line by line. `aside` is what stands in columns beside them, `pages` what of it stands in the column of page
    numbers and `paper` in that of papers; `section` says that it looks like a heading.
    """

    whole: Excerpt
    numbered: Numbered | None
    lines: tuple[Excerpt, ...]
    aside: tuple[Excerpt, ...]
    section: bool
    table: int | None
    pages: Excerpt = EMPTY
    closed: bool = False
    paper: Excerpt = EMPTY

    @property
    def page(self) -> int:
        """The page it stands on."""
        return (self.whole or self.aside[0]).page


def elements_to_rows(elements: Sequence[Element], width: float) -> list[Row]:
    """The rows of an agenda's pages in reading order; tables that hold no numbered rows are left out."""
    words = agenda_words()
    columns = _shared_columns([e for e in elements if isinstance(e, Line)], width)
    columns += [edge for e in elements if isinstance(e, Table) for edge in _column_edges(e, width, words)]
    rows: list[Row] = []
    for element in elements:
        if isinstance(element, Line):
            row = _line_to_row(element, len(rows), columns, width, words)
            rows += [] if row is None else [row]
        else:
            rows += _table_to_rows(element, len(rows), words)
    return [_lead_to_section(row, rows[at + 1 : at + 2], words) for at, row in enumerate(rows)]


def _lead_to_section(row: Row, following: Sequence[Row], words: AgendaWords) -> Row:
    """A short line right above an agenda's table heads it, however it is set."""
    leads = row.table is None and any(after.table is not None and after.numbered for after in following)
    text = row.whole.text
    if not leads or row.section or row.numbered or not 0 < len(text) <= 60 or text.endswith((".", ":")):
        return row
    if words.whole("no_sections", text):
        return row
    return Row(row.whole, None, row.lines, row.aside, True, None)


def _shared_columns(lines: Sequence[Line], width: float) -> list[float]:
    """Where columns right of the titles begin or end: places that several lines' later parts share."""
    later = [segment for line in lines for segment in line.segments[1:] if segment[0].x0 > _RIGHT_HALF * width]
    edges = [segment[0].x0 for segment in later], [segment[-1].x1 for segment in later]
    return [e for side in edges for e in side if sum(abs(e - other) < _ALIGNED for other in side) >= _SHARED]


def _column_edges(table: Table, width: float, words: AgendaWords) -> list[float]:
    """Where columns beside the titles of an agenda's table begin or end: its last items may stand below it as lines."""
    ref = _ref_column(table)
    if ref is None:
        return []
    title = _title_column(table, ref, _heads_by_column(table), words)
    cells = [c for column in range(title + 1, table.columns) for c in table.column_cells(column) if c.text]
    edges = [c.text.words[0].x0 for c in cells], [c.text.words[-1].x1 for c in cells]
    return [e for side in edges for e in sorted(set(side)) if e > _RIGHT_HALF * width and side.count(e) > 1]


def _line_to_row(line: Line, at: int, columns: Sequence[float], width: float, words: AgendaWords) -> Row | None:
    main: list[Excerpt] = []
    aside: list[Excerpt] = []
    for segment in line.segments:
        excerpt = words_to_excerpt(segment)
        beside = _is_aside(excerpt, bool(main), columns, width, words)
        (aside if beside else main).append(excerpt)
    whole = join(main)
    if not whole and not aside:
        return None
    numbered = words_to_numbered(whole, at) if whole else None
    if numbered is None and len(main) > 1:
        numbered = letter_to_numbered(main[0], join(main[1:]), at)
    if numbered is not None and (_is_date(whole, main[0], numbered, words) or words.within("breaks", whole.text)):
        numbered = None
    title = numbered.rest if numbered else whole
    if (
        numbered is not None
        and (time := words.begins("times", title.text))
        and re.match(r"\s+\S", title.text[time.end() :])
    ):
        title = title.cut(time.end()) if re.search(r"\d[:.]\d|m", time.group()) else title
    lettered = len(main) == 2 and bool(_LETTER.match(main[0].text))
    section = (lettered or (numbered is None and len(main) == 1)) and _heads(line, whole, words)
    alone = [part for part in aside if words.whole("bare_pages", part.text)]
    pages = alone[0] if len(alone) == 1 else EMPTY
    return Row(whole, numbered, (title,) if title else (), tuple(aside), section, None, pages)


def _is_date(whole: Excerpt, first: Excerpt, numbered: Numbered, words: AgendaWords) -> bool:
    """Whether a number is the day of a date: neither a stop nor a wide gap stands between it and the month."""
    apart = whole.text[len(numbered.ref.printed.text) :][:1] in (".", ")", ":") or first == numbered.ref.printed
    return not apart and words.whole("date_rests", numbered.rest.text) is not None


def _is_aside(part: Excerpt, after: bool, columns: Sequence[float], width: float, words: AgendaWords) -> bool:
    """Whether a part of a line is no running text: a time before it, or a page, paper, lead or purpose after it."""
    x0, x1 = part.words[0].x0, part.words[-1].x1
    if not after:
        if x0 > _FAR_RIGHT * width and (words.whole("bare_pages", part.text) or part.text.endswith(")")):
            return True
        return bool(words.whole("times", part.text)) and not part.text.isdigit() and x0 < _RIGHT_HALF * width
    if any(words.whole(name, part.text) for name in ("page_ranges", "papers", "enclosure_words", "purposes")):
        return True
    if words.begins("page_ranges", part.text) or (words.whole("bare_pages", part.text) and x0 > _FAR_RIGHT * width):
        return True
    if words.whole("times", part.text) and not part.text.isdigit():
        return True
    in_column = any(abs(edge - place) < _ALIGNED for edge in (x0, x1) for place in columns)
    return x0 > _RIGHT_HALF * width and in_column


def _heads(line: Line, whole: Excerpt, words: AgendaWords) -> bool:
    """Whether a line looks like the heading of a section: bold or in capitals, and no sentence or list of people."""
    text = whole.text
    if text.endswith((".", ",")) or words.whole("no_sections", text) or len(whole.words) > _MOST_HEADING_WORDS:
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = len(letters) > 3 and all(c.isupper() for c in letters)
    return bool(letters) and (line.bold or whole.bold or capitals)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where an agenda's table has its numbers, its titles and (None where it has none) its pages and papers."""

    ref: int
    title: int
    pages: int | None
    closed: int | None
    paper: int | None


def _table_to_rows(table: Table, at: int, words: AgendaWords) -> Iterator[Row]:
    ref = _ref_column(table)
    if ref is None:
        return
    heads = _heads_by_column(table)
    title = _title_column(table, ref, heads, words)
    pages = next((column for column, head in heads.items() if column > ref and head in words.columns["pages"]), None)
    pages = _page_column(table, (ref, title), words) if pages is None else pages
    closed, paper = (
        next((column for column, head in heads.items() if head in words.columns[name]), None)
        for name in ("closed", "paper")
    )
    columns = _Columns(ref, title, pages, closed, paper)
    for number in range(table.rows):
        cells = [cell for cell in table.row(number) if cell.row == number and cell.text]
        row = _cells_to_row(table, cells, columns, at, words)
        if row is not None:
            yield row
            at += 1


def _heads_by_column(table: Table) -> dict[int, str]:
    """The folded words of a table's heads by column."""
    rows = range(max(1, table.header_rows))
    cells = (cell for row in rows for cell in table.row(row) if cell.column_span == 1 and cell.text)
    heads: dict[int, str] = {}
    for cell in cells:
        heads.setdefault(cell.column, _fold(cell.text.text))
    return heads


def _ref_column(table: Table) -> int | None:
    """The first column whose cells begin with numbers that follow each other; None where there is none."""
    for column in range(table.columns):
        cells = [cell for cell in table.column_cells(column) if cell.text and cell.column_span < table.columns]
        found = [words_to_numbered(cell.text, 0) for cell in cells]
        numbered = [cell.text.text for cell, n in zip(cells, found, strict=True) if n is not None]
        if numbered and all(map(_CLOCK.fullmatch, numbered)):
            continue
        if not any(found):
            found = [letter_to_numbered(c.text, EMPTY, 0) for c in table.column_cells(column) if c.text]
            found = found if sum(n is not None for n in found) >= _SHARED else []
        numbers = [n.ref for n in found if n is not None]
        worded = sum(1 for n in found if n is not None and n.rest)
        rising = sum(_rises(a, b) for a, b in pairwise(numbers))
        in_order = rising >= len(numbers) - 1 - len(numbers) // 4 and 2 * len(numbers) >= len(found) - 2
        if in_order and (len(numbers) > 1 or (len(numbers) == 1 and worded == 0 and table.columns > 2)):
            return column
    return None


def _rises(left: Ref, right: Ref) -> bool:
    """Whether a number may stand below another in a column of numbers; of those with a year, the next in order."""
    if left.series or right.series:
        return follows(left, right) is not None
    if left.prefix != right.prefix:  # `A2`, `B1`
        return right.numbers[0] == 1
    return 0 <= right.numbers[0] - left.numbers[0] <= 2


def _page_column(table: Table, others: Sequence[int], words: AgendaWords) -> int | None:
    """The column, headed or not, whose cells are all page numbers or ranges of them, with a range among them."""
    for column in (column for column in range(table.columns) if column not in others):
        texts = [cell.text.text for cell in table.column_cells(column) if cell.text and cell.column_span == 1]
        found = [words.whole("bare_pages", text) for text in texts]
        if found and all(found) and any(re.search(r"\d\s*(?:[-–—]|to)\s*\d", text) for text in texts):
            return column
    return None


def _title_column(table: Table, ref: int, heads: Mapping[int, str], words: AgendaWords) -> int:
    """The column of the titles: the headed one right of the numbers, else the one with the most letters.

    It is the column of the numbers itself where titles stand in the same cells.
    """
    headed = [column for column, head in heads.items() if column > ref and head in words.columns["title"]]
    if headed:
        return headed[0]
    sizes = {column: _letters(table, column) for column in range(ref, table.columns)}
    beside = sum(1 for cell in table.column_cells(ref) if (n := words_to_numbered(cell.text, 0)) is not None and n.rest)
    if 2 * beside > sum(1 for cell in table.column_cells(ref) if words_to_numbered(cell.text, 0) is not None):
        return ref
    return max((column for column in sizes if column != ref), key=lambda column: sizes[column], default=ref)


def _letters(table: Table, column: int) -> int:
    """Letters in a column, cells that go over several columns left out."""
    cells = (cell for cell in table.column_cells(column) if cell.column_span == 1)
    return sum(sum(c.isalpha() for c in cell.text.text) for cell in cells)


def _fold(text: str) -> str:
    return " ".join(re.sub(r"[^\w#]+", " ", text.casefold()).split())


def _cells_to_row(table: Table, cells: Sequence[Cell], columns: _Columns, at: int, words: AgendaWords) -> Row | None:
    if not cells:
        return None
    if _is_lettered_heading(cells, table, columns):
        heading = join(cell.text for cell in cells)
        numbered = letter_to_numbered(cells[0].text, cells[1].text, at)
        lines = (heading,) if numbered is None else _cell_lines(cells[1])
        section = words.whole("no_sections", heading.text) is None
        return Row(heading, numbered, lines, (), section, table.number)
    if _is_head(cells, table, words):
        return None
    number_cell = next((cell for cell in cells if cell.column == columns.ref), None)
    numbered = None if number_cell is None else words_to_numbered(number_cell.text, at)
    if number_cell is not None and numbered is None and len(cells) > 1:
        numbered = letter_to_numbered(number_cell.text, EMPTY, at)
    if number_cell is None or numbered is None or words.within("breaks", number_cell.text.text):
        return _unnumbered_row(table, cells, columns, words)
    others = [cell for cell in cells if cell is not number_cell]
    pages = next((cell.text for cell in others if cell.column == columns.pages), EMPTY)
    paper = next((cell.text for cell in others if cell.column == columns.paper), EMPTY)
    paper = paper if _PAPER.fullmatch(paper.text) else EMPTY
    marks = [cell.text.text for cell in others if cell.column == columns.closed]
    closed = any(words.whole("closed_cells", mark) for mark in marks)
    if columns.title == columns.ref or not others:
        lines, aside = _without_number(number_cell, numbered), tuple(cell.text for cell in others)
        return Row(number_cell.text, numbered, lines, aside, False, table.number, pages, closed, paper)
    title = next((c for c in others if c.column <= columns.title < c.column + c.column_span), None)
    if title is None and len(others) == 1 and words.whole("times", others[0].text.text) is None:
        title = others[0]
    lines = () if title is None else _cell_lines(title)
    aside = tuple(cell.text for cell in others if cell is not title)
    whole = join((number_cell.text, join(lines)))
    return Row(whole, numbered, lines, aside, False, table.number, pages, closed, paper)


def _is_lettered_heading(cells: Sequence[Cell], table: Table, columns: _Columns) -> bool:
    """Whether a row is a letter in the column of numbers and a heading in that of titles: `B | AUDIT AND RISK`."""
    if len(cells) != 2 or cells[0].column != columns.ref or not _LETTER.match(cells[0].text.text):
        return False
    heading = cells[1]
    held = heading.column <= columns.title < heading.column + heading.column_span
    return held and (heading.bold or heading.text.text.isupper() or heading.column_span * 2 > table.columns)


def _unnumbered_row(table: Table, cells: Sequence[Cell], columns: _Columns, words: AgendaWords) -> Row:
    """A row between items: a heading where one cell stands alone at the left or goes over half of the columns.

    So is a short bold one in the column of titles.
    """
    first = cells[0]
    short = first.bold and len(first.text.words) <= _TITLE_WORDS and not first.text.text.endswith(".")
    titled = short and first.column == columns.title and not words.begins("bold_notes", first.text.text)
    alone = len(cells) == 1 and (first.column <= columns.ref or first.column_span * 2 >= table.columns or titled)
    business = not (words.begins("times", first.text.text) or words.within("breaks", first.text.text))
    section = alone and business and words.whole("no_sections", first.text.text) is None
    return Row(join(cell.text for cell in cells), None, _cell_lines(first), (), section, table.number)


def _is_head(cells: Sequence[Cell], table: Table, words: AgendaWords) -> bool:
    """Whether a row names columns: it is among the table's heads, or says again what they say."""
    heads = words.columns["ref"] | words.columns["title"] | words.columns["pages"]
    return len(cells) > 1 and (
        (cells[0].row < table.header_rows and words_to_numbered(cells[0].text, 0) is None)
        or (words_to_numbered(cells[0].text, 0) is None and any(_fold(cell.text.text) in heads for cell in cells))
    )


def _cell_lines(cell: Cell) -> tuple[Excerpt, ...]:
    return tuple(line for line in cell.lines if line)


def _without_number(cell: Cell, numbered: Numbered) -> tuple[Excerpt, ...]:
    """The lines of a cell whose first one begins with an item's number, without that number."""
    first, *rest = _cell_lines(cell)
    again = words_to_numbered(first, numbered.at)
    head = first if again is None else again.rest
    return tuple(line for line in (head or EMPTY, *rest) if line)
