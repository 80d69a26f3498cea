"""packtrace retry: once more what has failed."""

from __future__ import annotations

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


def retry(
    store: StoreOption = DEFAULT_STORE,
    keep: KeepOption = True,
    jobs: JobsOption = None,
    max_pages: PagesOption = MAX_PAGES,
    max_seconds: SecondsOption = MAX_SECONDS,
    max_memory: MemoryOption = MAX_MEMORY,
    max_size: SizeOption = MAX_SIZE,
) -> None:
    """Read once more every file that is not in the store, from where it was when it was last offered.

    The exit code is that of packtrace ingest.
    """
    import load
    from packtrace.batch import Settings, batch_exit_code
    from packtrace.inputs import path_to_inputs
    from packtrace.opening import opened_store

    limits = make_limits(max_pages, max_seconds, max_memory, max_size)
    settings = Settings(keep=keep, jobs=jobs, retry=True, limits=limits)
    with stoppable(), opened_store(store) as opened:
        failed = [offer.path for offer in load.latest_offers(opened) if offer.outcome not in load.WENT_IN]
        inputs = [given for path in failed for given in path_to_inputs(path, limits)]
        if not inputs:
            print("Nothing has failed.")
            return
        ended = take_in(opened, inputs, settings)
    print_summary(ended, store)
    raise typer.Exit(batch_exit_code(ended))
