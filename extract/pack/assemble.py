"""Pages to a pack."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pack.flow import pages_to_flow
from extract.pack.types import Pack
from extract.pdf.types import Bookmark, Page


def pages_to_pack(pages: Sequence[Page], bookmarks: tuple[Bookmark, ...]) -> Pack:
    """The pack that pages make: running order, front sheet and documents."""
    infos, flow = pages_to_flow(pages)
    return Pack(infos, flow, bookmarks)
