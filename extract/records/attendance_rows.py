"""The lines at the head of minutes as rows of segments, and the headings of lists of people that those begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt, join, words_to_excerpt
from extract.pack.printed import Printed
from extract.records.attendance_words import attendance_words

_SIGNS = (":", "-", "–", ":-")
_STOP = re.compile(r"[.;]\s+(?=[A-Z])")
_TICK = re.compile(r"[✓✔√✗✘xX*●•■Aa]|[Aa]pols?\.?|[Yy](?:es)?")  # what marks somebody in a column
_INITIALLED = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3} \([A-Z]{2,4}\)")  # `Jo Ash (JA)`
_LINE_END = re.compile(r"\n")
_LABEL = 6  # words of a label that wraps beside names


class Head(NamedTuple):
    """A heading of those present: the capacity it gives (None: nobody's), where its words end, the post it gives."""

    capacity: str | None
    end: int
    post: Excerpt


def _rows(lines: Sequence[Printed]) -> Iterator[list[Excerpt]]:
    """Each printed line as its segments; a row of a table as its cells, with line ends kept within a cell."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.place is None:
            yield _with_signs([words_to_excerpt(segment) for segment in line.segments])
            at += 1
            continue
        end = at
        cells: dict[int, list[Excerpt]] = {}
        while end < len(lines) and (place := lines[end].place) is not None and place[:2] == line.place[:2]:
            cells.setdefault(place[2], []).append(lines[end].excerpt)
            end += 1
        yield _with_signs([join(cell, "\n") for cell in cells.values()])
        at = end


def _with_signs(row: Sequence[Excerpt]) -> list[Excerpt]:
    """The segments of a row, with a sign alone behind a label (`Present | : | Cllr Oak`) put to it."""
    found: list[Excerpt] = []
    for segment in row:
        if found and segment.text in _SIGNS:
            found[-1] = join((found[-1], segment))
        else:
            found.append(segment)
    return found


def _without_parties(row: list[Excerpt]) -> list[Excerpt]:
    """The segments of a row without the political party that those listed beside it belong to."""
    labelled = len(row) > 1 and attendance_words().party.fullmatch(row[0].text.replace("\n", " ")) is not None
    return row[1:] if labelled else row


def rows_at_heads(lines: Sequence[Printed]) -> Iterator[list[Excerpt]]:
    """The rows, with a segment cut where a heading stands behind the end of a sentence: `…, B Owen. Apologies: …`."""
    labelled = map(_without_parties, _whole_labels(_with_ticks(list(_rows(lines)))))
    for row in _whole_heads(list(labelled)):
        for number, segment in enumerate(row):
            ends = [match.end() for match in _STOP.finditer(segment.text)]
            cuts = [end for end in ends if segment_to_head(segment.cut(end)) is not None]
            if cuts:
                edges = [0, *cuts, len(segment)]
                pieces = [segment.cut(start, end) for start, end in pairwise(edges)]
                yield [*row[:number], pieces[0]]
                yield from ([piece] for piece in pieces[1:-1])
                yield [pieces[-1], *row[number + 1 :]]
                break
        else:
            yield row


def _with_ticks(rows: list[list[Excerpt]]) -> list[list[Excerpt]]:
    """The rows, with each mark in a column headed `Present` or `Apologies` as that head, and without the heads.

    Such heads stand behind that of those listed, and nothing but marks stands below them. Beside a column of those
    present a row without a mark is of somebody who was not there, and is left out.
    """
    found: list[list[Excerpt]] = []
    columns: list[Excerpt] = []
    for number, row in enumerate(rows):
        below = rows[number + 1 :]
        heads = [segment for segment in row[1:] if _may_head_ticks(segment) and _heads_ticks(segment, below)]
        if heads or segment_to_head(row[0]) is not None:
            columns = heads
            row = [segment for segment in row if not any(segment is head for head in heads)]
        told = [head for head in columns for segment in row[1:] if _is_tick(segment) and _stands_under(segment, head)]
        if told:
            row = [*(segment for segment in row if not _is_tick(segment)), told[0]]
        elif not heads and _is_unmarked(row, columns, below):
            continue
        found.append(row)
    return found


def _may_head_ticks(segment: Excerpt) -> bool:
    head = segment_to_head(segment)
    return head is not None and head.capacity in ("member", "apology", None) and head.end == len(segment)


def _is_unmarked(row: Sequence[Excerpt], columns: Sequence[Excerpt], below: Sequence[Sequence[Excerpt]]) -> bool:
    """Whether a row is a name without a mark in a list with a column of those present, more of which follow."""
    present = any((head := segment_to_head(column)) is not None and head.capacity == "member" for column in columns)
    more = any(_is_tick(segment) for other in below for segment in other[1:])
    return present and len(row) == 1 and (more or attendance_words().titled.match(row[0].text) is not None)


def _heads_ticks(head: Excerpt, rows: Sequence[Sequence[Excerpt]]) -> bool:
    """Whether there are marks under a head, and the first thing under it is one."""
    under = (segment for row in rows for segment in row[1:] if _stands_under(segment, head))
    first = next(under, None)
    return first is not None and _is_tick(first)


def _is_tick(segment: Excerpt) -> bool:
    return _TICK.fullmatch(segment.text) is not None


def _stands_under(segment: Excerpt, head: Excerpt) -> bool:
    above, below = head.words, segment.words
    return below[0].page == above[0].page and below[0].x0 < above[-1].x1 and below[-1].x1 > above[0].x0


def _whole_labels(rows: list[list[Excerpt]]) -> list[list[Excerpt]]:
    """The rows, with a label that wraps beside the names it heads (`Independent | Mr Holt` / `Member:`) made whole."""
    found: list[list[Excerpt]] = []
    for row in rows:
        above = found[-1] if found else []
        label = join((above[0], row[0])) if len(above) > 1 and row else EMPTY
        if label and _is_wrapped_label(above, row) and segment_to_head(label) is not None:
            found[-1] = [label, *above[1:]]
            row = row[1:]
        if row:
            found.append(row)
    return found


def _is_wrapped_label(above: Sequence[Excerpt], row: Sequence[Excerpt]) -> bool:
    """Whether a row goes on with the label at the left of the one above: at its edge, clear of its names."""
    first, below = above[0].words[0], row[0].words
    short = len(above[0].text.split()) + len(row[0].text.split()) <= _LABEL
    aside = all(segment.words[0].x0 > below[-1].x1 for segment in above[1:])
    return (
        short
        and aside
        and abs(first.x0 - below[0].x0) < 2
        and first.page == below[0].page
        and segment_to_head(above[0]) is None
    )


def _whole_heads(rows: list[list[Excerpt]]) -> Iterator[list[Excerpt]]:
    """The rows, with a heading that a line end breaks (`… K Green. In` / `attendance: …`) put on its second line."""
    for number, row in enumerate(rows[:-1]):
        below = rows[number + 1]
        ends = [match.end() for match in _STOP.finditer(row[-1].text)]
        tail = row[-1].cut(ends[-1]) if ends else EMPTY
        short = bool(tail) and len(row) == len(below) == 1 and len(tail.text.split()) < 4
        if short and segment_to_head(tail) is None and segment_to_head(join((tail, below[0]))) is not None:
            rows[number + 1] = [join((tail, below[0]))]
            row = [row[0].cut(0, ends[-1])]
        yield row
    yield from rows[-1:]


def pair_stacked(names: Excerpt, others: Sequence[Excerpt]) -> tuple[tuple[Excerpt, Excerpt], ...]:
    """The names stacked in a cell, each with the lines of the post that stand level with it in the next cell.

    Nothing where posts are not stacked beside them, one or more lines for each name.
    """
    words = attendance_words()
    stacked = next((other for other in others if "\n" in other.text and words.post.search(other.text)), EMPTY)
    listed, posts = names.split(_LINE_END), stacked.split(_LINE_END)
    people = words.titled.match(stacked.text) or _INITIALLED.match(stacked.text)
    if len(listed) < 2 or len(posts) < len(listed) or people:
        return ()
    told: list[list[Excerpt]] = [[] for _ in listed]
    for post in posts:
        above = [n for n, name in enumerate(listed) if _begins_no_lower(name, post)]
        told[above[-1] if above else 0].append(post)
    return tuple((name, join(lines)) for name, lines in zip(listed, told, strict=True)) if all(told) else ()


def _begins_no_lower(name: Excerpt, post: Excerpt) -> bool:
    one, other = name.first_word, post.first_word
    return (one.page, one.baseline) <= (other.page, other.baseline + 0.5 * other.size)


def heads_status(row: Sequence[Excerpt]) -> bool:
    """Whether a row heads a table of members that says who came: `Name | Role | Attendance`."""
    words = attendance_words()
    named = len(row) > 1 and words.name_heads.fullmatch(row[0].text) is not None
    known = all(words.column_heads.fullmatch(s.text) or words.status_heads.fullmatch(s.text) for s in row[1:])
    return named and known and any(words.status_heads.fullmatch(s.text) for s in row[1:])


def segment_to_head(segment: Excerpt) -> Head | None:
    """The heading that a segment begins with, the longest one that fits; None where it begins with none."""
    words = attendance_words()
    best: Head | None = None
    text = segment.text.replace("\n", " ")  # a heading may wrap in its cell
    starts = _head_starts(text)
    for pattern, capacity in words.heads:
        for start in starts:
            match = pattern.match(text, start)
            if match is not None and (best is None or match.end() > best.end):
                best = Head(capacity, match.end(), EMPTY)
    for pattern, capacity in words.posts:
        match = pattern.match(text)
        if best is None and match is not None:
            best = Head(capacity, match.end(), segment.group(match, "post"))
    return best


def _head_starts(text: str) -> tuple[int, ...]:
    """Where a heading may begin: behind the marks, the number and the other language's heading before it."""
    lead = attendance_words().lead.match(text)
    assert lead is not None, "all parts of the lead may be missing"
    starts = {lead.end(), *(lead.start(part) for part in ("number", "other") if lead[part] is not None)}
    return tuple(sorted(starts))
