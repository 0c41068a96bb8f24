"""`chat`: the coach in this terminal, with the same memory between sittings."""

from __future__ import annotations

import argparse
import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.voice.texts import Texts


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_args: argparse.Namespace) -> int:
    """Talk until the person leaves."""
    from bot.app import load_texts
    from bot.settings import read_settings

    settings = read_settings()
    asyncio.run(sit_down(settings, load_texts()))
    return 0


async def sit_down(settings: Settings, texts: Texts) -> None:
    """Greet, open everything while the person types, and talk."""
    from bot.app import open_seat
    from bot.channels.terminal import Terminal
    from bot.clock import utc_now
    from bot.logs import log_to_file

    log_to_file(settings.data_dir / "logs" / "coach.log", settings.log_level)
    terminal = Terminal(texts=texts, clock=utc_now)
    terminal.greet()
    async with AsyncExitStack() as closing:
        await terminal.talk(open_seat(settings, texts, closing))
