"""`doctor`: is everything in place, and what became of the messages that should have left?"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_args: argparse.Namespace) -> int:
    """Print one line a check; exit code 0 if the coach can work as it should, 2 if something is missing."""
    from bot.settings import read_settings

    settings = read_settings()
    sound = True
    for name, fine, words in _checks(settings):
        print(f"{'ok  ' if fine else 'look'}  {name}: {words}")
        sound = sound and fine
    for name, count in asyncio.run(_deliveries(settings)).items():
        print(f"      messages {name}: {count}")
    return 0 if sound else 2


def _checks(settings: Settings) -> Iterator[tuple[str, bool, str]]:
    from bot.knowledge.ingest import read_library
    from bot.knowledge.retriever import open_retriever

    token = settings.telegram_bot_token is not None
    yield "channel", True, "Telegram" if token else "terminal only; TELEGRAM_BOT_TOKEN is not set"
    library, faults = read_library(settings.knowledge_dirs)
    broken = "".join(f"; {fault}" for fault in faults)
    yield "articles", bool(library.articles) and not faults, f"{len(library.articles)} read{broken}"
    retriever = open_retriever(data_dir=settings.data_dir, knowledge_dirs=settings.knowledge_dirs)
    yield "search", retriever.trouble is None, retriever.trouble or retriever.mode


async def _deliveries(settings: Settings) -> Mapping[str, int]:
    from bot.storage.database import Database
    from bot.storage.ledger import Ledger

    database = await Database.open(settings.database_url.get_secret_value())
    try:
        return await Ledger(database).counts()
    finally:
        await database.close()
