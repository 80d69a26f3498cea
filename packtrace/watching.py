"""Packs taken as they come into a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from packtrace.errors import NothingToReadError, PathMissingError
from packtrace.inputs import folder_to_files, paths_to_inputs
from packtrace.offered import Input, Look

EVERY = 5.0
"""Seconds between two looks at the folder. A file is taken once it is the same at two looks: it has arrived whole."""


class Watch:
    """What has been seen in a folder, and what of it has been taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, Look] = {}
        self._taken: dict[Path, Look] = {}

    def arrived(self) -> list[Path]:
        """Files that are new, or have changed since they were taken, and were the same at the last look."""
        looks = dict(self._looks())
        whole = {
            file: look for file, look in looks.items() if self._seen.get(file) == look and self._taken.get(file) != look
        }
        self._seen = looks
        self._taken = {file: look for file, look in self._taken.items() if file in looks} | whole
        return list(whole)

    def _looks(self) -> Iterator[tuple[Path, Look]]:
        for file in folder_to_files(self._folder):
            try:
                seen = file.stat()
            except OSError:
                continue  # gone again
            yield file, Look(seen.st_size, seen.st_mtime_ns)


def watch_folder(
    folder: Path, take: Callable[[Sequence[Input]], None], rounds: int | None = None, every: float = EVERY
) -> None:
    """Hands over what arrives in a folder, until Ctrl-C or for so many looks; PathMissingError without a folder."""
    if not folder.is_dir():
        raise PathMissingError(f"{folder}: there is no such folder.")
    print(f"Watching {folder}; Ctrl-C ends it.", file=sys.stderr, flush=True)
    watch = Watch(folder)
    looks = 0
    while rounds is None or looks < rounds:
        if looks:
            time.sleep(every)
        if found := _files_to_inputs(watch.arrived()):
            take(found)
        looks += 1


def _files_to_inputs(files: Sequence[Path]) -> list[Input]:
    try:
        return paths_to_inputs(files)
    except NothingToReadError:
        return []  # nothing, or archives without a PDF
