"""Owners printed as initials, and whom of the sample packs' own people they stand for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

_SCRIPT = """
import sys
from pathlib import Path
from packtrace.pipeline import read_pack
known = read_pack(Path(sys.argv[1]), second_opinion=False).known_owners
print(*(f"{printed}={owner.name} p{owner.sources[0].page}" for printed, owner in known.items()), sep=";")
print("spacy" in sys.modules)
"""


def read_apart(pack: str) -> tuple[dict[str, str], bool]:
    """Who is known in a sample pack, and whether spaCy was imported for it; in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(SAMPLES / pack)], capture_output=True, text=True, check=True
    )
    known, imported = ran.stdout.splitlines()
    return dict(entry.split("=") for entry in known.split(";") if entry), imported == "True"


def test_initials_are_those_of_people_who_were_there() -> None:
    known, imported = read_apart("nhs-board-2024-11-28.pdf")
    assert known["HOC"] == "Dr Henrietta Oyelaran-Cole p5"
    assert known["ABS"] == "Mr Ade Bankole-Smith p5"
    assert len(known) == 10
    assert not imported, "minutes that list all of them need no reading of running text"


def test_initials_of_nobody_in_the_pack_stay_as_they_are() -> None:
    known, _ = read_apart("town-council-2024-03-19.pdf")
    assert known["NHR"] == "Mrs N Hopkins-Rees p4"
    assert known["Cllr Pugh"] == "D Pugh p4"
    assert "JT" not in known


@pytest.mark.parametrize("pack", ["strathlaver-2025-03-12-audit-and-risk.pdf", "kent-2013-outturn-appendix.pdf"])
def test_pack_without_short_forms_imports_nothing(pack: str) -> None:
    assert Path(SAMPLES / pack).exists()
    assert read_apart(pack) == ({}, False)
