"""The cells of a table round a heading of recommendations: those it heads, and heads of columns beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.pack.prose import Paragraph
from extract.records.action_words import head_to_concept

_MOST_BEHIND = 2  # columns that may be headed behind that of recommendations; a tracker has more
_BOX_TEXT = 25  # characters of a cell that is more than the head of another column
_STATES = frozenset({"status", "progress", "rag"})
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")  # `3.1`, and no year as in `2023/24 recommendation`
LEVELS = re.compile(r"\d+")  # the parts of a number


def rows_below(paragraphs: Sequence[Paragraph], at: int) -> list[Paragraph]:
    """What stands under a numbered heading in a report set in a table, row by row up to the next section's number."""
    heading = paragraphs[at]
    own = LEVELS.findall(heading.marker.text)[:1] if _SECTION.fullmatch(heading.marker.text) else []
    found: list[Paragraph] = []
    if heading.place is None or not own:
        return found
    row = heading.place[1]
    for paragraph in paragraphs[at + 1 :]:
        if paragraph.place is None or paragraph.place[0] != heading.place[0]:
            break
        levels = LEVELS.findall(paragraph.marker.text)
        if paragraph.place[1] != row and (levels or not found) and levels[:1] != own:
            break
        row = paragraph.place[1]
        found.append(paragraph)
    return found if any(paragraph.place != heading.place for paragraph in found) else []


def box(paragraphs: Sequence[Paragraph], at: int) -> list[Paragraph]:
    """What stands beside a heading in the first column of a table, or else in the row below."""
    place = paragraphs[at].place
    assert place is not None
    table, row, column = place
    rest = [(p, p.place) for p in paragraphs[at + 1 :] if p.place is not None and p.place[0] == table]
    cell = [paragraph for paragraph, other in rest if other == place]
    beside = [paragraph for paragraph, other in rest if other[1] == row]
    below = [paragraph for paragraph, other in rest if other[1] == row + 1]
    found = cell or beside or below
    if not cell and (column != 0 or heads_columns(paragraphs, at)):
        return []
    return found if sum(len(paragraph.text) for paragraph in found) >= _BOX_TEXT else []


def heads_columns(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a heading is one of several heads of columns: what others recommended, and what came of it."""
    place = paragraphs[at].place
    row = {p.place[2] for p in paragraphs[at + 1 :] if place and p.place and p.place[:2] == place[:2]}
    return place is not None and len(row) > (1 if place[2] == 0 else _MOST_BEHIND)


def follows_up(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a head beside that of recommendations says how they stand: those of a report before, and no asks."""
    place = paragraphs[at].place
    row = (p.text.text for p in paragraphs[at + 1 :] if place and p.place and p.place[:2] == place[:2])
    return any((known := head_to_concept(text)) is not None and known[0] in _STATES for text in row)
