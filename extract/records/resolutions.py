"""What the minutes say was decided: the words behind each decision word, with who moved it and how the vote went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.pack.prose import Paragraph
from extract.pack.types import Pack
from extract.records.carried import DECLARED, carried_proposal, listed_act, numbered_motion, told_apart
from extract.records.deciding_bodies import is_own_decision, kinds_of_body
from extract.records.decision_ends import aftermath, without_aftermath
from extract.records.decision_labels import heads_column, is_label
from extract.records.divisions import moved_under_label
from extract.records.minutes import Minute, Minutes, pack_to_minutes
from extract.records.triggers import Trigger, find_triggers, resolution_words, sentence_end, sentence_start
from extract.records.types import Issue, RawRecord, RawValue, Reading
from extract.records.votes import NO_VOTES, Movers, Votes, amendment, aside, find_movers, find_votes, lost, voting

_OPEN = re.compile(r"(?::|:\s*[-–—]|\s[-–—]|\b(?i:subject to|namely|as follows|that|to))\s*[-–—]?$")
_LISTED = re.compile(r"[;,]\s*(?:and|or|ac|a)?\s*$")
_FIRST_PART = re.compile(r"(?i)\W{0,3}\(?(?:a|i|1)[.)]\s")
_FIRST_MARKER, _SECOND_MARKER = (re.compile(rf"(?i)\(?(?:{one})[.)]\.?") for one in ("a|i|1", "b|ii|2"))
_INSET = 8.0  # points that parts of a decision stand further in
_AFTER = 4  # paragraphs behind a decision that may tell of its vote
_MOVED = re.compile(
    r"(?i)^[\s,;:.)\]–-]*(?:and\s+)?(?:it was\s+)?(?:unanimously\s+)?(?:carried\s+|resolved\s+|agreed\s+)?"
    r"(?:that\b|bod\b)?[:,]?\s*"
)
_PUT = re.compile(  # `…, and on being put to the vote was carried unanimously, that`
    r"(?i)^[\s,;]*(?:and\s+)?(?:(?:was\s+)?(?:up)?on (?:being|a) [^.;:,]{0,30}?vote,?\s+)?(?:it was\s+|was\s+)?"
    r"(?:carried|agreed)(?:\s+unanimously)?(?=[,:]?\s+(?:that|to)\b)"
)
_THAT = re.compile(r"(?i)^[\s,;:–-]*(?:that|bod|to)\b")
_THAT_ALONE = re.compile(r"(?i)^(?:that|bod)(?:\s+(?=\w)|\s*:\s*$)")
_HEADING = 2  # words of a heading between the vote and what was decided
_SECONDED = re.compile(r"(?i)\W*seconde[dr]\b")  # below the line that names the mover
_ON_MOTION = re.compile(r"(?i),?\s+on the (?:proposal|motion|proposition) of\b[^.;]*(?=[.;]|$)")
_SHORT = 320  # characters of a paragraph that does no more than name the mover
_MOVED_AT_START = 40  # characters within which the mover stands who is named before what was moved


class _Decision(NamedTuple):
    word: Excerpt
    text: Excerpt
    movers: Movers | None
    votes: Votes


class _Parts(NamedTuple):
    """The paragraphs that complete a decision, and the number of the first one behind it."""

    parts: tuple[Excerpt, ...]
    following: int


@cache
def _mover_clause() -> re.Pattern[str]:
    return re.compile(r"(?i)\W*" + resolution_words()["mover_clause"])


def pack_to_resolutions(pack: Pack) -> Reading:
    """One record for each decision in the minutes of a pack; a decision word without text is an issue."""
    records: list[RawRecord] = []
    issues: list[Issue] = []
    for minutes in pack_to_minutes(pack):
        own = kinds_of_body(pack, minutes)
        for minute in minutes.minutes:
            for decision in minute_to_decisions(minute, own):
                if decision.text:
                    records.append(_record(decision, minute, minutes))
                else:
                    issues.append(_issue(decision.word))
    return Reading(tuple(records), tuple(issues))


def _record(decision: _Decision, minute: Minute, minutes: Minutes) -> RawRecord:
    movers, votes = decision.movers, decision.votes
    titled = minute.title and not (movers and movers.mover and movers.mover.words[0] is minute.title.words[0])
    fields: dict[str, RawValue] = {
        "minute_ref": minute.ref,
        "title": minute.title if titled else EMPTY,
        "agenda_ref": minute.agenda_ref,
        "text": decision.text,
        "meeting_date": minutes.date,
        "mover": movers.mover if movers else EMPTY,
        "seconder": movers.seconder if movers else EMPTY,
        "votes_for": votes.votes_for,
        "votes_against": votes.votes_against,
        "abstentions": votes.abstentions,
        "decision": decision.word,
    }
    given = {name: value for name, value in fields.items() if value}
    return RawRecord("resolutions", decision.word.page, given, origins={"meeting_date": "heading", "title": "heading"})


def _issue(word: Excerpt) -> Issue:
    return Issue("decision_without_text", "A decision word has no words of a decision behind it.", word.page, word.text)


def minute_to_decisions(minute: Minute, own: frozenset[str] = frozenset()) -> Iterator[_Decision]:
    """The decisions of one minute, in order; motions and amendments that were lost are none.

    `own` are the kinds of body that the meeting is: what one of another kind decided is none either.
    """
    motion = numbered_motion(minute.title, minute.paragraphs)
    if motion is not None:
        yield _Decision(*motion)
        return
    yield from _worded_decisions(minute.paragraphs, own)
    paragraphs = minute.paragraphs
    silent = [not find_triggers(p.text) and not listed_act(paragraphs, at) for at, p in enumerate(paragraphs)]
    for at, paragraph in enumerate(paragraphs):
        apart = all(silent[at : at + 2]) or (silent[at] and bool(paragraphs[at + 1].marker))
        if all(silent) or (apart and told_apart(paragraph)):
            told = carried_proposal(paragraphs, at)
            if told is not None:
                yield _Decision(*told)


def _worded_decisions(paragraphs: Sequence[Paragraph], own: frozenset[str]) -> Iterator[_Decision]:
    """The decisions that a decision word tells of."""
    at = behind = 0
    while at < len(paragraphs):
        text = paragraphs[at].text
        act = listed_act(paragraphs, at)
        if act is not None:
            yield _Decision(*act)
            at = behind = at + 1
            continue
        triggers = [trigger for trigger in find_triggers(text) if is_own_decision(text.text, trigger, own)]
        if is_label(text) and at + 1 < len(paragraphs) and find_triggers(paragraphs[at + 1].text):
            triggers = []
        if heads_column(paragraphs, at):
            triggers = []
        following = at + 1
        for number, trigger in enumerate(triggers):
            later = triggers[number + 1 :]
            end = sentence_start(text.text, later[0].start) if later else len(text)
            begin = triggers[number - 1].end if number else 0
            if trigger.passive and not later and _listed_behind(paragraphs, at, trigger):
                trigger = trigger._replace(passive=False)
            parts = _Parts((), at + 1) if later else _following_parts(paragraphs, at, text.cut(trigger.end, end))
            decision = _decision(paragraphs, (behind, at, parts.following), trigger, (begin, end), parts.parts)
            following = parts.following
            if decision is not None:
                yield decision
                behind = following
        at = following


def _listed_behind(paragraphs: Sequence[Paragraph], at: int, trigger: Trigger) -> bool:
    rest = paragraphs[at].text.cut(trigger.end).text
    return rest.endswith(":") or (not rest and at + 1 < len(paragraphs) and bool(paragraphs[at + 1].marker))


def _decision(
    paragraphs: Sequence[Paragraph],
    places: tuple[int, int, int],
    trigger: Trigger,
    part: tuple[int, int],
    parts: Sequence[Excerpt],
) -> _Decision | None:
    """The decision at a trigger; None where it was lost. `places`: first paragraph to look at, its own, the next."""
    behind, at, following = places
    text = paragraphs[at].text
    begin, end = part
    own, tail = _decided(text, trigger, end)
    prefix = text.cut(begin, trigger.word_start)
    told = aside(own)
    told_votes = _votes(own.cut(0, told.end())) if told is not None else NO_VOTES
    bracketed = told is not None and "vote" in told.groupdict()
    moved = find_movers(own.group(told, "vote")) if told is not None and bracketed else None
    if told is not None and (any(told_votes) or moved):
        own = own.cut(told.end())
    if moved is None and _mover_clause().match(own.text):
        moved = find_movers(own.cut(0, 160))
        own = _behind_movers(own.cut(moved.end)) if moved is not None and moved.start <= _MOVED_AT_START else own
    if parts:
        parts = [*parts[:-1], without_aftermath(parts[-1])[0]]
        tail = join_lines((tail, without_aftermath(paragraphs[following - 1].text)[1]))
    if not _has_words(own) and parts:
        own = EMPTY
        parts = [parts[0].cut(_behind_that(parts[0])), *parts[1:]]
    own = join_lines((own, *parts))
    after = [tail, *_told_after(paragraphs, following)]
    if any(lost().search(piece.text) and not amendment().search(piece.text) for piece in after):
        return None
    beside = text.cut(trigger.word_end, trigger.end)
    debate = list(_debate(paragraphs[behind:at])) if (trigger.formal or not trigger.start) and not begin else []
    pieces = (
        prefix,
        beside,
        *after,
        *(one for one in debate if voting().search(one.text) and not lost().search(one.text)),
    )
    votes = next((votes for votes in (told_votes, *map(_votes, pieces)) if any(votes)), NO_VOTES)
    moved = moved or moved_under_label(paragraphs[behind:at])
    movers = moved or next((m for piece in (*after, prefix) if (m := _movers(piece)) is not None), None)
    movers = movers or next((m for piece in debate if (m := _movers(piece)) is not None), None)
    if movers is None or not movers.seconder:
        movers = (_movers(join_lines((*debate[::-1], prefix))) if debate else None) or movers
    decided = own if _has_words(own) else next((p for one in (prefix, *debate) if (p := _behind_proposers(one))), EMPTY)
    return _Decision(text.cut(trigger.word_start, trigger.word_end), decided, movers, votes)


def _decided(text: Excerpt, trigger: Trigger, end: int) -> tuple[Excerpt, Excerpt]:
    """What was decided in the paragraph of its trigger, and what stands behind it there about mover and vote."""
    stop = end if trigger.formal else min(end, sentence_end(text.text, trigger.end))
    if trigger.passive:
        start = sentence_start(text.text, trigger.word_start)
        told = text.cut(start, sentence_end(text.text, trigger.word_end))
        motion = told.search(_ON_MOTION)
        return told if motion is None else told.cut(0, motion.start()), text.cut(trigger.end, end)
    own, tail = without_aftermath(text.cut(trigger.end, stop))
    return own, join_lines((tail, text.cut(stop, end)))


def _debate(paragraphs: Sequence[Paragraph]) -> Iterator[Excerpt]:
    """The short paragraphs right ahead of a decision that tell of motion, amendment and vote, the nearest first."""
    put = False
    for paragraph in reversed(paragraphs):
        text = paragraph.text
        put = put or DECLARED.search(text.text) is not None
        if put and _THAT_ALONE.match(text.text):
            continue  # what was moved stands between those who moved it and the vote
        moved = find_movers(text) or _SECONDED.match(text.text)
        told = moved or voting().search(text.text) or amendment().search(text.text)
        if not _is_short(text) or not (told or len(text.text.split()) <= _HEADING) or _lost_before(text):
            return
        yield text


def _lost_before(text: Excerpt) -> bool:
    """Whether a chair's words close the vote on another motion: what stands ahead of them is of that one."""
    return DECLARED.search(text.text) is not None and lost().search(text.text) is not None


def _is_short(text: Excerpt) -> bool:
    return len(text) <= _SHORT


def _has_words(text: Excerpt) -> bool:
    return any(character.isalnum() for character in text.text)


def _behind_proposers(text: Excerpt) -> Excerpt:
    """What was proposed ahead of a bare decision word: `Proposed by A, seconded by B, that it be paid. RESOLVED.`"""
    moved = find_movers(text)
    behind = text.cut(moved.end) if moved is not None else EMPTY
    put = behind.search(_PUT) if behind else None
    behind = behind.cut(put.end()) if put is not None else behind
    if not behind or not behind.search(_THAT):
        return EMPTY
    proposed = without_aftermath(_behind_movers(behind))[0]
    return proposed if _has_words(proposed) else EMPTY


def _behind_movers(text: Excerpt) -> Excerpt:
    match = text.search(_MOVED)
    return text if match is None else text.cut(match.end())


def _following_parts(paragraphs: Sequence[Paragraph], at: int, text: Excerpt) -> _Parts:
    """The paragraphs that go on with a decision: its lettered parts, the rest of it on the next page."""
    base = paragraphs[at]
    parts: list[Excerpt] = []
    said = without_aftermath(text)[0].text
    labelled = not said
    opened = labelled or (bool(_OPEN.search(said)) and text.text.endswith(said))
    listing = opened or bool(_LISTED.search(said)) or _begins_list(paragraphs[at + 1 : at + 2], said)
    number = at + 1
    while listing and number < len(paragraphs):
        paragraph = paragraphs[number]
        listed = labelled and bool(parts) and bool(paragraph.marker) and bool(paragraphs[number - 1].marker)
        if not _is_part(paragraph, base, parts, said, listed):
            break
        parts.append(paragraph.whole if not paragraph.bullet else paragraph.text)
        said = paragraph.text.text
        number += 1
    return _Parts(tuple(parts), number)


def _begins_list(following: Sequence[Paragraph], said: str) -> bool:
    """Whether a list goes on below words that are its first part (`(a) That …`) or that end in no stop before it."""
    marker = following[0].marker.text if following else ""
    first = _FIRST_PART.match(said) is not None and _SECOND_MARKER.fullmatch(marker) is not None
    led = bool(said) and said[-1].isalnum() and _FIRST_MARKER.fullmatch(marker) is not None
    return first or led


def _behind_that(text: Excerpt) -> int:
    match = text.search(_THAT_ALONE)
    return 0 if match is None else match.end()


def _is_part(paragraph: Paragraph, base: Paragraph, parts: Sequence[Excerpt], said: str, listed: bool) -> bool:
    """Whether a paragraph goes on with a decision; items of a list below a label (`listed`) may each say `agreed`."""
    text = paragraph.text.text
    told = not listed and any(trigger.start == 0 for trigger in find_triggers(paragraph.text))
    if aftermath().search(text) or told:
        return False
    tabled = paragraph.place is not None and base.place is None
    if tabled and not (parts or paragraph.marker or paragraph.bullet):
        return False  # a table below the decision
    if paragraph.marker or paragraph.bullet or paragraph.x0 > base.x0 + _INSET:
        return not _next_of_base(paragraph, base)
    if parts and all(_THAT_ALONE.search(one) for one in (parts[0].text, text)):
        return True
    return (not parts and (not said or bool(_OPEN.search(said)))) or bool(_LISTED.search(said))


def _next_of_base(paragraph: Paragraph, base: Paragraph) -> bool:
    """Whether a marked paragraph is the next one of the row that the decision's own paragraph stands in: (2), (3)."""
    numbers = [re.findall(r"\d+", one.marker.text) for one in (base, paragraph)]
    same_kind = re.sub(r"\d+", "#", base.marker.text) == re.sub(r"\d+", "#", paragraph.marker.text)
    return bool(all(numbers)) and same_kind and int(numbers[1][-1]) == int(numbers[0][-1]) + 1


def _told_after(paragraphs: Sequence[Paragraph], following: int) -> list[Excerpt]:
    """The paragraphs behind a decision that tell of its mover and vote."""
    told: list[Excerpt] = []
    for paragraph in paragraphs[following : following + _AFTER]:
        if not aftermath().search(paragraph.text.text) or find_triggers(paragraph.text):
            break
        told.append(paragraph.text)
    return [join_lines(told)] if told else []


def _votes(text: Excerpt) -> Votes:
    """The votes that words around a decision tell of; a lone number beside `for` is none."""
    votes = find_votes(text)
    given = sum(bool(vote) for vote in votes)
    return votes if given > 1 or (given == 1 and not votes.votes_for) else NO_VOTES


def _movers(text: Excerpt) -> Movers | None:
    """Who moved and seconded what was decided; what stands ahead of an amendment in one paragraph is the motion."""
    match = amendment().search(text.text)
    motion = text if match is None else text.cut(0, sentence_start(text.text, match.start()))
    fell = [*lost().finditer(motion.text)]
    motion = motion.cut(sentence_end(motion.text, fell[-1].end())) if fell else motion
    return find_movers(motion) if motion else None
