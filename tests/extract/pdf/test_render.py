"""Pictures of pages stand in the same coordinates as what is read from them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from extract.pdf import open_pdf, render_page
from extract.pdf.types import Page

SCALE = 2.0
DARK = 128


def read_page(path: Path, number: int) -> Page:
    return next(islice(open_pdf(path).pages(), number - 1, None))


@pytest.mark.parametrize(("number", "rotation"), [(1, 0), (20, 90), (22, 90)])
def test_words_are_where_the_picture_shows_ink(town_pack: Path, number: int, rotation: int) -> None:
    page = read_page(town_pack, number)
    assert page.rotation == rotation
    picture = render_page(town_pack, number, SCALE)
    assert picture.size == (round(page.width * SCALE), round(page.height * SCALE))
    ink = np.asarray(picture.convert("L")) < DARK
    inked = [_has_ink(ink, word.box[1:]) for word in page.words if any(c.isalnum() for c in word.text)]
    assert np.mean(inked) > 0.95
    elsewhere = [_has_ink(ink.T, word.box[1:]) for word in page.words]
    assert np.mean(elsewhere) < np.mean(inked) - 0.1  # the measure tells a wrong place from a right one


def _has_ink(ink: np.ndarray, box: tuple[float, ...]) -> bool:
    x0, top, x1, bottom = (round(edge * SCALE) for edge in box)
    place = ink[top : bottom + 1, x0 : x1 + 1]
    return place.size > 0 and bool(place.mean() > 0.04)


@pytest.mark.parametrize("number", [0, 34, -1])
def test_page_that_is_not_there_is_refused(town_pack: Path, number: int) -> None:
    with pytest.raises(ValueError, match="33 pages"):
        render_page(town_pack, number)
