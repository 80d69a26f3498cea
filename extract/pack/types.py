"""The pack as a whole: its pages, its running order of lines and tables, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from extract.layout.excerpt import EMPTY, Excerpt
from extract.layout.types import Line, PageInfo
from extract.pdf.types import Bookmark
from extract.tables.types import Doubt, Opinion, Table

Element = Line | Table


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """What the pack says of its meeting; an empty Excerpt where it says nothing."""

    authority: Excerpt = EMPTY
    committee: Excerpt = EMPTY
    meeting_date: Excerpt = EMPTY
    start_time: Excerpt = EMPTY
    venue: Excerpt = EMPTY


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An item of the agenda as printed there; what it does not give is an empty Excerpt.

    `ref` is its number without the full stop after it, `page_from` and `page_to` the printed numbers of its pages,
    `paper` the words that name its paper (`Enc 05`). `restricted` says that the press and public do not hear it.
    """

    ref: Excerpt
    title: Excerpt
    section: Excerpt
    page_from: Excerpt
    page_to: Excerpt
    paper: Excerpt
    restricted: bool

    @property
    def page(self) -> int:
        """The PDF page (from 1) of the agenda that it stands on."""
        return self.ref.page


@dataclass(frozen=True, slots=True)
class Document:
    """A document inside the pack: `first` and `last` are PDF pages (from 1, inclusive).

    `kind` is one of `front`, `agenda`, `minutes`, `report`, `restricted`; `agenda_ref` is the item it belongs to.
    """

    kind: str
    title: Excerpt
    agenda_ref: Excerpt
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Pack:
    """A read pack. `flow` is every line of text and every table in reading order; lines inside tables are not in it.

    `doubts` are the places where the finder of tables was unsure, `opinions` what a second one made of them if asked.
    """

    pages: tuple[PageInfo, ...]
    flow: tuple[Element, ...]
    bookmarks: tuple[Bookmark, ...]
    front: FrontSheet = FrontSheet()
    documents: tuple[Document, ...] = ()
    agenda: tuple[AgendaEntry, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    def elements(self, first: int, last: int) -> tuple[Element, ...]:
        """The running order of pages `first` to `last` (PDF pages, inclusive)."""
        return tuple(element for element in self.flow if first <= element.page <= last)
