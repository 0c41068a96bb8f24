"""Read what puts the log right, wherever the talk stands: a named run changed or taken out, what was left out."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import MONTH, days
from bot.nlu.named_run import NAMED_SIZE, SIZE, named_run
from bot.nlu.named_times import by_its_time
from bot.nlu.pattern import Pattern
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME
from bot.units import METRES_PER_KM, METRES_PER_MILE

_RUN_TALK: Final = frozenset({"log_run", "log_query", "undo", "export_data"})
_OF_REMINDERS = Pattern(r"\b(?:remind\w*|nudges?|alarms?|pings?)\b|\d ?(?:am|pm)\b|\boclock\b|\bhalf \d\b")
_OF_THE_BODY = Pattern(
    r"\b(?:weigh\w*|weights?|height|age|waist|kgs?|kilos?|lbs?|pounds?|stone|everything|(?<!after )all)\b"
)
_LEAD = r"(?:^|[,.;:!] ?|\b(?:please|and|just|now|so|you|mean|meant|said|meant to|want(?:ed)? to) )"
_TAKE_OUT = Pattern(
    rf"{_LEAD}(?:(?:delete|remove|scrap|scratch|erase|bin|drop|undo|take out|get rid of|lose) (?P<what>[^?]+)"
    r"|take (?P<that>(?:the|my|that|this|\w+s) [^?]{1,24}) (?:out|off)\b)"
)
_KIND_OF_DAY = Pattern(r"\b(?:sitting day|desk (?:job|day)|sedentary|my (?:activity|job)|kind of day)\b")
_WEIGH_IN = Pattern(r"\b(?:weights?|weigh[- ]?ins?|weighings?)\b")
_DID_NOT = Pattern(r"\bi (?:didnt|never) (?:run|ran|do|did|go|jog) (?:an? |any |the )?(?P<n>\d{1,3}(?:\.\d{1,2})?)\b")
_RUN_NOUN = Pattern(r"\b(?:runs?|ones?|1|jog|walk|ride|entry|entries|session)\b")
_SURELY_RUN = Pattern(r"\d\.\d|\b(?:runs?|jog|walk|bike|ride|undo|log|parkrun)\b")
_TWICE = Pattern(r"\b(?:logged|counted|entered|added|put|got|have) (?P<what>[^?]{2,24}?) (?:in )?twice\b")
_ALL_OF_THEM = Pattern(r"^(?:all of them|them all|all (?:the |my )?runs|every run|both)\W*$")
_THE_ONE = Pattern(
    r"^(?:(?:no+|ok|yes|i mean|i meant|sorry|(?:the )?wrong (?:one|1|run)|not th(?:at|is) (?:one|1|run))[ ,.!]*)*"
    r"(?:the|that) (?P<n>\d{1,3}(?:\.\d{1,2})?)(?: ?(?:kms?|k|mi|miles?)(?: (?:one|1|run))?| (?:one|1|run))\W*$"
)
_OLD = Pattern(
    rf"\b(?:not|instead of|rather than)(?: the| a)? {SIZE.format('n', 'u')}|\bfrom {SIZE.format('m', 'v')} to\b"
)
_SET_RIGHT = Pattern(
    r"\b(?:change|correct|fix|update|edit|amend|adjust|put right|make|set)\b[^?]{0,40}\b(?:runs?|log|ones?|1|entry"
    r"|to)\b|\b(?:correct|fix|update|edit|amend|adjust|put right|change) (?:that|it|this)\b|\b(?:please )?fix\W*$"
    r"|^(?=.*\b(?:oops|no|wait|sorry|actually|really|should|meant|wrong|mistake|typo|hang on)\b)"
    r".*\b(?:run|one|1|entry|jog|walk)\b[^?]{0,24}\b(?:was|is|should have been|were)\b[^?]{0,12}\d"
)
_WAS_NOT = Pattern(r"\b(?:was|is|were|should (?:be|have been))\b[^?]{0,12}\d[^?]{0,16}\b(?:not|instead of)\b ?\d")
_OLD_WAS = Pattern(
    rf"(?P<old>(?<![\d.:])\d{{1,3}}(?:\.\d{{1,2}})?) ?(?:kms?|k|miles?|mi)(?: (?:one|1|run|jog|race))?"
    rf"(?: (?:yesterday|today|on \w+|(?:on )?(?:the )?{DAY_NAME}))? (?=(?:was|is|were|should (?:be|have been))"
    r"(?: (?:only|really|actually|just|about|in fact|more like|rather|probably|nearer|closer to))* \d)"
)
"""The size a run had, before the one it should have: "yesterdays 12k was actually 11.8"."""
_NEW = Pattern(
    rf"\b(?:was|is|were|to|be|been|make|set|:)(?: (?:only|really|actually|just|about"
    rf"|in fact))* {SIZE.format('n', 'u')}"
)
_CUE = Pattern(r"\b(?:oops|no|wait|sorry|actually|really|should|meant|wrong|mistake|typo|hang on)\b")
_DAY_WAS = Pattern(
    rf"\b(?:{DAY_NAME}|yesterday|on the \d{{1,2}}(?:st|nd|rd|th)|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:s|'s)?"
    r"(?: (?:one|1|run|\d{1,3}(?:\.\d{1,2})? ?(?:kms?|k|miles?|mi)))? (?:was|is|were|should (?:be|have been))"
    r"(?: (?:only|really|actually|just|about|in fact))* \d{1,3}(?:[.:]\d{1,2})?(?! ?(?:kg|kilos?|lbs?|st\b|%))"
    rf"|\b(?:make|change|set|correct|fix|edit) (?:the )?{DAY_NAME}(?:'?s)?(?: (?:one|1|run))?(?: to| into)? \d"
)
_DAY_THEN_WAS = Pattern(rf"\bthe {DAY_NAME}(?:'?s)? (?:one|1|run)\b[^?]{{0,24}}\bit was \d")
_THE_NTH = Pattern(
    rf"(?<!\bon )\bthe (\d{{1,2}}(?:st|nd|rd|th))\b(?! (?:of )?{MONTH})(?= (?:was|is|should|one|run)\b|\W*$)"
)
"""A day of the month named without "on"."""
_EDIT_THAT = Pattern(
    r"(?:(?:no|oops|sorry|please|can you|and)[ ,]*)*(?:edit|change|correct|fix|update|make) (?:that|it|this|the last"
    r" (?:one|1|run))(?: one| 1| run)?(?: to| into)? ?[:,]? ?(?=\d)"
)
_ON_ITS_DAY = Pattern(
    rf"\bthe {SIZE.format('n', 'u')}(?: (?:one|1|run))? (?:was|is|happened|should be)(?: really"
    rf"| actually)? (?:on |from )?"
    rf"(?:last )?(?:{DAY_NAME}|yesterday|today|the day before yesterday)\W*$"
)
"""Another day for a run that is named by its size."""
_LOGGED_AS = Pattern(
    r"\b(?:you|i) (?:have )?(?:logged|put|saved|kept|wrote|got|have|recorded|entered|never ran|never did|didnt run)"
    r"(?P<wrong>[^?]{0,24}?\d[^?]{0,12}?)\b(?:but|and|,|when|instead)? ?"
    r"(?P<right>(?:it|that|the run) (?:was|is|were)\b[^?]*\d)"
)
_IS_WRONG = Pattern(
    r"^(?:(?:no|also|and|but|hey|hm+|wait|sorry|oh|ok)[ ,]*)*(?:that|this|it|the (?:time|distance|pace"
    r"|last (?:run|one|1)))"
    r"(?: (?:is|was|s))?(?: (?:all|also|totally|completely|just|so))*"
    r" (?:wrong|isnt right|not right|incorrect|not correct|isnt correct|false|off)\b"
)
_WHY_SO_MANY = Pattern(
    r"\b(?:why|how come|where)\b[^.]{0,24}\b(?:\d|two|three|several|so many|double|duplicate|another|extra)\b[^.]{0,8}"
    r"\b(?:runs?|entries|entry|ones)\b|\bi (?:only|just) (?:did|ran|have|had|logged|told you) (?:1|one)(?: run)?\W*$"
)
_WAS_NEVER = Pattern(
    r"\b(?:was|is|were) (?:never|not|no) (?:run|real|mine|a run|true)\b|\b(?:wasnt|isnt) (?:a run|mine|real)\b"
)
_SAME_AGAIN = Pattern(
    r"^(?:(?:ok|and|so|then|hi|hey)[ ,]*)*(?:i )?(?:did|ran|done|went for) (?:exactly )?the same(?: (?:run|one|1|thing"
    r"|again|distance|route|today|yesterday|this morning|on \w+day))*\W*$"
    r"|^(?:(?:ok|and|so|then|hi|hey)[ ,]*)*(?:the )?(?:exact(?:ly)? )?same (?:(?:run|one|1|thing|distance) )?(?:again"
    r"|today|yesterday|this morning)"
    r"(?: (?:again|today|yesterday|this morning|on \w+day))*\W*$"
)
_LIST = Pattern(
    r"^(?:(?:please|can you|now|and) )*(?:list|show)(?: me)? (?:everything|them all|all of (?:it|them)|them"
    r"|all)(?:,? (?:oldest|newest|latest) first| in order)?\W*$"
    r"|^(?:(?:please|can you|now|and|then|ok) )*(?:list|show)(?: me)?(?: (?:it|them|all"
    r"|everything))*(?: all)? in (?:kms?"
    r"|miles?|kilomet\w+)\W*$"
)
_LEFT_OUT = Pattern(
    r"\byou(?: have|ve)? (?:only (?:kept|logged|saved|stored|took|got|have)|left (?:out|off|the)|missed|forgot|lost"
    r"|dropped|skipped|ignored|didnt (?:log|keep|save|store|get|take|record|put)|havent (?:got|logged|kept|saved))\b"
    r"|\bwhere (?:did|has|have) (?:the|my|that|all) (?:\w+ ){0,2}?(?:treadmill|run|runs|ones?|1|jog|tempo|long|easy"
    r"|race"
    r"|parkrun|half|walk|intervals?|rest|others?|second|third|entry|\d[\d.]* ?(?:kms?|k|miles?|mi)?"
    rf"|{DAY_NAME}(?:s|'s)?)\b(?: \w+)? (?:go|gone|went|end(?:ed)? up)\b"
    r"|\bwhere(?:s| is| are) (?:the|my|that) (?:other|second|third|2nd|3rd|missing|treadmill|tempo|parkrun|\d[\d.]*"
    rf" ?(?:kms?|k|miles?|mi)|{DAY_NAME}(?:s|'s)?)(?: (?:one|1|run|runs|ones|entry))?(?: gone)?\W*$"
)
_LEFT_OUT_OF_LOG = Pattern(
    r"\b(?:treadmill|tempo|race|parkrun|half|walk|time|minutes|mins|distance|pace|kms?|k|miles|runs?|ones?|1|two|2|three|3|rest|others?|\d{1,2}(?:st|nd|rd|th)"
    r"|first|second|third|last|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b"
)
_TOLD_ALREADY = Pattern(
    r"(?:(?:no+|but|hey|um|ok|wait|sorry|and)[ ,]*)*(?:i (?:have |ve |did )?(?:already |just )?(?:told|said|gave"
    r"|logged|entered)(?: (?:you|u))?(?: (?:that|this|it|so|about it))?(?: (?:one|1|run))?"
    r"(?: (?:already|before|earlier|twice|yesterday))?"
    r"|(?:you|u) (?:already|should) (?:have|got|logged|saved) (?:that|it|this)(?: (?:one|1|run))?(?: already)?"
    r"|(?:thats|that is|its|it is) already (?:in there|in|logged|in (?:the|my) log|saved))\W*$"
)
_IS_LEFT = Pattern(
    r"\b(?:whats|what is|what (?:do i|have i|have you|do you|did you)(?: have| got| still| now)*)\b[^.?]{0,14}"
    r"\b(?:left|there now|in (?:the|my) log(?:book)?|in there|on (?:the|my) log|logged|on record)\b"
    r"|\bwhat (?:have|did|do) you (?:got |have |logged|kept|saved|stored)[^.?]{0,12}\b(?:runs|log|logged|kept|saved)\b"
    r"|^(?:and |so |ok )*(?:what|which) (?:runs|ones) (?:are|do you have|have you|did you)\b"
)
_ALL_I_RAN = Pattern(
    r"\b(?:show|list|see|give)\b.{0,8}\b(?:everything|all|what) (?:that )?(?:ive|i have|i) (?:ran|run|logged)\W*$"
    r"|^(?:and |so |ok )*what have i (?:run|ran|logged)(?: so far)?\W*$"
)
_BRIEF: Final = 12
_NO_RUN: Final = 50.0
"""A bare number so large is a weight, or a time, and no distance of a run."""


def read_amend(said: Utterance, context: Context) -> Frame | None:
    """Return the frame of a message that puts the log right, or None.

    `meant` names a run by its day (`which_date`), its size in kilometres or miles (`size`), or both; a change is a
    `log_run` with `correction`, a removal an `undo`.
    """
    if _THE_NTH.search(said.words):
        said = said.saying(_THE_NTH.sub(r"on the \1", said.words))
    text = said.digits
    of_reminders = (context.last_intent or "").startswith("reminder_")
    if _OF_REMINDERS.search(text) or of_reminders:
        return None
    if frame := _weigh_in(said, context) or _kind_of_day(text) or _of_the_whole_log(said, context):
        return frame
    if is_question(text) and "?" in text and not _LEFT_OUT.search(text):
        return None
    return (
        _missed(said, context) or _last_changed(said, context) or _changed(said, context) or _taken_out(said, context)
    )


def _what(taken: re.Match[str]) -> str:
    """Return the words for what is to be taken out."""
    return str(taken["what"] or taken["that"])


def _is_run_talk(context: Context) -> bool:
    """Whether the turn before was about the log, or told a run beside something else."""
    return context.last_intent in _RUN_TALK or "run_ids" in context.last_entities


def _kind_of_day(text: str) -> Frame | None:
    taken = _TAKE_OUT.search(text)
    forgets = taken is not None and _KIND_OF_DAY.search(_what(taken)) is not None
    return Frame(intent="undo", meant={"field": "activity"}) if forgets else None


def _of_the_whole_log(said: Utterance, context: Context) -> Frame | None:
    """Read what names no run: what is in the log, the same again."""
    text = said.digits
    if _IS_LEFT.search(text) and len(text.split()) <= _BRIEF and not _OF_THE_BODY.search(text):
        return Frame(intent="log_query")
    if _ALL_I_RAN.search(text):
        return Frame(intent="log_query")
    if _SAME_AGAIN.search(text):
        return Frame(intent="log_run", entities=_on(said), meant={"which": -1}, follow_up=True)
    if not _is_run_talk(context):
        return None
    if _LIST.search(text):
        return Frame(intent="log_query")
    if _WHY_SO_MANY.search(text) and not said.has("distance"):
        return Frame(intent="log_query", entities={"measure": "too_many"})
    return None


def _weigh_in(said: Utterance, context: Context) -> Frame | None:
    """Read which day's weigh-in is to be taken out: "delete the 5 nov weight", in a talk of them "delete monday's"."""
    taken = _TAKE_OUT.search(said.digits)
    in_talk = context.last_intent == "log_weight" or context.last_entities.get("measure") == "weight"
    if taken is None or not (_WEIGH_IN.search(_what(taken)) or (in_talk and not _SURELY_RUN.search(said.digits))):
        return None
    day = named_run(said, _what(taken)).get("which_date")
    return Frame(intent="undo", meant={"weigh_in": day}) if day else None


def _missed(said: Utterance, context: Context) -> Frame | None:
    """Read a complaint that something told was not kept: with a size it completes the last run."""
    text = said.digits
    if _is_run_talk(context) and _TOLD_ALREADY.match(text):
        # Told twice, it may stand there twice; else they want to see that it was kept.
        return Frame(intent="log_query", entities={"measure": "too_many"} if context.last_intent == "log_run" else {})
    if not _is_run_talk(context) or not _LEFT_OUT.search(text) or not _LEFT_OUT_OF_LOG.search(text):
        return None
    sizes, _ = run_size(said)
    day = named_run(said, text).get("which_date")
    if day and "distance_m" in sizes:
        return Frame(intent="log_run", entities={**sizes, "date": day})
    if sizes and not day:
        return Frame(intent="log_run", entities=sizes, correction=True, follow_up=True)
    return Frame(intent="log_query", entities={"measure": "missed"})


def _taken_out(said: Utterance, context: Context) -> Frame | None:
    text = said.digits
    in_talk = _is_run_talk(context)
    if (one := _THE_ONE.search(text)) and in_talk:
        return Frame(intent="undo", meant={"size": float(one["n"])}) if context.last_intent == "undo" else None
    taken = _TAKE_OUT.search(text)
    if (twice := _TWICE.search(text)) and (named := named_run(said, twice["what"])):
        return Frame(intent="undo", meant=named)
    if taken is not None and in_talk and _ALL_OF_THEM.search(_what(taken)):
        return Frame(intent="undo", meant={"everything": "runs"})
    if (never := _WAS_NEVER.search(text)) and in_talk and (named := named_run(said, text[: never.start()])):
        return Frame(intent="undo", meant=named)
    if taken is None or _OF_THE_BODY.search(_what(taken)):
        return None
    if denied := _DID_NOT.search(text):
        return Frame(intent="undo", meant={"size": float(denied["n"])})
    named = named_run(said, _what(taken)) | (by_its_time(said, _what(taken)) if in_talk else {})
    # "drop the thursday one" may mean a reminder: elsewhere than in a talk of runs it has to say that it is a run.
    of_runs = in_talk or _SURELY_RUN.search(text) or said.has("distance", "duration")
    return Frame(intent="undo", meant=named) if named and of_runs else None


def _last_changed(said: Utterance, context: Context) -> Frame | None:
    """Read the right size of the run told last: "edit that: 24:50", "you logged 5 km but it was 5.2"."""
    text = said.digits
    if _OF_THE_BODY.search(text):
        return None
    of_run = _is_run_talk(context) or context.last_intent == "calorie_question"
    if of_run and (match := _EDIT_THAT.match(text)):
        sizes = _new_sizes(_from(said, match.end()), {})
        return Frame(intent="log_run", entities=sizes, correction=True, follow_up=True) if sizes else None
    if of_run and _IS_WRONG.match(text):
        named = named_run(said, text)
        sizes = _new_sizes(said, named)
        return Frame(intent="log_run", entities=sizes, meant=named, correction=True, follow_up=True) if sizes else None
    if (moved := _ON_ITS_DAY.search(text)) and (on := _on(said)):
        meant = {"size": float(moved["n"])}
        return Frame(intent="log_run", entities=on, meant=meant, correction=True, follow_up=True)
    match = _LOGGED_AS.search(text)
    if match is None:
        return None
    sizes = _new_sizes(_from(said, match.start("right")), {})
    old = re.search(r"\d{1,3}(?:\.\d{1,2})?", match["wrong"])
    meant = {"size": float(old.group())} if old else {}
    return Frame(intent="log_run", entities=sizes, meant=meant, correction=True, follow_up=True) if sizes else None


def _changed(said: Utterance, context: Context) -> Frame | None:
    """Read another size for a run that is named by its day or by the size it had."""
    text = said.digits
    if len({day.on for day in days(text, today=said.now.date(), towards="past")}) > 1:
        return None
    on_day = (_DAY_WAS.search(text) or _DAY_THEN_WAS.search(text)) and (_is_run_talk(context) or _CUE.search(text))
    if not (_SET_RIGHT.search(text) or _WAS_NOT.search(text) or on_day) or _OF_THE_BODY.search(text):
        return None
    # "change wed to 8" may move a reminder: elsewhere than in a talk of runs the message has to say what it is about.
    sized = said.has("distance", "duration", "clock") or re.search(r"\d\.\d", text) is not None
    if not (_is_run_talk(context) or sized or _RUN_NOUN.search(text)):
        return None
    named = named_run(said, text)
    old = _OLD.search(text)
    if old is not None and "size" not in named:
        named = {**named, "size": float(old["n"] or old["m"])}
    if not named:
        return None
    sizes = _new_sizes(said, named)
    if not sizes:
        return None
    return Frame(intent="log_run", entities=sizes, meant=named, correction=True, follow_up=True)


def _new_sizes(said: Utterance, named: dict[str, Any]) -> dict[str, Any]:
    """Return the right size, without the words that only name the run."""
    text = _OLD_WAS.sub("", said.digits)
    for pattern in (_OLD, NAMED_SIZE):
        text = pattern.sub(" to " if "from" in text and pattern is _OLD else " ", text)
    for day in reversed(days(text, today=said.now.date(), towards="past")):
        text = f"{text[: day.start]} {text[day.end :]}"
    text = " ".join(text.split())
    sizes, _ = run_size(said.saying(text))
    if "distance_m" not in sizes and (new := _NEW.search(text)) and "duration_s" not in sizes:
        if new["u"] is None and float(new["n"]) >= _NO_RUN:
            return {}
        miles = (new["u"] or "").startswith("mi") or (new["u"] is None and said.speaks == "imperial")
        sizes["distance_m"] = float(new["n"]) * (METRES_PER_MILE if miles else METRES_PER_KM)
    if "size" in named and "which_date" not in named and not sizes.keys() & {"distance_m", "duration_s"}:
        return {}
    return sizes


def _from(said: Utterance, start: int) -> Utterance:
    return said.saying(said.digits[start:])


def _on(said: Utterance) -> dict[str, Any]:
    found = [day for day in days(said.digits, today=said.now.date(), towards="past") if day.on <= said.now.date()]
    return {"date": found[0].on.isoformat()} if found else {}
