"""Records as they are read: fields are Excerpts. How they are kept stands in extract/records/kept.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.layout.excerpt import Excerpt
from extract.pdf.types import Box, Rgb
from extract.records.kept import Check, Issue, Origin, RecordType

__all__ = ["FillColour", "Issue", "Origin", "RatedCell", "RawRecord", "RawValue", "Reading", "RecordType"]


@dataclass(frozen=True, slots=True)
class FillColour:
    """A value that is read from a cell's fill: the colour, the cell's box and the words in it (may be none)."""

    colour: Rgb
    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class RatedCell:
    """The cell that a rating stands in: its words, its place, and its fill where that tells it from its neighbours."""

    text: Excerpt
    box: Box
    fill: Rgb | None


class Reading(NamedTuple):
    """What the reader of a record type found in a pack, what it did not understand, and the sums that tables state."""

    records: tuple[RawRecord, ...]
    issues: tuple[Issue, ...] = ()
    checks: tuple[Check, ...] = ()


RawValue = Excerpt | tuple[Excerpt, ...] | FillColour


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as read: `fields` are printed words or colours, `constants` what its place says (`kind`, `capacity`).

    `page` is the PDF page (from 1) of its first line, `rated` the cell that its `rag` was read from. `origins` names
    the fields that are not simply printed there (`heading`, `derived`). `confidence` (0 to 1) is how sure the reader is
    of its reading of the place, `sure` of fields of which it is less sure (the scale: extract/records/confidence.py).

    Field names are those of the record format, with these beside them: `people` in `attendance` is a list of names in
    running text, one record for each; `unit` in `figures` is the words of head, caption or cell that give the unit.
    An `owners` Excerpt has its printed lines joined with line ends. A tuple of Excerpts is a list (`abstentions`).
    """

    type: RecordType
    page: int
    fields: Mapping[str, RawValue]
    constants: Mapping[str, str | int | bool | None] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    confidence: float = 1.0
    sure: Mapping[str, float] = field(default_factory=dict)
    rated: RatedCell | None = None
