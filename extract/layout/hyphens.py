"""Which hyphens at line ends break a word and which are part of it.

A publisher's hyphenation breaks words that stand whole elsewhere in the pack (`Mid-` + `wifery`); a hyphen
of its own stands between words (`hospital-wide`, `self-sufficiency`). Hyphens of the first kind become soft hyphens
(U+00AD), which joining lines undoes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extract.layout.excerpt import SOFT_HYPHEN
from extract.pdf.types import Page, Word
from extract.vocabulary import any_of, read_vocabulary

_BROKEN = re.compile(r"[^\W\d_]{2}[-‐]$")
_STEM = 5  # letters by which another form of a word is known (`re-profiled`, `re-profiling`)
_LISTS = ("first_parts", "second_parts", "particles", "joined_firsts")
_EDGES = "()[]“”‘’\"'.,;:!?–—"


class _Known(NamedTuple):
    """How often the pack has each word, and the parts of its hyphenated ones: the first, the stem of the second."""

    counts: Counter[str]
    stems: frozenset[tuple[str, str]]


@cache
def _own_hyphen(parts: str) -> re.Pattern[str]:
    """The words of a list, as `first_parts`, that tell of hyphens (extract/layout/vocabulary/hyphens.toml)."""
    words = read_vocabulary("extract.layout", "hyphens", dict.fromkeys(_LISTS, list))
    return any_of([rf"^(?:{part})$" for part in words[parts]])


def mark_soft_hyphens(pages: Sequence[Page]) -> list[Page]:
    """The pages with each hyphen that breaks a word at a line's end made a soft one."""
    broken = [page for page in pages if any(_BROKEN.search(word.text) for word in page.words)]
    if not broken:
        return list(pages)
    counts = _word_counts(pages)
    halves = (word.partition("-") for word in counts if "-" in word)
    known = _Known(counts, frozenset((left, right[:_STEM]) for left, _, right in halves if len(right) >= _STEM))
    marked = {page.number: _marked(page, known) for page in broken}
    return [marked.get(page.number, page) for page in pages]


def _word_counts(pages: Iterable[Page]) -> Counter[str]:
    return Counter(word.text.strip(_EDGES).casefold() for page in pages for word in page.words)


def _marked(page: Page, known: _Known) -> Page:
    """A word is followed by its other part in the order in which the page is painted."""
    words = list(page.words)
    for number, (word, after) in enumerate(pairwise(page.words)):
        if _BROKEN.search(word.text) and _is_below(after, word) and _breaks(word.text, after.text, known):
            words[number] = replace(word, text=word.text[:-1] + SOFT_HYPHEN)
    return replace(page, words=tuple(words))


def _is_below(after: Word, word: Word) -> bool:
    return after.turn == word.turn and (after.baseline - word.baseline > 0.5 * word.size or after.x0 < word.x0)


def _breaks(first: str, second: str, known: _Known) -> bool:
    """Whether two parts are one word: as the pack has it elsewhere, else as the parts seem."""
    left, right = first[:-1].strip(_EDGES).casefold(), second.strip(_EDGES).casefold()
    if not second[:1].islower():
        return False
    counts = known.counts
    whole, parted = counts[left + right], counts[f"{left}-{right}"]
    if whole or parted:
        return whole >= parted
    if (left, right[:_STEM]) in known.stems:
        return False
    last = left.rpartition("-")[2].rpartition("/")[2]
    if _own_hyphen("first_parts").search(last) or (counts[last] and _own_hyphen("second_parts").search(right)):
        return False
    if _own_hyphen("particles").search(right) and not _own_hyphen("joined_firsts").search(last):
        return False
    return not (counts[last] > 1 and counts[right] > 1)
