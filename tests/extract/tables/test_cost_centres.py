"""Reports of accounts packages: titles with a date beside them, heads set in the middle, totals under other labels."""

from __future__ import annotations

from dataclasses import replace

from extract.records.figures import pack_to_figures
from tests.extract.drawn import BOLD, PLAIN, set_line, set_row
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.tabled import table_of
from tests.extract.tables.test_aligned import rows, tables

X = (50.0, 90.0, 250.0, 330.0, 410.0, 490.0)


def report(*, titles=True):
    words = []
    if titles:
        for n, title in enumerate(("Anytown Council", "Income and Expenditure by Heading", "Cost Centre Report")):
            words += set_row({50.0: "17/02/2025"}, 60 + 14 * n) + set_line(title, 230, 60 + 14 * n, font=BOLD)
    words += set_row({250.0: "Actual Year", 330.0: "Current", 410.0: "Variance"}, 103, font=BOLD)
    words += set_row({490.0: "% Spent"}, 110, font=BOLD)
    words += set_row({250.0: "To Date", 330.0: "Budget", 410.0: "Total"}, 117, font=BOLD)
    at = 117.0
    for code, name in (("101 Administration", ""), ("102", "Rents"), ("103", "Sales"), ("104", "Fees")):
        at += 22 if not name else 17
        figures = dict(zip(X[2:], ("1,200", "1,300", "(100)", "92.3%"), strict=True)) if name else {}
        words += set_row({50.0: code, **({90.0: name} if name else {}), **figures}, at, font=PLAIN if name else BOLD)
    words += set_row({150.0: "Total :- Income", 250.0: "3,600", 330.0: "3,900", 410.0: "(300)"}, at + 18, font=BOLD)
    return words


def test_heads_in_the_middle_and_totals_without_a_code_are_rows_of_their_own():
    (table,) = tables(report())
    read = [[text for text in row if text] for row in rows(table)]
    assert read[0] == ["Actual Year To Date", "Current Budget", "Variance Total", "% Spent"]
    assert read[1] == ["101 Administration"]
    assert read[2] == ["102", "Rents", "1,200", "1,300", "(100)", "92.3%"]
    assert read[-1] == ["Total :- Income", "3,600", "3,900", "(300)"]
    assert len(read) == 6


def test_a_sum_below_a_rule_is_a_row_without_a_label():
    words = set_row({50.0: "Account", 250.0: "Date", 330.0: "Balance"}, 100, font=BOLD)
    for n, (name, day, money) in enumerate((("Current", "31/01/25", "84.50"), ("Imprest", "31/01/25", "25.00"))):
        words += set_row({50.0: name, 250.0: day, 330.0: money}, 118 + 18 * n)
    words += set_row({330.0: "109.50"}, 154) + set_row({50.0: "Unpresented"}, 176)
    words += set_row({50.0: "Cheque 12", 250.0: "30/01/25", 330.0: "9.50"}, 194)
    (table,) = tables(words, across=[(142.0, 325.0, 370.0)])
    assert ["", "", "109.50"] in rows(table)


def test_columns_that_go_with_money_count_nothing_where_rows_name_money():
    heads = ["*", "*Actual to date", "*Annual bud"]
    table = table_of([heads, ["Hall hire income", "1,200", "1,300"], ["Net expenditure", "900", "950"]], heads=1)
    records = pack_to_figures(replace(text_to_pack("Month 10"), flow=(table,))).records
    assert len(records) == 4
    assert all("count" not in record.fields["unit"].text and record.fields["unit"].text for record in records)
