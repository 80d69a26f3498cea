"""Notes that say only who is to act: what is to be done stands in the sentence above, or they are issues."""

from __future__ import annotations

import pytest

from extract.records.action_notes import minutes_to_notes
from tests.extract.records.minuted import HEAD, text_to_pack


def noted(above: str, note: str = "ACTION: Clerk") -> tuple[list[tuple[str, str]], list[str]]:
    """Text and owners of the actions, and the codes of the issues, of a minute with a note below it."""
    text = f"{HEAD}\n\n1. ROADS\n\n{above}\n\n{note}\n\n2. LIGHTS\n\nThe report was given."
    records, issues = minutes_to_notes(text_to_pack(text))
    return [(r.fields["text"].text, r.fields["owners"].text) for r in records], [issue.code for issue in issues]


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("The Clerk to write to the county.", "The Clerk to write to the county."),
        ("The verge is long. Quotations are to be obtained.", "Quotations are to be obtained."),
        ("Members agreed to hold a session in March.", "Members agreed to hold a session in March."),
        ("The lamp is out. The Clerk would report it.", "The Clerk would report it."),
        ("Bus stop: Mr Oak to write to the county.", "Mr Oak to write to the county."),
        ("List of streets to be compiled.", "List of streets to be compiled."),
        ("AB and CD to check progress.", "AB and CD to check progress."),
    ],
)
def test_what_is_to_be_done_stands_above(above, text):
    assert noted(above) == ([(text, "Clerk")], [])


def test_a_note_with_words_of_its_own_keeps_them():
    assert noted("The Clerk to write.", "ACTION: Clerk to report the lamp.")[0][0][0] == "Clerk to report the lamp."


@pytest.mark.parametrize("above", ["Members talked about the trees.", "Cllr Oak said that the field would flood."])
def test_talk_alone_is_nothing_to_do(above):
    assert noted(above) == ([], ["action_without_words"])


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("It was agreed to obtain three quotes. ACTION: Clerk", [("It was agreed to obtain three quotes.", "Clerk")]),
        ("The lamp is out. Action: Clerk to report it. Action: Cllr Oak to look at it.",
         [("Clerk to report it.", "Clerk"), ("Cllr Oak to look at it.", "Cllr Oak")]),
        ("The Action: Clerk form was signed.", []),
    ],
)  # fmt: skip
def test_notes_at_the_end_of_a_sentence_within_a_paragraph(told, found):
    text = f"{HEAD}\n\n1. ROADS\n\n{told}\n\n2. LIGHTS\n\nThe report was given."
    records, _ = minutes_to_notes(text_to_pack(text))
    assert [(r.fields["text"].text, r.fields["owners"].text) for r in records] == found


@pytest.mark.parametrize("note", ["Action JS", "ACTION Clerk", "Action JS & RI"])
def test_a_label_without_a_colon_is_one_where_only_names_follow(note):
    assert noted("Mr Oak to write.", note) == ([("Mr Oak to write.", note.split(" ", 1)[1])], [])


def test_words_behind_a_label_without_a_colon_make_no_note():
    assert noted("Mr Oak to write.", "Action was taken on this.") == ([], [])


def test_the_date_of_what_somebody_is_to_do():
    text = f"{HEAD}\n\n1. ROADS\n\nIt was read.\n\nACTION: Clerk: send the note by 30 April\n\n2. LIGHTS\n\nIt is on."
    ((record,), _) = minutes_to_notes(text_to_pack(text))
    found = [str(record.fields[name]) for name in ("owners", "text", "due")]
    assert found == ["Clerk", "send the note by 30 April", "by 30 April"]
