"""Printed words in the form in which they are kept or compared."""

from __future__ import annotations

import re

_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_SEPARATORS = " \t\n\u00a0,;:/|&-–—"


def fold(text: str) -> str:
    """The words with single spaces between them; signs that print nothing (soft hyphens, zero widths) are left out."""
    return " ".join(text.translate(_INVISIBLE).split())


def plain(text: str) -> str:
    """Folded, with straight quotes, hyphens for every dash and ligatures taken apart; case is kept."""
    return fold(text).translate(_QUOTES).translate(_DASHES).translate(_LIGATURES)


def comparable(text: str) -> str:
    """The form in which two printings of the same words are equal: plain, case folded, without a final full stop."""
    return plain(text).casefold().rstrip(" .")


def strip_separators(text: str) -> str:
    """The text without white space and separators (`,` `;` `:` `/` `|` `&` and dashes) at its end."""
    return text.rstrip(_SEPARATORS)


def same_length(text: str) -> str:
    """The text with straight quotes, hyphens and plain spaces, each sign for one sign, so that positions stay right."""
    return re.sub(r"\s", " ", text.translate(_QUOTES).translate(_DASHES))
