"""What a supplement, issued after the agenda, adds to its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.pack.types import AgendaEntry


def with_supplement(entries: Sequence[AgendaEntry], later: Sequence[AgendaEntry]) -> tuple[AgendaEntry, ...]:
    """The items of an agenda with the pages that a supplement gives those to follow, and the items that it adds."""
    pages = {entry.ref.text: entry for entry in later}
    known = {entry.ref.text for entry in entries}
    paged = (
        replace(entry, page_from=pages[entry.ref.text].page_from, page_to=pages[entry.ref.text].page_to)
        if entry.ref.text in pages and not entry.page_from
        else entry
        for entry in entries
    )
    return (*paged, *(entry for entry in later if entry.ref.text not in known))
