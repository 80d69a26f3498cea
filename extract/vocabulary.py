"""Reads the reviewed word lists (`*/vocabulary/*.toml`) that rules are made of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any


class VocabularyError(ValueError):
    """A word list that does not have the form its reader asks for."""


def read_vocabulary(package: str, name: str, shape: Mapping[str, type]) -> dict[str, Any]:
    """The tables of `package/vocabulary/name.toml`; `shape` names every key and the type of its value.

    A missing key, an unknown one or a value of another type is a VocabularyError.
    """
    data = tomllib.loads(files(package).joinpath("vocabulary", f"{name}.toml").read_text("utf-8"))
    unknown, missing = data.keys() - shape.keys(), shape.keys() - data.keys()
    if unknown or missing:
        raise VocabularyError(f"{package}/vocabulary/{name}.toml: unknown {sorted(unknown)}, missing {sorted(missing)}")
    for key, kind in shape.items():
        if not isinstance(data[key], kind):
            raise VocabularyError(f"{package}/vocabulary/{name}.toml: {key} is not a {kind.__name__}")
    return data


def any_of(patterns: list[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that matches what any of the given ones matches."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
