"""Cards: a small table for each action, a page of small tables for each risk."""

from __future__ import annotations

from dataclasses import replace

from extract.layout import words_to_lines
from extract.layout.types import PageInfo
from extract.pack.types import Pack
from extract.records.actions import pack_to_actions
from extract.records.recommendations import pack_to_recommendations
from extract.records.risks import pack_to_risks
from extract.tables.types import Table
from packtrace.normalising import raw_to_records
from tests.extract.drawn import BOLD, set_line
from tests.extract.records.tabled import table_of

PAGES = (PageInfo(1, 595, 842, 0, None, "text", ()),)
FIELDS = ("kind", "ref", "text", "owners", "status", "risk_ref")


def actions(*tables: Table) -> list[list[object]]:
    records = raw_to_records(pack_to_actions(Pack(PAGES, tables, ())).records, PAGES)
    return [[*(record.values.get(field) for field in FIELDS), record.values["due"]["raw"]] for record in records]


def test_a_card_with_number_dates_and_status_in_its_first_row() -> None:
    card = [
        ["{eeeeee}*AS/07", "Raised: 2 July 2025", "Due: 31 July 2025", "{00ff00}*Closed"],
        ["{eeeeee}*Action", "Circulate a note on agency costs.", "<", "<"],
        ["{eeeeee}*Lead", "Director of Finance", "<", "<"],
    ]
    expected = ["action", "AS/07", "Circulate a note on agency costs.", ["Director of Finance"], "Closed", None]
    assert actions(table_of(card)) == [[*expected, "31 July 2025"]]


def test_a_card_whose_cells_hold_their_labels() -> None:
    card = [
        ["*Action: Circulate a note on agency costs.", "<", "<"],
        ["*Owner\nDirector of Finance", "*Due date\n31 July 2025", "*Status\nOpen"],
    ]
    expected = ["action", None, "Circulate a note on agency costs.", ["Director of Finance"], "Open", None]
    assert actions(table_of(card)) == [[*expected, "31 July 2025"]]


def risk_card() -> tuple[Table, ...]:
    heading = "SR01 Safety of homes"
    planned = "• Close the remaining actions (Owner: Head of Safety; Due: June\n2026)"
    planned += "\n• Train staff (Owner: Clerk; Due: May 2026)"
    return (
        table_of(
            [
                ["{eeeeee}*Risk owner", "Director of Housing"],
                ["{eeeeee}*Cause", "A backlog of works in the tall blocks"],
                ["{eeeeee}*Risk event", "Harm to a resident from fire or damp"],
            ],
            heading=heading,
        ),
        table_of(
            [
                ["*Inherent risk", "*Current risk", "*Target risk"],
                ["L4 x I5 = 20", "{ffc000}L2 x I5 = 10", "L1 x I5 = 5"],
            ],
            heading=heading,
        ),
        table_of(
            [["{eeeeee}*Existing controls", "Weekly board"], ["{eeeeee}*Planned mitigations", planned]], heading=heading
        ),
    )


def test_small_tables_under_a_numbered_heading_are_one_risk() -> None:
    (record,) = raw_to_records(pack_to_risks(Pack(PAGES, risk_card(), ())).records, PAGES)
    asked = ("ref", "title", "inherent_score", "likelihood", "impact", "target_score", "mitigation", "rag")
    told = ["SR01", "Safety of homes", 20, 2, 5, 5, "Weekly board", "amber"]
    assert [record.values[name] for name in asked] == told


def test_a_date_goes_on_over_the_line_of_a_bullet() -> None:
    expected = [("Close the remaining actions", "Head of Safety", "June 2026"), ("Train staff", "Clerk", "May 2026")]
    assert actions(*risk_card()) == [
        ["risk_action", None, text, [who], None, "SR01", due] for text, who, due in expected
    ]


def test_ratings_of_two_figures_in_filled_boxes_are_no_periods() -> None:
    sheet = table_of(
        [["{eeeeee}*Risk owner", "Clerk"], ["{eeeeee}*Cause", "Malice"], ["{eeeeee}*Event", "Systems are lost"]],
        heading="CR2 – Cyber attack",
    )
    heads = ["{ff0000}Inherent", "{ffc000}Current", "{00b050}Target"]
    tiles = table_of([heads, ["{ff0000}*20", "{ffc000}*12", "{00b050}*6"]], heading="CR2 – Cyber attack")
    (record,) = raw_to_records(pack_to_risks(Pack(PAGES, (sheet, tiles), ())).records, PAGES)
    assert [record.values[name] for name in ("inherent_score", "score", "target_score")] == [20, 12, 6]


def test_a_heading_names_the_risk_that_a_table_describes() -> None:
    heading = "CRR 04: Failure of a supplier"
    rows = [
        ["{123f5c}Risk owner", "Clerk"],
        ["{123f5c}Description", "There is a risk that suppliers leave the market"],
        ["{123f5c}Current controls", "Contract register"],
    ]
    tiles = table_of([["*Gross score", "*Net score"], ["{ff0000}16", "{ffc000}12"]], heading=heading)
    pack = Pack(PAGES, (table_of(rows, heading=heading), tiles), ())
    (record,) = raw_to_records(pack_to_risks(pack).records, PAGES)
    asked = ("ref", "title", "inherent_score", "score", "mitigation")
    assert [record.values[name] for name in asked] == ["CRR 04", "Failure of a supplier", 16, 12, "Contract register"]


def test_the_recommendations_of_a_tracker_are_asked_of_no_committee() -> None:
    heads = ["*Ref", "*Recommendation", "*Priority", "*Owner", "*Due date"]
    row = ["1.1", "Reconcile the ledger with the bank every month", "High", "Treasurer", "31/03/2025"]
    pack = Pack(PAGES, (table_of([heads, row], heads=1, heading="Audit actions"),), ())
    assert pack_to_recommendations(pack).records == ()


def test_a_heading_larger_than_that_of_a_risk_ends_its_actions() -> None:
    sheet, ratings, _ = risk_card()
    rows = [["*Ref", "*Action", "*Owner", "*Due date"], ["1", "Review user access", "Clerk", "May 2026"]]
    ratings, log = replace(ratings, number=2), replace(table_of(rows, heads=1, heading="Audit actions"), number=3)
    heading = words_to_lines(set_line("Audit actions", 50, 600, size=12, font=BOLD), 842)
    smaller = words_to_lines(set_line("Further actions", 50, 600, size=10, font=BOLD), 842)
    told = [
        {record.values["kind"] for record in raw_to_records(pack_to_actions(Pack(PAGES, flow, ())).records, PAGES)}
        for flow in ((sheet, ratings, *heading, log), (sheet, ratings, *smaller, log))
    ]
    assert told == [{"action"}, {"risk_action"}]
