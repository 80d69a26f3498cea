"""PDF files as pages of words, rules and fills."""

from extract.pdf.document import Document, open_pdf
from extract.pdf.errors import PdfError
from extract.pdf.render import render_page
from extract.pdf.repair import Repair, find_damaged_pages, repair_pdf

__all__ = ["Document", "PdfError", "Repair", "find_damaged_pages", "open_pdf", "render_page", "repair_pdf"]
