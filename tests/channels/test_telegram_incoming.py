"""Updates in our own words, and nothing in them that names the person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram.incoming import Incoming, addresses_us, read, where

WRITTEN = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
ANN = {"id": 101, "is_bot": False, "first_name": "Annabel", "username": "annabel_runs"}
CHAT = {"id": 101, "type": "private", "first_name": "Annabel", "username": "annabel_runs"}
CLUB = {"id": -1009, "type": "supergroup", "title": "Runners"}
MARKUP = {"inline_keyboard": [[{"text": "Smaller", "callback_data": "v1:goal:smaller"}]]}
FILE = {"file_id": "f", "file_unique_id": "u", "duration": 1, "width": 1, "height": 1, "length": 1}
STICKER = {**FILE, "type": "regular", "is_animated": False, "is_video": False}


def update(**content: Any) -> Update:
    found = Update.de_json({"update_id": 7, **content}, None)
    assert found is not None
    return found


def message(chat: dict[str, Any] = CHAT, **content: Any) -> dict[str, Any]:
    return {"message_id": 5, "from": ANN, "chat": chat, "date": int(WRITTEN.timestamp()), **content}


def tap(data: str, **under: Any) -> dict[str, Any]:
    return {"id": "1", "from": ANN, "chat_instance": "1", "data": data, **under}


def membership(status: str, chat: dict[str, Any] = CHAT) -> dict[str, Any]:
    we = {"id": 1, "is_bot": True, "first_name": "Coach"}
    until = {"until_date": 0} if status == "kicked" else {}
    return {
        "chat": chat,
        "from": ANN,
        "date": int(WRITTEN.timestamp()),
        "old_chat_member": {"user": we, "status": "left"},
        "new_chat_member": {"user": we, "status": status, **until},
    }


@pytest.mark.parametrize(
    ("text", "kind", "name", "rest"),
    [
        ("ran 5k", "text", "", "ran 5k"),
        ("/start", "command", "start", ""),
        ("/start from_a_link", "command", "start", "from_a_link"),
        ("/Help@coach_bot", "command", "help", ""),
        ("/delete  everything\nnow", "command", "delete", "everything\nnow"),
        ("/ what", "text", "", "/ what"),
        ("5/10 /help", "text", "", "5/10 /help"),
    ],
)
def test_words_and_commands_are_told_apart(text: str, kind: str, name: str, rest: str) -> None:
    assert read(update(message=message(text=text))) == Incoming(kind=kind, name=name, text=rest, at=WRITTEN)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"photo": [FILE]}, "photo"),
        ({"voice": FILE}, "voice"),
        ({"video_note": FILE}, "voice"),
        ({"audio": FILE}, "voice"),
        ({"sticker": STICKER}, "sticker"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "sticker"),
        ({"animation": FILE, "document": FILE}, "sticker"),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, "location"),
        ({"document": FILE}, "file"),
        ({"video": FILE}, "file"),
        ({"contact": {"phone_number": "1", "first_name": "B"}}, "other"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else value,
)
def test_what_is_not_words_is_known_by_its_kind(content: dict[str, Any], name: str) -> None:
    assert read(update(message=message(**content))) == Incoming(kind="media", name=name, at=WRITTEN)


def test_a_caption_counts_as_words() -> None:
    assert read(update(message=message(photo=[FILE], caption="my knee"))) == Incoming(
        kind="text", text="my knee", at=WRITTEN
    )


def test_a_notice_of_telegrams_own_needs_no_answer() -> None:
    assert read(update(message=message(delete_chat_photo=True))) is None
    assert read(update(poll_answer={"poll_id": "1", "option_ids": [], "option_persistent_ids": []})) is None


def test_an_edit_counts_only_if_words_changed() -> None:
    edited = message(text="ran 6k", edit_date=int(WRITTEN.timestamp()))
    assert read(update(edited_message=edited)) == Incoming(kind="edit", text="ran 6k", at=WRITTEN)
    moved = message(location={"latitude": 1.0, "longitude": 2.0}, edit_date=int(WRITTEN.timestamp()))
    assert read(update(edited_message=moved)) is None


def test_a_tap_carries_the_label_of_its_button() -> None:
    found = read(update(callback_query=tap("v1:goal:smaller", message=message(text="?", reply_markup=MARKUP))))
    assert found == Incoming(kind="tap", text="Smaller", name="v1:goal:smaller", message_id=5)


@pytest.mark.parametrize(
    "under",
    [
        {"message": message(text="?", reply_markup=MARKUP)},
        {"message": message(text="?")},
        {"message": {"chat": CHAT, "message_id": 5, "date": 0}},
        {"inline_message_id": "9"},
    ],
    ids=["another button", "no buttons", "message gone", "no message"],
)
def test_a_tap_on_a_button_that_is_not_there_is_stale(under: dict[str, Any]) -> None:
    found = read(update(callback_query=tap("v1:forged", **under)))
    assert found is not None
    assert found.kind == "stale_tap"


def test_a_tap_without_a_chat_belongs_to_the_persons_own() -> None:
    place = where(update(callback_query=tap("v1:x", inline_message_id="9")))
    assert place is not None
    assert (place.chat_id, place.private) == (101, True)


@pytest.mark.parametrize(("status", "kind"), [("kicked", "blocked"), ("left", "blocked"), ("member", "unblocked")])
def test_a_block_and_its_end_are_told_apart(status: str, kind: str) -> None:
    found = read(update(my_chat_member=membership(status)))
    assert found is not None
    assert found.kind == kind
    assert addresses_us(update(my_chat_member=membership(status))) is (kind == "unblocked")


def test_a_group_is_no_private_chat() -> None:
    place = where(update(message=message(CLUB, text="hi")))
    assert place is not None
    assert (place.chat_id, place.user_id, place.private) == (-1009, 101, False)
    assert where(update()) is None


def test_what_is_kept_comes_back_the_same_and_names_nobody() -> None:
    for one in (
        update(message=message(text="ran 5k, 🏃 \ud83d")),
        update(message=message(photo=[FILE], media_group_id="13")),
        update(callback_query=tap("v1:goal:smaller", message=message(text="?", reply_markup=MARKUP))),
        update(my_chat_member=membership("kicked")),
    ):
        found = read(one)
        assert found is not None
        kept = found.to_json()
        assert Incoming.from_json(kept) == found
        assert "nnabel" not in kept
        kept.encode()
