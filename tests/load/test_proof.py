"""What a second reader says of boxes, as the store keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import text

from extract.records.kept import Record, Source
from load import (
    Store,
    forget_pack,
    load_pack,
    packs_to_prove,
    read_claims,
    read_disagreements,
    read_pack_proof,
    read_record_proof,
    write_proofs,
)
from load.errors import ContentsError
from load.types import Claim, PackContents, Proof
from tests.load.packs import make_contents, newer

READER = "reader 1"
AUTHORITY = Claim(1, (72.0, 80.5, 190.0, 96.0), "Anytown Council", None)


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def prove(store: Store, pack: int, claims: Sequence[Claim], status: str = "proved", seen: str | None = None) -> None:
    write_proofs(store, pack, READER, "1.0.0", dict.fromkeys(claims, Proof(status, seen)))  # type: ignore[arg-type]  # a status


@pytest.fixture
def pack(store: Store) -> int:
    return load_pack(store, make_contents()).pack_id


def test_boxes_are_untried_until_a_reader_tries_them(store: Store, pack: int) -> None:
    claims = read_claims(store, pack, READER)
    assert claims[0] == AUTHORITY
    assert [claim.page for claim in claims] == sorted(claim.page for claim in claims)
    assert {claim.colour for claim in claims} == {None, "#ffc000"}
    assert packs_to_prove(store, READER) == {pack}
    found = read_pack_proof(store, pack)
    assert (found.counts["untried"], found.counts["proved"], found.reader) == (
        rows(store, "SELECT count(*) FROM all_sources")[0][0],
        0,
        None,
    )


def test_what_is_found_is_noted_beside_each_box_of_the_same_words(store: Store, pack: int) -> None:
    claims = read_claims(store, pack, READER)
    prove(store, pack, claims)
    found = read_pack_proof(store, pack)
    assert (found.counts["untried"], found.counts["disagrees"], found.reader) == (0, 0, READER)
    assert found.counts["proved"] >= len(claims)
    assert found.proved_at is not None
    assert read_claims(store, pack, READER) == []
    assert read_claims(store, pack, READER, again=True) == claims
    assert packs_to_prove(store, READER) == frozenset()


def test_what_disagrees_is_listed_with_what_was_seen(store: Store, pack: int) -> None:
    claims = read_claims(store, pack, READER)
    (risk,) = [claim for claim in claims if claim.words == "Flood"]
    prove(store, pack, [claim for claim in claims if claim not in (risk, AUTHORITY)])
    prove(store, pack, [risk, AUTHORITY], "disagrees", "Food")
    first, second = read_disagreements(store, pack)
    assert (first.record, first.type, first.field, first.claim, first.seen) == (
        None,
        "pack",
        "authority",
        AUTHORITY,
        "Food",
    )
    assert (second.type, second.field, second.claim) == ("risks", "title", risk)
    assert read_record_proof(store, second.record or 0).fields["title"] == (Proof("disagrees", "Food"),)
    assert rows(store, "SELECT field, proof_words FROM boxes_not_proved ORDER BY 1") == [
        ("authority", "Food"),
        ("title", "Food"),
    ]


def test_a_value_is_proved_where_all_its_boxes_are(store: Store, pack: int) -> None:
    claims = read_claims(store, pack, READER)
    second = [claim for claim in claims if claim.words == "and on"]
    prove(store, pack, [claim for claim in claims if claim not in second])
    sql = "SELECT boxes, proof FROM value_proofs WHERE type = 'actions' AND field IN ('text', 'ref') ORDER BY 1"
    assert rows(store, sql) == [(1, "proved"), (2, "untried")]
    for status in ("unreadable", "disagrees"):
        prove(store, pack, second, status)
        assert rows(store, sql) == [(1, "proved"), (2, status)]


def test_shares_are_told_by_type(store: Store, pack: int) -> None:
    claims = read_claims(store, pack, READER)
    prove(store, pack, [claim for claim in claims if claim != AUTHORITY])
    sql = "SELECT boxes, proved, untried, share_proved, reader FROM proof_by_type WHERE type = "
    assert rows(store, sql + "'pack'") == [(1, 0, 1, 0.0, READER)]
    ((boxes, proved, untried, share, reader),) = rows(store, sql + "'risks'")
    assert (proved, untried, share, reader) == (boxes, 0, 1.0, READER)


def test_a_new_reading_keeps_what_was_found_of_boxes_that_are_as_they_were(store: Store, pack: int) -> None:
    prove(store, pack, read_claims(store, pack, READER))
    load_pack(store, newer(_with_another_title(make_contents())))
    assert [claim.words for claim in read_claims(store, pack, READER)] == ["Fire"]
    found = read_pack_proof(store, pack)
    assert (found.counts["untried"], found.reader) == (1, READER)


def _with_another_title(contents: PackContents) -> PackContents:
    return replace(contents, records=tuple(map(_retitled, contents.records)))


def _retitled(record: Record) -> Record:
    if record.type != "risks":
        return record
    (place,) = record.sources["title"]
    sources = {**record.sources, "title": (Source(place.page, place.bbox, "Fire"),)}
    return replace(record, values={**record.values, "title": "Fire"}, sources=sources)


def test_nothing_is_kept_of_a_pack_of_which_no_box_is_as_it_was(store: Store, pack: int) -> None:
    prove(store, pack, [AUTHORITY])
    contents = make_contents()
    load_pack(store, newer(replace(contents, pack=replace(contents.pack, sources={}))))
    assert rows(store, "SELECT count(*) FROM proofs") == [(0,)]


def test_another_reader_tries_all_anew_and_answers_for_all(store: Store, pack: int) -> None:
    prove(store, pack, read_claims(store, pack, READER))
    assert packs_to_prove(store, "reader 2") == {pack}
    claims = read_claims(store, pack, "reader 2")
    assert claims == read_claims(store, pack, READER, again=True)
    write_proofs(store, pack, "reader 2", "1.0.0", {AUTHORITY: Proof("proved")})
    found = read_pack_proof(store, pack)
    assert (found.counts["proved"], found.reader) == (1, "reader 2")


def test_boxes_and_packs_that_are_gone_are_passed_over(store: Store, pack: int) -> None:
    elsewhere = Claim(1, (0.0, 0.0, 1.0, 1.0), "nowhere", None)
    prove(store, pack, [elsewhere])
    assert read_pack_proof(store, pack).counts["proved"] == 0
    forget_pack(store, pack)
    prove(store, pack, [AUTHORITY])
    assert rows(store, "SELECT count(*) FROM proofs") == [(0,)]


def test_the_store_takes_no_other_status(store: Store, pack: int) -> None:
    with pytest.raises(ContentsError):
        prove(store, pack, [AUTHORITY], "certain")
