"""Drawn lines to rulings: snapped to common positions, pieces joined, and gathered where they cross.

The chain is pdfplumber's (snap, join, intersect), done on arrays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.pdf.types import Floats, Rules

_SNAP = 3.0  # points between lines that are meant to be one: doubled rules, borders drawn cell by cell
_JOIN = 4.0  # points between pieces of one line: dashes, rules that do not quite meet
_SHORTEST = 4.0  # points; a shorter piece is an ornament unless it joins others
_REACH = 3.0  # points by which rules that are meant to meet may miss each other


@dataclass(frozen=True, slots=True, eq=False)
class Rulings:
    """Rules that cross one another: `horizontal` (n, 3) of (y, x0, x1) and `vertical` (m, 3) of (x, top, bottom)."""

    horizontal: Floats
    vertical: Floats


def rules_to_rulings(rules: Rules) -> Iterator[Rulings]:
    """The groups of rules that hang together, each a possible table."""
    horizontal, vertical = join_pieces(snap_lines(rules.horizontal)), join_pieces(snap_lines(rules.vertical))
    if len(horizontal) == 0 or len(vertical) == 0:
        return
    crossing = _crossings(horizontal, vertical)
    groups = _connected(crossing)
    for group in range(groups.max() + 1):
        rows, columns = groups[: len(horizontal)] == group, groups[len(horizontal) :] == group
        # one rule across closes the rest of a row that a page break cut, where several rules lead down to it
        if columns.sum() >= (1 if rows.sum() > 1 else 3):
            yield Rulings(horizontal[rows], vertical[columns])


def snap_positions(values: Floats, tolerance: float = _SNAP) -> tuple[Floats, NDArray[np.int64]]:
    """Cluster means of sorted positions that lie within `tolerance` of their neighbour, and each value's cluster."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    clusters = np.concatenate(([0], np.cumsum(np.diff(ordered) > tolerance))).astype(np.int64)
    means = np.bincount(clusters, ordered) / np.bincount(clusters)
    index = np.empty(len(values), np.int64)
    index[order] = clusters
    return means, index


def snap_lines(lines: Floats) -> Floats:
    """(n, 3) rules of (position, start, end) with positions that are meant to be one made one."""
    if len(lines) == 0:
        return lines
    means, index = snap_positions(lines[:, 0])
    return np.column_stack((means[index], lines[:, 1:]))


def join_pieces(lines: Floats) -> Floats:
    """Pieces on one position that touch or nearly do, as one; what stays too short is dropped."""
    if len(lines) == 0:
        return lines
    ordered = lines[np.lexsort((lines[:, 1], lines[:, 0]))]
    joined: list[list[float]] = []
    for position, start, end in ordered.tolist():
        if joined and joined[-1][0] == position and start <= joined[-1][2] + _JOIN:
            joined[-1][2] = max(joined[-1][2], end)
        else:
            joined.append([position, start, end])
    kept = [piece for piece in joined if piece[2] - piece[1] >= _SHORTEST]
    return np.array(kept, np.float64).reshape(-1, 3)


def _crossings(horizontal: Floats, vertical: Floats) -> NDArray[np.bool_]:
    """(n, m) whether horizontal rule i and vertical rule j meet."""
    y, x0, x1 = (column[:, None] for column in horizontal.T)
    x, top, bottom = vertical.T
    meets: NDArray[np.bool_] = (x0 - _REACH <= x) & (x <= x1 + _REACH) & (top - _REACH <= y) & (y <= bottom + _REACH)
    return meets


def _connected(crossing: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The group number of each horizontal rule, then of each vertical one."""
    rows, columns = crossing.shape
    groups = np.full(rows + columns, -1, np.int64)
    group = 0
    for seed in range(rows):
        if groups[seed] >= 0:
            continue
        in_rows = np.zeros(rows, np.bool_)
        in_rows[seed] = True
        while True:
            in_columns = crossing[in_rows].any(axis=0)
            grown = crossing[:, in_columns].any(axis=1) | in_rows
            if (grown == in_rows).all():
                break
            in_rows = grown
        groups[:rows][in_rows] = group
        groups[rows:][in_columns] = group
        group += 1
    return groups
