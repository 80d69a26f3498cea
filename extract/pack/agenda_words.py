"""The words that agendas are headed, divided and marked with (extract/pack/vocabulary/agenda.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.vocabulary import VocabularyError, any_of, read_vocabulary

_LISTS = (
    "headings",
    "supplements",
    "openings",
    "first_items",
    "paper_starts",
    "minutes_starts",
    "contents_starts",
    "attendance_starts",
    "member_starts",
    "meeting_days",
    "stamps",
    "closed_notices",
    "closed",
    "closed_cells",
    "open",
    "motions",
    "motions_in_doubt",
    "motion_items",
    "motion_next",
    "own_motions",
    "restricted_marks",
    "star_legends",
    "page_ranges",
    "bare_pages",
    "papers",
    "enclosure_words",
    "purposes",
    "times",
    "breaks",
    "date_rests",
    "no_sections",
    "bold_notes",
)
_COLUMNS = frozenset(("ref", "title", "pages", "closed", "paper"))


@dataclass(frozen=True, slots=True)
class AgendaWords:
    """The word list's patterns by name, and the heads of an agenda's columns by what stands in them."""

    patterns: Mapping[str, re.Pattern[str]]
    columns: Mapping[str, frozenset[str]]

    def whole(self, name: str, text: str) -> re.Match[str] | None:
        """The match of a pattern with all of a text."""
        return self.patterns[name].fullmatch(text.strip())

    def begins(self, name: str, text: str) -> re.Match[str] | None:
        """The match of a pattern with the beginning of a text."""
        return self.patterns[name].match(text)

    def within(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of a pattern in a text."""
        return self.patterns[name].search(text)


@cache
def agenda_words() -> AgendaWords:
    """The word list; a VocabularyError if it does not have the form that is asked of it."""
    data = read_vocabulary("extract.pack", "agenda", {**dict.fromkeys(_LISTS, list), "columns": dict})
    columns: dict[str, Any] = data["columns"]
    if columns.keys() != _COLUMNS:
        raise VocabularyError(f"agenda.toml: columns are {sorted(columns)}, not {sorted(_COLUMNS)}")
    return AgendaWords({name: any_of(_apart(data[name])) for name in _LISTS}, _heads(columns))


def closes_itself(text: str) -> bool:
    """Whether words close the item that they stand under and no other: `excluded during this item of business`."""
    return agenda_words().within("own_motions", text) is not None


def _heads(columns: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {concept: frozenset(phrases) for concept, phrases in columns.items()}


def _apart(patterns: list[str]) -> list[str]:
    """Patterns whose named groups have a number each: a name may stand once in a whole pattern."""
    return [re.sub(r"\(\?P<([a-z]+)\d*>", rf"(?P<\g<1>{n}>", pattern) for n, pattern in enumerate(patterns)]


def named(match: re.Match[str], name: str) -> str | None:
    """The group called `name` with a number that took part in a match; None if none did."""
    return next((g for g, v in match.groupdict().items() if v is not None and g.rstrip("0123456789") == name), None)
