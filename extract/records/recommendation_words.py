"""The words by which recommendations are known (extract/records/vocabulary/recommendations.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.vocabulary import any_of, read_vocabulary


@dataclass(frozen=True, slots=True)
class RecommendationWords:
    """The word list of extract/records/vocabulary/recommendations.toml as patterns."""

    head: re.Pattern[str]
    asks: re.Pattern[str]
    lead_in: re.Pattern[str]
    ends: re.Pattern[str]
    begins: re.Pattern[str]
    mark: re.Pattern[str]
    hints: tuple[str, ...]


@cache
def recommendation_words() -> RecommendationWords:
    """The word list; each call gives the same one."""
    names = ("heads", "asks", "lead_ins", "ends", "begins", "agenda_marks", "hints")
    data = read_vocabulary("extract.records", "recommendations", dict.fromkeys(names, list))
    head = "(?:" + "|".join(data["heads"]) + ")"
    return RecommendationWords(
        re.compile(rf"(?i)(?:\d{{1,2}}[.)]?\d{{0,2}}[.)]?\s+)?{head}(?:\s*/\s*{head})*\s*(?P<mark>[:–—-]+|[.?]?$)\s*"),
        any_of(data["asks"]),
        any_of(data["lead_ins"]),
        any_of(data["ends"]),
        any_of(data["begins"]),
        any_of(data["agenda_marks"]),
        tuple(data["hints"]),
    )
