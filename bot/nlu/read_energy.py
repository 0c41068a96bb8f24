"""Read questions about the energy of a run: asked for, or shown by a device and doubted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.nlu.body_words import BODY_FACTS, body_facts
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension
from bot.nlu.read_projection import LOSES
from bot.nlu.run_size import run_size, walks
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_ENERGY_WORD = r"(?:calories|calorie|cal|kcal|kj|kilojoules|energy)"
_OF_A_STUDY = Pattern(
    r"\b(?:stud(?:y|ies)|trials?|papers?|et al|meta-?analys\w+|thermogenesis|metabolic adaptation|persist\w*"
    r"|biggest loser|follow-?ups?)\b|\b[a-z-]{4,} \(?(?:19[5-9]|20[0-2])\d\b(?=.*\bfound\b)"
)
"""Where a paper is spoken of, its figure is no wish for a run that uses as much."""
_FOOD = (
    r"(?:donuts?|doughnuts?|pizzas?|cakes?|beers?|wine|pints?|biscuits?|cookies?|chocolate|mars bar|snickers"
    r"|burgers?|big mac|fries|chips|curry|kebab|ice cream|croissants?|muffins?|latte|frappuccino|dessert|pudding"
    r"|crisps|brownies?|bagels?|roast|takeaway|brunch|dinner|lunch|breakfast|mince pies?)"
)
_ASKS_ENERGY = Pattern(
    r"\b(?:run|jog|km|kms|k|miles?|walk)\b[^?.!\n]{0,16}\bcosts? (?:me|my body)\b|"
    rf"\b(?:how (?:many|much)|what|whats|number of|count)\b[^.!\n]{{0,30}}\b{_ENERGY_WORD}\b(?! (?:should|do i need"
    r"|to eat|can i eat|in a pound|in 1|is in|are in|deficit|to lose))"
    rf"|\b(?:calories?|kcal|energy|cals?)\b[^.?!\n]{{0,12}}\b(?:burn(?:ed|t|s|ing)?|for|from|used|does|did|in|on)\b"
    rf"|\bburn(?:s|ed|t|ing)?\b[^.?!\n]{{0,24}}\b(?:calories|kcal)\b"
    r"|^(?:(?:and|so|ok|but|then|thanks|now|the|what about|how about),? )*"
    rf"(?:(?:net|gross|total)(?:,? (?:and|or|&) (?:net|gross))? )?(?:kcals?|calories|calorie burn)\b"
    r"|\b(?:what|how much)(?: energy)? (?:did|do|does|would|will|have|can) (?:i|that|it|this|a|an|you|my|running"
    r"|jogging|walking|hiking|sprinting|\d)[^.?!\n]{0,24}\bburn(?:ed|t)?\b|\b(?:the )?burn (?:for|from|on|of)\b"
    rf"|\b(?:earn|earned|work off|worked off|run off|burn off|burned off|burnt off)\b[^.?!\n]{{0,24}}\b(?:{_FOOD}"
    rf"|calories|treat|it|that)\b|\bhow (?:far|long|much)\b[^.?!\n]{{0,30}}\bburn(?: off)?\b"
    rf"|\bhow (?:far|long)\b[^.?!\n]{{0,40}}\bfor (?:about |around )?\d+ ?{_ENERGY_WORD}\b"
)
_ASKS_MASS = Pattern(
    r"\b(?:how (?:many|much)|what) (?:\w+ )?(?:kgs?|kilos?|pounds?|lbs?|stone|fat|weight)\b"
    r"(?![^?]{0,60}\bhow (?:many|much) (?:\w+ )?(?:calories|kcals?|cals?|energy)\b)"
)
"""A mass is asked for, whatever a run "costs" or is said of a rule beside it."""
_ASKS_ELSE = Pattern(
    r"\bhow (?:long|fast|quick(?:ly)?|soon|often|many (?!calories|kcals?|cals?\b))"
    r"|\b(?:what|which) (?:pace|time|speed|day)\b"
    r"|\bwhat (?:would|will|could) my\b|\bwhen\b|\b(?:till|until)\b|\bsplits?\b|\bpredict\w*"
)
"""What asks for something other than energy, whatever size stands beside it."""
_NAMES_ENERGY = Pattern(rf"\b{_ENERGY_WORD}\b")
_ABOUT_ENERGY = Pattern(rf"\b{_ENERGY_WORD}\b|\bcosts? (?:me|my body)\b|\bburn|\bearn|\bwork off|\brun off")
_WHAT_IS_ONE = Pattern(r"\bwhat (?:is|are) (?:an? |the )?(?:calories?|kcal|kj)\W*$")
_DEVICE = r"(?:garmin|watch|strava|fitbit|treadmill|app|polar|coros|whoop|machine|phone|tracker)"
_DEVICE_SAYS = Pattern(
    rf"\b(?:{_DEVICE}(?: (?:says?|said|reckons?|shows?|showed"
    r"|gives?|gave|claims?|claimed|thinks?|told me|has me at|i burned|i burnt|about|like|around"
    rf"|only))+|(?:vs|versus|against|compared (?:to|with)) (?:my |the )?{_DEVICE}s?) (?P<n>[1-9]\d{{1,3}})\b(?![.:])"
    r"|\b(?:burned|burnt|used)(?: about| like| around| only)? (?P<m>[1-9]\d{1,3})(?= (?:in|on|for|during|over)\b)"
)
"""A device's figure without its unit."""
_DEVICE_DOUBT = Pattern(
    r"\b(?:accurate|accuracy|reliable|trust|believe|rely on|wrong|off|lie|lies|lying|overestimat\w*|exaggerat\w*)\b"
    r"(?=.*\b(?:watch(?:es)?|garmin|fitbit|apple|strava|apps?|treadmills?|machines?|trackers?|phone)\b)"
    r"|\b(?:watch(?:es)?|garmin|fitbit|strava|apps?|treadmills?|machines?|trackers?)\b[^.!?\n]{0,40}"
    r"\b(?:accurate|reliable|wrong|agree|disagree|differ|overestimat\w*|exaggerat\w*|lie|lies|lying)\b"
)
"""What is asked about devices, not about a run."""
_SIZED: tuple[Dimension, ...] = ("distance", "duration", "speed", "pace", "clock")
_CLAIM = Pattern(
    r"\b(?:says?|said|reckons?|shows?|showed|showing|claims?|claimed|thinks?|told me|tells me|gives?|gave|right|legit"
    r"|accurate|sound|realistic|believable|correct|true|too (?:high|low|much)|seems?|estimate[ds]?|recorded|watch"
    r"|garmin|strava|fitbit|app|treadmill)\b"
)
_BURNS = Pattern(r"^(?:do|does|did|will|would)\b[^?]{0,60}\bburn\b")
_INTAKE = Pattern(
    r"\b(?:compensat\w+|expenditure|thermogenesis|adaptation|eat|eats|eating|ate|eaten|intake|consume|consuming"
    r"|consumed|diet|meal|breakfast|deficit|surplus|cut"
    r"|cutting|per day to|a day to|maintenance|tdee|bmr|budget|allowance|need (?:a|per) day|track(?:ing)?"
    r"|count(?:ing)?|food|banana|in (?:a|an|1) (?:pound|lb|kilo|kg|banana|egg|apple|gram)|resting|at rest|asleep"
    r"|sleeping|doing nothing)\b"
)
_FOR_ME = Pattern(
    r"(?:(?:and|so|ok|what about|how about|then|what of)[ ,]*)*(?:an? )?(?:(?:in|at|for|with|a) ?)*for me ?\?*"
)
_IN_GENERAL = Pattern(
    r"^(?:(?:so|and|but|ok|hey|hi) )*(?:do|does|is|can|will|would)\b[^?]{0,40}\b(?:a lot|lots|loads|many|enough"
    r"|any|much"
    r"|so many|plenty)\b"
)
"""Whether something burns much is asked of the matter, not of a run."""
_OF_A_RUN = Pattern(r"\b(?:i|my|me|that|this|todays|yesterdays|it)\b")
_OTHER_CAUSE = Pattern(
    r"\b(?:drink\w*|water|coffee|tea|chill?i\w*|spic\w+|sleep\w*|standing|sauna|shiver\w*|fidget\w*|chew\w*|gum|cold|stress"
    r"|laugh\w*|thinking|ginger|vinegar|lemon|celery|sweat\w*|hot bath|being cold|ice)\b"
)
"""What people say burns energy beside running; without a run named, it is a question about that."""
_RUNS_AT_ALL = Pattern(r"\b(?:run|runs|running|ran|jog\w*|walk\w*|5k|10k|km|miles?)\b")
_RULE_OF_THUMB = Pattern(
    r"\b(?:3[,.]?500|7[,.]?[07]00)\b[^?!\n]{0,24}\b(?:rule|(?:per|a|an|in a|1|each|equals?(?: a| 1)?) (?:pound|lb|kilo"
    r"|kg))\b"
    r"|\b(?:kcal|calories?) (?:per pound|per kilo|per kg|deficit) rule\b"
)
"""What is asked about a rule people repeat, not about a run."""
AFTERBURN = Pattern(r"\b(?:after ?burn|epoc)\b|\b(?:keeps?|still|go(?:es)? on|carr(?:y|ies) on) burning\b")
"""What burns after a run is no run, however long the run it is asked for."""
_COMPARISON = Pattern(
    r"\b(?:more|less|fewer|better|faster) (?:calories|fat|energy|weight)? ?(?:\w+ ){0,4}(?:than|or|if|when|in|on|by"
    r"|with|running|doing)\b|\b(?:burn|burns|burning) (?:more|less|fewer)\b|\bbest for burning\b|\bburn the most\b"
    r"|\bafterburn\b|\bafter burn\b|\bkeep burning\b|\bstill burn\b|\bwhy\b|\bvs\b|\bversus\b"
)


_ASKS_OR_SUPPOSES = Pattern(
    r"\?|\b(?:if|would|will|should|could|can|does|do|is|are|how|what|right|true|legit|believe|accurate|realistic"
    r"|every|each|per|a (?:day|week)|times|want|need|burns?|to (?:burn|lose|run)|planning|tomorrow|next)\b"
)
"""What makes a run with its energy a question or a plan."""


def read_calories(said: Utterance) -> Frame | None:
    """Read a question about the energy of a run."""
    text = said.words
    energy = said.first("energy")
    sized = said.has(*_SIZED)
    if energy is None and sized and (run := _of_one_run(said)):
        return run
    if not _ABOUT_ENERGY.search(text) or (_RULE_OF_THUMB.search(said.digits) or _ASKS_MASS.search(text)):
        return None
    doubts = energy is None and not sized and _DEVICE_DOUBT.search(text)
    if doubts or AFTERBURN.search(text) or (energy is not None and not sized and _OF_A_STUDY.search(text)):
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
    sizes, _ = run_size(said)
    entities = {key: value for key, value in sizes.items() if key != "date"}
    entities |= own_body(said) | ({"gait": "walk"} if walks(text) else {})
    if energy and (unit := re.match(r" ?(?:per|a|each|every|/) ?(?P<u>km|k|kilometre|mile)\b", said.after(energy))):
        entities["distance_m"] = METRES_PER_MILE if unit["u"] == "mile" else METRES_PER_KM
        claimed = True
    if energy:
        entities["claimed_kcal" if claimed else "target_kcal"] = energy.value
    asked = Frame(intent="calorie_question", entities=entities)
    return _told_with_energy(said, sizes, asked) if energy else asked


def _told_with_energy(said: Utterance, sizes: Mapping[str, Any], asked: Frame) -> Frame:
    """Return the run that is told before its energy is: "6k 36:10 today, watch says 412 cal"; else what is asked."""
    if not sizes.keys() >= {"distance_m", "duration_s"} or _ASKS_OR_SUPPOSES.search(said.digits):
        return asked
    claim = {("claimed_kcal" if name == "target_kcal" else name): value for name, value in asked.entities.items()}
    told = {name: sizes[name] for name in ("distance_m", "duration_s", "date") if name in sizes}
    return Frame(
        intent="log_run",
        entities={"date": said.now.date().isoformat(), **told},
        also=(replace(asked, entities=claim),),
    )


def asks_no_energy(text: str) -> bool:
    """Whether a tidy text asks for something of a run and has no word of energy."""
    return _ASKS_ELSE.search(text) is not None and _ABOUT_ENERGY.search(text) is None


def _of_one_run(said: Utterance) -> Frame | None:
    """Read a run whose energy a device shows, or that is asked about "for me" and no more."""
    shown = device_kcal(said)
    entities, _ = run_size(said)
    if shown is not None and _CLAIM.search(said.words):
        return Frame(intent="calorie_question", entities={**entities, **own_body(said), "claimed_kcal": shown})
    return Frame(intent="calorie_question", entities=entities | own_body(said)) if _size_for_me(said) else None


def device_kcal(said: Utterance) -> float | None:
    """Return the figure a watch or an app shows, said without a unit: "my garmin says 690". [kcal]"""
    match = _DEVICE_SAYS.search(said.digits)
    name = "n" if match and match["n"] else "m"
    return float(match[name]) if match and said.number_at(match.start(name)) else None


def _size_for_me(said: Utterance) -> bool:
    """Whether a question is a run's distance and time and "for me", and no more: "10k in 45:00 for me?"."""
    if not (said.has("distance") and said.has("duration", "clock", "pace", "speed")):
        return False
    left = list(said.digits)
    for item in said.items:
        left[item.start : item.end] = " " * (item.end - item.start)
    return _FOR_ME.fullmatch(" ".join("".join(left).split())) is not None


def _asks_energy(said: Utterance) -> bool:
    """Whether the energy of a run is asked for, not that of food, of a day or of a rule."""
    text = said.words
    sized = said.has(*_SIZED)
    if not sized and _OTHER_CAUSE.search(text) and not _RUNS_AT_ALL.search(text):
        return False
    if not sized and not said.has("energy") and _IN_GENERAL.search(text) and not _OF_A_RUN.search(text):
        return False
    if said.has("energy") and not sized and _CLAIM.search(text) and not is_question(text):
        return False
    if said.has("energy") and not sized and not (is_question(text) or _run_off(text)):
        return False
    if re.search(r"\b(?:fat|weight)\b", text) and said.has("frequency", "weekly_distance", "weekly_duration", "span"):
        return False
    if (_INTAKE.search(text) and not _run_off(text)) or _WHAT_IS_ONE.search(text):
        return False
    named = sized and bool(_NAMES_ENERGY.search(text) or _BURNS.search(text)) and not _outcome_of_weeks(said)
    return named or _ASKS_ENERGY.search(said.digits) is not None


def _run_off(text: str) -> bool:
    return re.search(r"\b(?:earn|work off|run off|burn off|burn)\b", text) is not None


def _outcome_of_weeks(said: Utterance) -> bool:
    return said.has("frequency", "weekly_distance", "weekly_duration", "span") and LOSES.search(said.words) is not None


def own_body(said: Utterance) -> dict[str, Any]:
    """Return the facts of the body told inside a question, one's own before another's, without what is to be lost."""
    own, _ = body_facts(said.saying(own_words(said.digits)))
    facts = own if own.keys() & BODY_FACTS else body_facts(said)[0]
    return {key: value for key, value in facts.items() if not key.startswith(("target_", "rate_"))}
