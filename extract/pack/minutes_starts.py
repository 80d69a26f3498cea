"""Whether the minutes of a meeting begin on a page: what heads it, and the list of those who came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.layout.types import Line
from extract.pack.agenda_words import AgendaWords, agenda_words
from extract.pack.types import Element
from extract.tables.types import Table

MINUTES_TOP = 6  # lines of a page that may head minutes
_TOP = 12  # lines of a page among which its date, its table of contents or those present are told


def begins_minutes(by_page: Mapping[int, Sequence[Element]], page: int, alone: bool) -> bool:
    """Whether minutes begin on a page: a heading at its top, or a meeting's date right above those present, and a list
    of those present (behind a table of contents it is on the next page), or (in a file without an agenda) either.
    """
    words, elements = agenda_words(), by_page[page]
    lines = [element.text for element in elements if isinstance(element, Line)]
    headed = any(words.whole("minutes_starts", text) for text in lines[:MINUTES_TOP]) or _dated(elements[:_TOP], words)
    starts = ("attendance_starts", "member_starts") if headed else ("attendance_starts",)
    listed = headed and any(words.whole("contents_starts", text) for text in lines[:_TOP])
    texts = [*lines, *_cells(elements)]
    if listed:
        texts += [element.text for element in by_page.get(page + 1, ()) if isinstance(element, Line)][:_TOP]
    present = any(words.whole(name, text) for name in starts for text in texts)
    return (headed or present) if alone else (headed and present)


def _dated(elements: Sequence[Element], words: AgendaWords) -> bool:
    """Whether a line that is a date stands above the line or cell that tells who came; no agenda heading between."""
    dated = False
    for element in elements:
        texts = [element.text] if isinstance(element, Line) else _cells([element])
        if dated and any(words.whole("attendance_starts", text) for text in texts):
            return True
        if any(words.whole("headings", text) for text in texts):
            return False
        dated |= isinstance(element, Line) and words.whole("meeting_days", element.text) is not None
    return False


def _cells(elements: Sequence[Element]) -> list[str]:
    return [cell.text.text for table in elements if isinstance(table, Table) for cell in table.cells if cell.text]
