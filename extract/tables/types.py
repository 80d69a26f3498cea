"""A table as printed, in one piece over its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from extract.layout.excerpt import EMPTY, Excerpt, flow_lines
from extract.pdf.types import Box, Rgb

Why = Literal["refused", "few lines", "ragged", "by alignment", "unruled rows", "borders left out"]
# what the fill of a cell is for
Shading = Literal["head", "band", "column", "tint", "mark"]
# the confidence of a table that the finder doubts, before and after a second opinion
DOUBTED, CONFIRMED, CONTRADICTED = 0.6, 0.9, 0.4


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place on a page, `page_height` points high, where the finder is unsure, and the reading it came to.

    `why` is `refused` (lines in columns that were taken for no table), `few lines` (columns that rest on fewer than
    three full lines), `ragged` (many cells over several columns), `by alignment` (a grid whose rows are read from
    how its words stand), `unruled rows` (a grid with rows of numbers in one cell) or `borders left out` (drawn cells
    that are no boxes). `text` is what is printed there, line by line; `middles` has the middle of each word in a
    cell of one column, in points, with that column.
    """

    why: Why
    box: Box
    page_height: float
    text: str
    rows: int
    columns: int
    middles: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second finder makes of a doubtful place: a table of `rows` and `columns`, 0 where it finds none.

    `agrees` is None where it could not be asked or looked at other words.
    """

    doubt: Doubt
    flavour: str
    rows: int = 0
    columns: int = 0
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it stands in the grid, its printed lines, its boxes (one for each page it stands on), its fill.

    `text` is its lines as running text (hyphenation undone, bullets dropped); `lines` are the printed lines with their
    bullets, and `starts` the numbers of those that begin a paragraph (a gap above, a bullet or a list marker).
    """

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[Excerpt, ...]
    text: Excerpt
    starts: tuple[int, ...]
    boxes: tuple[Box, ...]
    fill: Rgb | None

    @property
    def paragraphs(self) -> tuple[Excerpt, ...]:
        """Its paragraphs as running text, bullets dropped."""
        ends = (*self.starts[1:], len(self.lines))
        pieces = (flow_lines(self.lines[start:end]) for start, end in zip(self.starts, ends, strict=True))
        return tuple(piece for piece in pieces if piece)

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.boxes[0].page

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return self.text.bold


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a table that stands on one page: rows `first_row` up to `last_row` (exclusive) and why it was joined.

    `joined` is `first` for the first one, else `repeated head`, `moved side` (of its cells one side stands elsewhere)
    or `same columns`, with `, cut row` behind it where its first row goes on from the page before.
    """

    box: Box
    first_row: int
    last_row: int
    joined: str


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; `header_rows` of its first rows are heads. `heading` is the nearest heading printed above it.

    `confidence` (0 to 1) is less than 1 where the finder was unsure of its reading. `footnotes` are the notes just
    below it.
    """

    number: int
    rows: int
    columns: int
    header_rows: int
    cells: tuple[Cell, ...]
    fragments: tuple[Fragment, ...]
    style: str
    heading: Excerpt = EMPTY
    caption: Excerpt = EMPTY
    confidence: float = 1.0
    caption_number: Excerpt = EMPTY
    footnotes: tuple[Excerpt, ...] = ()
    _grid: list[Cell | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        grid: list[Cell | None] = [None] * (self.rows * self.columns)
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                first, last = row * self.columns + cell.column, row * self.columns + cell.column + cell.column_span
                grid[first:last] = [cell] * cell.column_span
        object.__setattr__(self, "_grid", grid)

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.fragments[0].box.page

    @property
    def box(self) -> Box:
        """Its place on its first page."""
        return self.fragments[0].box

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid, or None where nothing is drawn."""
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return self._grid[row * self.columns + column] if inside else None

    def row(self, row: int) -> tuple[Cell, ...]:
        """The cells that cover a row, left to right, each once."""
        seen: dict[int, Cell] = {}
        for cell in self._grid[row * self.columns : (row + 1) * self.columns]:
            if cell is not None:
                seen.setdefault(id(cell), cell)
        return tuple(seen.values())

    def column_cells(self, column: int) -> Iterator[Cell]:
        """The cells that begin in a column, top to bottom."""
        return (cell for cell in self.cells if cell.column == column)
