"""What a batch is given: files, folders, globs, zip archives and addresses, as one list of inputs."""

from __future__ import annotations

import glob
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from packtrace.errors import (
    ArchiveUnreadableError,
    LockedPdfError,
    NothingToReadError,
    PathMissingError,
    PathUnreadableError,
    TooLargeError,
)
from packtrace.offered import MOST_BYTES, Input, Look

IN_ARCHIVE = "!/"
"""What stands between the path of an archive and the name of a file in it."""


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file on this machine."""

    path: Path

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


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file in a zip archive; without a member it is an archive that cannot be read."""

    archive: Path
    member: str | None

    @property
    def address(self) -> str:
        """The path of the archive and the name in it."""
        path = str(self.archive.absolute())
        return path if self.member is None else f"{path}{IN_ARCHIVE}{self.member}"

    @property
    def name(self) -> str:
        """The name of the file, without the folders of the archive."""
        return self.archive.name if self.member is None else PurePosixPath(self.member).name

    def look(self) -> Look:
        """Its size and time by the archive's list; ArchiveUnreadableError, LockedPdfError, TooLargeError."""
        if self.member is None:
            raise ArchiveUnreadableError(f"{self.archive}: is no zip archive that can be read.")
        try:
            with zipfile.ZipFile(self.archive) as archive:
                info = archive.getinfo(self.member)
        except (OSError, zipfile.BadZipFile, KeyError) as error:
            raise ArchiveUnreadableError(f"{self.address}: cannot be read ({error}).") from error
        if info.flag_bits & 1:
            raise LockedPdfError(f"{self.address}: the archive opens with a password only.")
        if info.file_size > MOST_BYTES:
            raise TooLargeError(f"{self.address}: has {info.file_size:,} bytes, and the limit is {MOST_BYTES:,}.")
        return Look(info.file_size, _zip_time(info))

    def fetch(self, scratch: Path) -> Path:
        """A copy in `scratch`; ArchiveUnreadableError."""
        assert self.member is not None, "what cannot be looked at is not fetched"
        target = scratch / "archived.pdf"
        try:
            with (
                zipfile.ZipFile(self.archive) as archive,
                archive.open(self.member) as source,
                target.open("wb") as copy,
            ):
                shutil.copyfileobj(source, copy)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
            raise ArchiveUnreadableError(f"{self.address}: cannot be taken out ({error}).") from error
        return target


def _zip_time(info: zipfile.ZipInfo) -> int | None:
    """Nanoseconds since 1970; the format has no time zone and two seconds to the tick (APPNOTE 4.4.6)."""
    try:
        return int(datetime(*info.date_time, tzinfo=UTC).timestamp()) * 10**9
    except ValueError:
        return None


def paths_to_inputs(paths: Sequence[str | Path]) -> list[Input]:
    """Files as given; all PDFs and zip archives anywhere in folders, by name; what globs and archives hold; each once.

    A path where nothing stands stays. Raises NothingToReadError where all of it comes to nothing.
    """
    found = [one for path in paths for one in path_to_inputs(str(path))]
    if not found:
        raise NothingToReadError(f"There is no PDF in {', '.join(map(str, paths))}.")
    return list(dict.fromkeys(found))


def path_to_inputs(path: str) -> Iterator[Input]:
    """The inputs that one path, glob or address means."""
    if "://" in path:
        from packtrace.remote import address_to_inputs

        yield from address_to_inputs(path)
    elif IN_ARCHIVE in path and not Path(path).exists():
        archive, _, member = path.partition(IN_ARCHIVE)
        yield ArchivedFile(Path(archive), member)
    elif Path(path).is_dir():
        for file in sorted(Path(path).rglob("*")):
            if file.suffix.lower() in (".pdf", ".zip") and file.is_file():
                yield from _file_to_inputs(file)
    elif glob.has_magic(path) and not Path(path).exists():
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 Path.glob takes no absolute pattern
            yield from path_to_inputs(match)
    else:
        yield from _file_to_inputs(Path(path))


def _file_to_inputs(file: Path) -> Iterator[Input]:
    if file.suffix.lower() != ".zip" or not file.is_file():
        yield LocalFile(file)
        return
    try:
        with zipfile.ZipFile(file) as archive:
            members = sorted(name for name in archive.namelist() if _is_pdf(name))
    except (zipfile.BadZipFile, OSError):
        yield ArchivedFile(file, None)
        return
    yield from (ArchivedFile(file, name) for name in members)


def _is_pdf(name: str) -> bool:
    """Whether a name in an archive is that of a PDF, and not of what macOS keeps beside one."""
    return name.lower().endswith(".pdf") and not name.startswith("__MACOSX/")
