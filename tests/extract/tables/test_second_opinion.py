"""The second opinion is asked where the finder is unsure, of real PDFs, and changes no reading."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extract.layout import words_to_lines
from extract.pack import Survey, lay_out, pages_to_pack
from extract.pack.types import Pack
from extract.pdf import open_pdf
from extract.pdf.types import Box
from extract.records.doubtful_tables import pack_to_table_doubts
from extract.tables import lines_to_aligned, second_opinions
from extract.tables.types import CONFIRMED, CONTRADICTED, DOUBTED, Doubt, Opinion, Table
from packtrace.pipeline import file_to_pack
from tests.extract.drawn import BOLD, page_of, set_row
from tests.extract.pdf.made import write_pdf

FIGURES = [("Staff", "1,200", "(30)", "4.5%"), ("Premises", "300", "12", "1.0%"), ("Total", "1,500", "(18)", "2.0%")]
AT = (20, 120, 180, 240)


def shown(rows: list[tuple[str, ...]], top: int = 180, at: tuple[int, ...] = AT, head: str = "F") -> str:
    """Rows of words as a page's content, the first one in the font `head`."""
    cells = (
        (x, top - 14 * n, word, head if n == 0 else "F")
        for n, row in enumerate(rows)
        for x, word in zip(at, row, strict=False)
        if word
    )
    return "\n".join(f"BT /{font} 9 Tf {x} {y} Td ({word}) Tj ET" for x, y, word, font in cells)


MILESTONES = shown([("Milestone", "Start", "Finish", "RAG"), ("Roof", "Q4", "TBC", "A")], head="B")


def as_read(path: Path) -> Pack:
    return pages_to_pack(list(open_pdf(path).pages()), ())


def only_table(pack: Pack) -> Table:
    (table,) = (element for element in pack.flow if isinstance(element, Table))
    return table


def doubt_of(path: Path, why: str, rows: int, columns: int, shift: float = 0.0) -> Doubt:
    """A doubt about all that is printed on a file's page, whose words stand in `columns` of 60 points from 110 on."""
    words = next(open_pdf(path).pages()).words
    box = Box(1, 20, min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words))
    middles = tuple(((w.x0 + w.x1) / 2, 0 if w.x0 < 110 + shift else int((w.x0 - 110) // 60) + 1) for w in words)
    return Doubt(why, box, 200.0, "\n".join(w.text for w in words), rows, columns, middles)


@pytest.mark.parametrize(
    ("rows", "columns", "shift", "agrees"),
    [
        (3, 4, 0, True),
        (2, 4, 0, True),  # stream has a row for each line, so that fewer of ours contradict nothing
        (4, 4, 0, False),
        (3, 3, 0, False),
        (3, 4, 60, False),  # as many columns, but the words of one put into another
    ],
)
def test_columns_are_compared_by_the_words_in_them(tmp_path, rows, columns, shift, agrees):
    path = write_pdf(tmp_path / "a.pdf", shown(FIGURES))
    (opinion,) = second_opinions(path, [doubt_of(path, "few lines", rows, columns, shift)])
    assert (opinion.flavour, opinion.agrees) == ("stream", agrees)
    assert (opinion.rows, opinion.columns) == (3, 4)


def test_rows_that_a_grid_hides_are_told(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", shown(FIGURES))
    (opinion,) = second_opinions(path, [doubt_of(path, "unruled rows", 1, 4)])
    assert opinion.agrees is False


@pytest.mark.parametrize(
    ("rows", "agrees"),
    [
        ([*FIGURES, ("Reserves", "80", "5", "0.1%")], False),
        ([("Only a sentence in a line that is no table at all",)], True),
    ],
)
def test_a_refused_place_is_searched_for_tables(tmp_path, rows, agrees):
    path = write_pdf(tmp_path / "a.pdf", shown(rows))
    (opinion,) = second_opinions(path, [doubt_of(path, "refused", 0, 0)])
    assert (opinion.flavour, opinion.agrees) == ("network", agrees)


def test_doubtful_grids_are_asked_of_lattice(tmp_path):
    lines = "".join(f"20 {y} m 280 {y} l S " for y in (190, 170, 150)) + "".join(
        f"{x} 150 m {x} 190 l S " for x in (20, 110, 170, 280)
    )
    words = shown([("Ref", "Due", "Who"), ("1", "May", "Clerk")], top=176, at=(24, 115, 175))
    path = write_pdf(tmp_path / "a.pdf", lines + words)
    (opinion,) = second_opinions(path, [doubt_of(path, "borders left out", 2, 3)])
    assert (opinion.flavour, opinion.rows, opinion.columns, opinion.agrees) == ("lattice", 2, 3, True)


def test_other_words_than_ours_are_no_opinion(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", shown(FIGURES))
    doubt = doubt_of(write_pdf(tmp_path / "b.pdf", shown([("Quite", "other", "words", "here")] * 3)), "few lines", 3, 4)
    assert second_opinions(path, [doubt])[0].agrees is None


def test_a_file_that_camelot_cannot_read_is_no_opinion(tmp_path):
    doubt = doubt_of(write_pdf(tmp_path / "a.pdf", shown(FIGURES)), "few lines", 3, 4)
    (tmp_path / "b.pdf").write_bytes(b"no PDF")
    assert second_opinions(tmp_path / "b.pdf", [doubt]) == (Opinion(doubt, "stream"),)


def test_without_doubts_camelot_is_not_loaded():
    code = "import sys; from extract.tables import second_opinions; second_opinions('absent', []); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "extract.tables.second_opinion" in loaded
    assert "camelot" not in loaded


def test_columns_on_few_lines_are_doubted():
    head = set_row(dict(zip((50, 200, 300, 400), ("Milestone", "Start", "Finish", "RAG"), strict=True)), 100, font=BOLD)
    body = set_row(dict(zip((50, 200, 300), ("Final account", "Q4", "TBC"), strict=True)), 114)
    page = page_of(head + body)
    (table,) = lines_to_aligned(words_to_lines(page.words, page.height), page).tables
    assert table.doubt == "few lines"


@pytest.mark.parametrize(("marks", "refused"), [(("1.", "2.", "3."), 0), (("•", "•", "•"), 1)])
def test_lists_with_a_third_column_are_doubted_unless_numbered(marks, refused):
    texts = ("Apologies for absence", "Declarations of interest", "Minutes of the last meeting")
    words = [w for n, mark in enumerate(marks) for w in set_row({50: mark, 80: texts[n], 400: "p"}, 100 + 14 * n)]
    page = page_of(words)
    found = lines_to_aligned(words_to_lines(page.words, page.height), page)
    assert (found.tables, len(found.refused)) == ([], refused)


@pytest.mark.parametrize(
    ("agrees", "confidence", "issues"), [(True, CONFIRMED, 0), (False, CONTRADICTED, 1), (None, DOUBTED, 0)]
)
def test_opinions_change_confidence_and_issues_and_no_reading(tmp_path, agrees, confidence, issues):
    path = write_pdf(tmp_path / "a.pdf", MILESTONES)
    document = open_pdf(path)
    pages = list(document.pages())
    laid = lay_out(pages, Survey(pages), ())
    pack = laid.whole()
    (doubt,) = pack.doubts
    assert only_table(pack).confidence == DOUBTED
    told = laid.whole([Opinion(doubt, "stream", 2, 3, agrees)])
    assert only_table(told).confidence == confidence
    assert only_table(told).cells == only_table(pack).cells
    found = pack_to_table_doubts(told).issues
    assert [(issue.code, issue.page, issue.text[:9]) for issue in found] == [
        ("doubtful_table", 1, "Milestone")
    ] * issues


def test_the_pipeline_asks_unless_told_not_to(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", MILESTONES)
    asked, unasked = file_to_pack(path), file_to_pack(path, second_opinion=False)
    assert [opinion.agrees for opinion in asked.opinions] == [True]
    assert (only_table(asked).confidence, only_table(unasked).confidence) == (CONFIRMED, DOUBTED)
    assert unasked.opinions == ()
