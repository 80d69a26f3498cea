"""What keeps the store by itself: indexes of words and of what views show, written with the rows they are of, and
corrections that stay.

SQLite has tables of its own for words (FTS5) that triggers write; PostgreSQL has indexes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from sqlalchemy import Connection

from load.dialects import in_words_of
from load.left_to_do import left_to_do
from load.models import RECORD_TYPES
from load.shown import CORRECTABLE, column_put_right, value_now

PAGES_OF_A_PACK = 1_000_000
"""A page's number in `page_search` is that of its pack times this, and its own."""

AT_MOST = 200_000
"""Characters of a page that PostgreSQL looks at: it refuses more than a megabyte of different words."""

WORDS = {
    "agenda_items": "ref title section",
    "attendance": "name post",
    "resolutions": "minute_ref title decision text mover seconder",
    "recommendations": "ref text",
    "actions": "ref text owners_raw status group_heading risk_ref",
    "risks": "ref title cause event consequence owners_raw mitigation",
    "controls": "risk_ref text owners_raw",
    "ratings": "subject group_heading raw",
    "figures": "table_title row_label column_label raw",
}
"""The columns of each record type by whose words a record is found."""

SHOWN = {"actions": ("due_end",), "risks": ("score",), "resolutions": ("meeting_date",)}
"""The columns of records that questions over all packs look for, or order by; the views show them in these words."""

_TOKENS = "content = '', tokenize = 'porter unicode61 remove_diacritics 2'"


_LEFT_TO_DO = "ix_actions_left_to_do_shown"


def record_words(record_type: str, of: str = "") -> str:
    """SQL for all that a record says now; `of` is what stands before the names of its columns."""
    columns = WORDS[record_type].split()
    now = (
        column_put_right(record_type, name, of) if name in CORRECTABLE[record_type] else of + name for name in columns
    )
    return f"CASE WHEN {of}put_right IS NULL THEN {_joined(of + name for name in columns)} ELSE {_joined(now)} END"


def _joined(words: Iterable[str]) -> str:
    return " || ' ' || ".join(f"coalesce({one}, '')" for one in words)


def words_of_records() -> str:
    """SQL of the view `record_words`."""
    return " UNION ALL ".join(
        f"SELECT record_id AS record, '{name}' AS type, {record_words(name)} AS said FROM {name}"
        for name in RECORD_TYPES
    )


def as_terms(words: str) -> str:
    """SQL for what PostgreSQL indexes of words; a sign of money before a number is no part of it."""
    return f"to_tsvector('english', translate({words}, '£€', '  '))"


def create_indexes(connection: Connection) -> None:
    """Makes the indexes, of all that is in the store by now, and the triggers; the views are there."""
    statements = _sqlite() if connection.dialect.name == "sqlite" else _postgresql()
    for statement in (*statements, *_of_what_is_shown()):
        _run(connection, in_words_of(connection.dialect.name, statement))


def _of_what_is_shown() -> list[str]:
    return [
        f"CREATE INDEX ix_{name}_{column}_shown ON {name} (({value_now(name, column)}))"
        for name, columns in SHOWN.items()
        for column in columns
    ] + [
        f"CREATE INDEX {_LEFT_TO_DO} ON actions ({{looked_at}}) WHERE {left_to_do()}",
    ]


def drop_indexes(connection: Connection) -> None:
    """Takes them away, as far as they are there: tables under them cannot be made anew."""
    _run(connection, f"DROP INDEX IF EXISTS {_LEFT_TO_DO}")
    for name, columns in SHOWN.items():
        for column in columns:
            _run(connection, f"DROP INDEX IF EXISTS ix_{name}_{column}_shown")
    if connection.dialect.name == "sqlite":
        for name in _TRIGGERS:
            _run(connection, f"DROP TRIGGER IF EXISTS {name}")
        for table in ("page_search", "record_search"):
            _run(connection, f"DROP TABLE IF EXISTS {table}")
        return
    for name in ("pages", *RECORD_TYPES):
        _run(connection, f"DROP INDEX IF EXISTS ix_{name}_words")
    _run(connection, "DROP TRIGGER IF EXISTS corrections_stay ON corrections")


_EVENTS = ("insert", "update", "delete")
_TRIGGERS = (
    *(f"{table}_{event}_words" for table in ("pages", *RECORD_TYPES) for event in _EVENTS),
    "corrections_stay_as_they_are",
    "corrections_stay",
)
_UNCHANGED = ("sha256", "type", "key", "field", "old", "new", "who", "why", "made_at")
_ONLY_ADDED = "corrections are only ever added"


def _sqlite() -> list[str]:
    made = [
        f"CREATE VIRTUAL TABLE page_search USING fts5(words, {_TOKENS})",
        f"CREATE VIRTUAL TABLE record_search USING fts5(words, {_TOKENS})",
        f"INSERT INTO page_search (rowid, words) SELECT {_page_row()}, text FROM pages ORDER BY 1",
        "INSERT INTO record_search (rowid, words) SELECT record, said FROM record_words ORDER BY 1",
        *_triggers("pages", "page_search", _page_row, "{}text".format),
    ]
    for name in RECORD_TYPES:
        made += _triggers(name, "record_search", "{}record_id".format, partial(record_words, name))
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_ONLY_ADDED}'); END"
    return [
        *made,
        f"CREATE TRIGGER corrections_stay_as_they_are BEFORE UPDATE OF {', '.join(_UNCHANGED)} ON corrections {refuse}",
        "CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections "
        f"WHEN EXISTS (SELECT 1 FROM packs WHERE sha256 = old.sha256) {refuse}",
    ]


def _page_row(of: str = "") -> str:
    return f"{of}pack_id * {PAGES_OF_A_PACK} + {of}number"


def _triggers(table: str, index: str, row: Callable[[str], str], words: Callable[[str], str]) -> list[str]:
    """An index without content of its own forgets a row when it is told what stood there."""
    said = {of: f"{row(f'{of}.')}, {words(f'{of}.')}" for of in ("old", "new")}
    forget = f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', {said['old']});"
    take = f"INSERT INTO {index} (rowid, words) VALUES ({said['new']});"
    does = {"insert": take, "update": f"{forget} {take}", "delete": forget}
    return [
        f"CREATE TRIGGER {table}_{event}_words AFTER {event.upper()} ON {table} BEGIN {does[event]} END"
        for event in _EVENTS
    ]


def _postgresql() -> list[str]:
    words = {"pages": f"left(text, {AT_MOST})"} | {name: record_words(name) for name in RECORD_TYPES}
    changed = " OR ".join(f"new.{name}::text IS DISTINCT FROM old.{name}::text" for name in _UNCHANGED)
    return [
        *(f"CREATE INDEX ix_{name}_words ON {name} USING gin ({as_terms(said)})" for name, said in words.items()),
        f"""CREATE OR REPLACE FUNCTION corrections_stay() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    IF EXISTS (SELECT 1 FROM packs WHERE sha256 = old.sha256) THEN
                        RAISE EXCEPTION '{_ONLY_ADDED}' USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN old;
                END IF;
                IF {changed} THEN
                    RAISE EXCEPTION '{_ONLY_ADDED}' USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                RETURN new;
            END $$""",
        "CREATE TRIGGER corrections_stay BEFORE UPDATE OR DELETE ON corrections "
        "FOR EACH ROW EXECUTE FUNCTION corrections_stay()",
    ]


def _run(connection: Connection, sql: str) -> None:
    """As it stands: a per cent sign in it is no parameter."""
    connection.execution_options(no_parameters=True).exec_driver_sql(sql)
