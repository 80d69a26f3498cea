"""Pages to the running order of a pack: lines and tables, without running headers, footers and stamps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extract.layout import (
    PackWords,
    candidates_to_running,
    mark_soft_hyphens,
    page_to_body,
    page_to_candidates,
    words_to_lines,
)
from extract.layout.furniture import Candidate
from extract.layout.headings import running_size, size_counts
from extract.layout.types import Line, PageInfo
from extract.pack.headed import with_headings
from extract.pack.sights import Sight, elements_to_sight
from extract.pack.types import Element
from extract.pdf.types import Page, Word
from extract.spool import Spool
from extract.tables import (
    Chains,
    PagePart,
    PageTable,
    lines_to_aligned,
    lines_to_cards,
    page_to_tables,
    refine_ruled,
    tables_to_doubts,
    with_marks,
    words_in,
)
from extract.tables.nested import is_nested, without_inner_words
from extract.tables.types import Doubt

PAGES_HELD = 250
"""Pages of a pack up to which all are held in memory, which is quicker; those of a longer one wait in a file."""


class Survey:
    """What must be known of all pages of a pack before the first can be laid out: its words, what its edges repeat."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.words = PackWords()
        self.candidates: list[Candidate] = []
        for page in pages:
            self.add(page)

    def add(self, page: Page) -> None:
        """Looks at the next page; one that raises is as if it had not been there."""
        candidates = list(page_to_candidates(page))
        self.words.add(page)
        self.candidates += candidates

    @property
    def has_words(self) -> bool:
        """Whether any page has a word on it."""
        return bool(self.words)


@dataclass(frozen=True, slots=True)
class Flow:
    """The running order of a pack: what is known of each page, its lines and tables in reading order and how many they
    are, what they say of the paper they belong to; the size of running text in points, and the doubts about tables.

    A table stands on the page that it begins on.
    """

    infos: tuple[PageInfo, ...]
    sheets: Sequence[tuple[Element, ...]]
    counts: tuple[int, ...]
    sights: tuple[Sight, ...]
    running: float
    doubts: tuple[Doubt, ...]

    def pages(self, first: int, last: int) -> Iterator[Element]:
        """What stands on pages `first` to `last` (PDF pages, inclusive), tables without the words around them."""
        for at, info in enumerate(self.infos):
            if first <= info.number <= last:
                yield from self.sheets[at]

    @property
    def elements(self) -> Iterator[Element]:
        """Every line and table, each table with the heading, the caption and the notes around it."""
        return with_headings(chain.from_iterable(self.sheets), self.running)


@dataclass(frozen=True, slots=True)
class _PageContent:
    """The lines and tables of one page, and where the finder of tables was unsure."""

    lines: tuple[Line, ...]
    tables: list[PageTable]
    doubts: tuple[Doubt, ...] = ()


def pages_to_flow(pages: Iterable[Page], survey: Survey) -> Flow:
    """The running order of the pages that a survey was made of."""
    laid = _Laid()
    running = candidates_to_running(survey.candidates)
    for page in pages:
        marked = mark_soft_hyphens(page, survey.words)
        info, body = page_to_body(marked, running)
        laid.add(info, _content(marked, info, body))
    return laid.flow()


@dataclass(slots=True)
class _Laid:
    """A running order on its way: `waiting` has the pages behind the beginning of a table that may still go on."""

    infos: list[PageInfo] = field(default_factory=list)
    sheets: Spool[tuple[Element, ...]] = field(default_factory=lambda: Spool(most=PAGES_HELD))
    counts: list[int] = field(default_factory=list)
    sights: list[Sight] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    doubts: list[Doubt] = field(default_factory=list)
    chains: Chains = field(default_factory=Chains)
    waiting: dict[int, list[Element]] = field(default_factory=dict)

    def add(self, info: PageInfo, content: _PageContent) -> None:
        """The next page."""
        self.infos.append(info)
        self.doubts += content.doubts
        self.sizes.update(size_counts(content.lines))
        self.waiting[info.number] = list(content.lines)
        if info.kind == "text" or (info.kind != "blank" and content.lines):
            self._put(self.chains.add(_parts(content)))
        if not self.chains.is_open:
            self._settle()

    def flow(self) -> Flow:
        """The running order of all pages."""
        self._put(self.chains.end())
        self._settle()
        size = running_size(self.sizes)
        counts = tuple(self.counts)
        return Flow(tuple(self.infos), self.sheets, counts, tuple(self.sights), size, tuple(self.doubts))

    def _put(self, tables: Iterable[Element]) -> None:
        for table in tables:
            self.waiting[table.page].append(table)

    def _settle(self) -> None:
        """Puts the elements of the waiting pages in order: nothing can join them any more."""
        for elements in self.waiting.values():
            sheet = tuple(sorted(elements, key=lambda e: (e.box.top, e.box.x0)))
            self.sheets.append(sheet)
            self.counts.append(len(sheet))
            self.sights.append(elements_to_sight(sheet))
        self.waiting.clear()


def _content(page: Page, info: PageInfo, body: list[Word]) -> _PageContent:
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
