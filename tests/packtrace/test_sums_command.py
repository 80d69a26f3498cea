"""What `packtrace trace`, `show` and `tables` tell of sums, ratings and joined tables."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from load import load_pack, open_store
from tests.load.packs import make_marks
from tests.packtrace.conftest import contents_of


@pytest.fixture
def store(loaded_store: Path) -> sqlite3.Connection:
    return sqlite3.connect(loaded_store)


def test_trace_shows_the_sums_of_a_figure(run, store: sqlite3.Connection) -> None:
    sql = "SELECT record_id FROM check_figures c JOIN checks k ON k.id = c.check_id WHERE k.rule = 'total'"
    (number,) = store.execute(f"{sql} AND c.role = 'result' ORDER BY c.check_id LIMIT 1").fetchone()
    ran = run("trace", number)
    assert ran.code == 0
    assert "Sums of its table that it is in" in ran.out
    assert "agrees" in ran.out


def test_trace_shows_by_what_a_rating_is_printed(run, loaded_store: Path, town_pack: Path) -> None:
    contents = contents_of(town_pack)
    records = tuple(replace(r, marks=make_marks()) if r.type == "ratings" else r for r in contents.records)
    opened = open_store(str(loaded_store))
    load_pack(opened, replace(contents, records=records), again=True)
    opened.close()
    store = sqlite3.connect(loaded_store)
    (number,) = store.execute("SELECT min(record_id) FROM rating_marks WHERE mark = 'fill'").fetchone()
    ran = run("trace", number)
    assert "What its rating is printed with" in ran.out
    assert "#ff6600 (amber_red)" in ran.out


def test_show_counts_the_sums(run, loaded_store: Path, town_pack: Path) -> None:
    assert "sums stated" in run("show", town_pack.name).out


def test_tables_tell_why_their_parts_were_joined(run, town_pack: Path) -> None:
    tables = json.loads(run("tables", town_pack, "--json").out)
    over = next(table for table in tables if len(table["parts"]) > 1)
    assert [part["page"] for part in over["parts"]] == over["pages"]
    assert over["parts"][0]["joined"] == "first"
    assert set(over["parts"][1]["joined"].split(", ")) <= {"same columns", "repeated head", "moved side", "cut row"}
    fills = {cell["colour"] for table in tables for cell in table["cells"] if cell["shading"] == "mark"}
    assert {"red", "amber", "green"} <= fills
