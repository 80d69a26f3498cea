"""Which version of packtrace comes after which."""

from __future__ import annotations

import re


def is_newer(version: str, than: str) -> bool:
    """Whether one version of packtrace comes after another, by the numbers in it."""
    return _version_numbers(version) > _version_numbers(than)


def _version_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version.partition("+")[0]))
