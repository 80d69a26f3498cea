"""Proving from the command line, with progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import load
from packtrace.display import make_console
from packtrace.proof.progress import ProofBar, ProofLines
from packtrace.proof.proving import Proved, prove_packs

if TYPE_CHECKING:
    from load.types import StoredPack


def untried_packs(store: load.Store, among: Collection[int | None] | None = None) -> list[StoredPack]:
    """The packs that have boxes which this second reader has not tried, of those with the ids given if any are."""
    from packtrace.proof.second_reader import READER

    wanted = load.packs_to_prove(store, READER)
    if among is not None:
        wanted &= {pack for pack in among if pack is not None}
    return [pack for pack in load.list_packs(store) if pack.id in wanted] if wanted else []


def prove_with_progress(
    store: load.Store, packs: Sequence[StoredPack], *, again: bool = False, jobs: int | None = None
) -> list[Proved]:
    """As `prove_packs`: a bar in a terminal, a line for each pack elsewhere."""
    console = make_console(to_errors=True)
    progress = ProofBar(console, len(packs)) if console.is_terminal else ProofLines(len(packs), sys.stderr)
    with progress.running():
        return prove_packs(store, packs, progress, again=again, jobs=jobs)
