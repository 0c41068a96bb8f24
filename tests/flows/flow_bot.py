"""The scripted channel as a process for the flow tests.

    python -m tests.flows.flow_bot

Environment: `TELEGRAM_BOT_TOKEN`, `TELEGRAM_API_BASE_URL`, `DATABASE_URL`, `FLOW_FOLDER` for flags, and
`FLOW_CLOCK_OFFSET_S`, which is added to the clock, `SENDS_PER_SECOND` and `LOG_LEVEL`.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from bot.logs import log_to_stderr
from tests.flows.scripted import scripted_application


async def main() -> None:
    """Run until stopped."""
    environment = os.environ  # noqa: TID251 - a program of its own, outside bot/
    async with scripted_application(
        Path(environment["FLOW_FOLDER"]),
        url=environment["DATABASE_URL"],
        token=environment["TELEGRAM_BOT_TOKEN"],
        base_url=environment["TELEGRAM_API_BASE_URL"],
        clock_offset_s=float(environment.get("FLOW_CLOCK_OFFSET_S", "0")),
        sends_per_second=float(environment.get("SENDS_PER_SECOND", "1000")),
    ) as application:
        await application.run()


if __name__ == "__main__":
    log_to_stderr(os.environ.get("LOG_LEVEL", "DEBUG"))  # noqa: TID251 - as above
    asyncio.run(main())
