"""packtrace show: what is in a pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from packtrace.options import DEFAULT_STORE, PackArgument, StoreOption

if TYPE_CHECKING:
    from rich.console import Console

    from extract.records.kept import Issue, Record
    from load.types import PackCounts, PackProof, StoredPack

ROWS = 8
"""Rows of each record type that are shown without --all."""

LONGEST = 90
"""Characters of a value that are shown without --all."""


def show(
    pack: PackArgument,
    record_type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only records of one type, such as actions.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All records, and all of each value.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show what is in a pack: its meeting, what was found in it, and its records."""
    import load
    from packtrace.display import make_console
    from packtrace.opening import find_pack, opened_store

    with opened_store(store) as opened:
        found = find_pack(opened, pack)
        counts = load.read_counts(opened, found.id)
        if record_type is not None and record_type not in counts.records:
            raise typer.BadParameter(f"--type is one of {', '.join(counts.records)}")
        numbered = load.read_numbered_records(opened, found.id)
        issues = load.read_issues(opened, found.id)
        verdicts = load.count_verdicts(opened, found.id)
        proof = load.read_pack_proof(opened, found.id)
    console = make_console()
    if record_type is None:
        _show_pack(console, found, counts, verdicts, proof)
    for name in counts.records if record_type is None else (record_type,):
        _show_records(console, name, [(n, r) for n, r in numbered if r.type == name], everything)
    if record_type is None:
        _show_issues(console, issues, everything)


def _show_pack(
    console: Console, pack: StoredPack, counts: PackCounts, verdicts: Mapping[str, int], proof: PackProof
) -> None:
    from packtrace.display import make_table

    row = pack.row
    told = [
        ("file", row.file_name),
        ("sha256", row.sha256),
        ("authority", row.authority),
        ("committee", row.committee),
        ("meeting", " ".join(part for part in (row.meeting_date, row.start_time) if part)),
        ("venue", row.venue),
        ("pages", row.page_count),
        ("read by", f"packtrace {row.extractor_version}, {pack.loaded_at:%Y-%m-%d %H:%M} UTC"),
        ("proof", _proof(proof)),
    ]
    console.print(make_table("Pack", ("what", "value"), told))
    others = {"tables": counts.tables, "documents": counts.documents, "issues": counts.issues, "boxes": counts.sources}
    console.print(
        make_table("Found", ("what", "how many"), [*counts.records.items(), *others.items(), *_sums(verdicts)])
    )


def _proof(proof: PackProof) -> str:
    """How many boxes have which status, and who tried them."""
    from packtrace.display import proof_to_text

    counts = ", ".join(f"{count} {status}" for status, count in proof.counts.items() if count)
    return f"boxes: {counts or 'none'}. {proof_to_text(proof.reader, proof.proved_at)}"


def _sums(verdicts: Mapping[str, int]) -> list[tuple[str, int]]:
    """How many sums tables state, and how many of them do not agree."""
    stated = sum(verdicts.values())
    return [("sums stated", stated), ("sums that do not agree", verdicts.get("disagrees", 0))] if stated else []


def _show_records(console: Console, name: str, numbered: Sequence[tuple[int, Record]], everything: bool) -> None:
    from packtrace.display import clip, make_table, value_to_text

    if not numbered:
        return
    shown = numbered if everything else numbered[:ROWS]
    filled = [
        field for field in numbered[0][1].values if any(_is_given(record.values[field]) for _, record in numbered)
    ]
    rows: list[tuple[Any, ...]] = []
    for number, record in shown:
        texts = [value_to_text(record.values[field]) for field in filled]
        rows.append((number, *(texts if everything else [clip(text, LONGEST) for text in texts]), record.page))
    console.print(
        make_table(
            f"{name} ({len(numbered)})", ("record", *(field.replace("_", " ") for field in filled), "page"), rows
        )
    )
    if len(shown) < len(numbered):
        console.print(f"… and {len(numbered) - len(shown)} more: --type {name} --all", markup=False)


def _is_given(value: Any) -> bool:
    return value is not None and value != []


def _show_issues(console: Console, issues: Sequence[Issue], everything: bool) -> None:
    from packtrace.display import make_table

    if not issues:
        return
    shown = issues if everything else issues[:ROWS]
    rows = [(issue.page, issue.code, issue.message, issue.text) for issue in shown]
    console.print(make_table(f"not understood ({len(issues)})", ("page", "code", "what", "words"), rows))
