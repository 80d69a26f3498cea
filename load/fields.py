"""The fields of each record type in the record format, and the columns that hold them.

A column has the name of its field, but for words that SQL keeps for itself (`group`, `table`, `row`, `column`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from extract.records.kept import Record
from load.models import TYPE_TABLES

FieldKind = Literal["text", "choice", "integer", "number", "flag", "day", "period", "owners"]
COLUMN_NAMES = {"group": "group_heading", "table": "table_title", "row": "row_label", "column": "column_label"}
PAGED = frozenset({"resolutions", "recommendations", "actions", "risks", "ratings", "figures"})
"""Record types that give their page in the record format."""

_LAYOUT = {
    "agenda_items": "ref title section page_from page_to restricted:flag",
    "attendance": "name capacity:choice post meeting_date:day",
    "resolutions": "minute_ref title agenda_ref text decision meeting_date:day mover seconder "
    "votes_for:integer votes_against:integer abstentions:integer",
    "recommendations": "agenda_ref ref text",
    "actions": "kind:choice ref text owners:owners start:period due:period status rag:choice group risk_ref",
    "risks": "ref title cause event consequence owners:owners inherent_likelihood:integer inherent_impact:integer "
    "inherent_score:integer likelihood:integer impact:integer score:integer target_likelihood:integer "
    "target_impact:integer target_score:integer rag:choice mitigation",
    "controls": "risk_ref text owners:owners",
    "ratings": "subject group rag:choice raw",
    "figures": "table row column raw value:number unit:choice",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the record format: its name, what it holds, and the column (or prefix of columns) that keeps it.

    `raw` and `origin` name the columns beside it for its printed words and how it was understood, if it has them.
    """

    name: str
    kind: FieldKind
    column: str
    raw: str | None
    origin: str | None


def _read_field(record_type: str, text: str) -> Field:
    name, _, kind = text.partition(":")
    columns = TYPE_TABLES[record_type].__table__.columns
    column = COLUMN_NAMES.get(name, name)
    raw = f"{column}_raw" if kind != "period" and f"{column}_raw" in columns else None
    origin = f"{column}_origin" if f"{column}_origin" in columns else None
    return Field(name, kind or "text", column, raw, origin)  # type: ignore[arg-type]  # a test holds that kinds are known


FIELDS: dict[str, tuple[Field, ...]] = {
    record_type: tuple(_read_field(record_type, text) for text in layout.split())
    for record_type, layout in _LAYOUT.items()
}


def record_to_row(record: Record) -> dict[str, Any]:
    """The columns of a record in the table of its type. A field the record lacks is null; one it should not have raises
    ValueError.
    """
    fields = FIELDS[record.type]
    unknown = set(record.values) - {field.name for field in fields}
    if unknown:
        raise ValueError(f"{record.type} has no field {', '.join(sorted(unknown))}")
    row: dict[str, Any] = {}
    for field in fields:
        row.update(_value_to_columns(field, record.values.get(field.name)))
        if field.raw:
            row[field.raw] = record.raw.get(field.name)
        if field.origin:
            row[field.origin] = _unprinted(record.origins.get(field.name))
    return row


def row_to_values(record_type: str, row: Mapping[Any, Any], owners: Sequence[str]) -> dict[str, Any]:
    """The fields of a record by the record format, in its order, from its row and its owners."""
    return {field.name: _columns_to_value(field, row, owners) for field in FIELDS[record_type]}


def row_to_raw(record_type: str, row: Mapping[Any, Any]) -> dict[str, str]:
    """The printed words of the fields that keep them beside their value."""
    return {f.name: row[f.raw] for f in FIELDS[record_type] if f.raw and row[f.raw] is not None}


def row_to_origins(record_type: str, row: Mapping[Any, Any]) -> dict[str, str]:
    """How those fields were understood that are not simply printed."""
    return {f.name: row[f.origin] for f in FIELDS[record_type] if f.origin and row[f.origin] is not None}


def owner_names(record: Record) -> Iterator[str]:
    """The owners of a record in the order printed; none where its type has no owners."""
    for field in FIELDS[record.type]:
        if field.kind == "owners":
            yield from record.values.get(field.name) or ()


def _unprinted(origin: str | None) -> str | None:
    return None if origin == "printed" else origin


def _value_to_columns(field: Field, value: Any) -> dict[str, Any]:
    if field.kind == "owners":
        return {}
    if field.kind == "period":
        return _period_to_columns(field.column, value)
    if field.kind == "day":
        return {field.column: iso_to_date(value)}
    return {field.column: value}


def _period_to_columns(column: str, period: Mapping[str, Any] | None) -> dict[str, Any]:
    given = period or {"raw": None, "start": None, "end": None, "kind": None}
    return {
        f"{column}_raw": given["raw"],
        f"{column}_start": iso_to_date(given["start"]),
        f"{column}_end": iso_to_date(given["end"]),
        f"{column}_kind": given["kind"],
    }


def _columns_to_value(field: Field, row: Mapping[Any, Any], owners: Sequence[str]) -> Any:
    if field.kind == "owners":
        return list(owners)
    if field.kind == "period":
        return _columns_to_period(field.column, row)
    if field.kind == "day":
        return date_to_iso(row[field.column])
    if field.kind == "number":
        return _whole(row[field.column])
    return row[field.column]


def _columns_to_period(column: str, row: Mapping[Any, Any]) -> dict[str, Any] | None:
    if row[f"{column}_kind"] is None:
        return None
    return {
        "raw": row[f"{column}_raw"],
        "start": date_to_iso(row[f"{column}_start"]),
        "end": date_to_iso(row[f"{column}_end"]),
        "kind": row[f"{column}_kind"],
    }


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


def iso_to_date(text: str | None) -> date | None:
    """The day that an ISO date names; one that is no date raises ValueError."""
    return None if text is None else date.fromisoformat(text)


def date_to_iso(day: date | None) -> str | None:
    """A day as an ISO date."""
    return None if day is None else day.isoformat()
