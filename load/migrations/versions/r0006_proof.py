"""What a second reader of the PDF says of each box, and which one it was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_PROOFS = "'untried', 'proved', 'disagrees', 'unreadable'"


def upgrade() -> None:
    """Adds columns and a table; all boxes that are in the store are untried."""
    for table in ("sources", "pack_sources"):
        check = f"CONSTRAINT ck_{table}_proof CHECK (proof IN ({_PROOFS}))"
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN proof VARCHAR DEFAULT 'untried' NOT NULL {check}"))
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN proof_words VARCHAR"))
    disagrees = sa.text("proof = 'disagrees'")
    op.create_index(
        "ix_sources_disagreements", "sources", ["pack_id"], sqlite_where=disagrees, postgresql_where=disagrees
    )
    op.create_table(
        "proofs",
        sa.Column("pack_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_proofs_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pack_id", name=op.f("pk_proofs")),
    )
