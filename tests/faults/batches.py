"""Starts batches as processes of their own, to be killed, and looks at what they leave."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from load import Store, latest_offers, list_packs, open_store
from packtrace.originals import file_to_sha256, originals_folder

_CODE = """
import sys
from packtrace.batch import Settings, ingest_files
from packtrace.inputs import paths_to_inputs
from packtrace.opening import opened_store
from packtrace.progress import LineProgress
from tests.packtrace.readers import read_slowly
if __name__ == "__main__":
    with opened_store(sys.argv[1], create=True) as store:
        inputs = paths_to_inputs(sys.argv[2:])
        ingest_files(store, inputs, Settings(jobs=2), LineProgress(len(inputs)), read_slowly)
"""


def compiling() -> dict[str, str]:
    """The environment of somebody whose Python keeps what it has compiled, as it does unless told otherwise."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def write_files(folder: Path, count: int) -> Path:
    """A folder with so many files, each of other bytes, that a quick reader of tests gives packs of."""
    incoming = folder / "incoming"
    incoming.mkdir()
    for number in range(count):
        (incoming / f"{number:03d}.pdf").write_bytes(b"%PDF-1.7\n" + str(number).encode() * 20_000)
    return incoming


def start_batch(address: str, root: Path, *paths: Path, most_bytes: int | None = None) -> subprocess.Popen[str]:
    """A batch with two workers as a process of its own; `most_bytes` is the largest file it may write."""
    script = Path(paths[0]).parent / "batch.py"
    script.write_text(_CODE, encoding="utf-8")
    command = [sys.executable, str(script), address, *map(str, paths)]
    if most_bytes is not None:
        command = ["prlimit", f"--fsize={most_bytes}", *command]
    return subprocess.Popen(
        command,
        cwd=root,
        env={**compiling(), "PYTHONPATH": str(root)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(batch: subprocess.Popen[str]) -> str:
    """What a batch said on standard error until its end."""
    return batch.communicate(timeout=600)[1]


def kill(batch: subprocess.Popen[str], number: signal.Signals) -> None:
    """Sends a signal to the batch alone; its workers have to see to themselves."""
    batch.send_signal(number)
    batch.communicate(timeout=300)


def check_complete(store: Store, count: int) -> None:
    """All packs are in, each whole and with one offer of its file that says so."""
    check_whole(store)
    assert len(list_packs(store)) == count
    offers = latest_offers(store)
    assert len(offers) == count
    assert {offer.pack_id for offer in offers} == {pack.id for pack in list_packs(store)}


def check_whole(store: Store) -> None:
    """No pack is there by halves, and none without its offer."""
    counts = (
        "SELECT count(*) FROM packs p WHERE page_count <> (SELECT count(*) FROM pages WHERE pack_id = p.id)",
        "SELECT count(*) FROM packs p WHERE 9 <> (SELECT count(*) FROM records WHERE pack_id = p.id)",
        "SELECT count(*) FROM packs p WHERE 1 <> (SELECT count(*) FROM issues WHERE pack_id = p.id)",
        "SELECT count(*) FROM packs p WHERE 1 <> (SELECT count(*) FROM offers WHERE pack_id = p.id)",
    )
    with store.reading() as connection:
        assert [connection.exec_driver_sql(sql).scalar_one() for sql in counts] == [0, 0, 0, 0]
        if store.dialect == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def check_originals(store: Store) -> None:
    """Every pack's PDF is kept, and none by halves: what has the name of its bytes has these bytes."""
    kept = {path.stem: path for path in originals_folder(store).glob("*.pdf")}
    assert {pack.row.sha256 for pack in list_packs(store)} <= set(kept)
    assert all(file_to_sha256(path) == digest for digest, path in kept.items())


def packs_in(address: str) -> int:
    """How many packs a store has, 0 where there is none yet."""
    try:
        store = open_store(address, create=False)
    except Exception:  # not made yet
        return 0
    try:
        return len(list_packs(store))
    finally:
        store.close()
