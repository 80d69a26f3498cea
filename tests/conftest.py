"""Fixtures that more than one room's tests ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the project."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample packs."""
    return SAMPLES


@pytest.fixture(scope="session")
def county_pack() -> Path:
    """A county council's pack of 236 pages."""
    return SAMPLES / "kent-2013-01-08-policy-and-resources.pdf"


@pytest.fixture(scope="session")
def appendix_pack() -> Path:
    """An appendix of 10 pages without a front sheet: the quickest sample to read."""
    return SAMPLES / "kent-2013-outturn-appendix.pdf"


@pytest.fixture(scope="session")
def board_pack() -> Path:
    """An NHS trust board's pack of 55 pages."""
    return SAMPLES / "nhs-board-2024-11-28.pdf"


@pytest.fixture(scope="session")
def town_pack() -> Path:
    """A town council's pack of 33 pages."""
    return SAMPLES / "town-council-2024-03-19.pdf"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of further papers and tools beside the project; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def small_packs(tmp_path_factory: pytest.TempPathFactory, appendix_pack: Path, town_pack: Path) -> list[Path]:
    """Packs of two or three pages cut out of samples, quick to read."""
    folder = tmp_path_factory.mktemp("small")
    return [
        _some_pages(pack, pages, folder / f"{pack.stem}.pdf")
        for pack, pages in ((appendix_pack, (0, 8)), (town_pack, (0, 2, 28)))
    ]


def _some_pages(pack: Path, pages: tuple[int, ...], target: Path) -> Path:
    writer = PdfWriter()
    writer.append(PdfReader(pack), pages=list(pages))
    writer.write(target)
    return target


@pytest.fixture
def locked_pdf(tmp_path: Path, appendix_pack: Path) -> Path:
    """A pack that opens with a password only."""
    writer = PdfWriter(clone_from=PdfReader(appendix_pack))
    writer.encrypt("open sesame", algorithm="AES-256")
    path = tmp_path / "locked.pdf"
    writer.write(path)
    return path
