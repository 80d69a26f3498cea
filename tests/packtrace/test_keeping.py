"""The operator's commands: what failed, once more; a pack out; an older store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from packtrace.errors import StoreTooOldError
from tests.load.test_migrations import make_first_store


@pytest.fixture
def incoming(tmp_path: Path, appendix_pack: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "good.pdf").write_bytes(appendix_pack.read_bytes())
    (folder / "bad.pdf").write_bytes(b"<html>")
    return folder


def test_what_failed_is_listed_and_read_once_more(run, incoming: Path, appendix_pack: Path) -> None:
    assert run("ingest", incoming).code == 10
    assert [offer["outcome"] for offer in json.loads(run("status", "--failed", "--json").out)] == ["not_a_pdf"]
    again = run("retry")
    assert again.code == 10
    assert "bad.pdf: not a PDF" in again.err
    assert "good.pdf" not in again.err
    (incoming / "bad.pdf").write_bytes(appendix_pack.read_bytes() + b"\n")
    assert run("retry").code == 0
    assert run("retry").out.strip() == "Nothing has failed."
    assert json.loads(run("status", "--failed", "--json").out) == []


def test_limit_on_pages_is_told_and_can_be_raised(run, incoming: Path) -> None:
    ran = run("ingest", incoming / "good.pdf", "--max-pages", 3)
    assert ran.code == 15
    assert "has 10 pages, and the limit is 3" in ran.err
    assert run("ingest", incoming / "good.pdf", "--max-pages", 10).code == 0


def test_forgotten_pack_is_gone_and_can_come_back(run, incoming: Path, tmp_path: Path) -> None:
    run("ingest", incoming / "good.pdf")
    kept = tmp_path / "data" / "packs"
    assert len(list(kept.iterdir())) == 1
    assert "Forgotten: good.pdf" in run("forget", "good.pdf", "--yes").out
    assert list(kept.iterdir()) == []
    assert json.loads(run("status", "--json").out) == []
    assert run("show", "good.pdf").code == 40
    assert run("ingest", incoming / "good.pdf").code == 0
    assert "good.pdf" in run("show", "good.pdf").out


def test_older_store_is_brought_up_on_request(run, incoming: Path, tmp_path: Path) -> None:
    run("ingest", incoming / "good.pdf")
    make_older(tmp_path / "data" / "packtrace.db")
    refused = run("status")
    assert refused.code == StoreTooOldError.exit_code
    assert "packtrace upgrade" in refused.err
    assert "1 packs" in run("upgrade").out
    assert run("status").code == 0
    assert run("upgrade").out.strip() == "The store is up to date."


def make_older(path: Path) -> None:
    """A store of the first revision, with one pack in it, in the place of another."""
    path.unlink()
    engine = create_engine(f"sqlite:///{path}")
    make_first_store(engine)
    engine.dispose()
