"""What the heads of risk registers say, as bodies print them."""

from __future__ import annotations

import pytest

from extract.records.risk_heads import Head, words_to_head

FIELDS = {
    "Risk ID": "ref",
    "Risk No.": "ref",
    "Risk Title": "title",
    "Risk statement": "description",
    "Datix Number": "ref",
    "Handler": "owner",
    "Risk(s) Identified": "title",
    "Risk identified / Risg a nodwyd": "title",
    "Strategic risk": "title",
    "Risk Description": "description",
    "Cause, Event and Effect": "description",
    "Source / Cause of Risk": "cause",
    "Risk Event": "event",
    "Potential impact": "consequence",
    "Risk Owner(s)": "risk_owner",
    "Executive lead": "owner",
    "Responsible / Cyfrifol": "owner",
    "Control Owner": "control_owner",
    "Management/Control of Risk": "controls",
    "Controls and mitigation": "controls",
    "Current controls": "controls",
    "Mitigating actions": "mitigation",
    "Further actions": "actions",
    "Planned Completion Date": "due",
    "Target date": "due",
    "RAG status": "rag",
    "Gaps in control and assurance": "other",
    "Previous score": "other",
    "Review / assess / revise": "other",
}


@pytest.mark.parametrize(("words", "field"), FIELDS.items())
def test_a_column_of_words(words: str, field: str) -> None:
    head = words_to_head([words])
    assert head is not None
    assert head.field == field


RATINGS: list[tuple[list[str], tuple[str | None, str | None]]] = [
    (["Current Likelihood*"], ("current", "likelihood")),
    (["Target Residual Impact"], ("target", "impact")),
    (["Initial score"], ("inherent", "score")),
    (["Score this quarter (LxI)"], ("current", "score")),
    (["Gross", "I"], ("inherent", "impact")),
    (["Net Risk", "L"], ("current", "likelihood")),
    (["Likelihood", "Current"], ("current", "likelihood")),
    (["Consequence", "Initial"], ("inherent", "impact")),
    (["Current", "Q2"], ("current", None)),
    (["Residual risk"], ("current", None)),
    (["Inherent (L x I)"], ("inherent", "score")),
    (["Risk score before mitigation"], ("inherent", "score")),
    (["Current Risk Rating"], ("current", "score")),
    (["Likelihood (L/M/H)"], (None, "likelihood")),
    (["Rating"], (None, "score")),
    (["L"], (None, "likelihood")),
]


@pytest.mark.parametrize(("parts", "rating"), RATINGS)
def test_a_rating(parts: list[str], rating: tuple[str | None, str | None]) -> None:
    head = words_to_head(parts)
    assert head is not None
    assert head.field is None
    assert (head.phase, head.measure) == rating


def test_impact_may_head_prose_or_numbers() -> None:
    assert words_to_head(["Impact"]) == Head("consequence", None, "impact", either=True)
    assert words_to_head(["Current", "Impact"]) == Head(None, "current", "impact")


@pytest.mark.parametrize(("words", "first"), [("Score (C x L)", True), ("Score (L x I)", False)])
def test_the_order_of_a_product(words: str, first: bool) -> None:
    head = words_to_head([words])
    assert head is not None
    assert head.impact_first is first


@pytest.mark.parametrize("words", ["Agenda item", "Budget £000", "Variance", "Q2", "Indicator", "Applicant"])
def test_other_heads_say_nothing(words: str) -> None:
    assert words_to_head([words]) is None


def test_a_consequence_under_a_phases_score_is_an_impact() -> None:
    head = words_to_head(["Initial risk score", "Consequence"])
    assert head is not None
    assert (head.phase, head.measure, head.field) == ("inherent", "impact", None)


def test_a_month_under_a_score_is_one_of_its_history() -> None:
    head = words_to_head(["Current score", "May 2024"])
    assert head is not None
    assert (head.phase, head.measure, head.period) == ("current", "score", True)


def test_a_word_that_a_narrow_column_breaks_is_whole() -> None:
    head = words_to_head(["Likelihoo d (1–5)"])
    assert head is not None
    assert head.measure == "likelihood"
