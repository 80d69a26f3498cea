"""Reads the word lists of this room: TOML files of named sections of named lists of words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

Sections = Mapping[str, Mapping[str, tuple[str, ...]]]


class VocabularyError(ValueError):
    """A vocabulary file that does not have the sections and lists it must have."""


def parse_vocabulary(text: str, name: str, layout: Mapping[str, Iterable[str]]) -> Sections:
    """The sections of a vocabulary in TOML, each list of words as a tuple.

    `layout` says which lists each section has; VocabularyError where one is missing, unknown or not a list of words.
    """
    data = tomllib.loads(text)
    _expect(set(data), set(layout), name)
    for section, lists in layout.items():
        _expect(set(data[section]), set(lists), f"{name} [{section}]")
    return {
        section: {key: _words(words, f"{name} [{section}] {key}") for key, words in lists.items()}
        for section, lists in data.items()
    }


def read_vocabulary(name: str, layout: Mapping[str, Iterable[str]]) -> Sections:
    """The vocabulary `normalise/vocabulary/<name>.toml`, checked as `parse_vocabulary` does."""
    file = resources.files("normalise") / "vocabulary" / f"{name}.toml"
    return parse_vocabulary(file.read_text(encoding="utf-8"), f"{name}.toml", layout)


@cache
def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a space in a word stands for any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) + ")"


def _expect(found: set[str], wanted: set[str], where: str) -> None:
    if found != wanted:
        raise VocabularyError(f"{where}: unknown {sorted(found - wanted)}, missing {sorted(wanted - found)}")


def _words(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise VocabularyError(f"{where}: must be a list of words")
    if len(set(value)) != len(value):
        raise VocabularyError(f"{where}: a word stands there twice")
    return tuple(value)
