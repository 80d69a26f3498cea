"""Running headers, footers and page stamps: what repeats at the edges of pages and belongs to no record.

A segment of a line near an edge is furniture where it repeats at the same height on neighbouring pages (digits may
differ), where it numbers the page, or where it has the words of a stamp. Words inside drawn grids are left alone: a
table's head may repeat at the top of each page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extract.layout.excerpt import Excerpt, words_to_excerpt
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
class _Candidate:
    """A segment near an edge: which edge, its distance from it in points, its place from the edge inwards (0 first)."""

    page: int
    edge: str
    distance: float
    rank: int
    words: tuple[Word, ...]
    text: str
    mask: str
    in_grid: bool


def pages_to_furniture(pages: Sequence[Page]) -> tuple[PageInfo, ...]:
    """For each page what is known of it as a whole: label, kind and furniture."""
    candidates = [candidate for page in pages for candidate in _candidates(page)]
    repeated = _repeated(candidates)
    by_page: dict[int, list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate in repeated or _is_stamp(candidate):
            by_page[candidate.page].append(candidate)
    labels = _labels(candidates, repeated)
    return tuple(_page_info(page, by_page[page.number], labels.get(page.number)) for page in pages)


def _page_info(page: Page, furniture: list[_Candidate], label: tuple[_Candidate, Excerpt] | None) -> PageInfo:
    pieces = list(furniture)
    if label is not None and label[0] not in pieces:
        pieces.append(label[0])
    excerpts = tuple(words_to_excerpt(piece.words) for piece in pieces)
    taken = {id(word) for piece in pieces for word in piece.words}
    kind = _page_kind(page, [word for word in page.words if id(word) not in taken])
    number = None if label is None else label[1]
    return PageInfo(page.number, page.width, page.height, page.rotation, number, kind, excerpts)


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


def _candidates(page: Page) -> Iterable[_Candidate]:
    rows = words_to_rows(word for word in page.words if _near_edge(word, page))
    for edge, ordered in (("top", rows), ("bottom", rows[::-1])):
        for rank, row in enumerate(ordered[:_OUTERMOST]):
            distance = row[0].baseline if edge == "top" else page.height - row[0].baseline
            if distance > _EDGE * page.height:
                break
            yield from (_candidate(page, edge, distance, rank, segment) for segment in row_to_segments(row))
    yield from _side_candidates(page)


def _near_edge(word: Word, page: Page) -> bool:
    depth = _EDGE * page.height
    return word.turn == 0 and (word.baseline < depth or word.baseline > page.height - depth)


def _side_candidates(page: Page) -> Iterable[_Candidate]:
    """Turned writing along the left or right edge, joined into lines."""
    depth = 0.06 * page.width
    turned = [w for w in page.words if w.turn % 2 == 1 and (w.x1 < depth or w.x0 > page.width - depth)]
    lines: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in turned:
        lines[word.turn, round(word.baseline)].append(word)
    for (turn, baseline), words in lines.items():
        words.sort(key=lambda w: w.top, reverse=turn == 3)
        edge, distance = ("left", baseline) if baseline < page.width / 2 else ("right", page.width - baseline)
        yield _candidate(page, edge, distance, 0, tuple(words))


def _candidate(page: Page, edge: str, distance: float, rank: int, words: tuple[Word, ...]) -> _Candidate:
    text = " ".join(word.text for word in words)
    mask = re.sub(r"\d+", "#", text.casefold())
    return _Candidate(page.number, edge, distance, rank, words, text, mask, _in_grid(words[0], page))


def _in_grid(word: Word, page: Page) -> bool:
    """Whether upright rules stand on both sides of a word at its height, as those of a table's cell do."""
    vertical = page.rules.vertical
    if len(vertical) == 0:
        return False
    middle = (word.top + word.bottom) / 2
    crossing = vertical[(vertical[:, 1] < middle) & (vertical[:, 2] > middle), 0]
    return bool((crossing <= word.x0 + 1).any() and (crossing >= word.x1 - 1).any())


def _repeated(candidates: list[_Candidate]) -> set[_Candidate]:
    """Segments that stand at the same height on a page close by, and all that stand further out than one that does."""
    alike: dict[tuple[str, str], list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.in_grid and not _vocabulary().caption.match(candidate.text):
            alike[candidate.edge, candidate.mask].append(candidate)
    repeated: set[_Candidate] = set()
    for group in alike.values():
        group.sort(key=lambda c: (c.page, c.distance))
        for one, other in ((a, b) for i, a in enumerate(group) for b in group[i + 1 : i + 4]):
            near = 0 < other.page - one.page <= (_NEIGHBOURS if one.rank == 0 else 1)
            alike_set = abs(one.words[0].size - other.words[0].size) <= _SAME_SIZE
            if near and alike_set and abs(one.distance - other.distance) <= _SAME_HEIGHT:
                repeated.update((one, other))
    return _without_body(candidates, repeated)


def _without_body(candidates: list[_Candidate], repeated: set[_Candidate]) -> set[_Candidate]:
    """The repeated segments that no line of the body stands outside of or beside."""
    body = _first_body_ranks(candidates, repeated)
    return {c for c in repeated if c.rank < body.get((c.page, c.edge), _OUTERMOST)}


def _first_body_ranks(candidates: list[_Candidate], repeated: set[_Candidate]) -> dict[tuple[int, str], int]:
    """For each page and edge how many lines inwards the body begins."""
    ranks: dict[tuple[int, str], int] = {}
    for candidate in candidates:
        key = candidate.page, candidate.edge
        if candidate in repeated or _is_stamp(candidate) or _page_number(candidate.text):
            continue
        ranks[key] = min(ranks.get(key, _OUTERMOST), candidate.rank)
    return ranks


def _is_stamp(candidate: _Candidate) -> bool:
    return candidate.rank <= 2 and not candidate.in_grid and bool(_vocabulary().stamp.fullmatch(candidate.text))


def _page_number(text: str) -> re.Match[str] | None:
    return _vocabulary().page_number.fullmatch(text) or _vocabulary().number_within.search(text)


def _labels(candidates: list[_Candidate], repeated: set[_Candidate]) -> dict[int, tuple[_Candidate, Excerpt]]:
    """The printed number of each page.

    Where a page has several (the pack's and the document's own), the one wins whose distance from the PDF's own count
    is the most common in the pack: a stamp counts on where a document starts anew.
    """
    offered: dict[int, list[tuple[_Candidate, Excerpt]]] = defaultdict(list)
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
            label = words_to_excerpt(candidate.words)
            offered[candidate.page].append((candidate, label.group(match, name)))
    offsets = Counter(
        int(label.text) - page for page, labels in offered.items() for _, label in labels if label.text.isdigit()
    )
    return {page: max(labels, key=lambda one: _label_weight(one[1], page, offsets)) for page, labels in offered.items()}


def _label_weight(label: Excerpt, page: int, offsets: Counter[int]) -> int:
    return offsets[int(label.text) - page] if label.text.isdigit() else 0
