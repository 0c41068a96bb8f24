"""What a turn stages: profile and runs; and what it asks back instead of guessing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.coach import keeping
from bot.coach.facts import Missing, Noted
from bot.coach.turn import Channel, LogWeight, Memory, Message, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.frame import Frame
from bot.runner import Runner
from bot.training.weigh_in import WeighIn

SUNDAY_MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LISBON = Runner(time_zone="Europe/Lisbon")


def workings(memory: Memory, channel: Channel = "telegram") -> Workings:
    return Workings(
        turn_id="abc",
        memory=memory,
        message=Message(text="…", at=SUNDAY_MORNING, channel=channel, message_key="1"),
        frame=Frame(intent="set_profile"),
        runner=memory.runner,
    )


def desk(runner: Runner = LISBON, channel: Channel = "telegram", **memory: Any) -> Workings:
    return workings(Memory(person_id="ann", runner=runner, **memory), channel)


def test_a_profile_told_in_plain_words_is_staged_whole() -> None:
    w = desk()
    fact = keeping.remember(w, {"weight_kg": 68.04, "height_m": 1.6764, "sex": "female", "age_years": 34})
    assert isinstance(fact, Noted)
    # The weight is a weigh-in of the day as well.
    weigh_in = WeighIn(on_date=SUNDAY_MORNING.date(), weight_kg=68.04)
    assert w.staged == [SaveRunner(runner=fact.after), LogWeight(weigh_in=weigh_in)]
    assert (fact.after.weight_kg, fact.after.time_zone) == (68.04, "Europe/Lisbon")


def test_body_fat_in_percent_becomes_a_mass_once_the_weight_is_known() -> None:
    fact = keeping.remember(desk(Runner(weight_kg=80)), {"body_fat_fraction": 0.25})
    assert isinstance(fact, Noted)
    assert fact.after.fat_mass_kg == 20


def test_what_no_human_can_be_is_asked_back_and_not_staged() -> None:
    w = desk()
    assert keeping.remember(w, {"weight_kg": 4000.0}) == Missing(slot="odd_weight_kg")
    assert w.staged == []
