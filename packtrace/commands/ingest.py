"""packtrace ingest: packs into the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.ingesting import (
    MAX_MEMORY,
    MAX_PAGES,
    MAX_SECONDS,
    MAX_SIZE,
    JobsOption,
    KeepOption,
    MemoryOption,
    PagesOption,
    SecondsOption,
    SizeOption,
    make_limits,
    print_summary,
    stoppable,
    take_in,
)
from packtrace.options import DEFAULT_STORE, StoreOption
from packtrace.watching import EVERY, watch_folder

if TYPE_CHECKING:
    import load
    from packtrace.batch import Ended
    from packtrace.offered import Input


def ingest(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Files, folders with all that is in them, globs, zip archives, addresses (s3://, https://).",
        ),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    again: Annotated[bool, typer.Option("--again", help="Read packs anew that are in the store already.")] = False,
    keep: KeepOption = True,
    jobs: JobsOption = None,
    prove: Annotated[
        bool, typer.Option("--prove", help="Then prove the boxes of what is in, as packtrace prove does.")
    ] = False,
    max_pages: PagesOption = MAX_PAGES,
    max_seconds: SecondsOption = MAX_SECONDS,
    max_memory: MemoryOption = MAX_MEMORY,
    max_size: SizeOption = MAX_SIZE,
    watch: Annotated[
        Path | None,
        typer.Option("--watch", metavar="FOLDER", help="Then take packs as they come into a folder, until Ctrl-C."),
    ] = None,
    every: Annotated[
        float, typer.Option("--every", min=0.1, metavar="N", help="Seconds between two looks at the folder.")
    ] = EVERY,
) -> None:
    """Read packs into the store.

    A pack goes in whole or not at all, and a bad one does not stop the others. Files that are as they were are
    skipped; interrupted, the same command goes on where it stopped. Exit code: 0 when all are in; the code of the
    failure when every failure is of one kind; 3 when they are of several kinds; 130 when Ctrl-C has ended it.
    packtrace --help lists the codes.
    """
    from packtrace.batch import Settings, batch_exit_code
    from packtrace.inputs import paths_to_inputs
    from packtrace.opening import opened_store

    if not paths and watch is None:
        raise typer.BadParameter("give a PATH to read, or --watch FOLDER")
    settings = Settings(again, keep, jobs, limits=make_limits(max_pages, max_seconds, max_memory, max_size))
    inputs = paths_to_inputs(paths, settings.limits) if paths else []
    ended: list[Ended] = []
    with stoppable(), opened_store(store, create=True) as opened:

        def take(found: Sequence[Input]) -> None:
            taken = take_in(opened, found, settings) if found else []
            if taken or watch is None:
                print_summary(taken, store)
            if prove:
                _prove(opened, taken, jobs)
            ended.extend(taken)

        take(inputs)
        if watch is not None:
            watch_folder(watch, take, every=every)
    raise typer.Exit(batch_exit_code(ended))


def _prove(store: load.Store, ended: Sequence[Ended], jobs: int | None) -> None:
    """What could not be proved is told as it comes, and by packtrace prove."""
    from packtrace.proof.running import prove_with_progress, untried_packs

    packs = untried_packs(store, {result.offer.pack_id for result in ended if result.error is None})
    prove_with_progress(store, packs, jobs=jobs)
