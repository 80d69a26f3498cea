"""What a front sheet prints beside labels: `Venue: Guildhall`, a label and its value in two cells or columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.layout.excerpt import EMPTY, Excerpt, join_lines, words_to_excerpt
from extract.layout.types import Line
from extract.pack.front_words import FIELDS, FrontWords, first_of
from extract.pack.types import Element
from extract.tables.types import Table

_BESIDE = 12  # characters between a label of one word without a colon and its date, at most
_VALUED = re.compile(r"(?P<label>[^:]{2,40}?):\s*\S")
_COLON = re.compile(r":(?=\s+\S)")
_WORD = re.compile(r"\S+")
_LABEL_WORDS = 4  # of a label, at most
_LABELS = 2  # labels of different fields that make a first row a head, at least
_LONG = 60  # characters of a line of running text, at least
_CLOSE = 0.6  # em between lines of one paragraph


def labelled_fields(head: Sequence[Element], words: FrontWords) -> dict[str, Excerpt]:
    """What stands beside labels: after a colon, after a gap, or in the next cell of a table."""
    found = dict.fromkeys(FIELDS, EMPTY)
    for at, element in enumerate(head):
        if at and _runs_on(head[at - 1], element):
            continue
        for label, value in _label_pairs(_first_of_columns(head, at, words), head[at + 1 : at + 4], words):
            for field, part in _label_values(words.label(label.text), value, words):
                better = field == "venue" and not _names_place(found[field], words) and _names_place(part, words)
                found[field] = part if better else found[field] or part
    return found


def _names_place(value: Excerpt, words: FrontWords) -> bool:
    return words.within("places", value.text) is not None


def _first_of_columns(head: Sequence[Element], at: int, words: FrontWords) -> Element:
    """A line without what stands in a second column of text beside it, where its own part has a label and a value.

    A column is told by another line near it with a part that begins at the same place, and no label stands in it.
    """
    element = head[at]
    if not isinstance(element, Line) or len(element.segments) < 2:
        return element
    first, second = element.segments[:2]
    near = [one for one in head[max(at - 3, 0) : at + 4] if isinstance(one, Line) and one is not element]
    column = any(abs(part[0].x0 - second[0].x0) < 2 for one in near for part in one.segments[1:])
    labels = [_VALUED.match(words_to_excerpt(part).text) for part in (first, second)]
    told = labels[0] is not None and (labels[1] is None or words.label(labels[1]["label"]) is None)
    return Line(element.page, first, (first,), element.space_above) if column and told else element


def _runs_on(above: Element, element: Element) -> bool:
    """Whether a line goes on from a long one in running text: its first word is no label (`… in` / `Room 2`)."""
    if not isinstance(above, Line) or not isinstance(element, Line) or above.page != element.page:
        return False
    long = len(above.text) > _LONG and len(above.segments) == 1 and not above.text.endswith((".", ":"))
    return long and abs(above.x0 - element.x0) < 3 and element.space_above < _CLOSE * element.size


def _label_pairs(element: Element, below: Sequence[Element], words: FrontWords) -> Iterator[tuple[Excerpt, Excerpt]]:
    if isinstance(element, Table):
        if headed := list(_under_labels(element, words)):
            yield from headed
            return
        for row in range(element.rows):
            cells = [cell for cell in element.row(row) if cell.text]
            if len(cells) == 2:
                yield cells[0].text, cells[1].text
        return
    whole = element.excerpt
    if len(several := _labels_in(whole, words)) > 1:
        for (start, end), (stop, _) in pairwise([*several, (len(whole), 0)]):
            yield whole.cut(start, end), whole.cut(end, stop).strip(" |;,–-")
        return
    colon = re.match(r"[^:]{2,40}?:\s*(?=\S)", whole.text)
    if colon is not None and words.label(whole.text[: colon.end()].strip(" :")):
        value = whole.cut(colon.end())
        yield whole.cut(0, colon.end()), _with_lines_below(value, element, below)
    elif len(element.segments) > 1:
        value = words_to_excerpt(word for segment in element.segments[1:] for word in segment)
        yield words_to_excerpt(element.segments[0]), _with_lines_below(value, element, below)
    elif (first := words.label(element.words[0].text)) and len(element.words) > 1 and first != "committee":
        value = words_to_excerpt(element.words[1:])
        found = [match for name in ("dates", "times", "places") if (match := words.within(name, value.text))]
        near = any(first == "venue" or match.start() <= _BESIDE for match in found)  # `Date of publication: 3 May`
        if near and not value.text[0].islower() and element.words[0].text[0].isupper():
            yield words_to_excerpt(element.words[:1]), value


def _labels_in(line: Excerpt, words: FrontWords) -> list[tuple[int, int]]:
    """Where labels with a colon begin and end in a line: `Date: 6 May 2025 Time: 1.00pm Venue: The Hub`."""
    found: list[tuple[int, int]] = []
    for colon in _COLON.finditer(line.text):
        before = [match.start() for match in _WORD.finditer(line.text, 0, colon.start())][-_LABEL_WORDS:]
        start = next((at for at in before if words.label(line.text[at : colon.start()])), None)
        if start is not None:
            found.append((start, colon.end()))
    return found


def _under_labels(table: Table, words: FrontWords) -> Iterator[tuple[Excerpt, Excerpt]]:
    """What stands under each label of a first row of labels (`Date & time | Place | Contact`), down to the last row."""
    labels = [cell for cell in table.row(0) if cell.text and words.label(cell.text.text)]
    named = {words.label(cell.text.text) for cell in labels}
    if table.rows < 2 or len(named) < _LABELS:
        return
    for label in labels:
        parts = [cell.text for cell in table.column_cells(label.column) if cell.row and cell.text]
        if parts:
            yield label.text, join_lines(parts)


def _with_lines_below(value: Excerpt, line: Line, below: Sequence[Element]) -> Excerpt:
    """A label's value with the lines that go on from it: those that begin where it begins."""
    lines, x0, last = [value], value.words[0].x0, line
    for element in below:
        if isinstance(element, Line) and _wraps(lines[-1], element, line):
            lines.append(words_to_excerpt(element.segments[0]))
            last = element
            continue
        goes_on = isinstance(element, Line) and abs(element.x0 - x0) < 3 and element.space_above < element.size
        if not goes_on or not isinstance(element, Line) or abs(element.size - last.size) > 0.5 or x0 - line.x0 < 5:
            break
        lines.append(element.excerpt)
        last = element
    return join_lines(lines)


def _wraps(value: Excerpt, below: Line, line: Line) -> bool:
    """Whether a line below the label itself is the rest of its value: that ended in a comma, and no label begins."""
    begins = abs(below.x0 - line.x0) < 3 and below.space_above < below.size and abs(below.size - line.size) < 0.5
    first = words_to_excerpt(below.segments[0]).text
    return value.text.endswith(",") and begins and ":" not in first and len(first) < _LONG


def _label_values(label: str | None, value: Excerpt, words: FrontWords) -> Iterator[tuple[str, Excerpt]]:
    if label in ("meeting_date", "start_time"):
        yield "meeting_date", first_of(words, "dates", value) or first_of(words, "dates_second", value)
        without = words.within("dates", value.text)
        yield "start_time", first_of(words, "times", value.cut(without.end()) if without else value)
    elif label == "venue":
        dated = words.within("dates", value.text) or words.within("times", value.text)
        yield "venue", venue_alone(value, words) if dated else value.strip(" .,;")
    elif label == "committee" and (match := words.whole("committees", value.text)):
        yield "committee", value.group(match, "name")
    elif label == "committee" and len(value.text) < 100 and not words.within("dates", value.text):
        yield "committee", value
    elif label == "authority" and words.whole("authorities", value.text):
        yield "authority", value


def venue_alone(value: Excerpt, words: FrontWords) -> Excerpt:
    """A place without the words before and after it that say when and what for."""
    for pattern in words.patterns["venue_ends"]:
        if (match := pattern.search(value.text)) and match.start():
            value = value.cut(0, match.start())
    return value if value.text.count(")") <= value.text.count("(") else value.strip(" )")
