"""Sums that tables say of themselves: what agrees, what agrees but for rounding, what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
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


@pytest.mark.parametrize("signs", ["actual less budget", "budget less actual"])
def test_a_variance_is_taken_the_way_that_the_table_takes_it(signs: str) -> None:
    over = 1 if signs == "actual less budget" else -1
    services = [("Roads", 100, 95), ("Parks", 200, 220), ("Waste", 230, 200)]
    rows = ["*Service|*Budget £|*Actual £|*Variance £"]
    rows += [f"{name}|{budget}|{actual}|{over * (actual - budget)}" for name, budget, actual in services]
    found = [check for check in checks([*rows, f"Halls|50|59|{over * 19}"]) if check.rule == "variance"]
    assert [(check.verdict, check.difference) for check in found] == [("agrees", 0)] * 3 + [("disagrees", over * 10)]


def test_a_change_of_other_columns_states_no_sum() -> None:
    rows = ["*Service|*Posts|*Visits|*Change", "Roads|12|90|3", "Parks|20|70|-2", "Waste|23|200|8"]
    assert checks(rows) == []


def test_a_net_figure_is_of_the_totals_before_it() -> None:
    rows = ["*A|*Plan £|*Actual £", "Pay|60|70", "Rent|40|40", "Total expenditure|100|110"]
    rows += ["Fees|20|20", "Grants|10|15", "Total income|30|35", "Net expenditure|70|85"]
    found = [(check.rule, check.verdict, check.difference) for check in checks(rows) if check.rule == "net"]
    assert found == [("net", "agrees", 0), ("net", "disagrees", 10)]


def test_a_net_figure_that_nothing_proves_states_no_sum() -> None:
    rows = ["*A|*£", "Pay|60", "Rent|40", "Fees|20", "Net assets|7,100"]
    assert checks(rows) == []


def test_a_total_of_a_row() -> None:
    rows = ["*A|*Q1 £|*Q2 £|*Total £", "Pay|10|20|30", "Rent|5|5|10", "Post|1|-|1", "Fees|2|2|9", "Food|3|4|7"]
    found = [(check.rule, check.figure.row, check.verdict) for check in checks(rows)]
    assert found == [("total", 1, "agrees"), ("total", 2, "agrees"), ("total", 4, "disagrees"), ("total", 5, "agrees")]


@pytest.mark.parametrize(
    "rows",
    [
        ["*A|*£", "Pay|10", "Rent|TBC", "Fees|5", "Total|40"],  # a part that is not known
        ["*A|*Calls", "January|10", "February|20", "Total callers ever|9,000"],  # a total of something else
        ["*A|*£|*Posts", "Pay|10|3", "Rent|20|4", "Total reserves|900|66"],  # no column shows of what
        ["*Standard|*Opening|*Closing", "Doors|9|17", "Gates|8|18"],  # times of opening are no balances
    ],
)
def test_where_nothing_shows_what_is_meant_no_sum_is_stated(rows: list[str]) -> None:
    assert checks(rows) == []


def test_what_is_within_a_row_is_not_added_again() -> None:
    rows = ["*A|*£|*£ last year", "Pay|60|50", "of which agency|10|9", "Rent|40|30", "Total|100|80"]
    assert [(check.verdict, len(check.parts)) for check in checks(rows)] == [("agrees", 2), ("agrees", 2)]


def test_a_total_of_one_block_of_several() -> None:
    rows = ["*A|*£|*Last year £", "*Income||", "Grants|30|20", "*Spending||", "Pay|60|50", "Rent|40|30"]
    rows += ["Total spending|100|80"]
    assert [(check.verdict, len(check.parts)) for check in checks(rows)] == [("agrees", 2), ("agrees", 2)]


def test_what_goes_out_of_a_balance_may_have_no_sign() -> None:
    rows = ["*Reserve|*Opening balance £|*Added £|*Used £|*Closing balance £", "Hall|12|6|4|14", "Fund|7|2|1|8"]
    found = [check for check in checks(rows) if check.rule == "balance"]
    assert [(check.verdict, check.signs) for check in found] == [("agrees", (1, 1, -1))] * 2


def test_sums_name_the_figures_they_used() -> None:
    table = table_of([row.split("|") for row in ("*Cost|*£", "Pay|10", "Less: fees|4", "Total|6")], heads=1)
    (check,) = pack_to_figures(Pack((), (table,), ())).checks
    assert (check.table, check.rule, check.verdict, check.worked_out) == (1, "total", "agrees", 6)
    assert [tuple(used) for used in check.figures] == [
        (2, "result", 1, 3, 1),
        (0, "part", 1, 1, 1),
        (1, "part", -1, 2, 1),
    ]


def test_an_issue_says_that_its_table_is_doubtful() -> None:
    table = table_of([row.split("|") for row in ("*A|*Cost £", "Pay|10", "Rent|20", "Total|40")], heads=1)
    (issue,) = pack_to_figures(Pack((), (replace(table, confidence=0.4),), ())).issues
    assert "doubtful" in issue.message


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
