"""The reader of imports, on which the import rules hang, sees every way to write one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.modules import Module, imports_of


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("import sqlalchemy.orm", {"sqlalchemy.orm"}),
        ("import numpy as np, spacy", {"numpy", "spacy"}),
        ("from pypdfium2 import raw", {"pypdfium2"}),
        ("from extract.pdf.types import Box", {"extract.pdf.types"}),
        ("from extract.pdf import types", {"extract.pdf.types"}),
        ("from extract.pdf import open_pdf", {"extract.pdf"}),
        ("from . import excerpt", {"extract.layout.excerpt"}),
        ("from .excerpt import Excerpt", {"extract.layout.excerpt"}),
        ("from ..pdf.types import Box", {"extract.pdf.types"}),
        ("def read():\n    import camelot", {"camelot"}),
        ("if TYPE_CHECKING:\n    from extract.tables import types", {"extract.tables.types"}),
    ],
)
def test_every_way_to_import_is_seen(source: str, imported: set[str]) -> None:
    module = Module("extract.layout.lines", Path("lines.py"), False, ast.parse(source))
    assert imports_of(module) == imported


def test_a_package_is_the_base_of_its_own_relative_imports() -> None:
    module = Module("extract.layout", Path("__init__.py"), True, ast.parse("from .types import Line"))
    assert imports_of(module) == {"extract.layout.types"}
