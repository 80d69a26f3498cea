"""Packs made by hand for tests: pages written as lines of `x | text | x | text`, bold where a line begins with `**`."""

from __future__ import annotations

from extract.pack import pages_to_pack
from extract.pack.types import Pack
from extract.pdf.types import Page, Word
from tests.extract.drawn import BOLD, PLAIN, page_of, set_line

_LEADING, _PARAGRAPH = 13.0, 24.0
_TOP = 120.0  # points: below the part of a page where running headers are looked for


def text_to_page(text: str, number: int = 1, stamp: str = "") -> Page:
    """A page of lines in 10 points: `60|1|90|Welcome` sets words at each x; an empty line is a wider gap.

    `**` before a line makes it bold, `^` large. `stamp` stands at the top right corner.
    """
    words: list[Word] = set_line(stamp, 430, 30, page=number) if stamp else []
    baseline = _TOP
    for line in text.strip("\n").splitlines():
        if not line.strip():
            baseline += _PARAGRAPH - _LEADING
            continue
        body = line.strip()
        font = BOLD if body.startswith(("**", "^")) else PLAIN
        size = 16.0 if body.startswith("^") else 10.0
        parts = body.lstrip("*^ ").split("|")
        for x, piece in zip(parts[::2], parts[1::2], strict=True):
            words += set_line(piece, float(x), baseline, size=size, font=font, page=number)
        baseline += _LEADING + (size - 10.0)
    return page_of(words, number=number)


def texts_to_pack(*pages: str, stamps: tuple[str, ...] = ()) -> Pack:
    """A pack of pages written as `text_to_page` reads them; `stamps` are those of the first pages, in order."""
    marks = [*stamps, *[""] * len(pages)]
    return pages_to_pack([text_to_page(text, at, marks[at - 1]) for at, text in enumerate(pages, 1)], ())
