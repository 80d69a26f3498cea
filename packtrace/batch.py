"""Many files into one store: each pack by itself, so that a bad one costs only itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import load
from load.types import Offer, PackContents
from packtrace.errors import (
    NothingToReadError,
    PacktraceError,
    PathMissingError,
    PathUnreadableError,
    SeveralKindsError,
    StoreProblemError,
    as_packtrace_error,
)
from packtrace.originals import file_to_sha256, keep_original
from packtrace.version import VERSION

PageListener = Callable[[int, int], None]
Reader = Callable[[Path, PageListener | None], PackContents]


def read_file(path: Path, on_page: PageListener | None) -> PackContents:
    """All that a file says; the pipeline and the libraries under it are imported when the first file is read."""
    from packtrace.pipeline import read_pack

    return read_pack(path, on_page)


class Listener(Protocol):
    """Who is told how a batch gets on."""

    def pack_begins(self, path: Path, size: int) -> None:
        """A file's turn has come; `size` in bytes."""

    def page_read(self, done: int, pages: int) -> None:
        """So many of the pack's pages have been read."""

    def pack_ends(self, offer: Offer) -> None:
        """What became of the file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch goes: `again` reads packs anew that are in the store already, `keep` keeps the PDFs beside it."""

    again: bool = False
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Ended:
    """A file's turn is over; `error` is why it is not in the store, None where it is."""

    offer: Offer
    error: PacktraceError | None


def paths_to_files(paths: Sequence[Path]) -> list[Path]:
    """Files as given and, for folders, all PDFs anywhere in them, by name, each once. A path where nothing stands
    stays. Raises NothingToReadError where folders hold no PDF and nothing else was given.
    """
    found = [file for path in paths for file in _path_to_files(path)]
    if not found:
        raise NothingToReadError(f"There is no PDF in {', '.join(str(path) for path in paths)}.")
    return list(dict.fromkeys(found))


def _path_to_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    yield from sorted(file for file in path.rglob("*") if file.suffix.lower() == ".pdf" and file.is_file())


def ingest_files(
    store: load.Store, files: Sequence[Path], settings: Settings, listener: Listener, read: Reader = read_file
) -> list[Ended]:
    """Reads each file into the store and notes there what became of it. Errors of a pack are in the result; those
    of the store itself end the batch and are raised.
    """
    run = load.begin_run(store, VERSION, {"again": settings.again, "keep": settings.keep, "files": len(files)})
    ended = []
    for file in files:
        result = ingest_file(store, file, settings, listener, read)
        load.record_offer(store, run, result.offer)
        listener.pack_ends(result.offer)
        ended.append(result)
    load.end_run(store, run)
    return ended


def ingest_file(
    store: load.Store, path: Path, settings: Settings, listener: Listener, read: Reader = read_file
) -> Ended:
    """Reads one file into the store; raises only errors of the store itself."""
    began, offered_at = time.perf_counter(), datetime.now(UTC)
    seen = _Seen(path)
    error: PacktraceError | None = None
    outcome = "failed"
    try:
        outcome = _offer(store, seen, settings, listener, read)
    except Exception as raised:  # whatever a pack does to its reader costs only that pack
        error = as_packtrace_error(raised)
        if isinstance(error, StoreProblemError):
            raise error from raised
        outcome = error.outcome
    offer = Offer(
        path=str(path.absolute()),
        file_name=path.name,
        outcome=outcome,
        offered_at=offered_at,
        seconds=time.perf_counter() - began,
        sha256=seen.sha256,
        byte_size=seen.size,
        page_count=seen.pages,
        pack_id=seen.pack_id,
        message=str(error) if error else None,
    )
    return Ended(offer, error)


@dataclass(slots=True)
class _Seen:
    """What has been learnt of a file so far, which is kept when the next step fails."""

    path: Path
    size: int | None = None
    sha256: str | None = None
    pages: int | None = None
    pack_id: int | None = None


def _offer(store: load.Store, seen: _Seen, settings: Settings, listener: Listener, read: Reader) -> str:
    """Puts a file into the store unless it is there; returns its outcome."""
    seen.size = _file_size(seen.path)
    listener.pack_begins(seen.path, seen.size)
    seen.sha256 = file_to_sha256(seen.path)
    if not settings.again and (present := load.find_unchanged(store, seen.sha256, VERSION)) is not None:
        seen.pack_id, seen.pages = present.id, present.row.page_count
        _keep(store, seen, settings)
        return "unchanged"
    contents = read(seen.path, listener.page_read)
    seen.sha256, seen.pages = contents.pack.sha256, contents.pack.page_count
    _keep(store, seen, settings)
    result = load.load_pack(store, contents, again=settings.again)
    seen.pack_id = result.pack_id
    return "loaded_with_issues" if result.outcome == "loaded" and contents.issues else result.outcome


def _keep(store: load.Store, seen: _Seen, settings: Settings) -> None:
    if settings.keep and seen.sha256 is not None:
        keep_original(store, seen.path, seen.sha256)


def _file_size(path: Path) -> int:
    try:
        size = path.stat().st_size
        with path.open("rb"):
            return size
    except FileNotFoundError as error:
        raise PathMissingError(f"{path}: nothing stands there.") from error
    except OSError as error:
        raise PathUnreadableError(f"{path}: cannot be read ({error.strerror}).") from error


def batch_exit_code(ended: Sequence[Ended]) -> int:
    """0 where all are in, the code of the failure where there is one kind of it, else that of SeveralKindsError."""
    codes = {result.error.exit_code for result in ended if result.error is not None}
    if not codes:
        return 0
    return codes.pop() if len(codes) == 1 else SeveralKindsError.exit_code
