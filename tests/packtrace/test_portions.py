"""Values handed over in portions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from extract.spool import Spool
from packtrace.portions import Whole, to_portions


@dataclass(frozen=True)
class Held:
    """A value with two tuples."""

    name: str
    many: Sequence[int] = ()
    few: tuple[int, ...] = ()


@pytest.mark.parametrize("count", [0, 1, 100, 101, 250, 1000])
@pytest.mark.parametrize("most", [0, 10_000])
def test_value_is_whole_again(count: int, most: int) -> None:
    value = Held("a", Spool(range(count), most=most), (1, 2))
    portions, rest = to_portions(value)
    listed, whole = list(portions), Whole()
    for portion in listed:
        whole.add(portion)
    again = whole.join(rest)
    assert list(again.many) == list(range(count))
    assert replace(again, many=()) == Held("a", (), (1, 2))
    assert all(len(portion.values) <= 100 for portion in listed)
    assert len(rest.many) <= 100


@pytest.mark.parametrize("value", [None, 7, "words", (1, 2), [0] * 500, Held])
def test_all_else_is_its_own_rest(value: object) -> None:
    portions, rest = to_portions(value)
    assert list(portions) == []
    assert rest is value
