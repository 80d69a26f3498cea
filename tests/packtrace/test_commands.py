"""What each command gives, for a store with one small pack whose content is known."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from load import contents_records
from tests.load.packs import VALUES
from tests.packtrace.conftest import contents_of

pytestmark = pytest.mark.usefixtures("loaded_store")

TYPES = list(VALUES)
ACTION, RISK = TYPES.index("actions") + 1, TYPES.index("risks") + 1
ABSENT = "absent.pdf"


@pytest.mark.parametrize("named", ["file name", "path", "start of sha256"])
def test_export_gives_the_records_of_the_pack(run, town_pack: Path, named: str) -> None:
    contents = contents_of(town_pack)
    name = {"file name": town_pack.name, "path": town_pack, "start of sha256": contents.pack.sha256[:8]}[named]
    ran = run("export", "--format", "records", name)
    assert ran.code == 0
    assert json.loads(ran.out) == contents_records(contents)


def test_export_writes_a_file(run, town_pack: Path, tmp_path: Path) -> None:
    ran = run("export", "--format", "records", town_pack, "-o", tmp_path / "out.json")
    assert (ran.code, ran.out) == (0, "")
    assert json.loads((tmp_path / "out.json").read_bytes())["pack"]["filename"] == town_pack.name


def test_export_reads_a_pack_that_is_not_in_the_store_and_stores_nothing(
    run, appendix_pack: Path, loaded_store: Path
) -> None:
    ran = run("export", "--format", "records", appendix_pack)
    assert ran.code == 0, ran.err
    assert "is not in the store: reading it now" in ran.err
    assert json.loads(ran.out)["pack"]["page_count"] == 10
    with sqlite3.connect(loaded_store) as connection:
        assert connection.execute("SELECT count(*) FROM packs").fetchone() == (1,)


def test_show_gives_the_meeting_and_every_type(run, town_pack: Path) -> None:
    ran = run("show", town_pack.name)
    assert ran.code == 0
    assert all(
        words in ran.out for words in ("Anytown Council", "2024-03-05 18:30", "Replace the boiler", "31/09/2023")
    )
    assert all(f"{name} (1)" in ran.out for name in TYPES)


def test_show_gives_one_type_alone(run, town_pack: Path) -> None:
    ran = run("show", town_pack.name, "--type", "risks")
    assert "Flood" in ran.out
    assert "Replace the boiler" not in ran.out


def test_query_as_table_csv_and_json(run) -> None:
    sql = "SELECT ref, owners, due_end FROM open_actions"
    row = {"ref": "1.1", "owners": "Rob Semens; Head of Policy and Strategy", "due_end": "2024-03-31"}
    assert all(value in run("query", sql).out for value in row.values())
    assert list(csv.DictReader(io.StringIO(run("query", sql, "--csv").out))) == [row]
    assert json.loads(run("query", sql, "--json").out) == [row]
    assert json.loads(run("query", "SELECT 1 AS a WHERE 1 = 0", "--json").out) == []


def test_query_with_many_columns_gives_a_block_for_each_row(run) -> None:
    lines = run("query", "SELECT * FROM risk_register").out.splitlines()
    assert any("consequence" in line and "Closure" in line for line in lines)


def test_query_lists_tables_and_views(run) -> None:
    ran = run("query", "--tables")
    assert all(name in ran.out for name in ("risk_register", "sources", "cells", "Every risk with its owners"))


def test_query_refuses_to_write(run, loaded_store: Path) -> None:
    before = loaded_store.read_bytes()
    ran = run("query", "DELETE FROM packs")
    assert ran.code == 45
    assert "only reads" in ran.err
    assert loaded_store.read_bytes() == before


def test_trace_gives_page_label_words_and_box(run) -> None:
    ran = run("trace", f"{ACTION}.due")
    assert ran.code == 0
    assert all(
        words in ran.out for words in ("By March 2024 (… – 2024-03-31)", "page 2", "printed number 1", "72.0 156.2")
    )
    assert "Replace the boiler" not in ran.out


def test_trace_gives_the_colour_that_a_value_was_read_from(run) -> None:
    assert "fill_colour #ffc000" in run("trace", f"{RISK}.rag").out


def test_trace_draws_the_boxes_on_their_pages(run, tmp_path: Path) -> None:
    ran = run("trace", f"{ACTION}.text", "--png", tmp_path / "shown.png")
    assert ran.code == 0, ran.err
    for name, (x, y) in {"shown.png": (76, 134), "shown-p3.png": (76, 664)}.items():
        picture = Image.open(tmp_path / name)
        red, green, blue = picture.getpixel((x * 2, y * 2))[:3]
        assert max(red, green) - blue > 30, f"{name} is not washed over at {x}, {y}"


def test_status_lists_every_file_offered(run, town_pack: Path, tmp_path: Path) -> None:
    (tmp_path / "web.pdf").write_bytes(b"<html>")
    assert run("ingest", town_pack, tmp_path / "web.pdf", tmp_path / ABSENT).code == 3
    told = run("status").out
    assert all(words in told for words in ("unchanged", "not a PDF", "missing", ABSENT, "Check that the download"))
    failed = json.loads(run("status", "--failed", "--json").out)
    assert [(offer["file_name"], offer["outcome"]) for offer in failed] == [
        (ABSENT, "missing"),
        ("web.pdf", "not_a_pdf"),
    ]


def test_ingest_tells_each_pack_in_a_line_where_there_is_no_terminal(run, town_pack: Path) -> None:
    ran = run("ingest", town_pack)
    assert ran.code == 0
    assert ran.err.startswith(f"[1/1] {town_pack.name}: unchanged, 4 pages")
    assert "unchanged" in ran.out
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", ABSENT], 40, ABSENT),
        (["export", "--format", "records", ABSENT], 40, ABSENT),
        (["trace", "9999"], 42, "9999"),
        (["trace", "first"], 42, "first"),
        (["trace", "1.colour"], 43, "agenda_items"),
        (["trace", f"{ACTION}.text", "--png", "no/such/folder/x.png"], 47, "x.png"),
        (["query", "SELECT * FROM nowhere"], 44, "nowhere"),
        (["query", "SELECT 1; SELECT 2"], 44, "one statement"),
        (["status", "--store", "elsewhere.db"], 31, "elsewhere.db"),
        (["show", "x", "--store", "postgresql://u:secret@127.0.0.1:1/x?connect_timeout=2"], 30, "127.0.0.1"),
        (["ingest", "."], 21, "There is no PDF"),
        (["export", "--format", "xml", ABSENT], 2, "xml"),
        (["show", ABSENT, "--type"], 2, "--type"),
        (["query"], 2, "--tables"),
    ],
)
def test_mistake_is_told_with_its_exit_code(run, arguments: list[str], code: int, said: str) -> None:
    ran = run(*arguments)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert "secret" not in ran.err
    assert "Traceback" not in ran.err


def test_name_of_several_packs_is_told_apart_by_sha256(run, town_pack: Path, loaded_store: Path) -> None:
    with sqlite3.connect(loaded_store) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(packs)") if row[1] not in ("id", "sha256")]
        listed = ", ".join(columns)
        connection.execute(f"INSERT INTO packs (sha256, {listed}) SELECT 'feed', {listed} FROM packs")
    ran = run("show", town_pack.name)
    assert ran.code == 41
    assert "feed" in ran.err


def test_store_is_named_by_the_environment(
    run, monkeypatch: pytest.MonkeyPatch, loaded_store: Path, tmp_path: Path
) -> None:
    moved = loaded_store.rename(tmp_path / "moved.db")
    monkeypatch.setenv("PACKTRACE_STORE", f"sqlite:///{moved}")
    assert json.loads(run("query", "SELECT count(*) AS packs FROM packs", "--json").out) == [{"packs": 1}]


def test_export_that_breaks_the_format_is_not_written(run, town_pack: Path, loaded_store: Path) -> None:
    with sqlite3.connect(loaded_store) as connection:
        connection.execute("UPDATE sources SET page = 0 WHERE record_id = 1")
    ran = run("export", "--format", "records", town_pack)
    assert (ran.code, ran.out) == (48, "")
    assert "agenda_items/0/sources" in ran.err
