"""Heads that stand over several columns where no rules say over which.

A head over columns is underlined over all of them, or set in the middle above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.pdf.types import Floats, Rules
from extract.tables.heads import count_header_rows
from extract.tables.rulings import join_pieces, snap_lines
from extract.tables.types import Cell

_OFF_CENTRE = 0.35  # of a column's width that a head may stand beside the middle of its columns

Extent = tuple[float, float]


def spread_heads(cells: Sequence[Cell], rows: int, columns: int, rules: Rules) -> tuple[Cell, ...]:
    """The cells with those of head rows above the lowest one spread over the columns they stand over."""
    header_rows = count_header_rows(rows, cells)
    extents = _column_extents(cells, header_rows, columns)
    spread = list(cells)
    lines = join_pieces(snap_lines(rules.horizontal))
    for row in range(header_rows - 1):
        heads = sorted((c for c in spread if c.row == row and c.text and c.column > 0), key=lambda c: c.column)
        lower = [c for c in spread if c.row > row and c.row < header_rows and c.text]
        if not heads or len(heads) >= len({c.column for c in lower if c.column > 0}):
            continue
        for head, (first, last) in zip(heads, _runs(heads, extents, lines), strict=True):
            spread = _with_span(spread, head, first, last)
    return tuple(spread)


def _column_extents(cells: Sequence[Cell], header_rows: int, columns: int) -> list[Extent]:
    """Where the words of each column begin and end; the column's own box where it has none."""
    extents: list[Extent] = []
    for column in range(columns):
        own = [c for c in cells if c.column == column and c.column_span == 1 and c.row >= header_rows - 1]
        words = [word for cell in own for word in cell.text.words]
        boxes = [cell.boxes[0] for cell in cells if cell.column == column and cell.column_span == 1]
        if words:
            extents.append((min(w.x0 for w in words), max(w.x1 for w in words)))
        elif boxes:
            extents.append((boxes[0].x0, boxes[0].x1))
        else:
            extents.append((extents[-1][1], extents[-1][1]) if extents else (0.0, 0.0))
    return extents


def _runs(heads: Sequence[Cell], extents: Sequence[Extent], lines: Floats) -> list[tuple[int, int]]:
    """For each head of a row the first and last column it stands over; no two share a column."""
    nearest = [_nearest(_middle(head), extents) for head in heads]
    runs: list[tuple[int, int]] = []
    for number, head in enumerate(heads):
        low = runs[-1][1] + 1 if runs else 1
        high = nearest[number + 1] - 1 if number + 1 < len(heads) else len(extents) - 1
        low, high = min(low, nearest[number]), max(high, nearest[number])
        others = [_middle(other) for other in heads if other is not head]
        run = _underlined(head, others, extents, lines)
        runs.append(run if run and low <= run[0] and run[1] <= high else _centred(head, extents, low, high))
    return runs


def _middle(head: Cell) -> float:
    words = head.text.words
    return (min(w.x0 for w in words) + max(w.x1 for w in words)) / 2


def _nearest(x: float, extents: Sequence[Extent]) -> int:
    return min(range(1, len(extents)), key=lambda i: abs(sum(extents[i]) / 2 - x))


def _underlined(
    head: Cell, others: Sequence[float], extents: Sequence[Extent], lines: Floats
) -> tuple[int, int] | None:
    """The columns over which a rule runs just below a head and below none of the row's other heads."""
    words = head.text.words
    x0, x1, size = min(w.x0 for w in words), max(w.x1 for w in words), words[0].size
    baseline = max(w.baseline for w in words)
    for y, start, end in lines.tolist():
        below = 0 < y - baseline < 1.2 * size and start <= x0 + 2 and end >= x1 - 2
        if below and not any(start <= other <= end for other in others):
            over = [i for i in range(1, len(extents)) if start - 3 <= sum(extents[i]) / 2 <= end + 3]
            return (over[0], over[-1]) if over else None
    return None


def _centred(head: Cell, extents: Sequence[Extent], low: int, high: int) -> tuple[int, int]:
    """The widest run of columns whose middle is the head's, else the columns that its words stand over."""
    middle = _middle(head)
    width = max((extents[high][1] - extents[low][0]) / (high - low + 1), 1.0)
    runs = [
        (first, last)
        for first in range(low, high + 1)
        for last in range(first, high + 1)
        if abs((extents[first][0] + extents[last][1]) / 2 - middle) <= _OFF_CENTRE * width
        and extents[first][0] - width <= middle <= extents[last][1] + width
    ]
    if not runs:
        return head.column, head.column + head.column_span - 1
    return max(runs, key=lambda run: (run[1] - run[0], -abs(sum(extents[run[0]]) - 2 * middle)))


def _with_span(cells: list[Cell], head: Cell, first: int, last: int) -> list[Cell]:
    """The cells with one spread over columns `first` to `last`; the empty cells it covers then are left out."""
    covered = range(first, last + 1)
    if any(c is not head and c.row == head.row and c.column in covered and c.text for c in cells):
        return cells
    boxes = [c.boxes[0] for c in cells if c.row == head.row and (c is head or c.column in covered)]
    box = head.boxes[0]._replace(x0=min(b.x0 for b in boxes), x1=max(b.x1 for b in boxes))
    kept = [c for c in cells if c is head or c.row != head.row or c.column not in covered]
    given_up = [c for c in range(head.column, head.column + head.column_span) if c not in covered]
    spread = replace(head, column=first, column_span=last - first + 1, boxes=(box,))
    return [spread if c is head else c for c in kept] + [_empty_like(head, column) for column in given_up]


def _empty_like(head: Cell, column: int) -> Cell:
    return replace(head, column=column, column_span=1, lines=(), text=head.text.cut(0, 0), starts=())
