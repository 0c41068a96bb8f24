"""What a turn stages: profile and runs; and what it asks back instead of guessing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from bot.coach import keeping
from bot.coach.facts import Missing, Noted, RunKept, RunsRecalled
from bot.coach.turn import Channel, LogRun, Memory, Message, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.frame import Frame
from bot.runner import Runner
from bot.training.run import Run

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
    assert w.staged == [SaveRunner(runner=fact.after)]
    assert (fact.after.weight_kg, fact.after.time_zone) == (68.04, "Europe/Lisbon")


def test_body_fat_in_percent_becomes_a_mass_once_the_weight_is_known() -> None:
    fact = keeping.remember(desk(Runner(weight_kg=80)), {"body_fat_fraction": 0.25})
    assert isinstance(fact, Noted)
    assert fact.after.fat_mass_kg == 20


def test_what_no_human_can_be_is_asked_back_and_not_staged() -> None:
    w = desk()
    assert keeping.remember(w, {"weight_kg": 4000.0}) == Missing(slot="odd_weight_kg")
    assert w.staged == []


def test_a_run_is_staged_with_its_energy_and_the_week_so_far() -> None:
    earlier = Run(run_id="r0", on_date=date(2026, 11, 17), distance_m=5000, duration_s=1800)
    last_week = Run(run_id="rx", on_date=date(2026, 11, 15), distance_m=9000)
    w = desk(Runner(weight_kg=70, sex="female", age_years=35, height_m=1.66), runs=(earlier, last_week))
    fact = keeping.keep_run(w, {"distance_m": 5200, "duration_s": 1860})
    assert isinstance(fact, RunKept)
    assert (fact.week_count, fact.week_distance_m) == (2, 10_200)
    assert fact.net is not None
    assert [type(write) for write in w.staged] == [LogRun]


def test_a_run_of_a_person_without_weight_is_kept_without_energy() -> None:
    fact = keeping.keep_run(desk(), {"duration_s": 1800, "pace_s_per_km": 360, "date": "2026-11-20"})
    assert isinstance(fact, RunKept)
    assert (fact.run.distance_m, fact.run.on_date, fact.net) == (5000, date(2026, 11, 20), None)
    assert keeping.keep_run(desk(), {}) == Missing(slot="distance_m")


def test_this_weeks_runs_are_recalled() -> None:
    run = Run(run_id="r0", on_date=date(2026, 11, 16), distance_m=5000)
    assert keeping.recall_runs(desk(runs=(run,))) == RunsRecalled(week_count=1, week_distance_m=5000)
