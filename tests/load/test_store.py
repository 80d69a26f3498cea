"""Opening a store: making one, knowing one, and refusing what is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from load import Store, describe_columns, describe_store, load_pack, open_store
from load.errors import (
    StoreAbsentError,
    StoreDamagedError,
    StoreError,
    StoreLockedError,
    StoreNotOursError,
    StoreTooNewError,
    StoreTooOldError,
    StoreUnreachableError,
)
from load.models import SCHEMA_VERSION, Base
from load.store import BUSY_SECONDS
from tests.load.packs import make_contents, newer


def run_on(address: str, *statements: str) -> None:
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_store_is_made_once_and_known_again(address: str) -> None:
    with closing(open_store(address)) as store:
        load_pack(store, make_contents())
    with closing(open_store(address, create=False)) as store:
        assert load_pack(store, make_contents()).outcome == "unchanged"


def test_store_is_not_made_unless_asked_for(address: str) -> None:
    with pytest.raises(StoreAbsentError):
        open_store(address, create=False)


def test_database_with_other_tables_is_not_ours(address: str) -> None:
    run_on(address, "CREATE TABLE invoices (id INTEGER)")
    with pytest.raises(StoreNotOursError, match="not those of packtrace"):
        open_store(address)


@pytest.mark.parametrize(
    ("version", "error"), [(SCHEMA_VERSION + 1, StoreTooNewError), (SCHEMA_VERSION - 1, StoreTooOldError)]
)
def test_other_schema_is_refused(address: str, version: int, error: type[StoreError]) -> None:
    open_store(address).close()
    run_on(address, f"UPDATE packtrace_schema SET version = {version}")
    with pytest.raises(error, match=f"schema {version}"):
        open_store(address, create=False)


def write_text(path: Path) -> None:
    path.write_text("These are the minutes of the last meeting, and nothing else. " * 100)


def damage_store(path: Path) -> None:
    open_store(str(path)).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        pytest.param(write_text, StoreNotOursError, id="some other file"),
        pytest.param(damage_store, StoreDamagedError, id="damaged"),
        pytest.param(Path.mkdir, StoreUnreachableError, id="a folder"),
    ],
)
def test_file_that_is_no_store_is_refused_and_left_alone(
    tmp_path: Path, spoil: Callable[[Path], None], error: type[StoreError]
) -> None:
    path = tmp_path / "store.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error) as raised:
        open_store(str(path))
    assert str(path) in str(raised.value)
    assert before is None or path.read_bytes() == before


@pytest.mark.parametrize(
    "address",
    [
        "mysql://localhost/packs",
        "oracle+nothing://localhost/packs",
        "://",
        "postgresql://nobody:secret@127.0.0.1:1/packs?connect_timeout=2",
        "/proc/nowhere/store.db",
    ],
)
def test_address_where_no_store_can_be_is_unreachable(address: str) -> None:
    with pytest.raises(StoreUnreachableError) as raised:
        open_store(address)
    assert "secret" not in str(raised.value)


def test_folder_of_a_new_store_is_made(tmp_path: Path) -> None:
    open_store(str(tmp_path / "deep" / "down" / "store.db")).close()
    assert (tmp_path / "deep" / "down" / "store.db").is_file()


@pytest.mark.parametrize("writing", [False, True])
def test_sqlite_store_has_wal_and_foreign_keys_and_waits(tmp_path: Path, writing: bool) -> None:
    path = str(tmp_path / "store.db")
    open_store(path).close()
    with closing(open_store(path)) as store, store.writing() if writing else store.reading() as connection:
        settings = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in _SETTINGS}
    assert settings == _SETTINGS


_SETTINGS = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": int(BUSY_SECONDS * 1000), "synchronous": 1}


def test_who_reads_does_not_wait_for_who_writes(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "store.db"))) as store:
        load_pack(store, make_contents())
        with store.writing() as writer, store.reading() as reader:
            writer.execute(text("DELETE FROM packs"))
            assert reader.execute(text("SELECT count(*) FROM packs")).scalar_one() == 1


def test_store_that_another_program_holds_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("load.store.BUSY_SECONDS", 0.1)
    path = tmp_path / "store.db"
    with closing(open_store(str(path))) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLockedError):
            load_pack(store, make_contents())
        other.execute("ROLLBACK")
        assert load_pack(store, make_contents()).outcome == "loaded"


def test_transaction_that_fails_leaves_all_as_it_was(store: Store) -> None:
    load_pack(store, make_contents())
    with store.reading() as connection:
        before = connection.execute(text("SELECT count(*) FROM records")).scalar_one()
    with pytest.raises(StoreError):
        delete_and_fail(store)
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM records")).scalar_one() == before


def delete_and_fail(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("DELETE FROM records"))
        connection.execute(text("SELECT nothing FROM nowhere"))


def test_deleting_a_pack_leaves_nothing_of_it_but_owners_and_offers(store: Store) -> None:
    load_pack(store, make_contents())
    with store.writing() as connection:
        connection.execute(text("DELETE FROM packs"))
        left = {
            table.name: connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one()
            for table in Base.metadata.sorted_tables
        }
    assert {name for name, count in left.items() if count} == {"packtrace_schema", "parties"}


def test_correction_outlives_its_record(store: Store) -> None:
    load_pack(store, make_contents())
    with store.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO corrections (record_id, sha256, type, key, field, old, new, who, why, made_at) "
                "SELECT id, 'x', type, key, 'ref', '1', '2', 'me', 'misread', '2024-01-01' FROM records WHERE id = 1"
            )
        )
    load_pack(store, newer(make_contents(), "2"))
    load_pack(store, newer(make_contents(records=()), "3"))
    with store.reading() as connection:
        assert connection.execute(text("SELECT record_id, field FROM corrections")).all() == [(None, "ref")]


def described() -> Iterator[tuple[str, str]]:
    for table in describe_store():
        yield table
        if table.name in Base.metadata.tables:
            yield from ((f"{table.name}.{name}", comment) for name, comment in describe_columns(table.name))


@pytest.mark.parametrize(("name", "comment"), list(described()), ids=lambda value: value if " " not in value else "")
def test_table_view_or_column_says_what_it_holds(name: str, comment: str) -> None:
    assert len(comment.split()) >= 2, name


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite keeps no comments
def test_database_knows_the_descriptions(store: Store) -> None:
    with store.reading() as connection:
        comment = connection.execute(text("SELECT obj_description('open_actions'::regclass)")).scalar_one()
    assert comment == dict(describe_store())["open_actions"]
