"""The overview answers at once, and says all there is."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version

import pytest

from packtrace.__main__ import COMMANDS, overview
from packtrace.version import VERSION

MOST_SECONDS = 0.2  # of CPU; about 0.05 of them here
HEAVY = {"typer", "click", "rich", "sqlalchemy", "numpy", "pandas", "pypdfium2", "PIL", "jsonschema", "spacy", "load"}


def cpu_seconds_of_help() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "packtrace", "--help"], check=True, capture_output=True, env=compiling())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compiling() -> dict[str, str]:
    """The environment of somebody whose Python keeps what it has compiled, as it does unless told otherwise."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def test_help_takes_less_than_a_fifth_of_a_second_of_cpu() -> None:
    assert min(cpu_seconds_of_help() for _ in range(4)) < MOST_SECONDS


def test_help_loads_no_heavy_library() -> None:
    code = "import sys; from packtrace.__main__ import overview; overview(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not HEAVY & set(loaded)


def test_help_names_every_command_and_exit_code() -> None:
    text = overview()
    assert all(f"packtrace {command.name}" in text for command in COMMANDS)
    assert "130" in text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_command_has_help_and_does_what_the_overview_says(run, command) -> None:
    function = getattr(import_module(f"packtrace.commands.{command.name}"), command.name)
    assert function.__doc__.split()[0] == command.summary.split()[0]
    ran = run(command.name, "--help")
    assert ran.code == 0
    assert f"packtrace {command.name}" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["-h"], 0), (["--version"], 0), ([], 2), (["digest"], 2), (["show"], 2)]
)
def test_overview_usage_and_version(run, arguments: list[str], code: int) -> None:
    ran = run(*arguments)
    assert ran.code == code
    assert "packtrace" in ran.out + ran.err


def test_version_is_that_of_the_distribution() -> None:
    assert version("packtrace") == VERSION
