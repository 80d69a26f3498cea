"""Packs of one meeting linked, pages that cannot be read, files known by their time, what became of a run."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_LINKS = ("superseded_by", "supplement_to")
_KINDS = "kind IN ('text', 'blank', 'restricted', 'scanned', 'unreadable')"


def upgrade() -> None:
    """Adds the columns; what is in the store stays as it is."""
    if op.get_context().dialect.name == "sqlite":
        _make_anew()
    else:
        _alter()
    for name in (*_LINKS, "meeting_date"):
        op.create_index(f"ix_packs_{name}", "packs", [name])
    op.add_column("runs", sa.Column("outcomes", sa.JSON()))
    op.add_column("offers", sa.Column("modified_ns", sa.BigInteger()))


def _alter() -> None:
    op.add_column("packs", sa.Column("modified_at", sa.DateTime(timezone=True)))
    for name in _LINKS:
        op.add_column("packs", sa.Column(name, sa.Integer()))
        op.create_foreign_key(f"fk_packs_{name}", "packs", "packs", [name], ["id"], ondelete="SET NULL")
    op.drop_constraint("ck_pages_kind", "pages")
    op.create_check_constraint(op.f("ck_pages_kind"), "pages", _KINDS)


def _make_anew() -> None:
    """SQLite can change no check and add no reference: tables are made anew, filled from the old, and renamed."""
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table("packs", recreate="always", table_kwargs=kept) as packs:
        packs.add_column(sa.Column("modified_at", sa.DateTime(timezone=True)))
        for name in _LINKS:
            packs.add_column(sa.Column(name, sa.Integer()))
            packs.create_foreign_key(f"fk_packs_{name}", "packs", [name], ["id"], ondelete="SET NULL")
    with op.batch_alter_table("pages", recreate="always") as pages:
        pages.drop_constraint(op.f("ck_pages_kind"), type_="check")
        pages.create_check_constraint(op.f("ck_pages_kind"), sa.text(_KINDS))
