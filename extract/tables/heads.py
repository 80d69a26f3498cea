"""Which of a table's first rows are heads: bold or shaded where the rows below are not."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.types import Cell

_MOST_HEAD_ROWS = 5


def count_header_rows(rows: int, cells: Sequence[Cell]) -> int:
    """How many rows from the top are heads; at least one row is left as body."""
    by_row: list[list[Cell]] = [[] for _ in range(rows)]
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.row_span, rows)):
            by_row[row].append(cell)
    head = [is_head_row(row) for row in by_row]
    count = 0
    while count < min(rows, _MOST_HEAD_ROWS) and head[count]:
        count += 1
    if count == 0 or all(head):
        return 0 if rows < 2 or not all(head) else 1
    reach = max((c.row + c.row_span for c in cells if c.row < count and c.row_span < rows), default=count)
    return min(max(count, reach) if reach <= _MOST_HEAD_ROWS else count, rows - 1)


def is_head_row(row: Sequence[Cell]) -> bool:
    """Whether all words of a row are bold, or all its cells have one fill and hold words."""
    worded = [cell for cell in row if cell.text]
    if not worded:
        return False
    if all(cell.bold for cell in worded):
        return True
    fills = {cell.fill for cell in row}
    return len(row) > 1 and len(worded) == len(row) and None not in fills and len(fills) == 1
