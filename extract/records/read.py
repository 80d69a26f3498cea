"""All record types of a pack."""

from __future__ import annotations

from collections.abc import Callable

from extract.pack.types import Pack
from extract.records.actions import pack_to_actions
from extract.records.agenda import pack_to_agenda_items
from extract.records.attendance import pack_to_attendance
from extract.records.claims import Claims, records_to_claims
from extract.records.confidence import with_confidence
from extract.records.controls import pack_to_controls
from extract.records.doubtful_tables import pack_to_table_doubts
from extract.records.figures import pack_to_figures
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


def pack_to_reading(pack: Pack) -> Reading:
    """The raw records of a pack, type by type in printed order, and what was not understood."""
    readings = [read(pack) for read in _READERS]
    claims = records_to_claims(record for reading in readings for record in reading.records)
    readings += [read(pack, claims) for read in _LAST_READERS]
    found = [record for reading in readings for record in reading.records]
    records = with_confidence(pack, with_rated_cells(pack, found))
    return Reading(
        records,
        (*(issue for reading in readings for issue in reading.issues), *records_to_unknown(pack, records)),
        tuple(check for reading in readings for check in reading.checks),
    )
