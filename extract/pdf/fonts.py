"""What a font's name says: whether its face is bold or slanted, and which family of signs it belongs to.

The words are in `extract/pdf/vocabulary/fonts.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.pdf.types import Font

_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6  # font descriptor flags, ISO 32000-1 table 123
_END = "$"  # ends a name, so that a part can ask for it


@dataclass(frozen=True, slots=True)
class FontWords:
    """Parts of font names that mean bold, that mean slanted, and that name a family of signs."""

    bold: tuple[str, ...]
    italic: tuple[str, ...]
    families: tuple[str, ...]


@cache
def font_words() -> FontWords:
    """The words of the vocabulary; ValueError where it holds an unknown or lacks a known key."""
    path = Path(__file__).parent / "vocabulary" / "fonts.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    known = set(FontWords.__dataclass_fields__)
    if set(lists) != known:
        raise ValueError(f"{path}: wants the keys {sorted(known)}, has {sorted(lists)}")
    return FontWords(**{key: tuple(words) for key, words in lists.items()})


def font_of(name: str, flags: int) -> Font:
    """The font of a name as in the file (a subset's tag is cut off) and its descriptor's flags."""
    own = name.split("+")[-1]
    folded, words = own.casefold() + _END, font_words()
    bold = bool(flags & _FORCE_BOLD) or any(part in folded for part in words.bold)
    return Font(own, bold, bool(flags & _ITALIC) or any(part in folded for part in words.italic))


@cache
def family_of(font: Font) -> str | None:
    """The family of signs that a font belongs to, None for letters."""
    folded = font.name.casefold().replace(" ", "").replace("-", "")
    return next((f for f in font_words().families if folded.startswith(f.replace(" ", ""))), None)
