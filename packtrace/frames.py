"""Answers of the store as pandas frames, for notebooks and scripts."""

from __future__ import annotations

import pandas as pd

import load
from packtrace.opening import opened_store


def query_to_frame(store: str, sql: str) -> pd.DataFrame:
    """The rows that one reading SQL statement gives, a column for each of its names.

    `store` is a path or an SQLAlchemy URL; a PacktraceError says that there is no store, or what is wrong with the SQL.
    """
    with opened_store(store) as opened, load.ask(opened, sql) as answer:
        return pd.DataFrame(list(answer.rows), columns=list(answer.columns))
