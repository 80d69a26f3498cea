"""Where blocks of actions end, whose their columns are, and the column beside notes in minutes."""

from __future__ import annotations

from dataclasses import replace

from extract.pdf.types import Box
from extract.records.action_notes import minutes_to_notes
from packtrace.normalising import raw_to_records
from tests.extract.records.minuted import HEAD, text_to_pack
from tests.extract.records.tabled import table_of
from tests.extract.records.test_actions import actions, table, told


def test_by_is_when_where_another_head_says_who() -> None:
    (record,) = actions(table("*Action|*Responsible|*By\nCheck all providers|Contracts Manager|April 2026"))
    expected = {"owners": ["Contracts Manager"], "due": "April 2026"}
    assert told(record, *expected) == expected


def test_a_table_of_another_width_overleaf_does_not_go_on() -> None:
    log = table("*Action|*Owner|*Due\nOpen the ward|Matron|May 2026")
    form = table("Report to:|Board of Directors|Enclosure 5\nTitle:|Safe staffing|March 2026", heads=0, page=2)
    narrow = replace(form, fragments=(replace(form.fragments[0], box=Box(2, 90, 0, 210, 400)),))
    assert [record.values["text"] for record in actions(log, narrow)] == ["Open the ward"]


def test_the_column_beside_a_note_says_who_acts_on_it_and_by_when() -> None:
    said = "The Board heard that performance had fallen to its lowest since the winter before last, and why."
    text = "*Action: Ms Coe to bring a paper on the new\n*oversight framework to the next meeting."
    rows = [["*Minute", "", "*Action"], ["26/005", said, ""], ["26/006", text, "HC\nMarch 2026"]]
    minutes = text_to_pack(HEAD, "x")
    head = (element for element in minutes.flow if element.page == 1)
    records, issues = minutes_to_notes(replace(minutes, flow=(*head, table_of(rows, heads=1, page=2))))
    assert [told(record, "text", "owners", "due") for record in raw_to_records(tuple(records), ())] == [
        {"text": "Ms Coe to bring a paper on the new oversight framework to the next meeting.", "owners": ["HC"]}
        | {"due": "March 2026"}
    ]
    assert issues == []
