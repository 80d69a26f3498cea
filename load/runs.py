"""What was offered when and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from load.models import OfferTable, PackTable, RunTable
from load.store import Store
from load.types import KnownFile, Offer

WENT_IN = frozenset({"loaded", "loaded_with_issues", "replaced", "unchanged", "duplicate", "superseded", "repaired"})
"""Outcomes of files whose pack is in the store."""

_PATHS_AT_ONCE = 500


def begin_run(store: Store, version: str, settings: Mapping[str, Any]) -> int:
    """Notes that a run begins; returns its number."""
    row = {"started_at": datetime.now(UTC), "version": version, "settings": dict(settings)}
    with store.writing() as connection:
        return int(connection.execute(insert(RunTable).returning(RunTable.id), row).scalar_one())


def record_offer(store: Store, run_id: int, offer: Offer) -> None:
    """Notes what became of one file."""
    with store.writing() as connection:
        insert_offer(connection, run_id, offer)


def insert_offer(connection: Connection, run_id: int, offer: Offer) -> None:
    """Notes what became of one file, in a transaction that is open."""
    row = {name: getattr(offer, name) for name in Offer.__slots__}
    connection.execute(insert(OfferTable).values(run_id=run_id, **row))


def note_unchanged(store: Store, path: str, byte_size: int, modified_ns: int | None) -> None:
    """Notes that a file of another time holds the bytes it held, so that the next run need not read them."""
    last = select(func.max(OfferTable.id)).where(OfferTable.path == path).scalar_subquery()
    now = {"byte_size": byte_size, "modified_ns": modified_ns}
    with store.writing() as connection:
        connection.execute(update(OfferTable).where(OfferTable.id == last).values(now))


def clear_failures(store: Store, paths: Sequence[str]) -> int:
    """Takes out the offers of files of which no pack is in the store; returns how many files that were."""
    gone = 0
    with store.writing() as connection:
        for start in range(0, len(paths), _PATHS_AT_ONCE):
            failed = OfferTable.path.in_(paths[start : start + _PATHS_AT_ONCE]) & OfferTable.outcome.not_in(WENT_IN)
            gone += len(set(connection.execute(select(OfferTable.path).where(failed)).scalars()))
            connection.execute(delete(OfferTable).where(failed))
    return gone


def end_run(store: Store, run_id: int, outcomes: Mapping[str, int] | None = None) -> None:
    """Notes that a run came to its end, and how many files had which outcome."""
    ended = {"finished_at": datetime.now(UTC), "outcomes": None if outcomes is None else dict(outcomes)}
    with store.writing() as connection:
        connection.execute(update(RunTable).where(RunTable.id == run_id).values(ended))


def latest_offers(store: Store) -> list[Offer]:
    """The last offer of each path there has ever been, by path. A pack that another has been published instead of
    is given as superseded.
    """
    last = select(func.max(OfferTable.id)).group_by(OfferTable.path)
    with store.reading() as connection:
        rows = connection.execute(_with_pack().where(OfferTable.id.in_(last)).order_by(OfferTable.path)).all()
    return [_row_to_offer(row) for row in rows]


def known_files(store: Store, paths: Sequence[str]) -> dict[str, KnownFile]:
    """By path, the last offer of those that have been offered before, if its pack is still there or never was."""
    known: dict[str, KnownFile] = {}
    with store.reading() as connection:
        for start in range(0, len(paths), _PATHS_AT_ONCE):
            some = paths[start : start + _PATHS_AT_ONCE]
            last = select(func.max(OfferTable.id)).where(OfferTable.path.in_(some)).group_by(OfferTable.path)
            for row in connection.execute(_with_pack().where(OfferTable.id.in_(last))):
                if row.pack_id is not None or row.outcome not in WENT_IN:
                    known[row.path] = KnownFile(_row_to_offer(row), row.extractor_version or row.version)
    return known


def _with_pack() -> Select[Any]:
    return (
        select(OfferTable.__table__, RunTable.version, PackTable.extractor_version, PackTable.superseded_by)
        .join(RunTable, RunTable.id == OfferTable.run_id)
        .outerjoin(PackTable, PackTable.id == OfferTable.pack_id)
    )


def _row_to_offer(row: Row[Any]) -> Offer:
    offer = {name: getattr(row, name) for name in Offer.__slots__}
    superseded = row.superseded_by is not None and row.outcome in WENT_IN
    return Offer(**offer | ({"outcome": "superseded"} if superseded else {}))
