"""Questions in SQL, which can read everything and change nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from load.errors import QueryFailedError, StoreError, WriteRefusedError
from load.store import Store, database_error_to_ours
from load.types import Answer

_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
_OF_SEARCH = (
    (sqlite3.SQLITE_PRAGMA, "data_version", None),
    *((sqlite3.SQLITE_UPDATE, "sqlite_master", name) for name in ("type", "name", "tbl_name", "rootpage", "sql")),
)
"""What SQLite asks leave for when a query first names page_search or record_search. That somebody writes to the list of
tables it refuses by itself (https://www.sqlite.org/pragma.html#pragma_writable_schema).
"""
_REFUSED = ("not authorized", "readonly database", "read-only transaction", "query only", "prohibited")


@contextmanager
def ask(store: Store, sql: str) -> Iterator[Answer]:
    """The answer to one SQL statement that only reads.

    Raises WriteRefusedError for one that would change anything, QueryFailedError for one the database cannot follow.
    """
    try:
        with store.engine.connect() as connection, _reading_only(connection):
            result = _execute(connection, sql)
            yield Answer(tuple(result.keys()), (tuple(row) for row in result))
    except SQLAlchemyError as error:
        raise _to_query_error(store.url, error) from error


@contextmanager
def _reading_only(connection: Connection) -> Iterator[None]:
    """SQLite asks leave for everything a statement does; PostgreSQL knows transactions that may not write."""
    if connection.dialect.name != "sqlite":
        connection.execution_options(postgresql_readonly=True)
        yield
        return
    driver: Any = connection.connection.driver_connection
    connection.begin()
    driver.set_authorizer(_permit)
    try:
        yield
    finally:
        driver.set_authorizer(None)


def _permit(action: int, about: str | None, more: str | None, *_: str | None) -> int:
    allowed = action in _ALLOWED or (action, about, more) in _OF_SEARCH
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _execute(connection: Connection, sql: str) -> CursorResult[Any]:
    """Through a cursor of the server, for which PostgreSQL takes one SELECT and nothing else."""
    options = {"stream_results": True, "no_parameters": True}
    return connection.execution_options(**options).exec_driver_sql(sql.strip().rstrip(";"))


def _to_query_error(url: str, error: SQLAlchemyError) -> StoreError:
    said = str(error.orig).strip() if isinstance(error, DBAPIError) else str(error)
    if any(words in said for words in _REFUSED):
        return WriteRefusedError(url, said)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return database_error_to_ours(url, error)
    return QueryFailedError(url, said)
