"""packtrace forget: a pack out of the store."""

from __future__ import annotations

from typing import Annotated

import typer

from packtrace.options import DEFAULT_STORE, PackArgument, StoreOption


def forget(
    pack: PackArgument,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a pack out of the store with all that came of it: records, tables, corrections, offers and the kept PDF.

    The file that it was read from stays where it is, and is read again if it is offered again.
    """
    import load
    from packtrace.opening import find_pack, opened_store
    from packtrace.originals import forget_original

    with opened_store(store) as opened:
        found = find_pack(opened, pack)
        row = found.row
        if not yes:
            typer.confirm(f"Forget {row.file_name} ({row.page_count} pages, {row.sha256[:12]})?", abort=True)
        forget_original(opened, load.forget_pack(opened, found.id))
    print(f"Forgotten: {row.file_name} ({row.sha256[:12]})")
