"""Rulings to a grid: which cells they draw, with spans, also where the last row or a side is left open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.pdf.types import Floats
from extract.tables.rulings import Rulings, snap_positions

_COVERED = 0.7  # of an interval that a border must run along to count
_OPEN = 5.0  # points by which rules stand out beyond the last one across them where a table is left open


class GridCell(NamedTuple):
    """A drawn cell: its first row and column, how many it covers, and whether its top and bottom are drawn."""

    row: int
    column: int
    row_span: int
    column_span: int
    top_drawn: bool
    bottom_drawn: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Columns between `xs` (n + 1 positions in points), rows between `ys`, and the cells drawn on them.

    `cell_of` is (rows, columns) with the number of the cell that covers each place, -1 where there is none.
    `borders_left_out` says that some of what is drawn is no box and was cut into boxes.
    """

    xs: Floats
    ys: Floats
    cells: tuple[GridCell, ...]
    cell_of: NDArray[np.int64]
    borders_left_out: bool


def rulings_to_grid(rulings: Rulings) -> Grid | None:
    """The grid that rulings draw, or None where they draw fewer than two cells."""
    xs = _positions(rulings.vertical[:, 0], rulings.horizontal[:, 1:])
    ys = _positions(rulings.horizontal[:, 0], rulings.vertical[:, 1:])
    if len(xs) < 2 or len(ys) < 2:
        return None
    across = _covered(rulings.horizontal, ys, xs)
    down = _covered(rulings.vertical, xs, ys).T
    labels = _flood(across, down)
    cells, cell_of, left_out = _cells(labels, across, down)
    return Grid(xs, ys, cells, cell_of, left_out) if len(cells) >= 2 else None


def _positions(drawn: Floats, extents: Floats) -> Floats:
    """The positions of rules, with the ends of those across them where these stand out: a side left open."""
    positions, _ = snap_positions(drawn)
    low, high = extents[:, 0].min(), extents[:, 1].max()
    before = [low] if low < positions[0] - _OPEN else []
    after = [high] if high > positions[-1] + _OPEN else []
    return np.concatenate((before, positions, after))


def _covered(lines: Floats, positions: Floats, marks: Floats) -> NDArray[np.bool_]:
    """(positions, intervals between marks): whether a line is drawn along the interval at the position."""
    drawn = np.zeros((len(positions), len(marks) - 1))
    index = np.abs(lines[:, :1] - positions[None, :]).argmin(axis=1)
    overlap = np.minimum(lines[:, 2:3], marks[None, 1:]) - np.maximum(lines[:, 1:2], marks[None, :-1])
    np.add.at(drawn, index, np.maximum(overlap, 0.0))
    covered: NDArray[np.bool_] = drawn >= _COVERED * np.diff(marks)[None, :]
    return covered


def _flood(across: NDArray[np.bool_], down: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(rows, columns) labels: places that no border parts have the same one.

    `across` is (rows + 1, columns), `down` is (rows, columns + 1).
    """
    rows, columns = down.shape[0], across.shape[1]
    labels = np.arange(rows * columns).reshape(rows, columns)
    while True:
        before = labels.copy()
        open_right, open_below = ~down[:, 1:-1], ~across[1:-1, :]
        low = np.minimum(labels[:, :-1], labels[:, 1:])
        labels[:, :-1] = np.where(open_right, low, labels[:, :-1])
        labels[:, 1:] = np.where(open_right, np.minimum(low, labels[:, 1:]), labels[:, 1:])
        low = np.minimum(labels[:-1, :], labels[1:, :])
        labels[:-1, :] = np.where(open_below, low, labels[:-1, :])
        labels[1:, :] = np.where(open_below, np.minimum(low, labels[1:, :]), labels[1:, :])
        if (labels == before).all():
            return labels


def _cells(
    labels: NDArray[np.int64], across: NDArray[np.bool_], down: NDArray[np.bool_]
) -> tuple[tuple[GridCell, ...], NDArray[np.int64], bool]:
    # plain lists: the places are few, and numpy's cost for each call would be most of the time
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, labelled in enumerate(labels.tolist()):
        for column, label in enumerate(labelled):
            places[label].append((row, column))
    borders = _Borders(across.tolist(), down.T.tolist())
    cells: list[GridCell] = []
    cell_of = np.full(labels.shape, -1, np.int64)
    left_out = False
    for group in places.values():
        boxes = _boxes(group)
        for top, left, bottom, right in boxes:
            cell = _cell((top, left, bottom, right), borders)
            if cell is not None:
                cell_of[top:bottom, left:right] = len(cells)
                cells.append(cell)
                left_out |= len(boxes) > 1
    return tuple(cells), cell_of, left_out


Place = tuple[int, int]
PlaceBox = tuple[int, int, int, int]


def _boxes(places: list[Place]) -> list[PlaceBox]:
    """Places as boxes of (top, left, bottom, right): one where they fill it."""
    rows, columns = [row for row, _ in places], [column for _, column in places]
    box = min(rows), min(columns), max(rows) + 1, max(columns) + 1
    whole = len(places) == (box[2] - box[0]) * (box[3] - box[1])
    return [box] if whole else _row_runs(places)


def _row_runs(places: list[Place]) -> list[PlaceBox]:
    """A shape that is no box (a border left out) as boxes: runs along rows, like ones above each other as one."""
    boxes: list[PlaceBox] = []
    for row in sorted({row for row, _ in places}):
        for left, right in _runs(sorted(column for r, column in places if r == row)):
            above = next((b for b in boxes if b[2] == row and (b[1], b[3]) == (left, right)), None)
            if above is None:
                boxes.append((row, left, row + 1, right))
            else:
                boxes[boxes.index(above)] = (above[0], left, row + 1, right)
    return boxes


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring numbers as (first, last + 1)."""
    runs: list[tuple[int, int]] = []
    for column in columns:
        if runs and runs[-1][1] == column:
            runs[-1] = (runs[-1][0], column + 1)
        else:
            runs.append((column, column + 1))
    return runs


class _Borders(NamedTuple):
    """Whether borders are drawn: `across[y][column]` and `down[x][row]`."""

    across: list[list[bool]]
    down: list[list[bool]]


def _cell(box: PlaceBox, borders: _Borders) -> GridCell | None:
    """The cell that a box of places is, or None where it is a corner outside the table: no two facing sides drawn."""
    top, left, bottom, right = box
    above, below = all(borders.across[top][left:right]), all(borders.across[bottom][left:right])
    before, after = all(borders.down[left][top:bottom]), all(borders.down[right][top:bottom])
    if not (above and below) and not (before and after):
        return None
    return GridCell(top, left, bottom - top, right - left, above, below)
