"""Which statements of a model need a citation: everything that claims something about our subject.

Free are questions to the person, instructions without a reason in them, and talk about the talk itself.
"""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.stems import stem

_SUBJECT: Final = frozenset(
    stem(word)
    for word in (
        "run runs runner jog jogging sprint sprinting marathon race pace stride cadence walk walking hike cycling "
        "cycle "
        "swim swimming yoga pilates rowing treadmill incline hill interval cardio aerobic exercise workout training "
        "train "
        "strength lift lifting squat lunge thrust deadlift plank crunch stretch stretching glute gluteal butt bum "
        "backside "
        "buttock booty bottom hip thigh leg calf belly stomach tummy waist abs arm shoulder chest body fat lean muscle "
        "muscular weight mass scale bmi calorie kcal energy burn burning metabolism metabolic deficit diet dieting "
        "food eat "
        "eating meal breakfast lunch dinner carb carbohydrate protein sugar fibre fiber vitamin iron salt water "
        "hydration "
        "alcohol beer wine caffeine coffee creatine supplement pill drug medicine medication injection steroid "
        "appetite "
        "hunger hungry fast fasted fasting sleep stress hormone cortisol insulin estrogen oestrogen testosterone "
        "thyroid "
        "heart pulse blood oxygen lung breath breathing knee ankle joint bone shin tendon achilles ligament "
        "cartilage foot "
        "injury injure injured pain ache sore soreness cramp stitch blister fracture arthritis asthma diabetes cancer "
        "disease illness cellulite skin period menopause pregnancy pregnant pelvic bladder shoe trainers fitness fit "
        "healthy health lifespan mortality recover recovery slim slimmer toned tone firm firmer flat flatter smaller "
        "bigger "
        "fuller shrink lose loss gain evidence study studies trial research researcher science scientific proven "
        "doctor physio women men people children sweat toxin detox brain mood depression anxiety"
    ).split()
)
"""Stems of the words of our subject."""
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|am|be|been|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|does|do|did|doesn't|"
    r"don't|"
    r"didn't|can|can't|cannot|could|couldn't|will|won't|would|wouldn't|may|might|must|should|shouldn't|shall|"
    r"\w+'(?:s|re|ll|ve|d)|"
    r"(?:make|mean|help|burn|build|use|take|give|get|go|come|work|lose|gain|shrink|grow|keep|need|cause|prevent|stop|"
    r"start|"
    r"show|tell|say|find|suggest|raise|lower|increase|reduce|improve|boost|speed|slow|melt|target|tone|firm|lift|"
    r"change|"
    r"depend|vary|differ|matter|happen|stay|leave|hold|look|feel|turn|put|add|cut|drop|fall|rise|protect|damage|hurt|"
    r"harm|heal|cure|fix|treat|support|prove|last|count|spend|store|release|trigger|affect|lead|end|shape|strengthen|"
    r"weaken|wear|flatten|tighten|sculpt|spare|eat|rest|beat|cost|tend|seem|become|remain|allow|let|force|ensure|carry|"
    r"lost|gained|shrank|grew|went|came|made|took|gave|got|found|showed|fell|rose|kept|left|held|felt|ran|wore|cut)"
    r"(?:s|es|d|ed)?)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"^(?:(?:and|so|but|or|ok|okay|now|then|first|well|by the way)[, ]+)*"
    r"(?:(?:what|which|how|when|where|who)\b.*\b(?:you|your|you'd|you're|i|we)\b"
    r"|(?:do|did|are|were|have|would|could|can|will|shall|should|may|is|was|want|need|fancy|care|ready|curious|"
    r"interested|sound|any)\b.*\b(?:you|your|i|we|me|that|this|it|good|ok|okay|more|questions?|thoughts?)\b)",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"\b(?:did|do|don't|didn't) you (?:know|realise|realize|see|agree|think)\b|\b(?:isn't|aren't|doesn't|don't|wasn't|"
    r"won't|wouldn't|can't) (?:it|that|running|they|there|everyone|this)\b|\bknew that\b|\bhave you heard\b|\bthat "
    r"(?:running|"
    r"fat|you)\b|,\s*(?:right|isn't it|don't you|doesn't it)\?$",
    re.IGNORECASE,
)
_INSTRUCTION: Final = re.compile(
    r"^(?:(?:so|but|and|then|now|first|instead|today|tomorrow|please|if you (?:like|can|want|prefer|wish)|for now|also|"
    r"next|maybe|perhaps|just|when you can)[, ]+)*"
    r"(?:try|start|begin|keep|take|give|go|add|mix|pick|choose|aim|do|don't|stay|let|let's|ask|tell|send|talk|see|"
    r"check|"
    r"measure|use|put|set|plan|look|think|be|have|rest|eat|drink|sleep|walk|run|jog|warm|cool|stretch|build|increase|"
    r"stop|slow|listen|wear|find|make|get|write|note|log|share|feel|enjoy|move|pair|combine|repeat|hold|wait|remember|"
    r"come|consider|call|show|bring|leave|book|track|judge|notice|read|tap|say|ease|focus|stick|work|skip|avoid|"
    r"you (?:can|could|might|may) (?:try|start|begin|ask|tell|send|tap|say|choose|pick|also ask|always ask|do|keep|"
    r"write|"
    r"take|give|go|add|use|check|mix))\b",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"\b(?:because|since|so that|as it|as this|which|that'll|that will|who|to (?:burn|lose|melt|shrink|boost|speed|"
    r"build|tone|"
    r"firm|target|cure|prevent|detox|raise|lower|reduce|increase)|for (?:fat|faster|maximum|better) \w+|and "
    r"you(?:'ll| will)|"
    r"until|unless|it (?:is|will|'ll|burns|helps|makes|works)|it's|they (?:are|will)|will|burns|melts|makes|helps|"
    r"that (?:\w+ )?(?:\w+s|is|are|can|will)\b)\b|[:;–—]",
    re.IGNORECASE,
)
_ABOUT_THE_TALK: Final = re.compile(
    r"^(?:(?:and|so|but|yes|no|ok|okay|well|sorry|honestly|of course|sure|right|thanks|thank you|good|great|fair "
    r"enough|"
    r"hi|hello|hey|totally|absolutely)\b[,.!:;– ]*)*"
    r"(?:you (?:asked|said|told|mentioned|wrote|want|wanted|feel|sound|seem|were asking|are asking|may ask)"
    r"|i (?:hear|understand|know|get|can|can't|cannot|could|don't|do not|won't|will not|only|would|have|see|wish|"
    r"hope|keep|"
    r"took|counted|might|think|read|answer)|i'(?:m|d|ll|ve)"
    r"|my (?:articles?|sources?|passages?)|the (?:articles?|sources?|passages?) (?:i have|don't|do not|say nothing)"
    r"|(?:it|that)(?:'s| is| sounds| makes| must| can) (?:(?:a|an|very|really|so|quite|completely|perfectly|totally|"
    r"all|be|feel) )*(?:normal|fair|understandable|okay|ok|fine|hard|tough|frustrating|sense|common|question|worry|"
    r"wish|"
    r"feeling|start|plan|aim|goal|discouraging|tiring|confusing|natural|great|good|lovely|shame|pity|annoying|lot)"
    r"|how you feel|feeling)",
    re.IGNORECASE,
)
_ECHO: Final = re.compile(r"\bas you (?:said|say|told me|mentioned|asked|wrote|put it)\b", re.IGNORECASE)
_TALK_SUBJECT: Final = re.compile(
    r"\b(?:i|i'm|i'd|i'll|i've|you|you're|you'd|you'll|you've|your|yours|we|we're|let's|me|my|mine|this|that|that's|"
    r"it|it's|"
    r"these|there|there's|here|here's|what|nothing|nobody|everyone|both|either|each)\b",
    re.IGNORECASE,
)
_EFFECT: Final = re.compile(
    r"\b(?:shrink|grow|melt|vanish|disappear|burn|reduce|increase|prevent|cause|boost|improve|double|halve|tighten|"
    r"flatten|"
    r"heal|cure|hurt|harm|damage|work|kill|destroy|ruin|fix|stop|protect|balance|rewire|reset|regulate|go away|come "
    r"back|"
    r"drop off|fall off|come off)(?:s|es|d|ed)?\b|\b(?:you'll|you will|you're going to|you are going to|you can "
    r"expect to) "
    r"(?:\w+ )?(?:see|notice|lose|get|have|look|be|reach|drop|feel|gain)\b",
    re.IGNORECASE,
)
"""Effects that "it" or "you'll" may hide a claim behind."""
_CLAIM_WORDS: Final = 5
"""From this length on a statement on our subject is taken for a claim even if no verb is recognised."""
_WORDS: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")


def is_question(text: str) -> bool:
    """Whether a statement asks the person something, instead of claiming something in the form of a question."""
    return text.rstrip("\"')” ").endswith("?") and bool(_ASKED.search(text)) and not _LEADING.search(text)


def has_verb(text: str) -> bool:
    """Whether a finite verb is recognised in a stretch of text."""
    return bool(_FINITE.search(text))


def needs_mark(text: str) -> bool:
    """Whether a statement claims something about our subject, or about the world at all."""
    if is_question(text):
        return False
    if _INSTRUCTION.match(text):
        return bool(_REASON.search(text)) and (_is_on_subject(text) or bool(_EFFECT.search(text)))
    if not _is_on_subject(text):
        of_the_world = len(text.split()) > _CLAIM_WORDS and not _TALK_SUBJECT.search(text)
        return bool(_EFFECT.search(text)) or (of_the_world and has_verb(text))
    if _ECHO.search(text) and not _EFFECT.search(text):
        return False
    if found := _ABOUT_THE_TALK.match(text):
        rest = text[found.end() :]
        return _is_on_subject(rest) and has_verb(rest)
    return has_verb(text) or len(text.split()) >= _CLAIM_WORDS


def subject_stems(text: str) -> frozenset[str]:
    """Return the stems of our subject's words in a text."""
    return frozenset(stem(word) for word in _WORDS.findall(text.lower())) & _SUBJECT


def _is_on_subject(text: str) -> bool:
    return bool(subject_stems(text))
