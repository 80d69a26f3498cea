"""Words to lines: what stands on one baseline, left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.layout.types import Line
from extract.pdf.types import Word

_SAME_LINE = 0.4  # em that baselines on one line may differ: raised figures, columns set a little off
_TAB_GAP = 1.4  # em between words that no word space makes, not even in justified lines


def words_to_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Upright words grouped by baseline, top to bottom, each group left to right."""
    rows: list[list[Word]] = []
    baseline = size = 0.0
    for word in sorted((w for w in words if w.turn == 0), key=lambda w: (w.baseline, w.x0)):
        if rows and word.baseline - baseline <= _SAME_LINE * max(size, word.size):
            rows[-1].append(word)
            if word.size > size:
                baseline, size = word.baseline, word.size
        else:
            rows.append([word])
            baseline, size = word.baseline, word.size
    for row in rows:
        row.sort(key=lambda w: w.x0)
    return rows


def words_to_lines(words: Iterable[Word], page_height: float) -> tuple[Line, ...]:
    """The lines of a page (or a part of it) from top to bottom; turned words are left out."""
    lines: list[Line] = []
    above = None
    for row in words_to_rows(words):
        top = min(word.top for word in row)
        space = page_height if above is None else top - above
        segments = row_to_segments(row)
        lines.append(Line(row[0].page, segments[0] if len(segments) == 1 else tuple(row), segments, space))
        above = max(word.bottom for word in row)
    return tuple(lines)


def row_to_segments(row: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """A row cut where the gap between two words is wider than a word space can be."""
    segments: list[list[Word]] = []
    for word in row:
        if segments and word.x0 - segments[-1][-1].x1 <= _TAB_GAP * max(word.size, segments[-1][-1].size):
            segments[-1].append(word)
        else:
            segments.append([word])
    return tuple(map(tuple, segments))
