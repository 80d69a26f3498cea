"""All record types of a pack."""

from __future__ import annotations

from collections.abc import Callable

from extract.pack.types import Pack
from extract.records.types import Reading

_READERS: tuple[Callable[[Pack], Reading], ...] = ()


def pack_to_reading(pack: Pack) -> Reading:
    """The raw records of a pack, type by type in printed order, and what was not understood."""
    readings = [read(pack) for read in _READERS]
    return Reading(
        tuple(record for reading in readings for record in reading.records),
        tuple(issue for reading in readings for issue in reading.issues),
    )
