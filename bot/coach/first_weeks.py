"""Word the first plan: each part of it in a few words, then a sentence of its article with the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.nextstep import listed
from bot.coach.outing import minutes_told, split
from bot.coach.permissions import permissions
from bot.coach.planned import PLAN_ARTICLE, coming, in_a_row, last_run, next_outing, plan_days
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern
from bot.nlu.plan_words import (
    PlanAsked,
    asks_same,
    doubts_it,
    lacks_bra,
    minutes_asked,
    names_old_shoes,
    rounds_done,
    short_minutes,
)
from bot.nlu.weekdays import WEEK, weekdays
from bot.voice.phrase import Phrase, phrase

PLAN_DAYS: Final = "plan_days"
"""The slot of the question which days they will go on."""
_SENTENCES_OF_THE_WEEK: Final = 3
_LONGEST_JOG_MIN, _LONGEST_OUTING_MIN = 10, 30
"""Longer pieces and outings are better cut up in the first week. [min]"""
_JOGGING: Final = Pattern(r"\bjog\w*\b|\brunning\b(?! plan)|\bnon ?stop\b")
_AFTER_YEARS: Final = Pattern(r"\b(?:years?|ages|decades?|never|long time)\b")
_HEAVY: Final = Pattern(r"\bheavy bodies\b")
_COUNTS: Final = Pattern(r"\bbrisk walking counts\b")
_HARD_WEEK: Final = Pattern(r"\bIf a week felt hard\b")
_FIXED_MOMENT: Final = Pattern(r"\bfixed moment\b|\bsame cue\b")
_NO_NUMBERS: Final = Pattern(r"\b(?:no|without|hate|skip|stop(?: with)?) (?:the |any |more )?numbers\b", re.IGNORECASE)
_FITS: Final = Pattern(r"\bshoe that fits\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanTurn:
    """What one answer about the plan is made from."""

    draft: Draft
    w: Workings
    library: Library
    said: str
    """The message, tidy."""


def tell(turn: PlanTurn, asked: PlanAsked) -> None:
    """Word the part of the plan that was asked for."""
    if asked in _COUNTED and _wants_no_numbers(turn):
        turn.draft.say("start.by_feel")
        _with_source(turn)
    elif asked in _TELLERS:
        _TELLERS[asked](turn)
    else:
        _short(turn, asked)


def _short(turn: PlanTurn, asked: PlanAsked) -> None:
    turn.draft.say(f"start.{asked}")
    _with_source(turn)


def _week(turn: PlanTurn) -> None:
    if _AFTER_YEARS.search(turn.said):
        turn.draft.say("start.after_years")
    _whole_week(turn)


def _whole_week(turn: PlanTurn) -> None:
    draft = turn.draft
    plan = picking.of_part(turn.library.articles[PLAN_ARTICLE], "how_to")[:_SENTENCES_OF_THE_WEEK]
    if any(draft.was_said(sentence.text) for _, sentence in plan):
        draft.say("start.week_again")
    else:
        for passage, sentence in plan:
            draft.add(draft.quote(passage, sentence, turn.library))
    _with_source(turn)
    _with_days(turn)


def _for_me(turn: PlanTurn) -> None:
    """Say yes to somebody who never ran, and give the week at once."""
    turn.draft.say("start.for_me")
    _whole_week(turn)


def _with_days(turn: PlanTurn) -> None:
    """End with the next day to go, or ask once which days suit."""
    draft, days = turn.draft, plan_days(turn.w)
    if days:
        draft.new_paragraph()
        draft.say("start.next_known", next=_day_name(turn, next_outing(turn.w, days), within=True))
    elif not draft.ever_asked("start.ask_days"):
        draft.new_paragraph()
        draft.say("start.ask_days")
        draft.pending = PLAN_DAYS
    draft.button("remind_me", "v1:remind")


def _wants_no_numbers(turn: PlanTurn) -> bool:
    """Whether they asked for no numbers, for good or in this talk."""
    asked = any(_NO_NUMBERS.search(one.said) for one in turn.w.memory.exchanges)
    return asked or permissions(turn.w.runner).state == "number_free"


def _tomorrow(turn: PlanTurn) -> None:
    on, days = _named_day(turn), plan_days(turn.w)
    if on is not None and days and WEEK[on.weekday()] not in days:
        _day(turn)
        return
    _short(turn, "tomorrow")
    turn.draft.button("remind_me", "v1:remind")


def _next(turn: PlanTurn) -> None:
    draft, days = turn.draft, plan_days(turn.w)
    on = next_outing(turn.w, days)
    if on is None:
        draft.say("start.next_open")
    else:
        draft.say("start.next_known" if days else "start.next_after", next=_day_name(turn, on, within=True))
    draft.say("start.outing_short")
    _with_source(turn)


def next_day(turn: PlanTurn) -> Phrase:
    """Return the day of the next outing in words: of their days, else with a rest day after the last one."""
    on = next_outing(turn.w, plan_days(turn.w)) or turn.w.now.date() + timedelta(days=2)
    return _day_name(turn, on, within=True)


def _day(turn: PlanTurn) -> None:
    """Answer for one named day: whether it is one of theirs, and what the outing is."""
    draft, w = turn.draft, turn.w
    days, today = plan_days(w), w.now.date()
    on = _named_day(turn) or next_outing(w, days) or today + timedelta(days=1)
    day = _day_name(turn, on)
    last = last_run(w)
    if days and WEEK[on.weekday()] not in days:
        draft.say("start.day_rest", day=day, next=_day_name(turn, next_outing(w, days), within=True))
        _with_source(turn)
        return
    if not days and last is not None and on - last.on_date == timedelta(days=1):
        draft.say("start.day_after_run", day=day, next=_day_name(turn, on + timedelta(days=1), within=True))
        _with_source(turn)
        return
    name = "same" if asks_same(turn.said) else "yes" if days else "free"
    draft.say(f"start.day_{name}", day=day)
    draft.say("start.outing_short")
    _with_source(turn)


def _intends(turn: PlanTurn) -> None:
    on = _named_day(turn) or turn.w.now.date()
    turn.draft.say("start.intends", day=_day_name(turn, on))
    _with_source(turn)


def _days_told(turn: PlanTurn) -> None:
    days = plan_days(turn.w)
    names = [turn.draft.texts.say(f"start.weekday.{day}") for day in days]
    name = "days_in_a_row" if in_a_row(days) else "days_kept"
    on = next_outing(turn.w, days)
    turn.draft.say(f"start.{name}", days=listed(turn.draft, names), next=_day_name(turn, on, within=True))
    turn.draft.say("start.outing_short")
    _with_source(turn)
    turn.draft.button("remind_me", "v1:remind")


def _too_much(turn: PlanTurn) -> None:
    minutes = minutes_asked(turn.said)
    if _JOGGING.search(turn.said):
        name = "jog_piece" if minutes <= _LONGEST_JOG_MIN else "jog_long"
    else:
        name = "total_fine" if minutes <= _LONGEST_OUTING_MIN else "total_long"
    turn.draft.say(f"start.{name}", time=phrase(f"{minutes} minutes", "said"))
    _with_source(turn)


def _short_time(turn: PlanTurn) -> None:
    turn.draft.say("start.short_time", time=phrase(f"{short_minutes(turn.said)} minutes", "said"))
    _with_source(turn)


def _split(turn: PlanTurn) -> None:
    """Cut the minutes they have into walking and jogging, so that it adds up with the way home."""
    minutes = minutes_told(turn.w)
    if minutes is None:
        _short(turn, "minutes")
        return
    part = split(minutes)
    turn.draft.say(
        "start.split",
        time=phrase(f"{minutes} minutes", "said"),
        warm=phrase(str(part.warm), "text:start.split"),
        rounds=phrase(str(part.rounds), "text:start.split"),
        home=phrase(str(part.home), "text:start.split"),
        jog=phrase(str(part.jogged), "text:start.split"),
        walk=phrase(str(part.walked), "text:start.split"),
    )
    _with_source(turn)


def _unfit(turn: PlanTurn) -> None:
    turn.draft.say("start.not_too_unfit")
    _with_source(turn)


def _fell_short(turn: PlanTurn) -> None:
    turn.draft.say("start.fell_short", count=phrase(rounds_done(turn.said) or "", "said"))
    _with_source(turn)


def _wear(turn: PlanTurn) -> None:
    """Tell what to put on; what they say they have, or lack, is answered first."""
    draft, bare = turn.draft, lacks_bra(turn.said)
    if names_old_shoes(turn.said):
        draft.say("start.wear_shoes")
    if bare:
        draft.say("start.wear_no_bra")
        if not draft.ever_asked("start.wear"):
            draft.say("start.wear_rest")
    else:
        draft.say("start.wear")
        if turn.w.runner.sex == "female":
            draft.say("start.wear_bra")
    _quote(turn, _FITS, slug="running-shoes")


def _too_heavy(turn: PlanTurn) -> None:
    turn.draft.say("start.too_heavy")
    _quote(turn, _HEAVY)


def _counts(turn: PlanTurn) -> None:
    turn.draft.say("start.counts")
    _quote(turn, _COUNTS)


def _went_well(turn: PlanTurn) -> None:
    turn.draft.say("start.went_well_no" if doubts_it(turn.said) else "start.went_well")
    _with_source(turn)


def _time_of_day(turn: PlanTurn) -> None:
    turn.draft.say("start.time_of_day")
    _quote(turn, _FIXED_MOMENT, slug="sticking-with-it")


def _next_week(turn: PlanTurn) -> None:
    turn.draft.say("start.next_week")
    _quote(turn, _HARD_WEEK)


_TELLERS: Final[Mapping[PlanAsked, Callable[[PlanTurn], None]]] = {
    "week": _week,
    "for_me": _for_me,
    "tomorrow": _tomorrow,
    "next": _next,
    "day": _day,
    "intends": _intends,
    "days_told": _days_told,
    "too_much": _too_much,
    "unfit": _unfit,
    "fell_short": _fell_short,
    "wear": _wear,
    "too_heavy": _too_heavy,
    "counts": _counts,
    "next_week": _next_week,
    "time_of_day": _time_of_day,
    "went_well": _went_well,
    "short_time": _short_time,
    "split": _split,
}


_COUNTED: Final[frozenset[PlanAsked]] = frozenset({
    "week", "for_me", "tomorrow", "next", "day", "minutes", "rounds", "tiny", "next_week",
    "is_all", "days_told", "too_much", "short_time", "split",
})  # fmt: skip
"""Parts that are told in minutes; to those who want no numbers, by feel."""


def _named_day(turn: PlanTurn) -> date | None:
    """Return the date of the day a message names."""
    today = turn.w.now.date()
    if re.search(r"\btomorrow\b", turn.said):
        return today + timedelta(days=1)
    if re.search(r"\b(?:today|tonight)\b", turn.said):
        return today
    named = weekdays(turn.said)
    return coming(named.days[0], today) if named is not None and len(named.days) == 1 else None


def _day_name(turn: PlanTurn, on: date | None, *, within: bool = False) -> Phrase:
    """Return a day as people name it; `within` a sentence, today and tomorrow are not capitalised."""
    texts, today = turn.draft.texts, turn.w.now.date()
    on = on or today
    if not within and (named := weekdays(turn.said)) is not None and WEEK[on.weekday()] in named.days:
        return texts.say(f"start.weekday.{WEEK[on.weekday()]}")
    if on == today:
        return texts.say("start.next_today" if within else "start.today")
    if on == today + timedelta(days=1):
        return texts.say("start.next_tomorrow" if within else "start.tomorrow_day")
    return texts.say(f"start.weekday.{WEEK[on.weekday()]}")


def _quote(turn: PlanTurn, wanted: Pattern, *, slug: str = PLAN_ARTICLE) -> None:
    """Add the sentence of an article that holds these words, if it is new; then the plan's source."""
    article = turn.library.articles.get(slug)
    held = picking.of_part(article, "verdict", "because", "evidence", "how_to") if article is not None else []
    new = [one for one in picking.fresh(turn.draft, held) if wanted.search(one[1].text)]
    for passage, sentence in new[:1]:
        turn.draft.add(turn.draft.quote(passage, sentence, turn.library))
    if not turn.draft.citations:
        _with_source(turn)


def _with_source(turn: PlanTurn) -> None:
    """End with a cited sentence that was not said yet, or, when none is left, with the marks alone."""
    draft, article = turn.draft, turn.library.articles[PLAN_ARTICLE]
    verdict = picking.verdict(draft, article, turn.said)[:1]
    for passage, sentence in verdict:
        draft.add(draft.quote(passage, sentence, turn.library))
    if not verdict:
        passage = article.part("verdict")[0]
        marks = draft.cite(passage, passage.sentences[0], turn.library)
        draft.add(phrase("".join(f"[{n}]" for n in marks), f"passage:{marks[0]}"))
