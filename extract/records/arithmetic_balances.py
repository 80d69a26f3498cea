"""Opening balances with the movements after them against closing balances, down a column and along a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from extract.records.figure_tables import Figure
from extract.records.figure_words import CLOSING, OPENING, OUTGOING
from extract.records.sums import Sum, SumGrid, settle, to_sum

Words = Callable[[Figure], str]


def balances(grid: SumGrid) -> Iterator[Sum]:
    """The balances that a table states, whichever way it runs."""
    yield from _settled(grid, grid.columns, lambda figure: figure.label.text)
    rows: dict[int, list[Figure]] = {}
    for figure in (figure for column in grid.columns for figure in column):
        rows.setdefault(figure.row, []).append(figure)
    along = [sorted(row, key=lambda figure: figure.column) for row in rows.values()]
    yield from _settled(grid, along, lambda figure: " ".join(head.text for head in figure.heads))


def _settled(grid: SumGrid, lists: Iterable[Sequence[Figure]], words: Words) -> Iterator[Sum]:
    """What goes out may be printed with a sign or without; the lists that agree tell."""
    runs = [run for listed in lists for run in _runs(grid, listed, words)]
    as_printed = [to_sum("balance", closing, parts) for closing, parts in runs]
    taken_off = [to_sum("balance", closing, parts, [_sign(part, words) for part in parts]) for closing, parts in runs]
    best = settle((as_printed, taken_off), 0.0)
    # one list alone proves nothing of its signs, but says plainly what it opens and closes with
    yield from best or (as_printed if len(as_printed) == 1 and as_printed == taken_off else ())


def _sign(part: Figure, words: Words) -> int:
    return -1 if OUTGOING.search(words(part)) and part.numeral.worth > 0 else 1


def _runs(grid: SumGrid, listed: Sequence[Figure], words: Words) -> Iterator[tuple[Figure, list[Figure]]]:
    parts: list[Figure] = []
    for figure in listed:
        if OPENING.search(words(figure)):
            parts = [figure]
        elif parts and CLOSING.search(words(figure)):
            if _is_whole(grid, parts[0], figure):
                yield figure, parts
            parts = []
        elif parts:
            parts.append(figure)


def _is_whole(grid: SumGrid, first: Figure, last: Figure) -> bool:
    """Whether every place between two figures of a column or row is a figure or says that there is none."""
    if first.column == last.column:
        places = [(row, first.column) for row in range(first.row + 1, last.row)]
    else:
        places = [(first.row, figures[0].column) for figures in grid.columns]
        places = [place for place in places if first.column < place[1] < last.column]
    return all(place in grid.at or grid.is_nothing(*place) for place in places)
