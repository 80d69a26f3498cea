"""Members present by a mark before their names, and those who came to speak."""

import pytest

from extract.records.attendance import pack_to_attendance
from packtrace.normalising import raw_to_records
from tests.extract.pack.build import texts_to_pack
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.test_attendance import BODY, TITLE, listed

HEAD = "**60|MINUTES of a meeting of the Policy Committee held on Tuesday 3 June 2025\n\n"
TAIL = "\n\n60|In attendance:\n80|Ann Oak, Clerk\n\n**60|1.|90|Minutes\n90|The minutes were signed.\n\n**60|2.|90|Other"
LISTS = [
    "60|Elected Members:\n60|(* Present)\n60|*|80|Mr A Ash (Chairman)\n80|Mrs B Birch\n60|*|80|Ms C Cole",
    "60|Members: (* present)\n60|*Mr A Ash (Chairman)|300|Mrs B Birch\n60|*Ms C Cole|300|Mr D Dogwood",
    "60|Members:\n60|*|80|Mr A Ash (Chairman)\n80|Mrs B Birch\n60|*|80|Ms C Cole\n60|* denotes present",
]


@pytest.mark.parametrize("members", LISTS)
def test_members_without_the_mark_were_not_there(members):
    records = pack_to_attendance(texts_to_pack(HEAD + members + TAIL)).records
    found = [(record.constants["capacity"], record.fields["people"].text) for record in records]
    assert found == [("member", "Mr A Ash (Chairman)\nMs C Cole"), ("officer", "Ann Oak, Clerk")]


def test_a_bare_heading_is_no_legend_of_a_mark():
    assert listed("PRESENT\n\nMr A Ash\nMrs B Birch") == [("member", "Mr A Ash\nMrs B Birch", None)]


def test_holders_of_a_members_office_come_as_visitors():
    text = "Present: Mr A Ash\n\nIn attendance:\nMr D Holt, Leader of the Council\nAnn Oak, Clerk"
    assert listed(text)[1:] == [
        ("officer", "Ann Oak, Clerk", None),
        ("also_present", "Mr D Holt, Leader of the Council", None),
    ]


def test_witnesses_of_an_item_are_listed_once():
    items = "\n\n**3. Budget\nWitnesses:\nAnn Oak, Director of Finance\nJo Elm, Accountant\n\nThe report was heard."
    items += "\n\n**4. Risk\nWitnesses:\nAnn Oak, Director of Finance\n\nKey points raised during the discussion:"
    pack = text_to_pack(TITLE + "PRESENT: Mr A Ash" + BODY + items)
    found = [(r.constants["capacity"], r.fields["people"].text) for r in pack_to_attendance(pack).records]
    assert found == [("member", "Mr A Ash"), ("officer", "Ann Oak, Director of Finance\nJo Elm, Accountant")]


def test_officers_attending_for_an_item_stand_behind_their_label():
    item = "\n\n**3. Highways\nOfficers attending: Ann Oak, Area Manager; Jo Elm, Engineer\n\nThe report was heard."
    pack = text_to_pack(TITLE + "Anyshire County Council Members:\nMr A Ash (Chairman)" + BODY + item + item)
    found = [(r.constants["capacity"], r.fields["people"].text) for r in pack_to_attendance(pack).records]
    assert found == [("member", "Mr A Ash (Chairman)"), ("officer", "Ann Oak, Area Manager; Jo Elm, Engineer")]


def test_how_long_and_for_what_somebody_stayed_is_no_name():
    text = "Present: Mr A Ash\n\nOfficers:\n\nWhole of meeting|200|Ann Oak (Clerk); Jo Elm\n\nPart of meeting"
    items = "\n\nItem|200|Name\n6.|200|Bo Birch, Chief Finance Officer\n7 & 8|200|Cy Cole, Engineer"
    body = "\n\n**74/13|60|MINUTES\n\nThe minutes were signed.\n\n**75/13|60|OTHER\n\nThere was none."
    pack = text_to_pack(TITLE + text + items + body)
    records = raw_to_records(pack_to_attendance(pack).records, pack.pages)
    assert [(r.values["name"], r.values["post"]) for r in records[1:]] == [
        ("Ann Oak", "Clerk"),
        ("Jo Elm", None),
        ("Bo Birch", "Chief Finance Officer"),
        ("Cy Cole", "Engineer"),
    ]


def test_a_cabinets_own_members_are_its_members():
    found = listed("Cabinet Members:\nMr A Ash (Chairman)\n\nAlso present: Mrs B Birch")
    assert [capacity for capacity, _, _ in found] == ["member", "also_present"]
