"""Each way to fail has an exit code of its own, which scripts may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

EXIT_CODES = {"web page.pdf": 10, "truncated.pdf": 11, "locked.pdf": 12, "empty.pdf": 13, "absent.pdf": 19}
SEVERAL_KINDS = 3


@pytest.fixture
def bad_files(tmp_path: Path, locked_pdf: Path, board_pack: Path) -> dict[str, Path]:
    """A file for each name of the table; nothing stands at `absent.pdf`."""
    (tmp_path / "web page.pdf").write_bytes(b"<html></html>")
    (tmp_path / "truncated.pdf").write_bytes(board_pack.read_bytes()[:100_000])
    (tmp_path / "empty.pdf").touch()
    return {name: locked_pdf.with_name(name) for name in EXIT_CODES}


@pytest.mark.parametrize(("name", "code"), EXIT_CODES.items())
def test_each_refusal_has_an_exit_code_of_its_own(bad_files, ingest, name: str, code: int) -> None:
    assert ingest(bad_files[name]).code == code


def test_a_batch_that_fails_in_several_ways_says_so(bad_files, ingest, appendix_pack: Path) -> None:
    outcome = ingest(*bad_files.values(), appendix_pack)
    assert outcome.code == SEVERAL_KINDS
    assert all(name in outcome.said for name in bad_files)
    assert outcome.packs == [appendix_pack.name]
