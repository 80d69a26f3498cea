"""What every table, view and column holds: the comments of the models and views, for people to read."""

from __future__ import annotations

from load.models import Base
from load.types import Described
from load.views import VIEWS


def describe_store() -> list[Described]:
    """The views and then the tables, each with what a row of it is."""
    views = [Described(view.name, view.comment) for view in VIEWS]
    return views + [Described(table.name, table.comment or "") for table in Base.metadata.sorted_tables]


def describe_columns(table: str) -> list[Described]:
    """The columns of a table in order; raises KeyError where there is no such table."""
    return [Described(column.name, column.comment or "") for column in Base.metadata.tables[table].columns]
