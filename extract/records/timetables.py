"""Tables without heads under a caption that promises a timetable: a stage in each row, and when it is to be reached."""

from __future__ import annotations

from collections.abc import Sequence

from extract.records.action_heads import Columns, content_concept
from extract.records.action_words import CALENDAR, TIMETABLE
from extract.tables.types import Cell, Table

_FEWEST = 3  # stages
_CONCEPTS = ("text", "due")


def timetable_columns(table: Table) -> Columns | None:
    """The columns of a table of two whose caption, or heading where it has none, says that it is a timetable.

    None for a calendar of meetings, and where the second column holds anything but dates or the first one does too.
    """
    title = (table.caption or table.heading).text
    if table.columns != len(_CONCEPTS) or not TIMETABLE.search(title) or CALENDAR.search(title):
        return None
    rows = [_worded(table, row) for row in range(table.rows)]
    stages = [cells for cells in rows if len(cells) == len(_CONCEPTS)]
    if len(stages) < _FEWEST or all(cell.fill or cell.bold for cell in stages[0]):
        return None
    told = [content_concept([cells[column].text.text for cells in stages]) for column in range(len(_CONCEPTS))]
    if told != [None, "due"]:
        return None
    places = tuple(
        (cell.boxes[0].x0, cell.boxes[0].x1, concept) for cell, concept in zip(stages[0], _CONCEPTS, strict=True)
    )
    return Columns(dict(enumerate(_CONCEPTS)), places, "milestone", (None, False))


def _worded(table: Table, row: int) -> Sequence[Cell]:
    """The cells with words that begin in a row and stand in one column each."""
    return [cell for cell in table.row(row) if cell.row == row and cell.column_span == 1 and cell.text]
