"""Where tables that stand below one another in one run of lines begin: at heads printed again, or below their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.layout.types import Line
from extract.pdf.types import Word

_FEWEST = 3  # parts of a line that heads columns
Parts = tuple[tuple[Word, ...], ...]


def heads_of_tables(lines: Sequence[tuple[Line, Parts]]) -> list[int]:
    """The numbers of the lines of heads that stand more than once, or right below a bold line of one part.

    `lines` are those of a run with their parts between wide gaps.
    """
    heads = [line.text if heads_columns(line, parts) else "" for line, parts in lines]
    often = {text for text, count in Counter(heads).items() if text and count > 1}
    return [
        number
        for number, text in enumerate(heads)
        if text and not (number and heads[number - 1]) and (text in often or _is_named(lines[:number]))
    ]


def _is_named(above: Sequence[tuple[Line, Parts]]) -> bool:
    """Whether a line stands right below a bold one of one part, and that below others."""
    return len(above) > 1 and len(above[-1][1]) == 1 and above[-1][0].bold


def heads_columns(line: Line, parts: Parts) -> bool:
    """Whether a line is bold with words over several columns, and not only their units."""
    worded = [part for part in parts if any(len(word.text) > 2 and word.text.isalpha() for word in part)]
    return line.bold and len(parts) >= _FEWEST and len(worded) > 1
