"""Actions: rows of action tables, notes beside or under minutes, entries of plans by period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.layout.excerpt import Excerpt
from extract.pack.types import Pack
from extract.pdf.types import Box
from extract.records.action_heads import row_without_actions
from extract.records.action_minutes import with_minutes
from extract.records.action_notes import minutes_to_notes
from extract.records.action_periods import pack_to_period_milestones
from extract.records.action_registers import registers_to_actions
from extract.records.action_sheets import sheets_to_actions
from extract.records.action_tables import tables_to_actions
from extract.records.types import Issue, RawRecord, Reading
from extract.tables.types import Table


def pack_to_actions(pack: Pack) -> Reading:
    """The actions of a pack in printed order; a note that says no more than who is to act is an issue."""
    notes, issues = minutes_to_notes(pack)
    tabled = list(with_minutes(tables_to_actions(pack), pack))
    planned = list(_unread(registers_to_actions(pack), tabled))
    planned = [*planned, *_unread(sheets_to_actions(pack), [*tabled, *planned])]
    records = [*tabled, *planned, *notes, *pack_to_period_milestones(pack)]
    issues += _unknown_tables(pack)
    return Reading(tuple(sorted(records, key=lambda record: record.page)), tuple(issues))


def _unread(records: Iterable[RawRecord], read: Iterable[RawRecord]) -> Iterator[RawRecord]:
    """The records whose words no other action is read from."""
    known = {_place(record) for record in read}
    return (record for record in records if _place(record) not in known)


def _place(record: RawRecord) -> Box:
    text = record.fields["text"]
    assert isinstance(text, Excerpt)
    return text.places()[0].box


def _unknown_tables(pack: Pack) -> Iterator[Issue]:
    """Tables with owners and due dates of which no column says what is to be done."""
    for table in (element for element in pack.flow if isinstance(element, Table)):
        for row in range(max(1, table.header_rows)):
            words = row_without_actions(table, row)
            if words is not None:
                message = "A table has owners and due dates but no column that is known to hold actions."
                yield Issue("table_without_actions", message, words.page, words.text)
