"""Files that are bad in one named way each, made of sound ones."""

from __future__ import annotations

import zlib
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import EncodedStreamObject, NameObject, NumberObject

_HEAD = b"BT /F 10 Tf 50 800 Td (Agenda) Tj ET\n"


def break_off_page(pack: Path, target: Path, number: int) -> Path:
    """A pack whose page, from 1, holds only the first half of its content as it was packed."""
    writer = PdfWriter(clone_from=PdfReader(pack))
    page = writer.pages[number - 1]
    content = page.get_contents()
    assert content is not None
    packed = zlib.compress(content.get_data())
    half = EncodedStreamObject()
    half._data = packed[: len(packed) // 2]
    half[NameObject("/Filter")] = NameObject("/FlateDecode")
    page[NameObject("/Contents")] = writer._add_object(half)
    writer.write(target)
    return target


def lose_page(pack: Path, target: Path, number: int) -> Path:
    """A pack in which something else stands where a page, from 1, should."""
    writer = PdfWriter(clone_from=PdfReader(pack))
    pages = writer._root_object["/Pages"]["/Kids"]
    writer._objects[pages[number - 1].idnum - 1] = NumberObject(7)
    writer.write(target)
    return target


def lose_list_of_objects(pack: Path, target: Path) -> Path:
    """A pack without the list by which its objects are found, which is all that stands behind them."""
    content = pack.read_bytes()
    target.write_bytes(content[: content.rindex(b"\nxref")])
    return target


def write_swelling(target: Path, megabytes: int) -> Path:
    """A small PDF whose one page unpacks to so much."""
    return _write_page(target, zlib.compress(_HEAD + b" " * (megabytes * 1024**2), 9))


def write_slow(target: Path, words: int) -> Path:
    """A small PDF whose one page says a word as often as asked for."""
    return _write_page(target, zlib.compress(_HEAD + b"BT /F 10 Tf 50 700 Td (word) Tj ET\n" * words, 9))


def _write_page(target: Path, content: bytes) -> Path:
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    written = b"%PDF-1.7\n"
    places = []
    for number, told in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    listed = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    target.write_bytes(written + listed + end)
    return target
