"""Reminders: every so many days, single days that differ, days in another place, their cue, and those of our own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is stored already has none of it."""
    with op.batch_alter_table("reminders") as table:
        table.add_column(sa.Column("every_days", sa.Integer(), nullable=True))
        table.add_column(sa.Column("since", sa.Date(), nullable=True))
        table.add_column(sa.Column("changes", sa.JSON(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("stay_zone", sa.Text(), nullable=True))
        table.add_column(sa.Column("stay_first", sa.Date(), nullable=True))
        table.add_column(sa.Column("stay_last", sa.Date(), nullable=True))
        table.add_column(sa.Column("cue", sa.Text(), nullable=True))
        table.add_column(sa.Column("unasked", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("ours", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("reminders") as table:  # the defaults were for the rows that were there
        for name in ("changes", "unasked", "ours"):
            table.alter_column(name, server_default=None)
