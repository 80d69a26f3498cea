import pytest

from normalise.party_words import ends_in_modifier, has_complement, kind_of, likely_person, names_post, sure_person


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr E E C Hotson", "person"),
        ("Jane Doe", "person"),
        ("T ap Gwilym", "person"),
        ("JB", "initials"),
        ("PWh", "initials"),
        ("HR", "other"),
        ("Head of Law", "post"),
        ("Directors", "posts"),
        ("Matron, ED", "post"),
        ("Head", "name"),
        ("Pugh", "name"),
        ("Audit Committee", "body"),
        ("Law and order", "other"),
        ("", "other"),
        ("Radi- ology Services Manager", "post"),
    ],
)
def test_kind_of_a_piece(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "sure", "likely"),
    [("Dr Tully", True, True), ("J Bloggs", True, True), ("Myriam Caron", False, True), ("Urgent Care", False, False)],
)
def test_how_sure_a_person_is(text, sure, likely):
    assert (sure_person(text), likely_person(text)) == (sure, likely)


def test_a_title_may_go_on():
    assert has_complement("Head of Policy")
    assert not has_complement("Policy Manager")
    assert ends_in_modifier("Deputy Chief")
    assert not ends_in_modifier("Discharge Lead")


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("Finance Business Partner BSS", True),
        ("Town Clerk", True),
        ("County Councillor, Llandegwel East", True),
        ("Castle", False),
        ("SCC", False),
        ("Member for Castle", False),
    ],
)
def test_brackets_behind_a_name(words, post):
    assert names_post(words) is post
