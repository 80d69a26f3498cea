"""The word list of tables of figures (extract/records/vocabulary/figures.toml)."""

from __future__ import annotations

import re

from extract.records.columns import ColumnWords, fold_head, words_to_column_words
from extract.vocabulary import VocabularyError, read_vocabulary

_SHAPE = {"columns": dict, "others": dict, "units": dict, "cells": dict, "rows": dict}
_KEYS = {
    "columns": {"identifiers", "times", "ratings", "remarks"},
    "others": {"risks"},
    "units": {"signs", "words", "counts", "money", "beside_money"},
    "cells": {"blank"},
    "rows": {"totals"},
}


def _read() -> dict[str, dict[str, list[str]]]:
    data = read_vocabulary("extract.records", "figures", _SHAPE)
    for table, keys in _KEYS.items():
        if data[table].keys() != keys:
            raise VocabularyError(f"extract.records/vocabulary/figures.toml: [{table}] has not the keys {sorted(keys)}")
    return data


_DATA = _read()
COLUMNS: ColumnWords = words_to_column_words(_DATA["columns"])
BLANK = frozenset(_DATA["cells"]["blank"])
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
TOTAL = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in sorted(_DATA['rows']['totals'], key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)

_MONEY = re.compile(rf"\b(?:{'|'.join(_DATA['units']['money'])})\b", re.IGNORECASE)
_BESIDE_MONEY = re.compile(rf"\b(?:{'|'.join(_DATA['units']['beside_money'])})\b", re.IGNORECASE)

_BARRED = frozenset(
    fold_head(phrase) for name in ("identifiers", "times", "ratings") for phrase in _DATA["columns"][name]
)
_NUMBERS = re.compile(r"\b(?:no|ref|id|code)\.?$", re.IGNORECASE)
_RISKS = re.compile(rf"\b(?:{'|'.join(_DATA['others']['risks'])})\b", re.IGNORECASE)


def bars(head: str) -> bool:
    """Whether a head says that the numbers below it are references, times or ratings of risks."""
    return fold_head(head) in _BARRED or (" " in head.strip() and _NUMBERS.search(head.strip()) is not None)


def names_money(head: str) -> bool:
    """Whether a head says that the numbers below it are sums of money, without saying in what."""
    return _MONEY.search(head) is not None


def goes_with_money(head: str) -> bool:
    """Whether a head says that the numbers below it are money where another column of the table is (`Variance`)."""
    return _BESIDE_MONEY.search(head) is not None


def names_risks(head: str) -> bool:
    """Whether a head says that the words below it are risks."""
    return _RISKS.search(head) is not None and len(head.split()) <= 5


def names_unit(text: str) -> bool:
    """Whether words name a unit of figures."""
    return UNIT.search(text) is not None
