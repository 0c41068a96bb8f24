"""A small bot that exercises most of what the bench emulates; the self-tests run it as a process."""

from __future__ import annotations

import asyncio
import io
import logging
import os

from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import BadRequest, Forbidden
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from tests.telegram_bench.pictures import png

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, _: Context) -> None:
    rows = [
        [InlineKeyboardButton("Yes", callback_data="yes"), InlineKeyboardButton("No", callback_data="no")],
        [InlineKeyboardButton("Docs", url="https://example.org/")],
    ]
    # The name is not escaped, on purpose: a bench must catch that.
    await update.message.reply_text(
        f"Hello <b>{update.effective_user.first_name}</b>", parse_mode="HTML", reply_markup=InlineKeyboardMarkup(rows)
    )


async def menu(update: Update, _: Context) -> None:
    keys = [["My plan", KeyboardButton("Share location", request_location=True)]]
    await update.message.reply_text("Menu", reply_markup=ReplyKeyboardMarkup(keys, resize_keyboard=True))


async def echo(update: Update, _: Context) -> None:
    await update.message.reply_text(f"echo: {update.message.text}")


async def pressed(update: Update, _: Context) -> None:
    await update.callback_query.answer("got it")
    await update.callback_query.edit_message_text(f"You chose {update.callback_query.data}")


async def photo(update: Update, context: Context) -> None:
    await context.bot.send_chat_action(update.effective_chat.id, "upload_photo")
    await update.message.reply_photo(io.BytesIO(png()), caption="a <i>chart</i>", parse_mode="HTML")


async def draft(update: Update, context: Context) -> None:
    for part in ("", "Think", "Thinking about <b>runs</b>"):
        await context.bot.send_message_draft(update.effective_chat.id, 7, part, parse_mode="HTML")
    await update.message.reply_text("Thinking about <b>runs</b> done", parse_mode="HTML")


async def document(update: Update, _: Context) -> None:
    file = await update.message.document.get_file()
    data = bytes(await file.download_as_bytearray())
    await update.message.reply_document(data[::-1], filename=f"reversed-{update.message.document.file_name}")


async def location(update: Update, _: Context) -> None:
    place = update.message.location
    await update.message.reply_text(f"loc {place.latitude:.3f} {place.longitude:.3f}")


async def bad(update: Update, _: Context) -> None:
    try:
        await update.message.reply_text("<b>broken <i>html</b>", parse_mode="HTML")
    except BadRequest as error:
        await update.message.reply_text(f"refused: {error.message}")


async def slow(update: Update, context: Context) -> None:
    await context.bot.send_chat_action(update.effective_chat.id, "typing")
    await asyncio.sleep(1)
    await update.message.reply_text("at last")


async def tell(update: Update, context: Context) -> None:
    try:
        await context.bot.send_message(int(context.args[0]), "hi there")
        await update.message.reply_text("sent")
    except Forbidden as error:
        await update.message.reply_text(f"forbidden: {error.message}")


async def react(update: Update, _: Context) -> None:
    await update.message.set_reaction("👍")


async def rich(update: Update, context: Context) -> None:
    # Bot API 10.1+, not wrapped by this version of the library.
    await context.bot.do_api_request(
        "sendRichMessage", api_kwargs={"chat_id": update.effective_chat.id, "rich_message": {"markdown": "# Plan"}}
    )


async def crash(_: Update, __: Context) -> None:
    raise RuntimeError("boom")


async def on_error(update: object, context: Context) -> None:
    logging.getLogger("sample").error("handler failed", exc_info=context.error)
    if isinstance(update, Update) and update.effective_message:
        await update.effective_message.reply_text("Sorry, something went wrong.")


async def post_init(application: Application) -> None:
    await application.bot.set_my_commands([BotCommand("start", "Start"), BotCommand("plan", "My plan")])
    await application.bot.set_my_commands([BotCommand("start", "Empezar")], language_code="es")


def main() -> None:
    """Poll until stopped."""
    logging.basicConfig(level=logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    environment = os.environ  # noqa: TID251 - a program of its own, outside bot/
    base = environment["TELEGRAM_API_BASE_URL"]
    application = (
        Application.builder()
        .token(environment["TELEGRAM_BOT_TOKEN"])
        .base_url(base)
        .base_file_url(base.removesuffix("/bot") + "/file/bot")
        .job_queue(None)
        .post_init(post_init)
        .build()
    )
    for handler in (start, menu, photo, draft, bad, slow, tell, react, rich, crash):
        application.add_handler(CommandHandler(handler.__name__, handler))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(MessageHandler(filters.Document.ALL, document))
    application.add_handler(MessageHandler(filters.LOCATION, location))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.add_error_handler(on_error)
    application.run_polling(allowed_updates=Update.ALL_TYPES, drop_pending_updates=False)


if __name__ == "__main__":
    main()
