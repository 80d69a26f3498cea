"""What a page holds once it is read.

Every coordinate is in PDF points from the top left corner of the page as displayed (`/Rotate` and crop box undone),
x to the right and y down. Boxes are (x0, top, x1, bottom).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ShortFloats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


class Box(NamedTuple):
    """A place on a page, in points from the displayed page's top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Rgb(NamedTuple):
    """A colour in sRGB, each part 0 to 255."""

    red: int
    green: int
    blue: int


class Font(NamedTuple):
    """A font as its file names it; weight and slant are what the name and the descriptor say."""

    name: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Characters that stand together on one baseline.

    `edges` is shared by the words of a page, in few bytes as a pack has as many as characters: `edges[at + i]` and
    `edges[at + i + 1]` are where character `i` of `text` begins and ends along the line of writing, so that a part of a
    word has an exact box too.
    `turn` counts quarter turns clockwise of the writing as displayed (0 upright, 1 reads downwards, 3 upwards).
    """

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    font: Font
    colour: Rgb
    turn: int
    edges: ShortFloats
    at: int

    @property
    def bold(self) -> bool:
        """Whether it is set in a bold face."""
        return self.font.bold

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def box(self) -> Box:
        """Its place on its page."""
        return Box(self.page, self.x0, self.top, self.x1, self.bottom)

    def part(self, start: int, end: int) -> Box:
        """The box of its characters from `start` up to `end`, both within its text."""
        start, end = max(start, 0), min(end, len(self.text))
        if start <= 0 and end >= len(self.text):
            return self.box
        first, last = sorted((float(self.edges[self.at + start]), float(self.edges[self.at + end])))
        if self.turn % 2 == 0:
            return Box(self.page, max(first, self.x0), self.top, min(last, self.x1), self.bottom)
        return Box(self.page, self.x0, max(first, self.top), self.x1, min(last, self.bottom))


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Straight drawn lines of a page: `horizontal` is (n, 3) of (y, x0, x1), `vertical` is (n, 3) of (x, top, bottom).

    Thin filled boxes count as the line they look like, and the sides of stroked boxes as four lines.
    """

    horizontal: Floats
    vertical: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Fills:
    """Filled boxes in the order they are painted.

    `boxes` is (n, 4) of (x0, top, x1, bottom), `rgb` is (n, 3) of 0-255.
    """

    boxes: Floats
    rgb: Bytes


class Link(NamedTuple):
    """A link on a page: to another page of the file (1-based) or to an address."""

    box: Box
    page: int | None
    address: str | None


class Bookmark(NamedTuple):
    """An entry of the outline: its level (0 outermost), its words and the page it leads to (1-based) if any."""

    level: int
    title: str
    page: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page as displayed: size in points, words in the order they are painted, rules, fills, pictures, links.

    `readable` is false where the engine could not load the page; it then has no size and nothing on it.
    """

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    rules: Rules
    fills: Fills
    pictures: tuple[Box, ...]
    links: tuple[Link, ...]
    readable: bool = True
