"""What people meet in Telegram: real storage, a scripted coach, a strict Bot API."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.channels.running import StartChannel, rows_left
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.pictures import png


def test_a_long_answer_comes_in_parts_with_nothing_lost(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    parts = ann.ask("long", min_count=2)
    assert [line for part in parts for line in part.text.splitlines()] == [
        f"Line {number} of many." for number in range(400)
    ]


def test_delete_asks_once_and_then_leaves_no_row(tg: Emulator, start_channel: StartChannel, tmp_path: Path) -> None:
    start_channel()
    ann, bea = tg.user(101), tg.user(102)
    ann.ask("remind 07:00", quiet=0)
    ann.ask("hello", quiet=0)
    question = ann.ask("/delete", quiet=0)[0]
    assert [button.text for button in question.buttons] == ["Delete everything", "Keep it"]
    ann.press("Keep it")
    ann.wait_for_replies(10, quiet=0, until=lambda _: len(ann.messages) == 4)
    assert ann.messages[-1].text in ("All right, everything stays as it is.", "Nothing was deleted.")
    assert question.buttons == []
    assert rows_left(tmp_path)["people"] == 1
    ann.ask("/delete", quiet=0)
    ann.press("Delete everything")
    ann.wait_for_replies(10, quiet=0, until=lambda _: "I keep nothing" in ann.messages[-1].text)
    assert "I keep nothing" in ann.messages[-1].text
    assert set(rows_left(tmp_path).values()) == {0}
    assert bea.ask("hi", quiet=0)[0].text == "0: hi"
    assert ann.ask("new here", quiet=0)[0].text == "0: new here"


def test_blocking_the_bot_after_a_deletion_brings_no_row_back(
    tg: Emulator, start_channel: StartChannel, tmp_path: Path
) -> None:
    start_channel()
    ann = tg.user(101)
    ann.ask("/delete", quiet=0)
    ann.press("Delete everything")
    ann.wait_for_replies(10, quiet=0, until=lambda _: len(ann.messages) == 2)
    ann.block()
    ann.unblock()
    with tg.cond:
        assert tg.cond.wait_for(lambda: not tg.updates, 10)
    assert tg.user(102).ask("hi")[0].text == "0: hi"
    assert rows_left(tmp_path)["people"] == 1


def test_buttons_reach_the_coach_and_stale_ones_are_told_apart(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    menu = ann.ask("menu", quiet=0)[0]
    ann.press("Smaller")
    assert ann.expect(quiet=0)[0].text == "1: Smaller (v1:goal:smaller)"
    for stale in ("v0:gone", "v1:goal:forged"):
        ann.press_raw(stale, menu.message_id)
        text = ann.expect(quiet=0)[0].text
        assert "expired" in text or "too old" in text


def test_people_who_are_not_invited_get_one_kind_line(
    tg: Emulator, start_channel: StartChannel, tmp_path: Path
) -> None:
    start_channel(allowed_users=frozenset({101}))
    ann, eve = tg.user(101), tg.user(666)
    assert "private one" in eve.ask("/start", quiet=0)[0].text
    eve.send_text("let me in")
    assert eve.silence(1)
    assert ann.ask("hi", quiet=0)[0].text == "0: hi"
    assert rows_left(tmp_path)["people"] == 1


def test_in_a_group_the_bot_says_once_that_it_talks_in_private(
    tg: Emulator, start_channel: StartChannel, tmp_path: Path
) -> None:
    start_channel()
    club, ann = tg.group(), tg.user(101)
    for _ in range(2):
        ann.send_text(f"/start@{tg.me['username']}", chat_id=club)
    replies = ann.wait_for_replies(10, chat_id=club)
    assert ["private chat" in reply.text for reply in replies] == [True]
    assert rows_left(tmp_path)["people"] == 0


def test_the_first_hello_says_what_the_coach_is_for_and_offers_a_question(
    tg: Emulator, start_channel: StartChannel
) -> None:
    start_channel()
    ann = tg.user(101)
    hello = ann.ask("/start from_a_link", quiet=0)[0]
    assert "sources" in hello.text
    assert hello.preview_disabled
    ann.press("Does running make my butt smaller?")
    assert ann.expect(quiet=0)[0].text == "1: Does running make my butt smaller? (v1:say:try)"
    ann.press("What else can you do?")
    assert "/privacy" in ann.expect(quiet=0)[0].styled("bot_command")
    assert [command["command"] for command in ann.commands] == ["help", "reminders", "privacy", "delete"]
    assert tg.profile_texts["short_description", ""]


def test_commands_are_answered_by_the_channel_and_reminders_by_the_coach(
    tg: Emulator, start_channel: StartChannel
) -> None:
    start_channel()
    ann = tg.user(101)
    assert "/delete" in ann.ask("/help", quiet=0)[0].text
    assert "/delete" in ann.ask("/privacy", quiet=0)[0].text
    assert ann.ask("/reminders", quiet=0)[0].text == "2: show my reminders"
    assert "/help" in ann.ask("/nonsense", quiet=0)[0].text
    assert ann.ask("/run 5 km in 31", quiet=0)[0].text == "4: 5 km in 31"


def test_a_red_flag_is_heard_wherever_it_stands(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    words = "I have chest pain when I run"
    assert ann.ask(f"/help {words}", quiet=0)[0].text == f"0: {words}"
    first = ann.send_text("fine today")
    assert ann.expect(quiet=0)[0].text == "1: fine today"
    ann.edit_text(first.api["message_id"], words)
    assert ann.expect(quiet=0)[0].text == f"2: {words}"
    ann.send_file("photo", png(), name="knee.png", caption=words)
    assert ann.expect(quiet=0)[0].text == f"3: {words}"


def test_what_fails_is_apologised_for_once_in_words_that_fit(
    tg: Emulator, start_channel: StartChannel, caplog: pytest.LogCaptureFixture
) -> None:
    start_channel()
    ann = tg.user(101)
    assert ["went wrong" in reply.text for reply in ann.ask("crash with knee pain")] == [True]
    assert ["articles" in reply.text for reply in ann.ask("no articles")] == [True]
    assert "failed: RuntimeError" in caplog.text
    assert "failed: KnowledgeError" in caplog.text
    assert "knee pain" not in caplog.text


def test_a_farewell_that_cannot_be_said_leaves_no_row_either(
    tg: Emulator, start_channel: StartChannel, tmp_path: Path
) -> None:
    start_channel()
    ann = tg.user(101)
    ann.ask("/delete", quiet=0)
    fault = tg.fail("sendMessage", code=403, description="Forbidden: bot was blocked by the user")
    ann.press("Delete everything")
    with tg.cond:
        assert tg.cond.wait_for(lambda: fault.hits, 10)
    assert set(rows_left(tmp_path).values()) == {0}


def test_a_farewell_that_surely_did_not_leave_is_said_again(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    ann.ask("/delete", quiet=0)
    tg.too_many_requests(retry_after=1)
    ann.press("Delete everything")
    ann.wait_for_replies(10, quiet=0, until=lambda _: len(ann.messages) == 2)
    assert "I keep nothing" in ann.messages[-1].text


def test_an_edit_is_not_answered_again_but_kindly_turned_down(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    first = ann.send_text("ran 5 km")
    ann.expect(quiet=0)
    ann.edit_text(first.api["message_id"], "ran 5.2 km")
    assert "new" in ann.expect(quiet=0)[0].text or "again" in ann.messages[-1].text


@pytest.mark.parametrize(
    ("kind", "words"),
    [("photo", "pictures"), ("voice", "sound"), ("document", "files"), ("animation", "only read words")],
)
def test_what_is_not_text_is_answered_kindly(tg: Emulator, start_channel: StartChannel, kind: str, words: str) -> None:
    start_channel()
    ann = tg.user(101)
    ann.send_file(kind, png(), name="it.png")
    assert words in ann.expect(quiet=0)[0].text


def test_an_album_is_one_thing_and_a_place_is_asked_for_by_name(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    for _ in range(3):
        ann.send_file("photo", png(), name="it.png", media_group_id="13")
    ann.send_location(52.52, 13.4)
    ann.wait_for_replies(10, quiet=0, until=lambda _: len(ann.messages) == 2)
    assert ["pictures" in ann.messages[0].text, "city" in ann.messages[1].text] == [True, True]


def test_a_notice_of_telegrams_own_is_let_pass(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    ann.send_text("hi")
    ann.expect(quiet=0)
    tg.push(message={**ann.send_text("x").api, "text": None, "message_id": 900, "delete_chat_photo": True})
    ann.ask("still fine?", min_count=2)
    assert [message.text for message in ann.messages] == ["0: hi", "1: x", "2: still fine?"]


def test_an_old_confirmation_deletes_nothing(tg: Emulator, start_channel: StartChannel, tmp_path: Path) -> None:
    start_channel()
    ann = tg.user(101)
    question = ann.ask("/delete", quiet=0)[0]
    old = question.buttons[0].value.rsplit(":", 1)[0] + ":29000000"
    question.record.api["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = old
    ann.press_raw(old, question.message_id)
    ann.wait_for_replies(10, quiet=0, until=lambda _: len(ann.messages) == 2)
    assert "expired" in ann.messages[-1].text or "too old" in ann.messages[-1].text
    assert rows_left(tmp_path)["exchanges"] == 2


def test_a_tap_on_a_message_that_is_gone_is_stale(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    menu = ann.ask("menu", quiet=0)[0]
    menu.record.deleted = True
    ann.press_raw("v1:goal:smaller", menu.message_id)
    text = ann.expect(quiet=0)[0].text
    assert "expired" in text or "too old" in text
