"""Pages to a pack."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pack.agenda import flow_to_agenda
from extract.pack.documents import flow_to_documents
from extract.pack.flow import pages_to_flow
from extract.pack.front import flow_to_front
from extract.pack.types import Pack
from extract.pdf.types import Bookmark, Page


def pages_to_pack(pages: Sequence[Page], bookmarks: tuple[Bookmark, ...]) -> Pack:
    """The pack that pages make: running order, front sheet and documents."""
    infos, flow, doubts = pages_to_flow(pages)
    agenda = flow_to_agenda(infos, flow)
    documents = flow_to_documents(infos, flow, bookmarks, agenda)
    front = flow_to_front(infos, flow, agenda, documents)
    return Pack(infos, flow, bookmarks, front, documents, agenda.entries if agenda else (), doubts)
