"""What a second reader says of the boxes in the store: what it is to try, and what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, bindparam, delete, func, insert, literal, null, select, update

from load.models import PackSourceTable, PackTable, ProofTable, RecordTable, SourceTable
from load.store import Store
from load.types import Claim, Disagreement, PackProof, Proof, ProofStatus, RecordProof

_TABLES: tuple[Table, ...] = (SourceTable.__table__, PackSourceTable.__table__)  # type: ignore[assignment]  # they are tables
_UNTRIED = {"proof": "untried", "proof_words": None}


def packs_to_prove(store: Store, reader: str) -> frozenset[int]:
    """The packs that have boxes which this reader has not tried."""
    others = select(ProofTable.pack_id).where(ProofTable.reader != reader)
    with store.reading() as connection:
        found = set(connection.execute(others).scalars())
        for table in _TABLES:
            untried = select(table.c.pack_id).where(table.c.proof == "untried").distinct()
            found |= set(connection.execute(untried).scalars())
    return frozenset(found)


def read_claims(store: Store, pack_id: int, reader: str, *, again: bool = False) -> list[Claim]:
    """What the store says of the boxes that this reader is to try, each once, in the order of pages.

    Those of a pack that another reader tried are all to be tried, so that one reader answers for the whole pack.
    """
    with store.reading() as connection:
        again = again or _reader_of(connection, pack_id) not in (None, reader)
        rows = [row for table in _TABLES for row in connection.execute(_boxes(table, pack_id))]
    return sorted({_row_to_claim(row) for row in rows if again or row.proof == "untried"}, key=_place)


def _place(claim: Claim) -> tuple[Any, ...]:
    return (claim.page, claim.box[1], *claim.box, claim.words, claim.colour or "")


def _reader_of(connection: Connection, pack_id: int) -> str | None:
    return connection.execute(select(ProofTable.reader).where(ProofTable.pack_id == pack_id)).scalar_one_or_none()


def _boxes(table: Table, pack_id: int) -> Select[Any]:
    """All boxes of a pack with their keys; those of its front sheet were read from no fill."""
    colour = table.c.colour if "colour" in table.c else null().label("colour")
    columns = [column for column in table.columns if column.name != "colour"]
    return select(*columns, colour).where(table.c.pack_id == pack_id)


def _row_to_claim(row: Row[Any]) -> Claim:
    return Claim(row.page, (row.x0, row.top, row.x1, row.bottom), row.words, row.colour)


def write_proofs(store: Store, pack_id: int, reader: str, version: str, proofs: Mapping[Claim, Proof]) -> None:
    """Notes what a reader found, in one transaction. Boxes that the pack no longer has are passed over, and what
    another reader found goes. A pack that is no longer there is left alone.
    """
    with store.writing() as connection:
        locked = select(PackTable.id).where(PackTable.id == pack_id).with_for_update()
        if connection.execute(locked).one_or_none() is None:
            return
        if _reader_of(connection, pack_id) != reader:
            for table in _TABLES:
                connection.execute(update(table).where(table.c.pack_id == pack_id).values(_UNTRIED))
        _note(connection, pack_id, proofs)
        connection.execute(delete(ProofTable).where(ProofTable.pack_id == pack_id))
        row = {"pack_id": pack_id, "reader": reader, "version": version, "proved_at": datetime.now(UTC)}
        connection.execute(insert(ProofTable), row)


def kept_proofs(connection: Connection, pack_id: int) -> dict[Claim, Proof]:
    """What has been found of a pack's boxes, for `keep_proofs` once the pack has been read anew."""
    if _reader_of(connection, pack_id) is None:
        return {}
    rows = [row for table in _TABLES for row in connection.execute(_boxes(table, pack_id))]
    return {_row_to_claim(row): Proof(row.proof, row.proof_words) for row in rows if row.proof != "untried"}


def keep_proofs(connection: Connection, pack_id: int, kept: Mapping[Claim, Proof]) -> None:
    """Boxes that are as they were keep what was found of them; all others are untried."""
    if kept and not _note(connection, pack_id, kept):
        connection.execute(delete(ProofTable).where(ProofTable.pack_id == pack_id))


def _note(connection: Connection, pack_id: int, proofs: Mapping[Claim, Proof]) -> int:
    """Writes what was found beside the boxes that it is about; returns how many these are."""
    noted = 0
    for table in _TABLES:
        rows = list(_found(connection.execute(_boxes(table, pack_id)).all(), proofs, table))
        keys = [column == bindparam(f"of_{column.name}") for column in table.primary_key]
        values: dict[str, Any] = {"proof": bindparam("status"), "proof_words": bindparam("seen")}
        if rows:
            connection.execute(update(table).where(*keys).values(values), rows)
        noted += len(rows)
    return noted


def _found(rows: Any, proofs: Mapping[Claim, Proof], table: Table) -> Iterator[dict[str, Any]]:
    keys = [column.name for column in table.primary_key]
    for row in rows:
        proof = proofs.get(_row_to_claim(row))
        if proof is not None:
            key = {f"of_{name}": getattr(row, name) for name in keys}
            yield {**key, "status": proof.status, "seen": proof.seen}


def read_pack_proof(store: Store, pack_id: int) -> PackProof:
    """How far the boxes of a pack are proved."""
    counts: dict[ProofStatus, int] = {"untried": 0, "proved": 0, "disagrees": 0, "unreadable": 0}
    with store.reading() as connection:
        for table in _TABLES:
            query = select(table.c.proof, func.count().label("boxes")).where(table.c.pack_id == pack_id)
            for row in connection.execute(query.group_by(table.c.proof)):
                counts[row.proof] += row.boxes
        by = connection.execute(select(ProofTable).where(ProofTable.pack_id == pack_id)).mappings().one_or_none()
    return PackProof(counts, None if by is None else by["reader"], None if by is None else by["proved_at"])


def read_record_proof(store: Store, record_id: int) -> RecordProof:
    """How far the boxes of a record are proved."""
    boxes = select(SourceTable.field, SourceTable.proof, SourceTable.proof_words)
    boxes = boxes.where(SourceTable.record_id == record_id).order_by(SourceTable.field, SourceTable.position)
    by = select(ProofTable.reader, ProofTable.proved_at).join(RecordTable, RecordTable.pack_id == ProofTable.pack_id)
    fields: dict[str, list[Proof]] = {}
    with store.reading() as connection:
        for row in connection.execute(boxes):
            fields.setdefault(row.field, []).append(Proof(row.proof, row.proof_words))
        found = connection.execute(by.where(RecordTable.id == record_id)).one_or_none()
    reader, proved_at = (None, None) if found is None else (found.reader, found.proved_at)
    return RecordProof({field: tuple(proofs) for field, proofs in fields.items()}, reader, proved_at)


def read_disagreements(store: Store, pack_id: int) -> list[Disagreement]:
    """The boxes of a pack in which a second reader sees something else than the store says, in the order of pages."""
    of_pack = _boxes(_TABLES[1], pack_id).add_columns(null().label("record_id"), literal("pack").label("type"))
    of_records = _boxes(_TABLES[0], pack_id).add_columns(RecordTable.type)
    of_records = of_records.join(RecordTable, RecordTable.id == SourceTable.record_id)
    with store.reading() as connection:
        rows = [
            row
            for table, query in zip(_TABLES, (of_records, of_pack), strict=True)
            for row in connection.execute(query.where(table.c.proof == "disagrees"))
        ]
    found = [Disagreement(row.record_id, row.type, row.field, _row_to_claim(row), row.proof_words) for row in rows]
    return sorted(found, key=lambda one: (_place(one.claim), one.record or 0, one.field))
