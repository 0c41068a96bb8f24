"""What each kind of update leads to. Every answer leaves the same way: stored in one commit, then sent."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Final, Protocol

from bot.channels.telegram import keyboards
from bot.channels.telegram.failures import frames_of, kind_of
from bot.channels.telegram.incoming import Incoming
from bot.coach.standing import farewell_turn, standing_turn
from bot.coach.triage import gravest
from bot.coach.turn import CoachDoor, Message, Turn, turn_id_of
from bot.engine.outbox import Outbox, Sender
from bot.errors import CoachError, DeliveryError, StorageError
from bot.nlu.red_flags import red_flags
from bot.reply import Button, Kind
from bot.storage.inbox import InboxBook, InboxRow
from bot.storage.journal import JournalBook
from bot.storage.people import PeopleBook
from bot.voice.texts import Texts

_log = logging.getLogger(__name__)

MOST_ATTEMPTS: Final = 3
"""An update that was begun so often without an end is set aside with an apology."""
_ALBUMS: Final = 200
"""So many albums are remembered, to answer each once."""
_FAREWELLS: Final = 3
_LONGEST_WAIT_S: Final = 30.0

Handler = Callable[[InboxRow, Incoming], Awaitable[None]]


class Screen(Protocol):
    """What can be shown in a chat besides messages; none of it ever raises."""

    def at_work(self, chat: str) -> AbstractAsyncContextManager[None]:
        """Show that an answer is being worked on while the block runs."""
        ...

    async def settle(self, chat: str) -> None:
        """Stop showing that an answer will come."""
        ...

    async def remove_buttons(self, chat: str, message_id: int) -> None:
        """Take the buttons from under a message."""
        ...


class Handlers:
    """Answers one update at a time per chat; the database holds everything that must not be lost."""

    def __init__(
        self,
        *,
        coach: CoachDoor,
        inbox: InboxBook,
        journal: JournalBook,
        people: PeopleBook,
        outbox: Outbox,
        sender: Sender,
        screen: Screen,
        texts: Texts,
        clock: Callable[[], datetime],
    ) -> None:
        """Take everything an answer needs, built once."""
        self._coach = coach
        self._inbox = inbox
        self._journal = journal
        self._people = people
        self._outbox = outbox
        self._sender = sender
        self._screen = screen
        self._texts = texts
        self._clock = clock
        self._albums: deque[str] = deque(maxlen=_ALBUMS)
        self._kinds: Mapping[str, Handler] = {
            "text": self._on_text,
            "command": self._on_command,
            "tap": self._on_tap,
            "stale_tap": self._on_stale_tap,
            "edit": self._on_edit,
            "media": self._on_media,
            "blocked": self._on_blocked,
            "unblocked": self._on_unblocked,
        }
        self._commands: Mapping[str, Handler] = {
            "start": self._on_start,
            "help": self._on_help,
            "privacy": self._on_privacy,
            "delete": self._on_delete,
            "reminders": self._on_reminders,
        }

    async def handle(self, row: InboxRow) -> None:
        """Answer an update and finish its row; a defect is logged and apologised for once.

        Raises:
            StorageError: If nothing could be stored; the row waits and is to be handled again.
        """
        try:
            if row.attempts > MOST_ATTEMPTS:
                await self._set_aside(row)
            else:
                incoming = Incoming.from_json(row.payload)
                await self._kinds[incoming.kind](row, incoming)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - the one handler at the channel's edge
            await self._apologise(row, error)
        finally:
            await self._screen.settle(row.chat)

    async def _on_text(self, row: InboxRow, incoming: Incoming) -> None:
        await self._ask_coach(row, self._message(row, incoming))

    async def _on_command(self, row: InboxRow, incoming: Incoming) -> None:
        handler = self._commands.get(incoming.name)
        if incoming.text and (handler is None or gravest(red_flags(incoming.text)) is not None):
            handler = self._on_text
        if handler is None:
            await self._say(row, incoming, "telegram.unknown_command", kind="clarify")
        else:
            await handler(row, incoming)

    async def _on_start(self, row: InboxRow, incoming: Incoming) -> None:
        buttons = (
            self._button("try", keyboards.TRY),
            self._button("help", keyboards.HELP),
        )
        await self._say(row, incoming, "telegram.start", buttons=buttons)

    async def _on_help(self, row: InboxRow, incoming: Incoming) -> None:
        await self._say(row, incoming, "coach.help", "telegram.commands")

    async def _on_privacy(self, row: InboxRow, incoming: Incoming) -> None:
        await self._say(row, incoming, "telegram.privacy")

    async def _on_reminders(self, row: InboxRow, incoming: Incoming) -> None:
        words = self._texts.say("telegram.reminders_asked").text
        await self._ask_coach(row, self._message(row, incoming, text=words))

    async def _on_delete(self, row: InboxRow, incoming: Incoming) -> None:
        buttons = (
            self._button("delete_yes", keyboards.delete_yes(self._clock())),
            self._button("delete_no", keyboards.DELETE_NO),
        )
        await self._say(row, incoming, "telegram.delete", kind="clarify", buttons=buttons)

    async def _on_tap(self, row: InboxRow, incoming: Incoming) -> None:
        action = incoming.name
        if action == keyboards.HELP:
            await self._on_help(row, incoming)
        elif action == keyboards.DELETE_NO:
            await self._clear(row, incoming)
            await self._say(row, incoming, "telegram.delete_kept")
        elif keyboards.confirms_deletion(action):
            await self._on_delete_confirmed(row, incoming)
        elif action.startswith(keyboards.VERSION):
            await self._ask_coach(row, self._message(row, incoming, action=action))
        else:
            await self._on_stale_tap(row, incoming)

    async def _on_delete_confirmed(self, row: InboxRow, incoming: Incoming) -> None:
        await self._clear(row, incoming)
        if not keyboards.still_holds(incoming.name, self._clock()):
            await self._on_stale_tap(row, incoming)
            return
        await self._close(
            row, farewell_turn(self._texts, row.person_id, self._message(row, incoming), "telegram.deleted")
        )

    async def _on_stale_tap(self, row: InboxRow, incoming: Incoming) -> None:
        await self._say(row, incoming, "telegram.menu_expired", kind="clarify")

    async def _on_edit(self, row: InboxRow, incoming: Incoming) -> None:
        if gravest(red_flags(incoming.text)) is not None:
            await self._on_text(row, incoming)
        else:
            await self._say(row, incoming, "telegram.edited", kind="clarify")

    async def _on_media(self, row: InboxRow, incoming: Incoming) -> None:
        if incoming.album and incoming.album in self._albums:
            await self._inbox.done(row.id)
            return
        await self._say(row, incoming, f"telegram.not_text.{incoming.name}", kind="clarify")
        if incoming.album:
            self._albums.append(incoming.album)

    async def _on_blocked(self, row: InboxRow, incoming: Incoming) -> None:
        await self._mark_active(row, incoming, active=False)

    async def _on_unblocked(self, row: InboxRow, incoming: Incoming) -> None:
        await self._mark_active(row, incoming, active=True)

    async def _mark_active(self, row: InboxRow, incoming: Incoming, *, active: bool) -> None:
        memory = await self._journal.recall(row.person_id, now=self._clock())
        if memory.exchanges:
            await self._people.set_active(row.person_id, active=active)
            if active and memory.reminders:
                await self._say(row, incoming, "telegram.back")
            else:
                await self._inbox.done(row.id)
        else:
            # Nobody we know, such as somebody who deleted everything and then blocked us: not even the chat is kept.
            forget = farewell_turn(self._texts, row.person_id, self._message(row, incoming), "telegram.deleted")
            await self._journal.close(row.person_id, forget, inbox_id=row.id)

    async def _ask_coach(self, row: InboxRow, message: Message) -> None:
        async with self._screen.at_work(row.chat):
            memory = await self._journal.recall(row.person_id, now=self._clock())
            turn = await self._coach.reply(memory, message)
        await self._close(row, turn)

    async def _say(
        self,
        row: InboxRow,
        incoming: Incoming,
        *names: str,
        kind: Kind = "smalltalk",
        buttons: Sequence[Button] = (),
    ) -> None:
        """Answer with texts of this channel."""
        memory = await self._journal.recall(row.person_id, now=self._clock())
        message = self._message(row, incoming)
        await self._close(row, standing_turn(self._texts, memory, message, names, kind=kind, buttons=buttons))

    async def _close(self, row: InboxRow, turn: Turn) -> None:
        """Store the turn, then send its reply; after a deletion there is no row left to send it from."""
        delivery_id = await self._journal.close(row.person_id, turn, inbox_id=row.id, deliver=True)
        await self._screen.settle(row.chat)
        if delivery_id is not None:
            await self._outbox.deliver(delivery_id)
        else:
            await self._part(row.chat, turn)

    async def _part(self, chat: str, turn: Turn) -> None:
        """Say the farewell, more than once if it surely did not leave."""
        for _ in range(_FAREWELLS):
            try:
                await self._sender.send(chat, turn.reply)
            except DeliveryError as error:
                _log.warning("turn %s: the farewell did not leave: %s", turn.reply.turn_id, error.reason)
                if error.outcome != "not_sent":
                    return
                await asyncio.sleep(min(error.retry_after_s or 1.0, _LONGEST_WAIT_S))
            else:
                return

    async def _apologise(self, row: InboxRow, error: Exception) -> None:
        """Log what happened under the turn's id, without anybody's words, and say sorry."""
        _log.error("turn %s failed: %s\n%s", _turn_id(row), kind_of(error), frames_of(error))
        name = error.text_id if isinstance(error, CoachError) else CoachError.text_id
        await self._say(row, Incoming(kind="text"), name, kind="error")

    async def _set_aside(self, row: InboxRow) -> None:
        _log.error("turn %s is set aside: it was begun %d times without an end", _turn_id(row), MOST_ATTEMPTS)
        await self._say(row, Incoming(kind="text"), CoachError.text_id, kind="error")

    async def _clear(self, row: InboxRow, incoming: Incoming) -> None:
        if incoming.message_id is not None:
            await self._screen.remove_buttons(row.chat, incoming.message_id)

    def _message(
        self, row: InboxRow, incoming: Incoming, *, text: str | None = None, action: str | None = None
    ) -> Message:
        return Message(
            text=incoming.text if text is None else text,
            at=incoming.at or self._clock(),
            channel="telegram",
            message_key=_key(row),
            action=action,
        )

    def _button(self, label: str, action: str) -> Button:
        return Button(label=self._texts.say(f"telegram.button.{label}").text, action=action)


def _key(row: InboxRow) -> str:
    return f"telegram:{row.update_id}"


def _turn_id(row: InboxRow) -> str:
    return turn_id_of(row.person_id, _key(row))
