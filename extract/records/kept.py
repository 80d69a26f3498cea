"""Records as they are kept: values beside their raw words and the places these were read from.

Imports nothing of the project, so that what only loads or shows records need not load a reader of pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

RecordType = Literal[
    "agenda_items",
    "attendance",
    "resolutions",
    "recommendations",
    "actions",
    "risks",
    "controls",
    "ratings",
    "figures",
]
Origin = Literal["printed", "fill_colour", "heading", "derived"]


class Source(NamedTuple):
    """Where a value was read: page (from 1), (x0, top, x1, bottom) in points as displayed, the words printed there."""

    page: int
    bbox: tuple[float, float, float, float]
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it is kept.

    `values` are by the record format (docs/record-format.md), `raw` the printed words of each field, `origins` how each
    value was understood, `sources` where each was read.
    """

    type: RecordType
    page: int
    page_label: str | None
    values: Mapping[str, Any]
    raw: Mapping[str, str]
    origins: Mapping[str, Origin]
    sources: Mapping[str, tuple[Source, ...]]
    confidence: float = 1.0


class Issue(NamedTuple):
    """Something that was seen but not understood: a code, a sentence, the page and the words it is about."""

    code: str
    message: str
    page: int | None
    text: str
