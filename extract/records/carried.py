"""Decisions without a decision word: proposals that were carried, and lists of what a body did (`The Board:-`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.layout.excerpt import Excerpt, join_lines
from extract.pack.prose import Paragraph
from extract.records.triggers import sentence_end
from extract.records.votes import Movers, Votes, amendment, find_movers, find_votes, lost, name_pattern
from extract.vocabulary import read_vocabulary

# What a chair declares of a motion that was put to the vote.
DECLARED = re.compile(
    r"(?i)\bdeclared\b[^.;]*\b(?:motion|proposal|amendment|recommendation)\b"
    r"|\b(?:motion|proposal|amendment|recommendation) (?:was|is) (?:\w+ )?declared\b"
)
_SHORT = 60  # characters of a paragraph that says no more than that a proposal was carried
_PROPOSED = re.compile(r"(?i)\b(?:proposed|moved)\s+(?:that\s+|(?=to\s+))(?!(?:by|cllr|councillor)\b)")
_SECONDED = re.compile(r"(?i)[,;.]?\s+(?:and\s+)?(?:this was |it was |was )?(?:duly )?seconded\b")
_PUT = re.compile(r"(?i)\b(?:carried|agreed|approved)\b")
_THAT = re.compile(r"(?i)\W*that\b\s*[:,]?\s*")
_CARRIED_END = re.compile(r"(?i)[\s;,]*\b(?P<word>carried)\b[^.;]{0,40}[.\s]*$")
_LIST_MARK = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]")
_ITEM_END = re.compile(r"(?i)[\s;.,]*(?:;\s*and|;)?\s*$")


class Carried(NamedTuple):
    """The words that say it was carried (or what the body did), what was decided, who moved it, the vote."""

    word: Excerpt
    text: Excerpt
    movers: Movers | None
    votes: Votes


@dataclass(frozen=True, slots=True)
class _Words:
    carried: re.Pattern[str]
    put: re.Pattern[str]
    body: re.Pattern[str]
    decides: re.Pattern[str]


@cache
def _vocabulary() -> _Words:
    """The word list of extract/records/vocabulary/carried.toml as patterns."""
    data = read_vocabulary("extract.records", "carried", dict.fromkeys(("carried", "put", "bodies", "decides"), list))
    carried, put = "|".join(data["carried"]), "|".join(data["put"])
    return _Words(
        re.compile(
            rf"(?i)(?:^|(?<=[.;,–-])\s*|(?<=\bvote)(?: and)?\s*|\n)[”\"’]?\s*(?P<word>{carried})\b"
            r"[^.;]{0,40}?(?=[.;]|$)"
        ),
        re.compile(rf"(?i)^[\s,;.]*(?:{put})?[\s,;:]*[“\"‘]?(?:that\s+|(?=to\s))"),
        re.compile(
            rf"(?i)^(?:[^.;:]{{3,80}}?,\s+)?(?:the|this) (?:[\w&-]+ ){{0,5}}?(?:{'|'.join(data['bodies'])})"
            rf"\s*(?:{put})?\s*(?::\s*[-–—]?|[-–—])$"
        ),
        re.compile(rf"(?i)^(?P<word>{'|'.join(data['decides'])})\s+(?:that\s+)?(?=\w)"),
    )


@cache
def _two_names() -> re.Pattern[str]:
    mover, seconder = (f"(?P<{role}>{name_pattern()})" for role in ("mover", "seconder"))
    between = r"(?:[,;.]?\s*(?:and\s+)?seconded(?: by)?\W+|\s*[,/–-]\s*)"
    return re.compile(rf"(?i)(?:moved(?: by)?\W+)?{mover}{between}{seconder}\s*:?")


def carried_proposal(paragraphs: Sequence[Paragraph], at: int) -> Carried | None:
    """The proposal of a paragraph that says it was carried, as its next short one may; None where there is none.

    Only for minutes that hold no decision word: elsewhere the proposal is told again behind it.
    """
    text = paragraphs[at].text
    movers = find_movers(text)
    found = _moved(text, movers)
    if found is None or lost().search(text.text):
        return None
    start, end = found
    rest = text.cut(end)
    if (said := rest.search(_vocabulary().carried)) is not None:
        return Carried(rest.group(said, "word"), text.cut(start, end).strip(), movers, find_votes(rest))
    put = _PUT.search(text.text, movers.end, start) if movers is not None else None
    if put is not None:
        return Carried(text.cut(put.start(), put.end()), text.cut(start, end).strip(), movers, find_votes(rest))
    below = paragraphs[at + 1].text if at + 1 < len(paragraphs) else None
    if below is None or len(below) > _SHORT or (match := below.search(_vocabulary().carried)) is None or match.start():
        return None
    return Carried(below.group(match, "word"), text.cut(start, end).strip(), movers, find_votes(below))


def told_apart(paragraph: Paragraph) -> bool:
    """Whether a paragraph tells of a proposal and that it was carried, and of no amendment: it needs no other one."""
    text = paragraph.text
    found = _moved(text, find_movers(text))
    carried = found is not None and _vocabulary().carried.search(text.text, found[1]) is not None
    return carried and amendment().search(text.text) is None


def numbered_motion(title: Excerpt, paragraphs: Sequence[Paragraph]) -> Carried | None:
    """The motion of a minute whose title is who moved and who seconded it (`23-056 D. Oak, T. Elm:`), if carried."""
    named = title.search(_two_names()) if paragraphs and _THAT.match(paragraphs[0].text.text) else None
    if named is None or named.end() < len(title):
        return None
    parts: list[Excerpt] = []
    for paragraph in paragraphs:
        text = paragraph.whole if not paragraph.bullet else paragraph.text
        end = text.search(_CARRIED_END)
        parts.append(text if end is None else text.cut(0, end.start()))
        if end is not None:
            break
    else:
        return None
    if lost().search(text.text):
        return None
    that = parts[0].search(_THAT)
    parts[0] = parts[0].cut(that.end()) if that is not None else parts[0]
    movers = Movers(title.group(named, "mover"), title.group(named, "seconder"), 0, len(title))
    return Carried(text.group(end, "word"), join_lines([part for part in parts if part]), movers, find_votes(text))


def _moved(text: Excerpt, movers: Movers | None) -> tuple[int, int] | None:
    """Where what was moved stands: behind mover and seconder, or between them."""
    if movers is not None and movers.seconder:
        behind = _vocabulary().put.match(text.text[movers.end :])
        if behind is not None:
            start = movers.end + behind.end()
            return start, sentence_end(text.text, start)
    match = text.search(_PROPOSED)
    if match is None:
        return None
    end = sentence_end(text.text, match.end())
    seconded = _SECONDED.search(text.text, match.end(), end)
    return match.end(), seconded.start() if seconded is not None else end


def listed_act(paragraphs: Sequence[Paragraph], at: int) -> Carried | None:
    """What an item of a list decides that a body's name with a colon leads (`The Joint Board:-`); None for others."""
    item = paragraphs[at]
    if not item.marker:
        return None
    match = _vocabulary().decides.match(item.text.text)
    if match is None or not _LIST_MARK.match(item.marker.text):
        return None
    lead = next((paragraph for paragraph in reversed(paragraphs[:at]) if not paragraph.marker), None)
    if lead is None or _vocabulary().body.match(lead.text.text) is None:
        return None
    end = _ITEM_END.search(item.text.text)
    stop = end.start() if end is not None else len(item.text)
    text = item.text.cut(match.end(), stop if item.text.text[stop : stop + 1] != "." else stop + 1)
    return Carried(item.text.group(match, "word"), text, None, find_votes(item.text.cut(stop)))
