"""Marks that rate, in a colour that means something: a disc, a pill round a cell's words, a sign alone (`●`, `✔`)."""

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
_PILL = 40  # characters of words in a pill
_ROOM = 1.5  # points, from the ends of a pill to its words; words that are highlighted have less


def with_marks(table: PageTable, page: Page) -> PageTable:
    """The table, each cell without a telling fill of its own filled with the colour of the only mark in it."""
    small = _small_fills(page)
    drawn = [(box, colour) for box, colour in small if _is_square(box)]
    pills = [(box, colour) for box, colour in small if not _is_square(box)]
    cells = tuple(_with_pill(_with_mark(cell, drawn), pills) for cell in table.cells)
    return (
        table
        if all(one is other for one, other in zip(cells, table.cells, strict=True))
        else replace(table, cells=cells)
    )


def _small_fills(page: Page) -> list[tuple[Box, Rgb]]:
    """Fills of a vivid colour that are no higher than a line or two."""
    if len(page.fills.boxes) == 0:
        return []
    sides = page.fills.boxes[:, 2:] - page.fills.boxes[:, :2]
    small = (sides >= _SMALLEST).all(axis=1) & (sides[:, 1] <= _LARGEST)
    found = ((index, Rgb(*map(int, page.fills.rgb[index]))) for index in small.nonzero()[0].tolist())
    return [(Box(page.number, *page.fills.boxes[index].tolist()), rgb) for index, rgb in found if is_vivid(rgb)]


def _is_square(box: Box) -> bool:
    """Whether a fill is about as wide as high."""
    width, height = box.x1 - box.x0, box.bottom - box.top
    return width <= _LARGEST and width <= _LEAN * height and height <= _LEAN * width


def _with_mark(cell: Cell, drawn: Sequence[tuple[Box, Rgb]]) -> Cell:
    if not drawn and len(cell.text) != 1:
        return cell
    signed = cell.text.text in _SIGNS  # a white tick may stand on a disc
    colour = (_sign_colour(cell) if signed else None) or (
        None if cell.text and not signed else _disc_colour(cell, drawn)
    )
    return cell if colour is None or is_vivid(cell.fill) else replace(cell, fill=colour)


def _with_pill(cell: Cell, pills: Sequence[tuple[Box, Rgb]]) -> Cell:
    """The cell with the colour of the pill that all its words stand in."""
    if not pills or not 0 < len(cell.text) <= _PILL or is_vivid(cell.fill):
        return cell
    words = cell.text.words
    x0, x1 = min(word.x0 for word in words) - _ROOM, max(word.x1 for word in words) + _ROOM
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    middle, own = (top + bottom) / 2, cell.boxes[0]
    around = [
        colour
        for box, colour in pills
        if own.x0 - 1 <= box.x0 <= x0
        and x1 <= box.x1 <= own.x1 + 1
        and own.top - 1 <= box.top < middle < box.bottom <= own.bottom + 1
        and bottom - top <= _LEAN * (box.bottom - box.top)
    ]
    return replace(cell, fill=around[0]) if len(set(around)) == 1 else cell


def _sign_colour(cell: Cell) -> Rgb | None:
    colour = cell.text.first_word.colour
    return colour if is_vivid(colour) else None


def _disc_colour(cell: Cell, drawn: Sequence[tuple[Box, Rgb]]) -> Rgb | None:
    box = cell.boxes[0]
    inside = [
        colour
        for mark, colour in drawn
        if box.x0 <= mark.x0 and mark.x1 <= box.x1 and box.top - 1 <= mark.top and mark.bottom <= box.bottom + 1
    ]
    return inside[0] if len(inside) == 1 else None
