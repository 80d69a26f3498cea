"""What minutes say was decided, in the forms that bodies print."""

import pytest

from extract.records.resolutions import minute_to_decisions, pack_to_resolutions
from tests.extract.records.minuted import HEAD, minute_of, text_to_pack


def decided(text):
    return [decision.text.text for decision in minute_to_decisions(minute_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "RESOLVED –\n\n(1) That the plan be approved; and\n\n(2) That the Director proceed.\n\nMembers left.",
            ["(1) That the plan be approved; and (2) That the Director proceed."],
        ),
        ("(1) The report was given.\n\n(2) RESOLVED that it be noted.\n\n(3) Members left.", ["it be noted."]),
        (
            "PA gave the case. Decision: The lease was to be signed at once. Dr Lee took no part in the vote.",
            ["The lease was to be signed at once."],
        ),
        ("RESOLVED\n\nThat it be paid.\n\nThat the Clerk act.\n\nMembers left.", ["it be paid. That the Clerk act."]),
        ("RESOLVED:\n\nThat the grant be awarded.", ["the grant be awarded."]),
        ("DECISION MADE:\n\nThat the grant be awarded.", ["the grant be awarded."]),
        ("RESOLVED (unanimously) that the application be GRANTED.", ["the application be GRANTED."]),
        ("Resolved (unanimously): That the minutes be signed.", ["the minutes be signed."]),
        ("AGREED: to fund the scheme.", ["to fund the scheme."]),
        ("DECISION: To award the contract.\n\nReason: It was the cheapest.", ["To award the contract."]),
        ("PENDERFYNWYD derbyn y cofnodion.", ["derbyn y cofnodion."]),
        ("CYTUNWYD: bod yr adroddiad yn cael ei nodi.", ["yr adroddiad yn cael ei nodi."]),
        ("PENDERFYNWYD / RESOLVED: that the tender be accepted.", ["the tender be accepted."]),
        ("The Board APPROVED the plan.", ["the plan."]),
        ("Members SUPPORTED the fee in principle.", ["the fee in principle."]),
        ("The Governing Body approved the annual report.", ["the annual report."]),
        ("It was agreed that the bench be mended. Mr Oak would ask for prices.", ["the bench be mended."]),
        ("The Sub-Committee, having heard the applicant, resolved to grant the licence.", ["to grant the licence."]),
        ("The Joint Committee agreed:\n\n(a) to note it;\n\n(b) to meet.", ["(a) to note it; (b) to meet."]),
        ("Decision 24/090 (i) – The Board APPROVED the virement.", ["the virement."]),
        ("RESOLVED that the fees be raised. Cllr Elm left the meeting at 8.00 pm.", ["the fees be raised."]),
        ("RESOLVED (5 for, 1 against) to set a precept of £38,500.", ["to set a precept of £38,500."]),
        (
            "RESOLVED (6 votes for, 1 against) – That\n\n(a) it be noted; and\n\n(b) it be paid.",
            ["(a) it be noted; and (b) it be paid."],
        ),
        ("They spoke. After discussion it was AGREED that it be received in June.", ["it be received in June."]),
        (
            "RESOLVED: on the proposal of Councillor A. Oak, seconded by Councillor C. Elm, that\n\n1. it be bought.",
            ["1. it be bought."],
        ),
        (
            "Proposed Cllr Oak, seconded Cllr Elm that the grant be paid. All in favour. RESOLVED.",
            ["the grant be paid."],
        ),
        (
            "The Joint Board agreed as follows:-\n\n1) to note it; and\n\n2) to meet.",
            ["1) to note it; and 2) to meet."],
        ),
        ("RESOLUTION 24/45: that the bench be bought.", ["the bench be bought."]),
        ("Members spoke.\n\nDecision\n\nThe Board noted it and sent it on.", ["The Board noted it and sent it on."]),
        (
            "The Minute of the Meeting of 20 August was submitted and approved as a correct record.",
            ["The Minute of the Meeting of 20 August was submitted and approved as a correct record."],
        ),
        ("Having heard the auditor, the Committee approved the plan.", ["the plan."]),
        (
            "On a division, 3 members voted for the motion and 2 for the amendment. It was agreed to pay.",
            ["to pay."],
        ),
        ("The log was read. The Board noted it and agreed to close action 25/096.", ["to close action 25/096."]),
        ("Members discussed the report and agreed that it be deferred.", ["it be deferred."]),
        ("The Audit Committee considered the draft and approved the plan for 2026/27.", ["the plan for 2026/27."]),
        ("The letter, which was noted by those concerned, Councillors agreed to monitor.", ["to monitor."]),
        ("The Councillors agreed they had no objections to window boxes.", ["they had no objections to window boxes."]),
        ("It was agreed the Clerk would write to the school.", ["the Clerk would write to the school."]),
        (
            "The Clerk was advised that one firm could not act for both, therefore it was resolved to use another.",
            ["to use another."],
        ),
        (
            "The Council resolves in accordance with its powers under section 137, to incur the cost.",
            ["in accordance with its powers under section 137, to incur the cost."],
        ),
    ],
)
def test_decisions(text, found):
    assert decided(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Board NOTED the report.",
        "The Committee had agreed last year that the scheme be deferred.",
        "The officer explained that it was resolved in March to wait.",
        "Mr Jones agreed to circulate the paper.",
        "The Clerk reported that it was agreed the hall would be closed.",
        "Motion: This Council resolves to write to the Minister.",
        "Members agreed the way forward was unclear.",
        "The Chair of the Board noted the concern and agreed to write to the Minister.",
        "The Board noted that Mr Jones had read the paper and agreed to circulate it.",
        "An amendment moved by Cllr Oak was LOST.",
        "Cllr Oak moved, Cllr Ash seconded, that the meeting be adjourned. The motion was LOST.",
    ],
)
def test_no_decisions(text):
    assert decided(text) == []


@pytest.mark.parametrize(
    ("text", "movers", "votes"),
    [
        (
            "RESOLVED: proposed by Cllr D Pugh, seconded by Cllr L Oak, that it be signed. Voting: 8 for, 0 against.",
            ("Cllr D Pugh", "Cllr L Oak"),
            ("8", "0", ""),
        ),
        ("RESOLVED by 7 votes to 2 with 1 abstention that the fees be raised.", None, ("7", "2", "1")),
        (
            "RESOLVED that it be done (Proposed by Cllr A Ash, seconded by Cllr B Birch; 7 for, 2 against).",
            ("Cllr A Ash", "Cllr B Birch"),
            ("7", "2", ""),
        ),
        (
            "RESOLVED that it be done. Dr Lee took no part in the vote. (For: 6, Against: 0, Abstentions: 1)",
            None,
            ("6", "0", "1"),
        ),
        ("Forum members voted (6 for, 3 against, 1 abstention) to support it.", None, ("6", "3", "1")),
        ("Decision: Primary members voted by 3 to 0 to pay for it.", None, ("3", "0", "")),
        ("Proposed Cllr Ash, seconded Cllr Birch. RESOLVED to pay.", ("Cllr Ash", "Cllr Birch"), ("", "", "")),
        (
            "Proposed by Mrs Sadler and seconded by Mr Pennant:\n\nThe Board APPROVED the orders.",
            ("Mrs Sadler", "Mr Pennant"),
            ("", "", ""),
        ),
        ("RESOLVED (5 for, 1 against) to set a precept.", None, ("5", "1", "")),
        (
            "On being put to the vote, there were 5 votes for, 0 against and 1 abstention.\n\nDECISION: That it close.",
            None,
            ("5", "0", "1"),
        ),
        (
            "It was moved by Cllr Oak and seconded by Cllr Elm that Option 2 be taken.\n\nCllr Ash moved, and Cllr Fir "
            "seconded, as an amendment, that it be deferred. The amendment was lost, there being 4 votes for and 6 "
            "against.\n\nRESOLVED (by 7 votes to 2) That Option 2 be taken.",
            ("Cllr Oak", "Cllr Elm"),
            ("7", "2", ""),
        ),
        (
            "Cllr Oak, seconded by Cllr Elm, moved that it be noted.\n\nAs an amendment, Cllr Ash, seconded by Cllr "
            "Fir, moved that it be not.\n\nOn a vote being taken, there voted for the motion: Councillors Oak and Elm "
            "(2); for the amendment: Cllr Ash (1); there abstained: Cllr Fir (1).\n\nThe Body DECIDED to note it.",
            ("Cllr Oak", "Cllr Elm"),
            ("2", "1", "1"),
        ),
        (
            "Votes: For – 4; Against – 1; Abstentions – 0.\n\nIt was therefore agreed: (i) to buy it.",
            None,
            ("4", "1", "0"),
        ),
        ("There voted for the motion 5 and against 2.\n\nRESOLVED: to buy it.", None, ("5", "2", "")),
        ("The settlement rose by 3.1% against pressures of £18m.\n\nRESOLVED: to note it.", None, ("", "", "")),
        (
            "RESOLVED on the proposal of Cllr A. Oak, seconded by Cllr C. Elm, that it be paid.",
            ("Cllr A. Oak", "Cllr C. Elm"),
            ("", "", ""),
        ),
        (
            "On being put to the vote it was carried (For: 7, Against: 0, Abstain: 1).\n\nRESOLVED: to buy it.",
            None,
            ("7", "0", "1"),
        ),
        (
            "RESOLVED (proposer Cllr Oak, seconder Cllr Elm):\n(a) that it be noted; and\n(b) that it be paid.",
            ("Cllr Oak", "Cllr Elm"),
            ("", "", ""),
        ),
        (
            "It was RESOLVED, with 5 votes for, 0 against and 1 abstention, to approve it.",
            None,
            ("5", "0", "1"),
        ),
        (
            "Resolved – On the motion of Cllr Oak, seconded by Cllr Elm –\n(1) That it be noted.\n(2) That it be paid.",
            ("Cllr Oak", "Cllr Elm"),
            ("", "", ""),
        ),
        ("RESOLVED:\n(i) THAT it be done.\n(For 6: Against 0: Abstain 0)", None, ("6", "0", "0")),
        (
            "RESOLVED: (on a motion by Cllr Oak, seconded by Cllr Elm, and carried nem con) to pay it.",
            ("Cllr Oak", "Cllr Elm"),
            ("", "", ""),
        ),
        (
            "It was moved by the Chairman, seconded by Councillor Mrs. Elm and RESOLVED that it be paid.",
            ("the Chairman", "Councillor Mrs. Elm"),
            ("", "", ""),
        ),
        (
            "RESOLVED that it be built.\n\nFor (8): Mr A and others\n\nAgainst (2): Mr B\n\nAbstained (1): Mr C",
            None,
            ("8", "2", "1"),
        ),
    ],
)
def test_movers_and_votes(text, movers, votes):
    (decision,) = minute_to_decisions(minute_of(text))
    named = decision.movers and (decision.movers.mover.text, decision.movers.seconder.text)
    assert named == movers
    assert tuple(vote.text for vote in decision.votes) == votes


def test_a_decision_goes_on_over_a_page_break():
    pack = text_to_pack(
        HEAD + "\n**12. Budget\n\nRESOLVED that:\n\n(a) the budget be set; and",
        "(b) the precept be levied.\n\n**13. Date of next meeting\n\nTuesday 1 July 2025. The meeting closed at 8 pm.",
    )
    (record,) = pack_to_resolutions(pack).records
    assert record.fields["text"].text == "(a) the budget be set; and (b) the precept be levied."
    assert [place.box.page for place in record.fields["text"].places()] == [1, 2]
    assert (record.fields["minute_ref"].text, record.fields["title"].text) == ("12", "Budget")
    assert record.fields["meeting_date"].text == "3 June 2025"


def test_a_decision_word_without_a_decision_is_an_issue():
    pack = text_to_pack(HEAD + "\n**12. Budget\n\nIt was all read out. RESOLVED.\n\n**13. Close\n\nThe meeting closed.")
    reading = pack_to_resolutions(pack)
    assert reading.records == ()
    assert [(issue.code, issue.page, issue.text) for issue in reading.issues] == [
        ("decision_without_text", 1, "RESOLVED")
    ]


@pytest.mark.parametrize("title", ["**12. Policies: RESOLVED unanimously", "12. Policies: RESOLVED unanimously"])
def test_a_decision_on_the_line_of_its_title_is_no_part_of_it(title):
    pack = text_to_pack(HEAD + f"\n{title} that the rules be adopted.\n\n**13. Close\n\nThe meeting closed at 8 pm.")
    (record,) = pack_to_resolutions(pack).records
    assert (record.fields["title"].text, record.fields["text"].text) == ("Policies", "the rules be adopted.")


@pytest.mark.parametrize(
    ("own", "count"),
    [(frozenset({"cabinet"}), 1), (frozenset({"board"}), 2), (frozenset({"cabinet", "board"}), 2), (frozenset(), 2)],
)
def test_what_another_body_decided_is_no_decision_of_the_meeting(own, count):
    minute = minute_of("The Board resolved to support the plan.\n\nResolved:- That the plan be approved.")
    assert len(list(minute_to_decisions(minute, own))) == count


@pytest.mark.parametrize("sign", ["/-", ":-", " –", ":", " (unanimously)"])
def test_a_decision_word_alone_with_signs_stands_above_what_was_decided(sign):
    minute = minute_of(f"**RESOLVED {sign}\n\n1. That the budget be agreed.\n\n2. That it be published.")
    assert [one.text.text for one in minute_to_decisions(minute)] == [
        "1. That the budget be agreed. 2. That it be published."
    ]


def test_what_was_moved_in_the_paragraph_above_is_what_was_resolved_accordingly():
    text = (
        "It was moved by the Mayor, seconded by Councillor Oak, and on being put to the vote was carried unanimously, "
        "that funding be approved.\n\nRESOLVED accordingly."
    )
    (decision,) = minute_to_decisions(minute_of(text))
    assert (decision.text.text, decision.movers.seconder.text) == ("funding be approved.", "Councillor Oak")


def test_that_and_a_colon_above_a_list_are_no_part_of_the_decision():
    minute = minute_of("**Decision Made:\n\nThat:\n\n(1) the fees be approved; and\n\n(2) the report be noted.")
    (decision,) = minute_to_decisions(minute)
    assert decision.text.text == "(1) the fees be approved; and (2) the report be noted."


def test_the_heads_of_a_table_of_decisions_are_none():
    heads = "1 It was noted that work had begun.\n\nNo|120|Decision|300|By whom|450|Deadline"
    assert decided(heads) == []


def test_the_last_head_of_a_table_of_applications_is_no_decision():
    heads = "The decisions are shown.\n\nApplication|120|Proposal|300|Decision\n\nSB/25/1|120|Porch|300|GRANTED"
    assert [one.text.text for one in minute_to_decisions(minute_of(heads))] == []


def test_who_moved_what_fell_before_is_not_who_moved_the_decision():
    text = "The first was proposed by AP and fell. It was proposed by BO, seconded by UH, and agreed ‘That it be paid.’"
    (decision,) = minute_to_decisions(minute_of(text))
    assert decision.movers is not None
    assert (decision.movers.mover.text, decision.movers.seconder.text) == ("BO", "UH")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Decision – (a) That the report be received.\n\n(b) That the plan be approved.\n\nMembers left.",
            ["(a) That the report be received. (b) That the plan be approved."],
        ),
        (
            "Resolved - that the Committee\n\n(i) welcomed the report; and\n\n(ii) asked for an update.",
            ["the Committee (i) welcomed the report; and (ii) asked for an update."],
        ),
        ("RESOLVED that the report be noted.\n\n(1) The Chair left.", ["the report be noted."]),
        (
            "RESOLVED:\n\n(a) to note it; and\n\n(b) to proceed.\n\n    in the Chair",
            ["(a) to note it; and (b) to proceed."],
        ),
    ],
)
def test_a_list_of_parts_begins_on_the_line_of_the_decision_or_below_words_without_a_stop(text, found):
    assert decided(text) == found
