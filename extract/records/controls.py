"""The controls that registers list for a risk in table rows of their own."""

from __future__ import annotations

from collections.abc import Iterator

from extract.layout.excerpt import EMPTY
from extract.pack.types import Pack
from extract.records.risk_blocks import pack_to_risk_blocks
from extract.records.risk_heads import words_to_head
from extract.records.risk_types import Part, RiskBlock, whole
from extract.records.types import RawRecord, RawValue, Reading
from extract.tables.types import Cell

_TEXT = frozenset({"controls", "mitigation"})
_OWNERS = frozenset({"control_owner", "owner", "risk_owner"})


def pack_to_controls(pack: Pack) -> Reading:
    """One record for each row of controls; those that stand as lines of one cell are the risk's mitigation."""
    blocks = pack_to_risk_blocks(pack)
    records = (
        record
        for block in blocks
        for part in block.parts
        if part.kind == "controls"
        for row in part.rows
        for record in _row_to_records(block, part, row)
    )
    return Reading(tuple(records))


def _row_to_records(block: RiskBlock, part: Part, row: tuple[Cell, ...]) -> Iterator[RawRecord]:
    text = _under(part, row, _TEXT)
    if text is None or not text.text:
        return
    owner = _under(part, row, _OWNERS)
    fields: dict[str, RawValue] = {"text": text.text}
    owners = EMPTY if owner is None else whole(owner).printed
    if owners:
        fields["owners"] = owners
    if block.ref:
        fields["risk_ref"] = block.ref
    yield RawRecord("controls", text.text.page, fields)


def _under(part: Part, row: tuple[Cell, ...], fields: frozenset[str]) -> Cell | None:
    """The cell of a row that stands under a head that says one of some fields."""
    for head in part.heads:
        meaning = words_to_head([head.text.text]) if head.text else None
        if meaning is not None and meaning.field in fields:
            return max(row, key=lambda cell: _shared(head, cell), default=None)
    return None


def _shared(head: Cell, cell: Cell) -> float:
    """How much of a head's width a cell stands under, in points; less than nothing where it stands beside it."""
    above, below = head.boxes[0], cell.boxes[0]
    return min(above.x1, below.x1) - max(above.x0, below.x0)
