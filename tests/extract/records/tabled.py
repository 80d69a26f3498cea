"""Tables made by hand for tests, written as rows of words.

In a cell's words `\\n` ends a line, a leading `*` sets the line in bold and `{ff0000}` at the front fills the cell; `<`
is the rest of the cell to its left and `^` the rest of the one above.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.excerpt import EMPTY, flow_lines, words_to_excerpt
from extract.pdf.types import Box, Rgb
from extract.tables.ruled import paragraph_starts
from extract.tables.types import Cell, Fragment, Table
from tests.extract.drawn import BOLD, PLAIN, set_line

_WIDTH, _HEIGHT = 100.0, 200.0


def table_of(rows: Sequence[Sequence[str]], *, heads: int = 0, heading: str = "", page: int = 1) -> Table:
    """A table of the rows, on one page, its first `heads` rows heads, under a heading."""
    columns = max(map(len, rows))
    cells = tuple(
        _cell(rows, row, column, page)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text not in ("<", "^")
    )
    box = Box(page, 0, 0, columns * _WIDTH, len(rows) * _HEIGHT)
    title = words_to_excerpt(set_line(heading, 0, 10, page=page)) if heading else EMPTY
    return Table(1, len(rows), columns, heads, cells, (Fragment(box, 0, len(rows), "first"),), "ruled", title)


def _cell(rows: Sequence[Sequence[str]], row: int, column: int, page: int) -> Cell:
    down = 1
    while row + down < len(rows) and rows[row + down][column] == "^":
        down += 1
    across = 1
    while column + across < len(rows[row]) and rows[row][column + across] == "<":
        across += 1
    text, fill = rows[row][column], None
    if text.startswith("{"):
        fill, text = Rgb(*bytes.fromhex(text[1:7])), text[8:]
    x, top = column * _WIDTH, row * _HEIGHT
    lines = tuple(
        words_to_excerpt(
            set_line(line.lstrip("*"), x, top + 12 * (n + 1), font=BOLD if line[0] == "*" else PLAIN, page=page)
        )
        for n, line in enumerate(text.split("\n"))
        if line
    )
    box = Box(page, x, top, x + across * _WIDTH, top + down * _HEIGHT)
    return Cell(row, column, down, across, lines, flow_lines(lines), paragraph_starts(lines), (box,), fill)
