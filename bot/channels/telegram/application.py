"""The Telegram channel as one object: built by the wiring, run until the process is told to stop.

    bot = build_bot(token, base_url=settings.telegram_api_base_url)
    sender = TelegramSender(bot)
    outbox = Outbox(ledger, sender, clock, word, Pace(settings.sends_per_second))
    application = TelegramApplication(
        bot=bot, sender=sender, outbox=outbox, coach=coach, inbox=inbox, journal=journal, people=people, texts=texts,
        clock=clock, allowed_users=settings.allowed_users, background=(Ticker(shelf, outbox, clock).run,),
    )
    await application.run()

The library's Bot and Updater are used, its Application is not: that one keeps updates in memory and answers them
from there, while ours stand in the database until they are answered.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import datetime
from typing import Any, Final

from telegram import Bot, BotCommand
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Updater
from telegram.request import HTTPXRequest

from bot.channels.telegram.courtesies import Courtesies, happens_within
from bot.channels.telegram.failures import TokenScrubber, kind_of
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.incoming import ALLOWED_UPDATES
from bot.channels.telegram.ingress import Drain, InboxQueue
from bot.channels.telegram.sender import TelegramSender
from bot.channels.telegram.turnstile import Turnstile
from bot.channels.telegram.watchdog import NOT_KNOWN_THERE, Watchdog
from bot.coach.turn import CoachDoor
from bot.engine.outbox import Outbox
from bot.errors import AlreadyRunningError, SettingsError, StorageError
from bot.storage.inbox import InboxBook
from bot.storage.journal import JournalBook
from bot.storage.people import PeopleBook
from bot.voice.texts import Texts

_log = logging.getLogger(__name__)

TELEGRAM: Final = "https://api.telegram.org/bot"
COMMANDS: Final = ("help", "reminders", "privacy", "delete")
"""The menu; the words stand in `telegram.command`."""

_TALKATIVE: Final = ("telegram", "httpx", "httpcore")
"""Below a warning they log addresses with the token, and whole messages."""
WORKERS: Final = 16
"""So many chats are answered at once."""
_GRACE_S: Final = 10.0
"""So long answers that were begun may take when the process is told to stop."""
_POLL_S: Final = 30
_CONNECT_S: Final = 5.0
_READ_S: Final = 10.0
_FIRST_WAIT_S: Final = 1.0
_LONGEST_WAIT_S: Final = 30.0


def build_bot(token: str, *, base_url: str = TELEGRAM) -> Bot:
    """Return the client of the Bot API; nothing is asked of the network yet.

    Args:
        token: From @BotFather.
        base_url: Ends in `/bot`, without the token and without a trailing slash.
    """
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return Bot(
        token,
        base_url=base_url,
        base_file_url=f"{base_url.removesuffix('/bot')}/file/bot",
        request=HTTPXRequest(
            connection_pool_size=4 * WORKERS,
            connect_timeout=_CONNECT_S,
            read_timeout=_READ_S,
            write_timeout=_READ_S,
            pool_timeout=_CONNECT_S,
        ),
        get_updates_request=HTTPXRequest(connection_pool_size=1, connect_timeout=_CONNECT_S, read_timeout=_READ_S),
    )


class TelegramApplication:
    """Owns every task of the channel; when `run` returns, none is left."""

    def __init__(
        self,
        *,
        bot: Bot,
        sender: TelegramSender,
        outbox: Outbox,
        coach: CoachDoor,
        inbox: InboxBook,
        journal: JournalBook,
        people: PeopleBook,
        texts: Texts,
        clock: Callable[[], datetime],
        allowed_users: frozenset[int] = frozenset(),
        background: Sequence[Callable[[], Coroutine[Any, Any, None]]] = (),
        thinking_at_once: int = WORKERS,
        watch_every_s: float = 60.0,
    ) -> None:
        """Take what the wiring built.

        Args:
            bot: From `build_bot`.
            sender: The way out that the outbox uses.
            outbox: Delivers what turns leave in the ledger.
            coach: The door to the conversation.
            inbox: Where updates wait.
            journal: Where turns are closed.
            people: Who can be written to.
            texts: The reviewed texts.
            clock: Returns an aware moment.
            allowed_users: Telegram ids the coach talks with; empty means everybody.
            background: What else runs as long as the channel does, each until cancelled: the ticker.
            thinking_at_once: For so many people the coach thinks side by side.
            watch_every_s: How often to make sure that updates still come in. [s]
        """
        self._bot = bot
        self._outbox = outbox
        self._texts = texts
        self._background = background
        self._stopping = asyncio.Event()
        self._courtesies = Courtesies(bot, texts)
        turnstile = Turnstile(coach, at_once=thinking_at_once)
        handlers = Handlers(
            coach=turnstile,
            inbox=inbox,
            journal=journal,
            people=people,
            outbox=outbox,
            sender=sender,
            screen=self._courtesies,
            texts=texts,
            clock=clock,
        )
        self._drain = Drain(inbox, handlers.handle)
        self._queue = InboxQueue(
            inbox=inbox,
            drain=self._drain,
            doorstep=self._courtesies,
            allowed_users=allowed_users,
            letting_in=turnstile.letting_in,
        )
        self._watchdog = Watchdog(bot, lambda: self._queue.arrived, watch_every_s)

    def stop(self) -> None:
        """End `run`: nothing new is begun, what was begun may finish for a few seconds."""
        self._stopping.set()

    async def run(self) -> None:
        """Serve until the process gets SIGTERM or SIGINT, or `stop` is called.

        Raises:
            SettingsError: If Telegram does not know the token.
            AlreadyRunningError: If another process took our name while the database was away.
        """
        with _secret_kept(self._bot.token), _signals(self.stop):
            try:
                if await self._connect():
                    await self._serve()
            except ExceptionGroup as group:
                refused, taken = group.subgroup(SettingsError), group.subgroup(AlreadyRunningError)
                if refused is not None:
                    raise SettingsError(NOT_KNOWN_THERE) from None
                if taken is not None:
                    raise AlreadyRunningError("another process took our name; REPLICA_NAME tells them apart") from None
                raise
            finally:
                await self._bot.shutdown()
        _log.info("Telegram: stopped")

    async def _connect(self) -> bool:
        """Log in, however long Telegram cannot be reached; False if we are told to stop before."""
        wait_s = _FIRST_WAIT_S
        while True:
            try:
                await self._bot.initialize()
            except InvalidToken:
                raise SettingsError(NOT_KNOWN_THERE) from None
            except TelegramError as error:
                _log.warning("Telegram cannot be reached, next try in %.0f s: %s", wait_s, kind_of(error))
            else:
                return True
            if await happens_within(self._stopping, wait_s):
                return False
            wait_s = min(2 * wait_s, _LONGEST_WAIT_S)

    async def _serve(self) -> None:
        if not (await self._insist(self._outbox.recover) and await self._insist(self._drain.wake_all)):
            return
        async with self._courtesies, asyncio.TaskGroup() as tasks:
            jobs = [tasks.create_task(self._drain.work()) for _ in range(WORKERS)]
            jobs += [tasks.create_task(job()) for job in (self._drain.patrol, *self._background)]
            jobs.append(tasks.create_task(self._introduce()))
            polling = tasks.create_task(self._poll())
            _log.info("Telegram: listening as @%s", self._bot.username)
            await self._stopping.wait()
            polling.cancel()
            await asyncio.wait({polling})
            await self._drain.finish(_GRACE_S)
            for job in jobs:
                job.cancel()

    async def _insist(self, call: Callable[[], Awaitable[None]]) -> bool:
        """Do something that needs the database, until it works; False if we are told to stop before."""
        wait_s = _FIRST_WAIT_S
        while True:
            try:
                await call()
            except StorageError as error:
                _log.warning("the start waits %.0f s for the database: %s", wait_s, error)
            else:
                return True
            if await happens_within(self._stopping, wait_s):
                return False
            wait_s = min(2 * wait_s, _LONGEST_WAIT_S)

    async def _poll(self) -> None:
        """Listen, and listen anew whenever the library has fallen silent."""
        while True:
            async with self._listening():
                await self._watchdog.wait_until_deaf()
            _log.error("Telegram: updates wait there and none arrives; listening anew")

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[None]:
        """Poll while the block runs; an updater whose polling broke cannot be used again, so each has its own."""
        updater = Updater(self._bot, self._queue)
        await updater.initialize()
        try:
            await updater.start_polling(
                timeout=_POLL_S,
                bootstrap_retries=-1,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
                error_callback=_poll_failed,
            )
            yield
        finally:
            if updater.running:
                with suppress(TelegramError):  # what broke the polling is raised here once more
                    await updater.stop()

    async def _introduce(self) -> None:
        """Fill the menu and the profile; the bot works without them."""

        def say(name: str) -> str:
            return self._texts.say(f"telegram.{name}").text

        try:
            await self._bot.set_my_commands([BotCommand(name, say(f"command.{name}")) for name in COMMANDS])
            await self._bot.set_my_description(say("description"))
            await self._bot.set_my_short_description(say("short_description"))
        except TelegramError as error:
            _log.warning("Telegram: menu and profile are not set: %s", kind_of(error))


def _poll_failed(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        _log.error("Telegram: another process listens with the same token; each of the two gets some updates")
    else:
        _log.warning("Telegram: a poll failed, the next follows: %s", kind_of(error))


@contextmanager
def _signals(act: Callable[[], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT act; outside the main thread and on Windows, asyncio has no such thing."""
    heard = sys.platform != "win32" and threading.current_thread() is threading.main_thread()
    numbers = (signal.SIGTERM, signal.SIGINT) if heard else ()
    loop = asyncio.get_running_loop()
    for number in numbers:
        loop.add_signal_handler(number, act)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


@contextmanager
def _secret_kept(token: str) -> Iterator[None]:
    """Keep the token out of every log line: errors may quote it, or an address that holds it."""
    scrubber = TokenScrubber(token)
    handlers = list(logging.getLogger().handlers)
    for handler in handlers:
        handler.addFilter(scrubber)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(scrubber)
