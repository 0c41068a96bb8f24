"""The one figure that makes an article's answer concrete: the person's own plan and body as far as they are known."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.bodies import example_for
from bot.coach.draft import Draft
from bot.coach.evidence_talk import talks_of_evidence
from bot.coach.facts import FatOutlook, RunCost, Sessions
from bot.coach.figuring import run_cost
from bot.coach.leaning import has_plan
from bot.coach.outlook import LONGEST_HORIZON_DAYS, example_sessions, outlook_of, planned_sessions
from bot.coach.permissions import permissions
from bot.coach.wording_figures import plan_in_words, who
from bot.coach.workings import Workings
from bot.knowledge.article import Article
from bot.nlu.pattern import Pattern
from bot.runner import Runner
from bot.voice import formatting
from bot.voice.phrase import Phrase, phrase

_OF_SELF: Final = Pattern(r"\b(?:i|i'?m|me|my|mine)\b", re.IGNORECASE)
_NOT_SIZED: Final = frozenset({"how", "how_long", "why", "which"})
"""Questions that no example's figure answers."""
_OF_SIZE: Final = frozenset({"how_much", "what_about_me"})
"""Questions that only a figure answers, also for somebody who would rather be fuller than lose."""


def scale(draft: Draft, article: Article, w: Workings, *, sex: str | None = None) -> Phrase:
    """Return the figure of an article in a sentence; empty if it has none, may not show one, or just showed it.

    Args:
        draft: The reply in the making.
        article: Says which figure it is.
        w: The turn.
        sex: Shows an example person of this sex instead of the person.
    """
    of_others = talks_of_evidence(w) and _OF_SELF.search(w.message.text) is None
    unwanted = w.runner.goal == "fuller" and w.frame.question not in _OF_SIZE
    if article.figure is None or of_others or unwanted or permissions(w.runner).state is not None:
        return Phrase()
    runner = w.runner if sex is None else example_for(Runner.model_validate({"sex": sex}))
    sessions = _sessions(draft, w)
    if article.figure == "run_energy":
        return _run(draft, w, runner, sessions, example=sex is not None)
    outlook = outlook_of(runner, sessions, horizon_days=LONGEST_HORIZON_DAYS)
    if not isinstance(outlook, FatOutlook):
        return Phrase()
    subject = "example" if sex is not None else outlook.subject
    if w.thread.shown(formatting.figure(outlook.fat_loss, draft.units), subject):
        return Phrase()
    if subject == "example" and sex is None and not _may_show_example(w):
        return Phrase()
    figure = draft.figure(outlook.fat_loss, subject)
    plan = plan_in_words(draft, sessions, licence=f"figure:{outlook.fat_loss.name}")
    if subject == "you":
        return draft.text("coach.scale.you", figure=figure, plan=plan)
    return draft.text("coach.scale.example", figure=figure, plan=plan, who=who(draft, outlook.fat_loss))


def _may_show_example(w: Workings) -> bool:
    """Whether somebody else's figure helps: a size or a yes was asked, and nothing of the body is known but its sex."""
    told = w.runner.weight_kg or w.runner.height_m or w.runner.age_years
    stranger = told is not None and w.runner.sex is None
    if talks_of_evidence(w):
        return False
    return not stranger and w.frame.feeling is None and w.frame.question not in _NOT_SIZED


def _run(draft: Draft, w: Workings, runner: Runner, sessions: Sessions, *, example: bool) -> Phrase:
    cost = run_cost(runner, {"distance_m": sessions.distance_m or example_sessions(draft.units).distance_m})
    if not isinstance(cost, RunCost):
        return Phrase()
    subject = "example" if example else cost.subject
    if w.thread.shown(formatting.figure(cost.net, draft.units), subject):
        return Phrase()
    figure = draft.figure(cost.net, subject)
    distance = phrase(formatting.distance(cost.distance_m, draft.units), f"figure:{cost.net.name}")
    if subject == "you":
        return draft.text("coach.scale.run_you", figure=figure, distance=distance)
    return draft.text("coach.scale.run_example", figure=figure, distance=distance, who=who(draft, cost.net))


def _sessions(draft: Draft, w: Workings) -> Sessions:
    """Return the plan the person asked about in this talk, else the stated example's."""
    plan = w.thread.plan
    told = planned_sessions(plan) if has_plan(plan) else None
    return told or example_sessions(draft.units)
