"""A long pack, of which no more than a part is ever held in memory, is read and loaded as a short one is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import extract.pack.assemble
import extract.pack.flow
import packtrace.contents
import packtrace.pipeline
import packtrace.portions
from extract.spool import Spool
from load import load_pack, open_store
from load.types import PackContents
from packtrace.pipeline import read_pack
from packtrace.portions import Whole, to_portions

TABLES = ("pages", "documents", "tables", "table_fragments", "cells", "records", "sources", "checks", "check_figures")
MORE = ("actions", "risks", "figures", "attendance", "rating_marks", "open_actions", "parties", "issues")


def stored(contents: PackContents, path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of a store with this pack alone, without numbers that go by the order in which they were given."""
    store = open_store(str(path))
    load_pack(store, contents)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        return {table: _rows(connection, table) for table in (*TABLES, *MORE)}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    named = connection.execute(f"SELECT * FROM {table} LIMIT 0").description
    columns = [name for name, *_ in named if name not in ("id", "record", "position") and not name.endswith("_id")]
    return sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=str)


@pytest.fixture
def everything_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.pack.flow, "PAGES_HELD", 0)
    monkeypatch.setattr(extract.pack.assemble, "_LEAST_PAGES", 1)
    monkeypatch.setattr(packtrace.pipeline, "PAGES_HELD", 0)
    for values in ("_RECORDS_HELD", "_TABLES_HELD", "_PAGES_HELD"):
        monkeypatch.setattr(packtrace.contents, values, 0)
    monkeypatch.setattr(packtrace.portions, "_HELD", 0)


@pytest.mark.parametrize("name", ["nhs-board-2024-11-28", "town-council-2024-03-19"])
def test_what_is_held_on_disk_reaches_the_store_whole(
    name: str, tmp_path: Path, samples: Path, request: pytest.FixtureRequest
) -> None:
    path = samples / f"{name}.pdf"
    held = stored(read_pack(path), tmp_path / "held.db")
    request.getfixturevalue("everything_on_disk")
    contents = read_pack(path)
    assert [type(values) for values in (contents.records, contents.tables, contents.pages)] == [Spool] * 3
    portions, rest = to_portions(contents)
    whole = Whole()
    for portion in portions:
        whole.add(portion)
    spooled = stored(whole.join(rest), tmp_path / "spooled.db")
    assert {table: len(rows) for table, rows in spooled.items()} == {table: len(rows) for table, rows in held.items()}
    assert spooled == held
    assert min(map(len, held.values())) > 0 or name.startswith("town")
