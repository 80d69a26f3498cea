"""What a page says of the paper that it belongs to, told once: its lines and tables need not be at hand for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.layout.types import Line
from extract.pack.agenda_words import AgendaWords, agenda_words
from extract.pack.types import Element
from extract.tables.types import Table

MINUTES_TOP = 6
"""Lines of a page that may head minutes."""

_TOP = 12  # lines and table rows of a page that may say whose it is
_CLOSED_TOP = 2  # lines and tables of a page that may say that its paper is not published
_SUPPLEMENT_TOP = 6  # lines and tables of a page that may head a supplement
_TITLED = re.compile(
    r"(?i)(?:(?:report|paper|agenda|item)\s+)?(?:title|subject)(?:\s+of\s+(?:the\s+)?(?:report|paper))?\W*$"
)


class Sight(NamedTuple):
    """The words of a page's first lines and table rows, the titles that a cover's table gives, and what it begins.

    `headed` says that words of minutes, or a date right above those present, stand at its top, `contents` that a table
    of contents does below them, `attended` that those present are listed on it, and `attended_at_top` that they are in
    its first lines. `closed` says that a notice stands there in place of a paper. `supplement` is None where nothing
    heads a supplement of the agenda, and else whether that stands at the top.
    """

    top: tuple[str, ...]
    titles: tuple[str, ...]
    headed: bool
    contents: bool
    attended: bool
    attended_at_top: bool
    closed: bool
    supplement: bool | None


def elements_to_sight(elements: Sequence[Element]) -> Sight:
    """What the lines and tables of a page, in reading order, say of its paper."""
    words = agenda_words()
    lines = [element.text for element in elements if isinstance(element, Line)]
    headed = any(words.whole("minutes_starts", text) for text in lines[:MINUTES_TOP]) or _dated(elements[:_TOP], words)
    notices = [element.text for element in elements[:_CLOSED_TOP] if isinstance(element, Line)]
    return Sight(
        top=tuple(text for element in elements[:_TOP] for text in _texts(element))[:_TOP],
        titles=tuple(text for element in elements[:_TOP] for text in _titles(element)),
        headed=headed,
        contents=headed and any(words.whole("contents_starts", text) for text in lines[:_TOP]),
        attended=_lists_those_present((*lines, *_cells(elements)), words, headed=headed),
        attended_at_top=_lists_those_present(lines[:_TOP], words, headed=True),
        closed=any(words.whole("closed_notices", text) for text in notices),
        supplement=_heads_supplement(elements, words),
    )


def _lists_those_present(texts: Iterable[str], words: AgendaWords, *, headed: bool) -> bool:
    """Whether one of the texts heads a list of those present; below words of minutes one of members does, too."""
    starts = ("attendance_starts", "member_starts") if headed else ("attendance_starts",)
    return any(words.whole(name, text) for text in texts for name in starts)


def _dated(elements: Sequence[Element], words: AgendaWords) -> bool:
    """Whether a line that is a date stands above the line or cell that tells who came; no agenda heading between."""
    dated = False
    for element in elements:
        texts = [element.text] if isinstance(element, Line) else list(_cells([element]))
        if dated and any(words.whole("attendance_starts", text) for text in texts):
            return True
        if any(words.whole("headings", text) for text in texts):
            return False
        dated |= isinstance(element, Line) and words.whole("meeting_days", element.text) is not None
    return False


def _heads_supplement(elements: Sequence[Element], words: AgendaWords) -> bool | None:
    lines = ((at, element) for at, element in enumerate(elements) if isinstance(element, Line))
    head = next((at for at, line in lines if words.whole("supplements", line.text)), None)
    return None if head is None else head < _SUPPLEMENT_TOP


def _cells(elements: Iterable[Element]) -> Iterator[str]:
    return (cell.text.text for table in elements if isinstance(table, Table) for cell in table.cells if cell.text)


def _texts(element: Element) -> list[str]:
    if isinstance(element, Line):
        return [element.text]
    return [" ".join(cell.text.text for cell in element.row(row)) for row in range(min(element.rows, _TOP))]


def _titles(element: Element) -> Iterator[str]:
    """What a cover's table gives as the title of its report: `Report title | Integrated performance report`."""
    if isinstance(element, Line):
        return
    for row in range(min(element.rows, _TOP)):
        texts = [cell.text.text for cell in element.row(row)]
        yield from texts[1:2] if texts and _TITLED.match(texts[0]) else ()
