"""`gaps`: what people asked that the articles do not answer, by topic and nearest article; never in their words."""

from __future__ import annotations

import argparse
import asyncio
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.gaps import CountedGap


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print a JSON list")


def run(args: argparse.Namespace) -> int:
    """Print the gaps, the most frequent first."""
    from bot.settings import read_settings

    counted = asyncio.run(_counted(read_settings()))
    if args.json:
        print(json.dumps([_as_json(one) for one in counted], indent=1))
    elif counted:
        print(_as_text(counted))
    else:
        print("no gaps yet: every question that a channel kept was answered")
    return 0


async def _counted(settings: Settings) -> tuple[CountedGap, ...]:
    from bot.storage.database import Database
    from bot.storage.gaps import GapBook

    database = await Database.open(settings.database_url.get_secret_value())
    try:
        return await GapBook(database).all()
    finally:
        await database.close()


def _as_json(one: CountedGap) -> dict[str, object]:
    return {
        "zone": one.gap.zone,
        "topics": list(one.gap.topics),
        "nearest": one.gap.nearest,
        "count": one.count,
        "last_on": one.last_on.isoformat(),
    }


def _as_text(counted: tuple[CountedGap, ...]) -> str:
    lines = ["count  newest      zone     nearest article               topics"]
    for one in counted:
        topics = ", ".join(one.gap.topics) or "-"
        lines.append(f"{one.count:5}  {one.last_on}  {one.gap.zone:7}  {one.gap.nearest or '-':28}  {topics}")
    return "\n".join(lines)
