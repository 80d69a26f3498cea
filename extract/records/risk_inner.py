"""Planned actions in rows of their own between the risks of a register, below a head of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from extract.records.risk_heads import words_to_head
from extract.records.risk_types import Part
from extract.tables.heads import is_head_row
from extract.tables.types import Cell, Table

_OWNERS = frozenset({"owner", "risk_owner", "action_owner"})
_ACTIONS = frozenset({"actions", "mitigation"})


def table_to_inner_parts(table: Table, first: int) -> Mapping[int, Part]:
    """The parts of actions in a register whose risks begin at row `first`, by the row of the head of each.

    A part's rows are cut into cells as its head is, and not as the risks are.
    """
    found: dict[int, Part] = {}
    risks = _layout(_starting(table, first)) if first < table.rows else ()
    for row in range(first + 1, table.rows):
        cells = _starting(table, row)
        if _heads_actions(cells) and _layout(cells) != risks:
            heads = tuple(cell for cell in cells if cell.text)
            found[row] = Part("actions", heads, _entries(table, row + 1, _layout(cells)), inner=True)
    return found


def inner_rows(parts: Mapping[int, Part]) -> frozenset[int]:
    """The rows of a table that parts and their heads fill."""
    return frozenset(parts) | {cells[0].row for part in parts.values() for cells in part.rows if cells}


def _starting(table: Table, row: int) -> list[Cell]:
    return [cell for cell in table.row(row) if cell.row == row]


def _layout(cells: Sequence[Cell]) -> tuple[tuple[int, int], ...]:
    return tuple((cell.column, cell.column_span) for cell in cells)


def _entries(table: Table, first: int, layout: tuple[tuple[int, int], ...]) -> tuple[tuple[Cell, ...], ...]:
    """The rows from `first` on that are cut into cells in one way, up to the next head."""
    rows = (tuple(_starting(table, row)) for row in range(first, table.rows))
    return tuple(takewhile(lambda cells: _layout(cells) == layout and not _heads_actions(cells), rows))


def _heads_actions(cells: Sequence[Cell]) -> bool:
    """Whether a row heads actions with their owners or dates, and says nothing else."""
    heads = [words_to_head([cell.text.text]) for cell in cells if cell.text]
    fields = {head.field for head in heads if head is not None}
    answered = bool(fields & _OWNERS) or "due" in fields
    return len(heads) > 1 and None not in heads and bool(fields & _ACTIONS) and answered and is_head_row(cells)
