"""What Telegram refuses in a message is refused, in its words; the library's own client sends."""

from __future__ import annotations

import io
from typing import Any

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
    WebAppInfo,
)
from telegram.error import (
    EndPointNotFound,
)

from tests.telegram_bench import tdparse
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.pictures import png
from tests.telegram_bench.refusal import refused
from tests.telegram_bench.user import FakeUser


def keyboard(**act: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("x", **act)]])


def test_the_parser_is_really_tdlib() -> None:
    assert tdparse.execute({"@type": "getOption", "name": "version"})["value"].startswith("1.8")


@pytest.mark.parametrize(
    ("text", "mode", "message"),
    [
        ("<b>x", "HTML", "can't find end tag corresponding to start tag"),
        ("<b><i>x</b></i>", "HTML", "unmatched end tag"),
        ("<p>x</p>", "HTML", 'unsupported start tag "p"'),
        ("a<br>b", "HTML", 'unsupported start tag "br"'),
        ("<ul><li>x</li></ul>", "HTML", 'unsupported start tag "ul"'),
        ("5 < 6", "HTML", "unsupported start tag"),
        ("5.5 km", "MarkdownV2", "character '.' is reserved"),
        ("*x", "MarkdownV2", "can't find end of bold entity"),
        ("a_b", "Markdown", "can't find end of the entity"),
        ("x", "Pandoc", "unsupported parse_mode"),
    ],
)
async def test_bad_markup_is_refused_in_telegrams_words(
    bot: Bot, ann: FakeUser, text: str, mode: str, message: str
) -> None:
    assert message in await refused(bot.send_message(101, text, parse_mode=mode))
    assert not ann.messages


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "message text is empty"),
        ("  \n ", "text must be non-empty"),
        ("\u200b", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("🏃" * 4097, "message is too long"),
        ("x" * 40_000, "text is too long"),
    ],
    ids=["empty", "blank", "invisible", "letters", "emoji", "bytes"],
)
@pytest.mark.usefixtures("ann")
async def test_texts_that_are_empty_or_too_long_are_refused(bot: Bot, text: str, message: str) -> None:
    assert message in await refused(bot.send_message(101, text))


@pytest.mark.usefixtures("ann")
async def test_length_counts_code_points_after_parsing(tg: Emulator, bot: Bot) -> None:
    await bot.send_message(101, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    await bot.send_message(101, "🏃" * 4096)
    assert "8192 UTF-16" in tg.report()["warnings"][0]
    tg.text_rules.length_unit = "utf16"
    await refused(bot.send_message(101, "🏃" * 2049))


async def test_entity_offsets_are_utf16_and_links_are_found(bot: Bot, ann: FakeUser) -> None:
    link = '<a href="https://example.org/a?b=1&amp;c=2">source</a>'
    html = f"🏃🏃 <b>run</b> {link} see example.com /plan <code>/x</code>"
    sent = await bot.send_message(101, html, parse_mode="HTML")
    assert sent.parse_entities()[sent.entities[0]] == "run"
    assert sent.entities[0].offset == 5
    reply = ann.messages[-1]
    assert reply.links == [("source", "https://example.org/a?b=1&c=2"), ("example.com", "example.com")]
    assert reply.styled("bold") == ["run"]
    assert reply.styled("bot_command") == ["/plan"]
    assert reply.styled("code") == ["/x"]


@pytest.mark.usefixtures("ann")
async def test_explicit_entities_must_lie_inside_the_text(bot: Bot) -> None:
    sent = await bot.send_message(101, "run now", entities=[MessageEntity("bold", 0, 3)])
    assert sent.entities[0].type == "bold"
    assert "after the end" in await refused(bot.send_message(101, "run", entities=[MessageEntity("bold", 0, 4)]))
    halved = bot.send_message(101, "🏃x", entities=[MessageEntity("bold", 0, 1)])
    assert "middle of a symbol" in await refused(halved)


@pytest.mark.usefixtures("ann")
async def test_captions_have_their_own_limit(bot: Bot) -> None:
    await bot.send_photo(101, png(), caption="x" * 1024)
    assert "caption is too long" in await refused(bot.send_photo(101, png(), caption="x" * 1025))
    assert "can't parse" in await refused(bot.send_photo(101, png(), caption="<b>x", parse_mode="HTML"))


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        (keyboard(callback_data="ж" * 33), "button_data_invalid"),
        (keyboard(url="http://localhost:8000/"), "wrong http url"),
        (keyboard(web_app=WebAppInfo("http://example.org/")), "only https links"),
        (keyboard(), "text buttons are unallowed"),
        (keyboard(copy_text=CopyTextButton("y" * 257)), "copy_text"),
        (InlineKeyboardMarkup([[InlineKeyboardButton(" ", callback_data="a")]]), "non-empty"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]] * 101), "too long"),
        (ReplyKeyboardMarkup([["a"]], input_field_placeholder="p" * 65), "placeholder"),
    ],
    ids=["66 bytes", "url", "web app", "no act", "copy text", "blank label", "101 buttons", "placeholder"],
)
@pytest.mark.usefixtures("ann")
async def test_bad_buttons_are_refused(bot: Bot, markup: Any, message: str) -> None:
    assert message in await refused(bot.send_message(101, "x", reply_markup=markup))


async def test_callback_data_of_64_bytes_is_fine(bot: Bot, ann: FakeUser) -> None:
    await bot.send_message(101, "x", reply_markup=keyboard(callback_data="ж" * 32))
    assert ann.messages[-1].buttons[0].kind == "callback"


@pytest.mark.usefixtures("ann")
async def test_messages_are_edited_deleted_and_answered(bot: Bot) -> None:
    sent = await bot.send_message(101, "one")
    assert "not modified" in await refused(bot.edit_message_text("one", 101, sent.message_id))
    edited = await bot.edit_message_text("two", 101, sent.message_id)
    assert isinstance(edited, Message)
    assert edited.text == "two"
    assert "message to edit not found" in await refused(bot.edit_message_text("x", 101, 999))
    assert "can't be edited" in await refused(bot.edit_message_text("x", 101, 1))
    assert "no caption" in await refused(bot.edit_message_caption(101, sent.message_id, caption="x"))
    missing = bot.send_message(101, "x", reply_parameters=ReplyParameters(999))
    assert "to be replied not found" in await refused(missing)
    await bot.send_message(101, "x", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True))
    answer = await bot.send_message(101, "x", reply_parameters=ReplyParameters(1))
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "hello"
    assert await bot.delete_message(101, sent.message_id)
    assert "message to delete not found" in await refused(bot.delete_message(101, sent.message_id))


@pytest.mark.usefixtures("ann")
async def test_files_go_up_and_come_down_unchanged(bot: Bot) -> None:
    content = b"a\r\n--b\0" * 1000
    sent = await bot.send_document(101, io.BytesIO(content), filename="plan ü.csv", caption="c")
    assert sent.document is not None
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content
    again = await bot.send_document(101, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_name == "plan ü.csv"
    album = await bot.send_media_group(
        101, [InputMediaPhoto(png(), caption="<b>A</b>", parse_mode="HTML"), InputMediaPhoto(png(30, 20))]
    )
    assert (album[1].photo[0].width, album[1].photo[0].height) == (30, 20)
    assert album[0].caption_entities[0].type == "bold"


@pytest.mark.usefixtures("ann")
async def test_pictures_that_are_none_are_refused(bot: Bot) -> None:
    assert "image_process_failed" in await refused(bot.send_photo(101, b"not an image"))
    assert "photo_invalid_dimensions" in await refused(bot.send_photo(101, png(2100, 100)))
    assert "http url content" in await refused(bot.send_photo(101, "https://example.org/x.png"))


async def test_drafts_reactions_and_rich_messages(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    await bot.send_message_draft(101, 1, "")
    await bot.send_message_draft(101, 1, "half <i>way</i>", parse_mode="HTML")
    await bot.set_message_reaction(101, 1, "🔥")
    await bot.send_chat_action(101, "typing")
    rich = {"chat_id": 101, "rich_message": {"markdown": "# T"}}
    await bot.do_api_request("sendRichMessage", api_kwargs=rich)
    assert ann.messages[-1].rich == {"markdown": "# T"}
    assert [draft["text"] for draft in ann.drafts] == ["", "half way"]
    assert ann.reactions[0]["emoji"] == ["🔥"]
    assert ann.actions == ["typing"]
    assert "non-zero" in await refused(bot.send_message_draft(101, 0, "x"))
    assert "reaction_invalid" in await refused(bot.set_message_reaction(101, 1, "🏃"))
    tg.rich_messages = False
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendRichMessage", api_kwargs=rich)
