"""Which of a table's first rows are heads: bold or shaded where the rows below are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.layout.excerpt import Excerpt, join
from extract.tables.types import Cell, Table

_MOST_HEAD_ROWS = 5
NUMBER = re.compile(
    r"^[(+\-–−]?\s?[£€$]?\s?[(+\-–−]?\d[\d,]*(?:\.\d+)?\s?(?:%|[mk]|bn)?\)?\s?[*†‡]*$|^(?:n/?a|nil|[-–—])$",
    re.IGNORECASE,
)
YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?$")


def count_header_rows(rows: int, cells: Sequence[Cell]) -> int:
    """How many rows from the top are heads; at least one row is left as body."""
    by_row: list[list[Cell]] = [[] for _ in range(rows)]
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.row_span, rows)):
            by_row[row].append(cell)
    head = [is_head_row(row) for row in by_row]
    count = 0
    while count < min(rows, _MOST_HEAD_ROWS) and head[count] and not (count and _heads_group(by_row, count, head)):
        count += 1
    if all(head):
        return int(rows > 1)
    if count == 0:
        return _rows_before_numbers(by_row)
    reach = max((c.row + c.row_span for c in cells if c.row < count and c.row_span < rows), default=count)
    return min(max(count, reach) if reach <= _MOST_HEAD_ROWS else count, rows - 1)


def _heads_group(rows: Sequence[Sequence[Cell]], at: int, head: Sequence[bool]) -> bool:
    """Whether a row is the heading of a group below a row of several heads: one cell across, or a label with nothing
    beside it where its column is headed already or the table has more such rows further down.
    """
    above = [[cell for cell in row if cell.text] for row in rows[:at]]
    if len(rows[at]) == 1:
        return any(len(row) > 1 for row in above)
    if not _is_lone_label(rows[at]) or not any(len(row) > 1 for row in above):
        return False
    headed = any(len(row) > 1 and row[0].column == 0 for row in above)
    return headed or any(head[row] and _is_lone_label(rows[row]) for row in range(at + 2, len(rows)))


def _is_lone_label(row: Sequence[Cell]) -> bool:
    """Whether only the first column has words, and these do not go on from the row above."""
    worded = [cell for cell in row if cell.text]
    return len(worded) == 1 and worded[0].column == 0 and not worded[0].text.text[0].islower()


def is_head_row(row: Sequence[Cell]) -> bool:
    """Whether all words of a row are bold, or all its cells have one fill and hold words."""
    worded = [cell for cell in row if cell.text]
    if not worded:
        return False
    if all(cell.bold for cell in worded) or all(word.font.italic for cell in worded for word in cell.text.words):
        return True
    fills = {cell.fill for cell in row}
    return len(row) > 1 and len(worded) == len(row) and None not in fills and len(fills) == 1


def _rows_before_numbers(by_row: Sequence[Sequence[Cell]]) -> int:
    """How many rows of words stand above the first row that is mostly numbers; 0 where the table is not of figures."""
    for count, row in enumerate(by_row[: _MOST_HEAD_ROWS + 1]):
        values = [cell.text.text for cell in row[1:] if cell.text]
        numbers = sum(bool(NUMBER.match(value)) and not YEAR.match(value) for value in values)
        digits = any(character.isdigit() for value in values for character in value)
        if digits and 2 * numbers > len(values):
            return count if all(sum(bool(c.text) for c in head) > 0 for head in by_row[:count]) else 0
    return 0


def column_path(table: Table, column: int, rows: Iterable[int]) -> tuple[Excerpt, ...]:
    """The heads over a column from outside in, without titles across the table.

    In a table without drawn cells, heads of one column that stand below each other are the lines of one head.
    """
    path: list[Excerpt] = []
    last: Cell | None = None
    for row in rows:
        cell = table.at(row, column)
        if cell is None or cell is last or not cell.text or cell.column_span >= table.columns > 1:
            continue
        if path and path[-1].text == cell.text.text:
            continue
        wrapped = last is not None and table.style == "aligned" and last.column_span == cell.column_span == 1
        path = [*path[:-1], join((path[-1], cell.text))] if wrapped else [*path, cell.text]
        last = cell
    return tuple(path)
