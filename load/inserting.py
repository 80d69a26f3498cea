"""Rows into tables: many at a time, but never all of a large pack at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Insert, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from load.models import Base, CheckTable, GridTable, RecordTable
from load.rows import Rows

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Value = TypeVar("Value")
_ROWS_AT_ONCE = 5000


def batches(values: Iterable[Value], most: int) -> Iterator[list[Value]]:
    """The values in lists of at most so many."""
    source = iter(values)
    while some := list(islice(source, most)):
        yield some


def insert_or(connection: Connection, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what to do where the row is there already; both databases write it alike."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # takes longer to import than a small pack to load

    return postgresql.insert(table)


def insert_for_ids(connection: Connection, table: type[GridTable | RecordTable | CheckTable], rows: Rows) -> list[int]:
    """The ids of the rows that are inserted, in their order."""
    if not rows:
        return []
    statement = insert(table).returning(table.id, sort_by_parameter_order=True)
    return list(connection.execute(statement, rows).scalars())


def insert_rows(connection: Connection, table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    """Inserts rows that all have the same columns."""
    execute(connection, insert(table), rows)


def insert_plain(connection: Connection, table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    """As `insert_rows`, for the two tables with tens of thousands of rows: values go to the driver as they are."""
    for some in batches(rows, _ROWS_AT_ONCE):
        columns = list(some[0])
        values = list(map(itemgetter(*columns), some))
        listed = ", ".join(columns)
        if connection.dialect.name == "postgresql":
            _copy(connection, f"COPY {table.__tablename__} ({listed}) FROM STDIN", values)
        else:
            places = ", ".join("?" * len(columns))
            connection.exec_driver_sql(f"INSERT INTO {table.__tablename__} ({listed}) VALUES ({places})", values)


def _copy(connection: Connection, sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """PostgreSQL's own way for many rows, which SQLAlchemy does not know; errors come out as SQLAlchemy's."""
    driver: Any = connection.connection
    try:
        with driver.cursor() as cursor, cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError.instance(sql, None, error, connection.dialect.loaded_dbapi.Error) from error


def execute(connection: Connection, statement: Insert, rows: Iterable[dict[str, Any]]) -> None:
    """Executes an insert with each row; without any it would insert one of defaults."""
    for some in batches(rows, _ROWS_AT_ONCE):
        connection.execute(statement, some)
