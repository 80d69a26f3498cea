"""What a few words are: a person, initials, a post, a body, or part of one of them."""

from __future__ import annotations

import re
from typing import Literal

from normalise.text import same_length
from normalise.words import alternatives, read_vocabulary

PieceKind = Literal["person", "initials", "post", "posts", "body", "name", "other"]
PRESENCE = ("remote", "partial", "non_voting", "minutes", "chairing", "substitute", "bare_substitute", "uncounted")
WORDS = read_vocabulary(
    "parties",
    {
        "titles": ("one", "many", "elected", "ranks"),
        "post_nominals": ("words",),
        "posts": (
            "serving",
            "visiting",
            "one",
            "many",
            "openings",
            "modifiers",
            "short",
            "no_post_alone",
            "on_its_own_line",
        ),
        "subjects": ("words",),
        "bodies": ("compounds", "strong", "weak"),
        "departments": ("words",),
        "nobody": ("words",),
        "labels": ("words",),
        "given": ("words",),
        "presence": PRESENCE,
    },
)
_POSTS = WORDS["posts"]
TITLE = re.compile(rf"(?i)(?:{alternatives(WORDS['titles']['one'])}\.?\s+)+(?=\S)")
ELECTED = re.compile(rf"(?i){alternatives(WORDS['titles']['elected'])}\.?\s+(?=\S)")
TITLES = re.compile(rf"(?i){alternatives(WORDS['titles']['many'])}\.?\s+(?=\S)")
_RANK = re.compile(rf"(?i){alternatives(WORDS['titles']['ranks'])}\.?,?\s+(?=\S)")
_OPENING = re.compile(
    rf"(?i)(?:(?:\S+\s+){{0,3}}?)(?:{alternatives(tuple(w for w in _POSTS['openings'] if ' ' in w))})(?!\w)"
)
_STARTS_OPENING = re.compile(rf"(?i){alternatives(_POSTS['openings'])}\s+\S")
_BODY_LEAD = re.compile(r"(?i)(?:menter|cyngor|pwyllgor|bwrdd|friends of|cyfeillion|university of)\s")
_INITIALS = re.compile(r"(?:[A-Z]\s?){1,2}[A-Z]?(?:[-'][A-Z])?[a-z]?|[A-Z]{2,4}|[A-Z][a-z][A-Z]|[A-Z]{1,2}[a-z][A-Z]?")
_NAME_WORD = re.compile(
    r"(?:[Dd]e|[Vv]an|[Vv]on|der|den|[Dd]u|la|le|ap|ab|al|el|bin|Ó|O'|Mc|Mac)?['’]?[^\W\d_a-z][\w'’.-]*|ap|ab|ferch|van|von|der|den|de|du|la|le|al|el|bin|y"
)
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}(?:-[A-Z])?\.?")


def words_of(text: str) -> list[str]:
    """The words outside brackets, without commas at their ends; those that a line break cut in two are whole."""
    whole = re.sub(r"(?<=\w)- +(?=[a-z])", "", same_length(text))
    bare = re.sub(r"\([^()]*\)?|\[[^\]]*\]", " ", whole)
    return [word.strip(",;:*") for word in bare.split() if word.strip(",;:*&/-")]


def kind_of(text: str) -> PieceKind:
    """What a piece of a list of owners is. `name` is a single capital word, `other` anything that holds no post."""
    words = words_of(text)
    bare = " ".join(words)
    lower = bare.lower()
    if not words:
        return "other"
    if lower in _POSTS["short"]:
        return "post"
    if lower in WORDS["bodies"]["strong"]:
        return "body"
    if _INITIALS.fullmatch(bare) and lower not in WORDS["departments"]["words"] and not bare.isdigit():
        return "initials"
    return _post_kind(words) or _person_kind(words, bare) or _body_kind(words, bare) or _loose_kind(words, bare)


def has_title(text: str) -> bool:
    """Whether it begins with an honorific (`Cllr`, `Dr`) that words follow."""
    return TITLE.match(same_length(text).lstrip()) is not None


def sure_person(text: str) -> bool:
    """Whether it is a person beyond doubt: an honorific, a given name that people have, or initials and a surname."""
    words = words_of(text)
    if has_title(text):
        return _post_kind(words) is None
    if not 2 <= len(words) <= 4 or not all(_NAME_WORD.fullmatch(word) or _INITIAL.fullmatch(word) for word in words):
        return False
    if is_service(text):
        return False
    if words[0].lower() in WORDS["given"]["words"]:
        return True
    return (
        _INITIAL.fullmatch(words[0]) is not None
        and len(words[0].rstrip(".")) < 4
        and _body_kind(words, text) is None
        and _post_kind(words) is None
    )


def is_service(text: str) -> bool:
    """Whether it is a department's initials and what it does, as those who work there are listed: `ICT Support`."""
    first, *rest = words_of(text) or [""]
    known = first.isupper() and first.lower() in WORDS["departments"]["words"]
    return known and bool(rest) and all(word.lower() in WORDS["subjects"]["words"] for word in rest)


def opens_post(text: str) -> bool:
    """Whether a line begins a new post: `Director of …`, `Corporate Director …`."""
    return _STARTS_OPENING.match(same_length(text).lstrip()) is not None


def opens_with_post(text: str) -> bool:
    """Whether its first word is one that posts begin with: `Chief Nurse`, `Chair`, `Head of Law`."""
    words = words_of(text)
    return bool(words) and words[0].lower() in (*_POSTS["one"], *_POSTS["modifiers"], *_POSTS["short"])


def opens_with_subject(text: str) -> bool:
    """Whether its first word is something that services are about: `Local Democracy Reporter`."""
    words = words_of(text)
    return bool(words) and words[0].lower() in WORDS["subjects"]["words"]


def names_post(text: str) -> bool:
    """Whether words in brackets behind a name say a post, wherever its noun stands: `Finance Business Partner BSS`."""
    if kind_of(text) in ("post", "posts"):
        return True
    words = [word.lower() for word in words_of(text)]
    if any(word in ("left", "arrived", "joined", "entered", "withdrew") for word in words):  # how long somebody stayed
        return False
    return len(words) > 1 and words[0] != "member" and any(word in (*_POSTS["one"], *_POSTS["short"]) for word in words)


def serves(text: str) -> bool:
    """Whether it is the post of somebody who serves a council, as its clerk does, and is none of its members."""
    return " ".join(words_of(text)).lower() in _POSTS["serving"]


def visits(text: str) -> bool:
    """Whether it is the post of a member of another council: `Eden District Councillor`."""
    return " ".join(words_of(text)[-2:]).lower() in _POSTS["visiting"]


def is_modifier(text: str) -> bool:
    """Whether it is only words that qualify a post (`Deputy`, `Interim Assistant`) and none that is one."""
    words = [word.lower() for word in words_of(text)]
    return bool(words) and all(word in _POSTS["modifiers"] for word in words) and kind_of(text) != "post"


def begins_with_modifier(text: str) -> bool:
    """Whether its first word qualifies a post: `Chief Digital` of `Chief Digital and Information Officer`."""
    words = words_of(text)
    return bool(words) and words[0].lower() in _POSTS["modifiers"]


def short_initials(text: str) -> bool:
    """Whether it is two or three capital letters that are no department's: somebody's initials even behind a title."""
    return kind_of(text) == "initials" and len(text.strip()) < 4


def ends_in_modifier(text: str) -> bool:
    """Whether its last word qualifies a word that must follow (`Head of Business and Deputy`)."""
    words = words_of(text)
    if not words or words[-1].lower() not in _POSTS["modifiers"]:
        return False
    return len(words) == 1 or words[-1].lower() not in _POSTS["one"]


def likely_person(text: str) -> bool:
    """Whether it looks like a name (two to four capital words) and says nothing that services are about."""
    words = (word.lower() for word in words_of(text))
    return sure_person(text) or (kind_of(text) == "person" and not any(w in WORDS["subjects"]["words"] for w in words))


def stands_alone(text: str) -> bool:
    """Whether a line that is one word names a post by itself (`Clerk`, `RFO`) rather than the end of a wrapped one."""
    words = [word.lower() for word in words_of(text)]
    return len(words) == 1 and (words[0] in _POSTS["on_its_own_line"] or words[0] in _POSTS["short"])


def ends_in_post(text: str) -> bool:
    """Whether its last word is one that a post ends with."""
    words = words_of(text)
    return bool(words) and words[-1].lower() in (*_POSTS["one"], *_POSTS["many"], *_POSTS["short"])


def has_complement(text: str) -> bool:
    """Whether a post goes on after its noun: `Head of Policy`, `Corporate Director Finance`, `Lead for Estates`."""
    return kind_of(text) in ("post", "posts") and not ends_in_post(text)


def is_one_word_post(text: str) -> bool:
    """Whether it is a post's noun alone (`Officer`), which may be the end of a wrapped title."""
    return len(words_of(text)) == 1 and ends_in_post(text)


def _post_kind(words: list[str]) -> PieceKind | None:
    lower = [word.lower() for word in words]
    text = " ".join(lower)
    if lower[-1] in _POSTS["many"] or text.startswith(("all ", "heads of ", "directors of ", "members of ")):
        return "posts"
    if _OPENING.match(text) or _commands(text):
        return "post"
    if text in _POSTS["no_post_alone"] or (len(words) == 2 and lower[0] in WORDS["given"]["words"]):
        return None
    if (
        lower[-1] in _POSTS["one"]
        and not (lower[-1] in _POSTS["modifiers"] and len(lower) == 1)
        and not _is_title_and_name(words)
    ):
        return "post"
    if any(word in _POSTS["short"] for word in lower) and len(lower) <= 3 and any(w.isupper() for w in words):
        return "post"
    noun = next((n for n, word in enumerate(lower[:-1]) if n < 4 and word in _STRONG_NOUNS), None)
    return "post" if noun is not None and not _is_title_and_name(words) else None


def _commands(text: str) -> bool:
    """Whether a rank stands before what services are about and nothing else: `ACC Crime`, `Supt Local Policing`."""
    match = _RANK.match(text)
    rest = text[match.end() :].split() if match is not None else []
    subjects = WORDS["subjects"]["words"]
    return bool(rest) and all(word in subjects or word in ("and", "&") for word in rest)


# Nouns that a post may open with and go on after: `Corporate Director Finance & Procurement`, `Matron, ED`.
_STRONG_NOUNS = (
    frozenset(WORDS["posts"]["one"])
    - frozenset(WORDS["posts"]["modifiers"])
    - frozenset(WORDS["titles"]["one"])
    - frozenset(WORDS["posts"]["no_post_alone"])
)


def _is_title_and_name(words: list[str]) -> bool:
    text = " ".join(words)
    match = TITLE.match(text)
    if match is None or match.end() >= len(text):
        return False
    rest = text[match.end() :].split()
    return (
        len(rest) <= 4
        and all(_NAME_WORD.fullmatch(w) or _INITIAL.fullmatch(w) for w in rest)
        and rest[0].lower() not in ("of", "for")
        and (rest[-1].lower() not in (*_POSTS["one"], *_POSTS["many"]))
    )


def _person_kind(words: list[str], bare: str) -> PieceKind | None:
    if _is_title_and_name(words) or sure_person(bare):
        return "person"
    lower = [word.lower() for word in words]
    known = (*WORDS["bodies"]["strong"], *WORDS["bodies"]["weak"], *WORDS["departments"]["words"], "and", "&", "all")
    named = lower[1:] if words[0].istitle() and lower[0] in WORDS["departments"]["words"] else lower  # `Ed Parkes`
    if not 2 <= len(words) <= 4 or any(word in known for word in named) or _BODY_LEAD.match(bare):
        return None
    if lower[0] in _POSTS["modifiers"]:  # `Chief Digital` of `Chief Digital and Information Officer`
        return None
    return "person" if all(_NAME_WORD.fullmatch(word) for word in words) and words[-1][0].isupper() else None


def _body_kind(words: list[str], bare: str) -> PieceKind | None:
    strong = words[-1].lower() in WORDS["bodies"]["strong"] or _BODY_LEAD.match(bare)
    return "body" if strong or (words[-1].lower() in WORDS["bodies"]["weak"] and len(words) > 1) else None


def _loose_kind(words: list[str], bare: str) -> PieceKind:
    single = len(words) == 1 and _NAME_WORD.fullmatch(words[0]) and bare.lower() not in WORDS["departments"]["words"]
    return "name" if single else "other"
