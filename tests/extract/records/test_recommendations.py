"""What reports ask of their committee."""

from dataclasses import replace

import pytest

from extract.records.recommendations import pack_to_recommendations
from tests.extract.records.minuted import text_to_pack
from tests.extract.records.tabled import table_of

NEXT = "\n\n**3. Background\n3.1 The budget is large and has to be approved by somebody."


def asked(text):
    records = pack_to_recommendations(text_to_pack(text)).records
    return [(r.fields["ref"].text if "ref" in r.fields else None, r.fields["text"].text) for r in records]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "**2. Recommendations\nThat the Committee:\n(a) notes the report; and\n(b) approves the budget." + NEXT,
            [("(a)", "notes the report; and"), ("(b)", "approves the budget.")],
        ),
        (
            "**2. Recommendation\n2.1 The Board is asked to:\na) note it;\nb) act." + NEXT,
            [("a)", "note it;"), ("b)", "act.")],
        ),
        ("**2. Recommendation\n2.1 The Board is asked to note it." + NEXT, [("2.1", "The Board is asked to note it.")]),
        (
            "**Recommendation(s)\nThe Board is asked to:\n• NOTE it\n• APPROVE it" + NEXT,
            [(None, "NOTE it"), (None, "APPROVE it")],
        ),
        (
            "**2. Recommendation\n2.1 The Board is invited to:\ni.|120|note it;\nii.|120|approve it; and\n"
            "iii.|120|publish it." + NEXT,
            [("i.", "note it;"), ("ii.", "approve it; and"), ("iii.", "publish it.")],
        ),
        (
            "**1. WHAT ARE WE ASKING MEMBERS TO DO?\n1.1 Members are asked:\n(i) to note it; and\n(ii) to act." + NEXT,
            [("(i)", "to note it; and"), ("(ii)", "to act.")],
        ),
        (
            "**Recommendation(s)\nThe Board is asked to:\n• NOTE it\n• APPROVE it\n2.1 The Fund was valued in June.",
            [(None, "NOTE it"), (None, "APPROVE it")],
        ),
        (
            "**Recommendation: That the Committee (i) read the register; and (ii) agree to the dates." + NEXT,
            [("(i)", "read the register; and"), ("(ii)", "agree to the dates.")],
        ),
        (
            "The Committee is recommended to (a) consider the risks set out below and (b) agree that one go." + NEXT,
            [("(a)", "consider the risks set out below and"), ("(b)", "agree that one go.")],
        ),
        (
            "The register was read on 3 May. The Committee is asked to:\n1) Note it; and\n2) Advise us." + NEXT,
            [("1)", "Note it; and"), ("2)", "Advise us.")],
        ),
        (
            "Scores are given from 1 to 25. The Committee is asked to review and approve the register.",
            [(None, "The Committee is asked to review and approve the register.")],
        ),
        ("Members are listed below. Members are asked to tell the Clerk of any change.", []),
        ("Recommendation: That the report be noted." + NEXT, [(None, "That the report be noted.")]),
        (
            "**RECOMMENDATIONS\n1. The Committee notes the report.\n2. The Director is authorised to:\n"
            "    (i) sign the lease; and\n    (ii) pay the rent.\n\n**REASONS FOR RECOMMENDATIONS\nThe law.",
            [
                ("1.", "The Committee notes the report."),
                ("2.", "The Director is authorised to: (i) sign the lease; and (ii) pay the rent."),
            ],
        ),
        ("**Argymhelliad / Recommendation\nThat the fees be approved." + NEXT, [(None, "That the fees be approved.")]),
        (
            "The paper is about risk and what to do.\n\nThe Board is invited to note the contents of this report.",
            [(None, "The Board is invited to note the contents of this report.")],
        ),
    ],
)  # fmt: skip
def test_sections(text, found):
    assert asked(text) == found


def test_what_is_printed_twice_is_asked_once_and_from_the_section():
    summary = "Recommendation: That the report be noted.\n\n**1. Background\nIt is a report of many words."
    records = pack_to_recommendations(
        text_to_pack(summary, "**2. Recommendation\n2.1 That the report be noted.\n\n**3. Contact\nA Clerk")
    ).records
    assert [(r.page, r.fields["ref"].text) for r in records] == [(2, "2.1")]


def test_a_work_programme_with_an_item_for_recommendation_asks_nothing():
    rows = [
        ["Meeting", "Item", "Purpose"],
        ["26 November", "Leisure contract: final report", "Recommendation to Cabinet"],
        ["28 January", "Budget 2026/27", "Consultation"],
    ]
    pack = replace(text_to_pack("Work programme"), flow=(table_of(rows, heads=1),))
    assert not pack_to_recommendations(pack).records


def test_what_another_body_recommended_is_not_asked_here():
    rows = [
        ["Recommendation", "Cabinet Response (with the proposed action)", "Officer", "By when"],
        ["1. That a target be set.", "A target will be set in the strategy.", "Housing Manager", "March 2026"],
    ]
    pack = replace(text_to_pack("Response to the review"), flow=(table_of(rows, heads=1),))
    assert not pack_to_recommendations(pack).records


def test_a_list_behind_a_colon_and_a_dash():
    text = "**Capital programme\n\nThe Cabinet is recommended to:-\ni. approve the schemes;\nii. note the rest."
    assert asked(text) == [("i.", "approve the schemes;"), ("ii.", "note the rest.")]


def test_what_members_are_invited_to_do_behind_another_sentence():
    text = "**Performance\n\n1. This report tells of the quarter. Members are invited to scrutinise performance."
    assert asked(text) == [(None, "Members are invited to scrutinise performance.")]


def test_a_heading_within_a_line_heads_what_follows_it():
    text = "Three bids were received. Recommendation: That the Scouts be paid." + NEXT
    assert asked(text) == [(None, "That the Scouts be paid.")]
    assert asked("The recommendation: none was made by the panel." + NEXT) == []


def test_a_line_behind_a_list_with_bullets_that_asks_nothing_is_no_part_of_it() -> None:
    text = "**Recommendations\n\nThe Board is asked to:\n\n• note the report; and\n\n• agree the target.\n\nKey: Green."
    assert [one[1] for one in asked(text)] == ["note the report; and", "agree the target."]


def test_boxes_to_tick_are_no_recommendations():
    rows = [
        ["Action required", "Approve ☒ Discuss ☐ Note ☐ For information ☐"],
        ["Recommendation", "The Board is asked to approve the plan for the winter."],
    ]
    pack = replace(text_to_pack("Winter plan"), flow=(table_of(rows),))
    assert [str(r.fields["text"]) for r in pack_to_recommendations(pack).records] == [rows[1][1]]


def test_a_report_may_say_recommended_that_without_a_heading():
    assert asked("RECOMMENDED that the report be received." + NEXT) == [
        (None, "RECOMMENDED that the report be received.")
    ]


def test_a_report_set_in_a_numbered_table_asks_row_by_row_up_to_the_next_section():
    rows = [
        ["4.0", "Other Considerations"],
        ["4.1", "Financial: none, the cost is within the budget for the year."],
        ["5.0", "Recommendation(s)"],
        ["5.1", "That approval be given for attendance at the conference."],
        ["5.2", "That the Council:\n(a) notes the cost; and\n(b) agrees the date."],
        ["6.0", "Documents Attached & References"],
        ["6.1", "Appendix A: Conferences and seminars of the year to come"],
    ]
    pack = replace(text_to_pack("Conferences"), flow=(table_of(rows),))
    records = pack_to_recommendations(pack).records
    assert [(str(r.fields["ref"]), str(r.fields["text"])) for r in records] == [
        ("5.1", "That approval be given for attendance at the conference."),
        ("5.2", "That the Council: (a) notes the cost; and (b) agrees the date."),
    ]


@pytest.mark.parametrize("heads", [("2023/24 recommendation", "Position found"), ("Recommendation", "Status")])
def test_what_came_of_recommendations_made_before_asks_for_nothing(heads: tuple[str, str]) -> None:
    rows = [list(heads), ["Adopt a strategy", "Implemented"], ["Publish all payments of the year", "In part"]]
    pack = text_to_pack("**Agenda item 8\n\n**Follow-up of last year")
    assert pack_to_recommendations(replace(pack, flow=(*pack.flow, table_of(rows, heads=1)))).records == ()
