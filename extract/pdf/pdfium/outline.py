"""Links of a page and the outline of a document."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from extract.pdf.pdfium import functions
from extract.pdf.pdfium.functions import Handle, read_bytes

_MOST_BOOKMARKS = 20_000  # an outline that runs in a circle would have no end


class RawLink(NamedTuple):
    """A link in user space: (left, bottom, right, top), page (from 0) or None, address or None."""

    box: tuple[float, float, float, float]
    page: int | None
    address: str | None


class RawBookmark(NamedTuple):
    """An outline entry: level from 0, title, page (from 0) or None."""

    level: int
    title: str
    page: int | None


def page_links(document: Handle, page: Handle) -> list[RawLink]:
    """The links of a page in the order of its annotations."""
    links: list[RawLink] = []
    position, link = np.zeros(1, np.int32), np.zeros(1, np.uintp)
    while functions.next_link(page, position.ctypes.data, link.ctypes.data):
        links.append(_read_link(document, int(link[0])))
    return links


def _read_link(document: Handle, link: Handle) -> RawLink:
    box = np.zeros(4, np.float32)
    functions.link_box(link, box.ctypes.data)
    left, top, right, bottom = box.tolist()
    action = functions.link_action(link)
    destination = functions.link_destination(document, link)
    if not destination and action:
        destination = functions.action_destination(document, action)
    address = _until_zero(read_bytes(functions.action_address, document, action)) if action else ""
    return RawLink((left, bottom, right, top), _page_of(document, destination), address or None)


def bookmarks(document: Handle) -> list[RawBookmark]:
    """The outline of a document in reading order."""
    found: list[RawBookmark] = []
    stack = [(functions.first_bookmark(document, None), 0)]
    seen: set[Handle] = set()
    while stack and len(found) < _MOST_BOOKMARKS:
        entry, level = stack.pop()
        if not entry or entry in seen:
            continue
        seen.add(entry)
        title = read_bytes(functions.bookmark_title, entry).decode("utf-16-le", "replace").rstrip("\0")
        found.append(RawBookmark(level, title, _bookmark_page(document, entry)))
        stack.append((functions.next_bookmark(document, entry), level))
        stack.append((functions.first_bookmark(document, entry), level + 1))
    return found


def _bookmark_page(document: Handle, entry: Handle) -> int | None:
    destination = functions.bookmark_destination(document, entry)
    if not destination and (action := functions.bookmark_action(entry)):
        destination = functions.action_destination(document, action)
    return _page_of(document, destination)


def _page_of(document: Handle, destination: Handle) -> int | None:
    page = functions.destination_page(document, destination) if destination else -1
    return page if page >= 0 else None


def _until_zero(text: bytes) -> str:
    return text.partition(b"\0")[0].decode("utf-8", "replace")
