"""The labelled cells of a risk's sheet, and rows of them that head a grid of ratings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.records.risk_labels import Label
from extract.tables.types import Cell, Table

_RATED = re.compile(r"\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its labels."""

    table: Table
    labels: Mapping[int, Label]

    def starting(self, row: int) -> list[Cell]:
        """The cells that begin in a row, left to right."""
        return [cell for cell in self.table.row(row) if cell.row == row]

    def worded(self, row: int) -> list[Cell]:
        """Those of them that hold words."""
        return [cell for cell in self.starting(row) if cell.text]

    def label(self, cell: Cell | None) -> Label | None:
        """The label that a cell is; None for any other cell."""
        return None if cell is None else self.labels.get(id(cell))

    def row_labels(self, row: int) -> list[Label]:
        """The labels that begin in a row, left to right."""
        return [label for cell in self.starting(row) if (label := self.label(cell)) is not None]

    def right(self, cell: Cell) -> Cell | None:
        """The next cell with words in the row that a cell begins in."""
        return self._next(cell, range(cell.column + cell.column_span, self.table.columns))

    def left(self, cell: Cell) -> Cell | None:
        """The cell with words before a cell in the row that it begins in."""
        return self._next(cell, range(cell.column - 1, -1, -1))

    def _next(self, cell: Cell, columns: range) -> Cell | None:
        others = (self.table.at(cell.row, column) for column in columns)
        return next((other for other in others if other is not None and other.text), None)

    def answers(self, cell: Cell) -> bool:
        """Whether a plain cell is the value of a label before it that is no rating's: `Owner | Clerk | Gross | Net`."""
        before = self.label(self.left(cell))
        named = before is not None and before.inline is None and before.head.field not in (None, "other")
        return named and before is not None and not before.head.either and not cell.bold and cell.fill is None

    def beside(self, label: Label) -> bool:
        """Whether the value of a label stands to its right."""
        after = self.right(label.cell)
        return label.inline is not None or (after is not None and bool(after.text) and self.label(after) is None)


def is_grid_head(sheet: Sheet, row: int) -> bool:
    """Whether a row heads a grid of ratings: two or more labels of phases with a number under each of them.

    So do labels of measures above rows that each begin with a phase: `Rating | Likelihood` over `Target | 2`.
    A cell beside them that is no label heads something else (`Movement over the year`) and is no label's value.
    """
    phased = [label.cell for label in sheet.row_labels(row) if label.head.rating and label.inline is None]
    heads = [cell for cell in phased if sheet.labels[id(cell)].head.phase is not None]
    if len(heads) > 1:
        return all(_has_number_below(sheet, cell) for cell in heads)
    return (
        not heads
        and _names_phase_below(sheet, row)
        and sum(_is_measure(sheet, cell) for cell in sheet.starting(row)) > 1
    )


def _names_phase_below(sheet: Sheet, row: int) -> bool:
    """Whether the first cell of the next row says only when its ratings hold."""
    below = sheet.label(sheet.table.at(row + 1, 0)) if row + 1 < sheet.table.rows else None
    return below is not None and below.inline is None and below.head.phase is not None and below.head.measure is None


def _is_measure(sheet: Sheet, cell: Cell) -> bool:
    label = sheet.label(cell)
    named = label is not None and label.inline is None and (label.head.rating or label.head.either)
    return named and _has_number_below(sheet, cell)


def _has_number_below(sheet: Sheet, cell: Cell) -> bool:
    below = cell.row + cell.row_span
    under = sheet.table.at(below, cell.column) if below < sheet.table.rows else None
    return under is not None and sheet.label(under) is None and _RATED.search(under.text.text) is not None
