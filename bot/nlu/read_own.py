"""Read what somebody asks of their own records and body: weights, their trend, BMI, body fat, two days compared."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from bot.nlu.body_words import BODY_FACTS, body_facts, sex_of
from bot.nlu.cues import is_question
from bot.nlu.follow_up import people_in
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.read_race import read_race
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance
from bot.nlu.weigh_in_list import weigh_ins

_WEIGHT_WORD = r"(?:weights?|weigh[- ]?ins?|weighings?|scale readings?)"
_METHOD = Pattern(
    rf"\bhow (?:do|did|does|are|is|would|will) (?:you|u|it|the bot|the app|that)\b[^.?!]{{0,16}}\b(?:comput\w+|calculat"
    rf"\w+|work(?:ing|ed)? out|figur\w+ out|get|got|deriv\w+|estimat\w+|do)\b[^.?!]{{0,20}}\b(?:trend|{_WEIGHT_WORD})\b"
    rf"|\b(?:trend|{_WEIGHT_WORD})\b[^.?!]{{0,12}}\b(?:calculated|computed|worked out|derived)\b"
    r"|\bmoving average\b|\bexponential(?:ly)? (?:smooth|weight)\w*|\b(?:ema|ewma)\b"
)
_METHOD_AGAIN = Pattern(
    r"\bhow (?:do|did) (?:you|u) (?:compute|calculate|work) (?:it|that|this)\b|\byour own (?:calculation|sum|method)\b"
)
_TREND = Pattern(
    rf"\b{_WEIGHT_WORD}\b[^.?!]{{0,24}}\btrend(?:s|ing|line)?\b|\btrend(?:s|ing"
    rf"|line)?\b[^.?!]{{0,20}}\b{_WEIGHT_WORD}\b"
    r"|\b(?:my|the) (?:current |overall |own )?trend\b|\bwhats? (?:is |was )?(?:the |my )?trend\b"
)
_LOSING = Pattern(
    r"\b(?:am i|i am|im|i was|ive been|have i been) (?:really |actually |even |still )?(?:losing|gaining|dropping"
    r"|shedding|going down)\b(?=.*(?:\?|\bper week\b|\ba week\b))"
    r"|\bis (?:that|this|it|my|the) (?:weight )?(?:trend|loss|drop|slope)\b[^.?!]{0,16}\b(?:real|significant|noise"
    r"|clear)\b|\bmy (?:rate of (?:weight )?loss|weekly (?:loss|rate))\b"
)
"""How fast the own weight falls: a reading of the scale, no goal."""
_A_TREND = Pattern(
    r"\btrend(?:s|line)?\b|\bwhich (?:way|direction)\b|\bup or down\b|\b(?:is it|am i) going (?:up|down)\b"
)
_ONE_WAS = Pattern(r"\b(?:was|is|should (?:be|have been)|reads?)\b[^?]{0,10}\d")
_FORECAST = Pattern(
    r"\b(?:will|would|could|if i|by|until|to reach|goal|inches|hair|water|muscle|motivation|too"
    r"|normal|safe|healthy|why)\b"
)
_SLOPE = Pattern(
    r"\b(?:slope|least[- ]squares|regression|per week|(?:that|it|this) a week(?! ago)|rate|confidence"
    r"|trend ?line|linear fit)\b"
)
_LIST = Pattern(
    r"\b(?:show|list|see|view|give|display|print|what are|whats|what is|tell me|open)\b[^.?!]{0,14}\b(?:my|the|all)"
    r"\b[^.?!]{0,8}\b(?:weights|weigh[- ]?ins|weighings|weight (?:log|history|entries|data|records?|list))\b"
    r"|^(?:my )?(?:weights|weigh[- ]?ins|weight (?:log|history))\W*$"
    r"|\bwhat (?:weights|weigh[- ]?ins) (?:do|did|have) you (?:\w+ )?(?:have|got|keep|kept|stored?|saved?)\b"
)
_NOISE = Pattern(
    r"\b(?:real|actual|true|genuine|proper)\b[^.?!]{0,24}\bor\b[^.?!]{0,20}\b(?:noise|water|random|fluctuat\w+|nothing"
    r"|not|chance)\b|\b(?:just|only|all) (?:noise|water|fluctuations?|random)\b|\b(?:noise|water|fluctuations?) or\b"
    r"|\b(?:signal|noise)\b"
)
_HOW_BIG = Pattern(r"\bhow (?:big|large|much|many|wide|normal)\b")
_CANNOT_SHOW = Pattern(
    r"\b(?:log|weights|runs)\b[^.?!]{0,24}\b(?:cant|cannot|wont|dont|not) (?:even )?(?:show|see|display)\b"
)
_WEIGHT_TALK = Pattern(rf"\b(?:{_WEIGHT_WORD}|weigh|weighed|scales?|kgs?|kilos?|lbs?|pounds)\b")
_BMI = Pattern(
    r"\bbmi\b(?! ?(?:is|was|of|at|over|under|above|below|around|about|=|:)? ?\d)(?=[^.!]{0,40}\?|\W*$)"
    r"|\b(?:compute|calculate|work out|tell me|whats|what is) (?:my )?bmi\b"
)
_OWN = Pattern(r"\b(?:my|i|im|me|mine|ive)\b|^(?:and |so |ok |whats? )*bmi\b")
_REST_WORD = (
    r"(?:rmr|bmr|ree|resting (?:metabolic rate|metabolism|energy(?: expenditure)?|burn|rate)"
    r"|basal (?:metabolic rate|metabolism|rate))"
)
_DAY_WORD = r"(?:tdee|(?:total )?daily (?:energy )?(?:expenditure|burn)|maintenance (?:calories|kcals?|energy))"
_ASKED_FOR = (
    r"(?:whats|what is|what was|what would|what will|whats my|calculate|compute|work out|estimate|tell me|give me"
    r"|how (?:high|much|big|low) (?:is|would))"
)
_LEAD = r"^(?:(?:and|so|ok|my|then|whats|what is) )*(?:the )?"
_AND_NO_MORE = (
    r"(?: (?:please|then|now|(?:with|in|as) (?:an? |the )?(?:range|error|margin)(?: (?:bars?|of error))?"
    r"|(?:and )?not (?:just|only) an? (?:point|number|single \w+)))*"
)
"""What is said behind a figure that is named and asked for by that alone: "rmr please, with a range"."""
_AT_THE_END = rf"[.!,;:] (?:(?:and|so|my|then|do) )*(?:the )?{_REST_WORD}(?:,?{_AND_NO_MORE})*\W*$"
_REST = Pattern(rf"\b{_ASKED_FOR}\b[^.?!]{{0,16}}\b{_REST_WORD}\b|{_LEAD}{_REST_WORD}\b|{_AT_THE_END}")
_DAY = Pattern(
    rf"\b{_ASKED_FOR}\b[^.?!]{{0,16}}\b{_DAY_WORD}\b|{_LEAD}{_DAY_WORD}\b"
    r"|\bhow (?:much|many (?:kcals?|calories))\b[^.?!]{0,12}\bi (?:burn|use|spend)\b[^.?!]{0,16}"
    r"\b(?:in a|a|per|each) day\b"
)
_ALONE = Pattern(
    rf"(?:(?:and|so|ok|my|then) )*(?:{_REST_WORD}|tdee)"
    rf"(?:{_AND_NO_MORE}\W*\?\W*|(?: (?:please|now|then))+(?:,?{_AND_NO_MORE})*\W*)"
)
_NOT_THE_FIGURE = Pattern(
    r"\b(?:equations?|formulas?|method|which|use[ds]?|using|difference|differ|raise|increase|lower|slow\w*|drop\w*|boost"
    r"|change[sd]?|affect\w*|good|normal|low|high|accurate|error|why|eat|below|under|above|calories in)\b"
)
"""What is asked about it that is no wish for the number."""
_PAL = Pattern(r"\b(?:pal|activity (?:level|factor))(?: of| is| at|=| =)? ?(?P<n>[12]\.\d{1,2})\b")
_TAPE = Pattern(r"\b(?:navy|tape|taped|measur\w+|body ?fat|bf|fat (?:%|percent\w*))(?![\w])")
_FAT = Pattern(r"\b(?:body ?fat|bf|fat (?:percent\w*|%|range|mass))(?!\w)")
_FAT_ASKED = Pattern(
    r"\b(?:whats|what is) (?:the|that) (?:body ?fat|bf)(?: (?:figure|percent\w*|%))? (?:now|then|with that)\W*$|"
    r"\b(?:whats|what is|what would|calculate|compute|work out|estimate|tell me|how much)\b[^.?!]{0,12}\b(?:my|i)\b"
    r"(?: \w+){0,2} (?:body ?fat|bf|fat (?:percent\w*|%))(?!\w)|^(?:and |so )?my (?:body ?fat|bf|fat (?:percent\w*|%))"
    r" ?(?:%|percent\w*|range)?\W*\?|^(?:and |so |my )*(?:body ?fat|bf) (?:estimate|calculation|calc)\W*$"
)
_SCALE = Pattern(r"\b(?:scales?|bioimpedance|bia|inbody|withings|fitbit|garmin|machine)\b")
_DO_IT = Pattern(
    r"\b(?:compute|calculate|work) (?:it|that|them|mine)?(?: out)?\b|\bnow (?:what|do it|try|then)\b|\btry again\b"
    r"|\bwhat is it(?: now| then)?\W*$"
)
_BODY_MEASURES: Final = frozenset({"bmi", "body_fat", "rest_energy", "day_energy"})
_WEIGHT_MEASURES: Final = frozenset({"weight", "weight_trend", "weight_method", "weight_change"})
_SUPPOSED = Pattern(r"\bif (?:i|my|one|somebody|someone)\b|\b(?:suppose|supposing|for (?:an?|someone|somebody))\b")
"""A body that is not told but supposed: the figure is worked out for it, and nothing is kept."""
_BARE_AGE = Pattern(
    r"(?<![\d.,:/])(?P<n>[1-9]\d)(?![\d:/%]|[.,]\d| ?(?:kgs?|kilos?|lbs?|cm|km?|m|in|st|stone|mins?)\b)"
)
_COMPARE = Pattern(r"\b(?:compare[ds]?|comparison|versus|vs|against|difference between|differ)\b")
_OF_THE_ARTICLES = Pattern(r"\b(?:people|trials?|stud(?:y|ies)|research|women|men|anyone|everyone|most)\b")
_WHY_UNITS = Pattern(
    r"\b(?:whys?|how come)\b[^.?!]{0,40}\b(?:in|using|use|show\w*|give\w*|switch\w*|say\w*)\b[^.?!]{0,10}"
    r"\b(?P<unit>miles?|mi|pounds?|lbs?|stones?|kms?|kilomet(?:re|er)s|kgs?|kilos?)\b"
    r"|^(?:and |but )?why (?:in )?(?P<alone>miles|pounds|lbs|stone|kms?|kilomet(?:re|er)s|kgs?|kilos)\W*$"
)
_IMPERIAL: Final = ("mi", "pound", "lb", "stone")
_BARE = Pattern(r"(?P<n>\d{2,3}(?:\.\d{1,2})?) ?(?:kgs?|kilos?)?\W*")


def read_own(said: Utterance, context: Context) -> list[Frame]:
    """Return the needs of a message about the person's own records and body; empty if it is about something else.

    The question is a `log_query` with its `measure`; what is told beside it (weights of days, tapes, height) is a
    need of its own, to be kept.
    """
    told_again = _told_again(said, context)
    if told_again:
        return told_again
    text = said.digits
    if _WHY_UNITS.search(text):
        return _other_units(said)
    if raced := read_race(said, context):
        return [raced]
    measure = _measure(said, context)
    if measure is None:
        return _unnamed(said, context)
    if measure in _WEIGHT_MEASURES:
        return [*weigh_ins(said, fewest=1), Frame(intent="log_query", entities={"measure": measure})]
    if measure in _BODY_MEASURES:
        return _of_the_body(said, measure, context)
    if measure == "two_days":
        return _two_days(said)
    return [Frame(intent="log_query", entities={"measure": measure})]


def _unnamed(said: Utterance, context: Context) -> list[Frame]:
    """Read a complaint that the log is not shown, or weights told as a list."""
    text = said.digits
    of_weight = context.last_intent == "log_weight" or context.last_entities.get("measure") in _WEIGHT_MEASURES
    if _CANNOT_SHOW.search(text):
        return [Frame(intent="log_query", entities={"measure": "weight"} if of_weight else {})]
    told = of_weight or "weight_kg" in context.last_entities
    one = told and not is_question(text) and (_ONE_WAS.search(text) or _past_days(said))
    return weigh_ins(said, fewest=1 if one else 2)


def _measure(said: Utterance, context: Context) -> str | None:
    text, words = said.digits, len(said.digits.split())
    if _OF_THE_ARTICLES.search(text):
        return None
    last = context.last_entities.get("measure")
    of_weight = last in _WEIGHT_MEASURES or context.last_intent == "log_weight"
    found = (
        ("weight_method", _METHOD.search(text) or (of_weight and _METHOD_AGAIN.search(text))),
        (
            "weight_change",
            _NOISE.search(text)
            and is_question(text)
            and not _HOW_BIG.search(text)
            and (of_weight or _speaks_of_weight(said)),
        ),
        (
            "weight_trend",
            _TREND.search(text) or (of_weight and (_SLOPE.search(text) or _A_TREND.search(text))) or _own_loss(text),
        ),
        ("weight", _LIST.search(text)),
        ("bmi", _BMI.search(text) and _OWN.search(text)),
        ("day_energy", _DAY.search(text) and _is_own(said) and not _NOT_THE_FIGURE.search(text)),
        ("rest_energy", _REST.search(text) and _is_own(said) and not _NOT_THE_FIGURE.search(text)),
        ("body_fat", _asks_fat(said)),
        ("two_days", _COMPARE.search(text) and len(_past_days(said)) == 2 and not _speaks_of_weight(said)),
    )
    asked = next((name for name, fits in found if fits), None)
    if asked is None and last in _BODY_MEASURES and context.last_intent == "log_query":
        facts = _facts(said, expected=True)
        if (
            _DO_IT.search(text)
            or (facts and words <= 3 + 3 * len(facts))
            or (last == "day_energy" and _PAL.search(text))
        ):
            return str(last)
    return asked


def _is_own(said: Utterance) -> bool:
    """Whether a body is spoken of, the own one or one told beside the question."""
    told = bool(_facts(said)) or sex_of(said, expected=True) is not None
    return told or _OWN.search(said.digits) is not None or _ALONE.fullmatch(said.digits) is not None


def _own_loss(text: str) -> bool:
    return _LOSING.search(text) is not None and not _FORECAST.search(text)


def _speaks_of_weight(said: Utterance) -> bool:
    return said.has("mass") or _WEIGHT_TALK.search(said.digits) is not None or bool(weigh_ins(said, fewest=1))


def _asks_fat(said: Utterance) -> bool:
    """Whether a message asks for one's own body fat, or tells the tapes or the scale's figure it would come from."""
    facts = _facts(said)
    taped = bool({"waist_cm", "neck_cm"} <= facts.keys()) and _TAPE.search(said.digits) is not None
    by_scale = _SCALE.search(said.digits) is not None and said.first("fraction") is not None and "weight_kg" in facts
    return taped or by_scale or (_FAT_ASKED.search(said.digits) is not None and not _SCALE.search(said.digits))


def _facts(said: Utterance, *, expected: bool = False) -> dict[str, Any]:
    """Return the facts of the body a message tells; after a question for them a bare "male 34" is sex and age."""
    facts: dict[str, Any] = {name: value for name, value in body_facts(said)[0].items() if name in BODY_FACTS}
    sex = (sex_of(said, expected=True) or people_in(said.words).get("sex")) if expected else None
    if sex is not None:
        facts["sex"] = sex
        if "age_years" not in facts and (age := _BARE_AGE.search(said.digits)):
            facts["age_years"] = float(age["n"])
    return facts


def _of_the_body(said: Utterance, measure: str, context: Context) -> list[Frame]:
    expected = context.last_entities.get("measure") == measure
    facts = _facts(said, expected=expected or measure in {"rest_energy", "day_energy"})
    asked: dict[str, Any] = {"measure": measure}
    if measure == "day_energy" and (level := _PAL.search(said.digits)):
        asked["pal"] = float(level["n"])
    if facts and (_SUPPOSED.search(said.words) or not own_words(said.words)):
        before = context.last_entities if expected else {}
        kept = {name: before[name] for name in BODY_FACTS if name in before}
        return [Frame(intent="log_query", entities=asked | kept | facts, follow_up=expected)]
    by_scale = _SCALE.search(said.digits) is not None and said.first("fraction")
    if measure == "body_fat" and by_scale:
        asked["scale_fraction"] = by_scale.value
    told = [Frame(intent="set_profile", entities=facts)] if facts else []
    return [Frame(intent="log_query", entities=asked), *told]


def _past_days(said: Utterance) -> list[str]:
    today = said.now.date()
    named = (day.on for day in days(said.digits, today=today, towards="past") if day.on <= today)
    return sorted({on.isoformat() for on in named})


def _two_days(said: Utterance) -> list[Frame]:
    since, until = _past_days(said)
    return [Frame(intent="log_query", entities={"measure": "two_days", "since": since, "until": until})]


def _other_units(said: Utterance) -> list[Frame]:
    """Read "why is the total in miles" as the wish for the other units, and the week's total in them."""
    match = _WHY_UNITS.search(said.digits)
    imperial = match is not None and (match["unit"] or match["alone"]).startswith(_IMPERIAL)
    today = said.now.date()
    week = {"measure": "distance", "since": (today - timedelta(days=today.weekday())).isoformat()}
    return [
        Frame(intent="set_profile", question="why", entities={"units_pref": "metric" if imperial else "imperial"}),
        Frame(intent="log_query", entities={**week, "until": today.isoformat()}),
    ]


def _told_again(said: Utterance, context: Context) -> list[Frame]:
    """Read a bare weight right after a weigh-in as another one of today: "79.9 this morning", "80.3"."""
    match = _BARE.fullmatch(said.digits)
    if match is None or context.last_intent != "log_weight" or "weight_kg" not in context.last_entities:
        return []
    value, before = float(match["n"]), float(context.last_entities["weight_kg"])
    if abs(value - before) > before / 10:
        return []
    return [Frame(intent="log_weight", entities={"weight_kg": value})]
