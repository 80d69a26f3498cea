"""Scores over several periods: the latest one is the current one, whichever way the periods run."""

from __future__ import annotations

import pytest

from extract.records.risk_heads import are_latest_first
from extract.records.risk_register import register_to_blocks, table_to_register
from extract.records.risk_types import RatingKey
from tests.extract.records.tabled import table_of


@pytest.mark.parametrize(
    ("heads", "back"),
    [
        ("Q3|Q2|Q1", True),
        ("Q1|Q4|Q3", True),
        ("Q1|Q2|Q3", False),
        ("Mar 25|Dec 24", True),
        ("Dec 24|Mar 25", False),
        ("March|December|September", True),
        ("Q1 2024/25|Q4 2023/24", True),
        ("2025|2024", True),
        ("Score|Q1", False),
        ("Q1", False),
    ],
)
def test_are_latest_first(heads, back):
    assert are_latest_first(heads.split("|")) is back


@pytest.mark.parametrize(
    ("heads", "score"),
    [("*Q1|*Q2", "8"), ("*Q2|*Q1", "12")],
)
def test_the_latest_score_is_the_current_one(heads, score):
    rows = ["*Ref|*Risk|*Current score|<", f"^|^|{heads}", "R1|Flooding of the depot|12|8", "R2|Loss of supply|9|9"]
    table = table_of([row.split("|") for row in rows], heads=2)
    register = table_to_register(table)
    assert register is not None
    block = register_to_blocks(table, register)[0]
    assert block.ratings[RatingKey("current", "score")].value.text.text == score
