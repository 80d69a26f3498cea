"""The characters of a page that can be part of words, in display space, by their places along the line of writing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.pdf.display import boxes_to_display, displayed_size, points_to_display
from extract.pdf.glyphs import is_private, is_unseen, joined_halves, plain_codes, private_sign
from extract.pdf.pdfium import Characters, PageGeometry, TextPage
from extract.pdf.types import Floats

_WORD_GAP = 0.12  # em; see extract.pdf.words
_BASELINE_STEP = 0.2  # em
_SKEW = 0.06  # of a quarter turn (5 degrees); beyond it writing is set across the page
_LEAST_AREA = 1e-9  # of a matrix; writing of no size leans nowhere
_LEAST_EM = 0.1  # points; writing of no size still stands somewhere

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Writing:
    """The n characters of a page that are kept, in the order they are painted.

    `turns` quarter turns clockwise; `ems` points; `starts` and `ends` along the line of writing, growing in the
    direction of reading (x, y, -x, -y for turns 0 to 3); `baselines` across it; `spaced` whether a space stands before,
    or a character that is not kept; `gapped` whether PDFium believes a space to stand before; `places` its numbers.
    """

    text: str
    turns: Ints
    ems: Floats
    starts: Floats
    ends: Floats
    baselines: Floats
    spaced: Flags
    gapped: Flags
    places: Ints

    def reordered(self, order: Ints) -> Writing:
        """Its characters in another order."""
        return Writing(
            "".join([self.text[at] for at in order.tolist()]),
            self.turns[order],
            self.ems[order],
            self.starts[order],
            self.ends[order],
            self.baselines[order],
            self.spaced[order],
            self.gapped[order],
            self.places[order],
        )


def page_writing(text: TextPage, geometry: PageGeometry) -> Writing:
    """The characters that stand along the page and on it; writing across it (watermarks) and off its edges is left out.

    Matrices are read once for each run of characters that stand side by side: all of a run share them.
    """
    characters = _without_unseen(text.characters())
    codes = _readable_codes(text, characters)
    boxes = boxes_to_display(characters.boxes, geometry)
    firsts = _first_of_runs(boxes, characters.after_space)
    settings = text.settings(characters.places[firsts])
    of_run = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(boxes))))
    a, b, c, d, x, y, size = settings.T
    quarters = np.arctan2(b, a) / (np.pi / 2)
    straight = np.abs(quarters - np.rint(quarters)) <= _SKEW
    turns = (geometry.turns - np.rint(quarters).astype(np.int64)) % 4
    ems = np.maximum(np.round(size * np.hypot(c, d), 2), _LEAST_EM)
    on_baseline = points_to_display(np.stack((x, y), axis=1), geometry)
    baselines = np.where(turns % 2 == 1, on_baseline[:, 0], on_baseline[:, 1])
    keep = straight[of_run] & _is_on_page(boxes, geometry)
    boxes, of_run = _within_page(boxes[keep], geometry), of_run[keep]
    lean = (c * a + d * b) / np.maximum(np.abs(a * d - b * c), _LEAST_AREA)
    starts, ends = _along(boxes, turns[of_run], baselines[of_run], lean[of_run])
    starts, ends = _parted(starts, ends, baselines[of_run], np.flatnonzero(keep))
    return Writing(
        codes[keep].astype("<u4").tobytes().decode("utf-32-le", "replace"),
        turns[of_run],
        ems[of_run],
        starts,
        ends,
        baselines[of_run],
        characters.after_space[keep] | (np.diff(np.flatnonzero(keep), prepend=-1) > 1),
        characters.after_gap[keep],
        characters.places[keep],
    )


def _without_unseen(characters: Characters) -> Characters:
    """Without characters of no width, and with pairs of half characters as one; a space before one stands before the
    next."""
    codes = joined_halves(characters.codes)
    unseen = is_unseen(codes)
    if not unseen.any():
        return characters
    spaced, gapped = characters.after_space.copy(), characters.after_gap.copy()
    for at in np.flatnonzero(unseen[:-1]).tolist():
        spaced[at + 1] |= spaced[at]
        gapped[at + 1] |= gapped[at]
    keep = ~unseen
    return Characters(codes[keep], characters.boxes[keep], spaced[keep], gapped[keep], characters.places[keep])


def _readable_codes(text: TextPage, characters: Characters) -> NDArray[np.uint32]:
    codes = plain_codes(characters.codes)
    private = np.flatnonzero(is_private(codes))
    if len(private):
        styles = text.styles(characters.places[private])
        for at, style in zip(private.tolist(), styles, strict=True):
            codes[at] = private_sign(int(codes[at]), style.font)
    return codes


def _is_on_page(boxes: Floats, geometry: PageGeometry) -> Flags:
    width, height = displayed_size(geometry)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    on_page: Flags = (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    return on_page


def _within_page(boxes: Floats, geometry: PageGeometry) -> Floats:
    width, height = displayed_size(geometry)
    return np.clip(boxes, 0.0, [width, height, width, height])


def _first_of_runs(boxes: Floats, spaced: Flags) -> Ints:
    """Where a character does not stand just right of the one before it, at its height. Turned writing is all firsts."""
    if len(boxes) == 0:
        return np.zeros(0, np.int64)
    height = boxes[:, 3] - boxes[:, 1]
    step = _BASELINE_STEP * np.minimum(height[1:], height[:-1])
    gap = boxes[1:, 0] - boxes[:-1, 2]
    breaks = spaced[1:] | (np.abs(gap) > _WORD_GAP * height[:-1])
    breaks |= (np.abs(np.diff(boxes[:, 3])) > step) | (np.abs(np.diff(boxes[:, 1])) > step)
    return np.flatnonzero(np.concatenate(([True], breaks)))


def _along(boxes: Floats, turns: Ints, baselines: Floats, lean: Floats) -> tuple[Floats, Floats]:
    """Where each character begins and ends on the line of writing.

    `lean` is how far writing slanted by its matrix goes along the line for each point off it; the boxes hold that too.
    """
    sideways, back = turns % 2 == 1, turns >= 2
    low = np.where(sideways, boxes[:, 1], boxes[:, 0])
    high = np.where(sideways, boxes[:, 3], boxes[:, 2])
    starts, ends = np.where(back, -high, low), np.where(back, -low, high)
    if not lean.any():
        return starts, ends
    up = (turns == 0) | (turns == 3)
    least = np.where(sideways, boxes[:, 0], boxes[:, 1]) - baselines
    most = np.where(sideways, boxes[:, 2], boxes[:, 3]) - baselines
    above, below = np.where(up, -least, most), np.where(up, -most, least)
    starts = starts - np.minimum(lean * above, lean * below)
    return starts, np.maximum(ends - np.maximum(lean * above, lean * below), starts)


def _parted(starts: Floats, ends: Floats, baselines: Floats, places: Ints) -> tuple[Floats, Floats]:
    """The letters of a ligature, which all have its box, each with an even part of it."""
    same = (starts[1:] == starts[:-1]) & (ends[1:] == ends[:-1]) & (baselines[1:] == baselines[:-1])
    same &= np.diff(places) == 1
    if not same.any():
        return starts, ends
    group = np.concatenate(([0], np.cumsum(~same)))
    sizes = np.bincount(group)
    rank = np.arange(len(starts)) - (np.cumsum(sizes) - sizes)[group]
    width = (ends - starts) / sizes[group]
    return starts + rank * width, starts + (rank + 1) * width
