"""Read reminders: create, change, pause, resume, delete, list."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.nlu.clocks import Clock, clocks, part_of_day
from bot.nlu.frame import Ask, Context, Frame
from bot.nlu.moments import days
from bot.nlu.utterance import Utterance, utterance
from bot.nlu.weekdays import WEEK, every_n_days, named_days, weekdays

_NOUN = (
    r"(?:reminders?|nudges?|pings?|notifications?|alerts?|alarms?|pokes?|nudging|pinging|reminding|bugging|prompts?)"
)
_VERB = r"(?:remind|nudge|ping|bug|poke|notify|alert|prompt|buzz|wake|pester|nag)"
_WEAK_VERB = r"(?:text|message|kick|chase|shout at|tell|call|push|contact)"
_ABOUT = re.compile(
    rf"\b{_NOUN}\b|\b{_VERB}(?:s|ing)? me\b|\bgive (?:me|us) a (?:shout|nudge|poke|kick|buzz|ping|bell|heads up|reminder|call|prod)\b|\bremind\b|\b{_WEAK_VERB} me (?:up |out )?(?:to (?:go|run|get|jog|exercise|train)|every|each|at \d|on (?:mon|tue|wed|thu|fri|sat|sun)|when it is time)\b|\bset (?:an|a|my|up) (?:\w+ )?(?:reminder|alarm|time)\b|\bschedule (?:a |my |me )"
)
_LIST = re.compile(
    rf"\b(?:when|what time|which days?)\b[^.!\n]{{0,30}}\b(?:{_VERB}(?:ing)?|{_NOUN}|contact|hear from you)\b|\b(?:what|which|show|list|see|any|how many|do i have|have i got|got any|are there|check)\b[^.!\n]{{0,24}}\b{_NOUN}|^(?:my )?reminders\??$|\b(?:do i have|have i got|is there) anything (?:set|scheduled|planned|booked)|\bwhat (?:is|have i got) (?:set|scheduled)\b|\bwhen is my next (?:run )?(?:reminder|nudge|ping|1|one)\b"
)
_RESUME = re.compile(
    rf"\b(?:resume|unpause|un-pause|reactivate|re-enable|unmute|restart|re-start)\b|\b(?:start|turn|switch|put|bring)\b[^.!\n]{{0,24}}\b(?:again|back|back on|on again)\b|\b{_NOUN} (?:back )?(?:on|again)\b(?! (?:mon|tue|wed|thu|fri|sat|sun|at|my))|\bstart (?:the )?{_NOUN}\b|\b(?:you can|can) {_VERB} me again\b|\bim back\b"
)
_DELETE = re.compile(
    rf"\b(?:stop|cancel|delete|remove|turn off|switch off|kill|drop|get rid of|quit|disable|end|scrap|clear|bin|ditch|lose|unsubscribe|no more|dont want(?: any(?: more)?)?|do away with|enough with|enough)\b(?! by\b)"
    rf"|\b(?:dont|never|stop|quit) {_VERB}(?:ing)? me\b|\b(?:turn|switch)\b[^.!\n]{{0,24}}\boff\b"
)
_PAUSE = re.compile(
    r"\b(?:pause|skip|hold|suspend|mute|snooze|leave me alone|take a break|break from|give (?:it|me) a (?:rest|break)|not today|not tomorrow|not tonight|not this week|on holiday|on vacation|im away|im off|quiet|stop for|hold off|stand down|day off|silence|miss today|put on hold)\b"
)
_PAUSE_FOR = re.compile(
    rf"\b(?:no|stop|without) (?:the |any |more |my )?{_NOUN}\b[^.!\n]{{0,24}}\b(?:for|until|till|til|this week|today|tomorrow|this weekend|tonight)\b|\bno {_NOUN}\b.*\b(?:week|month|days)\b|\b(?:ill|sick|injured|a cold|flu|covid|poorly|unwell|holiday|vacation|away)\b[^\n]{{0,40}}\b(?:no|stop|pause|without|leave|dont)\b"
)
_SNOOZE = re.compile(r"\b(?:snooze|remind me (?:again )?(?:later|in)|later|again in)\b")
_CHANGE = re.compile(
    r"\b(?:change|move|shift|reschedule|switch|make (?:it|that|them|the|my)|push(?: back)?|bring forward|bring (?:it|them|my)|swap|update|edit|adjust|set (?:it|them|that) (?:to|for)|earlier|later|amend|alter|put (?:it|them) back|instead)\b"
)
_CREATE = re.compile(
    rf"\b(?:{_VERB} me|remind|set|give (?:me|us) a|schedule|create|add|new|want|need|can (?:i|you)|could you|would you|please)\b"
)
_RELATIVE = re.compile(
    r"\bin (?:about )?(?:(?P<n>\d{1,3}(?:\.\d)?|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?|min|h|m))\b(?! (?:of|run|jog))"
)
_SHIFT = re.compile(
    r"\b(?:(?P<n>\d{1,2}(?:\.\d)?|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?)|(?P<bit>a bit|a little)) (?P<way>earlier|later|before|after|forward|back)\b|\b(?:by|back|forward) (?P<n2>\d{1,2}|an?|half an?) ?(?P<u2>hours?|minutes?|mins?)\b"
)
_ONCE = re.compile(r"\b(?:just )?(?:once|one time|one off|1 time|this once|only today|only tomorrow)\b")
_AWAY = re.compile(r"\b(?:on (?:holiday|vacation|leave)|away|travelling|traveling|ill|sick|injured|poorly|unwell)\b")
_LEAD = re.compile(r"\b(?:(?P<n>\d{1,3}|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?)) (?:before|ahead|prior|beforehand)\b")
_PIECES = re.compile(r",? and (?!the )|, | & |; ")
_UNTIL = re.compile(r"\b(?:until|till|til|before|back on|up to)\b")
_SIZE = frozenset({"distance", "duration", "pace", "speed", "mass", "energy"})
_TEXT_ONLY = re.compile(r"^(?:how|why|does|is|are|what if|should)\b")
_PART_CHOICES = {
    "morning": ("06:30", "07:00", "08:00"),
    "lunch": ("12:00", "12:30", "13:00"),
    "evening": ("17:30", "18:30", "19:30"),
}
_HALF_HOUR = 30


def about_reminders(text: str) -> bool:
    """Whether a tidy clause speaks of reminders."""
    return _ABOUT.search(text) is not None


def read_reminder(said: Utterance, context: Context) -> Frame | None:
    """Read a clause about reminders; without the word itself only what is plainly a wish for one."""
    text = said.words
    about = about_reminders(text)
    if not about and not _implied(said, context):
        return None
    if _LIST.search(said.digits) or _LIST.search(text):
        return Frame(intent="reminder_list")
    if _RESUME.search(text) and not re.search(r"\bstop|\bcancel|\bin \d", text) and not clocks(said.digits):
        return Frame(intent="reminder_resume")
    if _pauses(said, about):
        return _pause(said)
    if _DELETE.search(text) and not re.search(r"\binstead\b", text):
        return Frame(intent="reminder_delete", entities=_which(said))
    if (_CHANGE.search(text) and not re.search(rf"\b{_VERB} me\b", text)) and (about or context.last_intent or " time" in text):
        return change(said, context)
    return _created(said)


def _created(said: Utterance) -> Frame:
    """Read one wish, or one for each part that names its own days and its own time."""
    pieces = [piece for piece in _PIECES.split(said.words) if piece]
    parts = [utterance(piece, now=said.now, units=said.units) for piece in pieces]
    if len(parts) > 1 and all(weekdays(part.digits) and clocks(part.digits, bare=True) for part in parts):
        first, *others = (create(part) for part in parts)
        return replace(first, also=tuple(others))
    return create(said)


def _implied(said: Utterance, context: Context) -> bool:
    """Whether a clause without the word is about reminders: "every day at 7pm", "skip today", "unpause"."""
    text = said.words
    if re.search(
        r"^(?:please )?(?:unpause|resume|pause)(?: (?:please|everything|it all|them|all|for|until|till|it))?\b", text
    ):
        return True
    if re.search(
        r"\bskip (?:today|tomorrow|tonight|this (?:week|weekend)|(?:the )?next|mon|tue|wed|thu|fri|sat|sun)|\bleave me alone\b|\bpause everything\b|^(?:not|skip) (?:today|tomorrow|tonight)\W*$",
        text,
    ):
        return not re.search(r"\bshould i\b|\bcan i\b|\bdid\b", text)
    if re.search(
        r"^snooze\b|\bpause\b(?! (?:my|the) (?:watch|run|app|garmin|strava))|\b(?:change|move|shift|set) (?:the|my) time\b", text
    ):
        return True
    if _AWAY.search(text) and _UNTIL.search(text) and days(said.digits, today=said.now.date(), towards="future"):
        return True
    if re.search(r"\b(?:do i have|have i got) anything (?:set|scheduled|booked)", text):
        return True
    if (context.last_intent or "").startswith("reminder") and re.search(
        r"\b(?:the|my|that) (?:\w+ ){0,2}(?:1|one)s?\b", text
    ):
        return True
    if any(item.dimension in _SIZE for item in said.items) or re.search(
        r"\b(?:ran|run|jogged|lose|will|would|how)\b", text
    ):
        return False
    named = weekdays(said.digits)
    return bool(named and not named.single and not _TEXT_ONLY.match(text) and clocks(said.digits, bare=True))


def _pauses(said: Utterance, about: bool) -> bool:
    text = said.words
    if _PAUSE_FOR.search(text):
        return True
    if not _PAUSE.search(text):
        return False
    return not re.search(r"\b(?:move|change|reschedule)\b", text) and (about or not re.search(r"\bevery\b", text))


def _pause(said: Utterance) -> Frame:
    """Read from when to when reminders rest; a snooze becomes one move of the time."""
    text, today = said.digits, said.now.date()
    if _SNOOZE.search(text) and (moment := _in_a_while(said)):
        return Frame(intent="reminder_change", entities=_at_moment(moment))
    entities: dict[str, Any] = {}
    found = days(text, today=today, towards="future")
    span = said.first("span")
    if found and _UNTIL.search(text[: found[-1].start]):
        entities["until"] = found[-1].on.isoformat()
    elif (
        span
        and span.value >= 1
        and re.search(r"\b(?:for|a|next|the next)\b|^\d", text[max(0, span.start - 9) : span.start + 2])
    ):
        entities["until"] = (today + timedelta(days=round(span.value))).isoformat()
    elif re.search(r"\bthis week(?!end)\b", text):
        entities["until"] = (today + timedelta(days=7 - today.weekday())).isoformat()
    elif found:
        entities["date"] = found[0].on.isoformat()
    elif (named := weekdays(text)) and named.days:
        entities["days"] = list(named.days)
    return Frame(intent="reminder_pause", entities=entities)


def _which(said: Utterance) -> dict[str, Any]:
    """Return which reminders are meant: by day, by time, or all of them."""
    named = weekdays(said.digits)
    entities: dict[str, Any] = {}
    if named and set(named.days) != set(WEEK):
        entities["days"] = list(named.days)
    if hours := clocks(said.digits):
        entities["time"] = hours[0].shown
    elif match := re.search(r"\b(?P<h>1[0-2]|\d) ?(?:am|pm)?(?: 1| one| reminder)\b", said.digits):
        entities["time"] = f"{int(match['h']):02d}:00"
    if not entities and not re.search(r"\b(?:last|that|this) (?:1|one|reminder)\b", said.digits):
        entities["all"] = True
    return entities


def create(said: Utterance) -> Frame:
    """Read a wish for a reminder: days or a date, and a time; what is missing is asked."""
    text = said.digits
    entities: dict[str, Any] = {}
    if moment := _in_a_while(said):
        return Frame(intent="reminder_create", entities=_at_moment(moment))
    hours = clocks(text, bare=True)
    _days_or_date(said, entities)
    ask: Ask | None = None
    lead = _LEAD.search(text)
    if lead and hours and not hours[0].open:
        entities["time"] = _earlier(hours[0].shown, _minutes(lead["n"], lead["u"]))
    elif lead and not hours:
        entities["lead_s"] = _minutes(lead["n"], lead["u"]) * 60.0
    if "time" in entities:
        pass
    elif not hours:
        ask = Ask(slot="time", choices=_part_choices(text))
    elif hours[0].open:
        ask = Ask(slot="time", choices=hours[0].choices)
    else:
        entities["time"] = hours[0].shown
        if not entities.keys() & {"days", "date", "interval_days"}:
            _once(said, hours[0], entities)
    also = tuple(
        Frame(intent="reminder_create", entities={**entities, "time": hour.shown})
        for hour in hours[1:3]
        if not hour.open and "time" in entities and re.search(r"\band\b|&|\+", text[hours[0].start : hour.start + 4])
    )
    if "time" in entities and not entities.keys() & {"days", "date", "interval_days"}:
        ask = Ask(slot="days", choices=("every day", "weekdays", "just once"))
    return Frame(intent="reminder_create", entities=entities, ask=ask, also=also)


def _days_or_date(said: Utterance, entities: dict[str, Any]) -> None:
    text, today = said.digits, said.now.date()
    interval = every_n_days(text)
    named = weekdays(text)
    found = days(text, today=today, towards="future")
    explicit = next((day for day in found if not day.weekday), None)
    if interval:
        entities["interval_days"] = interval
    elif named and named.days and not (explicit and named.single):
        if named.single and found and text[named.start : named.end].endswith("day"):
            entities["date"] = found[0].on.isoformat()
        else:
            entities["days"] = list(named.days)
    elif explicit:
        entities["date"] = explicit.on.isoformat()
    if not entities and said.first("frequency") and re.search(r"\bday\b|\bdaily\b|\bnight|\bmorning|\bevening", text):
        entities["days"] = list(WEEK)
    elif not entities and (often := said.first("frequency")):
        entities["sessions_per_week"] = often.value


def _once(said: Utterance, hour: Clock, entities: dict[str, Any]) -> None:
    """Date a reminder that is wanted once: today if the hour is still to come, else tomorrow."""
    if _ONCE.search(said.digits):
        entities["date"] = next_date(said.now, hour.shown)


def next_date(now: datetime, shown: str) -> str:
    """Return the ISO date on which `HH:MM` comes next."""
    passed = shown <= now.strftime("%H:%M")
    return (now.date() + timedelta(days=1 if passed else 0)).isoformat()


def _part_choices(text: str) -> tuple[str, ...]:
    if re.search(r"\blunch|\bmidday|\bnoon", text):
        return _PART_CHOICES["lunch"]
    part = part_of_day(text)
    return _PART_CHOICES["morning" if part == "am" else "evening"] if part else ()


def change(said: Utterance, context: Context) -> Frame:
    """Read what a reminder is to become; days and times in front of "to" say which one is meant."""
    text = said.digits
    entities: dict[str, Any] = {}
    if shifted := _shifted(said, context):
        return Frame(intent="reminder_change", entities=shifted)
    head, sign, tail = text.partition(" to ")
    if re.match(r"(?:go|run|jog|be|\d{1,2} (?:and|reminder))\b", tail):
        head, sign, tail = text, "", ""
    target = tail if sign else text
    hours = clocks(target, bare=True) or (clocks(text, bare=True) if not sign else ())
    ask: Ask | None = None
    if hours and hours[-1].open:
        ask = Ask(slot="time", choices=hours[-1].choices)
    elif hours:
        entities["time"] = hours[-1].shown
    _moved_days(said, head, tail, entities)
    if not entities and ask is None:
        ask = Ask(slot="time", choices=_part_choices(text))
    return Frame(intent="reminder_change", entities=entities, ask=ask)


def _moved_days(said: Utterance, head: str, tail: str, entities: dict[str, Any]) -> None:
    before, after = weekdays(head), weekdays(tail) if tail else None
    if before and before.days:
        entities["days"] = list(before.days)
    elif after and after.days:
        entities["days"] = list(after.days)
        return
    if after and after.days:
        entities["to_days"] = list(after.days)
    if not entities.keys() & {"days", "to_days"}:
        found = days(said.digits, today=said.now.date(), towards="future")
        if found:
            entities["date"] = found[0].on.isoformat()
    elif len(named_days(head)) > 1 and "instead of" in head:
        entities["days"] = [named_days(head)[0]]


def _shifted(said: Utterance, context: Context) -> dict[str, Any] | None:
    """Read "an hour later": the new time if the old one is known, else the shift."""
    match = _SHIFT.search(said.digits)
    if match is None:
        return None
    minutes = _minutes(match["n"] or match["n2"], match["u"] or match["u2"]) if not match["bit"] else _HALF_HOUR
    way = match["way"] or ("forward" if "forward" in match.group() else "back")
    signed = -minutes if way in {"earlier", "before", "forward"} else minutes
    before = context.last_entities.get("time")
    if not isinstance(before, str):
        return {"shift_s": signed * 60.0}
    return {"time": _earlier(before, -signed)}


def _earlier(shown: str, minutes: float) -> str:
    """Return `HH:MM` some minutes earlier on the clock's face."""
    hour, minute = map(int, shown.split(":"))
    total = (hour * 60 + minute - round(minutes)) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def _minutes(count: str, unit: str) -> float:
    value = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}.get(count) or float(count)
    return value * (60 if unit.startswith("h") else 1)


def _in_a_while(said: Utterance) -> datetime | None:
    """Read "in 2 hours" and "snooze 20 minutes" as a moment."""
    match = _RELATIVE.search(said.digits)
    if match:
        return said.now + timedelta(minutes=_minutes(match["n"], match["u"]))
    item = said.first("duration")
    if item and re.search(r"\bsnooze\b", said.words):
        return said.now + timedelta(seconds=item.value)
    return None


def _at_moment(moment: datetime) -> dict[str, Any]:
    return {"date": moment.date().isoformat(), "time": moment.strftime("%H:%M")}
