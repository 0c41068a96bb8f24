"""Short answers to what people say around a subject: slips, missed runs, ten minutes, doubts about the coach itself."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.thread import SUMS
from bot.coach.workings import Workings
from bot.nlu.about_coach import coach_asked
from bot.nlu.clauses import sentences
from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern

_LONGEST: Final = 12
_LOOSE: Final = frozenset({"out_of_scope", "knowledge_question", "feeling", "smalltalk", "why", "dispute", "plan"})
"""What such words are read as."""
_WHY_NOT: Final = Pattern(
    r"^(?:but |and |so )?why (?:wont|won't|cant|can't|dont|don't|not|are you not|arent you|aren't you|will you not)\b"
    r".{0,24}\b(?:tell|say|give|show|answer|help)|^why not\W*$",
    re.IGNORECASE,
)
_INSISTS: Final = Pattern(
    r"^(?:\W|but |and |so |no |ok |come on |pls |please |oh )*(?:just|only|simply|come on|go on)\b"
    r".{0,16}\b(?:tell|give|say|show)\b"
    r".{0,24}\b(?:numbers?|figures?|kilos?|kcal|calories|it|anyway|rough\w*)\b"
    r"|\b(?:tell|give|show) me (?:it |the (?:number|figure)s? )?any ?ways?\b"
    r"|^(?:\W|ok |then |so |well |but |just |can you |could you )*(?:pretend|imagine|suppose|assume|act like|say)"
    r" (?:that )?(?:i'?m|im|i am|i was|i were|you)\b"
    r"|\bwhat if i (?:was|were|said i was|lied)\b|\bhypothetical\w*\b|\bi (?:won'?t|wont) tell (?:any|no)\w*"
    r"|\b(?:just )?this once\b",
    re.IGNORECASE,
)
"""What somebody says who wants all the same what was held back."""
_SLIP: Final = Pattern(
    r"\b(?:ate|eaten|scoffed|had|demolished|binged on|pigged out)\b.{0,24}\b(?:cakes?|pizzas?|chocolate|takeaway"
    r"|ice cream|burgers?|crisps|biscuits?|cookies?|doughnuts?|donuts?|chips|fries|mcdonalds?|kfc|junk|sweets|candy)\b",
    re.IGNORECASE,
)
_MISSED: Final = Pattern(
    r"\b(?:didn'?t|did not|couldn'?t|haven'?t)\b.{0,16}\b(?:go|gone|run|make it|get out|manage)\b|\b(?:skipped|missed)"
    r" (?:it|my run|the run|today|yesterday|again|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    r"|\bbailed\b",
    re.IGNORECASE,
)
_THANKS: Final = Pattern(r"^(?:ok(?:ay)? |great |cool |ah )?(?:thanks|thank you|thx|cheers|ta)\b", re.IGNORECASE)
_NEW: Final = Pattern(r"\b(?:i'?m|im|i am|total(?:ly)?) (?:\w+ )?new (?:to|here|at)\b", re.IGNORECASE)
_AGAIN: Final = Pattern(r"\bback (?:to|at) square (?:one|1)\b|\bstart(?:ing)? (?:all )?over\b", re.IGNORECASE)
_TEN: Final = Pattern(r"\b(?:10|ten) ?(?:mins?|minutes)\b", re.IGNORECASE)
_WHAT_TO_DO: Final = Pattern(r"\b(?:what|how|only|just|do|enough)\b", re.IGNORECASE)
_TRUST: Final = Pattern(
    r"\b(?:why should i|can i|should i) (?:trust|believe|listen to) (?:you|u|a bot)\b", re.IGNORECASE
)
_CROSS: Final = Pattern(
    r"\byou (?:suck|stink|are (?:useless|rubbish|stupid|crap|dumb|terrible))\b|\b(?:this|that|it)(?:'?s| is)"
    r" (?:useless|rubbish|crap|stupid|shit|pointless)\b|\bscrew you\b|\bfuck (?:you|off|this)\b",
    re.IGNORECASE,
)
_PASTE: Final = Pattern(
    r"\b(?:import(?:ed|ing)?|paste|upload|migrate|transfer|csv)\b.{0,40}\b(?:runs?|rows?|csv|spreadsheet|log|history|data"
    r"|file|excel|strava|garmin)\b|\bthe import\b",
    re.IGNORECASE,
)
_BRINGS: Final = Pattern(
    r"\b(?:import(?:ed|ing)?|upload|bring (?:in|over)|load|add)\b.{0,24}\bruns\b.{0,16}\b(?:from|in)\b",
    re.IGNORECASE,
)
CHART: Final = Pattern(r"\b(?:charts?|graphs?|plots?|curve|diagram)\b", re.IGNORECASE)
"""What asks for a picture."""
_ASKED: Final = (
    (_PASTE, "talk.paste_runs", None),
    (CHART, "talk.no_chart", None),
    (_TRUST, "coach.about_self", None),
    (_TEN, "talk.ten_minutes_plan", ("remind_me", "v1:remind")),
)
"""What may be a question: pattern, text, button."""
_TOLD: Final = (
    (_CROSS, "talk.cross", ("log_a_run", "v1:log")),
    (_THANKS, "coach.thanks", None),
    (_NEW, "talk.new_here", ("ten_minutes", "v1:article:start-running")),
    (_SLIP, "talk.slip", None),
    (_AGAIN, "talk.starting_over", ("remind_me", "v1:remind")),
    (_MISSED, "talk.missed", ("remind_me", "v1:remind")),
)
"""What must not be a question."""


def wants_to_bring_runs(text: str) -> bool:
    """Whether runs kept elsewhere are to be brought here: "can I import old runs from my spreadsheet?"."""
    return _BRINGS.search(text) is not None


def answer_aside(draft: Draft, w: Workings) -> bool:
    """Answer what needs a short word of ours and no search; return whether it was that."""
    text = w.message.text
    if w.frame.intent not in _LOOSE or len(text.split()) > _LONGEST:
        return False
    state = permissions(w.runner).state
    if state is not None and (_WHY_NOT.search(text) or _insists(w)):
        still = f"follow.still_withheld.{state}"
        asks_why = _WHY_NOT.search(text) is not None or draft.was_worded(draft.texts.wordings(still)[0])
        draft.say(f"follow.why_withheld.{state}" if asks_why else still)
        draft.button("ten_minutes", "v1:article:start-running")
        return True
    asks = any(is_question(part) for part in sentences(text.lower()))
    known = _ASKED if asks else (*_ASKED, *_TOLD)
    # "cheers. i feel so useless today" is thanks by its first word alone.
    felt = w.frame.intent == "feeling"
    found = next(
        (
            (name, button)
            for pattern, name, button in known
            if pattern.search(text) and not (felt and pattern is _THANKS)
        ),
        None,
    )
    if found is None or (found[0] == "talk.ten_minutes_plan" and not _WHAT_TO_DO.search(text)):
        return False
    name, button = found
    draft.kind = "answer" if name in {"talk.ten_minutes_plan", "talk.no_chart", "talk.paste_runs"} else "smalltalk"
    draft.say_once(name)
    if button is not None:
        draft.button(*button)
    return True


def answer_about_us(draft: Draft, w: Workings) -> bool:
    """Answer plainly whether this is a person, what is kept and who is told; return whether that was asked."""
    asked = coach_asked(w.message.text) if w.message.action is None else None
    if asked is None:
        return False
    if draft.kind != "safety":
        draft.kind = "smalltalk"
    draft.new_paragraph()
    draft.say(f"coach.asked.{asked}")
    return True


def _insists(w: Workings) -> bool:
    """Whether what was just held back is asked for all the same."""
    held_back = w.last is not None and w.last.intent in SUMS | _LOOSE and not w.last.reply.figures
    return held_back and _INSISTS.search(w.message.text) is not None
