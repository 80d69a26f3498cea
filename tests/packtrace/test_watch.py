"""`packtrace ingest --watch`, as a process of its own: what comes into the folder is in the store once it is whole."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from packtrace.ingesting import TERMINATED
from tests.packtrace.conftest import Run

EVERY = 1.0
"""Long enough that a writer who adds something ten times as often is never seen to stand still."""


class Watching:
    """The command on its way, and what it has said."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "packtrace", "ingest", "--watch", str(folder), "--every", str(EVERY)]
        wide = os.environ | {"COLUMNS": "1000"}
        self.process = subprocess.Popen(
            command, cwd=folder.parent, env=wide, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        self.said = ""
        threading.Thread(target=self._listen, daemon=True).start()
        self.hear("Watching .*; Ctrl-C ends it.")

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said += line

    def hear(self, words: str) -> None:
        """Waits until it has said something."""
        until = time.monotonic() + 120
        while not re.search(words, self.said):
            assert time.monotonic() < until, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.05)

    def end(self, number: signal.Signals) -> int:
        """Its exit code after a signal; no worker may be left."""
        workers = psutil.Process(self.process.pid).children()
        self.process.send_signal(number)
        code = self.process.wait(timeout=60)
        assert not psutil.wait_procs(workers, timeout=30)[1]
        return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    (folder / "march").mkdir(parents=True)
    return folder


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    started = Watching(folder)
    yield started
    started.process.kill()


def write_slowly(path: Path, content: bytes) -> None:
    """Writes a file as a slow connection does: over three looks."""
    size = len(content) // 30 + 1
    with path.open("wb") as file:
        for start in range(0, len(content), size):
            file.write(content[start : start + size])
            file.flush()
            time.sleep(EVERY / 10)


def outcomes(run: Run) -> list[tuple[str, str]]:
    """Every file ever offered, also those offered anew, with what became of it, in order."""
    told = run("query", "SELECT file_name, outcome FROM offers ORDER BY id", "--json")
    return [(row["file_name"], row["outcome"].removesuffix("_with_issues")) for row in json.loads(told.out)]


def test_watch_takes_what_comes_and_goes_on_after_its_end(
    run: Run, folder: Path, watching: Watching, small_packs: list[Path]
) -> None:
    write_slowly(folder / "a.pdf", small_packs[0].read_bytes())
    watching.hear("a.pdf: loaded")
    (folder / "march" / "b.pdf").write_bytes(small_packs[1].read_bytes())
    (folder / "notes.txt").write_text("no pack")
    watching.hear("b.pdf: loaded")
    (folder / "page.pdf").write_bytes(b"<html>")
    (folder / "a.pdf").write_bytes(small_packs[0].read_bytes() + b"\n")
    watching.hear("page.pdf: not a PDF")
    watching.hear("(?s)a.pdf: loaded.*a.pdf: loaded")
    assert watching.end(signal.SIGINT) == 130
    assert "Stopped. What is in stays in" in watching.said
    assert "Traceback" not in watching.said
    before = [("a.pdf", "loaded"), ("b.pdf", "loaded"), ("a.pdf", "loaded"), ("page.pdf", "not_a_pdf")]
    assert sorted(outcomes(run)) == sorted(before)

    (folder / "c.pdf").write_bytes(small_packs[1].read_bytes() + b"\n")
    again = Watching(folder)
    again.hear("c.pdf: loaded")
    again.hear("page.pdf: not a PDF")
    assert again.said.count(": unchanged, ") == 2
    assert again.end(signal.SIGTERM) == TERMINATED
    assert sorted(outcomes(run)) == sorted([*before, ("c.pdf", "loaded")])


def test_watch_of_a_folder_that_is_not_there_is_refused(run: Run) -> None:
    ran = run("ingest", "--watch", "nowhere")
    assert ran.code == 19
    assert "nowhere: there is no such folder." in ran.err
