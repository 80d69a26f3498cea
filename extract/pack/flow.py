"""Pages to the running order of a pack: lines and tables, without running headers, footers and stamps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extract.layout import mark_soft_hyphens, pages_to_furniture, words_to_lines
from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.layout.headings import is_heading, running_size
from extract.layout.types import Line, PageInfo
from extract.pack.types import Element
from extract.pdf.types import Page, Word
from extract.tables import (
    PagePart,
    PageTable,
    lines_to_aligned,
    lines_to_cards,
    page_to_tables,
    parts_to_tables,
    refine_ruled,
    tables_to_doubts,
    with_marks,
    words_in,
)
from extract.tables.captions import caption_number, table_caption, table_footnotes
from extract.tables.nested import is_nested, without_inner_words
from extract.tables.types import Doubt, Table

_MOST_ABOVE, _MOST_BELOW = 6, 12  # elements by a table among which its caption and its notes stand
_SMALLER = 0.85  # times the size of a heading, of words beside it that are none of it
_ASKEW = 6.0  # points between the ends of lines that are set under each other


@dataclass(frozen=True, slots=True)
class _PageContent:
    """The lines and tables of one page, and where the finder of tables was unsure."""

    lines: tuple[Line, ...]
    tables: list[PageTable]
    doubts: tuple[Doubt, ...] = ()


class Flow(NamedTuple):
    """What is known of each page, every line and table in reading order, and the doubts about tables, page by page."""

    infos: tuple[PageInfo, ...]
    elements: tuple[Element, ...]
    doubts: tuple[Doubt, ...]


def pages_to_flow(pages: Sequence[Page]) -> Flow:
    """The running order of a pack."""
    pages = mark_soft_hyphens(pages)
    infos = pages_to_furniture(pages)
    contents = [_content(page, info) for page, info in zip(pages, infos, strict=True)]
    parts = [
        _parts(content)
        for content, info in zip(contents, infos, strict=True)
        if info.kind == "text" or content.tables or content.lines
        if info.kind != "blank"
    ]
    tables = parts_to_tables(parts)
    lines = [line for content in contents for line in content.lines]
    elements: list[Element] = [*lines, *tables]
    elements.sort(key=lambda e: (e.page, e.box.top, e.box.x0))
    doubts = tuple(doubt for content in contents for doubt in content.doubts)
    return Flow(infos, tuple(_with_headings(elements, running_size(lines))), doubts)


def _content(page: Page, info: PageInfo) -> _PageContent:
    taken = {id(word) for excerpt in info.furniture for word in excerpt.words}
    body: list[Word] = [word for word in page.words if id(word) not in taken]
    if info.kind != "text":
        return _PageContent(words_to_lines(body, page.height), [])
    drawn = (refine_ruled(table, page) for table in page_to_tables(page, body))
    ruled = without_inner_words([table for table in drawn if table is not None])
    lines = _outside(body, ruled, page)
    if cards := lines_to_cards(lines, page):
        lines = _outside(body, ruled + cards, page)
    aligned, refused = lines_to_aligned(lines, page)
    found = (with_marks(table, page) for table in (*ruled, *cards, *aligned))
    tables = sorted(found, key=lambda table: (table.box.top, table.box.x0))
    doubts = (*tables_to_doubts(tables, page), *refused)
    return _PageContent(_outside(body, tables, page) if aligned else lines, tables, doubts)


def _outside(words: list[Word], tables: list[PageTable], page: Page) -> tuple[Line, ...]:
    """The lines of a page that no table holds."""
    held = words_in(tables)
    return words_to_lines((word for word in words if id(word) not in held), page.height)


def _parts(content: _PageContent) -> list[PagePart]:
    """The tables of a page with what is printed above and below each."""
    return [_part(table, content) for table in content.tables]


def _part(table: PageTable, content: _PageContent) -> PagePart:
    if is_nested(table, content.tables):
        return PagePart(table, first_on_page=False, last_on_page=False, nested=True)
    top, bottom = table.box.top, table.box.bottom
    others = [other.box for other in content.tables if other is not table and not is_nested(other, content.tables)]
    before = max((box.bottom for box in others if box.bottom <= top + 1), default=0.0)
    after = min((box.top for box in others if box.top >= bottom - 1), default=float("inf"))
    above = tuple(line.text for line in content.lines if before <= line.top < top - 1)
    below = tuple(line.text for line in content.lines if bottom + 1 < line.bottom <= after)
    only_above, only_below = all(box.top >= top - 1 for box in others), all(box.bottom <= bottom + 1 for box in others)
    first, last = only_above and not above, only_below and not below
    return PagePart(table, first, last, above, below, only_above, only_below)


def _with_headings(elements: Sequence[Element], running: float) -> list[Element]:
    """The elements with each table told the nearest heading above it, and its caption."""
    heading = EMPTY
    whole: list[Element] = []
    last: Element | None = None
    for index, element in enumerate(elements):
        if isinstance(element, Table):
            near = _lines_near(elements, element, index)
            whole.append(_with_words_round(element, heading, *near))
        else:
            whole.append(element)
            element = _without_aside(element)
            if is_heading(element, running):
                heading = _heading(heading, last, element)
        last = element
    return whole


def _with_words_round(table: Table, heading: Excerpt, above: list[Line], below: list[Line]) -> Table:
    caption = table_caption(above, table, below)
    notes = table_footnotes(table, below)
    return replace(table, heading=heading, caption=caption, caption_number=caption_number(caption), footnotes=notes)


def _lines_near(elements: Sequence[Element], table: Table, index: int) -> tuple[list[Line], list[Line]]:
    """The lines just above and just below a table, up to the next one that does not stand beside it."""
    above = [e for e in reversed(elements[:index][-_MOST_ABOVE:]) if not _is_beside(e, table)][:3]
    below = [e for e in elements[index + 1 : index + 1 + _MOST_BELOW] if not _is_beside(e, table)]
    return list(_up_to_table(above))[::-1], list(_up_to_table(below))


def _up_to_table(elements: Sequence[Element]) -> Iterator[Line]:
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
