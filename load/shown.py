"""How views show a record: what was read, or what somebody put right since."""

from __future__ import annotations

from load.fields import FIELDS, FieldKind

CORRECTED = "LEFT JOIN (SELECT DISTINCT record_id FROM corrections) k ON k.record_id = t.record_id"
"""Joined by every view of records, so that those that nobody has corrected cost next to nothing."""

_CASTS: dict[FieldKind, str] = {
    "text": "CAST({value} AS TEXT)",
    "choice": "CAST({value} AS TEXT)",
    "integer": "CAST({value} AS INTEGER)",
    "number": "CAST({value} AS DOUBLE PRECISION)",
    "flag": "CAST({value} AS BOOLEAN)",
    "day": "CAST({value} AS {day})",
    "owners": "CAST({value} AS TEXT)",
}
_PERIOD = {"start": "first_day", "end": "last_day", "kind": "date_kind"}


def shown(record_type: str, columns: str) -> str:
    """SQL for columns of a record type's table `t`, each with its last correction where it has one."""
    return ", ".join(show_column(record_type, name, f"t.{name}") for name in columns.split())


def show_column(record_type: str, name: str, read: str) -> str:
    """SQL for a column: the expression `read`, or the last correction of the field that it is of."""
    field, now = _COLUMNS[record_type].get(name, (None, ""))
    if field is None:
        return f"{read} AS {name}"
    corrected = (
        f"(SELECT CASE WHEN count(*) = 0 THEN {read} ELSE {now} END FROM latest_corrections v "
        f"WHERE v.record_id = t.record_id AND v.field = '{field}')"
    )
    return f"CASE WHEN k.record_id IS NULL THEN {read} ELSE {corrected} END AS {name}"


def _columns_of(record_type: str) -> dict[str, tuple[str, str]]:
    """The columns that a correction changes, each with its field and SQL for what that field's correction says."""
    found: dict[str, tuple[str, str]] = {}
    for field in FIELDS[record_type]:
        if field.kind == "period":
            for part, said in _PERIOD.items():
                cast = _CASTS["text" if part == "kind" else "day"]
                found[f"{field.column}_{part}"] = (field.name, cast.replace("{value}", f"max(v.{said})"))
        else:
            found[field.column] = (field.name, _CASTS[field.kind].replace("{value}", "max(v.now)"))
    return found


_COLUMNS = {record_type: _columns_of(record_type) for record_type in FIELDS}
