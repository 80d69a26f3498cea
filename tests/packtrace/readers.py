"""Readers that fail in one named way, by the name of the file that they are given. Worker processes import them."""

from __future__ import annotations

import ctypes
import os
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from load.types import PackContents
from packtrace.version import VERSION
from tests.load.packs import make_contents, newer


def contents_of(path: Path) -> PackContents:
    """A pack of four pages that says it was read from the bytes of a file."""
    digest = sha256(path.read_bytes()).hexdigest()
    contents = newer(make_contents(), VERSION)
    return replace(contents, pack=replace(contents.pack, sha256=digest, file_name=path.name, path=str(path)))


def read_or_fail(path: Path, on_page: object) -> PackContents:
    """A small pack with the bytes of the file, unless the file's name asks for something else."""
    mark_of(path).touch()
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


def mark_of(path: Path) -> Path:
    """The file that says that a pack has been begun."""
    return path.with_suffix(".begun")


def _spin() -> None:
    """Holds the interpreter's lock as long as it spins, as a library in C does."""
    sum(range(10**13))


def _swell() -> None:
    kept = []
    while True:
        kept.append(bytearray(os.urandom(1024)) * 1024)
        time.sleep(0.002)


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
