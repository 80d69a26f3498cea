"""Figures: every number in the body of every table of figures, and sums of theirs that do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from extract.layout.excerpt import Excerpt, join
from extract.layout.types import Line
from extract.pack.types import Pack
from extract.records.arithmetic import figures_to_sums
from extract.records.claims import Claims
from extract.records.figure_tables import WITHIN, Figure, table_name, table_to_figures
from extract.records.kept import Check, CheckedFigure
from extract.records.sums import Sum
from extract.records.types import Issue, Origin, RawRecord, RawValue, Reading
from extract.tables.types import Table

_SENTENCES = {
    "total": "A total does not agree with the figures that it is of, which come to {sum}.",
    "net": "A net figure does not agree with those that it is of, which come to {sum}.",
    "variance": "A variance does not agree with the two columns that it is of, which come to {sum}.",
    "formula": "A figure does not agree with the columns that its head works it out from, which come to {sum}.",
    "balance": "A closing balance does not agree with the opening one and what is between them, which come to {sum}.",
}
_SURE = 0.6  # the least confidence of a table whose words are likely to stand in their cells


def pack_to_figures(pack: Pack, claims: Claims = frozenset()) -> Reading:
    """One record for each number of each table of figures in printed order, and the sums that these tables state.

    `claims` are words of other records.
    """
    records: list[RawRecord] = []
    issues: list[Issue] = []
    checks: list[Check] = []
    above: list[Line] = []
    for element in pack.flow:
        if isinstance(element, Line):
            above = [*above[-2:], element]
            continue
        name = table_name(element)
        figures = tuple(table_to_figures(element, name, above, claims))
        sums = tuple(figures_to_sums(element, figures))
        numbers = {id(figure): number for number, figure in enumerate(figures, start=len(records))}
        checks += [_check(element, found, numbers) for found in sums]
        issues += _issues(element, sums)
        records += [_record(element, figure, name) for figure in figures]
        above = []
    return Reading(tuple(records), tuple(issues), tuple(checks))


def _check(table: Table, found: Sum, numbers: Mapping[int, int]) -> Check:
    used = [_used(found.figure, "result", 1, numbers)]
    used += [_used(part, "part", sign, numbers) for part, sign in zip(found.parts, found.signs, strict=True)]
    return Check(table.number, found.rule, found.verdict, found.worked_out, found.difference, tuple(used))


def _used(figure: Figure, role: Literal["result", "part"], sign: int, numbers: Mapping[int, int]) -> CheckedFigure:
    return CheckedFigure(numbers[id(figure)], role, sign, figure.row, figure.column)


def _issues(table: Table, sums: Iterable[Sum]) -> Iterator[Issue]:
    doubtful = "" if table.confidence >= _SURE else " The table itself is doubtful, and may be read wrongly."
    for found in sums:
        if not found.agrees:
            printed = found.figure.numeral.printed
            words = f"{found.words.text}: {printed.text}" if found.words else printed.text
            message = _SENTENCES[found.rule].format(sum=f"{found.worked_out:,}") + doubtful
            yield Issue("sum_disagrees", message, printed.page, words)


def _record(table: Table, figure: Figure, name: Excerpt) -> RawRecord:
    fields: dict[str, RawValue] = {
        "table": name,
        "row": figure.label,
        "column": join(figure.heads, WITHIN),
        "raw": figure.numeral.printed,
        "unit": figure.unit,
    }
    known = {field: value for field, value in fields.items() if value}
    origins: dict[str, Origin] = {"table": "heading"} if name else {}
    return RawRecord("figures", figure.numeral.printed.page, known, origins=origins, confidence=table.confidence)
