"""Builds every object once and hands it on; the only place that knows all rooms."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.channels.terminal import ADDRESS, Seat
from bot.clock import utc_now
from bot.settings import PROJECT, Settings
from bot.voice.texts import Texts

if TYPE_CHECKING:
    from bot.coach.coach import Coach
    from bot.coach.model import ModelLine
    from bot.knowledge.retriever import Retriever

_log = logging.getLogger(__name__)

LANGUAGE: Final = "en"
PROMPTS: Final[Path] = PROJECT / "prompts" / LANGUAGE
SYSTEM_PROMPT: Final[Path] = PROJECT / "prompts" / "system.md"
THINKING_AT_ONCE: Final = 2
"""Without a model thinking waits for the processor alone; two, so that a long message holds up no short one."""
INDEX_LOOK_S: Final = 5.0
"""How often a running bot looks for a newly built index."""


def load_texts() -> Texts:
    """Return every reviewed text.

    Raises:
        SettingsError: If the folder of texts is missing or a text is malformed.
    """
    return Texts.load(PROMPTS)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector still while much is imported: it would look through all of it again and again.

    A quarter of the start was spent on that. What stands afterwards stays for good and is never looked through.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@_uncollected()
def open_articles(settings: Settings) -> Retriever:
    """Open the articles for searching; takes about a second, so call it in a thread."""
    from bot.knowledge.retriever import open_retriever

    retriever = open_retriever(data_dir=settings.data_dir, knowledge_dirs=settings.knowledge_dirs)
    if retriever.trouble is not None:
        _log.warning("%s", retriever.trouble)
    return retriever


@_uncollected()
def build_coach(retriever: Retriever, texts: Texts, settings: Settings) -> Coach:
    """Build the agent and the coach around it; imports LangChain, so call it in a thread.

    With a chat model in the settings that can be opened, the coach words its answers with it.
    """
    from bot.coach.agent import Agent
    from bot.coach.coach import Coach

    line = open_model(settings)
    if line is None:
        return Coach(texts=texts, shelf=retriever, agent=Agent(retriever))
    from bot.coach.model_prompt import ModelPrompt
    from bot.coach.speaker import Speaker
    from bot.errors import WeightsError
    from bot.knowledge.carrying import load_reader

    try:
        reader = load_reader(settings.data_dir / "weights")
    except WeightsError as error:
        _log.warning("the model is not asked, for its words could not be checked: %s", error)
        return Coach(texts=texts, shelf=retriever, agent=Agent(retriever))
    prompt = ModelPrompt.load(SYSTEM_PROMPT, texts)
    turns = settings.model_turns_per_day
    return Coach(
        texts=texts,
        shelf=retriever,
        agent=Agent(retriever, line=line, prompt=prompt),
        speaker=Speaker(line=line, prompt=prompt, doubt=reader.doubt, turns_per_day=turns, clock=time.monotonic),
    )


def open_model(settings: Settings) -> ModelLine | None:
    """Open the line to the chat model of the settings; None without one, or if it cannot be opened."""
    if settings.model is None:
        return None
    from bot.coach.model import open_line

    key = settings.model_api_key
    return open_line(
        settings.model,
        base_url=settings.model_base_url,
        api_key=None if key is None else key.get_secret_value(),
        clock=time.monotonic,
    )


async def open_seat(settings: Settings, texts: Texts, closing: AsyncExitStack) -> Seat:
    """Open the notebook and the coach for the one person at this terminal.

    Raises:
        CoachError: If the database or the articles cannot be opened at all.
    """
    coach = await asyncio.to_thread(lambda: build_coach(open_articles(settings), texts, settings))
    with _uncollected():
        from bot.storage.database import Database
        from bot.storage.journal import JournalBook
        from bot.storage.people import PeopleBook

    database = await Database.open(settings.database_url.get_secret_value())
    closing.push_async_callback(database.close)
    person_id = await PeopleBook(database).person_for("terminal", ADDRESS)
    return Seat(coach=coach, journal=JournalBook(database), person_id=person_id)


def serve_telegram(settings: Settings, texts: Texts, token: str) -> None:
    """Serve Telegram until the process is told to stop.

    Raises:
        SettingsError: If Telegram does not know the token.
        AlreadyRunningError: If another process serves from the same database file.
        StorageError: If the database cannot be opened.
    """
    retriever = open_articles(settings)
    asyncio.run(_serve(settings, texts, token, retriever, build_coach(retriever, texts, settings)))


async def _serve(settings: Settings, texts: Texts, token: str, retriever: Retriever, coach: Coach) -> None:
    from bot.channels.telegram.application import WORKERS, TelegramApplication, build_bot
    from bot.channels.telegram.sender import TelegramSender
    from bot.engine.nudge import Nudge
    from bot.engine.outbox import Outbox
    from bot.engine.pace import Pace
    from bot.engine.rounds import Rounds
    from bot.engine.ticker import Ticker
    from bot.storage.database import Database
    from bot.storage.inbox import InboxBook
    from bot.storage.journal import JournalBook
    from bot.storage.ledger import Ledger
    from bot.storage.people import PeopleBook
    from bot.storage.reminders import ReminderShelf
    from bot.storage.roster import Roster

    database = await Database.open(settings.database_url.get_secret_value(), replica=settings.replica_name)
    try:
        bot = build_bot(token, base_url=settings.telegram_api_base_url)
        sender = TelegramSender(bot)
        pace = Pace(settings.sends_per_second)
        outbox = Outbox(Ledger(database), sender, utc_now, Nudge(texts), pace)
        rounds = Rounds(Roster(database), outbox, pace, utc_now)
        application = TelegramApplication(
            bot=bot,
            sender=sender,
            outbox=outbox,
            coach=coach,
            inbox=InboxBook(database, utc_now),
            journal=JournalBook(database),
            people=PeopleBook(database),
            texts=texts,
            clock=utc_now,
            allowed_users=settings.allowed_users,
            thinking_at_once=THINKING_AT_ONCE if settings.model is None else WORKERS,
            background=(
                Ticker(ReminderShelf(database), outbox, utc_now, rounds=rounds).run,
                lambda: _keep_up(retriever),
            ),
        )
        await application.run()
    finally:
        await database.close()


async def _keep_up(retriever: Retriever) -> None:
    """Switch to a newly built index while the bot runs."""
    while True:
        await asyncio.sleep(INDEX_LOOK_S)
        if await asyncio.to_thread(retriever.refresh):
            _log.info("another passage index was opened")
