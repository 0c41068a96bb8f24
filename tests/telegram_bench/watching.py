"""What a person sees of the bot."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.records import Button, Record, Reply

if TYPE_CHECKING:
    from tests.telegram_bench.emulator import Emulator

_STATUS_S = 5.0
"""How long "typing" or a draft stays on the screen. [s]"""


class Watcher:
    """Somebody who looks at their private chat with the bot."""

    def __init__(self, tg: Emulator, user_id: int) -> None:
        """Look at the server's chat of this id."""
        self.tg = tg
        self.id = user_id
        self.keyboard: list[Button] = []
        self.keyboard_options: dict[str, Any] = {}
        self._seen = 0

    def visible_buttons(self) -> list[tuple[Record | None, Button]]:
        """Return everything that can be pressed now, newest first."""
        with self.tg.cond:
            records = [
                record
                for (chat, _), record in self.tg.messages.items()
                if chat == self.id and record.outgoing and not record.deleted
            ]
        found: list[tuple[Record | None, Button]] = [
            (record, button) for record in reversed(records) for button in record.buttons if button.inline
        ]
        return found + [(None, button) for button in self.keyboard]

    def wait_for_replies(
        self,
        timeout: float = 10.0,
        *,
        min_count: int = 1,
        quiet: float = 0.7,
        until: Callable[[list[Reply]], bool] | None = None,
        chat_id: int | None = None,
    ) -> list[Reply]:
        """Return the messages sent or edited since this person's last act or last look.

        Returns when at least `min_count` have arrived (and `until` holds) and the bot has been still for `quiet`
        seconds, or at the timeout with whatever is there. A bot that shows "typing" after its last message is
        waited for while that status is alive.
        """
        tg, chat, deadline = self.tg, chat_id or self.id, unix_now() + timeout
        with tg.cond:
            while True:
                mine = [event for event in tg.events[self._seen :] if event.chat_id == chat]
                mine = [event for event in mine if event.kind != "user_message"]
                found = {id(e.payload): e.payload for e in mine if e.kind in ("message", "edit")}
                replies = [Reply(record, tg.files) for record in found.values() if not record.deleted]
                now, last = unix_now(), max((event.at for event in mine), default=0.0)
                ready = len(replies) >= min_count and (until is None or until(replies))
                hold = _STATUS_S if mine and mine[-1].kind in ("action", "draft") else quiet
                if now >= deadline or (ready and now - last >= hold):
                    self._seen = len(tg.events)
                    return replies
                tg.cond.wait(max(0.01, min(deadline - now, (last + hold - now) if ready else 1.0)))

    def expect(self, timeout: float = 10.0, **how: Any) -> list[Reply]:
        """Wait like `wait_for_replies` and fail, with the bot's log, when nothing came."""
        replies = self.wait_for_replies(timeout, **how)
        if not replies:
            logs = "\n".join(bot.log_tail() for bot in self.tg.bots)
            raise AssertionError(f"no reply to user {self.id} within {timeout} s; {self.tg.report()}\n{logs}")
        return replies

    def ask(self, text: str, timeout: float = 30.0, **how: Any) -> list[Reply]:
        """Say something and wait for the answer."""
        self.send_text(text)
        return self.expect(timeout, **how)

    def silence(self, seconds: float) -> bool:
        """Return whether the bot sends nothing to this person for so long."""
        return not self.wait_for_replies(seconds, quiet=0)

    @property
    def actions(self) -> list[str]:
        """Every chat action shown so far."""
        return self._payloads("action")

    @property
    def drafts(self) -> list[dict[str, Any]]:
        """Every draft shown so far."""
        return self._payloads("draft")

    @property
    def reactions(self) -> list[dict[str, Any]]:
        """Every reaction of the bot."""
        return self._payloads("reaction")

    @property
    def callback_answers(self) -> list[dict[str, Any]]:
        """Every answer to a tap."""
        return self._payloads("callback_answer")

    @property
    def messages(self) -> list[Reply]:
        """Every message of the bot in the private chat."""
        with self.tg.cond:
            return [
                Reply(record, self.tg.files)
                for (chat, _), record in self.tg.messages.items()
                if chat == self.id and record.outgoing
            ]

    @property
    def commands(self) -> list[dict[str, str]]:
        """The command menu this person's client would show."""
        scopes = ({"type": "chat", "chat_id": self.id}, {"type": "all_private_chats"}, {"type": "default"})
        for scope in scopes:
            for language in (str(self.json["language_code"])[:2], ""):
                found = self.tg.commands.get((json.dumps(scope, sort_keys=True), language))
                if found:
                    return found
        return []

    def transcript(self) -> str:
        """Return the conversation as people would read it."""
        lines = []
        with self.tg.cond:
            for (chat, _), record in self.tg.messages.items():
                if chat != self.id:
                    continue
                reply = Reply(record, self.tg.files)
                who = "BOT" if record.outgoing else record.api["from"]["first_name"]
                marks = f"{'' if reply.kind in ('text', 'rich') else f' <{reply.kind}>'}"
                marks += f"{' (deleted)' if record.deleted else ''}{' (edited)' if reply.edited else ''}"
                lines.append(f"{who}{marks}: {reply.text}")
                rows: dict[int, list[str]] = {}
                for button in record.buttons:
                    rows.setdefault(button.row, []).append(repr(button))
                lines.extend(f"      {' '.join(row)}" for row in rows.values())
        return "\n".join(lines)

    def _payloads(self, kind: str) -> list[Any]:
        with self.tg.cond:
            return [event.payload for event in self.tg.events if event.kind == kind and event.chat_id == self.id]
