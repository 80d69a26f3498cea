"""What the columns of a table hold, told by the words of their heads.

The heads that bodies print are listed in `extract/records/vocabulary/*.toml`, one list of phrases for each concept
(`due`, `owners`): a new body's word for a column is one line there.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.vocabulary import VocabularyError

_THIRD = 3  # a phrase counts in a head of at most this many times its letters
_MOST_WORDS = 10  # of a phrase
_SHORTEST = 4  # letters of a word that is known when a narrow column breaks it
_SHORTEST_HEAD = 3  # letters of a head that is
_PIECES = 3  # that it breaks a word into
_PUNCTUATION = re.compile(r"[^\w%£#&]+")


@dataclass(frozen=True, slots=True, eq=False)
class ColumnWords:
    """The concept of each phrase (folded)."""

    phrases: Mapping[str, str]

    def concept(self, head: str) -> str | None:
        """The concept of a head: that of the phrase which is all of it, else of the longest one in it; None if none is.

        A head of many words is no head: only phrases that are at least a third of it count.
        """
        return _concept(self, head)

    def fold(self, head: str) -> str:
        """A head's words in small letters (`fold_head`), with those that a narrow column breaks made whole."""
        text = fold_head(head)
        whole = text.replace(" ", "")
        if len(whole) >= _SHORTEST_HEAD and whole in self.phrases:
            return whole  # `Re f`
        return text if text in self.phrases else mended(text, _words(self))


@lru_cache(maxsize=8192)
def _concept(words: ColumnWords, head: str) -> str | None:
    text = words.fold(head)
    longest = text if text in words.phrases else longest_phrase(text, words.phrases)
    return words.phrases[longest] if longest and _THIRD * len(longest) >= len(text) else None


@lru_cache(maxsize=16)
def _words(words: ColumnWords) -> frozenset[str]:
    return frozenset(word for phrase in words.phrases for word in phrase.split())


def mended(text: str, known: Container[str]) -> str:
    """A folded head with pieces that make a known word put together, where one of them is none: `bra g` is `brag`."""
    pieces, found, at = text.split(), list[str](), 0
    while at < len(pieces):
        count = _pieces_of_word(pieces[at : at + _PIECES], known)
        found.append("".join(pieces[at : at + count]))
        at += count
    return " ".join(found)


def _pieces_of_word(pieces: Sequence[str], known: Container[str]) -> int:
    """How many of the first pieces make a known word that is broken; 1 where none do."""
    for count in range(len(pieces), 1, -1):
        whole = "".join(pieces[:count])
        if whole in known and len(whole) >= _SHORTEST and not all(piece in known for piece in pieces[:count]):
            return count
    return 1


def longest_phrase(text: str, phrases: Container[str]) -> str:
    """The longest of `phrases` that a folded head holds as whole words, the first of several; empty if none."""
    words = text.split()
    ends = (
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1)
    )
    spans = (" ".join(words[start:end]) for start, end in ends)
    return max((span for span in spans if span in phrases), key=len, default="")


def words_to_column_words(table: Mapping[str, Sequence[str]]) -> ColumnWords:
    """Phrases by concept, as a word list holds them; the same phrase under two concepts is a VocabularyError."""
    pairs = [(fold_head(phrase), concept) for concept, phrases in table.items() for phrase in phrases]
    if len({phrase for phrase, _ in pairs}) != len(pairs):
        raise VocabularyError("a phrase stands under two concepts, or twice")
    if longest := [phrase for phrase, _ in pairs if len(phrase.split()) > _MOST_WORDS]:
        raise VocabularyError(f"a phrase of more than {_MOST_WORDS} words is no head: {longest[0]}")
    return ColumnWords(dict(pairs))


def fold_head(text: str) -> str:
    """A head's words in small letters, without punctuation: `Start Date (month/year)` → `start date month year`."""
    return _PUNCTUATION.sub(" ", text.casefold()).strip()
