"""Sums that tables say of themselves: what agrees, what agrees but for rounding, what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from extract.layout.excerpt import EMPTY
from extract.pack.types import Pack
from extract.records.arithmetic import figures_to_sums
from extract.records.figure_tables import table_name, table_to_figures
from extract.records.figures import pack_to_figures
from extract.records.sums import Sum
from extract.tables.types import Table
from packtrace.pipeline import file_to_pack
from tests.extract.records.tabled import table_of


def checks(rows: Sequence[str], heads: int = 1) -> list[Sum]:
    table = table_of([row.split("|") for row in rows], heads=heads)
    return list(figures_to_sums(table, table_to_figures(table, EMPTY, (), frozenset())))


@pytest.mark.parametrize(
    ("rows", "rule", "verdict", "difference"),
    [
        (["*A|*£", "Pay|10", "Rent|20", "Total|30"], "total", "agrees", 0),
        (["*A|*£m", "Pay|10.1", "Rent|20.2", "Total|30.4"], "total", "within_rounding", "0.1"),
        (["*A|*£", "Pay|10", "Rent|20", "Total|40"], "total", "disagrees", 10),
        (["*A|*£", "Pay|10.10", "Rent|20.20", "Total|30.31"], "total", "disagrees", "0.01"),
        (["*A|*£", "Gross|100", "Less: fees|30", "Total|70"], "total", "agrees", 0),
        (["*A|*£", "Opening balance|-5", "Receipts|3", "Closing balance|-2"], "balance", "agrees", 0),
        (["*A|*£", "Opening balance|5", "Spent|(3)", "Closing balance|9"], "balance", "disagrees", 7),
    ],
)
def test_down_a_column(rows: list[str], rule: str, verdict: str, difference: str | int) -> None:
    (check,) = checks(rows)
    assert (check.rule, check.verdict, check.difference) == (rule, verdict, Decimal(difference))


def test_a_grand_total_is_of_the_totals_or_of_all_rows() -> None:
    rows = ["*A|*£", "Pay|1", "Rent|2", "Total costs|3", "Fees|4", "Sales|5", "Total income|9", "Grand total|12"]
    assert [(check.figure.label.text, check.verdict) for check in checks(rows)] == [
        ("Total costs", "agrees"),
        ("Total income", "agrees"),
        ("Grand total", "agrees"),
    ]


def test_columns_with_letters() -> None:
    rows = ["*A|*Budget|*Forecast|*Variance", "*|*(c)|*(e)|*(g) = (e-c)", "Hub|1.5|1.4|-0.1", "Depot|2.0|2.5|0.9"]
    assert [(check.rule, check.verdict) for check in checks(rows, heads=2)] == [
        ("formula", "agrees"),
        ("formula", "disagrees"),
    ]


def test_balances_along_a_row() -> None:
    rows = ["*Reserve|*Opening balance £|*In £|*Out £|*Closing balance £", "Hall|12|6|(4)|14", "Elections|7|2|-|9"]
    assert [check.verdict for check in checks(rows) if check.rule == "balance"] == ["agrees", "agrees"]


@pytest.mark.parametrize("head", ["% of budget", "Average age", "Cost per head £"])
def test_shares_and_averages_are_not_added_up(head: str) -> None:
    assert checks([f"*A|*{head}", "Pay|10", "Rent|20", "Total|15"]) == []


def test_a_sum_that_does_not_agree_is_an_issue_and_no_figure_changes() -> None:
    table = table_of([row.split("|") for row in ("*A|*Cost £", "Pay|10", "Rent|20", "Total|40")], heads=1)
    reading = pack_to_figures(Pack((), (table,), ()))
    assert [str(record.fields["raw"]) for record in reading.records] == ["10", "20", "40"]
    assert [(issue.code, issue.text) for issue in reading.issues] == [("sum_disagrees", "Total > Cost £: 40")]


def test_the_sums_of_a_sample(town_pack: Path) -> None:
    tables = [element for element in file_to_pack(town_pack).flow if isinstance(element, Table)]
    found = Counter(
        (check.rule, check.verdict)
        for table in tables
        for check in figures_to_sums(table, table_to_figures(table, table_name(table), (), frozenset()))
    )
    assert found["total", "agrees"] >= 12
    assert found["balance", "agrees"] == 8
    assert not [verdict for _, verdict in found if verdict == "disagrees"]
