"""packtrace export: a pack's records as JSON."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from packtrace.options import DEFAULT_STORE, PackArgument, StoreOption


class ExportFormat(StrEnum):
    """What a pack can be written as."""

    records = "records"


def export(
    pack: PackArgument,
    export_format: Annotated[ExportFormat, typer.Option("--format", help="records: the record format, with sources.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file and not to standard output.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write what a pack says as records with the source of each field (docs/record-format.md).

    A path whose bytes are not in the store is read on the spot, and nothing is stored.
    """
    document = _WRITTEN_AS[export_format](store, pack)
    from packtrace.interchange import check_format

    check_format(document)
    _write(json.dumps(document, ensure_ascii=False, indent=1) + "\n", output)


def _records_of(address: str, name: str) -> dict[str, Any]:
    import load
    from packtrace.errors import PackNotFoundError, StoreAbsentError
    from packtrace.opening import find_pack, opened_store

    try:
        with opened_store(address) as store:
            return load.pack_records(store, find_pack(store, name).row.sha256)
    except (PackNotFoundError, StoreAbsentError):
        if not Path(name).is_file():
            raise
    return _read_on_the_spot(Path(name))


def _read_on_the_spot(path: Path) -> dict[str, Any]:
    import load
    from packtrace.batch import read_file
    from packtrace.errors import as_packtrace_error

    print(f"{path} is not in the store: reading it now, without storing it.", file=sys.stderr)
    try:
        return load.contents_records(read_file(path, None))
    except Exception as error:
        raise as_packtrace_error(error) from error


_WRITTEN_AS = {ExportFormat.records: _records_of}


def _write(text: str, output: Path | None) -> None:
    from packtrace.errors import OutputUnwritableError

    if output is None:
        sys.stdout.buffer.write(text.encode())
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputUnwritableError(f"{output} cannot be written ({error.strerror}).") from error
