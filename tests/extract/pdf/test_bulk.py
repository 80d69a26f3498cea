"""The C reader and the calls one by one give the same arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extract.pdf import pdfium
from extract.pdf.pdfium.bulk import BULK
from extract.pdf.pdfium.drawing import Drawing, page_drawing
from extract.pdf.pdfium.text import TextPage

pytestmark = pytest.mark.skipif(BULK is None, reason="the C reader is not built here")

FOLDERS = ("samples", "../shared/real")
MOST_PAGES = 12  # of each file, spread over it


def files(root: Path) -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((root / folder).glob("*.pdf"))]


def assert_same_drawing(one: Drawing, other: Drawing) -> None:
    for name in Drawing.__dataclass_fields__:
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)


def assert_same_text(one: TextPage, other: TextPage) -> None:
    characters, others = one.characters(), other.characters()
    for name in type(characters).__dataclass_fields__:
        np.testing.assert_array_equal(getattr(characters, name), getattr(others, name), err_msg=name)
    places = characters.places[::3]
    np.testing.assert_array_equal(one.settings(places), other.settings(places))
    assert one.styles(places) == other.styles(places)


def test_both_ways_read_the_same(root: Path) -> None:
    pages = 0
    for path in files(root):
        with pdfium.open_document(path) as document:
            count = pdfium.page_count(document)
            for index in range(0, count, max(1, count // MOST_PAGES)):
                with pdfium.open_page(document, index) as page, pdfium.open_text(page or 0) as text:
                    assert page is not None
                    assert_same_drawing(page_drawing(page, BULK), page_drawing(page, None))
                    assert_same_text(text, TextPage(text._text, None))
                    pages += 1
    assert pages > 40
