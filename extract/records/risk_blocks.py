"""The risks of a pack as they stand in its tables, with the rows of their controls and planned actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.layout.excerpt import EMPTY, Excerpt
from extract.layout.types import Line
from extract.pack.once import once_per_pack
from extract.pack.types import Element, Pack
from extract.records.risk_labels import LETTERED_REFERENCE, REFERENCE, leading_reference
from extract.records.risk_lines import lines_to_risks
from extract.records.risk_openings import lines_to_opening
from extract.records.risk_pages import is_whole, table_to_opening, with_table_below
from extract.records.risk_register import Register, register_to_blocks, table_to_register
from extract.records.risk_sheets import has_labels_below, table_to_parts, table_to_sheet_blocks
from extract.records.risk_types import NAMES, Part, RiskBlock, Value
from extract.tables.types import Table

__all__ = ["Part", "RiskBlock", "elements_to_risk_blocks", "pack_to_risk_blocks"]

_NAME = re.compile(r"[a-z]{3}")
_EDGE = 3.0  # points by which the sides of a table may move from page to page


@once_per_pack
def pack_to_risk_blocks(pack: Pack) -> tuple[RiskBlock, ...]:
    """Every risk that a table of the pack describes or lists, in printed order; summaries list risks again.

    A risk's planned actions are the rows of its part of kind `actions`.
    """
    return tuple(elements_to_risk_blocks(pack.flow))


def elements_to_risk_blocks(elements: Iterable[Element]) -> Iterator[RiskBlock]:
    """The risks of tables in printed order, and of the lines above those that belong to a risk named by a heading.

    A table without a head goes on from the register just before it; one that holds only controls or actions belongs to
    the sheet just before it.
    """
    last: tuple[Table, Register] | None = None
    open_sheet: RiskBlock | None = None
    lines: list[Line] = []
    for table in elements:
        if isinstance(table, Line):
            lines.append(table)
            continue
        above, lines = lines, []
        told = list(lines_to_risks(above))
        if told and open_sheet is not None:
            yield from _ended(open_sheet)
            open_sheet = None
        if told and _opened(above, table):
            told.pop()
        yield from map(_with_reference, told)
        if open_sheet is not None:
            open_sheet, whole_table = _with_parts_below(open_sheet, table)
            if whole_table:
                continue
            yield from _ended(open_sheet)
            open_sheet = None
        carried = last[1] if last is not None and _goes_on(last[0], table) else None
        register = table_to_register(table, carried)
        if register is not None and (carried is not None or not has_labels_below(table, register.first)):
            last = (table, register)
            yield from map(_with_reference, register_to_blocks(table, register))
        else:
            last = None
            found = table_to_sheet_blocks(table) or filter(None, [table_to_opening(table)])
            sheets = list(map(_with_reference, found)) or _opened(above, table)
            yield from sheets[:-1]
            open_sheet = sheets[-1] if sheets else None
    if open_sheet is not None:
        yield from _ended(open_sheet)
    yield from map(_with_reference, lines_to_risks(lines))


def _opened(lines: list[Line], table: Table) -> list[RiskBlock]:
    """The risk that lines above a table describe, where the table adds ratings or controls to it."""
    opening = lines_to_opening(lines, table)
    added = with_table_below(opening, table) if opening is not None else None
    return [added] if added is not None and is_whole(added) else []


def _ended(block: RiskBlock) -> Iterator[RiskBlock]:
    """A sheet below which nothing more belongs to it, where it is a risk's."""
    if is_whole(block) or table_to_sheet_blocks(block.table):
        yield block


def _with_parts_below(block: RiskBlock, table: Table) -> tuple[RiskBlock, bool]:
    """A sheet with what the next table adds to it at its top, and whether that table holds nothing else."""
    if not table_to_sheet_blocks(table) and (added := with_table_below(block, table)) is not None:
        return added, True
    if not 0 <= table.page - block.table.fragments[-1].box.page <= 1 or table.heading.text != block.table.heading.text:
        return block, False
    cut = block.parts[-1] if block.parts and _is_cut(block, table) else None
    parts = table_to_parts(table, cut)
    kept = block.parts[:-1] if cut is not None and parts else block.parts
    return replace(block, parts=(*kept, *parts)), bool(parts) and not table_to_sheet_blocks(table)


def _is_cut(block: RiskBlock, table: Table) -> bool:
    """Whether a sheet's last rows of controls or actions end its page and the next table stands on the page after."""
    part = block.parts[-1]
    ends = max(cell.row + cell.row_span for cell in (part.rows[-1] if part.rows else part.heads))
    return ends == block.table.rows and _same_sides(block.table, table)


def _same_sides(before: Table, table: Table) -> bool:
    """Whether a table stands on the page after another, between the same sides."""
    left, right = before.fragments[-1].box, table.box
    return right.page == left.page + 1 and abs(right.x0 - left.x0) < _EDGE and abs(right.x1 - left.x1) < _EDGE


def _goes_on(before: Table, table: Table) -> bool:
    """Whether a table without a head of its own goes on from the one on the page before."""
    return table.header_rows == 0 and table.columns == before.columns and _same_sides(before, table)


def _with_reference(block: RiskBlock) -> RiskBlock:
    """A risk whose reference is printed in front of its name (`CR1 – Flooding`), with the two apart."""
    if block.ref:
        return _with_name_apart(block)
    name = next((name for name in NAMES if name in block.values), None)
    if name is None or block.heading:
        parts = leading_reference(block.heading)
        return block if parts is None else replace(block, heading=parts[1], values=_headed(block, parts[0]))
    value = block.values[name][0]
    found = _in_two(value)
    if found is None:
        ref = _heading_reference(block.table.heading) if block.layout == "sheet" else EMPTY
        return replace(block, values=_headed(block, ref)) if ref else block
    return replace(block, values={**block.values, "ref": (found[0],), name: (found[1], *block.values[name][1:])})


def _heading_reference(heading: Excerpt) -> Excerpt:
    """The reference that a heading is and nothing more: `Corporate Risk CR6`; a number alone is none."""
    match = REFERENCE.fullmatch(heading.text)
    numbered = match is not None and (match["ref"] != heading.text or LETTERED_REFERENCE.fullmatch(heading.text))
    return heading.group(match, "ref") if match is not None and numbered else EMPTY


def _with_name_apart(block: RiskBlock) -> RiskBlock:
    """A risk whose name stands in the column of its reference (`Risk ref and title`), with the two apart."""
    if "title" in block.values or REFERENCE.fullmatch(block.ref.text):
        return block
    parts = _in_two(block.values["ref"][0])
    if parts is None or not parts[1].lines:
        return block
    if not _NAME.search(parts[1].text.text):  # other registers' references: `L1 (FN01, CSF4)`
        return replace(block, values={**block.values, "ref": (parts[0],)})
    return replace(block, values={**block.values, "ref": (parts[0],), "title": (parts[1],)})


def _in_two(value: Value) -> tuple[Value, Value] | None:
    """A value in its reference and the name behind or below it; None where it begins with no reference."""
    parts = leading_reference(value.lines[0]) if value.lines else None
    if parts is None and len(value.lines) > 1 and LETTERED_REFERENCE.fullmatch(value.lines[0].text):
        parts = (value.lines[0], EMPTY)
    if parts is None:
        return None
    named = tuple(line for line in (parts[1], *value.lines[1:]) if line)
    return Value((parts[0],), value.cell), Value(named, value.cell)


def _headed(block: RiskBlock, ref: Excerpt) -> dict[str, tuple[Value, ...]]:
    cell = next(value.cell for values in block.values.values() for value in values)
    return {**block.values, "ref": (Value((ref,), cell),)}
