"""Readings of a pack that several record types ask for, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from extract.pack.types import Pack

Reading = TypeVar("Reading")


def once_per_pack(read: Callable[[Pack], Reading]) -> Callable[[Pack], Reading]:
    """`read`, whose result is kept for as long as the pack itself is."""
    kept: WeakKeyDictionary[Pack, Reading] = WeakKeyDictionary()

    @wraps(read)
    def again(pack: Pack) -> Reading:
        if pack not in kept:
            kept[pack] = read(pack)
        return kept[pack]

    return again
