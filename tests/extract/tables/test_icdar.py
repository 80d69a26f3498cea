"""The competition's documents, where they are beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import icdar

LEAST_F1 = 0.97


def test_neighbouring_cells_of_the_competition_are_found(shared: Path) -> None:
    folder = shared / "tables" / "icdar2013-eu"
    references = sorted(folder.glob("*-str.xml"))
    if not references:
        pytest.skip("the competition's documents are not here")
    found = [icdar.ours(path.with_name(path.name.replace("-str.xml", ".pdf"))) for path in references]
    assert icdar.score(found, references, icdar.load_measure()).f1 >= LEAST_F1
