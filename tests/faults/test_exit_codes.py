"""Each way to fail has an exit code of its own, so that a script can tell them apart."""

from __future__ import annotations

from pathlib import Path


def test_each_refusal_has_an_exit_code_of_its_own(tmp_path: Path, ingest, locked_pdf: Path, board_pack: Path) -> None:
    contents = {"web.pdf": b"<html></html>", "empty.pdf": b"", "truncated.pdf": board_pack.read_bytes()[:100_000]}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [*(tmp_path / name for name in contents), locked_pdf, tmp_path / "absent.pdf"]
    codes = {path.name: ingest(path).code for path in paths}
    assert len(set(codes.values())) == len(codes), codes
    assert 0 not in codes.values()
