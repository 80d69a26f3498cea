"""Reading packs and records out of the store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, or_, select

from extract.records.kept import Issue, Record, Source
from load.fields import date_to_iso, row_to_origins, row_to_raw, row_to_values
from load.interchange import interchange_document
from load.models import (
    TYPE_TABLES,
    DocumentTable,
    GridTable,
    IssueTable,
    PackSourceTable,
    PackTable,
    PageTable,
    PartyTable,
    RecordOwnerTable,
    RecordTable,
    SourceTable,
)
from load.store import Store
from load.types import DocumentRow, PackCounts, PackRow, StoredPack, StoredRecord
from load.versions import is_newer

_Sources = dict[str, tuple[Source, ...]]


def find_packs(store: Store, text: str) -> list[StoredPack]:
    """Packs named by `text`: a whole sha256 or its first four or more characters, else a path or a file name.

    Oldest first; empty where there is none. What file a path holds now is for the caller to say, by its sha256.
    """
    query = select(PackTable).where(_naming(text)).order_by(PackTable.id)
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
        return [_stored_pack(connection, row) for row in rows]


def _naming(text: str) -> ColumnElement[bool]:
    name = PurePath(text).name
    named = [PackTable.file_name == text, PackTable.path == text]
    if name == text:
        named.append(PackTable.file_name == f"{text}.pdf")
    lowered = text.lower()
    if len(lowered) >= 4 and all(character in "0123456789abcdef" for character in lowered):
        named.append(PackTable.sha256.startswith(lowered))
    return or_(*named)


def list_packs(store: Store) -> list[StoredPack]:
    """All packs, oldest first, without their sources."""
    with store.reading() as connection:
        rows = connection.execute(select(PackTable).order_by(PackTable.id)).mappings().all()
    return [StoredPack(row["id"], _pack_row(row, {}, {}), row["loaded_at"], row["outcome"]) for row in rows]


def find_unchanged(store: Store, sha256: str, version: str) -> StoredPack | None:
    """The pack with these bytes, if it is in the store and `version` of packtrace would not read it anew."""
    with store.reading() as connection:
        row = connection.execute(select(PackTable).where(PackTable.sha256 == sha256)).mappings().one_or_none()
    if row is None or is_newer(version, row["extractor_version"]):
        return None
    return StoredPack(row["id"], _pack_row(row, {}, {}), row["loaded_at"], row["outcome"])


def pack_records(store: Store, sha256: str) -> dict[str, Any]:
    """The interchange document of a pack in the store; raises KeyError where its sha256 is not there."""
    with store.reading() as connection:
        row = connection.execute(select(PackTable).where(PackTable.sha256 == sha256)).mappings().one_or_none()
        if row is None:
            raise KeyError(sha256)
        return interchange_document(
            _stored_pack(connection, row).row, [record for _, record in _read_records(connection, row["id"])]
        )


def read_records(store: Store, pack_id: int) -> list[Record]:
    """The records of a pack: by type, and in printed order within it."""
    return [record for _, record in read_numbered_records(store, pack_id)]


def read_numbered_records(store: Store, pack_id: int) -> list[tuple[int, Record]]:
    """The records of a pack with their ids: by type, and in printed order within it."""
    with store.reading() as connection:
        return _read_records(connection, pack_id)


def read_counts(store: Store, pack_id: int) -> PackCounts:
    """How much of a pack is in the store."""
    with store.reading() as connection:
        by_type = (
            select(RecordTable.type, func.count().label("found"))
            .where(RecordTable.pack_id == pack_id)
            .group_by(RecordTable.type)
        )
        found = {row.type: row.found for row in connection.execute(by_type)}
        others = [
            connection.execute(select(func.count()).select_from(table).where(table.pack_id == pack_id)).scalar_one()
            for table in (GridTable, DocumentTable, IssueTable, SourceTable)
        ]
    return PackCounts({name: found.get(name, 0) for name in TYPE_TABLES}, *others)


def read_documents(store: Store, pack_id: int) -> list[DocumentRow]:
    """The documents inside a pack, in order."""
    query = select(DocumentTable).where(DocumentTable.pack_id == pack_id).order_by(DocumentTable.number)
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [DocumentRow(r["kind"], r["title"], r["agenda_ref"], r["first_page"], r["last_page"]) for r in rows]


def read_issues(store: Store, pack_id: int) -> list[Issue]:
    """What was not understood in a pack, in order."""
    query = select(IssueTable).where(IssueTable.pack_id == pack_id).order_by(IssueTable.position)
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [Issue(r["code"], r["message"], r["page"], r["words"]) for r in rows]


def read_record(store: Store, record_id: int) -> StoredRecord | None:
    """One record by its id, with the sources of its fields; None where there is none."""
    with store.reading() as connection:
        query = select(RecordTable.pack_id, RecordTable.type).where(RecordTable.id == record_id)
        found = connection.execute(query).one_or_none()
        if found is None:
            return None
        (record,) = _read_records_of_type(connection, found.pack_id, found.type, record_id).values()
        return _stored_record(connection, record_id, found.pack_id, record)


def read_values(connection: Connection, record_id: int, record_type: str) -> dict[str, Any]:
    """The fields of a record as they were read, by the record format."""
    pack_id = connection.execute(select(RecordTable.pack_id).where(RecordTable.id == record_id)).scalar_one()
    (record,) = _read_records_of_type(connection, pack_id, record_type, record_id).values()
    return dict(record.values)


def _stored_record(connection: Connection, record_id: int, pack_id: int, record: Record) -> StoredRecord:
    pack = connection.execute(select(PackTable).where(PackTable.id == pack_id)).mappings().one()
    coloured = select(SourceTable.field, SourceTable.colour).where(
        SourceTable.record_id == record_id, SourceTable.colour.is_not(None)
    )
    colours = {row.field: str(row.colour) for row in connection.execute(coloured)}
    numbers = {source.page for places in record.sources.values() for source in places} | {record.page}
    labelled = select(PageTable.number, PageTable.label).where(
        PageTable.pack_id == pack_id, PageTable.number.in_(sorted(numbers))
    )
    labels = {row.number: row.label for row in connection.execute(labelled)}
    return StoredRecord(record_id, pack["sha256"], pack["file_name"], pack["path"], record, colours, labels)


def _stored_pack(connection: Connection, row: Mapping[Any, Any]) -> StoredPack:
    query = select(PackSourceTable).where(PackSourceTable.pack_id == row["id"])
    rows = connection.execute(query.order_by(PackSourceTable.field, PackSourceTable.position)).mappings().all()
    origins = {source["field"]: source["origin"] for source in rows if source["origin"] != "printed"}
    return StoredPack(row["id"], _pack_row(row, _rows_to_sources(rows), origins), row["loaded_at"], row["outcome"])


def _pack_row(row: Mapping[Any, Any], sources: _Sources, origins: Mapping[str, Any]) -> PackRow:
    raw = {name: row[f"{name}_raw"] for name in ("meeting_date", "start_time") if row[f"{name}_raw"] is not None}
    return PackRow(
        sha256=row["sha256"],
        file_name=row["file_name"],
        path=row["path"],
        byte_size=row["byte_size"],
        page_count=row["page_count"],
        extractor_version=row["extractor_version"],
        authority=row["authority"],
        committee=row["committee"],
        meeting_date=date_to_iso(row["meeting_date"]),
        start_time=row["start_time"],
        venue=row["venue"],
        modified_at=row["modified_at"],
        raw=raw,
        origins=dict(origins),
        sources=sources,
    )


def _rows_to_sources(rows: Any) -> _Sources:
    """Rows in the order of field and position as sources by field."""
    sources: dict[str, list[Source]] = {}
    for row in rows:
        box = (row["x0"], row["top"], row["x1"], row["bottom"])
        sources.setdefault(row["field"], []).append(Source(row["page"], box, row["words"]))
    return {field: tuple(places) for field, places in sources.items()}


def _read_records(connection: Connection, pack_id: int) -> list[tuple[int, Record]]:
    return [
        numbered
        for record_type in TYPE_TABLES
        for numbered in _read_records_of_type(connection, pack_id, record_type).items()
    ]


def _read_records_of_type(
    connection: Connection, pack_id: int, record_type: str, record_id: int | None = None
) -> dict[int, Record]:
    """Records of a type by id, in printed order; only one of them where `record_id` is given."""
    wanted = select(RecordTable.id).where(RecordTable.pack_id == pack_id, RecordTable.type == record_type)
    if record_id is not None:
        wanted = wanted.where(RecordTable.id == record_id)
    sources = _group(
        connection,
        select(SourceTable)
        .where(SourceTable.record_id.in_(wanted))
        .order_by(SourceTable.record_id, SourceTable.field, SourceTable.position),
    )
    owners = _group(
        connection,
        select(RecordOwnerTable.record_id, PartyTable.name)
        .join(PartyTable)
        .where(RecordOwnerTable.record_id.in_(wanted))
        .order_by(RecordOwnerTable.record_id, RecordOwnerTable.position),
    )
    table = TYPE_TABLES[record_type].__table__
    query = (
        select(RecordTable.page, RecordTable.page_label, RecordTable.confidence, table)
        .join(table, table.c.record_id == RecordTable.id)
        .where(RecordTable.id.in_(wanted))
        .order_by(RecordTable.position)
    )
    return {
        row["record_id"]: _row_to_record(
            record_type, row, owners.get(row["record_id"], []), sources.get(row["record_id"], [])
        )
        for row in connection.execute(query).mappings()
    }


def _group(connection: Connection, query: Select[*tuple[Any, ...]]) -> dict[int, list[RowMapping]]:
    grouped: dict[int, list[RowMapping]] = {}
    for row in connection.execute(query).mappings():
        grouped.setdefault(row["record_id"], []).append(row)
    return grouped


def _row_to_record(
    record_type: Any, row: Mapping[Any, Any], owners: list[RowMapping], sources: list[RowMapping]
) -> Record:
    origins: dict[str, Any] = {source["field"]: source["origin"] for source in sources if source["origin"] != "printed"}
    colours = {source["field"]: source["colour"] for source in sources if source["colour"] is not None}
    sure = {source["field"]: source["confidence"] for source in sources if source["confidence"] < 1}
    return Record(
        type=record_type,
        page=row["page"],
        page_label=row["page_label"],
        values=row_to_values(record_type, row, [owner["name"] for owner in owners]),
        raw=colours | row_to_raw(record_type, row),
        origins=origins | row_to_origins(record_type, row),
        sources=_rows_to_sources(sources),
        confidence=row["confidence"],
        sure=sure,
    )
