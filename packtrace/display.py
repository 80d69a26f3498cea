"""Tables and values in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDE = 160
"""Columns of output that goes to no terminal."""

NARROW = 11
"""Characters without which a column cannot be read."""

_NUMBERS = (int, float)


def make_console(*, to_errors: bool = False) -> Console:
    """A console for output or, with `to_errors`, for standard error; without colours where it is no terminal."""
    stream = sys.stderr if to_errors else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDE, highlight=False)


def make_table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table whose words are shown as they are; numbers stand to the right."""
    table = Table(title=title, title_justify="left", title_style="bold")
    listed = [tuple(row) for row in rows]
    for index, name in enumerate(columns):
        numeric = bool(listed) and all(isinstance(row[index], _NUMBERS) or row[index] is None for row in listed)
        longest = max((len(word) for word in name.split()), default=1)
        table.add_column(name, justify="right" if numeric else "left", overflow="fold", min_width=longest)
    for row in listed:
        table.add_row(*(Text(value_to_text(value)) for value in row))
    return table


def print_rows(console: Console, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows as a table or, where it would have columns too narrow to read, each row as a block of its own."""
    if len(columns) * NARROW <= console.width:
        console.print(make_table(None, columns, rows))
        return
    for number, row in enumerate(rows, 1):
        block = Table("column", "value", title=f"row {number}", title_justify="left", show_header=False)
        for name, value in zip(columns, row, strict=True):
            block.add_row(name, Text(value_to_text(value)))
        console.print(block)


def value_to_text(value: Any) -> str:
    """A value of a record in a few words: nothing for null, lists joined, dates as printed with what they mean."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(value_to_text(part) for part in value)
    if isinstance(value, Mapping):
        return _period_to_text(value)
    return str(value)


def _period_to_text(period: Mapping[str, Any]) -> str:
    start, end = period["start"], period["end"]
    if start is None and end is None:
        return f"{period['raw']} ({period['kind']})"
    meaning = start if start == end else f"{start or '…'} – {end or '…'}"
    return f"{period['raw']} ({meaning})"


def proof_to_text(reader: str | None, proved_at: datetime | None) -> str:
    """By which second reader boxes were tried, and when."""
    if reader is None or proved_at is None:
        return "No second reader has tried its boxes yet: packtrace prove."
    return f"Tried by {reader} on {proved_at:%Y-%m-%d %H:%M} UTC."


def clip(text: str, length: int) -> str:
    """The beginning of a text, with an ellipsis where it goes on."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
