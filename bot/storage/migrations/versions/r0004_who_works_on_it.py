"""Which process took an update or a message, so that others know what the dead left behind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    op.add_column("inbox", sa.Column("taken_by", sa.Text(), nullable=True))
    op.add_column("deliveries", sa.Column("taken_by", sa.Text(), nullable=True))
