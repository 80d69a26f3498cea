"""Sums that a table says of itself: totals, columns worked out from others, balances. Checked, never repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.layout.excerpt import Excerpt, join
from extract.records.figure_tables import Figure
from extract.records.figure_words import CLOSING, LESS, OPENING, TOTAL, names_averages

Rule = Literal["total", "formula", "balance"]
Verdict = Literal["agrees", "within_rounding", "disagrees"]
_HALF = Decimal("0.5")
# `(g) = (e-c)`, `(h)=(b+e+f)-a`, `c = a + b`: a letter for the column, what it is worked out from.
_FORMULA = re.compile(r"^\(?(?P<letter>[a-z])\)?\s*=\s*(?P<sum>[a-z()+\-–−\s]+)$", re.IGNORECASE)
_LETTER = re.compile(r"^\(?(?P<letter>[a-z])\)?$", re.IGNORECASE)
# A sign of money that no scale follows.
_PENCE = re.compile(r"[£€$](?!\s?['’]?(?:0{3}|m|k|bn|million|thousand|billion))", re.IGNORECASE)

ByPlace = Mapping[tuple[int, int], Figure]


@dataclass(frozen=True, slots=True)
class Check:
    """A sum that a table says holds: the figure, what it is worked out from, what that comes to, and the verdict.

    `worked_out` and `difference` (printed less worked out) are in the units of the table as printed. Rounding is
    allowed for by half of the last printed place for each part, but not of pounds and pence.
    """

    rule: Rule
    figure: Figure
    parts: tuple[Figure, ...]
    worked_out: Decimal
    difference: Decimal
    verdict: Verdict

    @property
    def words(self) -> Excerpt:
        """The words of the row and column it stands in."""
        return join((self.figure.label, *self.figure.heads), " > ")


def figures_to_checks(figures: Iterable[Figure]) -> Iterator[Check]:
    """The checks that the figures of one table allow, rule by rule."""
    listed = tuple(figures)
    at = {(figure.row, figure.column): figure for figure in listed}
    yield from _totals(listed)
    yield from _formulas(at)
    yield from _balances(listed)


def _totals(figures: Sequence[Figure]) -> Iterator[Check]:
    """Each total against the rows since the last one, or all rows that are no totals, or all totals before it."""
    for column in _by_column(figures):
        since: list[Figure] = []
        plain: list[Figure] = []
        totals: list[Figure] = []
        for figure in column:
            if not TOTAL.search(figure.label.text):
                since.append(figure)
                plain.append(figure)
                continue
            sums = [parts for parts in (since, plain, totals) if len(parts) > 1]
            if sums:
                yield min((_total(figure, parts) for parts in sums), key=lambda check: abs(check.difference))
            totals.append(figure)
            since = []


def _total(figure: Figure, parts: Sequence[Figure]) -> Check:
    """A total of some figures, of which those that are to be taken off (`Less: fees`) may be printed without a sign."""
    signs = [-1 if LESS.search(part.label.text) and part.numeral.worth > 0 else 1 for part in parts]
    return _check("total", figure, parts, signs)


def _by_column(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures of each column that can be added up: no shares, one number in each cell."""
    columns: dict[int, list[Figure]] = {}
    for figure in figures:
        columns.setdefault(figure.column, []).append(figure)
    return [
        column
        for column in columns.values()
        if not any("%" in figure.numeral.printed.text or "%" in figure.unit.text for figure in column)
        and not any(names_averages(head.text) for head in column[0].heads)
        and len({figure.row for figure in column}) == len(column)
    ]


def _formulas(at: ByPlace) -> Iterator[Check]:
    """Columns whose head says from which lettered columns they are worked out."""
    letters: dict[str, int] = {}
    sums: dict[int, str] = {}
    for (_, column), figure in at.items():
        last = figure.heads[-1].text if figure.heads else ""
        named, formula = _LETTER.match(last), _FORMULA.match(last)
        lettered = named or formula
        if lettered is not None:
            letters[lettered["letter"].lower()] = column
        if formula is not None:
            sums[column] = formula["sum"]
    for (row, column), figure in at.items():
        terms = _terms(sums[column], letters) if column in sums else []
        parts = [(sign, at[row, part]) for sign, part in terms if (row, part) in at]
        if len(parts) > 1 or (parts and len(terms) > len(parts)):
            yield _check("formula", figure, [part for _, part in parts], [sign for sign, _ in parts])


def _terms(formula: str, letters: Mapping[str, int]) -> list[tuple[int, int]]:
    """The signs and columns of a sum; none where it names a letter that no column has."""
    found: list[tuple[int, int]] = []
    signs, sign = [1], 1
    for char in re.sub(r"\s", "", formula.lower()):
        if char in "+-–−":
            sign = 1 if char == "+" else -1
        elif char == "(":
            signs.append(signs[-1] * sign)
            sign = 1
        elif char == ")":
            signs = signs[:-1] or [1]
            sign = 1
        elif char not in letters:
            return []
        else:
            found.append((signs[-1] * sign, letters[char]))
    return found


def _balances(figures: Sequence[Figure]) -> Iterator[Check]:
    """Opening balances with the movements after them against closing balances, down a column and along a row."""
    yield from _runs(_by_column(figures), lambda figure: figure.label.text)
    rows: dict[int, list[Figure]] = {}
    for figure in (figure for column in _by_column(figures) for figure in column):
        rows.setdefault(figure.row, []).append(figure)
    along = [sorted(row, key=lambda figure: figure.column) for row in rows.values()]
    yield from _runs(along, lambda figure: " ".join(head.text for head in figure.heads))


def _runs(lists: Iterable[Sequence[Figure]], words: Callable[[Figure], str]) -> Iterator[Check]:
    for listed in lists:
        parts: list[Figure] = []
        for figure in listed:
            if OPENING.search(words(figure)):
                parts = [figure]
            elif parts and CLOSING.search(words(figure)):
                yield _check("balance", figure, parts)
                parts = []
            elif parts:
                parts.append(figure)


def _check(rule: Rule, figure: Figure, parts: Sequence[Figure], signs: Sequence[int] = ()) -> Check:
    signs = signs or [1] * len(parts)
    worked_out = sum((sign * part.numeral.worth for sign, part in zip(signs, parts, strict=True)), Decimal(0))
    difference = figure.numeral.worth - worked_out
    slack = sum((_rounding(part) for part in (figure, *parts)), Decimal(0))
    verdict: Verdict = "agrees" if not difference else "within_rounding" if abs(difference) <= slack else "disagrees"
    return Check(rule, figure, tuple(parts), worked_out, difference, verdict)


def _rounding(figure: Figure) -> Decimal:
    exact = figure.numeral.decimals == 2 and _PENCE.search(f"{figure.unit.text} {figure.numeral.printed.text}")
    return Decimal(0) if exact else _HALF * Decimal(1).scaleb(-figure.numeral.decimals)
