"""Minutes found inside a pack, and cut into their numbered minutes."""

from dataclasses import replace

import pytest

from extract.layout.excerpt import words_to_excerpt
from extract.pack.printed import elements_to_lines
from extract.records.minutes import _title, _without_contents, pack_to_minutes
from tests.extract.records.minuted import HEAD, text_to_pack, text_to_paragraphs
from tests.extract.records.tabled import table_of

BODY = "The report was read to the meeting and there was a long discussion of all of it."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("**50. Budget\n(Item A5)\n" + BODY, "**51. Roads\n" + BODY, [("50", "Budget", "A5"), ("51", "Roads", "")]),
        (
            "23/104|150|Budget\n" + BODY,
            "23/105|150|Roads\n" + BODY,
            [("23/104", "Budget", ""), ("23/105", "Roads", "")],
        ),
        (
            "24/080|150|Budget (Agenda item 8a)\n" + BODY,
            "24/081|150|Roads\n" + BODY,
            [("24/080", "Budget", "8a"), ("24/081", "Roads", "")],
        ),
        (
            "**18.07.1 Budget\n" + BODY,
            "**18.07.2 Roads\n" + BODY,
            [("18.07.1", "Budget", ""), ("18.07.2", "Roads", "")],
        ),
        ("**AG.21 BUDGET\n" + BODY, "**AG.22 ROADS\n" + BODY, [("AG.21", "BUDGET", ""), ("AG.22", "ROADS", "")]),
        (
            "**Exe/25/16 Budget\n" + BODY,
            "**Exe/25/17 Roads\n" + BODY,
            [("Exe/25/16", "Budget", ""), ("Exe/25/17", "Roads", "")],
        ),
        ("**102 Budget\n" + BODY, "**103 Roads\n" + BODY, [("102", "Budget", ""), ("103", "Roads", "")]),
        (
            f"**4. Budget\n4.1 {BODY}\n\n4.2 {BODY}\n\n4.3 {BODY}",
            f"**5. Roads\n5.1 {BODY}\n\n5.2 {BODY}",
            [("4", "Budget", ""), ("5", "Roads", "")],
        ),
        ("46/25|150|Budget\n" + BODY, "47/25|150|Roads\n" + BODY, [("46/25", "Budget", ""), ("47/25", "Roads", "")]),
        ("1. Budget – " + BODY, "2. Roads – " + BODY, [("1", "Budget", ""), ("2", "Roads", "")]),
        ("**Budget\n" + BODY, "**Roads\n" + BODY, [("", "Budget", ""), ("", "Roads", "")]),
    ],
)
def test_numbers_titles_and_items(first, second, found):
    (minutes,) = pack_to_minutes(text_to_pack(f"{HEAD}\n{first}\n\n{second}\n\nThe meeting closed at 9 pm."))
    assert [(m.ref.text, m.title.text, m.agenda_ref.text) for m in minutes.minutes] == found
    assert minutes.date.text == "3 June 2025"


def test_sentences_numbered_under_headings_have_the_headings_as_titles():
    said = "Ordnance maps applies more rules to the open data licence. This restricts all who would work with it again."
    text = f"{HEAD}\n**Discussion of licences\n\n7. {said}\n\n8. {said}\n\n**Membership\n\n9. {said}\n"
    (minutes,) = pack_to_minutes(text_to_pack(text))
    assert [minute.title.text for minute in minutes.minutes] == [
        "Discussion of licences",
        "Discussion of licences",
        "Membership",
    ]
    assert minutes.minutes[0].paragraphs[0].text.text == said


def test_a_bold_label_with_a_colon_is_the_title_of_plain_names_behind_it():
    label, names = (text_to_paragraphs(text)[0] for text in ("**Apologies:", "John Holland Joe Oak"))
    opening = replace(names, text=words_to_excerpt((*label.text.words, *names.text.words)))
    assert tuple(part.text for part in _title(opening, followed=True)) == ("Apologies", "John Holland Joe Oak")


def test_numbered_paragraphs_within_minutes_are_none():
    text = f"{HEAD}\n**50. Budget\n(1) {BODY}\n(2) {BODY}\n\n**51. Roads\n(1) {BODY}\n"
    (minutes,) = pack_to_minutes(text_to_pack(text))
    assert [minute.ref.text for minute in minutes.minutes] == ["50", "51"]
    assert [paragraph.marker.text for paragraph in minutes.minutes[0].paragraphs] == ["(1)", "(2)"]


def test_a_list_set_in_under_lettered_minutes_numbers_none_of_them():
    items = "\n".join(f"    {number}.|120|that part {number} be agreed;" for number in range(1, 6))
    text = f"{HEAD}\n**SH/1|150|Budget\n{BODY}\n\n**SH/2|150|Roads\n{BODY}\n\n{items}\n"
    (minutes,) = pack_to_minutes(text_to_pack(text))
    assert [minute.ref.text for minute in minutes.minutes] == ["SH/1", "SH/2"]


def test_a_list_set_in_under_minutes_of_the_same_numbers_numbers_none_of_them():
    items = "\n".join(f"    {number}.|120|That part {number} be agreed." for number in range(1, 6))
    text = f"{HEAD}\n**23. Budget\n{BODY}\n\nResolved:-\n{items}\n\n**24. Roads\n{BODY}\n"
    (minutes,) = pack_to_minutes(text_to_pack(text))
    assert [minute.ref.text for minute in minutes.minutes] == ["23", "24"]


def test_numbers_of_bold_words_behind_other_numbers_are_no_minutes():
    text = (
        f"{HEAD}\n**50. Budget\n{BODY}\n\n**10 Years of Growth\n{BODY}\n\n**11 Wards\n{BODY}\n\n**51. Roads\n{BODY}\n"
    )
    (minutes,) = pack_to_minutes(text_to_pack(text))
    assert [minute.ref.text for minute in minutes.minutes] == ["50", "51"]


def test_parts_of_a_minute_with_a_bold_title_and_number_of_their_own_are_minutes():
    text = f"{HEAD}\n**5. Applications\n{BODY}\n\n**5.1 Mill Lane\n{BODY}\n\n**5.2 Quay\n{BODY}\n\n**6. Close\n{BODY}"
    (minutes,) = pack_to_minutes(text_to_pack(text))
    assert [(m.ref.text, m.title.text) for m in minutes.minutes] == [
        ("5", "Applications"),
        ("5.1", "Mill Lane"),
        ("5.2", "Quay"),
        ("6", "Close"),
    ]


def test_a_table_of_contents_ahead_of_those_present_holds_no_minutes():
    rows = [
        ["No", "Item", "Key decisions"],
        ["1.", "Budget", "Agreed"],
        ["2.", "Roads", "Refused"],
        ["3.", "Close", ""],
    ]
    contents = elements_to_lines([table_of(rows, heads=1)])
    listed = elements_to_lines(text_to_pack(f"{HEAD}\n**1. Budget\n{BODY}").flow)
    assert _without_contents([*contents, *listed]) == listed
    assert _without_contents([*listed, *contents]) == (*listed, *contents)
