"""Words that lead the parts of a sentence about a risk: `IF … THEN … RESULTING IN …`.

Set in capitals or bold each counts for itself; in plain letters only where they lead all three parts of the words.

The words are in `extract/records/vocabulary/risk_leads.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from extract.layout.excerpt import Excerpt
from extract.records.columns import fold_head
from extract.records.risk_heads import PARAGRAPHS
from extract.vocabulary import read_vocabulary

_WORDS = read_vocabulary("extract.records", "risk_leads", {"leads": dict})["leads"]
_FIELDS: Mapping[str, str] = {phrase: field for field, phrases in _WORDS.items() for phrase in phrases}
_LEAD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_FIELDS, key=len, reverse=True)))})(?![\w-])(?=\W*(?:\s\S|$))", re.I
)

_PARTS = "|".join(phrase.replace(" ", r"\W{1,2}") for phrase in sorted(PARAGRAPHS, key=len, reverse=True))
_LABEL = re.compile(rf"(?<!\S)(?=[A-Z])(?i:{_PARTS})\)?\s?:(?=\s|$)")
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "cause": ("cause", "event", "consequence"),
    "event": ("event", "cause", "consequence"),
}
_OPENING = frozenset({"if", "because"})  # plain, they lead a cause at the beginning alone


def cut_at_labels(line: Excerpt) -> list[Excerpt]:
    """A line in pieces, each of them after the first beginning with a label: `Cause: … Event: … Effect: …`."""
    at = [match.start() for match in _LABEL.finditer(line.text) if match.start() > 0] if ":" in line.text else []
    return [line.cut(start, end).strip() for start, end in pairwise([0, *at, len(line)])]


def cut_at_leads(line: Excerpt) -> list[Excerpt]:
    """A line in pieces, each of them after the first beginning with words that lead a part of the sentence."""
    at = [match.start() for match in _LEAD.finditer(line.text) if match.start() > 0 and _is_set_apart(line, match)]
    ends = [0, *at, len(line)]
    return [line.cut(start, end).strip() for start, end in pairwise(ends)]


def lead_of(line: Excerpt) -> str | None:
    """The field that the words which lead a line tell; None where it begins with no such words, or plain ones."""
    match = _LEAD.match(line.text)
    return _FIELDS[fold_head(match[0])] if match is not None and _is_set_apart(line, match) else None


def leads(words: str) -> bool:
    """Whether words are nothing but those that lead a part of the sentence."""
    return fold_head(words) in _FIELDS


def sentence_to_parts(text: Excerpt) -> dict[str, Excerpt]:
    """Cause, event and consequence of words that begin with one of the first two and name all three; else empty.

    `There is a risk that … due to … leading to …` and `If … then … resulting in …` are such; each keeps its lead.
    """
    first = _LEAD.match(text.text)
    order = _ORDERS.get(_FIELDS[fold_head(first[0])]) if first is not None else None
    if first is None or order is None:
        return {}
    bounds, at = [0], first.end()
    for field in order[1:]:
        match = next((m for m in _LEAD.finditer(text.text, at) if _leads_within(m, field)), None)
        if match is None:
            return {}
        bounds.append(match.start())
        at = match.end()
    pieces = (text.cut(start, end).strip() for start, end in pairwise([*bounds, len(text)]))
    return dict(zip(order, pieces, strict=True))


def _leads_within(match: re.Match[str], field: str) -> bool:
    words = fold_head(match[0])
    return _FIELDS[words] == field and words not in _OPENING


def _is_set_apart(line: Excerpt, match: re.Match[str]) -> bool:
    """Whether words are in capitals or bold and those that follow are not."""
    words, rest = line.group(match), line.cut(match.end())
    capitals = words.text.isupper() and not rest.text.isupper()
    return capitals or (words.bold and not (rest and rest.bold))
