"""A store that is held by another program, may only be read, or is damaged: a batch says which, and loses nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from load import list_packs, open_store
from load.errors import StoreDiskError
from packtrace.batch import Settings, ingest_files
from packtrace.errors import StoreDamagedError, StoreFullError, StoreLockedError, as_packtrace_error
from packtrace.inputs import paths_to_inputs
from packtrace.opening import opened_store
from packtrace.originals import keep_original
from tests.faults.batches import check_complete, check_whole, write_files
from tests.load.conftest import execute
from tests.load.postgres_server import find_programs, own_by_server, running_server
from tests.packtrace.readers import read_slowly
from tests.packtrace.test_batch import Log

FILES = 6
_HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("ROLLBACK")
"""


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    return write_files(tmp_path, FILES)


def run_batch(where: Path | str, incoming: Path) -> None:
    with opened_store(str(where), create=True) as store:
        ingest_files(store, paths_to_inputs([str(incoming)]), Settings(jobs=1), Log(), read_slowly)


@contextmanager
def held_by_another_process(path: Path, seconds: float) -> Iterator[None]:
    command = [sys.executable, "-c", _HOLD, str(path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.kill()


def test_store_held_for_longer_than_one_waits_ends_the_batch(
    tmp_path: Path, incoming: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / "store.db"
    open_store(str(where)).close()
    monkeypatch.setattr("load.store.BUSY_SECONDS", 0.2)
    with held_by_another_process(where, 600), pytest.raises(StoreLockedError):
        run_batch(where, incoming)
    run_batch(where, incoming)
    with closing(open_store(str(where))) as store:
        check_complete(store, FILES)


def test_store_held_for_a_moment_is_waited_for(tmp_path: Path, incoming: Path) -> None:
    where = tmp_path / "store.db"
    open_store(str(where)).close()
    with held_by_another_process(where, 1):
        run_batch(where, incoming)
    with closing(open_store(str(where))) as store:
        check_complete(store, FILES)


def test_store_that_is_damaged_in_the_middle_ends_the_batch(tmp_path: Path, incoming: Path) -> None:
    where = tmp_path / "store.db"
    run_batch(where, incoming)
    content = bytearray(where.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)  # its head and first list of tables stay
    where.write_bytes(content)
    with pytest.raises(StoreDamagedError) as raised:
        run_batch(where, incoming)
    assert str(where) in str(raised.value)
    assert where.read_bytes() == bytes(content)


@pytest.fixture
def disk() -> Iterator[Path]:
    """A disk of eight megabytes, in a folder that a database server can reach too."""
    folder = Path(tempfile.mkdtemp(prefix="packtrace-disk-"))
    folder.chmod(0o755)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("nobody but root can make a little disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.rmdir()


def test_store_on_a_disk_that_may_only_be_read_is_read_and_takes_no_packs(disk: Path, incoming: Path) -> None:
    where = disk / "store.db"
    run_batch(where, incoming)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with closing(open_store(str(where), create=False)) as store:
        check_whole(store)
        assert len(list_packs(store)) == FILES
        with pytest.raises(StoreDiskError), store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM packs")
    with pytest.raises(StoreDiskError) as raised:
        open_store(str(where))
    assert str(disk) in as_packtrace_error(raised.value).message
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    run_batch(where, incoming)


def test_original_for_which_there_is_no_room_is_not_kept_by_halves(disk: Path, tmp_path: Path) -> None:
    with closing(open_store(str(disk / "store.db"))) as store:
        large = tmp_path / "large.pdf"
        large.write_bytes(bytes(10_000_000))
        with pytest.raises(OSError, match="No space left"):
            keep_original(store, large, "5ea1" * 16)
        assert list((disk / "packs").iterdir()) == []


def test_original_of_which_a_part_was_kept_is_kept_whole(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "store.db"))) as store:
        whole = tmp_path / "whole.pdf"
        whole.write_bytes(b"%PDF-1.7 and all the rest")
        (tmp_path / "packs").mkdir()
        (tmp_path / "packs" / f"{'5ea1' * 16}.pdf").write_bytes(b"%PDF")
        assert keep_original(store, whole, "5ea1" * 16).read_bytes() == whole.read_bytes()


@pytest.fixture
def database_on(disk: Path) -> Iterator[str]:
    """The URL of a PostgreSQL database whose tables, but not its log, are on the little disk."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
    with running_server(programs) as url:
        own_by_server(disk)
        execute(url, f"CREATE TABLESPACE little LOCATION '{disk}'")
        execute(url, "CREATE DATABASE store TABLESPACE little TEMPLATE template0")
        yield url.format(name="store")
        execute(url, "DROP DATABASE store WITH (FORCE)")
        execute(url, "DROP TABLESPACE little")


def fill(disk: Path) -> Path:
    """Writes a file until there is no room for a page more."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    return filler


def test_postgresql_without_room_ends_the_batch_and_room_lets_it_go_on(
    database_on: str, disk: Path, incoming: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # PDFs are kept in a folder here where the store is on a server
    open_store(database_on).close()
    filler = fill(disk)
    with pytest.raises(StoreFullError):
        run_batch(database_on, incoming)
    with closing(open_store(database_on)) as store:
        check_whole(store)
    filler.unlink()
    run_batch(database_on, incoming)
    with closing(open_store(database_on)) as store:
        check_complete(store, FILES)
