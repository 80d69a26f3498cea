"""A PDF file as a stream of pages, read one by one and closed after use so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from extract.pdf import pdfium
from extract.pdf.display import boxes_to_display, displayed_size
from extract.pdf.drawing import drawing_to_marks
from extract.pdf.errors import CutShortError, DamagedPdfError, EmptyFileError, NotAPdfError, PathMissingError
from extract.pdf.types import Bookmark, Box, Fills, Link, Page, Rules
from extract.pdf.words import text_to_words

_REOPEN_EVERY = 100  # pages; PDFium keeps what it parsed until the document is closed
_HEAD, _TAIL = 1024, 65536  # bytes in which a reader looks for `%PDF-` and `startxref` (ISO 32000-1, annex H)


@dataclass(frozen=True, slots=True)
class Document:
    """A file that can be read as a PDF: how many pages it has and its outline."""

    path: Path
    page_count: int
    bookmarks: tuple[Bookmark, ...]

    def pages(self) -> Iterator[Page]:
        """Its pages in order. A page that cannot be loaded comes with `readable` false and nothing on it."""
        for first in range(0, self.page_count, _REOPEN_EVERY):
            with pdfium.open_document(self.path) as document:
                for index in range(first, min(first + _REOPEN_EVERY, self.page_count)):
                    yield _read_page(document, index)
        pdfium.return_memory()


def open_pdf(path: Path) -> Document:
    """The file as a Document; a PdfError that says what is wrong with it where it cannot be read."""
    _check_bytes(path)
    with pdfium.open_document(path) as document:
        count = pdfium.page_count(document)
        if count == 0:
            raise DamagedPdfError(path, "holds no page")
        outline = tuple(
            Bookmark(entry.level, entry.title, None if entry.page is None else entry.page + 1)
            for entry in pdfium.bookmarks(document)
        )
    return Document(path, count, outline)


def _check_bytes(path: Path) -> None:
    if not path.is_file():
        raise PathMissingError(path, "no file stands there")
    with path.open("rb") as file:
        head = file.read(_HEAD)
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    if size == 0:
        raise EmptyFileError(path, "the file is empty")
    if b"%PDF-" not in head:
        raise NotAPdfError(path, "is not a PDF")
    if b"startxref" not in tail:
        raise CutShortError(path, "is cut short: its end is missing")


def _read_page(document: int, index: int) -> Page:
    with pdfium.open_page(document, index) as page:
        if page is None:
            return _unreadable_page(index + 1)
        links = pdfium.page_links(document, page)
        if not pdfium.paint_annotations_in(page):
            return _page(page, links, index + 1)
    with pdfium.open_page(document, index) as page:  # again, for what its annotations show to be seen
        return _unreadable_page(index + 1) if page is None else _page(page, links, index + 1)


def _unreadable_page(number: int) -> Page:
    nothing = np.zeros((0, 3))
    fills = Fills(np.zeros((0, 4)), np.zeros((0, 3), np.uint8))
    return Page(number, 0.0, 0.0, 0, (), Rules(nothing, nothing), fills, (), (), readable=False)


def _page(page: int, links: list[pdfium.RawLink], number: int) -> Page:
    geometry = pdfium.page_geometry(page)
    width, height = displayed_size(geometry)
    with pdfium.open_text(page) as text:
        words = text_to_words(text, geometry, number)
    drawing = pdfium.page_drawing(page)
    rules, fills = drawing_to_marks(drawing, geometry)
    pictures = boxes_to_display(drawing.pictures, geometry)
    return Page(
        number,
        width,
        height,
        geometry.turns * 90,
        words,
        rules,
        fills,
        tuple(Box(number, *row) for row in pictures.tolist()),
        tuple(_link(link, geometry, number) for link in links),
    )


def _link(link: pdfium.RawLink, geometry: pdfium.PageGeometry, page: int) -> Link:
    box = boxes_to_display(np.array([link.box]), geometry)[0].tolist()
    return Link(Box(page, *box), None if link.page is None else link.page + 1, link.address)
