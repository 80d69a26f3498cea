"""Which paragraphs are the numbered minutes: those whose numbers count on from one to the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extract.layout.excerpt import Excerpt
from extract.pack.prose import Paragraph

_LARGEST_STEP = 3  # numbers that may be left out between two minutes (restricted ones, a slip)
_BESIDE = 3.0  # points that numbers of one row of minutes stand apart at most
_SET_IN = 20.0  # points that a list within a minute is set in at least
_MOVES = 45.0  # points that numbers may stand apart: another page, another hand
_SENTENCE = 14  # words: a paragraph of more is no title
_TITLE_WORDS = 12  # of a title behind a number without a stop
_FEWEST_TITLES = 3
_OF_YEAR = re.compile(r"[A-Z]+\s?\(\d+\)\s?\d+(?:\.[ivx]+)?")  # `TB(25)061`, `TB(5)3.ii`
_ROMAN_PART = re.compile(r"\.[ivx]+$")
_UNSTOPPED = re.compile(r"(?P<number>\d{1,3})\s+(?P<title>[A-Z].*)")
_COMPOUND = 1.6  # how much more a number of several parts (23/104) counts than a plain one


_BARE = re.compile(
    r"([1-9]\d{0,2})\s+(?=[A-Z])(?!(?i:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)


class _Candidate(NamedTuple):
    at: int
    number: int
    x0: float
    lead: int = 0


def numbered_paragraphs(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indexes of the paragraphs that begin a numbered minute, in order; empty where fewer than two count on.

    Numbers in brackets are parts of a minute, and so are those with one bracket (`1)`) below others. Of two numbers
    with a stroke the last counts on, or the first before a year that stays (`46/25`, `47/25`). Where several kinds of
    numbers count on, the longest run wins, with numbers of more than one part (`23/104`, `18.07.1`) before plain ones.
    """
    kinds: dict[str, list[_Candidate]] = defaultdict(list)
    for index, paragraph in enumerate(paragraphs):
        marker = paragraph.marker.text
        if not marker or marker.startswith("(") or (marker.endswith(")") and not marker[0].isdigit()):
            continue
        plain, bracket = marker.rstrip(".:) "), ")" if marker.endswith(")") else ""
        numbers = re.findall(r"\d+", plain)
        if numbers and ("(" not in plain or _OF_YEAR.fullmatch(plain)):
            kind = re.sub(r"\d+", "#", _ROMAN_PART.sub("", plain)) + bracket
            kinds[kind].append(_Candidate(index, int(numbers[-1]), paragraph.x0, int(numbers[0])))
            if len(numbers) == 2 and "/" in plain:
                kinds[f"{kind} {numbers[1]}"].append(_Candidate(index, int(numbers[0]), paragraph.x0))
    sections = _run_by_section(kinds.get("#.#", ()), paragraphs)
    heads = {one.number for one in _longest_run(kinds.get("#", ()))}
    if sections and len(heads - {one.lead for one in sections}) > 1:  # minutes of which some have titles within
        sections = []
    if sections:
        del kinds["#.#"]
    runs = [
        (kind, run)
        for kind, candidates in kinds.items()
        for run in _longest_runs(candidates)
        if not _restarts(candidates, run)
    ]
    whole = [run for kind, run in runs if kind in ("#", "#)")]
    runs = [(k, run) for k, run in runs if k != "#.#" or not any(_subdivides(run, one, paragraphs) for one in whole)]
    outer = [(kind, run) for kind, run in runs if not any(_is_within((kind, run), other) for other in runs)]
    outer += [("#.#", sections)] if sections else []
    weights = [len(run) * (_COMPOUND if kind.count("#") > 1 else 1.0) for kind, run in outer]
    kind, best = outer[weights.index(max(weights))] if outer else ("", [])
    return [candidate.at for candidate in _with_slips(best, kinds.get(kind, ()))]


def with_titled_parts(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> list[int]:
    """The starts of minutes (`5`) with those of the parts within that have a bold title and a number (`5.1`).

    Numbers before sentences count paragraphs; under a minute whose own title is not bold nothing tells the two apart.
    """
    found: list[int] = []
    for start, end in pairwise([*starts, len(paragraphs)]):
        number = paragraphs[start].marker.text.rstrip(".: ")
        within = range(start + 1, end) if number.isdigit() and paragraphs[start].bold else ()
        parts = [at for at in within if _is_titled_part(paragraphs[at], number)]
        found += [start, *parts]
    return found


def _is_titled_part(paragraph: Paragraph, number: str) -> bool:
    numbers = paragraph.marker.text.rstrip(".: ").split(".")
    part = len(numbers) == 2 and numbers[0] == number and numbers[1].isdigit()
    return part and paragraph.bold and not _is_sentence(paragraph.text.text)


def with_bare_numbers(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...] | None:
    """The paragraphs with the numbers without a stop that titles begin with (`9 Earmarked Reserves`) as their markers.

    None where fewer than three titles begin so.
    """
    found: dict[int, Paragraph] = {}
    for at, paragraph in enumerate(paragraphs):
        match = None if paragraph.marker else _UNSTOPPED.match(paragraph.text.text)
        title = match is not None and len(match["title"].split()) <= _TITLE_WORDS and match["title"][-1] not in ".;,:"
        if match is not None and title:
            marker, text = paragraph.text.group(match, "number"), paragraph.text.cut(match.start("title"))
            found[at] = replace(paragraph, marker=marker, text=text)
    if len(found) < _FEWEST_TITLES:
        return None
    return tuple(found.get(at, paragraph) for at, paragraph in enumerate(paragraphs))


def _longest_runs(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """The longest chain of at least two numbers, and the longest one of those that it leaves over."""
    for _ in range(2):
        run = _longest_run(candidates)
        if len(run) < 2:
            return
        yield run
        candidates = [candidate for candidate in candidates if candidate not in run]


def _is_within(run: tuple[str, list[_Candidate]], outer: tuple[str, list[_Candidate]]) -> bool:
    """Whether a run is a list within another: set in to its right, or with brackets (`1)`) below numbers without."""
    bracketed = run[0].endswith(")") and not outer[0].endswith(")") and outer[1][0].at < run[1][0].at
    return bracketed or _nests(run[1], outer[1])


def _nests(run: Sequence[_Candidate], outer: Sequence[_Candidate]) -> bool:
    """Whether a run is a list within another: it begins behind that one's first number and is set in to its right."""
    return run[0].at > outer[0].at and min(one.x0 for one in run) > max(one.x0 for one in outer) + _SET_IN


def _subdivides(run: Sequence[_Candidate], minutes: Sequence[_Candidate], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether numbers of two parts (`5.2`) count the paragraphs or the titled parts of minutes (`5`)."""
    above = [[minute.number for minute in minutes if minute.at < one.at][-1:] for one in run]
    prose = [paragraphs[one.at].text.text for one in run]
    sentences = sum(map(_is_sentence, prose))
    titled = all(paragraphs[one.at].bold for one in (*run, *minutes))
    within = all(numbers == [one.lead] for numbers, one in zip(above, run, strict=True))
    return within and (titled or 2 * sentences >= len(run))


def with_bold_numbers(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with the numbers marked that bold titles bear without a stop behind them (`103 Monitoring`).

    They are as they were where fewer than two such numbers count on, or other numbered paragraphs stand before.
    """
    found = [(at, p, _BARE.match(p.text.text)) for at, p in enumerate(paragraphs) if p.bold and not p.marker]
    candidates = [_Candidate(at, int(match[1]), p.x0) for at, p, match in found if match is not None]
    run = {one.at: one for one in _with_slips(_longest_run(candidates), candidates)}
    others = numbered_paragraphs(paragraphs)
    if len(run) < 2 or (others and others[0] < min(run)):
        return tuple(paragraphs)
    return tuple(_marked(p, len(str(run[at].number))) if at in run else p for at, p in enumerate(paragraphs))


def _marked(paragraph: Paragraph, letters: int) -> Paragraph:
    return replace(paragraph, marker=paragraph.text.cut(0, letters), text=paragraph.text.cut(letters).strip())


def _with_slips(run: list[_Candidate], candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """A run with the numbers in it that are slips of the pen for the one left out: `55`, `6`, `57`."""
    slips: list[_Candidate] = []
    for one, following in pairwise(run):
        if following.number - one.number == 2:
            between = (c for c in candidates if one.at < c.at < following.at and abs(c.x0 - one.x0) < _BESIDE)
            slips += [c for c in between if _is_slip(str(c.number), str(one.number + 1))][:1]
    return sorted([*run, *slips], key=lambda one: one.at)


def _is_slip(printed: str, meant: str) -> bool:
    """Whether digits are those of the number meant but for one left out, put in or set in another order."""
    shorter, longer = sorted((printed, meant), key=len)
    left_out = {longer[:at] + longer[at + 1 :] for at in range(len(longer))}
    return len(meant) > 1 and (sorted(printed) == sorted(meant) or shorter in left_out)


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


def _run_by_section(candidates: Sequence[_Candidate], paragraphs: Sequence[Paragraph]) -> list[_Candidate]:
    """The titles numbered within sections (`1.1` to `1.3`, then `2.1`), from the first; empty where they are not that.

    Numbers before sentences count the paragraphs of a text, and are no minutes.
    """
    titles = [one for one in candidates if not _is_sentence(paragraphs[one.at].text.text)]
    run: list[_Candidate] = []
    for one in titles:
        last = run[-1] if run else None
        follows = last is None or (one.lead == last.lead and 1 <= one.number - last.number <= _LARGEST_STEP)
        if follows or (one.number == 1 and 1 <= one.lead - run[-1].lead <= _LARGEST_STEP):
            run.append(one)
    several = len({one.lead for one in run}) > 1 and len(run) >= _FEWEST_TITLES
    return run if several and 2 * len(run) > len(candidates) else []


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ":", ";", "-")) or len(text.split()) > _SENTENCE


def _restarts(candidates: Sequence[_Candidate], run: Sequence[_Candidate]) -> bool:
    """Whether numbers of this kind begin anew many times: they number the paragraphs within minutes."""
    return sum(candidate.number == 1 for candidate in candidates) > max(2, len(run) // 2)


def without_marks(marker: Excerpt) -> Excerpt:
    """A marker without the stop or bracket behind it: `50.` → `50`."""
    return marker.strip(".:) ")
