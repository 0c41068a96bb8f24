"""What came in, in our words: the little of an update that an answer needs, and nothing that names the person."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final, Literal

from telegram import CallbackQuery, ChatMemberUpdated, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update we ask Telegram for."""

Kind = Literal["text", "command", "tap", "stale_tap", "edit", "media", "blocked", "unblocked"]

_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_GONE: Final = frozenset({ChatMemberStatus.BANNED, ChatMemberStatus.LEFT})


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """One thing a person did in their private chat."""

    kind: Kind
    text: str = ""
    """The text, the caption, the words behind a command, or the label of the button."""
    name: str = ""
    """The command, the kind of media, or the button's action."""
    at: datetime | None = None
    """When it was written; Telegram does not say when a button was tapped."""
    message_id: int | None = None
    """With a tap: the message under which the button stands."""
    album: str = ""
    """What the pictures of one album share."""

    def to_json(self) -> str:
        """Return it as it is kept until it is answered."""
        return json.dumps({**asdict(self), "at": self.at.isoformat() if self.at else None})

    @classmethod
    def from_json(cls, text: str) -> Incoming:
        """Return what `to_json` kept."""
        fields = json.loads(text)
        at = fields.pop("at")
        return cls(**fields, at=datetime.fromisoformat(at) if at else None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """In which chat something happened, and who did it."""

    chat_id: int
    user_id: int | None
    private: bool


def where(update: Update) -> Where | None:
    """Return where an update comes from, None if it has no chat we could answer in."""
    query = update.callback_query
    chat = update.effective_chat
    user = update.effective_user
    if chat is None:
        # A tap on a message sent through inline mode; in the private chat the ids are the same.
        return Where(chat_id=query.from_user.id, user_id=query.from_user.id, private=True) if query else None
    return Where(chat_id=chat.id, user_id=user.id if user else None, private=chat.type == ChatType.PRIVATE)


def addresses_us(update: Update) -> bool:
    """Whether somebody said something or took us into a group; not that they left or blocked us."""
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member).kind == "unblocked"
    return update.message is not None or update.callback_query is not None


def read(update: Update) -> Incoming | None:
    """Return what a private update says, None for what needs no answer (a pinned message, a moved live location)."""
    if update.message is not None:
        return _message(update.message)
    if update.edited_message is not None:
        text = update.edited_message.text or update.edited_message.caption
        return Incoming(kind="edit", text=text, at=update.edited_message.edit_date) if text else None
    if update.callback_query is not None:
        return _tap(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    return None


def _message(message: Message) -> Incoming | None:
    text = message.text or message.caption
    if text is None:
        kind = _media(message)
        album = message.media_group_id or ""
        return Incoming(kind="media", name=kind, at=message.date, album=album) if kind else None
    command = _COMMAND.fullmatch(text.strip())
    if command is None:
        return Incoming(kind="text", text=text, at=message.date)
    return Incoming(kind="command", name=command[1].lower(), text=(command[2] or "").strip(), at=message.date)


def _media(message: Message) -> str:
    """Return what was sent instead of words; empty for a notice of Telegram's own."""
    if message.photo:
        return "photo"
    if message.voice or message.audio or message.video_note:
        return "voice"
    if message.sticker or message.animation or message.dice:
        return "sticker"
    if message.location or message.venue:
        return "location"
    if message.video or message.document:
        return "file"
    return "other" if message.contact or message.poll or message.story or message.game else ""


def _tap(query: CallbackQuery) -> Incoming:
    """Read a tap; a button that does not stand under its message (any more) is stale or forged."""
    action = query.data or ""
    message = query.message
    if not isinstance(message, Message):
        return Incoming(kind="stale_tap", name=action)
    label = _label(message.reply_markup, action)
    kind: Kind = "tap" if label else "stale_tap"
    return Incoming(kind=kind, text=label, name=action, message_id=message.message_id)


def _label(keyboard: InlineKeyboardMarkup | None, action: str) -> str:
    rows = keyboard.inline_keyboard if keyboard else ()
    return next((button.text for row in rows for button in row if button.callback_data == action), "")


def _membership(change: ChatMemberUpdated) -> Incoming:
    gone = change.new_chat_member.status in _GONE
    return Incoming(kind="blocked" if gone else "unblocked", at=change.date)
