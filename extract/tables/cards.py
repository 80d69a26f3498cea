"""Cards drawn with fills alone: labels in a stack of boxes with their values beside them, ratings in a row of boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from extract.layout.excerpt import flow_lines
from extract.layout.lines import words_to_rows
from extract.layout.types import Line
from extract.pdf.types import Box, Page, Rgb, Word
from extract.tables.blocks import is_marker, words_to_parts
from extract.tables.heads import NUMBER
from extract.tables.ruled import PageTable, cell_fill, paragraph_starts, words_in, words_to_cell_lines
from extract.tables.rulings import join_pieces, snap_lines
from extract.tables.types import Cell

_WHITE = 250  # each part of a colour at least this much is paper
_LEAST = 9.0  # points, of the sides of a box that holds words
_MOST_FILLS, _MOST_BOXES = 2000, 300  # filled boxes, those with words; a page of more is a chart or a map
_SAME = 2.0  # points by which the sides of boxes that are set alike may differ
_APART = 4.0  # points of white between the boxes of a stack
_WIDEST = 0.45  # of the page, that a box of labels may be
_MOST_WORDS = 8  # of a label, of a rating
_VALUED = 0.7  # of the labels that have words beside them
_IN_PARTS = 0.2  # of the lines beside labels that may stand in several parts
_NUMBERS = 0.5  # of the lines beside labels that may be numbers
_FEWEST = 3  # labels between rules
_NEAR = 130.0  # points between a rating and its name, where a grid of its place is drawn


class _Filled(NamedTuple):
    """A filled box that holds words."""

    x0: float
    top: float
    x1: float
    bottom: float
    rgb: Rgb
    words: tuple[Word, ...]


def lines_to_cards(lines: Sequence[Line], page: Page) -> list[PageTable]:
    """The cards that lines outside drawn grids make with the filled boxes behind them, top to bottom.

    A card is labels with running text beside them, or ratings with a bold name above each: `Inherent`, `Current` above
    `20`, `15`, with nothing else on their line.
    """
    words = [word for line in lines for word in line.words if word.turn == 0]
    boxes = _filled_boxes(words, page)
    stacks = list(_stacks([box for box in boxes if _is_label(box, page)]))
    cards = [*_stacks_to_cards(stacks, words, page), *_rated_rows(boxes, words, lines, page)]
    held = words_in(cards)
    cards += _bands_to_cards([line for line in lines if id(line.words[0]) not in held], page)
    return sorted(cards, key=lambda card: (card.box.top, card.box.x0))


def _filled_boxes(words: Sequence[Word], page: Page) -> list[_Filled]:
    """The filled boxes with the words in them, without white ones and those that others repeat."""
    if len(page.fills.boxes) == 0 or not words:
        return []
    middles = np.array([((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2) for word in words])
    sides = page.fills.boxes[:, 2:] - page.fills.boxes[:, :2]
    coloured = np.flatnonzero((page.fills.rgb.min(axis=1) < _WHITE) & (sides >= _LEAST).all(axis=1))
    if len(coloured) > _MOST_FILLS:
        return []
    found: dict[tuple[int, ...], _Filled] = {}
    for index in coloured.tolist():
        x0, top, x1, bottom = page.fills.boxes[index].tolist()
        inside = (middles > (x0, top)).all(axis=1) & (middles < (x1, bottom)).all(axis=1)
        if inside.any():
            held = tuple(words[n] for n in np.flatnonzero(inside).tolist())
            rgb = Rgb(*map(int, page.fills.rgb[index]))
            found[round(x0), round(top), round(x1), round(bottom)] = _Filled(x0, top, x1, bottom, rgb, held)
        if len(found) > _MOST_BOXES:
            return []
    return list(found.values())


def _is_label(box: _Filled, page: Page) -> bool:
    return box.x1 - box.x0 <= _WIDEST * page.width and len(box.words) <= _MOST_WORDS


def _stacks(boxes: Sequence[_Filled]) -> Iterator[list[_Filled]]:
    """Boxes of one colour and one width that stand right under each other, leftmost stacks first."""
    ordered = sorted(boxes, key=lambda b: (b.rgb, round(b.x0 / _SAME), round(b.x1 / _SAME), b.top))
    return _runs(ordered, _is_under)


def _runs(boxes: Sequence[_Filled], goes_on: Callable[[_Filled, _Filled], bool]) -> Iterator[list[_Filled]]:
    """Two or more boxes one after the other, each of which goes on from the one before."""
    starts = [0, *(at for at in range(1, len(boxes)) if not goes_on(boxes[at - 1], boxes[at])), len(boxes)]
    return (list(boxes[start:end]) for start, end in pairwise(starts) if end - start > 1)


def _is_under(above: _Filled, box: _Filled) -> bool:
    alike = above.rgb == box.rgb and max(abs(above.x0 - box.x0), abs(above.x1 - box.x1)) <= _SAME
    return alike and -1 <= box.top - above.bottom <= _APART


def _stacks_to_cards(stacks: Sequence[list[_Filled]], words: Sequence[Word], page: Page) -> Iterator[PageTable]:
    taken: set[int] = set()
    for stack in sorted(stacks, key=lambda s: s[0].x0):
        if id(stack[0]) in taken:
            continue
        beside = [other for other in stacks if other[0].x0 > stack[0].x1 and _same_rows(stack, other)]
        taken |= {id(box) for other in (stack, *beside) for box in other}
        card = _card([stack, *sorted(beside, key=lambda s: s[0].x0)], words, page)
        if card is not None:
            yield card


def _same_rows(stack: Sequence[_Filled], other: Sequence[_Filled]) -> bool:
    """Whether each box of a stack stands beside one of another, at its height."""
    return all(any(abs(box.top - own.top) <= _SAME for own in stack) for box in other)


def _card(stacks: Sequence[Sequence[_Filled]], words: Sequence[Word], page: Page) -> PageTable | None:
    """Labels and what stands beside them as a table; None where most have nothing beside them."""
    first = stacks[0]
    own = {id(word) for stack in stacks for box in stack for word in box.words}
    rows = [_beside(box, words, own) for box in first]
    if sum(map(bool, rows)) < _VALUED * len(first) or (len(stacks) == 1 and not _is_text(rows)):
        return None
    x1 = max(word.x1 for row in rows for word in row) + 1
    xs = [*(x for stack in stacks for x in (stack[0].x0, stack[0].x1)), x1]
    ys = [*(box.top for box in first), first[-1].bottom]
    placed = [[*box.words, *row] for box, row in zip(first, rows, strict=True)]
    others = [[box.words for stack in stacks[1:] for box in stack if abs(box.top - own.top) <= _SAME] for own in first]
    everything = [[*row, *(word for held in more for word in held)] for row, more in zip(placed, others, strict=True)]
    return _table(xs, ys, everything, page)


def _beside(box: _Filled, words: Sequence[Word], labels: set[int]) -> list[Word]:
    """The words right of a label at its height that are no labels."""
    return [
        word
        for word in words
        if word.x0 > box.x1 - 1 and box.top < (word.top + word.bottom) / 2 < box.bottom and id(word) not in labels
    ]


def _is_text(rows: Sequence[Sequence[Word]]) -> bool:
    """Whether what stands beside labels is running text, and no cells in columns and no column of numbers."""
    lines = [words_to_parts(line) for row in rows for line in words_to_rows(row)]
    several = sum(len(line) > (2 if is_marker(line[0]) else 1) for line in lines)
    numbers = sum(len(line) == 1 and bool(NUMBER.match(" ".join(w.text for w in line[0]))) for line in lines)
    return several <= _IN_PARTS * len(lines) and numbers <= _NUMBERS * len(lines)


def _table(xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[Word]], page: Page) -> PageTable:
    """A table of words by row and column; words that stand over several columns are one cell."""
    cells: list[Cell] = []
    for row, (words, (top, bottom)) in enumerate(zip(rows, pairwise(ys), strict=True)):
        for first, last in _spans(xs, words):
            held = [word for word in words if xs[first] <= (word.x0 + word.x1) / 2 < xs[last]]
            cells.append(
                _cell(row, first, last - first, Box(page.number, xs[first], top, xs[last], bottom), held, page)
            )
    box = Box(page.number, xs[0], ys[0], xs[-1], ys[-1])
    return PageTable(box, tuple(xs), len(rows), tuple(cells), False, False, "cards")


def _spans(xs: Sequence[float], words: Sequence[Word]) -> list[tuple[int, int]]:
    """The first and last edge of each cell of a row: one ends where no line of words runs over the edge."""
    parts = [part for line in words_to_rows(words) for part in words_to_parts(line)]
    crossed = [any(part[0].x0 < x - 1 and part[-1].x1 > x + 1 for part in parts) for x in xs[1:-1]]
    edges = [0, *(number for number, over in enumerate(crossed, start=1) if not over), len(xs) - 1]
    return list(pairwise(edges))


def _cell(row: int, column: int, span: int, box: Box, words: Sequence[Word], page: Page) -> Cell:
    lines = words_to_cell_lines(words)
    return Cell(row, column, 1, span, lines, flow_lines(lines), paragraph_starts(lines), (box,), cell_fill(box, page))


def _rated_rows(
    boxes: Sequence[_Filled], words: Sequence[Word], lines: Sequence[Line], page: Page
) -> Iterator[PageTable]:
    for row in _box_rows([box for box in boxes if len(box.words) <= _MOST_WORDS and _is_rating(box.words)]):
        names = _names_above(row, lines) if _stand_alone(row, words) else None
        if names is not None:
            yield _rated(row, names, page)


def _is_rating(words: Sequence[Word]) -> bool:
    return any(c.isdigit() for word in words for c in word.text)


def _stand_alone(row: Sequence[_Filled], words: Sequence[Word]) -> bool:
    held = sum(len(box.words) for box in row)
    return held == sum(row[0].top < (word.top + word.bottom) / 2 < row[0].bottom for word in words)


def _rated(row: Sequence[_Filled], names: Sequence[Sequence[Word]], page: Page) -> PageTable:
    xs = [row[0].x0, *((one.x1 + other.x0) / 2 for one, other in pairwise(row)), row[-1].x1]
    top = min(word.top for name in names for word in name)
    listed = [[word for name in names for word in name], [word for box in row for word in box.words]]
    return _table(xs, [top - 1, row[0].top, row[0].bottom], listed, page)


def _box_rows(boxes: Sequence[_Filled]) -> Iterator[list[_Filled]]:
    """Boxes of one height side by side, two or more of them."""
    ordered = sorted(boxes, key=lambda b: (round(b.top / _SAME), round(b.bottom / _SAME), b.x0))
    return _runs(ordered, lambda one, other: max(abs(other.top - one.top), abs(other.bottom - one.bottom)) <= _SAME)


def _names_above(row: Sequence[_Filled], lines: Sequence[Line]) -> list[tuple[Word, ...]] | None:
    """The bold words of the nearest line above that stand over each of the boxes; None where one has none."""
    above = [line for line in lines if row[0].top - _NEAR < line.top < row[0].top - 1]
    for line in reversed(above):
        if not _says(line.words):
            continue
        over = [tuple(word for word in line.words if box.x0 < (word.x0 + word.x1) / 2 < box.x1) for box in row]
        named = all(words and len(words) <= _MOST_WORDS and all(word.bold for word in words) for words in over)
        return over if named else None
    return None


def _says(words: Sequence[Word]) -> bool:
    """Whether words have letters or numbers, and are no marks in a grid."""
    return any(c.isalnum() for word in words for c in word.text)


class _Band(NamedTuple):
    """What stands between two rules: a bold label, its text from `at` on, and whether it is nothing else."""

    top: float
    bottom: float
    lines: tuple[Line, ...]
    at: float


def _bands_to_cards(lines: Sequence[Line], page: Page) -> Iterator[PageTable]:
    """Bold labels with text beside them, each between two rules that run across both."""
    if sum(map(_is_labelled, lines)) < _FEWEST:
        return
    for x0, x1, ys in _rule_stacks(page):
        run: list[_Band] = []
        for top, bottom in pairwise([_above(ys[0], lines), *ys]):
            band = _band(top, bottom, x0, x1, lines)
            if band is None or (run and abs(band.at - run[0].at) > _SAME):
                yield from _run_to_card(run, x0, x1, page)
                run = []
            run += [band] if band is not None else []
        yield from _run_to_card(run, x0, x1, page)


def _rule_stacks(page: Page) -> Iterator[tuple[float, float, list[float]]]:
    """The ends and heights of rules of one length below one another, as many as part three rows."""
    rules = sorted(join_pieces(snap_lines(page.rules.horizontal)).tolist(), key=lambda r: (round(r[1] / _SAME), r[0]))
    for _, group in groupby(rules, key=lambda rule: (round(rule[1] / _SAME), round(rule[2] / _SAME))):
        stack = list(group)
        if len(stack) >= _FEWEST:
            yield stack[0][1], stack[0][2], sorted(rule[0] for rule in stack)


def _above(y: float, lines: Sequence[Line]) -> float:
    """The top of the line right above the first rule of a stack."""
    near = [line.top for line in lines if line.bottom < y + 1 and line.top > y - 3 * line.size]
    return max(near, default=y) - 1


def _band(top: float, bottom: float, x0: float, x1: float, lines: Sequence[Line]) -> _Band | None:
    inside = tuple(line for line in lines if top < (line.top + line.bottom) / 2 < bottom)
    within = all(x0 - _SAME <= line.x0 and line.x1 <= x1 + _SAME for line in inside)
    if not inside or not within or not _is_labelled(inside[0]):
        return None
    at = inside[0].segments[1][0].x0
    aligned = all(line.x0 >= at - _SAME or line.x1 < at for line in inside[1:])
    return _Band(top, bottom, inside, at) if aligned else None


def _is_labelled(line: Line) -> bool:
    """Whether a line is a bold label and plain text far behind it."""
    if len(line.segments) != 2:
        return False
    label, text = line.segments
    return len(label) <= _MOST_WORDS and all(word.bold for word in label) and not text[0].bold and not is_marker(label)


def _run_to_card(run: Sequence[_Band], x0: float, x1: float, page: Page) -> Iterator[PageTable]:
    if len(run) >= _FEWEST:
        rows = [[word for line in band.lines for word in line.words] for band in run]
        if _is_text([[word for word in row if word.x0 >= band.at - 1] for row, band in zip(rows, run, strict=True)]):
            yield _table([x0, run[0].at - 1, x1], [*(band.top for band in run), run[-1].bottom], rows, page)
