"""Constraints are real: what the models forbid both databases refuse, each constraint tried by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import CheckConstraint, Connection, Table, UniqueConstraint, text
from sqlalchemy.exc import IntegrityError

from extract.records.kept import Source
from load import Store, begin_run, correct_record, load_pack
from load.models import Base
from load.types import KnownOwner, Offer
from tests.load.packs import make_contents, make_marks, make_record

TABLES = Base.metadata.sorted_tables
NOWHERE = 999_999

CHECKS = {
    "ck_packtrace_schema_one_row": "UPDATE packtrace_schema SET row_number = 2",
    "ck_documents_pages_in_order": "UPDATE documents SET first_page = 4, last_page = 3",
    "ck_records_confidence": "UPDATE records SET confidence = 1.5",
    "ck_sources_confidence": "UPDATE sources SET confidence = -0.1",
    "ck_tables_confidence": "UPDATE tables SET confidence = 2",
    "ck_table_fragments_rows_in_order": "UPDATE table_fragments SET first_row = last_row + 1",
    "ck_check_figures_sign": "UPDATE check_figures SET sign = 0",
    "ck_corrections_who_and_why": "INSERT INTO corrections (sha256, type, key, field, who, why, made_at) "
    "SELECT sha256, type, key, field, who, '', made_at FROM corrections",
}
"""What breaks each check that is none of a list of words."""


@pytest.fixture(scope="module")
def filled(shared_store: Store) -> Store:
    """A store with at least a row in every table, that is never changed."""
    records = [made for made in make_contents().records if made.type != "ratings"]
    records.append(replace(make_record("ratings"), marks=make_marks()))
    gill = KnownOwner("Gill Baker", "person", (Source(2, (72.0, 80.0, 99.0, 92.0), "Gill Baker"),))
    contents = replace(make_contents(), records=tuple(records), known_owners={"Clerk": gill})
    run = begin_run(shared_store, "1", {})
    offer = Offer("/incoming/town.pdf", "town.pdf", "loaded", datetime(2024, 1, 1, tzinfo=UTC), 1.0)
    load_pack(shared_store, contents, run_id=run, offer=offer)
    correct_record(shared_store, 6, "score", 9, "A. Clerk", "misread")
    with shared_store.writing() as connection:
        connection.execute(text("INSERT INTO proofs VALUES (1, 'reader 1', '1', '2024-01-01 00:00:00')"))
    return shared_store


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_constraint_of_a_table_is_held_by_the_database(filled: Store, table: Table) -> None:
    with filled.engine.connect() as connection:
        assert connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one() > 0
        taken = [sql for sql in violations(table) if not is_refused(connection, sql)]
    assert not taken


def is_refused(connection: Connection, sql: str) -> bool:
    """Whether the database refuses a statement; whatever it does is undone."""
    try:
        connection.execute(text(sql))
    except IntegrityError:
        return True
    finally:
        connection.rollback()
    return False


def violations(table: Table) -> Iterator[str]:
    """A statement for each constraint of a table that breaks it."""
    name = table.name
    for column in table.columns:
        if not column.nullable:
            yield f"UPDATE {name} SET {column.name} = NULL"
        if "one_of" in column.info:
            yield f"UPDATE {name} SET {column.name} = 'no such word'"
    for key in table.foreign_key_constraints:
        yield f"UPDATE {name} SET {list(key.columns)[-1].name} = {NOWHERE}"
    every = ", ".join(table.columns.keys())
    yield f"INSERT INTO {name} ({every}) SELECT {every} FROM {name}"
    others = ", ".join(column.name for column in table.columns if column.name != "id")
    if any(isinstance(constraint, UniqueConstraint) for constraint in table.constraints):
        yield f"INSERT INTO {name} ({others}) SELECT {others} FROM {name}"
    yield from (CHECKS[check] for check in checks_of(table))


def checks_of(table: Table) -> set[str]:
    """The names of a table's checks, but for those of words."""
    held = [*table.constraints, *(one for column in table.columns for one in column.constraints)]
    words = {f"ck_{table.name}_{column.name}" for column in table.columns if "one_of" in column.info}
    return {str(one.name) for one in held if isinstance(one, CheckConstraint)} - words


def test_checks_tried_are_those_of_the_models() -> None:
    assert {check for table in TABLES for check in checks_of(table)} == set(CHECKS)
