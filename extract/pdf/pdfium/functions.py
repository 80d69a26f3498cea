"""PDFium's functions: the one module that imports pypdfium2, whose wheels bring the library.

Each function is bound once, with plain addresses for handles and without giving up the interpreter's lock for a call:
half the cost of the usual binding. PDFium is not thread-safe: one process, one thread.
"""

from __future__ import annotations

import ctypes
import os
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads spin after import and cost more than they give here

import numpy as np
import pypdfium2_raw.bindings as bindings
from numpy.typing import NDArray

Handle = int
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD

_PDFIUM = ctypes.PyDLL(bindings._libs["pdfium"]._name)
_P, _I, _U, _L, _S = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_ulong, ctypes.c_size_t
_D, _F, _B = ctypes.c_double, ctypes.c_float, ctypes.c_char_p


def address_of(name: str) -> int:
    """Where a function of PDFium stands in memory."""
    return ctypes.cast(getattr(_PDFIUM, name), _P).value or 0


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_PDFIUM, name)
    function.restype = result
    function.argtypes = list(arguments)
    return function


# Handles come back as size_t and not as c_void_p, so that nothing is 0 and never None.
_bind("FPDF_InitLibrary", None)()
load_document = _bind("FPDF_LoadDocument", _S, _B, _B)
last_error = _bind("FPDF_GetLastError", _L)
close_document = _bind("FPDF_CloseDocument", None, _P)
count_pages = _bind("FPDF_GetPageCount", _I, _P)
load_page = _bind("FPDF_LoadPage", _S, _P, _I)
close_page = _bind("FPDF_ClosePage", None, _P)
page_box = _bind("FPDF_GetPageBoundingBox", _I, _P, _P)
page_turns = _bind("FPDFPage_GetRotation", _I, _P)
page_width = _bind("FPDF_GetPageWidthF", _F, _P)
page_height = _bind("FPDF_GetPageHeightF", _F, _P)

load_text = _bind("FPDFText_LoadPage", _S, _P)
close_text = _bind("FPDFText_ClosePage", None, _P)
count_characters = _bind("FPDFText_CountChars", _I, _P)
text_of = _bind("FPDFText_GetText", _I, _P, _I, _I, _P)
code_at = _bind("FPDFText_GetUnicode", _U, _P, _I)
loose_box = _bind("FPDFText_GetLooseCharBox", _I, _P, _I, _P)
is_generated = _bind("FPDFText_IsGenerated", _I, _P, _I)
character_matrix = _bind("FPDFText_GetMatrix", _I, _P, _I, _P)
character_size = _bind("FPDFText_GetFontSize", _D, _P, _I)
character_colour = _bind("FPDFText_GetFillColor", _I, _P, _I, _P, _P, _P, _P)
text_object = _bind("FPDFText_GetTextObject", _S, _P, _I)
object_font = _bind("FPDFTextObj_GetFont", _S, _P)
render_mode = _bind("FPDFTextObj_GetTextRenderMode", _I, _P)
font_name = _bind("FPDFFont_GetBaseFontName", _S, _P, _P, _S)
font_flags = _bind("FPDFFont_GetFlags", _I, _P)

count_objects = _bind("FPDFPage_CountObjects", _I, _P)
object_at = _bind("FPDFPage_GetObject", _S, _P, _I)
count_form_objects = _bind("FPDFFormObj_CountObjects", _I, _P)
form_object_at = _bind("FPDFFormObj_GetObject", _S, _P, _L)
object_type = _bind("FPDFPageObj_GetType", _I, _P)
object_matrix = _bind("FPDFPageObj_GetMatrix", _I, _P, _P)
fill_colour = _bind("FPDFPageObj_GetFillColor", _I, _P, _P, _P, _P, _P)
stroke_colour = _bind("FPDFPageObj_GetStrokeColor", _I, _P, _P, _P, _P, _P)
stroke_width = _bind("FPDFPageObj_GetStrokeWidth", _I, _P, _P)
draw_mode = _bind("FPDFPath_GetDrawMode", _I, _P, _P, _P)
count_segments = _bind("FPDFPath_CountSegments", _I, _P)
segment_at = _bind("FPDFPath_GetPathSegment", _S, _P, _I)
segment_point = _bind("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
segment_type = _bind("FPDFPathSegment_GetType", _I, _P)
segment_close = _bind("FPDFPathSegment_GetClose", _I, _P)
clip_of = _bind("FPDFPageObj_GetClipPath", _S, _P)
count_clip_paths = _bind("FPDFClipPath_CountPaths", _I, _P)
count_clip_segments = _bind("FPDFClipPath_CountPathSegments", _I, _P, _I)
clip_segment_at = _bind("FPDFClipPath_GetPathSegment", _S, _P, _I, _I)

count_annotations = _bind("FPDFPage_GetAnnotCount", _I, _P)
annotation_at = _bind("FPDFPage_GetAnnot", _S, _P, _I)
close_annotation = _bind("FPDFPage_CloseAnnot", None, _P)
annotation_type = _bind("FPDFAnnot_GetSubtype", _I, _P)
flatten = _bind("FPDFPage_Flatten", _I, _P, _I)
next_link = _bind("FPDFLink_Enumerate", _I, _P, _P, _P)
link_box = _bind("FPDFLink_GetAnnotRect", _I, _P, _P)
link_action = _bind("FPDFLink_GetAction", _S, _P)
link_destination = _bind("FPDFLink_GetDest", _S, _P, _P)
action_destination = _bind("FPDFAction_GetDest", _S, _P, _P)
action_address = _bind("FPDFAction_GetURIPath", _L, _P, _P, _P, _L)
destination_page = _bind("FPDFDest_GetDestPageIndex", _I, _P, _P)
first_bookmark = _bind("FPDFBookmark_GetFirstChild", _S, _P, _P)
next_bookmark = _bind("FPDFBookmark_GetNextSibling", _S, _P, _P)
bookmark_title = _bind("FPDFBookmark_GetTitle", _L, _P, _P, _L)
bookmark_destination = _bind("FPDFBookmark_GetDest", _S, _P, _P)
bookmark_action = _bind("FPDFBookmark_GetAction", _S, _P)

create_bitmap = _bind("FPDFBitmap_Create", _S, _I, _I, _I)
fill_bitmap = _bind("FPDFBitmap_FillRect", _I, _P, _I, _I, _I, _I, _L)
render_page = _bind("FPDF_RenderPageBitmap", None, _P, _P, _I, _I, _I, _I, _I, _I)
bitmap_stride = _bind("FPDFBitmap_GetStride", _I, _P)
bitmap_pixels = _bind("FPDFBitmap_GetBuffer", _S, _P)
destroy_bitmap = _bind("FPDFBitmap_Destroy", None, _P)


_TRIM = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None  # glibc alone has it


def return_memory() -> None:
    """Hands what PDFium has freed back to the system, where the C library would keep it for later."""
    if _TRIM is not None:
        _TRIM(0)


def row_addresses(rows: NDArray[Any]) -> range:
    """The address of each row of a two-dimensional array, for PDFium to write into."""
    start, step = rows.ctypes.data, rows.shape[1] * rows.itemsize
    return range(start, start + step * len(rows), step)


def column_addresses(rows: NDArray[Any]) -> list[range]:
    """For each column of an array the addresses of its items."""
    whole = row_addresses(rows)
    return [
        range(whole.start + at * rows.itemsize, whole.stop + at * rows.itemsize, whole.step)
        for at in range(rows.shape[1])
    ]


def read_bytes(function: Any, *arguments: Any) -> bytes:
    """What a function that tells its length first, and then fills a buffer, has to say."""
    length = function(*arguments, None, 0)
    buffer = np.zeros(max(length, 1), np.uint8)
    function(*arguments, buffer.ctypes.data, length)
    return buffer.tobytes()[:length]
