"""The contents of a pack as rows of the store's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from extract.records.kept import Check, Record, Source
from load.fields import iso_to_date
from load.keys import Identity
from load.types import CellRow, PackContents, PackRow, PageRow, TableRow

Rows = list[dict[str, Any]]


def pack_columns(contents: PackContents) -> dict[str, Any]:
    """Columns of `packs`, but for its id and sha256."""
    pack = contents.pack
    return {
        "file_name": pack.file_name,
        "path": pack.path,
        "byte_size": pack.byte_size,
        "page_count": pack.page_count,
        "authority": pack.authority,
        "committee": pack.committee,
        "meeting_date": iso_to_date(pack.meeting_date),
        "meeting_date_raw": pack.raw.get("meeting_date"),
        "meeting_date_origin": _unless_printed(pack.origins.get("meeting_date")),
        "start_time": pack.start_time,
        "start_time_raw": pack.raw.get("start_time"),
        "start_time_origin": _unless_printed(pack.origins.get("start_time")),
        "venue": pack.venue,
        "extractor_version": pack.extractor_version,
        "loaded_at": datetime.now(UTC),
        "outcome": "loaded_with_issues" if contents.issues else "loaded",
        "modified_at": pack.modified_at,
    }


def _unless_printed(origin: str | None) -> str | None:
    return None if origin == "printed" else origin


def page_rows(pack_id: int, pages: Iterable[PageRow]) -> Iterator[dict[str, Any]]:
    """Rows of `pages`."""
    for page in pages:
        yield {
            "pack_id": pack_id,
            "number": page.number,
            "label": page.label,
            "width": page.width,
            "height": page.height,
            "rotation": page.rotation,
            "kind": page.kind,
            "text": page.text,
        }


def document_rows(pack_id: int, contents: PackContents) -> Rows:
    """Rows of `documents`."""
    return [
        {
            "pack_id": pack_id,
            "number": number,
            "kind": document.kind,
            "title": document.title,
            "agenda_ref": document.agenda_ref,
            "first_page": document.first,
            "last_page": document.last,
        }
        for number, document in enumerate(contents.documents, 1)
    ]


def pack_source_rows(pack_id: int, pack: PackRow) -> Rows:
    """Rows of `pack_sources`."""
    return [
        {"pack_id": pack_id, "origin": pack.origins.get(field, "printed"), **columns}
        for field, columns in _sources_to_columns(pack.sources)
    ]


def _sources_to_columns(sources: Mapping[str, tuple[Source, ...]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for field, places in sources.items():
        for columns in places_to_columns(places):
            yield field, {"field": field, **columns}


def places_to_columns(places: Iterable[Source]) -> Iterator[dict[str, Any]]:
    """The columns of each place that words stand in, in order."""
    for position, (page, (x0, top, x1, bottom), words) in enumerate(places):
        yield {"position": position, "page": page, "x0": x0, "top": top, "x1": x1, "bottom": bottom, "words": words}


def issue_rows(pack_id: int, contents: PackContents) -> Rows:
    """Rows of `issues`."""
    return [
        {
            "pack_id": pack_id,
            "position": position,
            "code": issue.code,
            "message": issue.message,
            "page": issue.page,
            "words": issue.text,
        }
        for position, issue in enumerate(contents.issues)
    ]


def table_row(pack_id: int, table: TableRow) -> dict[str, Any]:
    """Row of `tables`; it begins on the page of its first fragment."""
    return {
        "pack_id": pack_id,
        "number": table.number,
        "page": table.fragments[0].box[0],
        "heading": table.heading,
        "caption": table.caption,
        "row_count": table.rows,
        "column_count": table.columns,
        "header_rows": table.header_rows,
        "style": table.style,
        "caption_number": table.caption_number,
        "footnotes": table.footnotes,
        "confidence": table.confidence,
    }


def fragment_rows(table_id: int, table: TableRow) -> Iterator[dict[str, Any]]:
    """Rows of `table_fragments`."""
    for position, fragment in enumerate(table.fragments):
        page, x0, top, x1, bottom = fragment.box
        yield {
            "table_id": table_id,
            "position": position,
            "page": page,
            "x0": x0,
            "top": top,
            "x1": x1,
            "bottom": bottom,
            "first_row": fragment.first_row,
            "last_row": fragment.last_row,
            "joined": fragment.joined,
        }


def cell_row(table_id: int, cell: CellRow) -> dict[str, Any]:
    """Row of `cells`."""
    page, x0, top, x1, bottom = cell.boxes[0]
    return {
        "table_id": table_id,
        "row_index": cell.row,
        "column_index": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.text,
        "is_header": cell.is_header,
        "fill": cell.fill,
        "colour": cell.colour,
        "shading": cell.shading,
        "head_path": cell.head_path,
        "page": page,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "more_boxes": json.dumps(cell.boxes[1:]) if len(cell.boxes) > 1 else None,
    }


def record_rows(pack_id: int, records: Iterable[Record], identities: Sequence[Identity]) -> Rows:
    """Rows of `records`, without their ids."""
    counts: dict[str, int] = {}
    rows = []
    for record, identity in zip(records, identities, strict=True):
        position = counts.get(record.type, 0)
        counts[record.type] = position + 1
        rows.append(
            {
                "pack_id": pack_id,
                "type": record.type,
                "page": record.page,
                "page_label": record.page_label,
                "position": position,
                "key": identity.key,
                "anchor": identity.anchor,
                "confidence": record.confidence,
            }
        )
    return rows


def source_rows(pack_id: int, record_id: int, record: Record) -> Iterator[dict[str, Any]]:
    """Rows of `sources`: one for each box of each field."""
    for field, columns in _sources_to_columns(record.sources):
        origin = record.origins.get(field, "printed")
        colour = _colour(record.raw.get(field)) if origin == "fill_colour" else None
        sure = record.sure.get(field, 1.0)
        yield {
            "record_id": record_id,
            "pack_id": pack_id,
            "origin": origin,
            "colour": colour,
            "confidence": sure,
            **columns,
        }


def _colour(raw: str | None) -> str | None:
    """A field read from a fill has the colour for its raw words."""
    return raw if raw is not None and raw.startswith("#") else None


def check_row(pack_id: int, table_id: int, check: Check) -> dict[str, Any]:
    """Row of `checks`."""
    return {
        "pack_id": pack_id,
        "table_id": table_id,
        "rule": check.rule,
        "verdict": check.verdict,
        "worked_out": float(check.worked_out),
        "difference": float(check.difference),
    }


def check_figure_rows(check_id: int, check: Check, figures: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Rows of `check_figures`; `figures` are the ids of the pack's records of figures in printed order."""
    for position, used in enumerate(check.figures):
        yield {
            "check_id": check_id,
            "position": position,
            "role": used.role,
            "sign": used.sign,
            "record_id": figures[used.figure],
            "row_index": used.row,
            "column_index": used.column,
        }


def mark_rows(pack_id: int, record_id: int, record: Record) -> Iterator[dict[str, Any]]:
    """Rows of `rating_marks`."""
    for mark in record.marks:
        x0, top, x1, bottom = mark.bbox
        yield {
            "record_id": record_id,
            "mark": mark.mark,
            "rag": mark.rag,
            "words": mark.words,
            "colour": mark.colour,
            "colour_name": mark.colour_name,
            "pack_id": pack_id,
            "page": mark.page,
            "x0": x0,
            "top": top,
            "x1": x1,
            "bottom": bottom,
        }
