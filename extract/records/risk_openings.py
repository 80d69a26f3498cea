"""Risks that a heading and labelled lines describe, with tables of ratings, controls and actions below them.

`PR3 – Financial sustainability` stands over `Cause: …`, `Effect: …` and a grid of ratings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.excerpt import EMPTY, Excerpt, join_lines, words_to_excerpt
from extract.layout.types import Line
from extract.records.risk_heads import is_exact, tells_risk, words_to_head
from extract.records.risk_labels import LETTERED_REFERENCE, leading_reference
from extract.records.risk_types import RiskBlock, Value
from extract.tables.types import Cell, Table

_LABEL = re.compile(r"(?P<label>[A-Z][^:.]{2,40}?)\s*:\s+(?=\S)")
_SAID = frozenset({"cause", "event", "consequence", "description", "risk_owner", "owner"})
_MOST_LINES = 30  # between the heading and the first table


def lines_to_opening(lines: Sequence[Line], table: Table) -> RiskBlock | None:
    """The risk that a table's heading names and the lines below it describe; None where they do not."""
    named = leading_reference(table.heading)
    if named is None or not (tells_risk(table.heading.text) or LETTERED_REFERENCE.fullmatch(named[0].text)):
        return None
    first = next((n for n, line in enumerate(lines) if table.heading.words[0] in line.words), None)
    if first is None or len(lines) - first > _MOST_LINES:
        return None
    values = {"ref": (_value(named[0]),), "title": (_value(named[1]),)}
    for name, text in _labelled(lines[first + 1 :]):
        values.setdefault(name, (_value(text),))
    return RiskBlock(table, "sheet", table.heading.page, values, {}) if values.keys() & _SAID else None


def _labelled(lines: Sequence[Line]) -> Iterator[tuple[str, Excerpt]]:
    """What lines say behind a register's labels; a line without one goes on from the line above."""
    field, said = "", EMPTY
    for line in lines:
        for part in _parts(line):
            match = _LABEL.match(part.text)
            head = words_to_head([match["label"]]) if match and is_exact(match["label"]) else None
            if match is not None and head is not None:
                if said:
                    yield field, said
                field, said = head.field or "other", part.cut(match.end())
            elif said:
                said = join_lines((said, part))
    if said:
        yield field, said


def _parts(line: Line) -> list[Excerpt]:
    """A line in its parts between wide gaps where each of them is labelled, else whole."""
    parts = [words_to_excerpt(segment) for segment in line.segments]
    return parts if all(_LABEL.match(part.text) for part in parts) else [line.excerpt]


def _value(text: Excerpt) -> Value:
    """Words of the page as the value of a cell of their own."""
    boxes = tuple(place.box for place in text.places())
    return Value((text,), Cell(0, 0, 1, 1, (text,), text, (0,), boxes, None))
