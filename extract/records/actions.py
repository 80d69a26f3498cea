"""Actions: rows of action tables, notes beside or under minutes, entries of plans by period."""

from __future__ import annotations

from extract.pack.types import Pack
from extract.records.action_notes import minutes_to_notes
from extract.records.action_periods import pack_to_period_milestones
from extract.records.action_tables import tables_to_actions
from extract.records.types import Reading


def pack_to_actions(pack: Pack) -> Reading:
    """The actions of a pack in printed order; a note that says no more than who is to act is an issue."""
    notes, issues = minutes_to_notes(pack)
    records = [*tables_to_actions(pack), *notes, *pack_to_period_milestones(pack)]
    return Reading(tuple(sorted(records, key=lambda record: record.page)), tuple(issues))
