"""SQLAlchemy behind the Book protocols; every table lives here."""
