"""The word list of tables of figures (extract/records/vocabulary/figures.toml)."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.records.columns import ColumnWords, fold_head, words_to_column_words
from extract.vocabulary import VocabularyError, read_vocabulary

_SHAPE = {"columns": dict, "others": dict, "units": dict, "cells": dict, "rows": dict}
_LONGEST_GRADE = 24  # characters
_KEYS = {
    "columns": {"identifiers", "times", "ratings", "remarks", "notes"},
    "others": {"risks", "grades"},
    "units": {"signs", "words", "counts", "posts", "money", "beside_money"},
    "cells": {"blank", "nothing"},
    "rows": {
        "places",
        "totals",
        "net",
        "within",
        "opening",
        "closing",
        "less",
        "outgoing",
        "averages",
        "variances",
        "income",
        "spending",
    },
}


def _read() -> dict[str, dict[str, list[str]]]:
    data = read_vocabulary("extract.records", "figures", _SHAPE)
    for table, keys in _KEYS.items():
        if data[table].keys() != keys:
            raise VocabularyError(f"extract.records/vocabulary/figures.toml: [{table}] has not the keys {sorted(keys)}")
    return data


_DATA = _read()
_COLUMNS: ColumnWords = words_to_column_words(_DATA["columns"])
BLANK = frozenset(_DATA["cells"]["blank"])
NOTHING = frozenset(("", *_DATA["cells"]["nothing"]))
_COUNTED = "|".join(re.escape(word) for word in sorted(_DATA["units"]["counts"], key=len, reverse=True))
_SIGNS = "|".join(re.escape(sign) for sign in _DATA["units"]["signs"])
_WORDS = "|".join(re.escape(word) for word in sorted(_DATA["units"]["words"], key=len, reverse=True))
# A word for things counted is a unit where it stands alone, first or in brackets: `Within 30 days` names none.
UNIT = re.compile(
    rf"(?:{_SIGNS})|(?<![\w.])(?:{_WORDS})(?!\w)|^(?:{_COUNTED})$|^(?:number|nos?\.?|count) of\b"
    rf"|\b(?:gbp|eur|usd)(?:k|mn?|bn)\b|\((?:(?!\d)[^()])*(?<!\w)(?:{_COUNTED})(?!\w)[^()]*\)",
    re.IGNORECASE,
)
SIGN = re.compile(rf"(?:{_SIGNS})")


def _beginning(words: list[str]) -> re.Pattern[str]:
    phrases = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"^(?:\W*)(?:{phrases})(?!\w)", re.IGNORECASE)


TOTAL = re.compile(rf"{_beginning(_DATA['rows']['totals']).pattern}|\b(?:sub-?)?total$", re.IGNORECASE)
OPENING, CLOSING = _beginning(_DATA["rows"]["opening"]), _beginning(_DATA["rows"]["closing"])
_AVERAGES = re.compile(rf"\b(?:{'|'.join(_DATA['rows']['averages'])})\b", re.IGNORECASE)
LESS = _beginning(_DATA["rows"]["less"])
NET, WITHIN_ROW = _beginning(_DATA["rows"]["net"]), _beginning(_DATA["rows"]["within"])
OUTGOING = re.compile(rf"\b(?:{'|'.join(_DATA['rows']['outgoing'])})\b", re.IGNORECASE)
INCOME = re.compile(rf"\b(?:{'|'.join(_DATA['rows']['income'])})\b", re.IGNORECASE)
SPENDING = re.compile(rf"\b(?:{'|'.join(_DATA['rows']['spending'])})\b", re.IGNORECASE)
_VARIANCES = re.compile(rf"\b(?:{'|'.join(_DATA['rows']['variances'])})\b", re.IGNORECASE)
_MONEY = re.compile(rf"\b(?:{'|'.join(_DATA['units']['money'])})\b", re.IGNORECASE)
POSTS = re.compile(rf"\b(?:{'|'.join(_DATA['units']['posts'])})\b", re.IGNORECASE)
_BESIDE_MONEY = re.compile(rf"\b(?:{'|'.join(_DATA['units']['beside_money'])})\b", re.IGNORECASE)

_BARRED = frozenset(
    fold_head(phrase) for name in ("identifiers", "times", "ratings", "notes") for phrase in _DATA["columns"][name]
)
_PLACES = frozenset(fold_head(phrase) for phrase in _DATA["rows"]["places"])
_NUMBERS = re.compile(r"\b(?:no|ref|id|code)\.?$", re.IGNORECASE)
_GRADES = frozenset(_DATA["others"]["grades"])
_RISKS = re.compile(rf"\b(?:{'|'.join(_DATA['others']['risks'])})\b", re.IGNORECASE)


def bars(head: str) -> bool:
    """Whether a head says that the numbers below it are references, times, notes or ratings of risks."""
    return fold_head(head) in _BARRED or (" " in head.strip() and _NUMBERS.search(head.strip()) is not None)


def names_place(label: str) -> bool:
    """Whether a row's label says that its number is that of an agenda item or paper."""
    return fold_head(label) in _PLACES


def names_money(head: str) -> bool:
    """Whether a head says that the numbers below it are sums of money, without saying in what."""
    return _MONEY.search(head) is not None


def goes_with_money(head: str) -> bool:
    """Whether a head says that the numbers below it are money where another column of the table is (`Variance`)."""
    return _BESIDE_MONEY.search(head) is not None


def names_risks(head: str) -> bool:
    """Whether a head says that the words below it are risks."""
    return _RISKS.search(head) is not None and len(head.split()) <= 5


def grade_of(text: str) -> str | None:
    """The grade of likelihood that words are, without its number (`4 – Likely`); None for other words."""
    words = re.sub(r"[^a-z]+", " ", text.casefold()).strip() if len(text) <= _LONGEST_GRADE else ""
    return words if words in _GRADES else None


@lru_cache(maxsize=4096)
def head_concept(head: str) -> str | None:
    """What a column holds by its head (`identifiers`, `times`, `ratings`, `remarks`, `notes`); None for others."""
    return _COLUMNS.concept(head)


def names_averages(head: str) -> bool:
    """Whether a head says that the numbers below it cannot be added up."""
    return _AVERAGES.search(head) is not None


def names_variance(head: str) -> bool:
    """Whether a head says that the numbers below it are differences of two others."""
    return _VARIANCES.search(head) is not None


def names_unit(text: str) -> bool:
    """Whether words name a unit of figures."""
    return UNIT.search(text) is not None
