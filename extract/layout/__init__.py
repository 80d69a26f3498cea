"""Pages in reading order: running headers, footers and stamps known as such, words in lines."""

from extract.layout.furniture import candidates_to_running, page_to_body, page_to_candidates
from extract.layout.hyphens import PackWords, mark_soft_hyphens
from extract.layout.lines import words_to_lines

__all__ = [
    "PackWords",
    "candidates_to_running",
    "mark_soft_hyphens",
    "page_to_body",
    "page_to_candidates",
    "words_to_lines",
]
