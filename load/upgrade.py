"""Bringing a store that an older packtrace made up to the tables of this one."""

from __future__ import annotations

from importlib import resources
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.schema import SetColumnComment, SetTableComment

from load.indexing import create_indexes, drop_indexes
from load.models import SCHEMA_VERSION, Base
from load.putting_right import put_all_right
from load.views import create_views, drop_views

VERSION_TABLE = "alembic_version"


def revision_of(version: int) -> str:
    """The revision that makes the tables of a version of the schema."""
    return f"{version:04d}"


def mark_revision(connection: Connection, version: int) -> None:
    """Writes down which revision a store has, where Alembic looks for it."""
    connection.execute(
        text(f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text(f"DELETE FROM {VERSION_TABLE}"))
    connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES (:revision)"), {"revision": revision_of(version)})


def upgrade_tables(connection: Connection, version: int, target: int = SCHEMA_VERSION) -> None:
    """Runs the revisions after `version` up to `target` in the open transaction; nothing of it stays where one fails.

    On SQLite foreign keys must be off on the connection: tables are made anew, and what refers to them is to stay.
    """
    drop_indexes(connection)
    drop_views(connection)
    if version:
        mark_revision(connection, version)
    _run_revisions(connection, revision_of(target))
    connection.execute(text("UPDATE packtrace_schema SET version = :version"), {"version": target})
    if target == SCHEMA_VERSION:
        create_views(connection)
        put_all_right(connection)
        create_indexes(connection)
        write_comments(connection)
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise RuntimeError(f"{len(broken)} rows refer to rows that are not there, the first in {broken[0][0]}")


def _run_revisions(connection: Connection, revision: str) -> None:
    from alembic import command  # takes long to import, and hardly ever has anything to do
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("load").joinpath("migrations")))
    config.set_main_option("version_locations", str(resources.files("load").joinpath("migrations", "versions")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def write_comments(connection: Connection) -> None:
    """Tells PostgreSQL what tables and columns hold; the models say it, and SQLite has no place for it."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        connection.execute(SetTableComment(table))
        for column in table.columns:
            connection.execute(SetColumnComment(column))


def turn_foreign_keys(engine: Engine, connection: Connection, *, on: bool) -> None:
    """Whether SQLite minds references; only between transactions."""
    if engine.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
