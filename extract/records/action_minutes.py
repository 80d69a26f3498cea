"""Which minute a table of actions within minutes stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extract.layout.excerpt import Excerpt
from extract.pack.types import Pack
from extract.records.minutes import pack_to_minutes
from extract.records.types import RawRecord, RawValue


def with_minutes(records: Iterable[RawRecord], pack: Pack) -> Iterator[RawRecord]:
    """The actions, those without a number in a table under a minute with the minute's, whose title is no group."""
    listed = list(records)
    bare = {record.page for record in listed if "ref" not in record.fields}
    minutes = _words_to_minutes(pack, bare)
    for record in listed:
        text = record.fields.get("text")
        ref = minutes.get(id(text.words[0])) if "ref" not in record.fields and isinstance(text, Excerpt) else None
        yield record if ref is None else replace(record, fields=_under(record, ref))


def _under(record: RawRecord, ref: Excerpt) -> dict[str, RawValue]:
    group = record.fields.get("group")
    titled = isinstance(group, Excerpt) and ref.text in group.text
    return {"ref": ref, **{name: value for name, value in record.fields.items() if not (name == "group" and titled)}}


def _words_to_minutes(pack: Pack, pages: set[int]) -> Mapping[int, Excerpt]:
    """The numbers of minutes by the identity of the words under them, for some pages."""
    found: dict[int, Excerpt] = {}
    for minutes in pack_to_minutes(pack):
        if not any(minutes.first <= page <= minutes.last for page in pages):
            continue
        for minute in minutes.minutes:
            lines = (line for paragraph in minute.paragraphs for line in paragraph.lines) if minute.ref else ()
            found |= {id(word): minute.ref for line in lines if line.place is not None for word in line.words}
    return found
