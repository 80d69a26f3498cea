"""Planned actions in the rows of risk registers: owners and dates in columns of their own, or behind labels."""

from dataclasses import replace

import pytest

from extract.records.actions import pack_to_actions
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.tabled import table_of

RISK = ["CR1", "Loss of key staff in finance", "16", "Succession plan", "12"]
OTHER = ["CR2", "Attack on the Council's systems", "20", "Firewalls", "15"]
HEADS = ["Ref", "Risk", "Gross score", "Existing controls", "Net score"]


def planned(heads, *rows):
    table = table_of([[*HEADS, *heads], *rows], heads=1, heading="Corporate Risk Register")
    records = pack_to_actions(replace(text_to_pack("Risks"), flow=(table,))).records
    names = ("risk_ref", "ref", "text", "owners", "due")
    assert all(record.constants == {"kind": "risk_action"} for record in records)
    return [tuple(r.fields[name].text if name in r.fields else None for name in names) for r in records]


@pytest.mark.parametrize(
    ("heads", "cells", "found"),
    [
        (
            ["Further action", "Action owner", "By when"],
            ["Recruit two staff", "Head of Finance", "31/12/2025"],
            [("CR1", None, "Recruit two staff", "Head of Finance", "31/12/2025")],
        ),
        (
            ["Further actions", "Owner", "Target date", "Risk owner"],
            ["Recruit two staff", "Head of Finance", "-", "Director"],
            [("CR1", None, "Recruit two staff", "Head of Finance", None)],
        ),
        (
            ["Further actions", "Risk owner"],
            [
                "1. Recruit staff\nOwner: Head of\nFinance\nDate: May 2026\n2. Train them\nOwner: Payroll\nDate: TBC",
                "CX",
            ],
            [
                ("CR1", "1", "Recruit staff", "Head of Finance", "May 2026"),
                ("CR1", "2", "Train them", "Payroll", "TBC"),
            ],
        ),
        (
            ["Further actions", "Action owner", "Target date"],
            ["• Recruit staff\n• Train them", "Finance\nPayroll", "May 2026\nTBC"],
            [("CR1", None, "Recruit staff", "Finance", "May 2026"), ("CR1", None, "Train them", "Payroll", "TBC")],
        ),
        (
            ["Risk owner", "Further actions", "Due date", "Responsible"],
            ["Director", "Recruit two staff", "May 2026", "Head of Finance"],
            [("CR1", None, "Recruit two staff", "Head of Finance", "May 2026")],
        ),
        (["Further actions", "Target score"], ["Recruit two staff", "8"], []),
        (
            ["Further actions"],
            ["Recruit two staff (Head of\nFinance, May 2026)\nTrain them (Payroll, 30/06/2026)"],
            [
                ("CR1", None, "Recruit two staff", "Head of Finance", "May 2026"),
                ("CR1", None, "Train them", "Payroll", "30/06/2026"),
            ],
        ),
        (
            ["Further actions"],
            ["Recruit two staff – Head of\nFinance – May 2026"],
            [("CR1", None, "Recruit two staff", "Head of Finance", "May 2026")],
        ),
        (
            ["Further actions"],
            ["Recruit two staff (Head of Finance, by\n31/05/2026)"],
            [("CR1", None, "Recruit two staff", "Head of Finance", "31/05/2026")],
        ),
        (["Further actions"], ["Recruit two staff – at once – with speed"], []),
        (["Further actions", "Action owner"], ["None", "-"], []),
    ],
)
def test_planned_actions_of_a_register(heads, cells, found):
    none = ["None" if head.startswith("Further") else "-" for head in heads]
    assert planned(heads, [*RISK, *cells], [*OTHER, *none]) == found


def test_a_target_over_ratings_is_no_target_date():
    rows = [
        ["*Ref", "*Risk", "*Owner", "*Current", "<", "<", "*Actions, lead and date", "*Target", "<", "<"],
        ["^", "^", "^", "*L", "*C", "*Total", "^", "*L", "*C", "*Total"],
        [
            "CR1",
            "Plant fails",
            "Director",
            "4",
            "4",
            "16",
            "1. Buy plant\nLead: Estates\nDate: May 2026",
            "2",
            "4",
            "8",
        ],
        ["CR2", "Roof leaks", "Director", "3", "4", "12", "1. Mend it\nLead: Surveyor\nDate: June 2026", "1", "4", "4"],
    ]
    table = table_of(rows, heads=2, heading="Corporate Risk Register")
    records = pack_to_actions(replace(text_to_pack("Risks"), flow=(table,))).records
    found = [(record.fields["owners"].text, record.fields["due"].text) for record in records]
    assert found == [("Estates", "May 2026"), ("Surveyor", "June 2026")]
