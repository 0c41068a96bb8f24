"""Alembic's scripts: one per change of the schema, for SQLite and PostgreSQL alike."""
