"""Records of the meeting itself: agenda items, attendance, resolutions, recommendations."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from load.models.base import Base, column, one_of, origin_of, put_right, words_of


class AgendaItemTable(Base):
    """Agenda items."""

    __tablename__ = "agenda_items"
    __table_args__ = ({"comment": "Numbered items of the agenda"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    ref: Mapped[str | None] = column("Number of the item, as printed")
    title: Mapped[str | None] = column("Title, without the page range")
    section: Mapped[str | None] = column("Heading that the item stands under")
    page_from: Mapped[str | None] = column("Printed number of the first page of its papers")
    page_to: Mapped[str | None] = column("Printed number of the last page of its papers")
    restricted: Mapped[bool] = column("Whether it is marked exempt, restricted or confidential")
    restricted_raw: Mapped[str | None] = words_of("restricted")
    restricted_origin: Mapped[str | None] = origin_of("restricted")
    put_right: Mapped[Any | None] = put_right()


class AttendanceTable(Base):
    """Who was there."""

    __tablename__ = "attendance"
    __table_args__ = ({"comment": "People that the minutes list as present or as sending apologies"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str | None] = column("Name with its honorific, as printed")
    capacity: Mapped[str] = one_of(
        "capacity",
        ("member", "substitute", "also_present", "officer", "apology"),
        "member, substitute, also_present, officer or apology",
    )
    capacity_raw: Mapped[str | None] = words_of("capacity")
    capacity_origin: Mapped[str | None] = origin_of("capacity")
    post: Mapped[str | None] = column("Post or office, as printed")
    meeting_date: Mapped[date | None] = column("Day of the meeting that the minutes are of")
    meeting_date_raw: Mapped[str | None] = words_of("meeting_date")
    meeting_date_origin: Mapped[str | None] = origin_of("meeting_date")
    put_right: Mapped[Any | None] = put_right()


class ResolutionTable(Base):
    """What was decided."""

    __tablename__ = "resolutions"
    __table_args__ = ({"comment": "Decisions that the minutes record"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    minute_ref: Mapped[str | None] = column("Number of the minute, as printed")
    title: Mapped[str | None] = column("Title of the minute")
    agenda_ref: Mapped[str | None] = column("Number of the agenda item, where the minute prints it")
    text: Mapped[str | None] = column("What was decided, without the words that introduce it")
    decision: Mapped[str | None] = column("The word of decision as printed, such as RESOLVED")
    meeting_date: Mapped[date | None] = column("Day of the meeting that the minutes are of")
    meeting_date_raw: Mapped[str | None] = words_of("meeting_date")
    meeting_date_origin: Mapped[str | None] = origin_of("meeting_date")
    mover: Mapped[str | None] = column("Who moved it")
    seconder: Mapped[str | None] = column("Who seconded it")
    votes_for: Mapped[int | None] = column("Votes for, where printed")
    votes_for_raw: Mapped[str | None] = words_of("votes_for")
    votes_for_origin: Mapped[str | None] = origin_of("votes_for")
    votes_against: Mapped[int | None] = column("Votes against, where printed")
    votes_against_raw: Mapped[str | None] = words_of("votes_against")
    votes_against_origin: Mapped[str | None] = origin_of("votes_against")
    abstentions: Mapped[int | None] = column("Abstentions, where printed")
    abstentions_raw: Mapped[str | None] = words_of("abstentions")
    abstentions_origin: Mapped[str | None] = origin_of("abstentions")
    put_right: Mapped[Any | None] = put_right()


class RecommendationTable(Base):
    """What a report asks for."""

    __tablename__ = "recommendations"
    __table_args__ = ({"comment": "What reports ask of their committee"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    agenda_ref: Mapped[str | None] = column("Number of the agenda item whose report it is")
    ref: Mapped[str | None] = column("Letter or number printed beside it")
    text: Mapped[str | None] = column("What is asked")
    put_right: Mapped[Any | None] = put_right()
