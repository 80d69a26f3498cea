"""Why a store cannot be used. Every error of the database library ends as one of these."""

from __future__ import annotations


class StoreError(Exception):
    """Something is wrong with the store at `url` (without its password); `message` says what, in one sentence."""

    def __init__(self, url: str, message: str) -> None:
        super().__init__(f"{url}: {message}")
        self.url = url
        self.message = message


class StoreUnreachableError(StoreError):
    """There is no store at that address, or it does not answer."""


class StoreAbsentError(StoreUnreachableError):
    """No store has been made there yet."""


class StoreNotOursError(StoreError):
    """What is there is not a store of packtrace."""


class StoreTooNewError(StoreError):
    """A newer packtrace wrote the store."""


class StoreTooOldError(StoreError):
    """An older packtrace wrote the store, and this one cannot use it as it is."""


class StoreLockedError(StoreError):
    """Another program holds the store and did not let go in time."""


class StoreDamagedError(StoreError):
    """The store's file can no longer be read as a database."""


class StoreFullError(StoreError):
    """There is no room left to write."""


class StoreDiskError(StoreError):
    """The disk under the store did not write or read what it was to."""


class ContentsError(StoreError):
    """What was to be loaded contradicts itself, such as a source on a page that the pack does not have."""


class QueryFailedError(StoreError):
    """The database did not accept a query."""


class WriteRefusedError(QueryFailedError):
    """A query that would change the store."""
