"""The plain questions of a beginner that have one steady answer each, looked for in this order."""

from __future__ import annotations

from bot.coach.doing_more import answer_more_than_that
from bot.coach.draft import Draft
from bot.coach.eating_amount import answer_eating_amount
from bot.coach.unfed import answer_unfed
from bot.coach.workings import Workings
from bot.knowledge.article import Library


def answer_plain_question(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer dizziness without food, how much to eat, or what does more than a figure; return whether it was one."""
    return answer_unfed(draft, w) or answer_eating_amount(draft, w, library) or answer_more_than_that(draft, w, library)
