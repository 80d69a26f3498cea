"""Agenda items as raw records."""

from __future__ import annotations

from extract.records.agenda import pack_to_agenda_items
from tests.extract.pack.build import texts_to_pack
from tests.extract.pack.test_agenda import CABINET, MINUTES


def test_one_record_for_each_item() -> None:
    records = pack_to_agenda_items(texts_to_pack(CABINET)).records
    assert [record.fields["ref"].text for record in records] == ["1", "2", "3a", "3b", "4"]
    assert [record.constants["restricted"] for record in records] == [False, False, False, False, True]


def test_what_the_agenda_does_not_give_is_left_out() -> None:
    first = pack_to_agenda_items(texts_to_pack(CABINET)).records[0]
    assert set(first.fields) == {"ref", "title", "section"}
    assert first.origins == {"section": "heading"}


def test_minutes_have_no_items() -> None:
    assert pack_to_agenda_items(texts_to_pack(MINUTES)).records == ()
