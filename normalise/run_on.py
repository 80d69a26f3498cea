"""Names that follow each other without a sign between, as where wide gaps parted them: `P Moran   Clerk J Connelly`."""

from __future__ import annotations

import re

from normalise.party_words import ELECTED, TITLE, WORDS, kind_of, opens_with_post, sure_person, words_of
from normalise.words import alternatives

_HONOURED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s")
_INITIAL = re.compile(r"(?:[A-Z]\.?[-' ]?){1,4}")
_OF_BODY = re.compile(r"\s+(?:of|from|representing)\s+(?:the\s+)?(?=[A-Z])")
_LEAD = re.compile(r"(?:[a-z]+\s+)+(?=[A-Z])")
_PLACED = re.compile(  # `Eden District Councillor A Armstrong`
    rf"(?:[A-Z][\w’'-]+\s+){{0,2}}(?i:{alternatives(tuple(w for w in WORDS['titles']['elected'] if ' ' in w))})\s+[A-Z]"
)


def post_before_name(words: str) -> int | None:
    """Where the name begins in `Clerk Mrs J Todd` or `Chief Fire Officer Marcus Dunne`; None where none stands so."""
    if ELECTED.match(words):  # `Councillor Mrs P Ollerton` has two honorifics
        return None
    for match in re.finditer(r"(?<=\s)(?=[A-Z])", words):
        post, name = words[: match.start()], words[match.start() :]
        named = _HONOURED.match(name) or (sure_person(name) and not TITLE.match(words))
        if named and kind_of(post) == "post" and not _ends_with_person(post):
            return match.start()
    return None


def _ends_with_person(words: str) -> bool:
    """Whether words begin with a whole name: `P Moran Clerk` is no post."""
    return any(_is_whole(words[: match.start()]) for match in re.finditer(r"\s+(?=[A-Z])", words))


def next_names(words: str) -> list[int]:
    """Where in a piece of a list further people begin behind the first, who is one beyond doubt; often nowhere."""
    if (pairs := _pairs(words)) or len(words.split()) < 4:
        return pairs
    starts: list[int] = []
    first = 0
    for match in re.finditer(r"(?<=\s)(?=[A-Z])", words):
        at = match.start()
        if not _is_whole(words[first:at]):
            continue
        rest = _up_to_next(words[at:])
        named = post_before_name(rest) if opens_with_post(rest) else None
        if named is not None or _PLACED.match(words, at):
            starts.append(at)
            first = at + (named or 0)
    return starts


def _up_to_next(words: str) -> str:
    """Words up to the next elected person's honorific, with the place before it, behind a surname."""
    starts = [match.start() for match in re.finditer(r"(?<=\s)(?=[A-Z])", words)]
    cuts = [at for at in starts if _PLACED.match(words, at) and not _INITIAL.fullmatch(words[:at].split()[-1])]
    return words[: cuts[0] if cuts else len(words)].rstrip()


def _is_whole(words: str) -> bool:
    """Whether words are a person with a surname: no initials at their end."""
    words = words.strip()
    return sure_person(words) and _INITIAL.fullmatch(words.split()[-1]) is None and kind_of(words) == "person"


def _pairs(words: str) -> list[int]:
    """Where people begin behind the first in a row of given names and surnames: `John Holland Joe McGannan`."""
    found = [match.start() for match in re.finditer(r"\S+", words)]
    given = [word.lower() in WORDS["given"]["words"] for word in words_of(words)]
    even = len(found) >= 4 and len(found) % 2 == 0 and len(given) == len(found)
    return found[2::2] if even and all(given[::2]) and not any(given[1::2]) else []


def named_within(words: str) -> tuple[int, int] | None:
    """Where the person stands in `local resident Janice Carter` or `Barbara Lee of The New Practice`; else None."""
    lead, body = _LEAD.match(words), _OF_BODY.search(words)
    start, end = lead.end() if lead else 0, body.start() if body else len(words)
    if (start, end) == (0, len(words)) or not sure_person(words[start:end]):
        return None
    return start, end
