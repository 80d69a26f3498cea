"""Packs at s3:// addresses, from rclone's S3 server: signed requests, listings and objects over a real connection."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from s3fs import S3FileSystem

from load import Store, latest_offers
from packtrace.batch import Ended, Settings, ingest_files
from packtrace.errors import AddressRefusedError, AddressUnreachableError, PathMissingError, TooLargeError
from packtrace.inputs import paths_to_inputs
from packtrace.limits import MEBIBYTE, Limits
from tests.packtrace.conftest import Run
from tests.packtrace.servers import KEY, SECRET, serving_s3
from tests.packtrace.test_batch import Log, read

DOWN = "http://127.0.0.1:1"
MARCH = "s3://minutes/2024/march/appendix.pdf"
APRIL = "s3://minutes/2024/April 5 & 6.PDF"
PAGE = "s3://minutes/2024/page.pdf"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, small_packs: list[Path]) -> Iterator[str]:
    """A server with a bucket `minutes` of two packs, a web page and a note, and one of a large file."""
    folder = tmp_path_factory.mktemp("s3")
    for pack, address in zip(small_packs, (MARCH, APRIL), strict=True):
        target = folder / address.removeprefix("s3://")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pack.read_bytes())
    (folder / "minutes" / "2024" / "page.pdf").write_bytes(b"<html>")
    (folder / "minutes" / "2024" / "notes.txt").write_text("no pack")
    (folder / "attic").mkdir()
    (folder / "attic" / "large.pdf").write_bytes(b"%PDF-1.7" + bytes(3 * MEBIBYTE))
    with serving_s3(folder) as address:
        yield address


@pytest.fixture(autouse=True)
def settings(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """What an operator's environment says: the server, the keys, and nothing of the machine that the tests run on."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "FSSPEC_"))]:
        monkeypatch.delenv(name)
    told = {"AWS_ENDPOINT_URL": server, "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}
    told |= {"HOME": str(tmp_path), "AWS_EC2_METADATA_DISABLED": "true", "AWS_DEFAULT_REGION": "eu-west-2"}
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    S3FileSystem.clear_instance_cache()  # which keeps connections with the settings that they were made with
    yield told
    S3FileSystem.clear_instance_cache()


def take(store: Store, *paths: object, limits: Limits | None = None) -> list[Ended]:
    """A batch in this process, whose packs are opened and no more."""
    limits = limits or Limits()
    inputs = paths_to_inputs([str(path) for path in paths], limits)
    return ingest_files(store, inputs, Settings(jobs=0, limits=limits), Log(), read)


def kinds(ended: list[Ended]) -> dict[str, type[Exception] | None]:
    """By address, what each file failed by, None where it is in."""
    return {one.offer.path: type(one.error) if one.error else None for one in ended}


def test_folder_is_read_once_however_it_is_named(run: Run, store: Store) -> None:
    first = run("ingest", "s3://minutes/2024/", "--store", store.url)
    assert first.code == 10, first.err
    assert {offer.path: offer.outcome.removesuffix("_with_issues") for offer in latest_offers(store)} == {
        MARCH: "loaded",
        APRIL: "loaded",
        PAGE: "not_a_pdf",
    }
    for again in ("s3://minutes/2024/", "s3://minutes/2024", "s3://minutes/**/*.[pP][dD][fF]"):
        ran = run("ingest", again, "--store", store.url)
        assert ran.err.count(": unchanged, ") == 2, ran.err
    answer = run("query", "SELECT count(*) AS packs FROM packs", "--json", "--store", store.url)
    assert json.loads(answer.out) == [{"packs": 2}]


def test_pack_that_is_known_by_size_and_time_is_not_fetched(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    take(store, MARCH)
    monkeypatch.setattr(S3FileSystem, "get_file", None)
    assert kinds(take(store, MARCH)) == {MARCH: None}


def test_object_or_bucket_that_is_not_there_costs_only_itself(store: Store) -> None:
    absent = ("s3://minutes/2024/none.pdf", "s3://nobucket/2024/", "s3://nobucket/*.pdf", "s3://nobucket/a.pdf")
    ended = take(store, *absent, MARCH)
    assert kinds(ended) == dict.fromkeys(absent, PathMissingError) | {MARCH: None}
    assert {offer.path: offer.outcome for offer in latest_offers(store)}[absent[0]] == "missing"


REFUSED = {
    "wrong secret": {"AWS_SECRET_ACCESS_KEY": "wrong"},
    "unknown key": {"AWS_ACCESS_KEY_ID": "nobody"},
    "no keys": {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""},
}


@pytest.mark.parametrize("wrong", REFUSED.values(), ids=REFUSED)
def test_refused_keys_are_told_and_other_packs_go_in(
    store: Store, small_packs: list[Path], monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]
) -> None:
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    ended = take(store, "s3://minutes/2024/", MARCH, small_packs[1])
    refused = {"s3://minutes/2024/": AddressRefusedError, MARCH: AddressRefusedError}
    assert kinds(ended) == refused | {str(small_packs[1]): None}
    said = str(ended[0].error)
    assert "AWS_ACCESS_KEY_ID" in said
    assert SECRET not in said
    assert {offer.outcome for offer in latest_offers(store)} == {"unreadable", "loaded_with_issues"}


def test_server_that_is_down_is_told_and_retry_takes_in_what_it_had(
    run: Run, store: Store, small_packs: list[Path], server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", DOWN)
    ended = take(store, "s3://minutes/2024/march/", APRIL, small_packs[0])
    down = {"s3://minutes/2024/march/": AddressUnreachableError, APRIL: AddressUnreachableError}
    assert kinds(ended) == down | {str(small_packs[0]): None}
    assert "packtrace retry" in str(ended[0].error)
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    S3FileSystem.clear_instance_cache()
    ran = run("retry", "--store", store.url)
    assert ran.code == 0, ran.err
    assert json.loads(run("status", "--failed", "--json", "--store", store.url).out) == []
    assert {offer.path for offer in latest_offers(store)} == {MARCH, APRIL, str(small_packs[0])}


def test_object_over_the_limit_is_not_fetched(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(S3FileSystem, "get_file", None)
    (ended,) = take(store, "s3://attic/large.pdf", limits=Limits(size=MEBIBYTE))
    assert isinstance(ended.error, TooLargeError)
    assert "has 3,145,736 bytes, and the limit is 1,048,576" in ended.error.message


WAYS = {
    "profile": {"AWS_PROFILE": "packs", "AWS_SHARED_CREDENTIALS_FILE": "keys"},
    "settings of fsspec": {"AWS_ENDPOINT_URL": "", "FSSPEC_S3_KEY": KEY, "FSSPEC_S3_SECRET": SECRET},
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_keys_are_found_where_boto_and_fsspec_look(
    tmp_path: Path, settings: dict[str, str], server: str, root: Path, way: dict[str, str]
) -> None:
    (tmp_path / "keys").write_text(f"[packs]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n")
    without = settings | {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "PYTHONPATH": str(root)} | way
    if "AWS_PROFILE" not in way:
        without["FSSPEC_S3_ENDPOINT_URL"] = server
    code = (
        "from packtrace.inputs import paths_to_inputs as p; print([i.look().size for i in p(['s3://minutes/2024/'])])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | without,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count(",") == 2, done.stderr[-2000:]
