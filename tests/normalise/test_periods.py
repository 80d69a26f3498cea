from datetime import date

import pytest

from normalise.periods import find_periods, full_year


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("from 1 April 2013 to May 2014", [("1 April 2013", "day"), ("May 2014", "month")]),
        ("Sept/Oct 2013", [("Sept", "month"), ("Oct 2013", "month")]),
        ("1-3 May 2024", [("1", "day"), ("3 May 2024", "day")]),
        ("Q2 2024/25, 2023-24 and 2022", [("Q2 2024/25", "quarter"), ("2023-24", "financial_year"), ("2022", "year")]),
        ("w/c 3 June 2024", [("w/c 3 June 2024", "range")]),
        ("minute 24/086, page 12, £2,013", []),
    ],
)
def test_dated_parts(text, printed):
    assert [(text[p.at : p.to], p.kind) for p in find_periods(text)] == printed


def test_a_day_that_there_is_not_is_unknown():
    (period,) = find_periods("31/09/2013")
    assert (period.kind, period.known) == ("day", False)


def test_winter_ends_in_the_next_year():
    (period,) = find_periods("Winter 2023")
    assert (period.start, period.end) == (date(2023, 12, 1), date(2024, 2, 29))


@pytest.mark.parametrize(("printed", "year"), [("13", 2013), ("'99", 2099), ("1999", 1999)])
def test_two_digits_are_of_the_years_from_2000(printed, year):
    assert full_year(printed) == year
