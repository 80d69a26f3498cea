"""docs/data-dictionary.md says what the models say, and they say something of everything."""

from __future__ import annotations

import json
from pathlib import Path

from load import describe_columns, describe_store
from load.dictionary import browsing_metadata, data_dictionary, describe_view_columns
from load.models import Base


def test_data_dictionary_is_current(root: Path) -> None:
    written = (root / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == data_dictionary(), "make docs writes it anew"


def test_browsing_metadata_is_current(root: Path) -> None:
    written = json.loads((root / "docs" / "datasette-metadata.json").read_text(encoding="utf-8"))
    assert written == browsing_metadata("packtrace"), "make docs writes it anew"


def test_every_table_view_and_column_is_described() -> None:
    described = [*describe_store()]
    described += [column for table in Base.metadata.tables for column in describe_columns(table)]
    described += [column for columns in describe_view_columns().values() for column in columns]
    assert not [one.name for one in described if len(one.comment) < 4]
