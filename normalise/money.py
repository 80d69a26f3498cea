"""Numbers as printed in tables of figures, and the units that heads and captions give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from normalise.text import plain
from normalise.words import alternatives, read_vocabulary

Unit = Literal["GBP", "EUR", "USD", "percent", "fte", "count"]
_UNITS: tuple[Unit, ...] = ("GBP", "EUR", "USD", "percent", "fte", "count")
_MONEY: tuple[Unit, ...] = ("GBP", "EUR", "USD")
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = read_vocabulary("money", {"units": _UNITS, "scales": tuple(_SCALES), "none": ("words",)})


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the unit printed beside it (None where none is), its scale undone; `decimals` are those printed."""

    value: float
    unit: Unit | None
    decimals: int
    scale: int = 1


@dataclass(frozen=True, slots=True)
class UnitHint:
    """The unit and the scale (1000 for `£'000s`) that a head or caption gives to the numbers under it."""

    unit: Unit | None
    scale: int = 1


_SIGN = r"[-+]"
_SYMBOL = r"£|€|\$"
_SCALE = {name: alternatives(words) for name, words in _WORDS["scales"].items()}
_SUFFIX = r"(?P<thousand>k|thousand)|(?P<million>m|mn|million)|(?P<billion>bn|billion)"
_COUNTED = alternatives(tuple(word for word in _WORDS["units"]["count"] if len(word) > 3))
_PRINTED = re.compile(
    rf"(?P<open>\()?\s?(?P<sign>{_SIGN})?\s?(?P<symbol>{_SYMBOL})?\s?(?P<open2>\()?(?P<sign2>{_SIGN})?\s?"
    rf"(?P<whole>\d{{1,3}}(?:[, ]\d{{3}})+(?!\d)|\d+)?(?:\.(?P<part>\d+))?\s?(?P<close0>\))?"
    rf"\s?(?:{_SUFFIX})?\s?(?P<percent>%)?\s?(?P<close>\))?(?P<after>[-](?=$))?"
    rf"(?:\s?(?P<fte>{alternatives(_WORDS['units']['fte'])})|\s(?P<count>{_COUNTED}))?"
    r"(?:\s(?:[af]|[uo]/?s)|\s?\(?(?:adv|fav|adverse|favourable|dr|under|over|(?P<credit>cr))\.?\)?)?"
)
_FOOTNOTE = re.compile(
    r"(?:\s?[*†‡§#^]+|[¹²³⁰-⁹]+|(?<=[\d%)])\s?\((?:\d|[a-z]|[ivx]+)\)|\s\[\w{1,3}\])+$", re.IGNORECASE
)


def parse_number(raw: str) -> Number | None:
    """The number that a cell prints, in base units of what stands in the cell (`£3.2m` → 3200000, `12%` → 12).

    Brackets, a minus or a dash before it make it negative, as does `Cr` behind it; `A` and `F` (adverse, favourable) do
    not. Footnote marks are no part of it. None where the cell is no single number: `n/a`, `-`, `£`, words, dates.
    """
    text = plain(raw).lower()
    if text in _WORDS["none"]["words"]:
        return None
    match = _PRINTED.fullmatch(_FOOTNOTE.sub("", text)) or _PRINTED.fullmatch(text) or _bound(text)
    if match is None or not (match["whole"] or match["part"]) or not _brackets_agree(match):
        return None
    return _number(match)


def _bound(text: str) -> re.Match[str] | None:
    """The number of a target (`≥ 95%`, `> £5,000`); none of `<5`, which is printed for a count that is kept back."""
    match = re.match(r"(?:[≥≤]|[<>]=?(?=.*[%£€$]))\s*", text)
    return _PRINTED.fullmatch(text, match.end()) if match is not None else None


def scaled(number: Number, hint: UnitHint) -> tuple[float, Unit | None]:
    """Value in base units and unit of a number under a head: `-285` under `£'000s` is -285000 GBP.

    A unit or scale in the cell itself wins over the head's; a percentage takes no scale.
    """
    if number.unit == "percent" or number.scale != 1:
        return number.value, number.unit or hint.unit
    if number.unit is not None and hint.unit is not None and number.unit != hint.unit:
        return number.value, number.unit
    return _rounded(number.value * hint.scale, number.decimals), number.unit or hint.unit


def _number(match: re.Match[str]) -> Number:
    part = match["part"] or ""
    scale = next((size for name, size in _SCALES.items() if match[name]), 1)
    value = float(f"{re.sub('[, ]', '', match['whole'] or '0')}.{part or '0'}")
    negative = (
        "-" in (match["sign"], match["sign2"], match["after"]) or match["open"] or match["open2"] or match["credit"]
    )
    value = _rounded(value * scale, len(part))
    return Number(-value if negative and value else value, _cell_unit(match), len(part), scale)


def _cell_unit(match: re.Match[str]) -> Unit | None:
    if match["percent"]:
        return "percent"
    if match["fte"] or match["count"]:
        return "fte" if match["fte"] else "count"
    return next((unit for unit in _MONEY if match["symbol"] in _WORDS["units"][unit]), None)


def _brackets_agree(match: re.Match[str]) -> bool:
    opened = sum(match[name] is not None for name in ("open", "open2"))
    return opened == sum(match[name] is not None for name in ("close0", "close")) <= 1


def _rounded(value: float, decimals: int) -> float:
    """The product without the binary dust of its factors (33.211 × 1e6 is 33211000)."""
    return round(value, max(decimals, 0))


def parse_unit_words(text: str) -> UnitHint:
    """The unit and scale that the words of a head or caption name; a hint with unit None where they name none.

    Of column labels joined with ` > ` the innermost that names one counts; a sign beats a word.
    """
    hints = (_part_hint(part) for part in reversed(plain(text).lower().split(" > ")))
    return next((hint for hint in hints if hint.unit is not None), UnitHint(None))


# A word goes on with letters that are no scale: `EURm` is euros, `Eurotop` is not.
_GOES_ON = r"(?<=[a-z])(?!(?:k|mn?|bn|000s?)\b)[a-z]"


def _part_hint(words: str) -> UnitHint:
    for unit in _MONEY:
        match = re.search(rf"(?<![a-z]){alternatives(_WORDS['units'][unit])}(?!{_GOES_ON})", words)
        if match is not None and not re.match(r"\s?\d+(?![\d']|\s?0{3})", _after_scale(words, match.end())):
            return UnitHint(unit, _scale_after(words[match.end() :]))
    return UnitHint(next((unit for unit in _UNITS[3:] if _names(words, unit)), None))


def _after_scale(words: str, at: int) -> str:
    """What follows a currency sign, unless it is a scale in thousands (`£000`), which is no amount."""
    return "" if re.match(rf"\s?{_SCALE['thousand']}(?!\w)", words[at:]) else words[at:]


def _scale_after(rest: str) -> int:
    for name, size in _SCALES.items():
        if re.match(rf"\s?\(?{_SCALE[name]}(?!\w)", rest):
            return size
    return 1


def _names(words: str, unit: Unit) -> bool:
    ends = r"(?!\w)" if unit != "percent" else ""
    named = rf"(?<![\w.]){alternatives(_WORDS['units'][unit])}{ends}"
    if unit == "count":  # a count word among others (`Staff costs`) says nothing about the figure
        if re.match(r"(?:number|nos?\.?|count|nifer) of\s", words):
            return True
        return re.fullmatch(rf"(?:.*[>])?\s*{named}\s*|.*\((?:[^()\d]*\s)?{named}(?:\s[^()]*)?\)", words) is not None
    return re.search(named, words) is not None
