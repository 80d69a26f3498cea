"""The caption of a table: a line directly above or below it that begins `Table 4`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.layout.types import Line
from extract.tables.types import Table
from extract.vocabulary import read_vocabulary

_WORDS = read_vocabulary("extract.tables", "captions", {"words": list})["words"]
# `Table 4 Scheme Progress`, `1.2.4 Table 1 – Revised budget`, `Tabl A.`; `Table 1 below shows` begins a sentence.
_CAPTION = re.compile(
    rf"(?:\d+(?:\.\d+)*\.?\s+)?(?i:{'|'.join(_WORDS)})\.?\s+(?:[A-Z]{{0,2}}\s?\d+(?:[.-]\s?\d+)*[a-z]?|[A-Z]|[IVX]+)"
    r"(?:\s*[:.–—-]\s*\S|\s+\(?[A-Z\d£%]|[:.]?$)"
)
_ABOVE, _BELOW = 45.0, 16.0  # points between a table and the beginning of its caption, or the caption below it
_MOST_LINES = 3
_MOST_WORDS = 45


def table_caption(above: Sequence[Line], table: Table, below: Sequence[Line]) -> Excerpt:
    """The caption of a table from the lines next to it in printed order, the nearest ones last above; may be empty."""
    near = [line for line in above[-_MOST_LINES:] if line.page == table.page and line.top < table.box.top]
    for index in range(len(near) - 1, -1, -1):
        if _CAPTION.match(near[index].text) and table.box.top - near[index].bottom < _ABOVE:
            return _whole(near[index:])
    last = table.fragments[-1].box
    under = [line for line in below[:_MOST_LINES] if line.page == last.page and line.top > last.bottom - 1]
    if under and _CAPTION.match(under[0].text) and under[0].top - last.bottom < _BELOW:
        return _whole(under)
    return EMPTY


def _whole(lines: Sequence[Line]) -> Excerpt:
    """A caption's first line with those that go on with it: set the same and close below."""
    first, taken = lines[0], [lines[0]]
    for line in lines[1:]:
        alike = line.bold == first.bold and abs(line.size - first.size) < 0.2
        if not alike or line.space_above > 0.6 * line.size or line.text.startswith("("):
            break
        taken.append(line)
    words = sum(len(line.words) for line in taken)
    return join_lines(line.excerpt for line in (taken if words <= _MOST_WORDS else taken[:1]))
