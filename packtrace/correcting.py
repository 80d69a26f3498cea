"""What somebody writes on the command line as the value of a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from normalise import parse_date, parse_number

_FLAGS = {"yes": True, "no": False}


def words_to_value(kind: str, words: str) -> Any:
    """The value in the record format that the words mean for a field of a kind (load.fields.FieldKind).

    Owners stand between semicolons; a flag is yes or no. ValueError where the words mean no such value.
    """
    return _READERS.get(kind, str)(words)


def _owners(words: str) -> list[str]:
    return [name.strip() for name in words.split(";") if name.strip()]


def _flag(words: str) -> bool:
    if words.lower() not in _FLAGS:
        raise ValueError(f"{words!r} is neither yes nor no")
    return _FLAGS[words.lower()]


def _number(words: str) -> float | int:
    """In base units: no unit and no scale."""
    found = parse_number(words)
    if found is None:
        raise ValueError(f"{words!r} is no number")
    return int(found.value) if float(found.value).is_integer() else found.value


def _integer(words: str) -> int:
    number = _number(words)
    if not float(number).is_integer():
        raise ValueError(f"{words!r} is no whole number")
    return int(number)


def _period(words: str) -> dict[str, str | None]:
    found = parse_date(words)
    if found.kind == "invalid":
        raise ValueError(f"{words!r} is no date")
    return found.as_json()


def _day(words: str) -> str:
    found = parse_date(words)
    if found.kind != "day" or found.start is None:
        raise ValueError(f"{words!r} is no day")
    return found.start.isoformat()


_READERS: dict[str, Callable[[str], Any]] = {
    "owners": _owners,
    "flag": _flag,
    "number": _number,
    "integer": _integer,
    "period": _period,
    "day": _day,
}
