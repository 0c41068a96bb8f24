"""Bots to measure: a bare echo of the library, the program with an echo for a coach, and the program itself.

    python -m tests.bench.bench_bot bare|echo|real

Environment: that of the program, and `BENCH_LOG`, the file for what was noted: a line each for every update that was
committed and every request to Telegram, with the chat, the time and the CPU time of this process.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters
from telegram.request import HTTPXRequest

import bot.app
import bot.storage.inbox
from bot.coach.turn import Memory, Message, Turn, turn_id_of
from bot.knowledge.retriever import Retriever
from bot.logs import log_to_stderr
from bot.settings import Settings, read_settings
from bot.voice.texts import Texts
from tests.fakes import small_talk

NOTES: list[str] = []


def note(kind: str, chat: object) -> None:
    """Remember that something happened."""
    NOTES.append(f"{kind} {chat} {time.time():.6f} {time.process_time():.6f}")  # noqa: TID251 - compared across processes


class NotedInbox(bot.storage.inbox.InboxBook):
    async def take_in(self, update_id: int, chat: str, payload: str) -> bool:
        new = await super().take_in(update_id, chat, payload)
        note("commit", chat)
        return new


class NotedRequest(HTTPXRequest):
    async def do_request(self, url: str, method: str, request_data: Any = None, **more: Any) -> tuple[int, bytes]:
        chat = request_data.parameters.get("chat_id", "-") if request_data is not None else "-"
        note(url.rpartition("/")[2], chat)
        return await super().do_request(url, method, request_data=request_data, **more)


class EchoCoach:
    """Answers with what was said."""

    async def reply(self, memory: Memory, message: Message) -> Turn:
        return small_talk(message, message.text, turn_id=turn_id_of(memory.person_id, message.message_key))


class NoArticles:
    """What the program looks at every few seconds besides."""

    def refresh(self) -> bool:
        return False


def run_bare(token: str, base_url: str) -> None:
    async def echo(update: Any, _: Any) -> None:
        await update.message.reply_text(update.message.text)

    application: Application[Any, Any, Any, Any, Any, Any] = (
        ApplicationBuilder().token(token).base_url(base_url).build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


def run_program(*, echoing: bool) -> None:
    import bot.channels.telegram.application as channel

    settings = read_settings()
    log_to_stderr(settings.log_level)
    assert settings.telegram_bot_token is not None
    bot.storage.inbox.InboxBook = NotedInbox  # type: ignore[misc]
    channel.HTTPXRequest = NotedRequest  # type: ignore[misc,attr-defined]
    if echoing:
        bot.app.open_articles = lambda _: NoArticles()  # type: ignore[assignment,return-value]
        bot.app.build_coach = _echo_coach  # type: ignore[assignment]
    bot.app.serve_telegram(settings, bot.app.load_texts(), settings.telegram_bot_token.get_secret_value())


def _echo_coach(_retriever: Retriever, _texts: Texts, _settings: Settings) -> EchoCoach:
    return EchoCoach()


if __name__ == "__main__":
    environment = os.environ  # noqa: TID251 - a program of its own, outside bot/
    if sys.argv[1] == "bare":
        run_bare(environment["TELEGRAM_BOT_TOKEN"], environment["TELEGRAM_API_BASE_URL"])
    else:
        run_program(echoing=sys.argv[1] == "echo")
        Path(environment["BENCH_LOG"]).write_text("\n".join(NOTES), encoding="utf-8")
