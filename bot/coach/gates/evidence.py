"""Which statements of a model need a citation: everything that claims something about our subject.

Free are questions to the person, instructions without a reason in them, and talk about the talk itself.
"""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_ACTIVITY: Final = frozenset(
    stem(word)
    for word in (
        "run runs runner jog jogging sprint sprinting marathon race pace stride cadence walk walking hike cycling "
        "cycle swim swimming yoga pilates rowing treadmill incline hill interval cardio exercise workout training "
        "train lift lifting squat lunge plank crunch stretch stretching step steps "
    ).split()
)
_SUBJECT: Final = frozenset(
    stem(word)
    for word in (
        "aerobic strength thrust deadlift glute gluteal butt bum backside buttock booty bottom hip thigh leg calf "
        "belly stomach tummy waist abs arm shoulder chest body fat lean muscle muscular weight mass scale bmi "
        "calorie kcal energy burn burning metabolism metabolic deficit diet dieting food eat eating meal breakfast "
        "lunch dinner carb carbohydrate protein sugar fibre fiber vitamin iron salt hydration alcohol beer wine "
        "caffeine coffee creatine supplement pill drug medicine medication injection steroid appetite hunger hungry "
        "fast fasted fasting sleep stress hormone cortisol insulin estrogen oestrogen testosterone thyroid heart "
        "pulse blood oxygen lung breath breathing knee ankle joint bone shin tendon achilles ligament cartilage "
        "foot injury injure injured pain ache sore soreness cramp stitch blister fracture arthritis asthma diabetes "
        "cancer disease illness cellulite skin period menopause pregnancy pregnant pelvic bladder shoe trainers "
        "fitness fit healthy health lifespan mortality recover recovery toned shrink lose loss gain evidence study "
        "studies trial research researcher science scientific proven doctor physio women men children sweat toxin "
        "detox brain mood depression anxiety afterburn kidney liver gut leak leaking gene vo2max dxa dexa scan "
        "nerve bra tired tiredness fitter moody lighter crash crashes "
    ).split()
)
"""Stems of the words of our subject; what people do, and what it does to them."""
_VALUES: Final = Pattern(
    r"\b(?:good|bad|best|better|worse|worst|safe|unsafe|dangerous|harmful|harmless|enough|effective|great|perfect|"
    r"pointless|"
    r"beats?|works|helps?|kinder|harder|easier|more|less|most|least|faster|slower|always|never|everyone|nobody|only)\b",
    re.IGNORECASE,
)
"""Words by which a sentence about an activity becomes a claim about it."""
_FINITE: Final = Pattern(
    r"\b(?:"
    r"is|are|was|were|am|be|been|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|does|do|did|doesn't|"
    r"don't|didn't|can|can't|cannot|could|couldn't|will|won't|would|wouldn't|may|might|must|should|shouldn't|"
    r"shall|"
    r"\w+'(?:s|re|ll|ve|d)|(?:"
    r"make|mean|help|burn|build|use|take|give|get|go|come|work|lose|gain|shrink|grow|keep|need|cause|prevent|"
    r"stop|start|show|tell|say|find|suggest|react|load|favour|favor|calm|ease|disagree|form|belong|notice|cope|"
    r"ask|agree|raise|lower|increase|reduce|improve|boost|speed|slow|melt|target|tone|firm|lift|change|depend|"
    r"vary|differ|matter|happen|stay|leave|hold|look|feel|turn|put|add|cut|drop|fall|rise|protect|damage|hurt|"
    r"harm|heal|cure|fix|treat|support|prove|last|count|spend|store|release|trigger|affect|lead|end|shape|"
    r"strengthen|weaken|wear|flatten|tighten|sculpt|spare|eat|rest|beat|cost|tend|seem|become|remain|allow|let|"
    r"force|ensure|carry|lost|gained|shrank|grew|went|came|made|took|gave|got|found|showed|fell|rose|kept|left|"
    r"held|felt|ran|wore"
    r")(?:s|es|d|ed)?)\b",
    re.IGNORECASE,
)
_ASKED: Final = Pattern(
    r"^(?:(?:and|so|but|or|ok|okay|now|then|first|well|by the way)[, ]+)*"
    r"(?:(?:what|which|how|when|where|who)\b.*\b(?:you|your|you'd|you're|i|we)\b"
    r"|(?:do|did|are|were|have|would|could|can|will|shall|should|may|is|was|want|need|fancy|care|ready|curious|"
    r"interested|sound|any)\b.*\b(?:you|your|i|we|me|that|this|it|good|ok|okay|more|questions?|thoughts?)\b)",
    re.IGNORECASE,
)
_LEADING: Final = Pattern(
    r"\b(?:did|do|don't|didn't) you (?:know|realise|realize|see|agree|think)\b|\b(?:isn't|aren't|doesn't|don't|wasn't|"
    r"won't|wouldn't|can't) (?:it|that|running|they|there|everyone|this)\b|\bknew that\b|\bhave you heard\b|\bthat "
    r"(?:running|"
    r"fat|you)\b|,\s*(?:right|isn't it|don't you|doesn't it)\?$",
    re.IGNORECASE,
)
_INSTRUCTION: Final = Pattern(
    r"^(?:(?:so|but|and|then|now|first|instead|today|tomorrow|please|if you (?:like|can|want|prefer|wish)|for now|also|"
    r"next|maybe|perhaps|just|when you can)[, ]+)*"
    r"(?:try|start|begin|keep|take|give|go|add|mix|pick|choose|aim|do|don't|stay|let|let's|ask|tell|send|talk|see|"
    r"check|"
    r"measure|use|put|set|plan|look|think|be|have|rest (?:up|today|well|if|when|until|for)|eat|drink|sleep (?:well|"
    r"more|enough|on)|walk|run|jog|warm|cool|stretch|build|increase|"
    r"stop|slow (?:down|it)|listen|wear|find|make|get|write|note|log|share|feel|enjoy|move|pair|combine|repeat|hold|"
    r"wait|remember|watch|treat|reach for|save|split|spread|space|swap|trust|restart|return|lean|aim for|"
    r"come|consider|call|show|bring|leave|book|track|judge|notice|read|tap|say|ease|focus|stick|work|skip|avoid|"
    r"you (?:can|could|might|may) (?:try|start|begin|ask|tell|send|tap|say|choose|pick|also ask|always ask|do|keep|"
    r"write|"
    r"take|give|go|add|use|check|mix))\b(?!-| (?:won't|will|can|can't|may|might|is|are|was|does|doesn't|has|alone|"
    r"also|never|helps?|makes?|burns?|uses?)\b)",
    re.IGNORECASE,
)
_REASON: Final = Pattern(
    r"\b(?:because|since|so that|as it|as this|which|that'll|that will|who|to (?:burn|lose|melt|shrink|boost|speed|"
    r"build|tone|"
    r"firm|target|cure|prevent|detox|raise|lower|reduce|increase)|for (?:fat|faster|maximum|better) \w+|and "
    r"you(?:'ll| will)|"
    r"until|unless|it (?:is|will|'ll|burns|helps|makes|works)|it's|they (?:are|will)|will|burns|melts|makes|helps|"
    r"that (?:\w+ )?(?:\w+s|is|are|can|will)\b)\b",
    re.IGNORECASE,
)
_PAUSE: Final = Pattern(r"[:;–—]")
_ASSERTS: Final = Pattern(
    r"\b(?:is|are|was|were|has|have|had|will|won't|can|can't|cannot|does|doesn't|did|do|don't|may|might|would|it's|"
    r"that's|they're|makes?|takes?|gives?|turns?|counts?|works?|helps?|needs?|costs?|uses?|moves?|keeps?)\b",
    re.IGNORECASE,
)
_LEAD: Final = Pattern(
    r"^(?:(?:the )?(?:short|long) (?:version|answer)|in short|bottom line|my (?:advice|suggestion|pick|tip)|the plan|"
    r"(?:best|next|first) (?:bet|step|move)|simple|for (?:now|today|this week)|in practice|all in all)\s*[:,–—]\s*",
    re.IGNORECASE,
)
_ABOUT_THE_TALK: Final = Pattern(
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
    r"|your (?:doctor|gp|midwife|physio|dietitian)"
    r"|(?:it|that)(?:'s| is) (?:only |just )?an? (?:small |single |short |old )?(?:trial|study|association|estimate|"
    r"average)"
    r"|(?:the )?(?:evidence|research|science|proof|data) (?:here |on (?:this|that|it) |so far )?(?:is|are) "
    r"(?:still |rather |"
    r"quite |a bit )?(?:split|mixed|thin|weak|divided|limited|unclear|open|low|patchy|scarce)"
    r"|how you feel|feeling|be (?:careful|patient|kind|gentle)|for \w+, be (?:careful|patient|kind|gentle))",
    re.IGNORECASE,
)
_NOT_KNOWN: Final = Pattern(
    r"^(?:(?:and|but|so|sadly|sorry|i'm (?:sorry|afraid)|honestly|well|no|what|as for \w+)[, ]+)*"
    r"(?:(?:(?:on|about|for|beyond|whether|how|why|which|before|after)\b[^,;:]*,? )?"
    r"(?:i (?:don't|do not) (?:have|know)\b|i (?:can't|cannot|couldn't|won't) (?:say|tell|judge|name|call|pick|see|"
    r"give|promise|rank|know|speak|guess|explain|compare|put|rule)\b"
    r"|(?:i have|i've(?: got| found)?|i know of|i found) (?:no|nothing)\b(?! but\b))"
    r"|my (?:articles?|sources?) (?:don't|do not|doesn't|"
    r"say nothing|have nothing)|(?:there's|there is) (?:no|nothing) (?:\w+ )*(?:i (?:have|know|found)|here)\b"
    r"|nothing i (?:have|know)\b|[^,;:]{0,60}\b(?:isn't|aren't|is not|are not) in what i have\b)",
    re.IGNORECASE,
)
"""What the coach does not know may be named with all the words of our subject."""
_NEXT: Final = Pattern(r"[;:–—.]|,\s+(?=(?:so|but|though|although|and|because|yet|while|which|since|only|as)\b)")
"""Where what is not known ends."""
_JOINING: Final = Pattern(r"^(?:so|but|though|although|and|because|yet|while|which|since|only|as)\s+", re.IGNORECASE)
_FEELING: Final = Pattern(
    r"^(?!.*(?:,|;|:|\b(?:because|since|which|but)\b)).*\b(?:sounds?|feels?|is|are|'s|(?:must|can|may|does) (?:be|feel|"
    r"sound)|makes)(?: \w+){0,2}? (?:frustrating|tough|rough|hard|horrible|sad|lonely|scary|frightening|sore|sense|"
    r"annoying|thankless|tiring|exhausting|wearing|miserable|disheartening|discouraging|upsetting|understandable|normal|"
    r"grim|confusing|unfair|hurtful|lovely|no fun|galling|stressful|draining|(?:a lot|hard|tough)(?: \w+)? to "
    r"(?:hear|carry|take|bear|watch|leave|be told))\W*$|\b(?:that|this|it|\w+ like (?:that|this)|being \w+(?: \w+)"
    r"{0,3}) (?:(?:must|can|does|may) )?(?:stings?|hurts?)(?: to \w+)?\W*$|^(?:i'm |so )*sorry\b[^,;:]*$",
    re.IGNORECASE,
)
"""An answer to a feeling, and nothing else."""
_REFERRAL: Final = Pattern(
    r"\b(?:ask|tell|see|mention|raise|talk|bring|take (?:it|that|this)|one for|question for)\b[^,;:]*\b(?:doctor|gp|"
    r"pharmacist|physio\w*|dietitian|midwife|nurse|team|clinic|prescribes|yours)\b|\bis a good person to ask\b|"
    r"\bmy (?:articles?|sources?) (?:don't|do not|say nothing|have nothing)\b|"
    r"\bhave (?:it|them|that|this) (?:seen|checked|looked at)\b|"
    r"^here(?:'s| is) (?:the|your|an|a|what)\b[^,;:]*\b(?:estimate|sum|figure|example|tell you|comes to)\b[^;:]*$",
    re.IGNORECASE,
)
"""Who else may be asked, and what announces a line of the coach."""
_NEW_CLAIM: Final = Pattern(
    r"[;:–—]|,\s+(?=so\b|because|which|but|running|it\b|fat|that)|\b(?:that|because|which|since|as|how|why|if)\b|"
    r"\band (?=it|you|running|fat|that|they)",
    re.IGNORECASE,
)
"""Where talk about the talk may turn into a claim."""
_ECHO: Final = Pattern(r"\bas you (?:said|say|told me|mentioned|asked|wrote|put it)\b", re.IGNORECASE)
_TALK_SUBJECT: Final = Pattern(
    r"\b(?:i|i'm|i'd|i'll|i've|you|you're|you'd|you'll|you've|your|yours|we|we're|let's|me|my|mine|this|that|that's|"
    r"it|it's|"
    r"these|there|there's|here|here's|estimate|figure|sum|range|number|plan|what|nothing|nobody|everyone|both|either|"
    r"each)\b",
    re.IGNORECASE,
)
_EFFECT: Final = Pattern(
    r"\b(?:shrink|grow|melt|vanish|disappear|burn|reduce|increase|prevent|cause|boost|improve|double|halve|tighten|"
    r"flatten|"
    r"heal|cure|hurt|harm|damage|work|kill|destroy|ruin|fix|stop|protect|balance|rewire|reset|regulate|go away|come "
    r"back|"
    r"drop off|fall off|come off)(?:s|es|d|ed)?\b|\b(?:smaller|bigger|slimmer|firmer|flatter|fuller|leaner|"
    r"thinner)\b|\b(?:you'll|you will|you're going to|you are going to|you can "
    r"expect to) "
    r"(?:\w+ )?(?:see|notice|lose|get|have|look|be|reach|drop|feel|gain)\b",
    re.IGNORECASE,
)
"""Effects that "it" or "you'll" may hide a claim behind."""
_HIDDEN_SUBJECT: Final = Pattern(
    r"\b(?:it|its|they|that|this|these|those|which|you'll|you will|you're going to|you are going to|you can expect)\b",
    re.IGNORECASE,
)
_CLAIM_WORDS: Final = 7
"""From this length on a statement on our subject is taken for a claim even if no verb is recognised."""
_WORDS: Final = Pattern(r"[a-z]+(?:'[a-z]+)?")


def is_question(text: str) -> bool:
    """Whether a statement asks the person something, instead of claiming something in the form of a question."""
    asks = text.rstrip("\"')” ").endswith("?") and not _LEADING.search(text)
    return asks and (bool(_ASKED.search(text)) or not _is_on_subject(text))


def has_verb(text: str) -> bool:
    """Whether a finite verb is recognised in a stretch of text."""
    return bool(_FINITE.search(text))


def needs_mark(text: str) -> bool:
    """Whether a statement claims something about our subject, or about the world at all."""
    if is_question(text):
        return False
    text = _LEAD.sub("", text)
    parts = _parts(text)
    if any(map(_is_free, parts)):
        return any(needs_mark(part) for part in parts if not _is_free(part))
    if _INSTRUCTION.match(text):
        told, *more = _PAUSE.split(text)
        reasoned = bool(_REASON.search(told)) or any(_EFFECT.search(part) or _asserts(part) for part in more)
        return reasoned and (_is_on_subject(text) or bool(_EFFECT.search(text)))
    if not _is_on_subject(text):
        if _EFFECT.search(text) and _HIDDEN_SUBJECT.search(text):
            return True
        of_the_world = len(text.split()) > _CLAIM_WORDS and not _TALK_SUBJECT.search(text)
        return of_the_world and has_verb(text)
    if _ECHO.search(text) and not _EFFECT.search(text):
        return False
    if found := _ABOUT_THE_TALK.match(text):
        return any(_is_on_subject(part) and has_verb(part) for part in _NEW_CLAIM.split(text[found.end() :])[1:])
    return has_verb(text) or (len(text.split()) >= _CLAIM_WORDS and not text.endswith(":"))


def is_free(text: str) -> bool:
    """Whether a statement does nothing but answer a feeling, name what is not known, or send the person to somebody."""
    return all(map(_is_free, _parts(_LEAD.sub("", text))))


def _parts(text: str) -> list[str]:
    """Return what a statement says one after the other."""
    return [part for one in _NEXT.split(text) if (part := _JOINING.sub("", one.strip()))]


def _is_free(part: str) -> bool:
    """Whether a clause only answers a feeling, names what is not known, or sends the person to somebody."""
    return bool(_FEELING.search(part) or _NOT_KNOWN.match(part) or _REFERRAL.search(part))


def _asserts(part: str) -> bool:
    """Whether what stands behind a colon or a semicolon claims something, and does not merely list."""
    return bool(_ASSERTS.search(part)) or (has_verb(part) and len(part.split()) >= _CLAIM_WORDS)


def _is_on_subject(text: str) -> bool:
    stems = frozenset(stem(word) for word in _WORDS.findall(text.lower()))
    judged = bool(_VALUES.search(text) or _EFFECT.search(text))
    return bool(stems & _SUBJECT) or (judged and bool(stems & _ACTIVITY))
