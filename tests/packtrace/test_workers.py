"""Worker processes: what happens in one costs the pack that it reads, and nothing else."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from load import Store, latest_offers, list_packs, open_store
from packtrace.batch import Settings, ingest_files
from packtrace.inputs import LocalFile
from packtrace.limits import MEBIBYTE, Limits
from packtrace.workers import RECYCLE_AFTER, Job, Workers
from tests.packtrace.readers import mark_of, read_or_fail, read_slowly
from tests.packtrace.test_batch import Log, outcomes

LIMITS = Limits(seconds=6.0, memory=400 * MEBIBYTE)
"""Of reading alone, which takes no time here: that to start a process takes long on a busy machine does not count."""
TWO = Settings(jobs=2, limits=LIMITS, keep=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "store.db"))
    yield opened
    opened.close()


def write_files(folder: Path, *names: str) -> list[LocalFile]:
    """Files of half a million bytes, so that it is worth starting a second worker for them."""
    files = []
    for number, name in enumerate(names):
        file = folder / f"{name}.pdf"
        file.write_bytes(b"%PDF-1.7\n" + str(number).encode() * 500_000)
        files.append(LocalFile(file))
    return files


@pytest.mark.parametrize(
    ("name", "outcome", "said"),
    [
        ("crashes", "crashed", "SIGSEGV"),
        ("leaves", "crashed", "exit code 3"),
        ("hangs", "timed_out", "6 seconds"),
        ("spins", "timed_out", "6 seconds"),
        ("swells", "out_of_memory", "memory"),
        ("asks for all", "out_of_memory", "memory"),
    ],
)
def test_worker_that_fails_costs_only_its_pack(
    store: Store, tmp_path: Path, name: str, outcome: str, said: str
) -> None:
    files = write_files(tmp_path, "a", name, "b", "c")
    ended = ingest_files(store, files, TWO, Log(), read_or_fail)
    sound = dict.fromkeys(("a.pdf", "b.pdf", "c.pdf"), "loaded_with_issues")
    assert outcomes(ended) == sound | {f"{name}.pdf": outcome}
    assert {pack.row.file_name for pack in list_packs(store)} == set(sound)
    (failed,) = [result.error for result in ended if result.error is not None]
    assert said in failed.message
    assert f"{name}.pdf" in failed.message


def test_worker_that_the_system_kills_costs_only_its_pack(store: Store, tmp_path: Path) -> None:
    files = write_files(tmp_path, "hangs", "a", "b")
    killer = threading.Thread(target=kill_the_worker_that_has_begun, args=(files[0].path,))
    killer.start()
    patient = Settings(jobs=2, limits=Limits(seconds=600.0), keep=False)
    ended = ingest_files(store, files, patient, Log(), read_or_fail)
    killer.join()
    assert outcomes(ended) == {
        "hangs.pdf": "out_of_memory",
        "a.pdf": "loaded_with_issues",
        "b.pdf": "loaded_with_issues",
    }


def kill_the_worker_that_has_begun(path: Path) -> None:
    """The first file goes to the worker that was started first."""
    while not mark_of(path).exists():
        time.sleep(0.02)
    workers = [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())]
    min(workers, key=lambda process: process.create_time()).send_signal(signal.SIGKILL)


def test_workers_are_ended_with_the_batch_and_replaced_in_time(tmp_path: Path) -> None:
    files = write_files(tmp_path, *(f"n{number}" for number in range(3)))
    jobs = (Job(file.path, number) for number, file in enumerate(files * (RECYCLE_AFTER // 2)))
    seen = set()
    for _ in Workers(read_or_fail, LIMITS, 1).results(jobs):
        seen |= {child.pid for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())}
    assert len(seen) == 2
    assert not [pid for pid in seen if psutil.pid_exists(pid) and psutil.Process(pid).ppid() == os.getpid()]


def test_many_packs_by_two_workers_are_all_in_and_the_second_run_reads_none(store: Store, tmp_path: Path) -> None:
    files = write_files(tmp_path, *(f"n{number}" for number in range(8)))
    ended = ingest_files(store, files, TWO, Log(), read_slowly)
    assert set(outcomes(ended).values()) == {"loaded_with_issues"}
    log = Log()
    assert set(outcomes(ingest_files(store, files, TWO, log, read_or_fail)).values()) == {"unchanged"}
    assert not [told for told in log.told if told.startswith("begins")]
    assert {offer.outcome for offer in latest_offers(store)} == {"loaded_with_issues"}
