"""What a batch is given: files, folders, globs, zip archives and addresses, as one list of inputs."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packtrace.archived import IN_ARCHIVE, ArchivedFile, archive_to_inputs
from packtrace.errors import NothingToReadError, PathMissingError, PathUnreadableError
from packtrace.limits import Limits
from packtrace.offered import Input, Look


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file on this machine."""

    path: Path
    container: str | None = None

    @property
    def address(self) -> str:
        """Its absolute path."""
        return str(self.path.absolute())

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    def look(self) -> Look:
        """Its size and time; PathMissingError, PathUnreadableError."""
        try:
            seen = self.path.stat()
            with self.path.open("rb"):
                return Look(seen.st_size, seen.st_mtime_ns)
        except FileNotFoundError as error:
            raise PathMissingError(f"{self.path}: nothing stands there.") from error
        except OSError as error:
            raise PathUnreadableError(f"{self.path}: cannot be read ({error.strerror}).") from error

    def fetch(self, scratch: Path) -> Path:  # noqa: ARG002 it is here already
        """Itself."""
        return self.path


def paths_to_inputs(paths: Sequence[str | Path], limits: Limits | None = None) -> list[Input]:
    """Files as given; all PDFs and zip archives anywhere in folders, by name; what globs and archives hold; each once.

    A path where nothing stands stays. Raises NothingToReadError where all of it comes to nothing.
    """
    found = [one for path in paths for one in path_to_inputs(str(path), limits)]
    if not found:
        raise NothingToReadError(f"There is no PDF in {', '.join(map(str, paths))}.")
    return list(dict.fromkeys(found))


def path_to_inputs(path: str, limits: Limits | None = None) -> Iterator[Input]:
    """The inputs that one path, glob or address means; `limits` are those of fetching."""
    if "://" in path:
        from packtrace.remote import address_to_inputs

        yield from address_to_inputs(path, limits or Limits())
    elif IN_ARCHIVE in path and not Path(path).exists():
        archive, _, member = path.partition(IN_ARCHIVE)
        yield ArchivedFile(Path(archive), member)
    elif Path(path).is_dir():
        for file in folder_to_files(Path(path)):
            yield from _file_to_inputs(file)
    elif glob.has_magic(path) and not Path(path).exists():
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 Path.glob takes no absolute pattern
            yield from path_to_inputs(match)
    else:
        yield from _file_to_inputs(Path(path))


def folder_to_files(folder: Path) -> Iterator[Path]:
    """The PDFs and zip archives anywhere in a folder, by name."""
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in (".pdf", ".zip") and file.is_file():
            yield file


def _file_to_inputs(file: Path) -> Iterator[Input]:
    if file.suffix.lower() == ".zip" and file.is_file():
        yield from archive_to_inputs(file)
    else:
        yield LocalFile(file)
