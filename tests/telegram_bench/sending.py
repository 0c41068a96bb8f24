"""Methods that put a message into a chat."""

from __future__ import annotations

import json
import secrets
from typing import Any

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.keyboards import buttons_of, checked_markup
from tests.telegram_bench.records import File, Record
from tests.telegram_bench.state import BenchState
from tests.telegram_bench.vocabulary import (
    ACTIONS,
    CAPTION_LIMIT,
    MEDIA,
    REACTIONS,
    RICH_LIMIT,
    TEXT_LIMIT,
)
from tests.telegram_bench.wire import ApiError, Params, bad, image_size

_NOT_COPIED = frozenset(
    {"message_id", "from", "chat", "date", "reply_to_message", "reply_markup", "edit_date", "media_group_id"}
)


class Sending(BenchState):
    """sendMessage and its relatives."""

    def send(self, params: Params, chat_id: int, content: dict[str, Any], rich: dict[str, Any] | None = None) -> Any:
        """Do what every send* method ends with."""
        self.may_write(chat_id)
        markup = self.markup_of(params)
        target = self._reply_target(params, chat_id)
        if target:
            content["reply_to_message"] = target
        if markup and "inline_keyboard" in markup:
            content["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
        if params.flag("protect_content"):
            content["has_protected_content"] = True
        record = self.store(chat_id, self.me, content, outgoing=True)
        record.parse_mode = params.text("parse_mode")
        record.silent = params.flag("disable_notification")
        record.rich = rich
        record.buttons = buttons_of(markup)
        self._show_keyboard(chat_id, markup, record)
        self.event("message", chat_id, record)
        return record.api

    def markup_of(self, params: Params) -> dict[str, Any] | None:
        """Return the checked reply markup."""
        markup, warnings = checked_markup(params)
        self.warnings.extend(warnings)
        return markup

    def caption_of(self, params: Params) -> dict[str, Any]:
        """Return the checked caption as message fields."""
        text, entities = self.text_rules.formatted(
            params.text("caption"),
            parse_mode=params.text("parse_mode"),
            entities=params.json("caption_entities"),
            limit=CAPTION_LIMIT,
            what="caption",
            allow_empty=True,
        )
        return {"caption": text, **({"caption_entities": entities} if entities else {})} if text else {}

    def rich_of(self, params: Params) -> dict[str, Any]:
        """Return the checked rich message."""
        rich = params.json("rich_message")
        forms = ("html", "markdown", "blocks")
        if not isinstance(rich, dict) or sum(bool(rich.get(form)) for form in forms) != 1:
            raise bad("exactly one of the fields html, markdown or blocks must be specified in rich_message")
        if len(rich.get("html") or rich.get("markdown") or json.dumps(rich.get("blocks"))) > RICH_LIMIT:
            raise bad("RICH_MESSAGE_TOO_LONG")
        return rich

    def message_of(self, params: Params, what: str) -> tuple[int, Record]:
        """Return chat and message a call names."""
        chat_id = self.chat_of(params)
        record = self.messages.get((chat_id, params.integer("message_id")))
        if not params.text("message_id"):
            raise bad("message identifier is not specified")
        if record is None or record.deleted:
            raise bad(f"{what} not found")
        return chat_id, record

    def file_of(self, params: Params, kind: str, value: str | None = None) -> File:
        """Resolve an upload, an attach:// reference or a file_id."""
        value = params.text(kind) if value is None else value
        if value.startswith("attach://"):
            upload = params.files.get(value[9:])
        else:
            upload = None if value else params.files.get(kind)
        if upload:
            name, data, mime = upload
            _check_upload(kind, data)
            return self.add_file(kind, name, data, mime)
        if not value:
            raise bad(f"there is no {kind.replace('_', ' ')} in the request")
        known = self.files.get(value)
        if known is None:
            web = value.startswith(("http://", "https://"))
            raise bad(
                "failed to get HTTP URL content"
                if web
                else "wrong remote file identifier specified: Wrong string length"
            )
        if known.kind != kind:
            raise bad(f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}")
        return known

    def m_sendmessage(self, params: Params) -> Any:
        chat_id = self.chat_of(params)
        text, entities = self.text_rules.formatted(
            params.text("text"),
            parse_mode=params.text("parse_mode"),
            entities=params.json("entities"),
            limit=TEXT_LIMIT,
        )
        preview = params.json("link_preview_options", "link preview options")
        content = {"text": text, **({"entities": entities} if entities else {})}
        if preview:
            content["link_preview_options"] = preview
        return self.send(params, chat_id, content)

    def m_sendrichmessage(self, params: Params) -> Any:
        chat_id, rich = self.chat_of(params), self.rich_of(params)
        return self.send(params, chat_id, {"rich_message": {"blocks": []}}, rich)

    def m_sendmessagedraft(self, params: Params) -> bool:
        text, entities = self.text_rules.formatted(
            params.text("text"),
            parse_mode=params.text("parse_mode"),
            entities=params.json("entities"),
            limit=TEXT_LIMIT,
            allow_empty=True,
        )
        return self._draft(params, {"text": text, "entities": entities, "rich": None})

    def m_sendrichmessagedraft(self, params: Params) -> bool:
        rich = self.rich_of(params)
        text = rich.get("markdown") or rich.get("html") or ""
        return self._draft(params, {"text": text, "entities": [], "rich": rich})

    def send_media(self, params: Params, kind: str) -> Any:
        """Do sendPhoto, sendDocument and the like."""
        chat_id = self.chat_of(params)
        content = {kind: self.file_of(params, kind).json()}
        if kind not in ("sticker", "video_note"):
            content |= self.caption_of(params)
        return self.send(params, chat_id, content)

    def m_sendmediagroup(self, params: Params) -> Any:
        chat_id, media = self.chat_of(params), params.json("media")
        if not isinstance(media, list) or not 2 <= len(media) <= 10:
            raise bad("media group must include 2-10 items")
        group = secrets.token_hex(8)
        contents = [
            {
                item["type"]: self.file_of(params, item["type"], item["media"]).json(),
                **self.caption_of(caption_params(item, params)),
                "media_group_id": group,
            }
            for item in media
        ]
        return [self.send(params, chat_id, content) for content in contents]

    def m_sendlocation(self, params: Params) -> Any:
        chat_id = self.chat_of(params)
        for name, bound in (("latitude", 90), ("longitude", 180)):
            if not params.text(name):
                raise bad(f"{name} is empty")
            if abs(float(params.text(name))) > bound:
                raise bad("wrong latitude or longitude specified")
        place = {key: float(params.text(key)) for key in ("latitude", "longitude")}
        return self.send(params, chat_id, {"location": place})

    def m_sendcontact(self, params: Params) -> Any:
        contact = {key: params.text(key) for key in ("phone_number", "first_name")}
        return self.send(params, self.chat_of(params), {"contact": contact})

    def m_sendchataction(self, params: Params) -> bool:
        chat_id = self.chat_of(params)
        if params.text("action") not in ACTIONS:
            raise bad("wrong parameter action in request")
        self.may_write(chat_id)
        self.event("action", chat_id, params.text("action"))
        return True

    def m_setmessagereaction(self, params: Params) -> bool:
        chat_id, record = self.message_of(params, "message to react")
        reactions = params.json("reaction") or []
        if len(reactions) > 1 or any(r.get("type") != "emoji" or r.get("emoji") not in REACTIONS for r in reactions):
            raise bad("REACTION_INVALID")
        emoji = [reaction["emoji"] for reaction in reactions]
        note = {"message_id": record.api["message_id"], "emoji": emoji, "at": unix_now()}
        self.event("reaction", chat_id, note)
        return True

    def m_copymessage(self, params: Params) -> Any:
        chat_id, content = self.chat_of(params), self._copied(params, "copy")
        return {"message_id": self.send(params, chat_id, content)["message_id"]}

    def m_forwardmessage(self, params: Params) -> Any:
        chat_id, content = self.chat_of(params), self._copied(params, "forward")
        source = self.messages[self.chat_of(params, "from_chat_id"), params.integer("message_id")].api
        origin = {"type": "user", "sender_user": source["from"], "date": source["date"]}
        return self.send(params, chat_id, {**content, "forward_origin": origin})

    def _copied(self, params: Params, verb: str) -> dict[str, Any]:
        source = self.messages.get((self.chat_of(params, "from_chat_id"), params.integer("message_id")))
        if not source or source.deleted:
            raise bad(f"message to {verb} not found")
        return {key: value for key, value in source.api.items() if key not in _NOT_COPIED}

    def _draft(self, params: Params, draft: dict[str, Any]) -> bool:
        chat_id = self.chat_of(params)
        if chat_id < 0:
            raise bad("drafts can be sent only to private chats")
        if params.integer("draft_id") == 0:
            raise bad("draft identifier must be non-zero")
        self.may_write(chat_id)
        self.event("draft", chat_id, {"draft_id": params.integer("draft_id"), "at": unix_now(), **draft})
        return True

    def _reply_target(self, params: Params, chat_id: int) -> dict[str, Any] | None:
        wanted = params.json("reply_parameters", "reply parameters")
        if wanted is None:
            old = params.integer("reply_to_message_id")
            lenient = params.flag("allow_sending_without_reply")
            wanted = {"message_id": old, "allow_sending_without_reply": lenient} if old else None
        if not wanted or not wanted.get("message_id"):
            return None
        record = self.messages.get((chat_id, wanted["message_id"]))
        if record is None or record.deleted:
            if wanted.get("allow_sending_without_reply"):
                return None
            raise bad("message to be replied not found")
        return {key: value for key, value in record.api.items() if key != "reply_to_message"}

    def _show_keyboard(self, chat_id: int, markup: dict[str, Any] | None, record: Record) -> None:
        user = self.users.get(chat_id)
        if user is None or not markup:
            return
        if "keyboard" in markup:
            user.keyboard, user.keyboard_options = record.buttons, markup
        elif markup.get("remove_keyboard"):
            user.keyboard = []


def caption_params(item: dict[str, Any], params: Params) -> Params:
    """Return one album item's caption as if it were a call of its own."""
    fields = {"caption": item.get("caption", ""), "parse_mode": item.get("parse_mode", "")}
    if item.get("caption_entities"):
        fields["caption_entities"] = json.dumps(item["caption_entities"])
    return Params(fields, params.files)


def _check_upload(kind: str, data: bytes) -> None:
    if not data:
        raise bad("file must be non-empty")
    if len(data) > (10 if kind == "photo" else 50) * 2**20:
        raise ApiError(413, "Request Entity Too Large")
    if kind != "photo":
        return
    size = image_size(data)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or not width or not height or max(size) / min(size) > 20:
        raise bad("PHOTO_INVALID_DIMENSIONS")


SEND_MEDIA = {f"send{kind.replace('_', '')}": kind for kind in MEDIA}
"""Method name of each kind of media, in lower case."""
