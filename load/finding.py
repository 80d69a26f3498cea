"""Full-text search over pages and records: the words asked for, in any order, as stems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import Connection, text

from load.dialects import in_words_of
from load.indexing import AT_MOST, PAGES_OF_A_PACK, as_terms, record_words
from load.models import RECORD_TYPES
from load.store import Store
from load.types import Hit

Kind = Literal["pages", "records"]
AROUND = 12
"""Words that are shown before and after the first of those asked for."""

_TERM = re.compile(r'"([^"]+)"|(\S+)')
_LETTER = re.compile(r"\w")


def search(
    store: Store, words: str, kind: Kind = "records", record_type: str | None = None, most: int = 20
) -> list[Hit]:
    """The pages or records that hold all the words, those in "quotation marks" side by side; the best first.

    Packs that were published anew are left out, as in the views. Empty where `words` has no letter or digit.
    """
    terms = words_to_terms(words)
    if not terms:
        return []
    with store.reading() as connection:
        find = _pages if kind == "pages" else _records
        rows = find(connection, terms, record_type, most)
    return [Hit(r.pack, r.page, r.page_label, r.record, r.type, words_around(r.words, terms)) for r in rows]


def words_to_terms(words: str) -> list[str]:
    """The words and phrases that are asked for; what has neither letter nor digit is none."""
    found = [phrase or word for phrase, word in _TERM.findall(words)]
    return [" ".join(term.replace('"', " ").split()) for term in found if _LETTER.search(term)]


def words_around(said: str, terms: Sequence[str]) -> str:
    """Some words of a text with the first of the terms among them, with an ellipsis where more stand there."""
    listed = said.split()
    stems = [re.sub(r"\W", "", term.split()[0]).casefold()[:5] for term in terms]
    at = next((n for n, word in enumerate(listed) if any(s and s in word.casefold() for s in stems)), 0)
    first, last = max(0, at - AROUND), at + AROUND + 1
    return "… " * (first > 0) + " ".join(listed[first:last]) + " …" * (last < len(listed))


def _pages(connection: Connection, terms: Sequence[str], _: str | None, most: int) -> Sequence[Any]:
    found = (
        "p.file_name AS pack, g.number AS page, g.label AS page_label, NULL AS record, NULL AS type, g.text AS words"
    )
    if connection.dialect.name == "sqlite":
        sql = f"""SELECT {found} FROM page_search s
            JOIN pages g ON g.pack_id = s.rowid / {PAGES_OF_A_PACK} AND g.number = s.rowid % {PAGES_OF_A_PACK}
            JOIN packs p ON p.id = g.pack_id AND p.superseded_by IS NULL
            WHERE page_search MATCH :asked ORDER BY s.rank, s.rowid LIMIT :most"""
        return _ask_sqlite(connection, sql, terms, most)
    held = as_terms(f"left(g.text, {AT_MOST})")
    sql = f"""SELECT {found} FROM pages g JOIN packs p ON p.id = g.pack_id AND p.superseded_by IS NULL
        WHERE {held} @@ ({{asked}}) ORDER BY ts_rank({held}, {{asked}}) DESC, g.pack_id, g.number LIMIT :most"""
    return _ask_postgresql(connection, sql, terms, most)


def _records(connection: Connection, terms: Sequence[str], record_type: str | None, most: int) -> Sequence[Any]:
    found = "p.file_name AS pack, r.page, r.page_label, r.id AS record, r.type"
    joined = "JOIN packs p ON p.id = r.pack_id AND p.superseded_by IS NULL"
    wanted = "" if record_type is None else f"AND r.type = '{_known(record_type)}'"
    if connection.dialect.name == "sqlite":
        words = "(SELECT w.said FROM record_words w WHERE w.record = best.record AND w.type = best.type) AS words"
        sql = f"""SELECT *, {words} FROM (SELECT {found}
            FROM record_search s JOIN records r ON r.id = s.rowid {wanted} {joined}
            WHERE record_search MATCH :asked ORDER BY s.rank, s.rowid LIMIT :most) best"""
        return _ask_sqlite(connection, sql, terms, most)
    types = RECORD_TYPES if record_type is None else (_known(record_type),)
    branches = " UNION ALL ".join(
        f"SELECT t.record_id, {record_words(name, 't.')} AS said FROM {name} t "
        f"WHERE {as_terms(record_words(name, 't.'))} @@ ({{asked}})"
        for name in types
    )
    sql = f"""SELECT {found}, w.said AS words FROM ({branches}) w JOIN records r ON r.id = w.record_id {joined}
        ORDER BY ts_rank({as_terms("w.said")}, {{asked}}) DESC, r.id LIMIT :most"""
    return _ask_postgresql(connection, sql, terms, most)


def _known(record_type: str) -> str:
    if record_type not in RECORD_TYPES:
        raise KeyError(record_type)
    return record_type


def _ask_sqlite(connection: Connection, sql: str, terms: Sequence[str], most: int) -> Sequence[Any]:
    asked = " ".join(f'"{term}"' for term in terms)
    return connection.execute(text(sql), {"asked": asked, "most": most}).all()


def _ask_postgresql(connection: Connection, sql: str, terms: Sequence[str], most: int) -> Sequence[Any]:
    asked = " && ".join(f"phraseto_tsquery('english', :term{n})" for n in range(len(terms)))
    values = {f"term{n}": term for n, term in enumerate(terms)}
    return connection.execute(
        text(in_words_of("postgresql", sql).replace("{asked}", asked)), {**values, "most": most}
    ).all()
