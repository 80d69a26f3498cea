"""Damaged files: repaired where nothing else helps, and what is wrong with them said."""

from __future__ import annotations

from pathlib import Path

from extract.pdf import Document, Repair, find_damaged_pages, open_pdf, repair_pdf
from extract.pdf.errors import CutShortError, DamagedPdfError
from extract.records.kept import Issue


def open_or_repair(path: Path, scratch: Path) -> tuple[Document, list[Issue]]:
    """The file as a document, or as it could be repaired in the folder `scratch`, with what has to be said of that.

    A file that is cut short is taken only if nothing of any page is lost: a part must never pass for the whole.
    """
    try:
        return open_pdf(path), []
    except DamagedPdfError as error:
        damage = error
    try:
        repair = repair_pdf(path, scratch / "repaired.pdf", whole=isinstance(damage, CutShortError))
        return open_pdf(repair.path), _repair_to_issues(repair, damage)
    except DamagedPdfError:
        raise damage from None


def _repair_to_issues(repair: Repair, damage: DamagedPdfError) -> list[Issue]:
    said = f"The file is damaged and was repaired to be read: it {damage.message}."
    lost = "The repaired page has nothing on it, or lacks its fonts: its content is lost."
    return [
        Issue("repaired_file", said, None, ""),
        *(Issue("lost_page", lost, page, "") for page in repair.lost_pages),
    ]


def check_file(path: Path) -> list[Issue]:
    """An issue for each page whose content breaks off before its end, so that a part of what it says is missing."""
    return [
        Issue("damaged_page", "The page's content is damaged: a part of what it says may be missing.", page, "")
        for page in find_damaged_pages(path)
    ]
