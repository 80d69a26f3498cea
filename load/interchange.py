"""The record interchange format (docs/record-format.md): one JSON document for each pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from extract.records.kept import Record, Source
from load.fields import FIELDS, PAGED
from load.models import RECORD_TYPES
from load.types import PackContents, PackRow

FORMAT = "packtrace-records/1"
_PACK_FIELDS = ("authority", "committee", "meeting_date", "start_time", "venue", "page_count")


def contents_records(contents: PackContents) -> dict[str, Any]:
    """The interchange document of a pack that has been read but need not be in any store."""
    return interchange_document(contents.pack, contents.records)


def interchange_document(pack: PackRow, records: Iterable[Record]) -> dict[str, Any]:
    """The interchange document of a pack and its records, in the order given within each type."""
    by_type: dict[str, list[dict[str, Any]]] = {record_type: [] for record_type in RECORD_TYPES}
    for record in records:
        by_type[record.type].append(record_to_json(record))
    return {"schema": FORMAT, "pack": _pack_to_json(pack), **by_type}


def record_to_json(record: Record) -> dict[str, Any]:
    """One record by the format: every field of its type, its page where the type has one, and the sources."""
    fields: dict[str, Any] = {field.name: record.values.get(field.name) for field in FIELDS[record.type]}
    for field in FIELDS[record.type]:
        if field.kind == "owners":
            fields[field.name] = list(fields[field.name] or ())
    if record.type in PAGED:
        fields |= {"page": record.page, "page_label": record.page_label}
    return fields | {"sources": _sources_to_json(record.sources)}


def _pack_to_json(pack: PackRow) -> dict[str, Any]:
    fields = {name: getattr(pack, name) for name in _PACK_FIELDS}
    return fields | {"sha256": pack.sha256, "filename": pack.file_name, "sources": _sources_to_json(pack.sources)}


def _sources_to_json(sources: Mapping[str, tuple[Source, ...]]) -> dict[str, list[dict[str, Any]]]:
    """By the name of the field, so that a pack gives the same bytes whether it comes from a store or from the page."""
    return {
        field: [{"page": page, "bbox": list(box), "text": text} for page, box, text in sources[field]]
        for field in sorted(sources)
        if sources[field]
    }
