"""What the columns of a table hold, told by the words of their heads.

The heads that bodies print are listed in `extract/records/vocabulary/*.toml`, one list of phrases for each concept
(`due`, `owners`): a new body's word for a column is one line there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.tables.types import Cell
from extract.vocabulary import VocabularyError

_PUNCTUATION = re.compile(r"[^\w%£#&]+")


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """The concept of each phrase (folded), longest phrase first."""

    phrases: Mapping[str, str]

    def concept(self, head: str) -> str | None:
        """The concept of a head: that of the phrase which is all of it, else of the longest one in it; None if none is.

        A head of many words is no head: only phrases that are at least a third of it count.
        """
        text = fold_head(head)
        if text in self.phrases:
            return self.phrases[text]
        padded = f" {text} "
        for phrase, concept in self.phrases.items():
            if 3 * len(phrase) < len(text):
                return None
            if phrase in text and f" {phrase} " in padded:
                return concept
        return None


def words_to_column_words(table: Mapping[str, Sequence[str]]) -> ColumnWords:
    """Phrases by concept, as a word list holds them; the same phrase under two concepts is a VocabularyError."""
    pairs = [(fold_head(phrase), concept) for concept, phrases in table.items() for phrase in phrases]
    if len({phrase for phrase, _ in pairs}) != len(pairs):
        raise VocabularyError("a phrase stands under two concepts, or twice")
    return ColumnWords(dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))))


def fold_head(text: str) -> str:
    """A head's words in small letters, without punctuation: `Start Date (month/year)` → `start date month year`."""
    return _PUNCTUATION.sub(" ", text.casefold()).strip()


def row_to_concepts(cells: Iterable[Cell], words: ColumnWords) -> dict[str, Cell]:
    """The heads of a row by concept; where two heads have one concept the first is kept."""
    found: dict[str, Cell] = {}
    for cell in cells:
        concept = words.concept(cell.text.text) if cell.text else None
        if concept is not None:
            found.setdefault(concept, cell)
    return found
