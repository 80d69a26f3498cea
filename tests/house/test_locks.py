"""The lock files hold every dependency by its hash and name no place to fetch it from."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.modules import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
EXTRAS = [need for group in PROJECT["project"]["optional-dependencies"].values() for need in group]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,.-]+\])?==(\S+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def pins(name: str) -> dict[str, list[tuple[str, str]]]:
    """Package name to its pinned versions, each with the rest of its entry (marker and hashes)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for match in PIN.finditer((ROOT / name).read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(match[1]), []).append((match[2], match[3]))
    return found


CASES = [("requirements.lock", need) for need in RUNTIME]
CASES += [("requirements-dev.lock", need) for need in RUNTIME + EXTRAS + DEVELOPMENT]


@pytest.mark.parametrize(("name", "need"), CASES)
def test_dependency_is_locked_at_a_version_that_suits(name: str, need: str) -> None:
    requirement = Requirement(need)
    versions = [version for version, _ in pins(name).get(canonicalize_name(requirement.name), [])]
    assert versions, f"{need} is not in {name}: run make lock"
    assert all(requirement.specifier.contains(version) for version in versions), f"{name} has {versions}: run make lock"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_each_pin_has_hashes_and_no_address(name: str) -> None:
    assert all("--hash=sha256:" in rest for entries in pins(name).values() for _, rest in entries)
    assert not re.search(r"https?://|--(?:extra-)?index-url|--find-links", (ROOT / name).read_text(encoding="utf-8"))


def test_development_lock_holds_all_of_the_other_at_the_same_versions() -> None:
    wide = {(package, version) for package, found in pins("requirements-dev.lock").items() for version, _ in found}
    narrow = {(package, version) for package, found in pins("requirements.lock").items() for version, _ in found}
    assert narrow <= wide
