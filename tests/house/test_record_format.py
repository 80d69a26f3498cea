"""docs/record-format.md documents all that the schema allows, and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.house.modules import ROOT

SCHEMA: dict[str, Any] = json.loads((ROOT / "packtrace" / "records.schema.json").read_bytes())["properties"]
DOCUMENT = (ROOT / "docs" / "record-format.md").read_text(encoding="utf-8")
TYPES = [name for name in SCHEMA if name != "schema"]


def section(title: str) -> str:
    """The text under a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section {title}"
    return found[1]


def fields_of(record_type: str) -> dict[str, Any]:
    definition = SCHEMA[record_type]
    properties: dict[str, Any] = definition.get("items", definition)["properties"]
    return properties


@pytest.mark.parametrize("record_type", TYPES)
def test_each_field_of_a_record_is_documented(record_type: str) -> None:
    named = set(re.findall(r"`(\w+)`", section(f"`{record_type}`")))
    everywhere = {"sources", "page", "page_label"}  # documented once for all records
    assert set(fields_of(record_type)) - everywhere <= named


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("Dates", fields_of("actions")["due"]["properties"]["kind"]["enum"]),
        ("RAG", fields_of("risks")["rag"]["enum"]),
        ("`attendance`", fields_of("attendance")["capacity"]["enum"]),
        ("`actions`", fields_of("actions")["kind"]["enum"]),
        ("`figures`", fields_of("figures")["unit"]["enum"]),
    ],
)
def test_each_value_of_a_closed_list_is_documented(title: str, values: list[str | None]) -> None:
    named = set(re.findall(r"`(\w+)`", section(title)))
    assert {value for value in values if value is not None} <= named


def test_kinds_of_date_are_no_more_than_those_of_the_schema() -> None:
    kinds = re.findall(r"\| `(\w+)` \|$", section("Dates"), re.MULTILINE)
    assert set(kinds) - {"kind"} == set(fields_of("actions")["due"]["properties"]["kind"]["enum"])
