"""Moods voiced in passing, finer than feelings: giving up, other people's doubt, slowness, no drive. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from bot.nlu.pattern import Pattern

Mood = Literal[
    "bad_day",
    "doubted",
    "laughed_at",
    "gives_up",
    "slow",
    "little",
    "no_drive",
    "unfit",
    "failed",
    "compares",
    "no_time",
    "worn",
    "felt_hard",
    "hopeful",
    "cause",
]

_CLOSE: Final = (
    r"(?:wife|husband|partner|boyfriend|girlfriend|bf|gf|mum|mom|mother|dad|father|sister|brother|family"
    r"|friends?|mates?"
    r"|kids?|son|daughter|boss|colleagues?|coworkers?|flatmate|in laws|people|everyone|everybody|they|he|she)"
)
_AT_WORK: Final = (
    r"(?:boss|manager|supervisor|team ?lead|work|job|office|shift|colleagues?|coworkers?|customers?|clients?|patients?"
    r"|teacher|landlord|meeting|exam|ex|mother in law)"
)
_HARSH: Final = (
    r"(?:yell\w*|shout\w*|scream\w*|snapp\w*|(?:had|have|having) a go|told me off|telling me off|tore into"
    r"|humiliat\w*|fired|sacked|was (?:\w+ )?(?:horrible|awful|mean|nasty|hell|brutal|rubbish|shit|crap|rough|a"
    r" nightmare))"
)
_MOODS: Final[Mapping[Mood, Pattern]] = {
    "bad_day": Pattern(
        rf"\b(?:my |the |a |some )?{_AT_WORK} (?:\w+ ){{0,3}}?{_HARSH}\b"
        rf"|\b(?:it was|about|because of|with) (?:my|the) {_AT_WORK}\b(?=.*\b(?:exhausted|tired|drained|upset|sad|angry"
        r"|down|not (?:about )?running)\b)"
        r"|\b(?:awful|terrible|horrible|bad|rough|rubbish|shit\w*|crap\w*|lousy|rotten|hard|stressful|long|hideous|grim)"
        r" (?:old )?day\b(?! (?:run|one|two|\d))|\bday from hell\b|\b(?:lost my job|got (?:fired|sacked|dumped)"
        r"|(?:had|big|bad) (?:a )?(?:fight|row|argument) with (?:my|the))\b"
    ),
    "laughed_at": Pattern(
        rf"\b(?:my )?{_CLOSE} (?:all |always |just |keeps? |kept |was |were |is |are |have |has )*(?:laugh\w*"
        rf"|teas\w*|mock\w*"
        r"|take the (?:mick|piss)|taking the (?:mick|piss)|making? fun|made fun|giggl\w*|snigger\w*|shouted|yelled)\b"
        r"|\b(?:laugh\w*|mock\w*|sneer\w*) (?:at )?me\b|\bmak(?:es?|ing) fun of me\b|\b(?:got|been|being"
        r"|get) (?:laughed|shouted|yelled|whistled|honked) at\b"
        r"|\b(?:some\w*|a|two|lads?|teenagers?|kids|guys?) (?:\w+ ){0,3}(?:laughed|shouted|yelled|honked|whistled)\b"
    ),
    "doubted": Pattern(
        rf"\bmy {_CLOSE} (?:all |always |just |keeps? )*(?:says?|said|saying|thinks?|thought|reckons?|tells? me"
        rf"|told me"
        r"|doesnt (?:think|believe)|wont believe|dont (?:think|believe)|is sure|are sure)\b.{0,24}\b(?:wast\w+"
        r"|stupid|silly"
        r"|pointless|never|too (?:old|fat|big|slow|late)|wont (?:last|stick|work|do)|give up|giving up|mad|crazy"
        r"|no use"
        r"|ridiculous|quit|kidding|joke|phase|cant do|i can|ill)\b"
        rf"|\b(?:nobody|no one|none of them|my {_CLOSE} (?:doesnt|dont|does not|isnt)) (?:believes?|supports?"
        rf"|thinks i can"
        r"|believe|support|supportive)\b"
    ),
    "failed": Pattern(
        r"\b(?:so )?(?:i|ive) (?:have )?(?:just )?(?:failed|blew it|blown it|messed (?:it )?up"
        r"|screwed (?:it )?up|ruined it)"
        r"(?: (?:again|it|already|at (?:it|this)|today|completely|totally))*\W*$|\b(?:im|i am"
        r"|feel like) (?:such )?a failure\b"
        r"|\bfailed again\b"
    ),
    "gives_up": Pattern(
        r"\bi (?:always|just|only ever|usually|keep|kept|never) (?:\w+ )?(?:give|giving|gave|quit|quitting|stop"
        r"|stick|last|finish|drop"
        r"|fail)\w*\b(?! (?:eating|drinking|smoking))|\bnever stick(?: to| with|ing)\b|\bi (?:cant"
        r"|dont) (?:ever )?stick (?:to|with|at)\b"
        r"|\bi will (?:only|just) (?:give up|quit)\b|\bill (?:only|just|probably) (?:give up|quit)\b"
    ),
    "cause": Pattern(
        r"^(?:(?:so|and|but),? )*(?:is|was) (?:that|it|this) (?:already )?(?:the|my|from(?: the)?|because of(?: the)?"
        r"|down to(?: the)?|due to(?: the)?|thanks to(?: the)?) ?(?:running|runs?|walking|walks?|jogging)\b"
    ),
    "hopeful": Pattern(
        r"\bi (?:think|feel like|reckon|guess|know|believe) i can (?:do|manage|stick|keep)\b"
        r"|\blooking forward to (?:it|the next"
        r"|tomorrow|my)\b|\bfeel(?:ing)? (?:hopeful|positive|ready|motivated|good about (?:this|it))\b"
        r"|\b(?:il+|i will|let me|gonna|going to|i can) (?:give (?:it|that|this) a (?:go|try)|try (?:it|that|this)"
        r"|do (?:it|that|this))\b"
        r"|\blets do (?:this|it)\b"
    ),
    "felt_hard": Pattern(
        r"\bfelt (?:really |so |pretty |a bit |absolutely |just )?(?:rubbish|awful|terrible|horrible|crap|shit"
        r"|bad|hard|hideous"
        r"|rough|grim|like dying)\b|\b(?:that|it) was (?:so |really |very |bloody |pretty )?(?:hard|awful"
        r"|horrible|tough|grim"
        r"|torture|hell|rough)\b|\b(?:nearly|almost|thought i(?: was going to| would)?|felt like) (?:died|dying"
        r"|die)\b"
    ),
    "worn": Pattern(
        r"\b(?:tired|wiped|knackered|shattered|exhausted|drained|worn out|no energy|fading|flagging|asleep)\b.{0,24}"
        r"\b(?:all the time|every ?day|all day|always|by \d|by (?:noon|lunch|mid|the (?:afternoon|evening))"
        r"|after work"
        r"|most days|constantly|for (?:weeks|months)|every (?:afternoon|evening|night|morning))"
        r"|\b(?:always|constantly|permanently) (?:so )?(?:tired|knackered|exhausted|shattered|drained)\b"
    ),
    "no_drive": Pattern(
        r"\bcant be (?:bothered|arsed|fucked)\b|\bcba\b|\bnot (?:really )?(?:feeling (?:it|like it)|in the mood"
        r"|up for it)\b"
        r"|\b(?:dont|do not|didnt) (?:really )?(?:feel like (?:it|going|running|moving)|fancy (?:it|going"
        r"|running)|want to (?:go"
        r"|run|move)(?: (?:out|today|tonight))?)\b|\b(?:no|zero) (?:motivation|drive|will)(?: (?:today|at all"
        r"|tonight))?\W*$"
        r"|\b(?:sofa|couch|bed|duvet) (?:is|won|wins|looks)\b|\btoo (?:lazy|tired) (?:to (?:go|run|move)|today"
        r"|tonight)\b"
    ),
    "unfit": Pattern(
        r"\b(?:so|really|that|very|this|such a?|embarrassingly|horribly|ridiculously) (?:unfit|out of shape"
        r"|out of condition)\b"
        r"|\b(?:im|i am|feel) (?:so |a )?(?:unfit|useless|pathetic|hopeless|couch potato|blob|lump)\b"
        r"|\bcould (?:cry|have cried)\b"
    ),
    "slow": Pattern(
        r"\b(?:thats|that is|that was|its|it is|it was|isnt that|is that|was that|im|i am|i was|i feel|i run"
        r"|i go) (?:not )?(?:so |really"
        r" |very |pretty |kind of |kinda |too |quite |awfully |a bit |painfully |embarrassingly |super )*slow\b"
        r"|\bslow(?:er)? (?:isnt it|right|huh|eh|than (?:a |my )?(?:snail|tortoise|gran\w*|walking|everyone))\b"
        r"|\b(?:everyone|everybody|people|grannies|pensioners?|walkers?|an? (?:old )?(?:lady|man|granny"
        r"|kid)) (?:\w+ )?"
        r"(?:overtook|overtakes|passed|passes|overtaking) me\b"
    ),
    "little": Pattern(
        r"\b(?:thats|that is|that isnt|its|it isnt|isnt) (?:not )?(?:really |very |exactly |so |all that |that )?"
        r"(?:much|a lot|far|long|enough|impressive|anything|nothing)\b.{0,10}$|\b(?:only|just) (?:a |one |1 |2 "
        r"|two )?\w+"
        r" (?:though|lol|i know)\W*$"
        r"|^(?:(?:its|thats|that was|it was|was|a bit|pretty|so|kind of) ?)*(?:pathetic|rubbish|embarrassing"
        r"|laughable)\W*$"
    ),
    "compares": Pattern(
        r"\b(?:everyone|everybody|all the others|other people|others|they all|my (?:friends?|mates?|sister"
        r"|brother)) (?:\w+ ){0,3}"
        r"(?:can|is|are|runs?|does|do|so much) (?:\w+ )?(?:faster|fitter|better|thinner|further|quicker"
        r"|more than me|easily)\b"
    ),
    "no_time": Pattern(
        r"\b(?:no|not enough|never (?:any|enough)|dont have (?:the |any |enough )?|havent got (?:the |any )?"
        r"|cant find (?:the )?) ?"
        r"time\b(?! (?:to eat|for food|limit))"
    ),
}  # fmt: skip
_GO: Final = (
    r"(?:go(?:ing)?(?: (?:out|running|for (?:it|a (?:run|walk|jog))|jogging))?|run|jog|train|get out|head out|out)"
)
_STAY: Final = (
    r"(?:(?:the |my )?(?:couch|sofa|bed|settee)|stay\w*|rest|skip(?: (?:it|today))?|not|leave it|lie down|sleep|netflix"
    r"|telly|tv|home)"
)
_GO_OR_STAY: Final = Pattern(
    rf"\b(?P<go>{_GO}) or (?:(?:shall|should|do|can|just|better|to|i) )*(?P<stay>{_STAY})\b"
    rf"|\b{_STAY} or (?:(?:shall|should|do|can|just|better|to|i) )*{_GO}\b"
)
_BODY_SAYS: Final = Pattern(
    r"\b(?:fever|ill|sick|cold|flu|cough\w*|throat|antibiotic\w*|pain\w*|hurts?|sore|ach(?:e|es|ing|y)|injur\w*|dizzy"
    r"|chest|pregnan\w*|drunk|hung ?over|hangover|storm|thunder\w*|hot|degrees|rain\w*|snow\w*|ice|icy|dark|period"
    r"|cramps?|baby|birth|doctor|swollen|twisted|knees?|shins?|legs?|ankle|hip|back|slept|vomit\w*|throwing up|ate"
    r"|eaten|dinner|covid|race|marathon|minutes?|km|miles?)\b"
)
"""With one of these, whether to go or rest has an answer of its own."""
_ASKS: Final = Pattern(
    r"^(?:(?:so|and|but|ok),? )*(?:how|what(?! an? )|why|which|when|where|who|does|do|should|can"
    r"|could)\b"
)


def goes_or_stays(text: str) -> bool:
    """Whether a tidy text asks no more than whether to go out today or stay in: "go or couch?"."""
    return _GO_OR_STAY.search(text) is not None and _BODY_SAYS.search(text) is None


def mood_in(text: str) -> Mood | None:
    """Return the mood a tidy text voices; None if there is none or a question was asked."""
    if _ASKS.search(text):
        return None
    return next((mood for mood, pattern in _MOODS.items() if pattern.search(text)), None)
