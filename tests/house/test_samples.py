"""The register of samples names each file, and reference answers keep to the record format."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tests.house.modules import ROOT

SAMPLES = ROOT / "samples"
SCHEMA = ROOT / "packtrace" / "records.schema.json"
REFERENCES = sorted(SAMPLES.glob("*.records.json"))
MOST_BYTES = 12_000_000
ASKS_NOTHING = "__any__"


def registered_rows() -> dict[str, list[str]]:
    """The rows of the register by file name: pages, source, purpose, how made, licence."""
    lines = (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `"))
    return {row[0].strip("`"): row[1:] for row in rows}


def test_register_names_each_file_and_no_other() -> None:
    files = {path.name for path in SAMPLES.iterdir() if path.name != "README.md"}
    assert set(registered_rows()) == files


def test_register_says_where_each_file_comes_from() -> None:
    for name, (_pages, *cells) in registered_rows().items():
        assert len(cells) == 4, name
        assert all(cells), f"{name}: source, purpose, how made and licence are all wanted"


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_sample_is_small_enough_to_keep(path: Path) -> None:
    assert path.stat().st_size < MOST_BYTES


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.name)
def test_each_reference_has_its_pack_and_counts_its_pages(path: Path) -> None:
    pack = path.with_name(path.name.replace(".records.json", ".pdf"))
    pages = registered_rows()[pack.name][0]
    assert re.search(rb"%PDF-1\.\d", pack.read_bytes()[:1024])
    assert str(json.loads(path.read_bytes())["pack"]["page_count"]) == pages


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.name)
def test_reference_keeps_to_the_record_format(path: Path) -> None:
    if not SCHEMA.exists():
        pytest.skip("packtrace/records.schema.json is not here yet")
    validator = Draft202012Validator(json.loads(SCHEMA.read_bytes()))
    errors = [error for error in validator.iter_errors(json.loads(path.read_bytes())) if not _is_leave(error)]
    assert not errors, [f"{list(error.absolute_path)}: {error.message}" for error in errors[:5]]


def _is_leave(error: ValidationError) -> bool:
    """Whether the value is one that references alone may hold: `__any__`, or `any_of` values that are valid."""
    value: Any = error.instance
    if value == ASKS_NOTHING:
        return True
    if not isinstance(value, dict) or set(value) != {"any_of"}:
        return False
    choice = Draft202012Validator(error.schema)
    return all(option == ASKS_NOTHING or choice.is_valid(option) for option in value["any_of"])


def test_leave_is_given_to_nothing_else() -> None:
    validator = Draft202012Validator({"properties": {"rag": {"enum": ["red", None]}}})
    wrong = [{"rag": "crimson"}, {"rag": {"any_of": ["red", "crimson"]}}, {"rag": {"any_of": ["red"], "raw": "R"}}]
    right = [{"rag": ASKS_NOTHING}, {"rag": {"any_of": ["red", None]}}]
    assert all(not _is_leave(error) for value in wrong for error in validator.iter_errors(value))
    assert all(_is_leave(error) for value in right for error in validator.iter_errors(value))
