"""Every outcome over the command line: what `status` says, how `retry` goes on, and what is linked and forgotten."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from packtrace.errors import exit_codes
from tests.packtrace.conftest import Run
from tests.packtrace.damage import break_off_page, lose_list_of_objects, lose_page, write_slow, write_swelling

OLDER, NEWER = (1_700_000_000, 1_700_000_000), (1_710_000_000, 1_710_000_000)


@pytest.fixture
def meeting_pack(tmp_path: Path, samples: Path) -> Path:
    """Two pages of a pack that say which body meets as which committee on which day."""
    writer = PdfWriter()
    writer.append(PdfReader(samples / "strathlaver-2025-03-12-audit-and-risk.pdf"), pages=[0, 1])
    writer.write(tmp_path / "meeting.pdf")
    return tmp_path / "meeting.pdf"


@pytest.fixture
def incoming(
    tmp_path: Path, small_packs: list[Path], meeting_pack: Path, appendix_pack: Path, locked_pdf: Path
) -> Path:
    """A folder with a file for each outcome that a file by itself can have; none over 5 pages but one."""
    folder = tmp_path / "incoming"
    folder.mkdir()
    figures, minutes = small_packs[0].read_bytes(), meeting_pack.read_bytes()
    (folder / "01 sound.pdf").write_bytes(figures)
    (folder / "02 the same.pdf").write_bytes(figures)
    (folder / "03 draft.pdf").write_bytes(minutes)
    (folder / "04 final.pdf").write_bytes(minutes + b"\n")
    os.utime(folder / "03 draft.pdf", OLDER)
    os.utime(folder / "04 final.pdf", NEWER)
    lose_list_of_objects(small_packs[1], folder / "05 mended.pdf")
    lose_page(small_packs[0], folder / "06 without a page.pdf", 2)
    locked_pdf.rename(folder / "07 locked.pdf")
    (folder / "08 cut.pdf").write_bytes(appendix_pack.read_bytes()[:9000])
    Image.new("L", (300, 400), 200).save(folder / "09 scan.pdf", "PDF")
    (folder / "10 nothing.pdf").touch()
    (folder / "11 page.pdf").write_bytes(b"<html>")
    (folder / "12 long.pdf").write_bytes(appendix_pack.read_bytes())
    (folder / "13 in circles.pdf").symlink_to(folder / "13 in circles.pdf")
    return folder


IN = {
    "01 sound.pdf": "loaded",
    "02 the same.pdf": "duplicate",
    "03 draft.pdf": "superseded",
    "04 final.pdf": "loaded",
    "05 mended.pdf": "repaired",
    "06 without a page.pdf": "loaded_with_issues",
}
FAILED = {
    "07 locked.pdf": "locked",
    "08 cut.pdf": "damaged",
    "09 scan.pdf": "scanned",
    "10 nothing.pdf": "empty",
    "11 page.pdf": "not_a_pdf",
    "12 long.pdf": "too_large",
    "13 in circles.pdf": "unreadable",
    "14 gone.pdf": "missing",
}


def told(run: Run, *arguments: str) -> dict[str, str]:
    """What `status --json` says of each file."""
    return {offer["file_name"]: offer["outcome"] for offer in json.loads(run("status", "--json", *arguments).out)}


def test_every_outcome_has_a_row_and_a_way_on(run: Run, incoming: Path, small_packs: list[Path]) -> None:
    paths = [*sorted(incoming.iterdir()), incoming / "14 gone.pdf"]
    ran = run("ingest", *paths, "--max-pages", 5)
    assert ran.code == 3, ran.err
    assert "05 mended.pdf: repaired" in ran.err
    assert told(run) == IN | FAILED
    assert told(run, "--failed") == FAILED
    listed = run("status", "--failed").out
    assert all(words in listed for words in ("not a PDF", "too large", "Raise the limit (--max-pages", "(OCR)"))

    (incoming / "08 cut.pdf").write_bytes(small_packs[0].read_bytes() + b"\n\n")
    (incoming / "13 in circles.pdf").unlink()
    (incoming / "13 in circles.pdf").write_bytes(small_packs[0].read_bytes() + b"\n")
    again = run("retry")
    assert again.code == 3
    assert not any(name in again.err for name in IN)
    left = {name: outcome for name, outcome in FAILED.items() if name[:2] not in ("08", "12", "13")}
    assert told(run, "--failed") == left


def test_failing_page_costs_that_page_and_is_listed(run: Run, tmp_path: Path, small_packs: list[Path]) -> None:
    lose_page(small_packs[1], tmp_path / "lost.pdf", 2)
    break_off_page(small_packs[1], tmp_path / "broken off.pdf", 3)
    assert run("ingest", tmp_path / "lost.pdf", tmp_path / "broken off.pdf").code == 0
    issues = json.loads(
        run("query", "SELECT file_name, page, code FROM issues JOIN packs p ON p.id = pack_id", "--json").out
    )
    pages = [(row["file_name"], row["page"], row["code"]) for row in issues if row["code"].endswith("_page")]
    assert sorted(pages) == [("broken off.pdf", 3, "damaged_page"), ("lost.pdf", 2, "unreadable_page")]
    assert "unreadable_page" in run("issues", "lost.pdf").out
    counted = json.loads(run("query", "SELECT count(*) AS pages FROM pages WHERE kind <> 'unreadable'", "--json").out)
    assert counted == [{"pages": 5}]


def test_republished_pack_and_supplement_are_linked_until_they_are_forgotten(run: Run, incoming: Path) -> None:
    supplement = incoming / "supplementary papers.pdf"
    supplement.write_bytes((incoming / "03 draft.pdf").read_bytes() + b"\n\n")
    run("ingest", incoming / "03 draft.pdf", incoming / "04 final.pdf", supplement)
    assert links(run) == {
        "03 draft.pdf": ("04 final.pdf", None),
        "04 final.pdf": (None, None),
        "supplementary papers.pdf": (None, "04 final.pdf"),
    }
    assert told(run)["03 draft.pdf"] == "superseded"
    assert run("forget", "04 final.pdf", "--yes").code == 0
    assert links(run) == {"03 draft.pdf": (None, None), "supplementary papers.pdf": (None, "03 draft.pdf")}
    assert told(run)["03 draft.pdf"].startswith("loaded")


def links(run: Run) -> dict[str, tuple[str | None, str | None]]:
    """By pack, the one that was published instead and the one that it adds papers to."""
    query = "SELECT p.file_name, s.file_name AS instead, m.file_name AS main FROM packs p \
        LEFT JOIN packs s ON s.id = p.superseded_by LEFT JOIN packs m ON m.id = p.supplement_to"
    return {r["file_name"]: (r["instead"], r["main"]) for r in json.loads(run("query", query, "--json").out)}


def test_forgetting_leaves_nothing_of_a_pack_and_only_what_is_of_others(
    run: Run, incoming: Path, tmp_path: Path
) -> None:
    run("ingest", incoming / "04 final.pdf", incoming / "11 page.pdf")
    assert "Forgotten: 04 final.pdf" in run("forget", "04 final.pdf", "--yes").out
    assert list((tmp_path / "data" / "packs").iterdir()) == []
    assert rows(tmp_path / "data" / "packtrace.db") == {
        "alembic_version": 1,
        "offers": 1,
        "packtrace_schema": 1,
        "runs": 1,
    }
    assert (incoming / "04 final.pdf").is_file()
    assert told(run) == {"11 page.pdf": "not_a_pdf"}


def rows(path: Path) -> dict[str, int]:
    """How many rows each table has that has any, but for what SQLite and its indexes of words keep for themselves."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        tables = [name for (name,) in names if not name.endswith(("_config", "_data", "_idx", "_docsize", "_content"))]
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    return {name: count for name, count in counts.items() if count}


def test_file_that_never_went_in_can_be_forgotten(run: Run, incoming: Path) -> None:
    run("ingest", incoming / "11 page.pdf", incoming / "14 gone.pdf", incoming / "01 sound.pdf")
    assert "Forgotten: 11 page.pdf" in run("forget", incoming / "11 page.pdf", "--yes").out
    assert "Forgotten: 14 gone.pdf" in run("forget", "14 gone.pdf", "--yes").out
    assert told(run) == {"01 sound.pdf": "loaded"}
    assert run("forget", "14 gone.pdf", "--yes").code == 40


@pytest.mark.parametrize(
    ("write", "limit", "outcome", "code"),
    [
        (lambda path: write_slow(path, 1_000_000), ("--max-seconds", 1), "timed_out", 16),
        (lambda path: write_swelling(path, 500), ("--max-memory", 256), "out_of_memory", 17),
    ],
    ids=["seconds", "memory"],
)
def test_pack_over_a_limit_is_told_and_tried_again(run: Run, tmp_path: Path, write, limit, outcome, code) -> None:
    write(tmp_path / "much.pdf")
    for command in (("ingest", tmp_path / "much.pdf"), ("retry",)):
        ran = run(*command, *limit)
        assert ran.code == code, ran.err
        assert f"Raise the limit ({limit[0]})" in ran.err
        assert told(run, "--failed") == {"much.pdf": outcome}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="ends processes as only POSIX systems do")
@pytest.mark.parametrize(
    ("number", "outcome"), [(signal.SIGSEGV, "crashed"), (signal.SIGKILL, "out_of_memory")], ids=["SIGSEGV", "SIGKILL"]
)
def test_worker_that_is_killed_is_told_and_its_pack_tried_again(run: Run, tmp_path: Path, number, outcome) -> None:
    pack = write_slow(tmp_path / "a.pdf", 300_000)
    command = [sys.executable, "-m", "packtrace", "ingest", str(pack)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as batch:
        threading.Thread(target=end_workers, args=(batch.pid, number), daemon=True).start()
        said = batch.communicate(timeout=120)[1]
    assert batch.returncode in dict(exit_codes())
    assert told(run, "--failed") == {"a.pdf": outcome}, said
    assert run("retry").code == 0
    assert told(run) == {"a.pdf": "loaded"}


def end_workers(batch: int, number: signal.Signals) -> None:
    """Ends the first worker of a batch as soon as it is there."""
    while True:
        for child in psutil.Process(batch).children():
            if "spawn_main" in " ".join(child.cmdline()):
                child.send_signal(number)
                return
        time.sleep(0.02)


def test_archive_costs_only_what_is_bad_in_it(run: Run, tmp_path: Path, small_packs: list[Path]) -> None:
    with zipfile.ZipFile(tmp_path / "march.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(small_packs[0], "cabinet/2024/a.pdf")
        archive.writestr("cabinet/minutes.docx", b"PK")
        archive.writestr("cabinet/page.pdf", b"<html>")
        archive.writestr("bomb.pdf", b"%PDF-1.7" + bytes(80 * 1024**2))
        archive.write(small_packs[1], "broken.pdf")
        archive.write(small_packs[1], "locked.pdf")
        infos = {info.filename: info for info in archive.infolist()}
    content = bytearray((tmp_path / "march.zip").read_bytes())
    start = infos["broken.pdf"].header_offset + 500
    content[start : start + 4000] = bytes(4000)
    listed = content.rindex(b"locked.pdf") - 46 + 8  # the flags of the entry, APPNOTE 4.3.12
    content[listed] |= 1
    (tmp_path / "march.zip").write_bytes(content)
    assert run("ingest", tmp_path / "march.zip").code == 3
    assert told(run) == {
        "a.pdf": "loaded",
        "page.pdf": "not_a_pdf",
        "bomb.pdf": "too_large",
        "broken.pdf": "damaged",
        "locked.pdf": "locked",
    }


def test_archive_that_could_not_be_opened_is_forgotten_once_it_can_be(
    run: Run, tmp_path: Path, small_packs: list[Path]
) -> None:
    archive = tmp_path / "april.zip"
    archive.write_bytes(b"PK\x03\x04 cut")
    assert run("ingest", archive).code == 23
    assert told(run, "--failed") == {"april.zip": "damaged"}
    with zipfile.ZipFile(archive, "w") as written:
        written.write(small_packs[0], "a.pdf")
    assert run("retry").code == 0
    assert told(run) == {"a.pdf": "loaded"}
    archive.unlink()
    assert run("ingest", f"{archive}!/a.pdf").code == 19
