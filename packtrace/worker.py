"""A process that reads packs one after the other for the batch that started it."""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple

from packtrace.errors import OutOfMemoryError, PacktraceError, as_packtrace_error
from packtrace.limits import Limits
from packtrace.portions import to_portions

try:
    import resource
except ImportError:  # Windows, where the batch's own watch over memory is all there is
    resource = None  # type: ignore[assignment]

PageListener = Callable[[int, int], None]
Reader = Callable[..., Any]
"""Reads a path, tells a PageListener (or None) of its pages, and gives what is to be had of it."""

GRACE = 60
"""Seconds after the limit at which a worker ends itself, should the batch that is to do so be gone."""

MANY_OBJECTS = 200_000
"""New objects after which Python looks for garbage: it would walk modules and words again and again in vain."""

_EVERY = 0.2  # seconds between two messages about pages


class PagesRead(NamedTuple):
    """So many pages of the pack have been read."""

    done: int
    pages: int


class Begun(NamedTuple):
    """The process has started and reads the pack from now on."""


class Finished(NamedTuple):
    """What was read of the pack but for the Portions of it that came before, or why nothing was."""

    contents: Any
    error: PacktraceError | None


def work(connection: Connection, read: Reader, limits: Limits) -> None:
    """Reads each path that comes in and answers with one Finished, PagesRead and Portions before it.

    Ends when nothing can come.
    """
    gc.set_threshold(MANY_OBJECTS, *gc.get_threshold()[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the batch, which ends its workers
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries say of a damaged file is not for the user
    _limit_memory(limits)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            path, more = connection.recv()
            connection.send(Begun())
            _set_alarm(limits.seconds + GRACE)
            _answer(connection, _read(path, more, read, connection))
            _set_alarm(0)
        except (EOFError, OSError):
            return


def _read(path: Path, more: tuple[Any, ...], read: Reader, connection: Connection) -> Finished:
    told = 0.0

    def tell(done: int, pages: int) -> None:
        nonlocal told
        if time.monotonic() - told > _EVERY:
            told = time.monotonic()
            connection.send(PagesRead(done, pages))

    try:
        return Finished(read(path, tell, *more), None)
    except BrokenPipeError:
        raise
    except MemoryError:
        return Finished(None, OutOfMemoryError(f"{path}: there was not enough memory to read it."))
    except Exception as error:  # whatever a pack does to its reader costs only that pack
        return Finished(None, as_packtrace_error(error))


def _answer(connection: Connection, finished: Finished) -> None:
    try:
        portions, rest = to_portions(finished.contents)
        for portion in portions:
            connection.send(portion)
        connection.send(Finished(rest, finished.error))
    except MemoryError as error:
        connection.send(Finished(None, as_packtrace_error(error)))


def _limit_memory(limits: Limits) -> None:
    """Asking for half as much again as the limit fails at once; what grows slower than that the batch sees first.

    Counts what the process has written to and what it may (RLIMIT_DATA), for addresses alone cost nothing.
    """
    if resource is not None and hasattr(resource, "RLIMIT_DATA"):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = limits.memory * 3 // 2
        resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))


def _set_alarm(seconds: float) -> None:
    """The system ends the process after so many seconds, whatever hangs in it; 0 calls it off."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds))


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None, "a worker has been started by a batch"
    wait([parent.sentinel])
    os._exit(1)
