"""A risk as it stands in a table: which words stand under which head, and the rows of controls and actions below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt, flow_lines, join, join_lines
from extract.tables.types import Cell, Table

# The fields whose words name a risk, the best first.
NAMES = ("title", "description", "event")
_BEHIND = " .:)"
_BROKEN = re.compile(r"[^\W\d_][-\u2010\u2011]$")
PartKind = Literal["controls", "actions"]


@dataclass(frozen=True, slots=True)
class Value:
    """The printed lines of a cell, or of the part of it that stands after a label."""

    lines: tuple[Excerpt, ...]
    cell: Cell

    @property
    def text(self) -> Excerpt:
        """Its lines as running text, bullets dropped."""
        return self.cell.text if self.lines == self.cell.lines else flow_lines(self.lines)

    @property
    def printed(self) -> Excerpt:
        """Its lines joined by line ends, as lists of owners are read; a word broken at a line's end is whole."""
        return join(unbroken(self.lines), "\n")


class RatingKey(NamedTuple):
    """Which rating: of which phase (inherent, current, target), by which measure (likelihood, impact, score)."""

    phase: str
    measure: str


@dataclass(frozen=True, slots=True)
class RatingValue:
    """A rating as printed; `impact_first` where its head says that the impact of a product stands first."""

    value: Value
    impact_first: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a risk's controls or planned actions: the head cells of their columns, and the cells of each row.

    A cell belongs to the head whose columns it shares. `inner` ones stand between the rows of a register.
    """

    kind: PartKind
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    inner: bool = False


@dataclass(frozen=True, slots=True)
class RiskBlock:
    """A risk in a table: `values` by field (`ref`, `title`, `cause`, `risk_owner`, `controls` ...), `ratings` by phase.

    `layout` is `row` (of a register) or `sheet` (labels with values beside or below). `page` is its first line's.
    """

    table: Table
    layout: Literal["row", "sheet"]
    page: int
    values: Mapping[str, tuple[Value, ...]]
    ratings: Mapping[RatingKey, RatingValue]
    parts: tuple[Part, ...] = ()
    heading: Excerpt = field(default=EMPTY)

    @property
    def ref(self) -> Excerpt:
        """Its reference as printed, without a full stop or bracket behind it; empty where it has none."""
        return self.first("ref").strip(_BEHIND)

    def first(self, name: str) -> Excerpt:
        """The text of a field's first value; empty where there is none."""
        values = self.values.get(name, ())
        return values[0].text if values else EMPTY


def unbroken(lines: Sequence[Excerpt]) -> list[Excerpt]:
    """Lines with those joined between which a word is broken (`Facil-`, `ities Manager`)."""
    found: list[Excerpt] = []
    for line in lines:
        if found and _BROKEN.search(found[-1].text) and line.text[:1].islower():
            found[-1] = join_lines((found[-1], line))
        else:
            found.append(line)
    return found


def whole(cell: Cell) -> Value:
    """All of a cell."""
    return Value(cell.lines, cell)
