"""What people well past an eating disorder say of a day: a win, a remark that hurt, tight clothes, a slip, a fear.

Beside it what they take up of ours (a song list, a kind alarm, a word), and that not eating feels like control.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from bot.nlu.care_food import MEAL
from bot.nlu.pattern import Pattern

_CLOTHES: Final = (
    r"(?:trousers|pants|jeans|leggings|tights|shorts|skirt|dress(?:es)?|bra|tops?|t ?-?shirts?|running (?:things"
    r"|clothes|kit|gear)"
    r"|clothes|kit|shirt|uniform|waistband)"
)
_LOOKS: Final = (
    r"(?:figure|weight|body|shape|size|curves?|thighs?|belly|tummy|stomach|face|bum|butt|legs?|arms?|fat|thin|thinner|slim|slimmer"
    r"|skinny|big|bigger|chubby|curvy|healthy|healthier|filled out|round|rounder|gained|lost|put on|looked|look|looks)"
)
_SPEAKER: Final = (
    r"(?:(?:my|his|her|a|an|the|our) (?:\w+ )?(?:boyfriend|girlfriend|partner|husband|wife|mum|mom|mother|dad|father"
    r"|sister"
    r"|brother|aunt|auntie|uncle|gran|grandma|granny|nan|cousin|friend|mate|colleague|boss|coworker|neighbou?r|flatmate"
    r"|housemate|teacher|trainer|doctor|physio|mother in law|family)|some(?:one|body)(?: (?:at|in|from) \w+)?|he|she"
    r"|they"
    r"|people)"
)
_HURT: Final = (
    r"(?:wobbly|wobbled?|threw me|thrown|hurt|hurts|stung|sting|upset|shaken|shook me|rattled|triggered|triggering"
    r"|off balance"
    r"|stuck with me|stuck in my head|cant stop thinking|keep thinking|going round|not ok|not okay|felt (?:awful|bad"
    r"|sick|horrible"
    r"|terrible|weird|strange|small)|cried|cry|made me (?:sad|cry|wobble)|got to me|knocked me|uneasy|spiral\w*)"
)
_CLOSE: Final = (
    r"(?:her|him|them|(?:my|a|the) (?:\w+ )?(?:sister|brother|mum|mom|mother|dad|father|friend|mate|partner|boyfriend"
    r"|girlfriend|husband|wife|flatmate|housemate|roommate|cousin|aunt|gran))"
)
_NOT_DONE: Final = (
    r"(?:i )?(?:didnt|did not|havent|stayed (?:in|home|put)|resisted|held back|let it (?:be|go)|left it|rested instead"
    r"|stopped myself)"
)

_WEEK: Final = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun", "mon")
_NEXT_DAYS: Final = "|".join(rf"{one}day\b(?=.*\b(?:run|jog|go)\b.*\b{then}day\b)" for one, then in pairwise(_WEEK))
"""Two days that follow each other: "I ran on Monday. I'd like to run again today, Tuesday"."""

PATTERNS: dict[str, Pattern] = {
    "in_control": Pattern(
        r"^(?!.*\b(?:cut\w*|blades?|burn(?:ing)? (?:myself|my)|razor|pills?|die|dying|dead|end (?:it|my)|ends|kill\w*"
        r"|hurt(?:ing)?"
        r" (?:myself|me)|suicid\w*|downhills?|hills?|pace|breath\w*|form|race|bike|speed|bleed\w*|blood)\b).*(?:"
        r"\b(?:it|that|this|which|skipping|not eating|being hungry) (?:\w+ )?(?:makes?|made|making|gives?|gave|helps?)"
        r" me (?:feel |to feel )?(?:\w+ ){0,3}(?:in )?control\b"
        r"|\b(?:i|it) (?:just |kinda |kind of |really )*(?:feel|feels|felt|like being) (?:\w+ ){0,3}in control\b"
        rf"|\b(?:feels?|felt) (?:\w+ )?(?:good|great|strong|clean|powerful|nice|proud)\b.{{0,24}}\b(?:say(?:ing)? no to"
        rf"|skip(?:ping)?"
        rf"|not eat(?:ing)?|leav(?:e|ing) out|go(?:ing)? without|turn(?:ing)? down|refus(?:e|ing)) ?(?:to eat|{MEAL}"
        rf"|it)?"
        r"(?= |$|[.,!])(?!.{0,16}\b(?:sugar|alcohol|drink\w*|beer|wine|cigarettes?|smok\w*|a run|running))"
        r")"
    ),
    "friend_skips": Pattern(
        r"\b(?:friends?|mates?|sister|cousin|classmate|girls?|she|he|they|teammate|influencer|model|roommate|flatmate)s?\b.{0,24}"
        rf"\b(?:skips?|skipping|never (?:eats?|has)|doesnt (?:eat|have)|dont (?:eat|have)|stopped eating|(?:barely"
        rf"|hardly) eats?|starves)\b"
        rf"(?: (?:\w+ )?{MEAL})?(?=.*\b(?:looks? (?:\w+ )?(?:amazing|great|good|perfect|pretty|hot|fit|better"
        rf"|incredible|gorgeous)"
        r"|skinny|skinnier|thin|thinner|slim|pretty|gorgeous|so fit|lost|tiny)\b)"
    ),
    "back_at_start": Pattern(
        r"^(?!.*\b(?:(?:weeks?|months?|days?|time) off|break|km|k|plan|holiday|injur\w*|race|pb|fitness)\b).*"
        r"\b(?:back (?:at|to|in) (?:the start|the beginning|square (?:one|1)|zero|step (?:one|1)|day (?:one|1)|it)"
        r"|start(?:ing)? (?:all )?over"
        r"|undone (?:it )?all|ruin(?:ed)? (?:it|everything)|thrown (?:it )?(?:all )?away|all for nothing|lost (?:it all"
        r"|everything)"
        r"|(?:have i|did i|am i|does (?:it|that|this|one time|once) (?:mean|count)).{0,16}(?:relaps\w*|ill again"
        r"|sick again|bulimic again"
        r"|anorexic again))\b"
    ),
    "held_back": Pattern(
        rf"^(?!.*\b(?:too tired|rain\w*|busy|no time|forgot\w*|weather|dark|lazy|sore|overslept|injur\w*|hurts?"
        rf"|ill)\b)(?:(?=.*\b(?:wanted to|was going to|nearly|almost|tempted to|the urge to|thought (?:about|of)"
        rf"|felt like"
        rf"|had to)\b[^.!?]{{0,40}}"
        rf"\b(?:run|ran|running|burn\w*|work\w*|go(?:ing)?|skip\w*|purg\w*|be sick|weigh\w*|count\w*)\b)"
        rf"(?=.*\b{_NOT_DONE}\b)"
        rf"(?!.*\b(?:but|and) (?:then )?i (?:did|went|ran) (?:it|anyway|in the end|later)\b)"
        rf".*)"
        rf"|\bi {_NOT_DONE} (?:go|run|do it|go out)?,? i (?:said|told you)\b|\b(?:guilt\w*|urge"
        rf"|restless)\b[^.!?]{{0,40}}\bbut(?: i)?"
        rf" (?:stayed (?:in|home)|rested|didnt (?:go|run)|ate)\b"
    ),
    "remark": Pattern(
        rf"^(?=.*\b{_SPEAKER} (?:just |once |always |also )?(?:said|says|told me|commented|joked|mentioned|remarked"
        rf"|asked|called)\b.*\b{_LOOKS}\b)"
        rf"(?=.*\b{_HURT}\b).*"
        rf"|\b(?:comment(?:ed|ing)?|remark(?:ed)?|joked?)s?\b[^.!?]{{0,24}}\b(?:about|on) my {_LOOKS}\b"
        r"|\b(?:it|that) (?:really )?(?:hurt|stung|upset) me,? (?:what (?:he|she|they) (?:said|did)|when (?:he|she"
        r"|they) said)\b"
        r"|\bi (?:wasnt|didnt|was not|did not) ask\w* (?:for|about) my (?:figure|body|weight|shape)\b"
    ),
    "remark_say": Pattern(
        r"^(?=.*\b(?:hurt\w*|stung|remark|comment|what (?:he|she|they) said|figure)\b).*\bwhat (?:can|could|do|should"
        r"|would) i"
        r" (?:tell|say to|answer) (?:him|her|them)\b"
        r"|\bwhat (?:can|could|do|should|would) i (?:tell|say to|answer) (?:him|her|them|my (?:colleague|boyfriend"
        r"|girlfriend|partner"
        r"|husband|wife|mum|mom|mother|dad|sister|friend|boss|aunt|gran))\b"
    ),
    "clothes_tight": Pattern(
        rf"\b{_CLOTHES}\b[^.!?]{{0,40}}\b(?:too (?:tight|small|snug)|tight(?:er)?|dont fit|doesnt fit|do not fit"
        rf"|no longer fit|not fit\w*"
        rf"|wont (?:close|zip|button|fit|go)|pinch\w*|dig in|cut(?:s|ting)? in|still dont)\b(?! (?:shoes"
        rf"|on the calves))"
        rf"|\b(?:dont|doesnt|didnt|cant|no longer|not) (?:fit|fitting|get|squeeze) (?:in ?to|in) (?:my|the|those"
        rf"|any of my) (?:\w+ )?{_CLOTHES}\b"
        rf"|\b(?:grew|grown) out of (?:my|the) (?:\w+ )?{_CLOTHES}\b"
    ),
    "fear_of_return": Pattern(
        r"\b(?:scared|afraid|worried|fear|frightened|nervous|terrified)\b[^.!?]{0,30}\b(?:switch\w*|turn\w*|set\w*|trigger\w*|bring\w*|wake\w*"
        r"|start\w*|stir\w*|open\w*|tip\w*)\b[^.!?]{0,24}\b(?:on|off|back|again|up|old|over)\b"
        r"|\b(?:is|would) (?:it|that|running) (?:even |really |be |a )*(?:sensible|wise|smart|safe|ok(?:ay)?|good|right"
        r"|allowed|idea)\b"
        r"[^.!?]{0,24}\b(?:someone|somebody|a person|people|anyone) (?:like me|with (?:my|a) (?:past|history|story))\b"
        r"|\bshould (?:someone|somebody|people|a person) (?:like me|with my (?:past|history|story)) (?:even )?run\b"
    ),
    "say_starting": Pattern(
        r"\b(?:just )?want(?:ed)? (?:her|him|them|my \w+) to know (?:that )?(?:im|i am|i have|ive|i)\b"
        r"|\b(?:havent|hasnt|have not|has not|dont have|doesnt have|didnt get) (?:got )?a hold (?:on|over) me\b"
    ),
    "lighter": Pattern(
        r"\b(?:i feel|feeling|i felt|im|i am) (?:\w+ )?(?:lighter|calmer|relieved|better)(?: now| again"
        r"| inside)?\b(?=.*\b(?:talk\w*|told"
        r"|said|sorry|hug\w*|spoke|listen\w*)\b)|\b(?:talked to|told|spoke (?:to|with)) (?:him|her|them"
        r"|my \w+)\b.{0,60}\b(?:lighter|calmer|relieved"
        r"|better|said sorry|apologi[sz]ed)\b|\b(?:he|she|they) (?:said sorry|apologi[sz]ed)\b"
    ),
    "day_after_run": Pattern(
        r"^(?=.*\b(?:i (?:already |just )?(?:ran|run|jogged|went (?:running|for a run)|did (?:a|my|one"
        r"|it)) (?:\w+ )?(?:yesterday|the day before)|yesterday was a run(?:ning)? day|(?:the day before"
        r"|yesterday) (?:was|i ran)))"
        r".*(?:\b(?:can|could|may|should|shall) i (?:still |also |just )?(?:run|jog|go)\b|\b(?:id"
        r"|i would) (?:just )?like to run\b|\brun again today\b"
        r"|\bso no\b)"
        r"|^(?=.*\b(?:can|could|may|should|ok(?:ay)?|fine|bad|allowed)\b)(?!.*\b(?:off|rest|free)\b).*\b(?:2|two|3"
        r"|three) days in a row\b"
        rf"|\b(?:ran|run|jogged)\b.{{0,16}}\b(?:{_NEXT_DAYS})"
        r"|\bthe day before was a run(?:ning)? day\b"
    ),
    "voice_comes": Pattern(
        r"^(?=.*\b(?:what|how|1 thing|one thing|something)\b).*(?:"
        r"\b(?:voice|ed|illness|anorexia|bulimia|eating disorder|ana|mia)\b.*\b(?:in my head|starts?|comes?|tells?"
        r"|telling|says|saying|loud\w*|shouts?|go further|run further|keep going)\b"
        r"|\b(?:say|tell) (?:to )?myself\b.{0,24}\b(?:when|if|once)\b.{0,16}\b(?:it|that|the voice)"
        r" (?:gets?|is|comes?|starts?)\b"
        r")"
    ),
    "keeps_weight": Pattern(
        r"\b(?:run\w*|jog\w*|it|i)\b.{0,24}\b(?:lose|losing|drop) (?:any |more |some |my )*weight\b"
        r".*\b(?:dont (?:really )?want (?:to|that|it)|hope not|that scares me|shouldnt|mustnt|not allowed to)\b"
        r"|\b(?:dont want to|mustnt|shouldnt|afraid of|scared of|worried about|without) (?:lose|losing)"
        r" (?:any |more )*weight\b"
    ),
    "tell_close": Pattern(
        rf"^(?!.*\b(?:hurt\w*|stung|remark|comment\w*|figure|my (?:body|weight|looks)|thinks"
        rf"|says|wants|worries|worried|bad idea)\b)(?=.*\b{_CLOSE}\b)"
        r".*\b(?:what (?:do|should|can|could|would) i (?:even |actually )?(?:say|tell)\b"
        r"|how (?:do|should|can|could|would) i (?:even |actually )?(?:tell|say)\b"
        rf"|(?:want|wanted|like|going|try) to tell {_CLOSE}\b.*\b(?:run\w*|start\w*)\b)"
    ),
    "why_earn": Pattern(
        r"\bwhy\b[^.?!]{0,60}\b(?:earn|deserve|pay for|make up for)(?:ed|ing)?\b"
        rf"|\bwhy\b(?=.*\b(?:{MEAL}|eat\w*)\b)[^.?!]{{0,40}}\b(?:do that|does that|feel like that) to me\b"
    ),
    "instead_of_run": Pattern(
        r"^(?=.*\b(?:no run\w*|not run\w*|dont run|without (?:a )?run\w*|leave (?:tomorrow|today|it) (?:free|out)"
        r"|free day|rest day|itch|urge)\b)(?=.*\b(?:what|anything|something)\b).*\binstead\b"
        r"|\b(?:itch|urge)\b[^.!?]{0,30}\b(?:comes|to go|to run|hits|is back)\b.*\bwhat\b"
    ),
    "no_meal_now": Pattern(
        r"\b(?:dont|do not|didnt) (?:really |even )?want (?:any |my |to have )?(?:breakfast|lunch|dinner|supper|food"
        r"|tea) (?:now|tonight|today|any ?more|then|later)\b"
    ),
    "songs": Pattern(r"\bhow many songs\b|\bhow long (?:a |should (?:the|my) )?(?:song ?list|play ?list)\b"),
    "kind_alarm": Pattern(
        r"\bwhat (?:should|can|do|could|would|shall) i (?:write|put|say|call|name|type)\b(?=.*\b(?:kind\w*|nice\w*"
        r"|gentle|soft\w*|friendly|pressure"
        r"|have to|alarm|reminder)\b)(?=.*\b(?:in(?: it)?|on it|it|alarm|reminder)\b)"
        r"|\b(?:alarm|reminder)\b.{0,30}\bwhat (?:should|can|do|could|would|shall) i (?:write|put|say|call|name|type)\b"
    ),
    "loud": Pattern(
        r"\bwhat (?:do you mean|does(?: it mean)?|is meant|does that mean)?\W*(?:by |with )?(?:to )?\W*(?:get |gets "
        r"|getting |be |being )?\W*loud\b"
        r"|\bwhat(?:s| is) loud\b|\bloud mean\w*\b|\bmean\w* (?:by|with) .{0,12}loud\b"
    ),
    "wish_luck": Pattern(r"\bwish me (?:good )?luck\b|\bfingers crossed\b(?=.*\b(?:me|tomorrow|today|race|run)\b)"),
}
"""In the order of what hurts most; the tidy text is held against them."""
