# ruff: noqa: E501 -- the pack's own sentences are kept whole
# fmt: off
"""A Scottish council's Audit and Risk Committee, printed by LibreOffice: `python samples/making/scottish_council.py`."""

from __future__ import annotations

from answers import SAMPLES, Answers, any_of
from flat_odt import Cell, FlatOdt
from scottish_words import AGENDA, AMBER, AUDITS, BLUE, GREEN, PLANNED, RED, REVENUE, RISKS, SAVINGS, TRACKER

PDF = SAMPLES / "strathlaver-2025-03-12-audit-and-risk.pdf"
FRONT_PAGES = 3  # agenda and a blank page bear no number; the numbers start with the minute

out = Answers(
    authority="Strathlaver Council",
    committee="Audit and Risk Committee",
    meeting_date="2025-03-12",
    start_time="10:30",
    venue="Council Chamber, Strathlaver House, 14 High Street, Inverlaver",
)
doc = FlatOdt(
    {
        "Front": (False, "", False),
        "Minute": (False, "", True),
        "Pack": (False, "Strathlaver Council – Audit and Risk Committee, 12 March 2025", True),
        "Wide": (True, "Strathlaver Council – Audit and Risk Committee, 12 March 2025", True),
    }
)


def agenda() -> None:
    """The front sheet and agenda, in two languages, with its exempt part; then a blank page."""
    doc.p("COMHAIRLE SHRATH LABHAIR", 15, align="c", bold=True, master="Front")
    doc.p("STRATHLAVER COUNCIL", 15, align="c", bold=True, before=0)
    doc.p("Comataidh Sgrùdaidh is Cunnairt", 13, align="c", before=0.5)
    doc.p("Audit and Risk Committee", 13, align="c", bold=True, before=0)
    doc.p("Strathlaver House, 14 High Street, Inverlaver IV99 3QX", 9, align="c", before=0.3)
    doc.p("3 March 2025", align="r", before=0.4)
    doc.p("Dear Member,", before=0.8)
    doc.p("A meeting of the **Audit and Risk Committee** will be held in the **Council Chamber, Strathlaver House, 14 High Street, Inverlaver**, on **Wednesday, 12 March 2025** at **10.30 a.m.** Members may also join by Microsoft Teams. The meeting will be recorded and may be watched on the Council’s website for 12 months.", align="j")
    doc.p("Yours sincerely,", before=0.3)
    doc.p("RUARAIDH M. TOLMIE\n__Chief Officer – Law and Governance__", before=1.2)
    doc.p("CLÀR-GNOTHAICH / AGENDA", 12, align="c", bold=True, before=0.5)
    section = None
    for entry in AGENDA:
        if isinstance(entry, str):
            section = entry
            doc.p(entry, 11, bold=True, before=0.35, keep=True)
            continue
        ref, title, note, pages = entry
        stamp = f"\t{pages.replace('-', ' – ')}" if pages else ""
        doc.p(f"{ref}.\t**{title}**{stamp}", before=0.3, left=1.1, hang=-1.1, tabs="1.1l 16.4r", keep=bool(note))
        if note:
            doc.p(note, left=1.1, before=0, align="j")
        out.item(ref, title, section, pages, restricted=section is not None and section.startswith("EXEMPT"))
    doc.p("__If you would like this agenda in another language or format, telephone 01999 555 010. / Ma tha sibh ag iarraidh a’ chlàir-ghnothaich seo ann an cànan eile, fònaibh gu 01999 555 010.__", 9, before=0.5)
    doc.p("", master="Front")
    doc.p("Duilleag bhàn / This page is intentionally left blank", 9, align="c", before=11)




def minute() -> None:
    """The minute of the last meeting: sederunt, Decision headings, a motion and an amendment."""
    out.meeting_date = "2024-12-11"
    out.start_at("SEDERUNT")
    doc.p("STRATHLAVER COUNCIL", 12, align="c", bold=True, master="Minute", number=1)
    doc.p("AUDIT AND RISK COMMITTEE", 12, align="c", bold=True, before=0)
    doc.p("Minute of Meeting of the Audit and Risk Committee held in the Council Chamber, Strathlaver House, Inverlaver, on Wednesday, 11 December 2024 at 10.30 a.m.", align="j", before=0.3)
    doc.p("SEDERUNT", bold=True, before=0.4)
    tabs = {"tabs": "3.2l 10.4l", "before": 0.05}
    doc.p("**Present:**\tCllr Moira Strang (Convener)\tCllr Hector MacRury", **tabs)
    doc.p("\tCllr D. R. Gillanders (Vice Convener)\tCllr Wm. Petrie", **tabs)
    doc.p("\tCllr Ailsa Brodie\tCllr Seonaid Nicolson", **tabs)
    doc.p("\tCllr Tormod MacAskill\tProvost Eilidh Kinnear", **tabs)
    doc.p("**Substitute:**\tCllr Rona Tulloch (for Cllr Peter Laing)", **tabs)
    doc.p("**Lay Member:**\tMr Brian Auchterlonie", **tabs)
    doc.p("**In attendance:**\tMs Fiona Abernethy, Section 95 Officer", **{**tabs, "before": 0.25})
    doc.p("\tMr Gordon Pirie, Chief Internal Auditor", **tabs)
    doc.p("\tMrs Màiri Nic Dhòmhnaill, Corporate Risk Officer", **tabs)
    doc.p("\tMr C. Boyd, Committee Services Officer", **tabs)
    doc.p("**Also present:**\tMs Catriona Doull, Audit Director, Audit Scotland", **tabs)
    doc.p("**Apologies:**\tCllr Peter Laing and Bailie Jean Duthie", **tabs)
    doc.p("**Absent:**\tCllr Torquil Bain", **tabs)
    for name, post in (("Cllr Moira Strang", "Convener"), ("Cllr D. R. Gillanders", "Vice Convener"), ("Cllr Ailsa Brodie", None), ("Cllr Tormod MacAskill", None), ("Cllr Hector MacRury", None), ("Cllr Wm. Petrie", None), ("Cllr Seonaid Nicolson", None)):
        out.person(name, "member", post)
    out.person("Provost Eilidh Kinnear", "member", any_of(None, "Provost"))
    out.person("Cllr Rona Tulloch", "substitute")
    out.person("Mr Brian Auchterlonie", "member", any_of("Lay Member", None))
    out.person("Ms Fiona Abernethy", "officer", "Section 95 Officer")
    out.person("Mr Gordon Pirie", "officer", "Chief Internal Auditor")
    out.person("Mrs Màiri Nic Dhòmhnaill", "officer", "Corporate Risk Officer")
    out.person("Mr C. Boyd", "officer", "Committee Services Officer")
    out.person("Ms Catriona Doull", "also_present", "Audit Director, Audit Scotland")
    out.person("Cllr Peter Laing", "apology")
    out.person("Bailie Jean Duthie", "apology")
    doc.p("Councillor Strang in the Chair", align="c", before=0.4)
    for write in (formal_minutes, audit_minutes, risk_minutes, last_minutes):
        write()


def head(number: str, title: str) -> str:
    """A minute's heading."""
    doc.p(f"{number}.\t{title}", bold=True, left=1.1, hang=-1.1, tabs="1.1l", before=0.45, keep=True)
    return title


def said(text: str) -> None:
    """A paragraph of the minute."""
    doc.p(text, left=1.1, align="j")


def decision(*parts: str) -> None:
    """A `Decision` heading and what follows it."""
    doc.p("Decision", left=1.1, bold=True, before=0.2, keep=True)
    said(parts[0])
    for part in parts[1:]:
        doc.p(part, left=2.2, hang=-1.1, tabs="2.2l", align="j", before=0.05)


def listed(*parts: str) -> str:
    """Lettered parts as one text."""
    return " ".join(part.replace("\t", " ") for part in parts)


def formal_minutes() -> None:
    """Minutes 1 to 4."""
    head("1", "Apologies for Absence")
    said("Apologies for absence were intimated on behalf of the Members named in the sederunt.")
    head("2", "Declarations of Interest and Transparency Statements")
    said("Councillor Petrie made a transparency statement in respect of item 6 as a board member of Inverlaver Leisure Trust, but, having applied the objective test, did not consider that he had an interest to declare.")
    title = head("3", "Minute of Previous Meeting – 18 September 2024")
    text = "approve the Minute of Meeting of the Committee held on 18 September 2024 as a correct record."
    decision(f"On the motion of Councillor MacAskill, seconded by Councillor Nicolson, the Committee agreed to {text}")
    out.resolution("3", title, any_of(text, f"to {text}"), "agreed", find="On the motion of Councillor MacAskill", mover="Councillor MacAskill", seconder="Councillor Nicolson")
    head("4", "Action Tracker")
    said("There had been circulated a report by the Chief Officer – Law and Governance on progress with the actions that the Committee had instructed. Members noted that three actions had been completed since September and that the revised date for the scheme of delegation had again been missed.")


def audit_minutes() -> None:
    """Minute 5, a numbered decision; minute 6, a motion against an amendment."""
    title = head("5", "Internal Audit Progress Report")
    said("There had been circulated a report (AR/24/19) by the Chief Internal Auditor. Mr Pirie advised that seven of the eleven reviews in the plan were complete or at draft report stage, and drew attention to:–")
    for bullet in ("limited assurance over the control of purchasing cards in Roads and Fleet, where one transaction in six had no receipt;", "reasonable assurance over Self-directed Support; and", "substantial assurance over Council Tax billing."):
        doc.p(f"•\t{bullet}", left=1.8, hang=-0.7, tabs="1.8l", before=0)
    said("In response to questions, he confirmed that the follow-up of the purchasing card review would be brought forward from 2026, and that the cards of eleven officers had been withdrawn meanwhile.")
    parts = ("(1)\tto note the progress made against the Internal Audit Plan 2024/25;", "(2)\tto instruct the Chief Officer – Roads and Fleet to attend the meeting on 12 March 2025 and to report on the implementation of the recommendations on purchasing cards; and", "(3)\tto approve the deferral of the review of School Funds to Quarter 1 of 2025/26.")
    decision("The Committee **DECIDED**:–", *parts)
    out.resolution("5", title, listed(*parts), "DECIDED", find="The Committee DECIDED")
    title = head("6", "Annual Audit Report 2023/24")
    said("There had been circulated the Annual Audit Report by the external auditor, who had issued an unqualified opinion. Ms Doull referred to the pace of the Council’s transformation programme and to the level of uncommitted reserves, which at 1.9% of net expenditure stood below the Council’s own policy.")
    said("Councillor Brodie, seconded by Councillor Petrie, moved that the Committee note the Annual Audit Report and ask the Section 95 Officer for a plan to restore uncommitted reserves to 2.5% by 31 March 2027.")
    said("As an amendment, Councillor MacRury, seconded by Provost Kinnear, moved that the Committee note the Annual Audit Report and take no further action until the settlement was known.")
    said("On a vote being taken by roll call, there voted for the motion: Councillors Brodie, Gillanders, Nicolson, Petrie, Strang and Tulloch (6); for the amendment: Councillor MacRury and Provost Kinnear (2); and there abstained: Councillor MacAskill (1).")
    text = "to note the Annual Audit Report and to ask the Section 95 Officer for a plan to restore uncommitted reserves to 2.5% by 31 March 2027."
    decision(f"The motion was accordingly carried and the Committee **DECIDED** {text}")
    votes = {"mover": "Councillor Brodie", "seconder": "Councillor Petrie", "votes_for": 6, "votes_against": 2, "abstentions": 1}
    out.resolution("6", title, any_of(text, text.removeprefix("to ")), "DECIDED", find="The motion was accordingly carried", **votes)


def risk_minutes() -> None:
    """Minute 7, `The Committee agreed to:` with roman numerals; minute 8, noted only."""
    title = head("7", "Corporate Risk Register – Quarter 2 2024/25")
    said("There had been circulated a report (AR/24/20) by the Corporate Risk Officer. One risk (SC09) had been added since the last report and none had been closed.")
    parts = ("(i)\tnote the Corporate Risk Register at Appendix 1;", "(ii)\trecommend to the Policy and Resources Committee that the target score for SC04 be lowered to 6; and", "(iii)\trequest a workshop on risk appetite before the end of the financial year.")
    decision("Following discussion, the Committee agreed to:–", *parts)
    text = listed(*parts)
    out.resolution("7", title, any_of(text, f"to:– {text}", f"to: {text}"), "agreed", find="Following discussion, the Committee agreed")
    head("8", "National Fraud Initiative")
    said("The Chief Internal Auditor gave an oral update. 1,204 matches had been received, of which 310 were recommended for review. The Committee noted the position.")


def last_minutes() -> None:
    """Minutes 9 and 10: the public excluded, and a decision in private."""
    title = head("9", "Exclusion of the Public")
    text = "in terms of Section 50A(4) of the Local Government (Scotland) Act 1973, to exclude the public from the meeting for the following item on the grounds that it involved the likely disclosure of exempt information as defined in Paragraph 14 of Part I of Schedule 7A of the Act."
    said(f"The Committee **RESOLVED**, {text}")
    out.resolution("9", title, text, "RESOLVED", find="The Committee RESOLVED")
    title = head("10", "Counter Fraud Investigations")
    said("There had been circulated a private report by the Chief Internal Auditor on four referrals.")
    text = "that the third referral be passed to Police Scotland."
    said(f"**It was agreed** {text}")
    out.resolution("10", title, text.removeprefix("that "), "agreed", find="It was agreed")
    doc.p("The meeting concluded at 12.47 p.m.", before=0.4)


def report_head(item: str, title: str, by: str, reference: str, master: str = "Pack") -> None:
    """The top of a committee report, set as Scottish councils do: a box of labels, then numbered paragraphs."""
    doc.p(f"**AGENDA ITEM {item}**\n{reference}", align="r", master=master, before=0)
    rows = [["Committee:", "Audit and Risk Committee"], ["Date:", "12 March 2025"], ["Report Title:", title], ["Report By:", by]]
    doc.table([3.2, 13.2], [[Cell(label, bold=True), value] for label, value in rows], heads=0, size=11)


def section(number: str, title: str) -> None:
    """A numbered heading of a report."""
    doc.p(f"{number}.\t{title}", bold=True, left=1.1, hang=-1.1, tabs="1.1l", before=0.35, keep=True)


def para(number: str, text: str) -> None:
    """A numbered paragraph of a report."""
    doc.p(f"{number}\t{text}", left=1.1, hang=-1.1, tabs="1.1l", align="j")


def asked(item: str, lead: str, parts: list[tuple[str, str]]) -> None:
    """Section 2 of a report: what the Committee is asked."""
    section("2", "Recommendations")
    para("2.1", lead)
    for ref, text in parts:
        doc.p(f"{ref}\t{text}", left=2.2, hang=-1.1, tabs="2.2l", before=0.05, align="j")
        out.recommendation(item, ref, text)


def tracker() -> None:
    """Item 4: the tracker. Its RAG column has fills alone, its blocks are headed by rows, its head is repeated."""
    report_head("4", "Action Tracker", "Chief Officer – Law and Governance", "Report No. AR/25/01")
    out.start_at("AGENDA ITEM 4")
    section("1", "Purpose/Executive Summary")
    para("1.1", "This report sets out progress against the actions instructed by the Committee. An action is shaded blue when it is complete and stays on the tracker for one cycle after that.")
    asked("4", "The Committee is invited to:", [("i.", "consider the progress made against each action in the table below;"), ("ii.", "agree the revised dates proposed for actions 23/11 and 24/06; and"), ("iii.", "agree that actions shaded blue be removed.")])
    section("3", "Actions Outstanding and Completed")
    key = [[Cell("Complete", BLUE), Cell("On target", GREEN), Cell("Slipped", AMBER), Cell("Overdue, no revised date", RED)]]
    doc.table([4.1, 4.1, 4.1, 4.1], key, heads=0, size=8)
    heads = ["No.", "Action", "Lead Officer", "Original Target Date", "Revised Target Date", "Status", "RAG"]
    rows: list[list[str | Cell]] = [list(heads)]
    out.start_at("Lead Officer")
    for entry in TRACKER:
        if isinstance(entry, str):
            rows.append([Cell(entry, "#eeeeee", span=7, bold=True)])
            group = entry
            continue
        ref, text, lead, owners, original, revised, due, status, fill = entry
        rows.append([ref, text, lead, original, revised, status, Cell("", fill)])
        rag = {RED: "red", AMBER: "amber", GREEN: "green", BLUE: "blue", "": None}[fill]
        out.action(ref, text, owners, due, status=status, rag=rag, group=group, find=text)
    doc.table([1.4, 5.6, 2.9, 1.9, 1.9, 1.9, 1.0], rows, size=8.5)
    doc.p("RMT/CB", 8, before=0.3)




def risk_report() -> None:
    """Item 5: a summary list, then the register in a landscape section, and the planned actions on it."""
    report_head("5", "Corporate Risk Register – Quarter 3 2024/25", "Corporate Risk Officer", "Report No. AR/25/02")
    out.start_at("AGENDA ITEM 5")
    section("1", "Purpose")
    para("1.1", "The purpose of this report is to present the Corporate Risk Register as it stood on 31 December 2024. It contains eight risks, of which two are scored above the Council’s tolerance of 15.")
    asked("5", "It is recommended that the Committee:", [("a)", "scrutinise the Corporate Risk Register at Appendix 1;"), ("b)", "agree the addition of SC10 (Reinforced autoclaved aerated concrete); and"), ("c)", "note that SC06 has been closed.")])
    section("3", "Summary of Movement")
    para("3.1", "Table 1 lists the risks in order of residual score.")
    doc.p("Table 1: Corporate risks by residual score", 10, bold=True, keep=True)
    listed_risks = sorted(RISKS, key=lambda risk: -int(risk[5].split()[5]))
    rows: list[list[str | Cell]] = [["Ref", "Risk", "Residual Score", "Movement"]]
    rows += [[risk[0], risk[1], Cell(risk[5].split()[5], risk[7], align="c"), Cell(risk[8], align="c")] for risk in listed_risks]
    doc.table([1.6, 9.6, 2.6, 2.6], rows, size=9)
    doc.p("**Appendix 1 – Strathlaver Council Corporate Risk Register at 31 December 2024**", 11, master="Wide")
    out.start_at("Appendix 1 – Strathlaver Council Corporate Risk Register")
    group = ["", "", "", "", Cell("Inherent", span=3, align="c"), "", Cell("Residual", span=3, align="c"), Cell("Target", span=3, align="c"), ""]
    turned = [Cell(word, turned=True) for word in ("Likelihood", "Impact", "Score")]
    names = ["Ref", "Risk Title", "Cause, Event and Effect", "Risk Owner", *turned, "Current Controls", *turned, *turned, Cell("Movement", turned=True)]
    body = [register_row(*risk) for risk in RISKS]
    doc.table([1.1, 2.5, 5.5, 2.3, 0.7, 0.7, 0.7, 5.4, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.9], [group, names, *body], heads=2, repeat=False, size=7)
    planned()


def register_row(ref: str, title: str, cause: tuple[str, str, str], owner: str, owners: list[str], scores: str, controls: list[str], fill: str, move: str) -> list[str | Cell]:
    """One row of the register, and its answer; the fill of the residual score stands for its RAG."""
    rag = {RED: "red", AMBER: "amber", GREEN: "green"}[fill]
    mitigation = " ".join(controls)
    out.risk(ref, title, owners, scores, find=ref, cause=cause[0], event=cause[1], consequence=cause[2], rag=rag, mitigation=mitigation)
    numbers = scores.split()
    described = "\n".join(f"**{label}:** {words}" for label, words in zip(("Cause", "Event", "Effect"), cause, strict=True))
    left, middle, right = ([Cell(number, align="c") for number in numbers[at : at + 3]] for at in (0, 3, 6))
    middle[2] = Cell(numbers[5], fill, align="c", bold=True)
    return [ref, Cell(title, bold=True), described, owner, *left, "\n".join(f"• {control}" for control in controls), *middle, *right, Cell(move, align="c")]




def planned() -> None:
    """Appendix 2: planned actions, a table that runs from its risk's reference."""
    title = out.start_at("Appendix 2 – Planned mitigating actions")
    doc.p(title, 11, bold=True, keep=True, before=0.5)
    rows: list[list[str | Cell]] = [["Risk Ref", "Planned Action", "Action Owner", "Due Date", "RAG"]]
    for risk, text, owner, owners, raw, due, letter in PLANNED:
        rows.append([risk, text, owner, raw, Cell(letter, {"R": RED, "A": AMBER, "G": GREEN}[letter], align="c")])
        rag = {"R": "red", "A": "amber", "G": "green"}[letter]
        out.action(None, text, owners, due, kind="risk_action", risk_ref=risk, rag=rag, group=any_of(title, None, title.split(" – ")[1]))
    doc.table([1.8, 11.6, 5.6, 4.2, 1.6], rows, size=8, whole_rows=True)




def revenue() -> None:
    """Item 6: two heads one above the other, brackets for underspends, dashes for nothing, a second table of savings."""
    report_head("6", "Revenue Monitoring 2024/25 – Position at 31 January 2025", "Section 95 Officer", "Report No. AR/25/03")
    out.start_at("AGENDA ITEM 6")
    section("1", "Purpose")
    para("1.1", "To advise the Committee of the projected outturn for 2024/25. An overspend of £1.417m is projected, mainly in Health and Social Care; it will be met from uncommitted reserves unless it can be reduced.")
    section("2", "Recommendation")
    text = "The Committee is asked to note the projected outturn and the action being taken to reduce it."
    para("2.1", text)
    out.recommendation("6", any_of("2.1", None), text)
    caption = out.start_at("Table 1: Revenue budget by service at 31 January 2025")
    doc.p(caption, 10, bold=True, keep=True, before=0.4)
    top: list[str | Cell] = ["", Cell("Year to Date", span=2, align="c"), Cell("Full Year", span=4, align="c")]
    names = ["Budget\n£’000", "Actual\n£’000", "Annual Budget\n£’000", "Projected Outturn\n£’000", "Variance\n£’000", "Variance\n%"]
    heads = [f"{'Year to Date' if number < 2 else 'Full Year'} > {name.replace(chr(10), ' ')}" for number, name in enumerate(names)]
    rows: list[list[str | Cell]] = [top, ["Service", *[Cell(name, align="r") for name in names]]]
    for label, *cells in REVENUE:
        total = label.startswith(("Total", "Net"))
        rows.append([Cell(label, bold=total), *[Cell(cell, align="r", bold=total) for cell in cells]])
        out.figures(caption, heads, label, cells, unit="GBP", scale=1000)
    doc.table([4.6, 1.9, 1.9, 2.1, 2.3, 1.9, 1.9], rows, heads=2, size=9)
    doc.p("Figures in brackets are underspends or additional income.", 8)
    savings()




def savings() -> None:
    """A table with figures and a letter for each saving."""
    caption = out.start_at("Table 2: Approved savings 2024/25")
    doc.p(caption, 10, bold=True, keep=True, before=0.4)
    rows: list[list[str | Cell]] = [["Saving", Cell("Target £", align="r"), Cell("Achieved £", align="r"), "RAG"]]
    for label, target, achieved, letter in SAVINGS:
        fill, rag = {"R": (RED, "red"), "A": (AMBER, "amber"), "G": (GREEN, "green")}[letter]
        rows.append([label, Cell(target, align="r"), Cell(achieved, align="r"), Cell(letter, fill, align="c")])
        out.figures(caption, ["Target £", "Achieved £"], label, [target, achieved], unit="GBP")
        out.rating(label, any_of(None, caption, caption.split(": ")[1]), rag, letter)
    doc.table([9.2, 2.8, 2.8, 1.6], rows, size=9)




def last_pages() -> None:
    """Item 7, a table of days; item 9, a sheet in the place of an exempt report."""
    report_head("7", "Internal Audit Plan 2024/25 – Progress and Draft Plan 2025/26", "Chief Internal Auditor", "Report No. AR/25/04")
    out.start_at("AGENDA ITEM 7")
    section("1", "Background")
    para("1.1", "The plan for 2024/25 was approved on 13 March 2024. Table 1 shows the days planned and used to 14 February 2025.")
    section("2", "Recommendations")
    para("2.1", "The Committee is asked to:")
    for ref, text in (("2.1.1", "note progress against the plan for 2024/25; and"), ("2.1.2", "approve the draft plan for 2025/26, subject to a review of the days allowed for the follow-up of purchasing cards.")):
        doc.p(f"{ref}\t{text}", left=2.6, hang=-1.5, tabs="2.6l", before=0.05, align="j")
        out.recommendation("7", ref, text)
    caption = out.start_at("Table 1: Days planned and used")
    doc.p(caption, 10, bold=True, keep=True, before=0.4)
    heads = ["Planned Days", "Days to Date"]
    rows: list[list[str | Cell]] = [["Review", "Stage", *[Cell(name, align="r") for name in heads]]]
    for label, stage, *cells in AUDITS:
        rows.append([label, stage, *[Cell(cell, align="r") for cell in cells]])
        out.figures(caption, heads, label, cells, unit=any_of("count", None))
    doc.table([7.4, 4.2, 2.4, 2.4], rows, size=9)
    doc.p("**NOT FOR PUBLICATION**\nParagraph 14 of Part I of Schedule 7A of the Local Government (Scotland) Act 1973", align="c", master="Pack", before=3)
    doc.p("AGENDA ITEM 9", align="c", bold=True)
    doc.p("Counter Fraud Investigations – Half-Year Report", align="c")
    doc.p("This report is circulated to Members of the Committee only.", align="c", before=0.6)



if __name__ == "__main__":
    for write in (agenda, minute, tracker, risk_report, revenue, last_pages):
        write()
    doc.print_to(PDF)
    out.finish(PDF, lambda page: str(page - FRONT_PAGES) if page > FRONT_PAGES else None)
