"""The dated parts of a text (days, months, quarters, seasons, years), each with its place, first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from normalise.calendar_words import (
    FINANCIAL,
    MONTH,
    MONTHS,
    ORDINAL,
    OTHER_YEAR,
    QUARTER,
    QUARTERS,
    SEASON,
    SEASONS,
    WEEK_COMMENCING,
    WEEK_ENDING,
    WEEKDAY,
)
from normalise.text import same_length

PeriodKind = Literal["day", "month", "quarter", "financial_year", "year", "season", "range"]


@dataclass(frozen=True, slots=True)
class Period:
    """A dated part: characters `at` to `to` of the text, its kind, first and last day.

    The days are None where it is no period after all: `31 September 2013`, or `14 June` without a year. `month` and
    `day` are then what is printed of it, so that a year printed later can complete it.
    """

    at: int
    to: int
    kind: PeriodKind
    start: date | None
    end: date | None
    month: int | None = None
    day: int | None = None

    @property
    def known(self) -> bool:
        """Whether it names days."""
        return self.start is not None


_YEAR4 = r"(?:19|20|21)\d\d"
# Two digits before the name of a month are a day: `1 April - 31 May 2024`.
_YEAR = rf"(?P<year>{_YEAR4}|'?\d\d(?!\s?(?:{ORDINAL})?\s*{MONTH}\b))"
_SPLIT_YEAR = rf"(?P<year>{_YEAR4}|\d\d)\s?[/-]\s?(?P<next>{_YEAR4}|\d\d)"
# A number after a stroke or a stop is part of something longer (`24/086`, `5.12`); a name is not (`Sept/Oct 2013`).
_BEFORE = r"(?<![\w£])(?:(?=[^\W\d])|(?<![./])(?=\d))"
_AFTER = r"(?!\w|/\d|[.,]\d)"
_WEEKDAY = rf"(?:(?:{WEEKDAY})\.?,?\s+)?"
_DAY = rf"(?P<day>\d{{1,2}})\s?(?:{ORDINAL}\b)?"


def find_periods(text: str) -> list[Period]:
    """The dated parts of a text from left to right, without overlaps; positions are those of `text`."""
    plain = same_length(text).lower()
    found: list[Period] = []
    at = 0
    while match := _ANY.search(plain, at):
        period = _read(match)
        if period is not None:
            found.append(period)
        at = match.end()
    return found


def month_period(at: int, to: int, year: int, month: int) -> Period:
    """A whole month."""
    return Period(at, to, "month", date(year, month, 1), date(year, month, monthrange(year, month)[1]), month)


def full_year(printed: str) -> int:
    """A year as printed: two digits are of the years from 2000."""
    digits = printed.strip("'’")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(match: re.Match[str]) -> Period:
    month = MONTHS[_key(match["month"])] if not match["month"].isdigit() else int(match["month"])
    day = int(match["day"])
    at, to = match.span()
    try:
        when = date(full_year(match["year"]), month, day)
    except ValueError:
        return Period(at, to, "day", None, None)
    return Period(at, to, "day", when, when, month, day)


def _yearless_day(match: re.Match[str]) -> Period:
    return Period(*match.span(), "day", None, None, MONTHS[_key(match["month"])], int(match["day"]))


def _month(match: re.Match[str]) -> Period | None:
    month = MONTHS[_key(match["month"])] if not match["month"].isdigit() else int(match["month"])
    return month_period(*match.span(), full_year(match["year"]), month) if 1 <= month <= 12 else None


def _yearless_month(match: re.Match[str]) -> Period:
    return Period(*match.span(), "month", None, None, MONTHS[_key(match["month"])])


def _quarter(match: re.Match[str]) -> Period:
    """A quarter of a financial year; where the years printed do not follow each other nobody can say which days."""
    at, to = match.span()
    year = _financial_year_start(match)
    number = QUARTERS[_key(match["quarter"])]
    return Period(at, to, "quarter", None, None) if year is None else quarter_period(at, to, year, number)


def _bare_quarter(match: re.Match[str]) -> Period:
    return Period(*match.span(), "quarter", None, None, QUARTERS[_key(match["quarter"])])


def _season(match: re.Match[str]) -> Period:
    at, to = match.span()
    if match["year"] is None:
        return Period(at, to, "season", None, None, SEASONS[_key(match["season"])])
    return season_period(at, to, full_year(match["year"]), SEASONS[_key(match["season"])])


def quarter_period(at: int, to: int, year: int, number: int) -> Period:
    """A quarter (1 to 4) of the financial year that begins in April of `year`."""
    year, month = (year, 3 * number + 1) if number < 4 else (year + 1, 1)
    end = date(year, month + 2, monthrange(year, month + 2)[1])
    return Period(at, to, "quarter", date(year, month, 1), end, number)


def season_period(at: int, to: int, year: int, month: int) -> Period:
    """Three months from the month that a season begins in; winter goes on into the next year."""
    last_year, last = (year, month + 2) if month <= 10 else (year + 1, month - 10)
    end = date(last_year, last, monthrange(last_year, last)[1])
    return Period(at, to, "season", date(year, month, 1), end, month)


def _financial_year(match: re.Match[str]) -> Period | None:
    at, to = match.span()
    year = _financial_year_start(match)
    if year is not None:
        return Period(at, to, "financial_year", date(year, 4, 1), date(year + 1, 3, 31))
    first, last = match["year"], match["next"]
    if len(first) == len(last) == 4 and int(first) < int(last):
        return Period(at, to, "range", date(int(first), 1, 1), date(int(last), 12, 31))
    if len(first) == 4 and "-" in match[0] and 1 <= int(last) <= 12:
        return month_period(at, to, int(first), int(last))
    return None


def _financial_year_start(match: re.Match[str]) -> int | None:
    """The year that `2013/14` begins in; None where the two years do not follow each other."""
    if match["year"] is None or match["next"] is None:
        return None
    year = full_year(match["year"])
    return year if (full_year(match["next"]) - year) % 100 == 1 else None


def _year(match: re.Match[str]) -> Period:
    year = int(match["year"])
    return Period(*match.span(), "year", date(year, 1, 1), date(year, 12, 31))


def _other_year(match: re.Match[str]) -> Period:
    return Period(*match.span(), "year", None, None)


def _week(match: re.Match[str]) -> Period:
    """The seven days from (or up to) the day printed."""
    day = find_periods(match["rest"])
    at, to = match.span()
    if not day or day[0].start is None:
        return Period(at, to, "range", None, None)
    start = day[0].start - timedelta(days=6 if match["ending"] else 0)
    return Period(at, to, "range", start, start + timedelta(days=6))


def _key(words: str) -> str:
    return " ".join(words.split())


_NAMED_DAY = rf"{_WEEKDAY}{_DAY}\s*(?:of\s+|o\s+|-|/|\.\s?)?\s?(?P<month>{MONTH})\.?,?"
_NUMBER_DAY = rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<month>\d{{1,2}})\s?(?P=sep)\s?{_YEAR}"
_ISO_DAY = rf"(?P<year>{_YEAR4})-(?P<month>\d\d)-(?P<day>\d\d)"

# The order matters: the longest form that can stand at a place is tried first.
_FORMS: tuple[tuple[str, str, Callable[[re.Match[str]], Period | None]], ...] = (
    ("week", rf"(?:(?P<ending>{WEEK_ENDING})|{WEEK_COMMENCING})[\s:]+(?P<rest>[^;()]{{4,36}}?{_YEAR4}|[\d./]+)", _week),
    ("other", rf"(?:{SEASON}\s+)?(?:{OTHER_YEAR})\s+{_YEAR4}(?:\s?[/-]\s?\d+)?", _other_year),
    ("yearother", rf"{_YEAR4}\s?[/-]\s?(?:\d\d){{1,2}}\s+(?:{OTHER_YEAR})", _other_year),
    ("iso", _ISO_DAY, _day),
    ("number", _NUMBER_DAY, _day),
    ("named", rf"{_NAMED_DAY}\s*[-/]?\s*{_YEAR}", _day),
    ("american", rf"{_WEEKDAY}(?P<month>{MONTH})\.?\s+{_DAY},?\s+(?P<year>{_YEAR4})", _day),
    (
        "dayto",
        rf"{_DAY}(?=\s?(?:-|&|/|to|and)\s?\d{{1,2}}\s?(?:{ORDINAL})?\s(?:of\s)?(?P<month>{MONTH})\b)",
        _yearless_day,
    ),
    ("yearless", _NAMED_DAY.removesuffix(",?"), _yearless_day),
    ("quarter", rf"(?P<quarter>{QUARTER})(?:(?:\s+of)?[\s,(-]*(?:{FINANCIAL}\s*)?{_SPLIT_YEAR})", _quarter),
    ("yearquarter", rf"(?:{FINANCIAL}\s*)?{_SPLIT_YEAR}[\s,(-]*(?P<quarter>{QUARTER})", _quarter),
    ("barequarter", rf"(?P<quarter>{QUARTER})(?:\s+{_YEAR4})?", _bare_quarter),
    ("season", rf"(?P<season>{SEASON})(?:,?\s+(?:of\s+)?{_YEAR}(?:/\d\d(?:\d\d)?)?)?", _season),
    ("monthsplit", rf"(?P<month>{MONTH})\.?\s*{_YEAR}(?=\s?-\s?(?:\d{{1,2}}\s)?{MONTH})", _month),
    ("month", rf"(?P<month>{MONTH})\.?,?\s*(?:of\s+|[-/])?\s*{_YEAR}", _month),
    ("yearlessmonth", rf"(?P<month>{MONTH})\.?", _yearless_month),
    ("fy", rf"(?:{FINANCIAL})\s*{_SPLIT_YEAR}", _financial_year),
    ("numbermonth", r"(?P<month>0?[1-9]|1[0-2])\s?/\s?(?P<year>(?:19|20|21)?\d\d)", _month),
    ("dotmonth", rf"(?P<month>0?[1-9]|1[0-2])[.-](?P<year>{_YEAR4})", _month),
    ("split", _SPLIT_YEAR, _financial_year),
    ("year", rf"(?P<year>{_YEAR4})", _year),
)
_COMPILED = tuple((re.compile(pattern), read) for _, pattern, read in _FORMS)
_ENDS = re.compile(_AFTER)


class _AnyForm:
    """Searches for the first place where any of the forms stands, and which of them."""

    def search(self, text: str, at: int) -> re.Match[str] | None:
        for start in _STARTS.finditer(text, at):
            match = self._longest(text, start.start())
            if match is not None:
                return match
        return None

    @staticmethod
    def _longest(text: str, at: int) -> re.Match[str] | None:
        for pattern, _ in _COMPILED:
            match = pattern.match(text, at)
            if match is not None and _ENDS.match(text, match.end()):
                return match
        return None


_STARTS = re.compile(_BEFORE)
_READERS = dict(_COMPILED)
_ANY = _AnyForm()


def _read(match: re.Match[str]) -> Period | None:
    return _READERS[match.re](match)
