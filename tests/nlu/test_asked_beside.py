"""A sum asked for in a sentence beside an act is not lost, and a run only given for a sum is none that was done."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse
from bot.nlu.tidy import tidy
from bot.nlu.whose import is_all_of_others

NOW = datetime(2026, 11, 24, 8)  # noqa: DTZ001 - the person's own wall time
AFTER_A_RUN = Context(last_intent="log_run", last_entities={"distance_m": 10_000.0, "duration_s": 3120.0})


def needs(text: str, context: Context = AFTER_A_RUN) -> list[str]:
    frame = parse(text, now=NOW, context=context)
    return [frame.intent, *(one.intent for one in frame.also)]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("take it out. how many kcal is 5k?", ["undo", "calorie_question"]),
        ("no, delete that. it was a question: kcal net and gross for that", ["undo", "calorie_question"]),
        ("actually it was 6k. give me the total", ["log_run", "log_query"]),
        ("weight 71.9 today. am i losing?", ["log_weight", "log_query"]),
    ],
)
def test_the_act_and_the_sum_are_both_read(text: str, both: list[str]) -> None:
    assert needs(text) == both


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("delete that", ["undo"]),
        ("actually it was 6k. ok?", ["log_run"]),
    ],
)
def test_an_act_alone_asks_for_nothing(text: str, alone: list[str]) -> None:
    assert needs(text) == alone


@pytest.mark.parametrize(
    "text",
    [
        "I weigh 81 kg and run 10k flat in 52 min, how many kcal, net and gross?",
        "and the kcal? 81 kg, 10 km, 52 min",
        "net and gross kcal please. 81 kg, 10 km, 52 min",
        "I run 10k in 52 min, how many kcal is that?",
    ],
)
def test_a_run_given_for_a_sum_is_not_one_that_was_done(text: str) -> None:
    frame = parse(text, now=NOW)

    assert (frame.intent, frame.also) == ("calorie_question", ())
    assert (frame.entities["distance_m"], frame.entities["duration_s"]) == (10_000, 3120)


def test_a_run_that_was_done_is_kept_beside_its_sum() -> None:
    assert needs("ran 10k in 52 min, how many kcal?", Context()) == ["calorie_question", "log_run"]


@pytest.mark.parametrize(
    "text",
    [
        "46, male, 81 kg, 183 cm. rmr pls, with a range not just a point",
        "do me then: 46, male, 81 kg, 183 cm. rmr please",
        "rmr please with a range",
    ],
)
def test_a_resting_rate_named_and_no_more_is_asked_for(text: str) -> None:
    frame = parse(text, now=NOW)

    assert frame.entities == {"measure": "rest_energy"}


def test_figures_listed_behind_a_person_are_theirs() -> None:
    text = "now her: 52, female, 74 kg, 166cm, wants to jog 3 x 4 km a week. how much fat loss in 12 weeks"

    assert is_all_of_others(tidy(text))
    assert parse(text, now=NOW).entities["age_years"] == 52


def test_figures_of_ones_own_stay_so_beside_somebody_else() -> None:
    assert not is_all_of_others(tidy("my sister, 52, runs too. I'm 44, 80 kg"))
