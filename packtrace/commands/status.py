"""packtrace status: every file ever offered and what became of it."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    from load.types import Offer


def status(
    failed: Annotated[bool, typer.Option("--failed", help="Only files that are not in the store.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As a JSON list.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show every file ever offered to the store and what became of it, by its last offer."""
    import load
    from packtrace.opening import opened_store

    with opened_store(store) as opened:
        offers = [offer for offer in load.latest_offers(opened) if not failed or offer.outcome not in load.WENT_IN]
    if as_json:
        json.dump([dataclasses.asdict(offer) for offer in offers], sys.stdout, indent=1, default=str)
        print()
    else:
        _show(offers)


def _show(offers: list[Offer]) -> None:
    from packtrace.display import make_console, make_table
    from packtrace.progress import outcome_to_words

    console = make_console()
    rows = [
        (
            o.file_name,
            outcome_to_words(o.outcome),
            o.page_count,
            f"{o.offered_at:%Y-%m-%d %H:%M}",
            o.sha256 and o.sha256[:12],
        )
        for o in offers
    ]
    console.print(make_table(None, ("file", "outcome", "pages", "offered (UTC)", "sha256"), rows))
    for offer in offers:
        if offer.message:
            console.print(offer.message, markup=False)
    counts = Counter(outcome_to_words(offer.outcome) for offer in offers)
    console.print(
        ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common()) or "No file has been offered."
    )
