"""A file that is something else, such as the web page of a download that asks to log in."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pdf.errors import NotAPdfError


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<!DOCTYPE html><html><body>Sign in to read this document</body></html>", id="web page"),
        pytest.param(b"PK\x03\x04" + bytes(4000), id="Word file"),
        pytest.param(b"\xff\xfe" + "Agenda".encode("utf-16-le"), id="text"),
    ],
)
def test_file_that_is_no_pdf_is_refused(tmp_path: Path, refused, content: bytes) -> None:
    path = tmp_path / "agenda pack.pdf"
    path.write_bytes(content)
    refused(path, NotAPdfError)
