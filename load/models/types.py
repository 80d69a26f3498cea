"""Which table has the fields of which record type."""

from __future__ import annotations

from load.models.base import Base
from load.models.meetings import AgendaItemTable, AttendanceTable, RecommendationTable, ResolutionTable
from load.models.work import ActionTable, ControlTable, FigureTable, RatingTable, RiskTable

TYPE_TABLES: dict[str, type[Base]] = {
    "agenda_items": AgendaItemTable,
    "attendance": AttendanceTable,
    "resolutions": ResolutionTable,
    "recommendations": RecommendationTable,
    "actions": ActionTable,
    "risks": RiskTable,
    "controls": ControlTable,
    "ratings": RatingTable,
    "figures": FigureTable,
}
