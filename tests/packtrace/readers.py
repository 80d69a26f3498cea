"""Readers that fail in one named way, by the name of the file that they are given. Worker processes import them."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path

from load.types import PackContents
from tests.packtrace.conftest import contents_of


def read_or_fail(path: Path, on_page: object) -> PackContents:
    """A small pack with the bytes of the file, unless the file's name asks for something else."""
    _WAYS.get(path.stem, _nothing)()
    return contents_of(path)


def read_slowly(path: Path, on_page: object) -> PackContents:
    """As `read_or_fail`, after a while."""
    time.sleep(0.05)
    return contents_of(path)


def _nothing() -> None:
    return


def _crash() -> None:
    ctypes.string_at(0)


def _hang() -> None:
    while True:
        time.sleep(60)


def _spin() -> None:
    """Holds the interpreter's lock as long as it spins, as a library in C does."""
    sum(range(10**13))


def _swell() -> None:
    kept = []
    while True:
        kept.append(bytearray(os.urandom(1024)) * 1024 * 8)
        time.sleep(0.001)


def _ask_for_all() -> None:
    bytearray(1024**4)


def _leave() -> None:
    os._exit(3)


_WAYS = {
    "crashes": _crash,
    "hangs": _hang,
    "spins": _spin,
    "swells": _swell,
    "asks for all": _ask_for_all,
    "leaves": _leave,
}
