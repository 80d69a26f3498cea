"""How sure a reading is: by heads known in full, by part of them, or by what stands below."""

from __future__ import annotations

from typing import Any

import pytest

from extract.pack.types import Pack
from extract.records.action_tables import tables_to_actions
from extract.records.confidence import CONTENT, EXACT, PART, with_confidence
from extract.records.ratings import pack_to_ratings
from extract.records.risks import pack_to_risks
from extract.records.types import RawRecord
from tests.extract.records.tabled import table_of


def judged(read: Any, *rows: str) -> list[Any]:
    """The records of a table of rows, judged."""
    table = table_of([row.split("|") for row in rows], heads=1)
    pack = Pack((), (table,), ())
    return list(with_confidence(pack, tuple(read(pack))))


@pytest.mark.parametrize(
    ("heads", "sure"),
    [
        ("*Ref|*Action|*Owner|*Due date", {}),
        ("*Ref|*Action|*Owner|*Revised due date for the Board", {"due": PART}),
        ("*Ref|*Action||*Due date", {"owners": CONTENT}),
    ],
)
def test_actions_are_as_sure_as_their_heads(heads, sure):
    first, *_ = judged(tables_to_actions, heads, "1|Mend the roof|Ann Oak|31/03/2024", "2|Paint it|Bob Ash|30/04/2024")
    assert dict(first.sure) == sure
    assert first.confidence == min([EXACT, *sure.values()])


@pytest.mark.parametrize(
    ("heads", "sure"),
    [
        ("*Ref|*Risk|*Risk Owner|*Likelihood|*Impact|*Score", {}),
        ("*Ref|*Description of the risk involved|*Risk Owner|*Likelihood|*Impact|*Score", {"title": PART}),
    ],
)
def test_risks_are_as_sure_as_their_heads(heads, sure):
    rows = ("R1|Flooding of the depot|Ann Oak|3|4|12", "R2|Loss of the main supplier|Bob Ash|2|4|8")
    first, *_ = judged(lambda pack: pack_to_risks(pack).records, heads, *rows)
    assert dict(first.sure) == sure


def test_ratings_without_a_head_for_them_are_known_by_their_words_alone():
    def read(pack: Pack) -> tuple[RawRecord, ...]:
        return pack_to_ratings(pack).records

    rows = ("Libraries|Green", "Museums|Red", "Parks|Amber")
    assert {rating.confidence for rating in judged(read, "*Service|*RAG", *rows)} == {EXACT}
    assert {rating.confidence for rating in judged(read, "*Service|*Now", *rows)} == {CONTENT}
