"""The risks of a pack's registers."""

from __future__ import annotations

from collections.abc import Iterator

from extract.pack.types import Pack
from extract.records.risk_blocks import pack_to_risk_blocks
from extract.records.risk_fields import block_to_fields, has_own_rag
from extract.records.risk_summaries import Entry, blocks_to_entries
from extract.records.risk_types import RiskBlock
from extract.records.types import Issue, Origin, RawRecord, RawValue, Reading

_ADDED = ("owners", "rag")


def pack_to_risks(pack: Pack) -> Reading:
    """One record for each risk, where its own entry stands; summaries that list it again add their ratings."""
    entries = blocks_to_entries(pack_to_risk_blocks(pack))
    return Reading(tuple(map(_record, entries)), tuple(_issues(entries)))


def _record(entry: Entry) -> RawRecord:
    fields = block_to_fields(entry.block)
    origins: dict[str, Origin] = {"title": "heading"} if entry.block.heading else {}
    for summary in entry.summaries:
        fields = _added(fields, entry.block, summary)
    return RawRecord("risks", entry.block.page, fields, origins=origins)


def _added(fields: dict[str, RawValue], block: RiskBlock, summary: RiskBlock) -> dict[str, RawValue]:
    """A risk's fields with the ratings of its summary where its own entry has none.

    A summary's RAG column wins over the fill of a score, which is a rating only where there is no such column.
    """
    listed = {name: value for name, value in block_to_fields(summary).items() if name in _ADDED or "_" in name}
    scores = {name: v for name, v in block_to_fields(summary).items() if name in ("likelihood", "impact", "score")}
    whole = {**listed, **scores, **fields}
    if "rag" in listed and has_own_rag(summary) and not has_own_rag(block):
        whole["rag"] = listed["rag"]
    return whole


def _issues(entries: list[Entry]) -> Iterator[Issue]:
    for entry in entries:
        block = entry.block
        if not any(block.first(name) for name in ("title", "description", "event")) and not block.heading:
            words = " ".join(value.text.text for values in block.values.values() for value in values)
            yield Issue("risk_without_name", "a risk's entry gives no name for it", block.page, words[:200])
