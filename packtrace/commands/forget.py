"""packtrace forget: a pack out of the store, or a file that never went in out of the list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, PackArgument, StoreOption

if TYPE_CHECKING:
    from load import Store
    from load.types import StoredPack


def forget(
    pack: PackArgument,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a pack out of the store with all that came of it: records, tables, corrections, offers and the kept PDF.

    The file that it was read from stays where it is, and is read again if it is offered again. A file that never went
    in is taken out of what packtrace status lists.
    """
    from packtrace.errors import PackNotFoundError
    from packtrace.opening import find_pack, opened_store

    with opened_store(store) as opened:
        try:
            found = find_pack(opened, pack)
        except PackNotFoundError:
            if not (failed := _failed_paths(opened, pack)):
                raise
            _forget_failed(opened, failed, yes)
        else:
            _forget_pack(opened, found, yes)


def _forget_pack(store: Store, found: StoredPack, yes: bool) -> None:
    import load
    from packtrace.originals import forget_original

    row = found.row
    if not yes:
        typer.confirm(f"Forget {row.file_name} ({row.page_count} pages, {row.sha256[:12]})?", abort=True)
    forget_original(store, load.forget_pack(store, found.id))
    print(f"Forgotten: {row.file_name} ({row.sha256[:12]})")


def _failed_paths(store: Store, name: str) -> list[str]:
    """Where files of that name or path are that were offered and are not in the store."""
    import load

    meant = {name, str(Path(name).absolute())}
    offers = [offer for offer in load.latest_offers(store) if offer.outcome not in load.WENT_IN]
    return [offer.path for offer in offers if offer.path in meant or offer.file_name == name]


def _forget_failed(store: Store, paths: list[str], yes: bool) -> None:
    import load

    for path in paths:
        if yes or typer.confirm(f"Forget that {path} was offered? It is not in the store."):
            load.clear_failures(store, [path])
            print(f"Forgotten: {Path(path).name}, which never went in ({path})")
