"""packtrace tables: the tables of a pack, whether or not a record was made of them."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, PackArgument, StoreOption

if TYPE_CHECKING:
    from extract.tables.types import Table


def tables(
    pack: PackArgument,
    number: Annotated[int | None, typer.Argument(metavar="[N]", help="The number of one table.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write the table as CSV.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write the tables, or the one, with their cells as JSON.")
    ] = False,
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Draw the table's cells over its pages.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """List the tables of a pack, or give one: as CSV, as JSON, or drawn over its pages.

    A path is read on the spot; a name or the start of a sha256 means a pack in the store.
    """
    from packtrace.tables import file_to_tables, table_to_grid, table_to_json

    path = _pack_to_path(pack, store)
    found = file_to_tables(path)
    chosen = found if number is None else [_numbered(found, number)]
    if png is not None:
        _draw(path, chosen, png)
    elif as_json:
        json.dump([table_to_json(table) for table in chosen], sys.stdout, ensure_ascii=False)
        print()
    elif as_csv:
        writer = csv.writer(sys.stdout)
        for table in chosen:
            writer.writerows(table_to_grid(table))
    elif number is not None:
        _show(chosen[0])
    else:
        _list(found)


def _pack_to_path(pack: str, store: str) -> Path:
    if Path(pack).is_file():
        return Path(pack)
    from packtrace.opening import find_pack, opened_store
    from packtrace.originals import find_original

    with opened_store(store) as opened:
        row = find_pack(opened, pack).row
        return find_original(opened, row.sha256, row.path)


def _numbered(found: list[Table], number: int) -> Table:
    from packtrace.errors import RecordNotFoundError

    for table in found:
        if table.number == number:
            return table
    raise RecordNotFoundError(f"There is no table {number}: the pack has {len(found)}.")


def _list(found: list[Table]) -> None:
    from packtrace.display import clip, make_console, make_table

    rows = [
        (
            t.number,
            _pages(t),
            t.rows,
            t.columns,
            t.header_rows,
            t.style,
            _joins(t),
            t.confidence,
            clip((t.caption or t.heading).text, 90),
        )
        for t in found
    ]
    columns = ("table", "pages", "rows", "columns", "heads", "style", "joined over pages", "sure", "under")
    make_console().print(make_table(f"{len(found)} tables", columns, rows))


def _joins(table: Table) -> str:
    """Why its parts on further pages are part of it."""
    return ", ".join(dict.fromkeys(part.joined for part in table.fragments[1:]))


def _show(table: Table) -> None:
    from packtrace.display import make_console, print_rows
    from packtrace.tables import table_to_grid

    print_rows(make_console(), [str(n) for n in range(table.columns)], table_to_grid(table))


def _pages(table: Table) -> str:
    first, last = table.fragments[0].box.page, table.fragments[-1].box.page
    return str(first) if first == last else f"{first}–{last}"


def _draw(path: Path, chosen: list[Table], png: Path) -> None:
    """One picture for each page: `png` for the first, names with the page number (`t-p58.png`) for the others."""
    from packtrace.drawing import save_picture
    from packtrace.tables import draw_cells

    pages = sorted({box.page for table in chosen for cell in table.cells for box in cell.boxes})
    for page in pages:
        file = png if page == pages[0] else png.with_stem(f"{png.stem}-p{page}")
        save_picture(draw_cells(path, chosen, page), file)
        print(f"Drawn: {file}")
