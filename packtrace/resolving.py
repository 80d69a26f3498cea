"""Owners printed as initials, a surname or a first name, and whom of the pack's own people they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.layout.excerpt import Excerpt
from extract.pack import LaidOut, elements_to_paragraphs
from extract.records.kept import Record, Source
from extract.tables.types import Table
from load.types import KnownOwner, PageRow, TableRow
from normalise import (
    Known,
    find_mentions,
    fold,
    is_short_form,
    list_of_people,
    names_people,
    split_names,
    stands_for,
)
from packtrace.contents import Gathered
from packtrace.normalising import places_to_sources

_Found = tuple[Known, tuple[Source, ...]]
_FRONT = ("front", "agenda")


def resolve_owners(laid: LaidOut, gathered: Gathered) -> dict[str, KnownOwner]:
    """Short forms of owners as printed → whom they stand for, those of the pack alone of which that is certain.

    Known are those whom its minutes list, those for whom its text prints initials, and its front sheet's members. Only
    pages that may tell of somebody are looked at again.
    """
    names: dict[str, None] = {}
    attending: list[_Found] = []
    for record in gathered.records:
        names |= dict.fromkeys(record.values.get("owners") or ())
        attending += _attending(record)
    wanted = [name for name in names if is_short_form(name)]
    if not wanted:
        return {}
    known = [*attending, *_introduced(laid, gathered.pages, wanted), *_tabled(laid, gathered.tables, frozenset(wanted))]
    resolved = _resolved(wanted, known)
    rest = [name for name in wanted if name not in resolved]
    return resolved | _resolved(rest, [*known, *_members(laid, rest)])


def _resolved(wanted: Iterable[str], known: Sequence[_Found]) -> dict[str, KnownOwner]:
    people = [one for one, _ in known]
    found = {name: index for name in wanted if (index := stands_for(name, people)) is not None}
    return {name: _known_owner(known[index]) for name, index in found.items()}


def _known_owner(found: _Found) -> KnownOwner:
    one, sources = found
    assert one.kind != "other", "what is no person, post or body owns nothing"
    return KnownOwner(one.name, one.kind, sources)


def _attending(record: Record) -> Iterator[_Found]:
    """Whom minutes list."""
    if record.type == "attendance" and record.values["name"]:
        yield Known(record.values["name"], "person"), record.sources["name"]


def _introduced(laid: LaidOut, pages: Iterable[PageRow], wanted: Iterable[str]) -> Iterator[_Found]:
    """All for whom initials are printed on the pages that print any of those wanted so: `Gill Baker (GB)`."""
    forms = "|".join(re.escape(name) for name in wanted)
    printed = re.compile(rf"[(\[](?:{forms})[)\]]|(?<!\w)(?:{forms})\s*[=:–—-]\s")
    for paragraph in _paragraphs(laid, [page.number for page in pages if printed.search(page.text)]):
        yield from (found for found in _mentioned(paragraph) if found[0].initials)


def _tabled(laid: LaidOut, rows: Iterable[TableRow], wanted: frozenset[str]) -> Iterator[_Found]:
    """Those whose initials stand in a cell of their own right behind their name's: `Gill Baker | GB`."""
    found = [row for row in rows if any(cell.column and cell.text in wanted for cell in row.cells)]
    numbers, pages = {row.number for row in found}, sorted({row.fragments[0].box[0] for row in found})
    elements = (element for page in pages for element in laid.elements(page, page))
    for table in (element for element in elements if isinstance(element, Table) and element.number in numbers):
        for cell in table.cells:
            name = table.at(cell.row, cell.column - 1) if cell.column and cell.text.text in wanted else None
            if name is not None and name.text and stands_for(cell.text.text, [Known(name.text.text, "person")]) == 0:
                yield Known(fold(name.text.text), "person", cell.text.text), places_to_sources(name.text)


def _members(laid: LaidOut, wanted: Sequence[str]) -> Iterator[_Found]:
    """Those whom the pages before the reports name with an honorific; nobody is sought where nothing is wanted."""
    if not wanted:
        return
    pages = sorted({page for doc in laid.documents if doc.kind in _FRONT for page in range(doc.first, doc.last + 1)})
    for paragraph in _paragraphs(laid, pages):
        text = paragraph.text
        if (at := list_of_people(text)) is not None:
            for person in split_names(text[at:]):
                excerpt = paragraph.cut(at + person.start, at + person.end)
                yield Known(fold(excerpt.text), "person"), places_to_sources(excerpt)
        elif names_people(text):
            yield from _mentioned(paragraph)


def _mentioned(text: Excerpt) -> Iterator[_Found]:
    for mention in find_mentions(text.text):
        excerpt = text.cut(mention.start, mention.end)
        yield Known(fold(excerpt.text), mention.kind, mention.initials), places_to_sources(excerpt)


def _paragraphs(laid: LaidOut, pages: Iterable[int]) -> Iterator[Excerpt]:
    for page in pages:
        yield from (paragraph.text for paragraph in elements_to_paragraphs(tuple(laid.elements(page, page))))
