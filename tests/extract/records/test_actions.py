"""Actions from the tables and notes that bodies print, and none from tables of other things."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.layout.excerpt import EMPTY, words_to_excerpt
from extract.layout.types import PageInfo
from extract.pack.types import Pack
from extract.records.action_notes import Note, note_to_record
from extract.records.action_words import NOTE, head_to_concept
from extract.records.actions import pack_to_actions
from extract.records.kept import Record
from extract.records.types import RawRecord
from extract.tables.types import Table
from packtrace.normalising import raw_to_records
from packtrace.pipeline import file_to_pack
from tests.extract.drawn import BOLD, PLAIN, set_line
from tests.extract.records.tabled import table_of

PAGES = tuple(PageInfo(number, 595, 842, 0, None, "text", ()) for number in (1, 2, 3))


def table(rows: str, *, heads: int = 1, heading: str = "", page: int = 1) -> Table:
    """A table of one row on each line, cells parted by bars; a slash between spaces ends a printed line."""
    cells = [[cell.replace(" // ", "\n") for cell in row.strip().split("|")] for row in rows.strip().splitlines()]
    return table_of(cells, heads=heads, heading=heading, page=page)


def actions(*tables: Table) -> list[Record]:
    return raw_to_records(pack_to_actions(Pack(PAGES, tables, ())).records, PAGES)


def told(record: Record, *fields: str) -> dict[str, object]:
    """Chosen fields of a record, dates by the words printed."""
    values = {field: record.values.get(field) for field in fields}
    return {field: value["raw"] if isinstance(value, dict) else value for field, value in values.items()}


@pytest.mark.parametrize(
    ("head", "concept"),
    [
        ("Action / Gweithred", "text"),
        ("DATE (month/year)", "date"),
        ("Start Date (month/year)", "start"),
        ("KEY MILESTONES", "text"),
        ("Accountable Officer", "owners"),
        ("Who / Pwy", "owners"),
        ("Planned Completion Date", "due"),
        ("Revised due date", "revised"),
        ("Date raised", "raised"),
        ("Lead and timescale", "owners_due"),
        ("Control Owner", "never"),
        ("Target risk", "never"),
        ("Action by (Date)", "due"),
        ("Cabinet Decision (Accepted/ Rejected/ Deferred)", "status"),
        ("Risk ref", "risk_ref"),
        ("EXPECTED DATE", "other"),
        ("HMICFRS ref", "ref"),
        ("Recommendation / area for improvement", "subject"),
        ("Strategic lead", "owners"),
        ("Decision", "decision"),
        ("Band D council tax", None),
    ],
)
def test_a_head_says_what_its_column_holds(head: str, concept: str | None) -> None:
    found = head_to_concept(head)
    assert (found[0] if found else None) == concept


def test_decisions_with_an_owner_and_a_deadline_are_actions() -> None:
    rows = "*No|*Decision|*By whom|*Deadline\n1|Circulate the benchmarking|Head of Audit|16 January 2026"
    (record,) = actions(table(rows))
    assert told(record, "ref", "text", "owners", "due") == {
        "ref": "1",
        "text": "Circulate the benchmarking",
        "owners": ["Head of Audit"],
        "due": "16 January 2026",
    }


def test_decisions_of_an_action_sheet_are_followed_by_their_progress() -> None:
    heads = "*ITEM|*SUBJECT|*DECISION|*LEAD OFFICER|*ACTIONS TAKEN/ PROGRESS TO DATE|*REMOVE FROM ACTION SHEET Y/N"
    rows = (
        f"{heads}\n{{d9d9d9}}*MEETING: 25 SEPTEMBER|<|<|<|<|<\nAP/031/2025|Awards|To report each time.|P Mallon|Done.|Y"
    )
    (record,) = actions(table(rows))
    assert told(record, "ref", "text", "owners", "status", "group") == {
        "ref": "AP/031/2025",
        "text": "To report each time.",
        "owners": ["P Mallon"],
        "status": "Done.",
        "group": "MEETING: 25 SEPTEMBER",
    }


def test_who_is_responsible_for_a_block_is_not_its_heading() -> None:
    rows = """
        {1f3864}*Objective 1: More people active|<|<
        {d9e2f3}*Senior Responsible Officer: Director of Place|<|<
        *What will we do?|*Who is responsible?|*By when?
        Open the pool|Head of Leisure|September 2025
        """
    assert [record.values["group"] for record in actions(table(rows))] == ["Objective 1: More people active"]


def test_decisions_that_an_officer_reports_on_are_due_then_where_their_own_day_is_told() -> None:
    tracked = (
        "*Committee Date|*Item|*Decision|*Officer|*Date of Report\n14/01/2026|Dentists|Write to ICB|Chair|July 2026"
    )
    (record,) = actions(table(tracked))
    assert told(record, "text", "owners", "due") == {"text": "Write to ICB", "owners": ["Chair"], "due": "July 2026"}
    assert actions(table("*Item|*Decision|*Officer|*Date of Report\nDentists|Write to ICB|Chair|July 2026")) == []


LOG = table(
    """
    *No.|*Date of meeting|*Agenda Item|*Action|*Lead|*Original due date|*Revised due date|*Update|*Status
    1|12/09/2024|5|Share the dashboard|Jane Smith|31/10/2024|30/11/2024|Sent|Open
    2|12/09/2024|7|Review terms of reference|Dr A Khan|Nov 2024|-|On the agenda|{92d050}Closed
    """,
    heading="Action log",
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, {"ref": "1", "owners": ["Jane Smith"], "due": "30/11/2024", "status": "Open", "rag": None, "start": None}),
        (1, {"ref": "2", "owners": ["Dr A Khan"], "due": "Nov 2024", "status": "Closed", "rag": "green"}),
    ],
)
def test_a_log_gives_the_revised_date_and_the_status_of_its_own_column(
    number: int, expected: dict[str, object]
) -> None:
    record = actions(LOG)[number]
    assert told(record, *expected) == expected
    assert record.values["kind"] == "action"
    assert record.values["group"] == "Action log"


def test_two_columns_of_owners_both_name_some() -> None:
    heads = ["*Ref", "*Action", "*Executive lead", "*Operational lead", "*BRA\nG", "*Target date"]
    row = [
        "MD1",
        "Fit electronic locks to all drug cupboards",
        "Chief Pharmacist",
        "Matron, ED",
        "{ffc000}A",
        "May 2025",
    ]
    (record,) = actions(table_of([heads, row], heads=1))
    assert told(record, "owners", "rag") == {"owners": ["Chief Pharmacist", "Matron, ED"], "rag": "amber"}


def test_blocks_follow_one_another_within_a_table() -> None:
    plan = table(
        """
        {d9d9d9}*PRIORITY 1: Safety|<|Description of the priority|<
        {d9d9d9}*Actions|<|{d9d9d9}*Lead|{d9d9d9}*End date
        1|Keep people safe||
        1.1|Walk the route with the police|Ann Fox|May 2024
        {d9d9d9}*KEY MILESTONES|<|<|{d9d9d9}*DATE
        A|Route agreed|<|April 2024
        {d9d9d9}*ARE THERE KEY DECISIONS|<|<|{d9d9d9}*IN THE PLAN?
        1|Not known yet|<|No
        """,
        heads=0,
    )
    found = [told(record, "kind", "ref", "text", "due", "group") for record in actions(plan)]
    group = "PRIORITY 1: Safety"
    assert found == [
        {"kind": "action", "ref": "1", "text": "Keep people safe", "due": None, "group": group},
        {"kind": "action", "ref": "1.1", "text": "Walk the route with the police", "due": "May 2024", "group": group},
        {"kind": "milestone", "ref": "A", "text": "Route agreed", "due": "April 2024", "group": group},
    ]


def test_a_block_goes_on_in_the_next_table_with_its_heading() -> None:
    first = table(
        """
        *Ref|*Action|*Owner|*Due
        Housing|<|<|<
        1|Build ten homes|AB|2025
        """,
        heading="Plan",
    )
    second = table("2|Mend the roofs|CD|2026", heads=0, heading="Plan", page=2)
    found = [(record.values["ref"], record.values["group"], record.page) for record in actions(first, second)]
    assert found == [("1", "Housing", 1), ("2", "Housing", 2)]


def test_the_rest_of_a_row_on_the_next_page_belongs_to_it() -> None:
    first = table("*Ref|*Action|*Owner|*Due\n1|Write to the owners of|AB|2025", heading="Plan")
    second = table("|the empty shops||\n2|Call them|CD|2026", heads=0, heading="Plan", page=2)
    assert [record.values["text"] for record in actions(first, second)] == [
        "Write to the owners of the empty shops",
        "Call them",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "*Ref|*Action|*RAG\n3|Review the policy. Owner: Clerk Date: 31 May 2024|G",
            ("Review the policy.", ["Clerk"], "31 May 2024", "green"),
        ),
        (
            "*Action|*Lead and timescale|*RAG\nInstall the points|Head of Transport // March 2025|A",
            ("Install the points", ["Head of Transport"], "March 2025", "amber"),
        ),
        (
            "*Agreed action|*By whom and when|*Implemented?\nRemind staff|Depot Manager // Done|R",
            ("Remind staff", ["Depot Manager"], "Done", "red"),
        ),
        (
            "*Min. no.|*What was agreed|*Who|*Deadline|*Update|*Done?\nF25/22|Obtain quotations|DC|May 2024|Two came|Y",
            ("Obtain quotations", ["DC"], "May 2024", None),
        ),
        (
            "*Description of breach|*Action taken and planned|*Lead|*Target date|*RAG\n"
            "Late|Set up a debit|TR|May 2024|G",
            ("Set up a debit", ["TR"], "May 2024", "green"),
        ),
        (
            "*Action|*Who|*When\nOrder a bench|Clerk|31 May 2024",
            ("Order a bench", ["Clerk"], "31 May 2024", None),
        ),
        (
            "*Ref|*Recommendation|*Officer|*Target date|*Status\n1|Reconcile monthly|RFO|June 2024|Red",
            ("Reconcile monthly", ["RFO"], "June 2024", "red"),
        ),
        (
            "*Outcome|*Action|*Lead|*Timescale|*Progress|*CAG / RAG\n"
            "Residents are safe|Mend the bridge|Clerk|May 2024|Begun|Gwyrdd / Green",
            ("Mend the bridge", ["Clerk"], "May 2024", "green"),
        ),
        (
            "*Ref|*Action||*Deadline\n1|Book the hall for the meeting|AB|May 2024",
            ("Book the hall for the meeting", ["AB"], "May 2024", None),
        ),
    ],
)
def test_columns_by_their_heads_and_by_what_they_hold(rows: str, expected: tuple[object, ...]) -> None:
    (record,) = actions(table(rows))
    due = record.values["due"]
    assert (record.values["text"], record.values["owners"], due["raw"], record.values["rag"]) == expected


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("*Outcome|*Action|*Lead|*Due|*Progress\nPeople are safe|Mend the bridge|Clerk|May 2024|Begun", "Begun"),
        ("*Outcome|*Action|*Lead|*Due\nPeople are safe|Mend the bridge|Clerk|May 2024", None),
        ("*No|*Action|*Lead|*Due|*Outcome\n1|Mend the bridge|Clerk|May 2024|Mended", "Mended"),
    ],
)
def test_an_outcome_is_the_status_only_behind_an_action(rows: str, status: str | None) -> None:
    (record,) = actions(table(rows))
    assert record.values["status"] == status


def test_numbers_of_actions_below_a_head_of_another_thing() -> None:
    rows = "*Theme|*Action|*Who?|*When?\n*1. Governance|<|<|<\n1.1|Refresh it|Clerk|May 2024\n1.2|Train all|RFO|TBC"
    assert [record.values.get("ref") for record in actions(table(rows))] == ["1.1", "1.2"]


def test_heads_of_two_rows() -> None:
    rows = (
        "*Ref|*Action|*Owner|*Date|<|*RAG\n^|^|^|*Original|*Revised|^\nA1|Mend it|Bob Hill|Jan 2024|Mar 2024|{ff0000}"
    )
    (record,) = actions(table(rows, heads=2))
    assert told(record, "ref", "due", "rag") == {"ref": "A1", "due": "Mar 2024", "rag": "red"}
    assert record.origins["rag"] == "fill_colour"


@pytest.mark.parametrize(
    "rows",
    [
        "*Item|*Subject|*Lead|*Action|*Paper\n1|Welcome|Chair|To note|Verbal\n2|Finance report|CFO|To approve|Enc 1",
        "*Indicator|*Target|*Actual|*Status|*Owner\nCalls answered|95%|93%|A|HOC",
        "*Decision|*Date|*Lead Member\nAdopt the local plan|12 May 2024|Cllr Hart",
        "*Item|*Lead officer|*Date of meeting\nBudget report|S151|May 2024",
        "*Control Title|*Control Owner\nStanding orders|Director of Law",
        "*Risk|*Mitigation\nLoss of staff|Plans for cover",
        "*Ward|*Q1|*Q2|*Q3\nA|12|13|14\nB|12|13|14",
        "*Committee|*May|*June\nPlanning|7|4\nFinance|14|11",
        "*Priority|*Lead|*Status\nMarket relaunch|Town Council|{92d050}Green",
    ],
)
def test_tables_of_other_things_have_no_actions(rows: str) -> None:
    assert actions(table(rows)) == []


def test_owners_and_dates_without_actions_are_an_issue() -> None:
    unknown = table("*Scheme|*Lead officer|*Due date\nHigh Street paving|Ann Fox|May 2024")
    reading = pack_to_actions(Pack(PAGES, (unknown,), ()))
    assert [(issue.code, issue.text) for issue in reading.issues] == [
        ("table_without_actions", "Scheme Lead officer Due date")
    ]


def test_a_row_that_names_a_risk_is_its_planned_action() -> None:
    (record,) = actions(table("*Ref|*Risk ref|*Action|*Owner|*Due\nA1|R3|Seek new grants|Treasurer|May 2024"))
    expected = {"kind": "risk_action", "ref": "A1", "risk_ref": "R3", "group": None}
    assert told(record, *expected) == expected


def test_a_sheet_for_each_action() -> None:
    rows = "\n".join(
        f"*Ref|{ref}|*Audit|Repairs\n*Recommendation|{text}||\n"
        f"*Responsible officer|Head of Housing|*Revised date|{due}\n"
        "*Current status|Begun||"
        for ref, text, due in (("H1", "Inspect one job in ten", "May 2026"), ("H2", "Approve changes", "Not revised"))
    )
    cover = "*Purpose|To tell members\n*Recommendations|Note the report\n*Lead officer|Clerk\n*Date|May 2026"
    found = actions(table(rows, heads=0), table(cover, heads=0))
    assert [told(record, "ref", "text", "owners", "due", "status") for record in found] == [
        {
            "ref": "H1",
            "text": "Inspect one job in ten",
            "owners": ["Head of Housing"],
            "due": "May 2026",
            "status": "Begun",
        },
        {"ref": "H2", "text": "Approve changes", "owners": ["Head of Housing"], "due": None, "status": "Begun"},
    ]


def test_entries_of_a_plan_by_period_are_due_in_their_period() -> None:
    rows = (
        "*Workstream|*Q1 2024/25|*Q2 2024/25\nDigital|Launch the new website|• Close the old one // • Report on savings"
    )
    found = [told(record, "kind", "text", "due") for record in actions(table(rows, heading="Delivery plan"))]
    assert found == [
        {"kind": "milestone", "text": "Launch the new website", "due": "Q1 2024/25"},
        {"kind": "milestone", "text": "Close the old one", "due": "Q2 2024/25"},
        {"kind": "milestone", "text": "Report on savings", "due": "Q2 2024/25"},
    ]


def test_entries_of_two_words_are_milestones_too() -> None:
    rows = "*Objective|*Q1|*Q2\nValuation|Data sent|Draft results\nDashboard||Live connection"
    found = [told(record, "text", "due") for record in actions(table(rows, heading="Key milestones"))]
    assert [(one["text"], one["due"]) for one in found] == [
        ("Data sent", "Q1"),
        ("Draft results", "Q2"),
        ("Live connection", "Q2"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Action: ",
        "Action 24/045.1: ",
        "Action: 24/045.1 – ",
        "ACTION: ICB/24/045.1 - ",
        "Action 2.1/07 - ",
        "Action point 3: ",
    ],
)
def test_a_note_may_bear_its_own_number(label: str) -> None:
    match = NOTE.match(f"{label}JO to circulate the briefing")
    assert match is not None
    assert match.end() == len(label)


def note(text: str) -> RawRecord | None:
    """The record of a note whose lines are parted by bars; words before a hash are bold."""
    lines, baseline = [], 100.0
    for line in text.split("|"):
        bold, _, plain = line.rpartition("#")
        words = set_line(bold, 50, baseline, font=BOLD) + set_line(plain, 250, baseline, font=PLAIN)
        lines.append(words_to_excerpt(words))
        baseline += 12
    return note_to_record(Note(tuple(lines), EMPTY, EMPTY, True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clerk by 31 May|Write again to them", ("Write again to them", "Clerk", "by 31 May")),
        ("Clerk & RFO by 26|January 2024|Send the request", ("Send the request", "Clerk & RFO", "by 26 January 2024")),
        ("Chair and Clerk by Summer 2024#|Sign the scheme", ("Sign the scheme", "Chair and Clerk", "by Summer 2024")),
        ("Clerk by 29 February 2024", (None, "Clerk", "by 29 February 2024")),
        ("MoJ and HO to list it by May 2014.", ("MoJ and HO to list it by May 2014.", "MoJ and HO", "by May 2014")),
        ("Panel members/ KO to write to JN.", ("Panel members/ KO to write to JN.", "Panel members/ KO", None)),
        ("Clerk to ask them to the May meeting.", ("Clerk to ask them to the May meeting.", "Clerk", None)),
        ("Deputy Clerk: order the repair by 31 May", ("order the repair by 31 May", "Deputy Clerk", "by 31 May")),
        ("GH – arrange the first meeting.", ("arrange the first meeting.", "GH", None)),
        ("Write to residents by 31 May", ("Write to residents by 31 May", None, "by 31 May")),
        ("Upon receipt of the note, SP to reply.", ("Upon receipt of the note, SP to reply.", None, None)),
    ],
)
def test_a_note_says_who_what_and_by_when(text: str, expected: tuple[str | None, ...]) -> None:
    record = note(text)
    assert record is not None
    fields = {name: str(value) for name, value in record.fields.items()}
    assert tuple(fields.get(name) for name in ("text", "owners", "due")) == expected


@pytest.mark.parametrize("text", ["JB", "KL / Divisional|Directors", "None", "No further action"])
def test_a_note_without_words_or_date_is_no_action(text: str) -> None:
    assert note(text) is None


@pytest.fixture(scope="module")
def county_actions(county_pack: Path) -> list[Record]:
    pack = file_to_pack(county_pack)
    return raw_to_records(pack_to_actions(pack).records, pack.pages)


def test_a_county_business_plans_actions(county_actions: list[Record]) -> None:
    kinds = [record.values["kind"] for record in county_actions]
    assert (kinds.count("action") + kinds.count("milestone"), kinds.count("risk_action")) == (794, 23)
    assert sum(record.values["group"] == "PRIORITY 1: Delivery of ICT Strategy" for record in county_actions) == 42


def test_an_action_cut_by_a_footnote_is_one(county_actions: list[Record]) -> None:
    (record,) = [r for r in county_actions if r.page == 157 and r.values["ref"] == "14.6"]
    assert record.values["text"].endswith("key projects/work streams")


def test_a_boards_notes_without_words_are_issues(board_pack: Path) -> None:
    reading = pack_to_actions(file_to_pack(board_pack))
    assert len(reading.records) == 67
    assert {issue.code for issue in reading.issues} == {"action_without_words"}
    assert [issue.text for issue in reading.issues][:2] == ["JB", "LF"]


def test_a_town_councils_notes_log_and_milestones(town_pack: Path) -> None:
    pack = file_to_pack(town_pack)
    records = raw_to_records(pack_to_actions(pack).records, pack.pages)
    assert len(records) == 45
    (bare,) = [record for record in records if record.values["text"] is None]
    assert told(bare, "ref", "owners", "due") == {"ref": "23/112", "owners": ["Clerk"], "due": "by 29 February 2024"}


@pytest.mark.parametrize(("cell", "rag"), [("G", "green"), ("High", None)])
def test_a_column_headed_rating_rates_where_it_holds_nothing_but_colours(cell: str, rag: str | None) -> None:
    (record,) = actions(
        table(f"Ref | What we will do | Lead | When | Rating\nA1 | Open the trail | Ranger | May 2025 | {cell}")
    )
    assert told(record, "rag") == {"rag": rag}
