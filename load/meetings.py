"""Packs of one meeting in the store, and the links between them."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, select, text, update

from load.links import Links, Version, says_supplement, texts_to_pages, versions_to_links
from load.models import PackTable, PageTable


class Meeting(NamedTuple):
    """What tells one meeting from another: body and committee as printed, and the day."""

    authority: str
    committee: str
    day: date


def meeting_of(connection: Connection, pack_id: int) -> Meeting | None:
    """The meeting of a pack, None where its front sheet does not say which it is."""
    query = select(PackTable.authority, PackTable.committee, PackTable.meeting_date).where(PackTable.id == pack_id)
    row = connection.execute(query).one()
    if row.authority is None or row.committee is None or row.meeting_date is None:
        return None
    return Meeting(row.authority, row.committee, row.meeting_date)


def link_meeting(connection: Connection, meeting: Meeting) -> None:
    """Writes the links between the packs of a meeting anew; one program at a time does so for one meeting."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _number(meeting)})
    packs = _packs_of(connection, meeting)
    if len(packs) < 2:
        found = {pack_id: Links() for pack_id in packs}
    else:
        found = versions_to_links(_version(connection, pack_id) for pack_id in packs)
    for pack_id, links in found.items():
        if links != packs[pack_id]:
            connection.execute(update(PackTable).where(PackTable.id == pack_id).values(links._asdict()))


def forget_links_to(connection: Connection, pack_id: int) -> None:
    """No pack is superseded by this one or adds to it, until its meeting is linked again."""
    for link in (PackTable.superseded_by, PackTable.supplement_to):
        connection.execute(update(PackTable).where(link == pack_id).values({link.key: None}))
    connection.execute(update(PackTable).where(PackTable.id == pack_id).values(Links()._asdict()))


def _number(meeting: Meeting) -> int:
    """A number that stands for the meeting, for PostgreSQL to lock by."""
    words = "\n".join((_fold(meeting.authority), _fold(meeting.committee), meeting.day.isoformat()))
    return int.from_bytes(sha256(words.encode()).digest()[:8], signed=True)


def _packs_of(connection: Connection, meeting: Meeting) -> dict[int, Links]:
    """The packs of a meeting by id with their present links; bodies and committees are compared without their case."""
    query = select(
        PackTable.id, PackTable.authority, PackTable.committee, PackTable.superseded_by, PackTable.supplement_to
    ).where(PackTable.meeting_date == meeting.day)
    wanted = (_fold(meeting.authority), _fold(meeting.committee))
    return {
        row.id: Links(row.superseded_by, row.supplement_to)
        for row in connection.execute(query)
        if (_fold(row.authority), _fold(row.committee)) == wanted
    }


def _version(connection: Connection, pack_id: int) -> Version:
    pack = connection.execute(
        select(PackTable.sha256, PackTable.file_name, PackTable.modified_at).where(PackTable.id == pack_id)
    ).one()
    query = select(PageTable.text).where(PageTable.pack_id == pack_id).order_by(PageTable.number)
    texts = list(connection.execute(query).scalars())
    return Version(
        pack_id,
        pack.sha256,
        pack.modified_at,
        says_supplement(pack.file_name, texts[0] if texts else ""),
        texts_to_pages(texts),
    )


def _fold(words: str | None) -> str:
    return " ".join((words or "").casefold().split())
