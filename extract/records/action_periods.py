"""Plans whose columns are periods (`Q1 2024/25`, `April`): each entry is a milestone due in its column's period."""

from __future__ import annotations

from collections.abc import Iterator

from extract.layout.excerpt import EMPTY, Excerpt, begins_with_bullet, flow_lines
from extract.pack.types import Pack
from extract.records.action_heads import is_ref
from extract.records.action_words import CALENDAR, PERIOD, RAG_ONLY, STATUS_ONLY
from extract.records.rating_words import head_concept
from extract.records.types import Origin, RawRecord, RawValue
from extract.tables.heads import NUMBER
from extract.tables.types import Cell, Table

_FEWEST_PERIODS = 2
_WORDS_OF_DATE = 3
_WORDY = 2.0  # words that entries have on average


def pack_to_period_milestones(pack: Pack) -> Iterator[RawRecord]:
    """The milestones of all plans by period, in printed order."""
    for element in pack.flow:
        if isinstance(element, Table):
            yield from table_to_milestones(element)


def table_to_milestones(table: Table) -> Iterator[RawRecord]:
    """The entries of a table whose columns are periods; none where they are figures, colours or dates of meetings."""
    head = next(
        (row for row in range(min(table.rows, max(1, table.header_rows) + 1)) if len(_periods(table, row)) > 1), None
    )
    if head is None or CALENDAR.search(table.heading.text) or _compares(table, head):
        return
    periods = _periods(table, head)
    entries = [cell for cell in table.cells if cell.row > head and cell.column in periods and cell.text]
    if not _is_plan(entries):
        return
    group = table.heading
    for row in range(head + 1, table.rows):
        cells = [cell for cell in table.row(row) if cell.row == row]
        worded = [cell for cell in cells if cell.text]
        if len(worded) == 1 and worded[0].column_span >= table.columns - 1:
            group = worded[0].text
            continue
        for cell in cells:
            if cell.column in periods:
                yield from _milestones(cell, periods[cell.column], group)


def _compares(table: Table, head: int) -> bool:
    """Whether a table tells how something stood in each period: a column says which way it moved."""
    return any(head_concept(cell.text.text) == "direction" for cell in table.row(head) if cell.text)


def _periods(table: Table, row: int) -> dict[int, Excerpt]:
    """The periods that a row heads, by grid column."""
    return {
        column: cell.text
        for cell in table.row(row)
        if cell.row == row and cell.text and PERIOD.match(cell.text.text)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _is_plan(entries: list[Cell]) -> bool:
    texts = [cell.text.text for cell in entries]
    if len(texts) < _FEWEST_PERIODS or any(NUMBER.match(text) for text in texts):
        return False
    said = [text for text in texts if not (RAG_ONLY.match(text) or STATUS_ONLY.match(text) or is_ref(text))]
    said = [text for text in said if not any(map(str.isdigit, text)) or len(text.split()) > _WORDS_OF_DATE]
    return 2 * len(said) > len(texts) and sum(len(text.split()) for text in said) >= _WORDY * len(said)


def _milestones(cell: Cell, period: Excerpt, group: Excerpt) -> Iterator[RawRecord]:
    for text in _entries(cell):
        fields: dict[str, RawValue] = {"text": text, "due": period}
        origins: dict[str, Origin] = {"due": "heading"}
        if group:
            fields["group"] = group
            origins["group"] = "heading"
        yield RawRecord("actions", text.page, fields, {"kind": "milestone"}, origins)


def _entries(cell: Cell) -> Iterator[Excerpt]:
    """The entries of a cell: one for each bullet, else all of it."""
    if not cell.lines or not begins_with_bullet(cell.lines[0]):
        yield from (text for text in (cell.text,) if text != EMPTY and not RAG_ONLY.match(text.text))
        return
    starts = [number for number, line in enumerate(cell.lines) if begins_with_bullet(line)]
    for start, end in zip(starts, [*starts[1:], len(cell.lines)], strict=True):
        text = flow_lines(cell.lines[start:end])
        if text:
            yield text
