"""Pages made by hand for tests: words set on a line, rules and fills where they are wanted."""

from __future__ import annotations

import numpy as np

from extract.pdf.types import Fills, Font, Page, Rgb, Rules, Word

PLAIN, BOLD = Font("Plain", False, False), Font("Plain-Bold", True, False)
BLACK = Rgb(0, 0, 0)
_ADVANCE = 0.5  # em for each character, so that places can be worked out by hand
_SPACE = 0.25


def set_word(text: str, x: float, baseline: float, *, size: float = 10, font: Font = PLAIN, page: int = 1) -> Word:
    """One word of characters half an em wide that begins at `x`."""
    edges = x + _ADVANCE * size * np.arange(len(text) + 1, dtype=float)
    top, bottom = baseline - 0.8 * size, baseline + 0.2 * size
    return Word(text, page, x, top, float(edges[-1]), bottom, baseline, size, font, BLACK, 0, edges, 0)


def set_line(
    text: str, x: float, baseline: float, *, size: float = 10, font: Font = PLAIN, page: int = 1
) -> list[Word]:
    """Words with a quarter of an em between them."""
    words = []
    for part in text.split():
        words.append(set_word(part, x, baseline, size=size, font=font, page=page))
        x = words[-1].x1 + _SPACE * size
    return words


def set_row(texts: dict[float, str], baseline: float, *, font: Font = PLAIN, page: int = 1) -> list[Word]:
    """A line of several parts: what begins at each x."""
    return [word for x, text in texts.items() for word in set_line(text, x, baseline, font=font, page=page)]


def page_of(
    words: list[Word],
    *,
    across: list[tuple[float, float, float]] = [],  # noqa: B006 # never changed
    down: list[tuple[float, float, float]] = [],  # noqa: B006 # never changed
    fills: list[tuple[tuple[float, float, float, float], tuple[int, int, int]]] = [],  # noqa: B006 # never changed
    number: int = 1,
) -> Page:
    """An A4 page: `across` are rules (y, x0, x1), `down` are rules (x, top, bottom), `fills` are (box, colour)."""
    rules = Rules(np.array(across, float).reshape(-1, 3), np.array(down, float).reshape(-1, 3))
    painted = Fills(
        np.array([box for box, _ in fills], float).reshape(-1, 4),
        np.array([colour for _, colour in fills], np.uint8).reshape(-1, 3),
    )
    return Page(number, 595.0, 842.0, 0, tuple(words), rules, painted, (), ())


def grid(xs: list[float], ys: list[float]) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """The rules of a whole grid."""
    across = [(y, xs[0], xs[-1]) for y in ys]
    down = [(x, ys[0], ys[-1]) for x in xs]
    return across, down
