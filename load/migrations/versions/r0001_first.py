"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "packs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("byte_size", sa.Integer(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("authority", sa.String(), nullable=True),
        sa.Column("committee", sa.String(), nullable=True),
        sa.Column("meeting_date", sa.Date(), nullable=True),
        sa.Column("meeting_date_raw", sa.String(), nullable=True),
        sa.Column("meeting_date_origin", sa.String(), nullable=True),
        sa.Column("start_time", sa.String(), nullable=True),
        sa.Column("start_time_raw", sa.String(), nullable=True),
        sa.Column("start_time_origin", sa.String(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.CheckConstraint(
            "meeting_date_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_packs_meeting_date_origin")
        ),
        sa.CheckConstraint(
            "start_time_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_packs_start_time_origin")
        ),
        sa.CheckConstraint("outcome IN ('loaded', 'loaded_with_issues')", name=op.f("ck_packs_outcome")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packs")),
        sa.UniqueConstraint("sha256", name=op.f("uq_packs_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_packs_authority_committee_meeting_date"),
        "packs",
        ["authority", "committee", "meeting_date"],
        unique=False,
    )
    op.create_index(op.f("ix_packs_file_name"), "packs", ["file_name"], unique=False)
    op.create_table(
        "packtrace_schema",
        sa.Column("row_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("row_number = 1", name=op.f("ck_packtrace_schema_one_row")),
        sa.PrimaryKeyConstraint("row_number", name=op.f("pk_packtrace_schema")),
    )
    op.create_table(
        "parties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('person', 'role', 'body')", name=op.f("ck_parties_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        sa.UniqueConstraint("name", name=op.f("uq_parties_name")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "issues",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_issues_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pack_id", "position", name=op.f("pk_issues")),
    )
    op.create_index(op.f("ix_issues_pack_id_code"), "issues", ["pack_id", "code"], unique=False)
    op.create_table(
        "offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("byte_size", sa.Integer(), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_offers_pack_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_offers_run_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "outcome IN ('loaded', 'loaded_with_issues', 'replaced', 'unchanged', 'duplicate', 'superseded', 'repaired', 'locked', 'damaged', 'scanned', 'empty', 'not_a_pdf', 'missing', 'unreadable', 'too_large', 'timed_out', 'out_of_memory', 'crashed', 'failed')",
            name=op.f("ck_offers_outcome"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_offers_pack_id"), "offers", ["pack_id"], unique=False)
    op.create_index(op.f("ix_offers_path_id"), "offers", ["path", "id"], unique=False)
    op.create_index(op.f("ix_offers_run_id"), "offers", ["run_id"], unique=False)
    op.create_index(op.f("ix_offers_sha256"), "offers", ["sha256"], unique=False)
    op.create_table(
        "pages",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("width", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.Column("rotation", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_pages_pack_id"), ondelete="CASCADE"),
        sa.CheckConstraint("kind IN ('text', 'blank', 'restricted', 'scanned')", name=op.f("ck_pages_kind")),
        sa.PrimaryKeyConstraint("pack_id", "number", name=op.f("pk_pages")),
    )
    op.create_table(
        "documents",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("agenda_ref", sa.String(), nullable=True),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("last_page", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_page <= last_page", name=op.f("ck_documents_pages_in_order")),
        sa.ForeignKeyConstraint(
            ["pack_id", "first_page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_documents_pack_id_first_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pack_id", "last_page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_documents_pack_id_last_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_documents_pack_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "kind IN ('front', 'agenda', 'minutes', 'report', 'restricted')", name=op.f("ck_documents_kind")
        ),
        sa.PrimaryKeyConstraint("pack_id", "number", name=op.f("pk_documents")),
    )
    op.create_table(
        "pack_sources",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("x0", sa.Double(), nullable=False),
        sa.Column("top", sa.Double(), nullable=False),
        sa.Column("x1", sa.Double(), nullable=False),
        sa.Column("bottom", sa.Double(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id", "page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_pack_sources_pack_id_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_pack_sources_pack_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "origin IN ('printed', 'fill_colour', 'heading', 'derived')", name=op.f("ck_pack_sources_origin")
        ),
        sa.PrimaryKeyConstraint("pack_id", "field", "position", name=op.f("pk_pack_sources")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "records",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("page_label", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_records_confidence")),
        sa.ForeignKeyConstraint(
            ["pack_id", "page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_records_pack_id_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_records_pack_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "type IN ('agenda_items', 'attendance', 'resolutions', 'recommendations', 'actions', 'risks', 'controls', 'ratings', 'figures')",
            name=op.f("ck_records_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_records")),
        sa.UniqueConstraint("pack_id", "type", "key", name=op.f("uq_records_pack_id_type_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_records_pack_id_page"), "records", ["pack_id", "page"], unique=False)
    op.create_index(op.f("ix_records_pack_id_type_position"), "records", ["pack_id", "type", "position"], unique=False)
    op.create_table(
        "tables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(), nullable=True),
        sa.Column("caption", sa.String(), nullable=True),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("column_count", sa.Integer(), nullable=False),
        sa.Column("header_rows", sa.Integer(), nullable=False),
        sa.Column("style", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id", "page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_tables_pack_id_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_tables_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tables")),
        sa.UniqueConstraint("pack_id", "number", name=op.f("uq_tables_pack_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_tables_pack_id_page"), "tables", ["pack_id", "page"], unique=False)
    op.create_table(
        "actions",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owners_raw", sa.String(), nullable=True),
        sa.Column("owners_origin", sa.String(), nullable=True),
        sa.Column("start_raw", sa.String(), nullable=True),
        sa.Column("start_start", sa.Date(), nullable=True),
        sa.Column("start_end", sa.Date(), nullable=True),
        sa.Column("start_kind", sa.String(), nullable=True),
        sa.Column("start_origin", sa.String(), nullable=True),
        sa.Column("due_raw", sa.String(), nullable=True),
        sa.Column("due_start", sa.Date(), nullable=True),
        sa.Column("due_end", sa.Date(), nullable=True),
        sa.Column("due_kind", sa.String(), nullable=True),
        sa.Column("due_origin", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("rag", sa.String(), nullable=True),
        sa.Column("rag_raw", sa.String(), nullable=True),
        sa.Column("rag_origin", sa.String(), nullable=True),
        sa.Column("group_heading", sa.String(), nullable=True),
        sa.Column("risk_ref", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_actions_record_id"), ondelete="CASCADE"),
        sa.CheckConstraint("kind IN ('action', 'milestone', 'risk_action')", name=op.f("ck_actions_kind")),
        sa.CheckConstraint(
            "owners_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_actions_owners_origin")
        ),
        sa.CheckConstraint(
            "start_kind IN ('day', 'month', 'quarter', 'financial_year', 'year', 'season', 'range', 'by', 'from', 'ongoing', 'unknown', 'recurring', 'done', 'invalid')",
            name=op.f("ck_actions_start_kind"),
        ),
        sa.CheckConstraint(
            "start_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_actions_start_origin")
        ),
        sa.CheckConstraint(
            "due_kind IN ('day', 'month', 'quarter', 'financial_year', 'year', 'season', 'range', 'by', 'from', 'ongoing', 'unknown', 'recurring', 'done', 'invalid')",
            name=op.f("ck_actions_due_kind"),
        ),
        sa.CheckConstraint("due_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_actions_due_origin")),
        sa.CheckConstraint(
            "rag IN ('red', 'amber', 'green', 'amber_red', 'amber_green', 'blue', 'grey')", name=op.f("ck_actions_rag")
        ),
        sa.CheckConstraint("rag_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_actions_rag_origin")),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_actions")),
    )
    op.create_table(
        "agenda_items",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("page_from", sa.String(), nullable=True),
        sa.Column("page_to", sa.String(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("restricted_raw", sa.String(), nullable=True),
        sa.Column("restricted_origin", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_agenda_items_record_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "restricted_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_agenda_items_restricted_origin")
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_agenda_items")),
    )
    op.create_table(
        "attendance",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("capacity_raw", sa.String(), nullable=True),
        sa.Column("capacity_origin", sa.String(), nullable=True),
        sa.Column("post", sa.String(), nullable=True),
        sa.Column("meeting_date", sa.Date(), nullable=True),
        sa.Column("meeting_date_raw", sa.String(), nullable=True),
        sa.Column("meeting_date_origin", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_attendance_record_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "capacity IN ('member', 'substitute', 'also_present', 'officer', 'apology')",
            name=op.f("ck_attendance_capacity"),
        ),
        sa.CheckConstraint(
            "capacity_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_attendance_capacity_origin")
        ),
        sa.CheckConstraint(
            "meeting_date_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_attendance_meeting_date_origin"),
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_attendance")),
    )
    op.create_table(
        "cells",
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("row_index", sa.Integer(), nullable=False),
        sa.Column("column_index", sa.Integer(), nullable=False),
        sa.Column("row_span", sa.Integer(), nullable=False),
        sa.Column("column_span", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("is_header", sa.Boolean(), nullable=False),
        sa.Column("fill", sa.String(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("x0", sa.Double(), nullable=False),
        sa.Column("top", sa.Double(), nullable=False),
        sa.Column("x1", sa.Double(), nullable=False),
        sa.Column("bottom", sa.Double(), nullable=False),
        sa.Column("more_boxes", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["table_id"], ["tables.id"], name=op.f("fk_cells_table_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("table_id", "row_index", "column_index", name=op.f("pk_cells")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "controls",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("risk_ref", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owners_raw", sa.String(), nullable=True),
        sa.Column("owners_origin", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_controls_record_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "owners_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_controls_owners_origin")
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_controls")),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(who) > 0 AND length(why) > 0", name=op.f("ck_corrections_who_and_why")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_corrections_record_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_corrections_record_id"), "corrections", ["record_id"], unique=False)
    op.create_index(op.f("ix_corrections_sha256_type_key"), "corrections", ["sha256", "type", "key"], unique=False)
    op.create_table(
        "figures",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("table_title", sa.String(), nullable=True),
        sa.Column("row_label", sa.String(), nullable=True),
        sa.Column("column_label", sa.String(), nullable=True),
        sa.Column("raw", sa.String(), nullable=True),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("value_origin", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("unit_raw", sa.String(), nullable=True),
        sa.Column("unit_origin", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_figures_record_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "value_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_figures_value_origin")
        ),
        sa.CheckConstraint("unit IN ('GBP', 'EUR', 'USD', 'percent', 'fte', 'count')", name=op.f("ck_figures_unit")),
        sa.CheckConstraint("unit_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_figures_unit_origin")),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_figures")),
    )
    op.create_table(
        "ratings",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("group_heading", sa.String(), nullable=True),
        sa.Column("rag", sa.String(), nullable=True),
        sa.Column("rag_origin", sa.String(), nullable=True),
        sa.Column("raw", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_ratings_record_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "rag IN ('red', 'amber', 'green', 'amber_red', 'amber_green', 'blue', 'grey')", name=op.f("ck_ratings_rag")
        ),
        sa.CheckConstraint("rag_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_ratings_rag_origin")),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_ratings")),
    )
    op.create_table(
        "recommendations",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("agenda_ref", sa.String(), nullable=True),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_recommendations_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_recommendations")),
    )
    op.create_table(
        "record_owners",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_record_owners_party_id")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_record_owners_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "position", name=op.f("pk_record_owners")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_record_owners_party_id"), "record_owners", ["party_id"], unique=False)
    op.create_table(
        "resolutions",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("minute_ref", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("agenda_ref", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("meeting_date", sa.Date(), nullable=True),
        sa.Column("meeting_date_raw", sa.String(), nullable=True),
        sa.Column("meeting_date_origin", sa.String(), nullable=True),
        sa.Column("mover", sa.String(), nullable=True),
        sa.Column("seconder", sa.String(), nullable=True),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_for_raw", sa.String(), nullable=True),
        sa.Column("votes_for_origin", sa.String(), nullable=True),
        sa.Column("votes_against", sa.Integer(), nullable=True),
        sa.Column("votes_against_raw", sa.String(), nullable=True),
        sa.Column("votes_against_origin", sa.String(), nullable=True),
        sa.Column("abstentions", sa.Integer(), nullable=True),
        sa.Column("abstentions_raw", sa.String(), nullable=True),
        sa.Column("abstentions_origin", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_resolutions_record_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "meeting_date_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_resolutions_meeting_date_origin"),
        ),
        sa.CheckConstraint(
            "votes_for_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_resolutions_votes_for_origin")
        ),
        sa.CheckConstraint(
            "votes_against_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_resolutions_votes_against_origin"),
        ),
        sa.CheckConstraint(
            "abstentions_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_resolutions_abstentions_origin"),
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_resolutions")),
    )
    op.create_table(
        "risks",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("cause", sa.String(), nullable=True),
        sa.Column("event", sa.String(), nullable=True),
        sa.Column("consequence", sa.String(), nullable=True),
        sa.Column("owners_raw", sa.String(), nullable=True),
        sa.Column("owners_origin", sa.String(), nullable=True),
        sa.Column("inherent_likelihood", sa.Integer(), nullable=True),
        sa.Column("inherent_likelihood_raw", sa.String(), nullable=True),
        sa.Column("inherent_likelihood_origin", sa.String(), nullable=True),
        sa.Column("inherent_impact", sa.Integer(), nullable=True),
        sa.Column("inherent_impact_raw", sa.String(), nullable=True),
        sa.Column("inherent_impact_origin", sa.String(), nullable=True),
        sa.Column("inherent_score", sa.Integer(), nullable=True),
        sa.Column("inherent_score_raw", sa.String(), nullable=True),
        sa.Column("inherent_score_origin", sa.String(), nullable=True),
        sa.Column("likelihood", sa.Integer(), nullable=True),
        sa.Column("likelihood_raw", sa.String(), nullable=True),
        sa.Column("likelihood_origin", sa.String(), nullable=True),
        sa.Column("impact", sa.Integer(), nullable=True),
        sa.Column("impact_raw", sa.String(), nullable=True),
        sa.Column("impact_origin", sa.String(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("score_raw", sa.String(), nullable=True),
        sa.Column("score_origin", sa.String(), nullable=True),
        sa.Column("target_likelihood", sa.Integer(), nullable=True),
        sa.Column("target_likelihood_raw", sa.String(), nullable=True),
        sa.Column("target_likelihood_origin", sa.String(), nullable=True),
        sa.Column("target_impact", sa.Integer(), nullable=True),
        sa.Column("target_impact_raw", sa.String(), nullable=True),
        sa.Column("target_impact_origin", sa.String(), nullable=True),
        sa.Column("target_score", sa.Integer(), nullable=True),
        sa.Column("target_score_raw", sa.String(), nullable=True),
        sa.Column("target_score_origin", sa.String(), nullable=True),
        sa.Column("rag", sa.String(), nullable=True),
        sa.Column("rag_raw", sa.String(), nullable=True),
        sa.Column("rag_origin", sa.String(), nullable=True),
        sa.Column("mitigation", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_risks_record_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "owners_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_owners_origin")
        ),
        sa.CheckConstraint(
            "inherent_likelihood_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_risks_inherent_likelihood_origin"),
        ),
        sa.CheckConstraint(
            "inherent_impact_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_risks_inherent_impact_origin"),
        ),
        sa.CheckConstraint(
            "inherent_score_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_risks_inherent_score_origin"),
        ),
        sa.CheckConstraint(
            "likelihood_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_likelihood_origin")
        ),
        sa.CheckConstraint(
            "impact_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_impact_origin")
        ),
        sa.CheckConstraint("score_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_score_origin")),
        sa.CheckConstraint(
            "target_likelihood_origin IN ('fill_colour', 'heading', 'derived')",
            name=op.f("ck_risks_target_likelihood_origin"),
        ),
        sa.CheckConstraint(
            "target_impact_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_target_impact_origin")
        ),
        sa.CheckConstraint(
            "target_score_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_target_score_origin")
        ),
        sa.CheckConstraint(
            "rag IN ('red', 'amber', 'green', 'amber_red', 'amber_green', 'blue', 'grey')", name=op.f("ck_risks_rag")
        ),
        sa.CheckConstraint("rag_origin IN ('fill_colour', 'heading', 'derived')", name=op.f("ck_risks_rag_origin")),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_risks")),
    )
    op.create_table(
        "sources",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("x0", sa.Double(), nullable=False),
        sa.Column("top", sa.Double(), nullable=False),
        sa.Column("x1", sa.Double(), nullable=False),
        sa.Column("bottom", sa.Double(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("colour", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pack_id", "page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_sources_pack_id_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_sources_record_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "origin IN ('printed', 'fill_colour', 'heading', 'derived')", name=op.f("ck_sources_origin")
        ),
        sa.PrimaryKeyConstraint("record_id", "field", "position", name=op.f("pk_sources")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sources_pack_id_page"), "sources", ["pack_id", "page"], unique=False)
    op.create_table(
        "table_fragments",
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("x0", sa.Double(), nullable=False),
        sa.Column("top", sa.Double(), nullable=False),
        sa.Column("x1", sa.Double(), nullable=False),
        sa.Column("bottom", sa.Double(), nullable=False),
        sa.Column("first_row", sa.Integer(), nullable=False),
        sa.Column("last_row", sa.Integer(), nullable=False),
        sa.Column("joined", sa.String(), nullable=False),
        sa.CheckConstraint("first_row <= last_row", name=op.f("ck_table_fragments_rows_in_order")),
        sa.ForeignKeyConstraint(
            ["table_id"], ["tables.id"], name=op.f("fk_table_fragments_table_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("table_id", "position", name=op.f("pk_table_fragments")),
        sqlite_with_rowid=False,
    )
