"""Ruled tables of one page: rulings to grids, words and fills into their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.layout.excerpt import Excerpt, begins_with_bullet, flow_lines, words_to_excerpt, wrapped_dash
from extract.layout.lines import words_to_rows
from extract.pdf.types import Box, Fills, Page, Rgb, Word
from extract.tables.grid import Grid, GridCell, rulings_to_grid
from extract.tables.rulings import rules_to_rulings
from extract.tables.types import Cell, Why

_FILLED = 0.5  # of a cell's area that a fill must cover to be the cell's
_WHITE = 250  # each part of a colour at least this much is paper
_PARAGRAPH_GAP = 1.3  # times the usual distance between the lines of a cell
_LIST_MARKER = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|\d{1,2}\.\d{1,2}\.?)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class PageTable:
    """A table as drawn on one page: column positions (points), cells, rows, and whether its last row is left open.

    `open_top` and `open_bottom` say that the first or last row has no closing rule: a page break may cut it. `doubt`
    says why the reading may be wrong, None where nothing speaks against it.
    """

    box: Box
    xs: tuple[float, ...]
    rows: int
    cells: tuple[Cell, ...]
    open_top: bool
    open_bottom: bool
    style: str
    doubt: Why | None = None


def page_to_tables(page: Page, words: Iterable[Word]) -> list[PageTable]:
    """The ruled tables of a page, top to bottom, with those of `words` that stand in them."""
    grids = [grid for rulings in rules_to_rulings(page.rules) if (grid := rulings_to_grid(rulings)) is not None]
    if not grids:
        return []
    placed = list(words)
    middles = np.array([((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2) for w in placed]).reshape(-1, 2)
    tables = [_grid_to_table(grid, page, placed, middles) for grid in grids]
    return sorted((table for table in tables if table is not None), key=lambda t: (t.box.top, t.box.x0))


def words_in(tables: Iterable[PageTable]) -> set[int]:
    """The identities of all words that stand in tables."""
    return {id(word) for table in tables for cell in table.cells for line in cell.lines for word in line.words}


def _grid_to_table(grid: Grid, page: Page, words: Sequence[Word], middles: NDArray[np.float64]) -> PageTable | None:
    inside = _words_by_cell(grid, words, middles)
    if not inside:
        return None
    fills = _cell_fills(grid, page.fills)
    cells = tuple(
        _cell(page.number, grid, drawn, inside.get(number, []), fills[number])
        for number, drawn in enumerate(grid.cells)
    )
    last_row, box = len(grid.ys) - 1, _bounds(page.number, grid)
    open_top = any(not c.top_drawn for c in grid.cells if c.row == 0)
    open_bottom = any(not c.bottom_drawn for c in grid.cells if c.row + c.row_span == last_row)
    doubt: Why | None = "borders left out" if grid.borders_left_out else None
    return PageTable(box, tuple(grid.xs.tolist()), last_row, cells, open_top, open_bottom, "ruled", doubt)


def _bounds(page: int, grid: Grid) -> Box:
    return Box(page, float(grid.xs[0]), float(grid.ys[0]), float(grid.xs[-1]), float(grid.ys[-1]))


def _words_by_cell(grid: Grid, words: Sequence[Word], middles: NDArray[np.float64]) -> dict[int, list[Word]]:
    if len(middles) == 0:
        return {}
    columns = np.searchsorted(grid.xs, middles[:, 0]) - 1
    rows = np.searchsorted(grid.ys, middles[:, 1]) - 1
    held = (columns >= 0) & (columns < len(grid.xs) - 1) & (rows >= 0) & (rows < len(grid.ys) - 1)
    inside: dict[int, list[Word]] = defaultdict(list)
    for index in np.flatnonzero(held).tolist():
        cell = int(grid.cell_of[rows[index], columns[index]])
        if cell >= 0:
            inside[cell].append(words[index])
    return inside


def _cell_fills(grid: Grid, fills: Fills) -> list[Rgb | None]:
    """Each cell's colour: that of the fill painted last of those which cover most of it; None for paper."""
    if len(fills.boxes) == 0:
        return [None] * len(grid.cells)
    boxes = np.array([_box(grid, cell) for cell in grid.cells])
    width = np.minimum(boxes[:, None, 2], fills.boxes[None, :, 2]) - np.maximum(
        boxes[:, None, 0], fills.boxes[None, :, 0]
    )
    height = np.minimum(boxes[:, None, 3], fills.boxes[None, :, 3]) - np.maximum(
        boxes[:, None, 1], fills.boxes[None, :, 1]
    )
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    covers = (width > 0) & (height > 0) & (width * height >= _FILLED * area[:, None])
    return [_topmost(row, fills) for row in covers]


def cell_fill(box: Box, page: Page) -> Rgb | None:
    """The colour painted last of those that cover most of a box; None for paper."""
    fills = page.fills
    if len(fills.boxes) == 0:
        return None
    width = np.minimum(box.x1, fills.boxes[:, 2]) - np.maximum(box.x0, fills.boxes[:, 0])
    height = np.minimum(box.bottom, fills.boxes[:, 3]) - np.maximum(box.top, fills.boxes[:, 1])
    area = (box.x1 - box.x0) * (box.bottom - box.top)
    return _topmost((width > 0) & (height > 0) & (width * height >= _FILLED * area), fills)


def _topmost(covers: NDArray[np.bool_], fills: Fills) -> Rgb | None:
    painted = np.flatnonzero(covers)
    if len(painted) == 0:
        return None
    colour = Rgb(*map(int, fills.rgb[painted[-1]]))
    return None if min(colour) >= _WHITE else colour


def _box(grid: Grid, cell: GridCell) -> tuple[float, float, float, float]:
    return (
        float(grid.xs[cell.column]),
        float(grid.ys[cell.row]),
        float(grid.xs[cell.column + cell.column_span]),
        float(grid.ys[cell.row + cell.row_span]),
    )


def _cell(page: int, grid: Grid, drawn: GridCell, words: list[Word], fill: Rgb | None) -> Cell:
    lines = words_to_cell_lines(words)
    return Cell(
        drawn.row,
        drawn.column,
        drawn.row_span,
        drawn.column_span,
        lines,
        flow_lines(lines),
        paragraph_starts(lines),
        (Box(page, *_box(grid, drawn)),),
        fill,
    )


def words_to_cell_lines(words: Iterable[Word]) -> tuple[Excerpt, ...]:
    """The words of a cell as its printed lines: the upright ones top to bottom, then turned ones in reading order."""
    upright: list[Word] = []
    turned: dict[tuple[int, float], list[Word]] = defaultdict(list)
    for word in words:
        if word.turn == 0:
            upright.append(word)
        else:
            turned[word.turn, round(word.baseline)].append(word)
    lines = [words_to_excerpt(row) for row in words_to_rows(upright)]
    for (turn, _), row in sorted(turned.items(), key=lambda item: -item[0][1] if item[0][0] == 1 else item[0][1]):
        lines.append(words_to_excerpt(sorted(row, key=lambda w: w.top, reverse=turn == 3)))
    return tuple(lines)


def paragraph_starts(lines: Sequence[Excerpt]) -> tuple[int, ...]:
    """The numbers of the lines that begin a paragraph: the first, bullets, list markers, and those with a gap above."""
    if not lines:
        return ()
    steps = [_step(one, other) for one, other in pairwise(lines)]
    usual = min((step for step in steps if step > 0), default=0.0)
    starts, dash = [0], wrapped_dash(lines)
    for number, step in enumerate(steps, start=1):
        line = lines[number]
        marked = (begins_with_bullet(line) and number != dash) or _LIST_MARKER.match(line.text)
        if step > _PARAGRAPH_GAP * usual or step < 0 or marked:
            starts.append(number)
    return tuple(starts)


def _step(one: Excerpt, other: Excerpt) -> float:
    """Points from one line's baseline to the next one's."""
    return other.first_word.baseline - one.first_word.baseline
