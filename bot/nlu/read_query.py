"""Read questions about what was run so far, and about what to run next."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Frame
from bot.nlu.horizons import horizon_days, past_stretch
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME

_MEASURES: tuple[tuple[str, Pattern], ...] = (
    ("kcal", Pattern(r"\b(?:calories|kcal|burn(?:ed|t)?)\b")),
    ("longest", Pattern(r"\b(?:longest|furthest|farthest|biggest)\b")),
    ("fastest", Pattern(r"\b(?:fastest|quickest|best (?:time|pace|5k|10k)|pb|pr|personal best)\b")),
    (
        "last",
        Pattern(
            r"\b(?:last|latest|most recent|previous) (?:run|jog|1|one|workout|time i)\b|\bwhen did i last\b"
            r"|\bwhen (?:is|was) the last time\b"
        ),
    ),
    ("count", Pattern(r"\b(?:how many (?:runs|times|jogs|days|workouts|sessions)|how often)\b")),
    ("weight", Pattern(r"\b(?:weight|weigh|kilos|kg|lost|lose|gained)\b")),
    ("pace", Pattern(r"\b(?:pace|how fast|speed)\b")),
    (
        "distance",
        Pattern(
            r"\b(?:(?<!know )(?<!tell )(?<!measure )how far|distance|miles|mileage|ks|kms?"
            r"|kilomet(?:re|er)s|how much (?:have i|did i) (?:run|jog))\b"
        ),
    ),
    ("duration", Pattern(r"\b(?:how long|time (?:spent|running)|hours|minutes)\b")),
)
_DID = Pattern(
    r"\b(?:have i|did i|i have|ive|i did|was my|were my|is my|are my|my (?:average|avg|last|longest|fastest|total"
    r"|weekly|monthly|best|latest|previous)|what (?:is|was) my|am i|how is my|show (?:me )?(?:my|what i)|list my"
    r"|see my|view my)\b"
)
_HISTORY = Pattern(
    r"\bwhen (?:is|was) the last time i (?:ran|run|went|jogged)\b|\b(?:show|list|see|view|give|tell|check|what (?:are"
    r"|is)|pull up|open)\b[^.?!\n]{0,16}\b(?:my )?(?:runs|stats|log"
    r"|history|progress|logbook|diary|totals?|week so far|mileage|summary|weigh[- ]?ins|run log)\b|^(?:my )?(?:stats"
    r"|progress|runs|history|log|totals?|summary|mileage|run log)\b\W*(?:please)?\W*$"
    r"|\bhow (?:am i|is it|are things|have i been) (?:doing|going|getting on|coming along|progressing)\b"
    r"|\bhow is my (?:running|progress|week|month|training|weight)\b|\bam i (?:getting (?:better|faster|fitter)"
    r"|improving|on track|making progress|doing (?:ok|okay|well|alright))\b"
    r"|\b(?:longest|fastest|last|latest|quickest) (?:run|jog|5k|10k|mile)\b(?: (?:ever|so far|this|last|to date|was"
    r"|i))?|\b(?:total|average|avg) (?:miles|mileage|kms?|distance|pace|time|runs|speed|kilometres)\b"
    r"|^(?:show|see|view|check|give)(?: me)? (?:my )?(?:last|this) (?:week|month|year)\W*$|^totals?\b(?! (?:noob"
    r"|newbie|beginner|failure|mess))"
    r"|\btotal (?:this|last|so far)\b|\bcompare (?:this|last|my)\b|\b(?:have i|did i) (?:lost|lose|gained|gain)\b"
    r"|\bhow much (?:weight |fat )?(?:have|did) i (?:lost|lose|gained)\b|\bhow (?:far|many|much"
    r"|long)(?: (?:have i done|km|kms|miles|runs|in total|did i do))? (?:so far )?(?:this|last) (?:week|month|year)\b"
    r"|\bmileage\b[^.?!\n]{0,12}\b(?:this|last"
    r"|so far)\b|\b(?:miles|km|kms|runs) (?:so far|this|last)\b|\b(?:weekly|monthly) (?:total|summary|mileage)\b"
)
_COUNTED = Pattern(r"\b(?:how (?:far|much|many|long|often|fast)|what|when|did i|have i|which)\b")
_RUN_PAST = Pattern(
    r"\b(?:run|ran|runs|jog|jogged|running|done|do|did|logged|log|covered|burn(?:ed|t)?|weigh(?:ed)?|go|gone|been)\b"
)
_OWN_PAST = Pattern(r"\b(?:did i|have i|i have|i did|ive|i ran|i run)\b")

_PLAN = Pattern(
    r"\b(?:what|which) (?:run |workout |session |distance |pace |else )?(?:should|shall|do|am|must|would"
    r") (?:i|you (?:suggest|recommend|want me)|we)\b[^.?!\n]{0,30}\b(?:run|do|running|doing|today|tomorrow|next"
    r"|tonight|this (?:week|weekend|morning|evening)|go|start)\b"
    r"|\bhow (?:far|long|much|fast) (?:should|shall|do|am|can|must) (?:i|we)\b[^.?!\n]{0,16}\b(?:today|tomorrow"
    r"|tonight|next|this (?:week|weekend|morning|evening))\b"
    r"|\b(?:what|whats|what is|show|see|where is)\b[^.?!\n]{0,12}\b(?:my |the |a good )?(?:plan|next run|schedule"
    r"|next session|workout|session|programme|program|training)\b(?: (?:for|today|tomorrow|this|next|like|look|then"
    r"|now)|\W*$)"
    r"|\b(?:make|build|create|give|write|want|need|do|get|design|generate|set|have|put|start|suggest|sort|draw|help"
    r"|follow|recommend|got)\b[^.?!\n]{0,24}\b(?:plan|schedule|programme|program|routine|training plan|regime)\b"
    r"|\b(?:plan|program|schedule) (?:me|my (?:week|runs?|training)|for|out|a run|the week)\b"
    r"|\btrain(?:ing)? (?:me )?(?:for|up for|towards) (?:a|an|my|the)\b|\b(?:coach|get|prepare) me (?:to|for|through"
    r"|ready)\b|\bcouch to 5k plan\b|\btraining plan\b"
    r"|^(?:(?:so|ok|and|but|right) )?how (?:do|should|can|would|could) i (?:even |actually |best |ever )?(?:start"
    r"|begin|get (?:going|started))"
    r"(?: (?:then|now|out|off|though|exactly))?\W*$"
    r"|\bshould i (?:run|go|rest|do|train|skip|jog)\b[^.?!\n]{0,30}\b(?:today|tomorrow|tonight|this (?:morning"
    r"|evening|afternoon)|or rest|rest)\b|\bshould i (?:go|go out|bother|still (?:go|run)|go for it)\W*$"
    r"|\bwhat (?:should|will|would|does|could) (?:my|the|todays|tomorrows|a) (?:(?:next|first|second|1st|2nd) )?(?:run"
    r"|session|workout|week|month) (?:be|look like)\b"
    rf"|^(?:(?:so|and|ok) )?(?:{DAY_NAME}|today|tomorrow|tonight)[ ,:-]*(?:do i |should i )?(?:run|rest"
    rf"|go)?(?: day)?,? or"
    r" (?:not|no|rest|run|off)\b"
    r"|\b(?:which|what) days (?:should|shall|do|can) i (?:run|train|go)\b|\bhow (?:should|shall|do) i train (?:this"
    r"|next"
    r"|today|tomorrow|for)\b|\bhow (?:long|far|fast) (?:should|will|would) (?:my|the) next (?:run|session|one)\b"
    r"|\b(?:give me|got) (?:something|anything|a (?:run|session|workout)) (?:for|to do) (?:today|tomorrow|tonight|this"
    r"|the)\b|\bon the (?:cards|menu|agenda) (?:for )?(?:today|tomorrow|tonight|this)\b|\bhelp me (?:to )?(?:prepare"
    r"|get ready|prep) for\b|\bis it (?:a )?(?:rest|run|running) day\b"
    r"|^(?:couch (?:to|2) (?:5|10) ?k|c25k) in (?:\d+|a|two|three) (?:weeks|months?)\b"
    r"|\bwhat (?:is|have i got) (?:on|planned|up)(?: for)? (?:today|tomorrow|tonight|this (?:week|weekend))\W*$"
    r"|\bwhere (?:do|should|would|can) i (?:even |actually |best )?(?:start|begin)\W*$"
    r"|\bshall i (?:run|go|rest)\b|\b(?:am i|do i) (?:running|run|resting|rest) (?:today|tomorrow|tonight)\b"
    r"|\bis (?:today|tomorrow) a (?:run|rest|running)\b"
    r"|^(?:what is next|whats next|next run|next|todays run|tomorrows run|next session|what now|this weeks plan|plan"
    r"|my plan|plan please)\W*$|\bwhat (?:should|do) i do (?:today|tomorrow|tonight|next|this week|this weekend)\b"
    r"|\b(?:i |im )?(?:want|would like|would love|wanna|hoping|going|aiming|planning|training|trying|signed up"
    r"|entered|goal is|aim is|plan is|have|got)(?: (?:to|for|be|able))* (?:run|do|complete|finish|race|a|an|my|train"
    r"|jog)\b[^.?!\n]{0,20}\b(?:5k|10k|half marathon|marathon|\d+ ?(?:k|km|mi|miles?)|half|parkrun|race)\b"
)
_INTENDS = Pattern(
    r"\b(?:planning|thinking (?:of|about)|going|want|wanting|hoping|aiming|would like|plan|intend|intending|trying"
    r"|starting|aim|supposed|meant|scheduled)\b[^.?!\n]{0,16}\b(?:run|running|jog|jogging|train|training)\b"
)
_NOT_PLAN = Pattern(
    r"\b(?:if i|about (?:my|the|a|it|that|\w+s)|why|does|is it|are|lose|burn|calories|fat|weight|eat|wear|stretch"
    r"|hurts?|hurting|pains?|sore|aches?|tense|skin|breakfast|brekkie|period|visitor|instead|wrong|knackered|kids?"
    r"|first five minutes"
    r"|first 5 minutes)\b"
)


def read_query(said: Utterance) -> Frame | None:
    """Read a question about the runs on record: "how far did I run this week"."""
    text = said.digits
    asks_own = _COUNTED.search(text) and _OWN_PAST.search(text) and _RUN_PAST.search(text)
    if said.has("distance", "duration") and PAST_RUN.search(text) and not is_question(text):
        return None
    if not (_HISTORY.search(text) or (asks_own or (_DID.search(text) and _measure(text) and _COUNTED.search(text)))):
        return None
    if re.search(
        r"\b(?:if i|should|shall|meant to|supposed to|would|will|need to|have to|going to|per|why|is it|feel|normal"
        r"|how (?:much|far|long|many)\b[^?]*\bcan i|safe|noob|lose my|after eating"
        r"|to (?:fix|burn|make|lose|get|earn|work|undo|run off))\b",
        text,
    ):
        return None
    stretch = past_stretch(text, today=said.now.date())
    measure = _measure(text)
    if measure == "kcal" and (stretch is None or said.has("distance", "duration", "speed", "pace")):
        return None
    if said.has("distance", "duration") and measure not in {"fastest", "last", "longest", "count"}:
        return None
    if measure in {"weight", None} and not _HISTORY.search(text) and stretch is None:
        return None
    entities: dict[str, Any] = {"measure": measure} if measure else {}
    if stretch and measure != "last":
        entities |= {"since": stretch.since.isoformat(), "until": stretch.until.isoformat()}
    return Frame(intent="log_query", entities=entities)


def _measure(text: str) -> str | None:
    return next((name for name, pattern in _MEASURES if pattern.search(text)), None)


def read_plan(said: Utterance) -> Frame | None:
    """Read a wish for a plan or for the next run: "what should I run tomorrow"."""
    text = said.digits
    if re.match(r"(?:so |and |but )?what (?:should|can|do|could) i do\W*$", text):
        return None
    intends = _INTENDS.search(text) and said.has("frequency", "weekly_distance", "distance", "duration")
    if not (_PLAN.search(text) or (intends and not is_question(text))) or re.search(
        r"^(?:i )?(?:ran|did|just|jogged"
        r"|finished|have (?:run|done) \d)|\bas per\b|\b(?:according to|from) (?:the|my) plan\b",
        text,
    ):
        return None
    if _NOT_PLAN.search(text) and not re.search(r"\bplan|\bschedule|\bprogram", text):
        return None
    entities: dict[str, Any] = {}
    found = days(text, today=said.now.date(), towards="future")
    if found and found[0].on >= said.now.date():
        entities["date"] = found[0].on.isoformat()
    if distance := said.first("distance"):
        entities["distance_m"] = distance.value
    if often := said.first("frequency"):
        entities["sessions_per_week"] = often.value
    if (horizon := horizon_days(text, said.items, today=said.now.date())) is not None and "date" not in entities:
        entities["horizon_days"] = horizon
    return Frame(intent="plan", entities=entities)
