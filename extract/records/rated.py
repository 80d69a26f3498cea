"""The cells that ratings were read from, so that the word, the letter and the fill of each can be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.layout.excerpt import Excerpt
from extract.pack.types import Pack
from extract.pdf.types import Box, Word
from extract.records.types import FillColour, RatedCell, RawRecord
from extract.tables.shading import cell_shadings
from extract.tables.types import Cell, Table

_Key = Word | Box


def with_rated_cells(pack: Pack, records: Sequence[RawRecord]) -> tuple[RawRecord, ...]:
    """The records, those that are rated with the cell that their rating stands in."""
    keys = {number: key for number, record in enumerate(records) if (key := _key(record)) is not None}
    pages = {key.page for key in keys.values()}
    tables = (e for e in pack.flow if isinstance(e, Table) and any(part.box.page in pages for part in e.fragments))
    cells = _cells_by_key(tables, frozenset(keys.values()))
    return tuple(
        replace(record, rated=cells[keys[number]]) if keys.get(number) in cells else record
        for number, record in enumerate(records)
    )


def _key(record: RawRecord) -> _Key | None:
    rag = record.fields.get("rag")
    if isinstance(rag, FillColour):
        return rag.box
    return rag.first_word if isinstance(rag, Excerpt) and rag else None


def _cells_by_key(tables: Iterable[Table], keys: frozenset[_Key]) -> Mapping[_Key, RatedCell]:
    found: dict[_Key, RatedCell] = {}
    for table in tables:
        for cell, fill_is_mark in _cells(table):
            rated = RatedCell(cell.text, cell.boxes[0], cell.fill if fill_is_mark else None)
            hits = [key for key in (cell.boxes[0], *cell.text.words) if key in keys]
            found.update(dict.fromkeys(hits, rated))
    return found


def _cells(table: Table) -> Iterator[tuple[Cell, bool]]:
    for cell, shading in zip(table.cells, cell_shadings(table), strict=True):
        yield cell, shading == "mark"
