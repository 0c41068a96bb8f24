"""Read questions whose answer is a number for the asker: energy of a run, fat and weight over time."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.body_words import body_facts
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.horizons import horizon_days
from bot.nlu.masses import masses
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension, Quantity
from bot.nlu.run_size import run_size, walks
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import weekdays
from bot.units import METRES_PER_KM, METRES_PER_MILE

_MEASURES: dict[Dimension, str] = {
    "weekly_distance": "distance_per_week_m",
    "weekly_duration": "duration_per_week_s",
    "pace": "pace_s_per_km",
    "speed": "speed_m_s",
}
_NO_RUN = Pattern(r" (?:commute|sleep|break)")
_SETS = Pattern(r"(?P<n>[1-9]|1[0-4]) ?(?:x|\*) ?\d")
"""So many runs of one size in a week of a plan; told of one run, the same words are repetitions."""
_ENERGY_WORD = r"(?:calories|calorie|cal|kcal|kj|kilojoules|energy)"
_FOOD = (
    r"(?:donuts?|doughnuts?|pizzas?|cakes?|beers?|wine|pints?|biscuits?|cookies?|chocolate|mars bar|snickers"
    r"|burgers?|big mac|fries|chips|curry|kebab|ice cream|croissants?|muffins?|latte|frappuccino|dessert|pudding"
    r"|crisps|brownies?|bagels?|roast|takeaway|brunch|dinner|lunch|breakfast|mince pies?)"
)
_ASKS_ENERGY = Pattern(
    rf"\b(?:how (?:many|much)|what|whats|number of|count)\b[^.!\n]{{0,30}}\b{_ENERGY_WORD}\b(?! (?:should|do i need"
    r"|to eat|can i eat|in a pound|in 1|is in|are in|deficit|to lose))"
    rf"|\b(?:calories?|kcal|energy|cals?)\b[^.?!\n]{{0,12}}\b(?:burn(?:ed|t|s|ing)?|for|from|used|does|did|in|on)\b"
    rf"|\bburn(?:s|ed|t|ing)?\b[^.?!\n]{{0,24}}\b(?:calories|kcal)\b|^(?:kcal|calories|calorie burn)\b"
    r"|\b(?:what|how much)(?: energy)? (?:did|do|does|would|will|have|can) (?:i|that|it|this|a|an|you|my|running"
    r"|jogging|\d)[^.?!\n]{0,24}\bburn(?:ed|t)?\b|\b(?:the )?burn (?:for|from|on|of)\b"
    rf"|\b(?:earn|earned|work off|worked off|run off|burn off|burned off|burnt off)\b[^.?!\n]{{0,24}}\b(?:{_FOOD}"
    rf"|calories|treat|it|that)\b|\bhow (?:far|long|much)\b[^.?!\n]{{0,30}}\bburn(?: off)?\b"
)
_NAMES_ENERGY = Pattern(rf"\b{_ENERGY_WORD}\b")
_ABOUT_ENERGY = Pattern(rf"\b{_ENERGY_WORD}\b|\bburn|\bearn|\bwork off|\brun off")
_WHAT_IS_ONE = Pattern(r"\bwhat (?:is|are) (?:an? |the )?(?:calories?|kcal|kj)\W*$")
_DEVICE_SAYS = Pattern(
    r"\b(?:garmin|watch|strava|fitbit|treadmill|app|polar|coros|whoop|machine|phone|tracker)(?: (?:says?|said|reckons?"
    r"|shows?|showed"
    r"|gives?|gave|claims?|claimed|thinks?|told me|has me at|i burned|i burnt|about|like|around"
    r"|only))+ (?P<n>[1-9]\d{1,3})\b(?![.:])"
    r"|\b(?:burned|burnt|used)(?: about| like| around| only)? (?P<m>[1-9]\d{1,3})(?= (?:in|on|for|during|over)\b)"
)
"""A device's figure without its unit."""
_SIZED: tuple[Dimension, ...] = ("distance", "duration", "speed", "pace", "clock")
_CLAIM = Pattern(
    r"\b(?:says?|said|reckons?|shows?|showed|showing|claims?|claimed|thinks?|told me|tells me|gives?|gave|right|legit"
    r"|accurate|sound|realistic|believable|correct|true|too (?:high|low|much)|seems?|estimate[ds]?|recorded|watch"
    r"|garmin|strava|fitbit|app|treadmill)\b"
)
_BURNS = Pattern(r"^(?:do|does|did|will|would)\b[^?]{0,60}\bburn\b")
_INTAKE = Pattern(
    r"\b(?:eat|eats|eating|ate|eaten|intake|consume|consuming|consumed|diet|meal|breakfast|deficit|surplus|cut"
    r"|cutting|per day to|a day to|maintenance|tdee|bmr|budget|allowance|need (?:a|per) day|track(?:ing)?"
    r"|count(?:ing)?|food|banana|in (?:a|an|1) (?:pound|lb|kilo|kg|banana|egg|apple|gram)|resting|at rest|asleep"
    r"|sleeping|doing nothing)\b"
)
_RULE_OF_THUMB = Pattern(
    r"\b(?:3[,.]?500|7[,.]?[07]00)\b[^?!\n]{0,24}\b(?:rule|(?:per|a|an|in a|1|each|equals?(?: a| 1)?) (?:pound|lb|kilo"
    r"|kg))\b"
    r"|\b(?:kcal|calories?) (?:per pound|per kilo|per kg|deficit) rule\b"
)
"""What is asked about a rule people repeat, not about a run."""
_COMPARISON = Pattern(
    r"\b(?:more|less|fewer|better|faster) (?:calories|fat|energy|weight)? ?(?:\w+ ){0,4}(?:than|or|if|when|in|on|by"
    r"|with|running|doing)\b|\b(?:burn|burns|burning) (?:more|less|fewer)\b|\bbest for burning\b|\bburn the most\b"
    r"|\bafterburn\b|\bafter burn\b|\bkeep burning\b|\bstill burn\b|\bwhy\b|\bvs\b|\bversus\b"
)

_OUTCOME = Pattern(
    r"\b(?:los(?:e|es|ing|t)|drop|dropping|shed|shedding|shift|burn(?:ing)? (?:off )?(?:fat|belly|body)|weigh|lighter"
    r"|slimmer|thinner|smaller|weight|fat|belly|down to|get to|get (?:under|below)|come off|go down|melt|kilos?"
    r"|pounds?|lbs|stone|kg|results?|difference|bum|butt|thighs|tummy|waist|scales?)\b"
)
_LOSE = Pattern(
    r"\b(?:los(?:e|es|s|ing)|drop(?:ping)?|shed(?:ding)?|shift(?:ing)?|weigh|lighter|get (?:down )?to|down to|be under"
    r"|come off|burn|melt|reach|hit|go from|do anything|see results|do to)\b"
)
_HOW_MUCH_LOSS = Pattern(
    r"\b(?:how (?:much|many)|what)\b[^.?!\n]{0,40}\b(?:fat|weight|lighter|kilos?|kg|pounds?|lbs|stone|inches|lose"
    r"|drop|shed|weigh|loss)\b[^.!\n]{0,40}\b(?:i|ill|id|me|my|we)\b"
    r"|\bif i\b[^?!\n]{0,60}\bhow many (?:kilos|kgs?|pounds|lbs|stone)\b"
    r"|\b(?:how (?:much|many)|what)\b[^.?!\n]{0,30}\b(?:i|id|ill|we)\b[^.?!\n]{0,24}\b(?:lose|weigh|drop|shed|lost"
    r"|shift|be down|lighter)\b|\bhow much lighter\b|\bwhat (?:would|will|could) (?:i|my) (?:weight|weigh)\b"
    r"|\bwhat (?:will|would) (?:the|my) scales? (?:say|read|show)\b"
)
_HOW_LONG_LOSS = Pattern(
    r"\b(?:how long|how many (?:weeks|months|days|runs)|when (?:will|would|can|could|do)|how soon|by when|how quickly"
    r"|how fast)\b"
)
_WISH_LOSS = Pattern(
    r"\b(?:want|need|like|love|hoping|hope|goal|trying|try|aim|aiming|plan|planning|would like|looking|possible"
    r"|realistic|doable|feasible|achievable|can|could|will|would|is)\b"
)
_SELF = Pattern(r"\b(?:expected|predicted|projected|i|im|my|me|id|ill|we)\b")
_HYPOTHESIS = Pattern(r"\bif (?:i|im|we)\b|\bwhat if\b|\bsay i\b|\bsuppose\b")
_PAST_FACT = Pattern(r"\b(?:lost|gained|put on|have lost|dropped|have been|since i)\b")
_LESS_EATEN = Pattern(
    r"\beat(?:ing)? (?:about |around |like )?(?P<n>[1-9]\d{1,3}) ?(?:kcal|calories|cals)? (?:less|fewer)(?: (?:a|per"
    r"|each|every) day| daily)?\b"
)
_LESS_FOOD = Pattern(
    r"\b(?:eat|eating|cut|cutting|with|and|deficit)\b[^.?!\n]{0,24}\b(?:less|fewer|deficit|out|back)\b|\bdeficit\b"
)


def read_calories(said: Utterance) -> Frame | None:
    """Read a question about the energy of a run."""
    text = said.words
    energy = said.first("energy")
    sized = said.has(*_SIZED)
    shown = device_kcal(said) if sized and energy is None else None
    if shown is not None and _CLAIM.search(text):
        entities, _ = run_size(said)
        return Frame(intent="calorie_question", entities={**entities, "claimed_kcal": shown})
    if not _ABOUT_ENERGY.search(text) or _RULE_OF_THUMB.search(said.digits):
        return None
    claimed = (
        energy is not None
        and sized
        and (_CLAIM.search(text) or _BURNS.search(text)) is not None
        and not re.search(r"\beat|\bate\b", text)
    )
    if not claimed and not _asks_energy(said):
        return None
    if (_COMPARISON.search(text) and not claimed and not sized) or re.search(r"^why\b|\bfat (?:or|vs)\b", text):
        return None
    entities, _ = run_size(said)
    entities = {key: value for key, value in entities.items() if key != "date"}
    entities |= _own_body(said) | ({"gait": "walk"} if walks(text) else {})
    if energy and (unit := re.match(r" ?(?:per|a|each|every|/) ?(?P<u>km|k|kilometre|mile)\b", said.after(energy))):
        entities["distance_m"] = METRES_PER_MILE if unit["u"] == "mile" else METRES_PER_KM
        claimed = True
    if energy:
        entities["claimed_kcal" if claimed else "target_kcal"] = energy.value
    return Frame(intent="calorie_question", entities=entities)


def device_kcal(said: Utterance) -> float | None:
    """Return the figure a watch or an app shows, said without a unit: "my garmin says 690". [kcal]"""
    match = _DEVICE_SAYS.search(said.digits)
    name = "n" if match and match["n"] else "m"
    return float(match[name]) if match and said.number_at(match.start(name)) else None


def _asks_energy(said: Utterance) -> bool:
    """Whether the energy of a run is asked for, not that of food, of a day or of a rule."""
    text = said.words
    sized = said.has(*_SIZED)
    if said.has("energy") and not sized and _CLAIM.search(text) and not is_question(text):
        return False
    if said.has("energy") and not sized and not (is_question(text) or _run_off(text)):
        return False
    if re.search(r"\b(?:fat|weight)\b", text) and said.has("frequency", "weekly_distance", "weekly_duration", "span"):
        return False
    if (_INTAKE.search(text) and not _run_off(text)) or _WHAT_IS_ONE.search(text):
        return False
    named = sized and _NAMES_ENERGY.search(text) is not None and not _outcome_of_weeks(said)
    return named or _ASKS_ENERGY.search(said.digits) is not None


def _run_off(text: str) -> bool:
    return re.search(r"\b(?:earn|work off|run off|burn off|burn)\b", text) is not None


def _outcome_of_weeks(said: Utterance) -> bool:
    return said.has("frequency", "weekly_distance", "weekly_duration", "span") and _LOSE.search(said.words) is not None


def _own_body(said: Utterance) -> dict[str, Any]:
    """Return the facts of the body told inside a question, without what they want to lose."""
    facts, _ = body_facts(said)
    return {key: value for key, value in facts.items() if not key.startswith(("target_", "rate_"))}


def read_projection(said: Utterance) -> Frame | None:
    """Read a question or a wish about losing fat or weight over time by running."""
    text = said.words
    if not (_OUTCOME.search(said.digits) or masses(said)):
        return None
    entities = projection_entities(said)
    if text.startswith("why") or _NO_FORECAST.search(text) or not _is_projection(said, text, entities):
        return None
    facts, _ = body_facts(said)
    return Frame(intent="projection_question", entities=entities | facts)


def _is_projection(said: Utterance, text: str, entities: dict[str, Any]) -> bool:
    keys = entities.keys()
    roles = masses(said).keys()
    rhythm = keys & {"sessions_per_week", "distance_per_week_m", "duration_per_week_s"}
    size = keys & {"session_distance_m", "session_duration_s"}
    plan = bool(keys & {"distance_per_week_m", "duration_per_week_s"}) or bool(rhythm and size)
    target = roles & {"target_loss_kg", "target_fat_kg", "target_weight_kg", "rate_kg_per_week"}
    asked = is_question(text)
    if _PAST_FACT.search(text) and not (
        asked and (plan or target) and re.search(r"\b(?:will|would|can|could|more|another|keep)\b", text)
    ):
        return False
    if target and (asked or _WISH_LOSS.search(text)):
        return True
    if not asked and not _HYPOTHESIS.search(text):
        return False
    if _HOW_MUCH_LOSS.search(said.digits):
        return True
    loses = _LOSE.search(text) is not None
    if not (_SELF.search(text) or "horizon_days" in keys):
        return False
    if plan and (loses or re.search(r"\b(?:fat|weight|smaller|slimmer|bum|butt|belly)\b", text)):
        return True
    timed = _HOW_LONG_LOSS.search(text) is not None and bool(rhythm or target)
    ahead = "horizon_days" in keys and bool(rhythm or size)
    return loses and _SELF.search(text) is not None and (timed or ahead)


_NO_FORECAST = Pattern(
    r"\bshould i (?:weigh|be weighing)\b|\bweigh (?:myself|yourself)\b|\b(?:dont|do not|didnt) want to lose\b"
    r"|\b(?:healthy|ideal|good|normal|right) weight\b"
)
_RUNS_OF = Pattern(
    r"\b(?:runs?|times|sessions?|jogs?|x) (?:a|per|each|every) week (?:of|at|doing) (?:about )?(?:\d|half|an? )"
)
"""A size behind "runs a week of" is the size of one run, not of the week."""
_FROM_TO = Pattern(
    r"\bfrom (?P<now>\d+(?:\.\d+)?) ?(?:kms?|k|miles?|mi)? to (?P<then>\d+(?:\.\d+)?) ?(?P<unit>kms?|k|miles?|mi) "
    r"(?:a|per|each|every) week\b"
)


def projection_entities(said: Utterance) -> dict[str, Any]:
    """Return the plan of running a clause names: one session, how often, weekly totals, how far ahead."""
    found: dict[str, Any] = {}
    for dimension, name in _MEASURES.items():
        if item := said.first(dimension):
            found[name] = item.value
    for item in said.all("distance", "duration"):
        for name, value in _session(said, item).items():
            found.setdefault(name, value)
    if often := _sessions(said):
        found.setdefault("sessions_per_week", often)
    if (horizon := horizon_days(said.digits, said.items, today=said.now.date())) is not None:
        found["horizon_days"] = horizon
    found |= {"gait": "walk"} if walks(said.words) else {}
    return _as_meant(found, said.digits) | _less_food(said)


def _session(said: Utterance, item: Quantity) -> dict[str, float]:
    """Return the size of one session, and how often it is run where the same words say so: "4x 5k", "5k a day"."""
    if _NO_RUN.match(said.after(item)):
        return {}
    name = "session_distance_m" if item.dimension == "distance" else "session_duration_s"
    if sets := _SETS.match(said.digits[item.start : item.end]):
        often = float(sets["n"])
        return {name: item.value / often, "sessions_per_week": often}
    return {name: item.value} | ({"sessions_per_week": 7.0} if item.period_days == 1 else {})


def _as_meant(found: dict[str, Any], text: str) -> dict[str, Any]:
    """Give sizes their place where the words around them say whether they count a run, a week or a change."""
    if {"sessions_per_week", "distance_per_week_m"} <= found.keys() and _RUNS_OF.search(text):
        found["session_distance_m"] = found.pop("distance_per_week_m")
    if {"sessions_per_week", "duration_per_week_s"} <= found.keys() and _RUNS_OF.search(text):
        found["session_duration_s"] = found.pop("duration_per_week_s")
    if change := _from_to(text):
        return {name: value for name, value in found.items() if not name.startswith("session")} | change
    return found


def _from_to(text: str) -> dict[str, Any]:
    """Read a plan told as a change: "from 25 to 40 km a week" counts the difference."""
    match = _FROM_TO.search(text)
    if match is None:
        return {}
    factor = METRES_PER_MILE if match["unit"].startswith("mi") else METRES_PER_KM
    now, then = float(match["now"]), float(match["then"])
    return {"runs_now_m_per_week": now * factor, "distance_per_week_m": then * factor, "replaces": True}


def _less_food(said: Utterance) -> dict[str, Any]:
    """Return how much less they mean to eat. [kcal/day]"""
    if match := _LESS_EATEN.search(said.digits):
        return {"intake_change_kcal_day": -float(match["n"])}
    energy = said.first("energy")
    return {"intake_change_kcal_day": -energy.value} if energy and _LESS_FOOD.search(said.words) else {}


def _sessions(said: Utterance) -> float | None:
    if often := said.first("frequency"):
        return often.value
    named = weekdays(said.digits)
    if named and not named.single:
        return float(len(named.days))
    times = said.first("times")
    return (
        times.value
        if times
        and times.value <= 14
        and re.search(r"\btimes\b|\bx\b|\dx|\bdays\b|\bruns\b|\bonce|\btwice", said.digits)
        else None
    )
