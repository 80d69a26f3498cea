"""Stages of projects with the date that was planned and the latest one, and dates that a narrow cell breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records.actions import pack_to_actions
from extract.records.attendance import pack_to_attendance
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.tabled import table_of


def read(rows):
    pack = replace(text_to_pack("Guildhall roof"), flow=(table_of(rows, heads=1),))
    return pack_to_actions(pack).records


@pytest.mark.parametrize(
    ("heads", "dates", "due"),
    [
        (("Planned", "Revised"), ("Mar 2025", "May 2025"), "May 2025"),
        (("Planned", "Revised"), ("Mar 2025", ""), "Mar 2025"),
        (("Programme date", "Forecast"), ("Mar 2025", "TBC"), "TBC"),
    ],
)
def test_stages_are_milestones_due_by_the_latest_date(heads, dates, due):
    (one, _) = read(
        [["*Stage", *heads, "*Status"], ["Tender", *dates, "Late"], ["On site", "June 2025", "July 2025", ""]]
    )
    assert (one.constants["kind"], one.fields["text"].text, one.fields["due"].text) == ("milestone", "Tender", due)


def test_when_stages_were_really_done_is_not_when_they_are_due():
    rows = [["*Stage", "*Planned", "*Forecast", "*Actual"], ["Tender", "Mar 2025", "May 2025", "June 2025"]]
    assert [one.fields["due"].text for one in read([*rows, ["On site", "June 2025", "July 2025", ""]])][:1] == [
        "May 2025"
    ]


def test_what_was_planned_and_done_of_other_things_is_no_stage():
    assert read([["Audits", "Planned", "Actual"], ["Payroll", "20", "18"], ["Grants", "10", "12"]]) == ()


def test_a_date_broken_within_its_year_is_whole():
    (one,) = read([["Action", "Owner", "Date"], ["Paint the gate", "Clerk", "28/02/202\n5"]])
    assert one.fields["due"].text == "28/02/2025"


def test_a_post_with_its_holder_in_brackets_goes_on_with_a_list():
    head = "**MINUTES of the meeting of the Council held on Tuesday 3 June 2025\n\n"
    text = "Present: The Mayor (Cllr R Oak) in the Chair\nThe Deputy Mayor (Cllr B Elm)\nCouncillors M Ash and D Yew"
    body = "\n\n**1. Minutes\nThe minutes were read and signed by the Chair of the meeting."
    records = pack_to_attendance(text_to_pack(head + text + body)).records
    assert " ".join(record.fields["people"].text for record in records).endswith("Councillors M Ash and D Yew")
