"""packtrace search: pages or records by their words."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All of these; "side by side" in quotes.')],
    pages: Annotated[bool, typer.Option("--pages", help="Look at all that pages say, not only at records.")] = False,
    record_type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only records of one type, such as actions.")
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="How many are shown, the best first.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="As a JSON list.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Search records, or pages with --pages, for words in any form: boiler finds boilers.

    Packs that were published anew are left out.
    """
    import load
    from packtrace.display import make_console, make_table
    from packtrace.opening import opened_store

    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    with opened_store(store) as opened:
        try:
            found = load.search(opened, asked, "pages" if pages else "records", record_type, most)
        except KeyError as error:
            raise typer.BadParameter(f"--type: there is no record type {record_type!r}") from error
    if as_json:
        json.dump([hit._asdict() for hit in found], sys.stdout, indent=1, ensure_ascii=False)
        print()
        return
    if not found:
        print("Nothing was found.")
        return
    make_console().print(make_table(None, ("pack", "page", "printed", "record", "type", "words"), found))
