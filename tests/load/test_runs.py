"""Every file offered stays visible with what became of it last."""

from __future__ import annotations

from datetime import UTC, datetime

from load import Store, begin_run, end_run, latest_offers, load_pack, record_offer
from load.types import Offer
from tests.load.packs import SHA, make_contents

NOON = datetime(2024, 3, 5, 12, tzinfo=UTC)


def test_last_offer_of_each_path_is_shown(store: Store) -> None:
    locked = Offer("/in/b.pdf", "b.pdf", "locked", NOON, 0.1, byte_size=10, message="b.pdf is locked.")
    missing = Offer("/in/a.pdf", "a.pdf", "missing", NOON, 0.0)
    loaded = Offer("/in/b.pdf", "b.pdf", "loaded", NOON, 1.5, SHA, 12345, 4, load_pack(store, make_contents()).pack_id)
    for offers in ((locked, missing), (loaded,)):
        run = begin_run(store, "1.0.0", {"again": False})
        for offer in offers:
            record_offer(store, run, offer)
        end_run(store, run)
    assert latest_offers(store) == [missing, loaded]
