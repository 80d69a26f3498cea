"""Whose decision a sentence of minutes tells: the meeting's own, or one that another body took before."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from extract.pack.types import Pack
from extract.records.minutes import Minutes
from extract.records.triggers import Trigger
from extract.vocabulary import any_of, read_vocabulary


@cache
def _bodies() -> re.Pattern[str]:
    names = read_vocabulary("extract.records", "bodies", {"bodies": list})["bodies"]
    return any_of([rf"\b(?:{name})\b" for name in names])


def kinds_of_body(pack: Pack, minutes: Minutes) -> frozenset[str]:
    """What kinds of body the meeting is (`cabinet`), by the pack's front and the head of its minutes."""
    titles = takewhile(lambda line: ":" not in line.text and len(line.text.split()) < 20, minutes.head)
    return _kinds(" ".join([pack.front.committee.text, *(line.text for line in titles)]))


def is_own_decision(text: str, trigger: Trigger, own: frozenset[str]) -> bool:
    """Whether a decision word may be the meeting's: `The Board resolved to` in a cabinet's minutes is not."""
    if trigger.formal or not own:
        return True
    subject = text[trigger.start : trigger.word_start]
    found = _kinds(subject)
    return not found or bool(found & own)


def _kinds(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"\W", "", match[0].casefold()) for match in _bodies().finditer(text))
