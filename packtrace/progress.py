"""How a batch gets on: a bar in a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from load.types import Offer


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
        self._before, self._size, self._read = 0, 0, 0
        self._began = time.monotonic()
        self._task = self._progress.add_task("", total=max(size, 1), packs=f"0/{packs}", pages=0, rate=0.0, name="")

    def running(self) -> AbstractContextManager[object]:
        """Shows the bar while the block runs."""
        return self._progress

    def pack_begins(self, path: Path, size: int) -> None:
        """Names the file."""
        self._size, self._read = size, 0
        self._progress.update(self._task, name=path.name)

    def page_read(self, done: int, pages: int) -> None:
        """Moves the bar on by the page's share of the file."""
        self._read = done
        self._show(self._before + self._size * done // max(pages, 1))

    def pack_ends(self, offer: Offer) -> None:
        """Counts the pack, and says above the bar what went wrong with it."""
        self._before += offer.byte_size or 0
        self._pages, self._read, self._ended = self._pages + self._read, 0, self._ended + 1
        self._show(self._before)
        if offer.message:
            self._progress.console.print(offer_to_line(offer), markup=False)

    def _show(self, completed: int) -> None:
        pages = self._pages + self._read
        rate = pages / max(time.monotonic() - self._began, 0.001)
        packs = f"{self._ended}/{self._packs}"
        self._progress.update(self._task, completed=completed, packs=packs, pages=pages, rate=rate)


class LineProgress:
    """A line for each pack that is done."""

    def __init__(self, packs: int, stream: TextIO | None = None) -> None:
        self._packs, self._ended = packs, 0
        self._stream = stream or sys.stderr

    def running(self) -> AbstractContextManager[object]:
        """Nothing to show but the lines."""
        return nullcontext()

    def pack_begins(self, path: Path, size: int) -> None:
        """Says nothing yet."""

    def page_read(self, done: int, pages: int) -> None:
        """Says nothing of single pages."""

    def pack_ends(self, offer: Offer) -> None:
        """Says what became of the pack."""
        self._ended += 1
        print(f"[{self._ended}/{self._packs}] {offer_to_line(offer)}", file=self._stream, flush=True)


def offer_to_line(offer: Offer) -> str:
    """What became of a file, in a line, and a second one that says what to do where it is not in."""
    pages = "" if offer.page_count is None else f", {offer.page_count} pages"
    line = f"{offer.file_name}: {outcome_to_words(offer.outcome)}{pages}, {offer.seconds:.1f} s"
    return line if offer.message is None else f"{line}\n    " + offer.message.replace("\n", "\n    ")


def outcome_to_words(outcome: str) -> str:
    """An outcome as it is shown."""
    return {"not_a_pdf": "not a PDF"}.get(outcome, outcome.replace("_", " "))
