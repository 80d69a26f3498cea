"""Proving from the command line, with progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from packtrace.display import make_console
from packtrace.proof.progress import ProofBar, ProofLines
from packtrace.proof.proving import Proved, prove_packs

if TYPE_CHECKING:
    import load
    from load.types import StoredPack


def prove_with_progress(
    store: load.Store, packs: Sequence[StoredPack], *, again: bool = False, jobs: int | None = None
) -> list[Proved]:
    """As `prove_packs`: a bar in a terminal, a line for each pack elsewhere."""
    console = make_console(to_errors=True)
    progress = ProofBar(console, len(packs)) if console.is_terminal else ProofLines(len(packs), sys.stderr)
    with progress.running():
        return prove_packs(store, packs, progress, again=again, jobs=jobs)
