"""Measuring work in this process and in others, and Markdown tables of what came out."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
BODIES = ROOT / "tests" / "golden" / "bodies"
COUNTY_PACK = SAMPLES / "kent-2013-01-08-policy-and-resources.pdf"
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes on macOS, KiB elsewhere


class Cost(NamedTuple):
    """Seconds of CPU and of the clock, and the most memory held at once in bytes (0 where not measured)."""

    cpu: float
    wall: float
    peak: int = 0


class CommandFailedError(Exception):
    """A command that was to be measured did not succeed; the message holds the end of what it said."""


def cost_of(work: Callable[[], object]) -> Cost:
    """What a piece of work costs in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Cost(time.process_time() - cpu, time.perf_counter() - wall)


def cost_of_packtrace(*arguments: str) -> Cost:
    """What one run of the command line costs, start-up included; CommandFailedError where it fails.

    Python may keep its compiled modules, as it does for users, whatever the environment of the benchmark says.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "packtrace", *arguments]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailedError(f"packtrace {' '.join(arguments)}: exit code {process.returncode}\n{said[-2000:]}")
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _RSS_UNIT)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are set to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
