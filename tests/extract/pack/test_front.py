"""Front sheets as bodies print them."""

from __future__ import annotations

import pytest

from extract.pack.front_labels import labelled_fields
from extract.pack.front_words import front_words
from extract.pack.types import Pack
from tests.extract.pack.build import texts_to_pack
from tests.extract.pack.test_agenda import BOARD, CABINET, MINUTES, PARISH
from tests.extract.records.tabled import table_of

NOTICE = """
^60|Anyshire District Council
60|Notice of Meeting
60|A meeting of the Planning Committee will be held in the Council Chamber, Civic
60|Offices, High Street, Anytown on Thursday, 7 March 2024 at 7.00 pm.

**60|AGENDA
60|1.|90|Apologies
60|2.|90|Minutes
"""

LABELS = """
^60|Calder Hospitals
^60|NHS Foundation Trust
^60|Board of Directors
**60|Date:|120|Thursday 14 March 2024
**60|Time:|120|13:00 - 16:00
**60|Venue:|120|The Boardroom, Any House, Anytown AB1 2CD
^60|Agenda
60|1|90|Welcome
60|2|90|Declarations
"""

WELSH = """
**60|Cyngor Tref Anydref
60|Anydref Town Council
^60|Finance Committee
60|Date / Dyddiad|180|Tuesday 19 March 2024
60|Time / Amser|180|6.30 pm
60|Lleoliad / Venue|180|Council Chamber, Town Hall, High Street,
180|Anydref
**60|AGENDA
60|1|90|Apologies / Ymddiheuriadau
60|2|90|Declarations / Datganiadau
"""

POLICE = """
^60|Anyshire Police and Crime Panel
60|Friday 2 February 2024 at 10.30 am
60|Committee Room 1, County Hall, Anytown
**60|AGENDA
60|1|90|Apologies
60|2|90|Minutes
"""


def front(pack: Pack) -> tuple[str, ...]:
    sheet = pack.front
    found = (sheet.authority, sheet.committee, sheet.meeting_date, sheet.start_time, sheet.venue)
    return tuple(excerpt.text for excerpt in found)


JOINT_BOARD = """
^60|INVERDORAN INTEGRATION JOINT BOARD
60|Bòrd Amalgaichte Inbhir Dòrain
^60|PERFORMANCE, AUDIT AND RISK COMMITTEE
60|Kirkgate House
60|11 February 2026
60|A MEETING of the PERFORMANCE, AUDIT AND RISK COMMITTEE will be held in COMMITTEE
60|ROOM 2, KIRKGATE HOUSE on WEDNESDAY 18
60|FEBRUARY 2026 at 2.00 P.M.

**60|AGENDA
60|1.|90|Apologies
60|2.|90|Minutes
"""


TIMES_AHEAD = """
^60|Sector Panel
60|10:00-11:30, 14 February 2014
60|Lower Ground 6, Any House, 102 Petty Street, London, SW1H 9AJ
**60|AGENDA
60|1.|90|Apologies
60|2.|90|Minutes
"""


@pytest.mark.parametrize(("span", "time"), [("10:00-11:30", "10:00"), ("7-9pm", "7-9pm")])
def test_a_time_printed_ahead_of_the_date(span, time):
    assert front(texts_to_pack(TIMES_AHEAD.replace("10:00-11:30", span)))[2:4] == ("14 February 2014", time)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            JOINT_BOARD,
            (
                "INVERDORAN INTEGRATION JOINT BOARD",
                "PERFORMANCE, AUDIT AND RISK COMMITTEE",
                "WEDNESDAY 18 FEBRUARY 2026",
                "2.00 P.M.",
                "COMMITTEE ROOM 2, KIRKGATE HOUSE",
            ),
            id="a letter's date, a list in a name and a room on the next line",
        ),
        pytest.param(
            NOTICE,
            (
                "Anyshire District Council",
                "Planning Committee",
                "Thursday, 7 March 2024",
                "7.00 pm.",
                "Council Chamber, Civic Offices, High Street, Anytown",
            ),
            id="notice",
        ),
        pytest.param(
            LABELS,
            (
                "Calder Hospitals NHS Foundation Trust",
                "Board of Directors",
                "Thursday 14 March 2024",
                "13:00",
                "The Boardroom, Any House, Anytown AB1 2CD",
            ),
            id="labels",
        ),
        pytest.param(
            WELSH,
            (
                "Anydref Town Council",
                "Finance Committee",
                "Tuesday 19 March 2024",
                "6.30 pm",
                "Council Chamber, Town Hall, High Street, Anydref",
            ),
            id="two languages",
        ),
        pytest.param(
            POLICE,
            (
                "",
                "Anyshire Police and Crime Panel",
                "Friday 2 February 2024",
                "10.30 am",
                "Committee Room 1, County Hall, Anytown",
            ),
            id="lines without labels",
        ),
        pytest.param(
            POLICE.replace("Panel\n", "Panel\n60|Hosted by Anydistrict Council\n", 1),
            (
                "Anydistrict Council",
                "Anyshire Police and Crime Panel",
                "Friday 2 February 2024",
                "10.30 am",
                "Committee Room 1, County Hall, Anytown",
            ),
            id="a panel's host",
        ),
        pytest.param(
            PARISH,
            ("ANYTON PARISH COUNCIL", "", "Monday 4th March 2024", "7.30pm", "Village Hall, Church Road"),
            id="summons",
        ),
        pytest.param(MINUTES, ("ANYTON PARISH COUNCIL", "", "5 February 2024", "", ""), id="minutes alone"),
    ],
)
def test_front_sheet(text: str, expected: tuple[str, ...]) -> None:
    assert front(texts_to_pack(text)) == expected


def test_authority_from_the_heading_of_the_minutes() -> None:
    minutes = "^60|ANYSHIRE COUNTY COUNCIL\n60|MINUTES of the meeting held on 6 February 2024.\n60|PRESENT: Mr A Person"
    sheet = texts_to_pack(CABINET, minutes, stamps=("", "Agenda Item 2")).front
    assert (sheet.authority.text, sheet.committee.text) == ("ANYSHIRE COUNTY COUNCIL", "CABINET")


@pytest.mark.parametrize(
    "text",
    [
        "^60|Appendix 2\n60|Report of the Director to Anyshire County Council of 5 March 2024\n60|1. Introduction",
        "60|Revenue budget|300|1,000\n60|Capital budget|300|2,000",
    ],
)
def test_an_appendix_says_nothing_of_a_meeting(text: str) -> None:
    assert front(texts_to_pack(text)) == ("", "", "", "", "")


def test_board_without_a_cover_has_no_date() -> None:
    assert texts_to_pack(BOARD).front.meeting_date.text == ""


LETTER = """
^60|COMHAIRLE SHRATH LABHAIR
^60|ANYSTRATH COUNCIL
^60|Audit and Risk Committee
400|3 March 2025

60|Dear Member,
60|A meeting of the Audit and Risk Committee will be held in the Council Chamber, Any
60|House, 14 High Street, Anytown, on Wednesday, 12 March 2025 at 10.30 a.m. Members
60|may also join by Microsoft Teams.

**60|AGENDA
60|1.|90|Apologies
60|2.|90|Minute of Previous Meeting
"""


def test_date_of_the_letter_is_not_that_of_the_meeting() -> None:
    assert front(texts_to_pack(LETTER)) == (
        "ANYSTRATH COUNCIL",
        "Audit and Risk Committee",
        "Wednesday, 12 March 2025",
        "10.30 a.m.",
        "Council Chamber, Any House, 14 High Street, Anytown",
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("NHS Anyshire and Otherton", "Integrated Care Board"), ("Cwm Anydref", "University Health Board")],
)
def test_the_kind_of_body_stands_below_its_name_in_smaller_letters(name: str, kind: str) -> None:
    text = f"^60|{name}\n60|{kind}\n^60|Meeting of the Board in Public\n"
    text += "60|Thursday 23 May 2024, 13:00\n**60|AGENDA\n60|1|90|Apologies\n60|2|90|Minutes\n"
    assert front(texts_to_pack(text))[0] == f"{name} {kind}"


BILINGUAL_LETTER = """
^60|Cyngor Sir Anydref
^60|Anydref County Council
60|Dyddiad Cyhoeddi / Date of Publication: Dydd Mercher, 15 Ionawr 2025 / Wednesday, 15 January 2025
60|Fe'ch gwahoddir i gyfarfod o / You are invited to attend a meeting of the
**60|CABINET
60|a gynhelir am / to be held at 10.00 a.m. ar / on TUESDAY, 21 JANUARY 2025 yn / in Siambr y Cyngor,
60|Neuadd y Sir, Anydref / Council Chamber, County Hall,
60|Anydref.

**60|AGENDA
60|1.|90|Ymddiheuriadau / Apologies
60|2.|90|Cofnodion / Minutes
"""


def test_a_letter_in_two_languages_with_the_date_of_its_publication() -> None:
    front = texts_to_pack(BILINGUAL_LETTER).front
    assert front.meeting_date.text == "TUESDAY, 21 JANUARY 2025"
    assert front.start_time.text == "10.00 a.m."
    assert front.venue.text == "Siambr y Cyngor, Neuadd y Sir, Anydref / Council Chamber, County Hall, Anydref"


@pytest.mark.parametrize(
    ("name", "committee"),
    [
        ("Anyshire and Otherdale Combined Authority", "Anyshire and Otherdale Combined Authority"),
        ("Anyshire Fire and Rescue Authority", "Anyshire Fire and Rescue Authority"),
        ("Anyshire County Council", ""),
    ],
)
def test_an_authority_that_meets_as_one_body_is_its_own_committee(name: str, committee: str) -> None:
    text = (
        f"^60|{name}\n**60|Meeting to be held at 11.00 am on Friday 14 March 2025\n60|Venue: Any House, Anytown\n"
        "\n**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes"
    )
    assert texts_to_pack(text).front.committee.text == committee


def test_an_authority_named_by_its_address_alone() -> None:
    text = "^60|Overview and Scrutiny Committee\n60|Date:|120|Thursday, 22 January 2026\n"
    text += "60|Anyshire Vale Borough Council, Civic Centre, Anytown\n**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes"
    sheet = texts_to_pack(text).front
    assert (sheet.authority.text, sheet.committee.text) == (
        "Anyshire Vale Borough Council",
        "Overview and Scrutiny Committee",
    )


def test_values_stand_under_a_row_of_labels() -> None:
    heads = ["Date & time", "Place", "Contact", "Chief Executive"]
    values = ["Thursday, 10 September 2015 at 10.30 am", "Any Suite, County Hall, Anytown", "Ann Oak", "Jo Elm"]
    found = labelled_fields([table_of([heads, values], heads=1)], front_words())
    assert [found[name].text for name in ("meeting_date", "start_time", "venue")] == [
        "Thursday, 10 September 2015",
        "10.30 am",
        "Any Suite, County Hall, Anytown",
    ]


def test_labels_and_values_stand_in_one_of_two_columns() -> None:
    text = "^60|Anyshire County Council\n^60|Local Committee (Hythe)\n**60|Venue|300|Get involved\n"
    text += "60|Location: Council Chamber, Mill Street,|300|You can ask a question or\n"
    text += "60|Hythe AB1 2CD|300|sign a petition.\n"
    text += "60|Date: Wednesday, 9 March 2016|300|Email: local@any.example\n60|Time: 2.00 pm|300|Tel: 01632 960700\n"
    text += "**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes"
    sheet = texts_to_pack(text).front
    assert (sheet.committee.text, sheet.venue.text, sheet.meeting_date.text, sheet.start_time.text) == (
        "Local Committee (Hythe)",
        "Council Chamber, Mill Street, Hythe AB1 2CD",
        "Wednesday, 9 March 2016",
        "2.00 pm",
    )


@pytest.mark.parametrize("name", ["Planning Committee (Major Applications)", "Area Committee (Any Vale and Holm)"])
def test_a_committees_name_ends_in_brackets(name: str) -> None:
    text = f"^60|Anyshire County Council\n^60|{name}\n60|Date:|120|9 March 2016\n"
    text += "**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes"
    assert texts_to_pack(text).front.committee.text == name


def test_whom_a_front_sheet_goes_to_ends_nothing_at_its_top() -> None:
    text = "**60|To: Members of the Cabinet\n^60|Notice of a Meeting of the Cabinet\n"
    text += "**60|Tuesday, 15 October 2013 at 2.00 pm\n**60|County Hall, New Road, Anytown\n\n"
    text += "**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes"
    sheet = texts_to_pack(text).front
    assert (sheet.committee.text, sheet.start_time.text, sheet.venue.text) == (
        "Cabinet",
        "2.00 pm",
        "County Hall, New Road, Anytown",
    )


def test_a_leader_of_a_council_is_no_authority() -> None:
    agenda = "^60|Cabinet\n60|Date:|120|7 September 2015\n**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes"
    minutes = "**60|Minutes of the Meeting Held on 6 July 2015\n**60|Present:\n"
    minutes += "60|Mr G Ash|200|Chairman. Leader of the Council"
    assert texts_to_pack(agenda, minutes).front.authority.text == ""
