"""Marks that rate: a disc drawn in a cell, or a sign alone in a cell (`●`, `✔`), in a colour that means something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.pdf.types import Box, Page, Rgb
from extract.tables.ruled import PageTable
from extract.tables.shading import is_vivid
from extract.tables.types import Cell

_SIGNS = frozenset("●•■◼⬤○◉▪◆★✓✔✗✘✖✕×!‼⚠☑☒")  # arrows tell a direction
_SMALLEST, _LARGEST = 4.0, 26.0  # points, of the sides of a drawn mark
_LEAN = 1.3  # times its height, that a mark is wide at most, and the other way round


def with_marks(table: PageTable, page: Page) -> PageTable:
    """The table, each cell without a telling fill of its own filled with the colour of the only mark in it."""
    drawn = _drawn_marks(page)
    cells = tuple(_with_mark(cell, drawn) for cell in table.cells)
    return (
        table
        if all(one is other for one, other in zip(cells, table.cells, strict=True))
        else replace(table, cells=cells)
    )


def _drawn_marks(page: Page) -> list[tuple[Box, Rgb]]:
    """Small fills of a vivid colour that are about as wide as high."""
    if len(page.fills.boxes) == 0:
        return []
    sides = page.fills.boxes[:, 2:] - page.fills.boxes[:, :2]
    small = (sides >= _SMALLEST).all(axis=1) & (sides <= _LARGEST).all(axis=1)
    square = (sides[:, 0] <= _LEAN * sides[:, 1]) & (sides[:, 1] <= _LEAN * sides[:, 0])
    marks = []
    for index in (small & square).nonzero()[0].tolist():
        colour = Rgb(*map(int, page.fills.rgb[index]))
        if is_vivid(colour):
            marks.append((Box(page.number, *page.fills.boxes[index].tolist()), colour))
    return marks


def _with_mark(cell: Cell, drawn: Sequence[tuple[Box, Rgb]]) -> Cell:
    if not drawn and len(cell.text) != 1:
        return cell
    signed = cell.text.text in _SIGNS  # a white tick may stand on a disc
    colour = (_sign_colour(cell) if signed else None) or (
        None if cell.text and not signed else _disc_colour(cell, drawn)
    )
    return cell if colour is None or is_vivid(cell.fill) else replace(cell, fill=colour)


def _sign_colour(cell: Cell) -> Rgb | None:
    colour = cell.text.words[0].colour
    return colour if is_vivid(colour) else None


def _disc_colour(cell: Cell, drawn: Sequence[tuple[Box, Rgb]]) -> Rgb | None:
    box = cell.boxes[0]
    inside = [
        colour
        for mark, colour in drawn
        if box.x0 <= mark.x0 and mark.x1 <= box.x1 and box.top - 1 <= mark.top and mark.bottom <= box.bottom + 1
    ]
    return inside[0] if len(inside) == 1 else None
