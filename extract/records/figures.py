"""Figures: every number in the body of every table of figures, and sums of theirs that do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.layout.excerpt import Excerpt, join
from extract.layout.types import Line
from extract.pack.types import Pack
from extract.records.arithmetic import figures_to_checks
from extract.records.claims import Claims
from extract.records.figure_tables import WITHIN, Figure, table_name, table_to_figures
from extract.records.types import Issue, Origin, RawRecord, RawValue, Reading

_SENTENCES = {
    "total": "A total does not agree with the figures above it, which come to {sum}.",
    "formula": "A figure does not agree with the columns that its head works it out from, which come to {sum}.",
    "balance": "A closing balance does not agree with the opening one and what is between them, which come to {sum}.",
}


def pack_to_figures(pack: Pack, claims: Claims = frozenset()) -> Reading:
    """One record for each number of each table of figures in printed order; `claims` are words of other records."""
    records: list[RawRecord] = []
    issues: list[Issue] = []
    above: list[Line] = []
    for element in pack.flow:
        if isinstance(element, Line):
            above = [*above[-2:], element]
            continue
        name = table_name(element)
        figures = tuple(table_to_figures(element, name, above, claims))
        records += [_record(figure, name) for figure in figures]
        issues += _issues(figures)
        above = []
    return Reading(tuple(records), tuple(issues))


def _issues(figures: Iterable[Figure]) -> Iterator[Issue]:
    for check in figures_to_checks(figures):
        if check.verdict == "disagrees":
            printed = check.figure.numeral.printed
            words = f"{check.words.text}: {printed.text}" if check.words else printed.text
            message = _SENTENCES[check.rule].format(sum=f"{check.worked_out:,}")
            yield Issue("sum-disagrees", message, printed.page, words)


def _record(figure: Figure, name: Excerpt) -> RawRecord:
    fields: dict[str, RawValue] = {
        "table": name,
        "row": figure.label,
        "column": join(figure.heads, WITHIN),
        "raw": figure.numeral.printed,
        "unit": figure.unit,
    }
    known = {field: value for field, value in fields.items() if value}
    origins: dict[str, Origin] = {"table": "heading"} if name else {}
    return RawRecord("figures", figure.numeral.printed.page, known, origins=origins)
