"""Whose risk a block of actions stands under: by the label of its number (`Risk ID`), or by the code it begins with."""

from __future__ import annotations

import re

from extract.layout.excerpt import Excerpt
from extract.records.action_words import RISK_HEADS, RISK_LABEL, RISK_REF
from extract.tables.heads import is_head_row
from extract.tables.types import Cell, Table

_ROWS_OF_A_RISK = 6  # rows below its number within which a block of a risk has heads of likelihood, cause or control
_LONGEST_LABEL = 40  # characters


def row_to_risk_ref(table: Table, row: int) -> Excerpt | None:
    """The number of the risk whose block a row begins; None where it begins none."""
    cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
    if not cells:
        return None
    labelled = _labelled(cells)
    if labelled is not None:
        return labelled
    match = cells[0].text.search(RISK_REF)
    alone = match is not None and match.start() == 0 and _stands_alone(cells[0].text.text, match)
    if match is None or not alone or not is_head_row(cells) or not _has_risk_heads(table, row + 1):
        return None
    return cells[0].text.group(match)


def table_to_risk_ref(table: Table) -> Excerpt | None:
    """The number of the risk that the heading of a table with a risk's heads names; None where it names none."""
    match = table.heading.search(RISK_REF) if table.heading else None
    if match is None or match.start() != 0 or not _has_risk_heads(table, 0):
        return None
    return table.heading.group(match)


def _labelled(cells: list[Cell]) -> Excerpt | None:
    """What stands after `Risk ID` in its cell, or in the next one."""
    for cell, after in zip(cells, [*cells[1:], None], strict=True):
        match = cell.text.search(RISK_LABEL)
        if match is None or match.start() != 0 or len(cell.text) > _LONGEST_LABEL:
            continue
        value = cell.text.cut(match.end()) or (after.text if after is not None else None)
        if value is not None and any(c.isdigit() for c in value.text) and len(value) <= _LONGEST_LABEL:
            return value
    return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    return match.end() == len(text) or not text[match.end()].isalnum()


def _has_risk_heads(table: Table, first: int) -> bool:
    """Whether at least two different heads of a risk's block stand in the next rows."""
    found = set()
    for row in range(first, min(first + _ROWS_OF_A_RISK, table.rows)):
        for cell in table.row(row):
            if cell.text and len(cell.text) <= _LONGEST_LABEL:
                found |= {match[0].casefold() for match in RISK_HEADS.finditer(cell.text.text)}
    return len(found) >= 2
