"""Answer what needs no tool: taps, follow-ups, pleasantries, feelings, wishes about one's own data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.coach import asking_to_log, emptying, followups, keeping, letting_go, receipts
from bot.coach.aching import answer_ache
from bot.coach.advised import answer_advised
from bot.coach.asides import answer_about_us, answer_aside
from bot.coach.breathless import answer_breathless
from bot.coach.caring import care_for
from bot.coach.cited_work import answer_of_dated_work, answer_of_work
from bot.coach.compared_works import answer_compared
from bot.coach.compose import compose
from bot.coach.detail_answers import answer_detail
from bot.coach.draft import Draft
from bot.coach.facts import Missing
from bot.coach.feelings import meet_feeling
from bot.coach.figure_questions import answer_on_figure
from bot.coach.getting_faster import answer_faster
from bot.coach.getting_longer import answer_longer
from bot.coach.habit import habit_of
from bot.coach.just_asked import answer_just_asked, answer_surely_asked
from bot.coach.leaning import asks_same
from bot.coach.leaning_runs import again
from bot.coach.leaving import answer_leaving
from bot.coach.limits import answer_limit
from bot.coach.locality import take_wish
from bot.coach.method_answers import METHOD, answer_method, family_named, family_of_figure, speaks_of_ours
from bot.coach.moods import answer_mood
from bot.coach.not_kept import answer_not_kept
from bot.coach.own_plan import takes_own_plan
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.plain_questions import answer_plain_question
from bot.coach.probing import answer_probe, probe_of
from bot.coach.reminding import barred
from bot.coach.returning import answer_return
from bot.coach.scale import scale
from bot.coach.starting import answer_beginner
from bot.coach.surety import answer_in_percent
from bot.coach.taps import answer_tap
from bot.coach.turn import SaveRunner
from bot.coach.typed import is_typed
from bot.coach.unheld import answer_unheld
from bot.coach.unreadable import answer_unreadable
from bot.coach.unwell import agreed
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import LONGEST_READ

_WANTS_TO_KNOW: Final = Pattern(r"\b(?:tell|show|explain|how)\b", re.IGNORECASE)
"""A yes that asks for what was spoken of: "yes tell me how"."""
_TO_US: Final = Pattern(
    r"\b(?:you\w*|u|ya|coach|hows? (?:it|things|life)|what'?s up|sup)\b|\?|^\W*\w+\W*$", re.IGNORECASE
)
"""Small talk that asks after us, or says next to nothing."""
_MAY_NAME_A_WORK: Final = frozenset({"out_of_scope", "knowledge_question", "why", "source", "dispute", "more"})

_SAID_OF_ARTICLES: Final = frozenset({"error", "interval", "validation"})
"""What may be asked of an article's figure as well as of ours."""
_MAY_BEGIN: Final = frozenset({None, "under_18", "number_free"})
"""Whose first week is anybody's; after a birth, say, a check comes first."""
_REPLACES: Final = "v1:on_top:no"
_SMALL_FOOD_CHANGE_KCAL: Final = 200.0
"""What the button "eat a little less" stands for. [kcal/day]"""


def answer_directly(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer what needs no tool; return whether it did."""
    action = w.message.action
    if action is not None and not is_typed(action):
        if not _varies(action, w):
            answer_tap(draft, w, library, action)
            return True
        return False
    text = w.message.text
    if not text:
        draft.kind = "clarify"
        draft.say("coach.no_text")
    elif len(text) > LONGEST_READ:
        draft.kind = "clarify"
        draft.say("coach.too_long")
    elif takes_own_plan(w):
        return False
    elif _without_search(draft, w, library):
        pass
    elif w.frame.ask is not None:
        creates = w.frame.intent == "reminder_create"
        missing = Missing(slot=w.frame.ask.slot, choices=w.frame.ask.choices)
        w.facts.append((barred(w) if creates else None) or missing)
        compose(draft, w, library)
    else:
        return take_wish(draft, w) or _converse(draft, w, library)
    return True


def _without_search(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer what fixed words or a named study answer; return whether it was that."""
    return (
        answer_leaving(draft, w)
        or _take_adult_age(draft, w, library)
        or answer_about_us(draft, w)
        or letting_go.ask_before_forgetting(draft, w)
        or answer_not_kept(draft, w)
        or answer_unheld(draft, w, library)
        or answer_surely_asked(draft, w, library)
        or answer_limit(draft, w)
        or answer_longer(draft, w, library)
        or care_for(draft, w, library)
        or answer_ache(draft, w, library)
        or answer_breathless(draft, w, library)
        or answer_plain_question(draft, w, library)
        or (permissions(w.runner).state in _MAY_BEGIN and answer_beginner(draft, w, library))
        or meet_feeling(draft, w, library)
        or answer_on_figure(draft, w)
        or answer_compared(draft, w, library)
        or answer_detail(draft, w, library)
        or (_may_name_a_work(w) and answer_of_dated_work(draft, w, library))
        or answer_just_asked(draft, w, library)
        or answer_advised(draft, w, library)
        or answer_faster(draft, w, library)
        or answer_return(draft, w)
        or answer_mood(draft, w)
        or answer_aside(draft, w)
        or _same_for_me(draft, w, library)
        or answer_in_percent(draft, w, library)
        or (_may_probe(w) and answer_probe(draft, w, library))
        or (_may_name_a_work(w) and answer_of_work(draft, w, library))
    )


def _may_name_a_work(w: Workings) -> bool:
    return w.frame.intent in _MAY_NAME_A_WORK and not _asks_of_ours(w)


def _asks_of_ours(w: Workings) -> bool:
    """Whether a question on our own method names its authors, who are no work of the articles then."""
    return w.frame.about in METHOD and (family_named(w.message.text) == "race" or speaks_of_ours(w.message.text))


def _take_adult_age(draft: Draft, w: Workings, library: Library) -> bool:
    """Take an adult age from somebody held for a child before anything meant for children is told."""
    told = next((one.entities["age_years"] for one in (w.frame, *w.frame.also) if "age_years" in one.entities), 0)
    if permissions(w.memory.runner).state != "under_18" or told < ADULT_AGE_YEARS:
        return False
    w.frame = replace(w.frame, entities={**w.frame.entities, "age_years": told})
    w.facts.append(keeping.remember(w, {"age_years": told}))
    compose(draft, w, library)
    return True


def _same_for_me(draft: Draft, w: Workings, library: Library) -> bool:
    """Give an article's figure once more for the person as they are known now; return whether that was asked."""
    article = w.thread.article(library)
    if w.thread.sum is not None or article is None or w.thread.figured is None or not asks_same(w.message.text):
        return False
    figure = scale(draft, article, w)
    if figure:
        draft.add(figure)
        draft.button("how", "v1:how")
    elif permissions(w.runner).state is not None:
        draft.say(f"coach.withheld.{permissions(w.runner).state}")
    else:
        receipts.unchanged(draft, w.thread.figured.reply.figures[0])
    return True


def _may_probe(w: Workings) -> bool:
    """Whether a message may ask for the evidence behind the last answer; one that tells a run or a body is no probe."""
    unsized = w.frame.intent in {"calorie_question", "projection_question"} and not w.frame.entities
    of_article = w.frame.about in _SAID_OF_ARTICLES and _of_an_article(w)
    if w.frame.about not in {None, "certainty"} and not of_article:
        return False
    felt = w.frame.intent == "feeling" and probe_of(w.message.text) == "verdict"  # "so useless?" of stretching
    return felt or unsized or w.frame.intent in _MAY_NAME_A_WORK


def _varies(action: str, w: Workings) -> bool:
    """Turn a tap that does an earlier sum again with something changed into that request; return whether it is one."""
    request = next((one for one in reversed(w.memory.exchanges) if one.intent == "projection_question"), None)
    name = action.split(":")[1]
    if action == _REPLACES and request is not None and _known_now(w):
        w.frame = again(w.frame, request, replaces=True)
        return True
    if name not in {"less", "one_more"} or request is None:
        return False
    times = float(request.entities.get("sessions_per_week", 0) or 0)
    changes = (
        {"intake_change_kcal_day": -_SMALL_FOOD_CHANGE_KCAL} if name == "less" else {"sessions_per_week": times + 1}
    )
    w.frame = again(w.frame, request, **changes)
    return True


def _known_now(w: Workings) -> bool:
    """Whether it is known what is run now, told or logged."""
    return w.runner.runs_now_km_per_week is not None or habit_of(w.memory.runs, today=w.now.date()) is not None


def _converse(draft: Draft, w: Workings, library: Library) -> bool:
    talk: Mapping[Intent, Callable[[], None]] = {
        "greeting": lambda: _plain(draft, "coach.greeting"),
        "help": lambda: _plain(draft, "coach.help" if permissions(w.runner).quoted_bodies else "coach.help_to_run"),
        "thanks": lambda: _plain(draft, "coach.thanks"),
        "smalltalk": lambda: _plain(draft, _smalltalk(w)),
        "yes": lambda: _yes(draft, w, library),
        "no": lambda: _no(draft, w),
        "more": lambda: followups.more(draft, w, library),
        "why": lambda: followups.why(draft, w, library),
        "source": lambda: _source(draft, w, library),
        "dispute": lambda: _dispute(draft, w, library),
        "export_data": lambda: followups.known(draft, w),
        "delete_data": lambda: _plain(draft, "coach.delete_how"),
        "number_free": lambda: _number_free(draft, w),
    }
    if w.frame.intent == "more" and "units_pref" in w.frame.entities:
        return followups.in_other_units(draft, w, library)
    if w.frame.intent == "no" and w.thread.pending == "on_top" and _varies(_REPLACES, w):
        return False
    if w.frame.intent == "out_of_scope":
        return answer_unreadable(draft, w)
    answer = talk.get(w.frame.intent)
    if answer is None:
        asks_advice = w.frame.intent == "knowledge_question" and w.frame.follow_up and w.frame.question == "how"
        return asks_advice and followups.advise(draft, w, library)
    answer()
    return True


def _plain(draft: Draft, name: str) -> None:
    draft.kind = "smalltalk"
    draft.say(name)


def _smalltalk(w: Workings) -> str:
    if letting_go.is_farewell(w.message.text):
        return "coach.bye"
    if w.frame.about_coach:
        return "coach.about_self"
    return "coach.smalltalk" if _TO_US.search(w.message.text) else "coach.chat"


def _source(draft: Draft, w: Workings, library: Library) -> None:
    """Answer where something comes from: our own method by its texts, a figure by its receipt, a claim by its works."""
    about, figured = w.frame.about, w.thread.figured
    if about in _SAID_OF_ARTICLES and _of_an_article(w):
        w.frame = replace(w.frame, about="certainty")
        followups.why(draft, w, library)
    elif about == "equation" and figured is not None and family_named(w.message.text) in {None, family_of_figure(w)}:
        receipts.explain(draft, w, figured, "equation")
    elif about == "equation" and figured is None and family_named(w.message.text) is None:
        draft.say("follow.equations")
    elif about in METHOD:
        answer_method(draft, w, about)
    elif about is None and w.thread.last is not None and w.thread.last.entities.get("about") in METHOD:
        answer_method(draft, w, "validation")
    elif about == "inputs" and (figured is not None or w.thread.topic is None):
        receipts.receipt(draft, w)
    elif about == "funding":
        draft.say("follow.funding")
        draft.button("sources", "v1:sources")
    else:
        receipts.sources(draft, w, library)


def _of_an_article(w: Workings) -> bool:
    """Whether "its error" is that of an article's figure and not of ours."""
    of_article = w.thread.topic == "article" and not w.thread.figure_just_shown
    return of_article and not speaks_of_ours(w.message.text)


def _dispute(draft: Draft, w: Workings, library: Library) -> None:
    """Take doubt seriously: a figure opens its inputs, an article tells how strong its evidence is."""
    if w.thread.topic == "article":
        w.frame = replace(w.frame, about="certainty")
        followups.why(draft, w, library)
    else:
        receipts.dispute(draft, w)


def _yes(draft: Draft, w: Workings, library: Library) -> None:
    pending = w.thread.pending
    if pending == "on_top":
        followups.on_top(draft, w, agreed=True)
    elif pending == "adult":
        followups.adult(draft, w, confirmed=True)
    elif emptying.is_asked(pending):
        emptying.agreed(draft, w)
    elif pending == letting_go.FORGET:
        letting_go.agreed(draft, w)
    elif asking_to_log.agreed(draft, w, pending):
        pass
    elif pending == "remind":
        w.frame = replace(w.frame, intent="reminder_create", entities={})
        draft.pending = "time"
        draft.say("coach.reminder.ask_time")
    elif agreed(draft, w, pending) or (_WANTS_TO_KNOW.search(w.message.text) and followups.advise(draft, w, library)):
        pass
    else:
        _plain(draft, "coach.yes_heard")


def _no(draft: Draft, w: Workings) -> None:
    pending = w.thread.pending
    if pending == "on_top":
        followups.on_top(draft, w, agreed=False)
    elif pending == "adult":
        followups.adult(draft, w, confirmed=False)
    else:
        _plain(draft, "coach.no_heard")


def _number_free(draft: Draft, w: Workings) -> None:
    """Keep the wish for no numbers, or take it back; a protected state is not left this way."""
    wanted = not w.frame.entities.get("off")
    flags = w.runner.flags | {"number_free"} if wanted else w.runner.flags - {"number_free"}
    after = w.runner = w.runner.model_copy(update={"flags": flags})
    w.staged.append(SaveRunner(runner=after))
    draft.kind = "confirm"
    draft.dry_run = w.message.channel == "ask"
    state = permissions(after).state
    if wanted:
        draft.say("coach.noted.number_free_kept" if "eating_disorder" in after.flags else "coach.noted.number_free")
    elif state is not None:
        draft.say(f"coach.withheld.{state}")
    else:
        draft.say("coach.noted.numbers_back")
