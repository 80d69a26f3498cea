"""Values handed over in portions."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from packtrace.portions import from_portions, to_portions


@dataclass(frozen=True)
class Held:
    """A value with two tuples."""

    name: str
    many: tuple[int, ...] = ()
    few: tuple[int, ...] = ()


@pytest.mark.parametrize("count", [0, 1, 100, 101, 250, 1000])
def test_value_is_whole_again(count: int) -> None:
    value = Held("a", tuple(range(count)), (1, 2))
    portions, rest = to_portions(value)
    listed = list(portions)
    assert from_portions(listed, rest) == value
    assert all(len(portion.values) <= 100 for portion in listed)
    assert len(rest.many) <= 100


@pytest.mark.parametrize("value", [None, 7, "words", (1, 2), [0] * 500, Held])
def test_all_else_is_its_own_rest(value: object) -> None:
    portions, rest = to_portions(value)
    assert list(portions) == []
    assert rest is value
