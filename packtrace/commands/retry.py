"""packtrace retry: once more what has failed."""

from __future__ import annotations

import typer

from packtrace.ingesting import (
    MAX_MEMORY,
    MAX_PAGES,
    MAX_SECONDS,
    JobsOption,
    KeepOption,
    MemoryOption,
    PagesOption,
    SecondsOption,
)
from packtrace.options import DEFAULT_STORE, StoreOption


def retry(
    store: StoreOption = DEFAULT_STORE,
    keep: KeepOption = True,
    jobs: JobsOption = None,
    max_pages: PagesOption = MAX_PAGES,
    max_seconds: SecondsOption = MAX_SECONDS,
    max_memory: MemoryOption = MAX_MEMORY,
) -> None:
    """Read once more every file that is not in the store, from where it was when it was last offered.

    The exit code is that of packtrace ingest.
    """
    import load
    from packtrace.batch import Settings, batch_exit_code
    from packtrace.ingesting import print_summary, take_in
    from packtrace.inputs import path_to_inputs
    from packtrace.limits import MEBIBYTE, Limits
    from packtrace.opening import opened_store

    settings = Settings(keep=keep, jobs=jobs, retry=True, limits=Limits(max_pages, max_seconds, max_memory * MEBIBYTE))
    with opened_store(store) as opened:
        failed = [offer.path for offer in load.latest_offers(opened) if offer.outcome not in load.WENT_IN]
        inputs = [given for path in failed for given in path_to_inputs(path)]
        if not inputs:
            print("Nothing has failed.")
            return
        ended = take_in(opened, inputs, settings)
    print_summary(ended, store)
    raise typer.Exit(batch_exit_code(ended))
