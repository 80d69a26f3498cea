"""Pages to a pack: in one piece, or in parts of some pages each, of which only one need be held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from extract.layout.types import PageInfo
from extract.pack.agenda import flow_to_agenda
from extract.pack.documents import flow_to_documents
from extract.pack.flow import Flow, Survey, pages_to_flow
from extract.pack.front import flow_to_front
from extract.pack.opinions import with_confidence
from extract.pack.types import AgendaEntry, Document, Element, FrontSheet, Pack
from extract.pdf.types import Bookmark, Page
from extract.tables.types import Doubt, Opinion

_LEAST_PAGES = 40  # of a part: what runs over a few short documents is read in one


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A pack of which every page is laid out and the documents are known; see Pack for what it has of it."""

    flow: Flow
    bookmarks: tuple[Bookmark, ...]
    front: FrontSheet
    documents: tuple[Document, ...]
    agenda: tuple[AgendaEntry, ...]

    @property
    def pages(self) -> tuple[PageInfo, ...]:
        """What is known of each page."""
        return self.flow.infos

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The places where the finder of tables was unsure."""
        return self.flow.doubts

    def elements(self, first: int, last: int) -> Iterator[Element]:
        """The running order of pages `first` to `last` (PDF pages, inclusive), tables without what is around them."""
        return self.flow.pages(first, last)

    def parts(self, opinions: Sequence[Opinion] = ()) -> Iterator[Pack]:
        """The pack part by part: first what it has as a whole (agenda, opinions), then its documents with their pages.

        Each may be gone through by itself, for no record begins in one document and ends in another. Tables are as
        sure as `opinions` let them be. The parts are made anew each time they are asked for.
        """
        yield Pack((), (), self.bookmarks, self.front, (), self.agenda, self.doubts, tuple(opinions))
        elements = with_confidence(self.flow.elements, opinions)
        for first, last in _stretches(self.documents, len(self.pages)):
            yield self._part(first, last, islice(elements, sum(self.flow.counts[first - 1 : last])))

    def _part(self, first: int, last: int, elements: Iterable[Element]) -> Pack:
        documents = tuple(document for document in self.documents if first <= document.first <= last)
        return Pack(self.pages[first - 1 : last], tuple(elements), self.bookmarks, self.front, documents)

    def whole(self, opinions: Sequence[Opinion] = ()) -> Pack:
        """The pack in one piece."""
        flow = tuple(with_confidence(self.flow.elements, opinions))
        told = (self.bookmarks, self.front, self.documents, self.agenda, self.doubts, tuple(opinions))
        return Pack(self.pages, flow, *told)


def lay_out(pages: Iterable[Page], survey: Survey, bookmarks: tuple[Bookmark, ...]) -> LaidOut:
    """The pages that a survey was made of, laid out: running order, front sheet and documents."""
    flow = pages_to_flow(pages, survey)
    agenda = flow_to_agenda(flow)
    documents = flow_to_documents(flow, bookmarks, agenda)
    front = flow_to_front(flow, agenda, documents)
    told = replace(flow, sights=())  # the documents are known by them
    return LaidOut(told, bookmarks, front, documents, agenda.entries if agenda else ())


def pages_to_pack(pages: Sequence[Page], bookmarks: tuple[Bookmark, ...]) -> Pack:
    """The pack that pages make, in one piece."""
    return lay_out(pages, Survey(pages), bookmarks).whole()


def _stretches(documents: Iterable[Document], pages: int) -> Iterator[tuple[int, int]]:
    """The first and last page of each part: whole documents, and as few as have pages enough."""
    firsts = [1]
    for first in sorted({document.first for document in documents}):
        if first - firsts[-1] >= _LEAST_PAGES:
            firsts.append(first)
    yield from ((first, following - 1) for first, following in pairwise([*firsts, pages + 1]))
