"""Where the finder of tables is unsure of what it read.

Each doubt says why, so that a second finder can be asked about that place only, or a person look at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.pdf.types import Box, Page
from extract.tables.blocks import Row, full_rows, is_marker
from extract.tables.ruled import PageTable
from extract.tables.types import Cell, Doubt, Why

_FEWEST = (
    3  # lines with a word in most columns that columns should rest on; lines of several parts that ask for a table
)
_RAGGED = 0.2  # of the cells with words of a table without rules that may run over several columns


def why_aligned(block: Sequence[Row], cells: Sequence[Cell], columns: int) -> Why | None:
    """Why a table read from how its words stand may be wrong; None where nothing speaks against it."""
    if len(full_rows(block)) < _FEWEST:
        return "few lines"
    worded = [cell for cell in cells if cell.text]
    wide = sum(cell.column_span > 1 for cell in worded)
    return "ragged" if columns > 2 and wide > _RAGGED * len(worded) else None


def block_to_doubt(block: Sequence[Row], page: Page) -> Doubt | None:
    """The doubt about lines in columns that were taken for no table; None where too few have several parts, and for
    numbered lists with a third column: an agenda and its pages.
    """
    several = [row for row in block if len(row.parts) >= _FEWEST]
    numbered = sum(is_marker(row.parts[0]) and row.line.text[0].isalnum() for row in several)
    if len(several) < _FEWEST or numbered > 0.5 * len(several):
        return None
    lines = [row.line for row in block]
    box = Box(
        page.number,
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
    return Doubt("refused", box, page.height, "\n".join(line.text for line in lines), 0, 0)


def tables_to_doubts(tables: Iterable[PageTable], page: Page) -> Iterator[Doubt]:
    """The doubts about the tables of a page."""
    for table in tables:
        if table.doubt is not None:
            text = "\n".join(line.text for cell in table.cells for line in cell.lines)
            middles = tuple(_middles(table.cells))
            yield Doubt(table.doubt, table.box, page.height, text, table.rows, len(table.xs) - 1, middles)


def _middles(cells: Iterable[Cell]) -> Iterator[tuple[float, int]]:
    for cell in cells:
        if cell.column_span == 1:
            yield from (((word.x0 + word.x1) / 2, cell.column) for word in cell.text.words)
