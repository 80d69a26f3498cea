"""The record format as a schema: `records.schema.json`, which is shipped with packtrace."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator

from packtrace.errors import BrokenFormatError

_MOST_SHOWN = 5


def records_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record format."""
    text = resources.files("packtrace").joinpath("records.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def check_format(document: dict[str, Any]) -> None:
    """Raises BrokenFormatError, with the first few places, where a document is not valid by the schema."""
    errors = list(Draft202012Validator(records_schema()).iter_errors(document))
    if errors:
        shown = [f"  {'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors[:_MOST_SHOWN]]
        raise BrokenFormatError(f"The records break their format in {len(errors)} places:\n" + "\n".join(shown))
