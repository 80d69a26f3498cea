"""PDF files as pages of words, rules and fills."""

from extract.pdf.document import Document, open_pdf
from extract.pdf.errors import PdfError

__all__ = ["Document", "PdfError", "open_pdf"]
