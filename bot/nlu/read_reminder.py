"""Read reminders: which of create, change, pause, resume, delete and list a clause is."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.clocks import clocks, part_of_day
from bot.nlu.cues import is_question
from bot.nlu.frame import Ask, Context, Frame
from bot.nlu.moments import days, past_day
from bot.nlu.pattern import Pattern
from bot.nlu.reminder_edit import change, from_to, meant, named_day, pause
from bot.nlu.reminder_wish import HOW_OFTEN, wish
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import every_n_days, weekdays

_NOUN = (
    r"(?:reminders?|nudges?|pings?|notifications?|(?<!its )(?<!watch )(?<!garmin )alerts?|alarms?|pokes?|nudging"
    r"|pinging|reminding|(?<!your )prompts?)"
)
_VERB = r"(?:remind|nudge|ping|bug|poke|notify|alert|prompt|buzz|wake|pester|nag|text|message|msg)"
_WEAK_VERB = r"(?:text|message|kick|chase|shout at|tell|call|push|contact)"
_NOT_OF_A_KNEE = "".join(
    rf"(?<!\b{word} )" for word in ("been", "is", "are", "keeps", "keep", "was", "still", "really")
)
"""A knee that has been bugging somebody wants no reminder."""
_ABOUT = Pattern(
    rf"\b{_NOUN}\b|{_NOT_OF_A_KNEE}\b{_VERB}(?:s|ging|ing)? me\b|\bremind(?:ed)?\b"
    r"|\bgive (?:me|us) a (?:shout|nudge|poke|kick|buzz|ping|bell|heads up|reminder|call|prod)\b"
    rf"|\b{_WEAK_VERB} me (?:up |out )?(?:(?:tomorrow|today|tonight|in|on|at|the|\w+day|\d+|one|two|three|four|five"
    r"|six|seven"
    rf"|eight|nine|ten|eleven|twelve|am|pm|morning|evening) ){{0,4}}(?:to (?:go|run|get|jog|exercise|train)|every"
    r"|each|at \d"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun)|when it is time)\b"
    r"|\bset (?:an|a|my|up) (?:\w+ )?(?:reminder|alarm|time)\b|\bschedule (?:a |my |me )|\b(?:get|kick|drag) me (?:up"
    r"|out)\b"
)
_LIST = Pattern(
    rf"\b(?:when|what time|which days?)\b[^.!\n]{{0,30}}\b(?:{_VERB}(?:ing|ed)?|{_NOUN}|contact|hear from you)\b"
    r"|\b(?:what|which|show|list|see|any|how many|do i have|have i got|got any|are there|check)\b[^.!\n]{0,24}"
    rf"\b{_NOUN}|^(?:my )?reminders\??$|\b(?:do i have|have i got|is there) anything (?:set|scheduled|planned|booked)"
    r"|\bwhat (?:is|have i got) (?:set|scheduled)\b|\bwhen is the next one\b"
    r"|\b(?:is|are) (?:my|the) (?:\w+ )?(?:reminders?|nudges?) (?:still )?(?:on|active|set|off|running)\b"
    rf"|\bis there (?:a |any )?{_NOUN} (?:for|on)\b|\btell me (?:my|the|about my) {_NOUN}|\b(?:show|tell) me what is"
    r" (?:set|scheduled|planned)\b"
    r"|\bwhen is my next (?:run )?(?:reminder|nudge|ping|one)\b"
)
_RANG = Pattern(
    rf"\b(?:did|didnt|why didnt|have|havent) (?:you|u|i) (?:\w+ )?(?:forget to )?(?:{_VERB}|get (?:a|my|any"
    rf"|the) {_NOUN}"
    rf"|send (?:me )?(?:a|my|any|the) {_NOUN}|miss (?:a|my|the) {_NOUN})"
    rf"|\byou (?:didnt|did not|never|forgot to) (?:{_VERB}|send)\b|\bwas i (?:\w+ )?(?:reminded|nudged|pinged)\b"
    rf"|\b(?:i )?(?:didnt|never|havent) (?:get|got|see|seen|receive|received) (?:a|my|any|the|your) {_NOUN}"
    rf"|\bno {_NOUN} (?:this morning|today|yesterday|last night|tonight)\?"
    rf"|\bdid (?:my|the|that) (?:\w+ )?{_NOUN} (?:go off|ring|come|fire|work|go)\b"
    rf"|\bwhere (?:was|is) my {_NOUN}\b|\bwhat happened (?:to|with) my {_NOUN}\b"
)
_LESS_OFTEN = Pattern(r"\b(?:less often|not so often|too often|too many|fewer)\b")
_RESUME = Pattern(
    r"\b(?:resume|unpause|un-pause|reactivate|re-enable|unmute|restart|re-start)\b"
    r"|\b(?:start|turn|switch|put|bring|set)\b[^.!\n]{0,24}\b(?:again|back|back on|on again)\b(?! (?:to|an?|\d"
    r"|by|half))"
    rf"|\b{_NOUN} (?:back )?(?:on|again)\b(?! (?:mon|tue|wed|thu|fri|sat|sun|at|my))"
    rf"|\b(?:carry on|continue|keep going) with (?:the |my )?{_NOUN}\b|\bback from\b.{{0,24}}\b{_VERB} me again\b"
    rf"|\bstart (?:the )?{_NOUN}\b|\b(?:you can|can) {_VERB} me again\b|\bim back\b"
)
_NOT_RESUME = Pattern(r"\bstop|\bcancel|\bin \d")
_DELETE = Pattern(
    r"\b(?:stop|cancel|delete|remove|turn off|switch off|kill|drop|get rid of|quit|disable|end|scrap|clear|bin|ditch"
    r"|lose|take away"
    r"|unsubscribe|no more|no need (?:to|for)|dont (?:want|need)(?: any(?: more)?)?|no longer (?:want|need)"
    r"|do away with|enough with|enough)\b(?! by\b)"
    rf"|\b(?:dont|never|stop|quit) {_VERB}(?:ing)? me\b|\b(?:turn|switch)\b[^.!\n]{{0,24}}\boff\b"
)
_PAUSE = Pattern(
    r"\b(?:pause|skip|hold|suspend|mute|snooze|leave me alone|(?:take|have|need|want) a (?:break|rest)|(?:rest"
    r"|break) from|break from|give (?:it|me) a (?:rest|break)"
    r"|not today|not tomorrow|not tonight|not this week|(?:not|cancel|drop) (?:this|next) \w+day"
    r"|(?:cancel|drop) (?:today|tomorrow|tonight|\w+day)\W*$|on holiday|on vacation|im away|im off|quiet|stop for"
    r"|hold off"
    r"|stand down|day off|(?:days?|weeks?|months?|fortnight) off|silence|miss today|put on hold)\b"
)
_PAUSE_FOR = Pattern(
    rf"\b(?:until|till|til|for)\b[^.!\n]{{1,30}}\bno (?:more )?{_NOUN}\b|"
    rf"\b(?:no|stop|without|turn off|switch off|mute|silence) (?:the |any |more |my )?{_NOUN}\b[^.!\n]{{0,24}}"
    r"\b(?:for|until|till|til|this week|today|tomorrow|this weekend|tonight)\b"
    rf"|\bno {_NOUN}\b[^.!\n]{{0,24}}\b(?:week|month|days)\b"
    r"|\b(?:ill|sick|injured|a cold|flu|covid|poorly|unwell|holiday|vacation|away)\b[^\n]{0,40}"
    r"\b(?:no|stop|pause|without|leave|dont)\b"
)
_CHANGE = Pattern(
    r"\b(?:change|move|shift|postpone|delay|reschedule|switch|make (?:it|that|them|the|my)|push(?: back)?|bring forward"
    r"|bring (?:it|them|my)|swap|update|edit|adjust|set (?:it|them|that) (?:to|for)|earlier|later|amend|alter"
    r"|put (?:it|them) back|should (?:be|come|go off|ring)|instead)\b"
)
_REMIND_ME = Pattern(rf"\b{_VERB} me\b")
_AWAY = Pattern(r"\b(?:on (?:holiday|vacation|leave)|away|travelling|traveling|ill|sick|injured|poorly|unwell)\b")
_UNTIL = Pattern(r"\b(?:until|till|til|before|back on|up to)\b")
_PLAINLY = Pattern(
    r"^(?:please )?(?:unpause|unmute|unsnooze|resume|pause|snooze)\b|\bquiet (?:until|till|til|for)\b"
    r"|\bpause\b(?! (?:my"
    r"|the) (?:watch|run|app|garmin|strava))"
    r"|\b(?:turn|switch) (?:it|them|those) (?:all )?back on\b|\bput (?:it|them|those) (?:all )?back on(?: please)?\W*$"
    r"|^(?:please |ok )*set (?:it|them"
    r"|those) (?:all )?back(?: up| on)?\W*$|\b(?:\d+|an?|one|two|three|some) (?:days?|weeks?"
    r"|months?|fortnight) off\W*$"
    r"|^(?:please )?(?:turn|switch|put) (?:(?:it|them|that|those|everything|all)(?: of them)? )?(?:all )?(?:back )?on"
    r"(?: again)?\W*$|^(?:please )?(?:back on|start (?:it |them |everything )?(?:again|up again))\W*$"
    r"|^(?:please |just |ok )?(?:cancel|stop|end|turn off|switch off) (?:everything|all(?: of (?:them|it))?"
    r"|them(?: all)?|it all)\W*$"
    r"|\b(?:change|move|shift|set) (?:the|my) time\b|\b(?:do i have|have i got) anything (?:set|scheduled|booked)"
)
_SKIPS = Pattern(
    r"\bskip (?:today|tomorrow|tonight|this (?:week|weekend)|(?:the )?next|mon|tue|wed|thu|fri|sat|sun)"
    r"|\bleave me alone\b"
    r"|^(?:please )?(?:not|skip|cancel|drop|no) (?:today|tomorrow|tonight|(?:this|next) \w+day)\W*$"
    r"|^(?:please )?(?:cancel|drop) \w+day\W*$|^(?:today|tomorrow|tonight),? skip\W*$"
)
_HAD_OFF = Pattern(
    r"\b(?:had|has|took|taken|after|since|was|were|been|having|missed)\b[^.?!\n]{0,24}\b(?:days?|weeks?|months?"
    r"|fortnight) off\b"
)
"""Time off that was taken, or was not, is no wish for some."""
_HOUR_AND_DAY = Pattern(
    r"^(?:(?:ok|okay|so|then|right|fine|yes|lets say|say|maybe|and)[ ,]*)*(?:(?:tomorrow|today|tonight|(?:on "
    r"|this |next )?\w{3,6}day)"
    r" (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm) (?:tomorrow|today|tonight"
    r"|(?:on |this |next )?\w{3,6}day))"
    r"(?: (?:then|it is|please|works))*\W*$"
)
"""An hour and a day, and nothing else: what else would a coach do then?"""
_OF_ONESELF = Pattern(
    r"^(?:(?:but|and|so|because|ugh|honestly),? )*(?:im|i am|i feel|i get|i crash|i fall|im always|my \w+ (?:is|are))\b"
    r"(?![^.?!\n]*\b(?:free|run\w*|going|go|jog\w*|train\w*|up for|available|out)\b)"
)
"""How somebody is at some hour of the day is no wish: "im wiped by 3pm every day"."""
_ASKS_OR_TELLS = Pattern(r"\bshould i\b|\bcan i\b|\bdid\b")
_THE_ONE = Pattern(r"\b(?:the|my|that) (?:\w+ ){0,2}ones?\b")
_OF_RUNS = Pattern(
    r"\b(?:ran|run|jogged|lose|will|would|how)\b|^(?:why|does|is|are|what if|should)\b"
    r"|\bwhat (?:do|can|could|should) i\b"
)
_RESEARCH = Pattern(r"\b(?:research|stud(?:y|ies)|science|evidence|trials?|proven|do reminders (?:work|help))\b")
_SIZES = frozenset({"distance", "duration", "pace", "speed", "mass", "energy"})


def about_reminders(text: str) -> bool:
    """Whether a tidy clause speaks of reminders."""
    return _ABOUT.search(text) is not None


def read_reminder(said: Utterance, context: Context) -> Frame | None:
    """Read a clause about reminders; without the word itself only what is plainly a wish for one."""
    about = about_reminders(said.words)
    if _RESEARCH.search(said.words) and is_question(said.words):
        return None
    if not about and not _implied(said, context):
        return None
    if asked := _asked(said):
        return asked
    if _RESUME.search(said.words) and not _NOT_RESUME.search(said.words) and not clocks(said.digits):
        return Frame(intent="reminder_resume")
    if _rests(said.words, about=about):
        return pause(said)
    if _DELETE.search(said.words) and "instead" not in said.words:
        return _ended(said)
    if _CHANGE.search(said.words) and not _REMIND_ME.search(said.words):
        return change(said, context)
    return wish(said)


def _asked(said: Utterance) -> Frame | None:
    """Read what is only asked, or cannot be done before something is asked back."""
    if _RANG.search(said.words):
        return _rang(said)
    if _LIST.search(said.words):
        return Frame(intent="reminder_list")
    fewer = _LESS_OFTEN.search(said.words)
    return Frame(intent="reminder_change", ask=Ask(slot="days", choices=HOW_OFTEN[1:2])) if fewer else None


def _ended(said: Utterance) -> Frame:
    """Read which reminders are to end; "cancel tomorrow's reminder" means that day and no other."""
    if one_day := named_day(said):
        return Frame(intent="reminder_pause", entities={"date": one_day})
    return Frame(intent="reminder_delete", entities=meant(said))


def _rang(said: Utterance) -> Frame:
    """Read which day, and which part of it, somebody asks about: "did you remind me this morning?"."""
    day = past_day(said)
    part = part_of_day(said.digits)
    entities: dict[str, Any] = {"rang": True}
    if day is not None:
        entities["date"] = day.on.isoformat()
    if part is not None:
        entities["part"] = part
    return Frame(intent="reminder_list", entities=entities)


def _implied(said: Utterance, context: Context) -> bool:
    """Whether a clause without the word is about reminders: "every day at 7pm", "skip today", "unpause"."""
    text = said.words
    if _HAD_OFF.search(text):
        return False
    if _HOUR_AND_DAY.match(text) and _ahead(said):
        return True
    if _PLAINLY.search(text) or (_SKIPS.search(text) and not _ASKS_OR_TELLS.search(text)):
        return True
    if _AWAY.search(text) and (_UNTIL.search(text) or from_to(said)) and _ahead(said):
        return True
    if _THE_ONE.search(text) and ((context.last_intent or "").startswith("reminder") or weekdays(said.digits)):
        return True
    if any(item.dimension in _SIZES for item in said.items) or _OF_RUNS.search(text):
        return False
    if _CHANGE.search(text) and (clocks(said.digits) or weekdays(said.digits) or named_day(said)):
        return True
    named = weekdays(said.digits)
    repeated = (named is not None and not named.single) or every_n_days(said.digits) is not None
    return repeated and not _OF_ONESELF.search(text) and bool(clocks(said.digits, bare=True))


def _ahead(said: Utterance) -> bool:
    return bool(days(said.digits, today=said.now.date(), towards="future"))


def _rests(text: str, *, about: bool) -> bool:
    """Whether reminders are to rest for a while."""
    if _PAUSE_FOR.search(text):
        return True
    if not _PAUSE.search(text) or re.search(r"\b(?:move|change|reschedule)\b", text):
        return False
    return about or not re.search(r"\bevery\b", text)
