"""Packs of a store proved one after the other: each box read again by the second reader, and its verdict noted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import load
from load.types import Claim, Proof, ProofStatus, StoredPack
from packtrace.errors import PacktraceError, SeveralKindsError, StoreProblemError, as_packtrace_error
from packtrace.limits import Limits
from packtrace.originals import find_original
from packtrace.version import VERSION
from packtrace.worker import PageListener
from packtrace.workers import InThisProcess, Job, Progress, Workers


class Listener(Protocol):
    """Who is told how proving gets on."""

    def page_read(self, name: str, done: int, pages: int) -> None:
        """So many pages of those with boxes have been read of the pack of this name."""

    def pack_ends(self, proved: Proved) -> None:
        """What came of a pack."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of a pack: how many boxes that were tried have which status, those of them that the second reader does
    not prove, and why none was tried where that could not be.
    """

    pack: StoredPack
    counts: Counter[ProofStatus]
    open: tuple[tuple[Claim, Proof], ...] = ()
    error: PacktraceError | None = None


def prove_file(path: Path, on_page: PageListener | None, claims: Sequence[Claim]) -> list[Proof]:
    """What the second reader says of each claim about a file; claims are in the order of pages."""
    with TemporaryDirectory(prefix="packtrace-") as scratch:
        return list(_prove(_readable(path, Path(scratch), claims), on_page, claims))


def _readable(path: Path, scratch: Path, claims: Sequence[Claim]) -> Path:
    """The file, or as it was repaired when it was read, where the second reader does not find its pages without."""
    from packtrace.proof.second_reader import can_open

    if can_open(path, claims[-1].page):
        return path
    from packtrace.mending import open_or_repair

    document, _ = open_or_repair(path, scratch)
    return document.path


def _prove(path: Path, on_page: PageListener | None, claims: Sequence[Claim]) -> Iterator[Proof]:
    from packtrace.proof.judging import judge
    from packtrace.proof.second_reader import read_pages

    numbers = sorted({claim.page for claim in claims})
    pages = iter(read_pages(path, numbers))
    at = 0
    for done, number in enumerate(numbers, 1):
        page = next(pages)
        while at < len(claims) and claims[at].page == number:
            yield judge(page, claims[at])
            at += 1
        if on_page is not None:
            on_page(done, len(numbers))


def prove_packs(
    store: load.Store,
    packs: Iterable[StoredPack],
    listener: Listener,
    *,
    again: bool = False,
    jobs: int | None = None,
    limits: Limits | None = None,
) -> list[Proved]:
    """Has the boxes of packs tried that no second reader of this version has tried, or all of them with `again`.

    What is found is noted in a transaction for each pack. Errors of a pack are in its result; those of the store end
    the work and are raised. `jobs` is the most worker processes at once (None: one for each core; 0: this one).
    """
    proving = _Proving(store, listener, again)
    listed = list(packs)
    most = min(jobs or os.cpu_count() or 1, max(1, len(listed)))
    readers = InThisProcess(prove_file) if jobs == 0 else Workers(prove_file, limits or Limits(), most)
    try:
        for said in readers.results(proving.jobs(listed)):
            pack, claims = said.job.token
            if isinstance(said, Progress):
                listener.page_read(pack.row.file_name, said.done, said.pages)
            else:
                proving.finish(pack, claims, said.contents, said.error)
    except Exception as error:
        raise as_packtrace_error(error) from error
    return proving.ended


class _Proving:
    """Packs on their way."""

    def __init__(self, store: load.Store, listener: Listener, again: bool) -> None:
        from packtrace.proof.second_reader import READER

        self._store, self._listener, self._again, self._reader = store, listener, again, READER
        self.ended: list[Proved] = []

    def jobs(self, packs: Sequence[StoredPack]) -> Iterator[Job]:
        """A job for each pack that has anything to be tried and a PDF to try it on."""
        for pack in packs:
            claims = load.read_claims(self._store, pack.id, self._reader, again=self._again)
            try:
                path = find_original(self._store, pack.row.sha256, pack.row.path) if claims else None
            except PacktraceError as error:
                self._end(Proved(pack, Counter(), error=error))
                continue
            if path is None:
                self._end(Proved(pack, Counter()))
            else:
                yield Job(path, (pack, claims), (claims,))

    def finish(
        self, pack: StoredPack, claims: Sequence[Claim], proofs: Sequence[Proof] | None, error: PacktraceError | None
    ) -> None:
        """Notes what was found of a pack."""
        if error is not None or proofs is None:
            self._end(Proved(pack, Counter(), error=error))
            return
        found = dict(zip(claims, proofs, strict=True))
        load.write_proofs(self._store, pack.id, self._reader, VERSION, found)
        unproved = tuple((claim, proof) for claim, proof in found.items() if proof.status != "proved")
        self._end(Proved(pack, Counter(proof.status for proof in proofs), unproved))

    def _end(self, proved: Proved) -> None:
        if isinstance(proved.error, StoreProblemError):
            raise proved.error
        self._listener.pack_ends(proved)
        self.ended.append(proved)


def exit_code(ended: Sequence[Proved]) -> int:
    """0 where all packs could be tried, the code of the failure where there is one kind of it, else that of several."""
    codes = {proved.error.exit_code for proved in ended if proved.error is not None}
    if not codes:
        return 0
    return codes.pop() if len(codes) == 1 else SeveralKindsError.exit_code
