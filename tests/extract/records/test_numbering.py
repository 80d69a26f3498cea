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


def test_a_slip_of_the_pen_in_a_row_of_numbers_is_the_number_left_out() -> None:
    heads = ("55 Matters arising", "6 Grants", "57 Defibrillators")
    text = "\n" + "\n\n".join(f"**{head}\n\nMembers heard of it." for head in heads)
    assert [ref for ref, _ in minutes_of(text)] == ["55", "6", "57"]
    assert [ref for ref, _ in minutes_of(text.replace("6 Grants", "9 Grants"))] == ["55", "57"]


def test_numbers_with_the_year_in_brackets_and_behind_mixed_capitals() -> None:
    for first, second in (("TB(25)041", "TB(25)042"), ("BoD 25/041", "BoD 25/042")):
        text = f"\n**{first} Declarations of interest\n\nNone were made.\n\n**{second} Winter review\n\nIt was given."
        assert minutes_of(text) == [(first, "Declarations of interest"), (second, "Winter review")]


def test_numbers_behind_that_of_the_meeting_in_brackets_and_their_parts() -> None:
    heads = ("TB(5)2 Data discussion", "TB(5)3.ii Right to data", "TB(5)4 Review")
    aims = "It was given. There are aims:\n\n    1) more data; and\n\n    2) less cost."
    text = "\n" + "\n\n".join(f"**{head}\n\n{aims}" for head in heads)
    assert [ref for ref, _ in minutes_of(text)] == ["TB(5)2", "TB(5)3.ii", "TB(5)4"]


_BY_SECTION = (
    "\n**1. OPENING ITEMS\n\n**1.1 Welcome\n\nThe Chair welcomed all.\n\n**1.2 Minutes\n\nRESOLVED that they be signed."
    "\n\n**2. STRATEGY\n\n**2.1 Annual plan\n\nIt was given.\n\n**2.2 Estates\n\nIt was given."
)


def test_titles_numbered_within_sections_go_on_in_the_next_section() -> None:
    refs = ["1.1", "1.2", "2.1", "2.2"]
    assert [ref for ref, _ in minutes_of(_BY_SECTION)] == refs
    assert [ref for ref, _ in minutes_of(_BY_SECTION.replace("1. O", "O").replace("2. S", "S"))] == refs


def test_titles_within_some_minutes_stand_beside_those_without() -> None:
    text = _BY_SECTION + "".join(f"\n\n**{number}. A report\n\nIt was given." for number in (3, 4))
    assert [ref for ref, _ in minutes_of(text)] == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3", "4"]


def test_sentences_numbered_within_minutes_are_no_minutes() -> None:
    text = "\n**1. Welcome\n\n1.1 All were.\n\n1.2 It began.\n\n**2. Plan\n\n2.1 It was agreed.\n\n2.2 It ended."
    assert [ref for ref, _ in minutes_of(text)] == ["1", "2"]
