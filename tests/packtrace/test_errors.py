"""One tree of errors: each with its own exit code, and a way out in its message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pdf import errors as pdf
from load import errors as load
from load.models.history import OUTCOMES
from packtrace import errors
from packtrace.errors import PackError, PacktraceError, as_packtrace_error, exit_codes

GENERAL = {PacktraceError, PackError}  # never shown but as what no other error says


def kinds(kind: type[PacktraceError] = PacktraceError) -> Iterator[type[PacktraceError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)


KINDS = [kind for kind in kinds() if kind not in GENERAL]


def test_each_error_has_an_exit_code_of_its_own() -> None:
    counts = Counter(kind.exit_code for kind in KINDS)
    assert {code for code, count in counts.items() if count > 1} == set()
    assert not counts.keys() & {0, 1, 2, 130, 143}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_error_says_what_happened_and_the_way_out(kind: type[PacktraceError]) -> None:
    happened, way_out = str(kind("in/a.pdf: this happened.")).splitlines()
    assert happened == "in/a.pdf: this happened."
    assert len(way_out.split()) > 3
    assert way_out.endswith(".")


@pytest.mark.parametrize("kind", list(kinds(PackError)), ids=lambda kind: kind.__name__)
def test_outcome_of_a_pack_is_one_that_the_store_knows(kind: type[PacktraceError]) -> None:
    assert kind.outcome in OUTCOMES


def test_every_exit_code_is_listed() -> None:
    listed = dict(exit_codes())
    assert set(listed) == {0, 1, 2, 130, 143} | {kind.exit_code for kind in KINDS}
    assert all(listed.values())


def below(kind: type[Exception]) -> list[type[Exception]]:
    return [deeper for child in kind.__subclasses__() for deeper in (child, *below(child))]


@pytest.mark.parametrize("kind", below(pdf.PdfError), ids=lambda kind: kind.__name__)
def test_error_of_a_file_becomes_one_of_ours(kind: type[pdf.PdfError]) -> None:
    error = as_packtrace_error(kind(Path("in/a.pdf"), "cannot be read"))
    assert isinstance(error, PackError)
    assert type(error) is not PackError
    assert "in/a.pdf" in error.message
    assert error.way_out == kind.way_out


@pytest.mark.parametrize("kind", below(load.StoreError), ids=lambda kind: kind.__name__)
def test_error_of_a_store_becomes_one_of_ours(kind: type[load.StoreError]) -> None:
    error = as_packtrace_error(kind("sqlite:///x.db", "cannot be used"))
    assert type(error) not in GENERAL | {errors.StoreProblemError}
    assert "sqlite:///x.db" in error.message


@pytest.mark.parametrize(
    ("raised", "ours"),
    [
        (MemoryError(), errors.OutOfMemoryError),
        (RecursionError("too deep"), errors.ReaderFailedError),
        (KeyError("x"), errors.ReaderFailedError),
        (load.StoreError("sqlite://", "odd"), errors.StoreProblemError),
    ],
)
def test_error_that_nobody_foresaw_becomes_one_of_ours(raised: Exception, ours: type[PacktraceError]) -> None:
    assert type(as_packtrace_error(raised)) is ours
