"""The words of dates, from `vocabulary/dates.toml`, and the patterns made from them."""

from __future__ import annotations

from collections.abc import Mapping

from normalise.words import alternatives, read_vocabulary

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_QUARTERS = ("first", "second", "third", "fourth")
_MEANINGS = (
    "by", "before", "from", "after", "onwards", "to", "between", "ongoing", "done", "not_done", "unknown", "recurring",
    "recurring_alone", "superseding", "superseded",
)  # fmt: skip

_WORDS = read_vocabulary(
    "dates",
    {
        "months": _MONTH_NAMES,
        "seasons": tuple(_SEASON_MONTHS),
        "weekdays": ("names",),
        "ordinals": ("suffixes",),
        "quarters": _QUARTERS,
        "years": ("financial", "other"),
        "weeks": ("commencing", "ending"),
        "meaning": _MEANINGS,
    },
)


def _numbered(section: str, numbers: Mapping[str, int]) -> dict[str, int]:
    return {word: number for key, number in numbers.items() for word in _WORDS[section][key]}


MONTHS = _numbered("months", {name: number for number, name in enumerate(_MONTH_NAMES, 1)})
SEASONS = _numbered("seasons", _SEASON_MONTHS)
QUARTERS = _numbered("quarters", {name: number for number, name in enumerate(_QUARTERS, 1)})

MONTH = alternatives(tuple(MONTHS))
SEASON = alternatives(tuple(SEASONS))
QUARTER = alternatives(tuple(QUARTERS))
WEEKDAY = alternatives(_WORDS["weekdays"]["names"])
ORDINAL = alternatives(_WORDS["ordinals"]["suffixes"])
FINANCIAL = alternatives(_WORDS["years"]["financial"])
OTHER_YEAR = alternatives(_WORDS["years"]["other"])
WEEK_COMMENCING = alternatives(_WORDS["weeks"]["commencing"])
WEEK_ENDING = alternatives(_WORDS["weeks"]["ending"])
MEANING = {name: alternatives(words) for name, words in _WORDS["meaning"].items()}
