"""How many, as minutes print it: in figures or in words."""

from __future__ import annotations

from normalise.money import parse_number
from normalise.text import plain
from normalise.words import read_vocabulary

_WORDS = read_vocabulary("counts", {"words": ("english", "welsh", "nought")})["words"]
_COUNTS = {word: n for listed in ("english", "welsh") for n, word in enumerate(_WORDS[listed])}


def parse_count(raw: str) -> int | None:
    """The whole number that figures or a word give (`8`, `two`, `none`, `dim`); None where they give none."""
    text = plain(raw).strip().casefold()
    if text in _WORDS["nought"]:
        return 0
    if text in _COUNTS:
        return _COUNTS[text]
    number = parse_number(raw)
    return int(number.value) if number is not None and number.value == int(number.value) else None
