"""Sums that a table states: totals, net figures, variances, columns worked out from others, balances.

Checked, never repaired. What the table states is found from what holds in most of its columns or rows: a `Total` may be
of the rows since the last one, of all of them, or of the totals; a variance may be taken either way. Where nothing says
which of them is meant no sum is stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.records.arithmetic_balances import balances
from extract.records.arithmetic_columns import formulas, row_totals, variances
from extract.records.arithmetic_totals import totals
from extract.records.figure_tables import Figure
from extract.records.sums import Sum, SumGrid, figures_to_grid
from extract.tables.types import Table


def figures_to_sums(table: Table, figures: Iterable[Figure]) -> Iterator[Sum]:
    """The sums that a table states of its figures, rule by rule, each once."""
    grid = figures_to_grid(table, figures)
    seen: set[tuple[int, int, frozenset[tuple[int, int]]]] = set()
    for found in _all(grid):
        key = (found.figure.row, found.figure.column, frozenset((part.row, part.column) for part in found.parts))
        if key not in seen:
            seen.add(key)
            yield found


def _all(grid: SumGrid) -> Iterator[Sum]:
    yield from totals(grid)
    lettered = list(formulas(grid))
    yield from lettered
    taken = {found.figure.column for found in lettered}
    yield from (found for found in variances(grid) if found.figure.column not in taken)
    yield from (found for found in row_totals(grid) if found.figure.column not in taken)
    yield from balances(grid)
