"""Packs at s3://, https:// and other addresses that fsspec knows: the one module that imports it, when it is asked."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from packtrace.errors import (
    AddressRefusedError,
    AddressUnreachableError,
    ExtraMissingError,
    PacktraceError,
    PathMissingError,
    TimedOutError,
    TooLargeError,
)
from packtrace.limits import Limits
from packtrace.offered import Input, Look, NotOpened

QUIET = 60.0
"""Seconds for which the other side may say nothing, if no lower limit is given."""

_WEB, _S3 = ("http", "https"), ("s3", "s3a")
_CHANGED = ("LastModified", "last_modified", "mtime", "Last-Modified")  # as S3, other stores and the web call it
_ABSENT, _REFUSED = (404, 410), (401, 403, 407)  # RFC 9110, section 15.5


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file at an address; `container` is the folder or glob that it was found by, if it was."""

    address: str
    limits: Limits = field(default_factory=Limits, compare=False)
    container: str | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The last part of the address."""
        return PurePosixPath(unquote(urlsplit(self.address).path)).name or self.address

    def look(self) -> Look:
        """Its size and time as the other side tells them; PathMissingError, AddressRefusedError, TimedOutError,
        AddressUnreachableError.
        """
        files, path = _open(self.address, self.limits)
        try:
            info = files.info(path)
        except Exception as error:  # each of its many protocols raises errors of its own
            raise _to_error(self.address, error, self.limits) from error
        return Look(int(info.get("size") or 0), _changed(info))

    def fetch(self, scratch: Path) -> Path:
        """A copy in `scratch`; errors as for a look, TooLargeError, and OSError where there is no room for it."""
        files, path = _open(self.address, self.limits)
        target = scratch / "fetched.pdf"
        try:
            files.get_file(path, str(target), callback=_watched(self._hold_to_limits(time.monotonic())))
        except PacktraceError:
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise
            raise _to_error(self.address, error, self.limits) from error
        return target

    def _hold_to_limits(self, began: float) -> Callable[..., None]:
        def check(size: int | None, value: int, **_: Any) -> None:
            if max(size or 0, value) > self.limits.size:
                told = f"{self.address}: has {max(size or 0, value):,} bytes or more"
                raise TooLargeError(f"{told}, and the limit is {self.limits.size:,}.")
            if time.monotonic() - began > self.limits.seconds:
                told = f"{self.address}: was not fetched after {self.limits.seconds:g} seconds"
                raise TimedOutError(f"{told}, and that is the limit: {value:,} bytes had come.")

        return check


def address_to_inputs(address: str, limits: Limits) -> Iterator[Input]:
    """What stands at an address: the PDFs that a glob matches or a folder holds, or the one file. An address that
    ends in / is a folder; one of S3 may be one without. The address itself where it cannot be listed.

    ExtraMissingError where packtrace was installed without what it takes.
    """
    try:
        names = _list(address, limits)
    except ExtraMissingError:
        raise
    except PacktraceError as error:
        yield NotOpened(address, address, error)
        return
    if names is None:
        yield RemoteFile(address, limits)
    else:
        yield from (RemoteFile(name, limits, address) for name in sorted(names) if name.lower().endswith(".pdf"))


def _list(address: str, limits: Limits) -> list[str] | None:
    """The addresses of all files in a folder or that match a glob; None for an address that is that of a file."""
    files, path = _open(address, limits)
    try:
        if "*" in address:
            found = files.glob(path)
        elif address.endswith("/") or _is_folder(files, path):
            found = files.find(path, **({"on_error": "raise"} if address.startswith(_WEB) else {}))
        else:
            return None
        if not found:  # also where the folder is not there, or its server does not answer
            files.ls(_known_folder(path))
    except Exception as error:
        raise _to_error(address, error, limits) from error
    return [files.unstrip_protocol(name) for name in found]


def _known_folder(path: str) -> str:
    """The part of a path that must be there, whatever a glob in it matches."""
    return path.partition("*")[0].rpartition("/")[0] if "*" in path else path


def _is_folder(files: Any, path: str) -> bool:
    """Whether an address without a slash at its end means a folder of S3; of the web nobody can tell."""
    return not path.startswith(_WEB) and not path.lower().endswith(".pdf") and bool(files.isdir(path))


def _open(address: str, limits: Limits) -> tuple[Any, str]:
    try:
        import fsspec

        files, path = fsspec.core.url_to_fs(address, **_patience(address, min(QUIET, limits.seconds)))
    except ImportError as error:
        raise ExtraMissingError(f"{address}: this packtrace was installed without what fetching takes.") from error
    except ValueError as error:
        raise AddressUnreachableError(f"{address}: is no address that can be fetched ({error}).") from error
    return files, path


def _patience(address: str, quiet: float) -> dict[str, Any]:
    """How long to wait for servers, beside what the user has set for fsspec. Proxies are those of the environment."""
    scheme = address.partition("://")[0]
    if scheme in _WEB:
        import aiohttp

        waits = aiohttp.ClientTimeout(total=None, sock_connect=quiet, sock_read=quiet)
        return {"client_kwargs": {"timeout": waits, "trust_env": True, **_set_by_user(scheme, "client_kwargs")}}
    if scheme in _S3:
        once_more = {"connect_timeout": quiet, "read_timeout": quiet, "retries": {"max_attempts": 1}}
        return {"config_kwargs": {**once_more, **_set_by_user(scheme, "config_kwargs")}}
    return {}


def _set_by_user(scheme: str, setting: str) -> dict[str, Any]:
    from fsspec.config import conf

    return dict(conf.get(scheme, {}).get(setting, {}))


def _watched(check: Callable[..., None]) -> Any:
    from fsspec.callbacks import Callback

    return Callback(hooks={"limits": check})


def _changed(info: dict[str, Any]) -> int | None:
    """When the file was last changed, in nanoseconds since 1970, if the other side tells."""
    told = next(
        (info[key] for key in ("LastModified", "last_modified", "mtime", "Last-Modified") if info.get(key)), None
    )
    if isinstance(told, str):
        try:
            told = parsedate_to_datetime(told)
        except ValueError:
            return None
    return int(told.timestamp()) * 10**9 if isinstance(told, datetime) else None


def _to_error(address: str, error: Exception, limits: Limits) -> PacktraceError:
    """What an error of a protocol means: nothing there, no leave to have it, no answer in time, or no way to it."""
    if address.startswith("http") and isinstance(error, FileNotFoundError) and isinstance(error.__cause__, Exception):
        error = error.__cause__  # of the web all that goes wrong is told as not found
    status = getattr(error, "status", None)
    if status in _ABSENT or isinstance(error, FileNotFoundError):
        return PathMissingError(f"{address}: nothing stands there.", "Check the address.")
    if status in _REFUSED or isinstance(error, PermissionError) or "Credentials" in type(error).__name__:
        return AddressRefusedError(f"{address}: is not given to you ({error or type(error).__name__}).")
    if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
        waited = f"the other side said nothing for {min(QUIET, limits.seconds):g} seconds"
        return TimedOutError(f"{address}: {waited}.", "Run packtrace retry when the server is less busy.")
    told = f"the server answered {status}" if status else f"{type(error).__name__}: {error}"
    return AddressUnreachableError(f"{address}: cannot be had ({told}).")
