"""Pages that cannot be read cost themselves, not their pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extract.pack import pages_to_pack
from extract.pack.types import Pack
from extract.pdf.types import Bookmark, Fills, Page, Rules
from extract.records.kept import Issue


def pages_to_pack_sparing(pages: Sequence[Page], bookmarks: tuple[Bookmark, ...]) -> Pack:
    """The pack that pages make. Where that fails, a page that fails by itself is left out as unreadable.

    Raises what was raised at first where no page fails by itself.
    """
    try:
        return pages_to_pack(pages, bookmarks)
    except MemoryError:
        raise
    except Exception:
        failing = {page.number for page in pages if _fails(page)}
        if not failing:
            raise
        return pages_to_pack([unreadable(page) if page.number in failing else page for page in pages], bookmarks)


def _fails(page: Page) -> bool:
    try:
        pages_to_pack((page,), ())
    except MemoryError:
        raise
    except Exception:
        return True
    return False


def unreadable(page: Page) -> Page:
    """The page with nothing on it, marked as not readable."""
    nothing = Rules(np.zeros((0, 3)), np.zeros((0, 3)))
    fills = Fills(np.zeros((0, 4)), np.zeros((0, 3), np.uint8))
    return replace(page, words=(), rules=nothing, fills=fills, pictures=(), links=(), readable=False)


def unreadable_pages_to_issues(pack: Pack) -> list[Issue]:
    """An issue for each page that could not be read."""
    return [
        Issue("unreadable_page", "The page is damaged and could not be read: what it says is missing.", info.number, "")
        for info in pack.pages
        if info.kind == "unreadable"
    ]
