"""What the second reader sees on a page, and the words inside a box of it.

Places are in points from the top left corner of the page as displayed, x to the right and y down, as those of the
first reader; nothing else is shared with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BoxEdges = tuple[float, float, float, float]
Rgb = tuple[int, int, int]

_EDGE = 0.4  # points by which a glyph's middle may lie outside a box; letters are wider than twice that
_GAP = 0.15  # em; word spaces are set 0.2 em wide or more, letters of a word closer than 0.1 em
_OVERPRINT = 0.1  # em; the same letter twice as close as this is bold by overprinting
_LINE = 0.7  # em; baselines further apart than this are two lines; raised endings stand up to 0.6 em higher


class Glyph(NamedTuple):
    """A sign as painted: its text, how many quarter turns clockwise it reads, its size in points.

    `start` and `end` are places along its line of writing, `baseline` the place across it, growing from line to line.
    """

    text: str
    turn: int
    em: float
    start: float
    end: float
    baseline: float


class Fill(NamedTuple):
    """A filled box; `exact` is False where its ink could be another colour than the second reader makes of it."""

    box: BoxEdges
    rgb: Rgb
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class SeenPage:
    """The glyphs and fills of a page in the order they are painted; `middles` is (n, 2) of each glyph's (x, y)."""

    number: int
    glyphs: tuple[Glyph, ...]
    middles: NDArray[np.float64]
    fills: tuple[Fill, ...]


def writings_in_box(page: SeenPage, box: BoxEdges) -> list[str]:
    """What is written inside a box, line after line: one text for each way of turning that glyphs in it have."""
    x0, top, x1, bottom = box
    x, y = page.middles[:, 0], page.middles[:, 1]
    inside = (x >= x0 - _EDGE) & (x <= x1 + _EDGE) & (y >= top - _EDGE) & (y <= bottom + _EDGE)
    glyphs = [page.glyphs[at] for at in np.flatnonzero(inside).tolist()]
    turned = groupby(sorted(glyphs, key=lambda glyph: glyph.turn), key=lambda glyph: glyph.turn)
    texts = (" ".join(_line_to_text(line) for line in _lines(list(group))) for _, group in turned)
    return [text for text in texts if text and not text.isspace()]


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs of one turning line by line, each in the order in which it is read."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if line and glyph.baseline - line[0].baseline > _LINE * max(glyph.em, line[0].em):
            yield sorted(line, key=lambda glyph: glyph.start)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda glyph: glyph.start)


def _line_to_text(line: Sequence[Glyph]) -> str:
    """Its signs, with a space where one is painted or a gap is left."""
    text: list[str] = []
    last: Glyph | None = None
    for glyph in line:
        if glyph.text.isspace():
            text.append("" if _is_painted_over(glyph, line) else " ")
            continue
        if last is not None and _is_overprint(last, glyph):
            continue
        if last is not None and glyph.start - last.end > _GAP * min(glyph.em, last.em):
            text.append(" ")
        text.append(glyph.text)
        last = glyph
    return " ".join("".join(text).split())


def _is_painted_over(space: Glyph, line: Sequence[Glyph]) -> bool:
    """Whether a space is no gap, for a letter stands in it: so are raised endings underlined."""
    middle = (space.start + space.end) / 2
    return any(glyph.start < middle < glyph.end for glyph in line if not glyph.text.isspace())


def _is_overprint(one: Glyph, other: Glyph) -> bool:
    near = _OVERPRINT * one.em
    return one.text == other.text and abs(one.start - other.start) < near and abs(one.baseline - other.baseline) < near


def fills_in_box(page: SeenPage, box: BoxEdges) -> tuple[Fill | None, ...]:
    """The uppermost fill at the middle of a box and half way to each corner; None where there is none."""
    x0, top, x1, bottom = box
    across = [x0 + (x1 - x0) * part for part in (0.25, 0.5, 0.75)]
    down = [top + (bottom - top) * part for part in (0.25, 0.5, 0.75)]
    points = [(across[1], down[1]), *((x, y) for x in across[::2] for y in down[::2])]
    return tuple(_uppermost(page.fills, x, y) for x, y in points)


def _uppermost(fills: Sequence[Fill], x: float, y: float) -> Fill | None:
    for fill in reversed(fills):
        x0, top, x1, bottom = fill.box
        if x0 <= x <= x1 and top <= y <= bottom:
            return fill
    return None
