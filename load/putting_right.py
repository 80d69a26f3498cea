"""Keeping beside each corrected record what it is now, for views, indexes and searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from load.fields import FIELDS, row_to_values
from load.models import TYPE_TABLES, CorrectionTable, PartyTable, RecordOwnerTable


def put_right(connection: Connection, record_id: int, record_type: str) -> None:
    """Writes into the record's row what it is now by its corrections; what was read stays beside it."""
    model = TYPE_TABLES[record_type]
    of_record = model.__table__.c.record_id == record_id
    row = connection.execute(select(model.__table__).where(of_record)).mappings().one()
    names = select(PartyTable.name).join(RecordOwnerTable).where(RecordOwnerTable.record_id == record_id)
    owners = connection.execute(names.order_by(RecordOwnerTable.position)).scalars().all()
    made = select(CorrectionTable.field, CorrectionTable.new).where(CorrectionTable.record_id == record_id)
    corrected = {one.field: one.new for one in connection.execute(made.order_by(CorrectionTable.id))}
    now = columns_now(record_type, row, owners, corrected)
    connection.execute(update(model).where(of_record).values(put_right=now))


def put_all_right(connection: Connection) -> None:
    """The same for every record that has corrections."""
    made = select(CorrectionTable.record_id, CorrectionTable.type).where(CorrectionTable.record_id.is_not(None))
    for record_id, record_type in connection.execute(made.distinct()).all():
        assert record_id is not None, "only those that have one were asked for"
        put_right(connection, record_id, record_type)


def columns_now(
    record_type: str, row: Mapping[Any, Any], owners: Sequence[str], corrected: Mapping[str, Any]
) -> dict[str, Any]:
    """The columns that corrections can change, as JSON: from the row as read, and the last correction of each field.

    Of a date the printed words stay; owners are joined, and so are their words where they were corrected.
    """
    values = row_to_values(record_type, row, owners) | dict(corrected)
    now: dict[str, Any] = {}
    for field in FIELDS[record_type]:
        value = values[field.name]
        if field.kind == "period":
            now |= {f"{field.column}_{part}": value and value[part] for part in ("start", "end", "kind")}
        elif field.kind == "owners":
            given = field.name in corrected
            now[field.column] = "; ".join(value) if value or given else None
            now["owners_raw"] = now[field.column] if given else row["owners_raw"]
        else:
            now[field.column] = float(value) if field.kind == "number" and value is not None else value
    return now
