"""Decisions of Scottish councils: motions and amendments under labels, lists below `Decision`, sections in a clause."""

from __future__ import annotations

import pytest

from extract.records.resolutions import minute_to_decisions
from normalise.owners import owner_kind
from normalise.people import split_names
from tests.extract.records.minuted import minute_of
from tests.extract.records.test_attendance import listed

MOTION = """**Motion

That the Committee approves the scheme.

Moved by Councillor Oak, seconded by Councillor Elm.

**Amendment

That the scheme be continued for one year.

Moved by Councillor Ash, seconded by Councillor Yew.

On a vote being taken there voted for the Motion 6 and for the Amendment 3, and the {carried} was carried.

**Decision

The Committee approved the scheme."""


@pytest.mark.parametrize(
    ("carried", "movers"),
    [("Motion", ("Councillor Oak", "Councillor Elm")), ("Amendment", ("Councillor Ash", "Councillor Yew"))],
)
def test_what_was_carried_is_moved_by_those_under_its_label(carried, movers):
    (one,) = minute_to_decisions(minute_of(MOTION.format(carried=carried)))
    assert one.movers is not None
    assert (one.movers.mover.text, one.movers.seconder.text) == movers


def test_a_list_below_the_label_is_one_decision_though_its_items_say_agreed():
    text = "**Decision\n\nThe Committee:\n\n1. noted the accounts;\n\n2. agreed that a briefing be held; and\n\n"
    text += "3. delegated authority to the Clerk.\n\n(Reference: Report by the Clerk dated 14 May 2025, submitted)"
    (one,) = minute_to_decisions(minute_of(text))
    assert one.text.text.endswith("2. agreed that a briefing be held; and 3. delegated authority to the Clerk.")


def test_what_is_resolved_in_terms_of_an_act_needs_no_comma():
    text = "The Committee resolved in terms of Section 50(A)(4) of the Act to exclude the public."
    (one,) = minute_to_decisions(minute_of(text))
    assert one.text.text == "in terms of Section 50(A)(4) of the Act to exclude the public."


def test_councillors_in_a_second_column_are_no_posts():
    text = "Present:|200|Councillor Jan Oak|400|Councillor Ian Elm\n |200|Councillor Dot Ash|400|Councillor Una Yew"
    names = "\n".join(people for _, people, _ in listed(text))
    assert all(name in names for name in ("Jan Oak", "Ian Elm", "Dot Ash", "Una Yew"))


def test_auditors_are_bodies():
    assert owner_kind("Audit Scotland") == "body"
    assert len(split_names("Shona Gunn, Committee Manager\nMark Osei, Audit Scotland")) == 2
