"""The words of front sheets (extract/pack/vocabulary/front.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.layout.excerpt import EMPTY, Excerpt
from extract.vocabulary import VocabularyError, any_of, read_vocabulary

FIELDS = ("authority", "committee", "meeting_date", "start_time", "venue")
_LISTS = (
    "authorities",
    "authority_leads",
    "authorities_second",
    "no_authorities",
    "kinds",
    "meets_itself",
    "committees",
    "no_committees",
    "calls",
    "held",
    "dates",
    "dates_second",
    "times",
    "venue_ends",
    "venue_leads",
    "places",
    "no_places",
    "no_dates",
    "ends",
)


@dataclass(frozen=True, slots=True)
class FrontWords:
    """The word list's patterns by name, one for each entry, and the field that each label names."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    labels: Mapping[str, str]

    def whole(self, name: str, text: str) -> re.Match[str] | None:
        """The match of the first pattern that takes all of a text."""
        return next((match for p in self.patterns[name] if (match := p.fullmatch(text))), None)

    def within(self, name: str, text: str) -> re.Match[str] | None:
        """The match, among those of the patterns in a text, that begins first."""
        found = [match for p in self.patterns[name] if (match := p.search(text))]
        return min(found, key=lambda match: (match.start(), -match.end()), default=None)

    def label(self, text: str) -> str | None:
        """The field that a label names (`Date / Dyddiad:`, `Venue`); None where it names none."""
        parts = re.split(r"[/|]", text.casefold())
        folded = [" ".join(re.sub(r"[^\w]+", " ", part).split()) for part in (*parts, text.casefold())]
        return next((self.labels[part] for part in folded if part in self.labels), None)


@cache
def front_words() -> FrontWords:
    """The word list; a VocabularyError if it does not have the form that is asked of it."""
    data = read_vocabulary("extract.pack", "front", {**dict.fromkeys(_LISTS, list), "name": str, "labels": dict})
    if set(data["labels"]) != set(FIELDS):
        raise VocabularyError(f"front.toml: labels are {sorted(data['labels'])}, not {sorted(FIELDS)}")
    labels = {phrase: field for field, phrases in data["labels"].items() for phrase in phrases}
    return FrontWords({name: _patterns(data[name], data["name"]) for name in _LISTS}, labels)


def _patterns(entries: Iterable[str], name: str) -> tuple[re.Pattern[str], ...]:
    """`{name}` stands for the words of a proper name, in which capitals count."""
    return tuple(any_of([entry.replace("{name}", f"(?-i:{name})")]) for entry in entries)


def find_all(words: FrontWords, name: str, text: Excerpt) -> Iterator[Excerpt]:
    """What a list's patterns match in a text, in printed order."""
    matches = sorted(
        (match for p in words.patterns[name] for match in p.finditer(text.text)), key=lambda m: (m.start(), -m.end())
    )
    return (text.group(match) for match in matches)


def first_of(words: FrontWords, name: str, text: Excerpt) -> Excerpt:
    """The first part of a text that a list's patterns match; empty where none does."""
    return next(find_all(words, name, text), EMPTY)


def itself(authority: Excerpt, words: FrontWords) -> Excerpt:
    """The name of an authority that meets as one body, as combined and fire authorities do; empty for any other."""
    return authority if words.whole("meets_itself", authority.text) else EMPTY


def first_sentence(text: Excerpt) -> Excerpt:
    """A text up to its first full stop that ends a sentence."""
    end = re.search(r"(?<!\bSt)(?<!\b[A-Z])\.(?:\s+[A-Z“(]|\s*$)|;", text.text)
    return text.cut(0, end.start()) if end else text
