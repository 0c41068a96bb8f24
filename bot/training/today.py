"""What today's run is. The one place where a training plan takes over from the habit; pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.training.habit import UsualRun, usual_run
from bot.training.run import Run

SHORT_S: Final = 600.0
"""The run that always counts, after a miss. [s]"""


def todays_run(runs: Sequence[Run], *, today: date, short: bool = False) -> UsualRun | None:
    """Return the run a reminder speaks of and "Done" stands for, None where there is nothing to go by.

    Args:
        runs: What they told, in any order.
        today: The person's local date.
        short: Whether the ten-minute version is meant.
    """
    return UsualRun(duration_s=SHORT_S) if short else usual_run(runs, today=today)
