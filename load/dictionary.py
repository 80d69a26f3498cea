"""What every table, view and column holds: the comments of the models and views, for people to read.

`make docs` writes docs/data-dictionary.md from them, and docs/datasette-metadata.json for those who browse a store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Table, create_engine, inspect

from load.models import RECORD_TYPES, Base
from load.types import Described
from load.views import VIEWS, View, create_views

_OF_VIEWS = {
    "record": "Number of the record; packtrace trace shows where it was read",
    "pack": "Name of the pack's file",
    "type": "Type of the record; pack where the value is of the pack itself",
    "owners": "Names of the owners in the order printed, between semicolons",
    "owner": "Name of the owner as printed",
    "stands_for": "Whom the printed words stand for: a full name where the pack gives one for certain, else as printed",
    "who_acts.origin": "printed, derived (from the one full name that it can mean), or corrected by somebody",
    "sum": "Identifies the check",
    "table_number": "Number of the table in the pack",
    "parts": "The parts as printed, each after the sign it is taken with",
    "by_word": "The rating that the word gives, null where none is printed",
    "by_letter": "The rating that the letter gives, null where none is printed",
    "by_fill": "The rating that the fill gives, null where there is none",
    "controls": "Number of controls that name the risk",
    "agenda_title": "Title of the agenda item",
    "page_label": "The number that the pack prints on the page",
    "superseded_by": "Name of the pack that was published instead, else null",
    "supplement_to": "Name of the pack that this one adds papers to, else null",
    "issues": "Number of issues of the pack",
    "corrected": "Whether somebody corrected a field of the record; all_corrections says what",
    "correction": "Number of the correction, in the order in which they were made",
    "now": "What it is now; several owners between semicolons; null for a date and where it is nothing",
    "first_day": "First day that a corrected date can mean",
    "last_day": "Last day that a corrected date can mean",
    "date_kind": "What a corrected date is: a day, a month, by a day, ongoing, ...",
    "said": "Its words and those of its heads, as read or put right",
    "boxes": "Number of boxes",
    "proved": "Number of boxes that the second reader proved",
    "disagrees": "Number of boxes in which it sees something else",
    "unreadable": "Number of boxes in which it sees nothing, or signs that it cannot name",
    "untried": "Number of boxes that no second reader tried",
    "share_proved": "Share of the boxes that are proved, 0 to 1",
    "packs": "Number of packs that count, supplements included",
    "supplements": "Number of packs that add papers to another",
    "pages": "Number of pages in all",
}
"""Columns that views make up, or name otherwise than the tables they are from; VIEW.COLUMN is for that view alone."""

_HEAD = """# Data dictionary

What the tables, views and columns of a store hold. Made by `make docs` from the models in `load/models` and the views
in `load/views.py`; a test holds that it is current. Boxes are in points from the top left corner of the page as
displayed.
"""


def describe_store() -> list[Described]:
    """The views and then the tables, each with what a row of it is."""
    views = [Described(view.name, view.comment) for view in VIEWS]
    return views + [Described(table.name, table.comment or "") for table in Base.metadata.sorted_tables]


def describe_columns(table: str) -> list[Described]:
    """The columns of a table in order; raises KeyError where there is no such table."""
    return [Described(column.name, column.comment or "") for column in Base.metadata.tables[table].columns]


def describe_view_columns() -> dict[str, list[Described]]:
    """The columns of each view, described as the columns of the tables that they are from."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        create_views(connection)
        looked = inspect(connection)
        names = {view.name: [str(column["name"]) for column in looked.get_columns(view.name)] for view in VIEWS}
    return {view.name: [Described(name, _describe(view, name)) for name in names[view.name]] for view in VIEWS}


def _describe(view: View, name: str) -> str:
    """By the words for views, else by the first table of the view that has the column."""
    for own in (f"{view.name}.{name}", name):
        if own in _OF_VIEWS:
            return _OF_VIEWS[own]
    if name in RECORD_TYPES:
        return f"Number of {name} of the pack"
    found = (table.columns[name].comment for table in _tables_of(view) if name in table.columns)
    return next(found, None) or ""


def _tables_of(view: View) -> list[Table]:
    """The tables that a view takes from in the order in which its SQL names them, that of its records (t) first.

    Those of the view it stands on, for one that does.
    """
    for other in VIEWS:
        if view.sql.startswith(f"SELECT * FROM {other.name} "):
            return _tables_of(other)
    named = re.findall(r"(?:FROM|JOIN) (\w+) (\w+)", view.sql)
    ordered = sorted(named, key=lambda pair: pair[1] != "t")
    return [Base.metadata.tables[table] for table, _ in ordered if table in Base.metadata.tables]


def data_dictionary() -> str:
    """docs/data-dictionary.md."""
    return "\n".join(_lines())


def browsing_metadata(database: str) -> dict[str, object]:
    """What Datasette shows beside tables, views and columns, in its metadata format; `database` is the file's stem."""
    columns = describe_view_columns() | {name: describe_columns(name) for name in Base.metadata.tables}
    tables = {
        told.name: {"description": told.comment, "columns": {one.name: one.comment for one in columns[told.name]}}
        for told in describe_store()
    }
    return {"title": "packtrace", "databases": {database: {"tables": tables}}}


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "## Views\n"
    columns = describe_view_columns()
    for view in VIEWS:
        yield from _section(view.name, view.comment, ((c.name, "", c.comment) for c in columns[view.name]))
    yield "## Tables\n"
    for table in Base.metadata.sorted_tables:
        yield from _section(table.name, table.comment or "", _rows(table))


def _rows(table: Table) -> Iterator[tuple[str, str, str]]:
    for column in table.columns:
        marks = ["key"] if column.primary_key else []
        marks += [f"→ `{key.column.table.name}`" for key in column.foreign_keys if len(key.constraint.columns) == 1]  # type: ignore[union-attr]  # a key of a table has its constraint
        marks += ["may be null"] if column.nullable else []
        yield column.name, ", ".join([str(column.type).lower(), *marks]), column.comment or ""


def _section(name: str, comment: str, rows: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    yield f"### `{name}`\n\n{comment}.\n"
    listed = list(rows)
    wide = any(kind for _, kind, _ in listed)
    yield (
        "| column | type | what it holds |\n| --- | --- | --- |"
        if wide
        else "| column | what it holds |\n| --- | --- |"
    )
    for column, kind, words in listed:
        yield f"| `{column}` | {kind} | {words} |" if wide else f"| `{column}` | {words} |"
    yield ""
