"""Tables without drawn grids: columns from the white between words over many lines, rows from baselines and gaps.

A line that fits one column goes on a cell; one that runs across the gutters is a head or a group's heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.layout.excerpt import flow_lines, words_to_excerpt
from extract.layout.types import Line
from extract.pdf.types import Box, Page, Word
from extract.tables.aligned_rows import Placed, lines_to_rows
from extract.tables.beside import block_to_sides
from extract.tables.blocks import LEAST_GUTTER, MARKER, Column, Row, block_columns, full_rows, lines_to_blocks
from extract.tables.charts import is_chart
from extract.tables.doubts import block_to_doubt, why_aligned
from extract.tables.heads import NUMBER, YEAR
from extract.tables.ruled import PageTable, cell_fill, paragraph_starts
from extract.tables.spans import spread_heads
from extract.tables.types import Cell, Doubt

_AROUND = 0.25  # em of white round a table's words that is its own
_PROSE = 55  # characters; cells longer than this in the median are running text


class Aligned(NamedTuple):
    """The tables found by alignment, top to bottom, and the doubts about lines in columns that were taken for none."""

    tables: list[PageTable]
    refused: list[Doubt]


def lines_to_aligned_tables(lines: Sequence[Line], page: Page) -> list[PageTable]:
    """The tables that lines of a page (those outside drawn grids) make by their alignment, top to bottom."""
    return lines_to_aligned(lines, page).tables


def lines_to_aligned(lines: Sequence[Line], page: Page) -> Aligned:
    """The tables that lines of a page make by their alignment, with what was refused for one."""
    found = Aligned([], [])
    for block in lines_to_blocks(lines, page.rules):
        if is_chart([row.line.words for row in block], page.rules):
            continue
        if (sides := block_to_sides(block)) is not None:
            for side in map(partial(lines_to_aligned, page=page), sides):
                found.tables.extend(side.tables)
                found.refused.extend(side.refused)
            continue
        table = _block_to_table(block, page)
        if table is not None:
            found.tables.append(table)
        elif (doubt := block_to_doubt(block, page)) is not None:
            found.refused.append(doubt)
    return found


def _block_to_table(block: list[Row], page: Page) -> PageTable | None:
    columns = block_columns(block)
    if len(columns) < 2:
        return None
    placed = [_place(row, columns) for row in block]
    bounds = _bounds(columns, block, placed)
    groups = lines_to_rows(block, placed, page)
    if not _is_table(block, placed, groups, columns):
        return None
    edges = _row_edges(block, groups)
    cells = tuple(
        cell
        for number, group in enumerate(groups)
        for cell in _row_cells(number, [placed[i] for i in group], bounds, edges, page)
    )
    box = Box(page.number, bounds[0], edges[0], bounds[-1], edges[-1])
    spread = spread_heads(cells, len(groups), len(columns), page.rules)
    doubt = why_aligned(block, spread, len(columns))
    return PageTable(box, tuple(bounds), len(groups), spread, False, False, "aligned", doubt)


def _bounds(columns: Sequence[Column], block: Sequence[Row], placed: Sequence[Sequence[Placed]]) -> list[float]:
    """Where the columns are cut: in the middle of the white between the words of each and those of the next."""
    ends, starts = [column[1] for column in columns], [column[0] for column in columns]
    full = set(map(id, full_rows(block)))  # heads over several columns say nothing of where one ends
    lines = (line for row, line in zip(block, placed, strict=True) if id(row) in full)
    for part in (part for line in lines for part in line if part.first == part.last):
        ends[part.first] = max(ends[part.first], part.words[-1].x1)
        starts[part.first] = min(starts[part.first], part.words[0].x0)
    inner = [
        (end + start) / 2 if end < start else (left[1] + right[0]) / 2
        for end, start, (left, right) in zip(ends, starts[1:], pairwise(columns), strict=False)
    ]
    around = _AROUND * block[0].size
    x0 = min(columns[0][0], min(row.line.x0 for row in block)) - around
    x1 = max(columns[-1][1], max(row.line.x1 for row in block)) + around
    return [max(x0, 0.0), *inner, x1]


def _place(row: Row, columns: Sequence[Column]) -> list[Placed]:
    """The parts of a line in their columns; a part is cut at a gutter that lies between two of its words.

    One that stands over none goes to the nearest where nothing else of the line stands: a `%` beside a wide head.
    """
    pieces = [piece for part in row.parts for piece in _cut_at_gutters(part, columns)]
    touched = [_touched(piece, columns) for piece in pieces]
    taken = {column for columns_of in touched for column in columns_of}
    free = [column for column in range(len(columns)) if column not in taken] or list(range(len(columns)))
    placed: list[Placed] = []
    for piece, under in zip(pieces, touched, strict=True):
        middle = (piece[0].x0 + piece[-1].x1) / 2
        at = under or [min(free, key=lambda i: abs(sum(columns[i]) / 2 - middle))]
        placed.append(Placed(at[0], at[-1], piece))
    return placed


def _touched(piece: Sequence[Word], columns: Sequence[Column]) -> list[int]:
    return [i for i, (low, high) in enumerate(columns) if piece[0].x0 < high and piece[-1].x1 > low]


def _cut_at_gutters(part: tuple[Word, ...], columns: Sequence[Column]) -> Iterator[tuple[Word, ...]]:
    start = 0
    for number, (one, other) in enumerate(pairwise(part), start=1):
        gap = other.x0 - one.x1
        if gap >= LEAST_GUTTER * one.size and any(
            _stand_in(one, other, left, right) for left, right in pairwise(columns)
        ):
            yield part[start:number]
            start = number
    yield part[start:]


def _stand_in(one: Word, other: Word, left: Column, right: Column) -> bool:
    """Whether a gutter lies between two words, or each of them stands over one of its two columns and not the other."""
    if one.x1 <= left[0] or other.x0 >= right[1]:
        return False
    parted = one.x1 <= left[1] + 1 and right[0] - 1 <= other.x0
    return parted or (one.x0 < left[1] and one.x1 < right[0] and other.x1 > right[0] and other.x0 > left[1])


def _row_edges(block: Sequence[Row], groups: Sequence[Sequence[int]]) -> list[float]:
    """The top of the first row, the middle between each two, and the bottom of the last one."""
    tops = [block[group[0]].line.top for group in groups]
    bottoms = [block[group[-1]].line.bottom for group in groups]
    inner = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    around = _AROUND * block[0].size
    return [max(tops[0] - around, 0.0), *inner, bottoms[-1] + around]


def _row_cells(
    number: int, lines: Sequence[Sequence[Placed]], bounds: Sequence[float], edges: Sequence[float], page: Page
) -> Iterator[Cell]:
    """The cells of a row: parts that share columns are one; places without words are empty cells."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted((p.first, p.last) for line in lines for p in line):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    filled = {column for first, last in spans for column in range(first, last + 1)}
    spans += [(column, column) for column in range(len(bounds) - 1) if column not in filled]
    for first, last in sorted(spans):
        words = [words_to_excerpt(p.words) for line in lines for p in line if first <= p.first <= last]
        box = Box(page.number, bounds[first], edges[number], bounds[last + 1], edges[number + 1])
        text = flow_lines(words)
        yield Cell(
            number,
            first,
            1,
            last - first + 1,
            tuple(words),
            text,
            paragraph_starts(words),
            (box,),
            cell_fill(box, page),
        )


def _is_table(
    block: Sequence[Row],
    placed: Sequence[Sequence[Placed]],
    groups: Sequence[Sequence[int]],
    columns: Sequence[Column],
) -> bool:
    """Whether aligned lines are a table and not a list, an agenda, or a label beside its text."""
    if len(groups) < 2:
        return False
    by_column: list[list[str]] = [[] for _ in columns]
    for line in placed:
        for part in line:
            if part.first == part.last:
                by_column[part.first].append(" ".join(word.text for word in part.words))
    bare = sum(len(texts) < 2 for texts in by_column[1:])
    if bare > (1 if _is_headed(block) and len(columns) > 3 else 0):
        return False
    numeric = [
        sum(bool(NUMBER.match(t)) for t in texts) >= 0.5 * len(texts) and not all(map(YEAR.match, texts))
        for texts in by_column
    ]
    body = by_column[1:] if by_column[0] and all(map(MARKER.match, by_column[0])) else by_column
    if len(body) < 2:
        return False
    if len(columns) == 2:
        return numeric[1] and len(groups) >= 3 and not numeric[0]
    if len(groups) < 3 and not any(numeric) and not _is_headed(block):
        return False
    prose = any(texts and median(map(len, texts)) > _PROSE for texts in by_column)
    marked = sum(bool(MARKER.match(text)) for text in by_column[0]) >= 0.6 * max(len(by_column[0]), 1)
    headed = _is_headed(block)
    if len(columns) == 3 and (marked or prose) and not headed:
        return False
    return not prose or any(numeric) or (headed and len(columns) > 3)


def _is_headed(block: Sequence[Row]) -> bool:
    """Whether the first line is set as a head: bold or in italics where the lines below are not."""
    first, later = block[0].line, [row.line for row in block[1:] if len(row.parts) > 1]
    return any(
        all(getattr(word.font, face) for word in first.words)
        and not all(all(getattr(word.font, face) for word in line.words) for line in later)
        and sum(getattr(line.words[0].font, face) for line in later) < 0.5 * len(later)
        for face in ("bold", "italic")
    )
