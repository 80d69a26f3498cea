"""Files that cannot be read are refused with what is wrong; files that can be are read whatever is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from extract.pdf import PdfError, open_pdf
from extract.pdf.errors import DamagedPdfError, EmptyFileError, LockedPdfError, NotAPdfError, PathMissingError
from tests.extract.pdf.made import first_page, write_pdf

LINE = "BT /F 12 Tf 40 100 Td (Item 4) Tj ET 20 90 100 20 re S"
OUTLINE = {
    50: "<< /Type /Annot /Subtype /Link /Rect [40 90 90 110] /A << /S /URI /URI (https://example.org/4) >> >>",
    51: "<< /Type /Annot /Subtype /Link /Rect [40 90 90 110] /Dest [12 0 R /Fit] >>",
}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, PathMissingError),
        (b"", EmptyFileError),
        (b"<html>not found</html>", NotAPdfError),
        (b"%PDF-1.7\n1 0 obj << >>", DamagedPdfError),
        (b"%PDF-1.7\nnothing of use\nstartxref\n5\n%%EOF", DamagedPdfError),
    ],
    ids=["missing", "empty", "web page", "cut short", "hollow"],
)
def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, content: bytes | None, error: type[PdfError]) -> None:
    path = tmp_path / "a.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=r"a\.pdf"):
        open_pdf(path)


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(write_pdf(tmp_path / "open.pdf", LINE)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(LockedPdfError):
        open_pdf(tmp_path / "locked.pdf")


def test_links_lead_to_pages_and_addresses(tmp_path: Path) -> None:
    page = "/MediaBox [0 0 300 200] /Annots [50 0 R 51 0 R]"
    links = first_page(write_pdf(tmp_path / "a.pdf", LINE, LINE, page=page, objects=OUTLINE)).links
    assert [(link.page, link.address) for link in links] == [(None, "https://example.org/4"), (2, None)]
    assert links[0].box == pytest.approx((1, 40, 90, 90, 110))


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 1200), junk=st.binary(min_size=1, max_size=12))
def test_damage_never_brings_the_reader_down(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    path = write_pdf(tmp_path_factory.mktemp("damaged") / "a.pdf", LINE, LINE)
    whole = path.read_bytes()
    at = min(at, len(whole))
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    try:
        document = open_pdf(path)
    except PdfError:
        return  # refused, which is as good
    assert [page.number for page in document.pages()] == list(range(1, document.page_count + 1))
