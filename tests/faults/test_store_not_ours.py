"""A store that another program wrote: it is refused and left as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from packtrace.errors import StoreNotOursError


def write_other_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE holidays (day TEXT)")
        connection.execute("INSERT INTO holidays VALUES ('2024-12-25')")
        connection.commit()


def write_text(path: Path) -> None:
    path.write_text("This is not a database. " * 100, encoding="utf-8")


@pytest.mark.parametrize("write", [write_other_tables, write_text])
def test_store_of_another_program_is_refused_and_left_alone(
    store_file: Path, ingest, appendix_pack: Path, write
) -> None:
    write(store_file)
    before = store_file.read_bytes()
    outcome = ingest(appendix_pack)
    assert outcome.code == StoreNotOursError.exit_code, outcome.said
    assert store_file.name in outcome.said
    assert StoreNotOursError.default_way_out in outcome.said
    assert "Traceback" not in outcome.said
    assert store_file.read_bytes() == before
