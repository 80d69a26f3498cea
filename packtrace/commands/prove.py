"""packtrace prove: a second reader of the PDFs tries every box in the store."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    import load
    from load.types import Claim, Proof, StoredPack
    from packtrace.proof import Proved

LONGEST = 80
"""Characters of the words of a box that are shown."""


def prove(
    packs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACK]...", help="Paths, file names or starts of a sha256; every pack in the store without."
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Try all boxes anew, not only those that have not been tried.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", "--workers", min=1, metavar="N", help="Worker processes at once; one for each core."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write what was found as JSON.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Prove the boxes in the store: a second reader, pdfplumber, must see in each what the store says of it.

    Exit code: 0 when every pack could be tried, also where boxes were not proved; else that of the failure, or 3 for
    failures of several kinds; 130 when Ctrl-C has ended it.
    """
    from packtrace.ingesting import stoppable
    from packtrace.opening import opened_store
    from packtrace.proof import exit_code
    from packtrace.proof.running import prove_with_progress

    with stoppable(), opened_store(store) as opened:
        ended = prove_with_progress(opened, _chosen(opened, packs, everything), again=everything, jobs=jobs)
    if as_json:
        json.dump([_proved_to_json(proved) for proved in ended], sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        _show(ended)
    raise typer.Exit(exit_code(ended))


def _chosen(store: load.Store, names: Sequence[str] | None, everything: bool) -> list[StoredPack]:
    """The packs named, or all that have something to be tried."""
    import load
    from packtrace.opening import find_pack
    from packtrace.proof.running import untried_packs

    if names:
        return list({pack.id: pack for pack in (find_pack(store, name) for name in names)}.values())
    return load.list_packs(store) if everything else untried_packs(store)


def _proved_to_json(proved: Proved) -> dict[str, Any]:
    from packtrace.proof.second_reader import READER

    open_boxes = [
        {
            "page": claim.page,
            "bbox": list(claim.box),
            "text": claim.words,
            "colour": claim.colour,
            "proof": proof.status,
            "seen": proof.seen,
        }
        for claim, proof in proved.open
    ]
    row = proved.pack.row
    said = None if proved.error is None else str(proved.error)
    return {
        "pack": row.file_name,
        "sha256": row.sha256,
        "reader": READER,
        "boxes": _counts(proved),
        "not_proved": open_boxes,
        "error": said,
    }


def _show(ended: Sequence[Proved]) -> None:
    from packtrace.display import make_console, make_table
    from packtrace.proof.second_reader import READER

    console = make_console()
    rows = [(proved.pack.row.file_name, sum(proved.counts.values()), *_counts(proved).values()) for proved in ended]
    columns = ("pack", "boxes tried", "proved", "disagree", "unreadable")
    console.print(make_table(f"Tried by {READER}", columns, rows) if rows else "No box is left to try.")
    boxes = [_open_row(proved.pack.row.file_name, claim, proof) for proved in ended for claim, proof in proved.open]
    if boxes:
        columns = ("pack", "page", "proof", "the store says", "the second reader sees")
        console.print(make_table(f"{len(boxes)} boxes not proved", columns, boxes))


def _open_row(name: str, claim: Claim, proof: Proof) -> tuple[object, ...]:
    from packtrace.display import clip

    said = clip(" ".join(filter(None, (claim.colour, claim.words))), LONGEST)
    return name, claim.page, proof.status, said, clip(proof.seen or "", LONGEST)


def _counts(proved: Proved) -> dict[str, int]:
    return {
        "proved": proved.counts["proved"],
        "disagrees": proved.counts["disagrees"],
        "unreadable": proved.counts["unreadable"],
    }
