"""Two tables without rules that stand side by side: where the lines of a block are to be cut between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.types import Line
from extract.pdf.types import Word
from extract.tables.blocks import Column, Row, block_columns, words_to_parts
from extract.tables.captions import is_caption

_APART = 0.6  # of the lines that have words on one side only, where the rows of two tables do not meet
_FEWEST = 3  # of such lines on each side


def block_to_sides(block: Sequence[Row]) -> tuple[list[Line], list[Line]] | None:
    """The lines of the left and of the right one of two tables; None for a block that is one.

    They are two where each has a caption of its own, or where their rows stand on lines of their own.
    """
    columns = block_columns(block)
    gutters = [(columns[number - 1][1], columns[number][0]) for number in range(2, len(columns) - 1)]
    between = [gutter for gutter in gutters if _is_captioned(block, gutter) or _is_apart(block, gutter)]
    if not between:
        return None
    low, high = max(between, key=_width)
    at = (low + high) / 2
    return _side(block, at, right=False), _side(block, at, right=True)


def _width(gutter: Column) -> float:
    return gutter[1] - gutter[0]


def _is_captioned(block: Sequence[Row], gutter: Column) -> bool:
    for row in block[:2]:
        for one, other in pairwise(row.parts):
            parted = one[-1].x1 <= gutter[1] and other[0].x0 >= gutter[0]
            if parted and is_caption(_text(one)) and is_caption(_text(other)):
                return True
    return False


def _is_apart(block: Sequence[Row], gutter: Column) -> bool:
    low, high = gutter
    left = sum(row.line.x1 <= high for row in block)
    right = sum(row.line.x0 >= low for row in block)
    return min(left, right) >= _FEWEST and left + right >= _APART * len(block)


def _side(block: Sequence[Row], at: float, *, right: bool) -> list[Line]:
    lines: list[Line] = []
    for row in block:
        words = tuple(word for word in row.line.words if ((word.x0 + word.x1) / 2 > at) == right)
        if words:
            lines.append(Line(row.line.page, words, words_to_parts(words), _space_above(words, lines, row.line)))
    return lines


def _space_above(words: Sequence[Word], above: Sequence[Line], whole: Line) -> float:
    return min(word.top for word in words) - above[-1].bottom if above else whole.space_above


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
