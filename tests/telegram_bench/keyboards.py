"""What the server checks about keyboards."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping
from typing import Any

from tests.telegram_bench.records import Button
from tests.telegram_bench.vocabulary import CALLBACK_DATA_BYTES
from tests.telegram_bench.wire import Params, bad

_INLINE_KINDS = (
    ("url", "url"),
    ("callback_data", "callback"),
    ("web_app", "web_app"),
    ("copy_text", "copy_text"),
    ("switch_inline_query", "switch_inline"),
    ("switch_inline_query_current_chat", "switch_inline"),
)
_OTHER_INLINE = (
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "pay",
    "login_url",
    "callback_game",
)
_MOST_BUTTONS = {"inline_keyboard": 100, "keyboard": 300}
_WIDEST_ROW = {"inline_keyboard": 8, "keyboard": 12}


def checked_markup(params: Params) -> tuple[dict[str, Any] | None, list[str]]:
    """Return the reply markup, checked, and warnings about it.

    Raises:
        ApiError: As the server would word it.
    """
    data = params.json("reply_markup", "reply keyboard markup")
    if data is None:
        return None, []
    if not isinstance(data, dict):
        raise bad("object expected as reply markup")
    warnings: list[str] = []
    for key in ("inline_keyboard", "keyboard"):
        if data.get(key) is not None:
            warnings += _checked_rows(key, data[key])
    if len(data.get("input_field_placeholder", "")) > 64:
        raise bad("input field placeholder is too long")
    return data, warnings


def buttons_of(markup: Mapping[str, Any] | None) -> list[Button]:
    """Return the buttons of a checked markup."""
    found = []
    for row_number, row in enumerate((markup or {}).get("inline_keyboard", [])):
        found.extend(_inline_button(item, row_number) for item in row)
    for row_number, row in enumerate((markup or {}).get("keyboard", [])):
        found.extend(_reply_button({"text": item} if isinstance(item, str) else item, row_number) for item in row)
    return found


def _inline_button(item: Mapping[str, Any], row: int) -> Button:
    for key, kind in _INLINE_KINDS:
        value = item.get(key)
        if value is None or (not value and kind != "switch_inline"):
            continue
        if isinstance(value, dict):
            value = value.get("url") or value.get("text")
        return Button(item["text"], kind, str(value), row, True, item)
    return Button(item["text"], "other", "", row, True, item)


def _reply_button(item: Mapping[str, Any], row: int) -> Button:
    kind = "text"
    for key, name in (("request_location", "location"), ("request_contact", "contact"), ("web_app", "web_app")):
        if item.get(key):
            kind = name
            break
    return Button(item["text"], kind, (item.get("web_app") or {}).get("url", ""), row, False, item)


def _checked_rows(key: str, rows: Any) -> list[str]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{key}" must be an Array of Arrays')
    if sum(map(len, rows)) > _MOST_BUTTONS[key]:
        raise bad("reply markup is too long")
    check = _check_inline if key == "inline_keyboard" else _check_reply
    for button in (button for row in rows for button in row):
        check(button)
    widest = _WIDEST_ROW[key]
    return [f"{len(row)} buttons in one row; clients show at most {widest}" for row in rows if len(row) > widest]


def _check_inline(item: Any) -> None:
    if not isinstance(item, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(item.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not item["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    _check_act(item)
    if item.get("style") not in (None, "danger", "success", "primary"):
        raise bad("can't parse inline keyboard button: Invalid button style specified")


def _check_act(item: Mapping[str, Any]) -> None:
    match item:
        case {"url": str(url)} if url:
            if not _is_url(url):
                raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        case {"callback_data": data} if data:
            _check_length(data, CALLBACK_DATA_BYTES, "BUTTON_DATA_INVALID")
        case {"web_app": {"url": str(url)}}:
            _check_web_app(url, "inline keyboard button")
        case {"copy_text": {"text": text}}:
            _check_length(text, 256, "BUTTON_COPY_TEXT_INVALID")
        case _ if not any(key in item for key in _OTHER_INLINE):
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _check_length(text: Any, most_bytes: int, error: str) -> None:
    if not isinstance(text, str) or not 1 <= len(text.encode()) <= most_bytes:
        raise bad(error)


def _check_web_app(url: str, where: str) -> None:
    if urllib.parse.urlsplit(url).scheme != "https":
        raise bad(f"{where} Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _check_reply(item: Any) -> None:
    text = item if isinstance(item, str) else item.get("text") if isinstance(item, dict) else None
    if not isinstance(text, str):
        raise bad("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not text.strip():
        raise bad("keyboard button text must be non-empty")
    if isinstance(item, dict) and item.get("web_app"):
        _check_web_app(item["web_app"]["url"], "keyboard button")


def _is_url(url: str) -> bool:
    parts = urllib.parse.urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme in ("tg", "ton"):
        return True
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not re.search(r"\s", url)
