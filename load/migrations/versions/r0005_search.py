"""Corrections in the views, indexes of words, meetings: made anew after every upgrade, so that no table changes."""

from __future__ import annotations

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nothing: load.upgrade makes the views and indexes that this version has."""
