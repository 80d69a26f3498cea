"""Registers of small councils: ratings by letter, what is planned in the risk's own row, sheets rated in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records.actions import pack_to_actions
from extract.records.risk_heads import is_rated
from extract.records.risks import pack_to_risks
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.tabled import table_of

HEADS = ["*Topic", "*Risk identified", "*L’hood", "*Impact", "*Risk level", "*How the risk is managed", "*Responsible"]
BANKING = ["Banking", "Loss of deposits", "L", "H", "{ffc000}M", "Four banks", "RFO"]
PRECEPT = ["Precept", "Form sent too late", "L", "M", "{00b050}L", "Budget timetable", "Town Clerk"]


def pack_of(*tables):
    return replace(text_to_pack("Risks"), flow=tables)


def test_letters_in_a_coloured_column_of_ratings_are_no_labels():
    table = table_of([HEADS, ["*1. FINANCE", *"<<<<<<"], BANKING, PRECEPT], heads=1)
    found = [record.fields for record in pack_to_risks(pack_of(table)).records]
    assert [fields["title"].text for fields in found] == ["Loss of deposits", "Form sent too late"]
    assert [fields["owners"].text for fields in found] == ["RFO", "Town Clerk"]


def test_what_is_planned_in_a_risks_own_row_is_of_the_risk_and_none_is_no_action():
    rows = [[*HEADS, "*Action and date"], [*BANKING, "Review rates by May 2025"], [*PRECEPT, "None"]]
    (record,) = pack_to_actions(pack_of(table_of(rows, heads=1))).records
    assert (record.constants["kind"], record.fields["text"].text) == ("risk_action", "Review rates by May 2025")


def test_a_log_has_no_action_in_a_row_that_says_none():
    rows = [
        ["Minute", "Action", "Owner", "Deadline"],
        ["12", "None", "Clerk", ""],
        ["13", "Paint the gate", "Clerk", ""],
    ]
    (record,) = pack_to_actions(pack_of(table_of(rows, heads=1))).records
    assert record.fields["text"].text == "Paint the gate"


def test_a_sheet_that_rates_its_impact_in_words_with_a_number():
    rows = [
        ["*Risk E1", "{d9d9d9}Crush at the stage", "<", "<"],
        ["*Likelihood", "Medium (2)", "*Impact", "High (3)"],
        ["*Risk score", "6", "*Reviewed", "May 2025"],
        ["*Controls", "Road closed and stewards in place from two", "<", "<"],
    ]
    (record,) = pack_to_risks(pack_of(table_of(rows))).records
    assert record.fields["impact"].text == "High (3)"
    assert "consequence" not in record.fields


@pytest.mark.parametrize(
    ("text", "rated"),
    [("High (3)", True), ("4 Major", True), ("H", True), ("Loss of income", False), ("High cost of repairs", False)],
)
def test_ratings_and_prose(text, rated):
    assert is_rated(text) == rated
