"""packtrace correct and packtrace search, on a store with one small pack."""

from __future__ import annotations

import json
from typing import Any

import pytest

from packtrace.correcting import words_to_value
from tests.load.packs import VALUES

pytestmark = pytest.mark.usefixtures("loaded_store")
NUMBER = {name: at for at, name in enumerate(VALUES, 1)}
ACTION, RISK = NUMBER["actions"], NUMBER["risks"]


@pytest.mark.parametrize(
    ("place", "words", "sql", "row"),
    [
        (f"{RISK}.score", ["9"], "SELECT score FROM risk_register", {"score": 9}),
        (f"{RISK}.rag", ["--nothing"], "SELECT rag FROM risk_register", {"rag": None}),
        (
            f"{ACTION}.due",
            ["by 30 April 2024"],
            "SELECT due_end, due_kind FROM all_actions",
            {"due_end": "2024-04-30", "due_kind": "by"},
        ),
        (f"{ACTION}.owners", ["Ann Lee; Bob Ray"], "SELECT owners FROM all_actions", {"owners": "Ann Lee; Bob Ray"}),
        (f"{NUMBER['agenda_items']}.restricted", ["yes"], "SELECT restricted FROM agenda", {"restricted": 1}),
        (f"{NUMBER['figures']}.value", ["(28,600)"], "SELECT value FROM printed_figures", {"value": -28600.0}),
    ],
)
def test_correction_shows_in_the_views(run, place: str, words: list[str], sql: str, row: dict[str, Any]) -> None:
    ran = run("correct", place, *words, "--why", "misread", "--who", "A. Clerk")
    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"{place}: was ")
    assert json.loads(run("query", sql, "--json").out) == [row]


def test_trace_gives_the_correction_beside_what_was_read(run) -> None:
    run("correct", f"{RISK}.score", "9", "--why", "smudged", "--who", "A. Clerk")
    told = run("trace", f"{RISK}.score").out
    assert all(words in told for words in ("corrected", "12", "9", "A. Clerk", "smudged"))
    assert "smudged" not in run("trace", f"{RISK}.title").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["999.score", "9"], 42, "999"),
        ([f"{RISK}.colour", "red"], 49, "no field 'colour'"),
        ([f"{RISK}.rag", "crimson"], 49, "rag is one of red"),
        ([f"{RISK}.score", "nine"], 49, "no number"),
        ([f"{RISK}.score", "2.5"], 49, "no whole number"),
        ([f"{ACTION}.due", "when time allows it"], 49, "no date"),
        ([f"{ACTION}.kind", "--nothing"], 49, "cannot be nothing"),
        ([f"{NUMBER['resolutions']}.meeting_date", "March 2024"], 49, "no day"),
        ([f"{NUMBER['agenda_items']}.restricted", "perhaps"], 49, "neither yes nor no"),
        ([f"{RISK}", "9"], 2, "RECORD.FIELD"),
        ([f"{RISK}.score"], 2, "--nothing"),
        ([f"{RISK}.score", "9", "--nothing"], 2, "--nothing"),
    ],
)
def test_correction_that_cannot_be_is_told_and_not_made(run, arguments: list[str], code: int, said: str) -> None:
    ran = run("correct", *arguments, "--why", "misread")
    assert ran.code == code, ran.err
    assert said in ran.err
    assert json.loads(run("query", "SELECT count(*) AS made FROM corrections", "--json").out) == [{"made": 0}]


def test_correction_needs_a_reason(run) -> None:
    assert run("correct", f"{RISK}.score", "9").code == 2
    assert run("correct", f"{RISK}.score", "9", "--why", " ").code == 49


@pytest.mark.parametrize(("kind", "words", "value"), [("text", " as is ", " as is "), ("owners", " ; ", [])])
def test_words_are_taken_as_values(kind: str, words: str, value: object) -> None:
    assert words_to_value(kind, words) == value


def test_search_finds_records_and_pages(run) -> None:
    assert all(words in run("search", "boilers").out for words in ("Replace the boiler", "actions", "town"))
    assert run("search", "--pages", "page 3").out.count("Page 3") == 1
    assert run("search", "nothing of the kind").out.strip() == "Nothing was found."
    (hit,) = json.loads(run("search", "pumps", "--type", "controls", "--json").out)
    assert (hit["record"], hit["type"], hit["page"]) == (NUMBER["controls"], "controls", 2)
    assert run("search", "pumps", "--type", "pumps").code == 2
