"""Tables with the words around them: the nearest heading above, the caption, the notes below."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.layout.headings import is_heading
from extract.layout.types import Line
from extract.pack.types import Element
from extract.tables.captions import caption_number, table_caption, table_footnotes
from extract.tables.types import Table

_MOST_ABOVE, _MOST_BELOW = 6, 12  # elements by a table among which its caption and its notes stand
_SMALLER = 0.85  # times the size of a heading, of words beside it that are none of it
_ASKEW = 6.0  # points between the ends of lines that are set under each other


def with_headings(elements: Iterable[Element], running: float) -> Iterator[Element]:
    """The elements with each table told the nearest heading above it, its caption and its notes; no more of them are
    held at once than it takes. `running` is the size of running text in points.
    """
    source = iter(elements)
    above: deque[Element] = deque(maxlen=_MOST_ABOVE)
    below = deque(islice(source, _MOST_BELOW + 1))
    heading = EMPTY
    last: Element | None = None
    while below:
        element = printed = below.popleft()
        if isinstance(element, Table):
            yield _with_words_round(element, heading, *_lines_near(above, element, below))
        else:
            yield element
            element = _without_aside(element)
            if is_heading(element, running):
                heading = _heading(heading, last, element)
        last = element
        above.append(printed)
        below.extend(islice(source, 1))


def _with_words_round(table: Table, heading: Excerpt, above: list[Line], below: list[Line]) -> Table:
    caption = table_caption(above, table, below)
    notes = table_footnotes(table, below)
    return replace(table, heading=heading, caption=caption, caption_number=caption_number(caption), footnotes=notes)


def _lines_near(above: Iterable[Element], table: Table, below: Iterable[Element]) -> tuple[list[Line], list[Line]]:
    """The lines just above and just below a table, up to the next one that does not stand beside it."""
    over = [e for e in reversed(tuple(above)) if not _is_beside(e, table)][:3]
    under = [e for e in below if not _is_beside(e, table)]
    return list(_up_to_table(over))[::-1], list(_up_to_table(under))


def _up_to_table(elements: Iterable[Element]) -> Iterator[Line]:
    for element in elements:
        if isinstance(element, Table):
            return
        yield element


def _is_beside(element: Element, table: Table) -> bool:
    """Whether another table stands at the same height, left or right."""
    if not isinstance(element, Table):
        return False
    one, other = element.box, table.box
    return one.page == other.page and one.top < other.bottom and other.top < one.bottom


def _heading(heading: Excerpt, last: Element | None, line: Line) -> Excerpt:
    """A heading of several lines is one: the line goes on where it follows the last one closely in the same style."""
    follows = (
        isinstance(last, Line)
        and bool(heading)
        and last.words[-1] is heading.words[-1]
        and last.page == line.page
        and line.space_above < 0.6 * line.size
        and abs(last.size - line.size) < 0.2
        and last.bold == line.bold
        and _is_in_line(last, line)
    )
    return join_lines((heading, line.excerpt)) if follows else line.excerpt


def _without_aside(line: Line) -> Line:
    """A line without what stands far beside its first words and is set smaller, such as the kind of a sheet."""
    size = line.words[0].size
    parts = tuple(part for part in line.segments if part[0].size > _SMALLER * size)
    if len(parts) == len(line.segments):
        return line
    return Line(line.page, tuple(word for part in parts for word in part), parts, line.space_above)


def _is_in_line(above: Line, below: Line) -> bool:
    """Whether two lines are set under each other: they share their left end, their right end or their middle.

    A label at the right margin (`ITEM 5`) is no first line of the title in the middle below it.
    """
    left, right = below.box.x0 - above.box.x0, below.box.x1 - above.box.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < _ASKEW or left > 0
