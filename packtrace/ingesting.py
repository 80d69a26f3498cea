"""What the commands that read packs have in common: their options, their progress and their summary."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import load
    from packtrace.batch import Ended, Settings
    from packtrace.limits import Limits
    from packtrace.offered import Input
    from packtrace.progress import BarProgress, LineProgress

TERMINATED = 143
"""What a process ends with on SIGTERM: 128 and its number, as shells count."""

JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes at once; as many as cores if not given."),
]
PagesOption = Annotated[
    int, typer.Option("--max-pages", min=1, metavar="N", help="The most pages that a pack may have.")
]
SecondsOption = Annotated[
    float,
    typer.Option(
        "--max-seconds",
        min=1,
        metavar="N",
        help="The longest that reading one pack may take in seconds, and fetching one.",
    ),
]
MemoryOption = Annotated[
    int, typer.Option("--max-memory", min=256, metavar="MB", help="The most memory that reading one pack may take.")
]
SizeOption = Annotated[int, typer.Option("--max-size", min=1, metavar="MB", help="The largest file that is read.")]
KeepOption = Annotated[
    bool,
    typer.Option("--keep/--no-keep", help="Keep the PDFs beside the store, so that any value can be shown later."),
]
MAX_PAGES, MAX_SECONDS, MAX_MEMORY, MAX_SIZE = 5000, 900.0, 2048, 4096


def make_limits(pages: int, seconds: float, memory: int, size: int) -> Limits:
    """The limits that the options give; memory and size in MB."""
    from packtrace.limits import MEBIBYTE, Limits

    return Limits(pages, seconds, memory * MEBIBYTE, size * MEBIBYTE)


@contextmanager
def stoppable() -> Iterator[None]:
    """Lets Ctrl-C, and SIGTERM as well, end the block in good order, and says what that means."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except KeyboardInterrupt:
        print("Stopped. What is in stays in; the same command goes on from here.", file=sys.stderr)
        raise


def take_in(store: load.Store, inputs: Sequence[Input], settings: Settings) -> list[Ended]:
    """Reads the inputs into the store, with progress on standard error."""
    from packtrace.batch import ingest_files

    progress = _make_progress(inputs)
    with progress.running():
        return ingest_files(store, inputs, settings, progress)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    sys.exit(TERMINATED)


def _make_progress(inputs: Sequence[Input]) -> BarProgress | LineProgress:
    from packtrace.display import make_console
    from packtrace.inputs import LocalFile
    from packtrace.progress import BarProgress, LineProgress

    console = make_console(to_errors=True)
    if not console.is_terminal:
        return LineProgress(len(inputs))
    local = (given.path for given in inputs if isinstance(given, LocalFile))
    return BarProgress(console, len(inputs), sum(path.stat().st_size for path in local if path.is_file()))


def print_summary(ended: Sequence[Ended], store: str) -> None:
    """How many packs had which outcome."""
    from packtrace.display import make_console, make_table
    from packtrace.progress import outcome_to_words

    rows = []
    for outcome in dict.fromkeys(result.offer.outcome for result in ended):
        offers = [result.offer for result in ended if result.offer.outcome == outcome]
        pages = sum(offer.page_count or 0 for offer in offers)
        seconds = sum(offer.seconds for offer in offers)
        read = outcome in ("loaded", "loaded_with_issues", "replaced", "repaired")
        rate = round(pages / max(seconds, 1e-3)) if read else None
        rows.append((outcome_to_words(outcome), len(offers), pages, round(seconds, 1), rate))
    columns = ("outcome", "packs", "pages", "seconds", "pages/s")
    make_console().print(make_table(f"Store: {store}", columns, rows))
