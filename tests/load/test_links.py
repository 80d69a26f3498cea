"""Packs of one meeting: which stands for which, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import text

from load import Store, forget_pack, latest_offers, load_pack
from load.links import Links, Version, says_supplement, texts_to_pages, versions_to_links
from load.models import Base
from load.runs import begin_run
from load.types import Offer, PackContents
from tests.load.packs import make_contents

PAGES = [" ".join(f"word{page}x{n}" for n in range(20)) for page in range(8)]


def version(number: int, pages: list[str], *, is_supplement: bool = False, day: int | None = None) -> Version:
    changed = datetime(2024, 1, number if day is None else day, tzinfo=UTC)
    return Version(number, f"{number:064x}", changed, is_supplement, texts_to_pages(pages))


@pytest.mark.parametrize(
    ("versions", "links"),
    [
        pytest.param([version(1, PAGES)], {1: Links()}, id="alone"),
        pytest.param([version(1, PAGES), version(2, PAGES[1:])], {1: Links(2), 2: Links()}, id="published anew"),
        pytest.param([version(1, PAGES[:4]), version(2, PAGES)], {1: Links(2), 2: Links()}, id="with more pages"),
        pytest.param([version(1, PAGES), version(2, PAGES[:3])], {1: Links(), 2: Links()}, id="a part is no successor"),
        pytest.param(
            [version(1, PAGES), version(2, PAGES), version(3, PAGES)],
            {1: Links(3), 2: Links(3), 3: Links()},
            id="twice",
        ),
        pytest.param(
            [version(1, PAGES[:4]), version(2, PAGES[4:], is_supplement=True)],
            {1: Links(), 2: Links(None, 1)},
            id="supplement",
        ),
        pytest.param(
            [version(1, PAGES[:4]), version(2, PAGES[5:], is_supplement=True), version(3, PAGES[:5])],
            {1: Links(3), 2: Links(None, 3), 3: Links()},
            id="supplement to what counts now",
        ),
        pytest.param([version(1, PAGES[:4]), version(2, PAGES[4:])], {1: Links(), 2: Links()}, id="other papers"),
        pytest.param([version(1, [""] * 9), version(2, [""] * 9)], {1: Links(), 2: Links()}, id="blank pages"),
    ],
)
def test_links_are_those_of_the_times_of_the_files(versions: list[Version], links: dict[int, Links]) -> None:
    for order in permutations(versions):
        assert versions_to_links(order) == links


@pytest.mark.parametrize(
    ("file_name", "first_page", "expected"),
    [
        ("agenda-supplement-2.pdf", "", True),
        ("Council_Late_Papers.pdf", "", True),
        ("item-7-to-follow.pdf", "", True),
        ("pack.pdf", "Anytown Council\nAGENDA SUPPLEMENT (1)\nCabinet", True),
        ("pack.pdf", "ADDENDUM\n", True),
        ("pack.pdf", "Cabinet\n7. Appendix B (to follow)", False),
        ("pack.pdf", "9. Supplementary estimates for the year", False),
        ("pack.pdf", "\n" * 30 + "Agenda supplement", False),
        ("pack.pdf", "Members should note that an addendum will be sent to them before the meeting takes place", False),
    ],
)
def test_supplement_says_so(file_name: str, first_page: str, expected: bool) -> None:
    assert says_supplement(file_name, first_page) is expected


def pack(number: int, texts: list[str], **changes: Any) -> PackContents:
    """A pack of one meeting with pages of these words; those of a later number are changed later."""
    contents = make_contents()
    row = replace(
        contents.pack,
        sha256=f"{number:064x}",
        file_name=f"{number}.pdf",
        path=f"/in/{number}.pdf",
        committee="Cabinet",
        modified_at=datetime(2024, 1, number, tzinfo=UTC),
        **changes,
    )
    pages = tuple(replace(page, text=words) for page, words in zip(contents.pages, texts, strict=True))
    return replace(contents, pack=row, pages=pages)


def links_of(store: Store) -> dict[str, tuple[str | None, str | None]]:
    sql = "SELECT pack, superseded_by, supplement_to FROM pack_overview ORDER BY pack"
    with store.reading() as connection:
        return {row.pack: (row.superseded_by, row.supplement_to) for row in connection.execute(text(sql))}


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_republished_pack_supersedes_and_counts_once(store: Store, order: tuple[int, int]) -> None:
    run = begin_run(store, "1.0.0", {})
    for number in order:
        contents = pack(number, PAGES[:4], authority="ANYTOWN  COUNCIL" if number == 2 else "Anytown Council")
        offer = Offer(f"/in/{number}.pdf", f"{number}.pdf", "loaded", datetime.now(UTC), 1.0)
        load_pack(store, contents, run_id=run, offer=offer)
    assert links_of(store) == {"1.pdf": ("2.pdf", None), "2.pdf": (None, None)}
    assert {o.file_name: o.outcome for o in latest_offers(store)} == {
        "1.pdf": "superseded",
        "2.pdf": "loaded_with_issues",
    }
    with store.reading() as connection:
        assert connection.execute(text("SELECT pack FROM risk_register")).scalars().all() == ["2.pdf"]


@pytest.mark.parametrize(
    "changes",
    [{"committee": "Audit"}, {"authority": "Othertown"}, {"meeting_date": "2024-04-05"}, {"meeting_date": None}],
)
def test_pack_of_another_meeting_is_not_linked(store: Store, changes: dict[str, Any]) -> None:
    load_pack(store, pack(1, PAGES[:4]))
    other = pack(2, PAGES[:4])
    load_pack(store, replace(other, pack=replace(other.pack, **changes)))
    assert set(links_of(store).values()) == {(None, None)}


def test_supplement_is_linked_to_its_pack(store: Store) -> None:
    load_pack(store, pack(1, ["Supplementary agenda\n" + PAGES[4], *PAGES[5:8]]))
    load_pack(store, pack(2, PAGES[:4]))
    assert links_of(store) == {"1.pdf": (None, "2.pdf"), "2.pdf": (None, None)}


def test_forgotten_pack_leaves_nothing_and_the_one_before_counts_again(store: Store) -> None:
    run = begin_run(store, "1.0.0", {})
    first = load_pack(store, pack(1, PAGES[:4]))
    offer = Offer("/in/2.pdf", "2.pdf", "loaded", datetime.now(UTC), 1.0, sha256=f"{2:064x}")
    second = load_pack(store, pack(2, PAGES[:4]), run_id=run, offer=offer)
    forget_pack(store, second.pack_id)
    assert links_of(store) == {"1.pdf": (None, None)}
    forget_pack(store, first.pack_id)
    with store.reading() as connection:
        left = {t.name for t in Base.metadata.sorted_tables if connection.execute(t.select()).first() is not None}
    assert left == {"packtrace_schema", "runs"}
    with pytest.raises(KeyError):
        forget_pack(store, first.pack_id)
