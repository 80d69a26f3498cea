"""Whom an owner's initials, bare surname or first name stand for, among those whom the pack names in full."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from normalise.party_words import TITLE, WORDS, kind_of, words_of
from normalise.text import comparable, plain, same_length
from normalise.words import alternatives, read_vocabulary

NAME_WORDS = read_vocabulary("names", {"names": ("particles", "men", "women"), "texts": ("small", "key_signs")})
KnownKind = Literal["person", "role", "body", "other"]

_FEWEST_LETTERS = 2  # a single letter (`J`) is too little to know anybody by
_GLUED = re.compile(r"(?:[A-Z]\.?){1,3}")
_LIST = re.compile(rf"(?<!\w)(?i:{alternatives(WORDS['titles']['many'])}\.?)\s+(?=[A-Z])")
_HONORIFIC = re.compile(rf"(?i)(?<!\w){alternatives(WORDS['titles']['one'])}\.?\s")
_STOPPED = re.compile(r"(?:[A-Z]\.){2,4}")
_SURNAME = re.compile(r"(?:[DO]'|Mc|Mac|Fitz)?[^\W\d_a-z][^\W\dA-Z_]+(?:-[^\W\d_a-z][^\W\dA-Z_]+)?")
_INNER_CAPITAL = re.compile(r"(?:Mc|Mac|Fitz)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something that a pack names in full: by `initials` where it prints these beside the name."""

    name: str
    kind: KnownKind
    initials: str | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    title: str
    given: tuple[str, ...]
    surname: str


def is_short_form(owner: str) -> bool:
    """Whether an owner is printed as initials, as one word that may be a name, or as an honorific and one such word."""
    bare = _bare(owner)
    if len(bare.split()) != 1 or len(_letters(bare)) < _FEWEST_LETTERS:
        return False
    kind = kind_of(bare)
    return kind == "initials" or (kind == "name" and _SURNAME.fullmatch(bare) is not None)


def stands_for(owner: str, known: Sequence[Known]) -> int | None:
    """Which of `known` a short form stands for, as its index: the fullest printing of the only one it can be.

    None where nobody fits, where two do, or where the pack gives the same initials to something else. Initials that
    the pack prints beside a name are that person's only ones.
    """
    printed = [one for one in known if one.initials]
    fitting = [index for index, one in enumerate(known) if _fits(owner, one, printed)]
    if not fitting or any(known[index].kind == "other" for index in fitting):
        return None
    if not all(_may_be_one(known[one], known[other]) for one, other in combinations(fitting, 2)):
        return None
    return max(fitting, key=lambda index: (_fullness(known[index]), -index))


def list_of_people(text: str) -> int | None:
    """Where a list of people begins that one plural honorific stands before (`Councillors A Oak, B Ash`), if any."""
    match = _LIST.search(same_length(text))
    return None if match is None else match.start()


def names_people(text: str) -> bool:
    """Whether an honorific stands anywhere in a text."""
    return _HONORIFIC.search(same_length(text)) is not None


def spells(initials: str, words: Sequence[str]) -> bool:
    """Whether initials are the first letters of the words of a post or body, small words (`of`) with or without."""
    letters = _letters(initials)
    long = [word for word in words if word.lower() not in NAME_WORDS["texts"]["small"]]
    return letters in ("".join(word[0] for word in some).upper() for some in (words, long) if some)


def initials_of(name: str) -> frozenset[str]:
    """The initials that a person may be known by, in capitals without accents: `Dr Ann Lee-Fox` AL, ALF.

    Middle names and particles count or do not; parts of a double name, and what follows `Mc`, may count.
    """
    parts = _name(name)
    if parts is None:
        return frozenset()
    given = "".join(_given_letters(word) for word in parts.given)
    particles = NAME_WORDS["names"]["particles"]
    without = "".join(_given_letters(word) for word in parts.given if word.lower() not in particles)
    firsts = {given, without, without[:1]}
    return frozenset(first + last for first in firsts if first for last in _surname_letters(parts.surname))


def _fits(owner: str, one: Known, printed: Sequence[Known]) -> bool:
    """Whether a short form may be one of those known: by printed initials, else by initials or a part of the name."""
    bare = _bare(owner)
    if kind_of(bare) == "initials" and not _is_titled(owner):
        return _letters(bare) in _known_letters(one, printed)
    parts = _name(one.name) if one.kind == "person" else None
    if parts is None or not _titles_agree(_title(owner), parts.title):
        return False
    first = parts.given[0] if parts.given and not _is_titled(owner) else ""
    return comparable(bare) in (comparable(parts.surname), comparable(first))


def _known_letters(one: Known, printed: Sequence[Known]) -> frozenset[str]:
    """The initials by which one is known: those printed beside the name, else all that the name may have."""
    if one.initials:
        return frozenset([_letters(one.initials)])
    given = frozenset(_letters(other.initials) for other in printed if _may_be_one(one, other))
    return given or (initials_of(one.name) if one.kind == "person" else frozenset())


def _may_be_one(first: Known, second: Known) -> bool:
    """Whether two printings may be of one person: the same surname, and given names that do not differ."""
    if first.kind != second.kind:
        return False
    one, other = _name(first.name), _name(second.name)
    if first.kind != "person" or one is None or other is None:
        return comparable(first.name) == comparable(second.name)
    given = all(_may_be_one_name(a, b) for a, b in zip(one.given, other.given, strict=False))
    return comparable(one.surname) == comparable(other.surname) and given and _titles_agree(one.title, other.title)


def _may_be_one_name(first: str, second: str) -> bool:
    """`J` and `Joanna` may be one name, `Alan` and `Anne` not."""
    one, other = _letters(first), _letters(second)
    short = _GLUED.fullmatch(first) or _GLUED.fullmatch(second)
    return one == other or (short is not None and one[:1] == other[:1])


def _titles_agree(first: str, second: str) -> bool:
    """Whether one person may bear both honorifics; none agrees with any."""
    if not first or not second:
        return True
    men, women = NAME_WORDS["names"]["men"], NAME_WORDS["names"]["women"]
    if (first in men and second in women) or (first in women and second in men):
        return False
    elected = WORDS["titles"]["elected"]
    return (first in elected) == (second in elected)


def _fullness(one: Known) -> int:
    parts = _name(one.name)
    return len(one.name) if parts is None else sum(map(len, (*parts.given, parts.surname))) * 10 + bool(parts.title)


def _name(name: str) -> _Name | None:
    """Honorific, given names (or their initials) and surname; None where there is no given name and no surname."""
    bare = plain(name).split(",")[0]
    title = _title(bare)
    words = words_of(TITLE.sub("", bare))
    while len(words) > 1 and words[-1].lower().rstrip(".") in WORDS["post_nominals"]["words"]:
        words.pop()
    return _Name(title, tuple(words[:-1]), words[-1]) if words and (len(words) > 1 or title) else None


def _title(text: str) -> str:
    match = TITLE.match(plain(text))
    return "" if match is None else match[0].strip().rstrip(".").lower()


def _bare(owner: str) -> str:
    """A short form without honorific, and initials without stops."""
    bare = TITLE.sub("", plain(owner))
    return bare.replace(".", "") if _STOPPED.fullmatch(bare) else bare


def _is_titled(text: str) -> bool:
    return TITLE.match(plain(text)) is not None


def _given_letters(word: str) -> str:
    """`J.D.` and `JD` are two initials, a double name one."""
    return _letters(word) if _GLUED.fullmatch(word) else _letters(word)[:1]


def _surname_letters(surname: str) -> Iterable[str]:
    parts = [part for part in re.split(r"[-']", surname) if part]
    yield _letters(surname)[:1]
    yield "".join(_letters(part)[:1] for part in parts)
    if (inner := _INNER_CAPITAL.match(surname)) is not None:
        yield _letters(inner[0] + surname[inner.end()])
        yield _letters(surname[0] + surname[inner.end()])


def _letters(text: str | None) -> str:
    """Its letters in capitals, without accents."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    return "".join(c for c in decomposed if c.isalpha()).upper()
