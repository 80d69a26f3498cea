"""packtrace ingest: packs into the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    from packtrace.batch import Ended
    from packtrace.progress import BarProgress, LineProgress


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, and folders with all that is in them.")
    ],
    store: StoreOption = DEFAULT_STORE,
    again: Annotated[bool, typer.Option("--again", help="Read packs anew that are in the store already.")] = False,
    keep: Annotated[
        bool,
        typer.Option("--keep/--no-keep", help="Keep the PDFs beside the store, so that any value can be shown later."),
    ] = True,
) -> None:
    """Read packs into the store.

    A pack goes in whole or not at all, and a bad one does not stop the others. Exit code: 0 when all are in; the
    code of the failure when every failure is of one kind; 3 when they are of several kinds. packtrace --help lists
    the codes.
    """
    from packtrace.batch import Settings, batch_exit_code, ingest_files, paths_to_files
    from packtrace.display import make_console
    from packtrace.opening import opened_store

    files = paths_to_files(paths)
    with opened_store(store, create=True) as opened:
        progress = _make_progress(files)
        with progress.running():
            ended = ingest_files(opened, files, Settings(again=again, keep=keep), progress)
    make_console().print(_summary(ended, store))
    raise typer.Exit(batch_exit_code(ended))


def _make_progress(files: list[Path]) -> BarProgress | LineProgress:
    from packtrace.display import make_console
    from packtrace.progress import BarProgress, LineProgress

    console = make_console(to_errors=True)
    if not console.is_terminal:
        return LineProgress(len(files))
    return BarProgress(console, len(files), sum(file.stat().st_size for file in files if file.is_file()))


def _summary(ended: list[Ended], store: str) -> object:
    from packtrace.display import make_table
    from packtrace.progress import outcome_to_words

    rows = []
    for outcome in dict.fromkeys(result.offer.outcome for result in ended):
        offers = [result.offer for result in ended if result.offer.outcome == outcome]
        pages = sum(offer.page_count or 0 for offer in offers)
        seconds = sum(offer.seconds for offer in offers)
        read = outcome in ("loaded", "loaded_with_issues", "replaced")
        rate = round(pages / max(seconds, 1e-3)) if read else None
        rows.append((outcome_to_words(outcome), len(offers), pages, round(seconds, 1), rate))
    return make_table(f"Store: {store}", ("outcome", "packs", "pages", "seconds", "pages/s"), rows)
