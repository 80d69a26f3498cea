"""Where a paragraph of minutes begins to say what was decided: the decision words and what tells them from narrative.

`RESOLVED` in capitals is a decision wherever it stands, `Resolved that` at the beginning of a paragraph, `agreed`
within running text only behind `It was` or a body. What was decided elsewhere or before (`had agreed`, `agreed last
year`) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from extract.layout.excerpt import Excerpt
from extract.vocabulary import any_of, read_vocabulary

_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\bNo)(?<!\bMr)(?<!\bSt)(?<!\bDr)(?<!\bMrs)(?<!\bCllr)[.?!][\"”’')\]]*\s+(?=[A-Z“\"‘('0-9£])"
)
_SHAPE = [
    "capitals",
    "leading",
    "acted",
    "alone",
    "passed",
    "recorded",
    "narrative",
    "heard",
    "narrative_bodies",
    "manner",
    "narrated_before",
    "narrated_behind",
    "aftermath",
    "basis",
    "clauses",
    "turns",
    "lost",
    "amendment",
    "voting",
    "movers",
    "name_stops",
    "name_titles",
    "name_particles",
    "votes_for",
    "votes_against",
    "abstentions",
    "numbers",
]


class Trigger(NamedTuple):
    """A decision word: it stands at `start` to `word_end`; what was decided begins at `end`, behind `that`.

    `formal` ones hold to the end of their paragraph, others to the end of their sentence. `passive` ones follow what
    was decided (`The minutes were APPROVED`).
    """

    start: int
    word_start: int
    word_end: int
    end: int
    formal: bool
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    capitals: re.Pattern[str]
    leading: re.Pattern[str]
    narrative: re.Pattern[str]
    acted: re.Pattern[str]
    hearing: re.Pattern[str]
    alone: re.Pattern[str]
    recorded: re.Pattern[str]
    passed: re.Pattern[str]
    manner: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    turns: re.Pattern[str]


def resolution_words() -> dict[str, Any]:
    """The word list of extract/records/vocabulary/resolutions.toml."""
    shape: dict[str, type] = dict.fromkeys(_SHAPE, list)
    return read_vocabulary("extract.records", "resolutions", {**shape, "mover_clause": str})


@cache
def _vocabulary() -> _Words:
    data = resolution_words()
    capitals, leading = "|".join(data["capitals"]), "|".join(data["leading"])
    manner = "(?:" + "|".join(data["manner"]) + ")"
    bodies, narrative = "|".join(data["narrative_bodies"]), "|".join(data["narrative"])
    basis = f"(?:{'|'.join(data['basis'])})\\b"
    acted, heard = "|".join(data["acted"]), "|".join(data["heard"])
    clause = rf"(?:{'|'.join(data['clauses'])})"
    aside = r"|\s*\([^()]*\)|\s+by \w+(?: votes)? to \w+"
    adverb = rf"(?:,?\s+(?:{manner}|then|also|further|all|both|duly|in principle)\b,?{aside})*"
    return _Words(
        re.compile(rf"\b(?P<word>(?:(?:{capitals})\s*/\s*)?(?:{capitals})(?: IN PRINCIPLE)?)\b"),
        re.compile(
            rf"(?i)\W*(?:{manner},?\s+)?(?P<word>(?:(?:{leading})\s*/\s*)?(?:{leading}))\b"
            rf"(?=\W*(?:\d[\w/]*\W*|\(\w+\)\W*)*(?:{manner}\W*)*"
            rf"(?:[:–—]|-\s|\b(?:that|to|bod|by|on the|proposed|moved|{basis})\b))"
        ),
        re.compile(
            rf"(?i)\b(?:it was|(?:{bodies}|all)(?: (?:present|members))?(?:,[^.;:,]{{3,80}},)?|and|this was|therefore)"
            rf"{adverb}\s+(?P<word>{narrative}){adverb}\s*(?:as follows\s*)?[,:–-]?\s*[‘“'\"]?"
            rf"(?=\b(?:that|to|for)\b|:|[–—-]\s*(?:$|\()|{basis}[^.;:]{{3,160}}?,?\s+(?:that|to)\b|{clause})"
            r"(?!for(?: the (?:motion|amendment|proposal)\b|\s*(?:[,;.)]|$)))"
        ),
        re.compile(
            rf"(?i)(?:(?:having|following|after|on|upon|with)\b[^.;:]{{3,120}}?,\s+)?"
            rf"(?:(?:the|this) (?:[a-z&-]+ ){{0,5}}?(?:{bodies})|members|councillors){adverb}\s+"
            rf"(?:(?:{heard})\b(?![^.;:]*\b(?:that|which|who)\b)[^.;:]{{0,160}}?\band\s+)?(?P<word>{acted}){adverb}\s+"
            rf"(?=(?!by\b|at\b|in\b|on\b)[a-z0-9£‘“(])"
        ),
        re.compile(rf"(?i)(?:(?:the|this) (?:(?!of\b)[a-z&-]+ ){{0,5}}?(?:{bodies})|members){adverb}\s+(?:{heard})\b"),
        re.compile(rf"(?P<word>(?=[A-Z])(?i:{'|'.join(data['alone'])}))\W*(?i:{manner}\W*)?"),
        any_of(data["recorded"]),
        any_of(data["passed"]),
        manner,
        any_of(data["narrated_before"]),
        any_of(data["narrated_behind"]),
        any_of(data["turns"]),
    )


def find_triggers(text: Excerpt) -> list[Trigger]:
    """The decision words of a paragraph, in order."""
    words = text.text
    found = sorted(
        (
            *_capitals(words),
            *_leading(words),
            *_alone(words),
            *_recorded(words),
            *_labelled(words),
            *_narrative(words),
            *_acted(words),
        ),
        key=lambda t: (t.word_start, -t.word_end),
    )
    kept: list[Trigger] = []
    for trigger in found:
        if not kept or trigger.word_start >= max(kept[-1].word_end, kept[-1].end - 1):
            if not kept or sentence_start(words, trigger.word_start) != sentence_start(words, kept[-1].word_start):
                kept.append(trigger)
            elif words[kept[-1].word_end :].lstrip(" :–-").startswith(words[trigger.start :][:3]):
                kept[-1] = trigger
    return _inner(words, kept, found)


def _inner(words: str, kept: list[Trigger], found: list[Trigger]) -> list[Trigger]:
    """A label (`Decision 24/090 (i) –`) before a decision word gives way to it."""
    whole: list[Trigger] = []
    for trigger in kept:
        label = words[trigger.word_start : trigger.word_end].casefold().startswith(("decision", "resolution"))
        behind = [other for other in found if label and other.word_start > trigger.word_end]
        behind = [other for other in behind if other.word_start - trigger.word_end < 60]
        whole.append(behind[0] if behind else trigger)
    return whole


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that holds the character at `at`."""
    return max((match.end() for match in _SENTENCE.finditer(text, 0, at + 1) if match.end() <= at), default=0)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence ends that holds the character at `at`."""
    match = _SENTENCE.search(text, at)
    return len(text) if match is None else match.start() + 1


def _capitals(text: str) -> Iterator[Trigger]:
    words = _vocabulary()
    if text.isupper() and not words.capitals.fullmatch(text.strip(" /:–—-")):
        return
    for match in words.capitals.finditer(text):
        start = sentence_start(text, match.start())
        before = text[start : match.start()].rstrip(" ,")
        passive = bool(re.search(r"(?i)\b(?:was|were|is|are|be)$", before)) and not re.search(r"(?i)\bit was$", before)
        told = words.before.search(re.sub(r"(?i)\bit was$", "", before)) is not None and not passive
        if told or (passive and re.search(r"(?i)\b(?:is|are|be)$", before)):
            continue
        end = _behind_that(text, match.end())
        yield Trigger(start, match.start(), match.end(), end, True, passive)


def _leading(text: str) -> Iterator[Trigger]:
    match = _vocabulary().leading.match(text)
    if match is not None and not _vocabulary().behind.search(text[match.end("word") :]):
        formal = not match["word"].casefold().startswith("it was")
        yield Trigger(0, match.start("word"), match.end("word"), _behind_that(text, match.end("word")), formal)


def _alone(text: str) -> Iterator[Trigger]:
    """A label that is all of a paragraph, over what was decided: `Decision`, without a colon."""
    match = _vocabulary().alone.fullmatch(text)
    if match is not None:
        yield Trigger(0, match.start("word"), match.end("word"), len(text), True)


def _recorded(text: str) -> Iterator[Trigger]:
    """`The minutes of the last meeting were approved as a correct record.`, `The recommendations were agreed.`

    A paragraph that sets its decision words in capitals decides by those alone, but for the minutes' record.
    """
    words = _vocabulary()
    styled = words.capitals.search(text) is not None
    for match in (*words.recorded.finditer(text), *words.passed.finditer(text)):
        start = sentence_start(text, match.start())
        told = styled and not re.match(r"[^.;:]*\bas\b", text[match.end("word") :])
        if not told and not words.before.search(text[start : match.start()]):
            yield Trigger(start, match.start("word"), match.end("word"), match.end(), True, True)


def _labelled(text: str) -> Iterator[Trigger]:
    """A label within a paragraph: `PA presented the case. Decision: …`."""
    for sentence in _SENTENCE.finditer(text):
        match = _vocabulary().leading.match(text, sentence.end())
        if match is not None and match["word"][:1].isupper() and re.match(r"\s*:", text[match.end("word") :]):
            end = _behind_that(text, match.end("word"))
            yield Trigger(sentence.end(), match.start("word"), match.end("word"), end, True)


def _narrative(text: str) -> Iterator[Trigger]:
    words = _vocabulary()
    for match in words.narrative.finditer(text):
        start = sentence_start(text, match.start())
        before = text[start : match.start()].rstrip(" ")
        joined = match[0].casefold().startswith("and")
        if joined and "second" not in before.casefold() and not words.hearing.match(before):
            continue
        if words.before.search(words.turns.split(before)[-1]) or words.behind.search(text[match.end("word") :]):
            continue
        end = _behind_that(text, match.end())
        yield Trigger(start, match.start("word"), match.end("word"), end, False)


def _acted(text: str) -> Iterator[Trigger]:
    words = _vocabulary()
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    label = words.leading.match(text)
    if label is not None and (sign := re.match(r"\s*:\s*", text[label.end("word") :])):
        starts.insert(1, label.end("word") + sign.end())  # `Decision: The Board approved the plan`
    for start in starts:
        match = words.acted.match(text, start)
        if match is not None and not words.behind.search(text[match.end("word") :]):
            yield Trigger(start, match.start("word"), match.end("word"), match.end(), False)


def _behind_that(text: str, at: int) -> int:
    """Where what was decided begins: behind signs, a number in brackets, the manner of the vote and `that`."""
    opening = re.compile(
        rf"(?i)(?:\s*(?:no\.?\s*)?[a-z]{{0,4}}\d+[/.-]\d+(?=\s*[:–—-]|\s+that\b)|\s+as follows(?=\s*[:–-])"
        rf"|\s*\(\s*(?:\d+|{_vocabulary().manner})\s*\)|\s*,?\s*{_vocabulary().manner}\b,?|\s*/?\s*[:–—-]+)*\s*"
        r"(?:[‘“'\"]?\s*(?:it was\s+)?(?:that|bod)\b\s*[:,]?(?:\s*[-–—]+(?=\s|$))?)?\s*"
    )
    match = opening.match(text, at)
    return at if match is None else match.end()
