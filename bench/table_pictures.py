"""Draws a dozen tables of the sample packs with the found cells over them, as PNG files in docs/pictures.

Blue are cells with words, red those of head rows, grey empty cells. docs/tables.md shows them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from bench.measure import ROOT, SAMPLES
from extract.tables.types import Table
from packtrace.tables import SCALE, draw_cells, file_to_tables

TARGET = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
_COLOURS = (64, 32, 16)  # tried in turn until a picture is small enough
_WIDEST = 1000  # pixels
_AROUND = 14.0  # points of the page left round the tables
_FEWEST_WIDE = 320.0  # points; a narrow table is shown with some of its page


class Picture(NamedTuple):
    """A picture to draw: its name, the sample pack, the page, and the tables there that are shown (from 0)."""

    name: str
    pack: str
    page: int
    tables: slice = slice(None)


KENT, NHS = "kent-2013-01-08-policy-and-resources", "nhs-board-2024-11-28"
TOWN, FIRE = "town-council-2024-03-19", "wendale-fire-2025-07-17-performance-and-scrutiny"
SCHOOLS = "eastmarch-2025-01-16-schools-forum"
PICTURES = (
    Picture("ruled-with-spans", KENT, 25),
    Picture("sheet-of-blocks", NHS, 40),
    Picture("fills", NHS, 16),
    Picture("blocks-in-one-grid", KENT, 38),
    Picture("rules-across-only", TOWN, 15),
    Picture("no-rules", TOWN, 8),
    Picture("zebra-and-two-heads", NHS, 29, slice(0, 1)),
    Picture("rules-below-heads", SCHOOLS, 8),
    Picture("spread-heads", NHS, 32, slice(0, 1)),
    Picture("cut-row-1", NHS, 50),
    Picture("cut-row-2", NHS, 51),
    Picture("group-rows", SCHOOLS, 2),
    Picture("turned-page", TOWN, 21),
    Picture("bank-reconciliation", TOWN, 13, slice(1, 2)),
)


def draw(picture: Picture, tables: list[Table]) -> Image.Image:
    """The part of a page that holds the tables chosen, as far as they stand on it."""
    on_page = [table for table in tables if any(box.page == picture.page for c in table.cells for box in c.boxes)]
    chosen = on_page[picture.tables]
    if not chosen:
        raise LookupError(f"{picture.pack} has no such table on page {picture.page}")
    drawn = draw_cells(SAMPLES / f"{picture.pack}.pdf", chosen, picture.page)
    return _small(drawn.crop(_part(chosen, picture.page, drawn.size)))


def _part(tables: list[Table], page: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    boxes = [box for table in tables for cell in table.cells for box in cell.boxes if box.page == page]
    x0, x1 = min(box.x0 for box in boxes) - _AROUND, max(box.x1 for box in boxes) + _AROUND
    wanting = max(_FEWEST_WIDE - (x1 - x0), 0.0) / 2
    edges = (x0 - wanting, min(b.top for b in boxes) - _AROUND, x1 + wanting, max(b.bottom for b in boxes) + _AROUND)
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    return max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])


def _small(drawn: Image.Image) -> Image.Image:
    if drawn.width <= _WIDEST:
        return drawn
    return drawn.resize((_WIDEST, round(drawn.height * _WIDEST / drawn.width)), Image.Resampling.LANCZOS)


def save(drawn: Image.Image, file: Path) -> int:
    """Writes a picture in as many colours as its size allows; returns its bytes."""
    for colours in _COLOURS:
        drawn.quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)
        if file.stat().st_size <= MOST_BYTES:
            break
    return file.stat().st_size


def draw_all(target: Path) -> Iterator[str]:
    """Draws every picture into a folder and says so."""
    target.mkdir(parents=True, exist_ok=True)
    read: dict[str, list[Table]] = {}
    for picture in PICTURES:
        if picture.pack not in read:
            read[picture.pack] = file_to_tables(SAMPLES / f"{picture.pack}.pdf")
        file = target / f"{picture.name}.png"
        yield f"{file.name}: {save(draw(picture, read[picture.pack]), file) // 1000} kB"


if __name__ == "__main__":
    for line in draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET):
        print(line)
