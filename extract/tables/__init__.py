"""Tables as printed, each in one piece over its pages."""

from extract.tables.aligned import lines_to_aligned, lines_to_aligned_tables
from extract.tables.cards import lines_to_cards
from extract.tables.chains import Chains, parts_to_tables
from extract.tables.doubts import tables_to_doubts
from extract.tables.heads import column_path
from extract.tables.marks import with_marks
from extract.tables.over_pages import PagePart
from extract.tables.refine import refine_ruled
from extract.tables.ruled import PageTable, page_to_tables, words_in
from extract.tables.second_opinion import second_opinions
from extract.tables.shading import cell_shadings

__all__ = [
    "Chains",
    "PagePart",
    "PageTable",
    "cell_shadings",
    "column_path",
    "lines_to_aligned",
    "lines_to_aligned_tables",
    "lines_to_cards",
    "page_to_tables",
    "parts_to_tables",
    "refine_ruled",
    "second_opinions",
    "tables_to_doubts",
    "with_marks",
    "words_in",
]
