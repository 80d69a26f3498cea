"""packtrace trace: where a value comes from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    from rich.console import Console

    from extract.records.kept import RatingMark, Source
    from load.types import Correction, KnownOwner, Proof, RecordProof, StatedSum, StoredRecord, SummedFigure


def trace(
    record: Annotated[
        str, typer.Argument(metavar="RECORD[.FIELD]", help="The number of a record, and one of its fields: 217.due")
    ],
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Draw the page with the boxes into a picture.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show where a value comes from: page, place and words, and the page itself with --png.

    For a figure also the sums of its table that it is in, for a rating its word, letter and fill.
    """
    import load
    from packtrace.display import make_console
    from packtrace.drawing import draw_sources
    from packtrace.opening import opened_store
    from packtrace.originals import find_original

    number, _, field = record.partition(".")
    with opened_store(store) as opened:
        found = _find_record(opened, number)
        fields = _chosen_fields(found, field)
        console = make_console()
        _show(console, found, fields, load.read_record_proof(opened, found.id))
        _show_known_owners(console, load.read_known_owners(opened, found.id))
        _show_marks(console, load.read_marks(opened, found.id))
        _show_sums(console, found.id, load.read_sums(opened, found.id))
        _show_corrections(console, [c for c in load.read_corrections(opened, found.id) if c.field in fields])
        if png is not None:
            original = find_original(opened, found.pack_sha256, found.pack_path)
            for file in draw_sources(original, _places(found, fields), png):
                print(f"Drawn: {file}")


def _find_record(store: object, number: str) -> StoredRecord:
    import load
    from packtrace.errors import RecordNotFoundError

    assert isinstance(store, load.Store)
    found = load.read_record(store, int(number)) if number.isdecimal() else None
    if found is None:
        raise RecordNotFoundError(f"{store.url} has no record {number!r}.")
    return found


def _chosen_fields(found: StoredRecord, field: str) -> tuple[str, ...]:
    """The one field asked for, or all of the record that have a value or a source."""
    from packtrace.errors import FieldNotFoundError

    values = found.record.values
    if field and field not in values:
        raise FieldNotFoundError(
            f"Record {found.id} ({found.record.type}) has no field {field!r}, but {', '.join(values)}."
        )
    return (field,) if field else tuple(name for name in values if values[name] or name in found.record.sources)


def _places(found: StoredRecord, fields: tuple[str, ...]) -> list[tuple[str, Source]]:
    return [(field, source) for field in fields for source in found.record.sources.get(field, ())]


def _show(console: Console, found: StoredRecord, fields: tuple[str, ...], proof: RecordProof) -> None:
    from packtrace.display import make_table, proof_to_text

    record = found.record
    label = f" (printed number {record.page_label})" if record.page_label else ""
    title = f"{record.type} {found.id}: {found.pack_file_name}, page {record.page}{label}"
    rows = [row for field in fields for row in _field_rows(found, field, proof)]
    console.print(make_table(title, ("field", "value", "understood", "page", "label", "box", "words", "proof"), rows))
    console.print("Boxes are left, top, right, bottom in points from the page's top left corner.", markup=False)
    console.print(proof_to_text(proof.reader, proof.proved_at), markup=False)


def _field_rows(found: StoredRecord, field: str, proof: RecordProof) -> list[tuple[object, ...]]:
    """A row for each box of a field; the value stands in the first."""
    from packtrace.display import value_to_text

    value = value_to_text(found.record.values[field])
    understood = str(found.record.origins.get(field, "printed"))
    if (sure := found.record.sure.get(field)) is not None:
        understood += f", {sure:g} sure"
    if field in found.colours:
        understood += f" {found.colours[field]}"
    sources = found.record.sources.get(field, ())
    if not sources:
        return [(field, value, "no source", None, None, None, found.record.raw.get(field), None)]
    rows: list[tuple[object, ...]] = []
    for source, tried in zip(sources, proof.fields[field], strict=True):
        box = " ".join(f"{edge:.1f}" for edge in source.bbox)
        head = (field, value, understood) if not rows else ("", "", "")
        rows.append((*head, source.page, found.page_labels.get(source.page), box, source.text, _proof(tried)))
    return rows


def _proof(proof: Proof) -> str:
    """Its status, with what the second reader saw where it does not prove the box."""
    return proof.status if proof.seen is None else f"{proof.status}: {proof.seen}"


def _show_known_owners(console: Console, known: Sequence[tuple[str, KnownOwner]]) -> None:
    """Whom owners stand for that are printed in short, and the page that names them in full."""
    from packtrace.display import make_table

    if known:
        rows = [(printed, owner.name, owner.kind, "derived", owner.sources[0].page) for printed, owner in known]
        console.print(make_table("Whom its owners stand for", ("printed", "name", "kind", "understood", "page"), rows))


def _show_marks(console: Console, marks: Sequence[RatingMark]) -> None:
    from packtrace.display import make_table

    if marks:
        rows = [(mark.mark, mark.rag or "none", mark.words or f"{mark.colour} ({mark.colour_name})") for mark in marks]
        console.print(make_table("What its rating is printed with", ("by", "rating", "as printed"), rows))


def _show_sums(console: Console, record: int, sums: Sequence[StatedSum]) -> None:
    from packtrace.display import make_table

    if sums:
        rows = [
            (one.table, one.rule, one.verdict.replace("_", " "), _sum_to_text(one, record), one.difference)
            for one in sums
        ]
        columns = ("table", "sum", "verdict", "printed", "difference")
        console.print(make_table("Sums of its table that it is in", columns, rows))


def _sum_to_text(one: StatedSum, record: int) -> str:
    """`Total: 30 = 10 + 20`, the figure asked about in angle brackets."""
    result, *parts = one.figures
    terms = [f"{'+' if part.sign > 0 else '-'} {_figure(part, record)}" for part in parts]
    label = " > ".join(part for part in (result.row, result.column) if part)
    return f"{label}: {_figure(result, record)} = {' '.join(terms).removeprefix('+ ')}"


def _figure(figure: SummedFigure, record: int) -> str:
    return f"<{figure.raw}>" if figure.record == record else str(figure.raw)


def _show_corrections(console: Console, corrections: list[Correction]) -> None:
    from packtrace.display import make_table, value_to_text

    if not corrections:
        return
    rows = [
        (c.field, value_to_text(c.old), value_to_text(c.new), c.who, c.why, f"{c.made_at:%Y-%m-%d %H:%M}")
        for c in corrections
    ]
    console.print(make_table("corrected", ("field", "was", "is now", "by", "why", "when (UTC)"), rows))
