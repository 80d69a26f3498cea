"""Pages with boxes drawn on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from extract.pdf import render_page
from extract.records.kept import Source
from packtrace.errors import OutputUnwritableError, as_packtrace_error

SCALE = 2.0
_INK, _WASH = (200, 0, 90), (255, 220, 0, 70)
_MARGIN = 1.5  # points between the words and the line drawn round them


def draw_sources(pdf: Path, places: Sequence[tuple[str, Source]], png: Path) -> list[Path]:
    """Draws the boxes of named fields on their pages: one picture for each page, `png` for the first and names with the
    page number (`shown-p58.png`) for the others. Returns what was written.
    """
    pages = list(dict.fromkeys(source.page for _, source in places))
    written = []
    for page in pages:
        boxes = [(field, source) for field, source in places if source.page == page]
        file = png if page == pages[0] else png.with_stem(f"{png.stem}-p{page}")
        save_picture(draw_page(pdf, page, boxes), file)
        written.append(file)
    return written


def draw_page(pdf: Path, page: int, boxes: Sequence[tuple[str, Source]]) -> Image.Image:
    """One page as displayed, the boxes washed over and their fields' names above them."""
    try:
        picture = render_page(pdf, page, SCALE).convert("RGBA")
    except Exception as error:
        raise as_packtrace_error(error) from error
    wash = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(wash)
    named: set[str] = set()
    for field, source in boxes:
        x0, top, x1, bottom = (edge * SCALE for edge in source.bbox)
        margin = _MARGIN * SCALE
        pen.rectangle((x0 - margin, top - margin, x1 + margin, bottom + margin), fill=_WASH, outline=_INK, width=2)
        if field not in named:
            pen.text((x0 - margin, top - margin - 12), field, fill=_INK)
        named.add(field)
    return Image.alpha_composite(picture, wash).convert("RGB")


def save_picture(picture: Image.Image, file: Path) -> None:
    """Writes a picture as PNG; OutputUnwritableError where that cannot be done."""
    try:
        picture.save(file, format="PNG")
    except OSError as error:
        raise OutputUnwritableError(f"{file} cannot be written ({error.strerror}).") from error
