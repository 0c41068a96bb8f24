"""What the server keeps, and what a person sees of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_bench import tdparse
from tests.telegram_bench.vocabulary import MEDIA


@dataclass(eq=False)
class Button:
    """A button under a message or on a reply keyboard."""

    text: str
    kind: str
    """`callback`, `url`, `web_app`, `copy_text`, `switch_inline`, `text`, `location`, `contact` or `other`."""
    value: str
    row: int
    inline: bool
    raw: Mapping[str, Any]

    def __repr__(self) -> str:
        """Show it as it would look."""
        return f"[{self.text}]" if self.kind in ("text", "callback") else f"[{self.text} <{self.kind} {self.value}>]"


@dataclass
class File:
    """An upload the server knows."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    data: bytes
    path: str
    width: int = 0
    height: int = 0

    def json(self) -> Any:
        """Return it as the Bot API shows it inside a message."""
        base = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}
        match self.kind:
            case "photo":
                return [{**base, "width": self.width, "height": self.height}]
            case "document":
                return {**base, "file_name": self.name, "mime_type": self.mime}
            case "voice" | "audio":
                return {**base, "duration": 1, "mime_type": self.mime}
            case "sticker":
                return {**base, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            case "video_note":
                return {**base, "length": 240, "duration": 1}
            case _:
                return {**base, "width": 320, "height": 240, "duration": 1, "mime_type": self.mime}


@dataclass(eq=False)
class Record:
    """A message the server keeps; edits change it."""

    api: dict[str, Any]
    at: float
    outgoing: bool
    versions: list[tuple[float, str]]
    deleted: bool = False
    buttons: list[Button] = field(default_factory=list)
    parse_mode: str = ""
    silent: bool = False
    rich: dict[str, Any] | None = None


@dataclass(frozen=True)
class Event:
    """Something that happened in a chat, in order."""

    kind: str
    """`user_message`, `message`, `edit`, `delete`, `action`, `draft`, `reaction` or `callback_answer`."""
    chat_id: int
    at: float
    payload: Any


class Reply:
    """What a person sees of one bot message; later edits show up here."""

    def __init__(self, record: Record, files: Mapping[str, File]) -> None:
        """Look at a record."""
        self.record = record
        self._files = files

    @property
    def raw(self) -> dict[str, Any]:
        """The message as the Bot API shows it."""
        return self.record.api

    @property
    def message_id(self) -> int:
        """Its number in the chat."""
        return int(self.raw["message_id"])

    @property
    def at(self) -> float:
        """When it arrived. [Unix seconds]"""
        return self.record.at

    @property
    def edited(self) -> bool:
        """Whether it was edited since."""
        return len(self.record.versions) > 1

    @property
    def text(self) -> str:
        """Text or caption, plain."""
        if self.record.rich:
            return str(
                self.record.rich.get("markdown")
                or self.record.rich.get("html")
                or json.dumps(self.record.rich.get("blocks"))
            )
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def entities(self) -> list[tdparse.Entity]:
        """Entities of the text, the automatic ones included."""
        return list(self.raw.get("entities", self.raw.get("caption_entities", [])))

    @property
    def kind(self) -> str:
        """`text`, `rich` or the kind of media."""
        for name in (*MEDIA, "location", "venue", "contact", "poll", "dice"):
            if name in self.raw:
                return name
        return "rich" if self.record.rich else "text"

    @property
    def file(self) -> File | None:
        """The media, if any."""
        if self.kind not in MEDIA:
            return None
        item = self.raw[self.kind]
        return self._files[(item[-1] if isinstance(item, list) else item)["file_id"]]

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes."""
        return self.file.data if self.file and self.kind == "photo" else None

    @property
    def document(self) -> tuple[str, bytes] | None:
        """Name and bytes of a document."""
        return (self.file.name, self.file.data) if self.file and self.kind == "document" else None

    @property
    def buttons(self) -> list[Button]:
        """Buttons under the message."""
        return self.record.buttons

    @property
    def rich(self) -> dict[str, Any] | None:
        """The rich message as it was sent, if it was one."""
        return self.record.rich

    @property
    def silent(self) -> bool:
        """Whether it came without a sound."""
        return self.record.silent

    @property
    def preview_disabled(self) -> bool:
        """Whether link previews are off."""
        return bool((self.raw.get("link_preview_options") or {}).get("is_disabled"))

    @property
    def reply_to(self) -> int | None:
        """The message it answers."""
        return (self.raw.get("reply_to_message") or {}).get("message_id")

    @property
    def links(self) -> list[tuple[str, str]]:
        """Label and address of every link."""
        found = []
        for entity in self.entities:
            label = tdparse.slice16(self.text, entity["offset"], entity["length"])
            if entity["type"] == "text_link":
                found.append((label, entity["url"]))
            elif entity["type"] == "url":
                found.append((label, label))
        return found

    def styled(self, kind: str) -> list[str]:
        """Return the pieces of text that carry an entity of this type."""
        return [
            tdparse.slice16(self.text, entity["offset"], entity["length"])
            for entity in self.entities
            if entity["type"] == kind
        ]

    def __repr__(self) -> str:
        """Show number, text and buttons."""
        extra = "" if self.kind in ("text", "rich") else f" <{self.kind}>"
        return f"<Reply {self.message_id}{extra} {self.text!r} {self.buttons or ''}>"
