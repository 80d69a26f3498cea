"""A read pack as rows for the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from extract.layout.excerpt import Excerpt
from extract.layout.types import Line, PageInfo
from extract.pack import LaidOut
from extract.pack.types import Document, Element, Pack
from extract.pdf.types import Box, Rgb
from extract.records.kept import Check, Issue, Record
from extract.records.read import PackReader
from extract.records.types import Reading
from extract.spool import Spool
from extract.tables import cell_shadings, column_path
from extract.tables.types import Cell, Shading, Table
from load.types import (
    CellRow,
    DocumentRow,
    FragmentRow,
    KnownOwner,
    PackContents,
    PackRow,
    PageRow,
    PartyKind,
    TableRow,
)
from normalise import FIELD_KINDS, colour_name, owner_kind
from packtrace.marks import records_to_mark_issues
from packtrace.normalising import front_value, raw_to_records

_RECORDS_HELD, _TABLES_HELD, _PAGES_HELD = 1500, 250, 500  # of a pack, up to which all are held in memory


@dataclass(slots=True)
class Gathered:
    """What the parts of a pack hold, of a long one mostly on disk; the records of a part stand type by type."""

    records: Spool[Record] = field(default_factory=lambda: Spool(most=_RECORDS_HELD))
    tables: Spool[TableRow] = field(default_factory=lambda: Spool(most=_TABLES_HELD))
    pages: Spool[PageRow] = field(default_factory=lambda: Spool(most=_PAGES_HELD))
    issues: list[Issue] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)


def gather(parts: Iterable[Pack], pages: Sequence[PageInfo]) -> Gathered:
    """All that the parts of a pack of these pages hold."""
    gathered, reader = Gathered(), PackReader()
    texts: dict[int, list[str]] = defaultdict(list)
    for part in parts:
        _gather_records(gathered, reader.read(part), pages)
        gathered.tables.extend(_table_row(element) for element in part.flow if isinstance(element, Table))
        _add_texts(texts, part.flow)
        gathered.pages.extend(_page_row(page, "\n".join(texts.pop(page.number, ()))) for page in part.pages)
        del part  # or it would be held while the next one is made
    return gathered


def _gather_records(gathered: Gathered, reading: Reading, pages: Sequence[PageInfo]) -> None:
    records = raw_to_records(reading.records, pages)
    gathered.records.extend(records)
    gathered.issues += [*reading.issues, *records_to_mark_issues(records)]
    gathered.checks += reading.checks


def gathered_to_contents(
    path: Path, sha256: str, version: str, laid: LaidOut, gathered: Gathered, known_owners: Mapping[str, KnownOwner]
) -> PackContents:
    """Everything of a pack as plain values."""
    return PackContents(
        _pack_row(path, sha256, version, laid),
        gathered.pages.values(),
        tuple(map(_document_row, laid.documents)),
        gathered.records.values(),
        gathered.tables.values(),
        tuple(gathered.issues),
        _party_kinds(gathered.records),
        checks=tuple(gathered.checks),
        known_owners=known_owners,
    )


def _pack_row(path: Path, sha256: str, version: str, laid: LaidOut) -> PackRow:
    front = {
        name: front_value(FIELD_KINDS["pack"][name], excerpt)
        for name in ("authority", "committee", "meeting_date", "start_time", "venue")
        if (excerpt := getattr(laid.front, name))
    }
    return PackRow(
        sha256=sha256,
        file_name=path.name,
        path=str(path.absolute()),
        byte_size=path.stat().st_size,
        page_count=len(laid.pages),
        extractor_version=version,
        **{name: value.value for name, value in front.items()},
        modified_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        raw={name: value.raw for name, value in front.items()},
        origins={name: value.origin for name, value in front.items()},
        sources={name: value.sources for name, value in front.items() if value.value is not None},
    )


def _add_texts(texts: Mapping[int, list[str]], flow: Iterable[Element]) -> None:
    """Adds the text of each page, line by line, tables cell by cell."""
    for element in flow:
        if isinstance(element, Line):
            texts[element.page].append(element.text)
            continue
        for cell in element.cells:
            for line in cell.lines:
                texts[line.page].append(line.text)


def _page_row(page: PageInfo, text: str) -> PageRow:
    label = page.label.text if page.label else None
    return PageRow(page.number, label, page.width, page.height, page.rotation, page.kind, text)


def _document_row(document: Document) -> DocumentRow:
    return DocumentRow(document.kind, _text(document.title), _text(document.agenda_ref), document.first, document.last)


def _table_row(table: Table) -> TableRow:
    heads, edges = range(table.header_rows), _Edges()
    paths = [" > ".join(head.text for head in column_path(table, at, heads)) for at in range(table.columns)]
    return TableRow(
        number=table.number,
        heading=_text(table.heading),
        caption=_text(table.caption),
        rows=table.rows,
        columns=table.columns,
        header_rows=table.header_rows,
        style=table.style,
        fragments=tuple(
            FragmentRow(_box(part.box), part.first_row, part.last_row, part.joined) for part in table.fragments
        ),
        cells=tuple(
            _cell_row(cell, shading, table.header_rows, paths, edges)
            for cell, shading in zip(table.cells, cell_shadings(table), strict=True)
        ),
        caption_number=_text(table.caption_number),
        footnotes="\n".join(note.text for note in table.footnotes) or None,
        confidence=table.confidence,
    )


class _Edges(dict[float, float]):
    """The edges of a table's cells to a hundredth of a point, each number once: most are those of many cells."""

    def __missing__(self, edge: float) -> float:
        rounded = round(edge, 2)
        self[edge] = rounded
        return self.setdefault(rounded, rounded)


def _cell_row(
    cell: Cell, shading: Shading | None, header_rows: int, paths: Sequence[str], edges: Mapping[float, float]
) -> CellRow:
    return CellRow(
        cell.row,
        cell.column,
        cell.row_span,
        cell.column_span,
        cell.text.text,
        cell.row < header_rows,
        _hex(cell.fill),
        tuple((box.page, edges[box.x0], edges[box.top], edges[box.x1], edges[box.bottom]) for box in cell.boxes),
        None if cell.fill is None else colour_name(*cell.fill),
        shading,
        None if cell.row < header_rows else paths[cell.column] or None,
    )


def _box(box: Box) -> tuple[int, float, float, float, float]:
    return (box.page, *(round(edge, 2) for edge in box[1:]))  # type: ignore[return-value]  # five parts by construction


def _hex(colour: Rgb | None) -> str | None:
    return None if colour is None else "#{:02x}{:02x}{:02x}".format(*colour)


def _text(excerpt: Excerpt) -> str | None:
    return excerpt.text or None


def _party_kinds(records: Iterable[Record]) -> dict[str, PartyKind]:
    names = {name for record in records for name in record.values.get("owners") or ()}
    return {name: owner_kind(name) for name in sorted(names)}
