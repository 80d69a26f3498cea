"""Decisions as joint boards and districts print them: what they rest on, lists with own verbs, movers above them."""

from __future__ import annotations

import pytest

from extract.records.resolutions import pack_to_resolutions
from tests.extract.records.minuted import HEAD, text_to_pack


def decided(*paragraphs: str) -> list[tuple[str, str | None]]:
    """Text and mover of the decisions of a minute with these paragraphs."""
    text = "\n\n".join([HEAD, "1. BUDGET", *paragraphs, "2. NEXT", "The report was heard."])
    records = pack_to_resolutions(text_to_pack(text)).records
    return [(str(r.fields["text"]), str(r.fields["mover"]) if "mover" in r.fields else None) for r in records]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (
            "The Committee agreed, in terms of Section 50A(4) of the 1973 Act, that the public be excluded.",
            "in terms of Section 50A(4) of the 1973 Act, that the public be excluded.",
        ),
        ("The Committee thereafter agreed to continue the matter.", "to continue the matter."),
        ("Members agreed the recommendations in the report.", "the recommendations in the report."),
        ("The recommendations were agreed to.", "The recommendations were agreed to."),
        (
            "The officer’s recommendation was agreed on the motion of Cllr Ash.",
            "The officer’s recommendation was agreed",
        ),
        ("The IJB agreed to note the report.", "to note the report."),
    ],
)
def test_a_decision_in_a_sentence(paragraph: str, text: str) -> None:
    assert [one[0] for one in decided(paragraph)] == [text]


def test_members_may_agree_something_that_is_no_paper() -> None:
    assert decided("Members agreed the need for care was great.") == []


def test_items_of_a_list_with_verbs_of_their_own_are_decisions_each() -> None:
    items = ("(i) noted the report;", "(ii) agreed that it be sent on; and", "(iii) instructed the Clerk to reply.")
    assert [one[0] for one in decided("Having heard him, the Committee:-", *items)] == [
        "it be sent on",
        "the Clerk to reply.",
    ]
    assert decided("The Committee –", "(i) noted the report;", "(ii) noted the risks.") == []


@pytest.mark.parametrize(
    "lead", ["The Committee resolved-", "The Committee took the following decisions:-", "Decision"]
)
def test_a_list_behind_a_dash_or_a_label(lead: str) -> None:
    assert decided(lead, "(1) to note the report; and", "(2) to approve the plan.") == [
        ("(1) to note the report; and (2) to approve the plan.", None)
    ]


def test_numbers_with_a_bracket_below_numbered_minutes_are_parts_of_them() -> None:
    assert decided("Decision", "1) To note the report.", "2) To approve the plan.") == [
        ("1) To note the report. 2) To approve the plan.", None)
    ]


def test_mover_and_seconder_stand_on_lines_of_their_own() -> None:
    said = ("Proposed by Councillor Begg", "Seconded by Councillor Hay and", "RESOLVED: That the minutes be signed.")
    assert decided(*said) == [("the minutes be signed.", "Councillor Begg")]


def test_what_was_proposed_and_seconded_was_agreed() -> None:
    said = "Councillor Begg proposed, and Councillor Hay seconded, that the report be adopted. This was agreed."
    assert decided(said) == [("the report be adopted.", "Councillor Begg")]


def test_a_note_of_who_acts_is_no_part_of_a_decision() -> None:
    assert decided("The Committee agreed to reply.", "Action by: Clerk")[0][0] == "to reply."
