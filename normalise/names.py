"""Whom running text introduces: `Gill Baker (GB), Director of Finance`, `GB = Gill Baker`, `Town Clerk (TC)`.

The one module that imports spaCy: a blank English pipeline (its tokenizer and our rules, no model). The import takes
longer than reading a small pack, so it is made only where there is something to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from normalise.known import NAME_WORDS, KnownKind, initials_of, spells
from normalise.party_words import WORDS, kind_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span

_MOST_WORDS = 7  # of a post or body that initials stand for
_INITIALS = r"^(?:Mc|Mac|[A-Z][a-z]?){2,5}$"
_CAPITAL_WORD = r"^[^\W\d_a-z][\w'’-]*[^\W\dA-Z_][\w'’-]*$"
_SIGNS_BEFORE_POST = (",", "-", "–", "—")
_INFIXES = re.compile(r"[/=–—]|(?<=[a-z])\.(?=[A-Z])")
_KIND: dict[str, KnownKind] = {"person": "person", "post": "role", "posts": "role", "body": "body"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody whom a text names in full at `start` to `end`, and the initials that it prints for them, if any."""

    start: int
    end: int
    kind: KnownKind
    initials: str | None = None


def find_mentions(text: str) -> list[Mention]:
    """The people that a text names with an honorific or a known first name, and all for whom it gives initials."""
    document = _pipeline()(text)
    introduced = list(_introduced(document))
    taken = [(mention.start, mention.end) for mention in introduced]
    people = (
        Mention(entity.start_char, entity.end_char, "person") for entity in document.ents if entity.label_ == "PERSON"
    )
    others = (one for one in people if not any(one.start < end and start < one.end for start, end in taken))
    return sorted([*introduced, *others], key=lambda mention: mention.start)


def _introduced(document: Doc) -> Iterator[Mention]:
    """Those whose initials stand behind them in brackets or before them in a key."""
    for match_id, start, end in _matcher()(document):
        if document.vocab.strings[match_id] == "BRACKETS":
            found, initials = _before(document, start, document[start + 1].text), document[start + 1].text
        else:
            found, initials = _behind(document, end, document[start].text), document[start].text
        if found is not None:
            span, kind = found
            yield Mention(span.start_char, span.end_char, kind, initials)


def _before(document: Doc, bracket: int, initials: str) -> tuple[Span, KnownKind] | None:
    """Who stands before the brackets: the words that the initials spell, or the person that stands there; a person's
    post may stand between.
    """
    for end in _ends(document, bracket):
        for count in range(min(_MOST_WORDS, end), 1, -1):
            found = _spelt(document[end - count : end], initials)
            if found is not None and (end == bracket or found[1] == "person"):
                return found
        if end == bracket and document[end - 1].ent_type_ == "PERSON":
            return next(entity for entity in document.ents if entity.end == end), "person"
    return None


def _ends(document: Doc, bracket: int) -> Iterator[int]:
    """Where a name before brackets may end: at them, or at the sign before the post that stands between."""
    if bracket:
        yield bracket
    for at in range(bracket - 2, max(bracket - _MOST_WORDS - 3, 0), -1):
        if document[at].text in _SIGNS_BEFORE_POST and kind_of(document[at + 1 : bracket].text) == "post":
            yield at


def _behind(document: Doc, start: int, initials: str) -> tuple[Span, KnownKind] | None:
    """Whom a key gives behind initials: words that they spell."""
    for count in range(min(_MOST_WORDS, len(document) - start), 1, -1):
        if (found := _spelt(document[start : start + count], initials)) is not None:
            return found
    return None


def _spelt(span: Span, initials: str) -> tuple[Span, KnownKind] | None:
    """The words where initials stand for all of them: capital words, with small ones (`of`) only between."""
    words = [token.text for token in span]
    small = NAME_WORDS["texts"]["small"]
    if not all(word[0].isupper() or word in small for word in words) or words[0].lower() in small or words[-1] in small:
        return None
    kind = _KIND.get(kind_of(span.text), "other")
    fits = initials.upper() in initials_of(span.text) if kind == "person" else spells(initials, words)
    return (span, kind) if fits else None


@cache
def _pipeline() -> Language:
    """A blank English pipeline whose ruler marks people: an honorific or a first name, and a surname behind it."""
    import spacy

    language = spacy.blank("en")
    tokenizer: Any = language.tokenizer
    tokenizer.infix_finditer = _INFIXES.finditer  # double names are one word, `GB/HT` two
    ruler: Any = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": pattern} for pattern in _people_patterns()])
    return language


@cache
def _matcher() -> Matcher:
    from spacy.matcher import Matcher

    initials = {"TEXT": {"REGEX": _INITIALS}}
    matcher = Matcher(_pipeline().vocab)
    matcher.add("BRACKETS", [[{"ORTH": {"IN": ["(", "["]}}, initials, {"ORTH": {"IN": [")", "]"]}}]])
    matcher.add("KEY", [[initials, {"ORTH": {"IN": list(NAME_WORDS["texts"]["key_signs"])}}]])
    return matcher


def _people_patterns() -> Iterator[list[dict[str, Any]]]:
    posts = (*WORDS["posts"]["one"], *WORDS["posts"]["many"], *WORDS["posts"]["modifiers"])
    surname: dict[str, Any] = {"TEXT": {"REGEX": _CAPITAL_WORD}, "LOWER": {"NOT_IN": list(posts)}}
    initial = {"TEXT": {"REGEX": r"^(?:[A-Z]\.?){1,3}$"}, "OP": "*"}
    particle = {"LOWER": {"IN": list(NAME_WORDS["names"]["particles"])}, "OP": "*"}
    rest: list[dict[str, Any]] = [initial, particle, {**surname, "OP": "{1,3}"}]
    for title in _tokens(WORDS["titles"]["one"]):
        yield [*title, {"ORTH": ".", "OP": "?"}, *rest]
    given = {"LOWER": {"IN": list(WORDS["given"]["words"])}, "IS_TITLE": True}
    yield [given, *rest]


def _tokens(words: Iterable[str]) -> Iterator[Sequence[dict[str, Any]]]:
    """Honorifics as patterns of one token for each word, the full stop after it left out."""
    for word in dict.fromkeys(word.rstrip(".") for word in words):
        yield [{"LOWER": {"IN": [part, f"{part}."]}} for part in word.split()]
