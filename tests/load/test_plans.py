"""Questions over all packs that go by an index of what the views show, corrections included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from extract.records.kept import Record
from load import Store, load_pack, search
from tests.load.packs import make_contents, make_record

QUESTIONS = [
    ("SELECT * FROM all_actions WHERE due_end BETWEEN '2024-03-01' AND '2024-03-02'", "ix_actions_due_end_shown"),
    ("SELECT * FROM risk_register ORDER BY score DESC LIMIT 10", "ix_risks_score_shown"),
    ("SELECT * FROM risk_register WHERE score >= 390", "ix_risks_score_shown"),
    ("SELECT * FROM decisions WHERE meeting_date = '2024-03-01'", "ix_resolutions_meeting_date_shown"),
    ("SELECT count(*) FROM open_actions", "ix_actions_left_to_do_shown"),
    ("SELECT * FROM all_actions WHERE authority = 'Body 3'", "ix_packs_authority_committee_meeting_date"),
    ("SELECT * FROM who_acts WHERE owner = 'Officer 7'", "ix_record_owners_party_id"),
]
PACKS, OF_EACH = 20, 20


@pytest.fixture(scope="module")
def loaded(shared_store: Store) -> Store:
    """Enough packs that PostgreSQL finds it worth its while to choose."""
    for number in range(PACKS):
        contents = make_contents(records=tuple(make_records(number)))
        row = replace(contents.pack, sha256=f"{number:064x}", authority=f"Body {number}")
        load_pack(shared_store, replace(contents, pack=row))
    if shared_store.dialect == "postgresql":
        with shared_store.writing() as connection:
            connection.execute(text("ANALYZE"))
    return shared_store


def make_records(pack: int) -> list[Record]:
    made = []
    for number in range(pack * OF_EACH, (pack + 1) * OF_EACH):
        day = (date(2024, 1, 1) + timedelta(days=number)).isoformat()
        due = {"raw": day, "start": day, "end": day, "kind": "day"}
        status = "On track" if number % 10 == 0 else "Completed"
        owners = [f"Officer {number}"]
        made += [
            make_record("actions", ref=str(number), due=due, status=status, owners=owners),
            make_record("risks", ref=f"R{number}", score=number, owners=[]),
            make_record("resolutions", minute_ref=str(number), meeting_date=day),
        ]
    return made


@pytest.mark.parametrize(("question", "index"), QUESTIONS)
def test_question_is_answered_by_an_index(loaded: Store, question: str, index: str) -> None:
    explain = "EXPLAIN QUERY PLAN" if loaded.dialect == "sqlite" else "EXPLAIN"
    with loaded.reading() as connection:
        if loaded.dialect == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))  # as with more pages than these few rows fill
        plan = "\n".join(str(row) for row in connection.execute(text(f"{explain} {question}")))
    assert index in plan


@pytest.mark.parametrize(("record_type", "word"), [("actions", "137"), ("risks", "R137")])
def test_search_is_answered_by_the_index_of_words(loaded: Store, record_type: str, word: str) -> None:
    """As told by the statement that a search sends, which is asked for again with how it would be answered."""
    sent: list[tuple[str, Any]] = []
    event.listen(loaded.engine, "before_cursor_execute", lambda _c, _u, sql, values, *_: sent.append((sql, values)))
    assert len(search(loaded, word, record_type=record_type)) == 1
    sql, values = sent[-1]
    explain, index = "EXPLAIN QUERY PLAN", "s VIRTUAL TABLE INDEX"
    with loaded.reading() as connection:
        if loaded.dialect == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            explain, index = "EXPLAIN", f"ix_{record_type}_words"
        plan = connection.exec_driver_sql(f"{explain} {sql}", values).all()
    assert any(index in str(row) for row in plan)
