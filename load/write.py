"""Writing a pack into the store: whole, in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, column, delete, func, select, update

from extract.records.kept import Check, Record
from load.corrections import link_corrections
from load.errors import ContentsError
from load.fields import owner_names, record_to_row
from load.inserting import batches, execute, insert_for_ids, insert_or, insert_plain, insert_rows
from load.keys import Identity, match_identities, records_to_identities
from load.known import known_owner_rows
from load.meetings import forget_links_to, link_meeting, meeting_of
from load.models import (
    TYPE_TABLES,
    Base,
    CellTable,
    CheckFigureTable,
    CheckTable,
    DocumentTable,
    FragmentTable,
    GridTable,
    IssueTable,
    KnownOwnerTable,
    PackSourceTable,
    PackTable,
    PageTable,
    PartyTable,
    RatingMarkTable,
    RecordOwnerTable,
    RecordTable,
    SourceTable,
)
from load.proof import keep_proofs, kept_proofs
from load.rows import (
    Rows,
    cell_row,
    check_figure_rows,
    check_row,
    document_rows,
    fragment_rows,
    issue_rows,
    mark_rows,
    pack_columns,
    pack_source_rows,
    page_rows,
    record_rows,
    source_rows,
    table_row,
)
from load.runs import insert_offer
from load.store import Store
from load.types import Offer, PackContents, TableRow
from load.versions import is_newer

_AT_ONCE = 500  # records, tables or names that are in hand at once
LoadOutcome = Literal["loaded", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of a pack: its id there, and how many records it has now, `kept` of them under their old id.

    `offer` is what was noted of the file, where that was asked for.
    """

    pack_id: int
    sha256: str
    outcome: LoadOutcome
    records: int
    kept: int
    offer: Offer | None = None


def load_pack(
    store: Store, contents: PackContents, *, again: bool = False, run_id: int | None = None, offer: Offer | None = None
) -> LoadResult:
    """Writes a pack in one transaction. The same bytes read by the same (or an older) version change nothing, unless
    `again`; read by a newer version they replace what is there, and records that are the same keep their ids.

    The packs of its meeting are linked. With `run_id` and `offer`, what became of the file is noted with it.
    Raises ContentsError where the contents contradict themselves, and other StoreErrors where the store fails.
    """
    _check_contents(store, contents)
    with store.writing() as connection:
        result = _load(connection, contents, again)
        if result.outcome != "unchanged":
            forget_links_to(connection, result.pack_id)
            if (meeting := meeting_of(connection, result.pack_id)) is not None:
                link_meeting(connection, meeting)
        if run_id is not None and offer is not None:
            offer = replace(offer, pack_id=result.pack_id, outcome=_offer_outcome(result, contents))
            insert_offer(connection, run_id, offer)
        return replace(result, offer=offer)


def _load(connection: Connection, contents: PackContents, again: bool) -> LoadResult:
    present = _find_present(connection, contents.pack.sha256)
    if present is None:
        if (pack_id := _insert_pack(connection, contents)) is not None:
            return _write(connection, pack_id, contents, "loaded")
        present = _find_present(connection, contents.pack.sha256)
        assert present is not None, "another program put the pack in while this one waited to"
    if not again and not is_newer(contents.pack.extractor_version, present.extractor_version):
        count = len(_present_identities(connection, present.id))
        return LoadResult(present.id, contents.pack.sha256, "unchanged", count, count)
    _update_pack(connection, present.id, contents)
    return _write(connection, present.id, contents, "replaced")


def _offer_outcome(result: LoadResult, contents: PackContents) -> str:
    if result.outcome == "unchanged":
        return "unchanged"
    if contents.repaired:
        return "repaired"
    return "loaded_with_issues" if result.outcome == "loaded" and contents.issues else result.outcome


def _check_contents(store: Store, contents: PackContents) -> None:
    """Contradictions that are better told in words than by the database."""
    numbers = [page.number for page in contents.pages]
    if numbers != list(range(1, contents.pack.page_count + 1)):
        raise ContentsError(
            store.url, f"{contents.pack.file_name} has {contents.pack.page_count} pages, not {len(numbers)}"
        )


def _find_present(connection: Connection, digest: str) -> Row[int, str] | None:
    """Locks the pack's row, so that two batches do not replace it at once (an SQLite writer is alone anyway)."""
    query = select(PackTable.id, PackTable.extractor_version).where(PackTable.sha256 == digest).with_for_update()
    return connection.execute(query).one_or_none()


def _insert_pack(connection: Connection, contents: PackContents) -> int | None:
    """The id of the new row; None where another program has just put the same bytes in."""
    row = {"sha256": contents.pack.sha256, **pack_columns(contents)}
    statement = insert_or(connection, PackTable).values(row).on_conflict_do_nothing(index_elements=["sha256"])
    return connection.execute(statement.returning(PackTable.id)).scalar_one_or_none()


def _update_pack(connection: Connection, pack_id: int, contents: PackContents) -> None:
    """Only the place of the file and what was read change; its name stays the one that people know it by."""
    columns = {name: value for name, value in pack_columns(contents).items() if name != "file_name"}
    connection.execute(update(PackTable).where(PackTable.id == pack_id).values(columns))


def _write(connection: Connection, pack_id: int, contents: PackContents, outcome: LoadOutcome) -> LoadResult:
    identities = records_to_identities(contents.records)
    matches = match_identities(_present_identities(connection, pack_id), identities)
    proofs = kept_proofs(connection, pack_id)
    _clear(connection, pack_id, keep=frozenset(matches.values()))
    _write_pages(connection, pack_id, contents)
    insert_rows(connection, DocumentTable, document_rows(pack_id, contents))
    insert_rows(connection, PackSourceTable, pack_source_rows(pack_id, contents.pack))
    insert_rows(connection, IssueTable, issue_rows(pack_id, contents))
    tables = _insert_tables(connection, pack_id, contents.tables)
    ids = _write_records(connection, pack_id, contents, identities, matches)
    _write_fields(connection, pack_id, contents, ids)
    keep_proofs(connection, pack_id, proofs)
    figures = [id_ for id_, identity in zip(ids, identities, strict=True) if identity.type == "figures"]
    _write_checks(connection, pack_id, contents.checks, tables, figures)
    link_corrections(connection, pack_id, contents.pack.sha256)
    return LoadResult(pack_id, contents.pack.sha256, outcome, len(ids), len(matches))


def _present_identities(connection: Connection, pack_id: int) -> list[tuple[int, Identity]]:
    query = select(RecordTable.id, RecordTable.type, RecordTable.key, RecordTable.anchor)
    rows = connection.execute(query.where(RecordTable.pack_id == pack_id).order_by(RecordTable.id))
    return [(row.id, Identity(row.type, row.key, row.anchor)) for row in rows]


def _clear(connection: Connection, pack_id: int, keep: frozenset[int]) -> None:
    """Takes out what an earlier reading left, but for the rows of `records` that stay, and the pages these stand on."""
    ours = select(RecordTable.id).where(RecordTable.pack_id == pack_id).scalar_subquery()
    for table in (DocumentTable, PackSourceTable, IssueTable, GridTable, SourceTable, KnownOwnerTable):
        connection.execute(delete(table).where(table.pack_id == pack_id))
    by_record: tuple[type[Base], ...] = (RecordOwnerTable, RatingMarkTable, *TYPE_TABLES.values())
    for fields in by_record:
        connection.execute(delete(fields).where(column("record_id").in_(ours)))
    gone = [{"gone": record_id} for record_id, _ in _present_identities(connection, pack_id) if record_id not in keep]
    if gone:
        connection.execute(delete(RecordTable).where(RecordTable.id == bindparam("gone")), gone)


def _write_pages(connection: Connection, pack_id: int, contents: PackContents) -> None:
    """Writes pages over those that are there: the same bytes have the same pages, and records stand on them."""
    changing = ("label", "width", "height", "rotation", "kind", "text")
    statement = insert_or(connection, PageTable)
    changed = {name: statement.excluded[name] for name in changing}
    execute(
        connection,
        statement.on_conflict_do_update(index_elements=["pack_id", "number"], set_=changed),
        page_rows(pack_id, contents.pages),
    )


def _insert_tables(connection: Connection, pack_id: int, tables: Iterable[TableRow]) -> dict[int, int]:
    """The ids of the tables by their numbers in the pack."""
    ids: dict[int, int] = {}
    for some in batches(tables, _AT_ONCE):
        added = insert_for_ids(connection, GridTable, [table_row(pack_id, table) for table in some])
        pairs = list(zip(added, some, strict=True))
        insert_rows(connection, FragmentTable, (row for id_, table in pairs for row in fragment_rows(id_, table)))
        insert_plain(connection, CellTable, (cell_row(id_, cell) for id_, table in pairs for cell in table.cells))
        ids |= {table.number: id_ for id_, table in pairs}
    return ids


def _write_checks(
    connection: Connection, pack_id: int, checks: Sequence[Check], tables: Mapping[int, int], figures: Sequence[int]
) -> None:
    """`tables` has the ids of the pack's tables by number, `figures` those of its records of figures in order."""
    rows = [check_row(pack_id, tables[check.table], check) for check in checks]
    added = zip(insert_for_ids(connection, CheckTable, rows), checks, strict=True)
    insert_rows(
        connection, CheckFigureTable, (row for id_, check in added for row in check_figure_rows(id_, check, figures))
    )


def _write_records(
    connection: Connection,
    pack_id: int,
    contents: PackContents,
    identities: Sequence[Identity],
    matches: dict[int, int],
) -> list[int]:
    """The id of each record: its old one where it has been there before."""
    rows = record_rows(pack_id, contents.records, identities)
    kept = [{"kept": record_id, **rows[index]} for index, record_id in matches.items()]
    if kept:
        columns: dict[str, Any] = {name: bindparam(name) for name in rows[0]}
        statement = update(RecordTable).where(RecordTable.id == bindparam("kept")).values(columns)
        connection.execute(statement, kept)
    new = [index for index in range(len(rows)) if index not in matches]
    fresh = insert_for_ids(connection, RecordTable, [rows[index] for index in new])
    ids = matches | dict(zip(new, fresh, strict=True))
    return [ids[index] for index in range(len(rows))]


def _write_fields(connection: Connection, pack_id: int, contents: PackContents, ids: Sequence[int]) -> None:
    known = contents.known_owners
    kinds = {owner.name: owner.kind for owner in known.values()} | dict(contents.party_kinds)
    for some in batches(zip(ids, contents.records, strict=True), _AT_ONCE):
        by_type: dict[str, Rows] = {}
        for id_, record in some:
            by_type.setdefault(record.type, []).append({"record_id": id_, **record_to_row(record)})
        for record_type, rows in by_type.items():
            insert_rows(connection, TYPE_TABLES[record_type], rows)
        insert_plain(connection, SourceTable, (row for id_, one in some for row in source_rows(pack_id, id_, one)))
        insert_rows(connection, RatingMarkTable, (row for id_, one in some for row in mark_rows(pack_id, id_, one)))
        _write_owners(connection, some, kinds)
    parties = _names_to_party_ids(connection, sorted({*known, *(owner.name for owner in known.values())}), kinds)
    insert_rows(connection, KnownOwnerTable, known_owner_rows(pack_id, known, parties))


def _write_owners(connection: Connection, records: Iterable[tuple[int, Record]], kinds: Mapping[str, str]) -> None:
    owners = [(id_, position, name) for id_, record in records for position, name in enumerate(owner_names(record))]
    parties = _names_to_party_ids(connection, sorted({name for _, _, name in owners}), kinds)
    rows = ({"record_id": id_, "position": position, "party_id": parties[name]} for id_, position, name in owners)
    insert_rows(connection, RecordOwnerTable, rows)


def _names_to_party_ids(connection: Connection, names: Sequence[str], kinds: Mapping[str, str]) -> dict[str, int]:
    """Ids of parties by name; new ones are added, and a kind that was not known is filled in."""
    statement = insert_or(connection, PartyTable)
    filled_in = func.coalesce(PartyTable.kind, statement.excluded.kind)
    statement = statement.on_conflict_do_update(index_elements=["name"], set_={"kind": filled_in})
    execute(connection, statement, [{"name": name, "kind": kinds.get(name)} for name in names])
    ids: dict[str, int] = {}
    for some in batches(names, _AT_ONCE):
        rows = connection.execute(select(PartyTable.name, PartyTable.id).where(PartyTable.name.in_(some)))
        ids.update((row.name, row.id) for row in rows)
    return ids
