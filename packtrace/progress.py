"""How a batch gets on: a bar in a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import PurePath
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from load.types import Offer

MANY = 50
"""Packs of which nobody wants to read that each is as it was."""


@dataclass(slots=True)
class _Reading:
    """How far a pack has been read: its size in bytes, pages done and pages in all."""

    size: int
    done: int = 0
    pages: int = 0


class BarProgress:
    """A bar of the bytes read so far, with packs, pages, pages per second and time left."""

    def __init__(self, console: Console, packs: int, size: int) -> None:
        self._progress = Progress(
            TextColumn("{task.fields[packs]} packs"),
            BarColumn(),
            TextColumn("{task.fields[pages]:,} pages"),
            TextColumn("{task.fields[rate]:.0f} pages/s"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[name]}"),
            console=console,
            transient=True,
        )
        self._packs, self._ended, self._pages = packs, 0, 0
        self._before = 0
        self._reading: dict[str, _Reading] = {}
        self._began = time.monotonic()
        self._task = self._progress.add_task("", total=max(size, 1), packs=f"0/{packs}", pages=0, rate=0.0, name="")

    def running(self) -> AbstractContextManager[object]:
        """Shows the bar while the block runs."""
        return self._progress

    def pack_begins(self, name: str, size: int) -> None:
        """Names the file."""
        self._reading[name] = _Reading(size)
        self._progress.update(self._task, name=PurePath(name).name)

    def page_read(self, name: str, done: int, pages: int) -> None:
        """Moves the bar on by the page's share of the file."""
        reading = self._reading[name]
        reading.done, reading.pages = done, pages
        self._show()

    def pack_ends(self, offer: Offer) -> None:
        """Counts the pack, and says above the bar what went wrong with it."""
        reading = self._reading.pop(offer.path, None)
        self._before += offer.byte_size or 0
        self._pages, self._ended = self._pages + ((offer.page_count or 0) if reading else 0), self._ended + 1
        self._show()
        if offer.message:
            self._progress.console.print(offer_to_line(offer), markup=False)

    def _show(self) -> None:
        pages = self._pages + sum(reading.done for reading in self._reading.values())
        completed = self._before + sum(r.size * r.done // max(r.pages, 1) for r in self._reading.values())
        rate = pages / max(time.monotonic() - self._began, 0.001)
        packs = f"{self._ended}/{self._packs}"
        self._progress.update(self._task, completed=completed, packs=packs, pages=pages, rate=rate)


class LineProgress:
    """A line for each pack that is done; of MANY those that are as they were are only counted."""

    def __init__(self, packs: int, stream: TextIO | None = None) -> None:
        self._packs, self._ended = packs, 0
        self._stream = stream or sys.stderr

    def running(self) -> AbstractContextManager[object]:
        """Nothing to show but the lines."""
        return nullcontext()

    def pack_begins(self, name: str, size: int) -> None:
        """Says nothing yet."""

    def page_read(self, name: str, done: int, pages: int) -> None:
        """Says nothing of single pages."""

    def pack_ends(self, offer: Offer) -> None:
        """Says what became of the pack."""
        self._ended += 1
        if offer.outcome != "unchanged" or self._packs <= MANY:
            print(f"[{self._ended}/{self._packs}] {offer_to_line(offer)}", file=self._stream, flush=True)


def offer_to_line(offer: Offer) -> str:
    """What became of a file, in a line, and a second one that says what to do where it is not in."""
    pages = "" if offer.page_count is None else f", {offer.page_count} pages"
    line = f"{offer.file_name}: {outcome_to_words(offer.outcome)}{pages}, {offer.seconds:.1f} s"
    return line if offer.message is None else f"{line}\n    " + offer.message.replace("\n", "\n    ")


def outcome_to_words(outcome: str) -> str:
    """An outcome as it is shown."""
    return {"not_a_pdf": "not a PDF"}.get(outcome, outcome.replace("_", " "))
