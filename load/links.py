"""Which packs of one meeting stand for which: published anew, or adding papers to another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import NamedTuple

SHARED = 0.5
"""The part of a pack's pages that another must repeat, word for word, to have been published instead of it."""

_TOP_LINES, _SHORT = 15, 10
_LEAST_WORDS = 12  # a page with fewer says nothing of its pack: blank pages are alike everywhere
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Version:
    """A pack among those of its meeting: when its file was last changed, whether it says it is a supplement, and
    what its pages say (as folded words, one entry a page).
    """

    id: int
    sha256: str
    modified_at: datetime | None
    is_supplement: bool
    pages: frozenset[str]


class Links(NamedTuple):
    """The ids of the pack that was published instead, and of the one that papers are added to."""

    superseded_by: int | None = None
    supplement_to: int | None = None


def versions_to_links(versions: Iterable[Version]) -> dict[int, Links]:
    """The links of each pack of one meeting, by id; the same in whatever order the packs came in.

    The file changed last is the newest; it supersedes those of its kind half of whose pages it repeats.
    """
    ordered = sorted(versions, key=lambda version: (version.modified_at or _LONG_AGO, version.sha256))
    superseded = {version.id: _newest_instead(version, ordered[at + 1 :]) for at, version in enumerate(ordered)}
    current = [version for version in ordered if superseded[version.id] is None and not version.is_supplement]
    main = max(current, key=lambda version: len(version.pages)).id if current else None
    return {v.id: Links(superseded[v.id], main if v.is_supplement else None) for v in ordered}


def _newest_instead(version: Version, later: Sequence[Version]) -> int | None:
    for other in reversed(later):
        if other.is_supplement == version.is_supplement and _share(version.pages, other.pages) >= SHARED:
            return other.id
    return None


def _share(pages: frozenset[str], others: frozenset[str]) -> float:
    return len(pages & others) / len(pages) if pages else 0.0


def texts_to_pages(texts: Iterable[str]) -> frozenset[str]:
    """What pages say, by their words alone; pages with hardly any are left out."""
    folded = (text.casefold().split() for text in texts)
    return frozenset(" ".join(words) for words in folded if len(words) >= _LEAST_WORDS)


def says_supplement(file_name: str, first_page: str) -> bool:
    """Whether a pack says that it adds papers to another, near the top of its first page or in its file's name."""
    words = supplement_words()
    name = re.sub(r"[\W_]+", " ", PurePath(file_name).stem.casefold())
    if any(_holds(name, term) for term in words["file_name"]):
        return True
    lines = [line.casefold() for line in first_page.splitlines()[:_TOP_LINES]]
    return any(_holds(line, term) for line in lines if len(line.split()) <= _SHORT for term in words["page"])


def _holds(text: str, term: str) -> bool:
    return re.search(rf"\b{re.escape(term)}\b", text) is not None


@cache
def supplement_words() -> dict[str, tuple[str, ...]]:
    """The words of `vocabulary/supplements.toml`, by where they are looked for."""
    with resources.files("load").joinpath("vocabulary", "supplements.toml").open("rb") as file:
        vocabulary = tomllib.load(file)
    if set(vocabulary) != {"page", "file_name"}:
        raise ValueError(f"supplements.toml may have only 'page' and 'file_name', not {sorted(vocabulary)}")
    if any(word != word.lower() for words in vocabulary.values() for word in words):
        raise ValueError("supplements.toml: words must be in lower case")
    return {place: tuple(words) for place, words in vocabulary.items()}
