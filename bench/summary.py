"""Runs every benchmark and writes one Markdown report, to standard output and to data/bench.md."""

from __future__ import annotations

import platform
import sys

from bench import accuracy, batches, memory, proof, scale, speed
from bench.measure import ROOT


def main() -> None:
    """Prints each part as soon as it is measured."""
    parts = [f"# Benchmarks\n\nPython {platform.python_version()} on {platform.system()} {platform.machine()}."]
    print(parts[0], flush=True)
    for measured in (speed, memory, batches, scale, accuracy, proof):
        parts.append(measured.report())
        print(f"\n{parts[-1]}", flush=True)
    target = ROOT / "data" / "bench.md"
    target.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(f"\nWritten to {target.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
