"""What counts as proved: the same words and the same fill, and nothing less."""

from __future__ import annotations

from pathlib import Path

import pytest

from load.types import Claim, Proof
from packtrace.proof.judging import as_printed, judge
from packtrace.proof.second_reader import read_pages
from packtrace.proof.seen import SeenPage
from tests.extract.pdf.made import write_pdf

BOX = (60.0, 70.4, 240.0, 82.4)
CELL = (62.0, 132.0, 158.0, 158.0)
LIGATURES = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /StandardEncoding >> >>"


def seen(tmp_path: Path, content: str, resources: str = "") -> SeenPage:
    (page,) = read_pages(write_pdf(tmp_path / "made.pdf", content, resources=resources), [1])
    assert page is not None
    return page


def written(tmp_path: Path, text: str, resources: str = "") -> SeenPage:
    return seen(tmp_path, f"BT /F 12 Tf 1 0 0 1 60 120 Tm ({text}) Tj ET", resources)


@pytest.mark.parametrize(
    ("painted", "words", "proof"),
    [
        ("Risk register", "Risk register", Proof("proved")),
        ("Risk  register ", "Risk register", Proof("proved")),
        ("Risk register", "Risk registers", Proof("disagrees", "Risk register")),
        ("Risk register", "Risk", Proof("disagrees", "Risk register")),
        ("Risk register", "risk register", Proof("disagrees", "Risk register")),
        ("Riskregister", "Risk register", Proof("disagrees", "Riskregister")),
        ("33,211", "33.211", Proof("disagrees", "33,211")),
        ("\\(285\\)", "285", Proof("disagrees", "(285)")),
        ("", "285", Proof("unreadable", None)),
    ],
)
def test_words_are_proved_where_they_are_the_same(tmp_path: Path, painted: str, words: str, proof: Proof) -> None:
    assert judge(written(tmp_path, painted), Claim(1, BOX, words, None)) == proof


def test_a_ligature_is_its_letters(tmp_path: Path) -> None:
    page = written(tmp_path, "\\256nance", LIGATURES)
    assert judge(page, Claim(1, BOX, "finance", None)) == Proof("proved")


def test_signs_that_the_reader_cannot_name_prove_nothing(tmp_path: Path) -> None:
    proof = judge(written(tmp_path, "a\\003b"), Claim(1, BOX, "a b", None))
    assert proof.status == "unreadable"
    assert proof.seen is not None
    assert proof.seen.isprintable()


def test_a_page_that_cannot_be_read_proves_nothing() -> None:
    assert judge(None, Claim(1, BOX, "Risk", None)) == Proof("unreadable")


def test_writing_across_the_words_is_no_part_of_them(tmp_path: Path) -> None:
    page = seen(tmp_path, "BT /F 12 Tf 1 0 0 1 60 120 Tm (Risk) Tj 0 1 -1 0 75 90 Tm (DRAFT PAPER) Tj ET")
    assert judge(page, Claim(1, BOX, "Risk", None)) == Proof("proved")


@pytest.mark.parametrize(
    ("paint", "colour", "proof"),
    [
        ("1 0.75 0 rg", "#ffbf00", Proof("proved")),
        ("1 0.75 0 rg", "#ffc000", Proof("proved")),
        ("1 0.75 0 rg", "#ff0000", Proof("disagrees", "#ffbf00")),
        ("0 1 1 0 k", "#ee1d23", Proof("proved")),
        ("0 1 1 0 k", "#00b050", Proof("unreadable", "#ff0000")),
        ("0.5 g", "#ff0000", Proof("unreadable", "#808080")),
    ],
)
def test_a_fill_is_proved_where_its_colour_is_the_same(tmp_path: Path, paint: str, colour: str, proof: Proof) -> None:
    page = seen(tmp_path, f"{paint} 60 40 100 30 re f")
    assert judge(page, Claim(1, CELL, "", colour)) == proof


def test_no_fill_proves_no_colour(tmp_path: Path) -> None:
    assert judge(seen(tmp_path, "60 40 100 30 re S"), Claim(1, CELL, "", "#ff0000")) == Proof("unreadable", None)


@pytest.mark.parametrize(("words", "status"), [("On target", "proved"), ("", "proved"), ("Missed", "disagrees")])
def test_the_words_of_a_filled_cell_count_by_their_letters(tmp_path: Path, words: str, status: str) -> None:
    page = seen(tmp_path, "1 0 0 rg 60 40 100 30 re f 0 g BT /F 12 Tf 1 0 0 1 65 50 Tm (* On target) Tj ET")
    assert judge(page, Claim(1, CELL, words, "#ff0000")).status == status


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("self\u00adhelp", "self-help"),
        ("self\u2010help", "self-help"),
        ("ﬁnance o\ufb03cer", "finance officer"),
        ("1\u00a0000", "1 000"),
        ("w\u0302r", "ŵr"),
        ("zero\u200bwidth", "zerowidth"),
        ("2 – 3", "2 – 3"),
        ("½ m²", "½ m²"),
    ],
)
def test_signs_that_are_printed_alike_are_the_same(text: str, printed: str) -> None:
    assert as_printed(text) == printed
