"""Which lines are headings: set bolder or larger than the running text, and short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extract.layout.types import Line

_LARGER = 1.12  # times the size of the running text
_MOST_WORDS = 30
_CONTINUES = (",", ";", " and", " of", " the", " to")


def size_counts(lines: Iterable[Line]) -> Counter[float]:
    """How many characters are set in each font size, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            sizes[round(word.size, 1)] += len(word.text)
    return sizes


def running_size(sizes: Counter[float]) -> float:
    """The font size of running text: that of most characters, in points; 11 where there are none."""
    return sizes.most_common(1)[0][0] if sizes else 11.0


def is_heading(line: Line, running: float) -> bool:
    """Whether a line is a heading beside running text of `running` points."""
    text = line.text
    if len(line.words) > _MOST_WORDS or not any(c.isalpha() for c in text) or text.endswith(_CONTINUES[:2]):
        return False
    if line.bold or line.size >= _LARGER * running:
        return True
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters) and len(line.words) <= 12
