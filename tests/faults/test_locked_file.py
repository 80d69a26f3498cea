"""A PDF that opens with a password only."""

from __future__ import annotations

from pathlib import Path

from extract.pdf.errors import LockedPdfError


def test_locked_file_is_refused(locked_pdf: Path, refused) -> None:
    refused(locked_pdf, LockedPdfError)
