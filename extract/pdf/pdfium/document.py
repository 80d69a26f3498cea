"""Documents, pages and their geometry, opened and closed by context managers; pictures of pages."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

from extract.pdf.errors import DamagedPdfError, LockedPdfError
from extract.pdf.pdfium import functions
from extract.pdf.pdfium.functions import Handle

_WITH_ANNOTATIONS = 0x01  # FPDF_ANNOT
_WHITE = 0xFFFFFFFF
_LINK, _POPUP = 2, 16  # FPDF_ANNOT_LINK, FPDF_ANNOT_POPUP: nothing of these is painted on the page
_FOR_DISPLAY = 0  # FLAT_NORMALDISPLAY


class PageGeometry(NamedTuple):
    """The visible box of a page in user space (left, bottom, right, top) and its clockwise quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int


@contextmanager
def open_document(path: Path) -> Iterator[Handle]:
    """An open PDFium document; DamagedPdfError or LockedPdfError where it cannot be had."""
    document = functions.load_document(os.fsencode(path), None)
    if not document:
        if functions.last_error() == functions.PASSWORD_ERROR:
            raise LockedPdfError(path, "opens with a password only")
        raise DamagedPdfError(path, "begins as a PDF but its contents cannot be read")
    try:
        yield document
    finally:
        functions.close_document(document)


def page_count(document: Handle) -> int:
    """How many pages a document says it has."""
    return int(functions.count_pages(document))


@contextmanager
def open_page(document: Handle, index: int) -> Iterator[Handle | None]:
    """Page `index` (from 0), or None where PDFium cannot load it."""
    page = functions.load_page(document, index)
    try:
        yield page or None
    finally:
        if page:
            functions.close_page(page)


def page_geometry(page: Handle) -> PageGeometry:
    """The page's visible box and rotation."""
    box = np.zeros(4, np.float32)
    functions.page_box(page, box.ctypes.data)
    left, top, right, bottom = box.tolist()
    return PageGeometry(left, bottom, right, top, functions.page_turns(page))


def paint_annotations_in(page: Handle) -> bool:
    """Makes what annotations show (stamps, typed notes, form fields) part of the page's own content, in memory only.

    True where the page must be opened again to see it. Its links are then gone: read them first.
    """
    count = functions.count_annotations(page)
    if count <= 0 or all(_annotation_type(page, index) in (_LINK, _POPUP) for index in range(count)):
        return False
    return int(functions.flatten(page, _FOR_DISPLAY)) == 1


def _annotation_type(page: Handle, index: int) -> int:
    annotation = functions.annotation_at(page, index)
    if not annotation:
        return _POPUP
    try:
        return int(functions.annotation_type(annotation))
    finally:
        functions.close_annotation(annotation)


def page_picture(page: Handle, scale: float) -> Image.Image:
    """The page as displayed, as an RGB picture of `scale` pixels to the point."""
    width = max(1, round(functions.page_width(page) * scale))
    height = max(1, round(functions.page_height(page) * scale))
    bitmap = functions.create_bitmap(width, height, 0)
    if not bitmap:
        raise MemoryError(f"no memory left for a picture of {width} by {height} pixels")
    try:
        functions.fill_bitmap(bitmap, 0, 0, width, height, _WHITE)
        functions.render_page(bitmap, page, 0, 0, width, height, 0, _WITH_ANNOTATIONS)
        stride = functions.bitmap_stride(bitmap)
        pixels = ctypes.string_at(functions.bitmap_pixels(bitmap), stride * height)
    finally:
        functions.destroy_bitmap(bitmap)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1)
