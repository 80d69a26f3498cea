"""Whether the second reader sees in a box what the store says of it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources

from load.types import Claim, Proof, ProofStatus
from normalise import colour_name
from packtrace.proof.seen import Fill, Rgb, SeenPage, fills_in_box, writings_in_box

_SHADE = 2  # of 255; two readers round a colour differently
# a code without a character, a control sign, a sign of a font's own, or one that stands for any unknown
_UNNAMED = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufffd]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # no store or terminal takes these


def judge(page: SeenPage | None, claim: Claim) -> Proof:
    """What the second reader says of a box: `proved` only where the words are the same, and the fill where the value
    was read from one; None for a page that it could not read.
    """
    if page is None:
        return Proof("unreadable")
    if claim.colour is not None:
        return _judge_fill(page, claim, claim.colour)
    writings = writings_in_box(page, claim.box)
    if any(as_printed(writing) == as_printed(claim.words) for writing in writings):
        return Proof("proved")
    return _unlike(writings)


def _judge_fill(page: SeenPage, claim: Claim, colour: str) -> Proof:
    """Most points of the box must have the colour; of the cell's words, which say what it is, only letters count."""
    wanted = (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
    fills = fills_in_box(page, claim.box)
    alike = sum(fill is not None and _is_colour(fill, wanted) for fill in fills)
    if 2 * alike < len(fills):
        (fill, _) = Counter(fills).most_common(1)[0]
        return Proof("unreadable" if fill is None or not fill.exact else "disagrees", _fill_to_text(fill))
    writings = writings_in_box(page, claim.box)
    if not _letters(claim.words) or any(_letters(writing) == _letters(claim.words) for writing in writings):
        return Proof("proved")
    return _unlike(writings)


def _unlike(writings: list[str]) -> Proof:
    seen = "\n".join(writings)
    status: ProofStatus = "unreadable" if not seen or _UNNAMED.search(seen) else "disagrees"
    return Proof(status, _UNWRITABLE.sub("\ufffd", seen) or None)


def _is_colour(fill: Fill, wanted: Rgb) -> bool:
    if fill.exact:
        return all(abs(part - other) <= _SHADE for part, other in zip(fill.rgb, wanted, strict=True))
    return colour_name(*fill.rgb) == colour_name(*wanted)


def _fill_to_text(fill: Fill | None) -> str | None:
    return None if fill is None else "#{:02x}{:02x}{:02x}".format(*fill.rgb)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, as_printed(text)))


def as_printed(text: str) -> str:
    """A text with signs that are printed alike as one, and white space folded."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_same_signs())).split())


@cache
def _same_signs() -> dict[int, str]:
    """The signs of `vocabulary/same.toml`; ValueError where it holds anything else."""
    file = resources.files("packtrace.proof").joinpath("vocabulary", "same.toml")
    vocabulary = tomllib.loads(file.read_text(encoding="utf-8"))
    if set(vocabulary) != {"signs"}:
        raise ValueError(f"same.toml may have only 'signs', not {sorted(set(vocabulary) - {'signs'})}")
    signs = vocabulary["signs"]
    if any(len(sign) != 1 or not isinstance(like, str) for sign, like in signs.items()):
        raise ValueError("same.toml: each of signs is one character, and what it is printed like is text")
    return {ord(sign): like for sign, like in signs.items()}
