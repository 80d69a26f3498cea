"""The documents inside a pack: which pages belong to which item of the agenda, and which are minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt
from extract.layout.headings import is_heading
from extract.layout.types import Line, PageInfo
from extract.pack.agenda import Agenda
from extract.pack.agenda_words import AgendaWords, agenda_words, named
from extract.pack.flow import Flow
from extract.pack.sights import MINUTES_TOP, Sight
from extract.pack.types import AgendaEntry, Document, Element
from extract.pdf.types import Bookmark

_LIKE_TITLE = 12  # letters of a title that must agree
_OF_REPORT = re.compile(
    r"(?i)(?:^|[^(\w])(?:agenda\s+items?|item)\b(?:\s+(?:no\.?|number|ref(?:erence)?))?\s*:?\s*"
    r"(?P<ref>(?:[A-Z]{1,6}(?:[/.-][A-Z]{1,6})?[\s/.-]{0,3})?\d[\w.()]*|(?-i:[A-Z])(?=\s*(?:$|[:.)–—-])))"
    r"(?P<year>(?:[/-]\d[\w.()]*)*)"
)
_NAMED_ONLY = re.compile(r"(?i)\b(?:under|see|at|with|as|in|against|per|from|also)\W+$")  # `discussed under item 4`
_OF_MINUTE = re.compile(r"\W*\d[^(]*\S\s+\((?:agenda\s)?$")  # `24/132 Use of the seal (agenda item 13)`
_LETTERED = re.compile(
    r"(?<!\w)[A-Z][A-Za-z]{0,5}(?:[/.-][A-Z]{1,6})?[\s./-]{0,2}\(?\d{2,4}[)/.-]\d{1,4}(?:[./-]\d{1,3})*"
)
_SHORT = 12  # words of a line that names its item
_APPENDIX = re.compile(r"(?i)\W*(?:app(?:endix)?|annex)\b")
_CODE = re.compile(r"(?:[A-Za-z]{0,3}\d[\w.()/]*|[A-Za-z])$")


class _Sheet(NamedTuple):
    """A page: what is known of it, and what it and the one after it say of the paper that they belong to."""

    info: PageInfo
    sight: Sight
    after: Sight | None

    @property
    def is_closed(self) -> bool:
        """Whether it holds a notice in place of a paper that is not published."""
        return self.info.kind == "restricted" or self.sight.closed

    def begins_minutes(self, *, alone: bool) -> bool:
        """Whether minutes begin here: headed as such, and those present listed here or behind a table of contents.

        In a file without an agenda (`alone`) either is enough.
        """
        later = self.sight.contents and self.after is not None and self.after.attended_at_top
        attended = self.sight.attended or later
        return (self.sight.headed or attended) if alone else (self.sight.headed and attended)


@dataclass(frozen=True, slots=True)
class _Marks:
    """The agenda's entries by the words that mark their pages: number, paper, title (folded)."""

    by_ref: Mapping[str, int]
    by_paper: Mapping[str, int]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Belonging:
    """What a page belongs to: the entry's place in the agenda (None for none); whether minutes begin there."""

    entry: int | None
    minutes: bool
    kind: str


def flow_to_documents(flow: Flow, bookmarks: Sequence[Bookmark], agenda: Agenda | None) -> tuple[Document, ...]:
    """The documents of a pack in page order; together they cover all its pages."""
    sheets = list(map(_Sheet, flow.infos, flow.sights, (*flow.sights[1:], None)))
    owners = _page_owners(sheets, bookmarks, agenda)
    papers = _first_paper(sheets, owners, agenda)
    pages = [_belonging(sheet, (owners, papers), agenda) for sheet in sheets]
    entries = agenda.entries if agenda else ()
    return tuple(_group_to_document(group, pages, flow, entries) for group in _runs(pages))


def document_at(documents: Iterable[Document], page: int) -> Document | None:
    """The document that a PDF page (from 1) belongs to, the innermost of several; None where there is none."""
    found = [document for document in documents if document.first <= page <= document.last]
    return min(found, key=lambda document: document.last - document.first, default=None)


def _first_paper(sheets: Sequence[_Sheet], owners: Mapping[int, int], agenda: Agenda | None) -> int:
    """The first page of an entry of the agenda, or of minutes before it; 0 where the agenda has no papers."""
    first = min(owners, default=0)
    between = (sheet for sheet in sheets if agenda is not None and agenda.last < sheet.info.number < first)
    return next((sheet.info.number for sheet in between if sheet.begins_minutes(alone=False)), first)


def _belonging(sheet: _Sheet, told: tuple[Mapping[int, int], int], agenda: Agenda | None) -> _Belonging:
    """What a page belongs to; `told` has the entries of pages and the first page of a paper."""
    info, (owners, papers) = sheet.info, told
    starts = sheet.begins_minutes(alone=agenda is None and info.number <= 2)
    if agenda is not None and (info.number <= agenda.last or info.number < papers):
        return _Belonging(None, False, "agenda" if info.number >= agenda.first else "front")
    kind = "restricted" if sheet.is_closed else "blank" if info.kind == "blank" else "report"
    return _Belonging(owners.get(info.number), starts, kind)


def _runs(pages: Sequence[_Belonging]) -> list[tuple[int, int]]:
    """The first and last index of pages that make one document: one owner, one stage of the pack, no new minutes."""
    groups: list[tuple[int, int]] = []
    for at, page in enumerate(pages):
        if groups and not page.minutes and _same(pages[groups[-1][0]], page):
            groups[-1] = (groups[-1][0], at)
        else:
            groups.append((at, at))
    return groups


def _same(first: _Belonging, page: _Belonging) -> bool:
    stage, other = ("" if b.kind in ("report", "restricted", "blank") else b.kind for b in (first, page))
    loose = page.entry is None and "blank" not in (page.kind, first.kind) and page.kind != first.kind
    return stage == other and first.entry == page.entry and not loose


def _group_to_document(
    group: tuple[int, int], pages: Sequence[_Belonging], flow: Flow, entries: Sequence[AgendaEntry]
) -> Document:
    (first, last), infos = group, flow.infos
    kinds = [page.kind for page in pages[first : last + 1] if page.kind != "blank"] or ["report"]
    kind = "restricted" if set(kinds) == {"restricted"} else "report" if "report" in kinds else kinds[0]
    kind = "minutes" if pages[first].minutes else kind
    entry = entries[owner] if (owner := pages[first].entry) is not None else None
    title = _heading(flow.sheets[first], flow.running) if entry is None or kind == "minutes" else entry.title
    return Document(kind, title, entry.ref if entry else EMPTY, infos[first].number, infos[last].number)


def _heading(elements: Sequence[Element], running: float) -> Excerpt:
    """The first heading of a page, or its first line."""
    lines = [element for element in elements if isinstance(element, Line)]
    return next((line.excerpt for line in lines if is_heading(line, running)), lines[0].excerpt if lines else EMPTY)


def _page_owners(sheets: Sequence[_Sheet], bookmarks: Sequence[Bookmark], agenda: Agenda | None) -> dict[int, int]:
    """The entry that each page after the agenda belongs to: by the agenda's page ranges, else by marks on pages, each
    of which holds until the next.
    """
    if agenda is None:
        return {}
    owners = _by_ranges([sheet.info for sheet in sheets], agenda)
    marks, outlined = _marks(agenda.entries), _by_bookmarks(bookmarks, agenda)
    current: int | None = None
    for sheet in sheets[agenda.last :]:
        info = sheet.info
        if info.number in owners:
            current = None
            continue
        found = _marked(sheet, marks, current, agenda_words())
        found = outlined.get(info.number) if found is None else found
        closed = [other.is_closed for other in sheets[info.number - 2 : info.number]]
        if found is None and (current is None or (closed[0] != closed[-1] and info.kind != "blank")):
            current = None
            continue
        current = current if found is None else found
        assert current is not None
        owners[info.number] = current
    return owners


def _by_ranges(infos: Sequence[PageInfo], agenda: Agenda) -> dict[int, int]:
    """PDF pages by entry for those items of which the agenda says the pages; the narrower of two ranges holds."""
    pages = {info.label.text: info.number for info in reversed(infos) if info.label and info.number > agenda.last}
    shift = _usual_shift(infos)
    ranges = []
    for index, entry in enumerate(agenda.entries):
        first = _labelled(entry.page_from.text, pages, shift)
        last = _labelled(entry.page_to.text, pages, shift)
        if first is not None and last is not None and agenda.last < first <= last <= len(infos):
            ranges.append((last - first, index, range(first, last + 1)))
    if len(ranges) > 1 and all(size == 0 for size, _, _ in ranges):
        ranges = _to_the_next(ranges, len(infos))
    ranges.sort(key=lambda found: (-found[0], found[1]))
    return {page: index for _, index, covered in ranges for page in covered}


def _to_the_next(ranges: Sequence[tuple[int, int, range]], last: int) -> list[tuple[int, int, range]]:
    """Items of which the agenda prints the first page alone (`p 51`): each runs on to the page before the next."""
    firsts = sorted({covered.start for _, _, covered in ranges})
    ends = dict(zip(firsts, [*(first - 1 for first in firsts[1:]), last], strict=True))
    return [(ends[c.start] - c.start, index, range(c.start, ends[c.start] + 1)) for _, index, c in ranges]


def _labelled(label: str, pages: Mapping[str, int], shift: int | None) -> int | None:
    """The PDF page of a printed number; by the usual distance between the two where that page prints none."""
    if label in pages or not label.isdigit() or shift is None:
        return pages.get(label)
    return int(label) + shift


def _usual_shift(infos: Sequence[PageInfo]) -> int | None:
    """PDF page less printed number, where more than half of the numbered pages agree."""
    shifts = Counter(i.number - int(i.label.text) for i in infos if i.label and i.label.text.isdigit())
    if not shifts:
        return None
    shift, count = shifts.most_common(1)[0]
    return shift if 2 * count > shifts.total() else None


def _by_bookmarks(bookmarks: Sequence[Bookmark], agenda: Agenda) -> dict[int, int]:
    """PDF pages that an entry of the outline with an item's number and title leads to."""
    titles = [_fold(entry.title.text) for entry in agenda.entries]
    refs = [_ref_key(entry.ref.text) for entry in agenda.entries]
    found: dict[int, int] = {}
    for mark in bookmarks:
        if mark.page is None or mark.page <= agenda.last:
            continue
        number, _, rest = mark.title.replace("\xa0", " ").strip().partition(" ")
        for index, (ref, title) in enumerate(zip(refs, titles, strict=True)):
            by_number = _ref_key(number) == ref and mark.level == 0
            if (
                by_number
                or _alike(_fold(mark.title), title)
                or (_ref_key(number) == ref and _alike(_fold(rest), title))
            ):
                found.setdefault(mark.page, index)
    return found


def _marks(entries: Sequence[AgendaEntry]) -> _Marks:
    by_ref = {_ref_key(entry.ref.text): index for index, entry in reversed(list(enumerate(entries)))}
    papers = {_paper_key(entry.paper.text): index for index, entry in reversed(list(enumerate(entries))) if entry.paper}
    return _Marks(by_ref, papers, tuple(_fold(entry.title.text) for entry in entries))


def _marked(sheet: _Sheet, marks: _Marks, current: int | None, words: AgendaWords) -> int | None:
    """The entry that a page says it belongs to: by a stamp, by words at its top, or by its title."""
    lines = sheet.sight.top
    stamped = _stamped([stamp.text for stamp in sheet.info.furniture], marks, words)
    if stamped is None and not any(words.whole("minutes_starts", text) for text in lines[:MINUTES_TOP]):
        stamped = _stamped(lines, marks, words)
    if stamped is not None:
        return stamped
    for text in lines:
        match = next((m for m in _OF_REPORT.finditer(text) if not _is_mentioned(text[: m.start() + 1])), None)
        keys = [_ref_key(match["ref"] + match["year"]), _ref_key(match["ref"])] if match else []
        index = next((marks.by_ref[key] for key in keys if key in marks.by_ref), None)
        if index is not None and (current is None or index >= current) and not text.startswith("("):
            return index
    if (index := _lettered(lines, marks)) is not None and (current is None or index >= current):
        return index
    joined = [_fold(" ".join(lines[at : at + n])) for at in range(4) for n in (1, 2, 3)]
    joined += map(_fold, sheet.sight.titles)
    later = range(0 if current is None else current, len(marks.titles))
    return next((index for index in later if any(_alike(text, marks.titles[index]) for text in joined)), None)


def _is_mentioned(before: str) -> bool:
    """Whether an item named behind these words is not the page's own: in a sentence, or behind a minute's title."""
    return bool(_NAMED_ONLY.search(before) or _OF_MINUTE.match(before))


def _lettered(lines: Sequence[str], marks: _Marks) -> int | None:
    """The entry whose number, with letters and a year, a short line holds: `Report to the Board – TB(25)066`."""
    short = (text for text in lines if len(text.split()) <= _SHORT)
    keys = (_ref_key(match[0]) for text in short for match in _LETTERED.finditer(text))
    return next((marks.by_ref[key] for key in keys if key in marks.by_ref), None)


def _stamped(texts: Iterable[str], marks: _Marks, words: AgendaWords) -> int | None:
    for text in texts:
        if (match := words.whole("stamps", text)) is None:
            continue
        item = named(match, "item")
        index = marks.by_ref.get(_ref_key(match[item])) if item else marks.by_paper.get(_paper_key(match[0]))
        if index is not None:
            return index
    return None


def _ref_key(text: str) -> str:
    return re.sub(r"[^a-z0-9.]", "", text.casefold()).strip(".")


def _paper_key(text: str) -> str:
    """The number or letter of a paper; that of an appendix is another's than that of an enclosure."""
    code = _CODE.search(text.strip())
    number = re.sub(r"\b0+(?=\d)", "", (code[0] if code else text).casefold())
    return f"appendix {number}" if _APPENDIX.match(text) else number


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _alike(text: str, title: str) -> bool:
    """Whether two titles are the same, or one begins with the other."""
    shorter, longer = sorted((text, title), key=len)
    return len(shorter) >= _LIKE_TITLE and longer.startswith(shorter)
