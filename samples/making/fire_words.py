# ruff: noqa: E501 -- the pack's own sentences are kept whole
# One line for one row of a table:
# fmt: off
"""What the tables and lists of the pack in `fire_authority.py` print, with what each date and owner cell means."""

from __future__ import annotations

from answers import any_of, day, month, quarter, when

AGENDA = [
    "PART 1 – PUBLIC",
    ("1", "Apologies for absence", "", ""),
    ("2", "Declarations of interest", "", ""),
    ("3", "Minutes of the meeting held on 24 April 2025", "", "2-3"),
    ("4", "Performance Report – Quarter 4 and Year End 2024/25", "Assistant Chief Fire Officer", "4-6"),
    ("5", "Strategic Risk Register", "Deputy Chief Fire Officer", "7-9"),
    ("6", "HMICFRS Improvement Plan", "Chief Fire Officer", "10-12"),
    ("7", "Reserves and Workforce", "Treasurer", "13"),
    "PART 2 – EXEMPT",
    ("8", "Emergency Services Network: variation of contract", "Chief Fire Officer", "15"),
]
ROLL = [
    ("PRESENT:", "Councillor A Dunmore (in the Chair)"),
    ("", "Wendale Council: Councillors R Khatun, G Lofthouse, F Merriweather and I Nettles"),
    ("", "Holm Metropolitan Borough Council: Councillors S Prabhakar, H Quill, D Winterburn, B Yeadon and J Tregear (substitute for Councillor M O’Dowd)"),
    ("INDEPENDENT PERSON:", "Mrs C Ashdown-Reid"),
    ("OFFICERS:", "Chief Fire Officer (N Harker QFSM), Deputy Chief Fire Officer (S Malik), Treasurer (E Brandreth CPFA), Head of People (Ms L Sorensen) and Democratic Services Officer (R Tench)"),
    ("ALSO PRESENT:", "Mr K Lund, Brigade Secretary, Fire Brigades Union"),
    ("APOLOGIES:", "Councillors M O’Dowd, P Scaife and T Vance"),
]
PEOPLE = [
    ("Councillor A Dunmore", "member", any_of("Chair", "in the Chair")),
    *[(name, "member", None) for name in ("R Khatun", "G Lofthouse", "F Merriweather", "I Nettles", "S Prabhakar", "H Quill", "D Winterburn", "B Yeadon")],
    ("J Tregear", "substitute", None),
    ("Mrs C Ashdown-Reid", "member", any_of("Independent Person", None)),
    ("N Harker QFSM", "officer", "Chief Fire Officer"),
    ("S Malik", "officer", "Deputy Chief Fire Officer"),
    ("E Brandreth CPFA", "officer", "Treasurer"),
    ("Ms L Sorensen", "officer", "Head of People"),
    ("R Tench", "officer", "Democratic Services Officer"),
    ("Mr K Lund", "also_present", any_of("Brigade Secretary, Fire Brigades Union", "Brigade Secretary")),
    *[(name, "apology", None) for name in ("M O’Dowd", "P Scaife", "T Vance")],
]
REVIEW = [
    "(a) That the report be noted;",
    "(b) That the Assistant Chief Fire Officer bring to the next meeting an analysis of deliberate secondary fires by ward, with the cost of attendance and the action taken with partners;",
    "(c) That the target for home fire safety visits to people assessed as being at very high risk be raised from 85% to 90% with effect from 1 April 2026; and",
    "(d) That the Authority’s thanks be recorded to the crews who had attended the flooding at Holmfoot.",
]
CREWING = "That the Authority be recommended to adopt Option 2 (day crewing at Holm Valley Fire Station) for a trial period of twelve months from 1 October 2025, and that the outcome be reported to this Committee."
MINUTES = [
    ("PSC/14", "Declarations of Interest", ["Councillor Nettles declared an other registrable interest in minute PSC/17 as the parent of an on-call firefighter at Holm Valley."]),
    ("PSC/15", "Minutes", ["<b>RESOLVED –</b> That the minutes of the meeting held on 30 January 2025, copies of which had been circulated, be approved and signed by the Chair as a correct record."]),
    ("PSC/16", "Performance Report – Quarter 3 2024/25", ["Members considered a report of the Assistant Chief Fire Officer which showed that 19 of the 26 indicators had met or exceeded their targets. Accidental dwelling fires were the lowest recorded for the period; deliberate secondary fires had risen by 14% and were, in the main, fires in refuse and grassland.", "In response to a question by Councillor Winterburn, the Deputy Chief Fire Officer said that on-call availability of 76.2% compared well with similar services, but that it hid a wide range: from 41% at Skelbeck to 98% at Thornley East.", "Members asked about fires in waste sites, the condition of hydrants in the Skelbeck area and the number of visits refused at the door. The Chair reminded Members that the figures for each station were on the Service’s website, and asked that the next report say what each rise or fall had cost.", "The Deputy Chief Fire Officer added that recruitment of on-call staff at Skelbeck would begin again in May, when the drill yard had been relaid.", "<b>RESOLVED –</b>", *REVIEW]),
    ("PSC/17", "Crewing at Holm Valley", ["Members received a presentation on three options for crewing at Holm Valley Fire Station following public consultation, to which 1,318 responses had been received.", "It was moved by Councillor Quill and seconded by Councillor Khatun that Option 2 be recommended to the Authority.", "Councillor Lofthouse moved, and Councillor Yeadon seconded, as an amendment, that the matter be deferred until a full equality impact assessment had been made. On being put to the vote the amendment was lost, there being 4 votes for and 6 against.", f"<b>RESOLVED –</b> (by 7 votes to 2, with 1 abstention) {CREWING}", "Reason for decision: to improve the speed of the first response in the Holm Valley during the day at no additional cost."]),
    ("PSC/18", "Internal Audit Annual Report", ["The Treasurer presented the report of the Head of Internal Audit, whose opinion was that of reasonable assurance. The Committee noted the report."]),
    ("PSC/19", "HMICFRS Improvement Plan", ["The Chief Fire Officer reported that 11 of the 24 actions had been completed. Councillor Merriweather asked that actions whose dates had been revised more than once be marked as such in future.", "<b>RESOLVED UNANIMOUSLY –</b> That the progress made be welcomed and that the next report show the number of times that each date has been revised."]),
    ("PSC/20", "Exclusion of Press and Public", ["<b>RESOLVED –</b> That, under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following item of business on the grounds that it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act."]),
    ("PSC/21", "Lease of Aerial Ladder Platform", ["<b>RESOLVED –</b> That the recommendation set out in the report be approved."]),
    ("", "", ["The meeting closed at 4.05 pm.", "CHAIR ......................................................"]),
]
COUNT = any_of("count", None)
INDICATORS = [
    "PREVENTION",
    ("PI 1", "Accidental dwelling fires", "410 96 388 402", COUNT, "▼", "Green", "The lowest total since records began in their present form."),
    ("PI 2", "Fire deaths in accidental dwelling fires", "0 1 3 2", COUNT, "▲", "Red", "All three people lived alone. Each case has been reviewed with adult social care."),
    ("PI 3", "Home fire safety visits completed", "9,600 2,704 10,112 9,215", COUNT, "▲", "Green", ""),
    ("PI 4", "Visits to people at very high risk, as a share of all visits", "85% 79.4% 81.6% 77.0%", None, "▲", "Amber", "Referrals from one hospital stopped in October while a data sharing agreement was renewed."),
    ("PI 5", "Deliberate secondary fires", "1,150 297 1,344 1,179", COUNT, "▲", "Red", "Grassland fires in the dry spell of April and May account for most of the increase."),
    "PROTECTION",
    ("PI 6", "High risk premises audited", "720 188 731 698", COUNT, "▲", "Green", ""),
    ("PI 7", "Building regulations consultations answered in 15 working days", "95% 96.8% 97.1% 93.3%", None, "▲", "Green", ""),
    ("PI 8", "Unwanted fire signals attended", "1,900 512 2,046 2,133", COUNT, "▼", "Amber", "A new call challenge policy began on 1 February 2025."),
    "RESPONSE",
    ("PI 9", "First appliance at a dwelling fire within 10 minutes", "80% 82.2% 81.4% 80.9%", None, "▲", "Green", ""),
    ("PI 10", "On-call availability", "80% 74.9% 76.0% 77.8%", None, "▼", "Amber", "Eleven recruits complete their training in September."),
    ("PI 11", "Calls answered within seven seconds", "92% 95.1% 94.7% 94.2%", None, "▲", "Green", ""),
    ("PI 12", "Incidents of violence towards crews", "– 6 21 17", COUNT, "▲", "Not rated", "Reported for information; no target is set."),
    "PEOPLE",
    ("PI 13", "Working days lost to sickness per employee (wholetime)", "7.5 2.4 8.9 8.1", COUNT, "▲", "Red", "Long-term absence, half of it musculoskeletal."),
    ("PI 14", "Firefighters with current breathing apparatus assessment", "98% 98.6% 98.6% 98.2%", None, "▲", "Green", ""),
    ("PI 15", "Appraisals completed", "90% 91.5% 91.5% 84.0%", None, "▲", "Green", ""),
    ("PI 16", "Women in operational roles", "9.0% 9.6% 9.6% 8.7%", None, "▲", "Green", "Up from 52 to 58 people."),
]
RISKS = [
    ("SR1", "Failure to maintain response standards in rural areas", "Deputy Chief Fire Officer", ["Deputy Chief Fire Officer"], ("The number of on-call firefighters is falling and fewer people work where they live.", "Appliances at rural stations are unavailable for long periods.", "Slower attendance at incidents, with greater loss of life and property; loss of public confidence."), "4 5 20 4 4 16 2 4 8", "red",
     [("Dynamic cover tool used by Fire Control to move appliances", "Area Manager, Response"), ("On-call liaison officers for each district", "Group Manager, On-Call"), ("Mutual aid agreements with four neighbouring services", "Deputy Chief Fire Officer")],
     [("Trial of day crewing at Holm Valley", "Area Manager, Response", ["Area Manager, Response"], day("1 October 2025", "2025-10-01"), "On schedule"), ("Revised contract and bounty for on-call staff", "Head of People / Treasurer", ["Head of People", "Treasurer"], quarter("Q4 2025/26", "2026-01"), "In negotiation")]),
    ("SR2", "Loss of Fire Control", "Chief Fire Officer", ["Chief Fire Officer"], ("Failure of power, network or mobilising software, or an attack on it.", "Emergency calls cannot be answered or crews mobilised.", "Delay in attendance; call handling passes to another service."), "3 5 15 2 5 10 2 4 8", "amber",
     [("Secondary control at Thornley East, tested monthly", "Control Manager"), ("Tri-service agreement for overflow of calls", "Control Manager")],
     [("Replace the mobilising system", "Head of Digital and Control Manager", ["Head of Digital", "Control Manager"], month("By March 2027", "2027-03", kind="by"), "Specification agreed"), ("Penetration test of the control network", "Head of Digital", ["Head of Digital"], month("Nov 2025", "2025-11"), "Not started")]),
    ("SR3", "Firefighter contaminants", "Head of Health, Safety and Wellbeing", ["Head of Health, Safety and Wellbeing"], ("Exposure to toxic products of combustion at incidents and on station.", "Staff develop cancers or other diseases.", "Ill health and death in service; claims; industrial dispute."), "4 5 20 3 5 15 2 5 10", "red",
     [("Clean cab policy and zoned stations", "Area Manager, Response"), ("Second set of fire kit for all wholetime crews", "Head of Estates and Fleet")],
     [("Refit of showers and locker rooms at nine stations", "Head of Estates and Fleet", ["Head of Estates and Fleet"], when("2025/26", "financial_year", "2025-04-01", "2026-03-31"), "Four complete"), ("Baseline health screening", "Head of Health, Safety and Wellbeing", ["Head of Health, Safety and Wellbeing"], when("To be agreed with representative bodies", "unknown"), "Delayed")]),
    ("SR4", "Medium-term financial position", "Treasurer", ["Treasurer"], ("One-year settlements, unfunded pay awards and the remedy of pension discrimination.", "The Authority cannot balance its budget without cutting fire cover.", "Use of reserves; unplanned reduction in services."), "4 4 16 3 4 12 2 3 6", "amber",
     [("Medium Term Financial Plan to 2028/29", "Treasurer"), ("Pay contingency of 1% held in reserves", "Treasurer")],
     [("Zero-based review of support budgets", "Treasurer", ["Treasurer"], day("31 October 2025", "2025-10-31"), "Begun")]),
    ("SR5", "Disruption from the move of Headquarters", "Head of Estates and Fleet", ["Head of Estates and Fleet"], ("The lease of Beacon Way ends in December 2026.", "New premises are not ready.", "Extra rent and disruption to support functions."), "3 3 9 2 2 4 1 2 2", "green",
     [("Project board meets monthly", "Head of Estates and Fleet")],
     [("Sign agreement for lease at Holmfoot Park", "Head of Estates and Fleet", ["Head of Estates and Fleet"], when("Complete", "done"), "Signed 2 May 2025")]),
]
PLAN = [
    "EFFECTIVENESS",
    ("AFI 1", "The service should evaluate its prevention work so that it understands what works."),
    ("1.1", "Adopt an evaluation framework with the local university and train twelve staff in its use", "Area Manager, Prevention", ["Area Manager, Prevention"], "Q3 2024/25", "", quarter("Q3 2024/25", "2024-10"), "Complete", "Blue"),
    ("1.2", "Evaluate the water safety campaign", "Group Manager, Prevention", ["Group Manager, Prevention"], "Q1 2025/26", "Q3 2025/26", quarter("Q3 2025/26", "2025-10"), "Slipped: evaluator on leave", "Amber"),
    ("AFI 2", "The service should make sure that it puts in place measures to reduce unwanted fire signals."),
    ("2.1", "Introduce call challenge for all non-sleeping premises", "Control Manager", ["Control Manager"], "Q4 2024/25", "", quarter("Q4 2024/25", "2025-01"), "Complete", "Blue"),
    ("2.2", "Write to the fifty premises with the most signals and visit those that do not improve", "Area Manager, Protection\nStation Managers", ["Area Manager, Protection", "Station Managers"], "Q2 2025/26", "", quarter("Q2 2025/26", "2025-07"), "In progress", "Green"),
    "EFFICIENCY",
    ("AFI 3", "The service should have effective measures to assure itself that its workforce is productive."),
    ("3.1", "Set out station work routines and record time spent on prevention, protection and training", "Area Manager, Response and Head of People", ["Area Manager, Response", "Head of People"], "Q2 2024/25", "Q2 2025/26", quarter("Q2 2025/26", "2025-07"), "Third revision", "Red"),
    ("3.2", "Replace paper vehicle checks with tablets, including those used for breathing apparatus, ladders, lines, pumps and rescue equipment at every wholetime and on-call station in the area", "Head of Digital", ["Head of Digital"], "Sept 2025", "", month("Sept 2025", "2025-09"), "In progress", "Green"),
    "PEOPLE",
    ("CoC 1", "Cause of concern: the service should take early action to improve its culture and to tackle bullying."),
    ("C1.1", "Commission an independent reporting line, open to all staff at any hour, and publish quarterly figures of the number and kind of reports received", "Head of People", ["Head of People"], "Q1 2024/25", "", quarter("Q1 2024/25", "2024-04"), "Complete", "Blue"),
    ("C1.2", "All supervisory and middle managers to complete the dignity at work course", "Head of People", ["Head of People"], "Q4 2024/25", "Q2 2025/26", quarter("Q2 2025/26", "2025-07"), "88% complete", "Amber"),
    ("C1.3", "Meet representative bodies monthly", "Chief Fire Officer", ["Chief Fire Officer"], "Ongoing", "", when("Ongoing", "ongoing"), "In progress", "Green"),
    ("AFI 4", "The service should address the lack of diversity in its leadership."),
    ("4.1", "Review of promotion process by an external adviser", "Deputy Chief Fire Officer", ["Deputy Chief Fire Officer"], "By December 2025", "", month("By December 2025", "2025-12", kind="by"), "Adviser appointed", "Green"),
    ("4.2", "Reverse mentoring scheme", "Head of People", ["Head of People"], "TBC", "April 2026", month("April 2026", "2026-04"), "Not started", "Amber"),
]
RESERVES = [
    ("General Reserve", "2.914 – 2.914 2.914"),
    ("Pay Reserve", "0.780 -0.250 0.530 0.150"),
    ("Contaminants Reserve", "– 0.250 0.250 0.105"),
    ("Capital Receipts", "1.206 -0.640 0.566 0.566"),
    ("Insurance Fund", "0.405 0.012 0.417 0.420"),
    ("Total", "5.305 -0.628 4.677 4.155"),
]
STAFF = [
    ("Wholetime firefighters", "418.0 409.5 8.5"),
    ("On-call firefighters", "236.0 201.25 34.75"),
    ("Fire Control", "32.0 31.4 0.6"),
    ("Support staff", "164.8 158.3 6.5"),
]
