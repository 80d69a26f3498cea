"""Stores that an older packtrace made are brought up to date with all that is in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from load import Store, load_pack, open_store, search
from load.errors import StoreTooOldError
from load.models import SCHEMA_VERSION, Base
from load.upgrade import VERSION_TABLE, upgrade_tables
from load.views import VIEWS
from tests.load.packs import make_contents

Rows = dict[str, list[dict[str, str]]]
"""Rows by table, each value as words."""

pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
"""SQLAlchemy can tell nothing of such indexes on SQLite."""


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """An engine on an empty database, without what `open_store` sets up."""
    made = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    yield made
    made.dispose()


def make_first_store(engine: Engine) -> None:
    """The tables of the first revision, with a pack, two pages, a record and an offer in them."""
    make_old_store(engine, 1)


def make_old_store(engine: Engine, version: int) -> None:
    """The tables of a revision, with a row in all that came with it or before."""
    with engine.begin() as connection:
        _run_revision(connection, version)
        for since, statement in _OLD_ROWS:
            if since <= version:
                connection.execute(text(statement.format(version=version)))


def _run_revision(connection: Connection, version: int) -> None:
    from load.upgrade import _run_revisions, revision_of

    _run_revisions(connection, revision_of(version))
    if version == 1:
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))  # the first stores were made without it


_OLD_ROWS = (
    (1, "INSERT INTO packtrace_schema VALUES (1, {version}, '2024-01-01 00:00:00')"),
    (
        1,
        "INSERT INTO packs (sha256, file_name, byte_size, page_count, extractor_version, loaded_at, outcome) "
        "VALUES ('ab', 'old.pdf', 1, 2, '0.0.1', '2024-01-01 00:00:00', 'loaded')",
    ),
    (1, "INSERT INTO pages VALUES (1, 1, NULL, 595, 842, 0, 'text', 'Agenda'), (1, 2, '1', 595, 842, 0, 'blank', '')"),
    (1, "INSERT INTO records (pack_id, type, page, position, key, confidence) VALUES (1, 'ratings', 2, 0, 'k', 1)"),
    (1, "INSERT INTO ratings (record_id, subject, rag) VALUES (1, 'Libraries', 'green')"),
    (1, "INSERT INTO runs (started_at, version, settings) VALUES ('2024-01-01 00:00:00', '0.0.1', '{{}}')"),
    (
        1,
        "INSERT INTO offers (run_id, pack_id, path, file_name, offered_at, seconds, outcome) "
        "VALUES (1, 1, 'old.pdf', 'old.pdf', '2024-01-01 00:00:00', 1, 'loaded')",
    ),
    (
        1,
        "INSERT INTO sources (record_id, field, position, pack_id, page, x0, top, x1, bottom, words, origin) "
        "VALUES (1, 'subject', 0, 1, 2, 72, 72, 90, 84, 'Libraries', 'printed')",
    ),
    (1, "INSERT INTO parties (name) VALUES ('RS'), ('Rob Semens')"),
    (
        1,
        "INSERT INTO corrections (record_id, sha256, type, key, field, old, new, who, why, made_at) VALUES "
        "(1, 'ab', 'ratings', 'k', 'rag', '\"green\"', '\"red\"', 'A. Clerk', 'misread', '2024-01-01 00:00:00')",
    ),
    (2, "UPDATE packs SET superseded_by = NULL, supplement_to = NULL, modified_at = '2024-01-01 00:00:00'"),
    (
        3,
        "INSERT INTO tables (pack_id, number, page, row_count, column_count, header_rows, style, confidence) "
        "VALUES (1, 1, 2, 2, 2, 1, 'ruled', 0.6)",
    ),
    (
        3,
        "INSERT INTO checks (pack_id, table_id, rule, verdict, worked_out, difference) "
        "VALUES (1, 1, 'net', 'agrees', 1, 0)",
    ),
    (3, "INSERT INTO rating_marks VALUES (1, 'word', 'green', 'Green', NULL, NULL, 1, 2, 72, 72, 90, 84)"),
    (4, "INSERT INTO known_owners VALUES (1, 1, 0, 2, 'derived', 1, 72, 72, 90, 84, 'Rob Semens')"),
)
"""Rows that a revision and all after it can hold; braces are doubled for `format`."""


def shape(engine: Engine) -> dict[str, Any]:
    """Every table with its columns and constraints, as the database itself tells them."""
    looked = inspect(engine)
    return {table: _shape_of_table(looked, table) for table in sorted(looked.get_table_names())}


def _shape_of_table(looked: Any, table: str) -> dict[str, Any]:
    columns = {c["name"]: (str(c["type"]), c["nullable"], c.get("comment")) for c in looked.get_columns(table)}
    return {
        "columns": columns,
        "primary": looked.get_pk_constraint(table)["constrained_columns"],
        "foreign": _sorted(looked.get_foreign_keys(table)),
        "unique": _sorted(looked.get_unique_constraints(table)),
        "checks": sorted((c["name"], " ".join(str(c["sqltext"]).split())) for c in looked.get_check_constraints(table)),
        "indexes": _sorted([_in_words(index) for index in looked.get_indexes(table)]),
    }


def _in_words(index: Any) -> dict[str, Any]:
    """An index of a part of a table has the SQL that says which part as an object of its own."""
    return {**index, "dialect_options": {name: str(said) for name, said in index.get("dialect_options", {}).items()}}


def _sorted(described: list[Any]) -> list[str]:
    return sorted(repr(sorted(one.items())) for one in described)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_old_store_is_brought_up_with_all_that_is_in_it(address: str, engine: Engine, version: int) -> None:
    make_old_store(engine, version)
    before = contents_of(engine)
    with closing(open_store(address)) as store:
        assert _in_columns_of(before, contents_of(engine)) == before
        with store.reading() as connection:
            now = connection.execute(text("SELECT version FROM packtrace_schema")).scalar_one()
            shown = connection.execute(text("SELECT subject, rag, corrected FROM all_ratings")).one()
        assert (now, tuple(shown)) == (SCHEMA_VERSION, ("Libraries", "red", 1))
        assert load_pack(store, make_contents()).outcome == "loaded"
        _delete_the_old_pack(store)


def contents_of(engine: Engine) -> Rows:
    """All rows of all tables of ours, values as words, but for the number of the schema."""
    names = [name for name in Base.metadata.tables if inspect(engine).has_table(name)]
    with engine.connect() as connection:
        found = {name: connection.execute(text(f"SELECT * FROM {name}")).mappings().all() for name in names}
    rows = {name: [{column: str(value) for column, value in row.items()} for row in found[name]] for name in names}
    return {name: given for name, given in rows.items() if given and name != "packtrace_schema"}


def _in_columns_of(before: Rows, after: Rows) -> Rows:
    """The same rows after the upgrade, without the columns that it added."""
    both = {name: zip(after[name], rows, strict=True) for name, rows in before.items()}
    return {name: [{column: new[column] for column in old} for new, old in rows] for name, rows in both.items()}


def _delete_the_old_pack(store: Store) -> None:
    """References hold after the tables under them were made anew."""
    with store.writing() as connection:
        connection.execute(text("DELETE FROM packs WHERE id = 1"))
        left = [connection.execute(text(f"SELECT count(*) FROM {n} WHERE pack_id = 1")).scalar_one() for n in _OF_PACK]
    assert not any(left)


_OF_PACK = ("pages", "records", "offers", "sources", "tables", "checks", "known_owners")


def test_old_store_is_not_changed_by_who_only_reads(address: str, engine: Engine) -> None:
    make_first_store(engine)
    before = shape(engine)
    with pytest.raises(StoreTooOldError):
        open_store(address, create=False)
    assert shape(engine) == before


def test_upgraded_store_is_like_a_new_one(address: str, engine: Engine, store: Store) -> None:
    make_first_store(engine)
    open_store(address).close()
    assert shape(engine) == shape(store.engine)


def test_models_and_migrations_agree(engine: Engine, database: str) -> None:
    with engine.begin() as connection:
        _run_revision(connection, 1)
        connection.execute(text(_OLD_ROWS[0][1].format(version=1)))
        upgrade_tables(connection, 1)
    with engine.connect() as connection:
        settings = {"compare_type": True, "include_name": _is_of_models}
        context = MigrationContext.configure(connection, opts=settings)
        assert compare_metadata(context, Base.metadata) == []


def _is_of_models(name: str | None, kind: str, _: object) -> bool:
    """What keeps words and what views show is made by load.indexing, and which revision a store has by Alembic."""
    return (
        name != VERSION_TABLE
        and not str(name).startswith(("page_search", "record_search"))
        and not (kind == "index" and str(name).endswith(("_words", "_shown")))
    )


def test_revision_that_fails_leaves_the_old_store(
    address: str, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_first_store(engine)
    before = shape(engine)

    def fail(connection: Connection) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("load.upgrade.create_views", fail)
    with pytest.raises(ZeroDivisionError):
        open_store(address)
    assert shape(engine) == before
    monkeypatch.undo()
    open_store(address).close()
    assert {view.name for view in VIEWS} <= set(inspect(engine).get_view_names())


def test_old_store_can_be_searched_once_it_is_brought_up(address: str, engine: Engine) -> None:
    make_first_store(engine)
    with closing(open_store(address)) as store:
        assert [hit.page for hit in search(store, "agenda", "pages")] == [1]
        assert [(hit.type, hit.page) for hit in search(store, "library")] == [("ratings", 2)]
