"""packtrace upgrade: an older store brought up to date."""

from __future__ import annotations

from packtrace.options import DEFAULT_STORE, StoreOption


def upgrade(store: StoreOption = DEFAULT_STORE) -> None:
    """Bring a store that an older packtrace made up to the tables of this one; packtrace ingest does so by itself.

    It is done whole or not at all.
    """
    import load
    from packtrace.errors import StoreTooOldError
    from packtrace.opening import opened_store

    try:
        with opened_store(store):
            print("The store is up to date.")
    except StoreTooOldError:
        with opened_store(store, create=True) as opened:
            print(f"Brought up to date: {opened.url}, {len(load.list_packs(opened))} packs")
