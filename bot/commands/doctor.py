"""`doctor`: is everything in place, and what became of the messages that should have left?"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bot.clock import utc_now

if TYPE_CHECKING:
    from bot.coach.model_use import ModelUse
    from bot.settings import Settings

_CLASSES: Final = {
    "sent": "sent",
    "late": "late",
    "skipped": "skipped",
    "in_doubt": "in doubt",
    "failed": "failed",
    "ready": "waiting",
    "sending": "leaving",
}
"""What can become of a message, and how that is called here; the late ones are among those sent."""


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
    counts, beats, use = asyncio.run(_from_database(settings))
    for kind, words in (("reminder", "reminders"), ("reply", "replies")):
        print(f"      {words}: {', '.join(_classes(counts, kind))}")
    now = utc_now()
    for name, at in beats.items():
        print(
            f"      last tick of {name}: {at:%Y-%m-%d %H:%M:%S} UTC, {max(0, round((now - at).total_seconds()))} s ago"
        )
    if not beats:
        print("      last tick: none yet; no bot has run on this database")
    if settings.model is not None or use.turns:
        print(f"      model: {_used(use, settings.model_prices)}")
    return 0 if sound else 2


def _classes(counts: Mapping[str, int], kind: str) -> Iterator[str]:
    for state, shown in _CLASSES.items():
        if (kind, state) != ("reply", "late"):  # an answer has no time of its own
            yield f"{counts.get(f'{kind}.{state}', 0)} {shown}"


def _used(use: ModelUse, prices: str | None) -> str:
    """Say how often the model was asked, how often in vain, how often its text was mended, and what it cost."""
    in_vain, mended = (round(100 * count / max(1, use.turns)) for count in (use.fallbacks, use.mended))
    words = (
        f"asked in {use.turns} turns, {in_vain}% of them said in the coach's own words after all, "
        f"{mended}% with doubtful sentences in their source's words; "
        f"{use.calls} calls, {use.tokens_in} tokens in, {use.tokens_out} out"
    )
    if prices is None:
        return words
    per_in, per_out = map(float, prices.split("/"))
    return f"{words}, cost {(use.tokens_in * per_in + use.tokens_out * per_out) / 1_000_000:.2f}"


def _checks(settings: Settings) -> Iterator[tuple[str, bool, str]]:
    from bot.app import open_model
    from bot.knowledge.ingest import read_library
    from bot.knowledge.retriever import open_retriever

    token = settings.telegram_bot_token is not None
    yield "channel", True, "Telegram" if token else "terminal only; TELEGRAM_BOT_TOKEN is not set"
    library, faults = read_library(settings.knowledge_dirs)
    broken = "".join(f"; {fault}" for fault in faults)
    yield "articles", bool(library.articles) and not faults, f"{len(library.articles)} read{broken}"
    retriever = open_retriever(data_dir=settings.data_dir, knowledge_dirs=settings.knowledge_dirs)
    yield "search", retriever.trouble is None, retriever.trouble or retriever.mode
    if settings.model is not None:
        usable = open_model(settings) is not None
        yield (
            "model",
            usable,
            settings.model if usable else f"{settings.model} cannot be opened; see docs/chat-model.md",
        )


async def _from_database(settings: Settings) -> tuple[Mapping[str, int], Mapping[str, datetime], ModelUse]:
    from bot.storage.database import Database
    from bot.storage.ledger import Ledger
    from bot.storage.model_use import ModelUseBook
    from bot.storage.roster import Roster

    database = await Database.open(settings.database_url.get_secret_value())
    try:
        return await Ledger(database).counts(), await Roster(database).beats(), await ModelUseBook(database).total()
    finally:
        await database.close()
