"""Who was there: lists, columns and running text under their headings."""

import pytest

from extract.layout.excerpt import EMPTY, words_to_excerpt
from extract.pack.printed import elements_to_lines
from extract.records.attendance import _Block, _is_heading, _joined, _lines_to_blocks, pack_to_attendance
from packtrace.normalising import raw_to_records
from tests.extract.drawn import set_line
from tests.extract.records.minuted import text_to_pack, text_to_paragraphs
from tests.extract.records.tabled import table_of

TITLE = "**MINUTES of a meeting of the Policy Committee held on Tuesday 3 June 2025\n\n"
BODY = "\n\n**1. Minutes\nThe minutes were read and signed by the Chair of the meeting.\n\n**2. Other\nThere was none."


def listed(text):
    records = pack_to_attendance(text_to_pack(TITLE + text + BODY)).records
    return [(r.constants["capacity"], r.fields["people"].text, r.fields["post"].text if "post" in r.fields else None)
            for r in records]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PRESENT: Mr A Ash (Chairman) and Mr B Birch", [("member", "Mr A Ash (Chairman) and Mr B Birch", None)]),
        (
            "Present: Cllrs J Smith and R Brown. Apologies: Cllr K Green. In attendance: Mrs P White (Clerk).",
            [
                ("member", "Cllrs J Smith and R Brown.", None),
                ("apology", "Cllr K Green.", None),
                ("officer", "Mrs P White\n(Clerk).", None),
            ],
        ),
        (
            "Present:\nCllr A Ash\nCllr B Birch\n\nOfficers present:\nJ Cole – Town Clerk\n\nAbsent: Cllr D Dogwood",
            [("member", "Cllr A Ash\nCllr B Birch", None), ("officer", "J Cole – Town Clerk", None)],
        ),
        (
            "Present: Mr A Ash\n\nOfficers supporting the Panel: Ann Oak (Clerk)\n\nExternal audit: Jo Elm (Oak LLP)",
            [
                ("member", "Mr A Ash", None),
                ("officer", "Ann Oak (Clerk)", None),
                ("also_present", "Jo Elm (Oak LLP)", None),
            ],
        ),
        (
            "Members Present:|200|Mrs J Ash (Chair), Mr S Birch\nOPCC:|200|P Cole (Chief Executive)\n"
            "Holm Police:|200|M Dale (Head of Finance)\nApologies:|200|Ms B Elm",
            [
                ("member", "Mrs J Ash (Chair), Mr S Birch", None),
                ("officer", "P Cole (Chief Executive)", None),
                ("officer", "M Dale (Head of Finance)", None),
                ("apology", "Ms B Elm", None),
            ],
        ),
        (
            "Members Present: Dr L Ash (Chairman)\n\nPresent: F Cole (Chief Constable)",
            [("member", "Dr L Ash (Chairman)", None), ("officer", "F Cole (Chief Constable)", None)],
        ),
        (
            "Present: Mr A Ash (Chair)\n\nTogether with: Mr P Cole (Chief Executive)",
            [("member", "Mr A Ash (Chair)", None), ("officer", "Mr P Cole (Chief Executive)", None)],
        ),
        (
            "Present: Mr A Ash (Chair)\n\nOPCC Present: Mr P Cole (Chief Executive)",
            [("member", "Mr A Ash (Chair)", None), ("officer", "Mr P Cole (Chief Executive)", None)],
        ),
        (
            "Members Present:|200|Mrs J Ash (Chair)\nHolm Council:|200|Cllr P Cole",
            [("member", "Mrs J Ash (Chair)\nHolm Council:\nCllr P Cole", None)],
        ),
        (
            "Present:\nMs K Loftus|250|Deputy Director (substitute for Mr Oak)|500|KL\n"
            "Mr P Hall|250|Clerk (minutes)|500|PH",
            [("substitute", "Ms K Loftus", "Deputy Director"), ("member", "Mr P Hall", "Clerk")],
        ),
        (
            "Present:|300|Officials:\nFrancis Maude (Chair)|300|Katie Davis (Cabinet Office)\nTom Steinberg",
            [
                ("member", "Francis Maude (Chair)\nTom Steinberg", None),
                ("officer", "Katie Davis (Cabinet Office)", None),
            ],
        ),
        (
            "Present:|200|Cllr A Ash and Cllr B Birch\nIndependent|200|Mr G Holt\nMember:\nOfficers:|200|J Cole",
            [
                ("member", "Cllr A Ash and Cllr B Birch", None),
                ("member", "Mr G Holt", None),
                ("officer", "J Cole", None),
            ],
        ),
        (
            "Present: Cllr A Ash\n\nAn apology for absence was submitted on behalf of Councillor D Dean.",
            [("member", "Cllr A Ash", None), ("apology", "Councillor D Dean.", None)],
        ),
        (
            "Present:|150|Ann Carey|250|AC|300|Kenny Combe|450|KC\n\nThe meeting was chaired by Kenny Combe.",
            [("member", "Ann Carey\nKenny Combe", None)],
        ),
        (
            "Attendance\nMember|250|School|400|3/6/25\nAnn Oak (Chair)|250|Fernleigh School|400|Present\n"
            "Mo Elm|250|Quay School|400|Apologies\nIan Ash|250|Quay School|400|Absent",
            [("member", "Ann Oak (Chair)", None), ("apology", "Mo Elm", None)],
        ),
        (
            "Yn Bresennol / Present: Mr A Ash\n\nYn Mynychu / In Attendance: Mr B Oak (Clerk)",
            [("member", "Mr A Ash", None), ("officer", "Mr B Oak (Clerk)", None)],
        ),
        (
            "Present: Ann Oak, Chair (AO) Mo Elm (ME). Also, present, Ian Ash, Library Manager.",
            [("member", "Ann Oak, Chair (AO) Mo Elm (ME).", None), ("also_present", "Ian Ash, Library Manager.", None)],
        ),
        (
            "ALSO PRESENT: Mr P Fir\n\nPRESENT: Mr A Ash\n\nIN ATTENDANCE: Mr B Oak (Clerk)",
            [("also_present", "Mr P Fir", None), ("member", "Mr A Ash", None), ("officer", "Mr B Oak (Clerk)", None)],
        ),
        (
            "YN BRESENNOL / PRESENT\nCllr A Ash\n\nHEFYD YN BRESENNOL / ALSO PRESENT\nCllr B Elm\n\n"
            "SWYDDOGION / OFFICERS\nMr C Oak (Clerk)",
            [
                ("member", "Cllr A Ash", None),
                ("also_present", "Cllr B Elm", None),
                ("officer", "Mr C Oak (Clerk)", None),
            ],
        ),
        (
            "Attendees:\nAnn Oak|250|Home Office\nMo Elm|250|Home Office",
            [("member", "Ann Oak", None), ("member", "Mo Elm", None)],
        ),
        (
            "Members: Cllr A Ash\n\nIn attendance: Mr B Oak (Independent Adviser)\n\nOfficers: Ms C Elm (Clerk)",
            [
                ("member", "Cllr A Ash", None),
                ("also_present", "Mr B Oak (Independent Adviser)", None),
                ("officer", "Ms C Elm (Clerk)", None),
            ],
        ),
        (
            "Present: Cllr A Ash\n\nEmployer representatives: Ms B Oak\n\nScheme Member Representative: Mr C Elm",
            [("member", "Cllr A Ash", None), ("member", "Ms B Oak", None), ("member", "Mr C Elm", None)],
        ),
        (
            "Cabinet members present: Cllr A Ash (Leader)\n\nOfficers present: Mr B Oak (Clerk)",
            [("also_present", "Cllr A Ash (Leader)", None), ("officer", "Mr B Oak (Clerk)", None)],
        ),
    ],
)
def test_lists(text, found):
    assert listed(text) == found


@pytest.mark.parametrize(
    ("minute", "found"),
    [
        ("Apologies were received from Cllr E Elm (illness) and Cllr F Fir.", ["Cllr E Elm (illness) and Cllr F Fir"]),
        ("Cllrs Ives, Ward and Ellis.", ["Cllrs Ives, Ward and Ellis."]),
        ("There were no apologies for absence.", []),
    ],
)  # fmt: skip
def test_apologies_in_a_minute_of_their_own(minute, found):
    text = f"{TITLE}Present: Cllr A Ash\n\n**1. Apologies for absence\n{minute}\n\n**2. Other\nThere was none of it."
    records = pack_to_attendance(text_to_pack(text)).records
    assert [r.fields["people"].text for r in records if r.constants["capacity"] == "apology"] == found


def test_apologies_received_and_noted_below_a_head_of_their_own():
    text = f"{TITLE}Present: Cllr A Ash\n\n**APOLOGIES\nApologies were received and noted from Cllr E Elm (Oakshire)."
    records = raw_to_records(pack_to_attendance(text_to_pack(text + BODY)).records, [])
    assert [one.values["name"] for one in records if one.values["capacity"] == "apology"] == ["Cllr E Elm"]


def test_councillors_in_attendance_are_no_officers():
    raw = pack_to_attendance(
        text_to_pack(TITLE + "Present: Cllr A Ash\n\nIn attendance: County Cllr B Elm, Mr C Oak" + BODY)
    )
    people = raw_to_records(raw.records, [])
    assert [(one.values["name"], one.values["capacity"]) for one in people] == [
        ("Cllr A Ash", "member"),
        ("County Cllr B Elm", "also_present"),
        ("Mr C Oak", "officer"),
    ]


def test_a_clerk_is_no_member_nor_is_who_sits_on_another_council():
    text = "Present: Mrs A Ash and Mr B Oak, Councillors, and Mr C Elm, Clerk; Eden District Councillor D Fir"
    people = raw_to_records(pack_to_attendance(text_to_pack(TITLE + text + BODY)).records, [])
    assert [(one.values["name"], one.values["capacity"]) for one in people] == [
        ("Mrs A Ash", "member"),
        ("Mr B Oak", "member"),
        ("Mr C Elm", "officer"),
        ("D Fir", "also_present"),
    ]


@pytest.mark.parametrize(
    ("text", "capacities"),
    [
        ("Members in attendance\nAnn Ash|250|Chair\nBo Birch|250|Director", ["member", "member"]),
        ("Present: Cllr A Ash\n\nMembers in attendance: Cllr B Birch", ["member", "also_present"]),
    ],
)
def test_members_in_attendance_are_the_bodys_own_where_no_others_are_listed(text, capacities):
    assert [capacity for capacity, _, _ in listed(text)] == capacities


def test_people_without_names_below_a_name_take_no_post_from_it():
    table = table_of([["Observing:", "Al Skeggs (AS)\nTwo members of the public", "Lead Governor"]])
    blocks = _lines_to_blocks(elements_to_lines([table]))
    assert [(seat.name.text, seat.post.text) for seat in blocks[0].seats] == [("Al Skeggs (AS)", "Lead Governor")]


def test_people_stacked_beside_others_are_no_posts_of_theirs():
    table = table_of(
        [["Attendees:", "Jo Ash (JA) – Chair\nAl Oak (AO)", "Bo Elm (BE) – Treasurer\nCy Fir (CF) – Clerk"]]
    )
    blocks = _lines_to_blocks(elements_to_lines([table]))
    assert (len(blocks[0].seats), len(blocks[0].lines)) == (0, 2)


def test_members_in_two_columns_under_the_bodies_that_appoint_them():
    text = (
        "PRESENT\n\nSecretary of State Appointees|300|Local Authority Members"
        "\nMrs A F Dale (Chair)|300|Cllr B Ash (Deputy)\nMr C Hill|300|Cllr Miss E Lund"
    )
    assert listed(text)[0] == ("member", "Mrs A F Dale (Chair)\nCllr B Ash (Deputy)\nMr C Hill\nCllr Miss E Lund", None)


def test_a_bold_name_is_no_heading_though_a_plain_word_stands_behind_the_bold_name_above():
    bold, plain, below = (text_to_paragraphs(text)[0].text for text in ("**C Elm", "(Chair)", "**D Fir"))
    above = words_to_excerpt((*bold.words, *plain.words))
    assert not _is_heading([below], [_Block(0.0, "member", lines=[above])])
    assert _is_heading([below], [_Block(0.0, "member", lines=[plain])])


def named(text):
    pack = text_to_pack(TITLE + text + BODY)
    records = raw_to_records(pack_to_attendance(pack).records, pack.pages)
    return [(r.values["capacity"], r.values["name"]) for r in records]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Members Present|190|:|210|Aldermen – F Ash and P Birch\n\n"
            "Officers Present|190|:|210|Chief Executive – J Dixon\n\n"
            "Apologies|190|:|210|Councillors – J Boyd and E Elm",
            [
                ("member", "F Ash"),
                ("member", "P Birch"),
                ("officer", "J Dixon"),
                ("apology", "J Boyd"),
                ("apology", "E Elm"),
            ],
        ),
        (
            "Present:|200|Councillor B Ash (Chair)\n\nSinn Féin:|200|Councillors D Birch and A Bell\n\n"
            "DUP (1):|200|Alderman E Oak",
            [
                ("member", "Councillor B Ash"),
                ("member", "D Birch"),
                ("member", "A Bell"),
                ("member", "Alderman E Oak"),
            ],
        ),
        (
            "In the Chair:|200|Councillor C Ash\n\nIn attendance:|200|Councillor T Oak\n\n"
            "(Officials)|200|Mrs M Ward, Chief Executive",
            [("member", "Councillor C Ash"), ("member", "Councillor T Oak"), ("officer", "Mrs M Ward")],
        ),
        (
            "Committee Members Present:|240|Aldermen Bell and Wylie (R)\n\nNon-Committee|240|Councillor Esler\n"
            "Members Present:\n\nIn Attendance:|240|K Laverty, ICT Operations Officer\nPress (1 no.) (R)\n\n"
            "**Registered Speakers\n"
            "C Bryson|240|Support",
            [
                ("member", "Bell"),
                ("member", "Wylie"),
                ("also_present", "Councillor Esler"),
                ("officer", "K Laverty"),
            ],
        ),
    ],
)
def test_lists_of_members_by_honorific_and_party(text, found):
    assert named(text) == found


def test_surnames_in_columns_stand_apart():
    lines = [words_to_excerpt(set_line(name, 60, 100)) for name in ("Adair", "Graham", "Smith")]
    titles = words_to_excerpt(set_line("Aldermen", 60, 80))
    assert _joined(lines, titles).text == "Aldermen Adair;\nGraham;\nSmith"
    assert _joined(lines, EMPTY).text == "Adair\nGraham\nSmith"
