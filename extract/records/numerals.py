"""Numbers as cells of tables print them, told from dates, references and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.layout.excerpt import Excerpt

_TRENDS = "↑↓→←↔↗↘↕⬆⬇⮕➔➜▲▼△▽◄►⇧⇩⇨⇔▴▾"
_MARK = r"(?:\s?[*†‡§#^]+|[¹²³⁰-⁹]+|(?<=[\d%)])\s?\((?:[1-9]|[a-z]|[ivx]+)\)|\s?\[\w{1,3}\])"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}(?![,\d])|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d+)"
# `1,695 A`, `42 F`, `310 (fav)`: adverse or favourable, of which sums take the second from the first.
_LESS = ("cr", "f", "u")
_SIDE = r"\s(?:[AF]|[UO]/?S)|\s?\(?(?:adv|fav|adverse|favourable|cr|dr|under|over)\.?\)?"
_NUMERAL = re.compile(
    rf"(?P<number>(?P<bound>[≥≤]\s?|[<>]=?\s?(?=.*[%£€$]))?(?P<open>\(\s?)?(?P<sign>[-+−–‐‑‒—]\s?)?(?P<symbol>[£€$]\s?)?(?P<inner>\(\s?|[-+−–‐‑‒—]\s?)?"
    rf"(?P<digits>{_DIGITS}(?:\.\d+)?|\.\d+)\s?(?P<close>\)\s?)?(?P<scale>k|mn?|bn|million|thousand|billion)?"
    rf"(?P<percent>\s?(?:%|per\s?cent))?(?P<last>\s?\))?(?P<after>[-−–](?=$))?"
    rf"(?P<word>\s?(?:[wf]tes?|days?|weeks?|months?|hours?|hrs?|years?|minutes?|mins?))?(?P<side>{_SIDE})?){_MARK}*",
    re.IGNORECASE,
)
_THOUSANDS = "000"  # a unit (`£000`) and no number
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKETED_SHARE = re.compile(r"(?P<first>.*\d\S*)\s*(?P<second>[(\[][-+−–]?\d[\d.]*\s?%[)\]])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed (without footnote marks), its worth as digits and sign say it, and what stands with it.

    `marked` is true where a sign of money or per cent, a point, a thousands comma, brackets or a sign show that it is a
    figure; `united` where its own cell says its unit. A bare `2014` is `yearlike`.
    """

    printed: Excerpt
    worth: Decimal
    decimals: int
    marked: bool
    united: bool
    timed: bool
    yearlike: bool


def cell_to_numerals(text: Excerpt) -> tuple[Numeral, ...]:
    """The numbers that are all a cell holds: mostly one, two where a share follows in brackets (`12 (85%)`)."""
    bare = text.strip(_TRENDS + " \u00a0")
    if not bare or len(bare) > 40 or not any(c.isdigit() for c in bare.text):
        return ()
    whole = _numeral(bare)
    if whole is not None:
        return (whole,)
    match = _BRACKETED_SHARE.fullmatch(bare.text)
    if match is None:
        return ()
    first, second = _numeral(bare.group(match, "first")), _numeral(bare.group(match, "second").strip("()[]"))
    return (first, second) if first is not None and second is not None else ()


def _numeral(text: Excerpt) -> Numeral | None:
    match = _NUMERAL.fullmatch(text.text)
    if match is None or not _brackets_agree(match):
        return None
    digits = re.sub(r"[, ]", "", match["digits"])
    if match["digits"] == _THOUSANDS:
        return None
    less = (match["side"] or "").strip(" (").lower().startswith(_LESS)
    negative = less or match["open"] or match["after"] or any(_is_minus(match[name]) for name in ("sign", "inner"))
    worth = Decimal(digits) * (-1 if negative else 1)
    marks = ("open", "sign", "symbol", "inner", "percent", "scale", "after", "side")
    marked = any(match[name] for name in marks) or "." in digits or digits != match["digits"]
    return Numeral(
        text.group(match, "number"),
        worth,
        len(digits.partition(".")[2]),
        marked,
        bool(match["symbol"] or match["percent"]),
        bool(match["word"]) and not match["word"].strip().lower().endswith(("te", "tes")),
        not marked and bool(_YEAR.fullmatch(digits)),
    )


def _is_minus(sign: str | None) -> bool:
    return bool(sign) and sign is not None and sign.strip() != "+"


def _brackets_agree(match: re.Match[str]) -> bool:
    opened = bool(match["open"]) + (match["inner"] or "").startswith("(")
    return opened == bool(match["close"]) + bool(match["last"]) and opened <= 1
