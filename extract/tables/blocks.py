"""Lines to blocks that may be one table, and a block's columns: what is left between the gutters.

Lines whose words stand in several parts make a block where they follow one another; prose that runs across the columns
and wide gaps end it. A block without columns is cut where a stack of rules begins or ends, else at its widest gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from extract.layout.types import Line
from extract.pdf.types import Rules, Word
from extract.tables.captions import is_caption
from extract.tables.rulings import join_pieces, snap_lines
from extract.tables.stacked import heads_columns, heads_of_tables

_CELL_GAP = 0.9  # em between words that may part two cells
LEAST_GUTTER = 0.45  # em; white narrower than this over all lines parts no columns
_LINE_STEP = 3.4  # em from one baseline to the next within a table
_CROSSED = 0.12  # of a block's lines may run across a gutter: heads over several columns, an overlong cell
_FULL = 0.6  # of the most parts that a line of the block has; fewer are heads and group rows, which may cross gutters
_GAP = 2.0  # times the usual step between lines of several parts, where something else begins
_STACK = 3  # rules of one width above one another that are the rules of one table
_SAME_END = 3.0  # points by which the ends of such rules may differ
_LARGER = 1.2  # times the usual size of a block, of a heading that begins something else
_FEWEST = 3  # lines of as many parts that may be a table where the lines round them are none
_MOST_TITLES = 4  # lines of titles above the heads of a printed report
_MOST_SINGLE = 4  # lines of one part that may stand between two of several: wrapped cells, a group's heading
MARKER = re.compile(
    r"^(?:\(?[a-z0-9]{1,3}[.)]|[A-Z]?\d{1,3}(?:\.\d{1,2}){0,2}\.?|[•▪●○◦‣·■□–—-]|\([ivxlcdm]+\))$", re.I
)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One printed line as parts between wide gaps."""

    line: Line
    parts: tuple[tuple[Word, ...], ...]

    @property
    def baseline(self) -> float:
        """Where it stands, in points from the top."""
        return self.line.words[0].baseline

    @property
    def size(self) -> float:
        """The font size of its first word, in points."""
        return self.line.words[0].size


Column = tuple[float, float]


def lines_to_blocks(lines: Sequence[Line], rules: Rules) -> Iterator[list[Row]]:
    """The blocks of a page's lines that may each be one table, top to bottom."""
    rows = [Row(line, words_to_parts(line.words)) for line in lines]
    for block in map(_without_titles, chain.from_iterable(map(_cut_at_heads, _blocks(rows)))):
        if len(block_columns(block)) < 2 and _may_hold_table(block):
            for piece in _cut_block(block, rules):
                yield from _sound_parts(piece)
        else:
            yield from _sound_parts(block)


def _without_titles(block: list[Row]) -> list[Row]:
    """A block without the titles of a printed report above its heads: fewer parts, and not set as the heads are.

    `03/11/2025 | Anytown Council`, `Month No: 7 | Cost Centre Report` stand above the bold heads of seven columns.
    """
    full = full_rows(block)
    if len(full) < _FEWEST or len(full[0].parts) <= _FEWEST:
        return block
    start = next(number for number, row in enumerate(block) if row is full[0] or heads_columns(row.line, row.parts))
    titles = [len(row.parts) <= 2 and not _set_alike(row, block[start]) for row in block[:start]]
    return block[start:] if 0 < start <= _MOST_TITLES and all(titles) else block


def _cut_at_heads(block: list[Row]) -> Iterator[list[Row]]:
    """A block cut before each line of heads that stands in it more than once, or below a bold line of one part.

    They are tables below one another; the bold line just above such heads is the name of theirs and in no block.
    """
    at = heads_of_tables([(row.line, row.parts) for row in block])
    if not at:
        yield block
        return
    for start, end in pairwise([0, *at, len(block)]):
        piece = block[start:end]
        while end < len(block) and piece and len(piece[-1].parts) == 1 and piece[-1].line.bold:
            piece = piece[:-1]
        yield from _trimmed(piece)


def _set_alike(row: Row, head: Row) -> bool:
    """Whether a line is set as another: its size, and bold where that one is."""
    return abs(row.size - head.size) < 0.5 and (row.line.bold or not head.line.bold)


def _may_hold_table(block: Sequence[Row]) -> bool:
    return sum(len(row.parts) >= _FEWEST for row in block) >= _FEWEST


def _cut_block(block: list[Row], rules: Rules) -> Iterator[list[Row]]:
    """A block that has no columns, cut until its pieces have some or are too few lines to be a table."""
    if len(block_columns(block)) > 1:
        yield block
        return
    at = _stack_ends(block, rules) or _widest_gaps(block)
    for start, end in pairwise([0, *at, len(block)]) if at else ():
        for piece in _trimmed(_leading(block[start:end])):
            if _may_hold_table(piece):
                yield from _cut_block(piece, rules)


def _stack_ends(block: Sequence[Row], rules: Rules) -> list[int]:
    """The numbers of the lines that are the first within a stack of rules of one width, or the first below one."""
    lines = join_pieces(snap_lines(rules.horizontal)).tolist()
    ends: set[int] = set()
    for _, x0, x1 in lines:
        stack = [y for y, a, b in lines if abs(a - x0) <= _SAME_END and abs(b - x1) <= _SAME_END]
        for y in (stack[0], stack[-1]) if len(stack) >= _STACK else ():
            if block[0].baseline < y < block[-1].baseline:
                ends.add(sum(row.baseline < y for row in block))
    return sorted(ends)


def _widest_gaps(block: Sequence[Row]) -> list[int]:
    """The numbers of the lines below the widest steps of a block, where these are wider than most."""
    steps = [below.baseline - above.baseline for above, below in pairwise(block)]
    if not steps or max(steps) < 1.2 * median(steps):
        return []
    return [number for number, step in enumerate(steps, start=1) if step > 0.95 * max(steps)]


def words_to_parts(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The words of a line, cut where a gap is wide enough to part two cells."""
    parts: list[list[Word]] = []
    for word in words:
        if parts and word.x0 - parts[-1][-1].x1 <= _CELL_GAP * min(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return tuple(map(tuple, parts))


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of lines that may be one table: they begin and end with lines of several parts."""
    block: list[Row] = []
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


def _near(one: Row, other: Row) -> bool:
    return other.baseline - one.baseline <= _LINE_STEP * max(one.size, other.size)


def _head_above(rows: Sequence[Row], first: Row) -> list[Row]:
    """A head over several columns that stands by itself above the first line of several parts, clear of the labels."""
    if not rows or len(rows[-1].parts) > 1 or not _near(rows[-1], first) or is_caption(rows[-1].line.text):
        return []
    above = rows[-1].line
    if _heads_parts(rows[-1], first):
        return [rows[-1]]
    clear = above.x0 > first.parts[0][-1].x1 if len(first.parts) > 2 else above.x0 > first.line.x0
    indented = above.x0 > first.line.x0 - 0.3 * (first.line.x1 - first.line.x0)
    return [rows[-1]] if clear and indented and above.x1 <= first.line.x1 + above.size else []


def _heads_parts(above: Row, first: Row) -> bool:
    """Whether a bold line has words over each part of the plain line below it, too close together to show as parts."""
    words = above.line.words
    if not above.line.bold or first.line.bold or len(words) < len(first.parts):
        return False
    over = [min(range(len(first.parts)), key=lambda n: _distance(word, first.parts[n])) for word in words]
    near = all(_distance(word, first.parts[n]) <= above.size for word, n in zip(words, over, strict=True))
    return near and over == sorted(over) and len(set(over)) == len(first.parts)


def _distance(word: Word, part: Sequence[Word]) -> float:
    """Points of white between a word and a part of another line, seen from above; less than 0 where they overlap."""
    return max(part[0].x0 - word.x1, word.x0 - part[-1].x1)


def _trimmed(block: list[Row]) -> Iterator[list[Row]]:
    last = max((i for i, row in enumerate(block) if len(row.parts) > 1), default=-1)
    if sum(len(row.parts) > 1 for row in block) >= 2:
        # lines below the last one of several parts may be the rest of its cells
        yield block[: last + 1] + _rest_of_cells(block, last)


def _rest_of_cells(block: list[Row], last: int) -> list[Row]:
    rest: list[Row] = []
    for before, row in pairwise(block[last:]):
        if len(row.parts) > 1 or row.baseline - before.baseline > 1.5 * row.size:
            break
        rest.append(row)
    return rest


def _sound_parts(block: list[Row]) -> Iterator[list[Row]]:
    """A block, cut where prose runs across its columns or a wide gap says that something else begins."""
    columns = block_columns(block)
    if len(columns) < 2:
        return
    pieces: list[list[Row]] = [[]]
    widest, size = _GAP * _usual_step(block), median(row.size for row in block)
    for before, row in pairwise([block[0], *block]):
        if _is_prose(row, columns) or _parts_tables(row, size):
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


def _parts_tables(row: Row, size: float) -> bool:
    """Whether a line is the caption of another table, or a heading set larger than a group's would be."""
    return len(row.parts) == 1 and (is_caption(row.line.text) or row.size > _LARGER * size)


def _usual_step(block: Sequence[Row]) -> float:
    """The step in points between lines of several parts that most are no wider than."""
    several = [row.baseline for row in block if len(row.parts) > 1]
    steps = sorted(low - high for high, low in pairwise(several))
    return max(steps[int(0.75 * (len(steps) - 1))], block[0].size) if steps else block[0].size


def _leading(part: list[Row]) -> list[Row]:
    first = next((i for i, row in enumerate(part) if len(row.parts) > 1), len(part))
    return part[first:]


def _without_heading_rows(block: list[Row]) -> list[Row]:
    """A block without the headings of a section around it: `2. Outturn` above its heads, `4 Savings` below its rows."""
    size = median(row.size for row in block)
    start = int(len(block) > 2 and _is_section_heading(block[0], size) and _heads_stand_apart(block[0], block[1]))
    end = len(block)
    while end > 2 and len(block[end - 1].parts) <= 2 and _is_section_heading(block[end - 1], size):
        end -= 1
    return block[start:end]


def _heads_stand_apart(heading: Row, heads: Row) -> bool:
    """Whether heads stand below a numbered heading with none above the names of the rows."""
    numbered = len(heading.parts) == 2
    return numbered and len(heads.parts) > 1 and heads.parts[0][0].x0 > heading.parts[1][0].x0 + heads.size


def _is_section_heading(row: Row, size: float) -> bool:
    numbered = len(row.parts) == 2 and is_marker(row.parts[0])
    return (row.line.bold or row.size > 1.1 * size) and (len(row.parts) == 1 or numbered)


def is_marker(words: Sequence[Word]) -> bool:
    """Whether words are a list's marker: a number, a letter, a bullet."""
    return bool(MARKER.match(" ".join(word.text for word in words)))


def _is_prose(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a line runs over gutters and is no head of a group: long, after a marker, or a sentence's end."""
    if len(row.parts) > 2 or row.line.bold or row.line.italic:
        return False
    part = row.parts[-1]
    if len(row.parts) == 2 and not is_marker(row.parts[0]):
        return False
    x0, x1 = part[0].x0, part[-1].x1
    crossed = any(x0 < left[1] and x1 > right[0] for left, right in pairwise(columns))
    width = columns[-1][1] - columns[0][0]
    ends = len(row.parts) == 1 and part[-1].text.endswith((".", ";", ":"))
    return crossed and (x1 - x0 > 0.5 * width or len(row.parts) == 2 or ends)


def full_rows(block: Sequence[Row]) -> list[Row]:
    """The lines of a block that have most of its parts, on which its columns rest; heads and group rows have fewer."""
    several = [row for row in block if len(row.parts) > 1]
    most = max(len(row.parts) for row in several)
    return [row for row in several if len(row.parts) > _FULL * most] if most > 2 else several


def block_columns(block: Sequence[Row]) -> list[Column]:
    """Where the block's columns begin and end: what lies between the gutters.

    A gutter is white over all lines of several parts but a few, wide enough for the eye.
    """
    several = [row for row in block if len(row.parts) > 1]
    full = full_rows(block)
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
            elif x - end >= LEAST_GUTTER * size:
                columns.append((start, end))
                start = x
        if depth + change <= allowed < depth:
            end = x
        depth += change
    if start is not None:
        columns.append((start, end))
    return _used(columns, full) if allowed else columns


def _used(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns that hold words of several lines; those of one overlong cell's end are none.

    Nor is the sliver where a long label and a wide head overlap: no word has its middle there.
    """
    least = max(1, int(0.15 * len(rows)))
    return [
        (low, high)
        for low, high in columns
        if sum(any(part[0].x0 < high and part[-1].x1 > low for part in row.parts) for row in rows) > least
        and any(low <= (word.x0 + word.x1) / 2 <= high for row in rows for word in row.line.words)
    ]
