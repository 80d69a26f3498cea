"""The columns hold what the record format has, and nothing is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from load.fields import COLUMN_NAMES, FIELDS, PAGED, FieldKind
from load.keys import IDENTITY
from load.models import RECORD_TYPES, TYPE_TABLES
from tests.load.packs import VALUES


@pytest.fixture(scope="module")
def schema(root: Path) -> dict:
    return json.loads((root / "packtrace" / "records.schema.json").read_bytes())["properties"]


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_fields_are_those_of_the_format(schema: dict, record_type: str) -> None:
    properties = set(schema[record_type]["items"]["properties"])
    pages = {"page", "page_label"} if record_type in PAGED else set()
    assert {field.name for field in FIELDS[record_type]} | pages | {"sources"} == properties
    assert set(VALUES[record_type]) == {field.name for field in FIELDS[record_type]}


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_every_column_belongs_to_a_field(record_type: str) -> None:
    expected = {"record_id", "put_right"}  # and what the record is now, where somebody put it right
    for field in FIELDS[record_type]:
        assert field.kind in get_args(FieldKind)
        expected |= {name for name in (field.raw, field.origin) if name}
        if field.kind == "period":
            expected |= {f"{field.column}_{part}" for part in ("raw", "start", "end", "kind")}
        elif field.kind != "owners":
            expected.add(field.column)
    assert set(TYPE_TABLES[record_type].__table__.columns.keys()) == expected


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_value_that_is_not_words_has_its_words_and_origin_beside_it(record_type: str) -> None:
    for field in FIELDS[record_type]:
        if field.kind == "text" or (record_type, field.name) in {("actions", "kind")}:
            continue
        printed_in_another_field = field.name in ("rag", "value") and any(f.name == "raw" for f in FIELDS[record_type])
        assert field.raw or field.kind == "period" or printed_in_another_field, field
        assert field.origin, field


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_identity_is_made_of_fields_of_the_type(record_type: str) -> None:
    names = {field.name for field in FIELDS[record_type]}
    assert IDENTITY[record_type]
    assert set(IDENTITY[record_type]) <= names


def test_column_names_are_no_words_of_sql() -> None:
    columns = {column.name for table in TYPE_TABLES.values() for column in table.__table__.columns}
    assert not columns & set(COLUMN_NAMES)
