"""Grids of ratings in a risk's sheet, and sentences whose parts are led by words in capitals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout.excerpt import words_to_excerpt
from extract.pack.types import Pack
from extract.records.action_tables import tables_to_actions
from extract.records.controls import pack_to_controls
from extract.records.risk_blocks import pack_to_risk_blocks
from extract.records.risks import pack_to_risks
from packtrace.normalising import raw_to_records
from tests.extract.drawn import BOLD, set_line
from tests.extract.records.tabled import table_of

FRAMEWORK = [
    ["{005eb8}*PR1: Urgent and emergency care flow", "<", "<", "<", "<"],
    ["{d9e2f3}*Executive lead", "Chief Operating Officer", "<", "<", "<"],
    ["{d9e2f3}*Risk description", "The hospital is too full for patients to be admitted in time", "<", "<", "<"],
    ["{d9e2f3}*Risk score (L x C)", "{d9e2f3}*Inherent", "{d9e2f3}*Current", "{d9e2f3}*Target", "HISTORY"],
    ["^", "{ff0000}5 x 5 = 25", "{ffc000}4 x 3 = 12", "{92d050}2 x 4 = 8", "Q1: 20 Q2: 12"],
    ["{d9e2f3}*Key controls", "Full capacity protocol", "<", "<", "<"],
]


def _fields(pack: Pack) -> dict[str, str]:
    (record,) = pack_to_risks(pack).records
    return {name: str(value) for name, value in record.fields.items()}


@pytest.mark.parametrize("history", ["*Movement over the year", "{d9e2f3}*Score history 2025/26", "Last four quarters"])
def test_phases_over_products_beside_a_history(history: str) -> None:
    rows = [[cell.replace("HISTORY", history) for cell in row] for row in FRAMEWORK]
    risk = _fields(Pack((), (table_of(rows),), ()))
    assert (risk["inherent_score"], risk["score"], risk["target_score"]) == ("25", "12", "8")
    assert (risk["inherent_likelihood"], risk["likelihood"], risk["target_impact"]) == ("5", "4", "4")


def test_a_letter_alone_in_a_row_of_actions_is_a_rating() -> None:
    rows = [["*Actions to close gaps", "*Lead", "*Due", "*RAG"]]
    rows += [
        ["Agree the plan", "COO", "June 2026", "{00ff00}G"],
        ["Recruit to the rota", "CPO", "Q2 2026/27", "{ff0000}R"],
    ]
    history = [[cell.replace("HISTORY", "*Score history") for cell in row] for row in FRAMEWORK]
    (block,) = pack_to_risk_blocks(Pack((), (table_of(history), table_of(rows, heads=1)), ()))
    assert [len(part.rows) for part in block.parts] == [2]


@pytest.mark.parametrize(
    "description",
    [
        "IF there are too few beds\nTHEN patients will wait\nRESULTING IN harm",
        "IF there are too few beds THEN patients will wait RESULTING IN harm",
        "IF there are too\nfew beds THEN patients\nwill wait\nRESULTING IN harm",
    ],
)
def test_parts_of_a_sentence_led_by_words_set_apart(description: str) -> None:
    rows = [row if "Risk description" not in row[0] else [row[0], description, *row[2:]] for row in FRAMEWORK]
    risk = _fields(Pack((), (table_of(rows),), ()))
    told = [risk[name].casefold() for name in ("cause", "event", "consequence")]
    assert told == ["if there are too few beds", "then patients will wait", "resulting in harm"]


@pytest.mark.parametrize(
    ("words", "cause", "event", "consequence"),
    [
        (
            "If there are too few beds then patients will wait, resulting in harm",
            "If there are too few beds",
            "then patients will wait,",
            "resulting in harm",
        ),
        (
            "There is a risk that plant fails\nDue to its age\nLeading to cancelled operations",
            "Due to its age",
            "There is a risk that plant fails",
            "Leading to cancelled operations",
        ),
        (
            "As a result of the age of the building there is a risk that a roof\nfalls, which could lead to injury.",
            "As a result of the age of the building",
            "there is a risk that a roof falls,",
            "which could lead to injury.",
        ),
        ("Cause: Old plant. Event: It fails. Consequence: Lists are cut.", "Old plant.", "It fails.", "Lists are cut."),
        ("Cause(s): Old plant Risk: It fails\nEffect(s): Lists are cut", "Old plant", "It fails", "Lists are cut"),
        ("There is a risk that beds are short, leading to harm", None, "<all>", None),
        ("If beds are short, patients may wait because of it", None, "<all>", None),
        ("Wards are short due to leave, then wait, leading to harm", None, "<all>", None),
    ],
)
def test_a_sentence_that_leads_all_its_parts_in_plain_letters(
    words: str, cause: str | None, event: str, consequence: str | None
) -> None:
    rows = [row if "Risk description" not in row[0] else [row[0], words, *row[2:]] for row in FRAMEWORK]
    risk = _fields(Pack((), (table_of(rows),), ()))
    expected = (cause, words if event == "<all>" else event, consequence)
    assert (risk.get("cause"), risk["event"], risk.get("consequence")) == expected


@pytest.mark.parametrize(
    ("words", "title", "event"),
    [
        ("There is a risk that plant fails due to age, leading to harm", "There is a risk that plant fails", None),
        ("If beds are short then people wait, resulting in harm", None, "then people wait,"),
    ],
)
def test_the_event_of_a_sentence_is_the_name_where_it_comes_first(
    words: str, title: str | None, event: str | None
) -> None:
    rows = [["*Ref", "*Risk description", "*Score", "*Controls"], ["R1", words, "12", "Visits"]]
    risk = _fields(Pack((), (table_of(rows, heads=1),), ()))
    assert (risk.get("title"), risk.get("event")) == (title, event)


@pytest.mark.parametrize(
    "cells",
    [
        ("Likelihood 3 (Possible)", "Impact 5 (Extreme)", "15 (Very High)"),
        ("Likelihood – 3", "Impact – 5", "Score – 15"),
        ("Likelihood: 3", "Impact: 5", "Score: 15"),
    ],
)
def test_measures_and_their_numbers_in_one_cell(cells: tuple[str, ...]) -> None:
    rows = [
        ["*Risk number", "SRR3", "*Risk owner", "Head of Commissioning"],
        ["*Risk title", "Failure of a care provider", "<", "<"],
        ["*Cause(s)", "Rising costs and the closure of the national framework", "<", "<"],
        ["*Gross risk", *cells],
        ["*Controls in place", "Visits each quarter", "<", "<"],
        ["*Net risk", *(cell.replace("5", "2").replace("12", "6") for cell in cells)],
    ]
    (record,) = raw_to_records(pack_to_risks(Pack((), (table_of(rows),), ())).records, ())
    names = [f"{phase}{measure}" for phase in ("inherent_", "") for measure in ("likelihood", "impact", "score")]
    assert [record.values[name] for name in names] == [3, 5, 15, 3, 2, 6]


def test_a_name_below_the_reference_in_one_column() -> None:
    heads = ["*Risk ref and title", "*Risk description", "*Gross score", "*Internal controls", "*Net score"]
    rows = [heads, ["SRR1\nFinancial health", "Costs exceed payments", "20", "Monthly reports", "16"]]
    risk = _fields(Pack((), (table_of(rows, heads=1),), ()))
    assert (risk["ref"], risk["title"], risk["event"]) == ("SRR1", "Financial health", "Costs exceed payments")


def test_a_rating_beside_its_measures_and_actions_called_mitigating() -> None:
    rows = [
        ["*BAF Ref", "BAF 01", "*Strategic aim", "Outstanding care"],
        ["*Principal risk", "Quality standards are not maintained on the wards", "<", "<"],
        ["*Risk rating", "*Consequence", "*Likelihood", "*Score"],
        ["^", "4", "3", "{ffc000}12"],
        ["*Target", "4", "2", "8"],
        ["*Key controls", "<", "*Assurances on controls", "<"],
        ["Ward accreditation", "<", "Peer review", "<"],
        ["*Mitigating actions", "*Owner", "*Timescale", "*RAG"],
        ["Recruit 40 nurses", "CNO", "Sept 2026", "Amber"],
    ]
    pack = Pack((), (table_of(rows),), ())
    (record,) = raw_to_records(pack_to_risks(pack).records, ())
    names = [f"{phase}{measure}" for phase in ("", "target_") for measure in ("likelihood", "impact", "score")]
    assert [record.values[name] for name in names] == [3, 4, 12, 2, 4, 8]
    assert (record.values["rag"], record.values["mitigation"]) == ("amber", "Ward accreditation")
    (block,) = pack_to_risk_blocks(pack)
    assert [part.kind for part in block.parts] == ["actions"]


def test_a_heading_numbers_and_names_the_risk_whose_ratings_stand_in_one_cell() -> None:
    rows = [
        ["*Risk description", "IF our systems are attacked THEN services are lost"],
        ["*Risk score (C x L)", "Initial: 5 x 5 = 25\nCurrent: 5 x 3 = 15\nTarget: 2(C) x 5(L) = 10"],
        ["*Controls", "Firewalls"],
    ]
    (record,) = raw_to_records(
        pack_to_risks(Pack((), (table_of(rows, heading="Risk 3: Cyber security"),), ())).records, ()
    )
    assert [record.values[name] for name in ("ref", "title", "event")] == [
        "3",
        "Cyber security",
        "THEN services are lost",
    ]
    assert [record.values[name] for name in ("inherent_score", "score", "impact", "target_impact")] == [25, 15, 5, 2]


def test_a_bold_name_on_the_line_of_its_description() -> None:
    heads = ["*Ref", "*Risk", "*Current (LxC)", "*Controls"]
    table = table_of([heads, ["R15", "Lift failure", "12 (3x4)", "Maintenance contract"]], heads=1)
    line = words_to_excerpt([*set_line("Lift failure", 100, 212, font=BOLD), *set_line("Lifts are old", 180, 212)])
    cells = [replace(c, lines=(line,), text=line) if c.text.text == "Lift failure" else c for c in table.cells]
    risk = _fields(Pack((), (replace(table, cells=tuple(cells)),), ()))
    assert (risk["title"], risk["event"]) == ("Lift failure", "Lifts are old")


PHASES_DOWN = [
    ["{005eb8}*Strategic risk SR1: Quality and safety of care", "<", "<", "<", "<"],
    ["{d9e2f3}*Objective", "Safe care every time", "<", "{d9e2f3}*Executive lead", "Chief Nurse"],
    [
        "{d9e2f3}*Risk statement",
        "IF standards are not the same everywhere,\nTHEN we may miss deterioration,\nRESULTING IN avoidable harm.",
        "<",
        "<",
        "<",
    ],
    ["{d9e2f3}*Risk rating", "{d9e2f3}*Likelihood", "{d9e2f3}*Consequence", "{d9e2f3}*Score", "Rationale for score"],
    ["*Inherent (without controls)", "4", "5", "{ff0000}20", "^"],
    ["*Current (with controls)", "3", "5", "{ff0000}15", "^"],
    ["*Target", "2", "5", "{ffc000}10", "^"],
    ["{d9e2f3}*Key controls", "{d9e2f3}*Gaps", "{d9e2f3}*Assurance (1st, 2nd line)", "<", "{d9e2f3}*Gaps in assurance"],
    ["Ward accreditation", "No bleed rota", "1st line: dashboards", "<", "Review awaited"],
]


def test_phases_down_and_measures_across_beside_other_words() -> None:
    risk = _fields(Pack((), (table_of(PHASES_DOWN),), ()))
    names = ("inherent_likelihood", "inherent_impact", "inherent_score", "likelihood", "impact", "score")
    assert [risk[name] for name in names] == ["4", "5", "20", "3", "5", "15"]
    assert [risk[f"target_{name}"] for name in names[3:]] == ["2", "5", "10"]
    assert (risk["ref"], risk["title"], risk["owners"]) == ("SR1", "Quality and safety of care", "Chief Nurse")
    assert (risk["event"], risk["mitigation"]) == ("THEN we may miss deterioration,", "Ward accreditation")


def test_a_log_below_a_register_is_of_no_risk() -> None:
    register = [["*ID", "*Risk", "*Handler", "*Controls", "*Current score"], ["18", "Flood", "Jo Ash", "Pumps", "15"]]
    register.append(["19", "Fire in the kitchen", "Al Oak", "Alarms", "16"])
    log = [["*Ref", "*Action", "*By whom", "*By when"], ["22", "Circulate the survey", "Jo Ash", "June 2025"]]
    tables = [table_of(PHASES_DOWN), table_of(register, heads=1, page=2), table_of(log, heads=1, page=2)]
    flow = tuple(replace(table, number=number) for number, table in enumerate(tables, 1))
    (record,) = list(tables_to_actions(Pack((), flow, ())))
    assert (record.constants["kind"], "risk_ref" in record.fields) == ("action", False)


def test_controls_in_rows_of_a_sheet_are_one_each() -> None:
    rows = [*PHASES_DOWN, ["Critical care outreach", "None", "2nd line: committee", "<", "None"]]
    pack = Pack((), (table_of(rows),), ())
    assert [str(record.fields["text"]) for record in pack_to_controls(pack).records] == [
        "Ward accreditation",
        "Critical care outreach",
    ]
    assert "mitigation" not in _fields(pack)
