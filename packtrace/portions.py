"""A large value in portions, so that neither of two processes need hold all of what one hands to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from extract.spool import Spool

_AT_ONCE = 100
_HELD = 1500  # values of a field up to which all are held in memory where they are put together again


class Portion(NamedTuple):
    """Some of the values of a field that holds a sequence, in their order."""

    field: str
    values: tuple[Any, ...]


def to_portions(value: Any) -> tuple[Iterator[Portion], Any]:
    """The long sequences that a dataclass holds in portions, and the rest of it; all else is its own rest."""
    if not is_dataclass(value) or isinstance(value, type):
        return iter(()), value
    long = [field.name for field in fields(value) if _is_long(getattr(value, field.name))]
    portions = (portion for field in long for portion in _values_to_portions(field, getattr(value, field)))
    return portions, replace(value, **dict.fromkeys(long, ()))


class Whole:
    """A value on its way from its portions; those of a large one wait in a file."""

    def __init__(self) -> None:
        self._fields: dict[str, Spool[Any]] = {}

    def add(self, portion: Portion) -> None:
        """Takes the next portion."""
        self._fields.setdefault(portion.field, Spool(most=_HELD)).extend(portion.values)

    def join(self, rest: Any) -> Any:
        """The whole value: the rest with what the portions held."""
        return (
            replace(rest, **{field: spool.values() for field, spool in self._fields.items()}) if self._fields else rest
        )


def _is_long(value: Any) -> bool:
    return isinstance(value, tuple | Spool) and len(value) > _AT_ONCE


def _values_to_portions(field: str, values: Sequence[Any]) -> Iterator[Portion]:
    source = iter(values)
    while some := tuple(islice(source, _AT_ONCE)):
        yield Portion(field, some)
