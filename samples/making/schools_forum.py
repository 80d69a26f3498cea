# ruff: noqa: E501 -- the pack's own sentences are kept whole
# fmt: off
"""A schools forum's papers, set by Typst (`pip install typst`): `python samples/making/schools_forum.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from answers import SAMPLES, Answers, any_of, day, when
from schools_words import (
    AGENDA,
    BLOCKS,
    DEDELEGATION_ASKS,
    FORMULA_ASKS,
    FORWARD,
    LOG,
    MILESTONES,
    PEOPLE,
    RATES,
    RISKS,
    ROLL,
    SCHOOLS,
)

PDF = SAMPLES / "eastmarch-2025-01-16-schools-forum.pdf"
out = Answers(
    authority="Eastmarch Borough Council",
    committee=any_of("Schools Forum", "Eastmarch Schools Forum"),
    meeting_date="2025-01-16",
    start_time="16:30",
    venue="The Board Room, Professional Development Centre, Quay Street, Eastmarch",
)
blocks: list[dict[str, Any]] = []


def add(kind: str, words: str = "", **more: Any) -> None:
    """Adds a block for the setter."""
    blocks.append({"kind": kind, "words": words, **more})


def numbered(ref: str, words: str, hang: float = 1.1) -> None:
    """A paragraph behind its number."""
    add("numbered", words, ref=ref, hang=hang)


def table(widths: list[str], rows: list[list[Any]], *, rules: str = "rows", heads: int = 1, repeat: bool = True, size: float = 9, right: tuple[int, ...] = (), gap: float = 4) -> None:
    """A table; `rules` is `rows` for lines under rows alone, `none` for none. A row of one cell spans all columns."""
    add("table", widths=widths, rows=rows, rules=rules, heads=heads, repeat=repeat, size=size, right=right, gap=gap)


def front() -> None:
    """Front sheet: an agenda in columns without a single rule."""
    add("title", "Eastmarch Borough Council", size=16)
    add("title", "SCHOOLS FORUM", size=14)
    add("centre", "Thursday 16 January 2025, 4.30pm – 6.30pm")
    add("centre", "The Board Room, Professional Development Centre, Quay Street, Eastmarch")
    add("centre", "Refreshments from 4.00pm")
    add("head", "AGENDA")
    rows = [["", "Item", "Lead", "Purpose", "Time", "Page"]]
    section = None
    for entry in AGENDA:
        if isinstance(entry, str):
            section = entry
            rows.append([entry])
            continue
        ref, title, lead, purpose, time, pages = entry
        rows.append([ref, title, lead, purpose, time, pages])
        out.item(ref, title, section, pages.replace("–", "-") or None, restricted=section is not None)
    table(["0.8cm", "1fr", "2.3cm", "2.4cm", "1.6cm", "1.4cm"], rows, rules="none", size=10, gap=5)
    add("para", "Voting: only representatives of maintained primary schools may vote on de-delegation for the primary phase, and only representatives of maintained secondary schools on de-delegation for the secondary phase. Non-school members, other than those from early years providers, may not vote on the funding formula.")
    add("para", "Clerk to the Forum: Gill Harker, schools.forum@eastmarch.example. Quorum: 40% of the membership (vacancies excluded).")
    add("page")




def minutes() -> None:
    """Minutes: attendance by sector in a table, votes by phase, `Action:` lines that begin with initials."""
    out.meeting_date = "2024-11-14"
    add("title", "EASTMARCH SCHOOLS FORUM", size=12)
    out.start_at("Minutes of the meeting held on Thursday 14 November")
    add("centre", "Minutes of the meeting held on Thursday 14 November 2024 at 4.30pm via Microsoft Teams")
    add("head", "Attendance")
    rows = [["Member", "School or body represented", "14/11/24"]]
    for entry in ROLL:
        rows.append([entry] if isinstance(entry, str) else list(entry))
    table(["1fr", "1fr", "3.2cm"], rows, size=9.5, gap=3)
    for name, capacity, post in PEOPLE:
        out.person(name, capacity, post)
    add("para", "Officers: Dawn Brierley (DB), Assistant Director, Education and Inclusion; Rajesh Kumar (RK), Head of Education Finance; Tom Whitlam (TW), Schools Finance Manager; Gill Harker (GH), Clerk")
    add("para", "Observer: Councillor Lena Marsh, Cabinet Member for Children")
    early_minutes()
    late_minutes()
    add("page")




def minute(ref: str, title: str, *paragraphs: str) -> str:
    """A minute's heading and its numbered paragraphs."""
    add("head", f"{ref}. {title}")
    for number, text in enumerate(paragraphs, 1):
        numbered(f"{ref}.{number}", text)
    return title


def action(ref: str, words: str, owners: list[str], due: Any = None, text: Any = None) -> None:
    """An `Action:` line under a minute."""
    add("action", words)
    out.action(ref, text or words, owners, due, find=f"Action: {words}")


def decided(ref: str, title: str, lead: str, text: str, word: str, *, loose: bool = False, tail: str = "", **more: Any) -> None:
    """A decision in bold; `loose` where the `to` after the vote may or may not be taken as part of it, `tail` follows it."""
    add("decision", f"{lead} {text} {tail}".strip())
    value = any_of(text, text.removeprefix("to ")) if loose else text
    out.resolution(ref, title, value, word, find=f"{lead} {text}", **more)


def early_minutes() -> None:
    """Minutes 1 to 3."""
    minute("1", "Welcome, apologies and declarations of interest", "The Chair welcomed Bev Oldroyd to her first meeting. Apologies were received as above. Colin Babbage declared an interest in item 6 as the chief executive of a trust that runs alternative provision.")
    title = minute("2", "Minutes of the last meeting and matters arising", "There was one correction: in 4.3 “primary” should read “secondary”.")
    decided("2", title, "Decision:", "The minutes of the meeting held on 26 September 2024, as corrected, were agreed.", "Decision", tail="Proposed: Marcus Adeyemi. Seconded: Ruth Kilvington.", mover="Marcus Adeyemi", seconder="Ruth Kilvington")
    minute("3", "Dedicated Schools Grant: forecast outturn 2024-25", "RK reported a forecast in-year overspend of £3.94m, all of it in the High Needs Block. The cumulative deficit at 31 March 2025 would be £14.2m. The statutory override that keeps this deficit apart from the Council’s own reserves runs out in March 2026.", "Members asked how much of the increase was due to places in independent special schools. RK replied that these took 61% of the growth but 23% of the pupils. Forum noted the forecast.")
    action("3", "RK to circulate the number and average cost of independent places by type of need for each of the last five years.", ["RK"])


def late_minutes() -> None:
    """Minutes 4 to 7."""
    title = minute("4", "School funding formula 2025-26: consultation", "RK presented the responses to the consultation. Thirty-four of 58 schools had replied; 27 supported the use of the national funding formula factor values and 19 supported a transfer of 0.5% to the High Needs Block.", "Farida Hussain said that secondary schools could not understandably be asked to give up funding a third time without seeing what the first two transfers had bought.")
    decided("4", title, "Forum members voted unanimously", "to adopt the national funding formula factor values for 2025-26, with a minimum funding guarantee of 0.0%.", "voted", loose=True)
    votes = {"votes_for": 6, "votes_against": 3, "abstentions": 1}
    decided("4", title, "Forum members voted (6 for, 3 against, 1 abstention)", "to support in principle a transfer of 0.5% from the Schools Block, subject to a report on the use of earlier transfers.", "voted", loose=True, **votes)
    action("4", "DB/TW to bring a report on the use of the transfers made in 2022-23 and 2023-24 by 16 January 2025.", ["DB", "TW"], any_of(day("by 16 January 2025", "2025-01-16") | {"start": None, "kind": "by"}, None))
    title = minute("5", "De-delegation: trade union facilities time", "TW explained that the rate per pupil would rise from £3.10 to £3.35 because two secondary schools had become academies.")
    decided("5", title, "Decision: Maintained primary members voted by 3 to 0", "to de-delegate funding for trade union facilities time at £3.35 per pupil.", "Decision", loose=True, votes_for=3, votes_against=0)
    decided("5", title, "Decision: Maintained secondary members voted by 1 to 0", "to de-delegate funding for trade union facilities time at £3.35 per pupil.", "Decision", loose=True, votes_for=1, votes_against=0)
    title = minute("6", "Alternative provision", "Colin Babbage left the meeting. DB described the proposal to commission 24 places from September 2025.")
    decided("6", title, "It was agreed that", "a task and finish group of Ruth Kilvington, Marcus Adeyemi and Mike Stead would examine the proposal and report to the meeting on 16 January 2025.", "agreed")
    action("6", "GH – arrange the first meeting of the group before the end of term.", ["GH"], text=any_of("GH – arrange the first meeting of the group before the end of term.", "arrange the first meeting of the group before the end of term."))
    minute("7", "Any other business", "The Chair thanked Jo Pinder, who was leaving at Christmas, for nine years’ service on the Forum. The meeting ended at 6.12pm.")


def log() -> None:
    """Item 3: an action log in columns without rules, under two headings, with letters before words."""
    add("title", "Item 3: Action log", size=12)
    for group, rows in LOG.items():
        out.start_at("Item 3: Action log")
        add("head", group)
        body = [["No.", "Meeting", "Action", "Owner", "Deadline", "Status"]]
        for ref, raised, text, owner, owners, due, status in rows:
            body.append([ref, raised, text, owner, due["raw"], status])
            rag = {"R": "red", "A": "amber", "G": "green"}[status[0]] if status[1:2] == " " else None
            out.action(ref, text, owners, due, status=status, rag=rag, group=group, find=text)
        table(["1.2cm", "1.8cm", "1fr", "2.3cm", "2.3cm", "2.9cm"], body, rules="none", size=9, gap=5)
    add("page")




def formula() -> None:
    """Item 4: recommendations with who may vote; a table with lines under rows; a wide one with no rule, cut, its head not repeated."""
    add("title", "Item 4: School funding formula 2025-26 and transfer to the High Needs Block", size=12)
    add("centre", "Report of the Head of Education Finance")
    out.start_at("Report of the Head of Education Finance")
    add("head", "1. Recommendations")
    add("para", "Schools Forum is asked to:")
    for ref, text in FORMULA_ASKS:
        numbered(ref, text)
        out.recommendation("4", ref, text)
    add("head", "2. Background")
    numbered("2.1", "The Department for Education published the settlement on 18 December 2024. The Schools Block rises by 5.1%, of which the greater part replaces grants for teachers’ pay and pensions that were paid separately in 2024-25. On a like-for-like basis the increase is 1.3% per pupil.")
    numbered("2.2", "The number on roll has fallen by 211 in primary schools and has risen by 64 in secondary schools. Because funding lags by a year, the fall in primary numbers reduces the allocation for 2025-26 by £1.02m.")
    caption = out.start_at("Table 1: Dedicated Schools Grant by block")
    add("head", caption)
    heads = ["2024-25 £m", "2025-26 £m", "Change £m", "Change %"]
    for label, *cells in BLOCKS:
        out.figures(caption, heads, label, cells, unit="GBP", scale=1_000_000)
    table(["1fr", "2.4cm", "2.4cm", "2.4cm", "2.2cm"], [["Block", *heads], *[list(entry) for entry in BLOCKS]], size=9.5, right=(1, 2, 3, 4))
    numbered("2.3", "A transfer of 0.5% would move £612,450 to the High Needs Block. Table 2 shows the budget share of each school after the transfer.")
    add("wide")
    caption = out.start_at("Table 2: Illustrative budget shares 2025-26 by school")
    add("head", caption)
    heads = ["Pupils Oct 2024", "2024-25 £", "2025-26 £", "Change £", "Change %"]
    rows = [["School", "Phase", *heads]]
    for phase, label, pupils, *cells in SCHOOLS:
        rows.append([label, phase, pupils, *cells])
        out.figures(caption, heads[:1], label, [pupils], unit=any_of("count", None))
        out.figures(caption, heads[1:], label, cells, unit="GBP")
    table(["1fr", "3cm", "3cm", "3.4cm", "3.4cm", "3cm", "2.6cm"], rows, rules="none", repeat=False, size=9.5, right=(2, 3, 4, 5, 6), gap=8)
    add("tall")




def dedelegation() -> None:
    """Item 5: recommendations as rows of a table, a column for who may vote; rates in pounds and pence."""
    add("title", "Item 5: De-delegation 2025-26", size=12)
    add("centre", "Report of the Schools Finance Manager")
    out.start_at("Report of the Schools Finance Manager")
    add("head", "1. Recommendations")
    rows = [["No.", "Recommendation", "Who may vote"]]
    for ref, text, voters in DEDELEGATION_ASKS:
        rows.append([ref, text, voters])
        out.recommendation("5", ref, text)
    table(["1.2cm", "1fr", "4.4cm"], rows, size=10)
    add("head", "2. Reasons")
    numbered("2.1", "Some services must by regulation be delegated to schools in the first place. Maintained schools may, phase by phase, agree to hand the funding back (“de-delegate”) so that the service is provided centrally. Decisions last for one year and bind every maintained school in the phase.")
    caption = out.start_at("Table 3: Proposed rates per pupil and sums de-delegated")
    add("head", caption)
    heads = ["Primary > Rate £", "Primary > Sum £", "Secondary > Rate £", "Secondary > Sum £"]
    for label, *cells in RATES:
        out.figures(caption, heads, label, cells, unit="GBP")
    top: list[list[Any]] = [["", {"span": 2, "words": "Primary"}, {"span": 2, "words": "Secondary"}], ["Service", "Rate £", "Sum £", "Rate £", "Sum £"]]
    table(["1fr", "2cm", "2.6cm", "2cm", "2.6cm"], [*top, *[list(entry) for entry in RATES]], heads=2, size=9.5, right=(1, 2, 3, 4))
    add("page")




def deficit() -> None:
    """Item 6: milestones under the terms they are due in; risks rated in letters; item 7 a list of dates that are no actions."""
    add("title", "Item 6: Deficit management plan", size=12)
    add("centre", "Report of the Assistant Director, Education and Inclusion")
    out.start_at("Report of the Assistant Director, Education")
    text = "Schools Forum is asked to note progress with the deficit management plan and to comment on the milestones for 2025."
    add("head", "Recommendation")
    add("para", text)
    out.recommendation("6", None, text)
    caption = "Milestones for 2025"
    add("head", caption)
    terms = {"Spring 2025": ("03-01", "05-31"), "Summer 2025": ("06-01", "08-31"), "Autumn 2025": ("09-01", "11-30")}
    rows = [["Workstream", *terms]]
    for stream, *entries in MILESTONES:
        rows.append([stream, *entries])
        for (term, (start, end)), entry in zip(terms.items(), entries, strict=True):
            if entry:
                due = when(term, "season", f"2025-{start}", f"2025-{end}")
                out.action(None, entry, [], due, kind="milestone", group=any_of(stream, caption, None))
    table(["3.4cm", "1fr", "1fr", "1fr"], rows, size=9.5)
    out.start_at("Risks to the plan")
    add("head", "Risks to the plan")
    for title, _likelihood, _impact, mitigation in RISKS:
        out.risk("", title, [], "- - - - - - - - -", mitigation=mitigation)
        out.lists["risks"][-1]["ref"] = None
    table(["1fr", "2cm", "1.7cm", "1fr"], [["Risk", "Likelihood", "Impact", "Mitigation"], *[list(risk) for risk in RISKS]], rules="none", size=9.5, gap=5)
    add("page")
    add("title", "Item 7: Forward plan", size=12)
    table(["3.6cm", "1fr", "3cm"], [["Meeting", "Items", "Lead"], *[list(entry) for entry in FORWARD]], size=9.5)
    add("para", "Meetings are held at 4.30pm on Thursdays, at the Professional Development Centre unless stated otherwise.")
    add("page")
    add("page")
    add("title", "Item 8: Growth fund: claim by a named academy", size=12)
    add("centre", "CONFIDENTIAL – not for publication. Circulated to members only.")




def print_to(pdf: Path) -> None:
    """Lets Typst set the blocks."""
    template = Path(__file__).with_suffix(".typ")
    typst.compile(str(template), output=str(pdf), sys_inputs={"blocks": json.dumps(blocks)})


if __name__ == "__main__":
    for part in (front, minutes, log, formula, dedelegation, deficit):
        part()
    print_to(PDF)
    out.finish(PDF, lambda page: str(page) if page > 1 else None)
