"""Which tables are tables of figures, and what their columns are: figures, labels of rows, or neither."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.records.columns import fold_head
from extract.records.figure_words import BLANK, bars, grade_of, head_concept, names_risks, names_unit
from extract.records.numerals import Numeral, cell_to_numerals
from extract.tables.heads import is_head_row
from extract.tables.types import Cell, Table

_ENOUGH = 0.5  # of the cells that hold words, for a column of figures
_GRADES = 3  # of likelihood, that make a matrix of risks
_RUN = 4  # multiples beside each other, in a row of such a matrix
_DISTINCT = 0.6  # of the words of a column, for one that names its rows

_COUNTED = re.compile(r"\(?(?P<number>\d{1,2})\)?")
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")

_WHOLE = re.compile(r"\d{1,2}(?![\d.,%])")

Numerals = Mapping[tuple[int, int], tuple[Cell, tuple[Numeral, ...]]]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures: its columns of figures, each with the columns that can name its rows, the best first.

    `numerals` are the cells of numbers below the heads by row and column; `heads` are the rows of heads that hold for
    each row of the body (heads may be printed again within a table).
    """

    table: Table
    heads: Mapping[int, tuple[int, ...]]
    columns: frozenset[int]
    labels: Mapping[int, tuple[int, ...]]
    numerals: Numerals


def table_to_figure_table(table: Table) -> FigureTable | None:
    """A table of figures with its columns told apart; None for a table of anything else."""
    if table.columns < 2:
        return None
    head_rows = _head_rows(table)
    numerals = _numerals(table, head_rows)
    if not numerals:
        return None
    columns = _figure_columns(table, head_rows, numerals)
    if not columns:
        return None
    columns = _without_numbering(table, head_rows, columns, numerals)
    if not _is_of_figures(table, head_rows, columns, numerals) or _is_matrix(table):
        return None
    if not any(n.marked for _, found in numerals.values() for n in found) and _is_of_risks(table, head_rows, columns):
        return None
    labels = {column: _label_columns(table, head_rows, column, columns, numerals) for column in range(table.columns)}
    return FigureTable(table, _heads_by_row(table, head_rows, columns, numerals), frozenset(columns), labels, numerals)


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no figure: nothing, a dash, `n/a`."""
    return not text or text.casefold().strip(" ()") in BLANK


def _head_rows(table: Table) -> int:
    """The table's rows of heads: a row of units below them is one too, a row of figures among them is none."""
    count = table.header_rows
    for row in range(table.header_rows):
        worded = [cell for cell in table.row(row) if cell.text and cell.column > 0 and cell.row == row]
        figures = [n for cell in worded for n in cell_to_numerals(cell.text) if n.marked]
        if worded and 2 * len(figures) >= len(worded):
            count = row
            break
    count = max([count, *(c.row + c.row_span for c in table.cells if c.row < count and c.row_span < table.rows - 1)])
    if count == 0 and _is_row_of_years(table):
        count = 1
    while count < table.rows - 1 and (_is_units_row(table, count) or _numbers_columns(table, count)):
        count += 1
    return min(count, table.rows - 1)


def _is_row_of_years(table: Table) -> bool:
    """Whether the first row holds years where the rows below hold other numbers."""
    found = [cell_to_numerals(cell.text) for cell in table.row(0) if cell.text and cell.column > 0]
    return table.rows > 1 and bool(found) and all(numerals and numerals[0].yearlike for numerals in found)


def _numbers_columns(table: Table, row: int) -> bool:
    """Whether a row counts the columns and holds nothing else: `(1) | (2) | (3)`."""
    found = [_COUNTED.fullmatch(cell.text.text) for cell in table.row(row) if cell.text]
    counted = [int(match["number"]) for match in found if match is not None]
    rises = all(right == left + 1 for left, right in pairwise(counted))
    return len(counted) == len(found) > 2 and rises and counted[0] <= 2


def _is_units_row(table: Table, row: int) -> bool:
    worded = [cell.text.text for cell in table.row(row) if cell.text and cell.column > 0]
    return bool(worded) and all(
        len(text) <= 8 and names_unit(text) and not any(c.isdigit() and c != "0" for c in text) for text in worded
    )


def _numerals(table: Table, head_rows: int) -> Numerals:
    found = {}
    for cell in table.cells:
        if cell.row >= head_rows and cell.text and len(cell.text) <= 40:
            numerals = cell_to_numerals(cell.text)
            if numerals:
                found[cell.row, cell.column] = (cell, numerals)
    return found


def _figure_columns(table: Table, head_rows: int, numerals: Numerals) -> set[int]:
    return {
        column
        for column in range(table.columns)
        if _mostly_figures(table, head_rows, column, numerals) and not _is_barred(table, head_rows, column, numerals)
    }


def _mostly_figures(table: Table, head_rows: int, column: int, numerals: Numerals) -> bool:
    filled = figures = 0
    for cell in table.column_cells(column):
        if (
            cell.row < head_rows
            or is_blank(cell.text.text)
            or (cell.column_span > 1 and cell.column_span >= table.columns - 1)
        ):
            continue
        found = numerals.get((cell.row, column))
        filled += 1
        figures += found is not None and not (found[1][0].yearlike or found[1][0].timed)
    return figures > 0 and figures >= _ENOUGH * filled


def _is_barred(table: Table, head_rows: int, column: int, numerals: Numerals) -> bool:
    """Whether its head says that its numbers are references, times or ratings of risks."""
    listed = [found[1][0] for (_, at), found in numerals.items() if at == column]
    heads = [cell.text.text for row in range(head_rows) if (cell := table.at(row, column)) is not None and cell.text]
    barred = any(bars(head) for head in heads if not names_unit(head)) and not names_unit(" ".join(heads))
    return barred and not all(n.united for n in listed)


def _without_numbering(table: Table, head_rows: int, columns: set[int], numerals: Numerals) -> set[int]:
    """Columns of figures without those left of the first column of words that only number the rows or name a year."""
    first = next((c for c in range(table.columns) if c not in columns and _is_worded(table, head_rows, c)), None)
    kept = set()
    for column in sorted(columns):
        listed = [found[1][0] for (_, at), found in numerals.items() if at == column]
        left = column == 0 or (first is not None and column < first)
        if not (left and (not any(n.united for n in listed)) and not _head_unit(table, head_rows, column)):
            kept.add(column)
    return kept


def _head_unit(table: Table, head_rows: int, column: int) -> bool:
    cells = (table.at(row, column) for row in range(head_rows))
    return any(
        cell is not None
        and cell.text
        and names_unit(cell.text.text)
        and fold_head(cell.text.text) not in ("no", "number")
        for cell in cells
    )


def _is_worded(table: Table, head_rows: int, column: int) -> bool:
    texts = [
        cell.text.text for cell in table.column_cells(column) if cell.row >= head_rows and not is_blank(cell.text.text)
    ]
    return 2 * sum(any(c.isalpha() for c in text) for text in texts) > len(texts) > 0


def _is_of_figures(table: Table, head_rows: int, columns: set[int], numerals: Numerals) -> bool:
    """Whether the columns are those of a table of figures, by how many numbers stand in them and what shows them so."""
    listed = [n for (_, column), (_, found) in numerals.items() if column in columns for n in found]
    if len(listed) < 2:
        return any(n.united for n in listed) and table.header_rows > 0
    if any(n.marked for n in listed) or len(columns) > 1:
        return True
    return any(_head_unit(table, head_rows, column) for column in columns) or (len(listed) >= 3 and head_rows > 0)


def _is_of_risks(table: Table, head_rows: int, columns: set[int]) -> bool:
    """Whether the heads of its words say that its rows are risks: its numbers are their scores."""
    return any(
        names_risks(cell.text.text)
        for row in range(head_rows)
        for cell in table.row(row)
        if cell.text and cell.column not in columns and cell.column_span < table.columns
    )


def _is_matrix(table: Table) -> bool:
    """Whether a table multiplies grades of likelihood and impact: it names the grades, or its rows are multiples."""
    grades = {grade for cell in table.cells if cell.text and (grade := grade_of(cell.text.text))}
    return len(grades) >= _GRADES or len({step for row in range(table.rows) if (step := _step(table, row))}) >= _GRADES


def _step(table: Table, row: int) -> int:
    """The number whose multiples a row ends in, in either order (`4 | 8 | 12 | 16 CR3`); 0 where it does not."""
    found = [_WHOLE.match(cell.text.text) for cell in table.row(row) if cell.text]
    whole = [int(match[0]) for match in found if match is not None]
    for values in (whole[-_RUN:], whole[: -_RUN - 1 : -1]):
        steps = {after - before for before, after in itertools.pairwise(values)}
        step = steps.pop() if len(values) == _RUN and len(steps) == 1 else 0
        if step > 0 and values[0] % step == 0:
            return step
    return 0


def _label_columns(table: Table, head_rows: int, column: int, columns: set[int], numerals: Numerals) -> tuple[int, ...]:
    """The columns that can name the rows of a column of figures: left of it in its panel, those with names first."""
    start = _panel_start(table, head_rows, column, columns)
    rows = sorted({row for row, at in numerals if at == column or column not in columns})
    listed = [at for at in range(start, column) if at not in columns]
    listed = listed or [at for at in range(column + 1, table.columns) if at not in columns][:1]
    return tuple(sorted(listed, key=lambda at: (label_rank(table, range(head_rows), at, rows), at)))


def _panel_start(table: Table, head_rows: int, column: int, columns: set[int]) -> int:
    """Where the panel of a column begins, in a table that is two set side by side under heads across each."""
    for row in range(head_rows):
        head = table.at(row, column)
        if head is None or not head.text or head.column_span >= table.columns or head.column == 0:
            continue
        if any(at not in columns and _is_worded(table, head_rows, at) for at in range(head.column, column)):
            return head.column
    return 0


def label_rank(table: Table, heads: Sequence[int], column: int, rows: Sequence[int]) -> int:
    """0 for a column of names, 1 for one that repeats its words, 2 for references and remarks, 3 for an empty one."""
    texts = [cell.text.text for row in rows if (cell := table.at(row, column)) is not None and cell.text]
    if not texts:
        return 3
    titles = [cell.text.text for row in heads if (cell := table.at(row, column)) is not None and cell.text]
    concepts = {head_concept(title) for title in titles}
    refers = bool(concepts & {"identifiers", "times"}) and 2 * sum(bool(_WORDS.search(text)) for text in texts) <= len(
        texts
    )
    if (
        refers
        or concepts & {"remarks", "notes"}
        or 2 * sum(any(c.isalpha() for c in text) for text in texts) <= len(texts)
    ):
        return 2
    shared = any((cell := table.at(row, column)) is not None and cell.row_span > 1 and cell.text for row in rows)
    distinct = not shared and (len(set(texts)) >= _DISTINCT * len(texts) or len(texts) <= 2)
    return 0 if distinct and 2 * len(texts) >= len(rows) else 1


def _heads_by_row(table: Table, head_rows: int, columns: set[int], numerals: Numerals) -> Mapping[int, tuple[int, ...]]:
    """For each row of the body the rows of heads that hold for it."""
    current = tuple(row for row in range(head_rows) if not _numbers_columns(table, row))
    below: list[int] = []
    heads: dict[int, tuple[int, ...]] = {}
    for row in range(head_rows, table.rows):
        if _is_inner_head(table, row, columns, numerals):
            below.append(row)
        elif below and any((row, column) in numerals for column in columns):
            if not _same_words(table, below, current, columns):
                current = tuple(below)
            below = []
        heads[row] = current
    return heads


def _is_inner_head(table: Table, row: int, columns: set[int], numerals: Numerals) -> bool:
    cells = [cell for cell in table.row(row) if cell.row == row]
    worded = {
        c for cell in cells if not is_blank(cell.text.text) for c in range(cell.column, cell.column + cell.column_span)
    }
    figures = [numerals[row, c][1][0] for c in columns if (row, c) in numerals]
    if len(worded & columns) * 2 < len(columns) or len(worded & columns) < min(2, len(columns)):
        return False
    across = any(cell.column_span >= table.columns - 1 for cell in cells if cell.text)
    return not across and all(n.yearlike for n in figures) and is_head_row(cells)


def _same_words(table: Table, below: Sequence[int], current: Sequence[int], columns: set[int]) -> bool:
    """Whether the rows say again what the heads say."""
    known = {cell.text.text for row in current for cell in table.row(row)}
    return all(
        (cell := table.at(row, column)) is None or not cell.text or cell.text.text in known
        for row in below
        for column in columns
    )
