"""A PDF with no words on any page: a scan, or pages with nothing on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfWriter

from extract.pdf.errors import NoTextError


def write_scan(path: Path) -> None:
    """Two pages that are pictures of words."""
    page = Image.new("L", (620, 877), 255)
    ImageDraw.Draw(page).text((60, 80), "AGENDA  1. Apologies for absence  2. Minutes", fill=0)
    page.save(path, "PDF", save_all=True, append_images=[page.copy()])


def write_blank(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(path)


@pytest.mark.parametrize("write", [write_scan, write_blank])
def test_file_without_words_is_refused(tmp_path: Path, refused, write) -> None:
    path = tmp_path / "scanned.pdf"
    write(path)
    refused(path, NoTextError)
