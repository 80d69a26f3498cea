"""Corrections: added beside what was read, shown by the views, kept by every later reading."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from sqlalchemy import text

from load import (
    CorrectionRefusedError,
    Store,
    ask,
    correct_record,
    find_packs,
    forget_pack,
    load_pack,
    pack_records,
    read_corrections,
    read_record,
)
from load.errors import StoreError
from load.fields import FIELDS
from load.shown import shown
from load.views import VIEWS
from tests.load.packs import SHA, VALUES, make_contents, make_record, newer

NUMBER = {name: at for at, name in enumerate(VALUES, 1)}
ISO_DAY = {"raw": "30 April 2024", "start": "2024-04-30", "end": "2024-04-30", "kind": "day"}


def rows_of(store: Store, sql: str) -> list[tuple[Any, ...]]:
    with ask(store, sql) as answer:
        return [tuple(_plain(value) for value in row) for row in answer.rows]


def _plain(value: Any) -> Any:
    """As both databases give it: days as ISO dates, truth as a number."""
    return value.isoformat() if isinstance(value, datetime.date) else int(value) if isinstance(value, bool) else value


def correct(store: Store, record_type: str, field: str, new: Any) -> None:
    correct_record(store, NUMBER[record_type], field, new, "A. Clerk", "misread")


CASES = [
    ("actions", "text", "Replace both boilers", "all_actions", "text", "Replace both boilers"),
    ("actions", "owners", ["Ann Lee", "Bob Ray"], "open_actions", "owners", "Ann Lee; Bob Ray"),
    ("actions", "owners", [], "all_actions", "owners", ""),
    ("actions", "due", ISO_DAY, "all_actions", "due_start, due_end, due_kind", "2024-04-30 2024-04-30 day"),
    ("actions", "due", None, "all_actions", "due_start, due_end, due_kind", "None None None"),
    ("actions", "status", None, "all_actions", "status", "None"),
    ("actions", "group", "PRIORITY 2", "all_actions", "group_heading", "PRIORITY 2"),
    ("risks", "score", 9, "risk_register", "score", "9"),
    ("risks", "rag", "red", "risk_register", "rag", "red"),
    ("risks", "owners", ["Treasurer"], "risk_register", "owners", "Treasurer"),
    ("controls", "risk_ref", "R8", "all_controls", "risk_ref", "R8"),
    ("ratings", "rag", "green", "all_ratings", "rag", "green"),
    ("figures", "value", -28600, "printed_figures", "value", "-28600.0"),
    ("figures", "row", "Grants paid", "printed_figures", "row_label", "Grants paid"),
    ("resolutions", "meeting_date", "2024-02-07", "decisions", "meeting_date", "2024-02-07"),
    ("resolutions", "votes_for", 8, "decisions", "votes_for", "8"),
    ("recommendations", "agenda_ref", "B2", "asks", "agenda_ref", "B2"),
    ("attendance", "capacity", "member", "who_was_there", "capacity", "member"),
    ("agenda_items", "restricted", True, "agenda", "restricted", "1"),
]


@pytest.fixture(scope="module")
def loaded(shared_store: Store) -> Store:
    """A store with a record of each type, for tests that each correct a field of their own or look at the last one."""
    load_pack(shared_store, make_contents())
    return shared_store


@pytest.mark.parametrize(("record_type", "field", "new", "view", "columns", "expected"), CASES)
def test_view_shows_the_correction_and_says_so(
    loaded: Store, record_type: str, field: str, new: Any, view: str, columns: str, expected: str
) -> None:
    correct(loaded, record_type, field, "to be corrected again" if isinstance(new, str) and field == "text" else new)
    correct(loaded, record_type, field, new)
    (row,) = rows_of(loaded, f"SELECT corrected, {columns} FROM {view} WHERE record = {NUMBER[record_type]}")
    assert (row[0], " ".join(str(value) for value in row[1:])) == (1, expected)


@pytest.mark.parametrize("record_type", FIELDS)
def test_every_field_of_every_type_can_be_shown_corrected(loaded: Store, record_type: str) -> None:
    columns = {name for view in VIEWS if f"FROM {record_type} t " in view.sql for name in _names_of(loaded, view.name)}
    missing = {field.column for field in FIELDS[record_type] if field.kind != "period"} - columns
    assert not missing
    assert all("put_right" in shown(record_type, f.column) for f in FIELDS[record_type] if f.kind != "period")


def _names_of(store: Store, view: str) -> list[str]:
    with ask(store, f"SELECT * FROM {view}") as answer:
        return list(answer.columns)


ASKED = [
    ("risks", "score", 25, "risk_register", "score > 20", "score = 12"),
    (
        "actions",
        "due",
        ISO_DAY,
        "all_actions",
        "due_end BETWEEN '2024-04-01' AND '2024-04-30'",
        "due_end < '2024-04-01'",
    ),
    ("actions", "status", "Closed", "all_actions", "status = 'Closed'", "record IN (SELECT record FROM open_actions)"),
    ("controls", "risk_ref", "R8", "risk_register", "controls = 0", "controls = 1"),
    ("risks", "ref", "R8", "risk_register", "controls = 0", "controls = 1"),
    ("recommendations", "agenda_ref", "B2", "asks", "agenda_title IS NULL", "agenda_title IS NOT NULL"),
    ("agenda_items", "title", "Risks", "asks", "agenda_title = 'Risks'", "agenda_title = 'Risk register'"),
    ("actions", "owners", ["Ann Lee"], "who_acts", "owner = 'Ann Lee'", "owner = 'Rob Semens'"),
    (
        "resolutions",
        "meeting_date",
        "2024-02-07",
        "decisions",
        "meeting_date = '2024-02-07'",
        "meeting_date < '2024-02-07'",
    ),
]
"""Fields put right, with a question whose answer then has a row and one whose answer has it no more."""


@pytest.mark.parametrize(("record_type", "field", "new", "view", "now", "before"), ASKED)
def test_questions_are_answered_by_what_was_put_right(
    store: Store, record_type: str, field: str, new: Any, view: str, now: str, before: str
) -> None:
    load_pack(store, make_contents())
    asked = [f"SELECT count(*) FROM {view} WHERE {condition}" for condition in (now, before)]
    assert [rows_of(store, sql) for sql in asked] == [[(0,)], [(1,)]]
    correct(store, record_type, field, new)
    assert [rows_of(store, sql) for sql in asked] == [[(1,)], [(0,)]]
    load_pack(store, newer(make_contents()))
    assert [rows_of(store, sql) for sql in asked] == [[(1,)], [(0,)]]


@pytest.mark.parametrize("record_type", FIELDS)
def test_record_of_which_one_field_was_corrected_shows_the_others_as_read(store: Store, record_type: str) -> None:
    load_pack(store, make_contents())
    views = [view.name for view in VIEWS if f"FROM {record_type} t " in view.sql and "rating_marks" not in view.sql]
    before = {view: rows_of(store, f"SELECT * FROM {view}") for view in views}
    text_field = [f for f in FIELDS[record_type] if f.kind == "text"][-1]
    correct(store, record_type, text_field.name, "put right")
    for view in views:
        changed = [
            (was, now)
            for old, new in zip(before[view], rows_of(store, f"SELECT * FROM {view}"), strict=True)
            for was, now in zip(old, new, strict=True)
            if was != now
        ]
        assert set(changed) <= {(0, 1), (VALUES[record_type][text_field.name], "put right"), (1, 0)}, view


def test_what_was_read_stays_with_its_source(store: Store) -> None:
    load_pack(store, make_contents())
    before = pack_records(store, SHA)
    correct(store, "risks", "score", 9)
    assert pack_records(store, SHA) == before
    found = read_record(store, NUMBER["risks"])
    assert found is not None
    assert found.record.values["score"] == 12


def test_corrections_are_listed_with_what_they_were_made_from(store: Store) -> None:
    load_pack(store, make_contents())
    for score in (9, 8):
        correct(store, "risks", "score", score)
    made = read_corrections(store, NUMBER["risks"])
    assert [(c.field, c.old, c.new, c.who, c.why) for c in made] == [
        ("score", 12, 9, "A. Clerk", "misread"),
        ("score", 9, 8, "A. Clerk", "misread"),
    ]
    assert (
        rows_of(store, "SELECT pack, type, field, page FROM all_corrections") == [("town.pdf", "risks", "score", 2)] * 2
    )


@pytest.mark.parametrize(
    ("record_type", "field", "new", "said"),
    [
        ("risks", "colour", "red", "no field 'colour'"),
        ("risks", "rag", "crimson", "rag is one of"),
        ("risks", "score", "nine", "cannot be 'nine'"),
        ("risks", "score", True, "cannot be True"),
        ("actions", "due", "2024-04-30", "cannot be '2024-04-30'"),
        ("actions", "due", {**ISO_DAY, "end": "30.4.2024"}, "due"),
        ("actions", "owners", "Clerk", "owners"),
        ("actions", "kind", None, "cannot be nothing"),
        ("attendance", "meeting_date", "2024-02-30", "meeting_date"),
        ("figures", "value", "1", "value"),
    ],
)
def test_correction_that_the_field_cannot_have_is_refused(
    loaded: Store, record_type: str, field: str, new: Any, said: str
) -> None:
    before = read_corrections(loaded)
    with pytest.raises(CorrectionRefusedError, match=said):
        correct(loaded, record_type, field, new)
    assert read_corrections(loaded) == before


@pytest.mark.parametrize(("who", "why"), [("", "misread"), ("A. Clerk", "  ")])
def test_correction_without_who_or_why_is_refused(loaded: Store, who: str, why: str) -> None:
    with pytest.raises(CorrectionRefusedError, match="who made it and why"):
        correct_record(loaded, NUMBER["risks"], "score", 9, who, why)


def test_correction_of_no_record_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        correct_record(store, 1, "score", 9, "A. Clerk", "misread")


def test_newer_reading_keeps_the_id_and_the_correction(store: Store) -> None:
    load_pack(store, make_contents(records=(make_record("risks", score=12),)))
    correct_record(store, 1, "score", 9, "A. Clerk", "misread")
    load_pack(store, newer(make_contents(records=(make_record("risks", score=13, likelihood=2),))))
    assert rows_of(store, "SELECT record, score, likelihood, corrected FROM risk_register") == [(1, 9, 2, 1)]


def test_correction_waits_for_its_record_to_be_read_again(store: Store) -> None:
    load_pack(store, make_contents(records=(make_record("risks"),)))
    correct_record(store, 1, "score", 9, "A. Clerk", "misread")
    load_pack(store, newer(make_contents(records=()), "2"))
    assert [correction.record_id for correction in read_corrections(store)] == [None]
    load_pack(store, newer(make_contents(records=(make_record("risks"),)), "3"))
    assert rows_of(store, "SELECT record, score FROM risk_register") == [(2, 9)]
    assert [correction.record_id for correction in read_corrections(store)] == [2]


@pytest.mark.parametrize("sql", ["UPDATE corrections SET why = 'x'", "DELETE FROM corrections"])
def test_corrections_are_only_ever_added(store: Store, sql: str) -> None:
    load_pack(store, make_contents())
    correct(store, "risks", "score", 9)
    with pytest.raises(StoreError, match="only ever added"), store.writing() as connection:
        connection.execute(text(sql))
    assert [correction.why for correction in read_corrections(store)] == ["misread"]


def test_forgotten_pack_takes_its_corrections_with_it(store: Store) -> None:
    load_pack(store, make_contents())
    correct(store, "risks", "score", 9)
    forget_pack(store, find_packs(store, SHA)[0].id)
    assert read_corrections(store) == []
