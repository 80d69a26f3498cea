"""The reviewed words by which actions are known (`extract/records/vocabulary/actions.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from extract.records.columns import ColumnWords, fold_head, words_to_column_words
from extract.records.rating_words import SIGNS
from extract.vocabulary import VocabularyError, any_of, read_vocabulary

_GROUPS = [
    "action_log",
    "agenda_only",
    "as_at",
    "calendar",
    "date_like",
    "date_words",
    "label_due",
    "label_owners",
    "label_status",
    "milestone",
    "no_action",
    "note",
    "note_bare",
    "note_date",
    "note_heads",
    "now_due",
    "numbered",
    "owner_acts",
    "owner_words",
    "period",
    "rag_first",
    "rag_only",
    "roles",
    "status_only",
    "timetable",
    "to_do",
    "verbs",
]
_VOCABULARY = read_vocabulary("extract.records", "actions", {"columns": dict, "words": dict})
if sorted(_VOCABULARY["words"]) != _GROUPS:
    raise VocabularyError(f"actions.toml: [words] must hold {_GROUPS}")

COLUMN_WORDS: ColumnWords = words_to_column_words(_VOCABULARY["columns"])


def _whole(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_VOCABULARY['words'][group]).pattern})[.]?$", re.IGNORECASE)


MILESTONE = any_of(_VOCABULARY["words"]["milestone"])
ACTION_LOG = any_of(_VOCABULARY["words"]["action_log"])
TIMETABLE = any_of(_VOCABULARY["words"]["timetable"])
AS_AT = any_of(_VOCABULARY["words"]["as_at"])
CALENDAR = any_of(_VOCABULARY["words"]["calendar"])
RAG_ONLY = re.compile(rf"[{re.escape(SIGNS)}]*{_whole('rag_only').pattern}", re.IGNORECASE)
RAG_FIRST = any_of(_VOCABULARY["words"]["rag_first"])
STATUS_ONLY = _whole("status_only")
TO_DO = any_of(_VOCABULARY["words"]["to_do"], re.NOFLAG)
AGENDA_ONLY = _whole("agenda_only")
PERIOD = _whole("period")
NO_ACTION = _whole("no_action")
DATE_LIKE = any_of(_VOCABULARY["words"]["date_like"])
NOTE = any_of(_VOCABULARY["words"]["note"], re.NOFLAG)
NOTE_BARE = any_of(_VOCABULARY["words"]["note_bare"], re.NOFLAG)
NOTE_HEAD = re.compile(rf"(?:{any_of(_VOCABULARY['words']['note_heads']).pattern})\s*:?", re.IGNORECASE)
NOTE_DATE = any_of(_VOCABULARY["words"]["note_date"])
NOW_DUE = any_of(_VOCABULARY["words"]["now_due"])
NUMBERED = any_of(_VOCABULARY["words"]["numbered"])
DATE_WORD = _whole("date_words")
VERB = _whole("verbs")
OWNER_ACTS = any_of(_VOCABULARY["words"]["owner_acts"])
OWNER_WORD = _whole("owner_words")
ROLES = re.compile(rf"\b(?:{any_of(_VOCABULARY['words']['roles']).pattern})\b", re.IGNORECASE)
LABELS: Mapping[str, re.Pattern[str]] = {
    field: re.compile(
        rf"(?:^|(?<=[\s.;,(]))(?:{any_of(_VOCABULARY['words'][f'label_{field}']).pattern})\s*:\s*", re.IGNORECASE
    )
    for field in ("owners", "due", "status")
}

_HALVES = re.compile(r"\s*(?:/|&|,|\band\b)\s*")
_TOGETHER = ({"owners", "due"}, {"owners", "date"})  # `Lead and timescale`: a person and a date in one cell
_MOST_HEAD_WORDS = 8  # a head with two languages in it
_MOST_REF_WORDS = 3
_LONGEST_HEAD = 120  # characters: no phrase is a third of more
_ASIDE = re.compile(r"\s*\([^)]*\)")


@lru_cache(maxsize=4096)
def head_to_concept(head: str) -> tuple[str, bool] | None:
    """What a head says its column holds, and whether all its words say so; None where it says nothing known.

    Words in brackets (`DATE (month/year)`), its day (`Progress at May 2024`) and the other language of a head
    (`Action / Gweithred`) are left out.
    """
    if len(head) > _LONGEST_HEAD:
        return None
    variants = _variants(head)
    if {_exact(half) for half in _HALVES.split(head)} in _TOGETHER:
        return "owners_due", True
    exact = next((concept for words in variants if (concept := _exact(words)) is not None), None)
    if exact is not None:
        return exact, True
    concepts = (COLUMN_WORDS.concept(words) for words in variants)
    found = next((concept for concept in concepts if concept is not None), None)
    found = "ref" if found is None and _ends_in_ref(head) else found
    return (found, False) if found is not None else None


def _ends_in_ref(head: str) -> bool:
    """Whether the last word of a short head is one for a number: `HMICFRS ref`, `Inspection reference`."""
    words = fold_head(head).split()
    return 1 < len(words) <= _MOST_REF_WORDS and COLUMN_WORDS.phrases.get(words[-1]) == "ref"


def _exact(words: str) -> str | None:
    return COLUMN_WORDS.phrases.get(COLUMN_WORDS.fold(words))


def _variants(head: str) -> tuple[str, ...]:
    bare = AS_AT.sub("", _ASIDE.sub("", head))
    halves = bare.split("/") if len(bare.split()) <= _MOST_HEAD_WORDS else []
    return tuple(words for words in (head, bare, *halves) if len(words.strip()) > 1)
