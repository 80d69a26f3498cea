"""Things rated red, amber or green, or by an arrow, and tables that rate nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extract.pack.types import Pack
from extract.records.ratings import pack_to_ratings
from packtrace.normalising import raw_to_records
from packtrace.pipeline import file_to_pack
from tests.extract.records.tabled import table_of

RED, AMBER, GREEN, BLUE, SHADE = "{ff0000}", "{ffc000}", "{00b050}", "{0070c0}", "{d9d9d9}"


def ratings(rows: Sequence[str], heads: int = 1, heading: str = "") -> list[tuple[Any, ...]]:
    """Subject, group, words and rating of each record of one table."""
    table = table_of([row.split("|") for row in rows], heads=heads, heading=heading)
    records = raw_to_records(pack_to_ratings(Pack((), (table,), ())).records, ())
    return [tuple(record.values[name] for name in ("subject", "group", "raw", "rag")) for record in records]


@pytest.mark.parametrize(
    ("cell", "raw", "rag"),
    [
        (f"{RED}", None, "red"),
        (f"{GREEN}On track", "On track", "green"),
        ("Amber/Red", "Amber/Red", "amber_red"),
        ("A/G", "A/G", "amber_green"),
        (f"{GREEN}Complete", "Complete", "blue"),
        ("{bfbfbf}Not rated", "Not rated", "grey"),
        ("Amber – at risk", "Amber – at risk", "amber"),
        ("■ Red", "Red", "red"),
        ("▲ Amber", "▲ Amber", "amber"),
    ],
)
def test_word_letter_or_fill(cell: str, raw: str | None, rag: str) -> None:
    rows = ["*Project|*Lead|*RAG", f"New depot|AB|{cell}", f"Hub|AB|{AMBER}"]
    assert ratings(rows)[0] == ("New depot", None, raw, rag)


def test_groups_stand_in_rows_across_or_in_a_column_of_their_own() -> None:
    across = ["*Priority|*Status|*Comment", f"{SHADE}*Town centre|<|<", f"Shops|{GREEN}|Let", f"Market|{RED}|Shut"]
    beside = ["*Portfolio|*Programme|*Confidence", "Digital|Portal|Green", "^|Records|Red", "Estate|Tower|Amber"]
    assert [row[:2] for row in ratings(across)] == [("Shops", "Town centre"), ("Market", "Town centre")]
    assert [row[:2] for row in ratings(beside)] == [("Portal", "Digital"), ("Records", "Digital"), ("Tower", "Estate")]


def test_a_label_above_a_block_names_the_group_until_the_next_block() -> None:
    rows = [
        f"{SHADE}*Division|Finance|<",
        f"{SHADE}*Priority|<|{SHADE}*Progress",
        "1 )|Close the accounts|GREEN",
        "2 )|Buy better|AMBER",
        f"{SHADE}*Division|Law|<",
        f"{SHADE}*Priority|<|{SHADE}*Progress",
        "1 )|Bill faster|GREEN",
    ]
    assert [row[:2] + row[3:] for row in ratings(rows, heads=2)] == [
        ("Close the accounts", "Finance", "green"),
        ("Buy better", "Finance", "amber"),
        ("Bill faster", "Law", "green"),
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "rag"),
    [
        ("*Previous RAG|*Current RAG", "A|G", "green"),
        ("*Q1|*Q2", "G|R", "red"),
        ("*Target|*Actual", f"95%|{RED}81%", "red"),
    ],
)
def test_of_several_columns_the_last_one_counts(heads: str, cells: str, rag: str) -> None:
    rows = [f"*Indicator|{heads}", f"Calls answered|{cells}", f"Debt|{cells}", f"Bins|{GREEN}A|{GREEN}A"]
    assert ratings(rows)[0][3] == rag


def test_a_direction_counts_where_nothing_else_rates() -> None:
    rows = ["*Indicator|*Value|*Direction of travel", "Recycling|47%|Improving", "Bins|140|Worsening"]
    assert ratings(rows) == [("Recycling", None, "Improving", None), ("Bins", None, "Worsening", None)]


@pytest.mark.parametrize(
    "rows",
    [
        ["*RAG|*Definition", f"{RED}Red|Off track", f"{AMBER}Amber|At risk", f"{GREEN}Green|On track"],
        ["*Risk|*RAG", f"Fire|{RED}", f"Flood|{GREEN}"],
        ["*Action|*Status", "Write to the county|Complete", "Mend the gate|Ongoing"],
        [f"{GREEN}*Name|{GREEN}*Ward", f"{GREEN}A Jones|{GREEN}East", "B Pugh|West"],
        ["*Service|*Budget £", "Roads|100", "Parks|200"],
    ],
)
def test_tables_that_rate_nothing(rows: list[str]) -> None:
    assert ratings(rows) == []


def test_a_heat_map_rates_nothing() -> None:
    rows = [f"Likely|{GREEN}|{RED}R1", f"Rare|{GREEN}|{AMBER}R2"]
    assert ratings(rows, heads=0, heading="Heat map of current scores") == []


def test_the_priorities_of_an_appendix(appendix_pack: Path) -> None:
    pack = file_to_pack(appendix_pack)
    records = raw_to_records(pack_to_ratings(pack).records, pack.pages)
    assert len(records) == 36
    assert records[0].values["group"] == "Finance & Procurement"
    assert {record.values["rag"] for record in records} == {"green", "amber"}


@pytest.mark.parametrize(
    ("heading", "group"),
    [
        ("Priority 1: A thriving economy", "Priority 1: A thriving economy"),
        ("Portfolio – Finance and Assets", "Finance and Assets"),
        ("Table 3 – Delivery of savings", None),
        ("Programme delivery: confidence", None),
    ],
)
def test_a_heading_that_names_a_priority_or_portfolio_is_the_group(heading: str, group: str | None) -> None:
    rows = ["*Indicator|*RAG", "Vacant shops|Red", "Visits|Green"]
    assert [rating[1] for rating in ratings(rows, heading=heading)] == [group, group]


@pytest.mark.parametrize(
    ("heading", "count"), [("Key performance indicators", 2), ("Key:", 0), ("RAG key", 0), ("Key to ratings", 0)]
)
def test_a_key_rates_nothing_but_key_indicators_do(heading: str, count: int) -> None:
    rows = ["*Process|*Days|*RAG", f"Refunds|10|{GREEN}", f"Transfers|20|{RED}"]
    assert len(ratings(rows, heading=heading)) == count


@pytest.mark.parametrize(
    ("heads", "count"),
    [
        ("Finance|Performance|People", 6),
        ("Q1|Q2|Q3", 2),
        ("Previous RAG|Delivery|RAG", 2),
        ("Finance|Finance|Finance", 2),
    ],
)
def test_columns_that_rate_different_things_of_a_row_are_ratings_of_their_own(heads: str, count: int) -> None:
    found = ratings([f"Directorate|{heads}", "Social Care|Red|Amber|Green", "Environment|Green|Green|Red"])
    assert len(found) == count
    if count > 2:
        assert found[:2] == [("Social Care", "Finance", "Red", "red"), ("Social Care", "Performance", "Amber", "amber")]
