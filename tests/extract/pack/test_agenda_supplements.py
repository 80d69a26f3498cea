"""Papers that come after the agenda: a page later in the pack lists their items again, and new ones."""

from __future__ import annotations

import pytest

from tests.extract.pack.build import texts_to_pack
from tests.extract.pack.test_agenda import closed, pages

AGENDA = """
**60|AGENDA
60|1.|90|Apologies
60|2.|90|Budget|500|to follow
60|3.|90|Performance|500|2 - 3
"""
SUPPLEMENT = """
**60|{heading}
60|2.|90|Budget|500|5
60|4.|90|Plan for Staff|500|6 - 7
"""
LIST = "60|Report to the Board\n60|1.|90|Not an item\n60|2.|90|Nor this"


@pytest.mark.parametrize("heading", ["SUPPLEMENTARY PAPERS", "Supplementary Agenda No. 2", "Late items", "Addendum"])
def test_a_supplement_adds_items_and_the_pages_of_those_to_follow(heading: str) -> None:
    found = pages(texts_to_pack(AGENDA, LIST, SUPPLEMENT.format(heading=heading), LIST))
    assert found == {"2": ("5", "5"), "3": ("2", "3"), "4": ("6", "7")}


def test_numbers_of_other_pages_are_no_items() -> None:
    assert pages(texts_to_pack(AGENDA, LIST, SUPPLEMENT.format(heading="Staff in post"))) == {"3": ("2", "3")}


@pytest.mark.parametrize("schedule", ["Schedule 7A", "Schedule 12A", "Schedule 6"])
def test_an_item_that_names_the_schedule_of_exempt_information_is_closed(schedule: str) -> None:
    agenda = AGENDA + f"60|4.|90|Sale of land (exempt under paragraph 9 of Part 1 of {schedule} to the Act)"
    assert closed(texts_to_pack(agenda)) == ["4"]
