"""What is printed in a date column, as days. The rules are those of the record format's table of dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from normalise.calendar_words import MEANING
from normalise.periods import Period, find_periods, month_period, quarter_period, season_period
from normalise.text import fold, plain

DateKind = Literal[
    "day", "month", "quarter", "financial_year", "year", "season", "range", "by", "from", "ongoing", "unknown",
    "recurring", "done", "invalid",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as printed and the days it means (both ends included; None where it has no such end)."""

    raw: str
    start: date | None
    end: date | None
    kind: DateKind

    def as_json(self) -> dict[str, str | None]:
        """The value in the record format, with ISO dates."""
        days = (None if day is None else day.isoformat() for day in (self.start, self.end))
        return {"raw": self.raw, **dict(zip(("start", "end"), days, strict=True)), "kind": self.kind}


@dataclass(frozen=True, slots=True)
class _Printed:
    """The words to be understood, in lower case, and the dated parts among them."""

    text: str
    periods: tuple[Period, ...]

    def before(self, period: Period) -> str:
        return self.text[: period.at].rstrip()

    def after(self, period: Period) -> str:
        return self.text[period.to :].lstrip(" ,")


Days = tuple[date | None, date | None, DateKind]
_NO_PERIOD: Days = (None, None, "invalid")


def parse_date(raw: str) -> DateValue:
    """What a date cell says. Days are counted first, two-digit years are 20xx, nothing that is not printed is added.

    What names no period (no year, no such day, `Next meeting`) is of kind `invalid`.
    """
    start, end, kind = _meaning(_without_remark(plain(raw).lower().strip(" .,;:?*-")))
    return DateValue(fold(raw), start, end, kind)


def find_days(text: str) -> list[tuple[int, int, date]]:
    """The full dates (day, month and year) in running text: where each begins and ends, and the day.

    Behind the name of a month only a year of four digits counts: `until 31 March. 10 members …` has no date.
    """
    days = (p for p in find_periods(text) if p.kind == "day" and _FULL_DATE.search(text[p.at : p.to]))
    return [(p.at, p.to, p.start) for p in days if p.start is not None]


_FULL_DATE = re.compile(r"\d{4}$|^[\d\s./-]+$")


_BRACKETS = re.compile(r"\(([^()]*)\)?|\[([^\]]*)\]")


def _without_remark(text: str) -> str:
    """The words outside brackets; those inside only where nothing stands outside, or where they say `ongoing`."""
    outside = " ".join(_BRACKETS.sub(" ", text).split()).strip(" .,;:?*-")
    inside = " ".join(" ".join(part for part in match.groups() if part) for match in _BRACKETS.finditer(text))
    if not outside:
        return inside.strip()
    if re.fullmatch(MEANING["ongoing"], inside.strip()):
        return f"{outside} {inside.strip()}"
    return outside


def _meaning(text: str) -> Days:
    text = _current_words(text)
    printed = _Printed(text, _with_years(text, find_periods(text)))
    for reading in (_done, _ongoing, _recurring, _unknown):
        days = reading(printed)
        if days is not None:
            return days
    return _dated(printed)


_SUPERSEDING = re.compile(rf"\b{MEANING['superseding']}\b[\s:.-]*")
_SUPERSEDED = re.compile(rf"[\s,;-]*\b{MEANING['superseded']}\b")


def _current_words(text: str) -> str:
    """What counts where an original and a revised date are printed: the revised one."""
    old = _SUPERSEDED.search(text)
    if old is not None and any(p.known for p in find_periods(text[: old.start()])):
        text = text[: old.start()]
    for match in reversed(list(_SUPERSEDING.finditer(text))):
        if any(p.known for p in find_periods(text[match.end() :])):
            return text[match.end() :]
    return text


def _with_years(text: str, periods: list[Period]) -> tuple[Period, ...]:
    """Parts without a year take that of the part they are joined to: `May – July 2024`, `1-3 May 2024`."""
    whole: list[Period] = []
    for period in reversed(periods):
        later = whole[0] if whole else None
        if not period.known and later is not None and later.start and _JOINER.fullmatch(text, period.to, later.at):
            period = _completed(period, later.start)
        whole.insert(0, period)
    return tuple(whole)


def _completed(period: Period, later: date) -> Period:
    """The part with the last year in which it does not come after `later`."""
    at, to, month = period.at, period.to, period.month
    if month is None:
        return period
    if period.kind == "quarter":
        return quarter_period(at, to, later.year if later.month > 3 else later.year - 1, month)
    year = later.year if month <= later.month else later.year - 1
    if period.kind == "season":
        return season_period(at, to, year, month)
    if period.day is None:
        return month_period(at, to, year, month)
    try:
        return replace(period, start=date(year, month, period.day), end=date(year, month, period.day))
    except ValueError:
        return period


_JOINER = re.compile(rf"\s*(?:-+|/|&|\+|,|\band\b|\ba\b|{MEANING['to']}(?:\s+the)?(?:\s+end(?:\s+of)?)?)\s*")
_SEVERAL = re.compile(r"\s*(?:/|&|\+|,|;|\band\b|\bor\b|,\s*and\b)?\s*")


def _done(printed: _Printed) -> Days | None:
    match = re.match(rf"{MEANING['done']}\b", printed.text)
    if match is None or (
        match.end() < len(printed.text) and re.match(r"\s*(?:by|when|before)\b", printed.text[match.end() :])
    ):
        return None
    start, end, _ = _dated(_Printed(printed.text, printed.periods)) if printed.periods else _NO_PERIOD
    return (start, end, "done")


def _ongoing(printed: _Printed) -> Days | None:
    """The printed end (`to March 2015`) or beginning (`March 2014 and`) of something that goes on."""
    match = re.search(rf"\b{MEANING['ongoing']}(?!\w)", printed.text)
    if match is None:
        return None
    before = [p for p in printed.periods if p.to <= match.start() and p.known]
    after = [p for p in printed.periods if p.at >= match.end() and p.known]
    start = before[0].start if before else None
    if not after:
        return (start, None, "ongoing")
    between = printed.text[match.end() : after[0].at].strip(" ,;:-")
    if re.fullmatch(rf"(?:{MEANING['from']})", between):
        return (after[0].start, after[1].end if len(after) > 1 else None, "ongoing")
    if re.fullmatch(rf"(?:{MEANING['to']}|{MEANING['by']})(?: the)?(?: end)?(?: of)?", between):
        return (start, after[0].end, "ongoing")
    return (start, None, "ongoing")


def _recurring(printed: _Printed) -> Days | None:
    if re.fullmatch(MEANING["recurring_alone"], printed.text) or re.search(
        rf"(?<![\w-]){MEANING['recurring']}(?![\w-])", printed.text
    ):
        return (None, None, "recurring")
    listed = [p for p in printed.periods if p.kind in ("month", "quarter") and not p.known]
    gaps = zip(printed.periods, printed.periods[1:], strict=False)
    if (
        len(listed) > 1
        and listed == list(printed.periods)
        and all(_SEVERAL.fullmatch(printed.text, a.to, b.at) for a, b in gaps)
    ):
        return (None, None, "recurring")
    if len(listed) == 1 and re.match(r"(?:each|every|bob)\b", printed.text):
        return (None, None, "recurring")
    return None


def _unknown(printed: _Printed) -> Days | None:
    match = re.search(rf"(?<!\w)(?:{MEANING['unknown']}|x{{2,}})(?!\w)", printed.text)
    if match is None or any(p.known and p.at < match.start() for p in printed.periods):
        return None
    return (None, None, "unknown")


def _dated(printed: _Printed) -> Days:
    """The days of a text that is about one period, or about one from here to there."""
    if not printed.periods or not all(p.known for p in printed.periods):
        return _NO_PERIOD
    if len({(p.start, p.end) for p in printed.periods}) > 1:
        return _several(printed)
    period = printed.periods[0]
    lead = printed.before(period)
    for reading in (_open_start, _open_end):
        days = reading(lead, printed.after(printed.periods[-1]), period)
        if days is not None:
            return days
    return (period.start, period.end, period.kind)


_END_OF = (
    r"(?:\s+(?:the|around|approx\.?|c\.))*"
    r"(?:\s+(?:(?:start|beginning|end|middle|close)\s+of|early|mid|late|end)(?:\s+the)?|[\s-]*mid-)?"
)


_BY_AN_HOUR = re.compile(rf"\b(?:{MEANING['by']}|{MEANING['before']})\s+\S+(?:\s?[ap]\.?m\.?)?\s+on$")


def _says(lead: str, meaning: str) -> bool:
    """Whether the words before a period end in such a word (`by`, `from` …), with or without `the end of`."""
    return re.search(rf"(?:^|[^\w.]){MEANING[meaning]}[\s:]*{_END_OF}(?:\s+on)?$", lead) is not None


def _open_start(lead: str, _: str, period: Period) -> Days | None:
    if _says(lead, "before") and period.start is not None:
        return (None, period.start - timedelta(days=1), "by")
    if _says(lead, "by") or _BY_AN_HOUR.search(lead) or _says(lead, "to"):
        return (None, period.end, "by")
    return None


def _open_end(lead: str, rest: str, period: Period) -> Days | None:
    if re.match(rf"(?:(?:and|&)\s+)?{MEANING['onwards']}\b", rest):
        return (period.start, None, "from")
    if _says(lead, "after") and period.end is not None:
        return (period.end + timedelta(days=1), None, "from")
    return (period.start, None, "from") if _says(lead, "from") else None


_TO = re.compile(rf"\s*(?:-+|{MEANING['to']})(?:\s+the)?{_END_OF}\s*")


def _several(printed: _Printed) -> Days:
    """A range from the first period to the second, neighbours joined (`March/April 2014`), or else several times."""
    first, last = printed.periods[0], printed.periods[-1]
    if first.start is None or last.end is None or first.end is None or last.start is None:
        return _NO_PERIOD
    between = printed.text[first.to : last.at]
    spanned = _TO.fullmatch(between) or (
        _says(printed.before(first), "between") and between.strip() in ("and", "&", "a")
    )
    if len(printed.periods) == 2 and spanned:
        return (first.start, last.end, "range") if last.end >= first.start else _NO_PERIOD
    if not all(
        _SEVERAL.fullmatch(printed.text, a.to, b.at) for a, b in zip(printed.periods, printed.periods[1:], strict=False)
    ):
        return _NO_PERIOD
    neighbours = len(printed.periods) == 2 and last.start - first.end == timedelta(days=1) and first.kind != "day"
    return (first.start, last.end, "range") if neighbours else (None, None, "recurring")
