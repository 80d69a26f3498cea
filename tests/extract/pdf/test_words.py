"""Characters become the words that a reader of the page sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pdf import open_pdf
from extract.pdf.types import Page, Word
from tests.extract.pdf.made import FONTS, read, stream, write_pdf

SYMBOL = "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def to_unicode(codes: dict[int, str]) -> bytes:
    """The stream that says which characters the codes of a font stand for."""
    lines = "\n".join(f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in codes.items())
    return stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}\nendbfchar\nendcmap end end"
    )


def mapped(path: Path, shown: str, codes: dict[int, str], name: str = "Helvetica") -> Page:
    """A page that shows codes of a font that says itself what they stand for."""
    font = f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding /ToUnicode 50 0 R >>"
    content = f"BT /M 12 Tf 40 100 Td [{shown}] TJ ET"
    return read(path, content, resources=f"/Font << /M {font} /F {FONTS['F']} >>", objects={50: to_unicode(codes)})


CASES = {
    "words of a line": ("BT /F 12 Tf 40 100 Td (Minutes of the meeting) Tj ET", ["Minutes", "of", "the", "meeting"]),
    "no-break space": ("BT /F 12 Tf 40 100 Td (\xa350\\240million) Tj ET", ["£50", "million"]),
    "kerned pairs": ("BT /F 12 Tf 40 100 Td [(A) 80 (V) 60 (A)] TJ ET", ["AVA"]),
    "gap without a space": ("BT /F 12 Tf 40 100 Td [(next) -250 (item)] TJ ET", ["next", "item"]),
    "small type without spaces": ("BT /F 6 Tf 40 100 Td [(tiny) -220 (words)] TJ ET", ["tiny", "words"]),
    "letters placed one by one": (
        "BT /F 10 Tf 40 100 Td (H) Tj 7.22 0 Td (e) Tj 5.56 0 Td (l) Tj 2.22 0 Td (p) Tj ET",
        ["Help"],
    ),
    "pieces of a word out of order": (
        "BT /F 10 Tf 59.45 100 Td (day) Tj ET BT /F 10 Tf 40 150 Td (Top) Tj ET BT /F 10 Tf 40 100 Td (Mon) Tj ET",
        ["Top", "Monday"],
    ),
    "neighbours with a gap between, out of order": (
        "BT /F 10 Tf 62.2 100 Td (day) Tj ET BT /F 10 Tf 40 150 Td (Top) Tj ET BT /F 10 Tf 40 100 Td (Mon) Tj ET",
        ["day", "Top", "Mon"],
    ),
    "dots to a page number": (
        "BT /F 12 Tf 40 100 Td (Summary............7) Tj ET",
        ["Summary", "............", "7"],
    ),
    "a full stop above a line to sign on": (
        "BT /F 12 Tf 40 100 Td (noted.) Tj 0 -20 Td (........) Tj ET",
        ["noted.", "........"],
    ),
    "kerned pieces of a word out of order": (
        "BT /F 12 Tf 47.2 100 Td (ariance) Tj ET BT /F 12 Tf 40 150 Td (Top) Tj ET BT /F 12 Tf 40 100 Td (V) Tj ET",
        ["Top", "Variance"],
    ),
    "a line to sign on": ("BT /F 12 Tf 40 100 Td (Signed:________) Tj ET", ["Signed:", "________"]),
    "an ellipsis": ("BT /F 12 Tf 40 100 Td (wait...) Tj ET", ["wait..."]),
    "a heading with its letters apart": ("BT /F 12 Tf 4 Tc 40 100 Td (AGENDA) Tj ET", ["AGENDA"]),
    "letters in a row with spaces": ("BT /F 12 Tf 40 100 Td (Y N Y N N Y) Tj ET", ["Y", "N", "Y", "N", "N", "Y"]),
    "initials set apart without spaces": (
        "BT /F 12 Tf 40 100 Td [(Mr) -278 (E) -278 (E) -278 (C) -278 (Hotson)] TJ ET",
        ["Mr", "E", "E", "C", "Hotson"],
    ),
    "raised ending of a date": (
        "BT /F 12 Tf 40 100 Td (7) Tj /F 7 Tf 4 Ts (th) Tj 0 Ts /F 12 Tf ( May) Tj ET",
        ["7th", "May"],
    ),
    "raised mark of a footnote": ("BT /F 12 Tf 40 100 Td (policy) Tj /F 7 Tf 4 Ts (27) Tj ET", ["policy", "27"]),
    "bold by printing twice": (
        "BT /F 12 Tf 40 100 Td (Bold) Tj ET BT /F 12 Tf 40.2 100 Td (Bold) Tj ET",
        ["Bold"],
    ),
    "slanted by its matrix": (
        "BT /F 12 Tf 1 0 0.33 1 40 100 Tm [(Leaning) -278 (words)] TJ ET",
        ["Leaning", "words"],
    ),
    "a watermark across the page": (
        "BT /F 40 Tf .7 .7 -.7 .7 40 20 Tm (DRAFT) Tj ET BT /F 12 Tf 40 100 Td (Item) Tj ET",
        ["Item"],
    ),
    "off the page": ("BT /F 12 Tf 40 500 Td (Gone) Tj ET BT /F 12 Tf 40 100 Td (Here) Tj ET", ["Here"]),
    "invisible beside visible": (
        "BT /F 12 Tf 3 Tr 40 100 Td (secret) Tj ET BT 0 Tr /F 12 Tf 40 50 Td (plain words) Tj ET",
        ["plain", "words"],
    ),
    "invisible over a scan": ("BT /F 12 Tf 3 Tr 40 100 Td (recognised words) Tj ET", ["recognised", "words"]),
    "text given for a picture of it": (
        "/Span << /ActualText (Clerk) >> BDC BT /F 12 Tf 40 100 Td (Cl3rk) Tj ET EMC",
        ["Clerk"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES.keys())
def test_characters_become_words(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert texts(read(tmp_path / "a.pdf", content)) == expected


SIGNS = {
    "ligature": ("(aXb)", {0x58: "ti"}, "Helvetica", ["atib"]),
    "long ligature": ("(XXX)", {0x58: "ffi"}, "Helvetica", ["ffiffiffi"]),
    "soft hyphen": ("(aXb)", {0x58: "\u00ad"}, "Helvetica", ["a-b"]),
    "no-break hyphen": ("(aXb)", {0x58: "\u2011"}, "Helvetica", ["a-b"]),
    "zero-width space": ("(aX) 667 (b)", {0x58: "\u200b"}, "Helvetica", ["ab"]),
    "beyond 16 bits": ("(X)", {0x58: "\U0001f600"}, "Helvetica", ["\U0001f600"]),
    "bullet of a Symbol font": ("(X)", {0x58: "\uf0b7"}, "Symbol", ["•"]),
    "bullet of a font without a name": ("(X)", {0x58: "\uf0b7"}, "F3", ["•"]),
    "tick of Wingdings": ("(X)", {0x58: "\uf0fc"}, "Wingdings-Regular", ["✓"]),
    "tick of Wingdings as a letter": ("(X)", {0x58: "\u00fc"}, "Wingdings", ["✓"]),
    "square of Wingdings": ("(X)", {0x58: "\uf0a7"}, "Wingdings", ["▪"]),
    "tick of Wingdings 2": ("(X)", {0x58: "\uf050"}, "Wingdings2", ["✓"]),
    "bullet that claims to be a letter": ("(X)", {0x58: "x"}, "SymbolMT", ["•"]),
    "letter of a font of letters and signs": ("(X)", {0x58: "x"}, "SegoeUISymbol", ["x"]),
}


@pytest.mark.parametrize(("shown", "codes", "name", "expected"), SIGNS.values(), ids=SIGNS.keys())
def test_private_signs_are_read(
    tmp_path: Path, shown: str, codes: dict[int, str], name: str, expected: list[str]
) -> None:
    assert texts(mapped(tmp_path / "a.pdf", shown, codes, name)) == expected


def test_letters_of_a_ligature_share_its_box(tmp_path: Path) -> None:
    [word] = mapped(tmp_path / "a.pdf", "(aXb)", {0x58: "ti"}).words
    t, i = word.part(1, 2), word.part(2, 3)
    assert t.x1 == pytest.approx(i.x0)
    assert t.x1 - t.x0 == pytest.approx(i.x1 - i.x0, abs=1e-3)


def test_hyphen_at_a_line_end_is_a_hyphen(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf", "BT /F 12 Tf 200 100 Td (Turner-) Tj 0 -14 Td (Robinson) Tj ET")
    assert texts(page) == ["Turner-", "Robinson"]


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        ("BT /F 12 Tf 40 100 Td (word) Tj ET", False),
        ("BT /B 12 Tf 40 100 Td (word) Tj ET", True),
        ("BT /F 12 Tf 2 Tr 40 100 Td (word) Tj ET", True),
    ],
)
def test_bold_is_known(tmp_path: Path, content: str, bold: bool) -> None:
    [word] = read(tmp_path / "a.pdf", content).words
    assert word.bold is bold


@pytest.mark.parametrize(("matrix", "turn"), [("1 0 0 1", 0), ("0 -1 1 0", 1), ("-1 0 0 -1", 2), ("0 1 -1 0", 3)])
def test_turned_writing_is_read_in_its_own_direction(tmp_path: Path, matrix: str, turn: int) -> None:
    page = read(tmp_path / "a.pdf", f"BT /F 12 Tf {matrix} 150 100 Tm (Page 21) Tj ET")
    assert [(word.text, word.turn) for word in page.words] == [("Page", turn), ("21", turn)]
    first = page.words[0].part(0, 1)
    last = page.words[0].part(3, 4)
    ahead = {0: last.x0 - first.x1, 1: last.top - first.bottom, 2: first.x0 - last.x1, 3: first.top - last.bottom}
    assert ahead[turn] > 0


def test_a_colour_is_that_of_the_screen(tmp_path: Path) -> None:
    [word] = read(tmp_path / "a.pdf", "0 1 1 0 k BT /F 12 Tf 40 100 Td (Red) Tj ET").words
    assert word.colour.red > 200
    assert max(word.colour.green, word.colour.blue) < 60


ANNOTATION = """<< /Type /Annot /Subtype /{kind} /Rect [50 50 150 80] /F {flags} /Contents (Page 21)
 /DA (/F 12 Tf) /AP << /N 51 0 R >> >>"""


@pytest.mark.parametrize(
    ("kind", "flags", "expected"),
    [("FreeText", 4, ["Body", "Page", "21"]), ("Stamp", 4, ["Body", "Page", "21"]), ("FreeText", 2, ["Body"])],
    ids=["typed", "stamped", "hidden"],
)
def test_words_of_annotations_are_read(tmp_path: Path, kind: str, flags: int, expected: list[str]) -> None:
    look = stream(
        "BT /F 12 Tf 5 10 Td (Page 21) Tj ET",
        f"/Type /XObject /Subtype /Form /BBox [0 0 100 30] /Resources << /Font << /F {FONTS['F']} >> >>",
    )
    page = read(
        tmp_path / "a.pdf",
        "BT /F 12 Tf 40 150 Td (Body) Tj ET",
        page="/MediaBox [0 0 300 200] /Annots [50 0 R]",
        objects={50: ANNOTATION.format(kind=kind, flags=flags), 51: look},
    )
    assert texts(page) == expected
    assert all(50 <= word.x0 <= 150 and 120 <= word.top <= 150 for word in page.words[1:])


# user space of a page that is shown turned, so that (x, y up) of the page as displayed are drawn alike
UPRIGHT = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 200 0", 180: "-1 0 0 -1 300 200", 270: "0 -1 1 0 0 300"}
PLACED = st.tuples(
    st.integers(5, 200), st.integers(20, 180), st.integers(6, 20), st.sampled_from(["Item 4", "Risk", "£5m"])
)


def _turned(path: Path, words: list[tuple[int, int, int, str]], turn: int, shift: int = 0) -> list[Word]:
    box = f"[{shift} {shift} {(200 if turn % 180 else 300) + shift} {(300 if turn % 180 else 200) + shift}]"
    shown = "".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET " for x, y, size, text in words)
    content = f"1 0 0 1 {shift} {shift} cm {UPRIGHT[turn]} cm {shown.encode('cp1252').decode('latin-1')}"
    page = f"/MediaBox [-50 -50 900 900] /CropBox {box} /Rotate {turn}"
    return list(read(path, content, page=page).words)


@settings(max_examples=25, deadline=None)
@given(
    # the same words over each other are bold by printing twice for PDFium, by a rule that a turn changes
    words=st.lists(PLACED, min_size=1, max_size=3, unique_by=lambda word: word[3]),
    turn=st.sampled_from([90, 180, 270]),
    shift=st.integers(-40, 60),
)
def test_a_turned_page_reads_as_displayed(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[int, int, int, str]], turn: int, shift: int
) -> None:
    folder = tmp_path_factory.mktemp("turned")
    plain, turned = _turned(folder / "a.pdf", words, 0), _turned(folder / "b.pdf", words, turn, shift)
    assert [(word.text, word.turn) for word in turned] == [(word.text, word.turn) for word in plain]
    for one, other in zip(plain, turned, strict=True):
        assert other.box[1:] == pytest.approx(one.box[1:], abs=0.01)


@settings(max_examples=25, deadline=None)
@given(
    x=st.integers(-60, 320),
    y=st.integers(-40, 220),
    size=st.integers(1, 60),
    turn=st.sampled_from(["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "1 0 .3 1"]),
)
def test_boxes_lie_on_the_page_and_parts_in_their_word(
    tmp_path_factory: pytest.TempPathFactory, x: int, y: int, size: int, turn: str
) -> None:
    page = read(tmp_path_factory.mktemp("on") / "a.pdf", f"BT /F {size} Tf {turn} {x} {y} Tm (Resolved items) Tj ET")
    for word in page.words:
        assert 0 <= word.x0 <= word.x1 <= page.width
        assert 0 <= word.top <= word.bottom <= page.height
        for start in range(len(word.text)):
            for end in range(start + 1, len(word.text) + 3):
                part = word.part(start, end)
                assert word.x0 <= part.x0 <= part.x1 <= word.x1
                assert word.top <= part.top <= part.bottom <= word.bottom


def test_boxes_lie_on_the_pages_of_real_packs(town_pack: Path, appendix_pack: Path) -> None:
    for path in (town_pack, appendix_pack):
        for page in open_pdf(path).pages():
            assert page.words
            assert all(0 <= w.x0 <= w.x1 <= page.width and 0 <= w.top <= w.bottom <= page.height for w in page.words)
            assert all(w.part(at, at + 1).x0 >= w.x0 for w in page.words for at in range(len(w.text)))


def test_words_outlive_their_file(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *["BT /F 12 Tf 40 100 Td (kept) Tj ET"] * 3)
    pages = open_pdf(path).pages()
    first = next(pages)
    pages.close()  # the generator lets go of PDFium's document in the middle
    path.unlink()
    assert [(word.text, word.part(0, 2).page, word.font.name) for word in first.words] == [("kept", 1, "Helvetica")]
