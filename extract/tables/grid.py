"""Rulings to a grid: which cells they draw, with spans, also where the last row or a side is left open."""

from __future__ import annotations

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
    """

    xs: Floats
    ys: Floats
    cells: tuple[GridCell, ...]
    cell_of: NDArray[np.int64]


def rulings_to_grid(rulings: Rulings) -> Grid | None:
    """The grid that rulings draw, or None where they draw fewer than two cells."""
    xs = _positions(rulings.vertical[:, 0], rulings.horizontal[:, 1:])
    ys = _positions(rulings.horizontal[:, 0], rulings.vertical[:, 1:])
    if len(xs) < 2 or len(ys) < 2:
        return None
    across = _covered(rulings.horizontal, ys, xs)
    down = _covered(rulings.vertical, xs, ys).T
    labels = _flood(across, down)
    cells, cell_of = _cells(labels, across, down)
    return Grid(xs, ys, cells, cell_of) if len(cells) >= 2 else None


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
) -> tuple[tuple[GridCell, ...], NDArray[np.int64]]:
    cells: list[GridCell] = []
    cell_of = np.full(labels.shape, -1, np.int64)
    for label in np.unique(labels):
        places = np.argwhere(labels == label)
        (top, left), (bottom, right) = places.min(axis=0), places.max(axis=0) + 1
        whole = len(places) == (bottom - top) * (right - left)
        for box in [(top, left, bottom, right)] if whole else _row_runs(places):
            cell = _cell(tuple(map(int, box)), across, down)
            if cell is not None:
                cell_of[box[0] : box[2], box[1] : box[3]] = len(cells)
                cells.append(cell)
    return tuple(cells), cell_of


def _row_runs(places: NDArray[np.int64]) -> list[tuple[int, int, int, int]]:
    """A shape that is no box (a border left out) as boxes: runs along rows, those that stand above each other as one."""
    boxes: list[tuple[int, int, int, int]] = []
    for row in np.unique(places[:, 0]).tolist():
        columns = np.sort(places[places[:, 0] == row, 1])
        for run in np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1):
            left, right = int(run[0]), int(run[-1]) + 1
            above = next((b for b in boxes if b[2] == row and (b[1], b[3]) == (left, right)), None)
            if above is None:
                boxes.append((row, left, row + 1, right))
            else:
                boxes[boxes.index(above)] = (above[0], left, row + 1, right)
    return boxes


def _cell(box: tuple[int, ...], across: NDArray[np.bool_], down: NDArray[np.bool_]) -> GridCell | None:
    """The cell that a box of places is, or None where it is a corner outside the table: no two facing sides drawn."""
    top, left, bottom, right = box
    above, below = bool(across[top, left:right].all()), bool(across[bottom, left:right].all())
    before, after = bool(down[top:bottom, left].all()), bool(down[top:bottom, right].all())
    if not (above and below) and not (before and after):
        return None
    return GridCell(top, left, bottom - top, right - left, above, below)
