"""Records of what is to be done and how things stand: actions, risks, controls, ratings, figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from load.models.base import DATE_KINDS, RAGS, Base, column, one_of, origin_of, put_right, words_of


class ActionTable(Base):
    """Things to do."""

    __tablename__ = "actions"
    __table_args__ = ({"comment": "Actions, milestones and planned mitigations of risks; owners are in record_owners"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = one_of("kind", ("action", "milestone", "risk_action"), "action, milestone or risk_action")
    ref: Mapped[str | None] = column("Number or letter of the action, as printed")
    text: Mapped[str | None] = column("What is to be done")
    owners_raw: Mapped[str | None] = words_of("owners")
    owners_origin: Mapped[str | None] = origin_of("owners")
    start_raw: Mapped[str | None] = column("When it begins, as printed")
    start_start: Mapped[date | None] = column("First day that start_raw can mean; null where it is open")
    start_end: Mapped[date | None] = column("Last day that start_raw can mean; null where it is open")
    start_kind: Mapped[str | None] = one_of(
        "start_kind", DATE_KINDS, "What start_raw is: a day, a month, by a day, ongoing, ..."
    )
    start_origin: Mapped[str | None] = origin_of("start")
    due_raw: Mapped[str | None] = column("When it is due, as printed")
    due_start: Mapped[date | None] = column("First day that due_raw can mean; null where it is open")
    due_end: Mapped[date | None] = column("Last day that due_raw can mean; null where it is open")
    due_kind: Mapped[str | None] = one_of(
        "due_kind", DATE_KINDS, "What due_raw is: a day, a month, by a day, ongoing, ..."
    )
    due_origin: Mapped[str | None] = origin_of("due")
    status: Mapped[str | None] = column("How it stands, as printed in a column of its own")
    rag: Mapped[str | None] = one_of("rag", RAGS, "RAG rating; blue is complete, grey is not rated")
    rag_raw: Mapped[str | None] = words_of("rag")
    rag_origin: Mapped[str | None] = origin_of("rag")
    group_heading: Mapped[str | None] = column("Printed heading that the table or block of rows stands under")
    risk_ref: Mapped[str | None] = column("Number of the risk that a risk_action belongs to")
    put_right: Mapped[Any | None] = put_right()


class RiskTable(Base):
    """Risks."""

    __tablename__ = "risks"
    __table_args__ = ({"comment": "Risks of registers; owners are in record_owners"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    ref: Mapped[str | None] = column("Number of the risk, as printed")
    title: Mapped[str | None] = column("Title or description")
    cause: Mapped[str | None] = column("What may bring it about")
    event: Mapped[str | None] = column("What may happen")
    consequence: Mapped[str | None] = column("What would follow")
    owners_raw: Mapped[str | None] = words_of("owners")
    owners_origin: Mapped[str | None] = origin_of("owners")
    inherent_likelihood: Mapped[int | None] = column("Likelihood before controls, where printed")
    inherent_likelihood_raw: Mapped[str | None] = words_of("inherent_likelihood")
    inherent_likelihood_origin: Mapped[str | None] = origin_of("inherent_likelihood")
    inherent_impact: Mapped[int | None] = column("Impact before controls, where printed")
    inherent_impact_raw: Mapped[str | None] = words_of("inherent_impact")
    inherent_impact_origin: Mapped[str | None] = origin_of("inherent_impact")
    inherent_score: Mapped[int | None] = column("Score before controls, where printed")
    inherent_score_raw: Mapped[str | None] = words_of("inherent_score")
    inherent_score_origin: Mapped[str | None] = origin_of("inherent_score")
    likelihood: Mapped[int | None] = column("Likelihood as it is now, with controls, where printed")
    likelihood_raw: Mapped[str | None] = words_of("likelihood")
    likelihood_origin: Mapped[str | None] = origin_of("likelihood")
    impact: Mapped[int | None] = column("Impact as it is now, with controls, where printed")
    impact_raw: Mapped[str | None] = words_of("impact")
    impact_origin: Mapped[str | None] = origin_of("impact")
    score: Mapped[int | None] = column("Score as it is now, with controls, where printed")
    score_raw: Mapped[str | None] = words_of("score")
    score_origin: Mapped[str | None] = origin_of("score")
    target_likelihood: Mapped[int | None] = column("Likelihood aimed at, where printed")
    target_likelihood_raw: Mapped[str | None] = words_of("target_likelihood")
    target_likelihood_origin: Mapped[str | None] = origin_of("target_likelihood")
    target_impact: Mapped[int | None] = column("Impact aimed at, where printed")
    target_impact_raw: Mapped[str | None] = words_of("target_impact")
    target_impact_origin: Mapped[str | None] = origin_of("target_impact")
    target_score: Mapped[int | None] = column("Score aimed at, where printed")
    target_score_raw: Mapped[str | None] = words_of("target_score")
    target_score_origin: Mapped[str | None] = origin_of("target_score")
    rag: Mapped[str | None] = one_of("rag", RAGS, "RAG rating; blue is complete, grey is not rated")
    rag_raw: Mapped[str | None] = words_of("rag")
    rag_origin: Mapped[str | None] = origin_of("rag")
    mitigation: Mapped[str | None] = column("Mitigation, where the register has free text for it")
    put_right: Mapped[Any | None] = put_right()


class ControlTable(Base):
    """Controls."""

    __tablename__ = "controls"
    __table_args__ = ({"comment": "Controls listed for risks; owners are in record_owners"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    risk_ref: Mapped[str | None] = column("Number of the risk")
    text: Mapped[str | None] = column("The control")
    owners_raw: Mapped[str | None] = words_of("owners")
    owners_origin: Mapped[str | None] = origin_of("owners")
    put_right: Mapped[Any | None] = put_right()


class RatingTable(Base):
    """Ratings."""

    __tablename__ = "ratings"
    __table_args__ = ({"comment": "Things given a RAG rating or direction outside action tables and risk registers"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str | None] = column("What is rated")
    group_heading: Mapped[str | None] = column("What the subject belongs to")
    rag: Mapped[str | None] = one_of("rag", RAGS, "RAG rating; blue is complete, grey is not rated")
    rag_origin: Mapped[str | None] = origin_of("rag")
    raw: Mapped[str | None] = column("The rating as printed")
    put_right: Mapped[Any | None] = put_right()


class FigureTable(Base):
    """Figures."""

    __tablename__ = "figures"
    __table_args__ = ({"comment": "Numbers in the body of tables of figures"},)

    record_id: Mapped[int] = column("The record", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    table_title: Mapped[str | None] = column("Caption of the table or nearest heading")
    row_label: Mapped[str | None] = column("Label of the row")
    column_label: Mapped[str | None] = column("Labels of the column from outside in, joined with ' > '")
    raw: Mapped[str | None] = column("The number as printed")
    value: Mapped[float | None] = column("The number in base units: pounds, per cent, or as counted")
    value_origin: Mapped[str | None] = origin_of("value")
    unit: Mapped[str | None] = one_of(
        "unit", ("GBP", "EUR", "USD", "percent", "fte", "count"), "GBP, EUR, USD, percent, fte or count"
    )
    unit_raw: Mapped[str | None] = words_of("unit")
    unit_origin: Mapped[str | None] = origin_of("unit")
    put_right: Mapped[Any | None] = put_right()
