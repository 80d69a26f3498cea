"""What makes a record the same record in another reading of the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from extract.records.kept import Record

IDENTITY = {
    "agenda_items": ("ref", "title"),
    "attendance": ("meeting_date", "name"),
    "resolutions": ("meeting_date", "minute_ref", "text"),
    "recommendations": ("agenda_ref", "ref", "text"),
    "actions": ("kind", "risk_ref", "ref", "text"),
    "risks": ("ref", "title", "event"),
    "controls": ("risk_ref", "text"),
    "ratings": ("group", "subject"),
    "figures": ("table", "row", "column"),
}
"""The fields that say which thing a record is about, as against what is said of it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Type, stable key (unique in its type and pack), and the place of the first words (page and corner in points)."""

    type: str
    key: str
    anchor: str | None


def records_to_identities(records: Iterable[Record]) -> list[Identity]:
    """The identity of each record; those with the same words on the same page are told apart by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    identities = []
    for record in records:
        key = _identifying_words_to_key(record)
        seen[record.type, key] += 1
        count = seen[record.type, key]
        identities.append(Identity(record.type, key if count == 1 else f"{key}#{count}", _anchor(record)))
    return identities


def match_identities(old: Iterable[tuple[int, Identity]], new: Sequence[Identity]) -> dict[int, int]:
    """Index in `new` → id of the same record in `old`: first by key, then by place for those whose words have changed.

    A place counts only where it belongs to one unmatched record of the type on both sides.
    """
    unmatched = dict(old)
    by_key = {(identity.type, identity.key): record_id for record_id, identity in unmatched.items()}
    matches = {
        index: by_key[identity.type, identity.key]
        for index, identity in enumerate(new)
        if (identity.type, identity.key) in by_key
    }
    for record_id in matches.values():
        del unmatched[record_id]
    old_places = _unique_places(unmatched.items())
    new_places = _unique_places((index, identity) for index, identity in enumerate(new) if index not in matches)
    return matches | {new_places[place]: old_places[place] for place in new_places.keys() & old_places.keys()}


def _identifying_words_to_key(record: Record) -> str:
    words = "\x1f".join(_fold(record.values.get(name)) for name in IDENTITY[record.type])
    return f"p{record.page}-{sha256(words.encode()).hexdigest()[:16]}"


def _fold(value: object) -> str:
    """Letters and digits only, so that a better reading of spaces, dashes and bullets keeps the key."""
    return "" if value is None else "".join(filter(str.isalnum, str(value).casefold()))


def _anchor(record: Record) -> str | None:
    for name in (*IDENTITY[record.type], *record.sources):
        for source in record.sources.get(name, ()):
            return f"{record.type}:{source.page}:{source.bbox[0]:.0f}:{source.bbox[1]:.0f}"
    return None


def _unique_places(identities: Iterable[tuple[int, Identity]]) -> dict[str, int]:
    listed = [(identity.anchor, number) for number, identity in identities if identity.anchor is not None]
    counts = Counter(anchor for anchor, _ in listed)
    return {anchor: number for anchor, number in listed if counts[anchor] == 1}
