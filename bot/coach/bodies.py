"""From a profile to a body physiology can compute with, and the example person for those who told nothing."""

from __future__ import annotations

from typing import Final

from bot.reply import Subject
from bot.runner import Runner
from bot.science.activity import PAL_OF_WORK
from bot.science.body import Body

_WOMAN: Final = Runner(sex="female", age_years=35, height_m=1.66, weight_kg=70, pal=1.55)
_MAN: Final = Runner(sex="male", age_years=35, height_m=1.78, weight_kg=80, pal=1.55)
"""The stated example people; replies name sex, age and weight of the one they use."""

_CORE = ("sex", "age_years", "height_m", "weight_kg")


def missing_for_projection(runner: Runner) -> tuple[str, ...]:
    """Return the profile fields a projection needs and the person has not told."""
    return tuple(name for name in _CORE if getattr(runner, name) is None)


def example_for(runner: Runner) -> Runner:
    """Return the example person nearest to somebody: of their sex, with what they told of age, height and weight."""
    base = _MAN if runner.sex == "male" else _WOMAN
    told = {name: getattr(runner, name) for name in _CORE if getattr(runner, name) is not None}
    return base.model_copy(update=told)


def body_for_run(runner: Runner) -> tuple[Body, Subject]:
    """Return the body for one run's energy: theirs once the weight is told, else the example's.

    A run hangs on weight; what else is unknown is taken from the example and marked assumed.
    """
    if runner.weight_kg is None:
        return example_body(runner), "example"
    missing = missing_for_projection(runner)
    example = example_for(runner)
    filled = {name: getattr(example, name) for name in missing}
    return _body(runner.model_copy(update=filled), assumed=frozenset(missing)), "you"


def body_for_projection(runner: Runner) -> tuple[Body, Subject]:
    """Return the body for a projection: theirs if sex, age, height and weight are told, else the example's.

    The example has whatever of these they did tell, so that nobody of 92 kg reads about somebody of 70.
    """
    if missing_for_projection(runner):
        return example_body(runner), "example"
    return _body(runner, assumed=frozenset()), "you"


def example_body(runner: Runner) -> Body:
    """Return the example person's body; what the person did not tell is marked assumed."""
    missing = missing_for_projection(runner)
    return _body(example_for(runner), assumed=frozenset((*missing, "pal")))


def _body(runner: Runner, *, assumed: frozenset[str]) -> Body:
    if runner.sex is None or runner.age_years is None or runner.height_m is None or runner.weight_kg is None:
        raise ValueError("a body needs sex, age, height and weight")
    return Body(
        sex=runner.sex,
        age_years=runner.age_years,
        height_m=runner.height_m,
        mass_kg=runner.weight_kg,
        fat_mass_kg=runner.fat_mass_kg,
        waist_cm=runner.waist_cm,
        hip_cm=runner.hip_cm,
        neck_cm=runner.neck_cm,
        pal=runner.pal or (PAL_OF_WORK[runner.activity] if runner.activity else None),
        assumed=frozenset("mass_kg" if name == "weight_kg" else name for name in assumed),
    )
