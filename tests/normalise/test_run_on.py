"""Names that follow each other without a sign between, and those within other words."""

import pytest

from normalise.people import split_names
from normalise.run_on import named_within, next_names, post_before_name


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("John Holland Joe McGannan Tim Parker", ["Joe McGannan Tim Parker", "Tim Parker"]),
        ("P Moran Clerk Mrs J Todd", ["Clerk Mrs J Todd"]),
        ("P Oak Clerk J Elm Ey District Cllr A Ash", ["Clerk J Elm Ey District Cllr A Ash", "Ey District Cllr A Ash"]),
        ("Dr Priya Nair Chief Medical Officer", []),
        ("Mrs Mary Ann Smith", []),
        ("Sarah Jane Owen Lee", []),
    ],
)  # fmt: skip
def test_further_people_in_a_piece_of_a_list(words, second):
    assert [words[at:] for at in next_names(words)] == second


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Clerk Mrs J Todd", "Mrs J Todd"),
        ("Operations Superintendent Dan Oak", "Dan Oak"),
        ("P Moran Clerk Mrs J Todd", None),
        ("Councillor Mrs P Ollerton", None),
    ],
)
def test_a_post_before_a_name_holds_no_other_person(words, name):
    at = post_before_name(words)
    assert (None if at is None else words[at:]) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("local resident Janice Carter", "Janice Carter"),
        ("Barbara Lee of The New Practice", "Barbara Lee"),
        ("Chair of the Council", None),
        ("Janice Carter", None),
    ],
)
def test_a_person_within_what_is_said_of_them(words, name):
    found = named_within(words)
    assert (None if found is None else words[slice(*found)]) == name


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("M Armstrong and\nP Moran\nClerk J Connelly", ["M Armstrong", "P Moran", "J Connelly"]),
        ("Cllrs A Elm, local\nresident Janice Carter, Barbara Lee of Ash", ["A Elm", "Janice Carter", "Barbara Lee"]),
        ("Oscar Reed, KPMG; Tim Ash, Elmco.", ["Oscar Reed", "Tim Ash"]),
        ("Ed Parkes (Home Office) (EP)\nKrisztina Katona (KK)", ["Ed Parkes", "Krisztina Katona"]),
        ("AB, CD and EF", ["AB", "CD", "EF"]),
    ],
)  # fmt: skip
def test_the_people_of_lists(raw, names):
    assert [raw[one.start : one.end] for one in split_names(raw)] == names
