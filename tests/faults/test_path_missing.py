"""A path at which nothing stands."""

from __future__ import annotations

from pathlib import Path

from extract.pdf.errors import PathMissingError
from packtrace.errors import NothingToReadError


def test_path_that_is_not_there_is_refused(tmp_path: Path, refused) -> None:
    refused(tmp_path / "no such pack.pdf", PathMissingError)


def test_folder_without_a_pdf_is_refused(tmp_path: Path, ingest) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "notes.txt").write_text("no packs yet", encoding="utf-8")
    outcome = ingest(folder)
    assert outcome.code == NothingToReadError.exit_code
    assert folder.name in outcome.said
    assert NothingToReadError.default_way_out in outcome.said
    assert "Traceback" not in outcome.said
    assert outcome.packs == []
