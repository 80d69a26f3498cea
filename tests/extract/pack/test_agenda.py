"""Agendas as bodies print them, to items."""

from __future__ import annotations

import re

import pytest

from extract.pack import pages_to_pack
from extract.pack.agenda_rows import elements_to_rows
from extract.pack.types import AgendaEntry, Pack
from tests.extract.drawn import BOLD, page_of, set_line
from tests.extract.pack.build import texts_to_pack
from tests.extract.records.tabled import table_of

DISTRICT = """
^60|Anyshire District Council
**60|PLANNING COMMITTEE
**60|AGENDA
480|Pages
60|1.|90|APOLOGIES FOR ABSENCE

60|2.|90|MINUTES|480|5 - 12
90|To confirm as a correct record the minutes of the meeting held on 8 February 2024.

60|3.|90|DECLARATIONS OF INTEREST
90|Members are reminded of the code. See paragraphs 1. and 2. below.

60|4.|90|TREE PRESERVATION ORDER 12 OF 2023, LAND AT THE OLD RECTORY,|480|13 - 20
90|ANYTOWN
90|Report of the Head of Planning.

60|5.|90|PLANNING APPLICATIONS

90|(a)|120|23/00123/FUL Land north of Mill Lane|480|21 - 30

90|(b)|120|23/00456/OUT 12 High Street|480|31 - 40

60|6.|90|EXCLUSION OF THE PRESS AND PUBLIC
90|To resolve that the press and public be excluded from the meeting.

60|7.|90|ENFORCEMENT CASES|480|41 - 44
"""

CABINET = """
^60|CABINET
60|Tuesday, 5 March 2024
60|2.00 pm
60|Cabinet Room D, Shire Hall, Anytown
^60|AGENDA
**60|PART 1 - PUBLIC
60|1|90|Apologies for absence
60|2|90|Minutes of the previous meeting|450|(Pages 1 -
450|6)
60|3a|90|Council tax - 4th quarter (Pages 7 to 12)
60|3b|90|Procurement (to follow)
**60|PART 2 - PRIVATE
60|4|90|Land at Mill Road|450|p 13
"""

PARISH = """
^150|ANYTON PARISH COUNCIL
60|You are hereby summoned to attend a meeting of Anyton Parish Council to be held in the
60|Village Hall, Church Road on Monday 4th March 2024 at 7.30pm for the purpose of
60|transacting the following business.

60|24/031|110|To receive apologies for absence

60|24/032|110|Finance
110|a)|130|To approve the payments listed
110|b)|130|To note the bank reconciliation

60|24/033|110|To consider whether the press and public be excluded for any items

60|24/034|110|Date of next meeting
"""

BOARD = """
^60|Agenda
**60|Item|100|Time|150|Title|380|Lead|450|Action|510|Paper
**60|1|100|Opening
60|1.1|100|13:00|150|Welcome and apologies|380|Chair|450|Note|510|Verbal
60|1.2|150|Declarations of interest|380|Chair|450|Note|510|Paper A
60|1.3|150|Minutes of the meeting of 11 January|380|Chair|450|Approve|510|Paper B
150|2024
**60|2|100|Strategy
60|2.1|100|13:15|150|Chief Executive report|380|CEO|450|Note|510|Paper C
60|2.2|100|13:30|150|Operating plan|380|DoF|450|Approve|510|Paper D
"""

STARRED = """
**60|AGENDA
60|Item 1|110|Apologies
60|Item 2|110|Minutes (Pages 3 to 10)
60|Item 3|110|*Complaints (to follow)
60|* items contain exempt information and the public may be excluded
"""

MINUTES = """
^60|ANYTON PARISH COUNCIL
60|Minutes of the meeting held on 5 February 2024
60|Present: Cllrs A Person and B Person
60|1.|90|Apologies
60|2.|90|Declarations of interest
60|3.|90|Finance
"""


def rows(pack: Pack) -> list[tuple[str, str]]:
    return [(entry.ref.text, entry.title.text) for entry in pack.agenda]


def pages(pack: Pack) -> dict[str, tuple[str, str]]:
    return {entry.ref.text: (entry.page_from.text, entry.page_to.text) for entry in pack.agenda if entry.page_from}


def closed(pack: Pack) -> list[str]:
    return [entry.ref.text for entry in pack.agenda if entry.restricted]


def sections(pack: Pack) -> list[str]:
    return [entry.section.text for entry in pack.agenda]


def test_notes_under_a_title_are_no_part_of_it() -> None:
    assert rows(texts_to_pack(DISTRICT))[:4] == [
        ("1", "APOLOGIES FOR ABSENCE"),
        ("2", "MINUTES"),
        ("3", "DECLARATIONS OF INTEREST"),
        ("4", "TREE PRESERVATION ORDER 12 OF 2023, LAND AT THE OLD RECTORY, ANYTOWN"),
    ]


def test_column_of_pages() -> None:
    expected = {"2": ("5", "12"), "4": ("13", "20"), "5(a)": ("21", "30"), "5(b)": ("31", "40"), "7": ("41", "44")}
    assert pages(texts_to_pack(DISTRICT)) == expected


def test_motion_closes_the_items_after_it_and_not_itself() -> None:
    assert closed(texts_to_pack(DISTRICT)) == ["7"]


def test_page_ranges_in_words_and_over_two_lines() -> None:
    assert pages(texts_to_pack(CABINET)) == {"2": ("1", "6"), "3a": ("7", "12"), "4": ("13", "13")}


def test_titles_lose_pages_and_how_the_paper_comes() -> None:
    assert rows(texts_to_pack(CABINET)) == [
        ("1", "Apologies for absence"),
        ("2", "Minutes of the previous meeting"),
        ("3a", "Council tax - 4th quarter"),
        ("3b", "Procurement"),
        ("4", "Land at Mill Road"),
    ]


def test_parts_are_sections_and_the_private_one_is_closed() -> None:
    pack = texts_to_pack(CABINET)
    assert sections(pack) == ["PART 1 - PUBLIC"] * 4 + ["PART 2 - PRIVATE"]
    assert closed(pack) == ["4"]


def test_summons_without_the_word_agenda() -> None:
    pack = texts_to_pack(PARISH)
    assert [ref for ref, _ in rows(pack)] == ["24/031", "24/032", "24/033", "24/034"]
    assert pack.agenda[1].title.text == "Finance"


def test_a_heading_above_a_motion_and_a_mark_at_the_right_close_items() -> None:
    text = """
^60|Anyshire Fire Authority
**60|AGENDA

60|1.|90|MINUTES|480|Page 2

60|2.|90|PENSIONS|480|Confidential

60|3.|90|WORK PROGRAMME|480|Page 7

**60|Exclusion of the press and public
60|To consider passing a resolution under section 100A(4) of the Local Government Act 1972.

60|4.|90|PROCUREMENT OF BOATS
"""
    found = [(entry.ref.text, entry.restricted) for entry in texts_to_pack(text).agenda]
    assert found == [("1", False), ("2", True), ("3", False), ("4", True)]


def test_asking_whether_to_exclude_closes_nothing() -> None:
    assert closed(texts_to_pack(PARISH)) == []


def test_unruled_columns_and_numbered_headings_of_blocks() -> None:
    pack = texts_to_pack(BOARD)
    assert rows(pack) == [
        ("1.1", "Welcome and apologies"),
        ("1.2", "Declarations of interest"),
        ("1.3", "Minutes of the meeting of 11 January 2024"),
        ("2.1", "Chief Executive report"),
        ("2.2", "Operating plan"),
    ]
    assert sections(pack) == ["1 Opening"] * 3 + ["2 Strategy"] * 2
    assert [entry.paper.text for entry in pack.agenda] == ["", "Paper A", "Paper B", "Paper C", "Paper D"]


def test_an_item_in_parts_between_items_without_parts_is_no_section() -> None:
    text = "^60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes\n60|3.|90|Action list\n**60|4.|90|Finance\n"
    text += "90|4.1|120|Report to 31 October\n90|4.2|120|Grants\n60|5.|90|To review fees (copy attached, pages 1-2)."
    pack = texts_to_pack(text)
    assert rows(pack)[3:] == [
        ("4", "Finance"),
        ("4.1", "Report to 31 October"),
        ("4.2", "Grants"),
        ("5", "To review fees"),
    ]
    assert set(sections(pack)) == {""}


def test_stars_close_items_where_a_legend_says_so() -> None:
    pack = texts_to_pack(STARRED)
    assert rows(pack)[2] == ("3", "Complaints")
    assert closed(pack) == ["3"]


def test_minutes_are_no_agenda() -> None:
    assert texts_to_pack(MINUTES).agenda == ()


@pytest.mark.parametrize("text", [DISTRICT, CABINET, PARISH, BOARD, STARRED])
def test_every_field_stands_on_the_page(text: str) -> None:
    def fields(entry: AgendaEntry) -> list[str]:
        found = (entry.ref, entry.title, entry.section, entry.page_from, entry.page_to, entry.paper)
        return [excerpt.text for excerpt in found if excerpt and not excerpt.places()]

    assert [fields(entry) for entry in texts_to_pack(text).agenda if fields(entry)] == []


FIRE = """
**60|AGENDA
**60|Item|110|Business|330|Report of|480|Page(s)
60|PART 1 - PUBLIC
60|1|110|Apologies for absence
60|2|110|Declarations of interest
60|3|110|Minutes of the last meeting|480|2-3
60|4|110|Performance report|330|Chief Fire Officer|480|4
60|PART 2 - EXEMPT
60|5*|110|Variation of contract|330|Chief Fire Officer|480|15

60|9 July 2025
"""


def test_column_of_bare_pages_and_the_date_below_an_agenda() -> None:
    pack = texts_to_pack(FIRE)
    assert [ref for ref, _ in rows(pack)] == ["1", "2", "3", "4", "5"]
    assert pages(pack) == {"3": ("2", "3"), "4": ("4", "4"), "5": ("15", "15")}
    assert closed(pack) == ["5"]


def test_bold_words_before_a_sign_are_the_title_of_an_item() -> None:
    lines = [("Minutes", "– To approve the minutes of 14 January, as sent"), ("Finance:", "To note the balance")]
    words = set_line("AGENDA", 60, 120, font=BOLD)
    for number, (head, rest) in enumerate(lines, start=1):
        words += set_line(f"24/{number}", 60, 130 + 26 * number) + set_line(head, 110, 130 + 26 * number, font=BOLD)
        words += set_line(rest, words[-1].x1 + 3, 130 + 26 * number)
    agenda = pages_to_pack([page_of(words)], ()).agenda
    assert [entry.title.text for entry in agenda] == ["Minutes", "Finance"]


PORTFOLIOS = """
**60|AGENDA
60|1.|90|Apologies
60|2.|90|Exclusion of the Press and Public
90|Agenda item 5 is exempt under Paragraph 3 of Part I of Schedule 12A to the Local Government Act 1972.
**90|FINANCE
60|3.|90|December 2024/25 Financial Monitoring (Pages 5 - 7)
90|Report of the Director of Finance
60|4.|90|Capital Programme (Page 8)
**90|KEY DECISION
**90|TRANSPORT AND CLIMATE
60|5.|90|Petition: Pedestrian Crossing (Page 9)
"""


def test_headings_above_items_that_stand_where_titles_do() -> None:
    pack = texts_to_pack(PORTFOLIOS)
    assert sections(pack) == ["", "", "FINANCE", "FINANCE", "TRANSPORT AND CLIMATE"]


def test_a_month_after_an_items_number_begins_its_title() -> None:
    pack = texts_to_pack(PORTFOLIOS)
    assert ("3", "December 2024/25 Financial Monitoring") in rows(pack)
    assert pages(pack)["3"] == ("5", "7")


STACKED = """
^60|AGENDA
**60|ITEM 1
**60|Apologies
**60|ITEM 2
**60|Minutes of the last meeting
60|Pages 1-2

**60|FOR DECISION

**60|ITEM 3
**60|Children and Families Improvement Plan
60|Report of the Strategic Director
60|Pages 3-5
"""


def test_a_title_stands_below_a_number_alone_in_its_line() -> None:
    pack = texts_to_pack(STACKED)
    assert rows(pack) == [
        ("1", "Apologies"),
        ("2", "Minutes of the last meeting"),
        ("3", "Children and Families Improvement Plan"),
    ]
    assert sections(pack) == ["", "", "FOR DECISION"]
    assert pages(pack)["3"] == ("3", "5")


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("item 5 is", ["5"]),
        ("items 4 and 5 are", ["4", "5"]),
        ("items 3 to 5 are", ["3", "4", "5"]),
        ("matters are", ["3", "4", "5"]),
    ],
)
def test_a_motion_closes_the_items_that_it_names_and_not_itself(named: str, found: list[str]) -> None:
    assert closed(texts_to_pack(PORTFOLIOS.replace("item 5 is", named))) == found


def test_an_agenda_without_a_heading_stands_before_minutes() -> None:
    front = "^60|Pension Fund Committee\n60|1|90|Apologies\n60|2|90|Declarations\n60|3A|90|Minutes|480|Paper 3A"
    assert rows(texts_to_pack(front, MINUTES)) == [("1", "Apologies"), ("2", "Declarations"), ("3A", "Minutes")]


IN_TITLES_COLUMN = """
**60|AGENDA
**60|1.|90|Apologies
**60|2.|90|Minutes of the Last Meeting|480|1 - 2
90|Copy attached
**90|For Decision
**60|3.|90|Precept and Levy for the Financial|480|3
**90|Year 2025/26 and Budget
**60|4.|90|Delivery Plan|480|4
**90|Report of the Treasurer
**60|5.|90|Performance|480|5
**90|Leader of the Council
**60|6.|90|Land|480|6
"""


def test_bold_lines_above_items_are_headings_notes_or_more_of_a_title() -> None:
    pack = texts_to_pack(IN_TITLES_COLUMN)
    assert sections(pack) == ["", "", "For Decision", "For Decision", "For Decision", "Leader of the Council"]
    assert rows(pack)[2] == ("3", "Precept and Levy for the Financial Year 2025/26 and Budget")


def test_a_column_says_what_is_not_open_and_headings_stand_among_titles() -> None:
    heads = ["Item No", "Ward", "Item Not Open", "", "Page No"]
    table = table_of(
        [
            heads,
            ["1", "", "", "APOLOGIES", ""],
            ["", "", "", "*RESOURCES", ""],
            ["2", "Ash", "10.4(3) (Appendix 2 only)", "SALE OF LAND", "5 - 9"],
            ["3", "", "10.4(3)", "PLACEMENTS", "10 - 12"],
            ["", "", "", "To be taken in private", ""],
        ],
        heads=1,
    )
    found = elements_to_rows([table], 600)
    assert [(row.pages.text, row.closed) for row in found if row.numbered] == [
        ("", False),
        ("5 - 9", False),
        ("10 - 12", True),
    ]
    assert [row.whole.text for row in found if row.section] == ["RESOURCES"]


def test_page_ranges_in_a_column_without_a_head_left_of_the_numbers() -> None:
    rows = [["", "1", "APOLOGIES"], ["5 - 14", "2", "MINUTES"], ["15 - 52", "3", "BUDGET"], ["53", "4", "PLAN"]]
    assert [row.pages.text for row in elements_to_rows([table_of(rows)], 600)] == ["", "5 - 14", "15 - 52", "53"]


def test_a_name_in_brackets_below_a_heading_takes_nothing_from_it() -> None:
    text = "**60|AGENDA\n60|1.|90|Apologies\n\n**60|LEADER\n60|(Councillor A Person)\n\n60|2.|90|Budget"
    assert sections(texts_to_pack(text)) == ["", "LEADER"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("item of business", ["7"]), ("items of business", ["7", "8"]), ("item(s) of business", ["7", "8"])],
)
def test_a_motion_for_the_following_item_closes_no_other(words: str, found: list[str]) -> None:
    later = "\n\n60|8.|90|DATES OF MEETINGS|480|45 - 46"
    text = DISTRICT.replace("be excluded from the meeting.", f"be excluded for the following {words}.") + later
    assert closed(texts_to_pack(text)) == found
    dated = re.sub(r"^60\|(\d)\.", r"60|24/15\1", text, flags=re.MULTILINE)
    assert closed(texts_to_pack(dated)) == [f"24/15{ref}" for ref in found]


@pytest.mark.parametrize(
    "refs",
    [
        ("BoD 25/051", "BoD 25/052", "BoD 25/053"),
        ("051/25", "052/25", "053/25"),
        ("TB/25/1.1", "TB/25/1.2", "TB/25/2.1"),
    ],
)
def test_numbers_with_a_year_stand_before_a_column_of_times(refs: tuple[str, ...]) -> None:
    heads = ["Item", "Title", "Purpose", "Lead", "Time"]
    times = ("09.30", "09.35", "10.05")
    rows = [[ref, "Some business", "For noting", "Chair", time] for ref, time in zip(refs, times, strict=True)]
    found = elements_to_rows([table_of([heads, *rows], heads=1)], 600)
    assert tuple(row.numbered.ref.printed.text for row in found if row.numbered) == refs


def test_a_column_of_times_before_the_numbers() -> None:
    rows = [["Time", "Ref", "Item"], ["1.00", "TB(25)061", "Welcome"], ["1.05", "TB(25)062", "Minutes"]]
    found = elements_to_rows([table_of([*rows, ["1.15", "TB(25)063", "Quality"]], heads=1)], 600)
    assert [row.numbered.ref.printed.text for row in found if row.numbered] == ["TB(25)061", "TB(25)062", "TB(25)063"]


def test_letters_in_the_column_of_numbers_head_sections_and_the_last_items_stand_below_the_table() -> None:
    heads = ["", "*Item", "*Lead", "*Pages"]
    rows = [["*A", "*OPENING", "", ""], ["A1", "Apologies", "Clerk", ""], ["A2", "Minutes", "Chair", "1 – 2"]]
    rows += [["*B", "*AUDIT AND RISK", "", ""], ["B1", "Register", "Chair", "3"]]
    found = elements_to_rows([table_of([heads, *rows], heads=2)], 600)
    assert [row.whole.text for row in found if row.section] == ["A OPENING", "B AUDIT AND RISK"]
    assert [row.pages.text for row in found if not row.section] == ["", "1 – 2", "3"]


def test_letters_in_places_of_their_own_number_items() -> None:
    text = "**60|AGENDA\n60|A|90|Apologies\n\n60|B|90|Declarations\n\n60|C|90|Minutes|480|3 - 5"
    text += "\n\n60|D|90|Risk register|480|6"
    assert [(e.ref.text, e.title.text, e.page_to.text) for e in texts_to_pack(text).agenda] == [
        ("A", "Apologies", ""),
        ("B", "Declarations", ""),
        ("C", "Minutes", "5"),
        ("D", "Risk register", "6"),
    ]
    rows = [["A", "Apologies", ""], ["B", "Minutes", "3 - 5"], ["C", "Plan", "6"]]
    assert [row.numbered.ref.printed.text for row in elements_to_rows([table_of(rows)], 600) if row.numbered] == [
        "A",
        "B",
        "C",
    ]


def test_a_name_signed_at_the_right_is_no_measure_of_titles() -> None:
    text = "**60|AGENDA\n**60|1|90|RECOMMENDATIONS TRACKER AND FORWARD WORK|400|(Pages 3 - 4)\n**90|PROGRAMME"
    text += "\n\n**60|2|90|MINUTES|400|(Pages 1 - 2)\n\n**430|ANN OAK, CHIEF EXECUTIVE"
    assert texts_to_pack(text).agenda[0].title.text == "RECOMMENDATIONS TRACKER AND FORWARD WORK PROGRAMME"


def test_a_letter_behind_a_number_marks_an_exempt_item() -> None:
    text = "**60|AGENDA\n60|6.|90|Finance\n\n60|7.|90|Exempt item\n\n60|8E.|90|Sale of land\n\n60|9.|90|Plan"
    text = text.replace("60|6.", "60|5.|90|Minutes\n\n60|6.").replace("60|5.", "60|4.|90|Questions\n\n60|5.")
    assert [entry.ref.text for entry in texts_to_pack(text).agenda] == ["4", "5", "6", "7", "8E", "9"]


def test_numbers_that_count_on_begin_items_close_under_each_other() -> None:
    text = (
        "**60|A G E N D A\n\n60|1.|90|Apologies\n\n60|2.|90|Declarations of Interest in accordance with Standing Orders"
    )
    text += "\n\n60|3.|90|Decision notice of the last meeting|430|(Pages 1 - 2)\n\n60|4.|90|Update\n90|Oral report"
    text += (
        "\n\n60|5.|90|Performance Report|430|(Pages 3 - 4)\n90|Report of the Cabinet\n60|6.|90|Exclusion of the public"
    )
    assert [entry.ref.text for entry in texts_to_pack(text).agenda] == ["1", "2", "3", "4", "5", "6"]
