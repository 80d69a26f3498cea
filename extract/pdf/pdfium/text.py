"""The characters of a page and how they are set, in user space."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.pdf.fonts import font_of
from extract.pdf.pdfium import functions
from extract.pdf.pdfium.bulk import (
    BULK,
    SPACE_BELIEVED,
    SPACE_IN_FILE,
    Bulk,
    RawCharacters,
    read_characters,
    read_settings,
    read_styles,
)
from extract.pdf.pdfium.functions import Handle, column_addresses, row_addresses
from extract.pdf.types import Font, Rgb

_UNSEEN = (3, 7)  # text render modes: neither filled nor stroked (7 clips with it)
_FILL_AND_STROKE = 2  # how word processors embolden a face that has no bold
_HYPHEN = 2  # the code PDFium gives a hyphen at a line's end, hard and soft alike
_NO_BREAK_SPACE = 0xA0
_FIRST_SURROGATE, _LAST_SURROGATE, _FIRST_SPECIAL = 0xD800, 0xDFFF, 0xFFF0


class TextStyle(NamedTuple):
    """How a character is set; `invisible` is neither filled nor stroked (the text layer of a recognised scan)."""

    font: Font
    colour: Rgb
    invisible: bool


@dataclass(frozen=True, slots=True)
class Characters:
    """The n printed characters of a page in the order they are painted, in user space.

    `codes` (n,) code points, 0 where the file does not say which; `boxes` (n, 4) of (left, bottom, right, top) as wide
    as the advance (or the ink, where that is wider) and as high as the font; `after_space` (n,) whether a space that
    the file itself holds stands before the character, `after_gap` (n,) whether one that PDFium believes to be there
    does; `places` (n,) PDFium's own numbers of them.
    """

    codes: NDArray[np.uint32]
    boxes: NDArray[np.float64]
    after_space: NDArray[np.bool_]
    after_gap: NDArray[np.bool_]
    places: NDArray[np.int64]


class TextPage:
    """The text of an open page. Without the C reader each question costs near a microsecond: a character has one, a
    word a few."""

    def __init__(self, text: Handle, bulk: Bulk | None = BULK) -> None:
        self._text, self._bulk = text, bulk
        self._fonts: dict[Handle, Font] = {}
        self._styles: dict[tuple[int, ...], TextStyle] = {}

    def characters(self) -> Characters:
        """Its printed characters; spaces are left out and told by `after_space`."""
        count = max(functions.count_characters(self._text), 0) if self._text else 0
        if self._bulk:
            codes, boxes, spaced, places = read_characters(self._bulk, self._text, count)
        else:
            codes, boxes, spaced, places = _read_characters(self._text, count)
        codes[codes == _HYPHEN] = ord("-")
        # PDFium's rectangle is (left, top, right, bottom): ours goes from the lower left corner
        placed = boxes[:, [0, 3, 2, 1]].astype(np.float64)
        return Characters(codes, placed, spaced & SPACE_IN_FILE != 0, spaced & SPACE_BELIEVED != 0, places)

    def settings(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        """For the characters at `places` (n, 7): the matrix from text to user space (a, b, c, d, and e, f on the
        baseline) and the font size before it."""
        read = read_settings(self._bulk, self._text, places) if self._bulk else _read_settings(self._text, places)
        return np.column_stack((read[0].astype(np.float64), read[1]))

    def styles(self, places: NDArray[np.int64]) -> list[TextStyle]:
        """How the characters at `places` are set."""
        read = read_styles(self._bulk, self._text, places) if self._bulk else _read_styles(self._text, places)
        known, rows = self._styles, zip(read[1].tolist(), *read[0].T.tolist(), strict=True)
        return [known.get(row) or known.setdefault(row, self._style(row)) for row in rows]

    def _style(self, row: tuple[int, ...]) -> TextStyle:
        handle, red, green, blue, alpha, mode = row
        font = self._fonts.get(handle) or self._fonts.setdefault(handle, _read_font(handle))
        if mode == _FILL_AND_STROKE and not font.bold:
            font = font._replace(bold=True)
        return TextStyle(font, Rgb(red, green, blue), mode in _UNSEEN or alpha == 0)


@contextmanager
def open_text(page: Handle) -> Iterator[TextPage]:
    """The text of an open page, closed afterwards."""
    text = functions.load_text(page)
    try:
        yield TextPage(text)
    finally:
        if text:
            functions.close_text(text)


def _read_characters(text: Handle, count: int) -> RawCharacters:
    codes = _codes(text, count)
    blank = ((codes <= 32) & (codes != _HYPHEN) & (codes != 0)) | (codes == _NO_BREAK_SPACE)
    places = np.flatnonzero(~blank)
    boxes = np.zeros((len(places), 4), np.float32)
    deque(map(functions.loose_box, repeat(text), places.tolist(), row_addresses(boxes)), 0)
    return codes[places], boxes, _spaces_before(text, codes, blank), places


def _codes(text: Handle, count: int) -> NDArray[np.uint32]:
    """The code points of all characters: in one call where PDFium has one for each, else one by one."""
    buffer = np.zeros(count + 1, np.uint16)
    if not count or functions.text_of(text, 0, count, buffer.ctypes.data) != count + 1:
        return np.fromiter(map(functions.code_at, repeat(text, count), range(count)), np.uint32, count)
    codes = buffer[:count].astype(np.uint32)
    # in one call, half characters and those that stand for no character say less than when asked alone
    unsure = np.flatnonzero(
        (codes >= _FIRST_SURROGATE) & (codes <= _LAST_SURROGATE) | (codes >= _FIRST_SPECIAL) | (codes == 0)
    )
    codes[unsure] = np.fromiter(map(functions.code_at, repeat(text), unsure.tolist()), np.uint32, len(unsure))
    return codes


def _spaces_before(text: Handle, codes: NDArray[np.uint32], blank: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """SPACE_IN_FILE where a space that the file holds stands before a printed character, SPACE_BELIEVED where PDFium
    added one.

    It adds spaces and line ends where it believes them to be; on sparse pages with turned stamps it believes wrongly.
    """
    spaces = np.flatnonzero(blank)
    added = np.fromiter(map(functions.is_generated, repeat(text), spaces.tolist()), np.int64, len(spaces))
    before = np.zeros(np.count_nonzero(~blank), np.uint8)
    for flag, wanted in ((SPACE_IN_FILE, added == 0), (SPACE_BELIEVED, (added != 0) & (codes[spaces] == ord(" ")))):
        counted = np.zeros(len(blank), np.int64)
        counted[spaces[wanted]] = 1
        before |= flag * (np.diff(np.cumsum(counted)[~blank], prepend=0) > 0).astype(np.uint8)
    return before


def _read_settings(text: Handle, places: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    numbers = places.tolist()
    matrices = np.zeros((len(numbers), 6), np.float32)
    deque(map(functions.character_matrix, repeat(text), numbers, row_addresses(matrices)), 0)
    return matrices, np.fromiter(map(functions.character_size, repeat(text), numbers), np.float64, len(numbers))


def _read_styles(text: Handle, places: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.uint64]]:
    numbers = places.tolist()
    rows = np.zeros((len(numbers), 5), np.int32)
    deque(map(functions.character_colour, repeat(text), numbers, *column_addresses(rows)[:4]), 0)
    objects = list(map(functions.text_object, repeat(text), numbers))
    rows[:, 4] = list(map(functions.render_mode, objects))
    return rows, np.fromiter(map(functions.object_font, objects), np.uint64, len(numbers))


def _read_font(handle: Handle) -> Font:
    if not handle:
        return Font("", False, False)
    name = functions.read_bytes(functions.font_name, handle).rstrip(b"\0").decode("utf-8", "replace")
    return font_of(name, max(functions.font_flags(handle), 0))
