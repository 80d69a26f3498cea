"""Packs in zip archives."""

from __future__ import annotations

import lzma
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from packtrace.errors import ArchiveUnreadableError, LockedPdfError, PathMissingError, TooLargeError
from packtrace.limits import MEBIBYTE
from packtrace.offered import Input, Look, NotOpened

IN_ARCHIVE = "!/"
"""What stands between the path of an archive and the name of a file in it."""

MOST_TIMES, HARMLESS = 100, 64 * MEBIBYTE
"""A file that grows more than so many times, and to more than so many bytes, is made to fill disks."""


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file in a zip archive."""

    archive: Path
    member: str

    @property
    def address(self) -> str:
        """The path of the archive and the name in it."""
        return f"{self.container}{IN_ARCHIVE}{self.member}"

    @property
    def name(self) -> str:
        """The name of the file, without the folders of the archive."""
        return PurePosixPath(self.member).name

    @property
    def container(self) -> str:
        """The path of the archive."""
        return str(self.archive.absolute())

    def look(self) -> Look:
        """Its size and time by the archive's list; PathMissingError, ArchiveUnreadableError, LockedPdfError,
        TooLargeError.
        """
        info = self._info()
        if info.flag_bits & 1:
            raise LockedPdfError(f"{self.address}: the archive opens with a password only.")
        if info.file_size > max(HARMLESS, MOST_TIMES * info.compress_size):
            raise TooLargeError(
                f"{self.address}: would grow from {info.compress_size:,} to {info.file_size:,} bytes, as no PDF does.",
                "Take it out of the archive yourself if you trust it, and offer that file.",
            )
        return Look(info.file_size, _zip_time(info))

    def _info(self) -> zipfile.ZipInfo:
        try:
            return _open_archive(self.archive).getinfo(self.member)
        except KeyError as error:
            raise PathMissingError(
                f"{self.address}: the archive holds no such file.", "Offer the archive to see what it holds."
            ) from error
        except FileNotFoundError as error:
            raise PathMissingError(f"{self.archive}: nothing stands there.") from error
        except (OSError, zipfile.BadZipFile) as error:
            raise ArchiveUnreadableError(f"{self.archive}: cannot be read as a zip archive ({error}).") from error

    def fetch(self, scratch: Path) -> Path:
        """A copy in `scratch`; ArchiveUnreadableError, and OSError where there is no room for it."""
        target = scratch / "archived.pdf"
        try:
            with _open_archive(self.archive).open(self.member) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy, MEBIBYTE)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, ValueError) as error:
            raise self._damaged(error) from error
        except OSError as error:
            if error.errno is not None:  # what bz2 says of damaged bytes has none
                raise
            raise self._damaged(error) from error
        return target

    def _damaged(self, error: Exception) -> ArchiveUnreadableError:
        return ArchiveUnreadableError(f"{self.address}: cannot be taken out of the archive ({error}).")


def archive_to_inputs(archive: Path) -> Iterator[Input]:
    """The PDFs in a zip archive, by name; the archive itself where it cannot be opened."""
    try:
        names = sorted(name for name in _open_archive(archive).namelist() if _is_pdf(name))
    except (zipfile.BadZipFile, OSError) as error:
        said = f"{archive}: is no zip archive that can be read ({error})."
        yield NotOpened(str(archive.absolute()), archive.name, ArchiveUnreadableError(said))
        return
    yield from (ArchivedFile(archive, name) for name in names)


def _open_archive(path: Path) -> zipfile.ZipFile:
    """The archive, opened once as long as it stays as it is: to read the list of a large one takes a while."""
    seen = path.stat()
    return _open_archive_as_seen(path, seen.st_size, seen.st_mtime_ns)


@lru_cache(maxsize=2)
def _open_archive_as_seen(path: Path, _size: int, _modified_ns: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def _zip_time(info: zipfile.ZipInfo) -> int | None:
    """Nanoseconds since 1970; the format has no time zone and two seconds to the tick (APPNOTE 4.4.6)."""
    try:
        return int(datetime(*info.date_time, tzinfo=UTC).timestamp()) * 10**9
    except ValueError:
        return None


def _is_pdf(name: str) -> bool:
    """Whether a name in an archive is that of a PDF, and not of what macOS keeps beside one."""
    return name.lower().endswith(".pdf") and not name.startswith("__MACOSX/")
