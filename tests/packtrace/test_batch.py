"""A batch: each pack by itself, whatever becomes of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pdf import open_pdf
from load import Store, latest_offers, list_packs
from load.types import Offer, PackContents
from packtrace.batch import Ended, Settings, batch_exit_code, ingest_files
from packtrace.errors import NothingToReadError, OriginalGoneError, StoreProblemError
from packtrace.inputs import LocalFile, paths_to_inputs
from packtrace.originals import file_to_sha256, find_original, originals_folder
from tests.packtrace.conftest import contents_of


class Log:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def pack_begins(self, name: str, size: int) -> None:
        self.told.append(f"begins {Path(name).name}")

    def page_read(self, name: str, done: int, pages: int) -> None:
        self.told.append(f"page {done}/{pages}")

    def pack_ends(self, offer: Offer) -> None:
        self.told.append(f"{offer.outcome} {offer.file_name}")


HERE = Settings(jobs=0)
"""All in this process, so that what reads packs may be made up by a test."""


def read(path: Path, on_page: object) -> PackContents:
    """Opens the file as every reader does, and gives a small pack with its bytes and name."""
    open_pdf(path)
    return contents_of(path)


def read_badly(path: Path, on_page: object) -> PackContents:
    raise ZeroDivisionError("a table of no columns")


@pytest.fixture
def folder(tmp_path: Path, appendix_pack: Path, town_pack: Path) -> Path:
    """A folder with two packs, one of them deeper and in capitals, and three files that are none."""
    incoming = tmp_path / "incoming"
    (incoming / "deeper").mkdir(parents=True)
    (incoming / "b.pdf").symlink_to(appendix_pack)
    (incoming / "deeper" / "TOWN.PDF").write_bytes(town_pack.read_bytes())
    (incoming / "a.pdf").write_bytes(b"<html>not found</html>")
    (incoming / "c.pdf").touch()
    (incoming / "notes.txt").write_text("not offered")
    return incoming


def outcomes(ended: list[Ended]) -> dict[str, str]:
    return {result.offer.file_name: result.offer.outcome for result in ended}


def test_folders_are_searched_and_files_taken_once(folder: Path) -> None:
    files = paths_to_inputs([folder, folder / "b.pdf", folder / "gone.pdf"])
    assert [file.name for file in files] == ["a.pdf", "b.pdf", "c.pdf", "TOWN.PDF", "gone.pdf"]


def test_folder_without_packs_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError, match=tmp_path.name):
        paths_to_inputs([tmp_path])


def test_bad_pack_costs_only_itself(store: Store, folder: Path) -> None:
    log = Log()
    ended = ingest_files(store, paths_to_inputs([folder, folder / "gone.pdf"]), HERE, log, read)
    expected = {
        "a.pdf": "not_a_pdf",
        "b.pdf": "loaded_with_issues",
        "c.pdf": "empty",
        "TOWN.PDF": "loaded_with_issues",
        "gone.pdf": "missing",
    }
    assert outcomes(ended) == expected
    assert {offer.file_name: offer.outcome for offer in latest_offers(store)} == expected
    assert {pack.row.file_name for pack in list_packs(store)} == {"b.pdf", "TOWN.PDF"}
    assert log.told[-1] == "missing gone.pdf"
    assert all(offer.message for offer in latest_offers(store) if offer.pack_id is None)


def test_second_time_nothing_is_read(store: Store, folder: Path) -> None:
    files = paths_to_inputs([folder / "b.pdf", folder / "deeper"])
    ingest_files(store, files, HERE, Log(), read)
    ended = ingest_files(store, files, HERE, Log(), read_badly)
    assert outcomes(ended) == {"b.pdf": "unchanged", "TOWN.PDF": "unchanged"}
    assert batch_exit_code(ended) == 0


def test_again_reads_anew(store: Store, folder: Path) -> None:
    files = paths_to_inputs([folder / "b.pdf"])
    ingest_files(store, files, HERE, Log(), read)
    assert outcomes(ingest_files(store, files, Settings(again=True, jobs=0), Log(), read)) == {"b.pdf": "replaced"}


def test_fault_of_the_reader_is_told_and_leaves_nothing(store: Store, folder: Path) -> None:
    ended = ingest_files(store, paths_to_inputs([folder / "b.pdf"]), HERE, Log(), read_badly)
    assert outcomes(ended) == {"b.pdf": "crashed"}
    assert "ZeroDivisionError: a table of no columns" in (ended[0].offer.message or "")
    assert not list_packs(store)


def test_fault_of_the_store_ends_the_batch(store: Store, folder: Path) -> None:
    def read_and_break(path: Path, on_page: object) -> PackContents:
        with store.writing() as connection:
            connection.exec_driver_sql("DROP TABLE issues")
        return contents_of(path)

    with pytest.raises(StoreProblemError):
        ingest_files(store, paths_to_inputs([folder / "b.pdf"]), HERE, Log(), read_and_break)


@pytest.mark.parametrize(
    ("names", "code"),
    [([], 0), (["b.pdf"], 0), (["b.pdf", "a.pdf"], 10), (["c.pdf"], 13), (["a.pdf", "c.pdf", "b.pdf"], 3)],
)
def test_exit_code_tells_the_outcome(store: Store, folder: Path, names: list[str], code: int) -> None:
    ended = ingest_files(store, [LocalFile(folder / name) for name in names], HERE, Log(), read)
    assert batch_exit_code(ended) == code


def test_original_is_kept_by_its_bytes(store: Store, folder: Path) -> None:
    town = folder / "deeper" / "TOWN.PDF"
    ingest_files(store, paths_to_inputs([town]), HERE, Log(), read)
    digest = file_to_sha256(town)
    assert [file.name for file in originals_folder(store).iterdir()] == [f"{digest}.pdf"]
    town.unlink()
    assert file_to_sha256(find_original(store, digest, str(town))) == digest


def test_original_behind_a_symbolic_link_is_kept_itself(store: Store, folder: Path) -> None:
    ingest_files(store, paths_to_inputs([folder / "b.pdf"]), HERE, Log(), read)
    (kept,) = originals_folder(store).iterdir()
    assert not kept.is_symlink()


def test_original_that_is_not_kept_is_found_where_it_was_unless_it_has_changed(store: Store, folder: Path) -> None:
    town = folder / "deeper" / "TOWN.PDF"
    ingest_files(store, paths_to_inputs([town]), Settings(keep=False, jobs=0), Log(), read)
    digest = file_to_sha256(town)
    assert not originals_folder(store).exists()
    assert find_original(store, digest, str(town)) == town
    town.write_bytes(b"other bytes")
    with pytest.raises(OriginalGoneError, match="no longer at"):
        find_original(store, digest, str(town))
