"""Decisions without a decision word: carried proposals, and what a list says that a body did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records.resolutions import minute_to_decisions
from tests.extract.records.minuted import minute_of, text_to_paragraphs


def decisions(text: str) -> list[tuple[str, str, str, str]]:
    """Word, text, mover and seconder of each decision."""
    return [
        (
            found.word.text,
            found.text.text,
            found.movers.mover.text if found.movers else "",
            found.movers.seconder.text if found.movers else "",
        )
        for found in minute_to_decisions(minute_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Proposed by Cllr Oak, seconded by Cllr Elm that the grant be paid. Carried.",
            ("Carried", "the grant be paid.", "Cllr Oak", "Cllr Elm"),
        ),
        (
            "Members saw three prices. Proposed by Cllr Oak, seconded by Cllr Elm that B be used. All in favour.",
            ("All in favour", "B be used.", "Cllr Oak", "Cllr Elm"),
        ),
        (
            "It was proposed by Cllr Oak, seconded by Cllr Elm and carried that the grant be paid.",
            ("carried", "the grant be paid.", "Cllr Oak", "Cllr Elm"),
        ),
        (
            "It was proposed by Cllr Oak and seconded by Cllr Elm to approve the accounts.\n\nUnanimously agreed.",
            ("Unanimously agreed", "to approve the accounts.", "Cllr Oak", "Cllr Elm"),
        ),
        (
            "Cllr Oak proposed that the grant be paid, seconded by Cllr Elm. All agreed.",
            ("All agreed", "the grant be paid", "Cllr Oak", "Cllr Elm"),
        ),
    ],
)
def test_carried_proposals(text, found):
    assert decisions(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Cllr Oak, seconded by Cllr Elm that the grant be paid. The motion was lost.",
        "Proposed by Cllr Oak, seconded by Cllr Elm that the grant be paid. Members talked about it.",
        "Cllr Oak proposed that the grant be paid. There was no seconder.",
        "Proposed: Cllr Oak. Seconded: Cllr Elm. Motion carried.",
        "Cllr Oak proposed to write to the county. The fence had been carried away.",
    ],
)
def test_proposals_that_were_not_carried_or_say_nothing(text):
    assert decisions(text) == []


def test_a_proposal_that_is_resolved_is_told_once():
    text = "Proposed by Cllr Oak, seconded by Cllr Elm that it be paid. Carried.\n\nRESOLVED that it be paid."
    assert [found[1] for found in decisions(text)] == ["it be paid."]


def test_items_that_decide_below_the_name_of_a_body():
    text = (
        "The Joint Board:-\n\n(1) noted the report;\n\n(2) approved the budget of £5,000; and\n\n(3) agreed the plan."
    )
    assert [found[:2] for found in decisions(text)] == [
        ("approved", "the budget of £5,000"),
        ("agreed", "the plan."),
    ]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("RESOLVED that the fees be raised. Vote: 5-1", ("5", "1", "")),
        ("RESOLVED that the fees be raised. Votes 5 – 1 – 2.", ("5", "1", "2")),
        ("RESOLVED that the fees for 2024-25 be raised.", ("", "", "")),
    ],
)
def test_votes_as_a_score(text, votes):
    (found,) = minute_to_decisions(minute_of(text))
    assert tuple(vote.text for vote in found.votes) == votes


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED to pay the grant (AB/CD)",
        "RESOLVED to pay the grant (AB/CD) all in favour.",
        "RESOLVED to pay the grant. (AB / CD)",
    ],
)
def test_movers_in_brackets_behind_the_decision(text):
    ((_, decided, mover, seconder),) = decisions(text)
    assert (decided.rstrip("."), mover, seconder) == ("to pay the grant", "AB", "CD")


def test_other_brackets_stay():
    ((_, decided, mover, _),) = decisions("RESOLVED to pay the grant (see Minute 4/23).")
    assert (decided, mover) == ("to pay the grant (see Minute 4/23).", "")


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("D. Oak, T. Elm:", "That it be adopted. Carried.", ("it be adopted.", "D. Oak", "T. Elm")),
        (
            "Moved by D Oak, seconded by T Elm",
            "That we pay;\n\nAnd go.\n\nCarried.",
            ("we pay; And go.", "D Oak", "T Elm"),
        ),
        ("D. Oak, T. Elm:", "That the minutes be adopted. Defeated.", None),
        ("Roads, paths and bridges", "That road is closed. The proposal was carried.", None),
    ],
)
def test_a_motion_under_the_names_of_who_moved_and_seconded_it(title, body, found):
    minute = replace(minute_of(body), title=text_to_paragraphs(title)[0].text)
    decided = [
        (d.text.text, d.movers.mover.text, d.movers.seconder.text) for d in minute_to_decisions(minute) if d.movers
    ]
    assert decided == ([found] if found else [])


def test_a_proposal_carried_in_its_own_paragraph_counts_beside_other_decisions():
    text = (
        "Proposed by Cllr Oak, seconded by Cllr Elm, it was agreed to move the money.\n\n"
        "The account ends in May. Proposed by Cllr Ash, seconded Cllr Oak, to invest it again. All agreed."
    )
    assert [one[1:] for one in decisions(text)] == [
        ("to move the money.", "Cllr Oak", "Cllr Elm"),
        ("to invest it again.", "Cllr Ash", "Cllr Oak"),
    ]


def test_a_proposal_that_a_decision_below_tells_again_is_one_decision():
    text = "Proposed by Cllr Oak, seconded by Cllr Elm, to invest it. All agreed.\n\nRESOLVED to invest it."
    assert [one[1] for one in decisions(text)] == ["to invest it."]
