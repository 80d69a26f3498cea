"""Which hyphens at line ends break a word and which are part of it.

A publisher's hyphenation breaks words that stand whole elsewhere in the pack (`Mid-` + `wifery`); a hyphen
of its own stands between words (`hospital-wide`, `self-sufficiency`). Hyphens of the first kind become soft hyphens
(U+00AD), which joining lines undoes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from extract.layout.excerpt import SOFT_HYPHEN
from extract.pdf.types import Page, Word
from extract.vocabulary import any_of, read_vocabulary

_BROKEN = re.compile(r"[^\W\d_]{2}[-‐]$")
_STEM = 5  # letters by which another form of a word is known (`re-profiled`, `re-profiling`)
_LISTS = ("first_parts", "second_parts", "particles", "joined_firsts")
_EDGES = "()[]“”‘’\"'.,;:!?–—"


class PackWords:
    """The words of a pack, counted page by page: by these it is told which of its hyphens break words."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._stems: frozenset[tuple[str, str]] | None = None

    def add(self, page: Page) -> None:
        """Counts the words of a page."""
        self._counts.update(word.text.strip(_EDGES).casefold() for word in page.words)
        self._stems = None

    def __bool__(self) -> bool:
        return bool(self._counts)

    def count(self, word: str) -> int:
        """How often the pack has a word."""
        return self._counts[word]

    def has_parts(self, first: str, second: str) -> bool:
        """Whether the pack has a hyphenated word of this first part and a second of this stem."""
        if self._stems is None:
            halves = (word.partition("-") for word in self._counts if "-" in word)
            self._stems = frozenset((left, right[:_STEM]) for left, _, right in halves if len(right) >= _STEM)
        return (first, second[:_STEM]) in self._stems


@cache
def _own_hyphen(parts: str) -> re.Pattern[str]:
    """The words of a list, as `first_parts`, that tell of hyphens (extract/layout/vocabulary/hyphens.toml)."""
    words = read_vocabulary("extract.layout", "hyphens", dict.fromkeys(_LISTS, list))
    return any_of([rf"^(?:{part})$" for part in words[parts]])


def mark_soft_hyphens(page: Page, known: PackWords) -> Page:
    """The page with each hyphen that breaks a word at a line's end made a soft one.

    A word is followed by its other part in the order in which the page is painted.
    """
    words = list(page.words)
    broken = [number for number, word in enumerate(words[:-1]) if _BROKEN.search(word.text)]
    for number in broken:
        word, after = words[number], words[number + 1]
        if _is_below(after, word) and _breaks(word.text, after.text, known):
            words[number] = replace(word, text=word.text[:-1] + SOFT_HYPHEN)
    return replace(page, words=tuple(words)) if broken else page


def _is_below(after: Word, word: Word) -> bool:
    return after.turn == word.turn and (after.baseline - word.baseline > 0.5 * word.size or after.x0 < word.x0)


def _breaks(first: str, second: str, known: PackWords) -> bool:
    """Whether two parts are one word: as the pack has it elsewhere, else as the parts seem."""
    left, right = first[:-1].strip(_EDGES).casefold(), second.strip(_EDGES).casefold()
    if not second[:1].islower():
        return False
    whole, parted = known.count(left + right), known.count(f"{left}-{right}")
    if whole or parted:
        return whole >= parted
    if known.has_parts(left, right):
        return False
    last = left.rpartition("-")[2].rpartition("/")[2]
    if _own_hyphen("first_parts").search(last) or (known.count(last) and _own_hyphen("second_parts").search(right)):
        return False
    if _own_hyphen("particles").search(right) and not _own_hyphen("joined_firsts").search(last):
        return False
    return not (known.count(last) > 1 and known.count(right) > 1)
