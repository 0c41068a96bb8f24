"""What every part of the emulated server shares: chats, messages, events, files."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.formatting import Formatter
from tests.telegram_bench.records import Event, File, Record
from tests.telegram_bench.vocabulary import DEFAULT_UPDATES, MEDIA
from tests.telegram_bench.wire import ApiError, Call, Params, bad, image_size

if TYPE_CHECKING:
    from tests.telegram_bench.flood import Flood
    from tests.telegram_bench.user import FakeUser

_FILE_PREFIX = {"photo": "AgACAgIAAxkB", "document": "BQACAgIAAxkB", "voice": "AwACAgIAAxkB"}


def random_number(low: int, high: int) -> int:
    """Return a whole number between two bounds, both possible."""
    return low + secrets.randbelow(high - low + 1)


class BenchState:
    """The server's memory; `cond` guards it and wakes whoever waits for something to happen."""

    def __init__(
        self,
        *,
        token: str | None = None,
        flood: Flood | None = None,
        length_unit: str = "codepoint",
        rich_messages: bool = True,
        callback_timeout: float = 30.0,
        privacy_mode: bool = True,
    ) -> None:
        """Start empty.

        Args:
            token: The bot's token; a random one if None.
            flood: Flood control, off if None.
            length_unit: `codepoint` (what TDLib and live measurements show) or `utf16` (stricter).
            rich_messages: False stands for an older server.
            callback_timeout: How long a tap may wait for its answer. [s]
            privacy_mode: Whether the bot sees only commands and replies in groups.
        """
        self.token = token or f"{random_number(10**9, 7 * 10**9)}:AA{secrets.token_urlsafe(25)[:33]}"
        self.me = {
            "id": int(self.token.split(":")[0]),
            "is_bot": True,
            "first_name": "Bench Coach",
            "username": "bench_coach_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": not privacy_mode,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        self.flood = flood
        self.text_rules = Formatter(length_unit)
        self.rich_messages = rich_messages
        self.callback_timeout = callback_timeout
        self.privacy_mode = privacy_mode
        self.clock_offset = 0.0
        """Added to the clock behind every `date`; follows the bot's clock when that is moved. [s]"""
        self.cond = threading.Condition(threading.RLock())
        self.stopped = False
        self.calls: list[Call] = []
        self.errors: list[Call] = []
        self.unsupported: list[str] = []
        self.conflicts: list[float] = []
        self.users: dict[int, FakeUser] = {}
        self.groups: dict[int, dict[str, Any]] = {}
        self.messages: dict[tuple[int, int], Record] = {}
        self.events: list[Event] = []
        self.files: dict[str, File] = {}
        self.callbacks: dict[str, dict[str, Any]] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.profile_texts: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int, Any] = {}
        self.updates: deque[dict[str, Any]] = deque()
        self.next_update = random_number(10**8, 9 * 10**8)
        self.allowed = set(DEFAULT_UPDATES)
        self.delivered = 0
        self.webhook: dict[str, Any] | None = None
        self.webhook_log: list[tuple[float, int, int]] = []
        self.last_poll = 0.0
        self.blocked: set[int] = set()
        self.deactivated: set[int] = set()
        self._next_message = 1
        self._next_file = 1

    @property
    def warnings(self) -> list[str]:
        """What the server accepted but a careful bot would avoid."""
        return self.text_rules.warnings

    def now(self) -> int:
        """Return the time behind every `date` field. [Unix seconds]"""
        return int(unix_now() + self.clock_offset)

    def push(self, **update: Any) -> int | None:
        """Queue an update for the bot; None if the bot did not ask for its kind."""
        kind = next(iter(update))
        with self.cond:
            if kind not in self.allowed:
                return None
            self.next_update += 1
            self.updates.append({"update_id": self.next_update, **update})
            self.cond.notify_all()
            return self.next_update

    def event(self, kind: str, chat_id: int, payload: Any) -> None:
        """Note that something happened in a chat."""
        with self.cond:
            self.events.append(Event(kind, chat_id, unix_now(), payload))
            self.cond.notify_all()

    def chat_json(self, chat_id: int) -> dict[str, Any]:
        """Return a chat as the Bot API shows it."""
        if chat_id in self.groups:
            return dict(self.groups[chat_id])
        user = self.users[chat_id].json
        names = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        return {"id": chat_id, "type": "private", **names}

    def chat_of(self, params: Params, name: str = "chat_id") -> int:
        """Return the chat a call is for.

        Raises:
            ApiError: If the bot cannot know that chat.
        """
        raw = params.text(name).strip()
        if not raw:
            raise bad("chat_id is empty")
        try:
            chat_id = int(raw)
        except ValueError:
            raise bad("chat not found") from None
        if chat_id in self.groups:
            return chat_id
        if chat_id == self.me["id"]:
            raise ApiError(403, "Forbidden: the bot can't send messages to the bot")
        user = self.users.get(chat_id)
        if user is None or not user.contacted:
            raise bad("chat not found")
        return chat_id

    def may_write(self, chat_id: int) -> None:
        """Raise 403 if the person blocked the bot or left Telegram."""
        if chat_id in self.deactivated:
            raise ApiError(403, "Forbidden: user is deactivated")
        if chat_id in self.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")

    def store(self, chat_id: int, sender: dict[str, Any], content: dict[str, Any], *, outgoing: bool) -> Record:
        """Keep a new message."""
        message_id, self._next_message = self._next_message, self._next_message + 1
        api = {
            "message_id": message_id,
            "from": sender,
            "chat": self.chat_json(chat_id),
            "date": self.now(),
            **content,
        }
        text = content.get("text", content.get("caption", ""))
        record = Record(api=api, at=unix_now(), outgoing=outgoing, versions=[(unix_now(), text)])
        self.messages[chat_id, message_id] = record
        return record

    def add_file(self, kind: str, name: str, data: bytes, mime: str = "application/octet-stream") -> File:
        """Keep an upload."""
        number, self._next_file = self._next_file, self._next_file + 1
        suffix = PurePosixPath(name).suffix or {"photo": ".jpg", "voice": ".oga"}.get(kind, "")
        file = File(
            file_id=_FILE_PREFIX.get(kind, "CQACAgIAAxkB") + secrets.token_urlsafe(40),
            unique_id=secrets.token_urlsafe(11),
            kind=kind,
            name=name,
            mime=mime,
            data=data,
            path=f"{MEDIA[kind]}/file_{number}{suffix}",
        )
        if kind == "photo":
            file.width, file.height = image_size(data) or (0, 0)
        self.files[file.file_id] = file
        return file
