"""What a drawn grid leaves out, read from how the words stand: rows without rules, columns ruled in the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout import words_to_lines
from extract.layout.excerpt import flow_lines
from extract.pdf.types import Page, Word
from extract.tables.aligned import lines_to_aligned_tables
from extract.tables.heads import NUMBER
from extract.tables.ruled import PageTable, paragraph_starts, words_to_cell_lines
from extract.tables.types import Cell

_LEAST_WORDED = 0.15  # of a grid's cells; fewer hold words only in charts and in ornaments
_STACKED = 3  # lines of numbers in one cell that are rows without rules between them
_ROWS = 2  # rows with words in several columns that show those of the head to be theirs
_COLUMN_GAP = 0.9  # em between words that stand in two columns
_HELD = 0.9  # of a grid's words that a reading by alignment must hold to be better


def refine_ruled(table: PageTable, page: Page) -> PageTable | None:
    """The table as its words say where the rules say too little; None where it is no table but a chart or a frame."""
    worded = sum(bool(cell.text) for cell in table.cells)
    if worded < 2 or worded < _LEAST_WORDED * len(table.cells):
        return None
    if _has_stacked_rows(table):
        return _by_alignment(table, page) or replace(table, doubt="unruled rows")
    return _with_columns_of_head(table)


def _has_stacked_rows(table: PageTable) -> bool:
    """Whether rows of numbers stand in one cell: several lines that are numbers, or that hold several numbers each."""
    stacked = several = 0
    for cell in table.cells:
        lines = [line.text for line in cell.lines]
        stacked += len(lines) >= _STACKED and sum(bool(NUMBER.match(t)) for t in lines) >= 0.7 * len(lines)
        several += len(lines) >= _STACKED and all(_numbers(t) >= 2 for t in lines)
    return stacked >= 2 or several >= 1


def _numbers(text: str) -> int:
    return sum(bool(NUMBER.match(word)) for word in text.split())


def _by_alignment(table: PageTable, page: Page) -> PageTable | None:
    words = [word for cell in table.cells for line in cell.lines for word in line.words]
    found = lines_to_aligned_tables(words_to_lines(words, page.height), page)
    if len(found) != 1:
        return None
    held = sum(len(line.words) for cell in found[0].cells for line in cell.lines)
    return replace(found[0], style="ruled", doubt="by alignment") if held >= _HELD * len(words) else None


def _with_columns_of_head(table: PageTable) -> PageTable:
    """Body cells that run over several columns and hold words well inside several of them, cut at the columns."""
    if (parted := _ruled_in_head_alone(table)) is not None:
        return parted
    cells = [piece for cell in table.cells for piece in _cut_at_columns(cell, table.xs)]
    if len(cells) == len(table.cells):
        return table
    cut_rows = sum(len(_cut_at_columns(cell, table.xs)) > 1 for cell in table.cells)
    return replace(table, cells=tuple(cells)) if cut_rows > 1 else table


def _ruled_in_head_alone(table: PageTable) -> PageTable | None:
    """A table whose columns are ruled in its head and nowhere below, its rows cut at them; None for any other.

    Rows with words in the first column alone are headings and stay whole.
    """
    columns = len(table.xs) - 1
    heads = [cell for cell in table.cells if cell.row == 0]
    body = [cell for cell in table.cells if cell.row > 0]
    if len(heads) != columns or columns < 2 or len(body) < _ROWS or any(c.column_span < columns for c in body):
        return None
    if not all(cell.text for cell in heads) or any(_crosses(cell, table.xs) for cell in body):
        return None
    rows = [[_piece(c, n, run, table.xs) for n, run in enumerate(_runs_of_lines(c, table.xs))] for c in body]
    parted = [any(piece.text for piece in row[1:]) for row in rows]
    if sum(parted) < _ROWS:
        return None
    kept = ([cell] if not cut else row for cell, row, cut in zip(body, rows, parted, strict=True))
    return replace(table, cells=(*heads, *(piece for row in kept for piece in row)))


def _crosses(cell: Cell, xs: Sequence[float]) -> bool:
    """Whether words of a cell stand on a column's edge, or are turned."""
    words = (word for line in cell.lines for word in line.words)
    return any(word.turn != 0 or any(word.x0 - 1 < x < word.x1 + 1 for x in xs[1:-1]) for word in words)


def _runs_of_lines(cell: Cell, xs: Sequence[float]) -> list[list[Word]]:
    return _runs_by_column([word for line in cell.lines for word in line.words], cell, xs)


def _cut_at_columns(cell: Cell, xs: Sequence[float]) -> list[Cell]:
    words = [word for line in cell.lines for word in line.words if word.turn == 0]
    if cell.column_span < 2 or len(cell.lines) != 1 or not words:
        return [cell]
    inner = xs[cell.column + 1 : cell.column + cell.column_span]
    if any(word.x0 < x < word.x1 for word in words for x in inner):
        return [cell]
    runs = _runs_by_column(words, cell, xs)
    gaps = [other[0].x0 - one[-1].x1 for one, other in pairwise([run for run in runs if run])]
    if len(gaps) < 2 or min(gaps) < _COLUMN_GAP * words[0].size:
        return [cell]
    return [_piece(cell, number, run, xs) for number, run in enumerate(runs)]


def _runs_by_column(words: Sequence[Word], cell: Cell, xs: Sequence[float]) -> list[list[Word]]:
    runs: list[list[Word]] = [[] for _ in range(cell.column_span)]
    for word in words:
        middle = (word.x0 + word.x1) / 2
        column = sum(middle > x for x in xs[cell.column + 1 : cell.column + cell.column_span])
        runs[column].append(word)
    return runs


def _piece(cell: Cell, number: int, words: Sequence[Word], xs: Sequence[float]) -> Cell:
    lines = words_to_cell_lines(words)
    column = cell.column + number
    box = cell.boxes[0]._replace(x0=xs[column], x1=xs[column + 1])
    return replace(
        cell,
        column=column,
        column_span=1,
        lines=lines,
        text=flow_lines(lines),
        starts=paragraph_starts(lines),
        boxes=(box,),
    )
