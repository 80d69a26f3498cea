"""Questions in SQL: views answer them, and nothing can be changed by asking."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from load import Store, ask, correct_record, load_pack
from load.errors import QueryFailedError, WriteRefusedError
from load.left_to_do import closed_words
from load.types import PackContents
from load.views import VIEWS
from tests.load.packs import PAGES, VALUES, make_contents, make_marks, make_record


@pytest.fixture(scope="module")
def loaded(shared_store: Store) -> Store:
    load_pack(shared_store, marked())
    return shared_store


def marked() -> PackContents:
    """A pack with a record of each type, and a rating that a letter and a fill tell."""
    contents = make_contents()
    records = (replace(r, marks=make_marks()) if r.type == "ratings" else r for r in contents.records)
    return replace(contents, records=tuple(records))


def rows_of(store: Store, sql: str) -> list[dict[str, Any]]:
    with ask(store, sql) as answer:
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


WRITES = [
    "DELETE FROM packs",
    "UPDATE packs SET venue = 'x'",
    "INSERT INTO parties (name) VALUES ('x')",
    "DROP TABLE sources",
    "CREATE TABLE mine (a INTEGER)",
    "CREATE TEMP TABLE mine (a INTEGER)",
    "SELECT 1; DELETE FROM packs",
    "COMMIT; DELETE FROM packs",
    "WITH gone AS (DELETE FROM packs RETURNING id) SELECT * FROM gone",
    "PRAGMA foreign_keys = OFF",
    "ATTACH '/tmp/other.db' AS other",
    "VACUUM",
    "COPY (SELECT 1) TO '/tmp/packtrace-copy'",
    "SET TRANSACTION READ WRITE",
    "EXPLAIN ANALYZE DELETE FROM packs",
]


@pytest.mark.parametrize("sql", WRITES)
def test_query_changes_nothing(loaded: Store, sql: str) -> None:
    with pytest.raises(QueryFailedError), ask(loaded, sql) as answer:
        list(answer.rows)
    assert rows_of(loaded, "SELECT venue FROM packs") == [{"venue": None}]
    assert len(rows_of(loaded, "SELECT * FROM parties")) == 3


@pytest.mark.parametrize("shared_store", ["sqlite"], indirect=True)  # PostgreSQL does not take it for a question at all
@pytest.mark.parametrize("sql", ["DELETE FROM packs", "DROP TABLE sources"])
def test_writing_on_sqlite_is_refused_by_name(loaded: Store, sql: str) -> None:
    with pytest.raises(WriteRefusedError), ask(loaded, sql):
        pass


def test_store_can_be_written_after_a_question(loaded: Store) -> None:
    rows_of(loaded, "SELECT 1")
    assert load_pack(loaded, marked(), again=True).outcome == "replaced"


@pytest.mark.parametrize("sql", ["SELEC 1", "SELECT * FROM nowhere", "", "SELECT count(*) FROM packs WHERE colour = 1"])
def test_query_that_cannot_be_followed_is_an_error(loaded: Store, sql: str) -> None:
    with pytest.raises(QueryFailedError), ask(loaded, sql) as answer:
        list(answer.rows)


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("SELECT count(*) FROM packs;", 1),
        ("SELECT '100%' || ':a'", "100%:a"),
        ("WITH few AS (SELECT 1 AS a) SELECT a FROM few", 1),
        ("SELECT file_name FROM packs WHERE file_name LIKE 'town%'", "town.pdf"),
        ("SELECT venue FROM packs", None),
    ],
)
def test_question_is_answered(loaded: Store, sql: str, value: object) -> None:
    assert [list(row.values()) for row in rows_of(loaded, sql)] == [[value]]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_view_has_a_row_of_the_pack(loaded: Store, view: Any) -> None:
    correct_record(loaded, 1, "title", "Register of risks", "A. Clerk", "misread")
    with loaded.writing() as connection:
        connection.execute(text("UPDATE sources SET proof = 'disagrees' WHERE record_id = 1"))
    assert rows_of(loaded, f"SELECT * FROM {view.name}")


def test_risk_register_has_owners_scores_and_number_of_controls(loaded: Store) -> None:
    (risk,) = rows_of(loaded, "SELECT * FROM risk_register")
    told = {
        name: risk[name] for name in ("ref", "owners", "inherent_score", "score", "target_score", "controls", "page")
    }
    assert told == {
        "ref": "R7",
        "owners": "Clerk",
        "inherent_score": 20,
        "score": 12,
        "target_score": 8,
        "controls": 1,
        "page": 2,
    }


def test_all_sources_has_a_row_for_each_box(loaded: Store) -> None:
    contents = make_contents()
    boxes = sum(len(places) for record in contents.records for places in record.sources.values())
    assert len(rows_of(loaded, "SELECT * FROM all_sources")) == boxes + 1  # one of the front sheet
    (cut,) = rows_of(loaded, "SELECT * FROM all_sources WHERE type = 'controls' AND field = 'text' AND position = 1")
    assert (cut["page"], cut["page_label"], cut["words"]) == (3, "2", "and on")
    (filled,) = rows_of(loaded, "SELECT * FROM all_sources WHERE type = 'risks' AND field = 'rag'")
    assert (filled["origin"], filled["colour"]) == ("fill_colour", "#ffc000")


def test_pack_overview_counts_records_of_each_type(loaded: Store) -> None:
    (pack,) = rows_of(loaded, "SELECT * FROM pack_overview")
    assert {name: pack[name] for name in VALUES} == dict.fromkeys(VALUES, 1)
    assert (pack["page_count"], pack["issues"]) == (PAGES, 1)


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [
        ({"status": None, "rag": None}, True),
        ({"status": "On track", "rag": "green"}, True),
        ({"status": "Not complete", "rag": None}, True),
        ({"status": "Complete", "rag": None}, False),
        ({"status": "COMPLETED – see item 7", "rag": "green"}, False),
        ({"status": "Closed", "rag": None}, False),
        ({"status": None, "rag": "blue"}, False),
        ({"status": None, "rag": None, "due": {"raw": "Done", "start": None, "end": None, "kind": "done"}}, False),
        ({"status": None, "rag": None, "due": None}, True),
    ],
)
def test_action_is_open_unless_the_pack_says_it_is_done(store: Store, changes: dict[str, Any], is_open: bool) -> None:
    load_pack(store, make_contents(records=(make_record("actions", **changes),)))
    assert len(rows_of(store, "SELECT * FROM open_actions")) == is_open


def test_closed_words_are_in_lower_case_and_in_order() -> None:
    words = closed_words()
    assert list(words) == sorted(words)
    assert all(word == word.lower() for word in words)


def test_owners_are_listed_in_the_order_printed(store: Store) -> None:
    load_pack(store, make_contents(records=(make_record("actions", owners=["Zoë", "Amy", "Head of Law"]),)))
    assert rows_of(store, "SELECT owners FROM all_actions") == [{"owners": "Zoë; Amy; Head of Law"}]
