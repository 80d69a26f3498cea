"""What all tables share: names of constraints, times, and columns that say what they hold.

The comment of a table or column is its description, here and nowhere else: the data dictionary is made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, DateTime, Dialect, MetaData
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

SCHEMA_VERSION = 7
"""The number of the last revision in load/migrations. A store with a higher one was written by a newer packtrace."""

RAGS = ("red", "amber", "green", "amber_red", "amber_green", "blue", "grey")
COLOURS = (*RAGS, "none")
DATE_KINDS = (
    "day",
    "month",
    "quarter",
    "financial_year",
    "year",
    "season",
    "range",
    "by",
    "from",
    "ongoing",
    "unknown",
    "recurring",
    "done",
    "invalid",
)
ORIGINS = ("printed", "fill_colour", "heading", "derived")
PARTY_KINDS = ("person", "role", "body")
PROOFS = ("untried", "proved", "disagrees", "unreadable")


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which keeps no time zone, gives back the same value as PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 its contract
        """In UTC; a time without a zone is a mistake and raises ValueError."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 its contract
        """In UTC, with the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The declarative base of all tables of the store."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def column(comment: str, *arguments: Any, **settings: Any) -> MappedColumn[Any]:
    """A column with its description."""
    return mapped_column(*arguments, comment=comment, **settings)


def one_of(name: str, values: Iterable[str], comment: str, **settings: Any) -> MappedColumn[Any]:
    """A column of words that holds one of `values` (or null, where its type allows it)."""
    listed = ", ".join(f"'{value}'" for value in values)
    check = CheckConstraint(f"{name} IN ({listed})", name=name)
    return mapped_column(check, comment=comment, info={"one_of": tuple(values)}, **settings)


def words_of(field: str) -> MappedColumn[Any]:
    """The printed words beside the value of `field`."""
    return mapped_column(comment=f"The words that {field} was read from, as printed")


def origin_of(field: str) -> MappedColumn[Any]:
    """How the value of `field` was understood, where it is not simply printed there."""
    others = tuple(value for value in ORIGINS if value != "printed")
    return one_of(f"{field}_origin", others, f"How {field} was understood where it is not printed as such, else null")


def proof_of_box() -> MappedColumn[Any]:
    """What a second reader said of a box."""
    told = (
        "What a second reader of the PDF says: proved (it sees the same there), disagrees (it sees something else), "
        "unreadable (it sees nothing, or signs that it cannot name) or untried"
    )
    return one_of("proof", PROOFS, told, server_default="untried")


def proof_words_of_box() -> MappedColumn[Any]:
    """What the second reader saw where it did not prove a box."""
    return mapped_column(
        comment="What the second reader saw in the box, words or fill, where it does not prove it; null where it does, "
        "and where it saw nothing"
    )


def put_right() -> MappedColumn[Any]:
    """What views show instead of the columns of a record that somebody corrected."""
    return mapped_column(
        JSON(none_as_null=True),
        comment="What the views show instead where somebody corrected the record: each column as it is now, "
        "owners between semicolons; null where nobody did",
    )
