"""Where the agenda of a pack begins, and the pages that it may go over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from extract.layout.types import Line, PageInfo
from extract.pack.agenda_words import AgendaWords, agenda_words
from extract.pack.flow import Flow
from extract.pack.types import Element

_SEARCHED = 20  # pages from the front in which an agenda begins
_LONGEST = 12  # pages that an agenda goes over
_UNHEADED = 5  # pages from the front in which an agenda without a heading begins
_TOP = 4  # lines of a page that say what begins there


def find_start(flow: Flow) -> tuple[tuple[int, int], bool] | None:
    """The page that the agenda begins on with the number of lines and tables above it there, and whether a heading
    says so; None once minutes begin instead.
    """
    words, opening = agenda_words(), None
    for place, element in _placed(flow, _SEARCHED):
        if isinstance(element, Line) and words.whole("headings", element.text):
            return place, True
        if _begins_minutes(element, words):
            break
        if opening is None and isinstance(element, Line) and words.within("openings", element.text):
            opening = place if element.page <= _UNHEADED else None
    if opening is not None:
        return opening, False
    first = next((place for place, _ in _placed(flow, len(flow.infos))), None)
    return None if first is None or minutes_page(flow) == first[0] else (first, False)


def _placed(flow: Flow, last: int) -> Iterator[tuple[tuple[int, int], Element]]:
    """The lines and tables up to a page, each with its page and its place there."""
    for page in range(1, last + 1):
        for at, element in enumerate(flow.pages(page, page)):
            yield (page, at), element


def minutes_page(flow: Flow) -> int | None:
    """The first page at the front on which minutes begin; None where none does."""
    words = agenda_words()
    return next((element.page for element in flow.pages(1, _UNHEADED) if _begins_minutes(element, words)), None)


def _begins_minutes(element: Element, words: AgendaWords) -> bool:
    """Whether a line, or one of the first cells of a table, heads minutes or says who came."""
    texts = [element.text] if isinstance(element, Line) else [cell.text.text for cell in element.cells[:8]]
    return any(words.whole(name, text) for name in ("minutes_starts", "attendance_starts") for text in texts)


def last_page(flow: Flow, first: int) -> int:
    """The page before the first one that begins another paper."""
    for info in flow.infos[first : first + _LONGEST]:
        if _begins_paper(info, list(islice(flow.pages(info.number, info.number), _TOP))):
            return info.number - 1
    return min(first + _LONGEST, len(flow.infos))


def _begins_paper(info: PageInfo, top: Sequence[Element]) -> bool:
    """Whether a page begins a paper after the agenda, by its stamp, its notice or its first lines."""
    words = agenda_words()
    if info.kind == "restricted" or any(words.whole("stamps", stamp.text) for stamp in info.furniture):
        return True
    lines = [element.text for element in top if isinstance(element, Line)]
    return any(words.whole(name, text) for name in ("minutes_starts", "paper_starts") for text in lines)


def pages_to_elements(flow: Flow, first: int, last: int, skipped: int) -> Iterator[Element]:
    """What stands on an agenda's pages but for the first few lines and tables, and for tables that go on far behind."""
    for element in islice(flow.pages(first, last), skipped, None):
        if isinstance(element, Line) or element.fragments[-1].box.page <= first + _LONGEST:
            yield element
