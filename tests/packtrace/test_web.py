"""Packs at http:// and https:// addresses, from a web server that is a process of its own and fails in named ways."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from fsspec.implementations.http import HTTPFileSystem

from load import Store, latest_offers, list_packs
from packtrace import errors
from packtrace.limits import MEBIBYTE, Limits
from tests.packtrace.servers import serving_web
from tests.packtrace.test_s3 import kinds, take

QUICK = Limits(seconds=1.0, size=2 * MEBIBYTE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, small_packs: list[Path]) -> Path:
    folder = tmp_path_factory.mktemp("web")
    shutil.copy(small_packs[0], folder / "pack.pdf")
    (folder / "packs" / "march").mkdir(parents=True)
    shutil.copy(small_packs[0], folder / "packs" / "a.pdf")
    shutil.copy(small_packs[1], folder / "packs" / "march" / "b & c.PDF")
    (folder / "packs" / "notes.txt").write_text("no pack")
    return folder


@pytest.fixture(scope="module")
def web(folder: Path) -> Iterator[str]:
    with serving_web(folder) as address:
        yield address


@pytest.fixture(autouse=True)
def fresh_connections() -> None:
    HTTPFileSystem.clear_instance_cache()


def test_pack_is_fetched_once_and_kept(store: Store, web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"{web}/pack.pdf"
    assert kinds(take(store, address)) == {address: None}
    monkeypatch.setattr(HTTPFileSystem, "get_file", None)
    assert kinds(take(store, address)) == {address: None}
    (pack,) = list_packs(store)
    assert pack.row.path == address
    assert (Path(store.path or "").parent / "packs" / f"{pack.row.sha256}.pdf").is_file()


def test_folder_that_the_server_lists_gives_its_packs(store: Store, web: str) -> None:
    ended = take(store, f"{web}/packs/")
    assert [one.offer.file_name for one in ended] == ["a.pdf", "b & c.PDF"]
    assert {one.error for one in ended} == {None}


def test_moved_pack_is_followed(store: Store, web: str) -> None:
    assert kinds(take(store, f"{web}/moved.pdf")) == {f"{web}/moved.pdf": None}


FAULTS = [
    ("none.pdf", errors.PathMissingError, "nothing stands there"),
    ("private.pdf", errors.AddressRefusedError, "not given to you"),
    ("busy.pdf", errors.AddressUnreachableError, "answered 503"),
    ("in-circles.pdf", errors.AddressUnreachableError, "cannot be had"),
    ("cut.pdf", errors.AddressUnreachableError, "cannot be had"),
    ("hangs.pdf", errors.TimedOutError, "said nothing for 1 seconds"),
    ("hangs-on-the-way.pdf", errors.TimedOutError, "said nothing for 1 seconds"),
    ("drips.pdf", errors.TimedOutError, "not fetched after 1 seconds"),
    ("large.pdf", errors.TooLargeError, "5,368,709,120 bytes"),
    ("grows.pdf", errors.TooLargeError, "the limit is 2,097,152"),
]


@pytest.mark.parametrize(("name", "kind", "said"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_fault_of_the_server_costs_only_its_pack(
    store: Store, web: str, name: str, kind: type[errors.PackError], said: str
) -> None:
    bad, good = f"{web}/{name}", f"{web}/pack.pdf"
    began = time.monotonic()
    ended = take(store, bad, good, limits=QUICK)
    assert time.monotonic() - began < 60
    assert kinds(ended) == {bad: kind, good: None}
    assert said in str(ended[0].error)
    assert bad in str(ended[0].error)
    offers = {offer.path: offer for offer in latest_offers(store)}
    assert (offers[bad].outcome, offers[bad].pack_id) == (kind.outcome, None)


def test_server_that_is_not_there_is_told(store: Store) -> None:
    absent = (
        "http://127.0.0.1:1/a.pdf",
        "http://127.0.0.1:1/packs/",
        "http://127.0.0.1:1/*.pdf",
        "gopher://host/a.pdf",
    )
    assert kinds(take(store, *absent)) == dict.fromkeys(absent, errors.AddressUnreachableError)


def test_folder_that_is_not_there_is_told(store: Store, web: str) -> None:
    absent = (f"{web}/none/", f"{web}/none/*.pdf")
    assert kinds(take(store, *absent)) == dict.fromkeys(absent, errors.PathMissingError)


def test_certificate_is_asked_for(store: Store, folder: Path, tmp_path: Path, root: Path) -> None:
    certificate = write_certificate(tmp_path / "server.pem")
    with serving_web(folder, certificate) as address:
        (ended,) = take(store, f"{address}/pack.pdf")
        trusting = os.environ | {"SSL_CERT_FILE": str(certificate), "PYTHONPATH": str(root)}
        code = f"from packtrace.remote import RemoteFile as File; print(File('{address}/pack.pdf').look().size)"
        known = subprocess.run([sys.executable, "-c", code], env=trusting, capture_output=True, text=True, check=False)
    assert isinstance(ended.error, errors.AddressUnreachableError)
    assert "certificate" in ended.error.message
    assert int(known.stdout) == (folder / "pack.pdf").stat().st_size, known.stderr


def write_certificate(path: Path) -> Path:
    """A certificate for this machine with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).add_extension(names, critical=False)
    made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    written = key.private_bytes(serialization.Encoding.PEM, *plain)
    path.write_bytes(written + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path
