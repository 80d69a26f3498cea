"""A sum of a table's figures and its verdict, and the choice among what a table may mean by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.layout.excerpt import Excerpt, join
from extract.records.figure_tables import Figure
from extract.records.figure_words import NOTHING, names_averages
from extract.records.kept import Rule, Verdict
from extract.tables.types import Table

_HALF = Decimal("0.5")
_MOST = 0.5  # of parallel sums that must agree before the others of them are said to be wrong
# A sign of money that no scale follows.
_PENCE = re.compile(r"[£€$](?!\s?['’]?(?:0{3}|m|k|bn|million|thousand|billion))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that a table states: the figure, what it is worked out from with signs, what that comes to, the verdict.

    `worked_out` and `difference` (printed less worked out) are in the units of the table as printed. Rounding is
    allowed for by half of the last printed place for each figure, but not of pounds and pence.
    """

    rule: Rule
    figure: Figure
    parts: tuple[Figure, ...]
    signs: tuple[int, ...]
    worked_out: Decimal
    difference: Decimal
    verdict: Verdict

    @property
    def words(self) -> Excerpt:
        """The words of the row and column it stands in."""
        return join((self.figure.label, *self.figure.heads), " > ")

    @property
    def agrees(self) -> bool:
        """Whether it agrees, exactly or within rounding."""
        return self.verdict != "disagrees"

    def is_near(self, share: float) -> bool:
        """Whether it is out by no more than a share of what it should be: a slip, and not another sum."""
        return abs(self.difference) <= Decimal(str(share)) * max(abs(self.worked_out), abs(self.figure.numeral.worth))


@dataclass(frozen=True, slots=True)
class SumGrid:
    """The figures of one table by row and column; `columns` are those that can be added up, top to bottom."""

    table: Table
    at: Mapping[tuple[int, int], Figure]
    columns: tuple[tuple[Figure, ...], ...]

    def is_nothing(self, row: int, column: int) -> bool:
        """Whether a place without a figure says that there is none: empty, a dash, `nil`; not `tbc` or `<5`."""
        cell = self.table.at(row, column)
        return cell is None or cell.text.text.casefold().strip(" ()") in NOTHING

    def rows(self) -> list[int]:
        """The rows that hold a figure, top to bottom."""
        return sorted({row for row, _ in self.at})


def figures_to_grid(table: Table, figures: Iterable[Figure]) -> SumGrid:
    """The figures of a table with the columns that can be added up: no shares or averages, one number in each cell."""
    listed = tuple(figures)
    by_column: dict[int, list[Figure]] = {}
    for figure in listed:
        by_column.setdefault(figure.column, []).append(figure)
    columns = (tuple(column) for _, column in sorted(by_column.items()) if _can_be_added(column))
    return SumGrid(table, {(figure.row, figure.column): figure for figure in listed}, tuple(columns))


def _can_be_added(column: Sequence[Figure]) -> bool:
    return (
        not any("%" in figure.numeral.printed.text or "%" in figure.unit.text for figure in column)
        and not any(names_averages(head.text) for head in column[0].heads)
        and len({figure.row for figure in column}) == len(column)
    )


def to_sum(rule: Rule, figure: Figure, parts: Sequence[Figure], signs: Sequence[int] = ()) -> Sum:
    """A sum with its verdict; all parts are added where no signs are given."""
    signs = tuple(signs) or (1,) * len(parts)
    worked_out = sum((sign * part.numeral.worth for sign, part in zip(signs, parts, strict=True)), Decimal(0))
    difference = figure.numeral.worth - worked_out
    slack = sum((_rounding(part) for part in (figure, *parts)), Decimal(0))
    verdict: Verdict = "agrees" if not difference else "within_rounding" if abs(difference) <= slack else "disagrees"
    return Sum(rule, figure, tuple(parts), signs, worked_out, difference, verdict)


def settle(alternatives: Iterable[Sequence[Sum]], slip: float) -> Sequence[Sum]:
    """What a table means by one of several readings of parallel sums (the columns of a total, the rows of a variance).

    That with which most of them agree; those that do not are wrong where half of all agree. Where fewer do, only those
    that are out by a slip (a share of what they should be) are, and none where not one of several agrees.
    """
    best = max(alternatives, key=_evidence, default=())
    agreeing = sum(found.agrees for found in best)
    if agreeing >= max(1.0, _MOST * len(best)):
        return best
    if not agreeing and len(best) > 1:
        return ()
    return [found for found in best if found.agrees or found.is_near(slip)]


def _evidence(sums: Sequence[Sum]) -> tuple[float, Decimal]:
    """Sums of several figures that agree prove more than `0 = 0`, and exact ones more than those within rounding."""
    proved = sum(1.0 if found.verdict == "agrees" else 0.9 for found in sums if found.agrees)
    return proved, -sum((abs(found.difference) for found in sums), Decimal(0))


def _rounding(figure: Figure) -> Decimal:
    exact = figure.numeral.decimals == 2 and _PENCE.search(f"{figure.unit.text} {figure.numeral.printed.text}")
    return Decimal(0) if exact else _HALF * Decimal(1).scaleb(-figure.numeral.decimals)
