"""Worker processes: packs read side by side, each within its limits. One that crashes, hangs or is killed costs the
pack it was reading, and another takes its place.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from packtrace.errors import OutOfMemoryError, PacktraceError, ReaderFailedError, TimedOutError
from packtrace.limits import MEBIBYTE, Limits
from packtrace.portions import Portion, Whole
from packtrace.worker import GRACE, Begun, Finished, PagesRead, Reader, work

RECYCLE_AFTER = 50
"""Packs that a worker reads before a fresh one takes its place, so that what libraries leave behind cannot pile up."""

_TICK = 0.02  # seconds between two looks at the workers: what swells does so fast
_SPAWN = multiprocessing.get_context("spawn")  # a fork would copy locks that other threads hold
_GONE = object()


class Job(NamedTuple):
    """A file to read, what the batch knows it by, and what else the reader is to be told."""

    path: Path
    token: Any
    more: tuple[Any, ...] = ()


class Progress(NamedTuple):
    """So many pages of a job have been read."""

    job: Job
    done: int
    pages: int


class Result(NamedTuple):
    """What was read of a job, or why nothing was."""

    job: Job
    contents: Any
    error: PacktraceError | None


class _Worker:
    """One process with the job that it is on, and a thread that takes in what it says."""

    def __init__(self, read: Reader, limits: Limits, said: queue.SimpleQueue[tuple[_Worker, Any]]) -> None:
        self.job: Job | None = None
        self.began = 0.0
        self.is_reading = False
        self.packs = 0
        self.verdict: PacktraceError | None = None
        self.most = 0  # bytes of memory that it was seen to hold
        self.portions = Whole()
        self._connection, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=work, args=(theirs, read, limits), daemon=True)
        self.process.start()
        theirs.close()
        threading.Thread(target=self._listen, args=(said,), daemon=True).start()

    def _listen(self, said: queue.SimpleQueue[tuple[_Worker, Any]]) -> None:
        """Until the process is gone, or what it says breaks off."""
        with suppress(Exception):
            while True:
                said.put((self, self._connection.recv()))
        said.put((self, _GONE))

    def begin(self, job: Job) -> None:
        """Hands over a job; that the process is gone already is heard by the thread."""
        self.job, self.began, self.is_reading, self.portions = job, time.monotonic(), False, Whole()
        self.most = 0
        self.packs += 1
        with suppress(OSError):
            self._connection.send((job.path, job.more))

    def end(self) -> None:
        """Ends the process at once."""
        with suppress(OSError):
            self.process.kill()
        self.process.join()
        with suppress(OSError):
            self._connection.close()

    def memory(self) -> int:
        """Bytes of memory that the process holds; 0 where the system does not tell."""
        try:
            pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        except (OSError, IndexError):
            return 0
        self.most = max(self.most, int(pages) * 4096)
        return int(pages) * 4096


class Workers:
    """So many processes at most, started as there is work for them."""

    def __init__(self, read: Reader, limits: Limits, most: int) -> None:
        self._read, self._limits, self._most = read, limits, most
        self._said: queue.SimpleQueue[tuple[_Worker, Any]] = queue.SimpleQueue()
        self._workers: list[_Worker] = []

    def results(self, jobs: Iterator[Job]) -> Iterator[Progress | Result]:
        """Takes jobs as workers are free and gives each one's Result when it is there, Progress before it.

        All workers are ended when the jobs are, or when nobody asks for more.
        """
        try:
            while self._hand_out(jobs):
                yield from self._hear()
                self._hold_to_limits()
        finally:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _hand_out(self, jobs: Iterator[Job]) -> bool:
        """Gives a job to each worker that is free; whether any is at work."""
        free = [worker for worker in self._workers if worker.job is None]
        for _ in range(self._most - sum(worker.job is not None for worker in self._workers)):
            job = next(jobs, None)
            if job is None:
                break
            worker = free.pop() if free else self._start()
            worker.begin(job)
        return any(worker.job is not None for worker in self._workers)

    def _start(self) -> _Worker:
        worker = _Worker(self._read, self._limits, self._said)
        self._workers.append(worker)
        return worker

    def _hear(self) -> Iterator[Progress | Result]:
        """What the next worker that says something means; nothing if none does for a while."""
        try:
            worker, said = self._said.get(timeout=_TICK)
        except queue.Empty:
            return
        job = worker.job
        if said is _GONE:
            yield from self._bury(worker)
        elif isinstance(said, Begun):
            worker.began, worker.is_reading = time.monotonic(), True
        elif isinstance(said, PagesRead) and job is not None:
            yield Progress(job, said.done, said.pages)
        elif isinstance(said, Portion):
            worker.portions.add(said)
        elif isinstance(said, Finished) and job is not None:
            contents = worker.portions.join(said.contents) if said.error is None else None
            worker.job, worker.portions = None, Whole()
            if worker.packs >= RECYCLE_AFTER or worker.memory() > self._limits.memory // 2:
                self._workers.remove(worker)
                worker.end()
            yield Result(job, contents, said.error)

    def _bury(self, worker: _Worker) -> Iterator[Result]:
        if worker not in self._workers:
            return
        self._workers.remove(worker)
        worker.process.join(1.0)
        error = worker.verdict or _exit_to_error(worker, self._limits)
        worker.end()
        if worker.job is not None:
            yield Result(worker.job, None, error)

    def _hold_to_limits(self) -> None:
        """Kills workers that are over a limit; their end is heard of as any other. To start is no part of reading."""
        for worker in self._workers:
            if worker.job is None or worker.verdict is not None:
                continue
            path = worker.job.path
            if time.monotonic() - worker.began > self._limits.seconds + (0 if worker.is_reading else GRACE):
                limit = f"{self._limits.seconds:g} seconds"
                worker.verdict = TimedOutError(f"{path}: was not read after {limit}, and that is the limit.")
            elif worker.memory() > self._limits.memory:
                limit = f"{_megabytes(self._limits)} of memory"
                worker.verdict = OutOfMemoryError(f"{path}: takes more than {limit}, and that is the limit.")
            if worker.verdict is not None:
                worker.process.kill()


def _exit_to_error(worker: _Worker, limits: Limits) -> PacktraceError:
    """What the end of a process that nobody here ended means for the pack that it was reading."""
    path = worker.job.path if worker.job else ""
    code = worker.process.exitcode
    if code == -signal.SIGKILL:
        return OutOfMemoryError(f"{path}: the system ended its reader, most likely for want of memory.")
    if code == -signal.SIGABRT and worker.most > limits.memory // 2:  # a library ends so when it is refused memory
        return OutOfMemoryError(f"{path}: was refused memory near {_megabytes(limits)}, and that is the limit.")
    if code == -signal.SIGALRM:
        return TimedOutError(f"{path}: its reader hung.")
    how = f"by {signal.Signals(-code).name}" if code is not None and code < 0 else f"with exit code {code}"
    return ReaderFailedError(f"{path}: the reader crashed {how}.")


def _megabytes(limits: Limits) -> str:
    return f"{limits.memory // MEBIBYTE:,} MB"


class InThisProcess:
    """Packs read one after the other here, without limits: for notebooks, and where processes cannot be started."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def results(self, jobs: Iterator[Job]) -> Iterator[Progress | Result]:
        """As those of Workers, but that no Progress comes before a Result."""
        from packtrace.errors import as_packtrace_error

        for job in jobs:
            try:
                yield Result(job, self._read(job.path, None, *job.more), None)
            except Exception as error:
                yield Result(job, None, as_packtrace_error(error))
