"""How proving gets on: a bar in a terminal, lines elsewhere."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from load.types import ProofStatus
from packtrace.proof.proving import Proved

_OPEN: dict[ProofStatus, str] = {"disagrees": "disagree", "unreadable": "unreadable"}


class ProofBar:
    """A bar of packs, each by the share of its pages that have been tried."""

    def __init__(self, console: Console, packs: int) -> None:
        columns = (BarColumn(), TextColumn("{task.fields[told]}"), TimeRemainingColumn())
        self._progress = Progress(TextColumn("packs"), MofNCompleteColumn(), *columns, console=console, transient=True)
        self._ended = 0
        self._parts: dict[str, float] = {}
        self._task = self._progress.add_task("", total=max(packs, 1), told="")

    def running(self) -> AbstractContextManager[object]:
        """Shows the bar while the block runs."""
        return self._progress

    def page_read(self, name: str, done: int, pages: int) -> None:
        """Moves the bar on."""
        self._parts[name] = done / pages
        self._show(f"{name}: {done} of {pages} pages")

    def pack_ends(self, proved: Proved) -> None:
        """Counts the pack, and says above the bar what is wrong with it."""
        self._parts.pop(proved.pack.row.file_name, None)
        self._ended += 1
        self._show("")
        if proved.error is not None or proved.open:
            self._progress.console.print(proved_to_line(proved), markup=False)

    def _show(self, told: str) -> None:
        self._progress.update(self._task, completed=self._ended + sum(self._parts.values()), told=told)


class ProofLines:
    """A line for each pack that has been tried."""

    def __init__(self, packs: int, stream: TextIO | None = None) -> None:
        self._packs, self._ended = packs, 0
        self._stream = stream or sys.stderr

    def running(self) -> AbstractContextManager[object]:
        """Nothing to show but the lines."""
        return nullcontext()

    def page_read(self, name: str, done: int, pages: int) -> None:
        """Says nothing of single pages."""

    def pack_ends(self, proved: Proved) -> None:
        """Says what came of the pack."""
        self._ended += 1
        print(f"[{self._ended}/{self._packs}] {proved_to_line(proved)}", file=self._stream, flush=True)


def proved_to_line(proved: Proved) -> str:
    """What came of a pack, in a line, and a second one that says what to do where it could not be tried."""
    name = proved.pack.row.file_name
    if proved.error is not None:
        return f"{name}: " + str(proved.error).replace("\n", "\n    ")
    tried = sum(proved.counts.values())
    if not tried:
        return f"{name}: no box is left to try"
    others = "".join(f", {proved.counts[status]} {words}" for status, words in _OPEN.items() if proved.counts[status])
    return f"{name}: {proved.counts['proved']} of {tried} boxes proved{others}"
