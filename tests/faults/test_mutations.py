"""Thousands of damaged packs through a batch: none hangs or ends it, and none goes in by halves.

`make faults` runs all of them (PACKTRACE_MUTATIONS=2000); otherwise a part of them is run.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from load import Store, find_packs, latest_offers, open_store
from packtrace.batch import Settings, ingest_files
from packtrace.inputs import LocalFile
from packtrace.limits import MEBIBYTE, Limits
from tests.faults.mutations import WAYS, mutate
from tests.packtrace.test_batch import Log

COUNT = int(os.environ.get("PACKTRACE_MUTATIONS", "100"))
LIMITS = Limits(pages=200, seconds=300.0, memory=1024 * MEBIBYTE)
"""The slowest of them takes some seconds: what has not ended after minutes hangs, however busy the machine is."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "store.db"))
    yield opened
    opened.close()


def write_mutations(folder: Path, samples: list[Path]) -> list[Path]:
    contents = [path.read_bytes() for path in samples]
    files = []
    for seed in range(COUNT):
        mutation = mutate(contents[seed // len(WAYS) % len(contents)], seed)
        file = folder / f"{seed:04d}-{mutation.way}.pdf"
        file.write_bytes(mutation.content)
        files.append(file)
    return files


def test_no_mutation_ends_the_batch_or_goes_in_by_halves(store: Store, tmp_path: Path, small_packs: list[Path]) -> None:
    files = write_mutations(tmp_path, small_packs)
    log = Log()
    ended = ingest_files(store, [LocalFile(file) for file in files], Settings(limits=LIMITS, keep=False), log)
    assert len(ended) == len(latest_offers(store)) == COUNT
    told(Counter((result.offer.file_name.partition("-")[2][:-4], result.offer.outcome) for result in ended))
    for result in ended:
        assert result.error is None or str(result.error).count("\n") >= 1, result.offer
    hung = [result.offer.file_name for result in ended if result.offer.outcome == "timed_out"]
    assert not hung
    check_store(store)


def check_store(store: Store) -> None:
    """Every pack is whole: all its pages, an issue where it was repaired, nothing that refers to what is not there."""
    with store.reading() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        partial = "SELECT id FROM packs p WHERE page_count <> (SELECT count(*) FROM pages WHERE pack_id = p.id)"
        assert connection.execute(text(partial)).all() == []
    for offer in latest_offers(store):
        assert (offer.pack_id is not None) == (offer.message is None), offer
        if offer.outcome == "repaired":
            assert find_packs(store, offer.sha256 or "")[0].outcome == "loaded_with_issues"


def told(counts: Counter[tuple[str, str]]) -> None:
    """A table of what happened, for docs/operations.md; shown with pytest -s."""
    outcomes = sorted({outcome for _, outcome in counts})
    rows = [["damage", *outcomes]]
    rows += [[way.__name__, *(str(counts[way.__name__, outcome]) for outcome in outcomes)] for way in WAYS]
    print(*("| " + " | ".join(row) + " |" for row in rows), sep="\n", file=sys.stderr)
