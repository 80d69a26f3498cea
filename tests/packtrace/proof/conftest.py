"""A store with a real pack, read once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from load import load_pack, open_store
from load.types import PackContents
from packtrace.originals import keep_original
from packtrace.pipeline import read_pack
from tests.load.conftest import database, postgres, postgres_template, store

__all__ = ["database", "postgres", "postgres_template", "store"]  # fixtures, so that both databases are tried here too


@pytest.fixture(scope="session")
def appendix(appendix_pack: Path) -> PackContents:
    """The quickest sample as read."""
    return read_pack(appendix_pack, second_opinion=False)


@pytest.fixture
def proving_store(tmp_path: Path, appendix: PackContents, appendix_pack: Path) -> Path:
    """A store in the default place that holds the quickest sample and its PDF."""
    path = tmp_path / "data" / "packtrace.db"
    store = open_store(str(path))
    load_pack(store, appendix)
    kept = keep_original(store, appendix_pack, appendix.pack.sha256)
    store.close()
    kept.unlink()
    shutil.copyfile(appendix_pack, kept)  # a file of its own, for tests that damage it
    return path
