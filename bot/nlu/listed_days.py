"""The days of a week's runs told in one line: "mon 5k, wed 6k, sun 10k" said on a Monday is of the week before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.nlu.frame import Frame
from bot.nlu.utterance import Utterance

_WEEK: Final = timedelta(days=7)


def in_order(runs: list[Frame], said: Utterance) -> list[Frame]:
    """Put a list that opens with today's weekday and goes on with days behind it into the week before."""
    today = said.now.date()
    days = [run.entities.get("date") for run in runs]
    if len(runs) < 2 or days[0] != today.isoformat() or not all(days[1:]) or "today" in said.words:
        return runs
    rest = [date.fromisoformat(str(day)) for day in days[1:]]
    if rest != sorted(rest) or rest[-1] >= today or rest[0] <= today - _WEEK:
        return runs
    return [replace(runs[0], entities={**runs[0].entities, "date": (today - _WEEK).isoformat()}), *runs[1:]]
