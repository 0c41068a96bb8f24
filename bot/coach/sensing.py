"""What the whole of a message tells of danger, where no sign that rules know stands in it.

People seldom name what is wrong: of new lines written by four authors who knew no rule, the signs of `bot.nlu` saw
three in ten. So a linear model over words, pieces of words and the sentence's vector says which danger is likely; it
is learnt from their lines and as many that only look like danger (`docs/tuning`), and ships as data. Very likely, it
raises the flag; likely, it adds one line of care to the ordinary answer. Most unlikely, in a message of some length,
the signs of some dangers yield to it (`bot.nlu.red_flags.yields`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.coach import help_lines
from bot.coach.denied import searched
from bot.coach.draft import Draft
from bot.coach.evidence_talk import tells_of_nobody
from bot.coach.hearing import Ears, Heard, hear
from bot.coach.triage import SENSED, STATES, is_news
from bot.coach.turn import Exchange
from bot.knowledge.dangers import NONE
from bot.nlu.care_topics import care_topics
from bot.nlu.frame import Frame
from bot.nlu.parser import flagged
from bot.nlu.pattern import Pattern
from bot.nlu.put_right import begins_with_denial
from bot.nlu.red_flags import tier
from bot.nlu.repair import names_in, repaired
from bot.runner import AFTER_A_BIRTH, Runner

SURE: Final = 0.9
"""How likely danger must be to raise a flag: of lines by two authors left out of the learning, signs and model together
then see 60 and 80 in 100, and raise a flag on 6 and 8 in 100 that were written to look like danger and are none."""
SURE_OF_HARM: Final = 0.8
"""The same for the wish to die, which people wrap up most and which must not be passed over."""
SURE_OF_THIS: Final = 0.35
"""How likely the danger whose words are said must be: what could be any of several gets no words on one of them."""
SURE_TO_STAY: Final = 0.95
"""How likely danger must be for a state that stays on the profile."""
PERHAPS: Final = 0.7
"""How likely it must be for a line of care: nine in ten are then met, and one in ten lookalikes hears that line."""
PERHAPS_THIS: Final = 0.4
"""How likely the danger named in that line must be: a line on something else is worse than none."""
_HARMLESS: Final = 0.1
"""Below this a sign was said of something else, in a message long enough to tell: of those that signs flagged wrongly,
one in four is spared, and of 2,000 true ones none, where their author was left out of the learning."""
_FEWEST_HARMLESS: Final = 8
CARED: Final = "cared"
"""Name, among a turn's entities, of a line of care that ended its reply."""
_SURE_BESIDE_TEARS: Final = 0.97
"""How likely a wish to die must be beside the low days after a birth."""
_OF_FOOD: Final = frozenset({"not_eating", "skips_meals", "feels_fat", "purged", "binged", "compensated", "shape"})
_OF_MEALS: Final = _OF_FOOD | {"friend_skips", "copies_thin", "in_control"}
_LATELY: Final = 4
"""So many messages back a meal that was left out explains what is felt."""
_FEWEST_WORDS: Final = 3
"""A word or two answers a question of ours, figures and units make no story: they are read by their context."""
_FEWEST_SURE: Final = 6
"""So few words tell no story ("i think about quitting"): they raise no flag by likelihood alone."""
_DENIES: Final = Pattern(
    r"^(?:no|nah|hey|but|um|lol|well)?\W*(?:i|im|i'm|i am)\W+(?:(?:dont|don't|do not) have (?:an?|any)\b"
    r"|(?:not|never been) (?:pregnant|anorexic|bulimic|suicidal|ill|sick|under ?18|a (?:child|kid|minor|teen\w*)"
    r"|in danger|depressed)\b|(?:didnt|didn't|did not) (?:do|mean|say) (?:it|that|this)\b)",
    re.IGNORECASE,
)
"""Beginnings that take something back: what a whole message sounds like does not count against its own words."""
_GRAVE: Final = (
    r"cut\w*|blade|razor|pills?|tablets|die|died|dying|dead|death|alive|living|live|life|here|end|ends|ended|ending"
    r"|kill\w*|point|hopeless|worth\w*|no ?body|no ?one|alone|every(?:thing|one|body)|any(?:thing|one|body)|hate\w*"
    r"|cry\w*|tired|sleep|asleep|sad|numb|empty|deserv\w*|goodbye|sorry|car(?:e|es|ing)|cope|suicid\w*|inside|heart"
    r"|head|mind|soul"
)
"""Words of somebody who is tired of living: with one of them no stop and no sore leg is only that."""
_ORDINARY: Final[Mapping[str, Pattern]] = {
    "self_harm": Pattern(
        # The fear of running on and on.
        rf"^(?!.*\b(?:{_GRAVE}|any ?more|myself|traffic|trucks?|cars?|lorr\w+|bridge|trains?|tracks?|water|sea|river"
        r"|road|roof|cliff|edge|disappear\w*|vanish\w*|gone|feel\w*|felt|hurt\w*|pain\w*|bleed\w*|quiet|wake|waking"
        r"|better off|over|note|jump\w*|exist\w*|burden|it all|all of it|hit\w*|punch\w*|bruis\w*|scratch\w*|harm\w*"
        r"|without me|miss me|away|dark\w*|black)\b)"
        r".*\b(?:stop|stopping|run|runs|further|farther|longer|distance)\b.*\b(?:out there|run|runs|running|further"
        r"|farther|longer|miles?|km|too|every time|planned)\b"
        # The fear of having to stop or of coming last; running that is no joy.
        rf"|^(?!.*\b(?:{_GRAVE}|disappear\w*|gone|hurt\w*|over|it all|harm\w*|without me|miss me)\b)"
        r".*\b(?:what if i(?: (?:have|need|had) to (?:stop|walk|quit|slow down)\b| ?'?m (?:the )?(?:last|slow\w*)\b)"
        r"|enjo[iy]\w* (?:my )?(?:run\w*|jog\w*|training)\b|finish line)",
        re.IGNORECASE | re.DOTALL,
    ),
    "breathless_at_rest": Pattern(
        r"^(?!.*\b(?:at rest|sitting|lying|in bed|at night|asleep|talk\w*|worse|chest|blue|one flight|these days"
        r"|suddenly)\b)"
        r".*\b(?:(?:stopped|quit|quitting|gave up|since|no longer) smok\w*|(?:two|three|four|2|3|4) flights|stairs"
        r"|hills?)",
        re.IGNORECASE,
    ),
    "saddle_numbness": Pattern(
        r"^(?!.*\b(?:numb\w*|tingl\w*|feel\w*|pins|dead|asleep|wee\w*|pee\w*|pee|bladder|bowels?|toilet|loo|bathroom"
        r"|pants|wet|accidents?|legs?|foot|feet|crotch|saddle|groin|down (?:there|below)|between|sit\w*|bum|wip\w*)\b)",
        re.IGNORECASE,
    ),
    "lost_periods": Pattern(
        r"\b(?:menopaus\w*|perimenopaus\w*|(?:at|im|i am|aged?|age|turned) (?:4[5-9]|5\d|6\d)"
        r"|regular (?:cycles?|periods?))\b"
        r"|^(?!.*\b(?:periods?|cycles?|bleed\w*|bled|monthl\w*)\b).*\b(?:no (?:\w+ )?(?:changes?|difference|results?"
        r"|progress)|breast ?-?feed\w*|nursing|weaned|pumping|formula"
        r"|bottle)\b",
        re.IGNORECASE,
    ),
    "chest_pain": Pattern(
        r"^(?!.*\b(?:chest|heart|arms?|jaw|ribs?|breast\w*|boobs?|breath\w*|shoulders?|sweat\w*|sick|tight\w*"
        r"|pressure|squeez\w*|sternum|throat|left side)\b)"
        r".*\bpain in (?:the|my) (?:\w+ )?(?:arse|ass|bum|butt|backside|neck)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "low_bmi_target": Pattern(
        r"^(?!.*\b[2-5]\d(?:\.\d)? ?(?:kgs?|kilos?)\b)"
        r"(?!.*\b(?:want\w*|goal|target|aim\w*|down to|get to|reach|under|below|bmi|until)\b)"
        r".*\b(?:[7-9]\d|[12]\d\d) ?(?:kgs?|kilos?)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "bone_pain_at_night": Pattern(
        r"^(?!.*\b(?:night|rest\w*|bed|wak\w*|sit\w*|spot|hop\w*|press\w*|throb\w*|swollen|limp\w*|bones?|shins?"
        r"|foot|heels?)\b).*\b(?:creak|crack|click|crunch|grind)\w*\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "pregnancy": Pattern(
        r"^(?!.*\b(?:positive|scan|trimester|due|late|weeks?)\b)"
        r".*\b(?:trying (?:for a|to (?:get|be|fall|conceive))|(?:get|getting) pregnant|ttc)\b"
        r"|^(?!.*\b(?:my bump|pregnan\w*|bab(?:y|ies)|due|scan|trimester|expecting|midwife|belly|tummy|stomach|kick\w*"
        r"|periods?|late"
        r"|(?:weeks?|months?) (?:along|gone|in)|test|sick|nausea|womb|breasts?|boobs?)\b)"
        r".*\b(?:bump|lump)\b",
        re.IGNORECASE | re.DOTALL,
    ),
}
"""What a likely danger is not, by its category: the breath of who stopped smoking or climbs, a weight told with no
wish, an ache of the back and no more, the change of life, a bump that is of a bone, the fear of running too far, of
having to stop or of being last."""
_PLAIN: Final[Mapping[str, Pattern]] = {
    "self_harm": Pattern(
        rf"^(?!.*\b(?:{_GRAVE}|any ?more|myself|more than)\b)"
        r".*\b(?:knees?|shins?|ankles?|calf|calves|feet|foot|heels?|achilles|hips?|back|thighs?|hamstrings?|quads?|legs?|toes?"
        r"|shoulders?|muscles?)\b.{0,24}\b(?:hurt\w*|sore|ach\w+|pain\w*|kill|stiff|twing\w*|niggl\w*)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "breathless_at_rest": Pattern(
        r"^(?!.*\b(?:at rest|sit\w*|lying|lie|bed|night|asleep|talk\w*|walk\w*|stand\w*|stairs|dress\w*|shower\w*|worse"
        r"|chest|blue"
        r"|suddenly|these days|calf|calves|leg|swollen|lips|dizzy|faint\w*|cough\w*|flight|nothing|still)\b)"
        r".*\b(?:out of breath|breathless|puffed(?: out)?|winded|gasping)\b.{0,12}\b(?:after|within|in)\b.{0,12}"
        r"\b(?:\d+|an?|one|two|half an?|few)? ?(?:seconds?|secs?|minutes?|mins?|metres?|meters?|lamp ?posts?|streets?"
        r"|blocks?)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    **dict.fromkeys(
        ("eating_disorder", "very_low_intake", "crash_weight_cut", "low_bmi_target", "insulin_left_out"),
        Pattern(
            r"^(?!.*\b(?:eat\w*|ate|food|meals?|starv\w*|hungr\w*|purg\w*|sick|skip\w*|fat|hate|fast\w*|bing\w*|calor\w*"
            r"|restrict\w*|goal|want\w*|only|nothing|los\w+|guilt\w*|sham\w*|control|thin\w*|skinny|gross|again|insulin"
            r"|diabet\w*|doses?|units?|jabs?|sugars?|pump)\b)"
            r".*(?:\b(?:log|put|note|add|save|record|enter)\b.{0,10}\b\d{2,3}(?:[.,]\d)?\b.{0,16}\bweight\b"
            r"|\bweigh(?:ed)?[- ]?in\b.{0,10}\b\d{2,3}(?:[.,]\d)?\b)",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    **dict.fromkeys(
        ("recent_birth", "pregnancy"),
        Pattern(
            r"^(?!.*\b(?:bab(?:y|ies)|birth|born|pregnan\w*|mum|mom|mother|feed\w*|section|pelvi\w*|belly|tummy|leak\w*|scar|nausea"
            r"|sick|test|late|period|midwife|little one)\b)"
            r".*\b(?:start\w*|began|begun|been|back to|took up) (?:\w+ )?(?:run\w*|jog\w*|c25k|couch|training"
            r"|exercis\w*)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
}
"""What a danger that is likely and not sure is not: a sore limb that made somebody stop, the breath of a beginner,
the weeks since somebody began to run, a weight to be noted."""
_SENDS: Final = Pattern(r"\b(?:seen today|seen by|see a doctor|doctor first|call for help|call \d{3})\b", re.IGNORECASE)
"""An answer with such words has sent the person to somebody."""
_GROUPS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("pregnancy", "recent_birth"), "birth"),
    **dict.fromkeys(
        ("eating_disorder", "very_low_intake", "low_bmi_target", "crash_weight_cut", "insulin_left_out"), "food"
    ),
    **dict.fromkeys(("lost_periods", "low_energy"), "energy"),
    **dict.fromkeys(("hot_swollen_calf", "bone_pain_at_night", "saddle_numbness"), "pain"),
    **dict.fromkeys(("told_to_rest", "medicines", "heart_disease_cleared", "older_beginner", "heart_worry"), "doctor"),
    "hypoglycaemia_on_insulin": "sugar",
    "deadly_slimming_drug": "drug",
    "self_harm": "self_harm",
    "minor": "minor",
    "too_much_water": "water",
}
"""Which line of care belongs to a danger; all others share that of heart, breath and head."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Danger:
    """The likeliest danger of a message."""

    category: str
    """A category of `bot.nlu.red_flags`."""
    likelihood: float
    """That there is any danger, 0 to 1."""
    share: float
    """That it is this one, 0 to `likelihood`."""

    @property
    def is_sure(self) -> bool:
        """Whether it raises its flag."""
        if self.share < SURE_OF_THIS:
            return False
        least = SURE_OF_HARM if self.category == "self_harm" else SURE_TO_STAY if self.category in STATES else SURE
        return self.likelihood >= least

    @property
    def is_mild(self) -> bool:
        """Whether it asks for a word of care at most, and alarms nobody."""
        return not self.is_sure or tier(self.category) == "caution"

    @property
    def care(self) -> str | None:
        """Name of the line of care for a danger that is likely and not sure."""
        if self.is_sure or self.likelihood < PERHAPS or self.share < PERHAPS_THIS:
            return None
        return f"safety.perhaps.{_GROUPS.get(self.category, 'heart')}"


def sense(message: Heard) -> Danger | None:
    """Return the likeliest danger of a message, None for a word or two and for one that denies it."""
    plain = message.plain
    mended = repaired(plain, names=names_in(message.text))
    if sum(word.strip(",.;:!?").isalpha() for word in plain.split() if len(word) > 1) < _FEWEST_WORDS:
        return None
    if _DENIES.search(message.text) or begins_with_denial(message.text):
        return None
    shares = message.dangers
    category = max(shares.keys() - {NONE}, key=lambda one: shares[one])
    if category in _ORDINARY and _ORDINARY[category].search(mended):
        return None
    most = 1.0 if len(plain.split()) >= _FEWEST_SURE else SURE_OF_HARM - 0.01
    danger = Danger(category=category, likelihood=min(most, 1.0 - shares[NONE]), share=min(most, shares[category]))
    plainly = category in _PLAIN and _PLAIN[category].search(mended) is not None
    return None if plainly and not danger.is_sure else danger


def is_harmless(message: Heard) -> bool:
    """Whether a message as a whole tells of hardly any danger, whatever signs stand in it."""
    return 1.0 - message.dangers[NONE] < _HARMLESS and len(message.plain.split()) >= _FEWEST_HARMLESS


async def danger_in(ears: Ears, heard: Heard | None, runner: Runner, exchanges: Sequence[Exchange]) -> Danger | None:
    """Return the danger a message tells of, as `news` does; none where only what it denies of the last replies does.

    Args:
        ears: What knows the meaning of a text.
        heard: What the person wrote; None where nothing is known of its meaning.
        runner: What is known of them, with what this message tells.
        exchanges: The turns before.
    """
    danger = news(heard, runner, [one.said for one in exchanges])
    if danger is None or heard is None or (bare := searched(heard.text, exchanges)) == heard.text:
        return danger
    # "i dont have heart disease", after the coach spoke of it, tells of none: what is left counts, if that is less
    left = news(await hear(ears, bare), runner)
    return min(danger, left, key=lambda one: one.likelihood) if left is not None else None


def news(message: Heard | None, runner: Runner, lately: Sequence[str] = ()) -> Danger | None:
    """Return the danger that the whole of a message tells of, if it is news of who wrote it.

    Args:
        message: What the person wrote; None where nothing is known of its meaning.
        runner: What is known of them, with what this message tells.
        lately: What they wrote in the last turns: control that is felt beside meals left out is met on these.
    """
    danger = None if message is None else sense(message)
    if message is None or danger is None or (danger.is_mild and tells_of_nobody(message.text)):
        return None
    topics = set(care_topics(message.text)) if danger.category == "self_harm" else set()
    if "in_control" in topics and any(_OF_MEALS & set(care_topics(one)) for one in lately[-_LATELY:]):
        return None  # it has words of its own
    if topics & _OF_FOOD:
        # What sounds like despair and speaks of meals and the body is met on these; despair has its own words.
        danger = replace(danger, category="eating_disorder")
    elif "low_mood" in topics and runner.flags & AFTER_A_BIRTH and danger.likelihood < _SURE_BESIDE_TEARS:
        return None  # tears after a birth are met as such, with whom to call
    if danger.category == "pregnancy" and runner.has_given_birth:
        return None  # weeks count from the birth that was told; a sign of the next pregnancy has words of its own
    return danger if is_news(danger.category, runner) else None


def raise_flag(frame: Frame, danger: Danger | None) -> Frame:
    """Return the frame with the flag of a sure danger, unless a grave one is raised already."""
    if danger is None or not danger.is_sure:
        return frame
    grave = any(tier(flag) != "caution" for flag in frame.flags)
    if grave or (frame.flags and tier(danger.category) == "caution"):
        return frame
    raised = flagged(frame, danger.category)
    return replace(raised, entities={**raised.entities, SENSED: True}) if raised.intent == "red_flag" else raised


def add_care(draft: Draft, danger: Danger | None, runner: Runner) -> bool:
    """End an ordinary answer with the line of care for a danger that is likely and not sure, once in a talk.

    An answer that sends to somebody already needs none.

    Returns:
        Whether the line was said.
    """
    if danger is None or danger.care is None or draft.kind == "safety":
        return False
    if any(_SENDS.search(part.text) for paragraph in draft.paragraphs for part in paragraph):
        return False
    words = help_lines.words(draft, runner, danger.care)
    if any(words.text in text for text in draft.said_before):
        return False
    draft.new_paragraph()
    draft.add(words)
    return True
