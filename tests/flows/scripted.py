"""The Telegram channel with real storage and a scripted coach, for tests in this process and in one of its own."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram.application import TelegramApplication, build_bot
from bot.channels.telegram.sender import TelegramSender
from bot.clock import utc_now
from bot.coach.turn import CreateReminder, Exchange, Memory, Message, StagedWrite, Turn, turn_id_of
from bot.engine.outbox import Outbox
from bot.engine.pace import Pace
from bot.engine.rounds import Rounds
from bot.engine.ticker import Ticker
from bot.errors import KnowledgeError, StorageError
from bot.reminders.due import next_fire
from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule
from bot.reply import Button, Reply
from bot.storage.database import Database
from bot.storage.inbox import InboxBook
from bot.storage.journal import JournalBook
from bot.storage.lane import FiredReminder
from bot.storage.ledger import Ledger
from bot.storage.people import PeopleBook
from bot.storage.reminders import ReminderShelf
from bot.storage.roster import Roster
from bot.voice.texts import Texts

ROOT = Path(__file__).parents[2]


class ScriptedCoach:
    """Answers at once, unless the words ask for trouble."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def reply(self, memory: Memory, message: Message) -> Turn:
        turn_id = turn_id_of(memory.person_id, message.message_key)
        await self._trouble(message.text)
        text = f"{len(memory.exchanges)}: {message.text}"
        staged: tuple[StagedWrite, ...] = ()
        buttons: tuple[Button, ...] = ()
        match message.text.split():
            case ["remind", at, *zone]:
                schedule = Schedule(at=time.fromisoformat(at), zone=(*zone, "UTC")[0], days=frozenset(WEEKDAYS))
                staged = (CreateReminder(reminder=_reminder(turn_id, memory, message, schedule)),)
            case ["menu"]:
                buttons = (Button(label="Smaller", action="v1:goal:smaller"), Button(label="Old", action="v0:gone"))
            case ["long"]:
                text = "\n".join(f"Line {number} of many." for number in range(400))
            case _ if message.action is not None:
                text += f" ({message.action})"
        return _turn(message, turn_id, text, staged, buttons)

    async def _trouble(self, text: str) -> None:
        match text.split():
            case ["slow", seconds, *_]:
                self._seen("slow")
                await asyncio.sleep(float(seconds))
            case ["wait", "for", flag]:
                while not (self._folder / flag).exists():  # noqa: ASYNC110 - a file of another process has no event
                    await asyncio.sleep(0.05)
            case ["hang", "once"] if not self._seen("hung"):
                await asyncio.sleep(600)
            case ["die"]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["crash", *_]:
                raise RuntimeError(text)
            case ["no", "articles"]:
                raise KnowledgeError(text)

    def _seen(self, name: str) -> bool:
        mark = self._folder / name
        seen = mark.exists()
        mark.touch()
        return seen


class MovedClock:
    """The real clock, moved by a fixed number of seconds."""

    def __init__(self, offset_s: float) -> None:
        self._offset = timedelta(seconds=offset_s)

    def __call__(self) -> datetime:
        return utc_now() + self._offset


class FlakyDatabase(Database):
    """A database that fails while a file says so."""

    flag: Path | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        if self.flag is not None and self.flag.exists():
            raise StorageError("the flow test wants it so")
        async with super().transaction() as session:
            yield session


def _turn(
    message: Message,
    turn_id: str,
    text: str,
    staged: tuple[StagedWrite, ...] = (),
    buttons: tuple[Button, ...] = (),
) -> Turn:
    reply = Reply(text=text, kind="answer", mode="embedded", turn_id=turn_id, buttons=buttons)
    exchange = Exchange(
        turn_id=turn_id, said=message.text, reply=reply, intent="smalltalk", entities={}, pending=None, at=message.at
    )
    return Turn(reply=reply, exchange=exchange, staged=staged)


def _reminder(turn_id: str, memory: Memory, message: Message, schedule: Schedule) -> Reminder:
    return Reminder(
        reminder_id=f"rem-{turn_id}",
        person_id=memory.person_id,
        schedule=schedule,
        next_fire_at=next_fire(schedule, after=message.at),
    )


def word(fired: FiredReminder) -> Reply:
    """Put a reminder into words."""
    text = f"Time to run, {fired.local_date}."
    return Reply(text=text, kind="confirm", mode="embedded", turn_id=f"{fired.reminder.reminder_id}:{fired.local_date}")


@asynccontextmanager
async def scripted_application(
    folder: Path,
    *,
    url: str,
    token: str,
    base_url: str,
    clock_offset_s: float = 0.0,
    sends_per_second: float = 1000.0,
    **choices: Any,
) -> AsyncIterator[TelegramApplication]:
    """Wire the channel as the program does.

    While the file `storage_fails` stands in the folder, every transaction fails.
    """
    clock = MovedClock(clock_offset_s)
    database = await FlakyDatabase.open(url, replica="solo")
    database.flag = folder / "storage_fails"
    bot = build_bot(token, base_url=base_url)
    sender = TelegramSender(bot)
    pace = Pace(sends_per_second)
    outbox = Outbox(Ledger(database), sender, clock, word, pace)
    rounds = Rounds(Roster(database), outbox, pace, clock)
    ticker = Ticker(ReminderShelf(database), outbox, clock, period_s=0.2, rounds=rounds)
    try:
        yield TelegramApplication(
            bot=bot,
            sender=sender,
            outbox=outbox,
            coach=ScriptedCoach(folder),
            inbox=InboxBook(database, clock),
            journal=JournalBook(database),
            people=PeopleBook(database),
            texts=Texts.load(ROOT / "prompts" / "en"),
            clock=clock,
            **({"background": (ticker.run,)} | choices),
        )
    finally:
        await database.close()
