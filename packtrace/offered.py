"""What an input is, wherever it comes from: a name, an address, a look at it, and its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from packtrace.errors import PacktraceError


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

    @property
    def container(self) -> str | None:
        """The address of the archive or folder that had to be opened to find it, if there is one."""

    def look(self) -> Look:
        """What can be seen of it without reading it."""

    def fetch(self, scratch: Path) -> Path:
        """A file on this machine with its bytes: itself, or a copy in the folder `scratch`."""


@dataclass(frozen=True, slots=True)
class NotOpened:
    """An archive or a folder far away that could not be opened: offered itself, so that the store tells of it."""

    address: str
    name: str
    error: PacktraceError = field(compare=False)
    container: str | None = None

    def look(self) -> Look:
        """Raises what was raised when it was to be opened."""
        raise self.error

    def fetch(self, scratch: Path) -> Path:  # noqa: ARG002 there is nothing to fetch
        """Raises what was raised when it was to be opened."""
        raise self.error
