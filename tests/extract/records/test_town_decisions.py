"""Decisions as town councils word them: movers in brackets, motions in quotation marks, tables below a decision."""

from __future__ import annotations

import pytest

from extract.pack.prose import elements_to_paragraphs
from extract.records.minutes import Minute
from extract.records.resolutions import minute_to_decisions
from tests.extract.records.minuted import minute_of, text_to_pack
from tests.extract.records.tabled import table_of

OAK_ASH = ("Cllr Oak", "Cllr Ash")


@pytest.mark.parametrize(
    ("said", "word", "text", "movers"),
    [
        ("RESOLVED (on the motion of Cllr Oak, seconded by Cllr Ash) that it be paid.", "RESOLVED", "it be paid.",
         OAK_ASH),
        ("RESOLVED [Cllr Oak / Cllr Ash] that it be paid.", "RESOLVED", "it be paid.", OAK_ASH),
        ("It was RESOLVED, on a proposal from Cllr Oak, that it be paid.", "RESOLVED", "it be paid.", ("Cllr Oak", "")),
        ("Cllr Oak moved, Cllr Ash seconded, and it was resolved that it be paid.", "resolved", "it be paid.",
         OAK_ASH),
        ("Members AGREED IN PRINCIPLE that it be paid.", "AGREED IN PRINCIPLE", "it be paid.", None),
        ("The Committee considered the plans received since the last meeting and resolved to object.", "resolved",
         "to object.", None),
        ("The Committee RECOMMENDS that it be paid.", "RECOMMENDS", "it be paid.", None),
    ],
)  # fmt: skip
def test_wordings(said, word, text, movers):
    (one,) = minute_to_decisions(minute_of(said))
    assert (one.word.text, one.text.text) == (word, text)
    assert (one.movers and (one.movers.mover.text, one.movers.seconder.text)) == movers


def test_a_vote_may_stand_between_the_word_and_what_to_do():
    (one,) = minute_to_decisions(minute_of("It was RESOLVED by 6 votes to 2 to refuse the request."))
    assert (one.text.text, one.votes.votes_for.text, one.votes.votes_against.text) == (
        "to refuse the request.",
        "6",
        "2",
    )


@pytest.mark.parametrize(
    "said",
    [
        "Proposed by Cllr Oak and seconded by Cllr Ash: “That the lamp be lit.” On being put to the vote the"
        " motion was CARRIED by 7 votes to 4.",
        "It was proposed by Cllr Oak and seconded by Cllr Ash that the lamp be lit. The motion was put to the vote and"
        " was carried, 7 in favour, 4 against.",
    ],
)
def test_a_motion_put_to_the_vote_and_carried(said):
    (one,) = minute_to_decisions(minute_of(said))
    assert one.text.text.removeprefix("that ") == ("this lamp be lit." if "this" in said else "the lamp be lit.")
    assert (one.votes.votes_for.text, one.votes.votes_against.text) == ("7", "4")


def test_a_motion_put_and_lost_is_no_decision():
    said = (
        "Proposed by Cllr Oak and seconded by Cllr Ash that the lamp be lit. The motion was put to the vote and LOST."
    )
    assert list(minute_to_decisions(minute_of(said))) == []


def test_a_table_below_a_decision_is_no_part_of_it():
    lines = text_to_pack("RESOLVED that the following grants be awarded:").flow
    table = table_of([["Body", "Award"], ["Scouts", "£50"]], heads=1)
    paragraphs = elements_to_paragraphs((*lines, table))
    empty = paragraphs[0].marker
    (one,) = minute_to_decisions(Minute(empty, empty, empty, paragraphs))
    assert one.text.text == "the following grants be awarded:"
