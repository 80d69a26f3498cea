"""PDFium through pypdfium2's raw interface: the one module that imports it.

Characters and path segments leave in bulk as numpy arrays (no Python object for each); everything is in user space
here (points, y up, origin anywhere) and becomes display space in `extract.pdf.display`. PDFium is not thread-safe:
one process, one thread. All handles are closed by the context managers that gave them.
"""

from __future__ import annotations

import ctypes
import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads spin after import and cost more than they give here

import numpy as np
import pypdfium2.raw as raw
import pypdfium2_raw.bindings as bindings
from numpy.typing import NDArray
from PIL import Image

from extract.pdf.errors import DamagedPdfError, LockedPdfError
from extract.pdf.types import Font, Rgb

Handle = int
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_INVISIBLE = 3  # text render mode: neither filled nor stroked
_FILL_AND_STROKE = 2  # how word processors embolden a face that has no bold
_HYPHEN = 2  # the code PDFium gives a hyphen at a line's end, hard and soft alike
_NO_BREAK_SPACE = 0xA0
_SURROGATES = (0xD800, 0xDFFF)


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    """A PDFium function called with plain addresses and without giving up the interpreter's lock: half the cost."""
    function = getattr(_PDFIUM, name)
    function.restype = result
    function.argtypes = list(arguments)
    return function


_PDFIUM = ctypes.PyDLL(bindings._libs["pdfium"]._name)
_P, _I, _S = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t
_loose_box = _bind("FPDFText_GetLooseCharBox", _I, _P, _I, _P)
_char_size = _bind("FPDFText_GetFontSize", ctypes.c_double, _P, _I)
_text_object = _bind("FPDFText_GetTextObject", _S, _P, _I)
_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint, _P, _I)
_text = _bind("FPDFText_GetText", _I, _P, _I, _I, _P)
_generated = _bind("FPDFText_IsGenerated", _I, _P, _I)
_matrix = _bind("FPDFText_GetMatrix", _I, _P, _I, _P)
_char_colour = _bind("FPDFText_GetFillColor", _I, _P, _I, _P, _P, _P, _P)
_font_of = _bind("FPDFTextObj_GetFont", _S, _P)
_render_mode = _bind("FPDFTextObj_GetTextRenderMode", _I, _P)
_object_at = _bind("FPDFPage_GetObject", _S, _P, _I)
_form_object_at = _bind("FPDFFormObj_GetObject", _S, _P, ctypes.c_ulong)
_object_type = _bind("FPDFPageObj_GetType", _I, _P)
_object_matrix = _bind("FPDFPageObj_GetMatrix", _I, _P, _P)
_fill_colour = _bind("FPDFPageObj_GetFillColor", _I, _P, _P, _P, _P, _P)
_stroke_colour = _bind("FPDFPageObj_GetStrokeColor", _I, _P, _P, _P, _P, _P)
_draw_mode = _bind("FPDFPath_GetDrawMode", _I, _P, _P, _P)
_segment_count = _bind("FPDFPath_CountSegments", _I, _P)
_segment_at = _bind("FPDFPath_GetPathSegment", _S, _P, _I)
_segment_point = _bind("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
_segment_type = _bind("FPDFPathSegment_GetType", _I, _P)
_segment_close = _bind("FPDFPathSegment_GetClose", _I, _P)

# Places for PDFium to write small answers into; one thread, so one of each is enough.
_PARTS = (ctypes.c_uint * 4)()
_PARTS_AT = ctypes.addressof(_PARTS)
_FLOATS = (ctypes.c_float * 6)()
_FLOATS_AT = ctypes.addressof(_FLOATS)

raw.FPDF_InitLibrary()


class TextStyle(NamedTuple):
    """How a character is set; `invisible` is neither filled nor stroked (the text layer of a recognised scan)."""

    font: Font
    colour: Rgb
    invisible: bool


@dataclass(frozen=True, slots=True)
class Characters:
    """The n printed characters of a page in the order they are painted, in user space.

    `codes` (n,) code points; `boxes` (n, 4) of (left, bottom, right, top) as wide as the advance and as high as the
    font; `after_space` (n,) whether a space that the file itself holds stands before the character; `indices` (n,)
    PDFium's own numbers of them.
    """

    codes: NDArray[np.uint32]
    boxes: NDArray[np.float64]
    after_space: NDArray[np.bool_]
    indices: NDArray[np.int64]


class Paint(NamedTuple):
    """How a path is painted: the colour of its inside and of its line, None where it has none."""

    fill: Rgb | None
    stroke: Rgb | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The painted paths of a page, in order.

    `points` (m, 2) in user space, `kinds` (m,) 0 line, 1 curve, 2 move, `closes` (m,) whether the path closes there; path
    `i` has points `starts[i]` up to `starts[i + 1]` and `paints[i]`. `pictures` is (k, 4) of (left, bottom, right, top).
    """

    points: NDArray[np.float64]
    kinds: list[int]
    closes: list[int]
    starts: list[int]
    paints: list[Paint]
    pictures: NDArray[np.float64]


class PageGeometry(NamedTuple):
    """The visible box of a page in user space (left, bottom, right, top) and its clockwise quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int


@contextmanager
def open_document(path: Path) -> Iterator[Any]:
    """An open PDFium document; DamagedPdfError or LockedPdfError where it cannot be had."""
    document = raw.FPDF_LoadDocument(os.fsencode(path), None)
    if not document:
        if raw.FPDF_GetLastError() == _PASSWORD_ERROR:
            raise LockedPdfError(path, "opens with a password only")
        raise DamagedPdfError(path, "begins as a PDF but its contents cannot be read")
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def page_count(document: Any) -> int:
    """How many pages a document says it has."""
    return int(raw.FPDF_GetPageCount(document))


@contextmanager
def open_page(document: Any, index: int) -> Iterator[Any | None]:
    """Page `index` (from 0), or None where PDFium cannot load it."""
    page = raw.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            raw.FPDF_ClosePage(page)


def page_geometry(page: Any) -> PageGeometry:
    """The page's visible box and rotation."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return PageGeometry(box.left, box.bottom, box.right, box.top, raw.FPDFPage_GetRotation(page))


class TextPage:
    """The text of an open page. Each call into PDFium costs near a microsecond: a character has one, a word a few."""

    def __init__(self, text_page: Handle) -> None:
        self._handle = text_page
        self._fonts: dict[Handle, Font] = {}

    def characters(self) -> Characters:
        """Its printed characters; spaces are left out and told by `after_space`."""
        handle = self._handle
        count = int(raw.FPDFText_CountChars(ctypes.cast(handle, raw.FPDF_TEXTPAGE))) if handle else 0
        codes = _codes(handle, count)
        blank = (codes <= 32) & (codes != _HYPHEN) | (codes == _NO_BREAK_SPACE)
        keep = np.flatnonzero(~blank)
        codes = codes[keep]
        codes[codes == _HYPHEN] = ord("-")
        boxes = np.zeros((len(keep), 4), np.float32)
        deque(map(_loose_box, repeat(handle), keep.tolist(), _addresses(boxes)), 0)
        # PDFium's rectangle is (left, top, right, bottom): ours goes from the lower left corner
        placed = boxes[:, [0, 3, 2, 1]].astype(np.float64)
        return Characters(codes, placed, self._after_real_space(blank)[keep], keep)

    def settings(self, indices: NDArray[np.int64]) -> NDArray[np.float64]:
        """For the characters numbered `indices` (n, 7): the matrix from text to user space (a, b, c, d, and e, f on the
        baseline) and the font size before it."""
        handle, numbers = self._handle, indices.tolist()
        matrices = np.zeros((len(numbers), 6), np.float32)
        deque(map(_matrix, repeat(handle), numbers, _addresses(matrices)), 0)
        sizes = np.fromiter(map(_char_size, repeat(handle), numbers), np.float64, len(numbers))
        return np.column_stack((matrices.astype(np.float64), sizes))

    def styles(self, indices: NDArray[np.int64]) -> list[TextStyle]:
        """How the characters numbered `indices` are set."""
        handle, numbers = self._handle, indices.tolist()
        colours = np.zeros((len(numbers), 4), np.uint32)
        rows = _addresses(colours)
        steps = (range(at, rows.stop + at - rows.start, rows.step) for at in range(rows.start, rows.start + 16, 4))
        deque(map(_char_colour, repeat(handle), numbers, *steps), 0)
        objects = list(map(_text_object, repeat(handle), numbers))
        fonts = map(_font_of, objects)
        return [
            self._style(font, mode, colour)
            for font, mode, colour in zip(fonts, map(_render_mode, objects), colours.tolist(), strict=True)
        ]

    def _style(self, handle: Handle, mode: int, colour: list[int]) -> TextStyle:
        font = self._fonts.get(handle) or self._fonts.setdefault(handle, _read_font(handle))
        if mode == _FILL_AND_STROKE and not font.bold:
            font = font._replace(bold=True)
        return TextStyle(font, Rgb(colour[0], colour[1], colour[2]), mode == _INVISIBLE)

    def _after_real_space(self, blank: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether a space that the file holds stands before each character.

        PDFium adds spaces and line ends where it believes them to be; on sparse pages with turned stamps it believes
        wrongly.
        """
        spaces = np.flatnonzero(blank)
        added = np.fromiter(map(_generated, repeat(self._handle), spaces.tolist()), np.int64, len(spaces))
        is_real = np.zeros(len(blank), np.int64)
        is_real[spaces[added == 0]] = 1
        passed = np.cumsum(is_real)
        keep = np.flatnonzero(~blank)
        before = np.zeros(len(blank), np.bool_)
        before[keep] = np.diff(passed[keep], prepend=0) > 0
        return before


def _addresses(rows: NDArray[Any]) -> range:
    """The address of each row of an array, for PDFium to write into."""
    start, step = rows.ctypes.data, rows.shape[1] * rows.itemsize
    return range(start, start + step * len(rows), step)


def _codes(handle: Handle, count: int) -> NDArray[np.uint32]:
    """The code points of all characters: in one call where PDFium has one for each, else one by one."""
    buffer = np.zeros(count + 1, np.uint16)
    if count and _text(handle, 0, count, buffer.ctypes.data) == count + 1:
        codes = buffer[:count].astype(np.uint32)
        if not ((codes >= _SURROGATES[0]) & (codes <= _SURROGATES[1])).any():
            return codes
    return np.fromiter(map(_unicode, repeat(handle, count), range(count)), np.uint32, count)


@contextmanager
def open_text(page: Any) -> Iterator[TextPage]:
    """The text of an open page, closed afterwards."""
    text_page = raw.FPDFText_LoadPage(page)
    try:
        yield TextPage((ctypes.cast(text_page, _P).value or 0) if text_page else 0)
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)


_BOLD_NAMES = ("bold", "black", "heavy", "demi", "-bd", ",bd")
_SLANTED_NAMES = ("italic", "oblique", "-it", "slanted")
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6  # font descriptor flags, ISO 32000-1 table 123


def _read_font(handle: Handle) -> Font:
    if not handle:
        return Font("", False, False)
    pointer = ctypes.cast(handle, raw.FPDF_FONT)
    length = raw.FPDFFont_GetBaseFontName(pointer, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(pointer, buffer, length)
    name = buffer.value.decode("utf-8", "replace").split("+")[-1]
    flags = max(raw.FPDFFont_GetFlags(pointer), 0)
    folded = name.casefold()
    bold = any(part in folded for part in _BOLD_NAMES) or bool(flags & _FORCE_BOLD)
    return Font(name, bold, any(part in folded for part in _SLANTED_NAMES) or bool(flags & _ITALIC))


_PATH, _IMAGE, _FORM = 2, 3, 5
_DEEPEST_FORM = 12  # a form that holds itself would have no end
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def page_drawing(page: Any) -> Drawing:
    """The painted paths and the pictures of a page."""
    walk = _Walk([], [], [], [], [])
    handle, count = ctypes.cast(page, _P).value, raw.FPDFPage_CountObjects(page)
    walk.through(list(map(_object_at, repeat(handle), range(count))), _IDENTITY, 0)
    segments = walk.segments
    points = np.zeros((len(segments), 2), np.float32)
    xs = _addresses(points)
    deque(map(_segment_point, segments, xs, range(xs.start + 4, xs.stop + 4, xs.step)), 0)
    m = np.repeat(np.array(walk.matrices).reshape(-1, 6), walk.counts, axis=0)
    x, y = points[:, 0].astype(np.float64), points[:, 1].astype(np.float64)
    placed = np.stack((m[:, 0] * x + m[:, 2] * y + m[:, 4], m[:, 1] * x + m[:, 3] * y + m[:, 5]), axis=1)
    kinds, starts = list(map(_segment_type, segments)), [0, *np.cumsum(walk.counts, dtype=np.int64).tolist()]
    pictures = np.array(walk.pictures, np.float64).reshape(-1, 4)
    return Drawing(placed, kinds, _closes(segments, kinds, starts), starts, walk.paints, pictures)


_MOVE = 2


def _closes(segments: list[Handle], kinds: list[int], starts: list[int]) -> list[int]:
    """Whether the path closes at each segment; only the last one of a run can, so only that one is asked."""
    closes = [0] * len(segments)
    ends = {start - 1 for start in starts} | {at - 1 for at, kind in enumerate(kinds) if kind == _MOVE}
    for at in ends - {-1}:
        closes[at] = _segment_close(segments[at])
    return closes


class _Walk(NamedTuple):
    """What is found on the way through a page's objects, form by form."""

    segments: list[Handle]
    counts: list[int]
    matrices: list[Matrix]
    paints: list[Paint]
    pictures: list[tuple[float, float, float, float]]

    def through(self, handles: list[Handle], outer: Matrix, depth: int) -> None:
        for handle, kind in zip(handles, map(_object_type, handles), strict=True):
            if kind == _PATH:
                self._path(handle, outer)
            elif kind == _IMAGE:
                self.pictures.append(_unit_square(_product(_matrix_of(handle), outer)))
            elif kind == _FORM and depth < _DEEPEST_FORM:
                count = raw.FPDFFormObj_CountObjects(ctypes.cast(handle, raw.FPDF_PAGEOBJECT))
                inner = list(map(_form_object_at, repeat(handle), range(max(count, 0))))
                self.through(inner, _product(_matrix_of(handle), outer), depth + 1)

    def _path(self, handle: Handle, outer: Matrix) -> None:
        _draw_mode(handle, _PARTS_AT, _PARTS_AT + 4)
        filled, stroked = _PARTS[0], _PARTS[1]
        fill = _colour(_fill_colour, handle) if filled else None
        stroke = _colour(_stroke_colour, handle) if stroked else None
        if fill is None and stroke is None:
            return
        count = max(_segment_count(handle), 0)
        self.segments.extend(map(_segment_at, repeat(handle, count), range(count)))
        self.counts.append(count)
        self.matrices.append(_product(_matrix_of(handle), outer))
        self.paints.append(Paint(fill, stroke))


def _matrix_of(handle: Handle) -> Matrix:
    _object_matrix(handle, _FLOATS_AT)
    return (_FLOATS[0], _FLOATS[1], _FLOATS[2], _FLOATS[3], _FLOATS[4], _FLOATS[5])


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first and `outer` then (ISO 32000-1, 8.3.4)."""
    if outer is _IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _unit_square(matrix: Matrix) -> tuple[float, float, float, float]:
    """The box that a picture fills: pictures are painted into the unit square."""
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)


def _colour(read: Any, handle: Handle) -> Rgb | None:
    """A colour that can be seen, None where it is fully transparent or unknown."""
    known = read(handle, _PARTS_AT, _PARTS_AT + 4, _PARTS_AT + 8, _PARTS_AT + 12)
    return Rgb(_PARTS[0], _PARTS[1], _PARTS[2]) if known and _PARTS[3] else None


class RawLink(NamedTuple):
    """A link in user space: (left, bottom, right, top), page (from 0) or None, address or None."""

    box: tuple[float, float, float, float]
    page: int | None
    address: str | None


def page_links(document: Any, page: Any) -> list[RawLink]:
    """The links of a page in the order of its annotations."""
    links: list[RawLink] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        box = raw.FS_RECTF()
        raw.FPDFLink_GetAnnotRect(link, box)
        action = raw.FPDFLink_GetAction(link)
        destination = raw.FPDFLink_GetDest(document, link) or (action and raw.FPDFAction_GetDest(document, action))
        target = raw.FPDFDest_GetDestPageIndex(document, destination) if destination else -1
        box_tuple = (box.left, box.bottom, box.right, box.top)
        links.append(RawLink(box_tuple, target if target >= 0 else None, _address(document, action)))
    return links


def _address(document: Any, action: Any) -> str | None:
    if not action:
        return None
    length = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if length <= 1:
        return None
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


class RawBookmark(NamedTuple):
    """An outline entry: level from 0, title, page (from 0) or None."""

    level: int
    title: str
    page: int | None


_MOST_BOOKMARKS = 20_000  # an outline that runs in a circle would have no end


def bookmarks(document: Any) -> list[RawBookmark]:
    """The outline of a document in reading order."""
    found: list[RawBookmark] = []
    stack = [(raw.FPDFBookmark_GetFirstChild(document, None), 0)]
    while stack and len(found) < _MOST_BOOKMARKS:
        entry, level = stack.pop()
        if not entry:
            continue
        found.append(RawBookmark(level, _bookmark_title(entry), _bookmark_page(document, entry)))
        stack.append((raw.FPDFBookmark_GetNextSibling(document, entry), level))
        stack.append((raw.FPDFBookmark_GetFirstChild(document, entry), level + 1))
    return found


def _bookmark_title(entry: Any) -> str:
    length = raw.FPDFBookmark_GetTitle(entry, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFBookmark_GetTitle(entry, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _bookmark_page(document: Any, entry: Any) -> int | None:
    destination = raw.FPDFBookmark_GetDest(document, entry)
    if not destination:
        action = raw.FPDFBookmark_GetAction(entry)
        destination = action and raw.FPDFAction_GetDest(document, action)
    page = raw.FPDFDest_GetDestPageIndex(document, destination) if destination else -1
    return page if page >= 0 else None


_WITH_ANNOTATIONS = 0x01  # FPDF_ANNOT


def page_picture(page: Any, scale: float) -> Image.Image:
    """The page as displayed, as an RGB picture of `scale` pixels to the point."""
    width = max(1, round(raw.FPDF_GetPageWidthF(page) * scale))
    height = max(1, round(raw.FPDF_GetPageHeightF(page) * scale))
    bitmap = raw.FPDFBitmap_Create(width, height, 0)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _WITH_ANNOTATIONS)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1)
