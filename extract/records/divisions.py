"""Who moved what was carried where a motion and an amendment to it stand under labels of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.pack.prose import Paragraph
from extract.records.votes import Movers, find_movers

_LABEL = re.compile(r"(?i)\W*(?P<name>motion|amendment)\b")
_LABEL_WORDS = 3  # of a paragraph that is a label and nothing else
_CARRIED = re.compile(
    r"(?i)\b(?P<name>motion|amendment)\b(?:(?!motion|amendment)[^.;]){0,30}?\b(?:carried|adopted|successful)\b"
    r"|\bcarried\b[^.;]{0,12}\b(?P<behind>motion|amendment)\b"
)


def moved_under_label(paragraphs: Sequence[Paragraph]) -> Movers | None:
    """The movers of the motion or the amendment that was carried; None unless both stand under their labels."""
    found: dict[str, Movers] = {}
    name = carried = ""
    for paragraph in paragraphs:
        text = paragraph.text
        label = _LABEL.match(text.text)
        movers = find_movers(text)
        if label is not None and (movers is not None or len(text.words) <= _LABEL_WORDS):
            name = label["name"].casefold()
        if movers is not None and name:
            found.setdefault(name, movers)
        told = _CARRIED.search(text.text)
        if told is not None and len(found) > 1:
            carried = (told["name"] or told["behind"]).casefold()
    return found.get(carried)
