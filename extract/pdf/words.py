"""Characters to words: consecutive characters on one baseline without a space or a gap between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.pdf.display import boxes_to_display, displayed_size, points_to_display
from extract.pdf.pdfium import PageGeometry, TextPage, TextStyle
from extract.pdf.types import Floats, Word

_WORD_GAP = 0.12  # em; a word space is 0.25 em in most faces, kerning stays under 0.1
_STEP_BACK = 0.5  # em; a character that begins this far left of the last one's end belongs to other writing
_BASELINE_STEP = 0.2  # em; a raised footnote mark is a word of its own
_SKEW = 0.06  # of a quarter turn (5 degrees); beyond it writing is set across the page
_LEAST_EM = 0.1  # points; writing of no size still stands somewhere
_LAST_CODE = 0x10FFFF
_ASCENT, _DESCENT = 0.8, 0.2  # em; one height for all fonts, so that lines compare


@dataclass(frozen=True, slots=True)
class _Set:
    """The characters of a page that are kept, in display space: quarter turns clockwise, em in points, and places along
    and across the line of writing."""

    text: str
    turns: NDArray[np.int64]
    ems: Floats
    starts: Floats
    ends: Floats
    baselines: Floats
    breaks: NDArray[np.bool_]
    indices: NDArray[np.int64]


def text_to_words(text: TextPage, geometry: PageGeometry, page: int) -> tuple[Word, ...]:
    """The words of a page in the order they are painted, in display space."""
    kept = _kept_characters(text, geometry)
    if not kept.text:
        return ()
    firsts = _first_characters(kept)
    lasts = np.append(firsts[1:], len(kept.text)) - 1
    signs = np.where(kept.turns[firsts] >= 2, -1.0, 1.0)
    edges = _edges(kept.starts, kept.ends, firsts, lasts) * np.repeat(signs, lasts - firsts + 2)
    styles = text.styles(kept.indices[firsts])
    columns = zip(
        firsts.tolist(),
        (lasts + 1).tolist(),
        np.minimum.reduceat(kept.starts, firsts).tolist(),
        np.maximum.reduceat(kept.ends, firsts).tolist(),
        kept.baselines[firsts].tolist(),
        kept.ems[firsts].tolist(),
        kept.turns[firsts].tolist(),
        styles,
        strict=True,
    )
    hidden = _hides_invisible(styles)
    return tuple(
        Word(
            kept.text[first:end],
            page,
            *_word_box(low, high, baseline, em, turn),
            baseline,
            em,
            style.font,
            style.colour,
            turn,
            edges,
            first + number,
        )
        for number, (first, end, low, high, baseline, em, turn, style) in enumerate(columns)
        if not (hidden and style.invisible)
    )


def _hides_invisible(styles: list[TextStyle]) -> bool:
    """Invisible writing is left out beside visible writing, and kept where it is most of the page (a scan's text)."""
    return 2 * sum(style.invisible for style in styles) < len(styles)


def _kept_characters(text: TextPage, geometry: PageGeometry) -> _Set:
    """The characters that stand along the page and on it; writing across it (watermarks) and off its edges is left out.

    Matrices are read once for each run of characters that stand side by side: all of a run share them.
    """
    characters = text.characters()
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
    keep = straight[of_run] & _on_page(boxes, geometry) & (characters.codes > 0) & (characters.codes <= _LAST_CODE)
    boxes, of_run = boxes[keep], of_run[keep]
    starts, ends = _along(boxes, turns[of_run])
    return _Set(
        characters.codes[keep].astype("<u4").tobytes().decode("utf-32-le", "replace"),
        turns[of_run],
        ems[of_run],
        starts,
        ends,
        baselines[of_run],
        characters.after_space[keep] | (np.diff(np.flatnonzero(keep), prepend=-1) > 1),
        characters.places[keep],
    )


def _on_page(boxes: Floats, geometry: PageGeometry) -> NDArray[np.bool_]:
    width, height = displayed_size(geometry)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    on_page: NDArray[np.bool_] = (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    return on_page


def _first_of_runs(boxes: Floats, spaced: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where a character does not stand just right of the one before it, at its height. Turned writing is all firsts."""
    if len(boxes) == 0:
        return np.zeros(0, np.int64)
    step = _BASELINE_STEP * np.minimum(boxes[1:, 3] - boxes[1:, 1], boxes[:-1, 3] - boxes[:-1, 1])
    height = boxes[:-1, 3] - boxes[:-1, 1]
    gap = boxes[1:, 0] - boxes[:-1, 2]
    breaks = spaced[1:] | (np.abs(gap) > _WORD_GAP * height)
    breaks |= (np.abs(np.diff(boxes[:, 3])) > step) | (np.abs(np.diff(boxes[:, 1])) > step)
    return np.flatnonzero(np.concatenate(([True], breaks)))


def _along(boxes: Floats, turns: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Where each character begins and ends along its line of writing.

    Lengths grow in the direction of reading: x, y, -x, -y for turns 0 to 3.
    """
    sideways = turns % 2 == 1
    low = np.where(sideways, boxes[:, 1], boxes[:, 0])
    high = np.where(sideways, boxes[:, 3], boxes[:, 2])
    back = turns >= 2
    return np.where(back, -high, low), np.where(back, -low, high)


def _first_characters(kept: _Set) -> NDArray[np.int64]:
    smaller, larger = np.minimum(kept.ems[:-1], kept.ems[1:]), np.maximum(kept.ems[:-1], kept.ems[1:])
    gap = kept.starts[1:] - kept.ends[:-1]
    breaks = kept.breaks[1:] | (kept.turns[1:] != kept.turns[:-1])
    breaks |= (gap > _WORD_GAP * smaller) | (gap < -_STEP_BACK * larger)
    breaks |= np.abs(np.diff(kept.baselines)) > _BASELINE_STEP * larger
    return np.flatnonzero(np.concatenate(([True], breaks)))


def _edges(starts: Floats, ends: Floats, firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> Floats:
    """For each word the start of each of its characters, then the end of its last one, one word after the other."""
    edges = np.empty(len(starts) + len(firsts))
    words = np.arange(len(firsts))
    of_word = np.repeat(words, lasts - firsts + 1)
    edges[np.arange(len(starts)) + of_word] = starts
    edges[lasts + words + 1] = ends[lasts]
    return edges


def _word_box(low: float, high: float, baseline: float, em: float, turn: int) -> tuple[float, float, float, float]:
    if turn == 0:
        return low, baseline - _ASCENT * em, high, baseline + _DESCENT * em
    if turn == 1:
        return baseline - _DESCENT * em, low, baseline + _ASCENT * em, high
    if turn == 2:
        return -high, baseline - _DESCENT * em, -low, baseline + _ASCENT * em
    return baseline - _ASCENT * em, -high, baseline + _DESCENT * em, -low
