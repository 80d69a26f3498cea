"""The table of faults tried names tests that are there, and every test of a fault."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.modules import ROOT

NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
ROWS = [
    line
    for line in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and NAMED.search(line)
]


def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_fault_names_tests_that_are_there(row: str) -> None:
    named = NAMED.findall(row.split("|")[3])
    assert named
    assert [f"{file}::{name}" for file, name in named if name not in names_in(file)] == []


def test_every_test_of_a_fault_is_in_the_table() -> None:
    listed = {found for row in ROWS for found in NAMED.findall(row)}
    files = sorted(path.name for path in (ROOT / "tests" / "faults").glob("test_*.py"))
    tests = {(f"faults/{file}", name) for file in files for name in names_in(f"faults/{file}")}
    assert tests - listed == set()
