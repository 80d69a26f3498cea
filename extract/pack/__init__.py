"""The pack as a whole: front sheet, running order, documents."""

from extract.pack.assemble import pages_to_pack
from extract.pack.documents import document_at
from extract.pack.opinions import with_opinions
from extract.pack.prose import elements_to_paragraphs

__all__ = ["document_at", "elements_to_paragraphs", "pages_to_pack", "with_opinions"]
