# ruff: noqa: E501 -- the pack's own sentences are kept whole
# fmt: off
"""A fire and rescue authority's scrutiny committee, printed by Chromium: `python samples/making/fire_authority.py`."""

from __future__ import annotations

import subprocess
import tempfile
from html import escape
from pathlib import Path

from answers import SAMPLES, Answers, Record, any_of
from fire_words import AGENDA, CREWING, INDICATORS, MINUTES, PEOPLE, PLAN, RESERVES, REVIEW, RISKS, ROLL, STAFF

PDF = SAMPLES / "wendale-fire-2025-07-17-performance-and-scrutiny.pdf"
FILLS = {"red": "#f26b6b", "amber": "#ffd27f", "green": "#9ad29a", "blue": "#8db8e8"}
STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")

out = Answers(
    authority="Wendale and Holm Fire and Rescue Authority",
    committee="Performance and Scrutiny Committee",
    meeting_date="2025-07-17",
    start_time="14:00",
    venue=any_of("Conference Suite, Fire and Rescue Service Headquarters, Beacon Way, Thornley", "Conference Suite, Fire and Rescue Service Headquarters, Beacon Way, Thornley TH3 4ZZ"),
)
html: list[str] = []


def write(markup: str) -> None:
    """Adds markup as it stands."""
    html.append(markup)


def p(text: str, kind: str = "") -> None:
    """A paragraph."""
    write(f'<p class="{kind}">{text}</p>')


def row(cells: list[str], tag: str = "td") -> str:
    """A row of cells of one kind."""
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def front() -> None:
    """Front sheet and agenda: a table with a row for each part."""
    write('<section class="front"><div class="crest">Wendale and Holm<br>Fire and Rescue Authority</div>')
    write("<h1>Performance and Scrutiny Committee</h1><table class='when'>")
    for label, value in (("Date:", "Thursday 17 July 2025"), ("Time:", "2.00 pm"), ("Venue:", "Conference Suite, Fire and Rescue Service Headquarters, Beacon Way, Thornley TH3 4ZZ")):
        write(row([f"<b>{label}</b>", value]))
    write("</table>")
    p("<b>Membership:</b> Councillors A Dunmore (Chair), P Scaife (Vice-Chair), R Khatun, G Lofthouse, F Merriweather, I Nettles, M O’Dowd, S Prabhakar, H Quill, T Vance, D Winterburn and B Yeadon")
    p("A pre-meeting for Members will be held at 1.30 pm in Conference Room 3. Contact: Democratic Services, 01632 960 118", "small")
    write("<h2>AGENDA</h2><table class='agenda'><thead><tr><th>Item</th><th>Business</th><th>Report of</th><th>Page(s)</th></tr></thead><tbody>")
    part = ""
    for entry in AGENDA:
        if isinstance(entry, str):
            part = entry
            write(f'<tr class="part"><td colspan="4">{entry}</td></tr>')
            continue
        ref, title, lead, pages = entry
        exempt = part.startswith("PART 2")
        write(row([f"{ref}*" if exempt else ref, title, lead, pages.replace("-", "–")]))
        out.item(any_of(ref, f"{ref}*") if exempt else ref, title, part, pages or None, restricted=exempt)
    write("</tbody></table>")
    p("* The Committee will be asked to exclude the press and public from the meeting for this item under Section 100A(4) of the Local Government Act 1972, as it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act.", "small")
    p("E Brandreth CPFA<br>Treasurer and Clerk to the Authority<br>9 July 2025")
    write("</section>")




def minutes() -> None:
    """Minutes: members by constituent council, officers' names in brackets behind their posts, counted votes."""
    out.meeting_date = "2025-04-24"
    out.start_at("MINUTES OF THE MEETING OF THE PERFORMANCE AND SCRUTINY COMMITTEE")
    write('<section class="paper"><p class="item">ITEM 3</p>')
    p("<b>WENDALE AND HOLM FIRE AND RESCUE AUTHORITY</b>", "mid")
    p("<b>MINUTES OF THE MEETING OF THE PERFORMANCE AND SCRUTINY COMMITTEE HELD ON THURSDAY 24 APRIL 2025 AT 2.00 PM</b>", "mid")
    write("<table class='roll'>")
    for label, people in ROLL:
        write(row([f"<b>{label}</b>", people]))
    write("</table>")
    for name, capacity, post in PEOPLE:
        out.person(name, capacity, post)
    for ref, title, body in MINUTES:
        write(f"<h3><span>{ref}</span>{title}</h3>")
        for text in body:
            p(text, "part" if text.startswith("(") else "said")
    resolutions()
    write("</section>")




def resolutions() -> None:
    """The decisions in those minutes."""
    titles = {ref: title for ref, title, _ in MINUTES}

    def decided(ref: str, text: str, find: str, decision: str = "RESOLVED", **more: object) -> None:
        out.resolution(ref, titles[ref], text, decision, find=find, **more)

    decided("PSC/15", "the minutes of the meeting held on 30 January 2025, copies of which had been circulated, be approved and signed by the Chair as a correct record.", "RESOLVED – That the minutes of the meeting held on 30 January")
    decided("PSC/16", " ".join(REVIEW), REVIEW[0])
    votes = {"mover": "Councillor Quill", "seconder": "Councillor Khatun", "votes_for": 7, "votes_against": 2, "abstentions": 1}
    decided("PSC/17", CREWING.removeprefix("That "), "RESOLVED – (by 7 votes to 2", **votes)
    decided("PSC/19", "the progress made be welcomed and that the next report show the number of times that each date has been revised.", "RESOLVED UNANIMOUSLY", "RESOLVED UNANIMOUSLY")
    text = MINUTES[6][2][0].removeprefix("<b>RESOLVED –</b> That").removeprefix(", ")
    decided("PSC/20", text, "RESOLVED – That, under Section 100A(4)")
    decided("PSC/21", "the recommendation set out in the report be approved.", "RESOLVED – That the recommendation set out")


def paper(item: str, title: str, lead: str, asked: list[tuple[str, str]], body: list[str], opening: str = "Members are asked to:") -> None:
    """The first page of a report: purpose, lettered recommendations, numbered paragraphs."""
    write(f'<section class="paper"><p class="item">ITEM {item}</p><h2>{title}</h2><p class="lead">Report of the {lead}</p>')
    out.start_at(f"ITEM {item}{title}")
    write("<h3>Purpose of report</h3>")
    p(f"1. {body[0]}", "said")
    write("<h3>Recommendations</h3>")
    p(f"2. {opening}", "said")
    for ref, text in asked:
        p(f"<span>{ref}</span>{text}", "part")
        out.recommendation(item, ref, text)
    write("<h3>Background</h3>")
    for number, text in enumerate(body[1:], 3):
        p(f"{number}. {text}", "said")


def performance() -> None:
    """Item 4: a landscape table with ratings in words, blocks headed by rows, columns under a common head."""
    title = "Performance Report – Quarter 4 and Year End 2024/25"
    paper("4", title, "Assistant Chief Fire Officer", [("(A)", "note performance against the indicators in Appendix A; and"), ("(B)", "identify any indicator on which they would wish to receive a further report.")], ["This report sets out performance in the last quarter and over the whole of 2024/25.", "An indicator is rated Green where the target has been met or bettered, Amber where performance is within 10% of it and Red where it is not. New measures are not rated.", "Of the sixteen indicators reported, nine are Green, three are Amber, three are Red and one is not rated."])
    caption = "Appendix A: Performance indicators, Quarter 4 and Year End 2024/25"
    write(f'</section><section class="wide"><h2>{caption}</h2><table class="grid"><thead>')
    write('<tr><th rowspan="2">Ref</th><th rowspan="2">Indicator</th><th rowspan="2">Target 2024/25</th><th rowspan="2">Quarter 4 Actual</th><th colspan="2">Year End</th><th rowspan="2">Trend</th><th rowspan="2">Status</th><th rowspan="2">Commentary</th></tr><tr><th>2024/25</th><th>2023/24</th></tr></thead><tbody>')
    out.start_at(caption)
    heads = ["Target 2024/25", "Quarter 4 Actual", "Year End > 2024/25", "Year End > 2023/24"]
    group = ""
    for entry in INDICATORS:
        if isinstance(entry, str):
            group = entry
            write(f'<tr class="part"><td colspan="9">{entry}</td></tr>')
            continue
        ref, name, cells, unit, trend, status, comment = entry
        write(row([ref, name, *[f'<span class="n">{cell}</span>' for cell in cells.split()], trend, status, comment]))
        label = any_of(name, f"{ref} {name}")
        out.figures(caption, heads, label, cells.split(), unit=unit, find=name)
        rag = "grey" if status == "Not rated" else status.lower()
        out.rating(label, group, rag, status, find=name)
    write("</tbody></table></section>")




def risks() -> None:
    """Item 5: a block for each risk, its scores as one sum, its controls and further actions in rows of their own."""
    paper("5", "Strategic Risk Register", "Deputy Chief Fire Officer", [("(A)", "review the risks in Appendix B; and"), ("(B)", "recommend to the Authority that SR5 be managed at department level from now on.")], ["To present the Strategic Risk Register for review.", "Scores are the product of likelihood and impact, each from 1 to 5. A score of 15 or more is shaded red, one of 8 to 14 amber and any other green."], opening="That the Committee:")
    write("<h2>Appendix B: Strategic Risk Register, June 2025</h2>")
    out.start_at("Appendix B: Strategic Risk Register")
    for risk in RISKS:
        risk_block(*risk)
    write("</section>")


def risk_block(ref: str, title: str, owner: str, owners: list[str], words: tuple[str, str, str], scores: str, rag: str, controls: list[tuple[str, str]], actions: list[tuple[str, str, list[str], Record, str]]) -> None:
    """One risk as a table of labelled rows."""
    sums = [f"Likelihood {like} x Impact {impact} = {score}" for like, impact, score in zip(*[iter(scores.split())] * 3, strict=True)]
    write(f'<table class="grid risk"><tr class="part"><td>{ref}</td><td colspan="5">{title}</td></tr>')
    write(f"<tr><th>Risk owner</th><td colspan='5'>{owner}</td></tr>")
    for label, text in zip(("Cause", "Event", "Consequence"), words, strict=True):
        write(f"<tr><th>{label}</th><td colspan='5'>{text}</td></tr>")
    write("<tr><th colspan='2'>Inherent risk</th><th colspan='2'>Current risk</th><th colspan='2'>Target risk</th></tr>")
    write(f'<tr><td colspan="2">{sums[0]}</td><td colspan="2" style="background:{FILLS[rag]}">{sums[1]}</td><td colspan="2">{sums[2]}</td></tr>')
    write("<tr><th colspan='4'>Existing controls</th><th colspan='2'>Control owner</th></tr>")
    out.risk(ref, title, owners, scores, cause=words[0], event=words[1], consequence=words[2], rag=rag)
    for text, who in controls:
        write(f"<tr><td colspan='4'>{text}</td><td colspan='2'>{who}</td></tr>")
        out.control(ref, text, [who])
    write("<tr><th colspan='3'>Further action</th><th>Owner</th><th>Target date</th><th>Progress</th></tr>")
    for text, who, names, due, status in actions:
        write(f"<tr><td colspan='3'>{text}</td><td>{who}</td><td>{due['raw']}</td><td>{status}</td></tr>")
        out.action(None, text, names, due, kind="risk_action", risk_ref=ref, status=status)
    write("</table>")




def plan() -> None:
    """Item 6: rows that head blocks, quarters as dates, revised dates that win, a BRAG column of words."""
    text = "The Committee is recommended to scrutinise progress against the HMICFRS Improvement Plan and to agree the revised dates shown in Appendix C."
    title = "HMICFRS Improvement Plan"
    write(f'<section class="paper"><p class="item">ITEM 6</p><h2>{title}</h2><p class="lead">Report of the Chief Fire Officer</p><h3>Recommendation</h3>')
    out.start_at(f"ITEM 6{title}")
    p(text, "said")
    out.recommendation("6", None, text)
    write("<h3>Background</h3>")
    p("1. His Majesty’s Inspectorate of Constabulary and Fire &amp; Rescue Services inspected the Service in the autumn of 2023 and made one cause of concern and five areas for improvement.", "said")
    p("2. The key to the BRAG column is: Blue, complete; Green, on course; Amber, at risk or revised once; Red, overdue or revised more than once.", "said")
    caption = "Appendix C: Improvement Plan at 30 June 2025"
    write(f'</section><section class="wide"><h2>{caption}</h2><table class="grid rows"><thead>{row(["Ref", "Action", "Lead", "Due", "Revised due", "Status", "BRAG"], "th")}</thead><tbody>')
    out.start_at(caption)
    group = ""
    for entry in PLAN:
        if isinstance(entry, str):
            group = entry
            write(f'<tr class="part"><td colspan="7">{entry}</td></tr>')
        elif len(entry) == 2:
            ref, words = entry
            write(f"<tr class='sub'><td>{ref}</td><td colspan='6'>{words}</td></tr>")
            out.action(ref, words, [], group=group)
        else:
            ref, words, lead, owners, first, revised, due, status, brag = entry
            write(row([ref, words, lead.replace("\n", "<br>"), first, revised, status, brag]))
            out.action(ref, words, owners, due, status=status, rag=brag.lower(), group=group)
    write("</tbody></table></section>")




def money() -> None:
    """Item 7: pounds in millions, minus signs, full-time equivalents, ruled by lines under rows alone."""
    paper("7", "Reserves and Workforce", "Treasurer", [("(A)", "note the reserves in Table 1;"), ("(B)", "approve the transfer of £0.250m from the Pay Reserve to the Contaminants Reserve; and"), ("(C)", "note the establishment in Table 2.")], ["To report reserves and the establishment at the year end.", "The general reserve stands at 5.1% of net revenue expenditure, against a policy of 5%."], opening="It is recommended that Members:")
    figures_table("Table 1: Reserves 2024/25 to 2026/27", "Reserve", ["Balance 31/03/25 £m", "Transfers £m", "Forecast 31/03/26 £m", "Forecast 31/03/27 £m"], RESERVES, "GBP", 1_000_000)
    figures_table("Table 2: Establishment at 31 March 2025 (FTE)", "Staff group", ["Budgeted", "Actual", "Vacancies"], STAFF, "fte", 1)
    write("</section><section class='paper blank'></section><section class='paper'><p class='item'>ITEM 8</p>")
    p("<b>EXEMPT</b>", "mid")
    p("Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972", "mid")
    p("Emergency Services Network: variation of contract", "mid")
    write("</section>")


def figures_table(caption: str, stub: str, heads: list[str], rows: list[tuple[str, str]], unit: str, scale: float) -> None:
    """A table of figures and their answers."""
    write(f'<h3>{caption}</h3><table class="plain"><thead>{row([stub, *heads], "th")}</thead><tbody>')
    out.start_at(caption)
    for label, cells in rows:
        write(row([label, *cells.split()]))
        out.figures(caption, heads, label, cells.split(), unit=unit, scale=scale)
    write("</tbody></table>")




def print_to(pdf: Path) -> None:
    """Lets Chromium print the page."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "pack.html"
        document = f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{escape("Performance and Scrutiny Committee")}</title><style>{STYLE}</style><body>{"".join(html)}'
        source.write_text(document, encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    for part in (front, minutes, performance, risks, plan, money):
        part()
    print_to(PDF)
    out.finish(PDF, lambda page: str(page) if page > 1 else None)
