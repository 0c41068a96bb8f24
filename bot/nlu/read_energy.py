"""Read questions whose answer is a number for the asker: energy of a run, fat and weight over time."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.body_words import body_facts
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.horizons import horizon_days
from bot.nlu.masses import masses
from bot.nlu.read_run import run_entities
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import weekdays

_ENERGY_WORD = r"(?:calories|calorie|cal|kcal|kj|kilojoules|energy)"
_FOOD = r"(?:donuts?|doughnuts?|pizzas?|cakes?|beers?|wine|pints?|biscuits?|cookies?|chocolate|mars bar|snickers|burgers?|big mac|fries|chips|curry|kebab|ice cream|croissants?|muffins?|latte|frappuccino|dessert|pudding|crisps|brownies?|bagels?|roast|takeaway|brunch|dinner|lunch|breakfast|mince pies?)"
_ASKS_ENERGY = re.compile(
    rf"\b(?:how (?:many|much)|what|whats|number of|count)\b[^.!\n]{{0,30}}\b{_ENERGY_WORD}\b(?! (?:should|do i need|to eat|can i eat|in a pound|in 1|is in|are in|deficit|to lose))"
    rf"|\b(?:calories|kcal|energy|cals?)\b[^.?!\n]{{0,12}}\b(?:burn(?:ed|t|s|ing)?|for|from|used|does|did|in|on)\b|\bburn(?:s|ed|t|ing)?\b[^.?!\n]{{0,24}}\b(?:calories|kcal)\b|^(?:kcal|calories|calorie burn)\b"
    r"|\b(?:what|how much)(?: energy)? (?:did|do|does|would|will|have|can) (?:i|that|it|this|a|an|you|my|running|jogging|\d)[^.?!\n]{0,24}\bburn(?:ed|t)?\b|\b(?:the )?burn (?:for|from|on|of)\b"
    rf"|\b(?:earn|earned|work off|worked off|run off|burn off|burned off|burnt off)\b[^.?!\n]{{0,24}}\b(?:{_FOOD}|calories|treat|it|that)\b|\bhow (?:far|long|much)\b[^.?!\n]{{0,30}}\bburn(?: off)?\b"
)
_CLAIM = re.compile(
    r"\b(?:says?|said|reckons?|shows?|showed|showing|claims?|claimed|thinks?|told me|tells me|gives?|gave|right|legit|accurate|sound|realistic|believable|correct|true|too (?:high|low|much)|seems?|estimate[ds]?|recorded|watch|garmin|strava|fitbit|app|treadmill)\b"
)
_INTAKE = re.compile(
    r"\b(?:eat|eats|eating|ate|eaten|intake|consume|consuming|consumed|diet|meal|breakfast|deficit|surplus|cut|cutting|per day to|a day to|maintenance|tdee|bmr|budget|allowance|need (?:a|per) day|track(?:ing)?|count(?:ing)?|food|banana|in (?:a|an|1) (?:pound|lb|kilo|kg|banana|egg|apple|gram)|resting|at rest|asleep|sleeping|doing nothing)\b"
)
_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|better|faster) (?:calories|fat|energy|weight)? ?(?:\w+ ){0,4}(?:than|or|if|when|in|on|by|with|running|doing)\b|\b(?:burn|burns|burning) (?:more|less|fewer)\b|\bbest for burning\b|\bburn the most\b|\bafterburn\b|\bafter burn\b|\bkeep burning\b|\bstill burn\b|\bwhy\b"
)

_OUTCOME = re.compile(
    r"\b(?:los(?:e|es|ing|t)|drop|dropping|shed|shedding|shift|burn(?:ing)? (?:off )?(?:fat|belly|body)|weigh|lighter|slimmer|thinner|smaller|weight|fat|belly|down to|get to|get (?:under|below)|come off|go down|melt|kilos?|pounds?|lbs|stone|kg|results?|difference|bum|butt|thighs|tummy|waist)\b"
)
_LOSE = re.compile(
    r"\b(?:los(?:e|es|ing)|drop(?:ping)?|shed(?:ding)?|shift(?:ing)?|weigh|lighter|get (?:down )?to|down to|be under|come off|burn|melt|reach|hit|go from|do anything|see results|do to)\b"
)
_HOW_MUCH_LOSS = re.compile(
    r"\b(?:how (?:much|many)|what)\b[^.?!\n]{0,40}\b(?:fat|weight|lighter|kilos?|kg|pounds?|lbs|stone|inches|lose|drop|shed|weigh|loss)\b[^.!\n]{0,40}\b(?:i|ill|id|me|my|we)\b"
    r"|\b(?:how (?:much|many)|what)\b[^.?!\n]{0,30}\b(?:i|id|ill|we)\b[^.?!\n]{0,24}\b(?:lose|weigh|drop|shed|lost|shift|be down|lighter)\b|\bhow much lighter\b|\bwhat (?:would|will|could) (?:i|my) (?:weight|weigh)\b"
)
_HOW_LONG_LOSS = re.compile(
    r"\b(?:how long|how many (?:weeks|months|days|runs)|when (?:will|would|can|could|do)|how soon|by when|how quickly|how fast)\b"
)
_WISH_LOSS = re.compile(
    r"\b(?:want|need|like|love|hoping|hope|goal|trying|try|aim|aiming|plan|planning|would like|looking|possible|realistic|doable|feasible|achievable|can|could|will|would|is)\b"
)
_PLAIN_WISH = re.compile(
    r"^(?:i )?(?:just )?(?:want|need|would like|would love|wanna|hoping|trying|aiming|goal|my goal|looking|planning|plan)\b"
)
_SELF = re.compile(r"\b(?:i|im|my|me|id|ill|we)\b")
_HYPOTHESIS = re.compile(r"\bif (?:i|im|we)\b|\bwhat if\b|\bsay i\b|\bsuppose\b")
_PAST_FACT = re.compile(r"\b(?:lost|gained|put on|have lost|dropped|have been|since i)\b")
_LESS_FOOD = re.compile(
    r"\b(?:eat|eating|cut|cutting|with|and|deficit)\b[^.?!\n]{0,24}\b(?:less|fewer|deficit|out|back)\b|\bdeficit\b"
)


def read_calories(said: Utterance) -> Frame | None:
    """Read a question about the energy of a run."""
    text = said.words
    sized = said.has("distance", "duration", "speed", "pace", "clock")
    energy = said.first("energy")
    about_energy = re.search(rf"\b{_ENERGY_WORD}\b|\bburn|\bearn|\bwork off|\brun off", text)
    if not about_energy:
        return None
    claimed = energy and sized and _CLAIM.search(text) and not re.search(r"\beat|\bate\b", text)
    asks = _ASKS_ENERGY.search(said.digits) or (
        sized and re.search(rf"\b{_ENERGY_WORD}\b", text) and not _outcome_of_weeks(said)
    )
    if not (claimed or asks) or (_INTAKE.search(text) and not (claimed or _run_off(text))):
        return None
    if (_COMPARISON.search(text) and not claimed and not sized) or re.search(r"^why\b|\bfat (?:or|vs)\b", text):
        return None
    entities, _ = run_entities(said)
    entities = {key: value for key, value in entities.items() if key != "date"}
    entities |= _own_body(said)
    if energy:
        entities["claimed_kcal" if claimed else "target_kcal"] = energy.value
    return Frame(intent="calorie_question", entities=entities)


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
    if not (_OUTCOME.search(said.digits) or said.has("mass", "mass_rate")):
        return None
    entities = projection_entities(said)
    if not _is_projection(said, text, entities):
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
    if _HOW_LONG_LOSS.search(text) and loses and _SELF.search(text) and (rhythm or target):
        return True
    return bool(loses and _SELF.search(text) and "horizon_days" in keys and (rhythm or size))


def projection_entities(said: Utterance) -> dict[str, Any]:
    """Return the plan of running a clause names: one session, how often, weekly totals, how far ahead."""
    found: dict[str, Any] = {}
    if total := said.first("weekly_distance"):
        found["distance_per_week_m"] = total.value
    if total := said.first("weekly_duration"):
        found["duration_per_week_s"] = total.value
    sizes = [
        item for item in said.all("distance", "duration") if not re.match(r" (?:commute|sleep|break)", said.after(item))
    ]
    for item in sizes:
        key = "session_distance_m" if item.dimension == "distance" else "session_duration_s"
        found.setdefault(key, item.value)
        if item.period_days == 1:
            found["sessions_per_week"] = 7.0
    if pace := said.first("pace"):
        found["pace_s_per_km"] = pace.value
    if speed := said.first("speed"):
        found["speed_m_s"] = speed.value
    if often := _sessions(said):
        found.setdefault("sessions_per_week", often)
    if (horizon := horizon_days(said.digits, said.items, today=said.now.date())) is not None:
        found["horizon_days"] = horizon
    if (energy := said.first("energy")) and _LESS_FOOD.search(said.words):
        found["intake_change_kcal_day"] = -energy.value
    return found


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
