import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.ratings import (
    Scores,
    colour_name,
    colour_to_rag,
    marks_disagree,
    parse_rag,
    parse_rating,
    parse_scores,
    rating_marks,
    status_rag,
)

PACKS = sorted((Path(__file__).parents[3] / "shared" / "packs").glob("*.records.json"))


@pytest.mark.parametrize(
    ("raw", "rag"),
    [
        ("Red", "red"),
        ("R", "red"),
        ("RED (off track)", "red"),
        ("(R)", "red"),
        ("Coch", "red"),
        ("AMBER", "amber"),
        ("A", "amber"),
        ("Oren", "amber"),
        ("Melyn", "amber"),
        ("Yellow", "amber"),
        ("Green – on track", "green"),
        ("Gwyrdd", "green"),
        ("G", "green"),
        ("A/G", "amber_green"),
        ("AG", "amber_green"),
        ("Amber / Green", "amber_green"),
        ("Gwyrdd / Green", "green"),
        ("Oren/Amber", "amber"),
        ("Melyn / Yellow", "amber"),
        ("Red/Green", None),
        ("Amber/Red", "amber_red"),
        ("A/R", "amber_red"),
        ("Red/Amber", "amber_red"),
        ("B", "blue"),
        ("Blue – complete", "blue"),
        ("Complete", "blue"),
        ("Not rated", "grey"),
        ("Grey", "grey"),
        ("RAG: R", "red"),
        ("▲ Amber", "amber"),
        ("● Green", "green"),
        ("Status: Green", "green"),
        ("A - at risk", "amber"),
        ("Green (was Amber)", "green"),
        ("A new risk", None),
        ("Completed in March", None),
        ("Greenhouse works", None),
        ("Red, Amber or Green", None),
        ("Amber to Green", None),
        ("On track", None),
        ("", None),
    ],
)
def test_rating_of_a_word(raw, rag):
    assert parse_rag(raw) == rag


@pytest.mark.parametrize(
    ("raw", "rag"),
    [("Complete", None), ("Done", None), ("Blue – complete", "blue"), ("B", "blue"), ("Amber – at risk", "amber")],
)
def test_rating_in_a_status_column(raw, rag):
    assert status_rag(raw) == rag


@pytest.mark.parametrize(
    ("colour", "rag"),
    [
        ((255, 0, 0), "red"),
        ((192, 0, 0), "red"),
        ((255, 199, 206), "red"),
        ((255, 192, 0), "amber"),
        ((255, 255, 0), "amber"),
        ((237, 125, 49), "amber"),
        ((255, 235, 156), "amber"),
        ((0, 176, 80), "green"),
        ((146, 208, 80), "green"),
        ((0, 255, 0), "green"),
        ((198, 239, 206), "green"),
        ((0, 112, 192), "blue"),
        ((0, 0, 255), "blue"),
        ((128, 128, 128), "grey"),
        ((166, 166, 166), "grey"),
        ((191, 191, 191), "grey"),
        ((181, 188, 196), "grey"),
        ((255, 255, 255), None),
        ((0, 0, 0), None),
        ((242, 242, 242), None),
        ((217, 217, 217), None),
        ((221, 235, 247), None),
        ((226, 239, 218), None),
        ((255, 242, 204), None),
        ((31, 56, 100), None),
        ((112, 48, 160), None),
    ],
)
def test_rating_of_a_fill(colour, rag):
    assert colour_to_rag(*colour) == rag


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Possible (3)", 3),
        ("3 - Possible", 3),
        ("3", 3),
        ("L3", 3),
        ("High", None),
        ("3.5", None),
        ("3 4", None),
        ("50%", None),
        ("", None),
    ],
)
def test_rating_number(raw, number):
    assert parse_rating(raw) == number


@pytest.mark.parametrize(
    ("raw", "scores"),
    [
        ("L3 x I4 = 12", (3, 4, 12)),
        ("4x4=16", (4, 4, 16)),
        ("12 (4x3)", (4, 3, 12)),
        ("12 (L4 x I3)", (4, 3, 12)),
        ("Likelihood 3 Impact 4", (3, 4, None)),
        ("Likelihood: 3\nImpact: 4\nScore: 12", (3, 4, 12)),
        ("16", (None, None, 16)),
        ("Medium (9)", (None, None, 9)),
        ("I4 x L3 = 12", (3, 4, 12)),
        ("(L) 3 (I) 4", (3, 4, None)),
        ("4 × 4", (4, 4, None)),
        ("3 × 4 (12)", (3, 4, 12)),
        ("3L x 4I", (3, 4, None)),
        ("3 4 12", (None, None, None)),
        ("Not yet set", (None, None, None)),
        ("Likelihood 3. Impact 4.", (3, 4, None)),
        ("R 16", (None, None, 16)),
        ("High", (None, None, None)),
    ],
)
def test_scores(raw, scores):
    assert parse_scores(raw) == Scores(*scores)


@given(st.text(alphabet="LIlikehodmpact0123456789 x=×().:-/RAG", max_size=40))
def test_only_printed_numbers_are_given(raw):
    scores = parse_scores(raw)
    assert all(
        str(number) in re.sub(r"(?<!\d)0+(?=\d)", "", raw)
        for number in (scores.likelihood, scores.impact, scores.score)
        if number is not None
    )


@pytest.mark.skipif(not PACKS, reason="the reference answers are not at hand")
def test_ratings_of_the_reference_answers_agree():
    ratings = [row for pack in PACKS for row in json.loads(pack.read_text())["ratings"] if row["raw"]]
    assert [row for row in ratings if parse_rag(row["raw"]) != row["rag"]] == []


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("ff0000", "red"),
        ("c00000", "red"),
        ("ff6600", "amber_red"),
        ("ed7d31", "amber"),
        ("ffc000", "amber"),
        ("ffff00", "amber"),
        ("c4d600", "amber_green"),
        ("99cc00", "amber_green"),
        ("92d050", "green"),
        ("00b050", "green"),
        ("0070c0", "blue"),
        ("808080", "grey"),
        ("d9d9d9", "none"),
        ("ffffff", "none"),
        ("7030a0", "none"),
    ],
)
def test_fills_by_their_nearest_name(colour: str, name: str) -> None:
    assert colour_name(*bytes.fromhex(colour)) == name


@pytest.mark.parametrize(
    ("raw", "word", "letter"),
    [
        ("Green", "Green", None),
        ("G", None, "G"),
        ("(A)", None, "A"),
        ("A/R", None, "A/R"),
        ("R – Red", "Red", "R"),
        ("A Amber", "Amber", "A"),
        ("G: on track", None, "G"),
        ("Amber – some slippage", "Amber – some slippage", None),
        ("A new boiler", None, None),
        ("Complete", None, None),
        ("12", None, None),
        ("", None, None),
    ],
)
def test_words_and_letters_of_a_rating_are_told_apart(raw: str, word: str | None, letter: str | None) -> None:
    assert rating_marks(raw) == (word, letter)


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("red", "green", True),
        ("red", "red", False),
        ("amber_red", "red", False),
        ("amber", "amber_green", False),
        ("amber_red", "green", True),
        ("blue", "green", True),
    ],
)
def test_marks_that_contradict_each_other(one: str, other: str, disagree: bool) -> None:
    assert marks_disagree(one, other) is disagree


@pytest.mark.parametrize(
    ("raw", "score"), [("D4 (20)", 20), ("C4 (16)", 16), ("16 (4C)", 16), ("B2 - 6", 6), ("C3", 3), ("C3 x L4", None)]
)
def test_a_square_of_the_matrix_beside_its_score(raw, score):
    assert parse_rating(raw) == score
    if " " in raw and score is not None:
        assert parse_scores(raw) == Scores(score=score)
