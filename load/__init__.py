"""The store: packs and their records as a relational database, on SQLite or PostgreSQL.

The verbs (`load.open_store`, `load.load_pack`, …) are those of `load.verbs`. They and the database libraries under them
are imported when the first one is asked for: a worker that reads packs needs the types alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from load.verbs import *  # noqa: F403


def __getattr__(name: str) -> Any:
    """A verb of the room."""
    verbs = import_module("load.verbs")
    if name not in verbs.__all__:
        raise AttributeError(f"module 'load' has no attribute {name!r}")
    globals()[name] = getattr(verbs, name)
    return globals()[name]
