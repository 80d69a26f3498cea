"""What was done when: runs, files offered, what was not understood, and corrections."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped

from load.models.base import Base, UtcTime, column, one_of

OUTCOMES = (
    "loaded",
    "loaded_with_issues",
    "replaced",
    "unchanged",
    "duplicate",
    "superseded",
    "repaired",
    "locked",
    "damaged",
    "scanned",
    "empty",
    "not_a_pdf",
    "missing",
    "unreadable",
    "too_large",
    "timed_out",
    "out_of_memory",
    "crashed",
    "failed",
)


class IssueTable(Base):
    """What was not understood."""

    __tablename__ = "issues"
    __table_args__ = (
        Index(None, "pack_id", "code"),
        {"comment": "What was seen in packs but not understood"},
    )

    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = column("Order in the pack, from 0", primary_key=True, autoincrement=False)
    code: Mapped[str] = column("Short name of the kind of issue")
    message: Mapped[str] = column("What was seen, in a sentence")
    page: Mapped[int | None] = column("PDF page, from 1; null where it is about the whole pack")
    words: Mapped[str] = column("The words it is about, as printed")


class RunTable(Base):
    """Runs of ingest."""

    __tablename__ = "runs"
    __table_args__ = ({"comment": "Runs of packtrace ingest", "sqlite_autoincrement": True},)

    id: Mapped[int] = column("Identifies the run", primary_key=True)
    started_at: Mapped[datetime] = column("When it began (UTC)", UtcTime)
    finished_at: Mapped[datetime | None] = column(
        "When it ended (UTC); null while it runs or where it was cut off", UtcTime
    )
    version: Mapped[str] = column("Version of packtrace that ran")
    settings: Mapped[dict[str, Any]] = column("The settings it was given", JSON)
    outcomes: Mapped[dict[str, int] | None] = column(
        "How many files had which outcome, those skipped as unchanged included; null until it ends",
        JSON(none_as_null=True),
    )


class OfferTable(Base):
    """Files offered and what became of them."""

    __tablename__ = "offers"
    __table_args__ = (
        Index(None, "path", "id"),
        {
            "comment": "Every file offered to packtrace ingest and what became of it, but for those skipped unchanged",
            "sqlite_autoincrement": True,
        },
    )

    id: Mapped[int] = column("Identifies the offer", primary_key=True)
    run_id: Mapped[int] = column("The run it was offered to", ForeignKey("runs.id", ondelete="CASCADE"), index=True)
    pack_id: Mapped[int | None] = column(
        "The pack, where it is in the store", ForeignKey("packs.id", ondelete="SET NULL"), index=True
    )
    path: Mapped[str] = column("Where the file was")
    file_name: Mapped[str] = column("Name of the file")
    sha256: Mapped[str | None] = column("SHA-256 of its bytes; null where they could not be read", index=True)
    byte_size: Mapped[int | None] = column("Size of the file in bytes")
    modified_ns: Mapped[int | None] = column("When the file was last changed, in nanoseconds since 1970", BigInteger)
    page_count: Mapped[int | None] = column("Number of PDF pages, where it could be opened")
    offered_at: Mapped[datetime] = column("When its turn came (UTC)", UtcTime)
    seconds: Mapped[float] = column("How long it took")
    outcome: Mapped[str] = one_of("outcome", OUTCOMES, "What became of it")
    message: Mapped[str | None] = column("What went wrong and what to do about it; null where it went in")


class CorrectionTable(Base):
    """Corrections made by people. Rows are only ever added."""

    __tablename__ = "corrections"
    __table_args__ = (
        Index(None, "sha256", "type", "key"),
        CheckConstraint("length(who) > 0 AND length(why) > 0", name="who_and_why"),
        {"comment": "Corrections that people made to records; rows are only ever added", "sqlite_autoincrement": True},
    )

    id: Mapped[int] = column("Order in which corrections were made", primary_key=True)
    record_id: Mapped[int | None] = column(
        "The record; null once no reading of the pack has it", ForeignKey("records.id", ondelete="SET NULL"), index=True
    )
    sha256: Mapped[str] = column("The pack's bytes, so that the correction outlives its record")
    type: Mapped[str] = column("Type of the record")
    key: Mapped[str] = column("Stable key of the record")
    field: Mapped[str] = column("Name of the field in the record format")
    old: Mapped[Any | None] = column("Value before, as in the record format", JSON)
    new: Mapped[Any | None] = column("Value after, as in the record format", JSON)
    who: Mapped[str] = column("Who made the correction")
    why: Mapped[str] = column("Why they made it")
    made_at: Mapped[datetime] = column("When it was made (UTC)", UtcTime)
