"""The way of a pack: from the bytes of its PDF to what goes into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from extract.pack import pages_to_pack, with_opinions
from extract.pack.types import Pack
from extract.pdf import Document, open_pdf
from extract.pdf.errors import NoTextError
from extract.pdf.types import Page
from extract.records.read import pack_to_reading
from extract.tables import second_opinions
from load.types import PackContents
from packtrace.contents import pack_to_contents
from packtrace.normalising import raw_to_records
from packtrace.originals import file_to_sha256
from packtrace.version import VERSION

PageListener = Callable[[int, int], None]


def read_pack(path: Path, progress: PageListener | None = None, *, second_opinion: bool = True) -> PackContents:
    """All that a pack holds; `progress` is told pages read and pages in all. A PdfError says why a file is no pack."""
    pack = file_to_pack(path, progress, second_opinion=second_opinion)
    reading = pack_to_reading(pack)
    records = raw_to_records(reading.records, pack.pages)
    return pack_to_contents(path, file_to_sha256(path), VERSION, pack, records, reading.issues)


def file_to_pack(path: Path, progress: PageListener | None = None, *, second_opinion: bool = True) -> Pack:
    """The pack as laid out: pages, running order, tables, front sheet and documents.

    Where the finder of tables is unsure another one is asked, unless `second_opinion` is False; it changes no reading.
    """
    document = open_pdf(path)
    pages = list(_told(document, progress))
    if not any(page.words for page in pages):
        raise NoTextError(path, f"holds no words on any of its {document.page_count} pages")
    pack = pages_to_pack(pages, document.bookmarks)
    return with_opinions(pack, second_opinions(path, pack.doubts)) if second_opinion else pack


def _told(document: Document, progress: PageListener | None) -> Iterator[Page]:
    for page in document.pages():
        yield page
        if progress is not None:
            progress(page.number, document.page_count)
