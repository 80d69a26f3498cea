"""PDFium: documents, pages, characters and painted paths in user space (points, y up, origin anywhere).

Characters and path segments leave in bulk as numpy arrays, no Python object for each; they become display space in
`extract.pdf.display`. One process, one thread. All handles are closed by the context managers that gave them.
"""

from extract.pdf.pdfium.document import (
    PageGeometry,
    open_document,
    open_page,
    page_count,
    page_geometry,
    page_picture,
    paint_annotations_in,
)
from extract.pdf.pdfium.drawing import Drawing, page_drawing
from extract.pdf.pdfium.functions import return_memory
from extract.pdf.pdfium.outline import RawBookmark, RawLink, bookmarks, page_links
from extract.pdf.pdfium.text import Characters, TextPage, TextStyle, open_text

__all__ = [
    "Characters",
    "Drawing",
    "PageGeometry",
    "RawBookmark",
    "RawLink",
    "TextPage",
    "TextStyle",
    "bookmarks",
    "open_document",
    "open_page",
    "open_text",
    "page_count",
    "page_drawing",
    "page_geometry",
    "page_links",
    "page_picture",
    "paint_annotations_in",
    "return_memory",
]
