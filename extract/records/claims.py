"""Which words of a pack the records of other types are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.layout.excerpt import Excerpt
from extract.pdf.types import Word
from extract.records.types import RawRecord, RawValue
from extract.tables.types import Table

Claims = frozenset[Word]
_LARGE_PART = 0.25  # of the rows of a table's body: then all of the table is of those records


def records_to_claims(records: Iterable[RawRecord]) -> Claims:
    """The words that fields of some records are read from."""
    return frozenset(word for record in records for value in record.fields.values() for word in _words(value))


def _words(value: RawValue) -> Iterator[Word]:
    if isinstance(value, Excerpt):
        yield from value.words
    elif isinstance(value, tuple):
        for part in value:
            yield from part.words


def claimed_rows(table: Table, claims: Claims) -> frozenset[int]:
    """The rows of a table that records of other types are read from: all of them where they are a large part of it."""
    taken = {
        row
        for cell in table.cells
        if any(word in claims for word in cell.text.words)
        for row in range(cell.row, cell.row + cell.row_span)
    }
    body = [row for row in range(table.rows) if row >= table.header_rows]
    if sum(row in taken for row in body) > _LARGE_PART * len(body):
        return frozenset(range(table.rows))
    return frozenset(row for row in taken if row >= table.header_rows)
