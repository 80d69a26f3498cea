"""Ratings by word, letter and fill: kept apart, and told of where they disagree."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.layout.excerpt import words_to_excerpt
from extract.pack.types import Pack
from extract.pdf.types import Box, Rgb
from extract.records.rated import with_rated_cells
from extract.records.ratings import pack_to_ratings
from extract.records.types import RatedCell
from packtrace.marks import cell_to_marks, records_to_mark_issues
from packtrace.normalising import raw_to_records
from packtrace.pipeline import read_pack
from tests.extract.drawn import set_line
from tests.extract.records.tabled import table_of

RED, AMBER, GREEN, ORANGE = Rgb(255, 0, 0), Rgb(255, 192, 0), Rgb(0, 176, 80), Rgb(255, 102, 0)


def rated(words: str, fill: Rgb | None) -> RatedCell:
    return RatedCell(words_to_excerpt(set_line(words, 0, 10)), Box(1, 0, 0, 50, 20), fill)


@pytest.mark.parametrize(
    ("words", "fill", "marks"),
    [
        ("Amber", AMBER, [("word", "amber"), ("fill", "amber")]),
        ("G", RED, [("letter", "green"), ("fill", "red")]),
        ("A – Amber", None, [("word", "amber"), ("letter", "amber")]),
        ("12", RED, [("fill", "red")]),
        ("Complete", GREEN, [("fill", "green")]),
        ("", None, []),
    ],
)
def test_marks_of_a_cell(words: str, fill: Rgb | None, marks: list[tuple[str, str]]) -> None:
    assert [(mark.mark, mark.rag) for mark in cell_to_marks(rated(words, fill))] == marks


def records(*rows: str):
    table = table_of([row.split("|") for row in ("*Project|*RAG", *rows)], heads=1)
    pack = Pack((), (table,), ())
    return raw_to_records(with_rated_cells(pack, pack_to_ratings(pack).records), ())


def test_a_disagreement_is_an_issue_and_the_printed_word_stays() -> None:
    found = records("Roof|{ff0000}Green", "Lift|{00b050}G", "Hall|{ffc000}Amber", "Park|{ff6600}Red")
    assert [record.values["rag"] for record in found] == ["green", "green", "amber", "red"]
    (issue,) = records_to_mark_issues(found)
    assert (issue.code, issue.text) == ("rating_disagrees", "Green #ff0000")
    assert "green by its word and red by its fill" in issue.message


def test_a_fill_of_a_whole_row_is_no_mark() -> None:
    found = records("{ff0000}Roof|{ff0000}Green", "Lift|{00b050}G")
    assert [[mark.mark for mark in record.marks] for record in found] == [["word"], ["letter", "fill"]]


def test_the_ratings_of_a_sample_agree(board_pack: Path) -> None:
    contents = read_pack(board_pack)
    marks = {(r.type, mark.mark) for r in contents.records for mark in r.marks}
    assert {("actions", "letter"), ("actions", "word"), ("risks", "fill"), ("ratings", "fill")} <= marks
    assert not [issue for issue in contents.issues if issue.code == "rating_disagrees"]
