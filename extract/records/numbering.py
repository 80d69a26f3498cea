"""Which paragraphs are the numbered minutes: those whose numbers count on from one to the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.layout.excerpt import Excerpt
from extract.pack.prose import Paragraph

_LARGEST_STEP = 3  # numbers that may be left out between two minutes (restricted ones, a slip)
_SET_IN = 20.0  # points that a list within a minute is set in at least
_MOVES = 45.0  # points that numbers may stand apart: another page, another hand
_COMPOUND = 1.6  # how much more a number of several parts (23/104) counts than a plain one


class _Candidate(NamedTuple):
    at: int
    number: int
    x0: float


def numbered_paragraphs(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indexes of the paragraphs that begin a numbered minute, in order; empty where fewer than two count on.

    Numbers in brackets are parts of a minute. Of two numbers with a stroke the last counts on, or the first before a
    year that stays (`46/25`, `47/25`). Where several kinds of numbers count on, the longest run wins, with
    numbers of more than one part (`23/104`, `18.07.1`) before plain ones.
    """
    kinds: dict[str, list[_Candidate]] = defaultdict(list)
    for index, paragraph in enumerate(paragraphs):
        marker = paragraph.marker.text
        if not marker or marker.startswith("(") or (marker.endswith(")") and not marker[0].isdigit()):
            continue
        plain = marker.rstrip(".:) ")
        numbers = re.findall(r"\d+", plain)
        if numbers and "(" not in plain:
            kind = re.sub(r"\d+", "#", plain)
            kinds[kind].append(_Candidate(index, int(numbers[-1]), paragraph.x0))
            if len(numbers) == 2 and "/" in plain:
                kinds[f"{kind} {numbers[1]}"].append(_Candidate(index, int(numbers[0]), paragraph.x0))
    runs = [
        (kind, run)
        for kind, candidates in kinds.items()
        for run in _longest_runs(candidates)
        if not _restarts(candidates, run)
    ]
    outer = [(kind, run) for kind, run in runs if not any(_nests(run, other) for _, other in runs)]
    weights = [len(run) * (_COMPOUND if kind.count("#") > 1 else 1.0) for kind, run in outer]
    return [candidate.at for candidate in outer[weights.index(max(weights))][1]] if outer else []


def _longest_runs(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """The longest chain of at least two numbers, and the longest one of those that it leaves over."""
    for _ in range(2):
        run = _longest_run(candidates)
        if len(run) < 2:
            return
        yield run
        candidates = [candidate for candidate in candidates if candidate not in run]


def _nests(run: Sequence[_Candidate], outer: Sequence[_Candidate]) -> bool:
    """Whether a run is a list within another: it begins behind that one's first number and is set in to its right."""
    return run[0].at > outer[0].at and min(one.x0 for one in run) > max(one.x0 for one in outer) + _SET_IN


def _longest_run(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The longest chain in order of reading whose numbers rise by small steps."""
    best: list[list[_Candidate]] = []
    for at, candidate in enumerate(candidates):
        before = [
            best[n]
            for n, other in enumerate(candidates[:at])
            if 1 <= candidate.number - other.number <= _LARGEST_STEP and abs(candidate.x0 - other.x0) <= _MOVES
        ]
        best.append([*max(before, key=len, default=[]), candidate])
    return max(best, key=len, default=[])


def _restarts(candidates: Sequence[_Candidate], run: Sequence[_Candidate]) -> bool:
    """Whether numbers of this kind begin anew many times: they number the paragraphs within minutes."""
    return sum(candidate.number == 1 for candidate in candidates) > max(2, len(run) // 2)


def without_marks(marker: Excerpt) -> Excerpt:
    """A marker without the stop or bracket behind it: `50.` → `50`."""
    return marker.strip(".:) ")
