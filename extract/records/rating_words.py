"""The word list of ratings (extract/records/vocabulary/ratings.toml), and what cells say by it."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.records.columns import ColumnWords, fold_head, words_to_column_words
from extract.vocabulary import VocabularyError, read_vocabulary

_KEYS = {
    "columns": {"rag", "status", "direction", "past"},
    "groups": {"labels", "remarks", "aspects"},
    "cells": {"colours", "letters", "others", "directions"},
    "legends": {"words", "labels"},
}


def _read() -> dict[str, dict[str, list[str]]]:
    data = read_vocabulary("extract.records", "ratings", dict.fromkeys(_KEYS, dict))
    for table, keys in _KEYS.items():
        if data[table].keys() != keys:
            raise VocabularyError(f"extract.records/vocabulary/ratings.toml: [{table}] has not the keys {sorted(keys)}")
    return data


_DATA = _read()
_COLUMNS: ColumnWords = words_to_column_words(_DATA["columns"])
GROUPS = frozenset(map(fold_head, _DATA["groups"]["labels"]))
# `Priority 1: A thriving economy`, `Portfolio – Finance`: the second is named without its label.
_GROUP = "|".join(map(re.escape, _DATA["groups"]["labels"]))
GROUP_HEADING = re.compile(
    rf"(?i)(?P<numbered>(?:{_GROUP})\s+(?:\d{{1,2}}|[A-H])\s*[:.–—-]\s*\S.*)|(?:{_GROUP})\s*[:–—]\s*(?P<name>\S.*)"
)
REMARKS = frozenset(map(fold_head, _DATA["groups"]["remarks"]))
ASPECTS = frozenset(map(fold_head, _DATA["groups"]["aspects"]))
LEGEND_LABELS = frozenset(map(fold_head, _DATA["legends"]["labels"]))
_COLOURS = frozenset(_DATA["cells"]["colours"])
_LETTERS = frozenset(_DATA["cells"]["letters"])
_OTHERS = frozenset(_DATA["cells"]["others"])
_DIRECTIONS = frozenset(_DATA["cells"]["directions"])
SIGNS = "●■▲▼◆♦•○□△▽◯⬤◼◾⚫⬛★☆✓✔✗✘✖►◄⚑ "  # printed beside a colour's name: `▲ Amber`
_FIRST_WORDS = "|".join(sorted(map(re.escape, _COLOURS), key=len, reverse=True))
_FIRST = re.compile(rf"(?:{_FIRST_WORDS})\s*(?:[-–—:(,.;]|$)", re.IGNORECASE)
_LEGEND = re.compile(rf"\b(?:{'|'.join(_DATA['legends']['words'])})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def head_concept(head: str) -> str | None:
    """What a column holds by its head: `rag`, `status`, `direction`, `past`; None for anything else."""
    return _COLUMNS.concept(head)


@lru_cache(maxsize=4096)
def word_kind(text: str) -> str | None:
    """What a cell's words are as a rating: `colour`, `letter`, `other` (`Complete`), `direction`; None for none."""
    text = text.strip(SIGNS) if any(c.isalpha() for c in text) else text
    folded = re.sub(r"\s*([/-])\s*", r"\1", text.casefold().strip(" .*()[]"))
    for kind, words in (("colour", _COLOURS), ("letter", _LETTERS), ("other", _OTHERS), ("direction", _DIRECTIONS)):
        if folded in words:
            return kind
    return "colour" if _FIRST.match(text.strip()) else None


def names_legend(text: str) -> bool:
    """Whether a table's name says that it explains ratings or plots risks."""
    return _LEGEND.search(text) is not None
