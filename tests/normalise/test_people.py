import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.people import split_names


def listed(raw):
    """Each person as name, post, whom they stand in for, flags."""
    return [
        (words(raw, (p.start, p.end)), words(raw, p.post), words(raw, p.substitute_for), sorted(p.flags))
        for p in split_names(raw)
    ]


def words(raw, span):
    return None if span is None else " ".join(raw[slice(*span)].split())


def names(raw):
    return [name for name, *_ in listed(raw)]


def posts(raw):
    return [(name, post) for name, post, *_ in listed(raw)]


def test_initials_in_brackets_begin_another_person_and_are_no_post():
    raw = "Jill Ash (JA) – Chair\nBea Fenn (BF)\nMarc Oak (MO) – Assistant Chief Officer\nResources\nFola Mbeki (FM)"
    expected = [("Jill Ash", "Chair"), ("Bea Fenn", None), ("Marc Oak", "Assistant Chief Officer Resources")]
    assert posts(raw) == [*expected, ("Fola Mbeki", None)]
    assert posts("Laurence Quayle –\nChief Finance Officer (CFO)") == [("Laurence Quayle", "Chief Finance Officer")]


def test_members_with_honours_posts_and_substitutes_over_line_breaks():
    raw = (
        "Mr E E C Hotson (Chairman), Mr J R Bullock, MBE (Vice-Chairman), Mr\nR W Bayford, "
        "Mr I S Chittenden (Substitute for Mrs T Dean), Mr M J\nJarvis and Mr L B Ridings, MBE"
    )
    assert listed(raw) == [
        ("Mr E E C Hotson", "Chairman", None, []),
        ("Mr J R Bullock, MBE", "Vice-Chairman", None, []),
        ("Mr R W Bayford", None, None, []),
        ("Mr I S Chittenden", None, "Mrs T Dean", ["substitute"]),
        ("Mr M J Jarvis", None, None, []),
        ("Mr L B Ridings, MBE", None, None, []),
    ]


def test_officers_with_posts_in_brackets():
    raw = (
        "Ms D\nFitch (Assistant Democratic Services Manager), Ms J Hansen (Finance\nBusiness Partner BSS), Ms K Millar "
        "(Manager -\nCapital Programme Delivery), Mrs C Head (Chief Accountant) and Mr A Wood (Corporate Director of "
        "Finance and\nProcurement)"
    )
    assert posts(raw) == [
        ("Ms D Fitch", "Assistant Democratic Services Manager"),
        ("Ms J Hansen", "Finance Business Partner BSS"),
        ("Ms K Millar", "Manager - Capital Programme Delivery"),
        ("Mrs C Head", "Chief Accountant"),
        ("Mr A Wood", "Corporate Director of Finance and Procurement"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "Cllr Tariq Aziz – Eastmoor District Council (substitute for Cllr L Hume)",
        "Cllr Tariq Aziz (Eastmoor District Council – substitute for Cllr L Hume)",
    ],
)
def test_substitutes_behind_the_council_they_come_from(raw):
    assert listed(raw) == [("Cllr Tariq Aziz", None, "Cllr L Hume", ["substitute"])]


def test_ranks_and_posts_before_names_and_lists_of_services_in_one_post():
    raw = (
        "Helen Traske, Police, Fire and Crime Commissioner; Chief Constable Imran Siddiq; Chief Fire Officer Marcus"
        " Dunne and Area Manager Tom Lowe"
    )
    assert posts(raw) == [
        ("Helen Traske", "Police, Fire and Crime Commissioner"),
        ("Chief Constable Imran Siddiq", None),
        ("Marcus Dunne", "Chief Fire Officer"),
        ("Tom Lowe", "Area Manager"),
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Councillors A Smith, B Jones (Mayor) and C Evans", ["A Smith", "B Jones", "C Evans"]),
        ("Councillor A Smith", ["Councillor A Smith"]),
        ("Cllrs Hodivala (Chairman), Hewett, Mosson and Wood.", ["Hodivala", "Hewett", "Mosson", "Wood"]),
        ("Cllrs B Owen and H Mantle.", ["B Owen", "H Mantle"]),
        ("A Athwall\nN Beecroft-Smith\nA Cook", ["A Athwall", "N Beecroft-Smith", "A Cook"]),
        ("Cllr A Comber\nCllr R Gibson", ["Cllr A Comber", "Cllr R Gibson"]),
        (
            "Hector Rufrancos, Barbara\nMcTavish(chair) and Martin\nKeane",
            ["Hector Rufrancos", "Barbara McTavish", "Martin Keane"],
        ),
        ("Kenny Combe KC\nGraham Dolan GD", ["Kenny Combe", "Graham Dolan"]),
        ("Ms J Van\nRuyckevelt (Interim Head of Health)", ["Ms J Van Ruyckevelt"]),
        ("Mr Iqbal Dhaliwal OBE", ["Mr Iqbal Dhaliwal OBE"]),
        (
            "Mayor Tom Piper and Councillors Tom Butler and Shelly Foote",
            ["Mayor Tom Piper", "Tom Butler", "Shelly Foote"],
        ),
        ("Nikki Sturmey (NS)(Clerk) Nigel Blake (NB)", ["Nikki Sturmey", "Nigel Blake"]),
        ("Cllr P Weale; and two members of the public", ["Cllr P Weale"]),
        ("Cllr. P. Brown and 3 members of the public", ["Cllr. P. Brown"]),
        ("None", []),
        ("Police Scotland", []),
        ("", []),
    ],
)
def test_names(raw, found):
    assert names(raw) == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Dr Priya Nair, Chief Medical Officer", [("Dr Priya Nair", "Chief Medical Officer")]),
        ("Dr Priya Nair Chief Medical Officer", [("Dr Priya Nair", "Chief Medical Officer")]),
        (
            "J Abbott – Town Clerk\nA Dougall - Responsible Financial Officer (RFO)",
            [("J Abbott", "Town Clerk"), ("A Dougall", "Responsible Financial Officer")],
        ),
        ("Mr Paul Green Chair", [("Mr Paul Green", "Chair")]),
        ("Mr P J Young Clerk", [("Mr P J Young", "Clerk")]),
        ("Mr Christopher Lyle Local Democracy Reporter", [("Mr Christopher Lyle", "Local Democracy Reporter")]),
        (
            "Mr Tom Ash, Chief Digital and Information Officer",
            [("Mr Tom Ash", "Chief Digital and Information Officer")],
        ),
        ("Cllr P Weale (County Councillor, Llandegwel East)", [("Cllr P Weale", "County Councillor, Llandegwel East")]),
        ("Cllr Pugh (Castle), Ms Carr (SBC)", [("Cllr Pugh", None), ("Ms Carr", None)]),
        ("Mike Hosking (MH)(Hon. Secretary &\nTreasurer)", [("Mike Hosking", "Hon. Secretary & Treasurer")]),
        ("Cllr Smith (in the Chair)", [("Cllr Smith", "Chair")]),
        (
            "Mrs Sally Sahin and Mr David Dent, Councillors, Mrs\nSusan Ryding, Clerk",
            [("Mrs Sally Sahin", None), ("Mr David Dent", None), ("Mrs Susan Ryding", "Clerk")],
        ),
        (
            "Jane Smith, Director of Finance and Procurement, and John Brown, Chief Executive",
            [("Jane Smith", "Director of Finance and Procurement"), ("John Brown", "Chief Executive")],
        ),
        (
            "Professor Anne Green, Chair\nMr Paul White, Non-Executive Director",
            [("Professor Anne Green", "Chair"), ("Mr Paul White", "Non-Executive Director")],
        ),
    ],
)
def test_posts(raw, found):
    assert posts(raw) == found


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (
            "Chief Executive (Ms A Hazel), Monitoring Officer (Mr B Ivy)",
            [("Ms A Hazel", "Chief Executive"), ("Mr B Ivy", "Monitoring Officer")],
        ),
        ("Councillor Smith in the Chair", [("Councillor Smith", "Chair")]),
        ("Cllr A Ash", [("Cllr A Ash", None)]),
    ],
)
def test_posts_before_names_and_short_names(raw, found):
    people = [(raw[p.start : p.end], raw[slice(*p.post)] if p.post else None) for p in split_names(raw)]
    assert people == found


@pytest.mark.parametrize(
    ("raw", "post", "substitute_for", "flags"),
    [
        ("Cllr T ap Gwilym (by video\nlink)", None, None, ["remote"]),
        ("Cllr R Hamer (from minute 23/108)", None, None, ["partial"]),
        ("Ms Ferrars (Director of Strategy, non-voting)", "Director of Strategy", None, ["non_voting"]),
        (
            "Ms Loftus (Deputy Chief Operating Officer; substitute for Mr Ashdown)",
            "Deputy Chief Operating Officer",
            "Mr Ashdown",
            ["substitute"],
        ),
        ("Cllr Jones (ex officio)", None, None, ["non_voting"]),
        ("Mr Hallam (minutes)", None, None, ["minutes"]),
    ],
)
def test_what_brackets_say(raw, post, substitute_for, flags):
    assert [entry[1:] for entry in listed(raw)] == [(post, substitute_for, flags)]


@given(st.text(alphabet="ABcd Mrs,()&\n;- andChair", max_size=60))
def test_names_lie_in_the_text_in_order(raw):
    ends = [0, *(end for p in split_names(raw) for end in (p.start, p.end)), len(raw)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("post", ["Police and Crime Commissioner", "Deputy Police and Crime Commissioner"])
def test_a_post_whose_first_word_is_none_alone(post):
    assert posts(f"Helen Marsh, {post}") == [("Helen Marsh", post)]


def test_brackets_that_name_a_post_stand_behind_a_name_that_no_list_of_names_holds():
    raw = "Imran Qadir (Head of Audit), Bethan Rowlands (Head of Law and\nGovernance) and Oluwa Ade (Clerk)"
    found = [
        ("Imran Qadir", "Head of Audit"),
        ("Bethan Rowlands", "Head of Law and Governance"),
        ("Oluwa Ade", "Clerk"),
    ]
    assert posts(raw) == found


def test_an_independent_person_is_a_post():
    raw = "Dr Simon Achebe – Independent Person\nPriya Latham – Democratic Services Officer"
    assert posts(raw) == [("Dr Simon Achebe", "Independent Person"), ("Priya Latham", "Democratic Services Officer")]


def test_the_council_that_sends_members_is_no_part_of_the_first_name():
    raw = "Wend Council: Councillors R Khatun, G Lofthouse and I\nNettles\nHolm Borough Council: Cllr S Prabhakar"
    assert names(raw) == ["R Khatun", "G Lofthouse", "I Nettles", "Cllr S Prabhakar"]


def test_an_honorific_says_who_is_elected():
    listed = "County Cllr H. Oak, Mrs J. Ash (Clerk) and Y Cynghorydd / Councillor E. Elm"
    assert [(listed[p.start : p.end], p.elected) for p in split_names(listed)] == [
        ("County Cllr H. Oak", True),
        ("Mrs J. Ash", False),
        ("Y Cynghorydd / Councillor E. Elm", True),
    ]


def test_titles_and_posts_in_two_languages():
    listed = "Y Cynghorwyr / Councillors A Oak and B Elm\nMr T. Ash, Third Sector Representative"
    assert [(listed[p.start : p.end], p.post and listed[slice(*p.post)]) for p in split_names(listed)] == [
        ("A Oak", None),
        ("B Elm", None),
        ("Mr T. Ash", "Third Sector Representative"),
    ]


def test_two_honorifics_and_how_long_officers_stayed():
    assert posts("Councillor Mrs. P. Ollerton (Vice-Chairman)") == [("Councillor Mrs. P. Ollerton", "Vice-Chairman")]
    raw = "Whole meeting – Ann Oak (Head of Pensions);\nWill Elm\nPart of meeting – Tom Ash (Accountant)"
    assert names(raw) == ["Ann Oak", "Will Elm", "Tom Ash"]


def test_lines_of_names_with_posts_behind_commas():
    raw = "Hugh Lomond, Chief Finance Officer\nDee Archer, Audit Manager\nPetra Snell, Scrutiny Officer (clerk)"
    assert posts(raw) == [
        ("Hugh Lomond", "Chief Finance Officer"),
        ("Dee Archer", "Audit Manager"),
        ("Petra Snell", "Scrutiny Officer"),
    ]


def test_lines_of_posts_with_their_holders_behind_a_dash():
    raw = "Chief Fire Officer – M. Tarn\nTreasurer to the Authority – N. Beck"
    assert posts(raw) == [("M. Tarn", "Chief Fire Officer"), ("N. Beck", "Treasurer to the Authority")]


def test_lines_of_a_name_a_dash_and_a_post_are_a_person_each():
    raw = "Ada Norrey – Chief of Staff, OPCC\nDCC Ralph Beck – Deputy Chief Constable\nKay Toll – Director of Resources"
    people = [(raw[p.start : p.end], raw[slice(*p.post)]) for p in split_names(raw) if p.post is not None]
    assert people == [
        ("Ada Norrey", "Chief of Staff, OPCC"),
        ("DCC Ralph Beck", "Deputy Chief Constable"),
        ("Kay Toll", "Director of Resources"),
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("The Town Mayor, Cllr R Oak, Cllr B Elm", [("Cllr R Oak", "The Town Mayor"), ("Cllr B Elm", None)]),
        ("Cllr R Oak (Town Mayor, presiding), Cllr B Elm", [("Cllr R Oak", "Town Mayor"), ("Cllr B Elm", None)]),
        (
            "Town Clerk: Mrs H Oak; Deputy Clerk: Mr P Elm",
            [("Mrs H Oak", "Town Clerk"), ("Mr P Elm", "Deputy Clerk")],
        ),
        ("Town Clerk: Mrs H Oak\nDeputy Clerk: Mr P Elm", [("Mrs H Oak", "Town Clerk"), ("Mr P Elm", "Deputy Clerk")]),
        ("Mr D Ash of Oak & Elm Homes, Mrs B Yew", [("Mr D Ash", None), ("Mrs B Yew", None)]),
        (
            "The Mayor (Cllr R Oak) in the Chair\nThe Deputy Mayor (Cllr B Elm)\nCouncillors C Ash and D Yew",
            [("Cllr R Oak", "The Mayor"), ("Cllr B Elm", "The Deputy Mayor"), ("C Ash", None), ("D Yew", None)],
        ),
        ("Mr D Ash of Oak Homes & Mrs B Yew", [("Mr D Ash", None), ("Mrs B Yew", None)]),
    ],
)
def test_posts_ahead_of_names_and_bodies_behind_them(raw, found):
    assert posts(raw) == found


def test_posts_ahead_of_those_in_brackets():
    raw = "Director of Business and Culture (Mr S Gill), Democratic Services Officers (R King and J Low)"
    assert posts(raw) == [
        ("Mr S Gill", "Director of Business and Culture"),
        ("R King", "Democratic Services Officers"),
        ("J Low", "Democratic Services Officers"),
    ]


def test_posts_ahead_of_a_dash_may_go_on_in_the_next_line():
    raw = "Chief Executive – B Quigg\nDirector of Corporate Services and\nFinance – P\nMallon"
    assert posts(raw) == [("B Quigg", "Chief Executive"), ("P Mallon", "Director of Corporate Services and Finance")]


def test_marks_and_brackets_behind_names_are_no_part_of_them():
    raw = "Councillors Agnew*, Donnan** and P Fleming (Councillor Logue left at 6.10 pm)"
    assert posts(raw) == [("Agnew", None), ("Donnan", None), ("P Fleming", None)]


def test_a_sentence_ends_a_list_of_members():
    assert posts("Councillors Boyd and Mackle. Mr Toner, Head of Finance") == [
        ("Boyd", None),
        ("Mackle", None),
        ("Mr Toner", "Head of Finance"),
    ]


def test_services_are_posts_and_no_people():
    raw = "S Mathers, Development Management and Enforcement Manager (DMEM)\nMr Kells, ICT Support"
    assert posts(raw) == [
        ("S Mathers", "Development Management and Enforcement Manager"),
        ("Mr Kells", "ICT Support"),
    ]
