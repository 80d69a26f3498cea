"""What SQLite and PostgreSQL say differently: SQL is written with places in braces that `in_words_of` fills."""

from __future__ import annotations

import re

_SAYS = {
    "sqlite": {
        "join": "group_concat",
        "like": "LIKE",  # which takes A for a, unless a letter has an accent
        "value": "CASE json_type(c.new) WHEN 'object' THEN NULL WHEN 'array' THEN "
        "(SELECT coalesce(group_concat(e.value, '; '), '') FROM json_each(c.new) e) ELSE json_extract(c.new, '$') END",
        "first_day": "json_extract(c.new, '$.start')",
        "last_day": "json_extract(c.new, '$.end')",
        "kind": "json_extract(c.new, '$.kind')",
        "listed": "json_each(l.new)",
        "looked_at": "put_right, due_kind, rag, status",  # it takes a part of a table only with all that tells the part
        "unindexed": "+",  # https://www.sqlite.org/optoverview.html: such a term is no reason to take an index
    },
    "postgresql": {
        "join": "string_agg",
        "like": "ILIKE",
        "value": "CASE json_typeof(c.new) WHEN 'object' THEN NULL WHEN 'array' THEN "
        "(SELECT coalesce(string_agg(e.value, '; '), '') FROM json_array_elements_text(c.new) e) "
        "ELSE c.new #>> '{}' END",
        "first_day": "c.new ->> 'start'",
        "last_day": "c.new ->> 'end'",
        "kind": "c.new ->> 'kind'",
        "listed": "LATERAL json_array_elements_text(l.new)",
        "looked_at": "record_id",
        "unindexed": "",
    },
}
"""Values of corrections are JSON (see `corrections.new`)."""

_PUT_RIGHT = re.compile(r"\{(\w*\.?)put_right:(\w+):(\w+)\}")
_SURELY = re.compile(r"\{surely ([^{}]+)\}")
_POSTGRESQL_KINDS = {
    "integer": "CAST({value} AS INTEGER)",
    "number": "CAST({value} AS DOUBLE PRECISION)",
    "flag": "CAST({value} AS BOOLEAN)",
    "day": "make_date(CAST(substr({value}, 1, 4) AS INTEGER), CAST(substr({value}, 6, 2) AS INTEGER), "
    "CAST(substr({value}, 9, 2) AS INTEGER))",  # an index takes no CAST to DATE, which hangs on a setting
}


def in_words_of(dialect: str, sql: str) -> str:
    """SQL with its places filled: `{t.put_right:COLUMN:KIND}` is what was put right, `{surely CONDITION}` one that most
    rows meet, no reason to begin with their table; others are words of the database.
    """
    sql = _PUT_RIGHT.sub(lambda found: _put_right(dialect, *found.groups()), sql)
    sql = _SURELY.sub(r"likelihood(\1, 0.99)" if dialect == "sqlite" else r"\1", sql)
    for place, words in _SAYS[dialect].items():
        sql = sql.replace(f"{{{place}}}", words)
    return sql


def _put_right(dialect: str, of: str, column: str, kind: str) -> str:
    if dialect == "sqlite":
        return f"json_extract({of}put_right, '$.{column}')"
    value = f"({of}put_right ->> '{column}')"
    return _POSTGRESQL_KINDS.get(kind, "{value}").replace("{value}", value)
