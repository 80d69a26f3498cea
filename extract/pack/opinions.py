"""What a second finder of tables says, laid beside what was read: it makes tables surer or less sure, and no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.pack.types import Element
from extract.pdf.types import Box
from extract.tables.types import CONFIRMED, CONTRADICTED, DOUBTED, Opinion, Table


def with_confidence(elements: Iterable[Element], opinions: Iterable[Opinion]) -> Iterator[Element]:
    """The elements, each doubtful table with the confidence that opinions of its parts leave it."""
    said: dict[Box, list[bool | None]] = defaultdict(list)
    for opinion in opinions:
        said[opinion.doubt.box].append(opinion.agrees)
    return (_with_confidence(element, said) for element in elements)


def _with_confidence(element: Element, said: Mapping[Box, list[bool | None]]) -> Element:
    if not isinstance(element, Table):
        return element
    verdicts = [agrees for part in element.fragments for agrees in said.get(part.box, [])]
    return replace(element, confidence=_confidence(verdicts)) if verdicts else element


def _confidence(verdicts: Sequence[bool | None]) -> float:
    if False in verdicts:
        return CONTRADICTED
    return DOUBTED if None in verdicts else CONFIRMED
