"""Many files into one store: each pack by itself, so that a bad one costs only itself."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import load
from load.types import KnownFile, Offer, PackContents, StoredPack
from packtrace.archived import IN_ARCHIVE
from packtrace.errors import (
    PackError,
    PacktraceError,
    ReaderFailedError,
    SeveralKindsError,
    StoreProblemError,
    TooLargeError,
    as_packtrace_error,
)
from packtrace.inputs import LocalFile
from packtrace.limits import Limits
from packtrace.offered import Input, Look
from packtrace.originals import file_to_sha256, keep_original
from packtrace.patience import patiently
from packtrace.version import VERSION
from packtrace.worker import PageListener, Reader
from packtrace.workers import InThisProcess, Job, Progress, Result, Workers

SETTLED = frozenset({"locked", "damaged", "scanned", "empty", "not_a_pdf"})
"""Outcomes that the same bytes read by the same version always have, whatever the limits and the machine."""

_BYTES_FOR_A_WORKER = 300_000  # starting one more takes as long as reading about so much


def read_file(path: Path, on_page: PageListener | None, max_pages: int | None = None) -> PackContents:
    """All that a file says; the pipeline and the libraries under it are imported when the first file is read."""
    from packtrace.pipeline import read_pack

    return read_pack(path, on_page, max_pages=max_pages)


class Listener(Protocol):
    """Who is told how a batch gets on. Packs are named by their address."""

    def pack_begins(self, name: str, size: int) -> None:
        """A file's turn has come; `size` in bytes."""

    def page_read(self, name: str, done: int, pages: int) -> None:
        """So many of the pack's pages have been read."""

    def pack_ends(self, offer: Offer) -> None:
        """What became of the file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch goes: `again` reads packs anew that are in the store already, `keep` keeps the PDFs beside it,
    `jobs` is the most worker processes at once (None: one for each core; 0: everything in this process), and
    `retry` reads what has failed anew.
    """

    again: bool = False
    keep: bool = True
    jobs: int | None = None
    retry: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Ended:
    """A file's turn is over; `error` is why it is not in the store, None where it is."""

    offer: Offer
    error: PacktraceError | None


def ingest_files(
    store: load.Store, inputs: Sequence[Input], settings: Settings, listener: Listener, read: Reader | None = None
) -> list[Ended]:
    """Reads each file into the store and notes there what became of it. Errors of a pack are in the result, which is in
    the order in which the packs ended; those of the store itself end the batch and are raised.
    """
    noted = asdict(settings) | {"files": len(inputs)}
    try:
        run_id = load.begin_run(store, VERSION, noted)
        batch = _Batch(store, settings, listener, run_id, _readers(inputs, settings, read))
        batch.take(inputs)
        load.end_run(store, run_id, Counter(result.offer.outcome for result in batch.ended))
    except Exception as error:
        raise as_packtrace_error(error) from error
    return batch.ended


def _readers(inputs: Sequence[Input], settings: Settings, read: Reader | None) -> Workers | InThisProcess:
    reader = read or partial(read_file, max_pages=settings.limits.pages)
    if settings.jobs == 0:
        return InThisProcess(reader)
    most = settings.jobs or os.cpu_count() or 1
    return Workers(reader, settings.limits, min(most, _workers_worth_starting(inputs)))


def _workers_worth_starting(inputs: Sequence[Input]) -> int:
    """A small batch is read sooner by one process than more are started."""
    sizes = (file.path.stat().st_size for file in inputs if isinstance(file, LocalFile) and file.path.is_file())
    others = sum(not isinstance(file, LocalFile) for file in inputs)
    return max(1, others + sum(sizes) // _BYTES_FOR_A_WORKER)


@dataclass(slots=True)
class _Seen:
    """What has been learnt of a file so far, which is kept when the next step fails."""

    given: Input
    began: float = field(default_factory=time.perf_counter)
    offered_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    look: Look | None = None
    path: Path | None = None
    scratch: TemporaryDirectory[str] | None = None
    sha256: str | None = None
    pages: int | None = None
    pack_id: int | None = None

    def to_offer(self, outcome: str, message: str | None = None) -> Offer:
        """What is noted of the file."""
        return Offer(
            path=self.given.address,
            file_name=self.given.name,
            outcome=outcome,
            offered_at=self.offered_at,
            seconds=time.perf_counter() - self.began,
            sha256=self.sha256,
            byte_size=self.look.size if self.look else None,
            modified_ns=self.look.modified_ns if self.look else None,
            page_count=self.pages,
            pack_id=self.pack_id,
            message=message,
        )


class _Batch:
    """A batch on its way."""

    def __init__(
        self,
        store: load.Store,
        settings: Settings,
        listener: Listener,
        run_id: int,
        readers: Workers | InThisProcess,
    ) -> None:
        self._store, self._settings, self._listener, self._run = store, settings, listener, run_id
        self._readers = readers
        self._known: dict[str, KnownFile] = {}
        self._begun: set[str] = set()
        self._twins: list[_Seen] = []
        self.ended: list[Ended] = []

    def take(self, inputs: Sequence[Input]) -> None:
        """Takes each file as far as it goes; files with the bytes of one that is being read wait for it."""
        self._known = load.known_files(self._store, [given.address for given in inputs])
        if opened := sorted({given.container for given in inputs if given.container is not None}):
            load.clear_failures(self._store, opened)  # what could not be opened before has been opened now
        self._read_all(self._to_read(inputs))
        while self._twins:
            self._begun.clear()
            self._read_all(self._still_to_read())

    def _read_all(self, jobs: Iterator[Job]) -> None:
        for said in self._readers.results(jobs):
            if isinstance(said, Progress):
                self._listener.page_read(said.job.token.given.address, said.done, said.pages)
            else:
                self._finish(said)

    def _to_read(self, inputs: Sequence[Input]) -> Iterator[Job]:
        for given in inputs:
            seen = _Seen(given)
            if (job := self._guarded(seen, self._look_at)) is not None:
                yield job

    def _still_to_read(self) -> Iterator[Job]:
        waiting, self._twins = self._twins, []
        for seen in waiting:
            if (job := self._guarded(seen, self._look_inside)) is not None:
                yield job

    def _guarded(self, seen: _Seen, step: Callable[[_Seen], Job | None]) -> Job | None:
        try:
            return step(seen)
        except Exception as error:
            self._fail(seen, as_packtrace_error(error))
            return None

    def _look_at(self, seen: _Seen) -> Job | None:
        """The job of reading a file, None where it need not be read."""
        seen.look = seen.given.look()
        if seen.look.size > self._settings.limits.size:
            told = f"{seen.given.address}: has {seen.look.size:,} bytes"
            raise TooLargeError(f"{told}, and the limit is {self._settings.limits.size:,}.")
        known = self._known.get(seen.given.address)
        if known is not None and self._is_as_known(seen, known):
            self._end_as_known(seen, known)
            return None
        self._listener.pack_begins(seen.given.address, seen.look.size)
        seen.path = self._fetch(seen)
        seen.sha256 = file_to_sha256(seen.path)
        return self._look_inside(seen)

    def _fetch(self, seen: _Seen) -> Path:
        if not isinstance(seen.given, LocalFile):
            seen.scratch = TemporaryDirectory(prefix="packtrace-")
        return seen.given.fetch(Path(seen.scratch.name if seen.scratch else "."))

    def _look_inside(self, seen: _Seen) -> Job | None:
        assert seen.sha256 is not None
        assert seen.path is not None
        if seen.sha256 in self._begun:
            self._twins.append(seen)
            return None
        self._begun.add(seen.sha256)
        present = None if self._settings.again else self._find_unchanged(seen.sha256)
        if present is not None:
            seen.pack_id, seen.pages = present.id, present.row.page_count
            self._end_as_present(seen, present.row.path)
            return None
        return Job(seen.path, seen)

    def _find_unchanged(self, sha256: str) -> StoredPack | None:
        return patiently(lambda: load.find_unchanged(self._store, sha256, VERSION))

    def _is_as_known(self, seen: _Seen, known: KnownFile) -> bool:
        """Whether the file is the one of the last offer by size and time, and would end as it did then."""
        offer, look = known.offer, seen.look
        if self._settings.again or look is None or look.modified_ns is None or load.is_newer(VERSION, known.version):
            return False
        same = (look.size, look.modified_ns) == (offer.byte_size, offer.modified_ns)
        settled = offer.outcome in load.WENT_IN or (offer.outcome in SETTLED and not self._settings.retry)
        return same and settled

    def _end_as_known(self, seen: _Seen, known: KnownFile) -> None:
        offer = known.offer
        if offer.outcome not in load.WENT_IN:
            self._end(seen, offer, _offer_to_error(offer))
            return
        if self._settings.keep and offer.sha256 is not None and isinstance(seen.given, LocalFile):
            keep_original(self._store, seen.given.path, offer.sha256)
        self._end(seen, replace(offer, outcome="unchanged", seconds=0.0, message=None), None)

    def _end_as_present(self, seen: _Seen, path_of_pack: str | None) -> None:
        """The bytes are in the store: under this path, or under another one where they still are."""
        assert seen.sha256 is not None
        assert seen.path is not None
        assert seen.look is not None
        self._keep(seen)
        known, address = self._known.get(seen.given.address), seen.given.address
        if known is not None and known.offer.sha256 == seen.sha256 and known.offer.outcome in load.WENT_IN:
            look = seen.look
            patiently(lambda: load.note_unchanged(self._store, address, look.size, look.modified_ns))
            self._end(seen, seen.to_offer("unchanged"), None)
            return
        elsewhere = path_of_pack not in (None, address) and _still_stands(str(path_of_pack))
        self._note(seen, seen.to_offer("duplicate" if elsewhere else "unchanged"), None)

    def _finish(self, result: Result) -> None:
        seen: _Seen = result.job.token
        try:
            if result.error is not None:
                raise result.error
            assert result.contents is not None
            self._load(seen, result.contents)
        except Exception as error:
            self._fail(seen, as_packtrace_error(error))

    def _load(self, seen: _Seen, contents: PackContents) -> None:
        pack = replace(contents.pack, path=seen.given.address, file_name=seen.given.name)
        if seen.look is not None and seen.look.modified_ns is not None:
            pack = replace(pack, modified_at=datetime.fromtimestamp(seen.look.modified_ns / 1e9, UTC))
        seen.sha256, seen.pages = pack.sha256, pack.page_count
        self._keep(seen)
        contents = replace(contents, pack=pack)
        again = self._settings.again
        result = patiently(
            lambda: load.load_pack(self._store, contents, again=again, run_id=self._run, offer=seen.to_offer("loaded"))
        )
        assert result.offer is not None, "an offer that is given is noted"
        self._end(seen, result.offer, None)

    def _keep(self, seen: _Seen) -> None:
        if self._settings.keep and seen.sha256 is not None and seen.path is not None:
            keep_original(self._store, seen.path, seen.sha256)

    def _fail(self, seen: _Seen, error: PacktraceError) -> None:
        if isinstance(error, StoreProblemError):
            raise error
        if seen.path is not None:  # of an archived or fetched file only its address means something
            error.message = error.message.replace(str(seen.path), seen.given.address)
        self._note(seen, seen.to_offer(error.outcome, str(error)), error)

    def _note(self, seen: _Seen, offer: Offer, error: PacktraceError | None) -> None:
        patiently(lambda: load.record_offer(self._store, self._run, offer))
        self._end(seen, offer, error)

    def _end(self, seen: _Seen, offer: Offer, error: PacktraceError | None) -> None:
        if seen.scratch is not None:
            seen.scratch.cleanup()
        self._listener.pack_ends(offer)
        self.ended.append(Ended(offer, error))


def _still_stands(address: str) -> bool:
    """Whether a file is still where a pack was read; of other machines that is taken for granted."""
    return "://" in address or Path(address.partition(IN_ARCHIVE)[0]).exists()


def _offer_to_error(offer: Offer) -> PacktraceError:
    """The error that a file ended with when it was last offered."""
    message, _, way_out = (offer.message or "").partition("\n")
    for kind in PackError.__subclasses__():
        if kind.outcome == offer.outcome:
            return kind(message, way_out or None)
    return ReaderFailedError(message, way_out or None)


def batch_exit_code(ended: Sequence[Ended]) -> int:
    """0 where all are in, the code of the failure where there is one kind of it, else that of SeveralKindsError."""
    codes = {result.error.exit_code for result in ended if result.error is not None}
    if not codes:
        return 0
    return codes.pop() if len(codes) == 1 else SeveralKindsError.exit_code
