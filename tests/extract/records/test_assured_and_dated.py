"""Decisions behind words of assurance, items named in minutes' titles, labels of sheets with asides and dates."""

from __future__ import annotations

import pytest

from extract.pack.types import Pack
from extract.records.action_words import head_to_concept
from extract.records.minutes import _without_agenda_ref
from extract.records.risk_heads import is_mostly_known, words_to_head
from extract.records.risks import pack_to_risks
from extract.records.triggers import find_triggers
from tests.extract.records.minuted import text_to_paragraphs
from tests.extract.records.tabled import table_of


@pytest.mark.parametrize(
    ("sentence", "decided"),
    [
        ("The Board was assured by the report, and approved the terms of reference.", "the terms of reference."),
        ("The Board took assurance from the report and ratified the policy.", "the policy."),
        ("The Committee was informed of it and endorsed the plan.", "the plan."),
        ("The Board was assured that the plan had been approved the week before.", None),
    ],
)
def test_what_is_decided_behind_assurance(sentence, decided):
    text = text_to_paragraphs(sentence)[0].text
    found = [text.text[trigger.end :] for trigger in find_triggers(text)]
    assert found == ([] if decided is None else [decided])


@pytest.mark.parametrize(("printed", "ref"), [("8.3", "8.3"), ("4(a)", "4(a)"), ("A5", "A5"), ("24/12", "24/12")])
def test_the_item_behind_a_minutes_title(printed, ref):
    title, item = _without_agenda_ref(text_to_paragraphs(f"Report of the Committee (agenda item {printed})")[0].text)
    assert (title.text, item.text) == ("Report of the Committee", ref)


@pytest.mark.parametrize("label", ["Target (March 2026)", "Target by end of Q4 2025/26", "Current (Dec 24)"])
def test_a_rating_may_say_of_which_day_it_is(label):
    assert is_mostly_known(label)


def test_brackets_behind_a_known_head_say_nothing_more():
    head = words_to_head(["Key controls (what we have in place)"])
    assert head is not None
    assert head.field == "controls"


@pytest.mark.parametrize(
    ("head", "concept"),
    [
        ("Meeting date and minute ref.", "minute"),
        ("Person leading", "owners"),
        ("Action to close the gap", "text"),
    ],
)
def test_heads_of_action_logs(head, concept):
    assert head_to_concept(head) == (concept, True)


def test_an_owner_beside_the_heads_of_a_grid_of_ratings():
    rows = [
        ["{12284c}*SR2: Loss of key staff", "<", "<", "<", "<"],
        ["*Risk owner", "Chief of Staff", "*Inherent score", "*Current score", "*Target score"],
        ["*Review", "Reviewed in May", "4 x 4 = 16", "2 x 4 = 8", "2 x 3 = 6"],
        ["*Mitigation in place", "A plan to keep them; logs of what they know.", "<", "<", "<"],
    ]
    (risk,) = pack_to_risks(Pack((), (table_of(rows),), ())).records
    assert (str(risk.fields["owners"]), str(risk.fields["score"])) == ("Chief of Staff", "8")


@pytest.mark.parametrize(
    ("sentence", "decided"),
    [
        ("The minutes of the last meeting were reviewed for accuracy and approved.", True),
        ("The minutes of the meeting on 5 April were approved, subject to one change.", True),
        ("The annual declaration was approved.", True),
        ("The plan was approved by the regulator in May.", False),
        ("The plan that was approved.", False),
        ("She said that the policy was ratified.", False),
    ],
)
def test_what_is_approved_without_a_body(sentence, decided):
    assert bool(find_triggers(text_to_paragraphs(sentence)[0].text)) is decided


def test_a_label_gives_way_to_the_body_that_acts_behind_it():
    text = text_to_paragraphs("Decision: The Board approved the terms of reference.")[0].text
    (trigger,) = find_triggers(text)
    assert text.text[trigger.end :] == "the terms of reference."


def test_numbers_of_risks_under_the_head_risk_and_the_latest_of_dated_scores():
    rows = [
        ["*Risk", "*Description", "*Exec lead", "*Score Apr 24", "*Score Oct 24", "*Target"],
        ["1", "Quality of care", "Chief Nurse", "16", "12", "8"],
        ["2", "Financial plan", "Finance Director", "12", "16", "8"],
    ]
    heading = "Strategic risk register"
    risks = pack_to_risks(Pack((), (table_of(rows, heads=1, heading=heading),), ())).records
    found = [[str(risk.fields[name]) for name in ("ref", "title", "score", "target_score")] for risk in risks]
    assert found == [["1", "Quality of care", "12", "8"], ["2", "Financial plan", "16", "8"]]


def test_words_in_capitals_are_the_only_decisions_of_their_paragraph():
    text = text_to_paragraphs("The minutes were approved and signed. It was AGREED to change a name in them.")[0].text
    assert [text.text[trigger.word_start : trigger.word_end] for trigger in find_triggers(text)] == ["AGREED"]


def test_a_label_beside_two_rows_of_a_sheet_heads_no_register():
    rows = [
        [
            "{003087}*BAF 1",
            "{003087}*There is a risk that waits grow because of vacancies, resulting in harm",
            "<",
            "<",
        ],
        ["{dddddd}Executive lead", "Chief Nurse", "{dddddd}Committee", "Quality"],
        ["{dddddd}Risk scores", "{dddddd}Inherent", "{dddddd}Residual", "{dddddd}Target"],
        ["^", "{ff3333}4x5=20", "{ffbb33}3x4=12", "{ffbb33}2x4=8"],
        ["{dddddd}Controls in place", "Weekly access meeting", "<", "<"],
    ]
    (risk,) = pack_to_risks(Pack((), (table_of(rows, heads=1),), ())).records
    found = [str(risk.fields[name]) for name in ("ref", "inherent_score", "score", "target_score")]
    assert found == ["BAF 1", "20", "12", "8"]
