"""Ratings: every named thing with a RAG status or a direction, outside actions and risks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.layout.excerpt import EMPTY, Excerpt
from extract.pack.types import Pack
from extract.records.claims import Claims, claimed_rows
from extract.records.columns import fold_head
from extract.records.figure_tables import table_name
from extract.records.rating_columns import RatingBlock, rating_kind, table_to_blocks
from extract.records.rating_lines import lines_to_ratings
from extract.records.rating_words import GROUP_HEADING, GROUPS, names_legend
from extract.records.types import FillColour, Origin, RawRecord, RawValue, Reading
from extract.tables.types import Cell, Table

_LONGEST_NAME = 400  # characters


@dataclass(frozen=True, slots=True)
class Rating:
    """A thing rated: its name, what it belongs to (empty where nothing is said), the cell that rates it."""

    row: int
    subject: Excerpt
    group: Excerpt
    cell: Cell


def pack_to_ratings(pack: Pack, claims: Claims = frozenset()) -> Reading:
    """One record for each thing rated in a table, then in lines; `claims` are words of actions, risks and so on."""
    tables = (element for element in pack.flow if isinstance(element, Table))
    rated = [_record(rating) for table in tables for rating in table_to_ratings(table, claims)]
    return Reading((*rated, *(_line_record(name, word) for name, word in lines_to_ratings(pack.flow))))


def _line_record(name: Excerpt, word: Excerpt) -> RawRecord:
    return RawRecord("ratings", name.page, {"subject": name, "raw": word, "rag": word})


def table_to_ratings(table: Table, claims: Claims = frozenset()) -> Iterator[Rating]:
    """The things that a table rates; none where other records are read from it, or where it explains ratings."""
    blocks = table_to_blocks(table)
    if not blocks or names_legend(table_name(table).text):
        return
    taken = claimed_rows(table, claims) if claims else frozenset()
    if len(taken) == table.rows:
        return
    for block in blocks:
        group = _labelled_group(table, block.first) or _heading_group(table.heading)
        for row in block.rows:
            group = _group_row(table, row, block) or group
            if row in taken:
                continue
            if block.apart:
                yield from _ratings_apart(table, row, block)
            elif (rating := _rating(table, row, block, group)) is not None:
                yield rating


def _rating(table: Table, row: int, block: RatingBlock, group: Excerpt) -> Rating | None:
    cell = next((c for at in block.columns if (c := table.at(row, at)) is not None and _rates(table, row, c)), None)
    name = next((c for at in block.labels if (c := table.at(row, at)) is not None and c.text), None)
    if cell is None or name is None or len(name.text) > _LONGEST_NAME or (cell.row != row and name.row != row):
        return None
    merged = _merged_group(table, row, block, name)
    return Rating(row, name.text, merged or group, cell)


def _ratings_apart(table: Table, row: int, block: RatingBlock) -> Iterator[Rating]:
    """What each column rates of a row's subject, under the head of the column."""
    name = next((c for at in block.labels if (c := table.at(row, at)) is not None and c.text), None)
    for at in block.columns:
        cell, head = table.at(row, at), table.at(block.rows.start - 1, at)
        if name is not None and head is not None and cell is not None and cell.row == row and _rates(table, row, cell):
            yield Rating(row, name.text, head.text, cell)


def _rates(table: Table, row: int, cell: Cell) -> bool:
    return rating_kind(table, row, cell) is not None


def _merged_group(table: Table, row: int, block: RatingBlock, name: Cell) -> Excerpt:
    """The words of a column left of the names that stand beside several of them."""
    for column in block.groups:
        cell = table.at(row, column)
        if cell is not None and cell.text and cell is not name:
            return cell.text
        above = next(
            (c for r in range(row, block.first - 1, -1) if (c := table.at(r, column)) is not None and c.text), None
        )
        if above is not None:
            return above.text
    return EMPTY


def _group_row(table: Table, row: int, block: RatingBlock) -> Excerpt:
    """The heading that a row is for those below it: words across the table, or alone in it."""
    worded = [cell for cell in table.row(row) if cell.text]
    if len(worded) != 1 or worded[0].row != row or len(worded[0].text) > 160:
        return EMPTY
    cell = worded[0]
    across = cell.column_span >= max(2, table.columns - 1)
    styled = cell.bold or cell.fill is not None
    unrated = not any((c := table.at(row, at)) is not None and _rates(table, row, c) for at in block.columns)
    return cell.text if unrated and (across or (styled and cell.column <= min(block.labels, default=0))) else EMPTY


def _labelled_group(table: Table, first: int) -> Excerpt:
    """The value of a label above a block (`Division | Finance & Procurement`); empty where none stands there."""
    for row in range(first - 1, -1, -1):
        cells = [cell for cell in table.row(row) if cell.text]
        if len(cells) == 2 and fold_head(cells[0].text.text.rstrip(":")) in GROUPS:
            return cells[1].text
        if len(cells) > 2 and row < first - 5:
            return EMPTY
    return EMPTY


def _heading_group(heading: Excerpt) -> Excerpt:
    """What a table's heading says that all of it belongs to: a numbered priority, a portfolio; empty for any other."""
    match = GROUP_HEADING.fullmatch(heading.text)
    return EMPTY if match is None else heading.group(match, "numbered") or heading.group(match, "name")


def _record(rating: Rating) -> RawRecord:
    cell = rating.cell
    fields: dict[str, RawValue] = {"subject": rating.subject}
    origins: dict[str, Origin] = {}
    if rating.group:
        fields["group"] = rating.group
        origins["group"] = "heading"
    if cell.text:
        fields["raw"] = cell.text
    kind = rating_kind(None, 0, cell)
    if kind in ("colour", "letter", "other"):
        fields["rag"] = cell.text
    elif cell.fill is not None and kind != "direction":
        fields["rag"] = FillColour(cell.fill, cell.boxes[0], cell.text.text)
    return RawRecord("ratings", rating.subject.page, fields, origins=origins)
