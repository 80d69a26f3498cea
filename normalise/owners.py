"""The people, posts and bodies that an owner cell names, by the record format's rules for owner lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from normalise.party_words import (
    TITLE,
    TITLES,
    WORDS,
    begins_with_modifier,
    ends_in_modifier,
    ends_in_post,
    has_complement,
    has_title,
    is_modifier,
    is_one_word_post,
    kind_of,
    likely_person,
    opens_post,
    short_initials,
    stands_alone,
    sure_person,
)
from normalise.text import comparable, same_length
from normalise.words import alternatives

OwnerKind = Literal["person", "role", "body"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters `start` to `end` of the cell, and the separator before them (empty for the first)."""

    start: int
    end: int
    separator: str


_HARD = re.compile(r";|\||(?<=\s)/(?=\s)|(?<=\S)\s/|/\s|[•▪●]|\s\+\s")
_SOFT = re.compile(r"\s*,\s*(?:(?:and|a)\s+)?|\s+(?:and|&|with|a|ac)\s+|\s*/\s*|\s*\+\s*|(?<=\w)\s?&\s?(?=\w)")
_STROKES = re.compile(r"(?<=\w)/(?=\w)")
_GLUE = re.compile(r"(?i)(?:[,&/–—-]|\b(?:and|of|for|to|the|in|on|with|a|&))$")
_LEADS_ON = re.compile(r"(?i)(?:[,&/–—(-]|(?:and|of|for|to|in|on|the|with)\b|[^\W\dA-Z_])")
_LABEL = re.compile(rf"(?i)\s*{alternatives(WORDS['labels']['words'])}\s*:\s*")
_JOINED = re.compile(r"(?i)\s*(?:and|&)\s+(?=\S)")  # what a line begins with that names another holder
_LETTERS_JOINED = re.compile(r"(?<![\w&])([A-Z])&(?=[A-Z]{1,3}\b)")  # `F&GP Committee`, `A&E`
_COMPOUND = re.compile(  # `Fire and Rescue Service`, `Fire & Rescue`
    "(?i)" + alternatives(WORDS["bodies"]["compounds"]).replace("and", r"(?:and|&)").replace(r"\ ", r"\s")
)
_INITIAL = re.compile(r"(?:[A-Z]\.?\s?){1,2}")
_TRIM = " \t\n\u00a0,;:/|&+•▪●"


def split_owners(raw: str) -> list[Span]:
    """The places in `raw` of each person, post or body that it names; `\\n` stands between its printed lines.

    A conjunction or comma inside one title does not split it, nor does a line break inside a name or a title. A plural
    honorific before a list (`Cllrs Jones & Pugh`) belongs to no name. Nothing is found in `N/A`, `TBC` or `-`.
    """
    if comparable(raw) in WORDS["nobody"]["words"]:
        return []
    text = _masked(raw)
    spans: list[Span] = []
    for start, end in _between(_HARD, text, 0, len(text)):
        for line in _line_groups(text, start, end):
            spans.extend(_list_spans(text, *line))
    trimmed = [(a, b) for a, b in (_trim(text, start, end) for start, end in spans) if a < b]
    named = [(a, b) for a, b in trimmed if comparable(raw[a:b]) not in WORDS["nobody"]["words"]]
    # beside somebody's initials, letters that else stand for `not applicable` are a name's too: `FN / NA`
    return [
        (a, b)
        for a, b in trimmed
        if (a, b) in named or (named and raw[a:b].isalpha() and raw[a:b].isupper() and _are_initials(raw, named))
    ]


def _are_initials(raw: str, spans: Sequence[Span]) -> bool:
    return all(short_initials(raw[a:b]) for a, b in spans)


def owner_kind(name: str) -> OwnerKind:
    """Whether an owner is a person (initials too), a role (posts and holders of posts) or a body."""
    kind = kind_of(name)
    first = re.split(r",|\s-\s|\sto\s|\n", re.sub(r"^[A-Z]/", "", same_length(name)))[0]
    if kind in ("person", "initials") or sure_person(first):
        return "person"
    if kind in ("post", "posts"):
        return "role"
    return "person" if kind == "name" and name.lower() in WORDS["given"]["words"] else "body"


def owner_key(name: str) -> str:
    """A form that is the same for printings of the same party: without honorific, brackets, case, `&` for `and`."""
    bare = re.sub(r"\([^()]*\)?", " ", same_length(name)).strip()
    title = TITLE.match(bare)
    if title is not None and owner_kind(name) == "person":
        bare = bare[title.end() :]
    words = re.sub(r"\s*&\s*", " and ", comparable(bare).replace(",", " ")).split()
    return " ".join(word.strip(".") for word in words if word != "the" and word not in _LETTERS_AFTER)


_LETTERS_AFTER = frozenset(WORDS["post_nominals"]["words"]) - {"ms", "am"}


def _masked(raw: str) -> str:
    """The cell with bracketed words, white space and stroke abbreviations (`A/Supt`) made harmless; same length."""
    text = "".join("\n" if c == "\n" else p for c, p in zip(raw, same_length(raw), strict=True))
    text = re.sub(
        r"\([^()]*\)?", lambda match: "(" + "_" * (len(match[0]) - 2) + ")" if len(match[0]) > 1 else "(", text
    )
    text = re.sub(r"(?<![\w/])([A-Z])/(?=[A-Z]\w*\s[A-Z])", r"\1_", text)
    text = _LETTERS_JOINED.sub(r"\1N", text)
    text = _COMPOUND.sub(lambda match: re.sub(r"[\s,&]", "_", match[0]), text)
    label = _LABEL.match(text)
    return text if label is None else " " * label.end() + text[label.end() :]


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    ends = [start]
    for match in pattern.finditer(text, start, end):
        ends += [match.start(), match.end()]
    ends.append(end)
    return [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if text[a:b].strip(_TRIM)]


def _trim(text: str, start: int, end: int) -> Span:
    if (joined := _JOINED.match(text, start, end)) is not None:
        start = joined.end()
    while start < end and text[start] in _TRIM + "-.":
        start += 1
    while end > start and (text[end - 1] in _TRIM or (text[end - 1] in "-." and not text[end - 2 : end - 1].isupper())):
        end -= 1
    return start, end


def _line_groups(text: str, start: int, end: int) -> list[Span]:
    """The lines of a cell, those that one wrapped name or title runs over put together."""
    lines = _between(re.compile(r"\n"), text, start, end)
    if len(_STROKES.findall(text, start, end)) > 1:  # strokes part the owners, so line ends do not
        return [(start, end)]
    column = text[text.rfind(";\n", 0, start) + 1 :].split(";\n")[0]  # where cells of two columns stand in a row
    longest = max(len(line.strip()) for line in column.split("\n"))
    groups: list[Span] = []
    for number, line in enumerate(lines):
        if (
            groups
            and not _begins_wrapped_post(text, groups[-1], lines[number : number + 2])
            and not _breaks(text, groups[-1], line, longest)
        ):
            groups[-1] = (groups[-1][0], line[1])
        else:
            groups.append(line)
    return _titled(text, groups)


def _begins_wrapped_post(text: str, before: Span, lines: list[Span]) -> bool:
    """`Chief Social Work` above `Officer`: words that the next line makes a post, after a whole post."""
    left = text[slice(*before)].strip()
    if len(lines) < 2 or _GLUE.search(left) or kind_of(left) != "post" or not has_complement(left):
        return False
    first, second = (text[slice(*line)].strip() for line in lines)
    return kind_of(first) == "other" and is_one_word_post(second) and kind_of(f"{first} {second}") == "post"


def _breaks(text: str, before: Span, line: Span, longest: int) -> bool:
    """Whether a line break ends an owner: what stands before it is whole, and what follows can stand alone."""
    left, right = text[slice(*before)].strip(), text[slice(*line)].strip()
    if _GLUE.search(left) or (_LEADS_ON.match(right) and not has_title(right)):
        return False
    last, first = _edge(left, -1), _edge(right, 0)
    if _INITIAL.fullmatch(last) and kind_of(first) == "name":  # `J` over `McBurney`
        return False
    if ends_in_modifier(last):
        return False
    left_kind, right_kind = kind_of(last), kind_of(first)
    if right_kind in ("post", "posts"):
        ahead = left[: -len(last)].rstrip()
        joined = re.sub(r"\s+(?:and|a|ac)?$", "", ahead.rstrip(_TRIM)).rstrip(_TRIM)
        listed = last != left and not ahead.endswith(",")  # `ICT Manager & Emergency`, but not `Manager, Protection`
        if listed and left_kind in ("other", "name") and ends_in_post(joined):
            return False
        return _post_breaks(left, last, first, _had_room(text, before, right, longest))
    if right_kind in ("person", "initials"):
        if kind_of(left) in ("post", "posts"):
            return likely_person(first) or (right_kind == "initials" and (ends_in_post(left) or short_initials(first)))
        return left_kind in ("person", "initials", "post", "posts", "body")
    if right_kind == "body":
        whole = likely_person(last) or left_kind == "initials" or (left_kind == "body" and " " in last)
        return " " in first and (whole or ends_in_post(left))
    return left_kind == "initials" and right_kind != "other"


def _post_breaks(left: str, last: str, first: str, room: bool) -> bool:
    left_kind = kind_of(left if not ends_in_post(last) else last)
    if stands_alone(first) and left_kind in ("post", "posts", "initials", "person"):
        return True
    if is_one_word_post(first):
        return (
            (ends_in_post(last) and not left.lower().endswith("chief executive"))
            or left_kind == "initials"
            or sure_person(last)
        )
    if left_kind in ("post", "posts", "person", "initials") or kind_of(last) in ("post", "posts", "person"):
        return (
            opens_post(first)
            or ends_in_post(last)
            or left_kind in ("person", "initials")
            or room
            or ends_in_post(first)
        )
    return room and kind_of(last) == "body"


def _had_room(text: str, before: Span, right: str, longest: int) -> bool:
    """Whether the next line's first word would have stood on the line before: then the break is meant."""
    last_line = text[: before[1]].rsplit("\n", 1)[-1].strip()
    return len(last_line) + 1 + len(right.split()[0]) <= longest - 2


def _edge(text: str, which: int) -> str:
    """The first or last piece between separators."""
    pieces = [piece for piece in _SOFT.split(text.replace("\n", " ")) if piece and piece.strip()]
    return pieces[which].strip() if pieces else ""


def _titled(text: str, groups: list[Span]) -> list[Span]:
    """A person's name on one line and the post on the next, for every owner of the cell, are one owner each."""
    kinds = [kind_of(text[a:b]) for a, b in groups]
    if len(groups) % 2 or any(kinds[n : n + 2] != ["person", "post"] for n in range(0, len(kinds), 2)):
        return groups
    return [(groups[n][0], groups[n + 1][1]) for n in range(0, len(groups), 2)]


def _list_spans(text: str, start: int, end: int) -> list[Span]:
    titles = TITLES.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    if titles is not None and kind_of(text[start:end]) != "posts":
        return _between(_SOFT, text, titles.end(), end)
    if initials := _bare_initials(text, start, end):
        return initials
    owners: list[Span] = []
    for piece in _pieces(text, start, end):
        if owners and not _splits(text, owners[-1], piece, owners):
            owners[-1] = (owners[-1][0], piece.end)
        else:
            owners.extend(_run_on(text, piece.start, piece.end))
    return owners


def _bare_initials(text: str, start: int, end: int) -> list[Span]:
    """`JB CD`: nothing but sets of initials; where signs part them, some may be a department's too (`JB, HQ`)."""
    words = [match.span() for match in re.finditer(r"[^\s,/&+]+", text[start:end])]
    if len(words) < 2 or not all(re.fullmatch(r"[A-Z]{2,3}", text[start + a : start + b]) for a, b in words):
        return []
    known = [kind_of(text[start + a : start + b]) == "initials" for a, b in words]
    signed = all(re.search(r"[,/&+]", text[start + a : start + b]) for (_, a), (b, _) in pairwise(words))
    if not (all(known) or (signed and any(known))):
        return []
    return [(start + a, start + b) for a, b in words]


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    spans = _between(_SOFT, text, start, end)
    if not spans:
        return []
    gaps = ["", *(text[a[1] : b[0]].strip() for a, b in pairwise(spans))]
    return _shared_nouns(text, [_Piece(a, b, gap) for (a, b), gap in zip(spans, gaps, strict=True)])


def _shared_nouns(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """`Clerk, Estates and Facilities Manager`: what follows a whole post and ends in one is one piece."""
    whole: list[_Piece] = []
    for at, piece in enumerate(pieces):
        words = text[piece.start : piece.end]
        joined = at > 1 and piece.separator in ("and", "&") and kind_of(words) in ("post", "posts")
        if (
            joined
            and ends_in_post(text[pieces[at - 2].start : pieces[at - 2].end])
            and _leans_on(text, whole[-1], words)
        ):
            whole[-1] = _Piece(whole[-1].start, piece.end, whole[-1].separator)
        else:
            whole.append(piece)
    return whole


def _leans_on(text: str, piece: _Piece, noun: str) -> bool:
    words = text[piece.start : piece.end]
    unfinished = kind_of(words) in ("name", "other", "person") and not sure_person(words)
    joined = piece.separator.startswith((",", "/")) or begins_with_modifier(words)
    return unfinished and joined and not is_one_word_post(noun) and not opens_post(noun)


def _run_on(text: str, start: int, end: int) -> list[Span]:
    """`Head of Policy Head of Finance`: two posts that nothing stands between."""
    for match in re.finditer(r"(?<=\s)(?:Heads?|Directors?)\s+of\s", text[start:end]):
        left = text[start : start + match.start()].strip()
        if has_complement(left) and not _GLUE.search(left) and not ends_in_modifier(left):
            return [(start, start + match.start()), *_run_on(text, start + match.start(), end)]
    return [(start, end)]


def _splits(text: str, before: Span, piece: _Piece, owners: list[Span]) -> bool:
    """Whether a piece is another owner: it names a holder of a post, or goes on from a list of those who are none."""
    left, right = text[slice(*before)], text[piece.start : piece.end]
    left_kind, right_kind = kind_of(left), kind_of(right)
    comma = piece.separator.startswith(",")
    if is_modifier(left) or left_kind == "other":
        return (right_kind in ("person", "initials") and sure_person(right)) or (comma and right_kind == "person")
    if right_kind in ("post", "posts"):
        return not (comma and right_kind == "post" and _in_apposition(text, left, owners)) and left_kind != "name"
    if left_kind in ("post", "posts"):
        listed = len(owners) > 1 and right_kind == "body"
        return listed or _follows_post(left, right, right_kind, comma, piece.separator)
    if right_kind == "other":
        return not comma and left_kind in ("person", "initials")
    if left_kind == "name" and right_kind == "name":
        if comma and _surname_first(text, owners, right, piece):
            return False
        return piece.separator.startswith((",", "/")) or left.strip().lower() in WORDS["given"]["words"]
    return not (comma and right.strip().lower() in _LETTERS_AFTER)


def _surname_first(text: str, owners: list[Span], right: str, piece: _Piece) -> bool:
    """Whether a line holds one person and nothing else, as registers export them: `Priestley, Gavin`."""
    given = WORDS["given"]["words"]
    left = text[slice(*owners[-1])].strip().lower()
    before, after = re.split(r"[;\n]", text[: owners[0][0]])[-1], re.split(r"[;\n]", text[piece.end :])[0]
    alone = len(owners) == 1 and not before.strip() and not after.strip()
    return alone and left not in given and right.split()[0].lower() in given


def _follows_post(left: str, right: str, kind: str, comma: bool, separator: str) -> bool:
    if kind == "person":
        return likely_person(right) if separator == "/" or not has_complement(left) else sure_person(right)
    if kind == "initials":
        return comma or separator == "/" or not has_complement(left) or short_initials(right)
    return kind == "body" and not comma and (separator == "/" or not has_complement(left))


def _in_apposition(text: str, left: str, owners: list[Span]) -> bool:
    """Whether a post behind a comma is that of the person before it: so for each owner of the list so far."""
    earlier = [text[a:b] for a, b in owners[:-1]]
    return kind_of(left) == "person" and likely_person(left) and all("," in owner for owner in earlier)
