"""Alembic's entry: runs the scripts on the connection `bot.storage.migrating` hands over."""

from __future__ import annotations

from alembic import context

from bot.storage.tables import Base


def run() -> None:
    """Run the scripts inside the transaction that is already open."""
    tables = Base.metadata.tables
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,
        # Other owners may keep tables in the same database.
        include_name=lambda name, kind, _: kind != "table" or name in tables,
    )
    context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file; a plain import does nothing
    run()
