"""Waiting for a database that has gone away, such as one that is started anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from load.errors import StoreUnreachableError

PATIENCE = 60.0
"""Seconds for which a database that has gone away is waited for."""

_T = TypeVar("_T")


def patiently(act: Callable[[], _T]) -> _T:
    """What `act` gives; a store that does not answer is tried again for PATIENCE seconds, with longer and longer rests.

    `act` is a transaction that changes nothing the second time.
    """
    rest, until = 0.5, time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except StoreUnreachableError:
            if time.monotonic() + rest > until:
                raise
            time.sleep(rest)
            rest *= 2
