"""Pages and records found by their words, on both databases alike, whatever happens to their pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from load import Store, correct_record, forget_pack, load_pack, search
from load.finding import AROUND, words_around, words_to_terms
from load.indexing import WORDS
from load.models import TYPE_TABLES
from load.types import PackContents
from tests.load.packs import make_contents, make_record, newer

SAID = [
    "Anytown Council: summons to the meeting, with café",
    "The boilers were inspected and the boiler house is to be replaced",
    "Flood defences; the budget for flood work is £28,500",
    "",
]


def contents(**changes: object) -> PackContents:
    made = make_contents(**changes)
    return replace(made, pages=tuple(replace(page, text=words) for page, words in zip(made.pages, SAID, strict=True)))


@pytest.fixture(scope="module")
def loaded(shared_store: Store) -> Store:
    """A store that is only searched."""
    record = replace(make_record("actions"), raw={"owners": "Rob Semens"})
    others = tuple(made for made in make_contents().records if made.type != "actions")
    load_pack(shared_store, contents(records=(*others, record)))
    return shared_store


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("boiler", [2]),
        ("BOILERS replacing", [2]),
        ("flood budget", [3]),
        ("budget flood", [3]),
        ('"boiler house"', [2]),
        ('"house boiler"', []),
        ("meeting boiler", []),
        ("council", [1]),
        ("nothing-of-the-kind", []),
        ("28,500", [3]),
        ("£ – !", []),
        ('a"b OR flood* NOT (x', []),
    ],
)
def test_pages_are_found_by_all_their_words(loaded: Store, words: str, pages: list[int]) -> None:
    assert [hit.page for hit in search(loaded, words, "pages")] == pages


@pytest.mark.parametrize(
    ("words", "record_type", "types"),
    [
        ("boilers", None, ["actions"]),
        ("flood", None, ["risks"]),
        ("pump", None, ["controls", "risks"]),
        ("pump", "risks", ["risks"]),
        ("semens", None, ["actions"]),
        ("grants", "figures", ["figures"]),
        ("libraries", None, ["ratings"]),
        ("jones", "attendance", ["attendance"]),
        ("register", "agenda_items", ["agenda_items"]),
        ("approved budget", None, ["resolutions"]),
        ("note", "recommendations", ["recommendations"]),
    ],
)
def test_records_are_found_by_what_they_say(
    loaded: Store, words: str, record_type: str | None, types: list[str]
) -> None:
    assert sorted(hit.type or "" for hit in search(loaded, words, record_type=record_type)) == types


def test_hit_says_where_and_with_which_words(store: Store) -> None:
    load_pack(store, contents())
    (hit,) = search(store, "boilers")
    assert (hit.pack, hit.page, hit.page_label, hit.record, hit.type) == ("town.pdf", 2, "1", 5, "actions")
    assert "Replace the boiler" in hit.words
    assert len(search(store, "the", "pages", most=1)) <= 1


def test_unknown_record_type_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        search(store, "flood", record_type="packs; DROP TABLE packs")


def test_what_is_read_anew_or_forgotten_is_found_no_more(store: Store) -> None:
    result = load_pack(store, contents())
    load_pack(store, newer(contents(records=(make_record("actions", text="Sweep the chimney"),))))
    assert (search(store, "boiler"), len(search(store, "chimney"))) == ([], 1)
    assert [hit.page for hit in search(store, "boiler", "pages")] == [2]
    with store.writing() as connection:
        connection.execute(text("UPDATE pages SET text = 'A new roof' WHERE number = 2"))
    assert (search(store, "boiler", "pages"), len(search(store, "roof", "pages"))) == ([], 1)
    forget_pack(store, result.pack_id)
    assert search(store, "chimney") == search(store, "roof", "pages") == []


@pytest.mark.parametrize(
    ("record_type", "field", "new", "now", "before"),
    [
        ("actions", "text", "Sweep the chimney", "chimney", "boiler"),
        ("actions", "owners", ["Ann Lee"], "ann lee", "semens"),
        ("risks", "title", "Fire", "fire", "flood"),
        ("figures", "row", "Precept", "precept", "grants"),
        ("figures", "raw", "(29.5)", '"29.5"', '"28.5"'),
        ("resolutions", "text", "the precept be raised", "precept raised", "approved"),
        ("attendance", "name", "Cllr Green", "green", "jones"),
        ("agenda_items", "title", "Minutes", "minutes", "register"),
        ("recommendations", "text", "approve it", "approve", "note"),
        ("controls", "text", "Bags are filled", "bags filled", "tested"),
        ("ratings", "subject", "Parks", "parks", "libraries"),
    ],
)
def test_records_are_found_by_what_was_put_right(
    store: Store, record_type: str, field: str, new: object, now: str, before: str
) -> None:
    record = replace(make_record("actions"), raw={"owners": "Rob Semens"})
    others = tuple(made for made in make_contents().records if made.type != "actions")
    made = contents(records=(*others, record))
    load_pack(store, made)
    (found,) = search(store, before, record_type=record_type)
    assert found.record is not None
    correct_record(store, found.record, field, "in between" if field == "text" else new, "A. Clerk", "misread")
    correct_record(store, found.record, field, new, "A. Clerk", "misread")
    for _ in range(2):
        (hit,) = search(store, now, record_type=record_type)
        assert hit.record == found.record
        assert search(store, before, record_type=record_type) == []
        assert search(store, "between", record_type=record_type) == []
        load_pack(store, made, again=True)
    forget_pack(store, 1)
    assert search(store, now) == []


def test_pack_that_was_published_anew_is_not_found(store: Store) -> None:
    long = [f"page {number} " + " ".join(f"word{number}x{n}" for n in range(20)) for number in range(4)]
    for number in (1, 2):
        made = make_contents()
        row = replace(made.pack, sha256=f"{number:064x}", file_name=f"{number}.pdf", committee="Cabinet")
        row = replace(row, modified_at=datetime(2024, 1, number, tzinfo=UTC))
        pages = tuple(replace(page, text=words) for page, words in zip(made.pages, long, strict=True))
        load_pack(store, replace(made, pack=row, pages=pages))
    assert {hit.pack for hit in search(store, "word2x7", "pages")} == {"2.pdf"}
    assert {hit.pack for hit in search(store, "boiler")} == {"2.pdf"}


def test_columns_searched_are_those_of_the_tables() -> None:
    assert set(WORDS) == set(TYPE_TABLES)
    for record_type, columns in WORDS.items():
        assert set(columns.split()) <= set(TYPE_TABLES[record_type].__table__.columns.keys())


@pytest.mark.parametrize(
    ("words", "terms"),
    [("flood work", ["flood", "work"]), ('"flood  work" now', ["flood work", "now"]), ('– "', []), ('x"y', ["x y"])],
)
def test_words_are_taken_as_terms(words: str, terms: list[str]) -> None:
    assert words_to_terms(words) == terms


def test_words_around_are_those_about_the_first_term() -> None:
    said = " ".join([f"a{n}" for n in range(50)] + ["boilers"] + [f"b{n}" for n in range(50)])
    shown = words_around(said, ["boilers"])
    assert shown.startswith("… a38")
    assert shown.endswith("b11 …")
    assert len(shown.split()) == 2 * AROUND + 3
