"""Widen the range of a figure just shown from four people in five to 95 in 100, for who asks for that."""

from __future__ import annotations

from typing import Final

from bot.coach.draft import Draft
from bot.coach.method_answers import family_of, family_of_figure
from bot.coach.permissions import permissions
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.science.estimate import Estimate, Input
from bot.science.uncertainty import half_width_95

_OF_A_MISS: Final = frozenset({"net_kcal", "gross_kcal", "rmr_kcal_day"})
"""Figures whose range is 1.28 standard deviations of a published miss, and no pair of scenarios."""


def answer_wider(draft: Draft, w: Workings, figured: Exchange) -> None:
    """Add the figure last shown with the range that 95 people in 100 should lie in, if it has one."""
    figure = figured.reply.figures[0]
    if permissions(w.runner).state is not None or figure.name not in _OF_A_MISS or family_of(w) != family_of_figure(w):
        return
    half = half_width_95(figure.high - figure.value)
    wider = Estimate(
        name=figure.name,
        value=figure.value,
        low=max(0.0, figure.value - half),
        high=figure.value + half,
        unit=figure.unit,
        inputs={name: Input(value=one.value, unit=one.unit, origin=one.origin) for name, one in figure.inputs.items()},
        method=figure.method,
        source=figure.source,
    )
    draft.new_paragraph()
    draft.say("method.at_95", figure=draft.figure(wider, figure.subject))
