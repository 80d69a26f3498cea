"""Taking a pack out of the store with all that came of it."""

from __future__ import annotations

from sqlalchemy import delete, or_, select

from load.meetings import link_meeting, meeting_of
from load.models import (
    CorrectionTable,
    KnownOwnerTable,
    OfferTable,
    PackTable,
    PartyTable,
    RecordOwnerTable,
    RecordTable,
)
from load.store import Store


def forget_pack(store: Store, pack_id: int) -> str:
    """Takes a pack out in one transaction: its records, offers, corrections, and the owners nobody else names.

    Returns its sha256; raises KeyError where there is no such pack. Others of its meeting are linked anew.
    """
    with store.writing() as connection:
        digest = connection.execute(select(PackTable.sha256).where(PackTable.id == pack_id)).scalar_one_or_none()
        if digest is None:
            raise KeyError(pack_id)
        meeting = meeting_of(connection, pack_id)
        owners = select(RecordOwnerTable.party_id).join(RecordTable, RecordTable.id == RecordOwnerTable.record_id)
        parties = set(connection.execute(owners.where(RecordTable.pack_id == pack_id)).scalars())
        known = select(KnownOwnerTable.stands_for_id).where(KnownOwnerTable.pack_id == pack_id)
        parties |= set(connection.execute(known).scalars())
        of_pack = or_(OfferTable.pack_id == pack_id, OfferTable.sha256 == digest)
        paths = select(OfferTable.path).where(of_pack).distinct()
        before = OfferTable.sha256.is_(None) & OfferTable.path.in_(paths)  # when its bytes could not be had
        connection.execute(delete(OfferTable).where(before))
        connection.execute(delete(OfferTable).where(of_pack))
        connection.execute(delete(PackTable).where(PackTable.id == pack_id))
        connection.execute(delete(CorrectionTable).where(CorrectionTable.sha256 == digest))
        others = select(RecordOwnerTable.party_id).where(RecordOwnerTable.party_id.in_(parties))
        still = select(KnownOwnerTable.stands_for_id).where(KnownOwnerTable.stands_for_id.in_(parties))
        if gone := parties - set(connection.execute(others).scalars()) - set(connection.execute(still).scalars()):
            connection.execute(delete(PartyTable).where(PartyTable.id.in_(sorted(gone))))
        if meeting is not None:
            link_meeting(connection, meeting)
    return str(digest)
