"""Risks that headings and labelled lines of running text describe, without a table."""

from __future__ import annotations

import pytest

from extract.records.risks import pack_to_risks
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.test_risks import printed

FULL = """**Risk 4: Loss of water supplies

Owner: Group Manager Operations

Cause: Ageing mains and a longer
dry season.

Likelihood: 3 Impact: 4 Score: 12

Controls: Hydrant inspections; four
high-volume pumps.

**Risk 7 – Obsolete breathing apparatus

Risk owner: Head of Fleet

Inherent score: 20

Residual score: 15 Target score: 5

**2. Next steps

The Service Board will review them in March.
"""


def risks(text: str) -> list[dict[str, str]]:
    return [printed(record) for record in pack_to_risks(text_to_pack(text)).records]


def test_a_risk_for_each_heading_with_what_its_labels_say() -> None:
    assert risks(FULL) == [
        {
            "ref": "4",
            "title": "Loss of water supplies",
            "owners": "Group Manager Operations",
            "cause": "Ageing mains and a longer dry season.",
            "mitigation": "Hydrant inspections; four high-volume pumps.",
            "likelihood": "3",
            "impact": "4",
            "score": "12",
        },
        {
            "ref": "7",
            "title": "Obsolete breathing apparatus",
            "owners": "Head of Fleet",
            "inherent_score": "20",
            "score": "15",
            "target_score": "5",
        },
    ]


def test_a_name_behind_a_label() -> None:
    text = "Risk ref: CR4\n\nRisk title: Fraud\n\nScore: 16\n\nCurrent score: 9\n\n"
    text += "Risk ref: CR5\n\nRisk title: Fire\n\nScore: 4"
    assert risks(text) == [
        {"ref": "CR4", "title": "Fraud", "inherent_score": "16", "score": "9"},
        {"ref": "CR5", "title": "Fire", "score": "4"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**Risk 4: Loss of water\n\nThe Board discussed the risk and noted it.",
        "**Risk implications\n\nOwner: Head of Finance\n\nThe score is 12.",
        "Risk: none has been identified.\n\nContact: Ann Ash",
    ],
)
def test_what_is_no_risk(text: str) -> None:
    assert risks(text) == []


def test_a_heading_close_below_ends_the_last_value_and_bullets_go_on_with_it() -> None:
    text = "**SR1 – Cyber attack\nRisk owner: Head of IT\nInherent risk: Likelihood 4 x Impact 5 = 20\n"
    text += "Current risk: Likelihood 3 x Impact 4 = 12\nControls:\n• Monitoring\n• Testing\n"
    text += "**Conclusion\nIt will be reviewed."
    (risk,) = risks(text)
    assert (risk["mitigation"], risk["score"]) == ("Monitoring Testing", "Likelihood 3 x Impact 4 = 12")
