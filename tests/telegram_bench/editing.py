"""Methods that change, delete or answer something that is already there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.keyboards import buttons_of
from tests.telegram_bench.records import Record
from tests.telegram_bench.sending import Sending, caption_params
from tests.telegram_bench.vocabulary import MEDIA, TEXT_LIMIT
from tests.telegram_bench.wire import Params, bad

_SHOWN = (*MEDIA, "text", "entities", "caption", "caption_entities", "reply_markup")
"""Fields whose change makes an edit one that can be seen."""
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


class Editing(Sending):
    """editMessageText and its relatives, deletion, answers to queries."""

    def m_editmessagetext(self, params: Params) -> Any:
        if params.text("rich_message"):
            self.rich_of(params)
            return self._edit(params, {"rich_message": {"blocks": []}})
        text, entities = self.text_rules.formatted(
            params.text("text"),
            parse_mode=params.text("parse_mode"),
            entities=params.json("entities"),
            limit=TEXT_LIMIT,
        )
        return self._edit(
            params,
            {"text": text, "entities": entities},
            lambda api: "text" in api or "rich_message" in api,
            "there is no text in the message to edit",
        )

    def m_editmessagecaption(self, params: Params) -> Any:
        return self._edit(
            params,
            {"caption": "", "caption_entities": [], **self.caption_of(params)},
            lambda api: any(kind in api for kind in MEDIA),
            "there is no caption in the message to edit",
        )

    def m_editmessagereplymarkup(self, params: Params) -> Any:
        return self._edit(params, {})

    def m_editmessagemedia(self, params: Params) -> Any:
        item = params.json("media") or {}
        file = self.file_of(params, item["type"], item["media"])
        return self._edit(params, {item["type"]: file.json(), **self.caption_of(caption_params(item, params))})

    def m_deletemessage(self, params: Params) -> bool:
        self._delete(*self.message_of(params, "message to delete"))
        return True

    def m_deletemessages(self, params: Params) -> bool:
        chat_id = self.chat_of(params)
        for message_id in params.json("message_ids") or []:
            record = self.messages.get((chat_id, message_id))
            if record and not record.deleted:
                self._delete(chat_id, record)
        return True

    def m_pinchatmessage(self, params: Params) -> bool:
        self.message_of(params, "message to pin")
        return True

    def m_answercallbackquery(self, params: Params) -> bool:
        query = self.callbacks.get(params.text("callback_query_id"))
        if query is None or query["answered"] is not None or unix_now() - query["at"] > self.callback_timeout:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(params.text("text")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        query["answered"] = {
            "text": params.text("text"),
            "show_alert": params.flag("show_alert"),
            "url": params.text("url"),
            "after": unix_now() - query["at"],
        }
        self.event("callback_answer", query["user"], query["answered"])
        return True

    def _delete(self, chat_id: int, record: Record) -> None:
        record.deleted = True
        self.event("delete", chat_id, record)

    def _edit(
        self,
        params: Params,
        change: dict[str, Any],
        allowed: Callable[[dict[str, Any]], bool] = lambda _: True,
        wrong: str = "",
    ) -> Any:
        if params.text("inline_message_id") and not params.text("chat_id"):
            return True
        chat_id, record = self.message_of(params, "message to edit")
        if not record.outgoing:
            raise bad("message can't be edited")
        if not allowed(record.api):
            raise bad(wrong)
        markup = self.markup_of(params)
        if markup and not {"keyboard", "remove_keyboard"}.isdisjoint(markup):
            raise bad("inline keyboard expected")
        rich = params.json("rich_message") if params.text("rich_message") else None
        new = _changed(record.api, change, markup)
        if rich == record.rich and all(new.get(key) == record.api.get(key) for key in _SHOWN):
            raise bad(_NOT_MODIFIED)
        self.may_write(chat_id)
        record.api = {**new, "edit_date": self.now()}
        record.buttons = buttons_of(markup)
        record.rich = rich if (rich or "text" in change) else record.rich
        record.parse_mode = params.text("parse_mode") or record.parse_mode
        record.versions.append((unix_now(), new.get("text", new.get("caption", ""))))
        self.event("edit", chat_id, record)
        return record.api


def _changed(api: dict[str, Any], change: dict[str, Any], markup: dict[str, Any] | None) -> dict[str, Any]:
    new = {**{key: value for key, value in api.items() if key != "reply_markup"}, **change}
    if markup and markup.get("inline_keyboard"):
        new["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
    for key in ("entities", "caption_entities"):
        if key in change and not change[key]:
            new.pop(key, None)
    return new
