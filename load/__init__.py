"""The store: packs and their records as a relational database, on SQLite or PostgreSQL."""

from load.interchange import contents_records
from load.query import ask
from load.read import (
    find_packs,
    list_packs,
    pack_records,
    read_counts,
    read_documents,
    read_issues,
    read_record,
    read_records,
    stored_version,
)
from load.runs import begin_run, end_run, latest_offers, record_offer
from load.store import Store, open_store
from load.write import LoadResult, load_pack

__all__ = [
    "LoadResult",
    "Store",
    "ask",
    "begin_run",
    "contents_records",
    "end_run",
    "find_packs",
    "latest_offers",
    "list_packs",
    "load_pack",
    "open_store",
    "pack_records",
    "read_counts",
    "read_documents",
    "read_issues",
    "read_record",
    "read_records",
    "record_offer",
    "stored_version",
]
