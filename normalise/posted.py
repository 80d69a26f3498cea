"""Posts that stand before those who hold them: `Treasurer - N. Beck` line by line, `Monitoring Officer (Mr B Ivy)`."""

from __future__ import annotations

import re

from normalise.party_words import TITLE, kind_of, opens_with_post, sure_person

Span = tuple[int, int]
Held = tuple[Span, Span]

_POSTED = re.compile(r"\s*(?P<post>[^:;,()]+?)\s+-\s+(?P<name>[^:;,()]+?)\s*")
_NAMED = re.compile(r"\s*(?P<name>[^:;,()\n]+?)\s+-\s+(?P<post>[^:;()\n]+?)[ .]*")
_BRACKET = re.compile(r"[(\[](?P<inner>[^()\[\]:]*)[)\]]?")
_NAME = re.compile(r"[^,;&]+?(?=,|;|&|\sand\s|$)(?:\sand\s)?")
_AND_BEHIND = re.compile(r"\s+(?:and|&)\s*$")
_AHEAD = re.compile(r"(?s).*(?:\)|[,;:]\s|\n)\s*(?:and\s+)?")


def posted_lines(text: str) -> list[Held]:
    """Post and holder of each line that gives a post, a dash and a name; none where any of a text's lines does not.

    A post or a name may go on in the next line.
    """
    found: list[Held] = []
    start = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        match = _POSTED.fullmatch(text, start, line.end())
        if match is None or kind_of(match["post"]) != "post" or kind_of(match["name"]) != "person":
            continue
        found.append((match.span("post"), match.span("name")))
        start = line.end()
    return [] if text[start:].strip() else found


def named_lines(text: str) -> list[Held]:
    """Post and holder of each of two lines or more that give a name, a dash and a post; none in other texts."""
    found: list[Held] = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        match = _NAMED.fullmatch(text, line.start(), line.end())
        if match is None or kind_of(match["name"]) != "person":
            return []
        if not opens_with_post(match["post"]) and kind_of(match["post"].split(",")[0]) != "post":
            return []
        found.append((match.span("post"), match.span("name")))
    return found if len(found) > 1 else []


def holders(text: str, piece: Span, after: int) -> list[Held]:
    """Post and name of those in brackets behind the post in a piece of a list: `Wardens (A Oak and B Ash)`; often none.

    A post with `and` in it may begin before the piece, behind the person before, who ends at `after`.
    """
    start, end = piece
    bracket = _BRACKET.search(text, start, end)
    if bracket is None:
        return []
    stop = start + len(text[start : bracket.start()].rstrip())
    ahead = _AHEAD.match(text, after, start)
    starts = (start, after if ahead is None else ahead.end())
    post = next(((at, stop) for at in starts if _is_post(text[at:stop])), None)
    names = [_name(text, *match.span()) for match in _NAME.finditer(text, *bracket.span("inner"))]
    if post is None or not all(TITLE.match(text[a:b]) or sure_person(text[a:b]) for a, b in names):
        return []
    return [(post, name) for name in names]


def _is_post(words: str) -> bool:
    return kind_of(" ".join(words.split())) in ("post", "posts")


def _name(text: str, start: int, end: int) -> Span:
    """Where a name stands without the space around it and the `and` behind it."""
    whole = _AND_BEHIND.sub("", text[start:end]).rstrip()
    return start + len(whole) - len(whole.lstrip()), start + len(whole)
