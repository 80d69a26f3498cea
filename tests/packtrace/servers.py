"""Servers for tests, each a process of its own on a port that the system chooses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

KEY, SECRET = "operator", "open-sesame"


@contextmanager
def started(command: list[str], said: re.Pattern[str]) -> Iterator[str]:
    """A server that runs while the block does; gives what `said` finds in its first words."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            assert server.stdout is not None
            heard = []
            for line in server.stdout:
                heard.append(line)
                if found := said.search(line):
                    yield found[1]
                    return
            pytest.fail(f"the server ended: {''.join(heard)}")
        finally:
            server.kill()


@contextmanager
def serving_s3(folder: Path) -> Iterator[str]:
    """rclone, which gives the folders of a folder as buckets of S3 to whoever signs with KEY and SECRET."""
    beside = Path(sys.executable).with_name("rclone")
    rclone = str(beside) if beside.exists() else shutil.which("rclone")
    if rclone is None:
        pytest.skip("rclone, which serves S3, is not installed")
    keys = f"--auth-key={KEY},{SECRET}"
    command = [rclone, "serve", "s3", "--config", os.devnull, "--addr", "127.0.0.1:0", keys, str(folder)]
    with started(command, re.compile(r"\[(http://[^/]+)/\]")) as address:
        yield address


@contextmanager
def serving_web(folder: Path, certificate: Path | None = None) -> Iterator[str]:
    """`tests/packtrace/web_server.py`, which gives the files of a folder and fails in named ways; by TLS if there is
    a certificate.
    """
    script = Path(__file__).with_name("web_server.py")
    command = [sys.executable, str(script), str(folder), *([str(certificate)] if certificate else [])]
    with started(command, re.compile(r"serving (https?://\S+)")) as address:
        yield address
