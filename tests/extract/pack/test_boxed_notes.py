"""Actions in boxes of their own, and what ends a paragraph in a cell or ahead of a label."""

from __future__ import annotations

import pytest

from extract.pack.prose import elements_to_paragraphs
from tests.extract.records.minuted import text_to_paragraphs
from tests.extract.records.tabled import table_of

LONG = "The report was read to the meeting and there was a long discussion of all that it said about the roads"


@pytest.mark.parametrize("label", ["Action:", "ACTION 24/12a:", "Action –"])
def test_who_and_by_when_stand_beside_a_boxed_action(label):
    row = [f"{label} Write to all residents of the parish about it", "FN / NA", "May 2025"]
    (note,) = elements_to_paragraphs([table_of([row])])
    assert (note.whole.text, note.beside.text) == (row[0], "FN / NA\nMay 2025")


@pytest.mark.parametrize(
    "row",
    [
        ["Action", "Owner", "Due"],  # heads
        ["Write to all residents", "Clerk", "May 2025"],
        ["Action: note", "The Board is asked to note the long report that stands behind this page"],
    ],
)
def test_other_rows_are_cells_one_after_the_other(row):
    assert [p.text.text for p in elements_to_paragraphs([table_of([row])])] == row


def test_items_of_a_cell_whose_bullets_are_drawn_end_though_they_fill_their_line():
    cell = "APPROVE the fall in the score;\nAPPROVE the framework of all risks;\nand\nNOTE the rest of them"
    texts = [p.text.text for p in elements_to_paragraphs([table_of([[cell]])])]
    assert texts == [
        "APPROVE the fall in the score;",
        "APPROVE the framework of all risks; and",
        "NOTE the rest of them",
    ]


def test_a_label_behind_a_sentence_begins_anew():
    first, second = text_to_paragraphs(f"{LONG}.\n\nRAG key: Done {LONG}")
    assert second.text.text.startswith("RAG key:")
    assert first.text.text.endswith("roads.")
