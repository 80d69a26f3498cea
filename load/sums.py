"""Reading what tables state of themselves: sums with their verdicts, and ratings by what they are printed with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from extract.records.kept import RatingMark
from load.models import CheckFigureTable, CheckTable, FigureTable, GridTable, RatingMarkTable
from load.store import Store
from load.types import StatedSum, SummedFigure


def read_sums(store: Store, record_id: int) -> list[StatedSum]:
    """The sums that a figure is the result or a part of, in the order of the tables that state them."""
    ours = select(CheckFigureTable.check_id).where(CheckFigureTable.record_id == record_id)
    query = (
        select(
            CheckTable.id,
            GridTable.number,
            CheckTable.rule,
            CheckTable.verdict,
            CheckTable.worked_out,
            CheckTable.difference,
        )
        .join(GridTable, GridTable.id == CheckTable.table_id)
        .where(CheckTable.id.in_(ours))
        .order_by(CheckTable.id)
    )
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
        used = (
            select(CheckFigureTable.__table__, FigureTable.row_label, FigureTable.column_label, FigureTable.raw)
            .join(FigureTable, FigureTable.record_id == CheckFigureTable.record_id)
            .where(CheckFigureTable.check_id.in_(ours))
            .order_by(CheckFigureTable.check_id, CheckFigureTable.position)
        )
        figures: dict[int, list[SummedFigure]] = {}
        for row in connection.execute(used).mappings():
            figures.setdefault(row["check_id"], []).append(_summed(row))
    return [_stated(row, figures[row["id"]]) for row in rows]


def _summed(row: Mapping[Any, Any]) -> SummedFigure:
    return SummedFigure(row["record_id"], row["role"], row["sign"], row["row_label"], row["column_label"], row["raw"])


def _stated(row: Mapping[Any, Any], figures: list[SummedFigure]) -> StatedSum:
    return StatedSum(row["number"], row["rule"], row["verdict"], row["worked_out"], row["difference"], tuple(figures))


def count_verdicts(store: Store, pack_id: int) -> dict[str, int]:
    """How many sums of a pack's tables have each verdict."""
    query = select(CheckTable.verdict, func.count().label("found")).where(CheckTable.pack_id == pack_id)
    with store.reading() as connection:
        rows = connection.execute(query.group_by(CheckTable.verdict).order_by(CheckTable.verdict))
        return {row.verdict: row.found for row in rows}


def read_marks(store: Store, record_id: int) -> list[RatingMark]:
    """By what a record's rating is printed: its word, its letter, its fill."""
    query = (
        select(RatingMarkTable.__table__)
        .where(RatingMarkTable.record_id == record_id)
        .order_by(RatingMarkTable.mark.desc())
    )
    with store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [_mark(row) for row in rows]


def _mark(row: Mapping[Any, Any]) -> RatingMark:
    box = (row["x0"], row["top"], row["x1"], row["bottom"])
    return RatingMark(row["mark"], row["rag"], row["words"], row["colour"], row["colour_name"], row["page"], box)
