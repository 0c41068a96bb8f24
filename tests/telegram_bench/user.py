"""A person with a Telegram client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.telegram_bench import tdparse
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.records import Record
from tests.telegram_bench.state import random_number
from tests.telegram_bench.vocabulary import TEXT_LIMIT
from tests.telegram_bench.watching import Watcher

if TYPE_CHECKING:
    from tests.telegram_bench.emulator import Emulator

_ELSEWHERE = frozenset({"url", "web_app", "copy_text", "switch_inline"})
"""Buttons that open something instead of telling the bot."""


class FakeUser(Watcher):
    """Somebody in a private chat (or a group) with the bot."""

    def __init__(self, tg: Emulator, user_id: int, first_name: str, language_code: str) -> None:
        """Give them a name and a language; they have not written to the bot yet."""
        super().__init__(tg, user_id)
        self.contacted = False
        self.json = {"id": user_id, "is_bot": False, "first_name": first_name, "language_code": language_code}

    def send_text(self, text: str, *, chat_id: int | None = None, reply_to: int | None = None, **fields: Any) -> Record:
        """Say something, in pieces if it is long; in a group with privacy mode the bot may not see it."""
        text = text.strip()
        if not text:
            raise ValueError("clients do not send empty messages")
        for start in range(0, len(text), TEXT_LIMIT):
            part = text[start : start + TEXT_LIMIT]
            entities = tdparse.detect(part)
            content = {"text": part, **({"entities": entities} if entities else {}), **fields}
            record = self._post(content, chat_id=chat_id, reply_to=reply_to, text=part)
        return record

    def start(self, payload: str = "") -> Record:
        """Press START, maybe from a deep link."""
        return self.send_text(f"/start {payload}".strip())

    def send_location(self, latitude: float, longitude: float) -> Record:
        """Share a place."""
        return self._post({"location": {"latitude": latitude, "longitude": longitude, "horizontal_accuracy": 12.5}})

    def send_file(
        self, kind: str, data: bytes = b"x", *, name: str = "file", caption: str = "", **fields: Any
    ) -> Record:
        """Send a photo, voice message, document or other media."""
        file = self.tg.add_file(kind, name, data)
        content = {kind: file.json(), **({"caption": caption} if caption else {}), **fields}
        return self._post(content, text=caption)

    def send_sticker(self, emoji: str = "👍") -> Record:
        """Send a sticker."""
        file = self.tg.add_file("sticker", "s.webp", b"RIFF", "image/webp")
        return self._post({"sticker": {**file.json(), "emoji": emoji}})

    def edit_text(self, message_id: int, text: str) -> None:
        """Edit one of their own messages."""
        tg = self.tg
        with tg.cond:
            record = tg.messages[self.id, message_id]
            entities = tdparse.detect(text)
            record.api = {
                **record.api,
                "text": text,
                "edit_date": tg.now(),
                **({"entities": entities} if entities else {}),
            }
            self._seen = len(tg.events)
            tg.push(edited_message=record.api)

    def press(self, button: str) -> str:
        """Press the newest button with this label or data; return its address if it opens one."""
        visible = self.visible_buttons()
        matching = [
            (record, shown)
            for record, shown in visible
            if button in (shown.text, shown.value) and (shown.kind == "callback" or shown.text == button)
        ]
        if not matching:
            raise LookupError(f"no button {button!r}; visible: {[shown.text for _, shown in visible]}")
        record, found = matching[0]
        if found.kind in _ELSEWHERE:
            return found.value
        if record is not None:
            self.press_raw(found.value, record.api["message_id"])
        else:
            self.send_text(found.text)
        return ""

    def press_raw(self, data: str, message_id: int) -> None:
        """Tap with any data, also on an old or deleted message (a stale screen)."""
        tg = self.tg
        with tg.cond:
            record = tg.messages[self.id, message_id]
            query_id = str(random_number(10**17, 9 * 10**17))
            tg.callbacks[query_id] = {"user": self.id, "data": data, "at": unix_now(), "answered": None}
            message = {key: value for key, value in record.api.items() if key != "reply_to_message"}
            if record.deleted:
                message = {"chat": record.api["chat"], "message_id": message_id, "date": 0}
            self._seen = len(tg.events)
            tg.push(
                callback_query={
                    "id": query_id,
                    "from": self.json,
                    "chat_instance": str(self.id * 7919),
                    "data": data,
                    "message": message,
                }
            )

    def block(self) -> None:
        """Block the bot."""
        self._membership("kicked", "member")
        self.tg.blocked.add(self.id)

    def unblock(self) -> None:
        """Unblock the bot."""
        self.tg.blocked.discard(self.id)
        self._membership("member", "kicked")

    def _membership(self, new: str, old: str) -> None:
        def member(status: str) -> dict[str, Any]:
            return {"user": self.tg.me, "status": status, **({"until_date": 0} if status == "kicked" else {})}

        self.contacted = True
        self.tg.push(
            my_chat_member={
                "chat": self.tg.chat_json(self.id),
                "from": self.json,
                "date": self.tg.now(),
                "old_chat_member": member(old),
                "new_chat_member": member(new),
            }
        )

    def _post(
        self, content: dict[str, Any], *, chat_id: int | None = None, reply_to: int | None = None, text: str = ""
    ) -> Record:
        tg, chat = self.tg, chat_id or self.id
        with tg.cond:
            self.contacted = True
            target = tg.messages.get((chat, reply_to)) if reply_to else None
            if target:
                content["reply_to_message"] = {k: v for k, v in target.api.items() if k != "reply_to_message"}
            record = tg.store(chat, self.json, content, outgoing=False)
            tg.event("user_message", chat, record)
            self._seen = len(tg.events)
            if chat > 0 or not tg.privacy_mode or self._reaches_bot(text, target):
                tg.push(message=record.api)
            return record

    def _reaches_bot(self, text: str, target: Record | None) -> bool:
        called = text.startswith("/") or f"@{self.tg.me['username']}" in text
        return called or (target is not None and target.outgoing)
