"""The painted paths and the pictures of a page, its forms entered, in user space."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.pdf.pdfium import functions
from extract.pdf.pdfium.bulk import BULK, Bulk, RawDrawing, read_drawing
from extract.pdf.pdfium.functions import Handle, column_addresses

LINE, CURVE, MOVE = 0, 1, 2  # PDFium's kinds of segments
_PATH, _PICTURE, _FORM = 2, 3, 5
_DEEPEST_FORM = 12  # a form that holds itself would have no end
_MOST_OBJECTS, _MOST_POINTS = 2_000_000, 20_000_000  # nor would forms that hold two of each other; as in _bulk.c
_FAR = 1e30  # points; beyond any page

Matrix = tuple[float, float, float, float, float, float]
Area = tuple[float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_EVERYWHERE: Area = (-_FAR, -_FAR, _FAR, _FAR)

# Places for PDFium to write small answers into; one thread, so one of each is enough.
_PARTS, _FLOATS = np.zeros((1, 4), np.uint32), np.zeros(6, np.float32)
_PART_ADDRESSES = [part.start for part in column_addresses(_PARTS)]
_FLOATS_AT, _SECOND_FLOAT_AT = _FLOATS.ctypes.data, _FLOATS.ctypes.data + 4


@dataclass(frozen=True, slots=True)
class Drawing:
    """The p painted paths of a page, in order, with m points together, and its k pictures, all in user space.

    `points` (m, 2), `kinds` (m,) LINE, CURVE or MOVE, `closes` (m,) whether the path closes there; path `i` has points
    `starts[i]` up to `starts[i + 1]`, `fills[i]` and `strokes[i]` (red, green, blue, alpha; alpha 0 where it has none),
    `widths[i]` in points of its line, and shows inside `clips[i]` only. Boxes are (left, bottom, right, top).
    """

    points: NDArray[np.float64]
    kinds: NDArray[np.uint8]
    closes: NDArray[np.uint8]
    starts: NDArray[np.int64]
    fills: NDArray[np.uint8]
    strokes: NDArray[np.uint8]
    widths: NDArray[np.float64]
    clips: NDArray[np.float64]
    pictures: NDArray[np.float64]


def page_drawing(page: Handle, bulk: Bulk | None = BULK) -> Drawing:
    """The painted paths and the pictures of a page, by the C reader where there is one."""
    paths, points, kinds, closes, pictures = read_drawing(bulk, page) if bulk else _walk_page(page)
    counts = paths[:, 11].astype(np.int64)
    m = np.repeat(paths[:, :6], counts, axis=0)
    x, y = points[:, 0].astype(np.float64), points[:, 1].astype(np.float64)
    placed = np.stack((m[:, 0] * x + m[:, 2] * y + m[:, 4], m[:, 1] * x + m[:, 3] * y + m[:, 5]), axis=1)
    # a line is as wide as its matrix makes it, on average of both directions
    stretch = np.sqrt(np.abs(paths[:, 0] * paths[:, 3] - paths[:, 1] * paths[:, 2]))
    return Drawing(
        placed,
        kinds,
        closes,
        np.concatenate(([0], np.cumsum(counts))),
        _unpacked(paths[:, 12]),
        _unpacked(paths[:, 13]),
        paths[:, 10] * stretch,
        paths[:, 6:10],
        pictures,
    )


def _unpacked(colours: NDArray[np.float64]) -> NDArray[np.uint8]:
    """(n, 4) of red, green, blue and alpha from numbers of 32 bits."""
    return colours.astype(">u4").view(np.uint8).reshape(-1, 4)


@dataclass(slots=True)
class _Walk:
    """What is found on the way through a page's objects, form by form; rows as in _bulk.c."""

    segments: list[Handle] = field(default_factory=list)
    paths: list[tuple[float, ...]] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)
    objects: int = 0

    def through(self, handles: list[Handle], outer: Matrix, clip: Area, depth: int) -> None:
        for handle, kind in zip(handles, map(functions.object_type, handles), strict=True):
            if self.objects >= _MOST_OBJECTS:
                return
            if kind == _PATH:
                self._path(handle, outer, clip)
            elif kind == _PICTURE:
                square = _bounds([(0, 0), (1, 0), (0, 1), (1, 1)], _product(_matrix_of(handle), outer))
                self.pictures.append(_common(square, _clip_of(handle, outer, clip)))
            elif kind == _FORM and depth < _DEEPEST_FORM:
                count = max(functions.count_form_objects(handle), 0)
                inner = list(map(functions.form_object_at, repeat(handle), range(count)))
                self.through(inner, _product(_matrix_of(handle), outer), _clip_of(handle, outer, clip), depth + 1)
            self.objects += 1

    def _path(self, handle: Handle, outer: Matrix, clip: Area) -> None:
        functions.draw_mode(handle, _PART_ADDRESSES[0], _PART_ADDRESSES[1])
        filled, stroked = _PARTS[0, :2].tolist()
        fill = _colour(functions.fill_colour, handle) if filled else 0
        stroke = _colour(functions.stroke_colour, handle) if stroked else 0
        count = functions.count_segments(handle)
        if not (fill or stroke) or count <= 0 or len(self.segments) + count > _MOST_POINTS:
            return
        functions.stroke_width(handle, _FLOATS_AT)
        width = float(_FLOATS[0])
        self.segments.extend(map(functions.segment_at, repeat(handle, count), range(count)))
        matrix = _product(_matrix_of(handle), outer)
        self.paths.append((*matrix, *_clip_of(handle, outer, clip), width, count, fill, stroke))


def _walk_page(page: Handle) -> RawDrawing:
    walk = _Walk()
    objects = list(map(functions.object_at, repeat(page), range(max(functions.count_objects(page), 0))))
    walk.through(objects, _IDENTITY, _EVERYWHERE, 0)
    segments, count = walk.segments, len(walk.segments)
    points = np.zeros((count, 2), np.float32)
    deque(map(functions.segment_point, segments, *column_addresses(points)), 0)
    kinds = np.fromiter(map(functions.segment_type, segments), np.uint8, count)
    paths = np.array(walk.paths, np.float64).reshape(-1, 14)
    closes = _closes(segments, kinds, np.cumsum(paths[:, 11].astype(np.int64)))
    return paths, points, kinds, closes, np.array(walk.pictures, np.float64).reshape(-1, 4)


def _closes(segments: list[Handle], kinds: NDArray[np.uint8], ends: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Whether the path closes at each segment; only the last one before a move can, so only that one is asked."""
    closes = np.zeros(len(segments), np.uint8)
    asked = np.union1d(ends, np.flatnonzero(kinds == MOVE)) - 1
    for at in asked[asked >= 0].tolist():
        closes[at] = functions.segment_close(segments[at]) != 0
    return closes


def _matrix_of(handle: Handle) -> Matrix:
    functions.object_matrix(handle, _FLOATS_AT)
    a, b, c, d, e, f = _FLOATS.tolist()
    return a, b, c, d, e, f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first and `outer` then (ISO 32000-1, 8.3.4)."""
    if outer is _IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _clip_of(handle: Handle, matrix: Matrix, outer: Area) -> Area:
    """The part of `outer` that an object's clip leaves, by the bounds of its paths."""
    clip = functions.clip_of(handle)
    for path in range(max(functions.count_clip_paths(clip), 0) if clip else 0):
        points = []
        for at in range(max(functions.count_clip_segments(clip, path), 0)):
            _FLOATS[:2] = 0
            functions.segment_point(functions.clip_segment_at(clip, path, at), _FLOATS_AT, _SECOND_FLOAT_AT)
            points.append((float(_FLOATS[0]), float(_FLOATS[1])))
        if points:
            outer = _common(outer, _bounds(points, matrix))
    return outer


def _bounds(points: list[tuple[float, float]], m: Matrix) -> Area:
    xs = [m[0] * x + m[2] * y + m[4] for x, y in points]
    ys = [m[1] * x + m[3] * y + m[5] for x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _common(one: Area, other: Area) -> Area:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _colour(read: Any, handle: Handle) -> int:
    """A colour as red, green, blue and alpha in one number; 0 where it is not known or cannot be seen."""
    known = read(handle, *_PART_ADDRESSES)
    red, green, blue, alpha = _PARTS[0].tolist()
    return (red << 24 | green << 16 | blue << 8 | alpha) if known and alpha else 0
