"""The numbers that agenda items stand under (`7`, `A1`, `4(a)`, `24/101`, `TB 25/1`), and which follows which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.excerpt import EMPTY, Excerpt

_MOST_SKIPPED = 1  # numbers that may be missing between two items: withdrawn, or printed where they cannot be read
_NEAREST_PAGE = 2  # pages from one item to the next: one of notices may stand between
_ASIDE = 20.0  # points that the numbers of one level may stand apart: other margins on left-hand pages

_REF = re.compile(
    r"""(?ix)^(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|\*+\s*)?
    (?P<ref>
        (?P<prefix>(?-i:[A-Z]{1,2}))[.\s]?(?P<lettered>\d{1,3})(?P<lettered_sub>[a-z])?(?![\w/])
      | (?P<body>(?-i:[A-Z][A-Za-z]{0,5}(?:[/.-][A-Z][A-Za-z]{0,5}){0,2}))[\s./-]{0,3}
        (?P<parts>(?:\d{1,4}/|(?:20)?[12]\d[.-]|\(\d{2,4}\)\s?)\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]?)(?![\w/])
      | (?P<dated>\d{2}[./]\d{2}[./]\d{1,3})(?![\w/])
      | (?P<slashed>\d{1,4}\s?/\s?\d{1,4})(?![\w/])
      | (?P<number>\d{1,3})
        (?:\.(?P<part>\d{1,2})(?:\.(?P<part_of_part>\d{1,2}))?(?![\d/]))?
        (?:\.?\s?\((?P<bracketed>[a-z]|[ivx]{1,4})\)|\.?(?P<sub>[a-z])(?![\w’']|\.\w)|\s(?P<spaced>[a-z])\)|(?![\w/]|\s?[%:]\d))
    )
    \s*(?P<end>[.):\]]?)(?P<star>\s*\*+)?(?=\s|$|[A-Z(‘“"])
    """
)
# `IV. Budget`, `B. Minutes`: numbers in Roman numerals or letters, only with a stop or bracket behind them.
_SPELT = re.compile(r"^(?P<ref>(?P<roman>[IVX]{1,6})|(?P<letter>[A-Z]))[.)](?=\s)")
_EXEMPT = ("E", "X")  # behind the number of an item that is not for publication: `8E` after `7`
_LONE = re.compile(r"[A-Z][.)]?")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SUB_REF = re.compile(r"^(?P<ref>\((?:[a-z]|[ivx]{1,4})\)|(?:[a-z]|[ivx]{1,4})[).])(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Ref:
    """An item's number: as printed, and its parts in order (`4(a)` → prefix "", numbers (4,), sub "a").

    `series` tells apart numberings that do not go on from each other (`dated`, `slashed`, `roman`, `letter`, and
    `body` where letters stand before numbers with a year: `BoD 25/061`, `TB(25)061`).
    """

    printed: Excerpt
    series: str
    prefix: str
    numbers: tuple[int, ...]
    sub: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A place where an item may begin: its number, the words after it, and how far from the left it stands."""

    ref: Ref
    rest: Excerpt
    starred: bool
    x0: float
    at: int

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.ref.printed.page


def words_to_numbered(words: Excerpt, at: int) -> Numbered | None:
    """The item's number that words begin with, or None; `at` is where they stand in the running order."""
    match = _REF.match(words.text)
    if match is None:
        return _spelt(words, at)
    printed, after = words.group(match, "ref"), words.text[match.end() :]
    if not match["end"] and re.match(r"\s*(?:st|nd|rd|th)\b", after):  # a date whose ending is set apart: `3 rd March`
        return None
    starred = bool(match["star"]) or "*" in words.text[: match.start("ref")]
    return Numbered(_match_to_ref(match, printed), words.cut(match.end()), starred, printed.words[0].x0, at)


def _spelt(words: Excerpt, at: int) -> Numbered | None:
    """The Roman numeral or capital letter that words begin with; None where there is none."""
    match = _SPELT.match(words.text)
    if match is None:
        return None
    printed = words.group(match, "ref")
    series = "roman" if match["roman"] else "letter"
    number = _roman_number(printed.text) if match["roman"] else _letter_number(printed.text)
    ref = Ref(printed, series, "", (number,), "")
    return Numbered(ref, words.cut(match.end()), False, printed.words[0].x0, at)


def letter_to_numbered(letter: Excerpt, rest: Excerpt, at: int) -> Numbered | None:
    """The number that a capital letter in a place of its own is (`A | Apologies`); None where it is none."""
    if not _LONE.fullmatch(letter.text):
        return None
    printed = letter.cut(0, 1)
    series, number = ("roman", _roman_number) if printed.text in _ROMAN else ("letter", _letter_number)
    return Numbered(Ref(printed, series, "", (number(printed.text),), ""), rest, False, printed.words[0].x0, at)


def _roman_number(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, (*values[1:], 0), strict=True))


def _letter_number(text: str) -> int:
    return ord(text[0]) - ord("A") + 1


def words_to_part(words: Excerpt) -> tuple[Excerpt, Excerpt]:
    """A part's letter that words begin with (`(a)`, `b)`, `ii.`) and the words after it; two empty ones if none."""
    match = _SUB_REF.match(words.text)
    return (EMPTY, EMPTY) if match is None else (words.group(match, "ref"), words.cut(match.end()))


def _match_to_ref(match: re.Match[str], printed: Excerpt) -> Ref:
    if match["prefix"]:
        return Ref(
            printed, "", match["prefix"].upper(), (int(match["lettered"]),), (match["lettered_sub"] or "").lower()
        )
    if match["body"]:
        numbers = tuple(map(int, re.findall(r"\d+", match["parts"])))
        return Ref(printed, "body", match["body"].upper(), numbers, match["parts"][-1:].strip("0123456789").lower())
    for series in ("dated", "slashed"):
        if match[series]:
            return Ref(printed, series, "", tuple(map(int, re.findall(r"\d+", match[series]))), "")
    numbers = tuple(int(match[name]) for name in ("number", "part", "part_of_part") if match[name])
    return Ref(printed, "", "", numbers, (match["bracketed"] or match["sub"] or match["spaced"] or "").lower())


def follows(left: Ref, right: Ref) -> int | None:
    """How many numbers are left out between two items that may stand one after the other; None where they may not."""
    if {left.series, right.series} == {"roman", "letter"} and len(left.printed) == len(right.printed) == 1:
        return _skipped(_letter_number(left.printed.text), _letter_number(right.printed.text))  # H, I, J
    if left.series != right.series or (left.series == "body" and left.prefix != right.prefix):
        return None
    if left.series == "body" and (left.sub or right.sub or len(left.numbers) != len(right.numbers)):
        return _number_step(left, right)
    if left.series:
        return _series_step(left, right)
    if left.prefix != right.prefix:
        first = right.numbers[0] == 1 and right.sub in ("", "a")
        return _skipped(ord(left.prefix[0]), ord(right.prefix[0])) if left.prefix and right.prefix and first else None
    return _number_step(left, right)


def _series_step(left: Ref, right: Ref) -> int | None:
    """Minute-style numbers (`24/101`, `101/24`, `24.03.7`): one part goes on, the others stay."""
    changed = [(a, b) for a, b in zip(left.numbers, right.numbers, strict=True) if a != b]
    if len(changed) == 2 and left.series == "body":  # `TB/25/05/1.4` and `TB/25/05/2.1`
        return _number_step(left, right)
    return _skipped(*changed[0]) if len(changed) == 1 else None


def _number_step(left: Ref, right: Ref) -> int | None:
    a, b = left.numbers, right.numbers
    if a == b:
        if not left.sub:
            return 0 if right.sub in ("a", "i") else None
        return _letter_step(left.sub, right.sub)
    if len(b) > len(a) and b[: len(a)] == a:
        return 0 if b[len(a) :] == (1,) * (len(b) - len(a)) and not left.sub and right.sub in ("", "a") else None
    shared = next(i for i, (m, n) in enumerate(zip((*a, 0), (*b, 0), strict=False)) if m != n)
    opens = right.sub in ("", "a", "i") or right.printed.text.rstrip(".")[-1:] in _EXEMPT
    if shared >= len(b) or any(n != 1 for n in b[shared + 1 :]) or not opens:
        return None
    return _skipped(a[shared] if shared < len(a) else 0, b[shared])


def _letter_step(left: str, right: str) -> int | None:
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    if left in numerals and right in numerals and numerals.index(right) == numerals.index(left) + 1:
        return 0
    return _skipped(ord(left), ord(right)) if len(left) == len(right) == 1 else None


def _skipped(left: int, right: int) -> int | None:
    skipped = right - left - 1
    return skipped if 0 <= skipped <= _MOST_SKIPPED else None


def longest_run(places: Sequence[Numbered]) -> list[Numbered]:
    """The places, in order, that make the longest agenda: each number follows the one before it.

    Numbered lists inside an item's notes, dates and quantities at the left margin are left out by that.
    """
    weights: list[float] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        best, link = _start_weight(place.ref), None
        for earlier in range(index):
            gained = _link(places[earlier], place)
            if gained is not None and weights[earlier] + gained > best:
                best, link = weights[earlier] + gained, earlier
        weights.append(best)
        before.append(link)
    if not weights:
        return []
    at: int | None = max(range(len(weights)), key=lambda index: weights[index])
    run: list[Numbered] = []
    while at is not None:
        run.append(places[at])
        at = before[at]
    return run[::-1]


def _start_weight(ref: Ref) -> float:
    """An agenda begins with its first item; one that seems to begin later may be the middle of something else."""
    counts = ref.series in ("dated", "slashed", "body") or set(ref.numbers) == {1}
    return (0.9 if ref.series in ("roman", "letter") else 1.0) if counts else 0.2


def _link(left: Numbered, right: Numbered) -> float | None:
    skipped = follows(left.ref, right.ref)
    if skipped is None or right.page - left.page > _NEAREST_PAGE:
        return None
    same_level = len(left.ref.numbers) == len(right.ref.numbers) and bool(left.ref.sub) == bool(right.ref.sub)
    ends = abs(left.ref.printed.words[-1].x1 - right.ref.printed.words[-1].x1)
    if same_level and min(abs(left.x0 - right.x0), ends) > _ASIDE:
        return None
    return 1.0 - 0.5 * skipped
