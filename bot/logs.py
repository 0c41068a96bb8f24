"""Where log lines go, and what never gets into them."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import structlog

_NOISY = (
    "httpx",
    "httpx2",
    "httpcore",
    "chromadb",
    "telegram.ext.Application",
    "alembic",
    "aiosqlite",
    "hpack",
    "bm25s",
    "openai",
    "anthropic",
    "google_genai",
    "ollama",
    "langchain",
    "langsmith",
    "asyncio",
)
"""Libraries that log addresses with secrets, what people wrote, or every step; only their warnings are kept."""


def log_to_stderr(level: str) -> None:
    """Send every log line to standard error as one line of `key=value`."""
    _log_to(logging.StreamHandler(sys.stderr), level)


def log_to_file(file: Path, level: str) -> None:
    """Send every log line to a file, so that a terminal shows the talk alone; old lines go after a while."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _log_to(RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True), level)


def _log_to(handler: logging.Handler, level: str) -> None:
    processors: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
    ]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=processors,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "logger", "event"]),
            ],
        )
    )
    # On the handler too: a library may give its own logger a finer level than the root's.
    handler.setLevel(level)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
