"""Findings of auditors, directions to partners and business statements: actions under heads of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records.action_words import NOW_DUE
from extract.records.actions import pack_to_actions
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.tabled import table_of
from tests.extract.records.test_actions import actions, table, told

FINDING = (
    "*Finding {0}: {1}|<|<\nThree of ten files had no review in it.|<|<\n"
    "*Recommendation|<|*Grade\nReview them all.|<|High\n"
    "*Management Response|*Responsible Officer|*Implementation Date\nAgreed. Reviews go on.|Head of Audit|30 June 2026"
)


def test_a_number_or_a_response_tells_a_sheet_of_a_finding_from_the_cover_of_a_report() -> None:
    rows = "*Observation|Agreements were signed late.\n*Recommendation|Pay after signature.\n"
    rows += "*Management response|Accepted.\n*Responsible person|Grants Manager\n*Date for implementation|May 2026"
    (record,) = actions(table("*5.1 Grants – Priority: High|<\n" + rows, heads=0))
    expected = ("5.1", "Pay after signature.", ["Grants Manager"], "5.1 Grants – Priority: High")
    assert tuple(told(record, "ref", "text", "owners", "group").values()) == expected
    assert len(actions(table(rows, heads=0))) == 1
    assert actions(table("*Recommendation|Note it.\n*Lead officer|Clerk\n*Date|May 2026", heads=0)) == []


def test_who_and_when_may_stand_in_the_cell_of_a_recommendation() -> None:
    (record,) = actions(
        table(
            "*Assessment|*Issue and risk|*Recommendation and management response\n{ff0000}High|Journals are open.|"
            "Approve them. // Responsible officer: Head of Finance // Due date: 30 June 2026"
        )
    )
    assert tuple(told(record, "kind", "text", "owners", "due").values()) == (
        "action",
        "Approve them.",
        ["Head of Finance"],
        "30 June 2026",
    )


def test_a_date_may_stand_above_the_person_who_is_to_act_by_then() -> None:
    rows = "*Recommendation|*Priority|*Management response|*Timescale / responsibility\n"
    (record,) = actions(table(rows + "Claims must be approved first.|High|Agreed.|31 May 2026 // Group Manager"))
    assert tuple(told(record, "owners", "due").values()) == (["Group Manager"], "31 May 2026")


def test_further_controls_of_a_risk_are_its_planned_actions() -> None:
    (record,) = actions(table("*Risk ref|*Further control|*Lead|*Target date\nCR2|Trial a scheme|Clerk|By May 2026"))
    assert tuple(told(record, "kind", "risk_ref", "text").values()) == ("risk_action", "CR2", "Trial a scheme")


def test_what_moved_from_year_to_year_is_no_plan() -> None:
    rows = "*Criteria|*2022/23|*2023/24|*Direction of travel\nGovernance|No weakness found|A weakness was found|↓"
    assert actions(table(rows)) == []


@pytest.mark.parametrize("as_one", [True, False])
def test_the_heading_of_a_finding_numbers_its_action_and_its_words_are_no_heading(as_one: bool) -> None:
    texts = [FINDING.format(1, "Old files"), FINDING.format(2, "Stock")]
    tables = [table("\n".join(texts), heads=0)] if as_one else [table(text, heads=0) for text in texts]
    expected = [{"ref": "1", "group": "Finding 1: Old files"}, {"ref": "2", "group": "Finding 2: Stock"}]
    assert [told(record, "ref", "group") for record in actions(*tables)] == expected


def test_a_recommendation_and_the_response_to_it_are_one_action_of_a_sheet() -> None:
    rows = "*Ref.|4\n*Recommendation|Check each payment.\n*Management response|Accepted.\n"
    rows += "*Owner|SDS Lead\n*Target date|May 2026"
    again = rows.replace("4", "5").replace("payment", "claim")
    found = [told(record, "ref", "text", "owners") for record in actions(table(rows + "\n" + again, heads=0))]
    assert [tuple(one.values()) for one in found] == [
        ("4", "Check each payment.", ["SDS Lead"]),
        ("5", "Check each claim.", ["SDS Lead"]),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "*Ref. No.|*Date issued|*Direction|*To whom|*Lead officer|*Deliver by\n"
            "25/1|1 May 2025|Open the ward.|Council|Matron|May 2026",
            ("Open the ward.", ["Matron"], "May 2026"),
        ),
        (
            "*Ref|*Direction|*Issued to|*Timescale\n25/1|Open the ward.|Health Board|May 2026",
            ("Open the ward.", ["Health Board"], "May 2026"),
        ),
        (
            "*No.|*Committee Decision|*Update|*Lead Officer|*Report Due|*Report Expected\n"
            "1|A report was asked for.|In hand.|G Lowe|May 2026|July 2026",
            ("A report was asked for.", ["G Lowe"], "July 2026"),
        ),
        (
            "*Notice of Motion|*From|*Responsible officer|*Target date\nWrite to the Minister|Cllr Kane|Clerk|May 2026",
            ("Write to the Minister", ["Clerk"], "May 2026"),
        ),
        (
            "*Ref|*What will we do?|*Who will lead?|*Finish\n1a|Open the academy|Lead Nurse|Ongoing",
            ("Open the academy", ["Lead Nurse"], "Ongoing"),
        ),
        (
            "*No|*Action|*Owner|*Due\n1|Send the letter|Clerk|25-Mar-26 (revised: 20-May-26)",
            ("Send the letter", ["Clerk"], "20-May-26"),
        ),
    ],
)
def test_heads_of_directions_and_of_business_statements(rows: str, expected: tuple[object, ...]) -> None:
    (record,) = actions(table(rows))
    assert tuple(told(record, "text", "owners", "due").values()) == expected


def test_directions_with_a_colour_but_no_date_are_no_actions() -> None:
    assert (
        actions(table("*Ref|*Direction|*Issued to|*Date issued|*RAG\n25/1|Open the ward.|Council|1 May 2025|Red")) == []
    )


@pytest.mark.parametrize(
    ("words", "now"), [("May 2025, now June 2025", "June 2025"), ("Revised to Q3 25/26", "Q3 25/26")]
)
def test_what_stands_before_the_date_that_holds_now(words: str, now: str) -> None:
    match = NOW_DUE.search(words)
    assert match is not None
    assert words[match.end() :] == now


def test_the_planned_actions_of_a_risks_sheet_say_who_and_when() -> None:
    rows = [
        ["*Risk No.", "SR5", "*Risk Title", "Attack on a supplier"],
        ["*Risk Owner", "Head of Planning", "<", "<"],
        ["*Cause", "Ageing systems.", "<", "<"],
        ["", "Likelihood", "Impact", "Rating"],
        ["*Current", "3", "5", "15"],
        [
            "*Planned actions",
            "• Test the system – ICT Manager – May 2026\n• Hold an exercise – Clerk – 30/06/2026",
            "<",
            "<",
        ],
    ]
    records = pack_to_actions(replace(text_to_pack("Risks"), flow=(table_of(rows),))).records
    told_of = [tuple(str(r.fields[name]) for name in ("risk_ref", "text", "owners", "due")) for r in records]
    assert told_of == [
        ("SR5", "Test the system", "ICT Manager", "May 2026"),
        ("SR5", "Hold an exercise", "Clerk", "30/06/2026"),
    ]
