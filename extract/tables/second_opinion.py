"""What camelot-py makes of the places where our own finder of tables is unsure. The only module that imports it.

It is asked about those places only, on their page only. What it says changes no reading: where it agrees a table is
surer, where it does not a person is told. docs/tables.md says which of its flavours is asked about what.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from extract.pdf.types import Box
from extract.tables.types import Doubt, Opinion, Why

# stream takes the columns of a region as given to be a table; network says whether there is one; lattice follows rules
FLAVOURS: dict[Why, str] = {
    "refused": "network",
    "few lines": "stream",
    "ragged": "stream",
    "by alignment": "stream",
    "unruled rows": "stream",
    "borders left out": "lattice",
}
MOST_ASKED = 40  # places of one pack; a pack with more has a layout that neither finder knows
_MARGIN = 2.0  # points round a place, so that no letter is cut
_SAME_WORDS = 0.8  # of a place's words that camelot must see there too, else it looked somewhere else
_SAME_COLUMN = 0.95  # of the words that must stand in the same column
_LEAST_COLUMNS = 3  # of a table that camelot finds where we found none


@dataclass(frozen=True, slots=True)
class _Found:
    """A table as camelot gives it: its rows, where its columns begin and end in points, its words."""

    rows: int
    columns: tuple[tuple[float, float], ...]
    text: str


def second_opinions(path: Path, doubts: Iterable[Doubt]) -> tuple[Opinion, ...]:
    """What camelot makes of each doubtful place of a PDF; `agrees` is None where it cannot be asked or compared."""
    return tuple(
        _opinion(path, doubt) if number < MOST_ASKED else Opinion(doubt, FLAVOURS[doubt.why])
        for number, doubt in enumerate(doubts)
    )


def _opinion(path: Path, doubt: Doubt) -> Opinion:
    flavour = FLAVOURS[doubt.why]
    found = _ask(path, doubt, flavour)
    if found is None:
        return Opinion(doubt, flavour)
    seen = [table for table in found if _share_of_words(table, doubt) > 1 - _SAME_WORDS]
    if doubt.why == "refused":
        tables = [table for table in seen if len(table.columns) >= _LEAST_COLUMNS and table.rows >= _LEAST_COLUMNS]
        widest = max(tables, key=lambda table: len(table.columns), default=_Found(0, (), ""))
        return Opinion(doubt, flavour, widest.rows, len(widest.columns), not tables)
    if len(seen) != 1 or _share_of_words(seen[0], doubt) < _SAME_WORDS:
        return Opinion(doubt, flavour)
    return Opinion(doubt, flavour, seen[0].rows, len(seen[0].columns), _agrees(seen[0], doubt))


def _agrees(found: _Found, doubt: Doubt) -> bool:
    """Whether it has our columns, with the same words in each, and no fewer rows than we.

    stream gives each printed line a row of its own, so that more rows contradict us only where we say that rows were
    drawn.
    """
    if len(found.columns) != doubt.columns or found.rows < doubt.rows:
        return False
    if doubt.why in ("unruled rows", "borders left out") and found.rows != doubt.rows:
        return False
    cuts = [(left[1] + right[0]) / 2 for left, right in pairwise(found.columns)]
    same = sum(sum(middle > cut for cut in cuts) == column for middle, column in doubt.middles)
    return same >= _SAME_COLUMN * len(doubt.middles)


def _share_of_words(found: _Found, doubt: Doubt) -> float:
    """How many of a place's words (0 to 1) a table holds, in whatever order."""
    asked, held = Counter(doubt.text.split()), Counter(found.text.split())
    return (asked & held).total() / max(asked.total(), 1)


def _ask(path: Path, doubt: Doubt, flavour: str) -> Sequence[_Found] | None:
    """The tables that camelot finds in a place; None where it fails."""
    from camelot.io import read_pdf  # takes most of a second, and few packs need it

    area = ",".join(f"{edge:.2f}" for edge in _to_area(doubt.box, doubt.page_height))
    # a region is searched for tables, an area is one
    place: dict[str, Any] = {"table_regions" if flavour == "network" else "table_areas": [area]}
    if flavour == "lattice":
        place["engine"] = "vector"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of each place without a table, which is an answer here
            found = read_pdf(str(path), pages=str(doubt.box.page), flavor=flavour, suppress_stdout=True, **place)
            return [_to_found(table) for table in found]
    except Exception:  # whatever a PDF does to it, an opinion less is no fault of the pack
        return None


def _to_area(box: Box, height: float) -> tuple[float, float, float, float]:
    """A place as camelot wants it: left, top, right, bottom in points from the bottom left corner."""
    return (
        max(box.x0 - _MARGIN, 0.0),
        height - box.top + _MARGIN,
        box.x1 + _MARGIN,
        max(height - box.bottom - _MARGIN, 0.0),
    )


def _to_found(table: Any) -> _Found:
    columns = tuple((float(x0), float(x1)) for x0, x1 in table.cols)
    text = "\n".join(str(cell) for row in table.df.to_numpy().tolist() for cell in row)
    return _Found(len(table.rows), columns, text)
