"""A file of no bytes, as a broken download leaves it."""

from __future__ import annotations

from pathlib import Path

from extract.pdf.errors import EmptyFileError


def test_empty_file_is_refused(tmp_path: Path, refused) -> None:
    path = tmp_path / "empty.pdf"
    path.touch()
    refused(path, EmptyFileError)
