"""Which pages belong to which item."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pack import document_at, pages_to_pack
from extract.pack.sights import elements_to_sight
from extract.pack.types import Pack
from extract.pdf import open_pdf
from tests.extract.pack.build import texts_to_pack
from tests.extract.pack.test_agenda import CABINET
from tests.extract.records.tabled import table_of

MINUTES = """
^60|ANYSHIRE COUNTY COUNCIL
60|MINUTES of the meeting of the Cabinet held on 6 February 2024.
60|PRESENT: Mr A Person
"""


def listed(pack: Pack) -> list[tuple[str, str, int, int]]:
    return [(d.kind, d.agenda_ref.text, d.first, d.last) for d in pack.documents]


def test_stamps_say_whose_pages_follow() -> None:
    report, more = "**60|Council tax\n60|The tax rises.", "60|It rises by more than was thought."
    stamps = ("", "Agenda Item 2", "Agenda Item 3a", "", "Agenda Item 4")
    pack = texts_to_pack(CABINET, MINUTES, report, more, "60|Document is Restricted", stamps=stamps)
    assert listed(pack) == [
        ("agenda", "", 1, 1),
        ("minutes", "2", 2, 2),
        ("report", "3a", 3, 4),
        ("restricted", "4", 5, 5),
    ]


def test_titles_and_item_lines_say_whose_pages_follow() -> None:
    by_title = "^60|Council tax - 4th quarter\n60|The tax rises."
    by_line = "^60|A matter of land\n60|Report to the Cabinet - agenda item 4 - 5 March 2024"
    assert listed(texts_to_pack(CABINET, by_title, by_line))[1:] == [("report", "3a", 2, 2), ("report", "4", 3, 3)]


def test_an_item_that_a_paper_only_mentions_is_not_its_own() -> None:
    by_title = "^60|Council tax - 4th quarter\n60|Members may ask for more under item 4."
    mentions = "^60|Action log\n60|Write to the Minister. See agenda item 4."
    assert listed(texts_to_pack(CABINET, by_title, mentions))[1:] == [("report", "3a", 2, 3)]


def test_items_with_a_first_page_alone_run_on_to_the_next() -> None:
    agenda = "^60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Minutes|480|p 2\n60|3.|90|Audit follow-up|480|p 4"
    more = "60|It was all as had been thought."
    pack = texts_to_pack(agenda, MINUTES, more, "60|Actions that are late.", more, stamps=("1", "2", "3", "4", "5"))
    assert listed(pack)[1:] == [("minutes", "2", 2, 3), ("report", "3", 4, 5)]


def test_pages_after_a_notice_belong_to_nothing() -> None:
    pack = texts_to_pack(CABINET, "**60|CONFIDENTIAL\n60|On pink paper.", "**60|Declaration form\n60|Name:")
    assert listed(pack)[-1] == ("report", "", 3, 3)


def test_document_at() -> None:
    pack = texts_to_pack(CABINET, MINUTES, stamps=("", "Agenda Item 2"))
    found = document_at(pack.documents, 2)
    assert found is not None
    assert found.kind == "minutes"
    assert document_at(pack.documents, 3) is None


@pytest.fixture(scope="module")
def town(town_pack: Path) -> Pack:
    document = open_pdf(town_pack)
    return pages_to_pack(list(document.pages()), document.bookmarks)


def test_papers_of_a_town_council_without_a_common_page_count(town: Pack) -> None:
    refs = {d.agenda_ref.text: (d.first, d.last) for d in town.documents if d.agenda_ref}
    assert refs == {
        "4": (4, 7),
        "5": (8, 9),
        "7(a)": (10, 12),
        "7(b)": (13, 14),
        "8": (15, 18),
        "9": (19, 23),
        "10": (24, 25),
        "11": (26, 27),
        "12": (28, 29),
        "13": (30, 31),
    }


def test_documents_cover_each_page_once(town: Pack) -> None:
    covered = [page for d in town.documents for page in range(d.first, d.last + 1)]
    assert covered == [info.number for info in town.pages]


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        ("THE CABINET\n60|14th January, 2025", "minutes"),
        ("CABINET\n60|Meeting held on Tuesday 14 January 2025 at 2.00 p.m.", "minutes"),
        ("EXTRAORDINARY MEETING\n60|Held on 14 January 2025 at 16:00 via Microsoft Teams", "minutes"),
        ("CABINET\n60|Extraordinary meeting – Thursday 14 January 2025, 2.00pm, Microsoft Teams", "minutes"),
        ("THE CABINET\n60|A report of 14th January, 2025", "report"),
    ],
)
def test_a_date_above_those_present_begins_minutes(top: str, kind: str) -> None:
    page = f"**60|{top}\n60|Present:- Councillor A Person (in the Chair).\n60|Apologies were received."
    assert listed(texts_to_pack(CABINET, page, stamps=("", "Agenda Item 2")))[-1] == (kind, "2", 2, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Enclosure H – Agenda item BoD 25/052",
        "Agenda item ref: BoD 25/052",
        "Item BoD 25/052",
        "To the Board – BoD 25/052",
    ],
)
def test_a_report_names_its_item_by_letters_and_a_year(line: str) -> None:
    agenda = "^60|AGENDA\n60|BoD 25/051|130|Apologies\n60|BoD 25/052|130|Finance\n60|BoD 25/053|130|Other business"
    assert listed(texts_to_pack(agenda, f"60|{line}\n60|Report on money"))[1:] == [("report", "BoD 25/052", 2, 2)]


def test_minutes_without_a_mark_stand_between_the_agenda_and_the_first_paper() -> None:
    top = "**60|MINUTES OF THE CABINET\n60|Tuesday 14 January 2025\n60|Present: Ann Ash (AA), Chair\n60|It was quorate."
    found = listed(texts_to_pack(CABINET, top, "60|More was said.", "60|Report to the Cabinet - agenda item 4"))
    assert found[1:] == [("minutes", "", 2, 3), ("report", "4", 4, 4)]


def test_the_title_in_a_covers_table_says_whose_paper_it_is() -> None:
    rows = [["Report to", "Board"], ["Report title:", "Council tax - 4th quarter"], ["Lead", "Clerk"]]
    assert elements_to_sight([table_of(rows)]).titles == ("Council tax - 4th quarter",)


@pytest.mark.parametrize(("head", "kind"), [("Table of Contents", "minutes"), ("Background", "report")])
def test_minutes_may_list_their_items_on_a_page_before_those_present(head: str, kind: str) -> None:
    first = (
        f"**60|MINUTES OF THE MEETING OF THE CABINET HELD ON TUESDAY 3 FEBRUARY 2026\n60|{head}\n60|1. Roads – Agreed"
    )
    second = "60|In the Chair:|160|Alderman Oak\n60|Committee Members Present:|160|Aldermen Ash and Elm"
    assert listed(texts_to_pack(CABINET, first, second, stamps=("", "Agenda Item 2")))[-1] == (kind, "2", 2, 3)


@pytest.mark.parametrize(
    ("members", "kind"),
    [("Anyshire County Council Members:", "minutes"), ("Borough / District Members:", "minutes"), ("Costs:", "report")],
)
def test_minutes_list_the_members_of_each_council_that_appoints_some(members: str, kind: str) -> None:
    top = "60|DRAFT Minutes of the meeting of the\n60|HYTHE LOCAL COMMITTEE\n60|held on 2 December 2015\n\n"
    top += f"60|{members}\n60|*|80|Mr A Ash"
    pack = texts_to_pack("**60|AGENDA\n60|1.|90|Apologies\n60|2.|90|Other business", top + "\n\n60|44/15|120|APOLOGIES")
    assert pack.documents[-1].kind == kind
