"""What leads in a list of things asked for, and lists within a sentence: `That the Board (i) notes; and (ii) acts`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.layout.excerpt import Excerpt
from extract.pack.prose import Paragraph
from extract.records.recommendation_words import recommendation_words

SENTENCE = re.compile(r"(?<=[a-z0-9)]\.)\s+(?=[A-Z])")

_MARKER = re.compile(r"(?<=\s)\(?(?P<mark>[a-h]|[ivx]{1,4}|[1-9])\)\s+(?=[a-zA-Z])")
_SERIES = (
    ("a", "b", "c", "d", "e", "f", "g", "h"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"),
    tuple("12345678"),
)
_LEAD_WORDS = 10
_PART_WORDS = 2  # at least


class Item(NamedTuple):
    """A part of a list with the marker that is printed before it."""

    ref: Excerpt
    text: Excerpt


def asks(text: str) -> bool:
    """Whether a paragraph begins with a sentence that asks something of a body."""
    match = recommendation_words().asks.search(text)
    return match is not None and not re.search(r"[.;:]\s", text[: match.start()])


def asks_at(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a paragraph asks something with its first words, or with its last before a list."""
    text = paragraphs[at].text.text
    if asks(text) or not text.endswith(":"):
        return asks(text)
    return bool(list_below(paragraphs[at + 1 : at + 2])) and asks(SENTENCE.split(text)[-1])


def list_below(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The items that paragraphs begin with, up to one set in bold below others that are not."""
    bold = bool(paragraphs) and paragraphs[0].bold
    return list(itertools.takewhile(lambda one: (one.marker or one.bullet) and one.bold <= bold, paragraphs))


def sentence_to_items(sentence: Excerpt) -> tuple[Item, ...]:
    """The lettered parts of a sentence whose first words lead in all of them; none where it holds no such list."""
    found = list(_in_series(list(_MARKER.finditer(sentence.text))))
    if len(found) < 2 or len(sentence.text[: found[0].start()].split()) > _LEAD_WORDS:
        return ()
    if re.search(r"[.;]\s", sentence.text[: found[0].start()]):
        return ()
    ends = [match.start() for match in found[1:]] + [len(sentence.text)]
    items = tuple(
        Item(sentence.cut(match.start(), match.end()).strip(" "), sentence.cut(match.end(), end).strip(" "))
        for match, end in zip(found, ends, strict=True)
    )
    return items if all(len(item.text.text.split()) >= _PART_WORDS for item in items) else ()


def _in_series(matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of the markers that count on from `a`, `i` or `1`."""
    series = next((row for row in _SERIES if matches and matches[0]["mark"] == row[0]), ())
    at = 0
    for match in matches:
        if at < len(series) and match["mark"] == series[at]:
            at += 1
            yield match
