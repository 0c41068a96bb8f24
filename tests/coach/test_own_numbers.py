"""What people ask of their own records and body: stored, worked out as the calculator does, withheld where needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.coach.own_numbers import TREND_DAYS
from bot.evaluation.truth import fault_of
from bot.science.looking_back import LOOKING_BACK
from bot.science.methods import calculate
from bot.training.weigh_in import WeighIn
from tests.coach.conftest import Talk

TODAY = date(2026, 11, 22)
BEN = {"sex": "male", "age_years": 38, "height_m": 1.83}


def weigh(talk: Talk, *weights: float) -> None:
    """Store weights, one a day, the last one today's."""
    stored = (
        WeighIn(on_date=TODAY - timedelta(days=back), weight_kg=weight) for back, weight in enumerate(reversed(weights))
    )
    talk.memory = replace(talk.memory, weigh_ins=tuple(stored))


async def test_the_text_of_the_method_names_the_limits_the_method_has() -> None:
    # "ten weigh-ins over four weeks", "the last twelve weeks"
    assert (LOOKING_BACK.fewest_weigh_ins, LOOKING_BACK.fewest_days, TREND_DAYS) == (10, 28, 84)


async def test_the_method_is_told_in_full_once_and_shorter_after(talk: Talk) -> None:
    first = (await talk.say("how do you compute my weight trend?")).reply.text
    again = (await talk.say("no, i meant your own calculation. moving average, what window?")).reply.text
    assert "least-squares" in first
    assert len(again) < len(first) / 2


async def test_the_trend_is_the_calculators_with_its_range(talk: Talk) -> None:
    talk.tell(**BEN, weight_kg=80.0)
    weights = [82.0 - 0.05 * day + (0.3 if day % 2 else -0.3) for day in range(35)]
    weigh(talk, *weights)
    reply = (await talk.say("what is my weight trend?")).reply
    outputs = calculate(
        "look_back",
        {
            **BEN,
            "weight_kg": weights[-1],
            "weigh_ins": [{"day": day, "weight_kg": weight} for day, weight in enumerate(weights)],
            "horizon_days": 34,
        },
    ).outputs
    (figure,) = reply.figures
    lost = outputs["weight_loss_kg"]
    assert isinstance(lost, dict)
    assert figure.value == pytest.approx(lost["value"])
    assert (figure.low, figure.high) == (pytest.approx(lost["low"]), pytest.approx(lost["high"]))
    # 34 days at 0.05 kg a day is 1.7 kg.
    assert figure.low < 1.7 < figure.high
    assert figure.shown in reply.text


async def test_a_rising_trend_is_told_as_a_gain(talk: Talk) -> None:
    talk.tell(**BEN, weight_kg=80.0)
    weigh(talk, *[80.0 + 0.05 * day + (0.3 if day % 2 else -0.3) for day in range(35)])
    reply = (await talk.say("what is my weight trend?")).reply
    (figure,) = reply.figures
    # 34 days at 0.05 kg a day is 1.7 kg; the model's course bends, water coming first, so it ends near that.
    assert figure.value == pytest.approx(1.7, abs=0.5)
    assert 0 < figure.low < figure.value < figure.high
    assert figure.name == "weight_gain_kg"
    assert "-" not in figure.shown


async def test_a_flat_series_is_called_no_clear_trend(talk: Talk) -> None:
    talk.tell(**BEN, weight_kg=80.0)
    weigh(talk, *[80.5 if day % 3 else 79.4 for day in range(30)])
    reply = (await talk.say("what is my weight trend?")).reply
    assert reply.figures[0].low < 0 < reply.figures[0].high
    assert "holds zero" in reply.text


async def test_too_few_weigh_ins_are_counted_and_their_mean_is_told(talk: Talk, snapshot: SnapshotAssertion) -> None:
    weigh(talk, 81.2, 81.6, 80.9)
    reply = (await talk.say("what is my weight trend?")).reply
    assert reply.figures == ()
    # (81.2 + 81.6 + 80.9) / 3 = 81.23
    assert "81.2 kg" in reply.text
    assert reply.text == snapshot


async def test_weights_without_days_are_kept_only_after_a_yes(talk: Talk) -> None:
    asked = await talk.say("My last 4 weigh-ins: 81.2, 81.6, 80.9, 81.1. What's the trend?")
    assert asked.staged == ()
    await talk.say("yes")
    assert [(one.on_date.day, one.weight_kg) for one in talk.memory.weigh_ins] == [
        (22, 81.1),
        (21, 80.9),
        (20, 81.6),
        (19, 81.2),
    ]
    assert talk.memory.runner.weight_kg == 81.1


async def test_weights_of_several_days_are_all_kept_and_the_newest_counts(talk: Talk) -> None:
    await talk.say("72.4 kg today, 72.9 last sunday, 73.1 on 8 nov")
    assert [(one.on_date.day, one.weight_kg) for one in talk.memory.weigh_ins] == [(22, 72.4), (15, 72.9), (8, 73.1)]
    assert talk.memory.runner.weight_kg == 72.4
    listed = (await talk.say("show me my weights")).reply.text
    assert all(weight in listed for weight in ("72.4 kg", "72.9 kg", "73.1 kg"))


async def test_a_second_weight_of_a_day_says_what_it_replaced(talk: Talk) -> None:
    await talk.say("79.9 kg this morning")
    reply = (await talk.say("80.3")).reply
    assert "80.3 kg" in reply.text
    assert "79.9 kg" in reply.text
    assert [one.weight_kg for one in talk.memory.weigh_ins] == [80.3]


async def test_a_change_of_two_days_is_set_beside_what_weight_swings_by(
    talk: Talk, snapshot: SnapshotAssertion
) -> None:
    reply = (await talk.say("weight 72.4 today, 72.9 last sunday, is that real loss or noise?")).reply
    assert {citation.article for citation in reply.citations} == {"scale-went-up"}
    assert reply.text == snapshot


async def test_the_tapes_give_the_calculators_body_fat_and_are_kept(talk: Talk) -> None:
    reply = (await talk.say("my body fat from the tape: neck 38 waist 86 height 180, male")).reply
    outputs = calculate("navy_bf", {"sex": "male", "height_cm": 180, "waist_cm": 86, "neck_cm": 38}).outputs
    (figure,) = reply.figures
    assert 100 * figure.value == pytest.approx(outputs["body_fat_pct"])
    assert set(figure.inputs) == {"waist_cm", "neck_cm", "height_m", "sex"}
    assert fault_of(figure) is None
    assert (talk.memory.runner.waist_cm, talk.memory.runner.neck_cm) == (86, 38)
    assert "86 cm" in (await talk.say("How I got this")).reply.text


async def test_bmi_is_weight_over_height_squared_once_both_are_told(talk: Talk) -> None:
    assert "height" in (await talk.say("i weigh 72.4 kg, my bmi?")).reply.text
    reply = (await talk.say("178 cm")).reply
    # 72.4 / 1.78 ** 2 = 22.85
    assert reply.figures[0].shown == "22.9"
    assert fault_of(reply.figures[0]) is None


async def test_a_scales_fat_is_not_kept_as_measured(talk: Talk) -> None:
    talk.tell(**BEN)
    reply = (await talk.say("my scale says 19.3 % fat at 78.4 kg")).reply
    assert talk.memory.runner.weight_kg == 78.4
    assert talk.memory.runner.fat_mass_kg is None
    assert reply.figures[0].method == "gallagher_2000_bf"
    assert {citation.source for citation in reply.citations} == {"Frija-Masson 2021"}


@pytest.mark.parametrize("flag", ["eating_disorder", "number_free", "reds_signs"])
@pytest.mark.parametrize(
    "text", ["72.4 kg today, 72.9 last sunday", "My last 3 weigh-ins: 81.2, 81.6, 80.9", "weighed 72.9 last sunday"]
)
async def test_no_weight_is_kept_or_said_back_where_the_scale_does_harm(talk: Talk, flag: str, text: str) -> None:
    talk.tell(flags=[flag])
    weigh(talk, 75.0)
    before = talk.memory.weigh_ins
    reply = (await talk.say(text)).reply
    assert talk.memory.weigh_ins == before
    assert reply.numbers == ()


async def test_how_the_trend_came_about_names_the_weigh_ins_it_rests_on(
    talk: Talk, snapshot: SnapshotAssertion
) -> None:
    talk.tell(**BEN, weight_kg=80.0)
    weigh(talk, *[82.0 - 0.05 * day + (0.3 if day % 2 else -0.3) for day in range(35)])
    assert (await talk.say("what is my weight trend?")).reply.text == snapshot
    assert (await talk.tap("How I got this")).reply.text == snapshot


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({"age_years": 15}, "under_18"),
        ({"flags": ["eating_disorder"]}, "eating_disorder"),
        ({"flags": ["number_free"]}, "number_free"),
        ({"flags": ["pregnant"]}, "pregnancy"),
        ({"flags": ["reds_signs"]}, "reds_signs"),
        ({"height_m": 1.83, "weight_kg": 58}, "bmi_below_18_5"),
    ],
)
@pytest.mark.parametrize("text", ["my bmi?", "what is my weight trend?", "what is my body fat", "show me my weights"])
async def test_no_body_number_for_whom_none_may_be_shown(
    talk: Talk, told: dict[str, object], state: str, text: str
) -> None:
    talk.tell(**{"sex": "male", "height_m": 1.8, "weight_kg": 75, "age_years": 30, **told})
    weigh(talk, *([75.0] * 30))
    reply = (await talk.say(text)).reply
    assert reply.figures == ()
    assert "75" not in reply.text


async def test_two_days_are_put_side_by_side(talk: Talk, snapshot: SnapshotAssertion) -> None:
    await talk.say("ran 8 km in 48:00 on friday")
    await talk.say("ran 8 km in 44:00 yesterday")
    reply = (await talk.say("compare friday and saturday")).reply
    # 6:00/km and 5:30/km
    assert "Sat 21 Nov" in reply.text
    assert "0:30/km" in reply.text
    assert reply.text == snapshot


async def test_a_best_time_told_with_a_question_is_not_logged(talk: Talk) -> None:
    turn = await talk.say("my 5k pb is 27:10, what would my 10k be?")
    assert turn.staged == ()
    assert [figure.name for figure in turn.reply.figures] == ["race_time_s"]


async def test_a_denied_run_is_taken_out_again(talk: Talk) -> None:
    await talk.say("ran 5k")
    await talk.say("i did NOT run 5k. i said my coworkers do park run")
    assert talk.memory.runs == ()


async def test_a_weekday_is_put_right_and_no_other_run_changes(talk: Talk) -> None:
    await talk.say("logged 3 runs: mon 5k 27:10, wed 7k 39:00, sat 12k 1:10:30")
    await talk.say("actually the wed one was 6.4k")
    await talk.say("no!! WED was 6.4, monday was right: 5k in 27:10")
    stored = sorted((run.on_date.day, run.distance_m) for run in talk.memory.runs)
    assert stored == [(16, 5000), (18, 6400), (21, 12000)]


async def test_a_run_is_taken_out_by_its_size(talk: Talk) -> None:
    await talk.say("ran 8.2 km in 49:12 on friday")
    await talk.say("ran 16.2 km")
    await talk.say("delete the 16.2 one!! I didn't run that, it was the sum")
    assert [run.distance_m for run in talk.memory.runs] == [8200]


async def test_the_log_is_emptied_only_after_a_yes_and_an_undo_brings_it_back(talk: Talk) -> None:
    await talk.say("ran 5k in 30 min on monday")
    await talk.say("70 kg this morning")
    asked = await talk.say("reset my log")
    assert asked.staged == ()
    await talk.say("no")
    assert len(talk.memory.runs) == 1
    await talk.say("reset my log")
    await talk.say("yes")
    assert (talk.memory.runs, talk.memory.weigh_ins) == ((), ())
    await talk.say("undo")
    assert (len(talk.memory.runs), len(talk.memory.weigh_ins)) == (1, 1)


async def test_one_days_weigh_in_is_taken_out_and_undone(talk: Talk) -> None:
    weigh(talk, 82.0, 81.7, 81.2)
    await talk.say("delete yesterday's weight")
    assert [one.weight_kg for one in talk.memory.weigh_ins] == [81.2, 82.0]
    await talk.say("undo")
    assert [one.weight_kg for one in talk.memory.weigh_ins] == [81.2, 81.7, 82.0]
    assert "no weigh-in on Tue 3 Nov" in (await talk.say("delete the 3 nov weight")).reply.text
