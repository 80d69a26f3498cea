"""Actions in tables: blocks of rows below heads that may stand anywhere in a table, and go on over pages and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.layout.excerpt import EMPTY, Excerpt
from extract.layout.types import Line
from extract.pack.types import Pack
from extract.records.action_heads import (
    Columns,
    columns_by_content,
    columns_go_on,
    columns_in_table,
    is_other_head,
    is_ref,
    row_to_columns,
)
from extract.records.action_risks import RiskLinks, pack_to_risk_links
from extract.records.action_rows import ActionRow, action_row_to_record, goes_on, joined, table_row_to_action_row
from extract.records.action_words import ACTION_LOG, head_to_concept
from extract.records.timetables import timetable_columns
from extract.records.types import RawRecord
from extract.tables.types import Cell, Table

_LONGEST_HEADING = 160  # characters
FOOTNOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹*†‡"
_TITLE_WORDS = 12
_SHORT_SENTENCE = 5
_SHORT_LINE = 8  # words of a heading between a risk's sheet and its actions
_MOVES = 40.0  # points by which the sides of a table may move from page to page
_LOG_PAGES = 1  # pages after its title on which tables without heads belong to a log of actions


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the next row: columns of the block, heading of the group, risk of the sheet above, table heading.

    `lead` is the last heading since a block ended: the group of the next block. `last` are the columns of the last
    block of actions under the heading, `log` is the page of a log's title, `sides` the left and
    right ends of the last table, in points; `risk_size` is that of the heading that names the risk, 0 where none does.
    """

    columns: Columns | None = None
    last: Columns | None = None
    group: Excerpt = EMPTY
    lead: Excerpt = EMPTY
    risk_ref: Excerpt | None = None
    risk_size: float = 0.0
    heading: str = ""
    page: int = 0
    sides: tuple[float, float] = (0.0, 0.0)
    log: int | None = None


def tables_to_actions(pack: Pack) -> Iterator[RawRecord]:
    """The actions of all tables of a pack in printed order."""
    before: ActionRow | None = None
    for row in _action_rows(pack):
        if before is not None and goes_on(before, row):
            before = joined(before, row)
            continue
        yield from _record(before)
        before = row
    yield from _record(before)


def _record(row: ActionRow | None) -> Iterator[RawRecord]:
    record = action_row_to_record(row) if row is not None else None
    if record is not None:
        yield record


def _action_rows(pack: Pack) -> Iterator[ActionRow]:
    links = pack_to_risk_links(pack)
    items = {page: d.agenda_ref.text for d in pack.documents for page in range(d.first, d.last + 1)}
    state = _State()
    for element in pack.flow:
        if items.get(element.page) != items.get(state.page):  # another paper
            state = replace(state, risk_ref=None, risk_size=0.0)
        if isinstance(element, Line):
            state = _past_line(state, element)
            continue
        state = _enter(state, element)
        for row in range(element.rows):
            state = _past_row(state, element, row)
            risk_ref = _row_risk(state, links, element, row)
            known = risk_ref is not None or not links.holds_risks(element)
            if state.columns is None or not known or not _is_data(state, element, row):
                continue
            found = table_row_to_action_row(element, row, state.columns, _group(state, element), risk_ref)
            if found is not None:
                yield found
        risk = links.sheets.get(element.number, None if element.number in links.lists else state.risk_ref)
        size = state.risk_size if risk is not None else 0.0
        if risk and element.number in links.sheets and risk.text in element.heading.text:
            size = element.heading.words[0].size
        box = element.fragments[-1].box
        state = replace(state, page=box.page, sides=(box.x0, box.x1), risk_ref=risk, risk_size=size)


def _row_risk(state: _State, links: RiskLinks, table: Table, row: int) -> Excerpt | None:
    """The risk of a row: by the sheet that it is in, else by the one that its table stands right below."""
    ref = links.row_to_ref(table, row)
    return ref if ref is not None or links.holds_risks(table) else state.risk_ref


def _past_line(state: _State, line: Line) -> _State:
    """After a line no block goes on, after prose or a larger heading no risk; a title says that a log follows."""
    if line.text[0] in FOOTNOTE_MARKS:
        return state
    titled = len(line.words) <= _TITLE_WORDS and bool(ACTION_LOG.search(line.text)) and not line.text.endswith(".")
    larger = bool(state.risk_size) and line.words[0].size > state.risk_size + 0.5 and line.bold
    risk_ref = state.risk_ref if len(line.words) <= _SHORT_LINE and not larger else None
    return replace(state, columns=None, log=line.page if titled else state.log, risk_ref=risk_ref)


def _enter(state: _State, table: Table) -> _State:
    """A table goes on with the block above it where no line stands between; a new heading ends group and risk."""
    adjacent = state.columns is not None and (table.page == state.page or _is_overleaf(state, table))
    if table.heading.text != state.heading:
        state = replace(state, last=None, group=EMPTY, lead=EMPTY, heading=table.heading.text)
    columns = columns_go_on(table, state.columns) if adjacent and state.columns is not None else None
    if columns is None and state.log is not None and 0 <= table.page - state.log <= _LOG_PAGES:
        columns = columns_by_content(table)
    return replace(state, columns=columns or timetable_columns(table))


def _is_overleaf(state: _State, table: Table) -> bool:
    """Whether a table stands on the page after the last one, between much the same sides."""
    near = all(abs(a - b) < _MOVES for a, b in zip(state.sides, (table.box.x0, table.box.x1), strict=True))
    return table.page == state.page + 1 and near


def _past_row(state: _State, table: Table, row: int) -> _State:
    """What holds at a row: it may head a block, a group or a risk, or end the block."""
    if state.columns is not None and row <= state.columns.last_head:
        return state
    columns = row_to_columns(table, row, within=state.columns is not None or bool(state.group))
    if columns is not None:
        last = columns if columns.kind == "action" else state.last
        return replace(state, columns=columns, last=last, group=state.lead or state.group, lead=EMPTY)
    heading = row_to_group(table, row, state.columns)
    if heading and state.columns is not None and not _leads_on(table, row):
        return replace(state, group=_under(state.group, heading))
    if heading:
        return replace(state, columns=None, lead=_under(state.lead, heading))
    if state.columns is None and state.lead and state.last is not None and _resumes(table, row, state.last):
        return replace(state, columns=columns_in_table(table, state.last), group=state.lead, lead=EMPTY)
    if state.columns is not None and is_other_head(table, row, state.columns):
        return replace(state, columns=None)
    return state


def _under(heading: Excerpt, words: Excerpt) -> Excerpt:
    """The heading that holds below words across a table: the one before, where they are a finding told under it, or
    say who is responsible for it (`Senior Responsible Officer: Director of Place`).
    """
    label, _, named = words.text.partition(":")
    known = head_to_concept(label) if named else None
    if heading and known == ("owners", True):
        return heading
    plain = not all(word.bold for word in words.words)
    sentence = words.text.endswith(".") and len(words.words) > _SHORT_SENTENCE and plain
    return heading if heading and sentence else words


def _resumes(table: Table, row: int, last: Columns) -> bool:
    """Whether a row below a heading has the columns of the block before, whose head is not printed again."""
    cells = [cell for cell in table.row(row) if cell.row == row]
    at = columns_in_table(table, last).at
    concepts = [at.get(cell.column) for cell in cells]
    return bool(cells) and concepts[0] == "ref" and is_ref(cells[0].text.text) and set(at.values()) <= set(concepts)


def _leads_on(table: Table, row: int) -> bool:
    """Whether a head row follows a heading within two rows."""
    return any(row_to_columns(table, below) is not None for below in range(row + 1, min(row + 3, table.rows)))


def row_to_group(table: Table, row: int, columns: Columns | None) -> Excerpt:
    """The heading that a row is: words across the table, or in its first cell alone; empty where it is none."""
    cells = [cell for cell in table.row(row) if cell.row == row]
    worded = [cell for cell in cells if cell.text]
    if not worded or len(worded[0].text) > _LONGEST_HEADING or is_ref(worded[0].text.text):
        return EMPTY
    first = worded[0]
    styled = first.bold or first.fill is not None
    if len(worded) == 1:
        across = table.columns > 1 and first.column_span >= table.columns - 1
        in_ref = columns is not None and columns.at.get(first.column) in ("ref", "minute")
        return first.text if across or in_ref or (styled and first.column == 0) else EMPTY
    plain = all(cell.fill != first.fill or not (cell.bold or cell.fill) for cell in worded[1:])
    if not styled or first.column != 0 or not plain or len(worded) > 2:
        return EMPTY
    return first.text if columns is None or _covers_ref_and_text(first, columns) else EMPTY


def _covers_ref_and_text(cell: Cell, columns: Columns) -> bool:
    covered = {columns.at.get(column) for column in range(cell.column, cell.column + cell.column_span)}
    return {"ref", "text"} <= covered


def _is_data(state: _State, table: Table, row: int) -> bool:
    """Whether a row of a block is one of its actions: no head and no heading."""
    if state.columns is not None and row <= state.columns.last_head:
        return False
    return row_to_columns(table, row, within=True) is None and not row_to_group(table, row, state.columns)


def _group(state: _State, table: Table) -> Excerpt:
    """The heading of a block of rows, else that of their table."""
    return state.group or table.heading
