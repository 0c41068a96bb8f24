"""The one next step a reply offers: chosen by what is missing, asked once, never the same twice running."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.bodies import missing_for_projection
from bot.coach.draft import Draft
from bot.coach.evidence_talk import talks_of_evidence
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Article
from bot.nlu.pattern import Pattern
from bot.voice.phrase import Phrase, join

_SAYS_WHICH: Final = Pattern(
    r"\b(?:los(?:e|ing|s)|get(?:ting)? rid|slim\w*|shrink\w*|melt\w*|drop|shift|trim|grow|bigger|rounder)\b",
    re.IGNORECASE,
)
"""Words that say which way they want it to go."""


def next_step(draft: Draft, article: Article, w: Workings, *, of_shape: bool = True) -> Phrase:
    """Offer the next steps as buttons, and ask the one thing whose answer would change most.

    Args:
        draft: The reply in the making.
        article: What it is told from.
        w: The turn.
        of_shape: Whether it may be asked which way their shape is to go.
    """
    figures = permissions(w.runner).goals and article.figure == "fat_projection"
    figures = figures and not talks_of_evidence(w)
    shapes = of_shape and figures and w.runner.goal is None and bool(article.part("for_smaller"))
    is_example = any(figure.subject == "example" for figure in draft.figures)
    asks_goal = shapes and not _SAYS_WHICH.search(w.message.text) and not draft.ever_asked("coach.ask_goal")
    if asks_goal:
        for goal in ("smaller", "fuller", "fitter"):
            draft.button(goal, f"v1:goal:{goal}")
    unfinished = figures and not draft.figures and _has_begun(w)
    if is_example or unfinished:
        draft.button("my_numbers", "v1:numbers")
    if draft.figures:
        draft.button("how", "v1:how")
    else:
        _deeper(draft, article, w)
    draft.button("more", "v1:more")
    advises = w.frame.question == "how" and not w.memory.reminders and w.message.channel == "telegram"
    if asks_goal:
        draft.pending = "goal"
        return draft.text("coach.ask_goal")
    if (is_example or unfinished) and not draft.was_asked("coach.ask_body"):
        return ask_body(draft, w)
    if advises and not draft.figures and not draft.ever_asked("coach.ask_remind"):
        draft.pending = "remind"
        return draft.text("coach.ask_remind")
    return Phrase()


def _has_begun(w: Workings) -> bool:
    """Whether some of the body is told and some is missing."""
    missing = missing_for_projection(w.runner)
    return bool(missing) and (w.runner.weight_kg or w.runner.height_m or w.runner.age_years) is not None


def ask_body(draft: Draft, w: Workings) -> Phrase:
    """Ask for what is still missing of the body, naming only that; a single thing can be answered bare."""
    missing = missing_for_projection(w.runner)
    draft.pending = missing[0] if len(missing) == 1 else "body"
    names = [draft.texts.say(f"coach.field.{name}") for name in missing]
    return draft.text("coach.ask_body", missing=listed(draft, names))


def listed(draft: Draft, names: list[Phrase]) -> Phrase:
    """Return names as people list them: `age, height and weight`."""
    if len(names) < 2:
        return join(names)
    return draft.texts.say("talk.and", first=join(names[:-1], ", "), last=names[-1])


def _deeper(draft: Draft, article: Article, w: Workings) -> None:
    """Offer the reason and the advice where the answer did not begin with them."""
    if w.frame.question != "why" and article.part("because"):
        draft.button("why", "v1:why")
    if w.frame.question not in {"how", "which"} and article.part("how_to"):
        draft.button("do", "v1:do")
