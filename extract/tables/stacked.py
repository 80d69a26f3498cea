"""Where tables that stand below one another in one run of lines begin: at heads printed again, or below their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.layout.types import Line
from extract.pdf.types import Word

_FEWEST = 3  # parts of a line that heads columns
_WITHIN = 0.9  # em from one baseline to the next within a row whose cells are set in the middle of its height
Parts = tuple[tuple[Word, ...], ...]


def heads_of_tables(lines: Sequence[tuple[Line, Parts]]) -> list[int]:
    """The numbers of the lines of heads that stand more than once, or right below a bold line of one part.

    `lines` are those of a run with their parts between wide gaps.
    """
    heads = [line.text if heads_columns(line, parts) else "" for line, parts in lines]
    often = {text for text, count in Counter(heads).items() if text and count > 1}
    found = {_first_line(lines, number): number for number, text in enumerate(heads) if text}
    return [
        first
        for first, number in found.items()
        if not (first and heads[first - 1]) and (heads[number] in often or _is_named(lines[:first]))
    ]


def _first_line(lines: Sequence[tuple[Line, Parts]], number: int) -> int:
    """The number of the first line of the row of heads that a line belongs to: closer to each other than lines are."""
    while number and _step(lines[number - 1][0], lines[number][0]) < _WITHIN * lines[number][0].words[0].size:
        number -= 1
    return number


def _step(above: Line, below: Line) -> float:
    return below.words[0].baseline - above.words[0].baseline


def _is_named(above: Sequence[tuple[Line, Parts]]) -> bool:
    """Whether a line stands right below a bold one of one part, and that below others."""
    return len(above) > 1 and len(above[-1][1]) == 1 and above[-1][0].bold


def heads_columns(line: Line, parts: Parts) -> bool:
    """Whether a line is bold with words over several columns, and not only their units."""
    worded = [part for part in parts if any(len(word.text) > 2 and word.text.isalpha() for word in part)]
    return line.bold and len(parts) >= _FEWEST and len(worded) > 1
