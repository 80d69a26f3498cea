"""Whom the short forms of owners stand for."""

from __future__ import annotations

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from load.models.base import ORIGINS, Base, column, one_of


class KnownOwnerTable(Base):
    """Whom initials, surnames and first names stand for in a pack."""

    __tablename__ = "known_owners"
    __table_args__ = (
        ForeignKeyConstraint(["pack_id", "page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        Index(None, "pack_id", "page"),
        {
            "comment": "Whom owners printed as initials, a surname or a first name stand for in a pack, where the pack "
            "names only one whom they can mean: a row for each box of the full name",
            "sqlite_with_rowid": False,
        },
    )

    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"), primary_key=True)
    party_id: Mapped[int] = column("The owner as printed", ForeignKey("parties.id"), primary_key=True)
    position: Mapped[int] = column("Order of the box among those of the full name, from 0", primary_key=True)
    stands_for_id: Mapped[int] = column("Whom the printed words stand for", ForeignKey("parties.id"), index=True)
    origin: Mapped[str] = one_of("origin", ORIGINS, "How it was understood: always derived")
    page: Mapped[int] = column("PDF page of the full name, from 1")
    x0: Mapped[float] = column("Left edge, in points from the left of the page as displayed")
    top: Mapped[float] = column("Upper edge, in points from the top of the page as displayed")
    x1: Mapped[float] = column("Right edge, in points")
    bottom: Mapped[float] = column("Lower edge, in points")
    words: Mapped[str] = column("The words inside the box, as printed")
