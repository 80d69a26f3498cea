"""Sheets of risks whose parts are tables of their own, one below another or side by side on a page.

A table names and describes the risk; grids of its ratings, lists of controls and tables of actions stand below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.layout.excerpt import EMPTY
from extract.records.risk_grids import Sheet
from extract.records.risk_heads import tells_risk, words_to_head
from extract.records.risk_labels import names_risk, table_to_labels
from extract.records.risk_register import table_to_register
from extract.records.risk_sheets import Found, controls_in_rows, read_rows
from extract.records.risk_types import NAMES, RiskBlock, Value
from extract.tables.types import Table

_NAMING = frozenset({"ref", *NAMES})
_SAID = frozenset({"cause", "event", "consequence", "description"})
_ADDED = frozenset({"cause", "event", "consequence", "controls", "mitigation", "actions", "owner", "risk_owner"})


def table_to_opening(table: Table) -> RiskBlock | None:
    """The risk that a table describes and it or its heading names; tables below may give its ratings and controls."""
    sheet, found = Sheet(table, table_to_labels(table)), Found()
    if not sheet.row_labels(0) or not any(tells_risk(label.cell.text.text) for label in sheet.row_labels(0)):
        return None
    read_rows(sheet, 0, table.rows, found)
    once = all(len(found.values.get(name, ())) < 2 for name in _NAMING)
    named = bool(found.values.keys() & {"title", "ref"})
    heading = table.heading if not named and names_risk(table.heading) else EMPTY
    if not once or not (named or heading) or not found.values.keys() & _SAID:
        return None
    return RiskBlock(table, "sheet", table.page, _frozen(found), dict(found.ratings), tuple(found.parts), heading)


def with_table_below(block: RiskBlock, table: Table) -> RiskBlock | None:
    """A risk's sheet with what a table below it adds; None for a table that is no part of it.

    Ratings count where their grid says of which phase they are; gaps and assurances add nothing and are part of it.
    """
    if not _is_near(block, table) or table_to_register(table) is not None:
        return None
    sheet, found = Sheet(table, table_to_labels(table)), Found()
    if not sheet.row_labels(0):
        return None
    read_rows(sheet, 0, table.rows, found)
    if found.values.keys() & _NAMING:
        return None
    controls_in_rows(sheet, range(table.rows), found)
    phased = any(label.head.phase for label in sheet.labels.values())
    ratings = found.ratings if phased else {}
    values = {name: value for name, value in _frozen(found).items() if name in _ADDED and name not in block.values}
    return replace(
        block,
        values={**block.values, **values},
        ratings={**ratings, **block.ratings},
        parts=(*block.parts, *found.parts),
    )


def is_whole(block: RiskBlock) -> bool:
    """Whether a sheet has what tells a risk from other things described: ratings or controls."""
    return bool(block.ratings) or any(part.kind == "controls" for part in block.parts)


def _is_near(block: RiskBlock, table: Table) -> bool:
    """Whether a table stands on the page of a sheet or the next, under its heading or one that is a label itself."""
    if not 0 <= table.page - block.table.fragments[-1].box.page <= 1:
        return False
    return table.heading.text == block.table.heading.text or words_to_head([table.heading.text]) is not None


def _frozen(found: Found) -> Mapping[str, tuple[Value, ...]]:
    return {name: tuple(values) for name, values in found.values.items()}
