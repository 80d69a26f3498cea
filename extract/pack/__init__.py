"""The pack as a whole: front sheet, running order, documents."""

from extract.pack.assemble import LaidOut, lay_out, pages_to_pack
from extract.pack.documents import document_at
from extract.pack.flow import PAGES_HELD, Survey
from extract.pack.prose import elements_to_paragraphs

__all__ = [
    "PAGES_HELD",
    "LaidOut",
    "Survey",
    "document_at",
    "elements_to_paragraphs",
    "lay_out",
    "pages_to_pack",
]
