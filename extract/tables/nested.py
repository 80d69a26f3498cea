"""Tables drawn within a cell of another: their words are theirs alone, and not the outer cell's too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.layout.excerpt import flow_lines
from extract.pdf.types import Box
from extract.tables.ruled import PageTable, paragraph_starts, words_in, words_to_cell_lines
from extract.tables.types import Cell

_REACH = 2.0  # points by which an inner table may stand out of its cell


def without_inner_words(tables: Sequence[PageTable]) -> list[PageTable]:
    """The tables of a page, each cell without the words of tables that are drawn within it."""
    return [_without(table, inner) if (inner := _inner(table, tables)) else table for table in tables]


def is_nested(table: PageTable, others: Iterable[PageTable]) -> bool:
    """Whether a table is drawn within a cell of another."""
    return any(_holds(cell, table.box) for other in others if other is not table for cell in other.cells)


def _inner(table: PageTable, tables: Sequence[PageTable]) -> list[PageTable]:
    return [other for other in tables if other is not table and any(_holds(cell, other.box) for cell in table.cells)]


def _holds(cell: Cell, box: Box) -> bool:
    own = cell.boxes[0]
    across = own.x0 - _REACH <= box.x0 and box.x1 <= own.x1 + _REACH
    return across and own.top - _REACH <= box.top and box.bottom <= own.bottom + _REACH


def _without(table: PageTable, inner: Sequence[PageTable]) -> PageTable:
    taken = words_in(inner)
    return replace(table, cells=tuple(_rest(cell, taken) for cell in table.cells))


def _rest(cell: Cell, taken: set[int]) -> Cell:
    words = [word for line in cell.lines for word in line.words]
    kept = [word for word in words if id(word) not in taken]
    if len(kept) == len(words):
        return cell
    lines = words_to_cell_lines(kept)
    return replace(cell, lines=lines, text=flow_lines(lines), starts=paragraph_starts(lines))
