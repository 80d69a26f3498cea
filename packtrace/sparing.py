"""Pages that cannot be read cost themselves, not their pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from extract.layout.types import PageInfo
from extract.pack import LaidOut, Survey, lay_out, pages_to_pack
from extract.pdf.types import Bookmark, Fills, Page, Rules
from extract.records.kept import Issue


def survey_sparing(pages: Iterable[Page], survey: Survey) -> Iterator[Page]:
    """The pages as they are added to the survey, one that cannot be as unreadable."""
    for page in pages:
        yield page if _is_added(page, survey) else unreadable(page)


def _is_added(page: Page, survey: Survey) -> bool:
    try:
        survey.add(page)
    except MemoryError:
        raise
    except Exception:
        return False
    return True


def lay_out_sparing(pages: Sequence[Page], survey: Survey, bookmarks: tuple[Bookmark, ...]) -> LaidOut:
    """The pages laid out. Where that fails, a page that fails by itself is left out as unreadable.

    Raises what was raised at first where no page fails by itself.
    """
    try:
        return lay_out(pages, survey, bookmarks)
    except (MemoryError, OSError):  # there is no room, for which no page is to blame
        raise
    except Exception:
        failing = {page.number for page in pages if _fails(page)}
        if not failing:
            raise
        return lay_out(list(_without(pages, failing)), Survey(_without(pages, failing)), bookmarks)


def _without(pages: Iterable[Page], failing: Iterable[int]) -> Iterator[Page]:
    return (unreadable(page) if page.number in failing else page for page in pages)


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


def unreadable_pages_to_issues(pages: Iterable[PageInfo]) -> list[Issue]:
    """An issue for each page that could not be read."""
    return [
        Issue("unreadable_page", "The page is damaged and could not be read: what it says is missing.", info.number, "")
        for info in pages
        if info.kind == "unreadable"
    ]
