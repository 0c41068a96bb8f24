"""`run`: the Telegram bot with a token, the coach in this terminal without one."""

from __future__ import annotations

import argparse
import asyncio


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_args: argparse.Namespace) -> int:
    """Serve until stopped."""
    from bot.app import load_texts
    from bot.settings import read_settings

    settings = read_settings()
    texts = load_texts()
    if settings.telegram_bot_token is None:
        from bot.commands.chat import sit_down

        print(texts.say("terminal.no_token").text, flush=True)
        asyncio.run(sit_down(settings, texts))
        return 0

    from bot.app import serve_telegram
    from bot.logs import log_to_stderr

    log_to_stderr(settings.log_level)
    serve_telegram(settings, texts, settings.telegram_bot_token.get_secret_value())
    return 0
