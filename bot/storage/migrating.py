"""Brings the tables to the newest schema. Imported only when they are not there yet: Alembic costs a start dearly."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.engine import Connection

from bot.errors import StorageError


def config() -> Config:
    """Return Alembic's configuration; there is no ini file."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return made


def upgrade(connection: Connection) -> None:
    """Migrate inside the connection's transaction, so that a crash leaves the old schema whole.

    Raises:
        StorageError: If the database was made by a newer program.
    """
    settings = config()
    settings.attributes["connection"] = connection
    try:
        command.upgrade(settings, "head")
    except CommandError as error:
        raise StorageError(f"the database has a schema this version does not know: {error}") from error
