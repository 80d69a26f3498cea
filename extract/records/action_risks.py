"""Whose risk rows of actions belong to, by the blocks that risks are read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.layout.excerpt import Excerpt
from extract.pack.types import Pack
from extract.records.risk_blocks import pack_to_risk_blocks
from extract.tables.types import Table


@dataclass(frozen=True, slots=True)
class RiskLinks:
    """Numbers of risks (empty where none is printed) by the id of a cell of a planned action's row.

    `sheets` has the number of the last risk of each table that is a risk's sheet, by the table's number.
    """

    cells: Mapping[int, Excerpt]
    sheets: Mapping[int, Excerpt]

    def row_to_ref(self, table: Table, row: int) -> Excerpt | None:
        """The number of the risk whose planned action a row is; None where it is none."""
        return next((ref for cell in table.row(row) if (ref := self.cells.get(id(cell))) is not None), None)


def pack_to_risk_links(pack: Pack) -> RiskLinks:
    """Which rows of a pack's tables are planned actions of which risk."""
    cells: dict[int, Excerpt] = {}
    sheets: dict[int, Excerpt] = {}
    for block in pack_to_risk_blocks(pack):
        if block.layout != "sheet":
            continue
        sheets[block.table.number] = block.ref
        parts = (part for part in block.parts if part.kind == "actions")
        cells |= {id(cell): block.ref for part in parts for row in part.rows for cell in row}
    return RiskLinks(cells, sheets)
