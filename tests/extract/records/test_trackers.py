"""Trackers of what a scrutiny committee recommended and asked for, and lists of actions under a heading of a minute."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records.action_notes import minutes_to_notes
from extract.records.recommendations import pack_to_recommendations
from tests.extract.records.minuted import HEAD, text_to_pack
from tests.extract.records.test_actions import actions, table, told

HEADS = "Date of meeting and reference|Item|Recommendations/ Actions|To|Response|Progress Check On"
ROWS = f"""{HEADS}
3 June 2015 // CSC 014|Agency staff [Item 7]|Report on spend each quarter.|Head of HR|Report is due.|November 2015
8 July 2015 // CSC 015|Broadband [Item 8]|List the premises left out.|Programme Manager|Circulated.|TBC
"""


def test_a_tracker_says_to_whom_and_when_progress_is_checked() -> None:
    first, second = actions(table(ROWS))
    assert told(first, "ref", "text", "owners", "due", "status") == {
        "ref": "CSC 014",
        "text": "Report on spend each quarter.",
        "owners": ["Head of HR"],
        "due": "November 2015",
        "status": "Report is due.",
    }
    assert told(second, "ref", "due") == {"ref": "CSC 015", "due": "TBC"}


def test_a_title_with_a_number_in_it_is_no_number_of_an_action() -> None:
    rows = "Item|Action|Owner|Deadline\nAgency and interim staff [Item 7]|Report on spend|Clerk|May 2015\n"
    rows += "Item 8|Write to the county|Clerk|June 2015"
    assert [told(record, "ref")["ref"] for record in actions(table(rows))] == [None, "Item 8"]


@pytest.mark.parametrize(
    ("heads", "field"), [("Action|From|To", "due"), ("Action|To|Deadline", "owners"), ("Action|To|Owner", "text")]
)
def test_to_is_an_end_beside_from_and_an_addressee_else(heads: str, field: str) -> None:
    (record,) = actions(table(f"{heads}\nWrite a plan|March 2015|June 2015"))
    assert told(record, field)[field] in ("June 2015", ["March 2015"], "Write a plan")


def test_a_tracker_below_a_heading_asks_nothing_of_the_meeting() -> None:
    pack = text_to_pack("**Actions and recommendations tracker\n\n**Recommendations")
    pack = replace(pack, flow=(*pack.flow, table(ROWS)))
    assert not pack_to_recommendations(pack).records


def test_paragraphs_below_a_heading_of_actions_are_actions_up_to_the_next_heading() -> None:
    text = f"{HEAD}\n\n1. ROADS\n\nThe report was given.\n\n**Actions/further information to be provided:\n\n"
    text += "The Clerk to write to the county.\n\n• The Engineer to list the roads.\n\n**Committee next steps:\n\nNone."
    records, issues = minutes_to_notes(text_to_pack(text + "\n\n2. LIGHTS\n\nThe report was given."))
    assert [str(record.fields["text"]) for record in records] == [
        "The Clerk to write to the county.",
        "The Engineer to list the roads.",
    ]
    assert not issues


def test_a_tracker_of_decisions_says_who_is_to_act_and_whether_it_is_open() -> None:
    rows = "Meeting Date|Item|Decision|Status (Open / Closed)|Officer|Comment or Update\n"
    rows += "16/09/15|6|To advertise a 20mph limit.|Open|Area Highway Manager|Order to be made in May."
    (record,) = actions(table(rows))
    assert told(record, "text", "owners", "status", "due") == {
        "text": "To advertise a 20mph limit.",
        "owners": ["Area Highway Manager"],
        "status": "Open",
        "due": None,
    }


def test_a_cabinet_member_answers_for_a_recommendation_that_has_a_date() -> None:
    rows = "Recommendation|Cabinet Member|Executive Response|Target date for action|Progress\n"
    rows += "That the policy be reviewed|Mr Gough|Accepted|December 2015|Review under way."
    (record,) = actions(table(rows))
    assert told(record, "text", "owners", "due", "status") == {
        "text": "That the policy be reviewed",
        "owners": ["Mr Gough"],
        "due": "December 2015",
        "status": "Review under way.",
    }
