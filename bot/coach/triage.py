"""Red flags first: fixed words, no figure, and what they mean for the profile and the reminders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.coach import help_lines
from bot.coach.draft import Draft
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.turn import ChangeReminder, Memory, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.acute_signs import harms_a_child
from bot.nlu.care_topics import CareTopic, care_topics
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.red_flags import tier
from bot.nlu.since_birth import since_birth
from bot.runner import Flag, Runner

_FLAGS: Final[Mapping[str, Flag]] = {
    "pregnancy": "pregnant",
    "eating_disorder": "eating_disorder",
    "very_low_intake": "eating_disorder",
    "lost_periods": "reds_signs",
    "low_energy": "reds_signs",
    "insulin_left_out": "eating_disorder",
    "hypoglycaemia_on_insulin": "medical",
    "recent_birth": "recent_birth",
}
"""Red flags that stay on the profile until the person takes them back."""
RAISED: Final = "raised"
"""Name, among a red flag's entities, of the flags it put on the profile: what was misread can be taken off again."""
SENSED: Final = "sensed"
"""Name, among a red flag's entities, of its having been likely only: no sign of it was said."""
STATES: Final = frozenset({*_FLAGS, "minor"})
"""All categories that tell of a state and not of a moment."""
_BORN: Final = Pattern(r"\b(?:had (?:the|my|our) baby|gave birth|was born|is here|arrived|breast ?feed\w*)\b", re.I)
"""Without these, somebody pregnant who speaks of the birth asks about the time to come."""
_KEPT_STATES: Final = ("minor", "pregnancy", "recent_birth")
"""States whose words are said once; told again they only set the scene."""
_TIERS: Final = ("emergency", "urgent", "protected")
_PAST: Final = Pattern(
    r"\b(?:recover\w*|used to (?:have|be|suffer|struggle|skip|starve|restrict|binge|purge|not eat)|in the past"
    r"|years ago|(?:a )?long time ago|ages ago|(?:i was|used to be) (?:anorexic|bulimic)|history (?:of|with)"
    r"|when i was (?:young\w*|a teen\w*"
    r"|a kid|at \w+)|in my (?:teens|twenties|thirties|20s|30s)|my therapist says|as a (?:teen\w*|student|kid)"
    r"|(?:better|fine|ok(?:ay)?|well|good) (?:now|these days)|at (?:uni|college)"
    r"|i (?:had|got over|struggled with) (?:an? )?(?:anorexia|bulimia|eating disorder|ed)"
    r"|(?:past|after) (?:an? |my )?(?:anorexia|bulimia|eating disorder|ed)|(?:anorexia|bulimia|eating disorder|ed) "
    r"(?:past|in my past|history))\b",
    re.IGNORECASE,
)
"""Words of somebody who is past it and asks about running; numbers stay closed all the same."""
_BACK_AGAIN: Final = Pattern(
    r"(?<!run )(?<!running )(?<!jog )(?<!jogging )(?<!start )(?<!exercise )(?<!train )(?<!training )(?<!going )"
    r"\bagain\b"
    r"|\b(?:relaps\w*|coming back|came back|is back|still|spiral\w*|slipp\w+|a slip|struggling now)\b",
    re.IGNORECASE,
)
_DISCLOSED: Final[Mapping[str, tuple[CareTopic, ...]]] = {
    "recent_birth": ("breast_infection",),
    "eating_disorder": ("purge_urge", "purged", "binged", "not_eating", "compensated", "skips_meals"),
    "very_low_intake": ("purge_urge", "purged", "binged", "not_eating", "compensated", "skips_meals"),
}
"""What gets words of its own within a category."""
_MET_BY_CARE: Final[frozenset[CareTopic]] = frozenset(
    {"why_earn", "voice_comes", "instead_of_run", "tell_close", "no_meal_now", "keeps_weight"}
)
"""What somebody known to be past an eating disorder asks about it."""
_ONCE: Final = re.compile(
    r"^(?!.*\b(?:every|always|again and again|daily|each|keeps?|blood|faint\w*|dizz\w*|racing|chest|laxatives?|twice"
    r"|times|still)\b)"
    r".*\b(?:once|one time|only time|first time|a slip|slipped(?: up)?|relaps\w* once|one slip|just the one)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A slip of somebody past it, told as one, with nothing in it that needs help at once."""
_OF_BODY: Final = Pattern(
    r"\b(?:kgs?|kilos?|lbs?|pounds?|fat|weigh\w*|cal\w*|kcals?|los(?:e|ing)|burns?|bmi|abs|bell(?:y|ies)|stomach|skinny"
    r"|thin\w*|slim\w*|diet\w*|eat\w*|numbers|how i look|my body|ugly|mirror)\b|\d ?(?:kg|lb|cm)",
    re.IGNORECASE,
)
_NOW: Final = Pattern(
    r"\b(?:today|yesterday|tonight|now|just|this (?:week|morning|evening)|last (?:night|week|weekend)|all the time"
    r"|every (?:day|night|week)|keeps?|again)\b(?<!okay now)(?<!ok now)(?<!fine now)(?<!better now)(?<!well now)",
    re.IGNORECASE,
)
"""When something was done to the body, in a message that also tells of the past."""
_GLAD: Final = Pattern(
    r"\b(?:felt|feels?|was|its|it's|is|been|had|such)(?: \w+)? (?:great|good|amazing|lovely|wonderful|brilliant|fun"
    r"|happy"
    r"|proud)\b|\b(?:good|great|lovely|nice|happy) (?:day|run|news)\b|\b(?:didn'?t|did not|without) (?:\w+ )?"
    r"(?:count\w*|weigh\w*|track\w*)\b|\bno guilt\b|\bproud of\b",
    re.IGNORECASE,
)
"""Something good that is told beside what is past."""
_TALK_OF_RUNNING: Final[frozenset[CareTopic]] = frozenset(
    {
        "start",
        "how_often",
        "faster",
        "overdoing",
        "say_what",
        "week_by_feel",
        "week_plan",
        "progress",
        "hungry",
        "teased",
        "pace_goal",
        "quick_session",
        "strength",
        "stunts_growth",
        "safe_for_age",
        "eats_less",
        "skips_meals",
        "shape",
    }
)
_BEYOND_THE_PAST: Final[frozenset[CareTopic]] = frozenset(
    {"hungry", "compelled", "overdoing", "stop_running", "eats_by_count"}
)
"""What somebody past it may be met on beside the words for that."""
_FELT_BEFORE: Final = Pattern(
    r"\b(?:felt|was|had|got|went|did|happened|yesterday|last (?:night|week|time|run)|earlier|the other day)\b",
    re.IGNORECASE,
)
_THERE_NOW: Final = Pattern(
    r"\b(?:now|still|right now|feels|is|hurts|getting|since|worse|arm|jaw|sweat\w*|sick|dizzy|breath\w*|keeps?"
    r"|every time"
    r"|when i (?:run|walk|climb)|pain|pressure|crush\w*|stabb\w*)\b",
    re.IGNORECASE,
)
"""Beside these a chest pain of before is treated as one that is there."""
_PREGNANT: Final = Pattern(
    r"\b(?:pregnan\w*|preggers|expecting|trimester|due|scan|bump|on the way|test|lines|again)\b", re.IGNORECASE
)
_GENTLE: Final = frozenset({"pregnancy", "recent_birth", "lost_periods"})
"""States whose questions the articles may answer besides the fixed words."""


def may_be_explained(category: str) -> bool:
    """Whether articles without weight figures may answer beside the fixed words."""
    return category in _GENTLE


def unless_known(frame: Frame, memory: Memory, text: str) -> Frame:
    """Return a frame without the states that were told before: said again beside a question, they are no news.

    Args:
        frame: What the message says.
        memory: Holds the states that are known.
        text: The message; what has words of its own within a state is kept.
    """
    topics = care_topics(text)
    known: set[str] = {one for one in _KEPT_STATES if one in frame.flags and _is_known(one, memory.runner)}
    hopes = "recent_birth" in frame.flags and "pregnant" in memory.runner.flags
    if hopes and since_birth(text) is None and not _BORN.search(text):
        known.add("recent_birth")
    if "recent_birth" in memory.runner.flags and not _PREGNANT.search(text):
        known.add("pregnancy")  # "I'm ten weeks" counts from the birth that was told
    known -= {one for one in known if any(topic in topics for topic in _DISCLOSED.get(one, ()))}
    flags = tuple(one for one in frame.flags if one not in known)
    if not known or gravest(flags) is not None:
        return frame
    asks = bool(topics) or is_question(text.lower()) or any(one.intent != "set_profile" for one in frame.also)
    if "minor" in known and not asks:
        return frame
    return without(frame, frozenset(known))


def without(frame: Frame, known: frozenset[str]) -> Frame:
    """Return a frame without some red flags: what else the message says comes first then."""
    if known.isdisjoint(frame.flags):
        return frame
    flags = tuple(one for one in frame.flags if one not in known)
    if frame.intent != "red_flag":
        return replace(frame, flags=flags)
    if (graver := gravest(flags)) is not None:
        return replace(frame, flags=flags, entities={**frame.entities, "category": graver})
    needs = [one for one in frame.also if one.intent != "set_profile"] or list(frame.also)
    if not needs:
        return Frame(intent="feeling" if frame.feeling else "out_of_scope", feeling=frame.feeling, flags=flags)
    first = needs[0]
    others = tuple(one for one in frame.also if one is not first)
    return replace(first, also=(*first.also, *others), flags=flags, repaired=frame.repaired)


def is_news(category: str, runner: Runner) -> bool:
    """Whether a category tells of a state that is not on the profile yet; dangers of the moment always do."""
    if category == "lost_periods" and {"pregnant", "recent_birth"} & runner.flags:
        return False
    if category == "minor" and runner.age_years is not None and runner.age_years >= ADULT_AGE_YEARS:
        return False  # who has told an adult age is no child because of how they write
    if "doctor_first" in runner.flags and tier(category) != "emergency":
        return False  # who waits for a doctor is told so in the words of that alarm
    return not (category in STATES and _is_known(category, runner))


def _is_known(category: str, runner: Runner) -> bool:
    if category == "minor":
        return permissions(runner).state == "under_18"
    return _FLAGS[category] in runner.flags


def gravest(categories: tuple[str, ...]) -> str | None:
    """Return the category that must be answered with fixed words, the gravest first; None if none must."""
    if "eating_disorder" in categories:
        # Its words close the numbers for the young as well, and they meet what was told.
        categories = tuple(one for one in categories if one != "minor")
    for wanted in _TIERS:
        for category in categories:
            if tier(category) == wanted:
                return category
    return None


def is_known_worry(category: str | None, w: Workings) -> bool:
    """Whether a message shows signs of a trouble with eating that was told before, and nothing done to the body."""
    return category == "eating_disorder" and "eating_disorder" in w.memory.runner.flags


def leave_to_care(w: Workings) -> None:
    """Read a known trouble with eating no longer as news where care has words for just what is asked of it."""
    topics = {*care_topics(w.message.text)} - {"compensated"}
    met = _MET_BY_CARE & topics and topics.isdisjoint(_DISCLOSED["eating_disorder"])
    if met and {*w.frame.flags} == {"eating_disorder"} and "eating_disorder" in w.memory.runner.flags:
        w.frame = without(w.frame, frozenset({"eating_disorder"}))


def cautions(categories: tuple[str, ...]) -> tuple[str, ...]:
    """Return the categories that add one line of care to an ordinary answer."""
    return tuple(category for category in categories if tier(category) == "caution")


def answer_red_flag(draft: Draft, category: str, w: Workings) -> None:
    """Say the fixed words, and stage what they mean for the profile and the reminders."""
    draft.kind = "safety"
    words = help_lines.words(draft, w.memory.runner, _name(draft, w, category))
    if not (may_be_explained(category) and any(words.text in text for text in draft.said_before)):
        draft.add(words)
    if w.frame.entities.get(SENSED) and tier(category) == "emergency":
        draft.say("leaving.or_not")
    after = w.memory.runner.model_copy(update={"flags": w.memory.runner.flags | flags_for(w.frame.flags)})
    young_now = "minor" in after.flags and permissions(w.memory.runner).state != "under_18"
    if young_now and any(one.reply.figures for one in w.memory.exchanges):
        draft.say("safety.minor_takes_back")
    if after != w.memory.runner:
        new = sorted(after.flags - w.memory.runner.flags)
        w.frame = replace(w.frame, entities={**w.frame.entities, RAISED: new})
        w.staged.append(SaveRunner(runner=after))
        w.runner = after
        allowed = permissions(after)
        draft.quotes_numbers, draft.quotes_bodies = allowed.quoted_numbers, allowed.quoted_bodies
    if tier(category) == "emergency":
        w.staged.extend(
            ChangeReminder(reminder=replace(reminder, paused_until=None, next_fire_at=None))
            for reminder in w.memory.reminders
        )


def may_be_cared_for(category: str, w: Workings) -> bool:
    """Whether what was asked along with a red flag may be answered besides its fixed words."""
    topics = care_topics(w.message.text)
    past_only = category == "eating_disorder" and is_past(w.message.text) and not _NOW.search(w.message.text)
    if not past_only and any(topic in topics for topic in _DISCLOSED.get(category, ())):
        return False
    past = category == "eating_disorder" and is_past(w.message.text)
    if past and not _BEYOND_THE_PAST.isdisjoint(topics):
        return True
    if category == "minor":
        return w.theirs is not None or bool(topics)
    return category in _GENTLE or (past and (w.theirs is not None or not _TALK_OF_RUNNING.isdisjoint(topics)))


def _name(draft: Draft, w: Workings, category: str) -> str:
    """Return which fixed words fit: a disclosure has its own, the young and those past it too; none thrice."""
    text = w.message.text
    topics = care_topics(text)
    name = f"safety.{category}"
    young = "minor" in w.frame.flags or permissions(w.runner).state == "under_18"
    told = next((topic for topic in _DISCLOSED.get(category, ()) if topic in topics), None)
    if told is not None and not (is_past(text) and (told == "skips_meals" or not _NOW.search(text))):
        name = _told_name(draft, told, text, w.memory.runner, young=young)
    elif category == "chest_pain" and _FELT_BEFORE.search(text) and not _THERE_NOW.search(text):
        name = "safety.chest_pain_past"
    elif category == "self_harm" and harms_a_child(text, mother=w.runner.has_given_birth):
        name = "safety.harm_to_child"
    elif category == "eating_disorder" and is_past(text):
        name = "safety.eating_disorder_glad" if _GLAD.search(text) else "safety.eating_disorder_past"
    elif category == "lost_periods" and young:
        name = "safety.lost_periods_young"
    elif category == "minor" and permissions(w.memory.runner).state == "under_18":
        name = "safety.minor_heard"
    elif category == "minor" and not _OF_BODY.search(text) and not any(one.reply.figures for one in w.memory.exchanges):
        name = "safety.minor_training"
    shorter = "safety.eating_disorder_again" if _FLAGS.get(category) == "eating_disorder" else None
    again = shorter or (name if tier(category) == "protected" else f"safety.again_{tier(category)}")
    harm = "safety.again_self_harm" if category == "self_harm" else again
    return help_lines.unsaid(draft, name) or harm


def _told_name(draft: Draft, told: CareTopic, text: str, runner: Runner, *, young: bool) -> str:
    """Return the words for what was told: a single slip has its own, and so have the young."""
    if told == "purged" and _is_slip(text, runner):
        return "safety.purged_once"
    name = f"safety.{told}_young"
    return name if young and draft.texts.has(name) else f"safety.{told}"


def _is_slip(text: str, runner: Runner) -> bool:
    """Whether somebody known to be past an eating disorder tells of having been sick one time."""
    return "eating_disorder" in runner.flags and _ONCE.search(text) is not None


def is_past(text: str) -> bool:
    """Whether trouble with eating is told as something of the past."""
    return _PAST.search(text) is not None and _BACK_AGAIN.search(text) is None


def flags_for(categories: tuple[str, ...]) -> frozenset[Flag]:
    """Return everything that closes numbers or holds reminders in what a message tells, not the gravest alone."""
    flags: set[Flag] = {_FLAGS[one] for one in categories if one in _FLAGS}
    if any(tier(one) == "emergency" for one in categories):
        flags.add("doctor_first")
    if "minor" in categories:
        flags.add("minor")
    return frozenset(flags)
