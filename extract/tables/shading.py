"""What the fills of a table's cells are for: its head, a band, a column, a tint, or a mark such as a rating."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pdf.types import Rgb
from extract.tables.types import Cell, Shading, Table

_VIVID = 60  # of 255 between the strongest and the weakest part of a colour that is meant
_PALE = 205  # the least that all parts of a grey may be before it is a shade of a head
_DARK = 60  # the least part of a grey that is no black bar
_FEWEST = 3  # cells of a column below the head that show whether one fill is the column's own


def is_vivid(colour: Rgb | None) -> bool:
    """Whether a fill is a colour that means something, no tint and no shade."""
    return colour is not None and max(colour) - min(colour) >= _VIVID


def is_grey(colour: Rgb | None) -> bool:
    """Whether a fill is a grey too dark for the shade of a head."""
    return colour is not None and max(colour) - min(colour) < _VIVID and _DARK <= min(colour) < _PALE


def cell_shadings(table: Table) -> list[Shading | None]:
    """For each cell of a table what its fill is for; None for cells without one."""
    columns = {column: _column_fill(table, column) for column in range(table.columns)}
    return [_shading(table, cell, columns[cell.column]) for cell in table.cells]


def fills_its_row(table: Table, row: int, cell: Cell) -> bool:
    """Whether a cell's fill is that of its whole row."""
    return all(other.fill == cell.fill for other in table.row(row))


def _shading(table: Table, cell: Cell, of_column: Rgb | None) -> Shading | None:
    if cell.fill is None:
        return None
    if cell.row < table.header_rows:
        return "head"
    if fills_its_row(table, cell.row, cell):
        return "band"
    if cell.fill == of_column:
        return "column"
    return "mark" if is_vivid(cell.fill) or is_grey(cell.fill) else "tint"


def _column_fill(table: Table, column: int) -> Rgb | None:
    """The fill that all cells of a column have, where it is the column's own: pale, of the stub, or its head's too."""
    below = [cell for cell in table.column_cells(column) if cell.row >= table.header_rows]
    heads = [cell for row in range(table.header_rows) if (cell := table.at(row, column)) is not None]
    fill = _one_fill(below)
    if fill is None or len(below) < _FEWEST:
        return None
    own = not is_vivid(fill) or column == 0 or any(head.fill == fill for head in heads)
    return fill if own else None


def _one_fill(cells: Sequence[Cell]) -> Rgb | None:
    fills = {cell.fill for cell in cells}
    return fills.pop() if len(fills) == 1 else None
