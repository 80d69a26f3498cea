"""The second reader sees words and fills at the same places of the page as displayed as the first one."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from extract.pdf import open_pdf
from packtrace.proof.second_reader import can_open, read_pages
from packtrace.proof.seen import SeenPage, fills_in_box, writings_in_box
from tests.extract.pdf.made import stream, write_pdf

LINES = "BT /F 12 Tf 1 0 0 1 60 120 Tm (Risk register) Tj 1 0 0 1 60 105 Tm (is noted) Tj ET "
TURNED = (
    "BT /F 12 Tf 0 1 -1 0 220 60 Tm (Upwards) Tj 0 -1 1 0 240 140 Tm (Downwards) Tj -1 0 0 -1 200 80 Tm (Over) Tj ET"
)
RED = "1 0 0 rg 60 40 100 30 re f "

PAGES = {
    "plain": "/MediaBox [0 0 300 200]",
    "off the origin": "/MediaBox [-50 20 250 220]",
    "cropped": "/MediaBox [0 0 300 200] /CropBox [40 20 290 180]",
    "cropped beyond the page": "/MediaBox [0 0 300 200] /CropBox [-40 20 290 700]",
    "cropped off the origin": "/MediaBox [-50 20 250 220] /CropBox [-10 30 250 210]",
}


@pytest.fixture(autouse=True)
def _quiet() -> None:
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def second(path: Path, number: int = 1) -> SeenPage:
    (page,) = read_pages(path, [number])
    assert page is not None
    return page


def read(tmp_path: Path, content: str, **more: object) -> SeenPage:
    return second(write_pdf(tmp_path / "made.pdf", content, **more))  # type: ignore[arg-type]  # write_pdf's own options


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_both_readers_see_each_word_in_the_same_box(tmp_path: Path, page: str, turn: int) -> None:
    path = write_pdf(tmp_path / "made.pdf", LINES + TURNED, page=f"{page} /Rotate {turn}")
    (first,) = open_pdf(path).pages()
    other = second(path)
    assert {word.text for word in first.words} == {"Risk", "register", "is", "noted", "Upwards", "Downwards", "Over"}
    for word in first.words:
        assert writings_in_box(other, tuple(word.box[1:])) == [word.text]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_both_readers_see_fills_in_the_same_box(tmp_path: Path, page: str, turn: int) -> None:
    path = write_pdf(tmp_path / "made.pdf", RED, page=f"{page} /Rotate {turn}")
    (first,) = open_pdf(path).pages()
    (fill,) = second(path).fills
    assert fill.box == pytest.approx(tuple(first.fills.boxes[0].tolist()), abs=0.01)
    assert (fill.rgb, fill.exact) == ((255, 0, 0), True)


def test_a_line_is_not_that_above_or_below(tmp_path: Path) -> None:
    page = read(tmp_path, LINES)
    assert writings_in_box(page, (60, 70.4, 140, 82.4)) == ["Risk register"]
    assert writings_in_box(page, (60, 85.4, 140, 97.4)) == ["is noted"]
    assert writings_in_box(page, (60, 70.4, 140, 97.4)) == ["Risk register is noted"]
    assert writings_in_box(page, (60, 20, 140, 30)) == []


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("(Risk) Tj", "Risk"),
        ("[(Ri) 60 (sk)] TJ", "Risk"),
        ("[(two) -250 (words)] TJ", "two words"),
        ("(one ) Tj ( space) Tj", "one space"),
        ("(twice) Tj 1 0 0 1 60.3 120 Tm (twice) Tj", "twice"),
        ("(nd) Tj 1 0 0 1 62 120 Tm ( ) Tj", "nd"),
        ("(22) Tj 5 Ts /F 7 Tf (nd) Tj", "22nd"),
        ("1 0 0 1 90 120 Tm (right) Tj 1 0 0 1 60 120 Tm (left) Tj", "left right"),
    ],
)
def test_words_in_a_box(tmp_path: Path, shown: str, text: str) -> None:
    page = read(tmp_path, f"BT /F 12 Tf 1 0 0 1 60 120 Tm {shown} ET")
    assert writings_in_box(page, (60, 70.4, 140, 82.4)) == [text]


def test_writing_that_stands_otherwise_is_a_text_of_its_own(tmp_path: Path) -> None:
    page = read(tmp_path, "BT /F 12 Tf 1 0 0 1 60 120 Tm (Risk) Tj 0 1 -1 0 75 118 Tm (i) Tj ET")
    assert writings_in_box(page, (60, 70.4, 90, 82.4)) == ["Risk", "i"]


def test_slanted_writing_is_no_line(tmp_path: Path) -> None:
    page = read(tmp_path, "BT /F 12 Tf 0.7 0.7 -0.7 0.7 60 80 Tm (DRAFT) Tj ET")
    assert writings_in_box(page, (0, 0, 300, 200)) == []


def test_words_of_a_form_are_seen(tmp_path: Path) -> None:
    form = stream(
        "BT /F 12 Tf (inside) Tj ET", "/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Matrix [1 0 0 1 60 120]"
    )
    page = read(tmp_path, "/X Do", resources="/XObject << /X 50 0 R >>", objects={50: form})
    assert writings_in_box(page, (60, 70.4, 140, 82.4)) == ["inside"]


@pytest.mark.parametrize(
    ("paint", "rgb", "exact"),
    [
        ("1 0.75 0 rg 60 40 100 30 re f", (255, 191, 0), True),
        ("0.5 g 60 40 100 30 re f", (128, 128, 128), False),
        ("0 1 1 0 k 60 40 100 30 re f", (255, 0, 0), False),
        ("0 1 0 rg 60 40 100 30 re f 1 0 0 rg 60 40 100 30 re f", (255, 0, 0), True),
        ("1 0 0 rg 60 40 m 160 40 l 160 70 l 60 70 l h f", (255, 0, 0), True),
    ],
)
def test_fills_by_their_colour(tmp_path: Path, paint: str, rgb: tuple[int, int, int], exact: bool) -> None:
    seen = fills_in_box(read(tmp_path, paint), (62, 132, 158, 158))
    assert [(fill.rgb, fill.exact) for fill in seen if fill] == [(rgb, exact)] * 5


def test_where_nothing_is_filled_there_is_no_colour(tmp_path: Path) -> None:
    page = read(tmp_path, "1 0 0 rg 60 40 100 30 re S")
    assert fills_in_box(page, (62, 132, 158, 158)) == (None,) * 5


def test_a_page_that_cannot_be_read_costs_no_other(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "made.pdf", LINES, LINES, LINES, page="/MediaBox [0 0 300 200] /Rotate 0  ")
    before, *after = path.read_bytes().split(b"/Rotate 0  ")
    path.write_bytes(b"".join((before, b"/Rotate 0  ", after[0], b"/Rotate (x)", after[1], b"/Rotate 0  ", after[2])))
    pages = list(read_pages(path, [1, 2, 3, 4]))
    assert [page is not None for page in pages] == [True, False, True, False]


def test_what_is_no_pdf_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_bytes(b"nothing of the kind")
    assert not can_open(tmp_path / "no.pdf", 1)
    path = write_pdf(tmp_path / "made.pdf", LINES)
    assert can_open(path, 1)
    assert not can_open(path, 2)
