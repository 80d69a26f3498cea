"""Small PDFs written by hand for tests: a page's content as its operators, so that each pitfall is made exactly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from extract.pdf import open_pdf
from extract.pdf.types import Page

FONTS = {
    "F": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "B": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
}


def stream(content: str | bytes, entries: str = "") -> bytes:
    """A stream object with its dictionary's further entries."""
    body = content.encode("latin-1") if isinstance(content, str) else content
    return f"<< {entries} /Length {len(body)} >>\nstream\n".encode("latin-1") + body + b"\nendstream"


def write_pdf(
    path: Path,
    *contents: str,
    page: str = "/MediaBox [0 0 300 200]",
    resources: str = "",
    objects: Mapping[int, str | bytes] = {},
) -> Path:
    """A PDF with a page for each content. `objects` adds objects by number, from 50 on, for `page` and `resources`."""
    fonts = " ".join(f"/{name} {font}" for name, font in FONTS.items())
    if "/Font" in resources:
        fonts = ""
    whole = f"/Resources << {f'/Font << {fonts} >>' if fonts else ''} {resources} >>"
    numbers = [10 + 2 * at for at in range(len(contents))]
    every: dict[int, str | bytes] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] /Count {len(numbers)} >>",
    }
    for number, content in zip(numbers, contents, strict=True):
        every[number] = f"<< /Type /Page /Parent 2 0 R {page} {whole} /Contents {number + 1} 0 R >>"
        every[number + 1] = stream(content)
    path.write_bytes(_assembled({**every, **objects}))
    return path


def _assembled(objects: Mapping[int, str | bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += (
            f"{number} 0 obj\n".encode() + (body.encode("latin-1") if isinstance(body, str) else body) + b"\nendobj\n"
        )
    table = b"".join(f"{n} 1\n{at:010d} 00000 n \n".encode() for n, at in places.items())
    size = max(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    return out + b"xref\n0 1\n0000000000 65535 f \n" + table + trailer


def first_page(path: Path) -> Page:
    """The first page of a file as read."""
    return next(open_pdf(path).pages())


def read(path: Path, content: str, **more: object) -> Page:
    """The page that a content makes, written to `path` and read again."""
    return first_page(write_pdf(path, content, **more))  # type: ignore[arg-type] # write_pdf's own options
