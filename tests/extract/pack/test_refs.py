"""Numbers of agenda items: which words begin with one, and which may follow which."""

from __future__ import annotations

import pytest

from extract.layout.excerpt import words_to_excerpt
from extract.pack.refs import Numbered, follows, longest_run, words_to_numbered
from tests.extract.drawn import set_line


def numbered(text: str, at: int = 0, x: float = 60) -> Numbered | None:
    return words_to_numbered(words_to_excerpt(set_line(text, x, 100 + 20 * at)), at)


@pytest.mark.parametrize(
    ("text", "ref", "rest"),
    [
        ("7 Apologies", "7", "Apologies"),
        ("7. Apologies", "7", "Apologies"),
        ("10.Publicity", "10", "Publicity"),
        ("A1 Substitutes", "A1", "Substitutes"),
        ("9a Finance report", "9a", "Finance report"),
        ("4(a) Minutes", "4(a)", "Minutes"),
        ("4 (a) Minutes", "4 (a)", "Minutes"),
        ("9.2 Quality", "9.2", "Quality"),
        ("24/031 Apologies", "24/031", "Apologies"),
        ("18.07.4 Matters arising", "18.07.4", "Matters arising"),
        ("Item 3 Budget", "3", "Budget"),
        ("*5 Land", "5", "Land"),
        ("IV. Budget", "IV", "Budget"),
        ("BoD 25/051 Chair’s welcome", "BoD 25/051", "Chair’s welcome"),
        ("TB/25/05/1.1 Welcome", "TB/25/05/1.1", "Welcome"),
        ("TB2025/31 Patient story", "TB2025/31", "Patient story"),
        ("PB/2025-26/041 Finance", "PB/2025-26/041", "Finance"),
        ("TB(25)061 Welcome", "TB(25)061", "Welcome"),
        ("061/25 Apologies", "061/25", "Apologies"),
        ("BD.25.05.04 Minutes", "BD.25.05.04", "Minutes"),
        ("B) Minutes", "B", "Minutes"),
    ],
)
def test_number_and_words_after_it(text: str, ref: str, rest: str) -> None:
    found = numbered(text)
    assert found is not None
    assert (found.ref.printed.text, found.rest.text) == (ref, rest)


@pytest.mark.parametrize(
    "text", ["10:00 Welcome", "9.30am Coffee", "3 rd March 2020", "13th March", "Apologies", "7-9pm"]
)
def test_times_dates_and_words_begin_with_no_number(text: str) -> None:
    assert numbered(text) is None


@pytest.mark.parametrize(
    ("left", "right", "skipped"),
    [
        ("1", "2", 0),
        ("1", "3", 1),
        ("1", "4", None),
        ("2", "1", None),
        ("A4", "B1", 0),
        ("A4", "A5", 0),
        ("A4", "B2", None),
        ("9a", "9b", 0),
        ("9b", "10", 0),
        ("11", "11a", 0),
        ("BoD 25/051", "BoD 25/052", 0),
        ("BoD 25/051", "TB 25/052", None),
        ("BoD 061/25", "BoD 062/25", 0),
        ("TB/25/05/1.4", "TB/25/05/2.1", 0),
        ("TB/25/05/1", "TB/25/05/1.1", 0),
        ("P 25/9", "P 25/9a", 0),
        ("7", "7(a)", 0),
        ("7(i)", "7(ii)", 0),
        ("4", "4.1", 0),
        ("4.1", "4.2", 0),
        ("4.2", "5", 0),
        ("4.2", "5.1", 0),
        ("4.2", "5.2", None),
        ("24/101", "24/102", 0),
        ("101/24", "102/24", 0),
        ("24/101", "102", None),
    ],
)
def test_which_number_follows_which(left: str, right: str, skipped: int | None) -> None:
    one, other = numbered(f"{left} Words"), numbered(f"{right} Words")
    assert one is not None
    assert other is not None
    assert follows(one.ref, other.ref) == skipped


def test_lists_inside_items_are_no_items() -> None:
    texts = ["1 Apologies", "2 Budget", "1 the first point", "2 the second point", "3 Grants", "4 Close"]
    places = [place for at, text in enumerate(texts) if (place := numbered(text, at)) is not None]
    assert [place.at for place in longest_run(places)] == [0, 1, 4, 5]


def test_numbers_far_from_the_margin_are_no_items() -> None:
    places = [numbered("1 One", 0), numbered("2 Two", 1), numbered("3 Elsewhere", 2, x=300), numbered("3 Three", 3)]
    assert [place.at for place in longest_run([p for p in places if p])] == [0, 1, 3]


def run_of(*lines: str) -> list[str]:
    found = (numbered(line, at) for at, line in enumerate(lines))
    return [one.ref.printed.text for one in longest_run([one for one in found if one is not None])]


def test_items_in_roman_numerals_or_letters_count_on() -> None:
    assert run_of("I. Welcome", "II. Minutes", "III. Budget", "IV. Roads") == ["I", "II", "III", "IV"]
    letters = [f"{letter}. Item" for letter in "ABCDEFGHIJ"]
    assert run_of(*letters) == list("ABCDEFGHIJ")


def test_letters_above_numbers_and_initials_of_people_are_no_items() -> None:
    assert run_of("A. Opening", "1. Welcome", "2. Minutes", "B. Reports", "3. Budget") == ["1", "2", "3"]
    assert run_of("1. Welcome", "A. Smith", "B. Jones", "2. Minutes", "3. Budget") == ["1", "2", "3"]
