"""Runs the command line on a bad input, alone and in a batch with a pack that is sound."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.pdf import PdfError
from packtrace.errors import as_packtrace_error
from tests.faults.batches import compiling


class Outcome(NamedTuple):
    """What a run of `packtrace ingest` gave: its exit code, all it said on one line, the packs now in the store."""

    code: int
    said: str
    packs: list[str]


Ingest = Callable[..., Outcome]
Refused = Callable[[Path, type[PdfError]], None]


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def ingest(store_file: Path, root: Path) -> Ingest:
    """Runs `packtrace ingest` on the given paths."""

    def run(*paths: Path) -> Outcome:
        command = [sys.executable, "-m", "packtrace", "ingest", "--store", f"sqlite:///{store_file}", *map(str, paths)]
        wide = {**compiling(), "COLUMNS": "1000", "NO_COLOR": "1"}  # so that no message is folded
        done = subprocess.run(command, cwd=root, env=wide, capture_output=True, text=True, timeout=600, check=False)
        return Outcome(done.returncode, re.sub(r"\s+", " ", done.stdout + done.stderr), loaded_packs(store_file))

    return run


def loaded_packs(store_file: Path) -> list[str]:
    """The file names of the packs in a store; none where it is absent or is not ours."""
    if not store_file.exists():
        return []
    with closing(sqlite3.connect(store_file)) as connection:
        try:
            return [name for (name,) in connection.execute("SELECT file_name FROM packs ORDER BY file_name")]
        except sqlite3.DatabaseError:
            return []


@pytest.fixture
def refused(ingest: Ingest, appendix_pack: Path) -> Refused:
    """Asserts that a file is refused with its name and a way out, alone and in a batch whose other pack goes in."""

    def check(bad: Path, kind: type[PdfError]) -> None:
        expected = as_packtrace_error(kind(bad, "refused"))
        for paths, packs in (([bad], []), ([bad, appendix_pack], [appendix_pack.name])):
            outcome = ingest(*paths)
            assert outcome.code == expected.exit_code, outcome.said
            assert bad.name in outcome.said
            assert expected.way_out in outcome.said
            assert "Traceback" not in outcome.said
            assert outcome.packs == packs

    return check
