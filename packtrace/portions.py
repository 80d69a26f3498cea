"""A large value in portions, so that handing it from one process to another takes no second copy of all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

_AT_ONCE = 100


class Portion(NamedTuple):
    """Some of the values of a field that holds a tuple, in their order."""

    field: str
    values: tuple[Any, ...]


def to_portions(value: Any) -> tuple[Iterator[Portion], Any]:
    """The long tuples that a dataclass holds in portions, and the rest of it; all else is its own rest."""
    if not is_dataclass(value) or isinstance(value, type):
        return iter(()), value
    long = [field.name for field in fields(value) if _is_long(getattr(value, field.name))]
    portions = (portion for field in long for portion in _tuple_to_portions(field, getattr(value, field)))
    return portions, replace(value, **dict.fromkeys(long, ()))


def from_portions(portions: Iterable[Portion], rest: Any) -> Any:
    """The whole value again."""
    whole: dict[str, list[Any]] = defaultdict(list)
    for portion in portions:
        whole[portion.field].extend(portion.values)
    return replace(rest, **{field: tuple(values) for field, values in whole.items()}) if whole else rest


def _is_long(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) > _AT_ONCE


def _tuple_to_portions(field: str, values: tuple[Any, ...]) -> Iterator[Portion]:
    for first in range(0, len(values), _AT_ONCE):
        yield Portion(field, values[first : first + _AT_ONCE])
