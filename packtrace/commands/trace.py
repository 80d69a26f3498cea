"""packtrace trace: where a value comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    from rich.console import Console

    from extract.records.kept import Source
    from load.types import StoredRecord


def trace(
    record: Annotated[
        str, typer.Argument(metavar="RECORD[.FIELD]", help="The number of a record, and one of its fields: 217.due")
    ],
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Draw the page with the boxes into a picture.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show where a value comes from: page, place and words, and the page itself with --png."""
    from packtrace.display import make_console
    from packtrace.drawing import draw_sources
    from packtrace.opening import opened_store
    from packtrace.originals import find_original

    number, _, field = record.partition(".")
    with opened_store(store) as opened:
        found = _find_record(opened, number)
        fields = _chosen_fields(found, field)
        _show(make_console(), found, fields)
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


def _show(console: Console, found: StoredRecord, fields: tuple[str, ...]) -> None:
    from packtrace.display import make_table

    record = found.record
    label = f" (printed number {record.page_label})" if record.page_label else ""
    title = f"{record.type} {found.id}: {found.pack_file_name}, page {record.page}{label}"
    rows = [row for field in fields for row in _field_rows(found, field)]
    console.print(make_table(title, ("field", "value", "understood", "page", "label", "box", "words"), rows))
    console.print("Boxes are left, top, right, bottom in points from the page's top left corner.", markup=False)


def _field_rows(found: StoredRecord, field: str) -> list[tuple[object, ...]]:
    """A row for each box of a field; the value stands in the first."""
    from packtrace.display import value_to_text

    value = value_to_text(found.record.values[field])
    understood = str(found.record.origins.get(field, "printed"))
    if field in found.colours:
        understood += f" {found.colours[field]}"
    sources = found.record.sources.get(field, ())
    if not sources:
        return [(field, value, "no source", None, None, None, found.record.raw.get(field))]
    rows: list[tuple[object, ...]] = []
    for source in sources:
        box = " ".join(f"{edge:.1f}" for edge in source.bbox)
        head = (field, value, understood) if not rows else ("", "", "")
        rows.append((*head, source.page, found.page_labels.get(source.page), box, source.text))
    return rows
