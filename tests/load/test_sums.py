"""Sums that tables state and ratings by what they are printed with, as the store keeps them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import text

from load import Store, count_verdicts, forget_pack, load_pack, read_marks, read_sums
from load.types import PackContents, StatedSum, SummedFigure
from tests.load.packs import make_contents, make_marks, newer


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def marked() -> PackContents:
    """The pack with a rating that a letter and a fill tell."""
    contents = make_contents()
    records = (replace(r, marks=make_marks()) if r.type == "ratings" else r for r in contents.records)
    return replace(contents, records=tuple(records))


def test_a_sum_comes_out_with_its_figures(store: Store) -> None:
    pack = load_pack(store, make_contents()).pack_id
    ((figure,),) = rows(store, "SELECT record_id FROM figures")
    (found,) = read_sums(store, figure)
    labels = ("Grants", "Budget > 2023/24", "(28.5)")
    used = (SummedFigure(figure, "result", 1, *labels), SummedFigure(figure, "part", -1, *labels))
    assert found == StatedSum(1, "total", "disagrees", 28.5, -57.0, used)
    assert count_verdicts(store, pack) == {"disagrees": 1}


def test_analysts_see_sums_with_their_parts(store: Store) -> None:
    load_pack(store, make_contents())
    sql = "SELECT table_number, rule, verdict, raw, worked_out, difference, parts, page FROM stated_sums"
    assert rows(store, sql) == [(1, "total", "disagrees", "(28.5)", 28.5, -57.0, "-(28.5)", 2)]


def test_marks_come_out_as_they_went_in(store: Store) -> None:
    load_pack(store, marked())
    ((rating,),) = rows(store, "SELECT record_id FROM ratings")
    assert read_marks(store, rating) == list(make_marks())
    sql = "SELECT type, by_word, by_letter, by_fill, words, colour_name FROM ratings_by_mark"
    assert rows(store, sql) == [("ratings", None, "green", "amber", "G", "amber_red")]


def test_reading_anew_leaves_no_old_sums_or_marks(store: Store) -> None:
    load_pack(store, marked())
    load_pack(store, newer(replace(make_contents(), checks=())))
    counts = [rows(store, f"SELECT count(*) FROM {name}")[0][0] for name in ("checks", "check_figures", "rating_marks")]
    assert counts == [0, 0, 0]
    load_pack(store, newer(marked(), "1.2.0"))
    counts = [rows(store, f"SELECT count(*) FROM {name}")[0][0] for name in ("checks", "check_figures", "rating_marks")]
    assert counts == [1, 2, 2]


def test_a_forgotten_pack_takes_its_sums_with_it(store: Store) -> None:
    forget_pack(store, load_pack(store, marked()).pack_id)
    counts = [rows(store, f"SELECT count(*) FROM {name}")[0][0] for name in ("checks", "check_figures", "rating_marks")]
    assert counts == [0, 0, 0]


def test_tables_and_cells_say_what_they_are(store: Store) -> None:
    load_pack(store, make_contents())
    assert rows(store, "SELECT caption_number, footnotes, confidence FROM tables") == [("A.1", "* new", 0.6)]
    sql = "SELECT colour, shading, head_path FROM cells ORDER BY row_index, column_index"
    assert rows(store, sql) == [("none", "head", None), (None, None, None), ("red", "mark", "Risk")]
