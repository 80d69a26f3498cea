"""How much one pack may take."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one pack may take: pages; seconds by the clock, to fetch it and again to read it; memory of its
    worker in bytes; size of its file in bytes.
    """

    pages: int = 5000
    seconds: float = 900.0
    memory: int = 2048 * MEBIBYTE
    size: int = 4096 * MEBIBYTE
