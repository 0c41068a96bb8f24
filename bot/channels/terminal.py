"""The terminal channel: one person, one line at a time. It cannot reach anybody after it closes."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TextIO

from bot.coach.standing import farewell_turn
from bot.coach.turn import CoachDoor, Journal, Message
from bot.errors import CoachError
from bot.voice.texts import Texts

_log = logging.getLogger(__name__)

ADDRESS: Final = "here"
"""The terminal knows one person."""
_LEAVE: Final = frozenset({"/quit", "/exit", "quit", "exit", "/q"})
_DELETE: Final = "/delete"
_SURE: Final = "delete"
_COMMANDS: Final = {"/help": "coach.help", "/start": "coach.greeting", "/privacy": "terminal.privacy"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """What a talk needs, opened while the person types the first line."""

    coach: CoachDoor
    journal: Journal
    person_id: str


class Terminal:
    """A talk in a terminal, or over a pipe."""

    def __init__(
        self,
        *,
        texts: Texts,
        clock: Callable[[], datetime],
        lines: TextIO = sys.stdin,
        out: TextIO = sys.stdout,
    ) -> None:
        """Take where lines come from and where replies go."""
        self._texts = texts
        self._clock = clock
        self._lines = lines
        self._out = out

    def greet(self) -> None:
        """Show the greeting, before anything slow is built."""
        self._print(self._texts.say("coach.welcome_terminal").text)

    async def talk(self, opening: Awaitable[Seat]) -> None:
        """Answer lines until the person leaves or the input ends.

        Args:
            opening: Coach and journal in the making; the first line may be typed meanwhile.
        """
        line, seat = await asyncio.gather(self._read(), opening)
        number = 0
        while line is not None and line.strip().lower() not in _LEAVE:
            text = line.strip()
            number += 1
            if text.lower() in _COMMANDS:
                self._print(self._texts.say(_COMMANDS[text.lower()]).text)
            elif text.lower() == _DELETE:
                if await self._delete(seat, number):
                    return
            else:
                await self._answer(seat, text, number)
            line = await self._read()
        self._print(self._texts.say("terminal.bye").text)

    async def _answer(self, seat: Seat, text: str, number: int) -> None:
        at = self._clock()
        message = Message(
            text=text,
            at=at,
            channel="terminal",
            message_key=f"{at.isoformat()}:{number}",
        )
        try:
            turn = await seat.coach.reply(await seat.journal.recall(seat.person_id, now=at), message)
            await seat.journal.close(seat.person_id, turn)
        except CoachError as error:
            _log.warning("turn failed: %s", error)
            self._print(self._texts.say(error.text_id).text)
            return
        self._print(turn.reply.text)
        if turn.reply.buttons:
            self._print(" ".join(f"[{button.label}]" for button in turn.reply.buttons))

    async def _delete(self, seat: Seat, number: int) -> bool:
        """Ask once, then remove everything about the person, which ends the talk; return whether it did."""
        self._print(self._texts.say("terminal.delete").text)
        sure = (await self._read() or "").strip().lower() == _SURE
        if not sure:
            self._print(self._texts.say("terminal.delete_kept").text)
            return False
        at = self._clock()
        message = Message(text=_DELETE, at=at, channel="terminal", message_key=f"{at.isoformat()}:{number}")
        turn = farewell_turn(self._texts, seat.person_id, message, "terminal.deleted")
        await seat.journal.close(seat.person_id, turn)
        self._print(turn.reply.text)
        return True

    async def _read(self) -> str | None:
        """Return the next line, None at the end of the input."""
        if self._lines.isatty():
            self._out.write("> ")
            self._out.flush()
        line = await asyncio.to_thread(self._lines.readline)
        return line or None

    def _print(self, text: str) -> None:
        self._out.write(f"{text}\n\n")
        self._out.flush()
