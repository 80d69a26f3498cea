"""Risks whose sheets are several tables: a name, grids of ratings, lists of controls, gaps, actions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout.types import Line
from extract.pack.types import Pack
from extract.records.action_tables import tables_to_actions
from extract.records.controls import pack_to_controls
from extract.records.risks import pack_to_risks
from extract.tables.types import Table
from packtrace.normalising import raw_to_records
from tests.extract.pack.build import texts_to_pack
from tests.extract.records.tabled import table_of

OPENING = [
    ["{eeeeee}*Principal risk", "*BAF 2: Financial sustainability"],
    ["{eeeeee}*Risk description", "If savings are not made then the control total is breached"],
    ["{eeeeee}*Executive lead", "Chief Finance Officer"],
]
CONTROLS = [["{003087}*Key controls"], ["Vacancy control panel"], ["Weekly savings tracker"]]
GAPS = [["{003087}*Gaps in control"], ["No agreed approach to shared services"]]
ACTIONS = [
    ["{003087}*Actions to address gaps in control", "<", "<"],
    ["{003087}*Action", "{003087}*Lead", "{003087}*Due date"],
    ["Options appraisal for shared services", "TB", "June 2024"],
]


def grid(phase: str, *numbers: str) -> Table:
    heads = ["{eeeeee}*Likelihood", "{eeeeee}*Consequence", "{eeeeee}*L x C"]
    return table_of([[f"{{003087}}*{phase} risk score", "<", "<"], heads, [*numbers[:2], f"{{ff0000}}*{numbers[2]}"]])


def sheet() -> Pack:
    grids = [grid("Initial", "5", "5", "25"), grid("Current", "5", "4", "20"), grid("Target", "3", "4", "12")]
    below = (table_of(CONTROLS, heads=1), table_of(GAPS, heads=1), table_of(ACTIONS, heads=2))
    return Pack((), (table_of(OPENING), *grids, *below), ())


def test_grids_below_the_name_give_the_ratings_of_each_phase() -> None:
    (record,) = raw_to_records(pack_to_risks(sheet()).records, ())
    names = [
        f"{phase}{measure}" for phase in ("inherent_", "", "target_") for measure in ("likelihood", "impact", "score")
    ]
    assert [record.values[name] for name in names] == [5, 5, 25, 5, 4, 20, 3, 4, 12]
    assert (record.values["ref"], record.values["title"]) == ("BAF 2", "Financial sustainability")
    assert (record.values["owners"], record.values["rag"]) == (["Chief Finance Officer"], "red")


def test_rows_of_a_list_of_controls_are_controls_of_the_risk_above() -> None:
    records = pack_to_controls(sheet()).records
    assert [str(record.fields["text"]) for record in records] == ["Vacancy control panel", "Weekly savings tracker"]
    assert {str(record.fields["risk_ref"]) for record in records} == {"BAF 2"}


def test_one_cell_of_controls_is_the_mitigation() -> None:
    one = table_of([["{003087}*Key controls"], ["Vacancy control panel\nWeekly tracker"]], heads=1)
    pack = Pack((), (table_of(OPENING), grid("Current", "5", "4", "20"), one), ())
    (record,) = pack_to_risks(pack).records
    assert str(record.fields["mitigation"]) == "Vacancy control panel Weekly tracker"
    assert not pack_to_controls(pack).records


def test_actions_below_lists_of_gaps_are_the_risks() -> None:
    (record,) = raw_to_records(tuple(tables_to_actions(sheet())), ())
    assert (record.values["kind"], record.values["risk_ref"]) == ("risk_action", "BAF 2")


@pytest.mark.parametrize(
    "below",
    [
        [["*Option", "*Advantages"], ["Do nothing", "Cheap"]],
        [["*Action", "*Lead", "*Due"], ["Write", "TB", "June 2024"]],
        [["*Likelihood", "*Impact", "*Score"], ["5", "4", "20"]],
    ],
)
def test_a_cover_that_names_a_risk_is_none_of_them(below: list[list[str]]) -> None:
    assert not pack_to_risks(Pack((), (table_of(OPENING), table_of(below, heads=1)), ())).records


PAGE = """
**60|PR3 – Financial sustainability
60|Lead director: Chief Finance Officer|320|Monitoring committee: Performance Committee

60|Cause: Savings that do not recur, and a dependence on

60|temporary staff.

60|Effect: Loss of cash support.
"""


def test_a_heading_and_labelled_lines_open_a_sheet() -> None:
    text = texts_to_pack(PAGE)
    heading = text.flow[0]
    assert isinstance(heading, Line)
    rating = [["", "*Likelihood", "*Consequence", "*Score"], ["Initial", "5", "4", "20"], ["Current", "3", "4", "12"]]
    controls = [["*Existing control", "*Control owner", "*Assurance level"], ["Vacancy panel", "CPO", "Partial"]]
    tables = [replace(table_of(rows, heads=1), heading=heading.excerpt) for rows in (rating, controls)]
    pack = replace(text, flow=(*text.flow, *tables))
    (record,) = raw_to_records(pack_to_risks(pack).records, ())
    assert [record.values[name] for name in ("ref", "title", "owners")] == [
        "PR3",
        "Financial sustainability",
        ["Chief Finance Officer"],
    ]
    assert record.values["cause"] == "Savings that do not recur, and a dependence on temporary staff."
    assert [record.values[name] for name in ("inherent_impact", "inherent_score", "impact", "score")] == [4, 20, 4, 12]
    (control,) = pack_to_controls(pack).records
    assert (str(control.fields["risk_ref"]), str(control.fields["owners"])) == ("PR3", "CPO")


def test_a_heading_over_a_table_of_other_things_opens_no_sheet() -> None:
    text = texts_to_pack(PAGE)
    rows = [["*Ward", "*Beds"], ["Tamar", "24"]]
    pack = replace(text, flow=(*text.flow, replace(table_of(rows, heads=1), heading=text.flow[0].excerpt)))
    assert pack_to_risks(pack).records == ()
