"""Which lines of a table without a drawn grid are one row: by rules, stripes, steps from line to line and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from extract.pdf.types import Box, Page, Word
from extract.tables.blocks import Row
from extract.tables.heads import NUMBER
from extract.tables.ruled import cell_fill

_ROW_GAP = 1.22  # times the tightest step from line to line that begins a new row
_STEP_MORE = 1.08  # times the step within a row that leads to the next one, where no label stands within rows
_STRIPES = 4  # rows, heads among them, whose shades change from one to the next
_MANY = 4  # lines taken for one row that are too many for cells that wrap alike
_ORDINAL = re.compile(r"(?P<number>\d{1,3})[.)]")
_BANDS, _LINES_A_BAND = 3, 1.3  # rules part the rows where they make so many bands with so few labels in each


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Words of one line that stand in columns `first` to `last` (inclusive)."""

    first: int
    last: int
    words: tuple[Word, ...]


def lines_to_rows(block: Sequence[Row], placed: Sequence[Sequence[Placed]], page: Page) -> list[list[int]]:
    """The lines of each row, by number.

    Rules between lines part rows, and nothing else does where they part them all; so do stripes of two colours. Else,
    where the steps from line to line are of two kinds, the wider ones do; else a line with something in the first
    column, or in several.
    """
    ruled = [_ruled_between(one, other, page) for one, other in pairwise(block)]
    striped = _stripe_edges(block, placed, page)
    steps = [other.baseline - one.baseline for one, other in pairwise(block)]
    for parted in (ruled if _are_row_rules(ruled, placed) else [], striped, _label_steps(steps, placed)):
        if any(parted):
            starts = [0, *(number for number, begins in enumerate(parted, start=1) if begins), len(block)]
            return [list(range(start, end)) for start, end in pairwise(starts)]
    tight = min(steps, default=0.0)
    wide = [step > _ROW_GAP * tight for step in steps]
    mixed = 0.1 < sum(wide) / len(steps) < 1.0 if steps else False
    tight = tight if mixed and tight < 1.6 * min(block[0].size, median(row.size for row in block)) else 0.0
    groups: list[list[int]] = [[0]]
    for number, step in enumerate(steps, start=1):
        if tight:
            begins = step > _ROW_GAP * tight or _stands_alone(placed, groups[-1], number)
            begins = begins or _counts_on(placed, groups[-1], number)
        else:
            begins = placed[number][0].first == 0 or len(placed[number]) > 1
        if ruled[number - 1] or begins or _adds_up(block, placed, number, page):
            groups.append([number])
        else:
            groups[-1].append(number)
    return [part for group in groups for part in _line_by_line(group, placed)]


def _line_by_line(group: Sequence[int], placed: Sequence[Sequence[Placed]]) -> list[list[int]]:
    """A row of many lines as a row for each, where each has a label and something beside it that both begin anew.

    What tells rows apart elsewhere in the table is then a gap between groups of them.
    """
    whole = len(group) >= _MANY and all(
        placed[i][0].first == 0 and len(placed[i]) > 1 and all(_begins_anew(part) for part in placed[i][:2])
        for i in group
    )
    if whole:
        return [[i] for i in group]
    headed = len(group) > 1 and _heads_row(placed[group[0]], placed[group[1]])
    return [[group[0]], list(group[1:])] if headed else [list(group)]


def _heads_row(above: Sequence[Placed], line: Sequence[Placed]) -> bool:
    """Whether a bold line of a label alone heads the plain row close below it, which has a label of its own."""
    alone = len(above) == 1 and above[0].first == 0 and all(word.bold for word in above[0].words)
    return alone and len(line) > 1 and line[0].first == 0 and not any(word.bold for word in line[0].words)


def _begins_anew(part: Placed) -> bool:
    """Whether words are not the rest of something above them: they begin with a capital, a number or a sign."""
    return not part.words[0].text[0].islower()


def _are_row_rules(ruled: Sequence[bool], placed: Sequence[Sequence[Placed]]) -> bool:
    """Whether rules stand between all rows, and not only below heads and above totals: few labels between two rules."""
    bands = 1 + sum(ruled)
    labels = sum(any(part.first == 0 for part in line) for line in placed)
    return bands >= _BANDS and labels <= _LINES_A_BAND * bands and not _holds_rows(ruled, placed)


def _holds_rows(ruled: Sequence[bool], placed: Sequence[Sequence[Placed]]) -> bool:
    """Whether lines with no rule between them are rows: both have a label, and numbers in two columns or more."""
    unruled = (pair for pair, rule in zip(pairwise(placed), ruled, strict=True) if not rule)
    return any(len(_number_columns(above) & _number_columns(below)) > 1 for above, below in unruled)


def _number_columns(line: Sequence[Placed]) -> set[int]:
    """The columns in which a line with a label has numbers."""
    return {p.first for p in line if p.first and _is_number(p.words)} if line[0].first == 0 else set()


def _stripe_edges(block: Sequence[Row], placed: Sequence[Sequence[Placed]], page: Page) -> list[bool]:
    """Between which lines the shade of the rows changes, where each row has its own; none where rows share one."""
    if len(page.fills.boxes) < _STRIPES - 1:
        return []
    shades = [cell_fill(_word_box(row.line.words[0]), page) for row in block]
    changes = [one != other for one, other in pairwise(shades)]
    bands = list(accumulate(changes, initial=0))
    if bands[-1] + 1 < _STRIPES or len(set(shades[1:])) > _STRIPES - 1:
        return []
    spanning = any(
        part.first < part.last for band, line in zip(bands, placed, strict=True) if not band for part in line
    )
    if spanning and bands.count(0) > 1:  # heads over heads in one shade
        return []
    whole = max(map(len, placed))
    full = [band for band, line in zip(bands, placed, strict=True) if len(line) == whole]
    return changes if len(set(full)) == len(full) else []


def _word_box(word: Word) -> Box:
    return Box(word.page, word.x0, word.top, word.x1, word.bottom)


def _label_steps(steps: Sequence[float], placed: Sequence[Sequence[Placed]]) -> list[bool]:
    """Which steps lead to a new row where just the lines with a label stand a little further from those above them."""
    labelled = [line[0].first == 0 for line in placed[1:]]
    wrapped = [len(line) for line, label in zip(placed[1:], labelled, strict=True) if not label]
    numbers = any(_is_number(part.words) for line in placed[1:] if line[0].first for part in line)
    if placed[0][0].first or numbers or max(wrapped, default=0) >= len(placed[0]):
        return []
    to_rows = [step for step, label in zip(steps, labelled, strict=True) if label]
    within = [step for step, label in zip(steps, labelled, strict=True) if not label]
    even = bool(within) and max(within) <= _STEP_MORE * min(within)
    apart = to_rows and even and min(to_rows) >= _STEP_MORE * max(within)
    return labelled if apart else []


def _stands_alone(placed: Sequence[Sequence[Placed]], group: Sequence[int], number: int) -> bool:
    """Whether a line close under another is a row all the same: both have a label and numbers in one column.

    A total's label may stand in another column than those of its rows: then numbers in two columns say so.
    """
    above = {p.first: p for i in group for p in placed[i]}
    below = {p.first: p for p in placed[number]}
    common = [c for c in below if c in above and c > 0]
    numbers = [c for c in common if _is_number(below[c].words) and _is_number(above[c].words)]
    labelled = 0 in below or any(not _is_number(part.words) for part in below.values())
    return bool(numbers) and (0 in below or (len(numbers) > 1 and labelled))


def _adds_up(block: Sequence[Row], placed: Sequence[Sequence[Placed]], number: int, page: Page) -> bool:
    """Whether a line without a label has a number below a rule that stands under the number above: their sum."""
    if any(not _is_number(part.words) for part in placed[number]) or len(page.rules.horizontal) == 0:
        return False
    above = {part.first for part in placed[number - 1] if _is_number(part.words)}
    rules, size = page.rules.horizontal, block[number].size
    between = (rules[:, 0] > block[number - 1].baseline) & (rules[:, 0] < block[number].baseline - 0.5 * size)
    sums = (part.words for part in placed[number] if part.first in above)
    return any(
        bool((between & (rules[:, 1] < words[-1].x0 + size) & (rules[:, 2] > words[-1].x1 - size)).any())
        for words in sums
    )


def _counts_on(placed: Sequence[Sequence[Placed]], group: Sequence[int], number: int) -> bool:
    """Whether a line's first column numbers the row after the one it stands close under: `5.` and `6.`."""
    labels = [placed[i][0] for i in (*group, number) if placed[i][0].first == placed[i][0].last == 0]
    if len(labels) < 2 or placed[number][0] is not labels[-1] or len(placed[number]) < 2:
        return False
    last, this = (_ORDINAL.fullmatch(" ".join(word.text for word in label.words)) for label in labels[-2:])
    return last is not None and this is not None and int(this["number"]) == int(last["number"]) + 1


def _ruled_between(one: Row, other: Row, page: Page) -> bool:
    rules = page.rules.horizontal
    if len(rules) == 0:
        return False
    across = (rules[:, 0] > one.baseline) & (rules[:, 0] < other.baseline - 0.5 * other.size)
    long = rules[:, 2] - rules[:, 1] > 0.5 * (max(one.line.x1, other.line.x1) - min(one.line.x0, other.line.x0))
    return bool((across & long).any())


def _is_number(words: Sequence[Word]) -> bool:
    return bool(NUMBER.match(" ".join(word.text for word in words)))
