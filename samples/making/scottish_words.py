# ruff: noqa: E501 -- the pack's own sentences are kept whole
# One line for one row of a table:
# fmt: off
"""What the tables and lists of the pack in `scottish_council.py` print, with what each date and owner cell means."""

from __future__ import annotations

from answers import day, month, when

RED, AMBER, GREEN, BLUE = "#ff0000", "#ffc000", "#00b050", "#0070c0"
AGENDA: list[str | tuple[str, str, str, str | None]] = [
    "FORMAL BUSINESS",
    ("1", "Apologies for Absence", "", None),
    ("2", "Declarations of Interest and Transparency Statements", "Members are asked to consider whether they have an interest to declare in any item, having regard to the Councillors’ Code of Conduct.", None),
    ("3", "Minute of Previous Meeting – 11 December 2024", "For approval. (Copy herewith)", "1-3"),
    ("4", "Action Tracker", "Report by Chief Officer – Law and Governance. (Copy herewith)", "4-5"),
    "RISK AND FINANCE",
    ("5", "Corporate Risk Register – Quarter 3 2024/25", "Report by Corporate Risk Officer. (Copy herewith)", "6-8"),
    ("6", "Revenue Monitoring 2024/25 – Position at 31 January 2025", "Report by Section 95 Officer. (Copy herewith)", "9"),
    "INTERNAL AUDIT",
    ("7", "Internal Audit Plan 2024/25 – Progress and Draft Plan 2025/26", "Report by Chief Internal Auditor. (Copy herewith)", "10"),
    ("8", "Date of Next Meeting – Wednesday, 11 June 2025", "", None),
    "EXEMPT BUSINESS – NOT FOR PUBLICATION",
    ("9", "Counter Fraud Investigations – Half-Year Report", "The Committee is invited to resolve, in terms of Section 50A(4) of the Local Government (Scotland) Act 1973, to exclude the public from the meeting during consideration of this item on the grounds that it involves the likely disclosure of exempt information as defined in Paragraph 14 of Part I of Schedule 7A of the Act.", "11"),
]
TRACKER = [
    "Law and Governance",
    ("23/11", "Bring a revised Scheme of Delegation to the Council, with a schedule of the powers that pass to Chief Officers under the new structure, and publish both on the website.", "Chief Officer – Law and Governance", ["Chief Officer – Law and Governance"], "30/06/2024", "30/04/2025", day("30/04/2025", "2025-04-30"), "Overdue", AMBER),
    ("24/02", "Review the Gifts and Hospitality Register and remind all Members of the 28-day rule.", "Head of Democratic Services / Monitoring Officer", ["Head of Democratic Services", "Monitoring Officer"], "31/12/2024", "", day("31/12/2024", "2024-12-31"), "Complete", BLUE),
    ("24/03", "Circulate a note on the register of interests of company directors appointed by the Council.", "Monitoring Officer", ["Monitoring Officer"], "January 2025", "", month("January 2025", "2025-01"), "Complete", BLUE),
    "Finance and Procurement",
    ("24/06", "Report on the implementation of purchasing card recommendations:\n• receipts held for every transaction;\n• monthly review by budget holders; and\n• cards withdrawn where two reviews are missed.", "Chief Officer – Roads and Fleet\nSection 95 Officer", ["Chief Officer – Roads and Fleet", "Section 95 Officer"], "12/03/2025", "11/06/2025", day("11/06/2025", "2025-06-11"), "In progress", AMBER),
    ("24/07", "Prepare a plan to restore uncommitted reserves to 2.5% of net expenditure, for approval with the revenue budget.", "F. Abernethy", ["F. Abernethy"], "Q1 2025/26", "", when("Q1 2025/26", "quarter", "2025-04-01", "2025-06-30"), "In progress", GREEN),
    ("24/08", "Confirm the position of the Common Good Funds in the annual accounts.", "F. Abernethy & R. Tolmie", ["F. Abernethy", "R. Tolmie"], "By June 2025", "", month("By June 2025", "2025-06", kind="by"), "Not started", GREEN),
    ("24/09", "Tender the banking contract through the national framework.", "Head of Procurement and Commissioning", ["Head of Procurement and Commissioning"], "TBC", "", when("TBC", "unknown"), "Not started", ""),
    "Risk and Resilience",
    ("24/10", "Hold a workshop on risk appetite for Members and the Corporate Management Team, facilitated by the Council’s insurers, and report the outcome with a revised Risk Management Strategy.", "Corporate Risk Officer", ["Corporate Risk Officer"], "Winter 2024", "Spring 2025", when("Spring 2025", "season", "2025-03-01", "2025-05-31"), "Arranged for 2 April", AMBER),
    ("24/12", "Test the loss of the Strathlaver House data centre, including the recovery of the social work case system, and report the lessons learned.", "Head of ICT and Digital", ["Head of ICT and Digital"], "28/02/2025", "", day("28/02/2025", "2025-02-28"), "Overdue", RED),
    ("24/13", "Review the resilience of rural schools to the loss of power or water.", "Chief Education Officer, Corporate Risk Officer", ["Chief Education Officer", "Corporate Risk Officer"], "31/03/25", "", day("31/03/25", "2025-03-31"), "In progress", GREEN),
]
RISKS: list[tuple[str, str, tuple[str, str, str], str, list[str], str, list[str], str, str]] = [
    ("SC01", "Financial sustainability", ("Settlements below inflation and a growing demand for care.", "The Council cannot set a balanced budget over the medium term.", "Services are cut without time to plan; reserves fall below policy; statutory intervention."), "Section 95 Officer", ["Section 95 Officer"], "5 5 25 4 5 20 3 4 12", ["Medium Term Financial Plan reviewed twice a year", "Monthly monitoring to the Corporate Management Team", "Savings tracker"], RED, "↔"),
    ("SC02", "Cyber attack", ("Unpatched systems, phishing and the theft of credentials from suppliers.", "Data are stolen or made unreadable.", "Loss of services for weeks, as other Scottish bodies have seen; fines; loss of trust."), "Head of ICT and Digital", ["Head of ICT and Digital"], "5 5 25 4 4 16 3 4 12", ["PSN and Cyber Essentials certification", "Off-site backups tested quarterly", "Multi-factor authentication", "Annual training"], RED, "↑"),
    ("SC03", "Workforce", ("An ageing workforce and few applicants in remote areas.", "Posts in social care, planning and teaching stay vacant.", "Higher agency costs and missed statutory timescales."), "Head of HR and OD\nChief Social Work Officer", ["Head of HR and OD", "Chief Social Work Officer"], "4 4 16 4 3 12 2 3 6", ["Workforce Plan 2023-28", "Grow-our-own trainee schemes", "Housing for key workers at Ardlaver"], AMBER, "↔"),
    ("SC04", "Public protection", ("Failure to share information, or to recognise neglect.", "A child or an adult at risk is seriously harmed.", "Death or injury; inspection; loss of confidence in the partnership."), "Chief Social Work Officer", ["Chief Social Work Officer"], "4 5 20 2 5 10 2 4 8", ["Child and Adult Protection Committees", "Multi-agency audit of cases", "Chief Officers’ Group"], AMBER, "↓"),
    ("SC05", "Climate and severe weather", ("More frequent storms and a backlog of culvert repairs.", "Roads, bridges and coastal defences fail.", "Communities cut off; unplanned capital cost."), "Chief Officer – Roads and Fleet", ["Chief Officer – Roads and Fleet"], "4 4 16 3 4 12 3 3 9", ["Inspection of bridges every two years", "Flood Risk Management Plan", "Resilience groups in nine communities"], AMBER, "↔"),
    ("SC07", "Health and social care integration", ("Overspends in the Integration Joint Board with no agreed recovery plan.", "The Council is asked for additional contributions during the year.", "Other services bear the cost; delayed discharges rise."), "Chief Executive and IJB Chief Officer", ["Chief Executive", "IJB Chief Officer"], "4 4 16 3 4 12 2 4 8", ["Integration Scheme", "Joint finance group meets monthly", "Directions policy"], AMBER, "↑"),
    ("SC09", "Statutory equality and language duties", ("Turnover of staff and no single owner of the Gaelic Language Plan.", "Duties under the Equality Act 2010 or the Gaelic Language (Scotland) Act 2005 are missed.", "Challenge by the regulator; loss of grant from Bòrd na Gàidhlig."), "Head of Policy and Communities", ["Head of Policy and Communities"], "3 3 9 2 2 4 1 2 2", ["Equality impact assessment of each budget proposal", "Plana Gàidhlig 2022–27 monitored by Policy and Resources Committee"], GREEN, "↔"),
    ("SC10", "Reinforced autoclaved aerated concrete", ("Buildings put up between 1955 and 1990 with panels that have not been surveyed.", "Part of a school or public building has to be closed at short notice.", "Pupils moved; cost of replacement outside the capital plan."), "Head of Property and Facilities", ["Head of Property and Facilities"], "3 5 15 2 5 10 1 5 5", ["Survey of all 141 buildings complete", "Props in place at two schools", "Quarterly inspection"], AMBER, "New"),
]
PLANNED = [
    ("SC01", "Bring options for a further £4.2m of savings to the budget seminar", "Section 95 Officer", ["Section 95 Officer"], "May 2025", month("May 2025", "2025-05"), "G"),
    ("SC01", "Agree a policy on the use of the capital receipts flexibility", "Section 95 Officer", ["Section 95 Officer"], "30 September 2025", day("30 September 2025", "2025-09-30"), "G"),
    ("SC02", "Replace the remote access gateway", "Head of ICT and Digital", ["Head of ICT and Digital"], "31 March 2025", day("31 March 2025", "2025-03-31"), "A"),
    ("SC02", "Run a tabletop exercise with the Integration Joint Board and the health board", "Head of ICT and Digital / Corporate Risk Officer", ["Head of ICT and Digital", "Corporate Risk Officer"], "Autumn 2025", when("Autumn 2025", "season", "2025-09-01", "2025-11-30"), "G"),
    ("SC03", "Extend the trainee planner scheme to environmental health", "Head of HR and OD", ["Head of HR and OD"], "2025/26", when("2025/26", "financial_year", "2025-04-01", "2026-03-31"), "G"),
    ("SC05", "Complete principal inspections of the six weight-restricted bridges", "Chief Officer – Roads and Fleet", ["Chief Officer – Roads and Fleet"], "Ongoing", when("Ongoing", "ongoing"), "A"),
    ("SC07", "Agree a recovery plan with the Integration Joint Board", "Chief Executive and IJB Chief Officer", ["Chief Executive", "IJB Chief Officer"], "31 January 2025", day("31 January 2025", "2025-01-31"), "R"),
]
REVENUE = [
    ("Education", "98,214", "98,006", "121,430", "121,112", "(318)", "(0.3%)"),
    ("Health and Social Care", "61,022", "62,480", "74,905", "77,010", "2,105", "2.8%"),
    ("Roads and Fleet", "14,887", "15,103", "17,644", "17,930", "286", "1.6%"),
    ("Property and Facilities", "9,310", "9,275", "11,502", "11,502", "–", "–"),
    ("Planning and Economic Development", "2,460", "2,118", "3,015", "2,690", "(325)", "(10.8%)"),
    ("Corporate Services", "12,006", "11,790", "14,370", "14,150", "(220)", "(1.5%)"),
    ("Total Services", "197,899", "198,772", "242,866", "244,394", "1,528", "0.6%"),
    ("Loan charges", "–", "–", "9,884", "9,773", "(111)", "(1.1%)"),
    ("Council Tax and General Revenue Grant", "(210,400)", "(210,400)", "(252,750)", "(252,750)", "–", "–"),
    ("Net Expenditure", "(12,501)", "(11,628)", "–", "1,417", "1,417", ""),
]
SAVINGS = [
    ("Review of school transport contracts", "410,000", "388,500", "A"),
    ("Office rationalisation: closure of Victoria Buildings", "265,000", "265,000", "G"),
    ("Non-domestic waste charges", "120,000", "41,250", "R"),
    ("Energy: street lighting dimmed after midnight", "96,400", "101,900", "G"),
]
AUDITS = [
    ("Purchasing cards – Roads and Fleet", "Final report issued", "20", "24"),
    ("Self-directed Support", "Final report issued", "25", "25"),
    ("Council Tax billing", "Final report issued", "15", "12.5"),
    ("Care at home: electronic monitoring", "Draft report", "20", "19"),
    ("Capital project governance", "Fieldwork", "30", "11"),
    ("School funds", "Deferred to 2025/26", "15", "–"),
    ("Total", "", "125", "91.5"),
]
