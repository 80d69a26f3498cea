import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.dates import find_days, parse_date

PACKS = sorted((Path(__file__).parents[3] / "shared" / "packs").glob("*.records.json"))

CASES = """
1 April 2013 | 2013-04-01 | 2013-04-01 | day
01/04/2013 | 2013-04-01 | 2013-04-01 | day
01.04.13 | 2013-04-01 | 2013-04-01 | day
31st March 2014 | 2014-03-31 | 2014-03-31 | day
31 st March 2014 | 2014-03-31 | 2014-03-31 | day
31st of March 2014 | 2014-03-31 | 2014-03-31 | day
31/3/14 | 2014-03-31 | 2014-03-31 | day
31-3-14 | 2014-03-31 | 2014-03-31 | day
31-Mar-14 | 2014-03-31 | 2014-03-31 | day
2013-03-31 | 2013-03-31 | 2013-03-31 | day
8th January, 2013 | 2013-01-08 | 2013-01-08 | day
Thursday, 22 November 2012. | 2012-11-22 | 2012-11-22 | day
Tues 5 March 2024 | 2024-03-05 | 2024-03-05 | day
March 31, 2014 | 2014-03-31 | 2014-03-31 | day
1\u00a0April\u00a02013 | 2013-04-01 | 2013-04-01 | day
12 Medi 2024 | 2024-09-12 | 2024-09-12 | day
Dydd Mawrth 19 Mawrth 2024 | 2024-03-19 | 2024-03-19 | day
1af o Fawrth 2024 | 2024-03-01 | 2024-03-01 | day
Dydd Mawrth 19 Mawrth 2024 / Tuesday 19 March 2024 | 2024-03-19 | 2024-03-19 | day
Board 28 November 2024 | 2024-11-28 | 2024-11-28 | day
31 March 2014 (revised from 31 December 2013) | 2014-03-31 | 2014-03-31 | day
31 December 2013 revised to 31 March 2014 | 2014-03-31 | 2014-03-31 | day
Original: 31/12/13 Revised: 31/03/14 | 2014-03-31 | 2014-03-31 | day
01/04/2013 01/04/2013 | 2013-04-01 | 2013-04-01 | day
April 2013 | 2013-04-01 | 2013-04-30 | month
Apr 13 | 2013-04-01 | 2013-04-30 | month
April13 | 2013-04-01 | 2013-04-30 | month
Apr '13 | 2013-04-01 | 2013-04-30 | month
Mar-14 | 2014-03-01 | 2014-03-31 | month
Sept. 2013 | 2013-09-01 | 2013-09-30 | month
04/13 | 2013-04-01 | 2013-04-30 | month
04/2013 | 2013-04-01 | 2013-04-30 | month
12/13 | 2013-12-01 | 2013-12-31 | month
Feb 2024 | 2024-02-01 | 2024-02-29 | month
Hydref 2024 | 2024-10-01 | 2024-10-31 | month
end of March 2014 | 2014-03-01 | 2014-03-31 | month
Early March 2014 | 2014-03-01 | 2014-03-31 | month
March 2014?? | 2014-03-01 | 2014-03-31 | month
June 2013 (review) | 2013-06-01 | 2013-06-30 | month
April 2013 TBC | 2013-04-01 | 2013-04-30 | month
Q2 2013/14 | 2013-07-01 | 2013-09-30 | quarter
Q4 2024/25 | 2025-01-01 | 2025-03-31 | quarter
Q3 2024-25 | 2024-10-01 | 2024-12-31 | quarter
Quarter 1 2024/25 | 2024-04-01 | 2024-06-30 | quarter
2024/25 Q1 | 2024-04-01 | 2024-06-30 | quarter
Q3 FY24/25 | 2024-10-01 | 2024-12-31 | quarter
End Q2 24/25 | 2024-07-01 | 2024-09-30 | quarter
2013/14 | 2013-04-01 | 2014-03-31 | financial_year
2013-14 | 2013-04-01 | 2014-03-31 | financial_year
2024/2025 | 2024-04-01 | 2025-03-31 | financial_year
FY 24/25 | 2024-04-01 | 2025-03-31 | financial_year
FY12/13 | 2012-04-01 | 2013-03-31 | financial_year
1999/00 | 1999-04-01 | 2000-03-31 | financial_year
2014 | 2014-01-01 | 2014-12-31 | year
Mid 2014 | 2014-01-01 | 2014-12-31 | year
Summer 2013 | 2013-06-01 | 2013-08-31 | season
autumn 2013 | 2013-09-01 | 2013-11-30 | season
Winter 2013 | 2013-12-01 | 2014-02-28 | season
Winter 2023/24 | 2023-12-01 | 2024-02-29 | season
Spring/Summer 2013 | 2013-03-01 | 2013-08-31 | range
April to August 2013 | 2013-04-01 | 2013-08-31 | range
April 2013 – March 2014 | 2013-04-01 | 2014-03-31 | range
Apr 13 – Mar 14 | 2013-04-01 | 2014-03-31 | range
Nov – Feb 2025 | 2024-11-01 | 2025-02-28 | range
March/April 2014 | 2014-03-01 | 2014-04-30 | range
1-3 May 2024 | 2024-05-01 | 2024-05-03 | range
1 April - 31 May 2024 | 2024-04-01 | 2024-05-31 | range
01/04/2013-31/03/2014 | 2013-04-01 | 2014-03-31 | range
From April 2013 to March 2014 | 2013-04-01 | 2014-03-31 | range
Between April 2013 and June 2013 | 2013-04-01 | 2013-06-30 | range
April 2013 to end of March 2014 | 2013-04-01 | 2014-03-31 | range
Q1-Q3 2024/25 | 2024-04-01 | 2024-12-31 | range
2024 - 2026 | 2024-01-01 | 2026-12-31 | range
w/c 3 June 2024 | 2024-06-03 | 2024-06-09 | range
Week ending 09/06/2024 | 2024-06-03 | 2024-06-09 | range
By March 2014 |  | 2014-03-31 | by
by Summer 2024 |  | 2024-08-31 | by
By end June 2024 |  | 2024-06-30 | by
by the end of March 2014 |  | 2014-03-31 | by
No later than 31 March 2014 |  | 2014-03-31 | by
before noon on 26 January 2024 |  | 2024-01-26 | by
Before April 2013 |  | 2013-03-31 | by
Erbyn Mawrth 2024 |  | 2024-03-31 | by
Report to Cabinet by 31/03/14 |  | 2014-03-31 | by
From October 2013 | 2013-10-01 |  | from
February 2013 onwards | 2013-02-01 |  | from
March 2014 and onwards | 2014-03-01 |  | from
Starting 1 May 2024 | 2024-05-01 |  | from
After 31 March 2024 | 2024-04-01 |  | from
Ongoing |  |  | ongoing
On going |  |  | ongoing
Continuous |  |  | ongoing
On-going to March 2015 |  | 2015-03-31 | ongoing
Ongoing until end of March 2015 |  | 2015-03-31 | ongoing
Ongoing (June 2013 review) |  |  | ongoing
Ongoing – review March 2015 |  |  | ongoing
Ongoing into 2014 |  |  | ongoing
March 2014 and ongoing | 2014-03-01 |  | ongoing
April 2013 - ongoing | 2013-04-01 |  | ongoing
Ongoing from April 2013 | 2013-04-01 |  | ongoing
April 2024 (ongoing) | 2024-04-01 |  | ongoing
TBC |  |  | unknown
T.B.C. |  |  | unknown
To be agreed – subject to directorate Business Plans |  |  | unknown
Date to be confirmed |  |  | unknown
XXX |  |  | unknown
Mar, Jul, Sep, Dec |  |  | recurring
Mar, Sep |  |  | recurring
March and September |  |  | recurring
Q1, Q2, Q3, Q4 |  |  | recurring
Quarterly |  |  | recurring
Annually in May |  |  | recurring
Each meeting |  |  | recurring
Every March |  |  | recurring
All year |  |  | recurring
Various into 2014 |  |  | recurring
Bob blwyddyn |  |  | recurring
Completed |  |  | done
Complete. |  |  | done
Done |  |  | done
Completed March 2014 | 2014-03-01 | 2014-03-31 | done
Complete (March 2014) |  |  | done
31/09/2013 |  |  | invalid
31 September 2013 |  |  | invalid
29/02/2023 |  |  | invalid
13/13/2013 |  |  | invalid
By 31 May |  |  | invalid
14 June |  |  | invalid
March |  |  | invalid
Q1 |  |  | invalid
Q2 2024 |  |  | invalid
Summer |  |  | invalid
Immediately |  |  | invalid
ASAP |  |  | invalid
Next meeting |  |  | invalid
Not started |  |  | invalid
Not complete |  |  | invalid
In place |  |  | invalid
Minute 24/086 |  |  | invalid
Academic year 2024/25 |  |  | invalid
Autumn term 2024 |  |  | invalid
31/03/2014 31/06/2013 |  |  | invalid
March 2014 to April 2013 |  |  | invalid
- |  |  | invalid
""".strip().splitlines()


@pytest.mark.parametrize("line", CASES)
def test_printed_form_means(line):
    raw, start, end, kind = (part.strip() for part in line.split("|"))
    value = parse_date(raw).as_json()
    assert (value["start"] or "", value["end"] or "", value["kind"]) == (start, end, kind)


def test_raw_is_what_is_printed_with_white_space_folded():
    assert parse_date("31st\n March  2014.").raw == "31st March 2014."


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%Y-%m-%d", "%a %d %b %y"]),
)
def test_every_day_is_read_back(day, form):
    value = parse_date(day.strftime(form))
    assert (value.start, value.end, value.kind) == (day, day, "day")


@given(st.text(max_size=60))
def test_any_text_gives_a_value_whose_days_are_in_order(raw):
    value = parse_date(raw)
    assert value.start is None or value.end is None or value.start <= value.end


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("held on Thursday, 22 November 2012 at 10.00 am", [("Thursday, 22 November 2012", date(2012, 11, 22))]),
        ("Tuesday, 8th January, 2013", [("Tuesday, 8th January, 2013", date(2013, 1, 8))]),
        (
            "as at 22/11/2012; reviewed 1 May 2013",
            [("22/11/2012", date(2012, 11, 22)), ("1 May 2013", date(2013, 5, 1))],
        ),
        ("Nos Fawrth 19 Mawrth 2024", [("Nos Fawrth 19 Mawrth 2024", date(2024, 3, 19))]),
        ("on 14 June, minute 24/086 of 31 September 2013, in May 2014", []),
        ("until 31 March. 10 members", []),
    ],
)
def test_days_in_running_text(text, printed):
    assert [(text[start:end], day) for start, end, day in find_days(text)] == printed


@pytest.mark.skipif(not PACKS, reason="the reference answers are not at hand")
def test_reference_answers_agree():
    wrong = [
        (value, got) for value in _reference_dates() if not _agrees(got := parse_date(value["raw"]).as_json(), value)
    ]
    assert wrong == []


def _reference_dates():
    actions = [action for pack in PACKS for action in json.loads(pack.read_text())["actions"]]
    values = [action.get(field) for action in actions for field in ("start", "due")]
    return [value for value in values if isinstance(value, dict) and "raw" in value]


def _agrees(got, wanted):
    return all(wanted[part] in ("__any__", got[part]) for part in ("start", "end", "kind"))
