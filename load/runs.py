"""What was offered when and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from load.models import OfferTable, RunTable
from load.store import Store
from load.types import Offer


def begin_run(store: Store, version: str, settings: Mapping[str, Any]) -> int:
    """Notes that a run begins; returns its number."""
    row = {"started_at": datetime.now(UTC), "version": version, "settings": dict(settings)}
    with store.writing() as connection:
        return int(connection.execute(insert(RunTable).returning(RunTable.id), row).scalar_one())


def record_offer(store: Store, run_id: int, offer: Offer) -> None:
    """Notes what became of one file."""
    row = {name: getattr(offer, name) for name in Offer.__slots__}
    with store.writing() as connection:
        connection.execute(insert(OfferTable).values(run_id=run_id, **row))


def end_run(store: Store, run_id: int) -> None:
    """Notes that a run came to its end."""
    with store.writing() as connection:
        connection.execute(update(RunTable).where(RunTable.id == run_id).values(finished_at=datetime.now(UTC)))


def latest_offers(store: Store) -> list[Offer]:
    """The last offer of each path there has ever been, by path."""
    last = select(func.max(OfferTable.id)).group_by(OfferTable.path)
    query = select(OfferTable).where(OfferTable.id.in_(last)).order_by(OfferTable.path)
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [Offer(**{name: row[name] for name in Offer.__slots__}) for row in rows]
