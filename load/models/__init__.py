"""The tables of the store, as SQLAlchemy models."""

from load.models.base import DATE_KINDS, SCHEMA_VERSION, Base
from load.models.checks import CheckFigureTable, CheckTable, RatingMarkTable
from load.models.grids import CellTable, FragmentTable, GridTable
from load.models.history import CorrectionTable, IssueTable, OfferTable, RunTable
from load.models.known import KnownOwnerTable
from load.models.meetings import AgendaItemTable, AttendanceTable, RecommendationTable, ResolutionTable
from load.models.packs import DocumentTable, PackSourceTable, PackTable, PageTable, ProofTable, StoreSchema
from load.models.records import RECORD_TYPES, PartyTable, RecordOwnerTable, RecordTable, SourceTable
from load.models.types import TYPE_TABLES
from load.models.work import ActionTable, ControlTable, FigureTable, RatingTable, RiskTable

__all__ = [
    "DATE_KINDS",
    "RECORD_TYPES",
    "SCHEMA_VERSION",
    "TYPE_TABLES",
    "ActionTable",
    "AgendaItemTable",
    "AttendanceTable",
    "Base",
    "CellTable",
    "CheckFigureTable",
    "CheckTable",
    "ControlTable",
    "CorrectionTable",
    "DocumentTable",
    "FigureTable",
    "FragmentTable",
    "GridTable",
    "IssueTable",
    "KnownOwnerTable",
    "OfferTable",
    "PackSourceTable",
    "PackTable",
    "PageTable",
    "PartyTable",
    "ProofTable",
    "RatingMarkTable",
    "RatingTable",
    "RecommendationTable",
    "RecordOwnerTable",
    "RecordTable",
    "ResolutionTable",
    "RiskTable",
    "RunTable",
    "SourceTable",
    "StoreSchema",
]
