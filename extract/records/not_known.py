"""What was seen and not understood: tables that look like records and gave none, heads and words that no list holds.

Each is an issue with the words to add to a word list (docs/adding-a-layout.md says which).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.layout.excerpt import Excerpt, join
from extract.pack.prose import Paragraph, lines_to_paragraphs
from extract.pack.types import Pack
from extract.pdf.types import Word
from extract.records.action_heads import content_concept
from extract.records.action_words import head_to_concept
from extract.records.claims import Claims, claimed_rows, records_to_claims
from extract.records.columns import fold_head
from extract.records.minutes import Minutes, pack_to_minutes
from extract.records.rating_words import head_concept
from extract.records.risk_heads import is_period, words_to_head
from extract.records.triggers import find_triggers
from extract.records.types import Issue, RawRecord
from extract.tables.types import Cell, Table
from extract.vocabulary import read_vocabulary

_TELLING = frozenset({"owners", "owners_due", "due", "revised", "original", "status", "rag", "risk_ref", "text"})
_LISTED = ("actions", "risks")
_FEWEST = 2  # columns that tell of records from which a table is worth a look, and rows below its head
_LONGEST_HEAD = 60  # characters
_MOST_TEXT = 200
_MESSAGES = {
    "table_not_understood": "A table looks like a list of actions or risks, and no record was read from it.",
    "head_not_known": "The head of a column is in no word list; the column was not read.",
    "head_by_content": "The head of a column is in no word list; the column was read by what stands in it, as {field}.",
    "word_not_known": "A word in capitals stands where decisions begin, and is in no word list.",
    "people_without_heading": "People are listed before the minutes under words that are in no word list.",
}


def records_to_unknown(
    pack: Pack, records: Sequence[RawRecord], told: set[tuple[str, str]] | None = None
) -> Iterator[Issue]:
    """The issues of a pack from which all records have been read. The same words are told of once: what has been is
    added to `told`.
    """
    told = set() if told is None else told
    claims = records_to_claims(records)
    listed = records_to_claims(record for record in records if record.type in _LISTED)
    for issue in (*_tables(pack, claims, listed, records), *_minutes(pack, claims)):
        key = (issue.code, fold_head(issue.text))
        if key not in told:
            told.add(key)
            yield issue


def _issue(code: str, words: Excerpt, **filled: str) -> Issue:
    return Issue(code, _MESSAGES[code].format(**filled), words.page, words.text[:_MOST_TEXT])


def _tables(pack: Pack, claims: Claims, listed: Claims, records: Sequence[RawRecord]) -> Iterator[Issue]:
    by_content = dict(_fields_by_content(records))
    refs = {ref.text for record in records if isinstance(ref := record.fields.get("ref"), Excerpt)}
    for table in (element for element in pack.flow if isinstance(element, Table)):
        heads = _heads(table)
        if not heads:
            continue
        if not claimed_rows(table, claims):
            if _tells_of_records(table, heads) and not _lists_again(table, refs):
                yield _issue("table_not_understood", join((cell.text for cell in heads), " | "))
        elif claimed_rows(table, listed):
            unread = [head for head in heads if not any(word in claims for word in head.text.words)]
            yield from _unknown_heads(table, unread, by_content)


def _heads(table: Table) -> list[Cell]:
    """The cells of the last row of a table's head: several short ones; empty where it has no such row."""
    if not table.header_rows or table.rows - table.header_rows < _FEWEST:
        return []
    row = [cell for cell in table.row(table.header_rows - 1) if cell.text and cell.column_span < table.columns]
    return row if len(row) >= _FEWEST and all(len(cell.text) <= _LONGEST_HEAD for cell in row) else []


def _tells_of_records(table: Table, heads: Sequence[Cell]) -> bool:
    """Whether heads tell of actions or risks: two by their words, or one, and owners, dates or states below another."""
    known = sum(map(_is_telling, heads))
    below = (head for head in heads if head_to_concept(head.text.text) is None)
    return known > 0 and known + sum(content_concept(_texts(table, head)) is not None for head in below) >= _FEWEST


def _is_telling(head: Cell) -> bool:
    action, risk = head_to_concept(head.text.text), words_to_head([head.text.text])
    known = action is not None and action[0] in _TELLING and action[1]
    return known or (risk is not None and risk.measure is not None and not risk.either)


def _lists_again(table: Table, refs: Container[str]) -> bool:
    """Whether most rows begin with the reference of something that a record is of: a summary that adds nothing."""
    firsts = [cell.text.text for cell in table.column_cells(0) if cell.text and cell.row >= table.header_rows]
    return 2 * sum(first in refs or first.split(":")[0] in refs for first in firsts) > len(firsts)


def _texts(table: Table, head: Cell) -> list[str]:
    cells = (table.at(row, head.column) for row in range(table.header_rows, table.rows))
    return [text for text in dict.fromkeys(cell.text.text for cell in cells if cell is not None) if text]


def _unknown_heads(table: Table, heads: Iterable[Cell], by_content: Mapping[Word, str]) -> Iterator[Issue]:
    for head in heads:
        words = head.text.text
        if head_to_concept(words) or words_to_head([words]) or head_concept(words) or is_period(words):
            continue
        if not any(c.isalpha() for c in words) or not _texts(table, head):
            continue
        cells = (table.at(row, head.column) for row in range(table.header_rows, table.rows))
        below = (cell.text.first_word for cell in cells if cell is not None and cell.text)
        field = next((by_content[word] for word in below if word in by_content), None)
        yield _issue("head_by_content", head.text, field=field) if field else _issue("head_not_known", head.text)


def _fields_by_content(records: Iterable[RawRecord]) -> Iterator[tuple[Word, str]]:
    """The first word of each field that no known head tells."""
    for record in records:
        for field in record.sure:
            value = record.fields.get(field)
            if isinstance(value, Excerpt) and value:
                yield value.first_word, field


def _minutes(pack: Pack, claims: Claims) -> Iterator[Issue]:
    for minutes in pack_to_minutes(pack):
        for minute in minutes.minutes:
            for paragraph in minute.paragraphs:
                yield from _unknown_words(paragraph)
        yield from _unlisted_people(minutes, claims)


def _unknown_words(paragraph: Paragraph) -> Iterator[Issue]:
    """A word in capitals with `that` behind it, or behind the body that decides, where no decision word is known."""
    match = _vocabulary().trigger.search(paragraph.text.text)
    if match is not None and not paragraph.text.text.isupper() and not find_triggers(paragraph.text):
        yield _issue("word_not_known", paragraph.text.group(match, "first") or paragraph.text.group(match, "behind"))


def _unlisted_people(minutes: Minutes, claims: Claims) -> Iterator[Issue]:
    """Lists of people with honorifics above the first minute that no attendance was read from."""
    for paragraph in lines_to_paragraphs(minutes.head):
        listed = len(_vocabulary().honorific.findall(paragraph.text.text)) >= _FEWEST
        if listed and not any(word in claims for word in paragraph.text.words):
            yield _issue("people_without_heading", paragraph.whole)


@dataclass(frozen=True, slots=True)
class _Words:
    honorific: re.Pattern[str]
    trigger: re.Pattern[str]


@cache
def _vocabulary() -> _Words:
    """The word list of extract/records/vocabulary/not_known.toml as patterns."""
    data = read_vocabulary(
        "extract.records", "not_known", dict.fromkeys(("honorifics", "bodies", "no_decisions"), list)
    )
    none, bodies = "|".join(data["no_decisions"]), "|".join(data["bodies"])
    word = rf"(?!(?:{none})\b)(?P<{{}}>[^\W\d_a-z]{{{{5,}}}})\b"
    return _Words(
        re.compile(rf"(?i)(?<!\w)(?:{'|'.join(data['honorifics'])})\.?\s+(?=\w)"),
        re.compile(
            rf"^\W*{word.format('first')}\s+(?:that|to)\b"
            rf"|\b(?i:the|this)(?:\s+\w+){{0,3}}\s+(?i:{bodies})\s+{word.format('behind')}\s"
        ),
    )
