"""Items of agendas that the public do not hear: what closes one, and what closes all that follow."""

from __future__ import annotations

import pytest

from tests.extract.pack.build import texts_to_pack

_OPEN = "^60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Declarations of Interest\n60|3.|90|Minutes of the Council\n"


def closed(agenda: str) -> list[str]:
    return [entry.ref.text for entry in texts_to_pack(agenda).agenda if entry.restricted]


@pytest.mark.parametrize(
    "heading",
    [
        "**60|Items restricted in accordance with Section 42 of the Local Government Act (NI) 2014.",
        "**60|Members of the public will be asked to withdraw from the meeting at this point",
        "**60|‘In Committee’",
        "**60|*** IN CONFIDENCE ***",
        "**60|Confidential Business – “In Committee”",
    ],
)
def test_a_heading_closes_the_items_below_it(heading: str) -> None:
    agenda = (
        f"{_OPEN}\n{heading}\n\n**60|Matters for Decision\n60|4.|90|Sealing of Documents\n60|5.|90|Land at Quay Road"
    )
    assert closed(agenda) == ["4", "5"]


@pytest.mark.parametrize(
    "title",
    ["Land at Quay Road - In Committee", "*** IN CONFIDENCE *** Land at Quay Road", "Land at Quay Road (In Committee)"],
)
def test_an_item_may_say_of_itself_that_it_is_heard_in_committee(title: str) -> None:
    assert closed(f"{_OPEN}60|4.|90|{title}\n60|5.|90|Conferences") == ["4"]


def test_an_item_that_closes_itself_closes_no_other() -> None:
    own = (
        "60|4.|90|Land at Quay Road. This item is deemed to be restricted by virtue of Paragraph 3 of Part 1 of\n"
        "90|Schedule 6 of the Act and the public may, by resolution, be excluded during this item of business.\n"
    )
    assert closed(f"{_OPEN}{own}60|5.|90|Conferences\n60|6.|90|Correspondence") == ["4"]


def test_a_room_is_no_committee_of_the_whole() -> None:
    assert closed(f"{_OPEN}60|4.|90|Meetings in Committee Room 2\n60|5.|90|Conferences") == []
