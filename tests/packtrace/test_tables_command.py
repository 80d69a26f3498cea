"""What `packtrace tables` gives for packs on disk and in the store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PIL import Image

from tests.extract.pdf.made import write_pdf

GRID = "".join(f"20 {y} m 280 {y} l S " for y in (190, 170, 150)) + "".join(
    f"{x} 150 m {x} 190 l S " for x in (20, 110, 280)
)
WORDS = "".join(
    f"BT /{font} 9 Tf {x} {y} Td ({word}) Tj ET "
    for font, x, y, word in (
        ("B", 24, 176, "Ref"),
        ("B", 115, 176, "Owner"),
        ("F", 24, 156, "1"),
        ("F", 115, 156, "Clerk"),
    )
)
ROWS = [["Ref", "Owner"], ["1", "Clerk"]]


@pytest.fixture
def one_table(tmp_path: Path) -> Path:
    """A pack of two pages whose second one has a grid of two columns and two rows, the first of them filled."""
    fill = "0.8 0.9 1 rg 20 170 260 20 re f 0 0 0 rg "
    return write_pdf(tmp_path / "pack.pdf", "BT /F 9 Tf 20 100 Td (An agenda) Tj ET", fill + GRID + WORDS)


def test_tables_are_listed(run, one_table: Path) -> None:
    ran = run("tables", one_table)
    assert ran.code == 0
    assert "1 tables" in ran.out
    row = next(line for line in ran.out.splitlines() if "ruled" in line)
    assert [part for part in row.replace("│", " ").split() if part.isdigit()] == ["1", "2", "2", "2", "1"]


def test_one_table_is_shown(run, one_table: Path) -> None:
    ran = run("tables", one_table, 1)
    assert ran.code == 0
    assert all(word in ran.out for row in ROWS for word in row)


def test_a_table_as_csv(run, one_table: Path) -> None:
    ran = run("tables", one_table, 1, "--csv")
    assert list(csv.reader(io.StringIO(ran.out))) == ROWS


@pytest.mark.parametrize("number", [(), (1,)])
def test_tables_as_json(run, one_table: Path, number: tuple[int, ...]) -> None:
    (table,) = json.loads(run("tables", one_table, *number, "--json").out)
    assert (table["rows"], table["columns"], table["header_rows"], table["confidence"]) == (2, 2, 1, 1.0)
    assert [cell["text"] for cell in table["cells"]] == ["Ref", "Owner", "1", "Clerk"]
    assert [cell["fill"] for cell in table["cells"]] == ["#cce6ff", "#cce6ff", None, None]
    first = table["cells"][0]["boxes"][0]
    assert first["page"] == 2
    assert first["bbox"] == pytest.approx([20, 10, 110, 30], abs=1)


def test_a_table_is_drawn_over_its_pages(run, one_table: Path, tmp_path: Path) -> None:
    target = tmp_path / "drawn.png"
    ran = run("tables", one_table, 1, "--png", target)
    assert (ran.code, ran.out) == (0, f"Drawn: {target}\n")
    with Image.open(target) as picture:
        assert picture.size == (600, 400)
        assert picture.getpixel((130, 22)) == (200, 0, 90)  # the side of a cell of the head
        assert picture.getpixel((130, 62)) == (0, 90, 200)  # that of a cell below it


def test_a_table_over_pages_is_drawn_on_each(run, town_pack: Path, tmp_path: Path) -> None:
    tables = json.loads(run("tables", town_pack, "--json").out)
    over = next(table for table in tables if len(table["pages"]) == 2)
    ran = run("tables", town_pack, over["number"], "--png", tmp_path / "t.png")
    assert ran.code == 0
    assert sorted(path.name for path in tmp_path.glob("t*.png")) == ["t-p{}.png".format(over["pages"][1]), "t.png"]


def test_an_unknown_number_is_refused(run, one_table: Path) -> None:
    ran = run("tables", one_table, 7)
    assert ran.code != 0
    assert "There is no table 7: the pack has 1." in ran.err
    assert ran.out == ""


def test_a_pack_that_is_nowhere_is_refused(run, loaded_store: Path) -> None:
    ran = run("tables", "absent.pdf")
    assert ran.code != 0
    assert "absent.pdf" in ran.err


def test_a_file_that_is_no_pack_is_refused(run, tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_text("only words")
    ran = run("tables", "notes.pdf")
    assert ran.code != 0
    assert "notes.pdf" in ran.err


def test_a_pack_of_the_store_is_read_from_where_it_is_kept(run, loaded_store: Path, town_pack: Path) -> None:
    ran = run("tables", town_pack.name, "--json")
    assert ran.code == 0, ran.err
    assert len(json.loads(ran.out)) > 1


def test_a_picture_that_cannot_be_written_is_told(run, one_table: Path, tmp_path: Path) -> None:
    ran = run("tables", one_table, 1, "--png", tmp_path / "absent" / "t.png")
    assert ran.code != 0
    assert "cannot be written" in ran.err
