"""What people put right. A correction is added beside what was read, which stays as it is; views show the last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from load.fields import FIELDS, Field
from load.models import DATE_KINDS, TYPE_TABLES, CorrectionTable, PackTable, RecordTable
from load.putting_right import put_right
from load.read import read_values
from load.store import Store
from load.types import Correction


class CorrectionRefusedError(ValueError):
    """A correction of a field that the record has not, or to a value that the field cannot have."""


def correct_record(store: Store, record_id: int, field: str, new: Any, who: str, why: str) -> Correction:
    """Adds a correction of one field of a record to `new`, a value as in the record format; returns what was added.

    Raises KeyError where there is no such record, CorrectionRefusedError where the field cannot have the value.
    """
    if not who.strip() or not why.strip():
        raise CorrectionRefusedError("a correction says who made it and why")
    with store.writing() as connection:
        query = select(RecordTable.type, RecordTable.key, PackTable.sha256).join(PackTable)
        record = connection.execute(query.where(RecordTable.id == record_id)).one_or_none()
        if record is None:
            raise KeyError(record_id)
        _check(find_field(record.type, field), record.type, new)
        row = {
            "record_id": record_id,
            "sha256": record.sha256,
            "type": record.type,
            "key": record.key,
            "field": field,
            "old": _value_now(connection, record_id, record.type, field),
            "new": new,
            "who": who.strip(),
            "why": why.strip(),
            "made_at": datetime.now(UTC),
        }
        made = connection.execute(insert(CorrectionTable).values(row).returning(CorrectionTable.id)).scalar_one()
        put_right(connection, record_id, record.type)
    return _row_to_correction({"id": made, **row})


def read_corrections(store: Store, record_id: int | None = None) -> list[Correction]:
    """The corrections of a record, or of all, in the order in which they were made."""
    query = select(CorrectionTable.__table__).order_by(CorrectionTable.id)
    if record_id is not None:
        query = query.where(CorrectionTable.record_id == record_id)
    with store.reading() as connection:
        return [_row_to_correction(row) for row in connection.execute(query).mappings()]


def find_field(record_type: str, name: str) -> Field:
    """The field of a record type; CorrectionRefusedError where it has none of that name."""
    fields = {field.name: field for field in FIELDS[record_type]}
    if name not in fields:
        raise CorrectionRefusedError(f"{record_type} has no field {name!r}, but {', '.join(fields)}")
    return fields[name]


def link_corrections(connection: Connection, pack_id: int, digest: str) -> None:
    """After a pack was read: corrections whose record went with an earlier reading go to the record that has its key
    now, and what was put right is put right again.
    """
    made = select(CorrectionTable.type, CorrectionTable.key, CorrectionTable.record_id).distinct()
    for kind, key, record_id in connection.execute(made.where(CorrectionTable.sha256 == digest)).all():
        found = record_id or _find_again(connection, pack_id, digest, kind, key)
        if found is not None:
            put_right(connection, found, kind)


def _find_again(connection: Connection, pack_id: int, digest: str, kind: str, key: str) -> int | None:
    record = select(RecordTable.id).where(
        RecordTable.pack_id == pack_id, RecordTable.type == kind, RecordTable.key == key
    )
    found = connection.execute(record).scalar_one_or_none()
    if found is not None:
        same = (CorrectionTable.sha256 == digest, CorrectionTable.type == kind, CorrectionTable.key == key)
        lost = update(CorrectionTable).where(*same, CorrectionTable.record_id.is_(None))
        connection.execute(lost.values(record_id=found))
    return found


def _value_now(connection: Connection, record_id: int, record_type: str, field: str) -> Any:
    """What the views show of a field: its last correction, else what was read."""
    last = select(CorrectionTable.new).where(CorrectionTable.record_id == record_id, CorrectionTable.field == field)
    corrected = connection.execute(last.order_by(CorrectionTable.id.desc()).limit(1)).one_or_none()
    if corrected is not None:
        return corrected.new
    return read_values(connection, record_id, record_type)[field]


def _row_to_correction(row: Mapping[Any, Any]) -> Correction:
    return Correction(**{name: row[name] for name in Correction.__slots__})


def _check(field: Field, record_type: str, value: Any) -> None:
    column = TYPE_TABLES[record_type].__table__.columns.get(field.column)
    if value is None:
        if field.kind == "owners" or (column is not None and not column.nullable):
            raise CorrectionRefusedError(f"{field.name} cannot be nothing")
        return
    if not _FITS[field.kind](value):
        raise CorrectionRefusedError(f"{field.name} ({field.kind}) cannot be {value!r}")
    allowed = column.info.get("one_of") if column is not None else None
    if allowed is not None and value not in allowed:
        raise CorrectionRefusedError(f"{field.name} is one of {', '.join(allowed)}, not {value!r}")


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_period(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and set(value) == {"raw", "start", "end", "kind"}
        and value["kind"] in DATE_KINDS
        and all(value[end] is None or _is_day(value[end]) for end in ("start", "end"))
    )


def _is_names(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(n, str) and n for n in value)


_FITS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "choice": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "flag": lambda value: isinstance(value, bool),
    "day": _is_day,
    "period": _is_period,
    "owners": _is_names,
}
"""Whether a value is of the kind of a field."""
