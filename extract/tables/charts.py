"""Charts, whose numbers stand in columns and are no table."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pdf.types import Floats, Rules, Word

_FEWEST = 3  # numbers beside a line of a chart that make them its axis
_SHARE = 0.3  # of the lines that stand beside one
_MIDDLE = (0.3, 0.7)  # of a word's height, between which a line of a chart meets it
_BESIDE = 3.0  # em from a number to the line of the chart that it names


def is_chart(lines: Sequence[Sequence[Word]], rules: Rules) -> bool:
    """Whether drawn lines begin beside the middle of words, as a chart's do beside its scale, and not between rows."""
    beside = sum(_names_a_line(words, rules.horizontal) for words in lines)
    return beside >= _FEWEST and beside >= _SHARE * len(lines)


def _names_a_line(words: Sequence[Word], rules: Floats) -> bool:
    first = words[0]
    low, high = (first.top + share * first.height for share in _MIDDLE)
    level = (rules[:, 0] > low) & (rules[:, 0] < high)
    beside = (rules[:, 1] > first.x1) & (rules[:, 1] < first.x1 + _BESIDE * first.size)
    return bool((level & beside & (rules[:, 2] - rules[:, 1] > 2 * first.size)).any())
