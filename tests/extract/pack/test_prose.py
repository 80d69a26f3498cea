"""Paragraphs of running text: where they end, what marks them, what stands beside them."""

from dataclasses import replace

import pytest

from extract.pack.prose import elements_to_paragraphs
from tests.extract.records.minuted import text_to_pack, text_to_paragraphs
from tests.extract.records.tabled import table_of

LONG = "The report was read to the meeting and there was a long discussion of all that it said about the roads"


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("(a) one", "(a)", "one"),
        ("5.1 one", "5.1", "one"),
        ("5(1) one", "5(1)", "one"),
        ("12. One", "12.", "One"),
        ("23/104 One", "23/104", "One"),
        ("FC/23/10|150|One", "FC/23/10", "One"),
        ("7|150|One", "7", "One"),
        ("7|77|one", "7", "one"),  # a hanging number without a stop: more than a word space, less than a tab
        ("AG.21 MINUTES", "AG.21", "MINUTES"),
        ("A/12 MINUTES", "A/12", "MINUTES"),
        ("2013 was a year", "", "2013 was a year"),
    ],
)
def test_markers(text, marker, rest):
    (paragraph,) = text_to_paragraphs(text)
    assert (paragraph.marker.text, paragraph.text.text) == (marker, rest)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{LONG} of the town. {LONG}.", 1),
        (f"{LONG}.\n\n{LONG}.", 2),
        ("(a) one; and\n(b) two", 2),
        ("1.1 That the Committee:-\n(a) notes it", 2),
        ("Resolved – On the motion of Cllr Oak –\n(1) That it be noted.", 2),
        ("**Heading\nText", 2),
        (f"note the report; and\nsupport the bid.\n\n{LONG}", 3),  # bullets that are drawn and no words
        ("The Clerk said that the roads would be mended in the spring; and\nthat the bill came later.", 1),
        ("Cllr A Ash\nCllr B Birch\n" + LONG, 3),
    ],
)
def test_where_paragraphs_end(text, count):
    assert len(text_to_paragraphs(text)) == count


def test_a_sentence_goes_on_over_the_page():
    (paragraph,) = elements_to_paragraphs(text_to_pack(f"{LONG} and", "the bridges of the county.").flow)
    assert paragraph.text.text.endswith("roads and the bridges of the county.")


def test_a_bold_end_of_a_sentence_goes_on_in_a_bold_line():
    first, second = text_to_pack("It was read to all of those there on 3 May. The Committee\n**is asked to:").flow
    words = (*first.words[:-2], *(replace(word, font=second.words[0].font) for word in first.words[-2:]))
    assert len(elements_to_paragraphs((replace(first, segments=(words,), words=words), second))) == 1


def test_a_column_of_actions_stands_beside_the_text():
    text = "Minute|480|Action\n\n" + "\n".join(
        ["The Clerk would write to the county about it|480|JB", "and ask for more."]
    )
    paragraphs = text_to_paragraphs(text)
    assert [(p.text.text, p.beside.text) for p in paragraphs] == [
        ("Minute", "Action"),
        ("The Clerk would write to the county about it and ask for more.", "JB"),
    ]


def test_a_labelled_note_in_the_margin_goes_on_below_its_label():
    text = "Members asked why it was so|430|ACTION: Director of\nand thanked the officers.|430|Finance"
    (paragraph,) = text_to_paragraphs(text)
    assert paragraph.text.text == "Members asked why it was so and thanked the officers."
    assert paragraph.beside.text == "ACTION: Director of\nFinance"


def test_a_title_behind_a_minutes_number_is_no_note():
    paragraph, _ = text_to_paragraphs(f"ICB/24/034|150|Action log\n\n{LONG}.")
    assert (paragraph.text.text, paragraph.beside.text) == ("Action log", "")


def test_close_lines_of_cells_make_no_gaps_of_the_lines_of_the_text():
    cells = table_of([["a\nb\nc\nd\ne\nf"] * 3 for _ in range(4)], page=2)
    lines = [replace(line, space_above=4.5) for line in text_to_pack("As set out in\nTable 1;").flow]
    assert next(p.text.text for p in elements_to_paragraphs([*lines, cells])) == "As set out in Table 1;"


def test_a_table_set_for_prose_reads_as_paragraphs():
    rows = [["No", "Business", "Action"], ["23/104", f"*Roads\n{LONG}", "Action: Clerk"]]
    paragraphs = elements_to_paragraphs([table_of(rows, heads=1)])
    assert [(p.marker.text, p.text.text) for p in paragraphs] == [("23/104", "Roads"), ("", LONG)]
    assert paragraphs[0].beside.text == "Action: Clerk"
