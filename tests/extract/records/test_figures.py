"""Figures from the tables that bodies print, and none from tables of anything else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.layout.excerpt import words_to_excerpt
from extract.layout.types import Line
from extract.pack.types import Pack
from extract.records.claims import records_to_claims
from extract.records.figures import pack_to_figures
from extract.records.numerals import cell_to_numerals
from extract.records.read import pack_to_reading
from extract.records.types import RawRecord
from packtrace.normalising import raw_to_records
from packtrace.pipeline import file_to_pack
from tests.extract.drawn import set_line
from tests.extract.records.tabled import table_of


def figures(rows: Sequence[str], heads: int = 1, heading: str = "") -> list[tuple[Any, ...]]:
    """Row, column, words, value and unit of each figure of one table."""
    table = table_of([row.split("|") for row in rows], heads=heads, heading=heading)
    records = raw_to_records(pack_to_figures(Pack((), (table,), ())).records, ())
    return [tuple(r.values[name] for name in ("row", "column", "raw", "value", "unit")) for r in records]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("(34)", ["(34)"]),
        ("−1.43", ["−1.43"]),
        ("11.097**", ["11.097"]),
        ("71.2% ↓", ["71.2%"]),
        ("12 (85%)", ["12", "85%"]),
        ("≥ 95%", ["≥ 95%"]),
        ("£ 1,200", ["£ 1,200"]),
        ("1,695 A", ["1,695 A"]),
        ("42 (fav)", ["42 (fav)"]),
        ("n/a", []),
        ("–", []),
        ("<5", []),
        ("2013/14", []),
        ("01.04.13", []),
        ("412,413,414,417,421,423", []),
        ("International Affairs – 7.2", []),
        ("1.2%)", []),
    ],
)
def test_numbers_of_a_cell(words: str, printed: list[str]) -> None:
    found = cell_to_numerals(words_to_excerpt(set_line(words, 0, 10)))
    assert [numeral.printed.text for numeral in found] == printed


@pytest.mark.parametrize("order", [1, -1])
def test_rows_of_multiples_are_a_matrix_of_risks_and_no_figures(order: int) -> None:
    rows = [[f"{one * two}" for two in range(1, 6)][::order] for one in (5, 4, 3, 2, 1)]
    rows[1][2] += " CR3, CR6"
    assert figures(["|".join(["Probability" if n == 0 else "", str(5 - n), *row]) for n, row in enumerate(rows)]) == []


def test_the_quarter_in_which_a_review_is_planned_is_no_figure() -> None:
    assert figures(["*Review|*Planned quarter|*Days", "Payroll|2|12", "Fleet|4|8"]) == [
        ("Payroll", "Days", "12", 12, "count"),
        ("Fleet", "Days", "8", 8, "count"),
    ]


def test_favourable_figures_are_taken_from_adverse_ones_in_sums() -> None:
    worths = [
        cell_to_numerals(words_to_excerpt(set_line(words, 0, 10)))[0].worth for words in ("1,695 A", "42 F", "3 Cr")
    ]
    assert worths == [1695, -42, -3]
    rows = ["Portfolio|Budget £000|Variance £000", "Place|18,420|1,695 A", "Schools|7,030|42 F"]
    assert [figure[2:4] for figure in figures(rows)][1::2] == [("1,695 A", 1_695_000), ("42 F", 42_000)]


def test_heads_are_joined_from_outside_in_and_titles_across_are_none() -> None:
    rows = ["*BUDGET 2024/25|<|<", "|*Cash limit|<", "*Service|*Gross £’000|*Net £’000", "Roads|18,690|-7,469"]
    assert figures(rows, heads=3) == [
        ("Roads", "Cash limit > Gross £’000", "18,690", 18_690_000, "GBP"),
        ("Roads", "Cash limit > Net £’000", "-7,469", -7_469_000, "GBP"),
    ]


def test_a_row_of_units_is_a_head() -> None:
    rows = ["*Service|*Budget|*Share", "|£m|%", "Roads|1.5|20", "Total|7.5|100"]
    assert figures(rows)[:2] == [
        ("Roads", "Budget > £m", "1.5", 1_500_000, "GBP"),
        ("Roads", "Share > %", "20", 20, "percent"),
    ]


@pytest.mark.parametrize(
    ("rows", "heading", "unit", "value"),
    [
        (["£m|*Plan|*Actual", "Pay|10.1|10.3"], "", "GBP", 10_100_000),
        (["*Scheme|*Plan|*Actual", "Hub|101|103"], "Capital programme (£’000)", "GBP", 101_000),
        (["*Measure|*Aug|*Sep", "Number of falls|10|12"], "", "count", 10),
        (["*Measure|*Aug|*Sep", "Posts filled (WTE)|10.5|12.0"], "", "fte", 10.5),
        (["*Measure|*Aug|*Sep", "Staff in post|6,002.4|6,018.9"], "", "fte", 6002.4),
        (["*Measure|*Aug|*Sep", "Staff in post|602|618"], "", "count", 602),
        (["*Indicator|*Actual £m|*Plan £m", "Financing costs (%)|5.2|5.6"], "", "percent", 5.2),
        (["*Indicator|*Actual £m|*Plan £m", "Financing costs|5.2|5.6"], "", "GBP", 5_200_000),
        (["*Measure|*Aug|*Sep", "Sickness (days lost per FTE)|7.5|8.9"], "", None, 7.5),
        (["*Measure|*Aug|*Sep", "Mortality index|1.07|1.05"], "", None, 1.07),
        (["*Item|*Budget|*Spent", "Hall|25,000|£6,013"], "", "GBP", 25_000),
        (["*Room|*Community rate|*Full rate", "Hall|18.00|26.50"], "Hire charges (£ per hour)", "GBP", 18),
    ],
)
def test_units_come_from_stub_caption_label_or_neighbours(
    rows: list[str], heading: str, unit: str | None, value: float
) -> None:
    assert figures(rows, heading=heading)[0][3:] == (value, unit)


def test_a_short_line_above_the_table_gives_its_unit() -> None:
    table = table_of([row.split("|") for row in ("*Fund|*Opening|*Closing", "General|120|140")], heads=1, page=1)
    words = tuple(set_line("All figures in £000", 0, -10))
    line = Line(1, words, (words,), 10)
    records = raw_to_records(pack_to_figures(Pack((), (line, table), ())).records, ())
    assert [record.values["value"] for record in records] == [120_000, 140_000]


def test_rows_are_named_by_the_column_that_tells_them_apart() -> None:
    rows = [
        "*Directorate|*Service|*Budget £m",
        "Adults|Older people|10.2",
        "^|Disability|8.1",
        "Children|Fostering|3.2",
    ]
    assert [row for row, *_ in figures(rows)] == ["Older people", "Disability", "Fostering"]


def test_panels_side_by_side_have_labels_of_their_own() -> None:
    rows = ["*Pressures|<|*Underspends|<", "*|*£000|*|*£000", "ICT|+786|Pay|-285", "Rent|+99|Fuel|-31"]
    assert figures(rows, heads=2)[:2] == [
        ("ICT", "Pressures > £000", "+786", 786_000, "GBP"),
        ("Pay", "Underspends > £000", "-285", -285_000, "GBP"),
    ]


def test_numbers_of_notes_are_no_figures() -> None:
    rows = ["*£m|*2025/26|*2026/27|*Note", "Pay|171.2|178.4|1", "Funding|(197.3)|(207.4)|3"]
    assert [raw for _, _, raw, *_ in figures(rows)] == ["171.2", "178.4", "(197.3)", "(207.4)"]


def test_payments_are_named_by_payee_and_numbers_of_cheques_are_no_figures() -> None:
    rows = [
        "*Date|*Payee|*Chq No|*Net|*VAT",
        "01/03/24|Power Ltd|100245|£100.00|-",
        "05/03/24|J Smith|100246|£9.50|£1.90",
    ]
    assert [(row, raw) for row, _, raw, *_ in figures(rows)] == [
        ("Power Ltd", "£100.00"),
        ("J Smith", "£9.50"),
        ("J Smith", "£1.90"),
    ]


def test_heads_printed_again_within_a_table_hold_for_the_rows_below() -> None:
    rows = ["*Item|*2022|*2023", "Rent|£10|£11", "*Item|*2024|*2025", "Rent|£12|£13"]
    assert [(column, raw) for _, column, raw, *_ in figures(rows)] == [
        ("2022", "£10"),
        ("2023", "£11"),
        ("2024", "£12"),
        ("2025", "£13"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["*Item|*Title|*Page", "1|Apologies|3", "2|Minutes|5", "3|Finance|11"],
        ["*No|*Action|*Owner", "1|Write|JB", "2|Read|CD"],
        ["*Risk|*Likelihood|*Impact|*Score", "Fire|3|4|12", "Flood|2|5|10"],
        ["*Ref|*Strategic risk|*Q1|*Q2", "R1|Fire|12|9", "R2|Flood|15|10"],
        ["*Function|*Timescale|*Service level", "Payroll|3 days|Two people", "Debt|1 day|One"],
        ["*Seal no.|*Date|*Document", "318|24/09/2024|Lease", "319|11/10/2024|Deed"],
        ["*Stage|*Year|*Status", "Draft|2022|Done", "Final|2025|Open"],
        ["Almost certain 5|||PR1", "Likely 4||PR2|", "Rare 1|||", "|1|2|3"],
        ["Date of meeting|12 March 2024", "Item no|7", "Ward|All"],
    ],
)
def test_tables_of_other_things_hold_no_figures(rows: list[str]) -> None:
    assert figures(rows, heads=int(rows[0].startswith("*"))) == []


def test_a_table_that_other_records_are_read_from_is_left_to_them() -> None:
    table = table_of([row.split("|") for row in ("*Measure|*Cost £", "Close the hall|£100", "Sell it|£20")], heads=1)
    words = next(cell.text for cell in table.cells if cell.text.text == "Close the hall")
    pack = Pack((), (table,), ())
    assert len(pack_to_figures(pack).records) == 2
    assert pack_to_figures(pack, records_to_claims([RawRecord("actions", 1, {"text": words})])).records == ()


@pytest.mark.parametrize("name", ["board_pack", "town_pack"])
def test_every_figure_of_a_sample_is_read(name: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(name)
    answers = json.loads(path.with_suffix(".records.json").read_text())
    pack = file_to_pack(path)
    reading = pack_to_reading(pack)
    kept = raw_to_records(reading.records, pack.pages)
    asked = {(r["page"], r["row"], r["column"], r["raw"], r["value"]) for r in answers["figures"]}
    given = {
        (r.page, *(r.values[name] for name in ("row", "column", "raw", "value"))) for r in kept if r.type == "figures"
    }
    assert given == asked
    rated = {(r["page"], r["subject"], r["group"], r["rag"]) for r in answers["ratings"]}
    assert {
        (r.page, *(r.values[name] for name in ("subject", "group", "rag"))) for r in kept if r.type == "ratings"
    } == rated


def test_the_numbers_of_a_reports_front_sheet_are_no_figures() -> None:
    rows = ["*Report to:|Board|*Date:|26 March", "*Agenda item:|6|*Enclosure:|3", "*Title:|Beds|*Paper no.|4"]
    assert figures(rows) == []


def test_a_head_over_several_lines_that_names_a_unit_is_no_reference() -> None:
    rows = ["|Current|Full", "|year|year", "|budget £m|forecast £m", "Schools|58.2|55.8", "Roads|42.5|42.0"]
    assert [raw for _, _, raw, _, _ in figures(rows, heads=3)] == ["58.2", "55.8", "42.5", "42.0"]


@pytest.mark.parametrize(
    ("below", "label"), [("programme", "Property and IT programme"), ("of which:", "Property and IT")]
)
def test_the_end_of_a_label_stands_alone_below_its_line(below: str, label: str) -> None:
    rows = [
        ["Scheme", "Budget £m", "Actual £m"],
        ["Property and IT", "29.6", "4.0"],
        [below, "", ""],
        ["Roads", "9.1", "3.2"],
    ]
    table = replace(table_of(rows, heads=1), style="aligned")
    records = raw_to_records(pack_to_figures(Pack((), (table,), ())).records, ())
    assert records[0].values["row"] == label


def test_a_row_that_counts_the_columns_is_a_head_and_no_part_of_their_names() -> None:
    rows = ["Ref|Directorate|Budget|Outturn|Variation", "||£000|£000|£000", "(1)|(2)|(3)|(4)|(5)"]
    rows += ["CEF1|Education|53,294|53,100|-194", "CEF2|Social Care|47,120|49,980|2,860"]
    found = figures(rows)
    assert found[:2] == [
        ("Education", "Budget > £000", "53,294", 53294000, "GBP"),
        ("Education", "Outturn > £000", "53,100", 53100000, "GBP"),
    ]
    assert len(found) == 6
