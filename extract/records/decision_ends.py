"""Where a decision ends: what stands behind it about mover, vote and reason is no part of it."""

from __future__ import annotations

import re
from functools import cache

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.records.triggers import resolution_words
from extract.records.votes import find_movers, find_votes
from extract.vocabulary import any_of

_SENTENCES = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")
_BRACKET_END = re.compile(
    r"(?i)\s*[\[(]([^()\[\]]*)[\])][.,\s]*(?:all (?:were )?in favour|carried(?: unanimously)?|unanimous(?:ly)?)?[.\s]*$"
)


@cache
def aftermath() -> re.Pattern[str]:
    """What begins a sentence about mover, vote or reason."""
    return any_of(resolution_words()["aftermath"])


def without_aftermath(text: Excerpt) -> tuple[Excerpt, Excerpt]:
    """A decision up to the sentences on mover, vote and reason, and those."""
    at = 0
    for match in [*_SENTENCES.finditer(text.text)]:
        at = match.end()
        if aftermath().search(text.text[at:]):
            return _without_bracket(text.cut(0, match.start()), text.cut(at))
    return _without_bracket(text, EMPTY)


def _without_bracket(text: Excerpt, tail: Excerpt) -> tuple[Excerpt, Excerpt]:
    """A decision without the bracket at its end that tells of mover or vote."""
    match = text.search(_BRACKET_END)
    if match is None or match.start() == 0:
        return text, tail
    inside = text.group(match, 1)
    told = aftermath().search(inside.text) or find_movers(inside) or sum(bool(v) for v in find_votes(inside)) > 1
    return (text.cut(0, match.start()), join_lines((inside, tail))) if told else (text, tail)
