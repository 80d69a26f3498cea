"""Columns worked out from others: by the letters in their heads, as a variance of two, as the total of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from extract.records.figure_tables import Figure
from extract.records.figure_words import TOTAL, names_variance
from extract.records.sums import Sum, SumGrid, settle, to_sum

# `(g) = (e-c)`, `(h)=(b+e+f)-a`, `c = a + b`: a letter for the column, what it is worked out from.
_FORMULA = re.compile(r"(?:^|(?<=\s))\(?(?P<letter>[a-z])\)?\s*=\s*(?P<sum>[a-z()+\-–−\s]{3,})$", re.IGNORECASE)
_LETTER = re.compile(r"^\(?(?P<letter>[a-z])\)?$|(?<=\s)\((?P<after>[a-z])\)$", re.IGNORECASE)
_FEWEST = 2  # rows in which a variance other than nil must hold before it is said to be of two columns
_HOLDS = 0.7  # of the rows


def formulas(grid: SumGrid) -> Iterator[Sum]:
    """Columns whose head says from which lettered columns they are worked out."""
    letters: dict[str, int] = {}
    stated: dict[int, str] = {}
    for (_, column), figure in grid.at.items():
        for head in figure.heads:
            letter, formula = _lettered(head.text)
            if letter:
                letters[letter] = column
            if formula:
                stated[column] = formula
    for (row, column), figure in grid.at.items():
        terms = _terms(stated[column], letters) if column in stated else []
        if any((row, part) not in grid.at and not grid.is_nothing(row, part) for _, part in terms):
            continue
        parts = [(sign, grid.at[row, part]) for sign, part in terms if (row, part) in grid.at]
        if len(parts) > 1 or (parts and len(terms) > len(parts)):
            yield to_sum("formula", figure, [part for _, part in parts], [sign for sign, _ in parts])


def _lettered(head: str) -> tuple[str, str]:
    """The letter of a column and what it is worked out from, each empty where its head does not say."""
    formula = _FORMULA.search(head)
    if formula is not None:
        return formula["letter"].lower(), formula["sum"]
    letter = _LETTER.search(head)
    return ((letter["letter"] or letter["after"]).lower(), "") if letter is not None else ("", "")


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


def variances(grid: SumGrid) -> Iterator[Sum]:
    """Columns that their heads call a variance, as the difference of the two columns of which that holds in most rows.

    Which of the two is taken off is told by the same rows: bodies print overspends with either sign.
    """
    for column in grid.columns:
        if not any(names_variance(head.text) for head in column[0].heads[-2:]):
            continue
        others = [other[0].column for other in grid.columns if other[0].column != column[0].column]
        readings = [
            reading
            for one, other in combinations(others, 2)
            for signs in ((1, -1), (-1, 1))
            if _is_proved(reading := _differences(grid, column, (one, other), signs))
        ]
        yield from settle(sorted(readings, key=lambda reading: -len(reading)), 0.0)


def _differences(grid: SumGrid, column: Sequence[Figure], pair: tuple[int, int], signs: tuple[int, int]) -> list[Sum]:
    found: list[Sum] = []
    for figure in column:
        places = [(figure.row, at) for at in pair]
        if any(place not in grid.at and not grid.is_nothing(*place) for place in places):
            continue
        used = [(sign, grid.at[place]) for sign, place in zip(signs, places, strict=True) if place in grid.at]
        if used:
            found.append(to_sum("variance", figure, [part for _, part in used], [sign for sign, _ in used]))
    return found


def _is_proved(sums: Sequence[Sum]) -> bool:
    """Whether a difference holds in most rows, and in several where it is not nil."""
    agreeing = [found for found in sums if found.agrees]
    telling = [found for found in agreeing if found.verdict == "agrees" and found.figure.numeral.worth]
    return len(telling) >= _FEWEST and len(agreeing) >= _HOLDS * len(sums)


def row_totals(grid: SumGrid) -> Iterator[Sum]:
    """Columns that their heads call a total, of the columns before them since the last one, where most rows agree."""
    start = 0
    for number, column in enumerate(grid.columns):
        if not any(TOTAL.search(head.text) for head in column[0].heads[-1:]):
            continue
        readings = [
            _of_columns(grid, column, [c[0].column for c in grid.columns[first:number]]) for first in {start, 0}
        ]
        yield from settle([reading for reading in readings if _is_proved(reading)], 0.0)
        start = number + 1


def _of_columns(grid: SumGrid, column: Sequence[Figure], parts: Sequence[int]) -> list[Sum]:
    found: list[Sum] = []
    for figure in column:
        if any((figure.row, at) not in grid.at and not grid.is_nothing(figure.row, at) for at in parts):
            continue
        used = [grid.at[figure.row, at] for at in parts if (figure.row, at) in grid.at]
        if len(used) > 1:
            found.append(to_sum("total", figure, used))
    return found
