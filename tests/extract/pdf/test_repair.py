"""What is lost of a damaged file is found and said: QPDF itself gives what is left and no more."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest

from extract.pdf import find_damaged_pages, repair_pdf
from extract.pdf.errors import DamagedPdfError

CONTENT = b"".join(b"BT /F 10 Tf 50 %d Td (line %d) Tj ET\n" % (800 - n, n) for n in range(300))
PACKED = zlib.compress(CONTENT)
FLIPPED = PACKED[:200] + bytes([PACKED[200] ^ 0xFF]) + PACKED[201:]


def write_pages(path: Path, *packed: bytes) -> Path:
    """A PDF with a page of each content."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for content in packed:
            page = pdf.add_blank_page()
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.obj.Contents = pdf.make_stream(content)
            page.obj.Contents.Filter = pikepdf.Name.FlateDecode
        pdf.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return path


@pytest.mark.parametrize(
    ("content", "damaged"),
    [
        pytest.param(PACKED, False, id="sound"),
        pytest.param(PACKED + b"\r\n", False, id="with an end of line behind it"),
        pytest.param(PACKED[: len(PACKED) // 2], True, id="half"),
        pytest.param(PACKED[:-6], True, id="without its end"),
        pytest.param(PACKED[: len(PACKED) // 2] + bytes(500), True, id="half, then zeros"),
        pytest.param(FLIPPED, True, id="one byte changed"),
    ],
)
def test_page_whose_content_breaks_off_is_found(tmp_path: Path, content: bytes, damaged: bool) -> None:
    path = write_pages(tmp_path / "a.pdf", PACKED, content, PACKED)
    assert find_damaged_pages(path) == ((2,) if damaged else ())
    assert repair_pdf(path, tmp_path / "b.pdf", whole=False).lost_pages == ((2,) if damaged else ())


def test_part_of_a_page_does_not_pass_for_the_whole(tmp_path: Path) -> None:
    path = write_pages(tmp_path / "a.pdf", PACKED, PACKED[: len(PACKED) // 2])
    with pytest.raises(DamagedPdfError, match="1 of its 2 pages are lost"):
        repair_pdf(path, tmp_path / "b.pdf", whole=True)
