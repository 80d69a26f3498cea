"""Pages in reading order: running headers, footers and stamps known as such, words in lines."""

from extract.layout.furniture import pages_to_furniture
from extract.layout.hyphens import mark_soft_hyphens
from extract.layout.lines import words_to_lines

__all__ = ["mark_soft_hyphens", "pages_to_furniture", "words_to_lines"]
