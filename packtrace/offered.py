"""What an input is, wherever it comes from: a name, an address, a look at it, and its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

MOST_BYTES = 4 * 1024**3
"""The largest file that is taken out of an archive or fetched."""


class Look(NamedTuple):
    """What can be seen of a file without reading it: size in bytes, and when it was last changed if that is told."""

    size: int
    modified_ns: int | None


class Input(Protocol):
    """Something that may be a pack. Its methods raise a PackError where it is not there or cannot be had."""

    @property
    def address(self) -> str:
        """Where it is, as noted in the store."""

    @property
    def name(self) -> str:
        """The name of the file."""

    def look(self) -> Look:
        """What can be seen of it without reading it."""

    def fetch(self, scratch: Path) -> Path:
        """A file on this machine with its bytes: itself, or a copy in the folder `scratch`."""
