"""Papers whose letter stands in a column of the agenda, and pages that tell of other items."""

from __future__ import annotations

import pytest

from extract.pack.agenda_rows import elements_to_rows
from extract.pack.agenda_titles import find_paper
from extract.pack.documents import _is_mentioned, _paper_key
from tests.extract.pack.build import texts_to_pack
from tests.extract.records.tabled import table_of

HEADS = ["Item", "Title", "Lead", "Time", "Enc."]
ROWS = [
    HEADS,
    ["1", "Welcome", "Chair", "9.30", "Verbal"],
    ["2", "Minutes of the last meeting", "Chair", "9.35", "A"],
    ["*Break 11.15 – 11.25", "<", "<", "<", "<"],
    ["3", "Finance report", "Director", "11.25", "B"],
]


def test_the_letter_in_a_column_of_enclosures_is_the_paper():
    rows = elements_to_rows([table_of(ROWS, heads=1)], 600)
    assert [find_paper([row]).text for row in rows if row.numbered] == ["", "A", "B"]


def test_a_break_with_its_times_is_no_item():
    rows = elements_to_rows([table_of(ROWS, heads=1)], 600)
    assert [row.numbered is not None for row in rows] == [True, True, False, True]


def test_an_appendix_is_no_enclosure_of_the_same_letter():
    assert _paper_key("Enclosure A") == _paper_key("A") != _paper_key("Appendix A")


@pytest.mark.parametrize(
    ("before", "mentioned"),
    [
        ("24/132 Use of the seal (agenda ", True),
        ("as told under ", True),
        ("Finance report (agenda ", False),
        ("", False),
    ],
)
def test_the_item_behind_the_title_of_a_minute_is_not_the_pages(before, mentioned):
    assert _is_mentioned(before) is mentioned


def test_labels_one_behind_the_other_in_a_line_each_have_their_value():
    line = "60|Date: Tuesday 6 May 2025 Time: 1.00pm – 4.00pm Venue: The Hub, Meadow Street"
    agenda = f"^60|Anytown Health NHS Trust\n60|Board of Directors – Part 1 (in public)\n{line}\n**60|AGENDA"
    pack = texts_to_pack(f"{agenda}\n60|1.|90|Welcome\n60|2.|90|Minutes\n60|3.|90|Finance report")
    front = pack.front
    assert (front.meeting_date.text, front.venue.text) == ("Tuesday 6 May 2025", "The Hub, Meadow Street")
    assert front.committee.text == "Board of Directors"
