"""The numbers of a table of figures, each with the words that name and count it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extract.layout.excerpt import EMPTY, Excerpt, join
from extract.layout.types import Line
from extract.records.claims import Claims, claimed_rows
from extract.records.figure_columns import FigureTable, table_to_figure_table
from extract.records.figure_units import caption_unit, head_unit, label_unit, own_unit, posts_unit
from extract.records.figure_words import INCOME, SIGN, SPENDING, goes_with_money, names_money, names_place
from extract.records.numerals import Numeral
from extract.tables.heads import column_path
from extract.tables.types import Cell, Table

WITHIN = " > "
_NEAR = 40.0  # points above a table within which a short line may say its unit
_SHORT = 14  # words of such a line


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a table: the cell's row and column, the number, and the words that name and count it."""

    row: int
    column: int
    numeral: Numeral
    label: Excerpt
    heads: tuple[Excerpt, ...]
    unit: Excerpt


def table_name(table: Table) -> Excerpt:
    """A table's caption, else the words of a first row across it, else the nearest heading above it."""
    return table.caption or title_row(table) or table.heading


def title_row(table: Table) -> Excerpt:
    """The words of a first row that is one cell across the table; empty where it has none."""
    first = table.at(0, 0)
    across = first is not None and first.column_span == table.columns > 1 and first.row_span == 1
    return first.text if across and first is not None and table.header_rows > 1 else EMPTY


def table_to_figures(table: Table, name: Excerpt, above: Iterable[Line], claims: Claims) -> Iterator[Figure]:
    """The figures of a table in reading order; none where it is of something else or gives records of another type."""
    shape = table_to_figure_table(table)
    if shape is None:
        return
    taken = claimed_rows(table, claims) if claims else frozenset()
    if len(taken) == table.rows:
        return
    whole = _table_unit(shape, name, above)
    heads: dict[tuple[int, tuple[int, ...]], tuple[Excerpt, ...]] = {}
    signs = _column_signs(shape)
    for (row, column), (_, numerals) in sorted(shape.numerals.items()):
        if row in taken or not _is_figure(shape, column, numerals):
            continue
        rows = shape.heads[row]
        path = heads.setdefault((column, rows), column_path(table, column, rows))
        label = row_label(shape, row, column)
        left = shape.table.at(row, column - 1) if column else None
        if names_place(label.text) or (left is not None and names_place(left.text.text)):
            continue
        for numeral in numerals:
            unit = _unit(numeral, path, label, whole, signs.get(column))
            yield Figure(row, column, numeral, label, path, unit)


def _is_figure(shape: FigureTable, column: int, numerals: tuple[Numeral, ...]) -> bool:
    """Numbers of columns of figures count; elsewhere only those with a unit of their own, right of the labels."""
    if column in shape.columns:
        return not numerals[0].yearlike or any(n.marked for n in numerals)
    return column > 0 and numerals[0].united


def row_label(shape: FigureTable, row: int, column: int) -> Excerpt:
    """The words that name a row: those of its first column of names; of the others where that one says nothing."""
    cells = [cell for at in shape.labels[column] if (cell := shape.table.at(row, at)) is not None and cell.text]
    if not cells:
        return EMPTY
    first = cells[0]
    if first.row_span == 1 or len(cells) == 1:
        return join((first.text, _wrapped(shape.table, first)))
    own = next((cell for cell in cells[1:] if cell.row_span == 1 and cell.column > first.column), None)
    return join((first.text, own.text), WITHIN) if own is not None else first.text


def _wrapped(table: Table, label: Cell) -> Excerpt:
    """The end of a label that stands alone on the line below it, where no rule says that it is more of the row."""
    below = label.row + label.row_span
    if table.style != "aligned" or below >= table.rows:
        return EMPTY
    worded = [cell for cell in table.row(below) if cell.text]
    wraps = len(worded) == 1 and worded[0].column == label.column and worded[0].text.text[0].islower()
    return worded[0].text if wraps and not worded[0].text.text.endswith(":") else EMPTY


def _unit(numeral: Numeral, path: tuple[Excerpt, ...], label: Excerpt, whole: Excerpt, sign: Excerpt | None) -> Excerpt:
    if numeral.united or numeral.timed:
        return head_unit(path) or whole
    named = own_unit(label, path) or head_unit(path) or label_unit(label) or whole or sign
    posts = numeral.decimals in (1, 2) and not named
    return posts_unit((label, *reversed(path))) if posts else named or EMPTY


def _table_unit(shape: FigureTable, name: Excerpt, above: Iterable[Line]) -> Excerpt:
    """The unit that holds for all of a table: in its stub head, its title or caption, or a short line just above it."""
    table = shape.table
    stub = [cell.text for row in range(table.header_rows) if (cell := table.at(row, 0)) is not None and cell.text]
    for words in (*reversed(stub), name, *(_near_lines(table, above))):
        found = caption_unit(words)
        if found:
            return found
    return EMPTY


def _near_lines(table: Table, above: Iterable[Line]) -> Iterator[Excerpt]:
    for line in above:
        near = line.page == table.page and 0 <= table.box.top - line.bottom < _NEAR
        if near and len(line.words) <= _SHORT:
            yield line.excerpt


def _column_signs(shape: FigureTable) -> Mapping[int, Excerpt]:
    """For a column the sign of money that its first number prints for those below it.

    For a column whose head names money, the first sign of the table, or else the words of the head; for one whose head
    goes with money (`Actual year to date`) those of another head, or of the rows of a table of income and expenditure.
    """
    signs: dict[int, Excerpt] = {}
    for (_, column), (_, numerals) in sorted(shape.numerals.items()):
        signs.setdefault(column, _money_sign(numerals[0].printed))
    first = next((sign for sign in signs.values() if sign), EMPTY)
    heads = {column: _innermost(shape, column) for column in shape.columns}
    money = [head for head in heads.values() if names_money(head.text)] or _money_rows(shape)
    for column, head in heads.items():
        named = names_money(head.text) or (bool(money) and goes_with_money(head.text))
        if named and not signs.get(column):
            signs[column] = first or (money[0] if not names_money(head.text) else head)
    return signs


def _money_rows(shape: FigureTable) -> list[Excerpt]:
    """The labels of rows that name income and those that name expenditure, where a table has both."""
    columns = dict(sorted(shape.numerals, reverse=True))
    labels = [row_label(shape, row, at) for row, at in columns.items()]
    both = [[label for label in labels if names.search(label.text)] for names in (INCOME, SPENDING)]
    return [*both[0], *both[1]] if all(both) else []


def _money_sign(printed: Excerpt) -> Excerpt:
    match = printed.search(SIGN)
    return printed.group(match) if match is not None and match[0] != "%" else EMPTY


def _innermost(shape: FigureTable, column: int) -> Excerpt:
    path = column_path(shape.table, column, range(shape.table.header_rows))
    return path[-1] if path else EMPTY
