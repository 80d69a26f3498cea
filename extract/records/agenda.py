"""Agenda items: what the agenda of a pack lists."""

from __future__ import annotations

from extract.pack.types import AgendaEntry, Pack
from extract.records.types import RawRecord, Reading


def pack_to_agenda_items(pack: Pack) -> Reading:
    """One record for each numbered item of the agenda, in printed order."""
    return Reading(tuple(map(_entry_to_record, pack.agenda)))


def _entry_to_record(entry: AgendaEntry) -> RawRecord:
    fields = {
        "ref": entry.ref,
        "title": entry.title,
        "section": entry.section,
        "page_from": entry.page_from,
        "page_to": entry.page_to,
    }
    known = {name: words for name, words in fields.items() if words}
    return RawRecord("agenda_items", entry.page, known, {"restricted": entry.restricted}, {"section": "heading"})
