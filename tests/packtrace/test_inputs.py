"""What a batch may be given, and what becomes of it."""

from __future__ import annotations

import os
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from load import Store, known_files, latest_offers, list_packs
from load.runs import begin_run, insert_offer
from load.types import Offer
from packtrace.batch import ingest_files
from packtrace.errors import NothingToReadError
from packtrace.inputs import Input, paths_to_inputs
from packtrace.originals import originals_folder
from packtrace.version import VERSION
from packtrace.watching import Watch, watch_folder
from tests.packtrace.test_batch import HERE, Log, outcomes, read


@pytest.fixture
def archive(tmp_path: Path, appendix_pack: Path) -> Path:
    path = tmp_path / "in" / "march.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as written:
        written.write(appendix_pack, "cabinet/appendix.pdf")
        written.writestr("cabinet/page.PDF", "<html>")
        written.writestr("cabinet/notes.txt", "no pack")
        written.writestr("__MACOSX/cabinet/._appendix.pdf", "")
    return path


def take(store: Store, *paths: object) -> dict[str, str]:
    return outcomes(ingest_files(store, paths_to_inputs([str(path) for path in paths]), HERE, Log(), read))


def test_archive_gives_its_packs_once(store: Store, archive: Path) -> None:
    assert take(store, archive.parent) == {"appendix.pdf": "loaded_with_issues", "page.PDF": "not_a_pdf"}
    assert take(store, archive) == {"appendix.pdf": "unchanged", "page.PDF": "not_a_pdf"}
    (pack,) = list_packs(store)
    assert pack.row.path == f"{archive}!/cabinet/appendix.pdf"
    assert [file.name for file in originals_folder(store).iterdir()] == [f"{pack.row.sha256}.pdf"]
    assert set(take(store, pack.row.path)) == {"appendix.pdf"}
    assert {offer.message is None for offer in latest_offers(store)} == {True, False}


def test_archive_that_is_none_is_told(store: Store, tmp_path: Path, appendix_pack: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 and so on")
    assert take(store, tmp_path / "bad.zip", appendix_pack) == {
        "bad.zip": "damaged",
        appendix_pack.name: "loaded_with_issues",
    }


def test_globs_are_followed_and_names_with_brackets_are_names(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.pdf", "b[1].pdf", "deep/c.pdf", "d.txt"):
        (tmp_path / name).touch()
    assert [given.name for given in paths_to_inputs([str(tmp_path / "**" / "*.pdf")])] == ["a.pdf", "b[1].pdf", "c.pdf"]
    assert [given.name for given in paths_to_inputs([str(tmp_path / "b[1].pdf")])] == ["b[1].pdf"]
    with pytest.raises(NothingToReadError):
        paths_to_inputs([str(tmp_path / "*.docx")])


def test_same_bytes_elsewhere_are_a_duplicate_and_moved_ones_unchanged(
    store: Store, tmp_path: Path, appendix_pack: Path
) -> None:
    first, second, third = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    first.write_bytes(appendix_pack.read_bytes())
    second.write_bytes(appendix_pack.read_bytes())
    assert take(store, first, second) == {"a.pdf": "loaded_with_issues", "b.pdf": "duplicate"}
    first.rename(third)
    assert take(store, third) == {"c.pdf": "unchanged"}


def test_touched_file_is_known_by_its_bytes_and_a_changed_one_is_read(
    store: Store, tmp_path: Path, appendix_pack: Path
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(appendix_pack.read_bytes())
    take(store, file)
    os.utime(file, (1, 1))
    assert take(store, file) == {"a.pdf": "unchanged"}
    assert known_files(store, [str(file)])[str(file)].offer.modified_ns == 10**9
    file.write_bytes(appendix_pack.read_bytes() + b"\n")
    assert take(store, file) == {"a.pdf": "loaded_with_issues"}
    assert len(list_packs(store)) == 2


def test_file_that_is_known_to_be_bad_is_told_without_reading(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "bad.pdf"
    file.write_bytes(b"<html>")
    first = ingest_files(store, paths_to_inputs([file]), HERE, Log(), read)
    log = Log()
    second = ingest_files(store, paths_to_inputs([file]), HERE, log, read)
    assert str(first[0].error) == str(second[0].error)
    assert type(first[0].error) is type(second[0].error)
    assert log.told == ["not_a_pdf bad.pdf"]


def test_ten_thousand_known_files_take_seconds(store: Store, tmp_path: Path, appendix_pack: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number:05d}.pdf").write_bytes(b"%d" % number)
    run = begin_run(store, VERSION, {})
    with store.writing() as connection:
        for given in paths_to_inputs([folder]):
            insert_offer(connection, run, _refused(given))
    began = time.process_time()
    assert set(take(store, folder).values()) == {"not_a_pdf"}
    assert time.process_time() - began < 8


def test_archive_of_many_files_is_opened_once(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as written:
        for number in range(2_000):
            written.writestr(f"{number:05d}.pdf", b"<html>%d" % number)
    began = time.process_time()
    inputs = paths_to_inputs([archive])
    assert {given.look().size for given in inputs} == {7, 8, 9, 10}
    assert all(given.fetch(tmp_path).read_bytes().startswith(b"<html>") for given in inputs)
    assert time.process_time() - began < 5


def test_archive_that_is_written_anew_is_opened_anew(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    for name in ("a.pdf", "another.pdf"):
        with zipfile.ZipFile(archive, "w") as written:
            written.writestr(name, b"<html>")
        assert [given.name for given in paths_to_inputs([archive])] == [name]
    assert take(store, f"{archive}!/a.pdf") == {"a.pdf": "missing"}


def _refused(given: Input) -> Offer:
    look = given.look()
    now = datetime.now(UTC)
    return Offer(given.address, given.name, "not_a_pdf", now, 0.1, None, look.size, look.modified_ns, message="No PDF.")


def test_watch_takes_a_file_once_it_has_arrived_whole(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    assert watch.arrived() == []
    (tmp_path / "a.pdf").write_bytes(b"begun")
    assert watch.arrived() == []
    (tmp_path / "a.pdf").write_bytes(b"begun and ended")
    assert watch.arrived() == []
    assert [file.name for file in watch.arrived()] == ["a.pdf"]
    assert watch.arrived() == []
    (tmp_path / "a.pdf").write_bytes(b"published anew, and longer")
    watch.arrived()
    assert [file.name for file in watch.arrived()] == ["a.pdf"]


def test_watch_hands_over_what_is_there_at_two_looks(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"whole")
    taken: list[str] = []
    watch_folder(tmp_path, lambda found: taken.extend(given.name for given in found), rounds=4, every=0.01)
    assert taken == ["a.pdf"]
