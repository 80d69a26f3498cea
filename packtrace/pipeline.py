"""The way of a pack: from the bytes of its PDF to what goes into the store."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.pack import PAGES_HELD, LaidOut, Survey
from extract.pack.types import Pack
from extract.pdf import Document, open_pdf
from extract.pdf.errors import DamagedPdfError, NoTextError
from extract.pdf.types import Page
from extract.spool import Spool
from extract.tables import second_opinions
from extract.tables.types import Opinion
from load.types import PackContents
from packtrace.contents import gather, gathered_to_contents
from packtrace.errors import TooLargeError
from packtrace.mending import check_file, open_or_repair
from packtrace.originals import file_to_sha256
from packtrace.resolving import resolve_owners
from packtrace.sparing import lay_out_sparing, survey_sparing, unreadable_pages_to_issues
from packtrace.version import VERSION
from packtrace.worker import MANY_OBJECTS

PageListener = Callable[[int, int], None]


def read_pack(
    path: Path, progress: PageListener | None = None, *, second_opinion: bool = True, max_pages: int | None = None
) -> PackContents:
    """All that a pack holds; `progress` is told pages read and pages in all. A PdfError says why a file is no pack,
    TooLargeError that it has more than `max_pages`. A damaged file is read as repaired, and an issue says so.
    """
    with TemporaryDirectory(prefix="packtrace-") as scratch, _fewer_collections():
        document, repairs = open_or_repair(path, Path(scratch))
        if max_pages is not None and document.page_count > max_pages:
            raise TooLargeError(f"{path}: has {document.page_count} pages, and the limit is {max_pages}.")
        damage = check_file(document.path)
        try:
            laid, opinions = _lay_out(document, progress, second_opinion=second_opinion)
        except NoTextError as error:
            if damage:
                raise DamagedPdfError(path, "its pages are damaged, and no words on them can be read") from error
            raise
        issues = [*repairs, *unreadable_pages_to_issues(laid.pages), *damage]
    gathered = gather(laid.parts(opinions), laid.pages)
    known = resolve_owners(laid, gathered)
    contents = gathered_to_contents(path, file_to_sha256(path), VERSION, laid, gathered, known)
    return replace(contents, issues=(*issues, *contents.issues), repaired=bool(repairs))


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Python's collector walks all words again and again while a pack grows, and none of them is garbage yet."""
    usual = gc.get_threshold()
    gc.set_threshold(MANY_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def file_to_pack(path: Path, progress: PageListener | None = None, *, second_opinion: bool = True) -> Pack:
    """The pack as laid out, in one piece: pages, running order, tables, front sheet and documents.

    Where the finder of tables is unsure another one is asked, unless `second_opinion` is False; it changes no reading.
    """
    laid, opinions = _lay_out(open_pdf(path), progress, second_opinion=second_opinion)
    return laid.whole(opinions)


def _lay_out(
    document: Document, progress: PageListener | None, *, second_opinion: bool
) -> tuple[LaidOut, tuple[Opinion, ...]]:
    """The pages of a file laid out, and what a second finder says of tables if asked."""
    survey = Survey()
    pages = Spool(survey_sparing(_told(document, progress), survey), most=PAGES_HELD)
    if not survey.has_words:
        raise NoTextError(document.path, f"holds no words on any of its {document.page_count} pages")
    laid = lay_out_sparing(pages, survey, document.bookmarks)
    return laid, second_opinions(document.path, laid.doubts) if second_opinion else ()


def _told(document: Document, progress: PageListener | None) -> Iterator[Page]:
    for page in document.pages():
        yield page
        if progress is not None:
            progress(page.number, document.page_count)
