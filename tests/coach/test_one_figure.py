"""What a reply shows is what physiology gave for the same body: one resting energy and one body fat, no second way."""

from __future__ import annotations

from bot.coach.bodies import body_for_projection
from bot.runner import Runner
from bot.science.body import fat_mass_kg
from bot.science.projection import Plan, project
from bot.science.resting import resting_kcal_day
from bot.science.safety import LIMITS
from bot.science.session import run_energy
from bot.units import MINUTES_PER_DAY
from bot.voice.texts import Texts
from tests.coach.conftest import PROJECT, Talk

ANN = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70, "waist_cm": 80}


async def test_profile_projection_and_reply_show_the_same_rest_and_fat(talk: Talk) -> None:
    talk.tell(**ANN)
    body, _ = body_for_projection(Runner.model_validate(ANN))
    run = (await talk.say("how many calories does 5k in 30 min burn")).reply.figures[0]
    energy = run_energy(body, distance_m=5000, duration_s=1800)
    assert run.value == energy.net.value
    # Net is gross less rest over the same half hour, with the person's one resting energy.
    assert abs(energy.gross.value - run.value - resting_kcal_day(body) * 30 / MINUTES_PER_DAY) < 1e-9
    fat = (await talk.say("how much fat would I lose with 5k 4 times a week for 6 months")).reply.figures[0]
    days = int(fat.inputs["horizon"].value)
    projection = project(body, Plan(running_km_per_week=20, on_top=True, horizon_days=days))
    assert projection.fat_loss is not None
    assert fat.value == projection.fat_loss.value
    assert projection.scenarios["typical"].fat_kg[0] == fat_mass_kg(body)


def test_the_texts_of_a_plan_that_is_too_steep_name_the_limits_the_guard_has() -> None:
    texts = Texts.load(PROJECT / "prompts" / "en")
    lean = texts.say("coach.refused.lean_loss_rate_above_0_7_percent").text
    assert f"{LIMITS.lean_fastest_loss_pct_week:g} percent" in lean
    assert f"{LIMITS.fastest_loss_pct_week:g} percent" in texts.say("coach.refused.loss_rate_above_1_percent").text
    assert f"{LIMITS.fastest_loss_kg_week:g} kg a week" in texts.say("coach.refused.loss_rate_above_1_kg").text
    assert f"BMI {LIMITS.lean_below_bmi:g}" in lean
