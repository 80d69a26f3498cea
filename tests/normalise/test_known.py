"""Whom initials, surnames and first names stand for."""

from __future__ import annotations

import pytest

from normalise.known import Known, initials_of, is_short_form, list_of_people, names_people, spells, stands_for


def known(words: str) -> Known:
    """`Gill Baker (GB)`, `role: Town Clerk (TC)`: somebody known, with the initials printed beside the name."""
    kind, _, name = words.rpartition(": ")
    name, _, initials = name.partition(" (")
    return Known(name, kind or "person", initials.rstrip(")") or None)  # type: ignore[arg-type]  # kinds of the cases


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Gill Baker", {"GB"}),
        ("Mr E E C Hotson", {"EECH", "EH"}),
        ("Mr J R Bullock, MBE", {"JRB", "JB"}),
        ("Mr Iqbal Dhaliwal OBE", {"ID"}),
        ("Dr Henrietta Oyelaran-Cole", {"HO", "HOC"}),
        ("T ap Gwilym", {"TAG", "TG"}),
        ("Dr Seán Ó Cuív", {"SC", "SOC"}),
        ("Mr Tom O’Neil", {"TO", "TON"}),
        ("Ann McKay", {"AM", "AMCK", "AMK"}),
        ("J.D. Smith", {"JDS", "JS"}),
        ("Baker", set()),
    ],
)
def test_initials_of(name, initials):
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("owner", "short"),
    [
        ("GB", True),
        ("G.B.", True),
        ("Birtles", True),
        ("Cllr Jones", True),
        ("Gill Baker", False),
        ("Clerk", False),
        ("CFO", False),
        ("HR", False),
        ("Finance Committee", False),
        ("J", False),
        ("Mr A Jones", False),
        ("", False),
    ],
)
def test_is_short_form(owner, short):
    assert is_short_form(owner) is short


_CASES = [
    ("GB", ["Gill Baker", "Tom Oak"], "Gill Baker"),
    ("G.B.", ["Gill Baker"], "Gill Baker"),
    ("GB", ["Tom Oak"], None),
    # two whom it may mean: nobody
    ("GB", ["Gill Baker", "George Brown"], None),
    ("AJ", ["Alan Jones", "Anne Jones"], None),
    ("AJ", ["A Jones", "Alan Jones", "Anne Jones"], None),
    # two printings of one person: the fuller
    ("JB", ["Mrs J Birtles", "Mrs Joanna Birtles", "Joanna Birtles"], "Mrs Joanna Birtles"),
    ("JB", ["Mrs J Birtles", "Mr John Birtles"], None),
    ("JB", ["Cllr J Birtles", "Mr John Birtles"], None),
    # initials that are printed beside a name are its only ones
    ("GBr", ["Gill Baker (GB)", "George Brown (GBr)"], "George Brown"),
    ("GB", ["Gill Baker (GB)", "George Brown (GBr)"], "Gill Baker"),
    ("GB", ["Gill Baker (GB)", "George Brown (GBr)", "Mr George Brown"], "Gill Baker"),
    ("GB", ["Gill Baker (GB)", "George Brown"], None),
    # what is no person
    ("TC", ["role: Town Clerk (TC)"], "Town Clerk"),
    ("TC", ["role: Town Clerk (TC)", "Tom Carter"], None),
    ("QC", ["body: Quality Committee (QC)"], "Quality Committee"),
    ("EDI", ["other: Equality and Inclusion (EDI)", "Eve Di Iorio"], None),
    # parts of a name
    ("Birtles", ["Mrs Joanna Birtles", "Tom Oak"], "Mrs Joanna Birtles"),
    ("Joanna", ["Mrs Joanna Birtles", "Tom Oak"], "Mrs Joanna Birtles"),
    ("Pryce-Davies", ["E Pryce-Davies"], "E Pryce-Davies"),
    ("Gill", ["Gill Baker", "Mr H Gill"], None),
    ("Cllr Jones", ["Cllr A Jones", "Mr P Jones"], "Cllr A Jones"),
    ("Mr Jones", ["Cllr A Jones", "Mr P Jones"], "Mr P Jones"),
    ("Mrs Jones", ["Mr P Jones"], None),
    ("Mr Gill", ["Gill Baker"], None),
]


@pytest.mark.parametrize(("owner", "others", "name"), _CASES)
def test_stands_for(owner, others, name):
    index = stands_for(owner, [known(words) for words in others])
    assert (None if index is None else known(others[index]).name) == name


def test_order_of_those_known_does_not_matter():
    for owner, others, name in _CASES:
        index = stands_for(owner, [known(words) for words in reversed(others)])
        assert (None if index is None else known(others[::-1][index]).name) == name


@pytest.mark.parametrize(
    ("initials", "words", "spelt"),
    [
        ("DFE", "Director of Finance and Estates", True),
        ("DoF", "Director of Finance", True),
        ("ICB", "Integrated Care Board", True),
        ("ICB", "Care Board", False),
    ],
)
def test_spells(initials, words, spelt):
    assert spells(initials, words.split()) is spelt


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Membership: Councillors A Oak (Chair), B Ash", "Councillors"),
        ("Cllrs. A Oak and B Ash", "Cllrs"),
        ("The councillors may ask questions", None),
        ("Nothing of the kind", None),
    ],
)
def test_list_of_people(text, start):
    assert list_of_people(text) == (None if start is None else text.index(start))


def test_names_people():
    assert names_people("Contact: Mrs J Todd, Clerk")
    assert not names_people("The drainage of Mrsham Lane")
