"""Weigh-ins by date, and how a run was done: walked, uphill, with a climb."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of weigh-ins, and widen the one of runs; runs told before were told as runs."""
    op.create_table(
        "weigh_ins",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("weight_kg", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_weigh_ins_person_id"),
        sa.PrimaryKeyConstraint("person_id", "on_date", name="pk_weigh_ins"),
    )
    with op.batch_alter_table("runs") as table:
        table.add_column(sa.Column("gait", sa.Text(), nullable=False, server_default="run"))
        table.add_column(sa.Column("incline_fraction", sa.Double(), nullable=True))
        table.add_column(sa.Column("climb_m", sa.Double(), nullable=True))
    with op.batch_alter_table("runs") as table:  # the default was for the rows that were there
        table.alter_column("gait", server_default=None)
