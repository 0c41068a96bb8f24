"""What somebody asks of a first plan: the week, one day of it, the minutes, less of it, what to wear.

Read in two ways. Outright words ("give me a plan", "what do i wear") are understood anywhere; short words that lean
("so, monday?", "is that all?") only where the talk stands on the plan. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from bot.nlu.pattern import Pattern
from bot.nlu.session_split import asks_split
from bot.nlu.weekdays import DAY_NAME, weekdays

PlanAsked = Literal[
    "too_heavy", "too_much", "rounds", "fell_short", "minutes", "wear", "counts", "tiny", "next_week", "next", "day",
    "tomorrow", "unfit", "week", "is_all", "intends", "went_well", "days_told", "nervous", "time_of_day", "rain",
    "short_time", "for_me", "split",
]  # fmt: skip

_COUNT: Final = r"(?:\d{1,2}|once|twice|one|two|three|four|five|six|seven|eight)"
_MIN: Final = r"(?:minutes?|mins?)"
_HEAVY: Final = r"(?:fat|heavy|big|large|overweight|obese)"
_WHEN: Final = rf"(?:tom\w+|tmrw?|2moro|today|tonight|{DAY_NAME})"
_DO: Final = (
    r"what (?:(?:exactly|actually|precisely) )?(?:(?:do|should|shall|can|must|would) i|am i (?:meant|supposed) to|to"
    r"|i (?=(?:actually |have to |need to |should |must |can |am to |would )*do\b))"
    r" ?(?:(?:actually|exactly|even|really|have to|need to|should|must|can|am to|would) )*(?:do|run)"
)
_RUNS: Final = r"(?:running|jogging|couch to 5k|c25k)"
_NEVER_RAN: Final = (
    r"(?:never (?:\w+ )?(?:ran|run|jogged|did|done|exercised?|been)|(?:not|never) (?:a |been )?(?:sporty|athletic"
    r"|runner)|no sports?|not run (?:since|in)|desk|office|sit(?:s|ting)?|couch|sofa|unfit|out of shape|beginner"
    r"|no (?:free |spare )?time|dad of|mum of|mom of|driver|shifts?|overweight|obese)"
)
_LIKE_ME: Final = r"(?:people|someone|somebody|a person|folks?|guys?|wom[ae]n|m[ae]n|one) (?:like|such as|as) (?:me|us)"
_OUTRIGHT: Final[Mapping[PlanAsked, Pattern]] = {
    "for_me": Pattern(
        rf"\b(?:is|are|would|could|might|can) (?:\w+ )?{_RUNS}(?: be)? (?:(?:even|really|actually|still|something"
        rf"|anything|at all|any good|right|possible|doable|realistic|ok) )*for (?:me|{_LIKE_ME})\b"
        rf"|\b{_NEVER_RAN}\b.*\b(?:is|would|could|can) (?:this|that|it|any of (?:this|it|that))(?: all)?(?: be)?"
        rf" (?:(?:even|really|actually|still|something|anything|at all|possible|doable|realistic) )*for"
        rf" (?:me|{_LIKE_ME})\b"
        rf"|\b{_NEVER_RAN}\b.*\b(?:am i|would i be) (?:even |really )?(?:cut out|made|built) for (?:this|it|{_RUNS})"
        rf"|\b(?:am i|would i be) (?:even |really )?(?:cut out|made|built) for {_RUNS}"
        rf"|\b{_NEVER_RAN}\b.*\b(?:should|can|could) i (?:even|really|still) (?:try|start|begin|run|do (?:this|it))\b"
        rf"|\b{_NEVER_RAN}\b.*\bwhat (?:about|can|could|should|would)\b.{{0,20}}\b{_LIKE_ME}\b"
    ),
    "too_heavy": Pattern(
        rf"\b(?:am i|are you|would i be|is \d+ ?(?:kgs?|kilos?|stone|st|lbs?|pounds?)) (?:\w+ )?too {_HEAVY}\b"
        r".{0,12}(?:\b(?:run|jog|start|begin|do|try)\w*|$)"
        rf"|\bcan (?:a )?(?:really |very )?{_HEAVY} (?:people|person|wom[ae]n|m[ae]n|guys?|girls?|folks?|lad(?:y"
        rf"|ies))"
        r" (?:even |really |actually )?(?:run|jog|start)|\bcan i (?:even |really )?(?:run|jog|start)\w*"
        rf" (?:at|with) (?:my|this) (?:weight|size)|\btoo {_HEAVY} (?:to (?:run|jog|start)|for (?:running"
        rf"|jogging))\W*$"
    ),
    "too_much": Pattern(
        rf"^(?:\w+ ){{0,2}}(?:is|are|would|can i do)\b.{{0,12}}?\b(?P<n>\d{{1,3}}) ?{_MIN}\b.{{0,40}}\b(?:too (?:much"
        r"|long|hard)|ok(?:ay)?|fine|alright|all right|enough)\b"
    ),
    "minutes": Pattern(
        rf"\bhow (?:many|much|long)\b.{{0,24}}\bwalk\w*\b.{{0,24}}\b(?:jog|run)\w*|\bhow (?:many|much"
        rf"|long)\b.{{0,24}}"
        rf"\b(?:jog|run)\w*\b.{{0,24}}\bwalk\w*|\b{_MIN}\b.{{0,12}}\bnot steps\b"
        rf"|\bhow (?:many {_MIN}|long)\b.{{0,12}}\bdo i (?:actually )?(?:run|jog|walk|go)\b.{{0,16}}\b(?:{_WHEN}"
        r"|first (?:day|time|run|go)|day (?:1|one)|at first|to (?:start|begin) with)\b"
    ),
    "wear": Pattern(
        r"\bwhat (?:do|should|shall|can|would|could|to|am i meant to) ?(?:i )?(?:even |actually )?(?:wear|put on)\b"
        r"|\bwhat (?:clothes|kit|gear|outfit)\b|\bdo i need (?:any |some )?(?:special|proper|fancy|running"
        r"|sports?|new)"
        r" (?:clothes|kit|gear|stuff|leggings)\b"
        r"|\b(?:have|got|own|only)\b.{0,12}\b(?:old|normal|ordinary|cheap|no|worn|battered"
        r"|ancient) (?:\w+ )?(?:sneakers"
        r"|trainers|joggers|shoes|runners|kit|gear|leggings|sports? bra)\b(?=.*\b(?:bra|clothes|leggings|shorts|kit"
        r"|gear|shirt|jumper|top|hoodie)\b)|^(?:no |i mean |just )*(?:normal|ordinary|everyday) clothes\b"
        r"|\b(?:go|run|jog|start|wear)\b.{0,12}\bin (?:my |just |normal |old |some )*(?:jeans|pyjamas|pjs|leggings"
        r"|joggers"
        r"|tracksuit|sweatpants|hoodie|normal clothes|jumper|t ?shirt)\b"
    ),
    "counts": Pattern(
        r"\b(?:can|could|may|should) i (?:just|only|not just) walk(?: (?:tomorrow|today|first|at first|for now"
        r"|to start(?: with)?|this week|then|it))?\W*$"
        r"|\b(?:is it|is that|can i|could i|ok to|alright to|fine to)\b.{0,12}\b(?:just |only )?walk (?:the whole"
        r"|all of it|it all"
        r"|the lot|all the way|instead|everything)\b|"
        r"\b(?:walk\w*|dog|stroll\w*)\b.{0,60}\b(?:does|do|would|will|is|are) (?:that|it|they|this"
        r"|those)(?: \w+){0,2}"
        r" (?:counts?|enough|anything|exercise)\b"
        r"|\b(?:does|do|would|will) (?:\w+ ){0,3}(?:walk\w*|dog)\b.{0,30}\bcount\b"
    ),
    "short_time": Pattern(
        r"\bwhat (?:can|could|should|do|would) i (?:even |actually )?do (?:in|with) (?:only |just )?(?P<n>1[1-9]"
        r"|2\d|30) ?"
        rf"{_MIN}\b"
        rf"|\b(?P<m>1[1-9]|2\d|30) ?{_MIN}\b.{{0,60}}\bwhat (?:can|could|should|do|would) i (?:even )?do"
        r" (?:in|with) (?:it|that|them)\b"
    ),
    "time_of_day": Pattern(
        r"\bwhat time (?:of (?:the )?day )?(?:is|would be) (?:best|good|better)\b|\bbest time of (?:the )?day\b"
        r"|\bwhat time should i (?:go|run)\b|\b(?:morning or evening|mornings or evenings)\b"
    ),
    "tomorrow": Pattern(
        r"\btell me (?:exactly |simply )?what to do (?:on )?(?:the (?:first|1st) (?:time|day|run|go)|first"
        r"|day (?:1|one))\b|"
        rf"\b{_DO}[ ,.?]*(?:(?:exactly|like|say|just|then|for|i mean)[ ,]+){{0,3}}(?:first\b|{_WHEN}"
        rf"|on (?:the first day|day (?:1|one)|{_WHEN}))"
        rf"|\bwhat would you (?:have|want|like|let) me (?:to )?do (?:{_WHEN}|first)"
        rf"|\b(?:give|tell) me (?:something|a thing|one thing|anything) (?:to do )?(?:for )?{_WHEN}"
    ),
    "week": Pattern(
        r"\b(?:give|make|need|want|write|show|have|got|do)\b.{0,24}\b(?:plan|schedule|programme|program)\b"
        r"|\b(?:give|make|need|want|write|show)\b.{0,24}\b(?:a|one|my|the) (?:first|easy|normal|whole) week\b"
        r"|\b(?:give|write|show) me (?:a|one) week\b(?! (?:off|out|to|before|and)\b)"
        r"|\b(?:whats?|what is|sum up|recap|repeat|remind me of|what was) (?:my|the|our|this) (?:\w+ )?plan\b"
        r"|\bwhere (?:do|should|would|can) i (?:even |actually )?(?:start|begin)(?: (?:with (?:it|this|running|jogging)"
        r"|running|jogging|then|now))*(?:\W*$|[,.!?])"
        rf"|\b{_DO} (?:exactly )?(?:in )?(?:this|my first|the first|first|each|every) week\b"
        r"|\b(?:what (?:is|does|would|will)|whats) (?:a|the|my) first (?:week|run|day|time|go)\b.{0,12}\b(?:look"
        r"|be|like)\b"
        r"|\b(?:what|how) (?:would|does|will|should|is) (?:the |my )?(?:day (?:one|1)|first (?:day|run|outing))\b"
        r"|\bwhat(?: is|s)? (?:the |my )?(?:very )?first (?:thing|step)\b"
        r"|\bwhere (?:on earth |the hell |even )?(?:do|should|would) i (?:even )?(?:start|begin)\W*$"
        r"|\bhow (?:do|should|would|can) i (?:even |actually |best |really )?(?:start|begin)(?: (?:then|now|out|running"
        r"|jogging|with (?:it|running)))*\W*$"
        r"|^(?:\W|\w+\W+){0,12}?(?:i|just|id) (?:\w+ )?(?:want|wanna|like|need|going) (?:to )?(?:start|begin|take up"
        r"|get into) (?:running|jogging|to run)(?: now| then| please| again| soon| this week)*\W*$"
        r"|\bgive me (?:some |clear |the |simple |exact )*(?:instructions|steps|orders|details|directions)\b"
        r"|\b(?:get|getting|got to get|need to get) (?:me |my \w+ )?off the (?:sofa|couch|settee)\b"
        r"|\b(?:spell it out|(?:walk|talk) me through (?:it|this|the first))\b"
        r"|\b(?:dont|do not|no idea|not sure|havent a clue|clueless|tell me|know|wondering) (?:\w+ )?(?:where|how) to"
        r" (?:even )?(?:start|begin)(?: (?:running|jogging|from|with (?:this|it)))?\b"
        r"|\b(?:trainers|running shoes|beginner|heavy|doctor|dr|moving|couch|unfit|overweight|stone"
        r"|never run)\b.{0,80}\bwhat (?:now"
        r"|next|do i do)\W*$"
        rf"|\b(?:just )?tell me (?:exactly |simply |straight )?what to do(?: (?:please|pls|then|now|exactly))*\W*$"
        rf"|^(?:ok(?:ay)? |so |but |and |right )*{_DO}(?: (?:exactly|then|now))*,? (?:just )?(?:tell|spell)\b"
    ),
    "next": Pattern(
        r"\b(?:when|(?:what|which) days?) (?:do|should|shall|can|must|would) i (?:actually |have to |need to )?"
        r"(?:go|run|jog)(?: (?:out|running|jogging|next|again|then|now|please|pls))*\W*$"
        r"|\b(?:when|(?:what|which) days?) i(?:ll| will)? (?:go|run|jog)(?: out| running)? (?:next|again)"
        r"(?: (?:then|now|please|pls))*\W*$"
        r"|\b(?:when|(?:what|which) day)(?: is|s| would| will| should)? (?:be )?(?:my|the) next (?:run|one|go|outing"
        r"|jog)"
        r"(?: (?:then|now|be|please|pls))*\W*$"
    ),
    "unfit": Pattern(r"\btoo (?:unfit|out of shape)\b"),
    "nervous": Pattern(
        r"\b(?:scared|nervous|anxious|afraid|terrified|worried|dread\w*|intimidated)\b.{0,12}\b(?:start\w*"
        r"|begin\w*|go(?:ing)? out"
        r"|to (?:run|go|try)|the first|of running|about running|my first)\b"
    ),
    "tiny": Pattern(
        r"\b(?:one|1|a) (?:\w+ )?thing (?:to do|i can do|i could do|for) (?:today|now|tomorrow|tonight|this week"
        r"|me)\b|"
        r"\b(?:give|tell|what|start|begin|do|maybe|need|want)\b.{0,40}\bsomething (?:(?:really|super|very|so) )?"
        r"(?:tiny|small|little|easy|easier|short|shorter|simple|gentle|gentler)\b|\bsmallest thing i (?:can|could)\b"
        r"|\b(?:minimum|least) (?:that )?i (?:can|could|should|have to|need to|must) (?:get away with|do)\b"
    ),
}  # fmt: skip
"""How each is asked for anywhere; the first that fits."""
_LEANING: Final[Mapping[PlanAsked, Pattern]] = {
    "rounds": Pattern(
        rf"\b{_COUNT}(?: (?:times|rounds?|goes|repeats?|jogs|lots))?\b(?! (?:\w+ )?(?:a|per|each|every) week)"
        r".{0,20}\btoo (?:much|many|hard|long)\b"
        rf"|\b(?:only|just|all) (?:do )?{_COUNT} (?:times|rounds?|goes|repeats?|jogs|of them)\b"
        rf"|\b(?:all six|all 6|fewer|less (?:than|times|rounds))\b"
    ),
    "fell_short": Pattern(
        r"\b(?:did|do|done|managed|got through|only|stopped (?:after|at)|gave up (?:after|at))\b.{0,14}?"
        rf"\b(?P<n>{_COUNT})\b(?: (?:times|rounds?|goes|repeats?|jogs))?"
        rf"(?: (?:out )?of (?:the |them |my )?(?P<m>{_COUNT})\b)"
        rf"|\b(?:only|just) (?:did|managed|got through|made) (?P<k>{_COUNT}) (?:times|rounds?|goes|repeats?|jogs)\b"
    ),
    "tiny": Pattern(
        r"\bsomething (?:(?:really|super|very|so) )?(?:tiny|small|little|easy|easier|short|shorter|simple|gentler)\b"
        r"|\b(?:sounds?|seems?|looks?) like (?:a lot|too much|loads|so much)\b"
        r"|\b(?:smallest|tiniest|easiest|least|minimum|bare minimum)\b"
        r"|\b(?:smaller|shorter|easier) (?:version|one|plan)\b"
        r"|\b(?:thats|that is|its|it is|sounds?|looks?|seems?) (?:still )?(?:way |far |a bit |just )?"
        r"too (?:much|hard|long)\b"
        r"|\bcant (?:even )?(?:do|run|jog) (?:that|a minute|1 minute|one minute)\b"
    ),
    "next_week": Pattern(
        r"\b(?:next|second|following|2nd|third) week\b|\bweek (?:2|two|3|three)\b"
        r"|\b(?:after (?:that|this|the first) week|the week after)\b"
        r"|^(?:and |so |ok )*(?:then what|what then|what (?:comes|is) (?:next|after that)|and after that)\W*$"
        r"|\bhow do i (?:go on|carry on|build up|progress)\b"
    ),
    "rain": Pattern(
        r"\b(?:what if|if|when) (?:it|the weather)(?: is|s)? (?:rain\w*|pour\w*|snow\w*|wet|horrible|awful|bad"
        r"|windy|icy)\b"
        r"|\b(?:its|it is) (?:raining|pouring|chucking it down|wet|snowing|icy|frosty|foggy|blowing a gale)\b"
    ),
    "next": Pattern(
        r"\b(?:when(?! (?:i|im|you|we|it|its)\b(?!.*\b(?:next|again)\b))|(?:what|which) days?)\b.{0,24}"
        r"\b(?:go|run|next|out|again|one)\b.{0,10}$"
        r"|\b(?:when|(?:what|which) days?)\W*$|\bhow many days (?:off|rest|between)\b"
    ),
    "tomorrow": Pattern(rf"\b{_DO}(?: (?:exactly|then|next|next time|now|the next time))*\W*$|\bnext time then\b"),
    "minutes": Pattern(
        rf"\bhow (?:many {_MIN}|long)\b(?! (?:until|till|before|will|would|does it|to get|ago|have|has)\b).{{0,30}}$"
    ),
    "is_all": Pattern(
        r"^(?:(?:so|and|but|ok|okay|wait|oh|really|hm+),? )*(?:is )?(?:that|this|thats|that is)"
        r"(?: (?:really|honestly|just))? (?:it|all|everything|the lot|enough)\b.{0,24}$"
        r"|^(?:(?:so|and|but|ok),? )*(?:nothing (?:else|more)|no more)\W*$"
        r"|\b(?:isnt|not|doesnt (?:sound|seem|look) like) (?:very |that |so |a lot |really )?(?:much|a lot)\b"
        r"|\b(?:seems?|sounds?|looks?) (?:so |very |too |quite |a bit )?(?:little|easy)\b"
    ),
}  # fmt: skip
"""How each is asked for where the talk stands on the plan."""
_NEXT_IN_PASSING: Final = Pattern(
    r"(?:^|[.?!,;] ?|\b(?:so|and|but|ok|then) )(?:when (?:next|again|is (?:the|my) next(?: (?:run|one|1|go|outing"
    r"|jog))?)|(?:when|(?:what|which) day) (?:do|can|should|shall|could|would|may) i (?:go|run|jog|start)(?: (?:out"
    r"|running|for a run|next|again))*|when(?:s| is) (?:it )?next|(?:just )?tell me (?:when|(?:what|which) day) (?:i"
    r"|to) (?:should )?(?:run|go|jog)"
    r"(?: next| again)*)(?: then| please| pls)?(?=\W*$|[.?!,;])"
)
_PARTS: Final = Pattern(r"[.?!;]+ ?|\b(?:forget it|never mind)\b")
_NO_BRA: Final = Pattern(
    r"\b(?:no|without an?|havent (?:got )?an?|have not an?|dont (?:have|own) an?|not got an?|need an?|lack an?)"
    r" (?:\w+ )?bra\b"
)
_OLD_SHOES: Final = Pattern(
    r"\b(?:old|normal|ordinary|cheap|battered|worn|ancient|everyday|my) (?:\w+ )?(?:sneakers|trainers|shoes|runners"
    r"|pumps)\b"
)
_AFTER_A_RUN: Final = Pattern(
    r"^(?:(?:so|and|but|hm+|ok),? )*(?:is|was) (?:that|it|this) (?:\w+ )?(?:ok|okay|good|alright|all right"
    r"|enough|fine"
    r"|normal|bad|rubbish|pathetic)\b(?! (?:to|if|for)\b)|\bdid i do (?:ok|okay|good|well|alright|it right)\b"
)
_BADLY: Final = Pattern(r"\b(?:bad|rubbish|pathetic|terrible|awful|poor|weak|too (?:little|slow|short))\b")
_SAME: Final = Pattern(r"\bsame (?:again|thing|one|as)\b|^(?:(?:and|so|ok),? )*(?:again|the same|same)\W*$")
_PURPOSE: Final = Pattern(
    r"\b(?:ill|i will|i shall|im going|going|im gonna|gonna|i might|lets|let me|i can|ok(?:ay)?|maybe|then"
    r"|i could|thanks|thank you|cheers|see you)\b"
)
_ACT: Final = Pattern(r"\b(?:try|go|start|do (?:it|that|this)|begin|run|walk|jog|give it|out|then|it is|see you)\b")
_SETS_OUT: Final = Pattern(
    rf"^(?:ok(?:ay)?|right|fine|alright)(?: then)? {_WHEN}(?: then| it is)?\W*$|"
    r"\b(?:try|start|begin"
    rf"|give it a (?:go|try)|get out|go out|go for it)\b"
)
"""Without a plan told, only these say that it is running that is meant."""
_REFUSES: Final = Pattern(r"\b(?:skipped|missed|forgot|didnt|couldnt|havent|not|cant|wont|dont|never|unless|if|but)\b")
_TODAY: Final = Pattern(r"\b(?:tomorrow|today|tonight)\b")
_LONGEST_DAY_QUESTION: Final = 9
_LONGEST_PURPOSE: Final = 12
_CLOCK: Final = Pattern(r"\d ?(?:am|pm)\b|\d[:.]\d\d|\bremind\w*|\bo ?clock\b|\bhalf (?:past|\d)")


def plan_asked(text: str, *, on_plan: bool, after_run: bool = False) -> PlanAsked | None:
    """Return what a tidy text asks of the first plan, None if nothing.

    Args:
        text: Tidy, repaired.
        on_plan: Whether the talk stands on the plan, so that short words lean on it.
        after_run: Whether a run or walk was told in the turn before.
    """
    if after_run and _AFTER_A_RUN.search(text):
        return "went_well"
    if asks_split(text, on_plan=on_plan):
        return "split"
    outright = next((name for name, pattern in _OUTRIGHT.items() if pattern.search(text)), None)
    if outright is not None:
        return outright
    if not on_plan:
        return "intends" if _of_days(text) == "intends" and _SETS_OUT.search(text) else None
    if _CLOCK.search(text):
        return None
    return next((name for name, pattern in _LEANING.items() if pattern.search(text)), None) or _of_days(text)


def clothes_asked(text: str) -> str:
    """Return the part of a tidy text that asks what to wear; the whole of it where no part does by itself."""
    parts = [one for one in _PARTS.split(text) if _OUTRIGHT["wear"].search(one)]
    return parts[0] if parts else text


def lacks_bra(text: str) -> bool:
    """Whether somebody says that they have no sports bra."""
    return _NO_BRA.search(text) is not None


def names_old_shoes(text: str) -> bool:
    """Whether somebody tells of the old or ordinary shoes they have."""
    return _OLD_SHOES.search(text) is not None


def asks_next(text: str) -> bool:
    """Whether a part of a tidy text asks for the day of the next run: "makes sense. when next? my knee aches"."""
    return _NEXT_IN_PASSING.search(text) is not None


def doubts_it(text: str) -> bool:
    """Whether "was that bad?" is asked, to which no is the kind answer."""
    return _BADLY.search(text) is not None


def rounds_done(text: str) -> str | None:
    """Return the number of rounds somebody managed, in their own words: "4" of "i did 4 of the 6"."""
    match = _LEANING["fell_short"].search(text)
    return (match["n"] or match["k"]) if match else None


def minutes_asked(text: str) -> int:
    """Return the minutes whose fitness is asked: 20 of "is 20 min too much"; 0 if there are none."""
    match = _OUTRIGHT["too_much"].search(text)
    return int(match["n"]) if match else 0


def short_minutes(text: str) -> int:
    """Return the minutes somebody has: 15 of "what could i do in 15 minutes"; 0 if none are named."""
    match = _OUTRIGHT["short_time"].search(text)
    return int(match["n"] or match["m"]) if match else 0


def asks_same(text: str) -> bool:
    """Whether "the same again" is asked."""
    return _SAME.search(text) is not None


def _of_days(text: str) -> PlanAsked | None:
    named = weekdays(text)
    words = len(text.split())
    if named is not None and len(named.days) > 1:
        return "days_told" if words <= _LONGEST_PURPOSE else None
    if named is None and _TODAY.search(text) is None:
        return "day" if _SAME.search(text) and words <= _LONGEST_DAY_QUESTION else None
    purpose = _PURPOSE.search(text) and _ACT.search(text) and not text.endswith("?") and not _REFUSES.search(text)
    if purpose and words <= _LONGEST_PURPOSE:
        return "intends"
    return "day" if words <= _LONGEST_DAY_QUESTION and not _REFUSES.search(text) else None
