"""How many of the model's texts were mended before they were told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0007"
down_revision = "r0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count mended texts from here on; those before count as none."""
    with op.batch_alter_table("model_use") as table:
        table.add_column(sa.Column("mended", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("model_use") as table:  # the default was for the rows that were there
        table.alter_column("mended", server_default=None)
