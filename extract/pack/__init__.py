"""The pack as a whole: front sheet, running order, documents."""

from extract.pack.assemble import pages_to_pack
from extract.pack.documents import document_at
from extract.pack.opinions import with_opinions

__all__ = ["document_at", "pages_to_pack", "with_opinions"]
