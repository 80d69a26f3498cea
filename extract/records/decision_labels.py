"""Decision words that only label what stands below them, or head a column of a table."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.excerpt import Excerpt
from extract.pack.prose import Paragraph

_LABEL_WORDS = 4  # words of a label, fewer than


def is_label(text: Excerpt) -> bool:
    """Whether a paragraph is a label in small letters and nothing else: it gives way to words of decision below it."""
    return len(text.words) < _LABEL_WORDS and not text.text.isupper() and ":" not in text.text


def heads_column(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a label heads a column of a table, with another head beside it: `No | Decision | By whom`."""
    own = paragraphs[at].place
    if own is None or not is_label(paragraphs[at].text):
        return False
    row = [p for n, p in enumerate(paragraphs[max(at - 1, 0) : at + 2], max(at - 1, 0)) if n != at and p.place]
    others = [p.text for p in row if p.place is not None and p.place[:2] == own[:2] and p.place[2] != own[2]]
    return any(len(other.words) < _LABEL_WORDS and other.text[-1:] not in ".;:" for other in others)
