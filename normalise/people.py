"""The people that a list of those present names: where each name stands, the post, whom they stand in for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from normalise.name_ends import INITIAL, trailing_post, without_body, without_initials
from normalise.party_words import (
    ELECTED,
    PRESENCE,
    TITLE,
    TITLES,
    WORDS,
    begins_with_modifier,
    is_service,
    kind_of,
    names_post,
    sure_person,
    visits,
    words_of,
)
from normalise.posted import holders, named_lines, posted_lines
from normalise.run_on import named_within, next_names, post_before_name
from normalise.text import same_length
from normalise.words import alternatives

Span = tuple[int, int]
Flag = Literal["substitute", "remote", "partial", "non_voting", "minutes", "chairing"]


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A person in a list: `raw[start:end]` is the name with its honorific and the letters after it.

    `post` and `substitute_for` are places in `raw` too. `flags` say how they were there (`remote`, `partial` …),
    `elected` whether the honorific is a councillor's.
    """

    start: int
    end: int
    post: Span | None = None
    substitute_for: Span | None = None
    flags: frozenset[Flag] = field(default_factory=frozenset)
    elected: bool = False


_STARS = re.compile(r"(?<=[^\W\d_])[*†‡^#]+")  # behind a name: how somebody was there, as a legend says
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_ANY_TITLE = alternatives((*WORDS["titles"]["one"], *WORDS["titles"]["many"]))
_GAP = re.compile(
    # the council that sends the members of a joint committee: `Holm Council: Councillors S Prabhakar, H Quill`
    rf"(?:^|\n)(?:[A-Z][^,;:()\n]{{1,60}}:\s+){{1,2}}(?=(?i:{_ANY_TITLE})\.?\s)"
    rf"|(?<=[a-z]{{3}})(?<!\bCllr)(?<!\bProf)\.\s+(?=(?i:{_ANY_TITLE})\.?\s+[A-Z])"  # `… and Mackle. Mr Toner, Clerk`
    # how long they stayed: `Whole of meeting: …`, `Part of meeting – …`
    r"|(?:^|\n)\s*(?i:(?:for )?(?:the )?(?:whole|part|all)(?: of)?(?: the)? meeting)\s*[-:]\s*"
    r"|\s*(?:[,;•▪●|]\s*(?:and\s+|a\s+|ac\s+)?|(?:\s|^)(?:and|&|plus|together with|ac|a)\s|\s[-]\s|(?<=\)):)\s*"
    r"|(?<=\))\s+(?=[A-Z]\S*\s+[A-Z])|\n"
)
_PRESENCE = {
    name: re.compile(rf"(?i)\s*(?:{alternatives(WORDS['presence'][name])})(?!\w)[\s:]*(?P<rest>.*)", re.DOTALL)
    for name in PRESENCE
}
_FLAGS: tuple[Flag, ...] = ("remote", "partial", "non_voting", "minutes")
_PAIR = re.compile(r"(?P<name>[A-Z][^,;:()\n]+),[ ]+(?P<post>[A-Z][^,;:()\n]+)")
_LETTERS = re.compile(rf"(?i)(?:{alternatives(WORDS['post_nominals']['words'])})\.?")
_INITIALLED = re.compile(r"\s*(?P<name>[A-Z][\w’'.-]*(?:[ ]+[A-Z][\w’'.-]*){1,4})[ ]+\((?P<initials>[A-Z]{2,4})\)")
_LAST = re.compile(r"(?:,|\s[-–—](?=\s))(?=[^,–—]*$)")  # before the last of what a bracket says
_LONGEST_INITIALS = 5  # letters: behind longer names in a list capitals are a body's (`Oscar Reed, KPMG`)
_FIRM = re.compile(rf"\b(?:of|from)\s+[A-Z][^,;()\n&]*&(?!\s*(?i:{_ANY_TITLE})\.?\s)")  # `Mr D Ash of Oak & Elm Homes`
_NUMBERS = re.compile(rf"(?i)\s*(?:\d+|{alternatives(WORDS['presence']['uncounted'])})\b")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    gap: str


def split_names(raw: str) -> list[PersonSpan]:
    """The people of attendance text, in order; `raw` may hold line breaks.

    A plural honorific before a list belongs to no name. Words in brackets are a post only where they name one
    (a ward, a council or initials are none). `two members of the public` names nobody.
    """
    text = "".join("\n" if c == "\n" else p for c, p in zip(raw, same_length(raw), strict=True))
    text = _STARS.sub(lambda match: " " * len(match[0]), text)
    if posted := posted_lines(text) or named_lines(text):
        return [PersonSpan(*name, post=post) for post, name in posted]
    people: list[PersonSpan] = []
    listing = False
    held: Span | None = None  # `The Mayor, Cllr A Oak`: a post ahead of the first name
    for piece in _pieces(text):
        titles = TITLES.match(text, piece.start, piece.end)
        listing = listing or titles is not None
        start = titles.end() if titles is not None else piece.start
        known = len(people)
        people = _with_piece(text, people, replace(piece, start=start), listing)
        if len(people) > known and held is not None and people[-1].post is None and piece.gap.startswith(","):
            people[-1] = replace(people[-1], post=held)
        held = (piece.start, piece.end) if not people and kind_of(text[piece.start : piece.end]) == "post" else None
    return [replace(person, elected=ELECTED.match(text, person.start) is not None) for person in people]


def _pieces(text: str) -> Iterator[_Piece]:
    """What stands between separators outside brackets; a line break separates only where both lines begin a person."""
    masked = _BRACKET.sub(lambda match: "(" + "_" * (len(match[0]) - 2) + ")" if len(match[0]) > 1 else "(", text)
    masked = _FIRM.sub(lambda match: match[0].replace("&", "_"), masked)
    start, gap = 0, ""
    for match in _GAP.finditer(masked):
        posted = match[0].rstrip().endswith(":") and kind_of(match[0].strip(" :\n")) == "post"
        if match.start() < start or (posted and match.start() == 0):
            continue  # `Town Clerk: Mrs A Oak`
        if match[0] == "\n" and not (
            _is_initialled(text, match.end()) or _ends_person(masked, start, match.start(), match.end())
        ):
            continue
        yield from _piece(masked, start, match.start(), gap)
        start, gap = (match.start() + 1, "\n") if posted else (match.end(), match[0].strip() or "\n")
    yield from _piece(masked, start, len(text), gap)


def _piece(masked: str, start: int, end: int, gap: str) -> Iterator[_Piece]:
    while start < end and masked[start] in " \n\t.:":
        start += 1
    while end > start and (masked[end - 1] in " \n\t." or masked.endswith(" and", start, end)):
        end -= 4 if masked[end - 1] == "d" else 1
    cuts = [start + at for at in next_names(masked[start:end])]
    for begin, stop in pairwise([start, *cuts, end] if start < end else ()):
        yield _Piece(begin, begin + len(masked[begin:stop].rstrip()), gap if begin == start else ",")


def _is_initialled(text: str, start: int) -> bool:
    """Whether a line begins with a name and its initials in brackets: `Beatrix Fenwick (BF) – Member`."""
    match = _INITIALLED.match(text, start)
    return match is not None and kind_of(match["name"]) != "post" and _abbreviates(match["initials"], match["name"])


def _abbreviates(letters: str, name: str) -> bool:
    """Whether letters are the initials of a name, of all its words or of the first and last, without its title."""
    first = [word[0] for word in TITLE.sub("", name).split()]
    return len(first) > 1 and letters in ("".join(first), first[0] + first[-1], "".join(first[1:]))


def _ends_person(text: str, start: int, end: int, next_line: int) -> bool:
    """Whether a line break stands between two people: before it a whole name, behind it the beginning of another."""
    left = text[start:end].strip()
    right = re.split(r"[,;\n(]|\s-\s|\sand\s", text[next_line:].lstrip(), maxsplit=1)[0].strip()
    title = TITLE.match(left + " X")
    if (
        not left
        or not right
        or (title is not None and title.end() > len(left))
        or INITIAL.fullmatch(TITLE.sub("", left))
        or re.search(r"(?:\b(?:of|for|and|the|to)|[-&])$", left)
        or visits(left)
    ):
        return False
    if TITLE.match(right) or TITLES.match(right + " X") or _begins_pair(text[next_line:]):
        return True
    held = text[next_line:].lstrip()[len(right) :].lstrip().startswith("(")  # `The Deputy Mayor (Cllr B Elm)`
    if (sure_person(left) and post_before_name(right) is not None) or (held and kind_of(right) == "post"):
        return True
    return sure_person(right) or (len(words_of(right)) > 1 and kind_of(right) == "person" and kind_of(left) == "person")


def _begins_pair(text: str) -> bool:
    """Whether a line is a name, a comma and a post: `Dee Archer, Audit Manager`, one of a list of such lines."""
    match = _PAIR.match(text.lstrip())
    return match is not None and kind_of(match["name"]) == "person" and kind_of(match["post"].strip()) == "post"


def _with_piece(text: str, people: list[PersonSpan], piece: _Piece, listing: bool) -> list[PersonSpan]:
    """The people so far with what a piece adds: another one, or letters or a post for the last."""
    head = text[piece.start : piece.end]
    words = _BRACKET.sub(" ", head).strip()
    if (within := named_within(words)) is not None and head.startswith(words):
        start = piece.start + within[0]
        return [*people, _bracketed(text, _cut_post(text, start, piece.start + within[1]), piece)]
    if held := holders(text, (piece.start, piece.end), people[-1].end if people else 0):
        return [*people, *(PersonSpan(*name, post=post) for post, name in held)]
    if people and _LETTERS.fullmatch(words):
        return [*people[:-1], _bracketed(text, replace(people[-1], end=piece.start + len(_name_of(head))), piece)]
    seated = kind_of(words) == "person" and _has_post_behind(text, piece)
    if people and piece.gap != "\n" and not seated and not _begins_person(words, people[-1], piece.gap, listing):
        return [*people[:-1], _with_post(text, people[-1], piece)]
    person = _person(text, piece, listing)
    return people if person is None else [*people, _bracketed(text, person, piece)]


def _has_post_behind(text: str, piece: _Piece) -> bool:
    """Whether brackets behind a piece's words name a post: then the words are a name that no list of names holds."""
    bracket = _BRACKET.search(text, piece.start, piece.end)
    return bracket is not None and names_post(bracket[1])


def _name_of(head: str) -> str:
    return _BRACKET.split(head, maxsplit=1)[0].rstrip()


def _begins_person(words: str, last: PersonSpan, gap: str, listing: bool) -> bool:
    if TITLE.match(words) or sure_person(words):
        return True
    kind = kind_of(words)
    if _NUMBERS.match(words) or kind in ("post", "posts", "other"):
        return post_before_name(words) is not None
    if (
        kind == "person"
        and last.post is None
        and all(word.lower() in WORDS["subjects"]["words"] for word in words.split())
    ):
        return False  # `Development Management` of `… and Enforcement Manager`
    known = ("person", "name") if last.end - last.start > _LONGEST_INITIALS else ("person", "name", "initials")
    return (last.post is None or gap.startswith(";") or listing) and kind in known


def _with_post(text: str, person: PersonSpan, piece: _Piece) -> PersonSpan:
    """The person with a post that stands behind a comma or dash; further parts of that post lengthen it."""
    head = _name_of(text[piece.start : piece.end])
    end = piece.start + len(head)
    kind = kind_of(head)
    if _NUMBERS.match(head):
        return person
    if person.post is None:
        is_post = kind == "post" or begins_with_modifier(head) or is_service(head)
        start = _first_half(text, person, piece)
        return _bracketed(text, replace(person, post=(start, end)) if is_post else person, piece)
    between = text[person.post[1] : piece.start].strip(" ,&\n")
    if kind == "posts" or between not in ("", "and"):
        return person
    return replace(person, post=(person.post[0], end))


_HALF = re.compile(r"\s*[,–-]\s*(?P<half>[A-Z][^,;()\n]*?(?:,\s+[A-Z]\w*)*)\s+(?:and|&)\s+")


def _first_half(text: str, person: PersonSpan, piece: _Piece) -> int:
    """Where a post begins whose first word no post has alone: `Helen Hall, Police and Crime Commissioner`."""
    match = _HALF.fullmatch(text, person.end, piece.start)
    return piece.start if match is None else match.start("half")


def _person(text: str, piece: _Piece, listing: bool) -> PersonSpan | None:
    """The person that a piece begins with; None where it names none (`two members of the public`, a body)."""
    head = _name_of(text[piece.start : piece.end])
    lead = re.match(r"(?:[a-z]+[\s:]+)*", head)
    start = piece.start + (lead.end() if lead and not TITLE.match(head) else 0)
    name = without_body(text[start : piece.start + len(head)])
    end = start + len(without_initials(name))
    if _NUMBERS.match(name) or not name:
        return None
    if (before := post_before_name(name)) is not None:
        return PersonSpan(start + before, end, post=(start, start + len(name[:before].rstrip(" :"))))
    if TITLE.match(name) or kind_of(name) in ("person", "initials") or (listing and kind_of(name) == "name"):
        return _cut_post(text, start, end)
    return _cut_post(text, start, end) if trailing_post(name) is not None else None


def _cut_post(text: str, start: int, end: int) -> PersonSpan:
    name = text[start:end]
    at = trailing_post(name)
    if at is None:
        return PersonSpan(start, end)
    before = re.sub(r"(?i)[,\s]+in the$", "", name[:at].rstrip())  # `Councillor Smith in the Chair`
    return PersonSpan(start, start + len(before), post=(start + at, end))


def _bracketed(text: str, person: PersonSpan, piece: _Piece) -> PersonSpan:
    """The person with what the brackets behind the name say."""
    for match in _BRACKET.finditer(text, piece.start, piece.end):
        for part in re.finditer(r"[^;]+", match[1]):
            person = _remark(text, person, match.start(1) + part.start(), match.start(1) + part.end())
    return person


def _remark(text: str, person: PersonSpan, start: int, end: int) -> PersonSpan:
    while start < end and text[start].isspace():
        start += 1
    words = text[start:end].rstrip()
    end = start + len(words)
    if match := _PRESENCE["substitute"].match(words):
        for_whom = (start + match.start("rest"), end) if match["rest"] else None
        return replace(person, substitute_for=for_whom, flags=person.flags | {"substitute"})
    if _PRESENCE["bare_substitute"].fullmatch(words) and "," not in words:
        return replace(person, flags=person.flags | {"substitute"})
    if match := _PRESENCE["chairing"].match(words):
        return replace(person, post=person.post or _chair(text, start, end), flags=person.flags | {"chairing"})
    for flag in _FLAGS:
        if _PRESENCE[flag].match(words):
            return replace(person, flags=person.flags | {flag})
    if (last := _LAST.search(words)) is not None and _says_how(words[last.end() :]):
        before = _remark(text, person, start, start + last.start())
        return _remark(text, before, start + last.end(), end)
    named = person.post is None and names_post(words) and not _abbreviates(words, text[person.start : person.end])
    return replace(person, post=(start, end)) if named else person


def _says_how(words: str) -> bool:
    """Whether words of a bracket say how somebody was there: as a substitute, online, for a part of it."""
    return any(_PRESENCE[name].match(words) for name in ("substitute", "bare_substitute", "chairing", *_FLAGS))


def _chair(text: str, start: int, end: int) -> Span | None:
    match = re.search(r"(?i)\b(?:chair|gadair)\b", text[start:end])
    return None if match is None else (start + match.start(), start + match.end())
