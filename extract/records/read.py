"""All record types of a pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extract.pack.types import Pack
from extract.records.actions import pack_to_actions
from extract.records.agenda import pack_to_agenda_items
from extract.records.attendance import pack_to_attendance
from extract.records.claims import Claims, records_to_claims
from extract.records.confidence import with_confidence
from extract.records.controls import pack_to_controls
from extract.records.doubtful_tables import pack_to_table_doubts
from extract.records.figures import pack_to_figures
from extract.records.kept import Check
from extract.records.not_known import records_to_unknown
from extract.records.rated import with_rated_cells
from extract.records.ratings import pack_to_ratings
from extract.records.recommendations import pack_to_recommendations
from extract.records.resolutions import pack_to_resolutions
from extract.records.risks import pack_to_risks
from extract.records.types import Reading

_READERS: tuple[Callable[[Pack], Reading], ...] = (
    pack_to_agenda_items,
    pack_to_attendance,
    pack_to_resolutions,
    pack_to_recommendations,
    pack_to_actions,
    pack_to_risks,
    pack_to_controls,
    pack_to_table_doubts,
)

# These read tables that no record of the types above is read from.
_LAST_READERS: tuple[Callable[[Pack, Claims], Reading], ...] = (pack_to_ratings, pack_to_figures)


class PackReader:
    """Reads a pack part by part: figures are counted on from part to part, and the same unknown words told of once."""

    def __init__(self) -> None:
        self._figures = 0
        self._told: set[tuple[str, str]] = set()

    def read(self, part: Pack) -> Reading:
        """The raw records of a part, type by type in printed order, and what was not understood."""
        readings = [read(part) for read in _READERS]
        claims = records_to_claims(record for reading in readings for record in reading.records)
        readings += [read(part, claims) for read in _LAST_READERS]
        found = [record for reading in readings for record in reading.records]
        records = with_confidence(part, with_rated_cells(part, found))
        before = self._figures
        self._figures += sum(record.type == "figures" for record in records)
        unknown = records_to_unknown(part, records, self._told)
        return Reading(
            records,
            (*(issue for reading in readings for issue in reading.issues), *unknown),
            tuple(_counted_on(check, before) for reading in readings for check in reading.checks),
        )


def pack_to_reading(pack: Pack) -> Reading:
    """The raw records of a pack, type by type in printed order, and what was not understood."""
    return PackReader().read(pack)


def _counted_on(check: Check, before: int) -> Check:
    """A stated sum with its figures counted from the first of the pack, of which so many stand in parts before."""
    return replace(check, figures=tuple(used._replace(figure=used.figure + before) for used in check.figures))
