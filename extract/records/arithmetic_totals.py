"""Rows that add up rows above them: totals, sub-totals, and net figures of income and expenditure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from extract.records.figure_tables import Figure
from extract.records.figure_words import LESS, NET, TOTAL, WITHIN_ROW
from extract.records.kept import Rule
from extract.records.sums import Sum, SumGrid, settle, to_sum

_SLIP = 0.34  # of a total that it may be out where nothing else proves what it is of
_NET_SLIP = 0.05  # a net figure is small beside its parts, and may be of other ones

Signer = Callable[[int], int]


def totals(grid: SumGrid) -> Iterator[Sum]:
    """For each row that a label calls a total or a net figure, what it comes to in each column."""
    labels = {figure.row: figure.label.text for column in grid.columns for figure in column}
    rows = sorted(labels)
    done: list[int] = []
    for number, row in enumerate(rows):
        above = rows[:number]
        if TOTAL.search(labels[row]):
            yield from _total(grid, row, above, done, labels)
            done.append(row)
        elif NET.search(labels[row]):
            yield from _net(grid, row, above, done, labels)
            done.append(row)


def _total(grid: SumGrid, row: int, above: list[int], done: list[int], labels: dict[int, str]) -> Iterator[Sum]:
    def sign(part: int) -> int:
        return -1 if LESS.search(labels[part]) else 1

    readings = [_sums(grid, "total", row, parts, sign) for parts in _readings(grid, row, above, done, labels)]
    readings += _differences(grid, row, done) if NET.search(labels[row]) or _names_net(labels[row]) else []
    yield from settle(filter(None, readings), _SLIP)


def _readings(grid: SumGrid, row: int, above: list[int], done: list[int], labels: dict[int, str]) -> list[list[int]]:
    """The rows that a total may be of: those since the last one, all, the totals, those of its block, with and without
    rows that say what is within the one above them."""
    last = done[-1] if done else -1
    since = [part for part in above if part > last]
    plain = [part for part in above if part not in done]
    figured = set(grid.rows())
    block = list(reversed(list(takewhile(lambda part: _is_close(part, row, figured, grid), reversed(plain)))))
    lists = [since, plain, done[:], block, [*done, *since]]
    lists += [[part for part in parts if not WITHIN_ROW.search(labels[part])] for parts in lists[:2]]
    unlike = {tuple(parts): parts for parts in lists if len(parts) > 1}
    return list(unlike.values())


def _is_close(part: int, row: int, figured: set[int], grid: SumGrid) -> bool:
    """Whether no heading of a group stands between two rows."""
    between = (r for r in range(part + 1, row) if r not in figured)
    return not any(any(cell.text and cell.row == r for cell in grid.table.row(r)) for r in between)


def _names_net(label: str) -> bool:
    return any(NET.search(word) for word in label.split())


def _net(grid: SumGrid, row: int, above: list[int], done: list[int], labels: dict[int, str]) -> Iterator[Sum]:
    """A net figure of the two totals before it, or of two rows: taken off or added, as their signs are printed."""
    pairs = [done[-2:]] if len(done) > 1 else []
    pairs += [above[-2:]] if len(above) > 1 else []
    readings = [reading for pair in pairs for reading in _of_pair(grid, row, pair)]
    readings += [_sums(grid, "net", row, parts, lambda _: 1) for parts in _readings(grid, row, above, done, labels)]
    yield from _if_proved(settle(filter(None, readings), _NET_SLIP))


def _if_proved(sums: Sequence[Sum]) -> Iterator[Sum]:
    """Nothing but a column that agrees shows of what a net figure is."""
    if any(found.agrees for found in sums):
        yield from sums


def _differences(grid: SumGrid, row: int, done: list[int]) -> list[list[Sum]]:
    return _of_pair(grid, row, done[-2:]) if len(done) > 1 else []


def _of_pair(grid: SumGrid, row: int, pair: Sequence[int]) -> list[list[Sum]]:
    first, second = pair
    signers: tuple[Signer, ...] = (
        lambda part: 1 if part == first else -1,
        lambda part: 1 if part == second else -1,
        lambda _: 1,
    )
    return [_sums(grid, "net", row, [first, second], signer) for signer in signers]


def _sums(grid: SumGrid, rule: Rule, row: int, parts: Sequence[int], sign: Signer) -> list[Sum]:
    """The sums of some rows in every column where all of them print a figure or say that there is none."""
    found: list[Sum] = []
    for column in (figures[0].column for figures in grid.columns):
        result = grid.at.get((row, column))
        if result is None or any((r, column) not in grid.at and not grid.is_nothing(r, column) for r in parts):
            continue
        used = [grid.at[r, column] for r in parts if (r, column) in grid.at]
        if len(used) > 1:
            found.append(to_sum(rule, result, used, [_sign(sign, part) for part in used]))
    return found


def _sign(sign: Signer, part: Figure) -> int:
    """What is to be taken off may be printed with its sign already."""
    return 1 if part.numeral.worth < 0 and sign(part.row) < 0 and LESS.search(part.label.text) else sign(part.row)
