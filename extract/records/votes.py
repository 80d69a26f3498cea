"""Who moved and seconded a decision and how the vote on it went."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt
from extract.records.triggers import resolution_words
from extract.vocabulary import any_of


class Movers(NamedTuple):
    """Mover and seconder as printed (empty where not), and where in the text the words that name them stand."""

    mover: Excerpt
    seconder: Excerpt
    start: int
    end: int


class Votes(NamedTuple):
    """The numbers as printed; empty where they are not."""

    votes_for: Excerpt
    votes_against: Excerpt
    abstentions: Excerpt


# How the vote went (or who moved it), between a decision word and what was decided.
_BY_VOTES = re.compile(
    r"(?i)^\W*(?:by|with|on)\b(?:[^.;:]{3,90}?(?:\b(?:that|bod)\b\s*|,\s+(?=to\b))"
    r"| \w+ votes? to \w+(?:,? with [^.;:,]{3,40}?)?,?\s+(?=to\b))"
)
_VOTE_FIRST = re.compile(
    r"(?i)^\W*[(\[](?P<vote>[^()\[\]]*)[)\]]\s*[:,–—-]*\s*(?:(?:that|bod)\b\s*[:,]?(?:\s*[–—-]+(?=\s|$))?)?\s*"
)

# `Vote: 5-1`, with those who abstained as a third number.
_SCORE = re.compile(
    r"(?i)\bvot(?:es?|ing)\s*[:=–-]?\s*(?P<votes_for>\d{1,3})\s*[-–]\s*(?P<votes_against>\d{1,3})"
    r"(?:\s*[-–]\s*(?P<abstentions>\d{1,3}))?(?!\d|[/.]\d)"
)
NO_VOTES = Votes(EMPTY, EMPTY, EMPTY)


def aside(text: Excerpt) -> re.Match[str] | None:
    """What stands ahead of a decision's words about the vote or, in brackets (the group `vote`), about who moved it."""
    return text.search(_BY_VOTES) or text.search(_VOTE_FIRST)


@cache
def name_pattern() -> str:
    """What names somebody who moves or seconds: a title and words, or words with capitals."""
    data = resolution_words()
    particles = "|".join(re.escape(word) for word in data["name_particles"])
    titles = "|".join(sorted(data["name_titles"], key=len, reverse=True))
    stops = "|".join(data["name_stops"])
    word = rf"(?!(?:{stops})\b)(?:(?-i:[A-ZÀ-Þ]\.?(?![\w])|[A-ZÀ-Þ][\w’'-]+)|\b(?:{particles})\b)"
    titled = rf"(?:{titles})\b\.?(?:\s+(?:{titles})\b\.?)?"  # `Councillor Mrs. Ollerton`
    return rf"(?:{titled}(?:\s+{word}){{0,4}}|(?-i:(?=[A-ZÀ-Þ])){word}(?:\s+{word}){{0,4}})"


@cache
def _mover_patterns() -> tuple[re.Pattern[str], ...]:
    names = {role: f"(?P<{role}>{name_pattern()})" for role in ("mover", "seconder")}
    return tuple(re.compile("(?i)" + _filled(pattern, names)) for pattern in resolution_words()["movers"])


def _filled(pattern: str, names: dict[str, str]) -> str:
    for key, value in names.items():
        pattern = pattern.replace(f"(?:{{{key}}})", value)
    return pattern


@cache
def _vote_patterns() -> tuple[tuple[re.Pattern[str], ...], ...]:
    data = resolution_words()
    number = r"(?:(?<![\d.,/£])\d{1,3}(?!\s*%|\.\d)|" + "|".join(rf"\b{word}\b" for word in data["numbers"]) + ")"
    keys = ("votes_for", "votes_against", "abstentions")
    return tuple(tuple(re.compile("(?i)" + one.format(number=number)) for one in data[key]) for key in keys)


@cache
def lost() -> re.Pattern[str]:
    """What says that a motion was not carried."""
    return any_of(resolution_words()["lost"], 0)


@cache
def voting() -> re.Pattern[str]:
    """What tells that a paragraph ahead of a decision is of the vote on it."""
    return any_of(resolution_words()["voting"])


@cache
def amendment() -> re.Pattern[str]:
    """What tells of an amendment."""
    return any_of(resolution_words()["amendment"])


def find_movers(text: Excerpt) -> Movers | None:
    """The first mover and seconder that a text names; None where it names none."""
    for pattern in _mover_patterns():
        match = text.search(pattern)
        if match is not None:
            seconder = text.group(match, "seconder").strip(" .,") if "seconder" in pattern.groupindex else EMPTY
            return Movers(text.group(match, "mover").strip(" .,"), seconder, match.start(), match.end())
    return None


def find_votes(text: Excerpt) -> Votes:
    """The numbers for, against and abstaining that a text prints (`8 for, 1 against`, `For (8): …`, `by 7 votes to 2`).

    Whether the numbers stand before their words or behind them is told by what comes first.
    """
    if (score := text.search(_SCORE)) is not None:
        return Votes(*(text.group(score, name) for name in ("votes_for", "votes_against", "abstentions")))
    labelled = not _number_first(text.text)
    found = [_first(text, patterns[:1] if labelled else patterns[1:]) for patterns in _vote_patterns()]
    return Votes(*found)


def _first(text: Excerpt, patterns: tuple[re.Pattern[str], ...]) -> Excerpt:
    match = next((match for pattern in patterns if (match := text.search(pattern)) is not None), None)
    return EMPTY if match is None else text.group(match, "n")


@cache
def _first_word() -> re.Pattern[str]:
    numbers = "|".join(resolution_words()["numbers"])
    return re.compile(
        rf"(?i)\b(?:(?P<number>\d{{1,3}}|{numbers})(?=\b[^.;:]{{0,30}}?\b(?:to|for|in favour|against|abst|o blaid"
        r"|yn erbyn|ymatal))|for|in favour|against|abst\w+|o blaid|yn erbyn|ymatal)\b"
    )


def _number_first(text: str) -> bool:
    match = _first_word().search(text)
    return match is not None and match["number"] is not None
