"""A PDF whose end is missing. A part of a pack must never pass for the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pdf.errors import DamagedPdfError


@pytest.mark.parametrize("kept", [0.01, 0.5, 0.98])
def test_truncated_file_is_refused(tmp_path: Path, board_pack: Path, refused, kept: float) -> None:
    whole = board_pack.read_bytes()
    path = tmp_path / "truncated.pdf"
    path.write_bytes(whole[: int(len(whole) * kept)])
    refused(path, DamagedPdfError)


def test_file_with_its_middle_lost_is_refused(tmp_path: Path, refused) -> None:
    path = tmp_path / "hollow.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(20_000) + b"\nstartxref\n9\n%%EOF\n")
    refused(path, DamagedPdfError)
