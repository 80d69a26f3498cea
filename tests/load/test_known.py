"""Whom short forms of owners stand for, kept beside the owners as printed; how sure the reading of each field is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from extract.records.kept import Source
from load import Store, ask, contents_records, forget_pack, load_pack, read_known_owners, read_numbered_records
from load.types import KnownOwner, PackContents
from tests.load.packs import SHA, make_contents, make_record, newer

_PLACES = (Source(2, (72.0, 80.0, 99.0, 92.0), "Gill"), Source(2, (72.0, 94.0, 99.0, 106.0), "Baker"))
GILL = KnownOwner("Gill Baker", "person", _PLACES)


def contents(**changes: Any) -> PackContents:
    """A pack with an action of two owners, one of whom is known."""
    record = replace(make_record("actions", owners=["GB", "HR"], confidence=0.7), sure={"owners": 0.7})
    given = make_contents(records=(record,), party_kinds={"GB": "person"}, known_owners={"GB": GILL})
    return replace(given, **changes)


def rows_of(store: Store, sql: str) -> list[tuple[Any, ...]]:
    with ask(store, sql) as answer:
        return [tuple(row) for row in answer.rows]


def test_owner_stays_as_printed_and_who_it_stands_for_is_derived(store: Store) -> None:
    load_pack(store, contents())
    acts = "SELECT owner, stands_for, kind, origin FROM who_acts ORDER BY owner"
    assert rows_of(store, acts) == [("GB", "Gill Baker", "person", "derived"), ("HR", "HR", None, "printed")]
    ((number, record),) = read_numbered_records(store, 1)
    assert record.values["owners"] == ["GB", "HR"]
    assert read_known_owners(store, number) == [("GB", GILL)]


def test_records_as_exported_do_not_change() -> None:
    plain = replace(contents(), known_owners={}, records=(replace(contents().records[0], sure={}),))
    assert contents_records(contents()) == contents_records(plain)


def test_how_sure_a_field_is_comes_back_with_the_record(store: Store) -> None:
    load_pack(store, contents())
    ((_, record),) = read_numbered_records(store, 1)
    assert (record.sure, record.confidence) == ({"owners": 0.7}, 0.7)
    least = "SELECT DISTINCT field FROM all_sources WHERE confidence < 1"
    assert rows_of(store, least) == [("owners",)]


def test_new_reading_replaces_who_is_known_and_forgetting_leaves_nobody(store: Store) -> None:
    load_pack(store, contents())
    load_pack(store, newer(contents(known_owners={})))
    assert rows_of(store, "SELECT count(*) FROM known_owners") == [(0,)]
    load_pack(store, contents(), again=True)
    assert forget_pack(store, 1) == SHA
    assert rows_of(store, "SELECT (SELECT count(*) FROM known_owners), (SELECT count(*) FROM parties)")[0][0] == 0
    assert rows_of(store, "SELECT name FROM parties WHERE name = 'GB'") == []
