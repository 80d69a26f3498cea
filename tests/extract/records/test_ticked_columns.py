"""Columns of apologies in which a mark tells who did not come."""

from __future__ import annotations

from extract.pack.printed import elements_to_lines
from extract.records.attendance import _lines_to_blocks
from tests.extract.records.tabled import table_of
from tests.extract.records.test_attendance import listed

LIST = """
**Board Members|400|Apologies
Mrs A Oak|250|Chair of the Trust
Dr B Elm|250|Medical Director|420|x
Mr C Ash|250|Chief Nurse

**In attendance
Ms D Yew|250|Trust Secretary
"""


def test_a_mark_under_apologies_says_who_sent_them():
    assert listed(LIST) == [
        ("member", "Mrs A Oak", "Chair of the Trust"),
        ("apology", "Dr B Elm", "Medical Director"),
        ("member", "Mr C Ash", "Chief Nurse"),
        ("officer", "Ms D Yew", "Trust Secretary"),
    ]


def test_names_under_apologies_are_those_who_sent_them():
    text = "Present|350|Apologies\nMr A Ash|350|Mr D Dogwood\nMr B Birch|350|Mr E Elm"
    assert listed(text) == [("member", "Mr A Ash\nMr B Birch", None), ("apology", "Mr D Dogwood\nMr E Elm", None)]


def test_a_table_headed_by_who_attended_lists_members():
    text = """
**Name|250|Role|420|Attendance
Ann Oak|250|Chair|420|Attended
Bob Elm|250|Chief Nurse|420|Sent apologies
Col Ash|250|Medical Director|420|Attended
"""
    assert listed(text) == [
        ("member", "Ann Oak", "Chair"),
        ("apology", "Bob Elm", "Chief Nurse"),
        ("member", "Col Ash", "Medical Director"),
    ]


def test_marks_under_present_and_apologies_and_neither():
    text = """
**Members|300|Present|420|Apologies
Cllr A Oak (Chairman)|310|✓
Cllr B Elm|440|✓
Cllr C Ash
Cllr D Yew|310|✓

Officers: Ann Fir (Clerk)
"""
    assert listed(text) == [
        ("member", "Cllr A Oak (Chairman)", None),
        ("apology", "Cllr B Elm", None),
        ("member", "Cllr D Yew", None),
        ("officer", "Ann Fir (Clerk)", None),
    ]


def test_a_cross_under_absent_leaves_somebody_out():
    text = "Members|300|Present|420|Absent\nCllr A Oak|310|x\nCllr B Elm|440|x\nCllr D Yew|310|x"
    assert [name for _, name, _ in listed(text)] == ["Cllr A Oak", "Cllr D Yew"]


def test_posts_stacked_beside_names_are_each_ones_own():
    rows = [
        ["*Present:", "Ann Oak\nBob Elm\nCol Ash", "Chair\nNon-Executive Director\nChief Nurse"],
        ["*Apologies:", "Dee Yew\nEd Fir", "Chief Executive\nMedical Director"],
    ]
    lines = elements_to_lines([table_of(rows)])
    seats = [(seat.name.text, seat.post.text) for block in _lines_to_blocks(lines) for seat in block.seats]
    assert seats == [
        ("Ann Oak", "Chair"),
        ("Bob Elm", "Non-Executive Director"),
        ("Col Ash", "Chief Nurse"),
        ("Dee Yew", "Chief Executive"),
        ("Ed Fir", "Medical Director"),
    ]
