"""The second reader: pages read by pdfplumber, which shares no code with the reader that records are made with.

The only module that imports pdfplumber. It takes the signs and shapes that pdfplumber's pages are laid out from, whose
places are those of the media box as displayed, and moves them to the corner of the page as displayed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber

from packtrace.proof.seen import BoxEdges, Fill, Glyph, Rgb, SeenPage

READER = f"pdfplumber {version('pdfplumber')}"
"""Which second reader it is, as the store notes it."""

_AT_ONCE = 50  # pages; pdfminer keeps what it parsed until the file is closed
_MIDDLE = 0.3  # em above the baseline: half way up a small letter, whatever its font says of its height
_SLANT = 0.1  # the most that writing may lean and count as level

_BLACK = (0, 0, 0)
_Corner = tuple[float, float]


def can_open(path: Path, page: int) -> bool:
    """Whether the second reader finds a page of that number (from 1) in a file."""
    with suppress(Exception), pdfplumber.open(path, pages=[page]) as pdf:
        return bool(pdf.pages)
    return False


def read_pages(path: Path, numbers: Sequence[int]) -> Iterator[SeenPage | None]:
    """The pages with these numbers (from 1, ascending) in order; None for one that cannot be read."""
    for at in range(0, len(numbers), _AT_ONCE):
        yield from _read_some(path, numbers[at : at + _AT_ONCE])


def _read_some(path: Path, numbers: Sequence[int]) -> Iterator[SeenPage | None]:
    """One page that stops pdfplumber from opening the others beside it is left out alone."""
    try:
        pdf = pdfplumber.open(path, pages=list(numbers))
        pages = {page.page_number: page for page in pdf.pages}
    except Exception:  # whatever a damaged page does to the library
        yield from ([None] if len(numbers) == 1 else _one_by_one(path, numbers))
        return
    with pdf:
        for number in numbers:
            yield _read_page(pages[number]) if number in pages else None


def _one_by_one(path: Path, numbers: Sequence[int]) -> Iterator[SeenPage | None]:
    for number in numbers:
        yield from _read_some(path, [number])


def _read_page(page: Any) -> SeenPage | None:
    try:
        return _layout_to_page(page.page_number, list(_things(page.layout)), _corner(page.page_obj))
    except Exception:  # as above
        return None
    finally:
        page.close()
        vars(page).pop("_layout", None)


def _things(layout: Any) -> Iterator[Any]:
    """The signs and shapes of a page in the order they are painted, those of its forms among them."""
    for thing in layout:
        if hasattr(thing, "graphicstate") or hasattr(thing, "non_stroking_color"):
            yield thing
        elif hasattr(thing, "__iter__"):
            yield from _things(thing)


def _corner(page: Any) -> _Corner:
    """Where the page as displayed has its top left corner: right of and above the media box's lower left corner."""
    left, bottom, right, top = page.mediabox
    crop = page.cropbox or page.mediabox
    x0, x1 = max(left, min(crop[0], crop[2])), min(right, max(crop[0], crop[2]))
    y0, y1 = max(bottom, min(crop[1], crop[3])), min(top, max(crop[1], crop[3]))
    if x0 >= x1 or y0 >= y1:
        x0, y0, x1, y1 = left, bottom, right, top
    return {
        0: (x0 - left, y1 - bottom),
        90: (y0 - bottom, right - x0),
        180: (right - x1, top - y0),
        270: (top - y1, x1 - left),
    }[page.rotate % 360]


def _layout_to_page(number: int, things: Sequence[Any], corner: _Corner) -> SeenPage:
    placed = [(thing, _box(thing.bbox, corner)) for thing in things]
    signs = [(_glyph(thing, box, corner), box) for thing, box in placed if hasattr(thing, "matrix")]
    level = [(glyph, box) for glyph, box in signs if glyph is not None]
    middles = np.array([_middle(glyph, box) for glyph, box in level], np.float64).reshape(-1, 2)
    fills = tuple(_fill(thing, box) for thing, box in placed if getattr(thing, "fill", False))
    return SeenPage(number, tuple(glyph for glyph, _ in level), middles, fills)


def _box(bbox: BoxEdges, corner: _Corner) -> BoxEdges:
    x0, y0, x1, y1 = bbox
    return (x0 - corner[0], corner[1] - y1, x1 - corner[0], corner[1] - y0)


def _glyph(sign: Any, box: BoxEdges, corner: _Corner) -> Glyph | None:
    """None for a sign that stands aslant, which no line of words is made of."""
    a, b, _, _, e, f = sign.matrix
    x0, top, x1, bottom = box
    text = sign.get_text()
    if abs(b) <= _SLANT * abs(a):
        at = corner[1] - f
        return Glyph(text, 0, bottom - top, x0, x1, at) if a > 0 else Glyph(text, 2, bottom - top, -x1, -x0, -at)
    if abs(a) <= _SLANT * abs(b):
        at = e - corner[0]
        return Glyph(text, 1, x1 - x0, top, bottom, -at) if b < 0 else Glyph(text, 3, x1 - x0, -bottom, -top, at)
    return None


def _middle(glyph: Glyph, box: BoxEdges) -> _Corner:
    """The middle of a sign: along its line that of its box, across it a little above the baseline."""
    x0, top, x1, bottom = box
    across = glyph.baseline - _MIDDLE * glyph.em
    match glyph.turn:
        case 0:
            return ((x0 + x1) / 2, across)
        case 2:
            return ((x0 + x1) / 2, -across)
        case 3:
            return (across, (top + bottom) / 2)
        case _:
            return (-across, (top + bottom) / 2)


def _fill(shape: Any, box: BoxEdges) -> Fill:
    """A fill with its colour by the number of its parts: grey, RGB or CMYK; a pattern is taken for black.

    An ink of its own name has one part as a grey has, and what CMYK looks like is for each program to say.
    """
    colour = shape.non_stroking_color
    parts = tuple(colour) if isinstance(colour, list | tuple) else (colour,)
    if not all(isinstance(part, int | float) and 0 <= part <= 1 for part in parts):
        return Fill(box, _BLACK, exact=False)
    match parts:
        case (red, green, blue):
            return Fill(box, _rgb(red, green, blue), exact=True)
        case (cyan, magenta, yellow, black):
            light = 1 - black
            return Fill(box, _rgb((1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light), exact=False)
        case (grey,):
            return Fill(box, _rgb(grey, grey, grey), exact=False)
        case _:
            return Fill(box, _BLACK, exact=False)


def _rgb(red: float, green: float, blue: float) -> Rgb:
    return (round(red * 255), round(green * 255), round(blue * 255))
