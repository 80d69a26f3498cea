"""Packs at s3://, https:// and other addresses that fsspec knows: the one module that imports it, when it is asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from packtrace.errors import AddressUnreachableError, ExtraMissingError, PacktraceError, TooLargeError
from packtrace.offered import MOST_BYTES, Input, Look


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file at an address."""

    address: str

    @property
    def name(self) -> str:
        """The last part of the address."""
        return PurePosixPath(unquote(urlsplit(self.address).path)).name or self.address

    def look(self) -> Look:
        """Its size and time as the other side tells them; AddressUnreachableError, TooLargeError."""
        files, path = _open(self.address)
        try:
            info = files.info(path)
        except Exception as error:  # each of its many protocols raises errors of its own
            raise _unreachable(self.address, error) from error
        size = int(info.get("size") or 0)
        if size > MOST_BYTES:
            raise TooLargeError(f"{self.address}: has {size:,} bytes, and the limit is {MOST_BYTES:,}.")
        changed = next((info[key] for key in ("LastModified", "last_modified", "mtime") if info.get(key)), None)
        return Look(size, int(changed.timestamp()) * 10**9 if isinstance(changed, datetime) else None)

    def fetch(self, scratch: Path) -> Path:
        """A copy in `scratch`; AddressUnreachableError."""
        files, path = _open(self.address)
        target = scratch / "fetched.pdf"
        try:
            with files.open(path, "rb") as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy, 1024**2)
        except OSError as error:
            if error.errno is not None and error.filename == str(target):
                raise
            raise _unreachable(self.address, error) from error
        except Exception as error:
            raise _unreachable(self.address, error) from error
        return target


def address_to_inputs(address: str) -> Iterator[Input]:
    """What stands at an address: the PDFs that a glob matches or a folder (an address that ends in /) holds, or the one
    file. ExtraMissingError where packtrace was installed without what it takes.
    """
    files, path = _open(address)
    if "*" not in address and not address.endswith("/"):
        yield RemoteFile(address)
        return
    try:
        found = files.glob(path) if "*" in address else files.find(path)
    except Exception as error:
        raise _unreachable(address, error) from error
    yield from (RemoteFile(files.unstrip_protocol(name)) for name in sorted(found) if name.lower().endswith(".pdf"))


def _open(address: str) -> tuple[Any, str]:
    try:
        import fsspec

        files, path = fsspec.core.url_to_fs(address)
    except ImportError as error:
        raise ExtraMissingError(f"{address}: this packtrace was installed without what fetching takes.") from error
    except ValueError as error:
        raise _unreachable(address, error) from error
    return files, path


def _unreachable(address: str, error: Exception) -> PacktraceError:
    return AddressUnreachableError(f"{address}: cannot be had ({type(error).__name__}: {error}).")
