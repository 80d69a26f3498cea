"""Opening a store, and the few things in which SQLite and PostgreSQL differ."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)

from load.errors import (
    ContentsError,
    StoreAbsentError,
    StoreDamagedError,
    StoreDiskError,
    StoreError,
    StoreFullError,
    StoreLockedError,
    StoreNotOursError,
    StoreTooNewError,
    StoreTooOldError,
    StoreUnreachableError,
)
from load.indexing import create_indexes
from load.models import SCHEMA_VERSION, Base, StoreSchema
from load.upgrade import mark_revision, turn_foreign_keys, upgrade_tables
from load.views import create_views

BUSY_SECONDS = 30.0
"""How long to wait for another program that writes to the same SQLite file."""

_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_WRITING = "packtrace_writing"
_MAKING_A_STORE = 0x7061636B  # a number that no other program is likely to lock by


@dataclass(frozen=True, slots=True)
class Store:
    """An open store: `url` is its address without the password; `path` its file, for SQLite in a file."""

    engine: Engine
    url: str
    path: Path | None

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store; database errors come out as StoreError."""
        with errors_as_ours(self.url), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept if the block ends, nothing if it raises."""
        with (
            errors_as_ours(self.url),
            self.engine.connect().execution_options(**{_WRITING: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()


def open_store(address: str, *, create: bool = True) -> Store:
    """The store at an SQLAlchemy URL or the path of an SQLite file; made there if there is none and `create` is true,
    and brought up to this schema if an older packtrace made it. One in a folder that nobody may write to is only read.

    Raises StoreAbsentError, StoreUnreachableError, StoreNotOursError, StoreTooNewError or StoreTooOldError, and
    StoreDiskError where packs are to go into a folder that cannot be written to.
    """
    url = _read_address(address)
    shown = url.render_as_string(hide_password=True)
    path = _sqlite_path(url)
    if path is not None:
        _prepare_folder(path, shown, create)
        url = _as_it_can_be_opened(url, path)
    store = Store(_make_engine(url, shown), shown, path)
    try:
        _check_schema(store, create)
    except BaseException:
        store.close()
        raise
    return store


def _read_address(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreUnreachableError(address, "this is not the address of a database") from error
    return url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))


def _sqlite_path(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def _prepare_folder(path: Path, shown: str, create: bool) -> None:
    if path.exists():
        if create and not os.access(path.parent, os.W_OK):
            raise StoreDiskError(shown, f"the folder {path.parent} cannot be written to, so that packs cannot go in")
        return
    if not create:
        raise StoreAbsentError(shown, "there is no store here yet")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachableError(shown, f"the folder {path.parent} cannot be made: {error.strerror}") from error


def _as_it_can_be_opened(url: URL, path: Path) -> URL:
    """Where SQLite cannot write beside the file it opens one of WAL only as one that nobody changes; that holds where
    nothing is left in a WAL (https://www.sqlite.org/wal.html#read_only_databases).
    """
    if not path.is_file() or os.access(path.parent, os.W_OK) or path.with_name(f"{path.name}-wal").exists():
        return url
    return url.set(database=path.absolute().as_uri(), query={"immutable": "1", "mode": "ro", "uri": "true"})


def _make_engine(url: URL, shown: str) -> Engine:
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreUnreachableError(shown, "a store is an SQLite file or a PostgreSQL database")
    try:
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() == "postgresql")
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreUnreachableError(shown, f"the driver for this database is not installed ({error})") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    """Transactions are ours to begin, foreign keys hold, and readers do not wait for the writer (WAL)."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once, so that two batches queue up rather than fail in the middle."""
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _check_schema(store: Store, create: bool) -> None:
    version = _read_version(store)
    if version is None and not create:
        raise StoreAbsentError(store.url, "there is no store here yet")
    if version is None:
        _create_schema(store)
    elif version > SCHEMA_VERSION:
        raise StoreTooNewError(
            store.url, f"a newer packtrace wrote it (schema {version}, this one knows {SCHEMA_VERSION})"
        )
    elif version < SCHEMA_VERSION and not create:
        raise StoreTooOldError(
            store.url, f"an older packtrace wrote it (schema {version}, this one has {SCHEMA_VERSION})"
        )
    elif version < SCHEMA_VERSION:
        _upgrade_schema(store)


def _read_version(store: Store) -> int | None:
    """The version of the schema; None where the database is empty; a database with other tables is refused."""
    with store.reading() as connection:
        names = set(inspect(connection).get_table_names())
        if StoreSchema.__tablename__ in names:
            return connection.execute(select(StoreSchema.version)).scalar_one()
    if names:
        raise StoreNotOursError(store.url, "this database has tables, but not those of packtrace")
    return None


def _create_schema(store: Store) -> None:
    if store.dialect == "sqlite":
        with store.reading() as connection:
            raw = connection.connection.driver_connection
            raw.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]  # the driver's own connection is open
    with store.writing() as connection:
        if store.dialect == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING_A_STORE})")
        if StoreSchema.__tablename__ in inspect(connection).get_table_names():
            return  # another program made it while this one waited for the lock
        Base.metadata.create_all(connection)
        create_views(connection)
        create_indexes(connection)
        mark_revision(connection, SCHEMA_VERSION)
        connection.execute(
            insert(StoreSchema).values(row_number=1, version=SCHEMA_VERSION, created_at=datetime.now(UTC))
        )


def _upgrade_schema(store: Store) -> None:
    """Brings an older store up to this schema in one transaction, unless another program has just done it."""
    with errors_as_ours(store.url), store.engine.connect() as connection:
        turn_foreign_keys(store.engine, connection, on=False)
        try:
            with connection.execution_options(**{_WRITING: True}).begin():
                if store.dialect == "postgresql":
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING_A_STORE})")
                version = connection.execute(select(StoreSchema.version)).scalar_one()
                if version < SCHEMA_VERSION:
                    upgrade_tables(connection, version)
        finally:
            turn_foreign_keys(store.engine, connection, on=True)


@contextmanager
def errors_as_ours(url: str) -> Iterator[None]:
    """Turns errors of the database library into ours."""
    try:
        yield
    except SQLAlchemyError as error:
        raise database_error_to_ours(url, error) from error


def database_error_to_ours(url: str, error: SQLAlchemyError) -> StoreError:
    """The error of ours that says what an error of the database library means."""
    said = str(error.orig).strip() if isinstance(error, DBAPIError) else str(error)
    if isinstance(error, IntegrityError):
        return ContentsError(url, f"what was to be loaded contradicts itself ({said})")
    for words, kind in _SQLITE_SAYS:
        if words in said:
            return kind(url, said)
    if isinstance(error, OperationalError):
        return StoreUnreachableError(url, said)
    return StoreError(url, said)


_SQLITE_SAYS: tuple[tuple[str, type[StoreError]], ...] = (
    ("file is not a database", StoreNotOursError),
    ("malformed", StoreDamagedError),
    ("database is locked", StoreLockedError),
    ("lock timeout", StoreLockedError),
    ("database or disk is full", StoreFullError),
    ("No space left", StoreFullError),
    ("disk I/O error", StoreDiskError),
    ("readonly database", StoreDiskError),
)
