"""What a message asks or tells that somebody in a protected state needs to be met on with words of its own.

Pure reading of one message: who may hear what about it is decided by the coach. Topics are held against the tidy text
in the order of `CareTopic`; those that can hurt come first.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

from bot.nlu import care_birth, care_food, care_kind, care_teen, care_week, care_well, dares
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import LONGEST_READ, tidy

CareTopic = Literal[
    "dared",
    "breast_infection",
    "purge_urge",
    "purged",
    "binged",
    "why_earn",
    "voice_comes",
    "instead_of_run",
    "tell_close",
    "no_meal_now",
    "keeps_weight",
    "not_eating",
    "compensated",
    "copies_thin",
    "one_meal",
    "skip_asked",
    "skips_meals",
    "compelled",
    "old_thoughts",
    "creeping_back",
    "slower_weight",
    "in_control",
    "friend_skips",
    "back_at_start",
    "held_back",
    "remark_say",
    "remark",
    "clothes_tight",
    "fear_of_return",
    "say_starting",
    "lighter",
    "day_after_run",
    "songs",
    "kind_alarm",
    "loud",
    "feels_fat",
    "not_hungry",
    "period_late",
    "miscarried",
    "mother_low",
    "low_mood",
    "tearful",
    "teased",
    "say_to_teasers",
    "will_tell",
    "tell_nobody",
    "say_no_numbers",
    "who_checks",
    "gave_up",
    "say_what",
    "who_to_tell",
    "whom_to_tell",
    "like_a_leaflet",
    "childs_eating",
    "childs_weight",
    "childs_run",
    "scar",
    "bleeds",
    "leaks",
    "heavy_feeling",
    "belly_gap",
    "milk",
    "loose_joints",
    "sore_back",
    "no_time",
    "alone",
    "slept_little",
    "pushed",
    "interrupted",
    "hurts_baby",
    "worn_out",
    "check_coming",
    "cleared",
    "lighter_faster",
    "weighed_by_coach",
    "week_heavy",
    "week_light",
    "other_sport",
    "bone_spot",
    "stunts_growth",
    "safe_for_age",
    "quick_session",
    "pace_goal",
    "faster",
    "overdoing",
    "make_up_run",
    "progress_by_feel",
    "progress",
    "stop_running",
    "rest_days",
    "too_fast",
    "more_than_planned",
    "unfed_run",
    "hides_numbers",
    "take_along",
    "weighing",
    "eats_by_count",
    "counting_apps",
    "hungry",
    "eats_less",
    "eat_or_not",
    "eating_before",
    "eating_how_much",
    "strength",
    "ran_again",
    "glad",
    "day_ok",
    "intends",
    "wish_luck",
    "week_by_feel",
    "week_plan",
    "enough_now",
    "what_now",
    "week_one",
    "start",
    "how_often",
    "shape",
    "weaned",
    "fine_now",
]

_CHILD = (
    r"(?:daughter|son|kid|child|boy|girl|niece|nephew|little (?:1|one)|grandson|granddaughter|stepson|stepdaughter"
    r"|(?:little|younger|kid) (?:sister|brother))"
)
_PLAN = r"plan|schedule|programme|program|weekly plan"
_PATTERNS: dict[str, Pattern] = {
    **care_food.PATTERNS,
    **care_birth.PATTERNS,
    **care_teen.PATTERNS,
    **care_kind.PATTERNS,
    **care_well.PATTERNS,
    **care_week.PATTERNS,
    "dared": dares.DARED,
    "copies_thin": Pattern(
        r"\b(?:friends?|mates?|sister|cousin|classmate|girls?|she|teammate|influencer|model|roommate|flatmate)s?\b"
        r".{0,24}\b(?:eats?|eating|lives? on|has|having)\b.{0,16}\b(?:[3-9]\d\d|1[0-2]\d\d|one meal|nothing|no carbs)\b"
        r"(?=.*\bshould i\b|.*\bcan i\b|.*\b(?:try|do) (?:it|that|the same)\b|.*\b(?:skinny|thin)\b)"
    ),
    "low_mood": Pattern(
        r"\b(?:cry(?:ing)?|in tears|sobb\w+)\b.{0,20}\b(?:every day|everyday|all (?:the time|day|night)|daily"
        r"|constantly|nonstop|non stop|for no reason|for weeks)\b|\b(?:cant|cannot) stop crying\b"
        r"|\bhate my body\b(?! (?:clock|fat scales?))|\bcry(?:ing)? (?:so|this|that) (?:much|often)\b"
    ),
    "say_what": Pattern(
        r"\bwhat (?:do|should|can|could|would|shall) i (?:even |actually )?(?:say|tell|ask)\b|\bhow (?:do|should|can"
        r"|would) i (?:even |actually )?(?:tell(?! (?:i|im|if|that|whether|how)\b)|say|bring (?:it|this) up"
        r"|talk to|ask)\b|\b(?:dont"
        r"|do not) (?:really )?have"
        r" (?:any(?:one|body)|some(?:one|body)) to (?:tell|talk)|\b(?:no ?one|nobody) to (?:tell|talk)"
    ),
    "who_to_tell": Pattern(
        r"\bwho(?:m)? (?:do|should|can|could|would) i (?:even |actually )?(?:tell|talk to|speak to|ask|go to|see)\b"
    ),
    "whom_to_tell": Pattern(
        r"\bshould i (?:\w+ )?(?:tell|talk to|speak to|say something to|see) (?:my |the |a |some)?(?:coach|mum|mom|dad"
        r"|parents?|teacher|nurse|doctor|gp|therapist|counsellor|counselor|husband|wife|partner|friend|sister|brother|boyfriend|girlfriend"
        r"|family|one|body)"
    ),
    "like_a_leaflet": Pattern(
        r"\b(?:sound|talk|speak|read)s? (?:just )?like (?:a |an |some )?(?:leaflet|pamphlet|brochure|script|robot|bot"
        r"|machine|textbook|poster|doctors office|recording|broken record|helpline)\b|\bcopy ?(?:and )?paste\b"
        r"|\b(?:you|u) (?:just |already )?(?:said|told me) (?:that|this)(?: already)?\b|\bstop lecturing\b"
        r"|\bso preachy\b|\b(?:not|arent|never|dont) listen\w*\b|\bdid(?:nt)? you (?:even )?(?:read|listen)\b"
        r"|\b(?:that|this|it) (?:doesnt|didnt|does not|did not) (?:really |even )?answer\b.{0,20}$"
        r"|\b(?:you|u) (?:didnt|did not|never|havent|still havent) (?:even |really )?answer(?:ed)?(?: (?:me|it|that|the"
        r"|my|question|what|i|asked))*\W*$"
        r"|^(?:bruh|bro|omg|wtf|seriously|dude)\W*$|\bnot what i (?:asked|said|meant)\b"
    ),
    "childs_eating": Pattern(
        rf"\bmy (?:[\w-]+ ){{0,4}}{_CHILD}\b(?=.*\b(?:eats? (?:like a bird|nothing|so little|very little|hardly)"
        rf"|not eating|only eat(?:s|ing)?"
        r"|barely eats?|wont eat|stopped eating|skip\w* (?:meals|lunch|dinner|breakfast)|hates (?:her|his"
        r"|their) (?:body|thighs"
        r"|belly|legs)|throw\w* up|anorexi\w*|bulimi\w*|eating disorder|no periods?|lost her period|too thin)\b)"
    ),
    "childs_weight": Pattern(
        rf"\bmy (?:\w+ )?{_CHILD}\b(?=.*\b(?:lose|losing|loses|weight|fat|overweight|diet|skinny|slim|bmi|calories?)\b)"
    ),
    "childs_run": Pattern(
        r"(?=.*\b(?:can|could|how|should|is it|too|wants?|ok|okay|safe|plan)\b).*?"
        rf"(?:\bmy (?:\w+ )?{_CHILD}s? (?:is|s|just turned|turned|has turned|whos|who is|aged?) (?:only |just |now "
        rf"|nearly "
        rf"|almost )?(?:[4-9]|1[0-7])\b(?! ?(?:months?|mo|mths?|weeks?|wks?|days?)\b)|\bmy (?:[4-9]"
        rf"|1[0-7])[ -]?(?:year|yr|yo)s?[ -]?(?:old)? {_CHILD}\b"
        r")"
    ),
    "check_coming": Pattern(
        r"\bcheck(?: ?up)? (?:is|isnt|will be|comes) (?:on |next |this |until |till |in |only )|\b(?:not"
        r"|havent) (?:yet )?seen"
        r" (?:anyone|anybody|a doctor|a midwife|a physio)\b"
    ),
    "lighter_faster": Pattern(
        r"\b(?:los(?:e|ing)|drop(?:ping)? (?:some )?(?:weight|kilos?|kg)|lighter|thinner|skinnier"
        r"|weigh(?:ing)? less)\b(?=.*\b(?:faster|quicker|better time)\b)"
    ),
    "faster": Pattern(
        r"^(?!.*\bhow (?:do|can|will|would) i (?:know|tell|notice|see)\b)"
        r"(?!.*\b(?:monster|red bull|energy drinks?|caffeine|coffee|pre ?workout|creatine|than me)\b).*(?:"
        r"\b(?:get|run|be|am i|become|makes?|make me|made me|go|getting|my \d+ ?k) (?:\w+ ){0,2}?(?:faster|quicker)\b"
        r"|\bfaster\b|\b(?:get|getting|be|become) (?:\w+ )?fit(?:ter)?\b|\b(?:under|below|sub"
        r"|beat) \d\d\b(?!\s*(?:kg|kilos?|lbs?|%|stone|cal))"
        r"|\bimprove my (?:time|pace|5k|10k"
        r"|\d+ ?k|speed|running)\b|\bmy (?:pb|pr)\b|\bspeed ?work\b"
        r")"
    ),
    "too_fast": Pattern(
        r"^(?!.*\b(?:fat|burn\w*|lose|weight|reps|repeats|intervals|[248]00s|\d+ ?x ?\d+)\b).*(?:"
        r"\b(?:know|tell|if|am i|im|is (?:it|that))\b.{0,16}\btoo (?:fast|hard)\b(?!.*\b(?:los\w+|weight|kg"
        r"|kilos)\b)"
        r"|\b(?:right|good|best|what) (?:pace|speed)\b.{0,16}\b(?:me|run|go|start|begin\w*|for)\b|\bhow (?:fast"
        r"|slow) (?:should"
        r"|do|can) i (?:run|go|jog)\b"
        r")"
    ),
    "overdoing": Pattern(
        r"\b(?:over ?do(?:ing)?|go all in|all or nothing|obsessive|obsess\w*|too much running|run(?:ning)? too much"
        r"|overtrain\w*)\b|\b(?:know|tell)\b.{0,16}\btoo much\b|\b(?:watch|look) out for\b|\bwarning signs\b"
        r"|\bbring(?:s|ing)? it (?:all )?back\b"
    ),
    "week_by_feel": Pattern(
        rf"(?=.*\b(?:{_PLAN})\b)(?=.*\b(?:without|no|not|zero)\b[^.!?\n]{{0,24}}\b(?:numbers?|minutes|mins"
        rf"|kilomet\w+|kms?"
        r"|miles|times?|watch|pace|distances?)\b|.*\b(?:by|just|only) feel(?:ing)?\b).*\b(?:give|make|made|can"
        r"|could|do|want"
        r"|need|have|write|get|weekly|week)\b"
        r"|^(?:and |but |so |ok )*(?:without|no) (?:any |the )?(?:time|times|minutes|numbers)(?: please)?\W*$"
    ),
    "week_plan": Pattern(
        rf"^(?:and |so |ok )*(?:a|my|the) (?:week(?:ly)? )?(?:{_PLAN})\b"
        r"|\b(?:tell|give|show|make|plan|do|write) me (?:a|the|my) (?:first |whole )?week\b|\b(?:plan|do) (?:my"
        r"|the) (?:runs|week"
        r"|running)\b"
        r"|\b(?:give|make|do|say) (?:me |it )?(?:2|3|4|two|three|four) (?:days|runs|times)\b"
        rf"|\b(?:give|make|need|want|write|show|have|got|do|get)\b[^.!?\n]{{0,24}}\b(?:{_PLAN})\b|\bbut the plan\b"
        r"|\b(?:didnt|havent|never) (?:give|given|gave|made|make|get|got)\b[^.!?\n]{0,16}\bplan\b"
        r"|\b(?:wheres|where is|whats|what is) (?:the|my) plan\b"
    ),
    "enough_now": Pattern(
        r"\b(?:thats|is that|that is|is this) (?:it|all|enough)\b(?: (?:for now|then|for today|right))?\W*$"
        r"|\bonly (?:walk\w*"
        r"|squeezes)\b[^.!?\n]{0,16}\b(?:then|now|right)\b"
    ),
    "week_one": Pattern(
        r"\bweek (?:one|1)\b|\bfirst week\b|\bgive me (?:a|the) plan\b|\bwhat do i do (?:on \w+day|tomorrow|first|now"
        r"|this week)\b"
        r"|\bhow many min(?:ute)?s?\b"
    ),
    "start": Pattern(
        r"\b(?:how|when|where) (?:do|can|should|could|would) i (?:even |actually |really )?(?:start|begin|run"
        r"|get started"
        r"|get back|go about)\b|\bhow (?:to|do you) (?:start|begin)\b|\b(?:like|want|love|going|trying|ready) to start"
        r"(?: running| again|$)|\bweek (?:one|1)\b|\b(?:first|this) week\b|\bhow far (?:should|do|can"
        r"|would) i (?:go|run)\b|\bso gently how\b|\bhow then\b"
        r"|\bwhat can i do(?: then| now| instead)?\W*$"
        r"|^(?:so |ok |and |then |now )*what (?:do|should|can) i do(?: then| now| today| this week)?\W*$"
        r"|\bfirst (?:small |little |baby |tiny )?steps?\b|\bsmall steps\b"
        r"|\bcan i (?:start )?(?:run|running|jog|jogging)\b(?! (?:out|on my period))|\bwithout (?:any |the )?numbers\b"
        r"|\brun for my"
        r" (?:head|mind|mood|mental)\b|\brun(?:ning)? (?:for|by) (?:how it feels|feel)\b|\bgive me (?:a"
        r"|the) (?:plan|start)"
        r"|\bany tips\b|\bhow (?:does|would) that (?:work|look)\b|\btell me (?:more )?about (?:that|the gentle"
        r"|starting)\b"
        r"|\bhow do i go gently\b|\bgentle (?:plan|start|way)\b|\b(?:ok(?:ay)?|safe|fine|allowed|too (?:early"
        r"|soon)) to (?:run|jog)\b|\bwhen can i\b"
    ),
    "how_often": Pattern(
        r"^(?:and |so |ok )*how (?:long|often)\W*$|\bhow often (?:is|are|would be|can|should)\b(?!.*\b(?:weigh|eat)\b)"
        r"|\bhow (?:often|many (?:days|times"
        r"|runs)|much)\b(?!.*\b(?:weigh|calor\w*|cal|kcal|fat|kg|eat|burn|lose"
        r"|protein)\b)"
        r"(?=.*\b(?:week|weekly|run|running|ok for me|often|days?|(?:should|can|may|do) i (?:go|walk|run))\b)"
        r"|\bi asked how (?:much|often)\b"
        r"|\btimes\?? how long\b"
        r"|\brun every day\b|\bhow long (?:should|each|is each)\b"
    ),
    "shape": Pattern(
        r"^(?!.*\b(?:not|dont|never|isnt|wasnt|arent|no longer) (?:\w+ ){0,3}(?:los(?:e|ing)|slim\w*|skinn\w*|thin\w*"
        r"|shrink|smaller)\b)(?!.*\b(?:talk\w*|chat\w*|going on|goes on|go on|post\w*|obsess\w*|brag\w*) (?:only "
        r"|all the"
        r" time |always )?(?:about|on)\b.{0,24}\b(?:los(?:e|ing)|weight)\b).*"
        r"\b(?:(?:bell(?:y|ies)|stomach|tummy)(?! muscles?)|abs|six ?pack|muffin top|skinnier"
        r"|(?:be|get|getting|look|become|so) skinny|slim\w*|thinner|flatter"
        r"|lose (?:the |my |some "
        r"|any )?(?:\w+ )?(?:weight|fat|kg|kilos?|pounds)|lose it\b|weight loss|fat loss|body back|baby weight"
        r"|los(?:e|ing) \d+|losing (?:\w+ )?(?:weight|fat)|smaller|(?:all|so|are) thin\b|shrink"
        r"|tone up|should i lose (?:some|a bit|a few))\b(?!.*\b(?:pain\w*|ache\w*|aching|hurts?|cramp\w*|empty"
        r"|stitch|upset|butterflies)\b)"
    ),
    "fine_now": Pattern(
        r"\b(?:im|i am) (?:totally |really )?fine\b(?! (?:with|to|for|by))|\b(?:im|i am) (?:really |totally "
        r"|all |completely |much )?(?:fine|ok|okay|better|good|well|recovered|healthy)"
        r" (?:now|again|these days)\b|\b(?:that was|thats|it was) (?:\w+ ){0,3}(?:years|ages) ago\b"
        r"|\btold you im fine\b"
    ),
}


_FEARED = Pattern(
    r"\b(?:scared|afraid|worried|terrified|frightened|fear(?:ing)?)\b[^.!?\n]{0,24}\b(?:turn(?:s|ing)? into|becom(?:e"
    r"|es|ing)"
    r"|end up|go(?:es|ing)? back|slip(?:ping)? back|slid(?:e|ing)|will be|(?:come|start|happen)s? (?:back|again))\b"
)
_REMEMBERED = 256
"""Messages whose topics are kept at hand: a turn asks for them again and again, for earlier messages too."""
_DONE = frozenset({"compensated", "purged", "binged", "skips_meals"})
"""What somebody fears to do again is not done."""


@lru_cache(maxsize=_REMEMBERED)
def care_topics(text: str) -> tuple[CareTopic, ...]:
    """Return what a message is about, the topic that can hurt most first; empty for most messages.

    Args:
        text: What the person wrote; its first 1,500 code points are read.
    """
    plain = tidy(text[:LONGEST_READ])
    feared = _DONE if _FEARED.search(plain) else frozenset()
    meant_otherwise = feared | {"tearful"} if care_birth.cries_for_joy(plain) else feared
    return tuple(
        topic for topic in get_args(CareTopic) if topic not in meant_otherwise and _PATTERNS[topic].search(plain)
    )
