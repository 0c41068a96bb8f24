"""From facts to words: the one place that says what a turn found out, in the order it was asked."""

from __future__ import annotations

from typing import Final, assert_never

from bot.coach import (
    answering,
    asking_to_log,
    scale,
    wording_figures,
    wording_keeping,
    wording_logs,
    wording_recall,
    wording_records,
    wording_reminders,
)
from bot.coach.asides import CHART
from bot.coach.bodies import missing_for_projection
from bot.coach.draft import Draft
from bot.coach.facts import (
    Doubted,
    Fact,
    FatOutlook,
    Found,
    Missing,
    Noted,
    OlderThanSaid,
    PulseCost,
    Refused,
    RunCost,
    RunKept,
    RunsRecalled,
    TakenBack,
    WeighInKept,
    WeighInsRecalled,
    Withheld,
)
from bot.coach.feelings import feeling
from bot.coach.permissions import permissions
from bot.coach.record_facts import RecordFact
from bot.coach.reminder_facts import ReminderFact
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.cues import is_question
from bot.nlu.read_course import asks_course

_OF_A_BODY: Final = frozenset({"weight_kg", "height_m", "age_years", "sex"})
_ASKING: Final = frozenset({"knowledge_question", "calorie_question", "projection_question", "out_of_scope", "plan"})


def compose(draft: Draft, w: Workings, library: Library) -> None:
    """Word every fact of the turn, a paragraph each; with none, answer the feeling, or say nothing was understood."""
    if w.frame.intent == "feeling" and not _explains(w):
        feeling(draft, w)
        return
    facts = _worth_saying(w)
    for index, fact in enumerate(facts):
        if fact in facts[:index]:
            continue  # two reminders in one message may both lack the same thing
        draft.new_paragraph()
        _word(fact, draft, w, library)
    if len(facts) == 1 and w.just_asked is None:
        for noted in w.of(Noted):
            _go_on(draft, noted, w, library)
    if not facts:
        draft.kind = "clarify"
        draft.say("coach.not_understood")


def _go_on(draft: Draft, noted: Noted, w: Workings, library: Library) -> None:
    """Use what was told at once: a goal for the question at hand, a body for its figure."""
    article = w.thread.article(library)
    if article is None:
        return
    draft.new_paragraph()
    goal = noted.changes.get("goal")
    if goal in {"smaller", "fuller"}:
        answering.tell_parts(draft, article, ("for_smaller" if goal == "smaller" else "for_fuller",), library)
    elif missing_for_projection(noted.before) and not missing_for_projection(noted.after):
        draft.add(scale.scale(draft, article, w))


def _explains(w: Workings) -> bool:
    """Whether a search brought back something that surely answers."""
    return any(found.retrieval.zone == "answer" for found in w.of(Found))


def _worth_saying(w: Workings) -> list[Fact]:
    """Leave out an empty search that was made beside something else, so that no story ends in a refusal."""
    doubted: list[Fact] = [fact for fact in w.facts if isinstance(fact, OlderThanSaid)]
    if doubted:
        return doubted  # which age is right comes before anything that hangs on it
    others: list[Fact] = [fact for fact in w.facts if not isinstance(fact, Found)]
    said: list[Fact] = list(w.facts) if not others or _explains(w) else others
    if _finishes_body(w):
        said = [fact for fact in said if not isinstance(fact, Found)]
    if w.frame.intent in _ASKING:
        # What was asked is answered first; what was told beside it is confirmed after.
        said.sort(key=lambda fact: isinstance(fact, Noted))
    return said


def _finishes_body(w: Workings) -> bool:
    """Whether the message tells what a figure was waiting for: then the figure is the answer, and no search."""
    awaited = w.thread.pending == "body" or w.thread.pending in _OF_A_BODY
    told = w.frame.intent == "set_profile" and not is_question(w.message.text.lower())
    noted = next(w.of(Noted), None)
    return awaited and told and noted is not None and not missing_for_projection(noted.after)


def _course(draft: Draft, w: Workings) -> None:
    """Say how a loss goes on where the same message asks if it is a straight line."""
    if asks_course(w.message.text) and permissions(w.runner).state is None:
        for name in ("method.fat.course", "method.fat.course_source"):
            draft.new_paragraph()
            draft.say(name)


def _word(fact: Fact, draft: Draft, w: Workings, library: Library) -> None:  # noqa: C901 - one line a fact
    if isinstance(fact, ReminderFact):
        wording_reminders.word(draft, fact, w)
        return
    if isinstance(fact, RecordFact):
        wording_records.word(draft, fact, w, library)
        return
    if isinstance(fact, RunsRecalled | WeighInsRecalled) and CHART.search(w.message.text):
        draft.say("talk.no_chart_but")
        draft.new_paragraph()
    match fact:
        case Found():
            answering.answer(draft, fact, w, library)
        case PulseCost():
            wording_figures.pulse_cost(draft, fact, w)
        case RunCost():
            wording_figures.run_cost(draft, fact, w)
        case FatOutlook():
            wording_figures.fat_outlook(draft, fact, w)
            _course(draft, w)
        case Doubted():
            asking_to_log.ask(draft, fact, w)
        case Refused():
            wording_figures.refused(draft, fact)
        case Withheld():
            wording_figures.withheld(draft, fact)
        case Missing():
            wording_figures.missing(draft, fact, w)
        case OlderThanSaid():
            wording_keeping.older_than_said(draft, fact)
        case Noted():
            wording_keeping.noted(draft, fact, w)
        case RunKept():
            _runs_kept(draft, fact, w)
        case RunsRecalled():
            wording_recall.runs_recalled(draft, fact, w)
        case WeighInKept():
            _weigh_ins_kept(draft, fact, w)
        case WeighInsRecalled():
            wording_recall.weigh_ins_recalled(draft, fact)
        case TakenBack():
            wording_logs.taken_back(draft, fact, w)
        case _:
            assert_never(fact)


def _runs_kept(draft: Draft, fact: RunKept, w: Workings) -> None:
    """Word all runs of a turn together, at the first of them."""
    runs = list(w.of(RunKept))
    if fact is runs[0]:
        wording_logs.runs_kept(draft, runs, w)


def _weigh_ins_kept(draft: Draft, fact: WeighInKept, w: Workings) -> None:
    """Word all weigh-ins of a turn together, at the first of them."""
    told = list(w.of(WeighInKept))
    if len(told) == 1:
        wording_logs.weigh_in_kept(draft, fact, w)
    elif fact is told[0]:
        wording_records.weigh_ins_kept(draft, [one.weigh_in for one in told], w)
