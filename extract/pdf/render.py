"""Pages as pictures, so that a person can look at what was read."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from extract.pdf import pdfium
from extract.pdf.errors import DamagedPdfError


def render_page(path: Path, page: int, scale: float = 2.0) -> Image.Image:
    """Page `page` (from 1) as displayed, in `scale` pixels to the point: a box of the page times `scale` is in pixels.

    Raises a PdfError where the file or the page cannot be opened, ValueError where there is no such page.
    """
    with pdfium.open_document(path) as document:
        pages = pdfium.page_count(document)
        if not 1 <= page <= pages:
            raise ValueError(f"{path} has {pages} pages, not {page}")
        with pdfium.open_page(document, page - 1) as opened:
            if opened is None:
                raise DamagedPdfError(path, f"page {page} cannot be loaded")
            return pdfium.page_picture(opened, scale)
