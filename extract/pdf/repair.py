"""Damage in PDF files, found and repaired as far as it can be: the one module that imports pikepdf (QPDF)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from extract.pdf.errors import DamagedPdfError, LockedPdfError

_FAULTS = (pikepdf.PdfError, ValueError, KeyError, AttributeError, TypeError, RuntimeError)
_FONT_CHOSEN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+[-+.\d]+\s+Tf\b")


@dataclass(frozen=True, slots=True)
class Repair:
    """A file as it could be repaired: where it now is, its number of pages, and those with something lost (from 1)."""

    path: Path
    page_count: int
    lost_pages: tuple[int, ...]


def repair_pdf(path: Path, target: Path, *, whole: bool) -> Repair:
    """Writes what can be saved of a damaged file to `target`. DamagedPdfError where its list of pages cannot be had,
    and with `whole` also where any page has lost something; LockedPdfError where it needs a password.
    """
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            count = len(pdf.pages)
            if count == 0 or count != _pages_promised(pdf):
                raise DamagedPdfError(path, "is damaged, and pages of it are lost")
            lost = tuple(number for number, page in enumerate(pdf.pages, 1) if _is_damaged(page) or _is_empty(page))
            if len(lost) == count or (whole and lost):
                raise DamagedPdfError(path, f"is damaged, and {len(lost)} of its {count} pages are lost")
            pdf.save(target)
    except pikepdf.PasswordError as error:
        raise LockedPdfError(path, "opens with a password only") from error
    except _FAULTS as error:
        raise DamagedPdfError(path, "is damaged, and could not be repaired") from error
    return Repair(target, count, lost)


def find_damaged_pages(path: Path) -> tuple[int, ...]:
    """Numbers of pages, from 1, whose content cannot be unpacked to its end: a reader shows a part of it and says
    nothing. Empty also where the file as a whole is beyond QPDF.
    """
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            return tuple(number for number, page in enumerate(pdf.pages, 1) if _is_damaged(page))
    except _FAULTS:
        return ()


def _pages_promised(pdf: pikepdf.Pdf) -> int:
    """How many pages the root of the page tree says there are (ISO 32000-1, 7.7.3.2)."""
    return int(pdf.Root.Pages.Count)


def _is_empty(page: pikepdf.Page) -> bool:
    """A page without content, or that chooses fonts which are no longer there."""
    content = b"\n".join(part.read_bytes() for part in _parts(page))
    return not content or not set(_FONT_CHOSEN.findall(content)) <= set(_fonts(page))


def _is_damaged(page: pikepdf.Page) -> bool:
    try:
        return any(_breaks_off(part) for part in _parts(page))
    except _FAULTS:
        return True


def _breaks_off(part: pikepdf.Object) -> bool:
    """Whether packed content ends before its end mark, or is not what was packed: QPDF gives what it has of both.

    Raises one of _FAULTS where not even that can be had.
    """
    part.read_bytes()
    if part.get("/Filter") != "/FlateDecode":
        return False
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(part.read_raw_bytes())
    except zlib.error:
        return True
    return not unpacking.eof


def _parts(page: pikepdf.Page) -> list[pikepdf.Object]:
    content = page.obj.get("/Contents")
    if content is None:
        return []
    return [part for part in content if part is not None] if isinstance(content, pikepdf.Array) else [content]


def _fonts(page: pikepdf.Page) -> Iterator[bytes]:
    """Names of the fonts that are there; one made of others counts only with them (ISO 32000-1, 9.7.1)."""
    for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
        if font.get("/Subtype") != "/Type0" or font.get("/DescendantFonts") is not None:
            yield str(name).removeprefix("/").encode()
