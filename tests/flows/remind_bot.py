"""The Telegram channel with the real coach and a clock that a test moves, as a process for the reminder flows.

    python -m tests.flows.remind_bot

Environment: `TELEGRAM_BOT_TOKEN`, `TELEGRAM_API_BASE_URL`, `DATABASE_URL`, and `FLOW_FOLDER`, in which the file
`clock` holds the seconds that are added to the clock. Articles are not searched: nothing here asks for one.
"""

from __future__ import annotations

import asyncio
import os
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.telegram.application import TelegramApplication, build_bot
from bot.channels.telegram.sender import TelegramSender
from bot.clock import utc_now
from bot.coach.agent import Agent
from bot.coach.coach import Coach
from bot.engine.nudge import Nudge
from bot.engine.outbox import Outbox
from bot.engine.pace import Pace
from bot.engine.rounds import Rounds
from bot.engine.ticker import Ticker
from bot.logs import log_to_stderr
from bot.storage.database import Database
from bot.storage.inbox import InboxBook
from bot.storage.journal import JournalBook
from bot.storage.ledger import Ledger
from bot.storage.people import PeopleBook
from bot.storage.reminders import ReminderShelf
from bot.storage.roster import Roster
from bot.voice.texts import Texts
from tests.coach.conftest import PROJECT, ToldShelf


class FileClock:
    """The real clock, moved by what a file says at the moment it is looked at."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self) -> datetime:
        return utc_now() + timedelta(seconds=float(self._file.read_text() or "0"))


async def main() -> None:
    """Run until stopped."""
    environment = os.environ  # noqa: TID251 - a program of its own, outside bot/
    clock = FileClock(Path(environment["FLOW_FOLDER"]) / "clock")
    texts = Texts.load(PROJECT / "prompts" / "en")
    shelf = ToldShelf()
    shelf.zone = "decline"
    database = await Database.open(environment["DATABASE_URL"], replica="solo")
    bot = build_bot(environment["TELEGRAM_BOT_TOKEN"], base_url=environment["TELEGRAM_API_BASE_URL"])
    sender = TelegramSender(bot)
    pace = Pace(1000.0)
    outbox = Outbox(Ledger(database), sender, clock, Nudge(texts), pace)
    rounds = Rounds(Roster(database), outbox, pace, clock)
    ticker = Ticker(ReminderShelf(database), outbox, clock, period_s=0.1, rounds=rounds)
    try:
        await TelegramApplication(
            bot=bot,
            sender=sender,
            outbox=outbox,
            coach=Coach(texts=texts, shelf=shelf, agent=Agent(shelf)),
            inbox=InboxBook(database, clock),
            journal=JournalBook(database),
            people=PeopleBook(database),
            texts=texts,
            clock=clock,
            background=(ticker.run,),
        ).run()
    finally:
        await database.close()


if __name__ == "__main__":
    log_to_stderr("DEBUG")
    asyncio.run(main())
