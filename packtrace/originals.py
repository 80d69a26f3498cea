"""The PDFs themselves, kept beside the store under their sha256, so that a source can still be shown years later."""

from __future__ import annotations

import os
import shutil
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from packtrace.errors import OriginalGoneError

if TYPE_CHECKING:
    from load import Store

BESIDE_A_SERVER = Path("data")
"""Where originals go when the store is a database server, which has no folder of its own."""


def originals_folder(store: Store) -> Path:
    """The folder `packs` beside the store's file."""
    return (BESIDE_A_SERVER if store.path is None else store.path.parent) / "packs"


def file_to_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes in hexadecimal; OSError where it cannot be read."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def keep_original(store: Store, path: Path, sha256: str) -> Path:
    """Keeps a file beside the store, as a hard link where that is possible and else as a copy; returns where."""
    kept = originals_folder(store) / f"{sha256}.pdf"
    if kept.exists() and kept.stat().st_size == path.stat().st_size:  # a power cut may have left a part of it
        return kept
    kept.parent.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        os.link(path.resolve(), unfinished)  # the file itself, where the path is a symbolic link to it
    except OSError:  # another disk, or a file system without links
        _copy(path, unfinished)
    unfinished.replace(kept)
    return kept


def _copy(path: Path, target: Path) -> None:
    """Leaves nothing where there is no room for all of it."""
    try:
        shutil.copyfile(path, target)
    except OSError:
        target.unlink(missing_ok=True)
        raise


def forget_original(store: Store, sha256: str) -> None:
    """Takes away the file kept beside the store, if there is one; the file that was read stays."""
    (originals_folder(store) / f"{sha256}.pdf").unlink(missing_ok=True)


def find_original(store: Store, sha256: str, path: str | None) -> Path:
    """A file that holds these very bytes: the one kept beside the store, or the one that was read.

    Raises OriginalGoneError where neither is there, or they have changed since (a linked file can be written over).
    """
    places = [originals_folder(store) / f"{sha256}.pdf", *([Path(path)] if path else [])]
    for place in places:
        if place.is_file() and file_to_sha256(place) == sha256:
            return place
    listed = " or ".join(str(place) for place in places)
    raise OriginalGoneError(f"The PDF of this pack is no longer at {listed}.")
