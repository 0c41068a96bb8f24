"""How much of a chat model each person's turns took, by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0006"
down_revision = "r0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of the model's use."""
    op.create_table(
        "model_use",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("fallbacks", sa.Integer(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("tokens_in", sa.Integer(), nullable=False),
        sa.Column("tokens_out", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name="fk_model_use_person_id"),
        sa.PrimaryKeyConstraint("person_id", "day", name="pk_model_use"),
    )
