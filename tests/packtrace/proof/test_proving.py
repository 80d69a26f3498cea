"""`packtrace prove`: what it finds, and that a store that was tampered with is found out."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from load import Store, list_packs, load_pack, open_store, read_disagreements, read_pack_proof
from load.types import PackContents
from packtrace.originals import file_to_sha256
from packtrace.proof import Proved, exit_code, prove_packs
from packtrace.proof.second_reader import READER


class Heard:
    """A listener that keeps what it is told."""

    def __init__(self) -> None:
        self.ended: list[Proved] = []

    def page_read(self, name: str, done: int, pages: int) -> None:
        raise AssertionError("one process tells of no pages")

    def pack_ends(self, proved: Proved) -> None:
        self.ended.append(proved)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def change(path: Path, sql: str) -> None:
    with opened(path) as connection:
        connection.execute(sql)


def one(path: Path, sql: str) -> object:
    with opened(path) as connection:
        return connection.execute(sql).fetchone()[0]


FIGURE = "(SELECT min(record_id) FROM sources WHERE field = 'raw')"


@pytest.fixture
def loaded(store: Store, appendix: PackContents, appendix_pack: Path) -> Store:
    load_pack(store, replace(appendix, pack=replace(appendix.pack, path=str(appendix_pack))))
    return store


def test_a_pack_is_proved_on_both_databases(loaded: Store) -> None:
    heard = Heard()
    (proved,) = prove_packs(loaded, list_packs(loaded), heard, jobs=0)
    assert heard.ended == [proved]
    assert (proved.error, proved.open) == (None, ())
    found = read_pack_proof(loaded, proved.pack.id)
    assert (found.counts["untried"], found.counts["disagrees"], found.reader) == (0, 0, READER)
    assert found.counts["proved"] >= proved.counts["proved"] > 50
    (again,) = prove_packs(loaded, list_packs(loaded), heard, jobs=0)
    assert sum(again.counts.values()) == 0


def test_proving_twice_finds_the_same(loaded: Store) -> None:
    ((first,), (second,)) = (prove_packs(loaded, list_packs(loaded), Heard(), again=True, jobs=0) for _ in range(2))
    assert (first.counts, first.open) == (second.counts, second.open)


def test_what_was_tampered_with_is_found_out(run, proving_store: Path) -> None:
    words = one(proving_store, f"SELECT words FROM sources WHERE record_id = {FIGURE} AND field = 'raw'")
    change(proving_store, f"UPDATE sources SET words = words || '0' WHERE record_id = {FIGURE} AND field = 'raw'")
    ran = run("prove")
    assert ran.code == 0
    assert "1 boxes not proved" in ran.out
    assert "1 disagree" in ran.err
    sql = f"SELECT proof, proof_words FROM sources WHERE record_id = {FIGURE} AND field = 'raw'"
    with opened(proving_store) as connection:
        assert connection.execute(sql).fetchone() == ("disagrees", words)
    record = one(proving_store, f"SELECT {FIGURE}")
    traced = run("trace", f"{record}.raw").out
    assert f"disagrees: {words}" in traced
    assert f"Tried by {READER}" in traced
    assert "1 proof_disagrees" in run("issues").out
    assert "1 disagrees" in run("show", "kent-2013-outturn-appendix.pdf").out


def test_a_box_that_was_moved_is_found_out(run, proving_store: Path) -> None:
    change(proving_store, f"UPDATE sources SET top = top + 200, bottom = bottom + 200 WHERE record_id = {FIGURE}")
    (found,) = json.loads(run("prove", "--json").out)
    assert found["boxes"]["proved"] > 50
    assert found["boxes"]["disagrees"] + found["boxes"]["unreadable"] > 0
    assert {"page", "bbox", "text", "colour", "proof", "seen"} == set(found["not_proved"][0])


def test_only_what_has_not_been_tried_is_tried(run, proving_store: Path) -> None:
    first = json.loads(run("prove", "--json").out)
    assert json.loads(run("prove", "--json").out) == []
    change(proving_store, f"UPDATE sources SET proof = 'untried' WHERE record_id = {FIGURE} AND field = 'raw'")
    (again,) = json.loads(run("prove", "--json").out)
    assert sum(again["boxes"].values()) == 1
    assert json.loads(run("prove", "--json", "--all").out) == first


def test_packs_are_named_as_elsewhere(run, proving_store: Path, appendix_pack: Path) -> None:
    assert json.loads(run("prove", appendix_pack, "--json").out)[0]["pack"] == appendix_pack.name
    ran = run("prove", "absent.pdf")
    assert ran.code == 40
    assert "No pack in" in ran.err
    assert "No box is left to try." in run("prove").out


def test_a_pack_whose_pdf_is_gone_says_so_and_stays_untried(run, proving_store: Path) -> None:
    change(proving_store, "UPDATE packs SET path = '/nowhere/appendix.pdf'")
    for kept in (proving_store.parent / "packs").iterdir():
        kept.unlink()
    ran = run("prove")
    assert ran.code == 46
    assert "no longer at" in ran.err
    assert one(proving_store, "SELECT count(DISTINCT proof) FROM sources") == 1
    assert one(proving_store, "SELECT count(*) FROM proofs") == 0


def test_a_pdf_that_is_no_longer_the_same_bytes_proves_nothing(run, proving_store: Path) -> None:
    change(proving_store, "UPDATE packs SET path = '/nowhere/appendix.pdf'")
    (kept,) = (proving_store.parent / "packs").iterdir()
    kept.write_bytes(kept.read_bytes() + b"\n")
    assert run("prove").code == 46


def test_packs_that_fail_in_several_ways_have_a_code_of_their_own(loaded: Store) -> None:
    from packtrace.errors import DamagedPdfError, OriginalGoneError

    (pack,) = list_packs(loaded)
    (proved,) = prove_packs(loaded, [pack], Heard(), jobs=0)
    gone = replace(proved, error=OriginalGoneError("gone"))
    assert [exit_code(ended) for ended in ([proved], [proved, gone])] == [0, 46]
    assert exit_code([gone, replace(proved, error=DamagedPdfError("damaged"))]) == 3
    assert read_disagreements(loaded, pack.id) == []


def test_packs_can_be_proved_as_they_go_in(run, appendix_pack: Path) -> None:
    ran = run("ingest", "--prove", "--jobs", 1, appendix_pack)
    assert ran.code == 0
    assert "boxes proved" in ran.err
    assert "No box is left to try." in run("prove").out
    assert "boxes proved" not in run("ingest", "--prove", appendix_pack).err


def test_what_was_interrupted_goes_on_where_it_stopped(run, proving_store: Path, appendix: PackContents) -> None:
    (kept,) = (proving_store.parent / "packs").iterdir()
    twin = kept.with_name("twin.pdf")
    twin.write_bytes(kept.read_bytes() + b"\n")
    sha256 = file_to_sha256(twin)
    shutil.move(twin, kept.with_name(f"{sha256}.pdf"))
    store = open_store(str(proving_store))
    load_pack(store, replace(appendix, pack=replace(appendix.pack, sha256=sha256, file_name="twin.pdf")))
    store.close()
    command = [sys.executable, "-m", "packtrace", "prove", "--jobs", "1", "--store", str(proving_store)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr is not None
        assert "[1/2]" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert "Stopped." in process.stderr.read()
    assert process.returncode == 130
    assert one(proving_store, "SELECT count(*) FROM proofs") == 1
    (rest,) = json.loads(run("prove", "--json").out)
    assert rest["pack"] == "twin.pdf"
    assert one(proving_store, "SELECT count(*) FROM proofs") == 2
