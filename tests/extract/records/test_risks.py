"""Risks from the registers and sheets that bodies print, and none from other tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.pack.types import Pack
from extract.records.action_tables import tables_to_actions
from extract.records.controls import pack_to_controls
from extract.records.risks import pack_to_risks
from extract.records.types import FillColour, RawRecord
from extract.tables.types import Table
from packtrace.normalising import raw_to_records
from packtrace.pipeline import file_to_pack
from tests.extract.records.tabled import table_of


def pack_of(*tables: Table) -> Pack:
    return Pack((), tables, ())


def printed(record: RawRecord) -> dict[str, str]:
    """A record's fields as words; a fill as its colour in hexadecimal digits."""
    return {
        name: bytes(value.colour).hex() if isinstance(value, FillColour) else str(value)
        for name, value in record.fields.items()
    }


def risks(*tables: Table) -> list[dict[str, str]]:
    return [printed(record) for record in pack_to_risks(pack_of(*tables)).records]


def test_an_s_beside_an_i_is_the_score_and_alone_the_severity() -> None:
    heads = ["*Ref", "*Risk", "*Raw", "<", "<", "*Controls", "*Residual", "<", "<"]
    row = ["R1", "Failure of the boiler", "4", "5", "20", "Service", "3", "5", "15"]
    three = ("likelihood", "impact", "score")
    (risk,) = risks(table_of([heads, ["^", "^", "*L", "*I", "*S", "^", "*L", "*I", "*S"], row], heads=2))
    assert [risk[f"{phase}{name}"] for phase in ("inherent_", "") for name in three] == ["4", "5", "20", "3", "5", "15"]
    (risk,) = risks(table_of([heads, ["^", "^", "*L", "*S", "*R", "^", "*L", "*S", "*R"], row], heads=2))
    assert [risk[f"{phase}{name}"] for phase in ("inherent_", "") for name in three] == ["4", "5", "20", "3", "5", "15"]


def test_a_row_for_each_risk_takes_its_colour_from_the_current_score() -> None:
    heads = "*Risk Ref|*Risk Description|*Risk Owner|*Inherent Risk Score|*Controls in place|*Current L|*Current I"
    heads += "|*Current score|*Direction of travel|*Further actions|*Target"
    row = "SR1|Failure to set a balanced budget|Section 151 Officer|20|Budget plan\nMonthly reports|3|4|{ffc000}12|↑"
    row += "|Review of fees|8"
    assert risks(table_of([heads.split("|"), row.split("|")], heads=1)) == [
        {
            "ref": "SR1",
            "title": "Failure to set a balanced budget",
            "owners": "Section 151 Officer",
            "inherent_score": "20",
            "mitigation": "Budget plan Monthly reports",
            "likelihood": "3",
            "impact": "4",
            "score": "12",
            "target_score": "8",
            "rag": "ffc000",
        }
    ]


def test_heads_over_several_columns_name_the_phase() -> None:
    table = table_of(
        [
            ["*No", "*Risk", "*Cause", "*Impact", "*Gross Risk", "<", "<", "*Mitigation", "*Net Risk", "<", "<"],
            ["^", "^", "^", "^", "*L", "*I", "*Total", "^", "*L", "*I", "*Total"],
            [
                "1",
                "Loss of mobilising",
                "Power failure",
                "Engines are sent late",
                *"45",
                "20",
                "Spare room",
                *"25",
                "10",
            ],
        ],
        heads=2,
    )
    (risk,) = risks(table)
    assert risk["consequence"] == "Engines are sent late"
    assert [risk[name] for name in ("inherent_likelihood", "inherent_impact", "inherent_score")] == ["4", "5", "20"]
    assert [risk[name] for name in ("likelihood", "impact", "score")] == ["2", "5", "10"]


@pytest.mark.parametrize(
    "second", [("*L", "*I", "*Score"), ("*Residual likelihood", "*Residual impact", "*Residual score")]
)
def test_scores_on_either_side_of_the_controls(second: Sequence[str]) -> None:
    heads = ["*Ref", "*Risk", "*L", "*I", "*Score", "*Controls", *second]
    row = ["1", "Loss of mobilising", "4", "5", "20", "Spare control room", "2", "5", "10"]
    (risk,) = risks(table_of([heads, row], heads=1))
    assert (risk["inherent_score"], risk["score"]) == ("20", "10")


def test_products_are_read_in_the_order_of_the_head() -> None:
    heads = ["*ID", "*Risk description", "*Initial score (C x L)", "*Current score (C x L)", "*Target", "*Key controls"]
    row = ["BAF01", "If waits grow then patients come to harm", "5x4=20", "4 x 3 = 12", "8 (4x2)", "Weekly meeting"]
    (risk,) = risks(table_of([heads, row], heads=1))
    assert (risk["inherent_impact"], risk["inherent_likelihood"], risk["inherent_score"]) == ("5", "4", "20")
    assert (risk["impact"], risk["likelihood"], risk["score"]) == ("4", "3", "12")
    assert (risk["target_impact"], risk["target_likelihood"], risk["target_score"]) == ("4", "2", "8")


def test_lettered_products_and_a_bold_name_over_its_description() -> None:
    heads = ["*Risk", "*Current Risk (L x I)", "*Controls"]
    row = ["*CR1 Cyber attack\nData are stolen or made\nunreadable.", "L4 x I3 = 12", "Firewall"]
    reading = pack_to_risks(pack_of(table_of([heads, row], heads=1)))
    (record,) = raw_to_records(reading.records, ())
    assert record.values["ref"] == "CR1"
    assert record.values["title"] == "Cyber attack"
    assert record.values["event"] == "Data are stolen or made unreadable."
    assert [record.values[name] for name in ("likelihood", "impact", "score")] == [4, 3, 12]


def test_labelled_paragraphs_in_one_cell() -> None:
    heads = ["*Ref", "*Risk", "*Cause, Event and Effect", "*Score"]
    row = ["R1", "Buildings", "Cause: Lack of money\nfor repairs\nEvent: A roof fails\nEffect: Injury", "12"]
    (risk,) = risks(table_of([heads, row], heads=1))
    assert risk["title"] == "Buildings"
    assert (risk["cause"], risk["event"], risk["consequence"]) == (
        "Lack of money for repairs",
        "A roof fails",
        "Injury",
    )


def test_what_is_labelled_risk_is_the_name_where_there_is_no_other() -> None:
    row = ["R1", "Risk: Failure of buildings\nCause: Lack of money\nEffect: Injury", "12"]
    (risk,) = risks(table_of([["*Risk ref", "*Risk", "*Score"], row], heads=1))
    assert (risk["title"], risk["cause"], risk["consequence"]) == ("Failure of buildings", "Lack of money", "Injury")


def test_a_list_of_risks_and_mitigations() -> None:
    rows = [
        ["RISKS", "<"],
        ["RISKS", "MITIGATION"],
        ["Snow stops work in winter", "Allow for delay"],
        ["Flood", "Pumps"],
    ]
    assert risks(table_of(rows, heads=2)) == [
        {"title": "Snow stops work in winter", "mitigation": "Allow for delay"},
        {"title": "Flood", "mitigation": "Pumps"},
    ]


def test_words_alone_give_no_numbers() -> None:
    heads = ["*Subject", "*Risk(s) identified", "*H/M/L", "*Likelihood", "*Management/Control of Risk"]
    row = ["Precept", "Adequacy of precept", "L", "High", "Reviewed in November"]
    assert risks(table_of([heads, row], heads=1)) == [
        {"title": "Adequacy of precept", "mitigation": "Reviewed in November"}
    ]


def test_a_register_goes_on_in_a_table_without_heads() -> None:
    first = table_of([["*Risks", "*Mitigation"], ["Snow stops work in winter", "Allow for delay"]], heads=1)
    second = table_of([["Grant is not paid", "Claim early"]], page=2)
    assert [risk["title"] for risk in risks(first, second)] == ["Snow stops work in winter", "Grant is not paid"]


def test_a_summary_adds_its_scores_to_the_same_record() -> None:
    summary = table_of(
        [["*Risk No.", "*Risk Title", "*Current Rating", "*Target Rating"], ["1", "Data & records lost", "12", "6"]],
        heads=1,
    )
    heads = ["*Ref", "*Risk", "*Cause", "*Effect"]
    row = ["SR1", "Data and records are lost", "Poor care of laptops", "Fine and loss of trust in the body"]
    reading = pack_to_risks(pack_of(summary, table_of([heads, row], heads=1, page=7)))
    (record,) = reading.records
    assert record.page == 7
    assert printed(record) | {"score": "12", "target_score": "6", "ref": "SR1"} == printed(record)


def test_a_summary_of_risks_that_stand_nowhere_else_lists_them() -> None:
    rows = [["*Ref", "*Risk", "*Q1", "*Q2", "*Q3"], ["SR1", "Data lost by accident", "12", "9", ""]]
    assert risks(table_of(rows, heads=1, heading="Corporate risks")) == [
        {"ref": "SR1", "title": "Data lost by accident", "score": "9"}
    ]


SHEET = [
    ["*Risk ref", "SR4", "*Risk owner", "Chief Executive"],
    ["*Risk title", "Failure to deliver the programme", "<", "<"],
    ["*Causes", "Lack of skills and of money to invest", "<", "<"],
    ["", "*Likelihood", "*Impact", "*Score"],
    ["*Inherent", "4", "5", "20"],
    ["*Current", "3", "4", "{ffc000}12"],
    ["*Target", "2", "4", "8"],
    ["*Existing controls", "<", "*Further actions", "<"],
    ["Programme board\nMonthly reports", "<", "Recruit a director", "<"],
]
SCORES = {"inherent_likelihood": "4", "inherent_impact": "5", "inherent_score": "20", "likelihood": "3", "impact": "4"}


def test_a_sheet_of_labels_with_values_beside_and_below() -> None:
    (risk,) = risks(table_of(SHEET))
    assert risk["title"] == "Failure to deliver the programme"
    assert (risk["owners"], risk["cause"]) == ("Chief Executive", "Lack of skills and of money to invest")
    assert risk["mitigation"] == "Programme board Monthly reports"
    assert risk | SCORES | {"score": "12", "target_score": "8", "rag": "ffc000"} == risk


@pytest.mark.parametrize(("heading", "ref"), [("Corporate Risk CR6", "CR6"), ("Risk No. 4", "4"), ("2026", None)])
def test_a_heading_that_is_a_reference_is_that_of_the_sheet_below(heading: str, ref: str | None) -> None:
    sheet = [
        ["*Risk title", "Loss of the landfill site", "<"],
        ["*Consequence", "Waste cannot be disposed of and costs rise", "<"],
        ["*Inherent risk", "4", "16"],
        ["*Residual risk", "3", "12"],
    ]
    (risk,) = risks(table_of(sheet, heading=heading))
    assert (risk.get("ref"), risk["title"]) == (ref, "Loss of the landfill site")


def test_a_sheet_for_each_risk_in_one_table() -> None:
    again = [[words.replace("SR4", "SR5") for words in row] for row in SHEET]
    assert [risk["ref"] for risk in risks(table_of([*SHEET, *again]))] == ["SR4", "SR5"]


def test_phases_across_and_measures_down() -> None:
    table = table_of(
        [
            ["*Risk 3: Failure of a major supplier", "<", "<", "<"],
            ["*Cause", "Rising wages in the care market", "<", "<"],
            ["*Risk score", "*Gross", "*Net", "*Target"],
            ["*Likelihood", "4", "3", "2"],
            ["*Impact", "5", "4", "4"],
            ["*Total", "20", "12", "8"],
        ]
    )
    (risk,) = risks(table)
    assert (risk["ref"], risk["title"]) == ("3", "Failure of a major supplier")
    assert risk | SCORES | {"score": "12", "target_impact": "4", "target_score": "8"} == risk


def test_labels_and_values_in_the_same_cells() -> None:
    table = table_of(
        [
            ["Risk ID: FR07", "<", "Risk Owner: ACC Local Policing", "<"],
            ["Risk Description: Demand outstrips resources", "<", "<", "<"],
            ["Inherent score: 20", "Current score: 16", "Target score: 8", "RAG: Red"],
            ["Controls: Overtime and a bank of trained officers", "<", "<", "<"],
        ]
    )
    assert risks(table) == [
        {
            "ref": "FR07",
            "title": "Demand outstrips resources",
            "owners": "ACC Local Policing",
            "inherent_score": "20",
            "score": "16",
            "target_score": "8",
            "rag": "Red",
            "mitigation": "Overtime and a bank of trained officers",
        }
    ]


def test_controls_in_rows_of_their_own_are_no_mitigation() -> None:
    table = table_of(
        [
            ["*Ref", "*Risk", "*Score", "*Existing Controls", "*Control Owner"],
            ["R1", "Failure of contractor", "12", "Contract meetings", "Clerk"],
            ["^", "^", "^", "Performance bond", "Facil\u00ad\nities Manager"],
            ["R2", "Loss of key staff", "9", "Succession plan", ""],
        ],
        heads=1,
    )
    assert [risk.get("mitigation") for risk in risks(table)] == [None, "Succession plan"]
    assert [printed(record) for record in pack_to_controls(pack_of(table)).records] == [
        {"text": "Contract meetings", "owners": "Clerk", "risk_ref": "R1"},
        {"text": "Performance bond", "owners": "Facilities Manager", "risk_ref": "R1"},
    ]


def test_controls_in_a_table_of_their_own_below_a_sheet() -> None:
    controls = [["*Control Title", "*Control Owner"], ["Monthly reports", "Clerk"], ["Audit", ""]]
    pack = pack_of(table_of(SHEET), table_of(controls, heads=1))
    assert [printed(record) for record in pack_to_controls(pack).records] == [
        {"text": "Monthly reports", "owners": "Clerk", "risk_ref": "SR4"},
        {"text": "Audit", "risk_ref": "SR4"},
    ]


HEADED = [
    ["{ead9d9}*SR2", "{ead9d9}*Loss of mobilising control"],  # ends in a word that heads a column elsewhere
    ["{dddddd}*Cause", "Failure of power or of the network"],
    ["{dddddd}*Event", "Emergency calls cannot be answered"],
    ["{dddddd}*Inherent risk", "{dddddd}*Current risk"],
    ["Likelihood 3 x Impact 5 = 15", "{ffcc66}Likelihood 2 x Impact 5 = 10"],
    ["{dddddd}*Existing controls", "{dddddd}*Control owner"],
]


def test_a_reference_and_a_title_head_a_sheet_whose_values_name_their_measures() -> None:
    reading = pack_to_risks(pack_of(table_of(HEADED)))
    (record,) = raw_to_records(reading.records, ())
    assert (record.values["ref"], record.values["title"]) == ("SR2", "Loss of mobilising control")
    assert [record.values[name] for name in ("likelihood", "impact", "score", "inherent_score")] == [2, 5, 10, 15]
    assert record.values["rag"] == "amber"


def test_the_owner_may_stand_behind_reference_and_title_at_the_head_of_a_sheet() -> None:
    (risk,) = risks(
        table_of(
            [
                ["{bdd6ee}*CO1", "{bdd6ee}*Failure to hold to account", "{bdd6ee}*Owner:", "{bdd6ee}*Chief Executive"],
                ["{bdd6ee}*Cause", "Weak arrangements for scrutiny in both of the offices", "<", "<"],
                ["{bdd6ee}*Consequence", "The public are not served", "<", "<"],
                ["{bdd6ee}*Before controls", "Likelihood 3", "Impact 4", "Score 12"],
                ["{bdd6ee}*After controls", "Likelihood 2", "Impact 4", "Score 8"],
            ]
        )
    )
    assert (risk["ref"], risk["title"], risk["owners"]) == ("CO1", "Failure to hold to account", "Chief Executive")
    assert [risk[name] for name in ("inherent_score", "likelihood", "impact", "score")] == ["12", "2", "4", "8"]


def test_values_that_name_their_measures_are_of_the_phase_at_the_head_of_their_row() -> None:
    (risk,) = risks(
        table_of(
            [
                ["*Risk Ref", "JW3", "*Risk Title", "Bins are not emptied"],
                ["*Cause", "A shortage of drivers in both districts", "<", "<"],
                ["*Inherent risk", "Likelihood: 4", "Impact: 4", "Score: 16"],
                ["*Residual risk", "Likelihood: 3", "Impact: 2", "Score: 6"],
                ["*Target risk", "Likelihood: 2", "Impact: 1", "Score: 2"],
            ]
        )
    )
    assert [risk[f"inherent_{name}"] for name in ("likelihood", "impact", "score")] == ["4", "4", "16"]
    assert [risk[name] for name in ("likelihood", "impact", "score")] == ["3", "2", "6"]
    assert [risk[f"target_{name}"] for name in ("likelihood", "impact", "score")] == ["2", "1", "2"]


def test_controls_go_on_at_the_top_of_the_next_page() -> None:
    rest = table_of([["Second control room", "Control Manager"], ["Agreement with a neighbour", ""]], page=2)
    assert [printed(record) for record in pack_to_controls(pack_of(table_of(HEADED), rest)).records] == [
        {"text": "Second control room", "owners": "Control Manager", "risk_ref": "SR2"},
        {"text": "Agreement with a neighbour", "risk_ref": "SR2"},
    ]


def test_a_row_for_each_phase() -> None:
    rows = [
        ["*Risk Ref & Title", "*Risk", "*Assessment", "*L", "*I", "*Score"],
        ["{eeeeee}", "SR1\nLoss of the depot", "Gross", "4", "5", "20"],
        ["^", "^", "Net", "2", "5", "10"],
    ]
    (risk,) = risks(table_of(rows, heads=1))
    assert (risk["ref"], risk["title"]) == ("SR1", "Loss of the depot")
    assert (risk["inherent_likelihood"], risk["inherent_score"], risk["score"]) == ("4", "20", "10")


def test_reference_and_name_in_one_column() -> None:
    rows = [["*Risk Ref & Title", "*Residual risk", "*Controls"], ["SR1 Loss of the depot", "12", "Insurance"]]
    assert risks(table_of(rows, heads=1)) == [
        {"ref": "SR1", "title": "Loss of the depot", "score": "12", "mitigation": "Insurance"}
    ]


INNER = [
    ["*Ref", "*Risk", "*Risk owner", "*Inherent", "*Residual"],
    ["SR1", "Funding falls short of need", "Head of Finance", "5x5=25", "4x5=20"],
    ["", "*Mitigating action / Camau lliniaru", "<", "*Owner / Perchennog", "*Date / Dyddiad"],
    ["SR1.1", "Review of all spend", "<", "M Oak", "31/03/2025"],
    ["SR1.2", "Agree the strategy", "<", "Cabinet", "May 2025"],
    ["SR2", "Systems are not patched", "Head of Digital", "5x4=20", "4x4=16"],
    ["", "*Mitigating action / Camau lliniaru", "<", "*Owner / Perchennog", "*Date / Dyddiad"],
    ["SR2.1", "Replace the servers", "<", "Head of Digital", "Q4 2024/25"],
]


def test_rows_of_actions_between_risks_are_no_risks() -> None:
    found = risks(table_of(INNER, heads=1, heading="Strategic risk register"))
    assert [(risk["ref"], risk["title"]) for risk in found] == [
        ("SR1", "Funding falls short of need"),
        ("SR2", "Systems are not patched"),
    ]


def test_rows_of_actions_between_risks_are_planned_actions_of_the_risk_above() -> None:
    pack = pack_of(table_of(INNER, heads=1, heading="Strategic risk register"))
    found = list(tables_to_actions(pack))
    told = [[printed(record)[name] for name in ("ref", "text", "risk_ref", "owners")] for record in found]
    assert told == [
        ["SR1.1", "Review of all spend", "SR1", "M Oak"],
        ["SR1.2", "Agree the strategy", "SR1", "Cabinet"],
        ["SR2.1", "Replace the servers", "SR2", "Head of Digital"],
    ]
    assert {record.constants["kind"] for record in found} == {"risk_action"}


def test_bold_words_alone_head_a_group() -> None:
    rows = [["*Ref", "*Risk", "*Score"], ["", "*Financial risks", ""], ["1.", "Grant is not paid", "6"]]
    assert risks(table_of(rows, heads=1)) == [{"ref": "1", "title": "Grant is not paid", "score": "6"}]


OTHERS = {
    "finance": [["*Service", "*Budget £000", "*Actual £000", "*RAG"], ["Adults", "100", "120", "R"]],
    "performance": [
        ["*Indicator", "*Target", "*Current", "*Owner"],
        ["Calls answered in a minute", "95%", "90%", "HoS"],
    ],
    "audit plan": [["*Audit", "*Risk", "*Days"], ["Payroll system", "High", "10"]],
    "audit findings": [
        ["*Finding", "*Risk", "*Recommendation", "*Owner"],
        ["No checks", "Wrong payments", "Check", "CFO"],
    ],
    "options": [["*Option", "*Advantages", "*Risks"], ["Do nothing", "Cheap", "The roof falls in on people"]],
    "implications": [
        ["*Finance", "None"],
        ["*Risk", "Costs may rise and are managed"],
        ["*Legal", "None"],
        ["*Lead", "CFO"],
    ],
    "front sheet": [["*Executive lead", "CFO"], ["*BAF risk", "BAF 3: Financial sustainability"]],
    "scale": [["*Likelihood", "*Unlikely (2)", "*Likely (4)"], ["*Impact", "Minor (1)", "Major (5)"]],
    "key": [["*Risk score", "*Risk level", "*Action required"], ["15-25", "High", "Act now and tell the directors"]],
    "steps": [["*Impact", "*Score", "*Description"], ["Minor", "1", "Loss of a day"], ["Major", "5", "Loss of life"]],
    "equality": [["*Protected characteristic", "*Impact", "*Mitigation"], ["Age", "Good for older people", "None"]],
    "action log": [["*Ref", "*Action", "*Owner", "*Due"], ["1", "Bring the risk report", "JB", "May"]],
    "appetite": [["*Risk category", "*Risk appetite", "*Rationale"], ["Financial", "Cautious", "It is public money"]],
    "heat map": [["{63be7b}", "{ffeb84}BAF 4", "{f8696b}BAF 1"], ["{63be7b}", "{63be7b}BAF 7", "{ffeb84}"]],
}


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS.keys())
def test_other_tables_list_no_risks(rows: list[list[str]]) -> None:
    table = table_of(rows, heads=1, heading="Risk register and assessment")
    assert not pack_to_risks(pack_of(table)).records
    assert not pack_to_controls(pack_of(table)).records


@pytest.fixture(scope="module")
def board(board_pack: Path) -> Pack:
    return file_to_pack(board_pack)


def test_a_boards_assurance_framework_and_register(board: Pack) -> None:
    reading = pack_to_risks(board)
    records = raw_to_records(reading.records, board.pages)
    assert [record.values["ref"] for record in records][:9] == [*(f"BAF {n}" for n in range(1, 9)), "CRR 0198"]
    assert len(records) == 15
    assert not reading.issues
    estate = records[4].values
    assert (estate["inherent_score"], estate["likelihood"], estate["impact"], estate["score"]) == (25, 4, 5, 20)
    assert estate["target_score"] is None
    assert estate["rag"] == "red"
    assert estate["owners"] == ["Director of Strategy and Partnerships", "Director of Estates & Facilities"]


def test_a_boards_controls(board: Pack) -> None:
    records = raw_to_records(pack_to_controls(board).records, board.pages)
    assert len(records) == 28
    assert {record.values["risk_ref"] for record in records} == {f"BAF {n}" for n in range(1, 9)}


def test_an_appendix_of_figures_has_no_risks(appendix_pack: Path) -> None:
    pack = file_to_pack(appendix_pack)
    assert not pack_to_risks(pack).records
    assert not pack_to_controls(pack).records


def test_labels_with_their_values_over_lines_of_one_cell() -> None:
    (risk,) = risks(
        table_of(
            [
                ["*SR1", "*Financial resilience", "Risk owner: Head of Finance"],
                ["Cause: Funding reform\nEvent: No balanced budget\nEffect: Services\nare cut", "<", "<"],
                ["*Gross risk", "Likely x Major", ""],
                ["Controls in place:\nBudget monitoring\nReserves policy", "<", "<"],
            ]
        )
    )
    assert risk == {
        "ref": "SR1",
        "title": "Financial resilience",
        "owners": "Head of Finance",
        "cause": "Funding reform",
        "event": "No balanced budget",
        "consequence": "Services are cut",
        "mitigation": "Budget monitoring Reserves policy",
    }


def test_words_below_the_name_of_a_risk_whose_ratings_span_both_are_of_the_same_risk() -> None:
    rows = [["*Ref", "*Risk", "*Probability", "*Impact", "*Risk score", "*Owner"]]
    for ref, name in (("PF1", "Funding"), ("PF2", "Default")):
        rows += [[ref, f"*{name}", "3", "5", "15", "Treasurer"], ["^", f"{name} is worse than planned.", *"^^^^"]]
    found = risks(table_of(rows, heads=1))
    assert [(one["ref"], one["title"].split()[0], one["score"]) for one in found] == [
        ("PF1", "Funding", "15"),
        ("PF2", "Default", "15"),
    ]
