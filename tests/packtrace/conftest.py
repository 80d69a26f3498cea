"""Runs commands in this process, on a store with one small pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from load import Store, load_pack, open_store
from packtrace.__main__ import main
from tests.packtrace.readers import contents_of


class Ran(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a folder that is not there yet."""
    opened = open_store(str(tmp_path / "store" / "packtrace.db"))
    yield opened
    opened.close()


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `packtrace` with the given arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PACKTRACE_STORE", raising=False)

    def run_command(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), out.decode(), err.decode())

    return run_command


@pytest.fixture
def loaded_store(tmp_path: Path, town_pack: Path) -> Path:
    """A store in the default place that holds one small pack, under the name and bytes of a sample."""
    path = tmp_path / "data" / "packtrace.db"
    store = open_store(str(path))
    load_pack(store, contents_of(town_pack))
    store.close()
    return path
