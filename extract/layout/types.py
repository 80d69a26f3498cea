"""What the layout of a page is once its words are put in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.layout.excerpt import EMPTY, Excerpt, words_to_excerpt
from extract.pdf.types import Box, Word


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Words on one baseline, left to right, across the whole text area (a label and its text are one line).

    `segments` are its parts between gaps wider than a word space can be (a tab, a column), as tuples of words.
    `space_above` is the distance in points from the line above on the page to its own top; page height for the first.
    """

    page: int
    words: tuple[Word, ...]
    segments: tuple[tuple[Word, ...], ...]
    space_above: float
    _excerpt: Excerpt | None = field(default=None, init=False, repr=False)

    @property
    def x0(self) -> float:
        """Left end, in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right end, in points."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Top of its tallest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Bottom of its lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The font size of most of its characters, in points."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda size: weights[size])

    @property
    def bold(self) -> bool:
        """Whether all its letters and digits are bold."""
        return all(word.bold for word in self.words if any(c.isalnum() for c in word.text))

    @property
    def italic(self) -> bool:
        """Whether all of it is set in italics."""
        return all(word.font.italic for word in self.words)

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def excerpt(self) -> Excerpt:
        """Its words as an Excerpt; made once, as many readers ask for it."""
        if self._excerpt is None:
            object.__setattr__(self, "_excerpt", words_to_excerpt(self.words))
        return self._excerpt or EMPTY

    @property
    def box(self) -> Box:
        """Its place on the page."""
        return Box(self.page, self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What is known of a page as a whole.

    `label` is the number that the pack prints on it, `kind` is one of `text`, `blank` (nothing, or a sentence that says
    it is left blank), `restricted` (a notice that the document is not published) and `scanned` (pictures, no words).
    `furniture` are the lines of running headers, footers and stamps, which belong to no record.
    """

    number: int
    width: float
    height: float
    rotation: int
    label: Excerpt | None
    kind: str
    furniture: tuple[Excerpt, ...]
