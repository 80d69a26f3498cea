"""Every table of a pack with all its cells, also those that no record type claims."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from load.models.base import COLOURS, Base, column, one_of

SHADINGS = ("head", "band", "column", "tint", "mark")


class GridTable(Base):
    """Tables of packs."""

    __tablename__ = "tables"
    __table_args__ = (
        UniqueConstraint("pack_id", "number"),
        ForeignKeyConstraint(["pack_id", "page"], ["pages.pack_id", "pages.number"], ondelete="CASCADE"),
        Index(None, "pack_id", "page"),
        {"comment": "Tables of packs, each in one piece over its pages", "sqlite_autoincrement": True},
    )

    id: Mapped[int] = column("Identifies the table", primary_key=True)
    pack_id: Mapped[int] = column("The pack", ForeignKey("packs.id", ondelete="CASCADE"))
    number: Mapped[int] = column("Number of the table in the pack")
    page: Mapped[int] = column("PDF page it begins on, from 1")
    heading: Mapped[str | None] = column("Nearest heading printed above it")
    caption: Mapped[str | None] = column("Its caption")
    row_count: Mapped[int] = column("Number of rows, with those of its head")
    column_count: Mapped[int] = column("Number of columns")
    header_rows: Mapped[int] = column("How many of its first rows are its head")
    style: Mapped[str] = column("How its grid was found, such as ruled")
    caption_number: Mapped[str | None] = column("The number that its caption gives it, such as 4 or A.2")
    footnotes: Mapped[str | None] = column("Notes printed just below it, one a line")
    confidence: Mapped[float] = column(
        "How sure its reading is: 1 where nothing speaks against it, 0.6 where it is doubted, "
        "0.9 and 0.4 where a second finder agrees or does not",
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        server_default="1",
    )


class FragmentTable(Base):
    """The parts of tables on each page."""

    __tablename__ = "table_fragments"
    __table_args__ = (
        CheckConstraint("first_row <= last_row", name="rows_in_order"),
        {"comment": "The part of a table that stands on one page", "sqlite_with_rowid": False},
    )

    table_id: Mapped[int] = column("The table", ForeignKey("tables.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = column("Order among the parts of the table, from 0", primary_key=True)
    page: Mapped[int] = column("PDF page, from 1")
    x0: Mapped[float] = column("Left edge, in points from the left of the page as displayed")
    top: Mapped[float] = column("Upper edge, in points from the top of the page as displayed")
    x1: Mapped[float] = column("Right edge, in points")
    bottom: Mapped[float] = column("Lower edge, in points")
    first_row: Mapped[int] = column("First row on the page, from 0")
    last_row: Mapped[int] = column("Row after the last one on the page")
    joined: Mapped[str] = column(
        "Why it was joined to the part before: same columns, repeated head or moved side, and cut row where its first "
        "row goes on from there; first for the first part"
    )


class CellTable(Base):
    """Cells of tables."""

    __tablename__ = "cells"
    __table_args__ = (
        {
            "comment": "Cells of tables: place in the grid, place on the page, words and fill",
            "sqlite_with_rowid": False,
        },
    )

    table_id: Mapped[int] = column("The table", ForeignKey("tables.id", ondelete="CASCADE"), primary_key=True)
    row_index: Mapped[int] = column("First row that the cell covers, from 0", primary_key=True)
    column_index: Mapped[int] = column("First column that the cell covers, from 0", primary_key=True)
    row_span: Mapped[int] = column("Number of rows that it covers")
    column_span: Mapped[int] = column("Number of columns that it covers")
    text: Mapped[str] = column("Its words as running text")
    is_header: Mapped[bool] = column("Whether it stands in the table's head")
    fill: Mapped[str | None] = column("Its fill colour as #rrggbb, null where it has none")
    colour: Mapped[str | None] = one_of(
        "colour", COLOURS, "Its fill by the nearest name; none for a fill that is no such colour, null without a fill"
    )
    shading: Mapped[str | None] = one_of(
        "shading",
        SHADINGS,
        "What its fill is for: head, band (all of its row), column (all of its column), tint, "
        "or mark (a colour that tells it from its neighbours, as a rating does); null without a fill",
    )
    head_path: Mapped[str | None] = column("The heads over its column from outside in, between ' > '; null for a head")
    page: Mapped[int] = column("PDF page it begins on, from 1")
    x0: Mapped[float] = column("Left edge, in points from the left of the page as displayed")
    top: Mapped[float] = column("Upper edge, in points from the top of the page as displayed")
    x1: Mapped[float] = column("Right edge, in points")
    bottom: Mapped[float] = column("Lower edge, in points")
    more_boxes: Mapped[Any | None] = column(
        "Where it goes on when a page break cuts it: a list of [page, x0, top, x1, bottom], else null",
        JSON(none_as_null=True),
    )
