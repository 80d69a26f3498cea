"""A PostgreSQL server of our own for the tests: started in a new folder, reached through its socket, thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here has to survive a power cut, and nobody else should be able to connect.
SETTINGS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses= -c max_connections=40"


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl of the newest server that is installed, None where there is none."""
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if found := shutil.which("pg_ctl"):
        folders.append(Path(found).parent)
    folders = [folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()]
    return max(folders, key=_version) if folders else None


def _version(folder: Path) -> int:
    said = subprocess.run([folder / "pg_ctl", "--version"], capture_output=True, text=True, check=True).stdout
    return (
        int(said.split()[-1].partition(".")[0]) if said.split()[-1][0].isdigit() else int(said.split()[2].split(".")[0])
    )


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """The URL of a running server (without a database name), stopped and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="packtrace-pg-"))
    user = _server_user()
    own_by_server(folder)
    data = folder / "data"
    try:
        _run(user, programs / "initdb", "-D", data, "-U", "packtrace", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"{SETTINGS} -k {folder}"
        _run(user, programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://packtrace@/{{name}}?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def own_by_server(folder: Path) -> None:
    """Gives a folder to the user that servers run as."""
    user = _server_user()
    os.chown(folder, user.pw_uid, user.pw_gid)


def restart_server(folder: Path) -> None:
    """Stops the server of a folder, which cuts off all who are connected, and starts it anew after a second.

    Not as a crash would: with the settings for tests that loses what was committed last.
    """
    programs = find_programs()
    assert programs is not None, "the server that is to be started anew has been started"
    user, data = _server_user(), folder / "data"
    _run(user, programs / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop")
    time.sleep(1)
    _run(user, programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", f"{SETTINGS} -k {folder}", "-w", "start")


def _server_user() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root: then it runs as the user that its package made."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(user: pwd.struct_passwd, *command: object) -> None:
    change = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd="/", **change)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
