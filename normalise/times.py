"""Times of day as printed."""

from __future__ import annotations

import re

from normalise.text import plain
from normalise.words import alternatives, read_vocabulary

_WORDS = read_vocabulary(
    "times", {"halves": ("morning", "afternoon"), "named": ("noon", "midnight"), "plain": ("hours",)}
)
_MORNING = alternatives(_WORDS["halves"]["morning"])
_AFTERNOON = alternatives(_WORDS["halves"]["afternoon"])
_NAMED = (("12:00", alternatives(_WORDS["named"]["noon"])), ("00:00", alternatives(_WORDS["named"]["midnight"])))
_HALF = rf"(?:(?P<am>{_MORNING})|(?P<pm>{_AFTERNOON}))(?!\w)"
_HOURS = alternatives(_WORDS["plain"]["hours"])
_CLOCK = re.compile(
    rf"(?<![\w.:/£])(?:(?P<hour>[01]?\d|2[0-3])\s?[.:]\s?(?P<minute>[0-5]\d)\s?(?:{_HALF}|{_HOURS}(?!\w))?"
    rf"|(?P<full>[01]?\d)\s?(?P<half>{_HALF.replace('(?P<am>', '(?P<fullam>').replace('(?P<pm>', '(?P<fullpm>')})"
    rf"|(?P<hh>[01]\d|2[0-3])(?P<mm>[0-5]\d)\s?{_HOURS})(?![\w:/]|[.]\d)"
)


_SPAN = re.compile(
    r"(?<![\w.:/£])(?P<hour>1[0-2]|[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?:-|to|until)"
    rf"\s?(?P<end>1[0-2]|[1-9])(?:[.:][0-5]\d)?\s?{_HALF}"
)


def parse_time(raw: str) -> str | None:
    """The first time of day printed, as `HH:MM` on the 24-hour clock; None where there is none.

    A time without `am` or `pm` is taken as printed: `6.30` is half past six in the morning. A span whose end alone
    tells the half of the day begins in that half (`7-9pm`), or in the one before it (`11-1pm`).
    """
    text = plain(raw).lower()
    if (span := _SPAN.search(text)) is not None:
        later = int(span["hour"]) % 12 > int(span["end"]) % 12
        half = 12 if bool(span["pm"]) != later else 0
        return f"{int(span['hour']) % 12 + half:02d}:{int(span['minute'] or 0):02d}"
    clock = _CLOCK.search(text)
    for value, words in _NAMED:
        named = re.search(rf"(?<![\w.:]){words}(?!\w)", text)
        if named is not None and (clock is None or named.start() <= clock.start()):
            return value
    return None if clock is None else _on_24_hours(clock)


def _on_24_hours(clock: re.Match[str]) -> str | None:
    hour = int(clock["hour"] or clock["full"] or clock["hh"])
    minute = int(clock["minute"] or clock["mm"] or 0)
    if clock["am"] or clock["fullam"]:
        hour = 0 if hour == 12 else hour
    if (clock["pm"] or clock["fullpm"]) and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}"
