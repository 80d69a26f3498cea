"""The optional C reader beside this module (_bulk.c), loaded where it was built.

It is a plain shared library with PDFium's functions handed to it, so it holds for any build of PDFium and any Python.
"""

from __future__ import annotations

import ctypes
import os
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.pdf.pdfium.functions import Handle, address_of

_OFF = "PACKTRACE_WITHOUT_C"  # environment variable: any value reads without the C reader, as a test of the other way
_P, _I, _S = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t


class Bulk(NamedTuple):
    """The C reader's functions; what each fills is said in _bulk.c."""

    characters: Any
    settings: Any
    styles: Any
    walk: Any
    take: Any


def _load() -> Bulk | None:
    if os.environ.get(_OFF):
        return None
    for suffix in EXTENSION_SUFFIXES:
        path = Path(__file__).with_name("_bulk" + suffix)
        if path.is_file():
            return _bind(path)
    return None


def _bind(path: Path) -> Bulk | None:
    try:
        library = ctypes.PyDLL(str(path))  # PyDLL keeps the interpreter's lock: PDFium bears one thread only
    except OSError:  # built for another machine: reading goes the other way
        return None
    library.bulk_needs.restype = ctypes.c_char_p
    library.bulk_give.argtypes = [_I, _S]
    place = 0
    while needed := library.bulk_needs(place):
        library.bulk_give(place, address_of(needed.decode("ascii")))
        place += 1
    arrays_of = {"characters": 4, "settings": 3, "styles": 3}
    for name, arrays in arrays_of.items():
        getattr(library, "bulk_" + name).argtypes = [_P, _I, *[_P] * arrays]
    library.bulk_walk.argtypes = [_P, _P]
    library.bulk_take.argtypes = [_P] * 5
    return Bulk(*(getattr(library, "bulk_" + name) for name in Bulk._fields))


BULK = _load()
SPACE_IN_FILE, SPACE_BELIEVED = 1, 2  # flags, as in _bulk.c

RawCharacters = tuple[NDArray[np.uint32], NDArray[np.float32], NDArray[np.uint8], NDArray[np.int64]]
RawDrawing = tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8], NDArray[np.float64]]


def read_characters(bulk: Bulk, text: Handle, count: int) -> RawCharacters:
    """Codes, boxes as PDFium gives them, SPACE_IN_FILE and SPACE_BELIEVED before each, and PDFium's numbers."""
    codes, boxes = np.empty(count, np.uint32), np.empty((count, 4), np.float32)
    spaced, places = np.empty(count, np.uint8), np.empty(count, np.int64)
    kept = bulk.characters(text, count, codes.ctypes.data, boxes.ctypes.data, spaced.ctypes.data, places.ctypes.data)
    return codes[:kept], boxes[:kept], spaced[:kept], places[:kept]


def read_settings(
    bulk: Bulk, text: Handle, places: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Matrices (n, 6) and sizes (n,) of the characters at `places`."""
    places = np.ascontiguousarray(places)
    matrices, sizes = np.zeros((len(places), 6), np.float32), np.empty(len(places), np.float64)
    bulk.settings(text, len(places), places.ctypes.data, matrices.ctypes.data, sizes.ctypes.data)
    return matrices, sizes


def read_styles(bulk: Bulk, text: Handle, places: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.uint64]]:
    """Rows (n, 5) of (red, green, blue, alpha, render mode) and font handles (n,) of the characters at `places`."""
    places = np.ascontiguousarray(places)
    rows, fonts = np.empty((len(places), 5), np.int32), np.empty(len(places), np.uint64)
    bulk.styles(text, len(places), places.ctypes.data, rows.ctypes.data, fonts.ctypes.data)
    return rows, fonts


def read_drawing(bulk: Bulk, page: Handle) -> RawDrawing:
    """Paths (p, 14), points (m, 2), kinds (m,), closes (m,) and pictures (k, 4) of a page.

    MemoryError where none is left.
    """
    counts = np.zeros(3, np.int64)
    if bulk.walk(page, counts.ctypes.data):
        raise MemoryError("no memory left for the drawing of a page")
    path_count, point_count, picture_count = counts.tolist()
    paths, points = np.empty((path_count, 14), np.float64), np.empty((point_count, 2), np.float32)
    kinds, closes = np.empty(point_count, np.uint8), np.empty(point_count, np.uint8)
    pictures = np.empty((picture_count, 4), np.float64)
    bulk.take(*(array.ctypes.data for array in (paths, points, kinds, closes, pictures)))
    return paths, points, kinds, closes, pictures
