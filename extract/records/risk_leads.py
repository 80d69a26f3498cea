"""Words that lead the parts of a sentence about a risk: `IF … THEN … RESULTING IN …`, set in capitals or bold.

The words are in `extract/records/vocabulary/risk_leads.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from extract.layout.excerpt import Excerpt
from extract.records.columns import fold_head
from extract.vocabulary import read_vocabulary

_WORDS = read_vocabulary("extract.records", "risk_leads", {"leads": dict})["leads"]
_FIELDS: Mapping[str, str] = {phrase: field for field, phrases in _WORDS.items() for phrase in phrases}
_LEAD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_FIELDS, key=len, reverse=True)))})(?![\w-])(?=\W*(?:\s\S|$))", re.I
)


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


def _is_set_apart(line: Excerpt, match: re.Match[str]) -> bool:
    """Whether words are in capitals or bold and those that follow are not."""
    words, rest = line.group(match), line.cut(match.end())
    capitals = words.text.isupper() and not rest.text.isupper()
    return capitals or (words.bold and not (rest and rest.bold))
