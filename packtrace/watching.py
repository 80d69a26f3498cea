"""Packs taken as they come into a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from packtrace.errors import NothingToReadError, PackError, PathMissingError
from packtrace.inputs import paths_to_inputs
from packtrace.offered import Input, Look

EVERY = 5.0
"""Seconds between two looks at the folder. A file is taken once it is the same at two looks: it has arrived whole."""


class Watch:
    """What has been seen in a folder, and what of it has been taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, Look] = {}
        self._taken: dict[str, Look] = {}

    def arrived(self) -> list[Input]:
        """Files that are new, or have changed since they were taken, and were the same at the last look."""
        looks = {given.address: (given, look) for given in self._inputs() if (look := _look(given)) is not None}
        whole = [
            (given, look)
            for address, (given, look) in looks.items()
            if self._seen.get(address) == look and self._taken.get(address) != look
        ]
        self._seen = {address: look for address, (_, look) in looks.items()}
        self._taken.update((given.address, look) for given, look in whole)
        return [given for given, _ in whole]

    def _inputs(self) -> list[Input]:
        try:
            return paths_to_inputs([self._folder])
        except NothingToReadError:
            return []


def _look(given: Input) -> Look | None:
    try:
        return given.look()
    except PackError:
        return None  # still being written, or gone again


def watch_folder(folder: Path, take: Callable[[Sequence[Input]], None], rounds: int | None = None) -> None:
    """Hands over what arrives in a folder, until Ctrl-C or for so many looks; PathMissingError without a folder."""
    if not folder.is_dir():
        raise PathMissingError(f"{folder}: there is no such folder.")
    print(f"Watching {folder}; Ctrl-C ends it.", file=sys.stderr, flush=True)
    watch = Watch(folder)
    looks = 0
    while rounds is None or looks < rounds:
        if looks:
            time.sleep(EVERY)
        if found := watch.arrived():
            take(found)
        looks += 1
