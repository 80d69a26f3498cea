"""Opening the store and finding a pack in it, with errors that the user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import load
from load.errors import StoreError
from load.types import StoredPack
from packtrace.errors import PackAmbiguousError, PackNotFoundError, as_packtrace_error
from packtrace.originals import file_to_sha256


@contextmanager
def opened_store(address: str, *, create: bool = False) -> Iterator[load.Store]:
    """The store at an address, closed afterwards; whatever is wrong with it is raised as a PacktraceError."""
    try:
        store = load.open_store(address, create=create)
        try:
            yield store
        finally:
            store.close()
    except StoreError as error:
        raise as_packtrace_error(error) from error


def find_pack(store: load.Store, name: str) -> StoredPack:
    """The one pack that `name` means; raises PackNotFoundError or PackAmbiguousError.

    A path where a file stands means the bytes in that file, whatever the store calls them.
    """
    found = _packs_named(store, name)
    if not found:
        raise PackNotFoundError(f"No pack in {store.url} goes by {name!r}.")
    if len(found) > 1:
        listed = "\n".join(f"  {pack.row.sha256[:16]}  {pack.row.file_name}" for pack in found)
        raise PackAmbiguousError(f"{len(found)} packs in {store.url} go by {name!r}:\n{listed}")
    return found[0]


def _packs_named(store: load.Store, name: str) -> list[StoredPack]:
    path = Path(name)
    if path.is_file():
        return load.find_packs(store, file_to_sha256(path))
    return load.find_packs(store, name) or load.find_packs(store, str(path.absolute()))
