"""A batch that is killed, runs out of disk or loses its database leaves whole packs, and the next one goes on."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from load import open_store
from packtrace.errors import StoreDiskError, StoreFullError
from tests.faults.batches import (
    check_complete,
    check_originals,
    check_whole,
    finish,
    kill,
    packs_in,
    start_batch,
    write_files,
)
from tests.load.conftest import new_database
from tests.load.postgres_server import find_programs, running_server

FILES = 40


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    return write_files(tmp_path, FILES)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with running_server(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    return new_database(request.getfixturevalue("server"))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_batch_killed_at_random_moments_goes_on(where: str, root: Path, incoming: Path, number: signal.Signals) -> None:
    dice = random.Random(int(number))
    for _ in range(3 if number == signal.SIGKILL else 1):
        batch = start_batch(where, root, incoming)
        wait_for_packs(where, packs_in(where) + 1)
        time.sleep(dice.uniform(0, 0.3))
        workers = psutil.Process(batch.pid).children()
        kill(batch, number)
        psutil.wait_procs(workers, timeout=120)
        assert not [worker for worker in workers if worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE]
        with closing(open_store(where)) as store:
            check_whole(store)
    said = finish(start_batch(where, root, incoming))
    with closing(open_store(where)) as store:
        check_complete(store, FILES)
        if store.path is not None:
            check_originals(store)
    assert "Traceback" not in said


def wait_for_packs(where: str, count: int) -> None:
    until = time.monotonic() + 300
    while packs_in(where) < min(count, FILES) and time.monotonic() < until:
        time.sleep(0.05)


def test_two_batches_on_one_store_lose_nothing(where: str, root: Path, incoming: Path) -> None:
    batches = [start_batch(where, root, incoming) for _ in range(2)]
    said = [finish(batch) for batch in batches]
    assert [batch.returncode for batch in batches] == [0, 0], said
    with closing(open_store(where)) as store, store.reading() as connection:
        packs = connection.exec_driver_sql("SELECT count(*) FROM packs").scalar_one()
        partial = "SELECT count(*) FROM packs p WHERE 9 <> (SELECT count(*) FROM records WHERE pack_id = p.id)"
        assert (packs, connection.exec_driver_sql(partial).scalar_one()) == (FILES, 0)


@pytest.fixture
def little_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, with an empty store on it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("nobody but root can make a little disk")
    try:
        open_store(str(folder / "store.db")).close()
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_full_disk_ends_the_batch_and_room_lets_it_go_on(root: Path, incoming: Path, little_disk: Path) -> None:
    where = str(little_disk / "store.db")
    full = start_batch(where, root, incoming)
    said = finish(full)
    assert full.returncode != 0
    assert StoreFullError.__name__ in said, said[-2000:]
    with closing(open_store(where)) as store:
        check_whole(store)
        check_originals(store)
    subprocess.run(["mount", "-o", "remount,size=64m", str(little_disk)], check=True)
    finish(start_batch(where, root, incoming))
    with closing(open_store(where)) as store:
        check_complete(store, FILES)


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="prlimit is not here")
def test_disk_that_does_not_write_ends_the_batch(tmp_path: Path, root: Path, incoming: Path) -> None:
    where = str(tmp_path / "store.db")
    open_store(where).close()
    said = finish(start_batch(where, root, incoming, most_bytes=600_000))
    assert StoreDiskError.__name__ in said, said[-2000:]
    finish(start_batch(where, root, incoming))
    with closing(open_store(where)) as store:
        check_complete(store, FILES)


def test_database_started_anew_in_the_middle_is_waited_for(root: Path, incoming: Path) -> None:
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with running_server(programs) as url:
        where = new_database(url)
        open_store(where).close()
        batch = start_batch(where, root, incoming)
        wait_for_packs(where, 3)
        restart(url)
        said = finish(batch)
        assert batch.returncode == 0, said[-2000:]
        with closing(open_store(where)) as store:
            check_complete(store, FILES)


def restart(url: str) -> None:
    from tests.load.postgres_server import restart_server

    restart_server(Path(url.partition("host=")[2]))
