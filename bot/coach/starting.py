"""Answer a beginner who asks for the plan itself: its first weeks, one day of it, its minutes, less of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.coach import first_weeks, triage
from bot.coach.aching import care_beside
from bot.coach.draft import Draft
from bot.coach.facts import Noted
from bot.coach.first_weeks import PlanTurn
from bot.coach.keeping import remember
from bot.coach.outing import has_told_minutes
from bot.coach.permissions import permissions
from bot.coach.planned import PLAN_ARTICLE, begins, is_about_plan, is_newest, stands_on_plan
from bot.coach.told_of import beside_denied
from bot.coach.wording_keeping import profile_facts
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern
from bot.nlu.plan_words import PlanAsked, asks_next, clothes_asked, lacks_bra, plan_asked
from bot.nlu.repair import names_in, repaired
from bot.nlu.session_split import asks_split
from bot.nlu.tidy import tidy
from bot.voice.phrase import join

_OTHER_MATTER: Final = Pattern(
    r"\b(?:marathon|half (?:marathon|iron)|\d+ ?k\b|\d+ ?km|miles?|race|pb|sub|faster|speed|intervals?|butt|bum|glutes?"
    r"|strength|workout|squats?|meals?|diet|eat\w*|food|calor\w*|kcal|burn\w*|los(?:e|ing)|weights?|belly|baby|birth"
    r"|pregnan\w*|section|kids?|son|daughter|reminders?|remind|every day|a day|steps? a"
    r"|max|at most|beers?|wine|pints?|drink(?:s|ing)?|booze|alcohol"
    r"|enough for|treadmill|bike"
    r"|swim\w*|privacy|plan for (?:my|a) (?:friend|mum|dad|wife|husband))\b"
)
"""What makes it another plan, or another question."""
_TROUBLE: Final = Pattern(
    r"\b(?:hurts?|pain\w*|ach(?:e|es|ing|y)|sore|tight|stiff|niggl\w*|twing\w*|tender|swollen|period|injur\w*|sick)\b"
)
"""What wants its own answer first."""
_WEATHER: Final = Pattern(
    r"\b(?:cold|hot|heat|dark|night|rain\w*|winter|summer|snow|ice|icy|freezing|frost\w*|minus|pregnan\w*|bra|period)\b"
)
_NO_STEPS: Final = Pattern(
    r"\bnot steps\b|\b\d+ ?(?:hours?|hrs?|h) (?:a|per|every) day\b|\ball day every day\b|\b(?:had|got) (?:an? "
    r"|my )?(?:first |second |third )?(?:kid|baby|child|son|daughter|little one)"
    r" (?:[2-9]|\d\d|two|three|four|five|six) years ago\b"
    r"|\bnot (?:up )?to (?:a )?\d+ ?km?\b|^\d+ ?km? lol\b|\bafter the kids are (?:in bed|asleep)\b"
    r"|\b(?:have|ive got|got|with|(?:dad|mum|mom|mother|father) (?:of|to)) (?:\w+ )?(?:[2-6]|two|three|four|small|young"
    r"|big|grown)"
    r" (?:\w+ )?(?:kids|children|teens|teenagers|boys|girls|sons|daughters)\b"
)
"""Words that name another matter and are none: neither a birth of years ago nor the kids at home keep anybody from the
first week."""
_CONDITION: Final = Pattern(
    r"\b(?:asthma\w*|diabet\w*|heart|blood pressure|arthritis|condition|disease|surgery|operation|cancer|thyroid"
    r"|epilep\w*|feet|foot|hips|boobs|breasts?|pcos|menopaus\w*|recover\w*|therapy|meds|medication|tablets|pills"
    r"|scoliosis|hernia|prolapse|disc|stroke|copd|lupus|ms|wheelchair|prosthe\w*|blind|deaf)\b"
)
"""With one of these, whether running is for somebody is a question of its own."""
_BUT_NOT: Final = Pattern(r",? (?:and )?not (?:about |the |for )*[^:,.?!]{3,40}(?=[:,.?!]|$)")
"""What was not asked about: "i asked about running, not about hills"."""
_SAYS_AGAIN: Final = Pattern(r"(?:no,? |but |wait,? |hey,? )*i (?:asked|meant|said|was asking|am asking)\b")
_OF_A_MOTHER: Final = Pattern(
    r"\b(?:(?:new|first ?time|tired|young|nursing|single|busy) (?:mum|mom|mama|mother|parent)|im an? (?:\w+ )?(?:mum"
    r"|mom|mother)"
    r"|(?:mum|mom|mama|mother) (?:of|here|to)\b|newborn|post ?partum|postnatal|c ?section|caesarean|maternity"
    r"|miscarr\w*"
    r"|breast ?feed\w*|midwife|trimester|expecting)\b"
)
"""Who may have given birth lately is asked when, before a week is told."""
_OF_ANYBODY: Final[frozenset[PlanAsked]] = frozenset({"week", "for_me", "tomorrow", "split", "next"})
_FIRST: Final = Pattern(r"\b(?:first|start\w*|begin\w*|new|jog\w*)\b")
_OPEN_TO: Final = frozenset({None, "number_free"})
"""Whose first plan is anybody's; to those who want no numbers it is told by feel."""
_OF_DAYS: Final[frozenset[PlanAsked]] = frozenset({"days_told", "day", "intends", "next", "tomorrow"})
_ASKED_OF_A_REMINDER: Final = frozenset(
    {"time", "days", "date", "days_and_time", "remind", "which", "time_zone", "cue"}
)
"""Slots whose answer names days for a reminder, not for the plan."""
_MAY_NAME_TROUBLE: Final[frozenset[PlanAsked]] = frozenset({"week", "too_heavy", "wear"})
_MAY_NAME_ANYTHING: Final[frozenset[PlanAsked]] = frozenset({"too_heavy"})
"""What is asked for outright, whatever else the message tells."""
_RAN_LATELY: Final = 4
"""Turns after a run was told in which "when next?" means the next one."""
_OF_A_START: Final = frozenset({PLAN_ARTICLE, "first-weeks-doubts", "dead-butt"})
"""Articles whose own answer to "is running for me?" is the first week."""
_TOLD: Final = frozenset({"weight_kg", "height_m", "age_years", "sex", "goal"})
_ASKING: Final = Pattern(r"\b(?:where|how|what) (?:do|should|would|can|is|on earth|the hell|to)\b.*")
"""Beside a wish the question by itself says what is asked: "id love a smaller bum. where do i even start"."""
_WITH_A_LINE_OF_CARE: Final[frozenset[PlanAsked]] = frozenset({"week", "for_me", "tomorrow"})


def answer_beginner(draft: Draft, w: Workings, library: Library) -> bool:
    """Give the first week, or the part of it that was asked for, with its source; return whether it was that."""
    if PLAN_ARTICLE not in library.articles:
        return False
    said = _plain(w)
    if w.frame.intent == "set_profile" and "goal" in w.frame.entities and (question := _ASKING.search(said)):
        said = question[0]
    asked = _asked(w, library, said)
    if asked is None:
        return False
    if asked == "next_week" and w.last is not None and w.last.intent == "feeling":
        asked = "tomorrow"  # beside a feeling one small outing was named, and no week
    keep_told(draft, w)
    w.frame = replace(w.frame, intent="knowledge_question", ask=None, also=())
    turn = PlanTurn(draft=draft, w=w, library=library, said=said)
    first_weeks.tell(turn, asked)
    care_beside(draft, w, library)
    older = ("older_beginner",) if permissions(w.runner).older and asked in _WITH_A_LINE_OF_CARE else ()
    for caution in dict.fromkeys((*triage.cautions(w.frame.flags), *older)):
        draft.new_paragraph()
        draft.say(f"safety.{caution}")
    return True


def _asked(w: Workings, library: Library, said: str) -> PlanAsked | None:
    if w.frame.intent == "red_flag" or permissions(w.runner).state not in _OPEN_TO or not begins(w):
        return None
    after_run = w.last is not None and w.last.intent == "log_run"
    newest = is_newest(w, library)
    asked = plan_asked(said, on_plan=stands_on_plan(w), after_run=after_run or newest)
    if asked is None and asks_next(said) and any(one.intent == "log_run" for one in w.memory.exchanges[-_RAN_LATELY:]):
        asked = "next"
    if asked is None and asks_split(said, on_plan=True) and has_told_minutes(w):
        asked = "split"
    if asked is None or _is_kept_elsewhere(w, asked):
        return None
    if (asked == "is_all" and (after_run or not newest)) or (asked == "next_week" and not is_about_plan(w)):
        return None
    if _is_another_matter(said, asked) or (asked == "for_me" and _is_answered_better(w)):
        return None
    if asked == "too_much" and not (newest or _FIRST.search(said)):
        return None
    return asked


def _is_answered_better(w: Workings) -> bool:
    """Whether an article holds an answer to just this message that is none of a start."""
    return w.just_asked is not None and w.just_asked.article not in _OF_A_START


def _is_another_matter(said: str, asked: PlanAsked) -> bool:
    """Whether the words name something the first plan does not answer."""
    if asked == "wear":
        return _WEATHER.search(clothes_asked(said)) is not None and not lacks_bra(said)
    if asked in {"for_me", "week"} and _CONDITION.search(said):
        return True
    if asked in _OF_ANYBODY and _OF_A_MOTHER.search(said):
        return True
    other = asked not in _MAY_NAME_ANYTHING and _OTHER_MATTER.search(_NO_STEPS.sub("", said)) is not None
    return other or (asked not in _MAY_NAME_TROUBLE and _TROUBLE.search(said) is not None)


def _is_kept_elsewhere(w: Workings, asked: PlanAsked) -> bool:
    """Whether a record or a reminder is meant, and not the plan."""
    if asked in _OF_DAYS and w.thread.pending in _ASKED_OF_A_REMINDER:
        return True
    if w.frame.intent.startswith("reminder_"):
        return asked not in _OF_DAYS or "time" in w.frame.entities
    if w.frame.intent == "log_query":
        return asked not in {"minutes", "next"} and not (asked == "week" and not w.memory.runs)
    return w.frame.intent == "undo" or (w.frame.intent == "log_run" and (asked != "fell_short" or w.frame.ask is None))


def keep_told(draft: Draft, w: Workings) -> None:
    """Keep what the message tells of the body, and say so first."""
    told = {name: value for one in (w.frame, *w.frame.also) for name, value in one.entities.items() if name in _TOLD}
    fact = remember(w, told) if told else None
    if not isinstance(fact, Noted):
        return
    if changes := frozenset(fact.changes):
        draft.say("coach.noted.facts", facts=join(profile_facts(draft, fact.after, only=changes), ", "))
        draft.new_paragraph()


def _plain(w: Workings) -> str:
    """Return the message tidy and with its slips mended; of a question asked anew, without what was not meant."""
    text = beside_denied(tidy(w.message.text))
    said = repaired(text, names=names_in(w.message.text))
    return _BUT_NOT.sub("", said) if w.frame.correction or _SAYS_AGAIN.match(said) else said
