"""Whom the short forms of a pack's owners stand for: rows of the store, and what it says of a record's owners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from extract.records.kept import Source
from load.models import KnownOwnerTable, PartyTable, RecordOwnerTable, RecordTable
from load.rows import places_to_columns
from load.store import Store
from load.types import KnownOwner


def known_owner_rows(
    pack_id: int, known: Mapping[str, KnownOwner], parties: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """Rows of `known_owners`: one for each box of each full name; `parties` are ids by name."""
    for printed, owner in known.items():
        people = {"party_id": parties[printed], "stands_for_id": parties[owner.name]}
        yield from (
            {"pack_id": pack_id, **people, "origin": "derived", **columns}
            for columns in places_to_columns(owner.sources)
        )


def read_known_owners(store: Store, record_id: int) -> list[tuple[str, KnownOwner]]:
    """The owners of a record that are printed in short, each with whom it stands for; where that is certain."""
    full = aliased(PartyTable)
    query = (
        select(PartyTable.name.label("printed"), full.name, full.kind, KnownOwnerTable)
        .join(RecordOwnerTable, RecordOwnerTable.party_id == PartyTable.id)
        .join(RecordTable, RecordTable.id == RecordOwnerTable.record_id)
        .join(
            KnownOwnerTable,
            (KnownOwnerTable.party_id == PartyTable.id) & (KnownOwnerTable.pack_id == RecordTable.pack_id),
        )
        .join(full, full.id == KnownOwnerTable.stands_for_id)
        .where(RecordOwnerTable.record_id == record_id)
        .order_by(RecordOwnerTable.position, KnownOwnerTable.position)
    )
    found: dict[str, KnownOwner] = {}
    with store.reading() as connection:
        for row in connection.execute(query):
            source = Source(row.page, (row.x0, row.top, row.x1, row.bottom), row.words)
            earlier = found[row.printed].sources if row.printed in found else ()
            found[row.printed] = KnownOwner(row.name, row.kind, (*earlier, source))
    return list(found.items())
