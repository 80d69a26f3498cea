"""What was put right of a record stands beside what was read of it, where views and indexes find it at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_TYPES = (
    "agenda_items",
    "attendance",
    "resolutions",
    "recommendations",
    "actions",
    "risks",
    "controls",
    "ratings",
    "figures",
)


def upgrade() -> None:
    """Adds the column; load.upgrade fills it from the corrections that are there."""
    for table in _TYPES:
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN put_right JSON"))
