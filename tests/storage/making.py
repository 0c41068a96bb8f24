"""Turns, replies and reminders as the coach would stage them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.coach.turn import Exchange, StagedWrite, Turn
from bot.reminders.due import next_fire
from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule
from bot.reply import Button, Citation, Figure, FigureInput, Number, Reply

MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday."""
DAILY = Schedule(at=time(7), zone="Europe/Lisbon", days=frozenset(WEEKDAYS))
"""In winter Lisbon's clock is UTC."""


def reply(text: str = "About 320 kcal.", turn_id: str = "t1") -> Reply:
    return Reply(
        text=text,
        kind="answer",
        mode="embedded",
        turn_id=turn_id,
        citations=(
            Citation(
                n=1,
                passage_id="a#1",
                article="a",
                title="A",
                source="Looney 2023",
                url_or_doi=None,
                strength="strong",
                quote="So.",
            ),
        ),
        figures=(
            Figure(
                name="net_kcal",
                subject="you",
                value=321.5,
                low=280.0,
                high=360.0,
                unit="kcal",
                shown="about 320 kcal (280 to 360)",
                method="re3",
                source="Looney 2023",
                inputs={
                    "weight": FigureInput(value=70.0, unit="kg", origin="told"),
                    "sex": FigureInput(value="female", unit="", origin="assumed"),
                },
            ),
        ),
        numbers=(Number(shown="320", start=6, end=9, licence="figure:net_kcal"),),
        buttons=(Button(label="How I got this", action="v1:how"),),
    )


def turn(
    turn_id: str = "t1",
    *staged: StagedWrite,
    said: str = "how much is 5k?",
    text: str = "About 320 kcal.",
    at: datetime = MORNING,
    pending: str | None = None,
) -> Turn:
    said_back = reply(text, turn_id)
    return Turn(
        reply=said_back,
        exchange=Exchange(
            turn_id=turn_id,
            said=said,
            reply=said_back,
            intent="calorie_question",
            entities={"distance_m": 5000.0},
            pending=pending,
            at=at,
        ),
        staged=staged,
    )


def reminder(
    person_id: str,
    schedule: Schedule = DAILY,
    *,
    reminder_id: str = "r1",
    after: datetime = MORNING,
    paused_until: date | None = None,
) -> Reminder:
    return Reminder(
        reminder_id=reminder_id,
        person_id=person_id,
        schedule=schedule,
        next_fire_at=next_fire(schedule, after=after, paused_until=paused_until),
        paused_until=paused_until,
    )
