# ruff: noqa: E501 -- the pack's own sentences are kept whole
# One line for one row of a table:
# fmt: off
"""What the tables and lists of the pack in `schools_forum.py` print, with what each date and owner cell means."""

from __future__ import annotations

from answers import day, month, when

AGENDA: list[str | tuple[str, str, str, str, str, str]] = [
    ("1", "Welcome, apologies and declarations of interest", "Chair", "Information", "4.30pm", ""),
    ("2", "Minutes of the meeting held on 14 November 2024", "Chair", "Decision", "4.35pm", "2–3"),
    ("3", "Matters arising and action log", "Clerk", "Information", "4.40pm", "4"),
    ("4", "School funding formula 2025-26 and transfer to the High Needs Block", "RK", "Decision", "4.50pm", "5–7"),
    ("5", "De-delegation 2025-26", "TW", "Decision (maintained)", "5.20pm", "8"),
    ("6", "Deficit management plan", "DB", "Information", "5.40pm", "9"),
    ("7", "Forward plan and any other business", "Chair", "Information", "6.10pm", "10"),
    "Confidential item – observers will be asked to leave",
    ("8", "Growth fund: claim by a named academy", "RK", "Decision", "6.15pm", "12"),
]
ROLL = [
    "Maintained primary heads",
    ("Helen Oakes (Chair)", "Fernleigh Primary School", "Present"),
    ("Marcus Adeyemi", "Quayside Infant School", "Present"),
    ("Jo Pinder", "St Wilfrid’s CE Primary School", "Apologies"),
    "Maintained primary governors",
    ("Dr Alan Tranter", "Fernleigh Primary School", "Present"),
    ("Sue Weatherill", "Long Acre Primary School", "Absent"),
    "Maintained secondary heads",
    ("Farida Hussain (Vice-Chair)", "Eastmarch High School", "Present"),
    "Academies and free schools",
    ("Colin Babbage OBE", "Anchor Learning Trust", "Present"),
    ("Mike Stead (substitute for Priti Raval)", "Harbour Academy", "Present"),
    ("Priti Raval", "Harbour Academy", "Apologies"),
    "Special schools",
    ("Ruth Kilvington", "The Beacon School", "Present"),
    "Non-school members",
    ("Canon Peter Ely", "Diocese of Eastmarch", "Present to item 4"),
    ("Bev Oldroyd", "Trade unions", "Present"),
]
PEOPLE = [
    ("Helen Oakes", "member", "Chair"),
    ("Marcus Adeyemi", "member", None),
    ("Jo Pinder", "apology", None),
    ("Dr Alan Tranter", "member", None),
    ("Farida Hussain", "member", "Vice-Chair"),
    ("Colin Babbage OBE", "member", None),
    ("Mike Stead", "substitute", None),
    ("Priti Raval", "apology", None),
    ("Ruth Kilvington", "member", None),
    ("Canon Peter Ely", "member", None),
    ("Bev Oldroyd", "member", None),
    ("Dawn Brierley", "officer", "Assistant Director, Education and Inclusion"),
    ("Rajesh Kumar", "officer", "Head of Education Finance"),
    ("Tom Whitlam", "officer", "Schools Finance Manager"),
    ("Gill Harker", "officer", "Clerk"),
    ("Councillor Lena Marsh", "also_present", "Cabinet Member for Children"),
]
LOG = {
    "Open actions": [
        ("24/09", "May 2024", "Ask the Department for Education whether the exceptional premises factor can be claimed for the shared site at Long Acre", "RK", ["RK"], month("September 2024", "2024-09"), "R – no reply from the DfE"),
        ("24/12", "Sept 2024", "Publish a directory of services bought through de-delegation, with a named contact for each and the number of schools that used it in the last year", "TW", ["TW"], day("31/01/2025", "2025-01-31"), "G – at the printer"),
        ("24/14", "Nov 2024", "Circulate the number and average cost of independent places by type of need", "RK / DB", ["RK", "DB"], month("Dec 2024", "2024-12"), "A – awaiting year end data"),
        ("24/15", "Nov 2024", "Report on the use of earlier transfers from the Schools Block", "DB and TW", ["DB", "TW"], day("16 January 2025", "2025-01-16"), "G – see item 4"),
        ("24/17", "Nov 2024", "Fill the vacancy for a maintained primary head", "GH,\nChair", ["GH", "Chair"], when("Spring 2025", "season", "2025-03-01", "2025-05-31"), "G – ballot opened"),
        ("24/18", "Nov 2024", "Review the constitution and the proportions of members by sector", "Clerk", ["Clerk"], when("Annually", "recurring"), "A – due this term"),
    ],
    "Closed since the last meeting": [
        ("24/13", "Sept 2024", "Correct the minutes of 11 July", "Clerk", ["Clerk"], day("14/11/2024", "2024-11-14"), "Closed"),
        ("24/16", "Nov 2024", "Arrange the task and finish group on alternative provision", "GH", ["GH"], day("20.12.24", "2024-12-20"), "Closed – met on 10 December"),
    ],
}
FORMULA_ASKS = [
    ("(a)", "agree the funding formula for 2025-26 set out in Appendix A (all school members and early years providers);"),
    ("(b)", "agree a transfer of 0.5% of the Schools Block to the High Needs Block for 2025-26 (all members); and"),
    ("(c)", "note the illustrative budget shares in Table 2."),
]
BLOCKS = [
    ("Schools", "116.482", "122.490", "6.008", "5.2%"),
    ("Central school services", "1.204", "1.161", "(0.043)", "(3.6%)"),
    ("High needs", "27.915", "29.873", "1.958", "7.0%"),
    ("Early years", "14.330", "21.746", "7.416", "51.8%"),
    ("Total", "159.931", "175.270", "15.339", "9.6%"),
]
SCHOOLS = [
    ("Primary", "Barleycroft Primary School", "201", "1,034,118.22", "1,061,902.75", "27,784.53", "2.7%"),
    ("Primary", "Castle Street Infant School", "162", "861,440.10", "838,215.66", "-23,224.44", "-2.7%"),
    ("Primary", "Church Lane CE (VA) Primary School", "198", "1,012,007.51", "1,040,330.00", "28,322.49", "2.8%"),
    ("Primary", "Dunlin Road Primary School", "388", "1,887,264.38", "1,951,120.47", "63,856.09", "3.4%"),
    ("Primary", "Fernleigh Primary School", "412", "1,998,051.07", "2,066,814.90", "68,763.83", "3.4%"),
    ("Primary", "Gull Rock Primary School", "63", "498,212.64", "501,880.29", "3,667.65", "0.7%"),
    ("Primary", "Harbour View Junior School", "240", "1,190,746.83", "1,222,109.18", "31,362.35", "2.6%"),
    ("Primary", "Lighthouse Primary Academy", "419", "2,041,338.00", "2,104,771.12", "63,433.12", "3.1%"),
    ("Primary", "Long Acre Primary School", "187", "1,004,519.75", "989,602.38", "-14,917.37", "-1.5%"),
    ("Primary", "Marsh End Primary School", "104", "640,228.91", "652,014.03", "11,785.12", "1.8%"),
    ("Primary", "Quayside Infant School", "176", "915,630.44", "918,777.02", "3,146.58", "0.3%"),
    ("Primary", "Ropewalk Primary School", "288", "1,421,906.35", "1,466,210.08", "44,303.73", "3.1%"),
    ("Primary", "Sandpiper Primary School and Resource Base for Pupils with Speech, Language and Communication Needs", "231", "1,288,450.02", "1,330,771.96", "42,321.94", "3.3%"),
    ("Primary", "Saltings Primary School", "305", "1,502,884.26", "1,549,650.71", "46,766.45", "3.1%"),
    ("Primary", "St Wilfrid’s CE Primary School", "209", "1,060,102.93", "1,088,416.55", "28,313.62", "2.7%"),
    ("Primary", "Windmill Hill Primary School", "", "–", "441,206.00", "441,206.00", "n/a"),
    ("All-through", "Anchor All-through School", "1,108", "6,820,415.36", "7,077,318.84", "256,903.48", "3.8%"),
    ("Secondary", "Eastmarch High School", "1,246", "7,915,022.17", "8,240,677.39", "325,655.22", "4.1%"),
    ("Secondary", "Harbour Academy", "897", "5,806,911.58", "6,015,338.26", "208,426.68", "3.6%"),
    ("Secondary", "St Hilda’s Catholic College", "1,010", "6,402,688.80", "6,655,190.31", "252,501.51", "3.9%"),
    ("Secondary", "The Ferry School", "644", "4,390,576.29", "4,377,402.12", "-13,174.17", "-0.3%"),
    ("Secondary", "Trinity Church Academy", "1,187", "7,466,031.20", "7,752,400.55", "286,369.35", "3.8%"),
    ("Secondary", "West Bank Studio School", "142", "1,204,818.90", "1,189,446.27", "-15,372.63", "-1.3%"),
    ("", "Total", "9,817", "58,363,365.71", "60,531,566.84", "2,168,201.13", "3.7%"),
]
DEDELEGATION_ASKS = [
    ("1", "Agree to de-delegate funding for behaviour support services at the rates in Table 3", "Maintained primary and maintained secondary, separately"),
    ("2", "Agree to de-delegate funding for schools in financial difficulty at £6.00 per pupil", "Maintained primary only"),
    ("3", "Agree the top-slice for statutory duties of £41.20 per pupil", "All maintained, including special"),
    ("4", "Note that no proposal is made for licences and subscriptions", "–"),
]
RATES = [
    ("Behaviour support", "14.20", "36,338", "11.75", "14,641"),
    ("Trade union facilities time", "3.35", "8,573", "3.35", "4,174"),
    ("Schools in financial difficulty", "6.00", "15,354", "–", "–"),
    ("Total", "23.55", "60,265", "15.10", "18,815"),
]
MILESTONES = [
    ("Early identification", "Ordinarily available provision guide sent to every school", "Early years inclusion fund doubled", ""),
    ("Local places", "Planning consent for 40 places at The Beacon School", "", "Resource bases open at Dunlin Road and The Ferry School"),
    ("Post-16", "", "Supported internships agreed with the college and the hospital trust", "Review of transport for students over 18"),
]
RISKS = [
    ("Parents’ appeals to the tribunal continue to rise, so that places are named outside the plan", "H", "H", "Mediation offered in every case; a second tribunal officer appointed"),
    ("The statutory override ends before the plan has reduced the deficit", "M", "H", "Joint representations with neighbouring authorities"),
    ("Building costs delay the resource bases", "L", "M", "Modular design; contingency of 12%"),
]
FORWARD = [
    ("13 March 2025", "Early years funding rates; scheme for financing schools", "TW"),
    ("19 June 2025", "Outturn 2024-25; school balances; election of Chair", "RK / Clerk"),
    ("25 September 2025", "Consultation on the formula for 2026-27", "RK"),
]
