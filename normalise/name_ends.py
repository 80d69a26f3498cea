"""What stands behind a name without a sign between: a post, initials, the body that somebody comes from."""

from __future__ import annotations

import re

from normalise.party_words import TITLE, begins_with_modifier, kind_of, opens_with_post, opens_with_subject

INITIAL = re.compile(r"(?:[A-Z]\.?[-' ]?){1,4}")
_FROM = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?=[A-Z])")


def trailing_post(name: str) -> int | None:
    """Where a post begins that stands behind a name without a sign between: `Dr Priya Nair Chief Medical Officer`."""
    title = TITLE.match(name)
    first = title.end() if title else 0
    words = [first + match.start() for match in re.finditer(r"\S+", name[first:])]
    for count, at in enumerate(words):
        left, right = name[:at].strip(), name[at:]
        if (
            count >= (1 if title else 2)
            and kind_of(left) == "person"
            and _is_post_behind(right, name[first:at].split())
        ):
            return at
    return None


def _is_post_behind(words: str, names: list[str]) -> bool:
    """Whether words behind names are a post, by their first word; behind a whole name also by their last."""
    if opens_with_post(words):
        return kind_of(words) == "post" or (begins_with_modifier(words) and " " in words.strip())
    return (
        len(names) > 1 and not INITIAL.fullmatch(names[-1]) and opens_with_subject(words) and kind_of(words) == "post"
    )


def without_body(name: str) -> str:
    """A name without the body that somebody comes from: `Mr D Ash of Oak Homes`."""
    match = _FROM.search(name)
    return name if match is None or TITLE.match(name) is None else name[: match.start()]


def without_initials(name: str) -> str:
    """The name without the initials by which the minutes call that person: `Kenny Combe KC`."""
    name = name.rstrip()
    match = re.fullmatch(r"(?P<name>.*\S)\s+(?P<initials>[A-Z][A-Za-z]?[A-Z]?[a-z]?)", name, re.DOTALL)
    if match is None or len(match["name"].split()) < 2:
        return name
    first = "".join(word[0] for word in TITLE.sub("", match["name"]).split() if word[0].isalpha()).upper()
    capitals = "".join(c for c in match["initials"] if c.isupper())
    return match["name"] if len(capitals) > 1 and first == capitals else name
