"""Characters that a file writes in a font's private way, as the Unicode characters they look like.

The signs are in `extract/pdf/vocabulary/glyphs.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.pdf.fonts import family_of
from extract.pdf.types import Font

_PRIVATE_FIRST, _PRIVATE_LAST = 0xF000, 0xF0FF  # where symbol fonts have their signs
_OWN_CODE = 0xFF  # the part of a private code that is the font's own
_UNKNOWN = 0xFFFD
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000  # halves of UTF-16 that stand for one code point from _BEYOND on
_BEYOND, _LAST = 0x10000, 0x10FFFF
_SYMBOL = "symbol"
_BULLET = "•"
_KEYS = {"hyphens", "unseen", "signs"}


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Code points printed as hyphens, those not seen, and for each family of signs what its own codes look like."""

    hyphens: NDArray[np.uint32]
    unseen: NDArray[np.uint32]
    signs: dict[str, dict[int, str]]


@cache
def glyphs() -> Glyphs:
    """The signs of the vocabulary; ValueError where it holds an unknown or lacks a known key."""
    path = Path(__file__).parent / "vocabulary" / "glyphs.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if set(data) != _KEYS:
        raise ValueError(f"{path}: wants the keys {sorted(_KEYS)}, has {sorted(data)}")
    signs = {family: {int(code, 16): sign for code, sign in table.items()} for family, table in data["signs"].items()}
    if bad := [sign for table in signs.values() for sign in table.values() if len(sign) != 1]:
        raise ValueError(f"{path}: a sign is one character, not {bad}")
    hyphens, unseen = (np.array(sorted(map(ord, data[key])), np.uint32) for key in ("hyphens", "unseen"))
    return Glyphs(hyphens, unseen, signs)


def is_unseen(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each code point is one of no width."""
    unseen = glyphs().unseen
    found: NDArray[np.bool_] = codes >= unseen[0]
    if found.any():
        found &= np.isin(codes, unseen)
    return found


def joined_halves(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Code points with each pair of UTF-16 halves as the one they stand for, then one of no width."""
    high = (codes[:-1] >= _HIGH) & (codes[:-1] < _LOW) & (codes[1:] >= _LOW) & (codes[1:] < _AFTER)
    if not high.any():
        return codes
    at = np.flatnonzero(high)
    joined = codes.copy()
    joined[at] = _BEYOND + (codes[at] - _HIGH) * 1024 + (codes[at + 1] - _LOW)
    joined[at + 1] = glyphs().unseen[0]
    return joined


def is_private(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each code point is a sign by its place in a font only."""
    private: NDArray[np.bool_] = (codes >= _PRIVATE_FIRST) & (codes <= _PRIVATE_LAST)
    return private


def plain_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Code points with all hyphens as one, and U+FFFD where the file does not say which character it is."""
    hyphens = glyphs().hyphens
    if (codes >= hyphens[0]).any():
        codes = np.where(np.isin(codes, hyphens), ord("-"), codes)
    unknown = (codes == 0) | (codes > _LAST) | ((codes >= _HIGH) & (codes < _AFTER))
    return np.where(unknown, _UNKNOWN, codes).astype(np.uint32)


def private_sign(code: int, font: Font) -> int:
    """A private code point as the character it looks like in a font; itself where that is not known."""
    signs = glyphs().signs
    family = family_of(font)
    own = code & _OWN_CODE
    sign = (signs[family].get(own) if family else None) or signs["any"].get(own)
    return ord(sign) if sign else code


def lone_sign(text: str, font: Font) -> str:
    """A word of one character in a font of signs, as the character it looks like.

    A Latin letter set in a Symbol font, which has none, is a bullet whose file names it wrongly.
    """
    family = family_of(font)
    if family is None or len(text) != 1:
        return text
    if family == _SYMBOL:
        return _BULLET if text.isascii() and text.isalpha() else text
    return glyphs().signs[family].get(ord(text), text)
