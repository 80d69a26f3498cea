"""How views show a record: what was read, or what somebody put right since.

A corrected record has in `put_right` all its columns as they are now (see `load.putting_right`): what to show hangs on
one row of one table, so that indexes can be made of it.
"""

from __future__ import annotations

from load.fields import FIELDS, FieldKind

_PERIOD: dict[str, FieldKind] = {"start": "day", "end": "day", "kind": "text"}


def shown(record_type: str, columns: str) -> str:
    """SQL for columns of a record type's table `t`, each as it is now; places are for `in_words_of`."""
    return ", ".join(show_column(record_type, name, f"t.{name}") for name in columns.split())


def show_column(record_type: str, name: str, read: str) -> str:
    """SQL for a column of `t`: the expression `read`, or what was put right."""
    return f"{value_now(record_type, name, 't.', read)} AS {name}"


def value_now(record_type: str, name: str, of: str = "", read: str | None = None) -> str:
    """SQL for what a column is now; `of` is what stands before the names of its table's columns."""
    read = read or of + name
    if name not in CORRECTABLE[record_type]:
        return read
    return f"CASE WHEN {of}put_right IS NULL THEN {read} ELSE {column_put_right(record_type, name, of)} END"


def column_put_right(record_type: str, name: str, of: str = "") -> str:
    """SQL for what `put_right` says of a column."""
    return f"{{{of}put_right:{name}:{CORRECTABLE[record_type][name]}}}"


def _correctable(record_type: str) -> dict[str, FieldKind]:
    found: dict[str, FieldKind] = {}
    for field in FIELDS[record_type]:
        if field.kind == "period":
            found |= {f"{field.column}_{part}": kind for part, kind in _PERIOD.items()}
        else:
            found[field.column] = field.kind
        if field.kind == "owners":
            found["owners_raw"] = "text"
    return found


CORRECTABLE = {record_type: _correctable(record_type) for record_type in FIELDS}
"""The columns that a correction changes, with what they hold; of a date its printed words stay."""
