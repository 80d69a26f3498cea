"""Sums that tables state and their verdicts, ratings by word, letter and fill, what cells and tables are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_RAGS = "'red', 'amber', 'green', 'amber_red', 'amber_green', 'blue', 'grey'"
_COLOURS = f"{_RAGS}, 'none'"


def upgrade() -> None:
    """Adds tables and columns; what is in the store stays as it is, and has none of the new until it is read again."""
    _add("tables", "caption_number", "VARCHAR")
    _add("tables", "footnotes", "VARCHAR")
    _add("tables", "confidence", f"{_double()} DEFAULT '1' NOT NULL", "confidence BETWEEN 0 AND 1")
    _add("cells", "colour", "VARCHAR", f"colour IN ({_COLOURS})")
    _add("cells", "shading", "VARCHAR", "shading IN ('head', 'band', 'column', 'tint', 'mark')")
    _add("cells", "head_path", "VARCHAR")
    _create_checks()
    _create_check_figures()
    _create_rating_marks()


def _double() -> str:
    return "DOUBLE" if op.get_context().dialect.name == "sqlite" else "DOUBLE PRECISION"


def _add(table: str, column: str, kind: str, check: str | None = None) -> None:
    """Adds a column with its check in one statement, which both databases take; tables are not made anew for it."""
    constraint = f" CONSTRAINT ck_{table}_{column} CHECK ({check})" if check else ""
    op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN {column} {kind}{constraint}"))


def _create_checks() -> None:
    op.create_table(
        "checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("worked_out", sa.Double(), nullable=False),
        sa.Column("difference", sa.Double(), nullable=False),
        sa.CheckConstraint("rule IN ('total', 'net', 'variance', 'formula', 'balance')", name=op.f("ck_checks_rule")),
        sa.CheckConstraint("verdict IN ('agrees', 'within_rounding', 'disagrees')", name=op.f("ck_checks_verdict")),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_checks_pack_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["table_id"], ["tables.id"], name=op.f("fk_checks_table_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_checks_table_id", "checks", ["table_id"])
    op.create_index("ix_checks_pack_id_verdict", "checks", ["pack_id", "verdict"])


def _create_check_figures() -> None:
    op.create_table(
        "check_figures",
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("sign", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("row_index", sa.Integer(), nullable=False),
        sa.Column("column_index", sa.Integer(), nullable=False),
        sa.CheckConstraint("role IN ('result', 'part')", name=op.f("ck_check_figures_role")),
        sa.CheckConstraint("sign IN (-1, 1)", name=op.f("ck_check_figures_sign")),
        sa.ForeignKeyConstraint(
            ["check_id"], ["checks.id"], name=op.f("fk_check_figures_check_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_check_figures_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("check_id", "position", name=op.f("pk_check_figures")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_check_figures_record_id", "check_figures", ["record_id"])


def _create_rating_marks() -> None:
    op.create_table(
        "rating_marks",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("rag", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("colour", sa.String(), nullable=True),
        sa.Column("colour_name", sa.String(), nullable=True),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("x0", sa.Double(), nullable=False),
        sa.Column("top", sa.Double(), nullable=False),
        sa.Column("x1", sa.Double(), nullable=False),
        sa.Column("bottom", sa.Double(), nullable=False),
        sa.CheckConstraint("mark IN ('word', 'letter', 'fill')", name=op.f("ck_rating_marks_mark")),
        sa.CheckConstraint(f"rag IN ({_RAGS})", name=op.f("ck_rating_marks_rag")),
        sa.CheckConstraint(f"colour_name IN ({_COLOURS})", name=op.f("ck_rating_marks_colour_name")),
        sa.ForeignKeyConstraint(
            ["pack_id", "page"],
            ["pages.pack_id", "pages.number"],
            name=op.f("fk_rating_marks_pack_id_page"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_rating_marks_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "mark", name=op.f("pk_rating_marks")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_rating_marks_pack_id_page", "rating_marks", ["pack_id", "page"])
