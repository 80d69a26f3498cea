"""The pack and what it is made of: pages, documents, and where its front sheet was read."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from load.models.base import (
    ORIGINS,
    Base,
    UtcTime,
    column,
    one_of,
    origin_of,
    proof_of_box,
    proof_words_of_box,
    words_of,
)

PACK_OUTCOMES = ("loaded", "loaded_with_issues")


class StoreSchema(Base):
    """One row: which schema this store has."""

    __tablename__ = "packtrace_schema"
    __table_args__ = (
        CheckConstraint("row_number = 1", name="one_row"),
        {"comment": "One row that marks the database as a packtrace store and says which schema it has"},
    )

    row_number: Mapped[int] = column("Always 1, so that there is one row", primary_key=True, autoincrement=False)
    version: Mapped[int] = column("Version of the schema; goes up with every change of the tables")
    created_at: Mapped[datetime] = column("When the store was made (UTC)", UtcTime)


class PackTable(Base):
    """Agenda packs."""

    __tablename__ = "packs"
    __table_args__ = (
        Index(None, "authority", "committee", "meeting_date"),
        Index(None, "meeting_date"),
        {"comment": "Agenda packs, one row for each file by its bytes", "sqlite_autoincrement": True},
    )

    id: Mapped[int] = column("Identifies the pack in this store", primary_key=True)
    sha256: Mapped[str] = column("SHA-256 of the file's bytes, in hexadecimal: what the pack is", unique=True)
    file_name: Mapped[str] = column("Name of the file when it was first read", index=True)
    path: Mapped[str | None] = column("Where the file was when it was last read")
    byte_size: Mapped[int] = column("Size of the file in bytes")
    page_count: Mapped[int] = column("Number of PDF pages")
    authority: Mapped[str | None] = column("The public body, as printed on the front sheet")
    committee: Mapped[str | None] = column("The committee or board that meets, as printed on the front sheet")
    meeting_date: Mapped[date | None] = column("Day of the meeting")
    meeting_date_raw: Mapped[str | None] = words_of("meeting_date")
    meeting_date_origin: Mapped[str | None] = origin_of("meeting_date")
    start_time: Mapped[str | None] = column("Time the meeting begins, HH:MM")
    start_time_raw: Mapped[str | None] = words_of("start_time")
    start_time_origin: Mapped[str | None] = origin_of("start_time")
    venue: Mapped[str | None] = column("Where the meeting is held, as printed")
    extractor_version: Mapped[str] = column("Version of packtrace that read the records now in the store")
    loaded_at: Mapped[datetime] = column("When those records were written (UTC)", UtcTime)
    outcome: Mapped[str] = one_of(
        "outcome", PACK_OUTCOMES, "loaded, or loaded_with_issues where issues has rows for it"
    )
    modified_at: Mapped[datetime | None] = column("When the file says that it was last changed (UTC)", UtcTime)
    superseded_by: Mapped[int | None] = column(
        "The pack that was published instead of this one for the same meeting, else null",
        ForeignKey("packs.id", ondelete="SET NULL"),
        index=True,
    )
    supplement_to: Mapped[int | None] = column(
        "The pack of the same meeting that this one adds papers to, else null",
        ForeignKey("packs.id", ondelete="SET NULL"),
        index=True,
    )


class PackSourceTable(Base):
    """Where the front sheet's values were read."""

    __tablename__ = "pack_sources"
    __table_args__ = (
        ForeignKeyConstraint(["pack_id", "page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        {
            "comment": "Where the values of packs were read: a row for each box of each field",
            "sqlite_with_rowid": False,
        },
    )

    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = column("Name of the field of packs", primary_key=True)
    position: Mapped[int] = column("Order of the box among those of the field, from 0", primary_key=True)
    page: Mapped[int] = column("PDF page, from 1")
    x0: Mapped[float] = column("Left edge, in points from the left of the page as displayed")
    top: Mapped[float] = column("Upper edge, in points from the top of the page as displayed")
    x1: Mapped[float] = column("Right edge, in points")
    bottom: Mapped[float] = column("Lower edge, in points")
    words: Mapped[str] = column("The words inside the box, as printed")
    origin: Mapped[str] = one_of("origin", ORIGINS, "How the value was understood from these words")
    proof: Mapped[str] = proof_of_box()
    proof_words: Mapped[str | None] = proof_words_of_box()


class ProofTable(Base):
    """By whom the boxes of packs were proved."""

    __tablename__ = "proofs"
    __table_args__ = (
        {
            "comment": "By which second reader the boxes of packs were tried, and when: a row for each pack of which "
            "any were. sources and pack_sources have its verdicts"
        },
    )

    pack_id: Mapped[int] = column(
        "The pack", ForeignKey("packs.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    reader: Mapped[str] = column("The second reader and its version: all of the pack's verdicts are its own")
    version: Mapped[str] = column("Version of packtrace that compared what the two readers saw")
    proved_at: Mapped[datetime] = column("When boxes of the pack were last tried (UTC)", UtcTime)


class PageTable(Base):
    """Pages of packs."""

    __tablename__ = "pages"
    __table_args__ = ({"comment": "Pages of packs, with the number printed on them and their text"},)

    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = column("PDF page, from 1", primary_key=True, autoincrement=False)
    label: Mapped[str | None] = column("The number that the pack prints on the page, null where it prints none")
    width: Mapped[float] = column("Width as displayed, in points")
    height: Mapped[float] = column("Height as displayed, in points")
    rotation: Mapped[int] = column("Degrees that the file turns the page by before it is displayed")
    kind: Mapped[str] = one_of(
        "kind",
        ("text", "blank", "restricted", "scanned", "unreadable"),
        "text, blank, restricted (not published), scanned (no words) or unreadable (damaged)",
    )
    text: Mapped[str] = column("The page's text in reading order, without running headers, footers and stamps")


class DocumentTable(Base):
    """Documents inside packs."""

    __tablename__ = "documents"
    __table_args__ = (
        ForeignKeyConstraint(["pack_id", "first_page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        ForeignKeyConstraint(["pack_id", "last_page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        CheckConstraint("first_page <= last_page", name="pages_in_order"),
        {"comment": "Documents inside packs: agenda, minutes, reports, by page range"},
    )

    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = column("Order in the pack, from 1", primary_key=True, autoincrement=False)
    kind: Mapped[str] = one_of(
        "kind", ("front", "agenda", "minutes", "report", "restricted"), "front, agenda, minutes, report or restricted"
    )
    title: Mapped[str | None] = column("Its title, as printed")
    agenda_ref: Mapped[str | None] = column("Number of the agenda item it belongs to, as printed")
    first_page: Mapped[int] = column("PDF page it begins on, from 1")
    last_page: Mapped[int] = column("PDF page it ends on")
