"""Records as they are kept: values beside their raw words and the places these were read from.

Imports nothing of the project, so that what only loads or shows records need not load a reader of pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
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
Rule = Literal["total", "net", "variance", "formula", "balance"]
Verdict = Literal["agrees", "within_rounding", "disagrees"]


class Source(NamedTuple):
    """Where a value was read: page (from 1), (x0, top, x1, bottom) in points as displayed, the words printed there."""

    page: int
    bbox: tuple[float, float, float, float]
    text: str


class RatingMark(NamedTuple):
    """A rating as one thing prints it: `mark` is `word`, `letter` or `fill`, `rag` what that alone says.

    `words` are those of a word or a letter, `colour` (`#rrggbb`) and its `colour_name` those of a fill; `page` and
    `bbox` are the cell's.
    """

    mark: Literal["word", "letter", "fill"]
    rag: str | None
    words: str | None
    colour: str | None
    colour_name: str | None
    page: int
    bbox: tuple[float, float, float, float]


class CheckedFigure(NamedTuple):
    """A figure in a check: which of the pack's records of figures it is (from 0), its part, its sign and its cell."""

    figure: int
    role: Literal["result", "part"]
    sign: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Check:
    """A sum that a table states: the number of the table, the rule, what its parts come to, and the verdict.

    `difference` is the printed result less what was worked out, both in the units of the table as printed. The result
    stands first in `figures`. Nothing is repaired by it.
    """

    table: int
    rule: Rule
    verdict: Verdict
    worked_out: Decimal
    difference: Decimal
    figures: tuple[CheckedFigure, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it is kept.

    `values` are by the record format (docs/record-format.md), `raw` the printed words of each field, `origins` how each
    value was understood, `sources` where each was read, `sure` how sure the reading of a field is where that is less
    than 1 (the scale: extract/records/confidence.py), `marks` by what its rating is printed.
    """

    type: RecordType
    page: int
    page_label: str | None
    values: Mapping[str, Any]
    raw: Mapping[str, str]
    origins: Mapping[str, Origin]
    sources: Mapping[str, tuple[Source, ...]]
    confidence: float = 1.0
    sure: Mapping[str, float] = field(default_factory=dict)
    marks: tuple[RatingMark, ...] = ()


class Issue(NamedTuple):
    """Something that was seen but not understood: a code, a sentence, the page and the words it is about."""

    code: str
    message: str
    page: int | None
    text: str
