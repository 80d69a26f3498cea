"""Tables without grids: columns from what is white over all lines, rows from gaps."""

from __future__ import annotations

import pytest

from extract.layout import words_to_lines
from extract.tables import lines_to_aligned_tables
from tests.extract.drawn import BOLD, PLAIN, page_of, set_line, set_row

X = (50.0, 200.0, 300.0, 400.0)


def tables(words, **drawn):
    page = page_of(words, **drawn)
    return lines_to_aligned_tables(words_to_lines(page.words, page.height), page)


def rows(table):
    grid = [[""] * (len(table.xs) - 1) for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text.text
    return grid


def figures(start=120.0, step=14.0):
    printed = [("Staff", "1,200", "(30)", "4.5%"), ("Premises", "300", "12", "1.0%"), ("Total", "1,500", "(18)", "2%")]
    return [word for n, row in enumerate(printed) for word in set_row(dict(zip(X, row, strict=True)), start + n * step)]


def test_figures_under_a_head():
    head = set_row(dict(zip(X[1:], ("Budget", "Variance", "Change"), strict=True)), 106, font=BOLD)
    (table,) = tables(head + figures())
    assert rows(table) == [
        ["", "Budget", "Variance", "Change"],
        ["Staff", "1,200", "(30)", "4.5%"],
        ["Premises", "300", "12", "1.0%"],
        ["Total", "1,500", "(18)", "2%"],
    ]


def test_a_sign_beside_a_wide_head_stands_over_the_column_that_nothing_else_heads():
    upper = set_row({55: "Service", 252: "Cyllideb /", 326: "Alldro /", 400: "Amrywiant /", 475: "%"}, 106, font=BOLD)
    lower = set_row({252: "Budget", 326: "Outturn", 400: "Variance"}, 119, font=BOLD)
    body = [("Schools", "98,412", "98,412", "0", "0.0"), ("Central", "11,206", "11,950", "744", "6.6")]
    body += [("Children", "19,874", "21,322", "1,448", "7.3"), ("Total", "129,492", "131,684", "2,192", "1.7")]
    body = 3 * body
    places = (55, 286, 360, 440, 526)
    words = [w for n, row in enumerate(body) for w in set_row(dict(zip(places, row, strict=True)), 141 + 20 * n)]
    (table,) = tables(upper + lower + words)
    assert " ".join(row[4] for row in rows(table)).split() == ["%", *3 * ["0.0", "6.6", "7.3", "1.7"]]


def test_a_numbered_heading_above_the_heads_is_no_row():
    title = set_row({X[0]: "2.", X[0] + 34: "Projected outturn"}, 92, font=BOLD)
    head = set_row(dict(zip(X[1:], ("Budget", "Variance", "Change"), strict=True)), 106, font=BOLD)
    (table,) = tables(title + head + figures())
    assert rows(table)[0] == ["", "Budget", "Variance", "Change"]


def test_lines_close_together_are_one_row_where_rows_stand_further_apart():
    head = set_row(dict(zip(X, ("Ref", "Action", "Who", "When"), strict=True)), 100, font=BOLD)
    first = set_row(dict(zip(X, ("1", "Ask for three", "Clerk", "May"), strict=True)), 120)
    more = set_line("quotations", X[1], 131)
    second = set_row(dict(zip(X, ("2", "Write to", "Chair", "June"), strict=True)), 151) + set_line("them", X[1], 162)
    third = set_row(dict(zip(X, ("3", "Report", "Clerk", "July"), strict=True)), 182)
    (table,) = tables(head + first + more + second + third)
    assert [row[1] for row in rows(table)] == ["Action", "Ask for three quotations", "Write to them", "Report"]


def test_a_head_over_two_columns_is_spread_over_them():
    upper = set_line("Number", 240, 92, font=BOLD)
    lower = set_row(dict(zip(X[1:], ("Budget", "Variance", "Change"), strict=True)), 106, font=BOLD)
    (table,) = tables(upper + lower + figures())
    over = next(cell for cell in table.cells if cell.text.text == "Number")
    assert (over.column, over.column_span) == (1, 2)


def test_prose_below_a_table_is_no_row_of_it():
    sentence = set_line(
        "The largest single rise is in the cost of the premises which have been closed since May.", 50, 170
    )
    (table,) = tables(figures() + sentence)
    assert [row[0] for row in rows(table)] == ["Staff", "Premises", "Total"]


@pytest.mark.parametrize(
    "lines",
    [
        [("1.", "Apologies for absence"), ("2.", "Declarations of interest"), ("3.", "Minutes of the last meeting")],
        [
            ("(a)", "note the report and its recommendations"),
            ("(b)", "agree the budget"),
            ("(c)", "thank the officers"),
        ],
    ],
)
def test_numbered_lists_are_no_tables(lines):
    words = [w for n, (mark, text) in enumerate(lines) for w in set_row({50: mark, 90: text}, 100 + 14 * n)]
    assert tables(words) == []


def test_running_text_is_no_table():
    words = [
        w
        for n in range(6)
        for w in set_line("Some running text of a report that fills its line well", 50, 100 + 12 * n)
    ]
    assert tables(words) == []


def attendance(top):
    head = set_row(dict(zip((50, 250, 450), ("Member", "Body", "Present"), strict=True)), top, font=BOLD)
    group = set_line("Heads of schools", 50, top + 14, font=BOLD)
    printed = [("Ann Oakes", "Fern School", "Yes"), ("Jo Pinder", "Wells School", "No"), ("Di Ray", "Harbour", "Yes")]
    body = [
        w
        for n, row in enumerate(printed)
        for w in set_row(dict(zip((50, 250, 450), row, strict=True)), top + 28 + 14 * n)
    ]
    return head + group + body


def minutes(top):
    texts = (
        "The Chair welcomed all to the meeting and told them where the doors are and what to do",
        "Members asked how much of the rise was due to places and were told that it was most of it",
        "Forum noted the forecast and asked for a further report on it at the meeting in the summer",
    )
    return [w for n, text in enumerate(texts) for w in set_row({50: f"1.{n + 1}", 85: text}, top + 14 * n)]


def test_a_table_close_to_numbered_text_is_cut_from_it_where_its_rules_end():
    rules = [(92 + 14 * n, 48.0, 520.0) for n in range(6)]
    (table,) = tables(attendance(102) + minutes(180), across=rules)
    assert [row[0] for row in rows(table)] == ["Member", "Heads of schools", "Ann Oakes", "Jo Pinder", "Di Ray"]


def test_a_table_without_rules_is_cut_from_numbered_text_at_the_widest_gap():
    (table,) = tables(attendance(102) + minutes(190))
    assert [row[2] for row in rows(table)] == ["Present", "", "Yes", "No", "Yes"]


def test_rules_between_all_rows_part_them_and_nothing_else_does():
    printed = [
        {50: "1", 90: "Agree to fund behaviour support at", 400: "Primary and"},
        {90: "the rates in the table", 400: "secondary only"},
        {50: "2", 90: "Agree to fund schools in trouble at", 400: "Primary only"},
        {90: "six pounds a pupil"},
        {50: "3", 90: "Agree to pay for duties", 400: "All"},
    ]
    head = set_row({50: "No.", 90: "Recommendation", 400: "Who votes"}, 86, font=BOLD)
    words = head + [w for n, row in enumerate(printed) for w in set_row(row, 100 + 14 * n)]
    (table,) = tables(words, across=[(y, 48.0, 520.0) for y in (76, 90, 118, 146, 160)])
    assert [row[2] for row in rows(table)] == ["Who votes", "Primary and secondary only", "Primary only", "All"]


def test_rules_round_the_heads_and_the_total_leave_the_rows_between_them_apart():
    upper = set_row(dict(zip(X, ("£m", "2024/25", "2025/26", "2026/27"), strict=True)), 92, font=BOLD)
    lower = set_row(dict(zip(X[1:], ("Actual", "Forecast", "Forecast"), strict=True)), 106, font=BOLD)
    (table,) = tables(upper + lower + figures(), across=[(y, 48.0, 520.0) for y in (95, 110, 139)])
    assert [row[0] for row in rows(table)][-3:] == ["Staff", "Premises", "Total"]


def test_an_overlong_word_stands_within_its_column():
    names = ("Ann", "Jo", "Di", "Cy", "Bo", "Mo", "Al", "Vi", "Ed", "Mike Stead (a substitute for Priti)")
    words = [w for n, name in enumerate(names) for w in set_row({50: name, 260: "12", 400: "30"}, 100 + 14 * n)]
    (table,) = tables(words)
    assert all(word.x1 <= cell.boxes[0].x1 for cell in table.cells for word in cell.text.words)


@pytest.mark.parametrize(("rule", "found"), [(-3.5, 0), (4.0, 1)])
def test_numbers_beside_the_lines_of_a_chart_are_no_table(rule, found):
    words = [
        w for n in range(5) for w in set_row({50: f"{1500 - 50 * n}", 300: f"{90 - 10 * n}", 500: "7"}, 100 + 14 * n)
    ]
    lines = [(100 + 14 * n + rule, x, x + 120.0) for n in range(5) for x in (80.0, 320.0)]
    assert len(tables(words, across=lines)) == found


def test_titles_of_a_printed_report_above_its_heads_and_a_label_that_reaches_under_one():
    places = (44, 297, 372, 442, 508, 601)
    titles = set_row({30: "03/11/2025", 250: "Anytown Council"}, 90) + set_row({30: "Month No: 7", 250: "Report"}, 104)
    upper = set_row({274: "Actual Year", 372: "Current", 442: "Variance", 508: "Funds", 601: "% Spent"}, 124, font=BOLD)
    body = [
        ("1076 Precept", "412,300", "412,300", "0", "-", "100.0%"),
        ("4000 Salaries", "98,212", "171,500", "7", "7", "57%"),
    ]
    body += [
        ("4020 Office", "2,941", "5,200", "2,259", "1,949", "62.5%"),
        ("4055 Legal", "3,350", "2,000", "9", "9", "67%"),
    ]
    body = [
        *body,
        *body,
        ("Administration and all other Indirect Expenditure", "104,503", "178,700", "74", "73", "58%"),
    ]
    lines = [set_row(dict(zip(places, row, strict=True)), 138 + 13 * n) for n, row in enumerate(body)]
    (table,) = tables(titles + upper + [word for line in lines for word in line])
    assert rows(table)[0] == ["", "Actual Year", "Current", "Variance", "Funds", "% Spent"]
    assert [row[1] for row in rows(table)[1:]] == [row[1] for row in body]


WRAPPED = [
    ("Project", "Next step", "Lead", "Date"),
    ("Cameras on the", "All live", "Road Manager", "30 April"),
    ("A61", "", "", ""),
]
WRAPPED += [("CCTV", "Contract for the", "Head of Safety", "TBC"), ("", "control room", "and Highways", "")]
WRAPPED += [("Young Drivers", "Evaluation", "Road Manager", "Autumn")]
WHOLE = [["Project", "Next step", "Lead", "Date"], ["Cameras on the A61", "All live", "Road Manager", "30 April"]]
WHOLE += [["CCTV", "Contract for the control room", "Head of Safety and Highways", "TBC"]]
WHOLE += [["Young Drivers", "Evaluation", "Road Manager", "Autumn"]]


def wrapped(tops, printed):
    fonts = [BOLD, *([PLAIN] * (len(printed) - 1))]
    lines = zip(tops, printed, fonts, strict=True)
    return [
        w for top, row, font in lines for w in set_row({x: t for x, t in zip(X, row, strict=True) if t}, top, font=font)
    ]


def test_stripes_part_the_rows():
    tops = (106, 122, 136, 150, 164, 178)
    bands = [
        ((50, 96, 480, 110), (90, 90, 90)),
        ((50, 110, 480, 140), (240, 240, 240)),
        ((50, 168, 480, 184), (240, 240, 240)),
    ]
    (table,) = tables(wrapped(tops, WRAPPED), fills=bands)
    assert rows(table) == WHOLE


def test_lines_with_a_label_a_little_further_down_begin_the_rows():
    printed = [row for row in WRAPPED if row[0] != "A61"]
    (table,) = tables(wrapped((106, 121, 136, 149, 164), printed))
    assert rows(table) == [WHOLE[0], ["Cameras on the", *WHOLE[1][1:]], *WHOLE[2:]]


def test_tables_of_one_make_below_one_another_are_cut_at_their_heads():
    words: list = set_row(dict(zip(X, ("4", "2", "2", "8"), strict=True)), 86)
    for number, name in enumerate(("Clean streets", "Homes for all")):
        top = 106.0 + 90 * number
        words += set_line(name, X[0], top, font=BOLD)
        words += set_row(dict(zip(X, ("Measure", "Target", "Actual", "Change"), strict=True)), top + 16, font=BOLD)
        words += figures(top + 32)
    assert [rows(table)[0] for table in tables(words)] == [["Measure", "Target", "Actual", "Change"]] * 2


def test_a_bold_name_above_heads_parts_two_tables():
    heads = dict(zip(X, ("Ref", "Decision", "Date", "Taken by"), strict=True))
    other = set_line("Decisions since the last meeting", 50, 176, font=BOLD) + set_row(heads, 190, font=BOLD)
    rest = [("D1", "Award a grant", "12 May", "Leader"), ("D2", "Lease a station", "19 May", "Deputy")]
    body = [w for n, row in enumerate(rest) for w in set_row(dict(zip(X, row, strict=True)), 204 + 14 * n)]
    head = set_row(dict(zip(X[1:], ("Budget", "Variance", "Change"), strict=True)), 106, font=BOLD)
    assert [rows(table)[0] for table in tables(head + figures() + other + body)] == [
        ["", "Budget", "Variance", "Change"],
        ["Ref", "Decision", "Date", "Taken by"],
    ]
