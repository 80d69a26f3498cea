"""The words that say in what a figure counts: its column's, its row's, its table's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.excerpt import EMPTY, Excerpt
from extract.records.figure_words import POSTS, UNIT

_BRACKETED = re.compile(r"\(([^()]*)\)")
_LEADING = re.compile(r"(?i)(?:%|£(?:['’]?0{3}s?|m|k)?|number|no\.?|nos\.?|nifer|percentage|per cent)(?=\s|$)")
_TRAILING = re.compile(
    r"(?i)(?:^|[\s,:–-])(?P<unit>(?:£|€|\$)\s?['’]?(?:0{3}['’]?s?|m|k|bn|millions?|thousands?)?|%|[fw]tes?)$"
)
_MONEY = re.compile(r"(?i)(?:£|€|\$)\s?['’]?(?:0{3}['’]?s?|m|k|bn|millions?|thousands?)(?!\w)")
_FTE = re.compile(r"(?i)\b(?:[fw]tes?|(?:full|whole)[ -]time equivalents?)\b")

_RATE = re.compile(r"(?i)\bper\s+(?:[fw]te|(?:full|whole)[ -]time equivalent)s?\b")  # days lost per FTE are no FTE


def head_unit(heads: Sequence[Excerpt]) -> Excerpt:
    """The innermost of a column's heads that names a unit; empty where none does."""
    return next((head for head in reversed(heads) if UNIT.search(head.text)), EMPTY)


def label_unit(label: Excerpt) -> Excerpt:
    """The part of a row's label that names the unit of its figures: at its beginning, at its end or in brackets."""
    return next(_label_parts(label), EMPTY)


def _label_parts(label: Excerpt) -> Iterator[Excerpt]:
    for match in _BRACKETED.finditer(label.text):
        unit = UNIT.search(_RATE.sub("", match[1]))
        if unit and not any(c.isdigit() and c != "0" for c in match[1]):
            yield label.group(match, 1)
    for pattern, group in ((_TRAILING, "unit"), (_LEADING, 0), (_FTE, 0)):
        found = pattern.match(label.text) if pattern is _LEADING else label.search(pattern)
        if found is not None and not _RATE.search(label.text[: found.end()]):
            yield label.group(found, group)


def caption_unit(caption: Excerpt) -> Excerpt:
    """The part of a caption, a stub head or a line above a table that names the unit of its figures."""
    for match in _BRACKETED.finditer(caption.text):
        if UNIT.search(match[1]) and not re.search(r"[1-9]", match[1]):
            return caption.group(match, 1)
    for pattern, group in ((_TRAILING, "unit"), (_MONEY, 0)):
        found = caption.search(pattern)
        if found is not None:
            return caption.group(found, group)
    return EMPTY


def own_unit(label: Excerpt, heads: Sequence[Excerpt]) -> Excerpt:
    """The share or the posts that a row's label counts in a column of money: `Financing costs (%)` below `£m`."""
    if not any(_MONEY.search(head.text) or _TRAILING.search(head.text) for head in heads):
        return EMPTY
    return next((part for part in _label_parts(label) if "%" in part.text or _FTE.search(part.text)), EMPTY)


def posts_unit(words: Sequence[Excerpt]) -> Excerpt:
    """The words that say that a number counts posts, which only full-time equivalents have parts of; else empty."""
    found = ((each, match) for each in words if (match := each.search(POSTS)) and not _RATE.search(each.text))
    return next((each.group(match) for each, match in found), EMPTY)
