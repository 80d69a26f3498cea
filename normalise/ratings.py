"""RAG ratings from words, letters and colours, and the numbers of risk ratings."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from normalise.text import comparable, plain
from normalise.words import alternatives, read_vocabulary

Rag = Literal["red", "amber", "green", "amber_red", "amber_green", "blue", "grey"]
_RAGS: tuple[Rag, ...] = ("amber_red", "amber_green", "red", "amber", "green", "blue", "grey")
_WORDS = read_vocabulary("ratings", {"rag": _RAGS, "scores": ("likelihood", "impact", "score")})
_RAG_OF: dict[str, Rag] = {word: rag for rag in _RAGS for word in _WORDS["rag"][rag]}
# A leading letter counts only before a dash, a colon or a bracket: `A - at risk`, not `A new risk`.
_LEADING = re.compile(
    rf"(?P<word>{alternatives(tuple(w for w in _RAG_OF if len(w) > 2))})(?!\w)(?!/)"
    rf"|(?P<letter>[rabg](?:/[rag])?)\s*[-:(]"
)


def parse_rag(raw: str) -> Rag | None:
    """The rating that a cell says by a word or letter, alone or first of its words; None where it says none."""
    text = _rating_words(re.sub(r"(?<=\w)\s*\([^)]*\)?", " ", raw)) or _rating_words(raw)
    if text in _RAG_OF:
        return _RAG_OF[text]
    if (pair := _in_two_languages(text)) is not None:
        return pair
    match = _LEADING.match(text)
    if match is None or _several_ratings(text):
        return None
    word = match["word"] or match["letter"]
    # `Complete` and the like are blue only alone: `Completed in March` is a remark.
    return _RAG_OF[word] if match["letter"] or word in _PLAIN_COLOURS else None


def _in_two_languages(text: str) -> Rag | None:
    """One rating that two words give (`gwyrdd/green`); None where they give different ones."""
    ratings = {_RAG_OF.get(word) for word in text.split("/")}
    return ratings.pop() if "/" in text and len(ratings) == 1 else None


def status_rag(raw: str) -> Rag | None:
    """As `parse_rag` for a status column, where only colours and letters rate: `Complete` is no blue there."""
    rag = parse_rag(raw)
    remark = rag in ("blue", "grey") and _rating_words(raw) in _RAG_OF.keys() - _PLAIN_COLOURS
    return None if remark and len(_rating_words(raw)) > 1 else rag


_LETTER = re.compile(r"\s*[(\[]?(?P<letter>[RABG](?:\s?[/-]\s?[RAG])?)[)\]]?(?=$|[\s:(–-])(?P<rest>.*)", re.DOTALL)


def rating_marks(raw: str) -> tuple[str | None, str | None]:
    """The word and the letter of a rating as a cell prints them, each None where it prints none.

    Only colours are words of a rating here: `Complete` says how far something is.
    """
    match = _LETTER.fullmatch(raw)
    if match is None:
        return (raw.strip() if status_rag(raw) else None), None
    rest = match["rest"].strip()
    word = rest.strip(" :()–-") if status_rag(rest.strip(" :()–-")) else None
    alone = not rest or rest[0] in ":(–-" or word is not None
    return word, match["letter"] if alone else None


def _rating_words(raw: str) -> str:
    """The words without what only says that they are a rating (`RAG status:`), strokes and dashes set close."""
    text = re.sub(r"\b(?:rag|status|rating)\b\s*:?", " ", comparable(raw))
    return " ".join(re.sub(r"\s*([/-])\s*", r"\1", text).strip(f" ()[]*:{_SIGNS}").split())


_SIGNS = "●■▲▼◆♦•○□△▽◯⬤◼◾⚫⬛★☆✓✔✗✘✖►◄⚑"  # printed beside a colour's name: `▲ Amber`
_PLAIN_COLOURS = frozenset(_WORDS["rag"][rag][0] for rag in _RAGS) | {
    word
    for rag in ("red", "amber", "green", "amber_red", "amber_green")
    for word in _WORDS["rag"][rag]
    if len(word) > 2
}
_COLOUR_WORDS = {
    rag: re.compile(rf"(?<!\w){alternatives(tuple(w for w in _WORDS['rag'][rag] if w in _PLAIN_COLOURS))}(?!\w)")
    for rag in ("red", "amber", "green", "blue", "grey")
}


def _several_ratings(text: str) -> bool:
    """Whether it lists the ratings (a key: `Red, Amber or Green`) or tells of a change (`Amber to Green`)."""
    if any(
        text.startswith(word) for rag in ("amber_red", "amber_green") for word in _WORDS["rag"][rag] if len(word) > 2
    ):
        return False
    return sum(pattern.search(text) is not None for pattern in _COLOUR_WORDS.values()) > 1


# What bodies paint: from which CIELAB hue (degrees) to which a fill is that rating.
# The last number is the chroma from which it is meant: spreadsheets paint pale red and green for bad and good, while
# pale yellow, orange and blue are heads and highlights.
_HUES: tuple[tuple[Rag, float, float, float], ...] = (
    ("red", 5.0, 52.0, 20.0),
    ("amber", 52.0, 113.0, 28.0),
    ("green", 113.0, 190.0, 20.0),
    ("blue", 225.0, 310.0, 27.0),
)
_GREY = (35.0, 80.0)  # lightness between which an uncoloured fill of a rating's cell is a grey that is meant
_UNCOLOURED = 6.0  # chroma
_DARK = 26.0  # lightness below which a fill is a dark head, whatever its hue


def colour_to_rag(red: int, green: int, blue: int) -> Rag | None:
    """The rating that a fill (sRGB, 0 to 255) stands for, by its hue in CIELAB (D65); None for what is no rating.

    White, black, pale tints and light greys of headers are no rating; a distinct middle grey is `grey`.
    """
    lightness, chroma, hue = _lch(red, green, blue)
    if chroma < _UNCOLOURED:
        return "grey" if _GREY[0] <= lightness <= _GREY[1] else None
    if lightness < _DARK:
        return None
    return next((rag for rag, low, high, least in _HUES if low <= hue < high and chroma >= least), None)


# What lies between two ratings by its hue: the orange of amber-red and the yellow-green of amber-green, both strong.
_BETWEEN: tuple[tuple[Rag, float, float, float], ...] = (
    ("amber_red", 47.0, 55.0, 60.0),
    ("amber_green", 106.0, 119.0, 60.0),
)


def colour_name(red: int, green: int, blue: int) -> Rag | Literal["none"]:
    """The rating whose colour a fill (sRGB, 0 to 255) is nearest to, also one between two; `none` for other colours."""
    _, chroma, hue = _lch(red, green, blue)
    between = next((rag for rag, low, high, least in _BETWEEN if low <= hue < high and chroma >= least), None)
    return between or colour_to_rag(red, green, blue) or "none"


def marks_disagree(one: str, other: str) -> bool:
    """Whether two marks of one rating contradict each other; amber-red goes with red and with amber."""
    return not set(one.split("_")) & set(other.split("_"))


def _lch(red: int, green: int, blue: int) -> tuple[float, float, float]:
    """Lightness, chroma and hue (degrees) of an sRGB colour (IEC 61966-2-1 and CIE 15, white point D65)."""
    r, g, b = (_linear(part / 255) for part in (red, green, blue))
    x = _cube((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    y = _cube(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = _cube((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    across, along = 500 * (x - y), 200 * (y - z)
    return 116 * y - 16, math.hypot(across, along), math.degrees(math.atan2(along, across)) % 360


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _cube(part: float) -> float:
    return math.cbrt(part) if part > 0.008856 else 7.787 * part + 16 / 116


@dataclass(frozen=True, slots=True)
class Scores:
    """The numbers that a rating cell prints; None for what it does not print."""

    likelihood: int | None = None
    impact: int | None = None
    score: int | None = None


# The square of a matrix with its score (`D4 (20)`, `20 (5C)`): a letter from A to E names a row or column of it.
_SQUARE = re.compile(
    r"(?i)\W*(?:[a-e]\d|\d[a-e])\s*[\s(=:–-]\s*(?P<last>\d{1,2})\W*"
    r"|\W*(?P<first>\d{1,2})\s*[\s(:–-]\s*(?:[a-e]\d|\d[a-e])\W*"
)


def parse_rating(raw: str) -> int | None:
    """The one whole number of a rating (`Possible (3)`, `L3`, `D4 (20)`); None for words alone or several."""
    text = plain(raw)
    square = _SQUARE.fullmatch(text)
    if square is not None:
        return int(square["last"] or square["first"])
    numbers = re.findall(r"(?<![\d.,])\d{1,3}(?![\d%]|[.,]\d)", text)
    return int(numbers[0]) if len(numbers) == 1 else None


_TIMES = r"\s*(?:x|×|\*|by)\s*"
_LABELLED = {
    name: re.compile(
        rf"(?<![a-z]){alternatives(_WORDS['scores'][name])}(?![a-z])[\s():=-]*?\(?(?P<number>\d{{1,3}})(?!\d)"
    )
    for name in ("likelihood", "impact", "score")
}
# `(3L x 4I)`: the letter after its number.
_TRAILING = {
    name: re.compile(rf"(?<!\d)(?P<number>\d)\s?{letter}(?![a-z])")
    for name, letter in (("likelihood", "l"), ("impact", "i"))
}
_PRODUCT = re.compile(rf"(?<!\d)(?P<first>\d{{1,2}}){_TIMES}(?P<second>\d{{1,2}})(?!\d)")
_EQUALS = re.compile(r"=\s*\(?(?P<number>\d{1,3})(?!\d)")


def parse_scores(raw: str) -> Scores:
    """Likelihood, impact and score as printed: `L3 x I4 = 12`, `12 (4x3)`, `Medium (9)`.

    Without letters the likelihood is taken to stand first (the order of the heads `L x I`). Nothing is multiplied out.
    """
    text = plain(raw).lower()
    if _SQUARE.fullmatch(text) is not None:
        return Scores(score=parse_rating(raw))
    likelihood, impact = _labelled(text, "likelihood"), _labelled(text, "impact")
    if likelihood is not None or impact is not None:
        return Scores(likelihood, impact, _printed_score(text, [n for n in (likelihood, impact) if n is not None]))
    product = _PRODUCT.search(text)
    if product is None:
        return Scores(score=parse_rating(raw))
    first, second = int(product["first"]), int(product["second"])
    return Scores(first, second, _printed_score(text, [first, second]))


def _labelled(text: str, name: str) -> int | None:
    match = _LABELLED[name].search(text) or (name in _TRAILING and _TRAILING[name].search(text)) or None
    return int(match["number"]) if match else None


def _printed_score(text: str, parts: list[int]) -> int | None:
    """The number after `=` or `Score`, or else the only number that is neither likelihood nor impact."""
    match = _EQUALS.search(text) or _LABELLED["score"].search(text)
    if match is not None:
        return int(match["number"])
    rest = [int(number) for number in re.findall(r"(?<![\d.])\d{1,3}(?![\d.])", text)]
    others = list((Counter(rest) - Counter(parts)).elements())
    return others[0] if len(others) == 1 else None
