"""Characters to words: characters on one baseline without a space or a gap between them."""

from __future__ import annotations

import re
from sys import intern

import numpy as np

from extract.pdf.characters import Flags, Ints, Writing, page_writing
from extract.pdf.display import displayed_size
from extract.pdf.fonts import family_of
from extract.pdf.glyphs import lone_sign
from extract.pdf.pdfium import PageGeometry, TextPage, TextStyle
from extract.pdf.types import Floats, Word

_WORD_GAP = 0.12  # em; a word space is 0.25 em in most faces, kerning stays under 0.1
_STEP_BACK = 0.5  # em; a character that begins this far left of the last one's end belongs to other writing
_BASELINE_STEP = 0.2  # em; a raised footnote mark is a word of its own
_TOUCH = 0.05  # em; pieces of a word that are painted apart stand as close as this
_KERNED = 0.12  # em; the most that letters such as V and a are set into each other
_LETTER_GAP = 0.6  # em; letters of a spaced heading stand closer than this, columns wider
_EVEN = 0.3  # of the gap; letters of a spaced heading stand evenly
_LEAST_LETTERS = 6  # fewer single letters in a row are marks of a table or initials; as many as AGENDA has
_ASCENT, _DESCENT = 0.8, 0.2  # em; one height for all fonts, so that lines compare
_HIGHEST_ENDING = 0.6  # em; a raised ending stands lower than the top of the digits before it
_ORDINAL = re.compile(r"\d(st|nd|rd|th)")
_PLACES = tuple(range(8192))  # numbers that words of all pages share: a page seldom has more characters
# dots or a line from a word to its page number, or a place to sign: not part of the word before it
_LEADER = re.compile(r"[._·]*…[._·…]+|[._·…]{4,}|…{2,}")


def text_to_words(text: TextPage, geometry: PageGeometry, page: int) -> tuple[Word, ...]:
    """The words of a page in the order they are painted, in display space."""
    writing = page_writing(text, geometry)
    if not writing.text:
        return ()
    writing, firsts = _join_pieces(writing, _first_characters(writing))
    styles = text.styles(writing.places[firsts])
    hidden = _hides_invisible(styles)
    ends = np.append(firsts[1:], len(writing.text))
    signs = np.where(writing.turns[firsts] >= 2, -1.0, 1.0)
    edges = (_edges(writing, firsts, ends) * np.repeat(signs, ends - firsts + 1)).astype(np.float32)
    columns = zip(
        firsts.tolist(),
        ends.tolist(),
        _word_boxes(writing, firsts, displayed_size(geometry)).tolist(),
        writing.baselines[firsts].tolist(),
        writing.ems[firsts].tolist(),
        writing.turns[firsts].tolist(),
        styles,
        strict=True,
    )
    whole = writing.text
    once = dict[float, float]().setdefault  # words of a line stand as high: each number is one object
    return tuple(
        Word(
            intern(
                whole[first:end]
                if end - first > 1 or not family_of(style.font)
                else lone_sign(whole[first], style.font)
            ),
            page,
            box[0],
            once(box[1], box[1]),
            box[2],
            once(box[3], box[3]),
            once(baseline, baseline),
            once(em, em),
            style.font,
            style.colour,
            turn,
            edges,
            _PLACES[first + number] if first + number < len(_PLACES) else first + number,
        )
        for number, (first, end, box, baseline, em, turn, style) in enumerate(columns)
        if not (hidden and style.invisible)
    )


def _hides_invisible(styles: list[TextStyle]) -> bool:
    """Invisible writing is left out beside visible writing, and kept where it is most of the page (a scan's text)."""
    return 2 * sum(style.invisible for style in styles) < len(styles)


def _first_characters(writing: Writing) -> Ints:
    smaller = np.minimum(writing.ems[:-1], writing.ems[1:])
    larger = np.maximum(writing.ems[:-1], writing.ems[1:])
    gaps = writing.starts[1:] - writing.ends[:-1]
    apart = writing.turns[1:] != writing.turns[:-1]
    apart |= (np.abs(np.diff(writing.baselines)) > _BASELINE_STEP * larger) & ~_raised_endings(writing)
    apart |= writing.spaced[1:] | (gaps < -_STEP_BACK * larger)
    gapped = (gaps > _WORD_GAP * smaller) | (writing.gapped[1:] & (gaps > _TOUCH * smaller))
    if gapped.any():
        gapped &= ~_letter_gaps(writing.text, apart, gaps / smaller)
    first = np.concatenate(([True], apart | gapped))
    for leader in _LEADER.finditer(writing.text):
        first[_begin_of_leader(leader, writing)] = True
        if leader.end() < len(first):
            first[leader.end()] = True
    return np.flatnonzero(first)


def _begin_of_leader(leader: re.Match[str], writing: Writing) -> int:
    """Where a leader begins: a full stop before one that stands on another line ends its own word."""
    start, end = leader.span()
    steps = np.abs(np.diff(writing.baselines[start:end])) > _BASELINE_STEP * writing.ems[start]
    begin = start + 1 + int(np.argmax(steps)) if steps.any() else start
    return begin if not _LEADER.fullmatch(writing.text, start, begin) else start


def _raised_endings(writing: Writing) -> Flags:
    """Between characters, whether the raised ending of an ordinal number (1st, 22nd) begins there."""
    raised = np.zeros(len(writing.text) - 1, np.bool_)
    for ending in _ORDINAL.finditer(writing.text):
        at = ending.start(1)
        step = writing.baselines[at - 1 : at + 1]
        up = step[0] - step[1] if writing.turns[at] in (0, 3) else step[1] - step[0]
        raised[at - 1] = 0 < up <= _HIGHEST_ENDING * writing.ems[at - 1]
    return raised


def _letter_gaps(text: str, apart: Flags, gaps: Floats) -> Flags:
    """The gaps (in em) inside headings whose letters are set apart: as even as gaps of that width are never by chance.

    Only where the file itself holds no spaces between the letters.
    """
    inside = np.zeros(len(gaps), np.bool_)
    wide = ~apart & (gaps > _WORD_GAP) & (gaps <= _LETTER_GAP)
    steps = np.flatnonzero(np.diff(np.concatenate(([0], wide.astype(np.int8), [0])))).reshape(-1, 2)
    broken = np.concatenate(([True], apart | (gaps > _WORD_GAP), [True]))
    for begin, end in steps[steps[:, 1] - steps[:, 0] >= _LEAST_LETTERS - 1].tolist():
        first, last = begin + (not broken[begin]), end - (not broken[end + 1])  # a longer word at an end is not of it
        run = gaps[first:last]
        if len(run) >= _LEAST_LETTERS - 1 and text[first : last + 1].isalpha():
            inside[first:last] = np.abs(run - np.median(run)) <= _EVEN * np.median(run)
    return inside


def _join_pieces(writing: Writing, firsts: Ints) -> tuple[Writing, Ints]:
    """Words whose pieces are painted apart from each other, put together in the place of the first piece."""
    follower = _touching_pieces(writing, firsts)
    if not follower:
        return writing, firsts
    ends = [*firsts[1:].tolist(), len(writing.text)]
    spans = list(zip(firsts.tolist(), ends, strict=True))
    joined = set(follower.values())
    order: list[int] = []
    new_firsts: list[int] = []
    for piece in sorted(set(range(len(spans))) - joined):
        new_firsts.append(len(order))
        at: int | None = piece
        while at is not None:
            order.extend(range(*spans[at]))
            at = follower.get(at)
    return writing.reordered(np.array(order, np.int64)), np.array(new_firsts, np.int64)


def _touching_pieces(writing: Writing, firsts: Ints) -> dict[int, int]:
    """For pieces of words, the piece that goes on just where they end, painted elsewhere in the page's order."""
    starts, baselines, ems = writing.starts[firsts], writing.baselines[firsts], writing.ems[firsts]
    lasts = np.append(firsts[1:], len(writing.text)) - 1
    ends, turns = writing.ends[lasts], writing.turns[firsts]
    order = np.lexsort((starts, np.rint(baselines), turns))
    left, right = order[:-1], order[1:]
    touching = (turns[left] == turns[right]) & (np.abs(baselines[left] - baselines[right]) <= _TOUCH * ems[left])
    gaps = (starts[right] - ends[left]) / ems[left]
    touching &= (gaps <= _TOUCH) & (gaps >= -_KERNED) & (np.abs(left - right) > 1)
    touching &= np.abs(ems[left] - ems[right]) <= _BASELINE_STEP * ems[left]
    # a space that the file holds behind the one or before the other parts them
    behind = np.append(writing.spaced[firsts[1:]], False)
    touching &= ~behind[left] & ~writing.spaced[firsts][right]
    pairs = zip(left[touching].tolist(), right[touching].tolist(), strict=True)
    return {one: other for one, other in pairs if not _is_leader(writing.text, firsts, lasts, one, other)}


def _is_leader(text: str, firsts: Ints, lasts: Ints, *pieces: int) -> bool:
    return any(_LEADER.fullmatch(text, int(firsts[piece]), int(lasts[piece]) + 1) for piece in pieces)


def _edges(writing: Writing, firsts: Ints, ends: Ints) -> Floats:
    """For each word the start of each of its characters, then the end of its last one, one word after the other."""
    edges = np.empty(len(writing.starts) + len(firsts))
    words = np.arange(len(firsts))
    edges[np.arange(len(writing.starts)) + np.repeat(words, ends - firsts)] = writing.starts
    edges[ends + words] = writing.ends[ends - 1]
    return edges


def _word_boxes(writing: Writing, firsts: Ints, size: tuple[float, float]) -> Floats:
    """(n, 4) of (x0, top, x1, bottom): from first to last character, and as high as all fonts are taken to be."""
    low = np.minimum.reduceat(writing.starts, firsts)
    high = np.maximum.reduceat(writing.ends, firsts)
    baselines, ems, turns = writing.baselines[firsts], writing.ems[firsts], writing.turns[firsts]
    back, sideways = turns >= 2, turns % 2 == 1
    low, high = np.where(back, -high, low), np.where(back, -low, high)
    # the tops of letters are up for turn 0, right for 1, down for 2, left for 3
    up = (turns == 0) | (turns == 3)
    above = baselines - np.where(up, _ASCENT, _DESCENT) * ems
    below = baselines + np.where(up, _DESCENT, _ASCENT) * ems
    boxes = np.where(
        sideways[:, None], np.stack((above, low, below, high), axis=1), np.stack((low, above, high, below), axis=1)
    )
    return np.clip(boxes, 0.0, [*size, *size])
