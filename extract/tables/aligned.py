"""Tables without drawn grids: columns from the white between words over many lines, rows from baselines and gaps.

Lines whose words stand in several parts make a block where they follow one another; the block's columns are what is
left between the gutters that (nearly) no line crosses. A line that fits one column goes on a cell; one that runs across
the gutters is a group's heading or ends the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.layout.excerpt import flow_lines, words_to_excerpt
from extract.layout.types import Line
from extract.pdf.types import Box, Page, Word
from extract.tables.heads import NUMBER, YEAR
from extract.tables.ruled import PageTable, cell_fill, paragraph_starts
from extract.tables.spans import spread_heads
from extract.tables.types import Cell

_CELL_GAP = 0.9  # em between words that may part two cells
_LEAST_GUTTER = 0.45  # em; white narrower than this over all lines parts no columns
_LINE_STEP = 3.4  # em from one baseline to the next within a table
_CROSSED = 0.12  # of a block's lines may run across a gutter: heads over several columns, an overlong cell
_FULL = 0.6  # of the most parts that a line of the block has; fewer are heads and group rows, which may cross gutters
_GAP = 2.0  # times the usual step between lines of several parts, where something else begins
_MOST_SINGLE = 4  # lines of one part that may stand between two of several: wrapped cells, a group's heading
_ROW_GAP = 1.22  # times the tightest step from line to line that begins a new row
_MARKER = re.compile(
    r"^(?:\(?[a-z0-9]{1,3}[.)]|[A-Z]?\d{1,3}(?:\.\d{1,2}){0,2}\.?|[•▪●○◦‣·■□–—-]|\([ivxlcdm]+\))$", re.I
)
_PROSE = 55  # characters; cells longer than this in the median are running text


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """One printed line as parts between wide gaps."""

    line: Line
    parts: tuple[tuple[Word, ...], ...]

    @property
    def baseline(self) -> float:
        return self.line.words[0].baseline

    @property
    def size(self) -> float:
        return self.line.words[0].size


Column = tuple[float, float]


def lines_to_aligned_tables(lines: Sequence[Line], page: Page) -> list[PageTable]:
    """The tables that lines of a page (those outside drawn grids) make by their alignment, top to bottom."""
    rows = [_Row(line, _parts(line)) for line in lines]
    tables = [_block_to_table(part, page) for block in _blocks(rows) for part in _sound_parts(block)]
    return [table for table in tables if table is not None]


def _parts(line: Line) -> tuple[tuple[Word, ...], ...]:
    parts: list[list[Word]] = []
    for word in line.words:
        if parts and word.x0 - parts[-1][-1].x1 <= _CELL_GAP * min(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return tuple(map(tuple, parts))


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Runs of lines that may be one table: they begin and end with lines of several parts."""
    block: list[_Row] = []
    single = 0
    for number, row in enumerate(rows):
        if block and (not _near(block[-1], row) or single > _MOST_SINGLE):
            yield from _trimmed(block)
            block, single = [], 0
        if len(row.parts) > 1 or block:
            block = block or _head_above(rows[:number], row)
            block.append(row)
            single = 0 if len(row.parts) > 1 else single + 1
    yield from _trimmed(block)


def _near(one: _Row, other: _Row) -> bool:
    return other.baseline - one.baseline <= _LINE_STEP * max(one.size, other.size)


def _head_above(rows: Sequence[_Row], first: _Row) -> list[_Row]:
    """A head over several columns that stands by itself above the first line of several parts, clear of the labels."""
    if not rows or len(rows[-1].parts) > 1 or not _near(rows[-1], first):
        return []
    above = rows[-1].line
    clear = above.x0 > first.parts[0][-1].x1 if len(first.parts) > 2 else above.x0 > first.line.x0
    indented = above.x0 > first.line.x0 - 0.3 * (first.line.x1 - first.line.x0)
    return [rows[-1]] if clear and indented and above.x1 <= first.line.x1 + above.size else []


def _trimmed(block: list[_Row]) -> Iterator[list[_Row]]:
    last = max((i for i, row in enumerate(block) if len(row.parts) > 1), default=-1)
    if sum(len(row.parts) > 1 for row in block) >= 2:
        # lines below the last one of several parts may be the rest of its cells
        yield block[: last + 1] + _rest_of_cells(block, last)


def _rest_of_cells(block: list[_Row], last: int) -> list[_Row]:
    rest: list[_Row] = []
    for before, row in pairwise(block[last:]):
        if len(row.parts) > 1 or row.baseline - before.baseline > 1.5 * row.size:
            break
        rest.append(row)
    return rest


def _sound_parts(block: list[_Row]) -> Iterator[list[_Row]]:
    """A block, cut where prose runs across its columns or a wide gap says that something else begins."""
    columns = _columns(block)
    if len(columns) < 2:
        return
    pieces: list[list[_Row]] = [[]]
    widest = _GAP * _usual_step(block)
    for before, row in pairwise([block[0], *block]):
        if _is_prose(row, columns):
            pieces.append([])
            continue
        if row.baseline - before.baseline > widest and pieces[-1]:
            pieces.append([])
        pieces[-1].append(row)
    if len(pieces) == 1:
        yield _without_heading_rows(block)
        return
    for piece in pieces:
        for trimmed in _trimmed(_leading(piece)):
            if len(trimmed) < len(block):
                yield from _sound_parts(trimmed)


def _usual_step(block: Sequence[_Row]) -> float:
    """The step in points between lines of several parts that most are no wider than."""
    several = [row.baseline for row in block if len(row.parts) > 1]
    steps = sorted(low - high for high, low in pairwise(several))
    return max(steps[int(0.75 * (len(steps) - 1))], block[0].size) if steps else block[0].size


def _leading(part: list[_Row]) -> list[_Row]:
    first = next((i for i, row in enumerate(part) if len(row.parts) > 1), len(part))
    return part[first:]


def _without_heading_rows(block: list[_Row]) -> list[_Row]:
    """A block without the headings of a section that end it: `4 Workstreams` below a table's last row."""
    size = median(row.size for row in block)
    end = len(block)
    while end > 2 and len(block[end - 1].parts) <= 2 and _is_section_heading(block[end - 1], size):
        end -= 1
    return block[:end]


def _is_section_heading(row: _Row, size: float) -> bool:
    numbered = len(row.parts) == 2 and _is_marker(row.parts[0])
    return (row.line.bold or row.size > 1.1 * size) and (len(row.parts) == 1 or numbered)


def _is_marker(words: Sequence[Word]) -> bool:
    return bool(_MARKER.match(" ".join(word.text for word in words)))


def _is_prose(row: _Row, columns: Sequence[Column]) -> bool:
    """Whether a line runs over gutters and is no head of a group: long, after a marker, or a sentence's end."""
    if len(row.parts) > 2 or row.line.bold or row.line.italic:
        return False
    part = row.parts[-1]
    if len(row.parts) == 2 and not _is_marker(row.parts[0]):
        return False
    x0, x1 = part[0].x0, part[-1].x1
    crossed = any(x0 < left[1] and x1 > right[0] for left, right in pairwise(columns))
    width = columns[-1][1] - columns[0][0]
    ends = len(row.parts) == 1 and part[-1].text.endswith((".", ";", ":"))
    return crossed and (x1 - x0 > 0.5 * width or len(row.parts) == 2 or ends)


def _columns(block: Sequence[_Row]) -> list[Column]:
    """Where the block's columns begin and end: what lies between the gutters.

    A gutter is white over all lines of several parts but a few, wide enough for the eye.
    """
    several = [row for row in block if len(row.parts) > 1]
    most = max(len(row.parts) for row in several)
    full = [row for row in several if len(row.parts) > _FULL * most] if most > 2 else several
    full = full if len(full) > 2 else several
    allowed = int(_CROSSED * len(full))
    events = sorted(
        (edge, change) for row in full for word in row.line.words for edge, change in ((word.x0, 1), (word.x1, -1))
    )
    size = median(row.size for row in several)
    columns: list[Column] = []
    depth, start, end = 0, None, 0.0
    for x, change in events:
        if depth <= allowed < depth + change:
            if start is None:
                start = x
            elif x - end >= _LEAST_GUTTER * size:
                columns.append((start, end))
                start = x
        if depth + change <= allowed < depth:
            end = x
        depth += change
    if start is not None:
        columns.append((start, end))
    return _used(columns, full) if allowed else columns


def _used(columns: list[Column], rows: Sequence[_Row]) -> list[Column]:
    """Columns that hold words of several lines; those of one overlong cell's end are none."""
    least = max(1, int(0.15 * len(rows)))
    return [
        (low, high)
        for low, high in columns
        if sum(any(part[0].x0 < high and part[-1].x1 > low for part in row.parts) for row in rows) > least
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """Words of one line that stand in columns `first` to `last` (inclusive)."""

    first: int
    last: int
    words: tuple[Word, ...]


def _block_to_table(block: list[_Row], page: Page) -> PageTable | None:
    columns = _columns(block)
    if len(columns) < 2:
        return None
    bounds = _bounds(columns, block)
    placed = [_place(row, columns) for row in block]
    groups = _rows(block, placed, page)
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
    return PageTable(box, tuple(bounds), len(groups), spread, False, False, "aligned")


def _bounds(columns: Sequence[Column], block: Sequence[_Row]) -> list[float]:
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    x0 = min(columns[0][0], min(row.line.x0 for row in block))
    x1 = max(columns[-1][1], max(row.line.x1 for row in block))
    return [x0, *inner, x1]


def _place(row: _Row, columns: Sequence[Column]) -> list[_Placed]:
    """The parts of a line in their columns; a part is cut at a gutter that lies between two of its words."""
    placed: list[_Placed] = []
    for part in row.parts:
        for piece in _cut_at_gutters(part, columns):
            touched = [i for i, (low, high) in enumerate(columns) if piece[0].x0 < high and piece[-1].x1 > low]
            if not touched:
                middle = (piece[0].x0 + piece[-1].x1) / 2
                touched = [min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))]
            placed.append(_Placed(touched[0], touched[-1], piece))
    return placed


def _cut_at_gutters(part: tuple[Word, ...], columns: Sequence[Column]) -> Iterator[tuple[Word, ...]]:
    start = 0
    for number, (one, other) in enumerate(pairwise(part), start=1):
        gap = other.x0 - one.x1
        if gap >= _LEAST_GUTTER * one.size and any(
            one.x1 <= left[1] + 1 and right[0] - 1 <= other.x0
            for left, right in pairwise(columns)
            if one.x1 > left[0] and other.x0 < right[1]
        ):
            yield part[start:number]
            start = number
    yield part[start:]


def _rows(block: Sequence[_Row], placed: Sequence[Sequence[_Placed]], page: Page) -> list[list[int]]:
    """The lines of each row, by number.

    Rules and bands between lines part rows. Where the steps from line to line are of two kinds, the wider ones do; else
    a line with something in the first column, or in several, begins a row.
    """
    steps = [other.baseline - one.baseline for one, other in pairwise(block)]
    tight = min(steps, default=0.0)
    wide = [step > _ROW_GAP * tight for step in steps]
    mixed = 0.1 < sum(wide) / len(steps) < 1.0 if steps else False
    tight = tight if mixed and tight < 1.6 * block[0].size else 0.0
    groups: list[list[int]] = [[0]]
    for number, step in enumerate(steps, start=1):
        parted = _ruled_between(block[number - 1], block[number], page)
        if tight:
            begins = step > _ROW_GAP * tight or _stands_alone(placed, groups[-1], number)
        else:
            begins = placed[number][0].first == 0 or len(placed[number]) > 1
        if parted or begins:
            groups.append([number])
        else:
            groups[-1].append(number)
    return groups


def _stands_alone(placed: Sequence[Sequence[_Placed]], group: Sequence[int], number: int) -> bool:
    """Whether a line close under another is a row all the same: both have a label and numbers in one column."""
    above = {p.first: p for i in group for p in placed[i]}
    below = {p.first: p for p in placed[number]}
    common = [c for c in below if c in above and c > 0]
    return any(_is_number(below[c].words) and _is_number(above[c].words) for c in common) and 0 in below


def _ruled_between(one: _Row, other: _Row, page: Page) -> bool:
    rules = page.rules.horizontal
    if len(rules) == 0:
        return False
    across = (rules[:, 0] > one.baseline) & (rules[:, 0] < other.baseline - 0.5 * other.size)
    long = rules[:, 2] - rules[:, 1] > 0.5 * (max(one.line.x1, other.line.x1) - min(one.line.x0, other.line.x0))
    return bool((across & long).any())


def _row_edges(block: Sequence[_Row], groups: Sequence[Sequence[int]]) -> list[float]:
    """The top of the first row, the middle between each two, and the bottom of the last one."""
    tops = [block[group[0]].line.top for group in groups]
    bottoms = [block[group[-1]].line.bottom for group in groups]
    inner = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    return [tops[0], *inner, bottoms[-1]]


def _row_cells(
    number: int, lines: Sequence[Sequence[_Placed]], bounds: Sequence[float], edges: Sequence[float], page: Page
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


def _is_number(words: Sequence[Word]) -> bool:
    return bool(NUMBER.match(" ".join(word.text for word in words)))


def _is_table(
    block: Sequence[_Row],
    placed: Sequence[Sequence[_Placed]],
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
    if any(len(texts) < 2 for texts in by_column[1:]):
        return False
    numeric = [
        sum(bool(NUMBER.match(t)) for t in texts) >= 0.5 * len(texts) and not all(map(YEAR.match, texts))
        for texts in by_column
    ]
    body = by_column[1:] if by_column[0] and all(map(_MARKER.match, by_column[0])) else by_column
    if len(body) < 2:
        return False
    if len(columns) == 2:
        return numeric[1] and len(groups) >= 3 and not numeric[0]
    if len(groups) < 3 and not any(numeric):
        return False
    prose = any(texts and median(map(len, texts)) > _PROSE for texts in by_column)
    marked = sum(bool(_MARKER.match(text)) for text in by_column[0]) >= 0.6 * max(len(by_column[0]), 1)
    headed = _is_headed(block)
    if len(columns) == 3 and (marked or prose) and not headed:
        return False
    return not prose or any(numeric) or (headed and len(columns) > 3)


def _is_headed(block: Sequence[_Row]) -> bool:
    """Whether the first line is set as a head: bold or in italics where the lines below are not."""
    first, later = block[0].line, [row.line for row in block[1:] if len(row.parts) > 1]
    return any(
        all(getattr(word.font, face) for word in first.words)
        and not all(all(getattr(word.font, face) for word in line.words) for line in later)
        and sum(getattr(line.words[0].font, face) for line in later) < 0.5 * len(later)
        for face in ("bold", "italic")
    )
