"""Whose risk rows of actions belong to, by the blocks that risks are read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.layout.excerpt import Excerpt
from extract.pack.types import Pack
from extract.records.risk_blocks import pack_to_risk_blocks
from extract.tables.types import Table


@dataclass(frozen=True, slots=True)
class RiskLinks:
    """Numbers of risks (empty where none is printed) by the id of a cell of a planned action's row, and in `planned` by
    that of the cell that tells in a risk's own row what is planned.

    `sheets` has the number of the last risk of each table that is a risk's sheet, by the table's number. `registers`
    are the numbers of tables whose actions stand in rows of their own between risks, `lists` those of all registers:
    below them no actions are of the risk before.
    """

    cells: Mapping[int, Excerpt]
    sheets: Mapping[int, Excerpt]
    registers: frozenset[int]
    lists: frozenset[int] = frozenset()
    planned: Mapping[int, Excerpt] = field(default_factory=dict)

    def holds_risks(self, table: Table) -> bool:
        """Whether only the rows that belong to a risk are actions in a table."""
        return table.number in self.sheets or table.number in self.registers

    def row_to_ref(self, table: Table, row: int) -> Excerpt | None:
        """The number of the risk whose planned action a row is; None where it is none."""
        known = (self.cells, self.planned) if self.holds_risks(table) else (self.planned,)
        refs = (refs.get(id(cell)) for cell in table.row(row) for refs in known)
        return next((ref for ref in refs if ref is not None), None)


def pack_to_risk_links(pack: Pack) -> RiskLinks:
    """Which rows of a pack's tables are planned actions of which risk."""
    cells: dict[int, Excerpt] = {}
    planned: dict[int, Excerpt] = {}
    sheets: dict[int, Excerpt] = {}
    registers: set[int] = set()
    lists: set[int] = set()
    for block in pack_to_risk_blocks(pack):
        sheet = block.layout == "sheet"
        parts = [part for part in block.parts if part.kind == "actions" and (sheet or part.inner)]
        if not sheet:
            lists.add(block.table.number)
        if sheet:
            sheets[block.table.number] = block.ref
        elif parts:
            registers.add(block.table.number)
        cells |= {id(cell): block.ref for part in parts for row in part.rows for cell in row}
        told = block.values.get("actions", ()) if block.layout == "row" else ()
        planned |= {id(value.cell): block.ref for value in told}
    return RiskLinks(cells, sheets, frozenset(registers), frozenset(lists), planned)
