"""PDF files as pages of words, rules and fills."""

from extract.pdf.document import Document, open_pdf
from extract.pdf.errors import PdfError
from extract.pdf.render import render_page

__all__ = ["Document", "PdfError", "open_pdf", "render_page"]
