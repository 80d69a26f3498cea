"""Whom initials and surnames stand for, and how sure the reading of each field is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ORIGINS = "'printed', 'fill_colour', 'heading', 'derived'"


def upgrade() -> None:
    """Adds a column and a table; what is in the store stays as it is, and is as sure as can be until it is read again."""
    double = "DOUBLE" if op.get_context().dialect.name == "sqlite" else "DOUBLE PRECISION"
    op.execute(
        sa.text(
            f"ALTER TABLE sources ADD COLUMN confidence {double} DEFAULT '1' NOT NULL "
            "CONSTRAINT ck_sources_confidence CHECK (confidence BETWEEN 0 AND 1)"
        )
    )
    op.create_table(
        "known_owners",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stands_for_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("x0", sa.Double(), nullable=False),
        sa.Column("top", sa.Double(), nullable=False),
        sa.Column("x1", sa.Double(), nullable=False),
        sa.Column("bottom", sa.Double(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.CheckConstraint(f"origin IN ({_ORIGINS})", name=op.f("ck_known_owners_origin")),
        sa.ForeignKeyConstraint(
            ["pack_id", "page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_known_owners_pack_id_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_known_owners_pack_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["party_id"], ["parties.id"], name=op.f("fk_known_owners_party_id")),
        sa.ForeignKeyConstraint(["stands_for_id"], ["parties.id"], name=op.f("fk_known_owners_stands_for_id")),
        sa.PrimaryKeyConstraint("pack_id", "party_id", "position", name=op.f("pk_known_owners")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_known_owners_stands_for_id", "known_owners", ["stands_for_id"])
    op.create_index("ix_known_owners_pack_id_page", "known_owners", ["pack_id", "page"])
