"""What all records share: their place in the pack, owners, and the source of each field."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from load.models.base import ORIGINS, PARTY_KINDS, Base, column, one_of, proof_of_box, proof_words_of_box

RECORD_TYPES = (
    "agenda_items",
    "attendance",
    "resolutions",
    "recommendations",
    "actions",
    "risks",
    "controls",
    "ratings",
    "figures",
)

_DISAGREES = text("proof = 'disagrees'")


class RecordTable(Base):
    """Records of every type."""

    __tablename__ = "records"
    __table_args__ = (
        ForeignKeyConstraint(["pack_id", "page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        UniqueConstraint("pack_id", "type", "key"),
        Index(None, "pack_id", "type", "position"),
        Index(None, "pack_id", "page"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        {
            "comment": "Every record of every type; its fields are in the table of its type",
            "sqlite_autoincrement": True,
        },
    )

    id: Mapped[int] = column("Identifies the record; kept when a newer version reads the pack again", primary_key=True)
    pack_id: Mapped[int] = column("The pack it was read from", ForeignKey("packs.id", ondelete="CASCADE"))
    type: Mapped[str] = one_of("type", RECORD_TYPES, "Which table has its fields")
    page: Mapped[int] = column("PDF page of its first line, from 1")
    page_label: Mapped[str | None] = column("The number that the pack prints on that page")
    position: Mapped[int] = column("Order among the records of its type in the pack, as printed, from 0")
    key: Mapped[str] = column("What the record is, by its identifying words; the same in every reading of the pack")
    anchor: Mapped[str | None] = column(
        "Page and corner of its first words; finds the record again when its words are read anew"
    )
    confidence: Mapped[float] = column("How sure its reading is, 0 to 1: as the least of its fields and its table")


class SourceTable(Base):
    """Where each field of each record was read."""

    __tablename__ = "sources"
    __table_args__ = (
        ForeignKeyConstraint(["pack_id", "page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        Index(None, "pack_id", "page"),
        Index("ix_sources_disagreements", "pack_id", sqlite_where=_DISAGREES, postgresql_where=_DISAGREES),
        {
            "comment": "Where the fields of records were read: a row for each box of each field",
            "sqlite_with_rowid": False,
        },
    )

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = column("Name of the field in the record format", primary_key=True)
    position: Mapped[int] = column("Order of the box among those of the field, from 0", primary_key=True)
    pack_id: Mapped[int] = column("The pack")
    page: Mapped[int] = column("PDF page, from 1")
    x0: Mapped[float] = column("Left edge, in points from the left of the page as displayed")
    top: Mapped[float] = column("Upper edge, in points from the top of the page as displayed")
    x1: Mapped[float] = column("Right edge, in points")
    bottom: Mapped[float] = column("Lower edge, in points")
    words: Mapped[str] = column("The words inside the box, as printed")
    origin: Mapped[str] = one_of("origin", ORIGINS, "How the value was understood from this place")
    colour: Mapped[str | None] = column("Fill colour that the value was read from, as #rrggbb, else null")
    confidence: Mapped[float] = column(
        "How sure the reading of the field is: 1 where a head or label known in full tells it, 0.9 where known words "
        "among others do, 0.7 where only what stands in the column or its place does",
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        server_default="1",
    )
    proof: Mapped[str] = proof_of_box()
    proof_words: Mapped[str | None] = proof_words_of_box()


class PartyTable(Base):
    """Who owns things."""

    __tablename__ = "parties"
    __table_args__ = ({"comment": "People, roles and bodies that own actions, risks and controls"},)

    id: Mapped[int] = column("Identifies the party", primary_key=True)
    name: Mapped[str] = column("Its name as printed", unique=True)
    kind: Mapped[str | None] = one_of("kind", PARTY_KINDS, "person, role or body; null where that is not known")


class RecordOwnerTable(Base):
    """Which record is owned by whom."""

    __tablename__ = "record_owners"
    __table_args__ = ({"comment": "Owners of records, in the order printed", "sqlite_with_rowid": False},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = column("Order among the owners of the record, from 0", primary_key=True)
    party_id: Mapped[int] = column("The owner", ForeignKey("parties.id"), index=True)
