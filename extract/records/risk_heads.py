"""What the heads and labels of risk registers say of the values under or beside them.

The words are in `extract/records/vocabulary/risks.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.records.columns import fold_head, longest_phrase, words_to_column_words
from extract.vocabulary import read_vocabulary

_WORDS = read_vocabulary(
    "extract.records",
    "risks",
    dict.fromkeys(("fields", "phases", "measures", "either", "several", "paragraphs", "tell"), dict),
)
_FIELDS = words_to_column_words(_WORDS["fields"])
_EXACT = _FIELDS.phrases
_EITHER = frozenset(_WORDS["either"]["words"])
_SEVERAL, _JOINING = (frozenset(_WORDS["several"][name]) for name in ("words", "joining"))
LEVELS = frozenset(_WORDS["tell"]["levels"])
COLOURS = frozenset(_WORDS["tell"]["colours"])
_ELSEWHERE = frozenset(_WORDS["tell"]["elsewhere"])
_RATING_NOUNS = frozenset(_WORDS["tell"]["rating_nouns"])
_NOUNS = frozenset(_WORDS["tell"]["score_nouns"])
_SHORTEST = 5  # letters of a word that is known when broken in two
_MOST_LEFT = 0.4  # of a label's letters that say nothing
_MOST_WORDS = 14  # of a head
_DIGITS = re.compile(r"\d")
_SHARE = 4  # a measure's word counts in a head of at most this many times its letters
_PERIOD = re.compile(
    r"(?:q(?:uarter)?\s?[1-4]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)?(?:\s?(?:20)?\d\d)*"
)


def _phrases(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


# In the order in which they win: `Target residual score` is a target, `Previous current score` a past one.
_PHASES = {phase: _phrases(_WORDS["phases"][phase]) for phase in ("target", "past", "inherent", "current")}
_MEASURES = {name: _phrases(_WORDS["measures"][name]) for name in ("likelihood", "impact", "score")}
_LETTERS = {w: name for name in ("likelihood", "impact", "score") for w in _WORDS["measures"][f"letters_{name}"]}
# A narrow column breaks a word wherever its room ends: `Likelihoo` over `d (1–5)`.
_BROKEN = {w.replace(" ", ""): name for name in _MEASURES for w in _WORDS["measures"][name] if len(w) >= _SHORTEST}
_SMALL = _phrases((*_NOUNS, *_LETTERS, "risks", "and", "of"))
_NOUN_WORDS = _phrases((*_NOUNS, "risks"))
_TELLS_RISK = _phrases(_WORDS["tell"]["risk"])
_TELLS_REGISTER = _phrases(_WORDS["tell"]["register"])
_ASIDE = re.compile(r"\([^()]*\)")
_DATED = re.compile(
    r"(?<!\w)(?:by|at|for|end|of|q(?:uarter)? ?[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|(?:20)?\d\d)(?!\w)"
)
_IMPACT_FIRST = re.compile(
    r"(?<!\w)(?:[ics]|impact|consequence|severity)\s?(?:x|by|and)\s?(?:[lp]|likelihood|probability)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head or label says: a `field`, or a rating of a `phase` (inherent, current, target) by a `measure`.

    `either` marks words such as `Impact` that head prose (then the field is right) or numbers (then the measure is).
    `impact_first` is true where a product is printed as impact by likelihood, `period` where the head is one of several
    of a rating's history.
    """

    field: str | None = None
    phase: str | None = None
    measure: str | None = None
    either: bool = False
    impact_first: bool = False
    period: bool = False

    @property
    def rating(self) -> bool:
        """Whether what it heads is a rating and nothing else."""
        return self.field is None


def words_to_head(parts: Sequence[str]) -> Head | None:
    """What a head says, its printed parts (`Current`, `Likelihood`) from the outermost in; None for anything else."""
    return _head(tuple(_fold(part) for part in parts))


@lru_cache(maxsize=4096)
def _head(folded: tuple[str, ...]) -> Head | None:
    if len(folded[-1].split()) > _MOST_WORDS:
        return None
    low, whole = folded[-1], " ".join(folded)
    exact = _EXACT.get(low)
    phase = _phase(low) or _phase(whole)
    if low not in _EITHER and exact is not None and not (exact == "title" and phase is not None):
        return Head(_owner_of(exact, folded[:-1]))
    if phase == "past":
        return Head("other")
    if _names_several(low):
        return Head("description")
    measure = _measure(_PHASES[phase].sub(" ", low) if phase else low)
    if low not in _EITHER:  # `Initial score > Consequence` is no score
        measure = measure or _outer_measure(folded[:-1])
    if low in _EITHER or measure is not None:
        either = phase is None and (low in _EITHER or measure == "impact")
        first = _IMPACT_FIRST.search(whole) is not None
        dated = is_period(low) or _is_dated(low, phase)
        return Head("consequence" if either else None, phase, measure or "impact", either, first, dated)
    if phase is not None and _names_rating(low, phase):
        return Head(None, phase, None, period=is_period(low))
    field = _FIELDS.concept(low)
    return Head(_owner_of(field, folded[:-1])) if field is not None else None


def _is_dated(low: str, phase: str | None) -> bool:
    """Whether a score's head says of which month or quarter it is: `Score Apr 24`, one of several beside it."""
    rest = _MEASURES["score"].sub(" ", _PHASES[phase].sub(" ", low) if phase else low)
    return rest != low and is_period(_NOUN_WORDS.sub(" ", rest))


def _names_several(low: str) -> bool:
    words = [word for word in low.split() if word not in _JOINING]
    return len(words) > 1 and low not in _EITHER and _SEVERAL.issuperset(words)


def is_exact(text: str) -> bool:
    """Whether words are a register's word for a column in full, with nothing beside it."""
    folded = _fold(text)
    return folded in _EXACT or folded in _EITHER


def is_mostly_known(text: str) -> bool:
    """Whether little of a head is left beside its words for a column or rating: no title that ends in one of them."""
    folded = _fold(text)
    rest = _DATED.sub(" ", folded) if _phase(folded) else folded  # `Target (by March 2026)`
    for pattern in (*_PHASES.values(), *_MEASURES.values(), _SMALL):
        rest = pattern.sub(" ", rest)
    phrase = longest_phrase(folded, _EXACT)
    left = min(len(rest.replace(" ", "")), len(folded) - len(phrase))
    return left <= _MOST_LEFT * len(folded)


def is_rated(text: str) -> bool:
    """Whether a value is a rating and no prose: it begins with a number or is a level (`4 Major`, `High (3)`, `H`)."""
    return text[:1].isdigit() or " ".join(_DIGITS.sub(" ", fold_head(text)).split()) in LEVELS


def is_elsewhere(text: str) -> bool:
    """Whether a head is of a table that may speak of risks and is no list of them (findings of an audit, options)."""
    return _fold(text) in _ELSEWHERE


def _fold(text: str) -> str:
    """A head's words in small letters; `Risk(s)` is `risks`, and brackets behind a known head say nothing more."""
    whole = fold_head(re.sub(r"(?<=\w) ?\(s\)", "s", text, flags=re.IGNORECASE))
    bare = fold_head(_ASIDE.sub(" ", text)) if "(" in text and whole not in _EXACT else whole
    return bare if bare in _EXACT else whole


def tells_risk(text: str) -> bool:
    """Whether a head's words say that the column is about risks."""
    return _TELLS_RISK.search(fold_head(text)) is not None


def tells_register(text: str) -> bool:
    """Whether a heading's words say that what follows is a list of risks."""
    return _TELLS_REGISTER.search(fold_head(text)) is not None


def _phase(text: str) -> str | None:
    return next((phase for phase, pattern in _PHASES.items() if pattern.search(text)), None)


def _measure(text: str) -> str | None:
    rest = " ".join(text.split())
    letters = " ".join(word for word in rest.split() if word not in _NOUNS)
    if letters in _LETTERS:
        return _LETTERS[letters]
    found = {name: match for name, pattern in _MEASURES.items() if (match := pattern.search(rest))}
    if "likelihood" in found and "impact" in found:
        return "score"  # `Likelihood x Impact`
    for name, match in found.items():
        if _SHARE * len(match[0]) >= len(rest):
            return name
    return _BROKEN.get(re.sub(r"[\d ]", "", rest))


def _outer_measure(outer: Sequence[str]) -> str | None:
    """`Likelihood > Current`: the measure stands above the phase."""
    measures = ("impact" if part in _EITHER else _measure(part) for part in reversed(outer))
    return next((measure for measure in measures if measure is not None), None)


def _names_rating(low: str, phase: str) -> bool:
    rest = " ".join(_PHASES[phase].sub(" ", low).split())
    return not rest or rest in _RATING_NOUNS or _PERIOD.fullmatch(rest) is not None


# What a column under a month or quarter alone holds in a list of risks.
HISTORY = Head(None, "current", None, period=True)


def is_period(text: str) -> bool:
    """Whether a head names a month, quarter or year, as the columns of a score's history do."""
    folded = fold_head(text)
    return bool(folded) and _PERIOD.fullmatch(folded) is not None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHEN = re.compile(
    rf"(?<![a-z])(?:q(?:uarter)?\s?(?P<quarter>[1-4])|(?P<month>{'|'.join(_MONTHS)})[a-z]*)?\W*(?P<year>(?:20)?\d\d)?"
)


def are_latest_first(heads: Sequence[str]) -> bool:
    """Whether heads of a history (`Q3 | Q2 | Q1`, `Mar 25 | Dec 24`) go back in time from column to column."""
    found = [_when(fold_head(head)) for head in heads]
    return len(found) > 1 and all(_goes_back(*pair) for pair in pairwise(found))


def in_time(group: Sequence[tuple[int, Head]], heads: Sequence[str]) -> tuple[tuple[int, Head], ...]:
    """The columns of a rating, those of a history with the latest one last; `heads` are the words over them."""
    history = all(head.period for _, head in group)
    return tuple(reversed(group) if history and are_latest_first(heads) else group)


def _when(head: str) -> tuple[int | None, int, int]:
    """Year (None where none is printed), part of it, and how many of these a year has."""
    matches = [match for match in _WHEN.finditer(head) if match[0].strip()]
    quarter, month, year = (
        next((match[name] for match in matches if match[name]), None) for name in ("quarter", "month", "year")
    )
    part, count = (int(quarter), 4) if quarter else (_MONTHS.index(month), 12) if month else (0, 1)
    return (int(year) % 100 if year else None), part, count


def _goes_back(left: tuple[int | None, int, int], right: tuple[int | None, int, int]) -> bool:
    if left[2] != right[2]:
        return False
    if left[0] is not None and right[0] is not None and left[0] != right[0]:
        return left[0] > right[0]
    return 0 < (left[1] - right[1]) % left[2] < left[2] / 2


def _owner_of(field: str, outer: Sequence[str]) -> str:
    """`Actions > Owner` is the action's owner."""
    above = {_FIELDS.concept(part) for part in outer}
    if field == "owner" and "actions" in above:
        return "action_owner"
    return "control_owner" if field == "owner" and "controls" in above else field


PARAGRAPHS: Mapping[str, str] = {
    fold_head(phrase): field for field, phrases in _WORDS["paragraphs"].items() for phrase in phrases
}
