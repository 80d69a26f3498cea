"""Which paragraphs of minutes begin a minute."""

from __future__ import annotations

from extract.records.minutes import pack_to_minutes
from tests.extract.records.minuted import HEAD, text_to_pack


def minutes_of(text: str) -> list[tuple[str, str]]:
    (minutes,) = pack_to_minutes(text_to_pack(HEAD + text))
    return [(minute.ref.text, minute.title.text) for minute in minutes.minutes]


def test_numbers_without_a_stop_before_titles_are_those_of_minutes() -> None:
    text = (
        "\n8 Minutes of the last meeting\n\nThe minutes were signed.\n\n9 Earmarked Reserves\n\nMembers considered it."
        "\n\n10 Date of next meeting\n\nTuesday 3 July 2025."
    )
    assert minutes_of(text) == [
        ("8", "Minutes of the last meeting"),
        ("9", "Earmarked Reserves"),
        ("10", "Date of next meeting"),
    ]


def test_sentences_that_begin_with_a_number_are_none() -> None:
    text = (
        "\n3 Members came late.\n\n4 Members left.\n\n5 Members spoke of the roads at length and then sat down again."
    )
    assert [ref for ref, _ in minutes_of(text)] == [""]


def test_numbers_with_the_year_in_brackets_and_behind_mixed_capitals() -> None:
    for first, second in (("TB(25)041", "TB(25)042"), ("BoD 25/041", "BoD 25/042")):
        text = f"\n**{first} Declarations of interest\n\nNone were made.\n\n**{second} Winter review\n\nIt was given."
        assert minutes_of(text) == [(first, "Declarations of interest"), (second, "Winter review")]
