"""What was seen and not understood is told, with the words to add to a word list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract.records.action_tables import tables_to_actions
from extract.records.confidence import with_confidence
from extract.records.not_known import records_to_unknown
from extract.records.read import pack_to_reading
from packtrace.pipeline import file_to_pack
from tests.extract.pdf.made import write_pdf
from tests.extract.records.minuted import HEAD, text_to_pack
from tests.extract.records.tabled import table_of


def told(*rows: str) -> list[tuple[str, str]]:
    """Code and words of what a table leaves open, with only its actions read."""
    pack = replace(text_to_pack("x"), flow=(table_of([row.split("|") for row in rows], heads=1),))
    records = with_confidence(pack, tuple(tables_to_actions(pack)))
    return [(issue.code, issue.text) for issue in records_to_unknown(pack, records)]


@pytest.mark.parametrize(
    ("heads", "issues"),
    [
        ("*Ref|*Action|*Owner|*Due date", []),
        ("*Ref|*Action|*Torchbearer|*Due date", [("head_by_content", "Torchbearer")]),
        ("*Ref|*Action|*Owner|*Curfew", [("head_by_content", "Curfew")]),
        ("*Ref|*Moil|*Owner|*Due date", [("table_not_understood", "Ref | Moil | Owner | Due date")]),
        ("*Ref|*Street|*Cost|*Built", []),
    ],
)
def test_tables_of_actions_with_unknown_heads(heads, issues):
    assert told(heads, "1|Mend the roof|Clerk|31/03/2024", "2|Paint the door|Head of Estates|30/04/2024") == issues


def test_a_column_without_a_known_head_is_told_where_it_was_not_read():
    rows = ("1|Mend the roof|Ann Oak|31/03/2024|Low", "2|Paint the door|Bob Ash|30/04/2024|High")
    assert told("*Ref|*Action|*Owner|*Due date|*Zeal", *rows) == [("head_not_known", "Zeal")]


def minuted(words: str, head: str = HEAD) -> list[tuple[str, str]]:
    pack = text_to_pack(f"{head}\n\n1. ROADS\n\n{words}\n\n2. LIGHTS\n\nThe report was given.")
    return [(issue.code, issue.text) for issue in records_to_unknown(pack, pack_to_reading(pack).records)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ORDAINED that the road be closed.", [("word_not_known", "ORDAINED")]),
        ("The Committee ORDAINED the closure of the road.", [("word_not_known", "ORDAINED")]),
        ("RESOLVED that the road be closed.", []),
        ("The Committee NOTED the closure.", []),
        ("The BBC reported that the road was closed.", []),
    ],
)
def test_decision_words_that_no_list_holds(words, found):
    assert minuted(words) == found


def test_people_listed_under_unknown_words():
    head = HEAD.replace("PRESENT: Cllr A Ash (Chair), Cllr B Birch", "Foregathered: Cllr A Ash, Cllr B Birch")
    assert minuted("The report was given.", head) == [
        ("people_without_heading", "Foregathered: Cllr A Ash, Cllr B Birch")
    ]


def test_one_line_in_a_word_list_is_what_an_unknown_head_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with a ruled table whose heads nobody knows is told of; with its words in the list it is read."""
    from extract.records import action_words

    made = file_to_pack(_table_pdf(tmp_path / "unknown.pdf", ("No", "Moil", "Torchbearer", "Deadline")))
    reading = pack_to_reading(made)
    assert not [record for record in reading.records if record.type == "actions"]
    assert [(i.code, i.page, i.text) for i in reading.issues] == [
        ("table_not_understood", 1, "No | Moil | Torchbearer | Deadline")
    ]
    phrases = {**action_words.COLUMN_WORDS.phrases, "moil": "text", "torchbearer": "owners"}
    monkeypatch.setattr(action_words, "COLUMN_WORDS", action_words.ColumnWords(phrases))
    action_words.head_to_concept.cache_clear()
    learnt = pack_to_reading(made)
    action_words.head_to_concept.cache_clear()
    assert len([record for record in learnt.records if record.type == "actions"]) == 2
    assert not learnt.issues


def _table_pdf(path: Path, heads: tuple[str, ...]) -> Path:
    """A page with a ruled table: heads in bold, two rows."""
    rows = (
        heads,
        ("1", "Mend the roof of the hall", "Ann Oak", "31/03/2024"),
        ("2", "Paint the door", "Bob Ash", "30/04/2024"),
    )
    xs, top, height = (40, 80, 260, 380, 480), 700, 24
    drawn = [f"{x} {top - 3 * height} m {x} {top} l S" for x in xs]
    drawn += [f"{xs[0]} {top - n * height} m {xs[-1]} {top - n * height} l S" for n in range(4)]
    drawn += [
        f"BT /{'B' if n == 0 else 'F'} 10 Tf {xs[c] + 4} {top - n * height - 16} Td ({text}) Tj ET"
        for n, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return write_pdf(path, "\n".join(drawn), page="/MediaBox [0 0 595 842]")
