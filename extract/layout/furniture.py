"""Running headers, footers and page stamps: what repeats at the edges of pages and belongs to no record.

A segment of a line near an edge is furniture where it repeats at the same height on neighbouring pages (digits may
differ), where it numbers the page, or where it has the words of a stamp. Words inside drawn grids are left alone: a
table's head may repeat at the top of each page.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from extract.layout.excerpt import words_to_excerpt
from extract.layout.lines import row_to_segments, words_to_rows
from extract.layout.types import PageInfo
from extract.pdf.types import Page, Word
from extract.vocabulary import any_of, read_vocabulary

_EDGE = 0.12  # of the page's height or width: where running headers, footers and stamps stand
_OUTERMOST = 4  # lines from an edge that are looked at
_SAME_HEIGHT = 4.0  # points a running line may move from page to page
_SAME_SIZE = 1.5  # points of type; a front sheet's title is larger than the heading of the minutes with its words
_NEIGHBOURS = 3  # pages apart at which a line still repeats: odd and even headers, a page of another layout between
_FEW_WORDS = 30  # words a page that only says that it is blank or restricted may hold


@dataclass(frozen=True, slots=True)
class _Words:
    """The word list of extract/layout/vocabulary/furniture.toml as patterns."""

    page_number: re.Pattern[str]
    number_within: re.Pattern[str]
    stamp: re.Pattern[str]
    blank: re.Pattern[str]
    restricted: re.Pattern[str]
    caption: re.Pattern[str]


@cache
def _vocabulary() -> _Words:
    shape = dict.fromkeys(
        ("page_numbers", "page_number_within", "stamps", "blank_pages", "restricted_pages", "captions"), list
    )
    data = read_vocabulary("extract.layout", "furniture", shape)
    return _Words(
        any_of(_numbered(data["page_numbers"])),
        any_of(_numbered(data["page_number_within"])),
        any_of(data["stamps"]),
        any_of(data["blank_pages"]),
        any_of(data["restricted_pages"]),
        any_of(data["captions"]),
    )


def _numbered(patterns: list[str]) -> list[str]:
    """Patterns whose `label` groups have a number each: a name may stand once in a whole pattern."""
    return [re.sub(r"\(\?P<label\d?>", f"(?P<label{n}>", pattern) for n, pattern in enumerate(patterns)]


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A segment near an edge: which edge, its distance from it in points, its place from the edge inwards (0 first).

    `words` are the places of its words among those of its page, and `size` is that of the first, in points: the words
    of all pages together would take too much memory.
    """

    page: int
    edge: str
    distance: float
    rank: int
    words: array[int]
    size: float
    text: str
    mask: str
    in_grid: bool


class _Label(NamedTuple):
    """A candidate that prints the number of its page, and the part of its text that is the number."""

    candidate: Candidate
    start: int
    end: int

    @property
    def text(self) -> str:
        """The number as printed."""
        return self.candidate.text[self.start : self.end].strip()


class Running(NamedTuple):
    """What runs through a pack at the edges of its pages: the furniture and the printed number of each page."""

    pieces: Mapping[int, Sequence[Candidate]]
    labels: Mapping[int, _Label]


def pages_to_furniture(pages: Sequence[Page]) -> tuple[PageInfo, ...]:
    """For each page what is known of it as a whole: label, kind and furniture."""
    running = candidates_to_running([candidate for page in pages for candidate in page_to_candidates(page)])
    return tuple(page_to_body(page, running)[0] for page in pages)


def candidates_to_running(candidates: Sequence[Candidate]) -> Running:
    """Which segments at the edges of a pack's pages are furniture, and which of them number their page."""
    repeated = _repeated(candidates)
    pieces: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate in repeated or _is_stamp(candidate):
            pieces[candidate.page].append(candidate)
    return Running(dict(pieces), _labels(candidates, repeated))


def page_to_body(page: Page, running: Running) -> tuple[PageInfo, list[Word]]:
    """What is known of a page as a whole, and those of its words that are no furniture."""
    pieces, label = list(running.pieces.get(page.number, ())), running.labels.get(page.number)
    if label is not None and label.candidate not in pieces:
        pieces.append(label.candidate)
    words = {at: _by_itself(page.words[at]) for piece in pieces for at in piece.words}
    excerpts = {piece: words_to_excerpt(words[at] for at in piece.words) for piece in pieces}
    body = [word for at, word in enumerate(page.words) if at not in words]
    number = None if label is None else excerpts[label.candidate].cut(label.start, label.end)
    kind = _page_kind(page, body)
    info = PageInfo(page.number, page.width, page.height, page.rotation, number, kind, tuple(excerpts.values()))
    return info, body


def _by_itself(word: Word) -> Word:
    """A word that does not hold on to the edges of all characters of its page."""
    return replace(word, edges=word.edges[word.at : word.at + len(word.text) + 1].copy(), at=0)


def _page_kind(page: Page, words: list[Word]) -> str:
    if not page.readable:
        return "unreadable"
    if not words:
        covered = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in page.pictures)
        return "scanned" if covered > 0.3 * page.width * page.height else "blank"
    if len(words) <= _FEW_WORDS:
        text, vocabulary = " ".join(word.text for word in words), _vocabulary()
        if vocabulary.restricted.search(text):
            return "restricted"
        if vocabulary.blank.search(text):
            return "blank"
    return "text"


def page_to_candidates(page: Page) -> Iterator[Candidate]:
    """The segments of a page that may be furniture: those near its edges."""
    places = {id(word): at for at, word in enumerate(page.words)}
    rows = words_to_rows(word for word in page.words if _near_edge(word, page))
    for edge, ordered in (("top", rows), ("bottom", rows[::-1])):
        for rank, row in enumerate(ordered[:_OUTERMOST]):
            distance = row[0].baseline if edge == "top" else page.height - row[0].baseline
            if distance > _EDGE * page.height:
                break
            yield from (_candidate(page, edge, distance, rank, segment, places) for segment in row_to_segments(row))
    for edge, distance, words in _side_lines(page):
        yield _candidate(page, edge, distance, 0, words, places)


def _near_edge(word: Word, page: Page) -> bool:
    depth = _EDGE * page.height
    return word.turn == 0 and (word.baseline < depth or word.baseline > page.height - depth)


def _side_lines(page: Page) -> Iterator[tuple[str, float, tuple[Word, ...]]]:
    """Turned writing along the left or right edge, joined into lines: the edge, the distance from it, the words."""
    depth = 0.06 * page.width
    turned = [w for w in page.words if w.turn % 2 == 1 and (w.x1 < depth or w.x0 > page.width - depth)]
    lines: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in turned:
        lines[word.turn, round(word.baseline)].append(word)
    for (turn, baseline), words in lines.items():
        words.sort(key=lambda w: w.top, reverse=turn == 3)
        edge, distance = ("left", baseline) if baseline < page.width / 2 else ("right", page.width - baseline)
        yield edge, distance, tuple(words)


def _candidate(
    page: Page, edge: str, distance: float, rank: int, words: tuple[Word, ...], places: Mapping[int, int]
) -> Candidate:
    text = " ".join(word.text for word in words)
    mask = re.sub(r"\d+", "#", text.casefold())
    at = array("I", [places[id(word)] for word in words])
    return Candidate(page.number, edge, distance, rank, at, words[0].size, text, mask, _in_grid(words[0], page))


def _in_grid(word: Word, page: Page) -> bool:
    """Whether upright rules stand on both sides of a word at its height, as those of a table's cell do."""
    vertical = page.rules.vertical
    if len(vertical) == 0:
        return False
    middle = (word.top + word.bottom) / 2
    crossing = vertical[(vertical[:, 1] < middle) & (vertical[:, 2] > middle), 0]
    return bool((crossing <= word.x0 + 1).any() and (crossing >= word.x1 - 1).any())


def _repeated(candidates: Sequence[Candidate]) -> set[Candidate]:
    """Segments that stand at the same height on a page close by, and all that stand further out than one that does."""
    alike: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.in_grid and not _vocabulary().caption.match(candidate.text):
            alike[candidate.edge, candidate.mask].append(candidate)
    repeated: set[Candidate] = set()
    for group in alike.values():
        group.sort(key=lambda c: (c.page, c.distance))
        for one, other in ((a, b) for i, a in enumerate(group) for b in group[i + 1 : i + 4]):
            near = 0 < other.page - one.page <= (_NEIGHBOURS if one.rank == 0 else 1)
            alike_set = abs(one.size - other.size) <= _SAME_SIZE
            if near and alike_set and abs(one.distance - other.distance) <= _SAME_HEIGHT:
                repeated.update((one, other))
    return _without_body(candidates, repeated)


def _without_body(candidates: Sequence[Candidate], repeated: set[Candidate]) -> set[Candidate]:
    """The repeated segments that no line of the body stands outside of or beside."""
    body = _first_body_ranks(candidates, repeated)
    return {c for c in repeated if c.rank < body.get((c.page, c.edge), _OUTERMOST)}


def _first_body_ranks(candidates: Sequence[Candidate], repeated: set[Candidate]) -> dict[tuple[int, str], int]:
    """For each page and edge how many lines inwards the body begins."""
    ranks: dict[tuple[int, str], int] = {}
    for candidate in candidates:
        key = candidate.page, candidate.edge
        if candidate in repeated or _is_stamp(candidate) or _page_number(candidate.text):
            continue
        ranks[key] = min(ranks.get(key, _OUTERMOST), candidate.rank)
    return ranks


def _is_stamp(candidate: Candidate) -> bool:
    return candidate.rank <= 2 and not candidate.in_grid and bool(_vocabulary().stamp.fullmatch(candidate.text))


def _page_number(text: str) -> re.Match[str] | None:
    return _vocabulary().page_number.fullmatch(text) or _vocabulary().number_within.search(text)


def _labels(candidates: Sequence[Candidate], repeated: set[Candidate]) -> dict[int, _Label]:
    """The printed number of each page.

    Where a page has several (the pack's and the document's own), the one wins whose distance from the PDF's own count
    is the most common in the pack: a stamp counts on where a document starts anew.
    """
    offered: dict[int, list[_Label]] = defaultdict(list)
    body = _first_body_ranks(candidates, repeated)
    heights = Counter((c.edge, c.mask, round(c.distance / _SAME_HEIGHT)) for c in candidates)
    for candidate in candidates:
        match = _page_number(candidate.text)
        if match is None or candidate.in_grid:
            continue
        name = next(name for name, value in match.groupdict().items() if value is not None)
        named = candidate.text[: match.start(name)].strip(" -–|[(") != ""
        outside = candidate.rank < body.get((candidate.page, candidate.edge), _OUTERMOST)
        standing = outside and heights[candidate.edge, candidate.mask, round(candidate.distance / _SAME_HEIGHT)] > 1
        if candidate.rank <= 1 and (named or candidate in repeated or (standing and candidate.rank == 0)):
            offered[candidate.page].append(_Label(candidate, *match.span(name)))
    offsets = Counter(
        int(label.text) - page for page, labels in offered.items() for label in labels if label.text.isdigit()
    )
    return {page: max(labels, key=lambda one: _label_weight(one, page, offsets)) for page, labels in offered.items()}


def _label_weight(label: _Label, page: int, offsets: Counter[int]) -> int:
    return offsets[int(label.text) - page] if label.text.isdigit() else 0
