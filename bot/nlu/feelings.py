"""Feelings people voice about running, their body and themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.nlu.pattern import Pattern

_FEELINGS: tuple[tuple[str, Pattern], ...] = (
    ("discouraged", Pattern(r"\bhate (?:running|this|it|exercise|jogging|cardio)\b")),
    (
        "ashamed",
        Pattern(
            r"\b(?:ashamed|guilty|disgusted?|disgusting|hat(?:e|ing) (?:my body|myself|how i look|the way i look"
            r"|my (?:legs|thighs|bum|butt|stomach|belly))|embarrass(?:ed|ing)|so fat and|ugly|humiliat\w+"
            r"|im too (?:fat|heavy|big) (?:to|for)|fe(?:el(?:ing)?|lt) (?:so |really |a bit |like )?(?:stupid|silly"
            r"|pathetic|useless"
            r"|ridiculous|an idiot|a fool|a fraud)|feel (?:gross|fat|huge|like a whale))\b"
        ),
    ),
    (
        "anxious",
        Pattern(
            r"\b(?:anxious|nervous|scared|afraid|worried|worrying|self[- ]conscious|panick?(?:ing|ed)?|dread(?:ing)?"
            r"|intimidated|people (?:will )?(?:stare|look at me|laugh|judge)|everyone(?: is)? (?:staring|looking"
            r"|judging))\b"
        ),
    ),
    (
        "discouraged",
        Pattern(
            r"\b(?:failure|failed again|(?:want to|going to|about to|might|will|feel like|ready to|tempted to|just"
            r"|should) give up|giving up|gave up|i (?:really |just |honestly )?give up|give up\W*$|no progress"
            r"|whats the point|what is the point|no point"
            r"|point in (?:even )?(?:trying|running)|demotivat\w+|unmotivat\w+|dishearten\w+|discourag\w+|useless"
            r"|rubbish at|hopeless|lost (?:all )?(?:my )?(?:mojo|motivation|way)|no motivation|zero motivation"
            r"|motivation (?:is )?(?:gone|at zero|low)|cant be (?:bothered|arsed|fucked)|(?:struggl\w+|hard|difficult"
            r"|cant seem) to (?:get|find|make myself)|fallen off the wagon|never going to|ill never|i suck|im so slow"
            r"|will i ever (?:get|be|manage|feel|do)|(?:you are|youre|your|this is|ur) not helping"
            r"|how do i stop giving up"
            r"|so unfit|not cut out|let myself (?:down|go)|struggling|cant do (?:this|it)|too hard|feel like quitting"
            r"|want to quit|ready to quit|sick of (?:trying|running|this)|comparing myself|not good enough"
            r"|no willpower|lazy|(?:talk me into"
            r"|convince me|motivate me|persuade me|pep talk|give me a push)|(?:bored|tired|sick) of (?:running"
            r"|jogging|the same)|im too (?:old|slow|unfit) (?:to|for))\b"
        ),
    ),
    (
        "frustrated",
        Pattern(
            r"\b(?:frustrat\w+|stressed(?: out)?|annoy(?:ed|ing)|fed up|sick of|pissed off|angry|stuck|doing my head in"
            r"|nothing (?:is )?(?:works|working|changes|changing|happens)|not (?:budging|shifting|moving)|gutted"
            r"|ridiculous)\b"
        ),
    ),
    (
        "tired",
        Pattern(
            r"\b(?:exhausted|knackered|shattered|wiped(?: out)?(?! (?:down|away|off|clean))|burnt out|burned out"
            r"|no energy|drained|(?:so|just|really"
            r"|very|too|always|feel(?:ing)?|im) tired"
            r"|dead on my feet|worn out"
            r"|(?<!that )(?<!it )(?<!this )(?<!trial )(?<!study )done in(?! (?:the|an?|which|what|\d)\b))\b"
        ),
    ),
    (
        "sad",
        Pattern(
            r"\b(?:depressed|so sad|feel(?:ing)?(?: (?:a bit|a little|so|really|very|pretty|kinda|quite|bit|just|all"
            r"|a|like))* (?:sad|down|low|blue|rubbish|crap|shit|awful|terrible|bad)\b(?! for)|lonely|crying|cried"
            r"|heartbroken|miserable|(?:really|so|feeling|bit) down (?:about|today|this)|gets? me down|sorry for myself"
            r"|too much (?:right now|at the moment|today)|cant face|(?:rough|bad|terrible|awful|horrible|shit|crap"
            r"|hard|tough|rubbish|lousy|shocking) (?:day|week|time"
            r"|month))\b"
        ),
    ),
    (
        "happy",
        Pattern(
            r"\b(?:proud|chuffed|buzzing|on cloud (?:nine|9)|made my (?:day|week|month|year)|pleased with (?:myself"
            r"|that|how)|(?:but|so|very|really|feeling|quite) happy(?! (?:to|with the|if))"
            r"|over the moon|so happy|made up|thrilled|stoked|delighted|ecstatic"
            r"|feel(?:ing)? (?:great|amazing|good|fantastic|brilliant|strong|awesome|on top of the world)"
            r"|love (?:running|this|it)|loved (?:it|that)|best run|felt (?:great|amazing|good|fantastic|brilliant"
            r"|awesome|easy)|yay(?! or )|woohoo|woo hoo|cant believe i did|runners high|smashed it|nailed it|pb+)\b"
        ),
    ),
    (
        "discouraged",
        Pattern(
            r"\b(?:didnt|havent(?: been)?|couldnt(?: be (?:bothered|arsed) to)?|skipped|missed"
            r"|not been|failed to|bailed on|keep (?:skipping|missing|quitting|stopping|failing"
            r"|falling off|putting it off)|keep giving up)\b(?:(?! (?:before|ever|in years"
            r"|since school))[^.?!\n]){0,24}?\b(?:run|running|runs|jog|jogging|training|out|after"
            r"|session|workouts?|week|it)\b(?! (?:before|in years|since school|ever))"
        ),
    ),
    (
        "happy",
        Pattern(
            r"\b(?:lost|dropped|shed) (?:about |nearly |over |almost |another )?(?:\d[\d.]*|an?|half an?"
            r"|my first) ?(?:kgs?|kilos?|lbs?|pounds?|stone)\b"
        ),
    ),
    ("relieved", Pattern(r"\b(?:relieved|thank god|phew|what a relief)\b")),
)
_ABOUT_OTHERS = Pattern(
    r"\b(?:my (?:friend|mate|mum|mom|dad|sister|brother|wife|husband|partner|daughter|son)|he|she|they) (?:is|are|was"
    r"|feels?|felt)\b"
)
_DENIED = Pattern(
    r"\b(?:not|never|dont feel|no longer|isnt|arent|wasnt)(?: (?:at all|really|that|so|too|very|feeling|even|a bit"
    r"|a|all that|one bit))* $"
)

_LIKELY: Final = 0.5
"""How likely a mood must be where no word names a feeling."""
_GLAD: Final = 0.9
"""The same for joy, which must not meet a sorrow."""
_SURER: Final = 0.6
"""The same where a word names a feeling that is wide."""
_WIDE: Final = frozenset({"discouraged", "sad", "frustrated"})
"""Feelings of which a mood may know better: tears of joy, a doubt, a week that was missed."""
_NO_MORE: Final = "down"
"""The mood that says no more than that something is hard."""


def feeling_in(text: str) -> str | None:
    """Return the feeling a tidy text voices, the hard ones before the good ones; None if there is none."""
    if _ABOUT_OTHERS.search(text):
        return None
    for name, pattern in _FEELINGS:
        for match in pattern.finditer(text):
            if not _DENIED.search(text[: match.start()]):
                return name
    return None


def denies_feeling(text: str) -> bool:
    """Whether a tidy text names a feeling and says that it is not felt: "not sad at all"."""
    found = [match for _, pattern in _FEELINGS for match in pattern.finditer(text)]
    return bool(found) and all(_DENIED.search(text[: match.start()]) for match in found)


def mood_of(voiced: str | None, moods: Mapping[str, float]) -> str | None:
    """Return how somebody is who voices a feeling: as their words name it, or as the whole of the message makes likely.

    Args:
        voiced: The feeling that words name; None if none does.
        moods: How likely each mood is; empty where no meaning is known.
    """
    likeliest = max(moods, key=lambda mood: moods[mood], default=None)
    if likeliest is None or (voiced is not None and (voiced not in _WIDE or likeliest == _NO_MORE)):
        return voiced
    least = _GLAD if likeliest == "happy" else _LIKELY if voiced is None else _SURER
    return likeliest if moods[likeliest] >= least else voiced
