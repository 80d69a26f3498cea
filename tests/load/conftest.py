"""Stores to test with: every test that asks for `address` or `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from load import Store, open_store
from tests.load.postgres_server import find_programs, running_server

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a running PostgreSQL server with `{name}` for the database."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed: tests/system_packages.sh postgresql installs it")
    with running_server(programs) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """The name of a database with an empty store, which new ones are copied from: quicker than making each anew."""
    name = "template_of_stores"
    execute(postgres, f"CREATE DATABASE {name}")
    open_store(postgres.format(name=name)).close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Which database it is."""
    return str(request.param)  # a test may name one of them


@pytest.fixture
def address(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if database == "sqlite":
        return f"sqlite:///{tmp_path}/empty.db"
    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def store(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    if database == "sqlite":
        opened = open_store(str(tmp_path / "store.db"))
    else:
        template = request.getfixturevalue("postgres_template")
        opened = open_store(new_database(request.getfixturevalue("postgres"), template))
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for the tests of a module that leave it as others can use it: to make one for each takes longer."""
    if request.param == "sqlite":
        opened = open_store(str(tmp_path_factory.mktemp("shared") / "store.db"))
    else:
        template = request.getfixturevalue("postgres_template")
        opened = open_store(new_database(request.getfixturevalue("postgres"), template))
    yield opened
    opened.close()


def new_database(server: str, template: str = "template0") -> str:
    """Makes a database on a server, as a copy of another; returns its URL."""
    name = f"test_{next(_numbers)}"
    execute(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    return server.format(name=name)


def execute(server: str, sql: str) -> None:
    """Runs a statement on a server, outside any transaction."""
    with psycopg.connect(server.format(name="postgres"), autocommit=True) as connection:
        connection.execute(sql)  # type: ignore[arg-type]  # statements of our own making
