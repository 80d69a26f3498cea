"""packtrace query: questions to the store in SQL."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    from load.types import Answer

MOST_ROWS = 1000
"""Rows of a table in the terminal; --csv and --json give all."""


def query(
    sql: Annotated[str | None, typer.Argument(metavar="SQL", help="One SELECT.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="All rows as CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="All rows as a JSON list of objects.")] = False,
    tables: Annotated[bool, typer.Option("--tables", help="List the tables and views, and what is in them.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Ask the store a question in SQL. It reads and never changes anything."""
    import load
    from packtrace.opening import opened_store

    if tables == (sql is not None):
        raise typer.BadParameter("give one SELECT, or --tables")
    with opened_store(store) as opened:
        if sql is None:
            _show_tables()
            return
        with load.ask(opened, sql) as answer:
            _show(answer, as_csv, as_json)


def _show(answer: Answer, as_csv: bool, as_json: bool) -> None:
    if as_csv:
        _write_csv(answer)
    elif as_json:
        _write_json(answer)
    else:
        _show_table(answer.columns, answer.rows)


def _write_csv(answer: Answer) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.rows)


def _write_json(answer: Answer) -> None:
    """Row by row, so that a million of them need no memory."""
    separator = "["
    for row in answer.rows:
        line = json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False, default=str)
        sys.stdout.write(f"{separator}{line}")
        separator = ",\n "
    sys.stdout.write("[]\n" if separator == "[" else "]\n")


def _show_table(columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    from packtrace.display import make_console, print_rows

    print_rows(make_console(), columns, islice(rows, MOST_ROWS))
    if next(rows, None) is not None:
        print(f"Only the first {MOST_ROWS} rows are shown; --csv and --json give all.", file=sys.stderr)


def _show_tables() -> None:
    import load
    from packtrace.display import make_console, make_table

    console = make_console()
    described = load.describe_store()
    console.print(make_table("Tables and views", ("name", "what a row is"), [(t.name, t.comment) for t in described]))
