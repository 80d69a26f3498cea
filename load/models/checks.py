"""What tables say of themselves: sums that they state, and ratings by word, letter and fill."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Double, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from load.models.base import COLOURS, RAGS, Base, column, one_of

RULES = ("total", "net", "variance", "formula", "balance")
VERDICTS = ("agrees", "within_rounding", "disagrees")
ROLES = ("result", "part")
MARKS = ("word", "letter", "fill")


class CheckTable(Base):
    """Sums that tables state."""

    __tablename__ = "checks"
    __table_args__ = (
        Index(None, "pack_id", "verdict"),
        {"comment": "Sums that tables state, worked out from their printed figures", "sqlite_autoincrement": True},
    )

    id: Mapped[int] = column("Identifies the check", primary_key=True)
    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"))
    table_id: Mapped[int] = column("The table", ForeignKey("tables.id", ondelete="CASCADE"), index=True)
    rule: Mapped[str] = one_of(
        "rule",
        RULES,
        "What the table states: a total of rows, a net figure, a variance, a formula in column letters, a balance",
    )
    verdict: Mapped[str] = one_of(
        "verdict", VERDICTS, "agrees, within_rounding (as the parts are printed rounded) or disagrees"
    )
    worked_out: Mapped[float] = column("What the parts come to, in the units of the table as printed", Double)
    difference: Mapped[float] = column("The printed result less what was worked out, in the same units", Double)


class CheckFigureTable(Base):
    """The figures that a check used."""

    __tablename__ = "check_figures"
    __table_args__ = (
        CheckConstraint("sign IN (-1, 1)", name="sign"),
        {"comment": "The figures that a check used: the printed result and its parts", "sqlite_with_rowid": False},
    )

    check_id: Mapped[int] = column("The check", ForeignKey("checks.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = column("Order in the sum, from 0: the result first", primary_key=True)
    role: Mapped[str] = one_of("role", ROLES, "result (the figure checked) or part")
    sign: Mapped[int] = column("1 where the figure is added, -1 where it is taken off")
    record_id: Mapped[int] = column("The figure", ForeignKey("records.id", ondelete="CASCADE"), index=True)
    row_index: Mapped[int] = column("Row of its cell in the table, from 0")
    column_index: Mapped[int] = column("Column of its cell in the table, from 0")


class RatingMarkTable(Base):
    """By what a rating is printed."""

    __tablename__ = "rating_marks"
    __table_args__ = (
        ForeignKeyConstraint(["pack_id", "page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        Index(None, "pack_id", "page"),
        {
            "comment": "By what a rating is printed: its word, its letter and its fill, each on its own",
            "sqlite_with_rowid": False,
        },
    )

    record_id: Mapped[int] = column(
        "The action, risk or rating", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True
    )
    mark: Mapped[str] = one_of("mark", MARKS, "word, letter or fill", primary_key=True)
    rag: Mapped[str | None] = one_of("rag", RAGS, "The rating that this mark gives by itself, null for none")
    words: Mapped[str | None] = column("The words or the letter as printed, null for a fill")
    colour: Mapped[str | None] = column("The fill as #rrggbb, null for words and letters")
    colour_name: Mapped[str | None] = one_of("colour_name", COLOURS, "The fill by its nearest name")
    pack_id: Mapped[int] = column("The pack")
    page: Mapped[int] = column("PDF page, from 1")
    x0: Mapped[float] = column("Left edge of the cell, in points from the left of the page as displayed")
    top: Mapped[float] = column("Upper edge of the cell, in points from the top of the page as displayed")
    x1: Mapped[float] = column("Right edge of the cell, in points")
    bottom: Mapped[float] = column("Lower edge of the cell, in points")
