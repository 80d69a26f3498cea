"""The reports of a pack, each with those of its paragraphs that may ask something of the committee."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt
from extract.layout.types import Line
from extract.pack.documents import document_at
from extract.pack.prose import Paragraph, elements_to_paragraphs
from extract.pack.types import Element, Pack
from extract.records.action_sheets import sheet_rows
from extract.records.minutes import pack_to_minutes
from extract.records.recommendation_words import recommendation_words

FIRST_PAGES = 2  # pages of a report in which a sentence outside any section may say what it asks
_PAGES_AFTER = 2  # pages that a list of recommendations may run on over


class Report(NamedTuple):
    """A report: its item of the agenda, its first page, its paragraphs."""

    agenda_ref: Excerpt
    first: int
    paragraphs: tuple[Paragraph, ...]


def pack_to_reports(pack: Pack) -> Iterator[Report]:
    """The reports of a pack; pages of one item that follow each other are one. Minutes and the agenda are none."""
    skipped = {page for minutes in pack_to_minutes(pack) for page in range(minutes.first, minutes.last + 1)}
    groups: list[tuple[Excerpt, list[int]]] = []
    for info in pack.pages:
        document = document_at(pack.documents, info.number)
        if info.number in skipped or (document is not None and document.kind != "report"):
            continue
        ref = document.agenda_ref if document is not None and document.agenda_ref else _marked(info.furniture)
        same = groups and (not ref or groups[-1][0].text == ref.text)
        if same and info.number - groups[-1][1][-1] <= 2:
            groups[-1][1].append(info.number)
        else:
            groups.append((ref, [info.number]))
    sheets = sheet_rows(pack)
    for ref, pages in groups:
        held = set(pages)
        elements = [element for element in pack.elements(pages[0], pages[-1]) if element.page in held]
        asking = _asking_pages(elements, pages[0])
        paragraphs = elements_to_paragraphs(e for e in elements if _last_page(e) in asking)
        yield Report(ref, pages[0], tuple(p for p in paragraphs if p.place is None or p.place[:2] not in sheets))


def _asking_pages(elements: Sequence[Element], first: int) -> set[int]:
    """The pages on which anything may be asked: the first ones, those with a word for it, and those just after.

    Appendices of hundreds of pages ask for nothing; cutting them into paragraphs would be most of the work.
    """
    said = {_last_page(element) for element in elements if _hints(_words_of(element).casefold())}
    named = {*range(first, first + FIRST_PAGES), *said}
    return {page + further for page in named for further in range(_PAGES_AFTER + 1)}


def _hints(text: str) -> bool:
    return any(hint in text for hint in recommendation_words().hints)


def _last_page(element: Element) -> int:
    return element.page if isinstance(element, Line) else element.fragments[-1].box.page


def _words_of(element: Element) -> str:
    return element.text if isinstance(element, Line) else "\n".join(cell.text.text for cell in element.cells)


def _marked(furniture: Iterable[Excerpt]) -> Excerpt:
    """The agenda's number that a page carries in a stamp or running header."""
    for piece in furniture:
        match = piece.search(recommendation_words().mark)
        if match is not None:
            return piece.group(match, "ref")
    return EMPTY
