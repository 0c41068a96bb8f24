"""What young people say and ask that needs words of its own: being laughed at, growing, speed for school."""

from __future__ import annotations

from bot.nlu.pattern import Pattern

_OTHERS = (
    r"(?:kids?|people|ppl|they|boys?|girls?|guys?|class|everyone|every(?:one|body) at school|friends?|mates?|team"
    r"|some(?:one|body)|brother|sister|he|she|lads?)"
)
_BODY = (
    r"(?:fat|weight|body|belly|tummy|size|legs?|thighs?|bum|butt|ass|arse|boobs?|chest|flat|skinny|big|small|ugly"
    r"|looks?"
    r"|slow)"
)

PATTERNS: dict[str, Pattern] = {
    "teased": Pattern(
        r"\b(?:calls?|called|calling|say|says|saying|tell|tells|told|think|thinks) (?:me |that |im |i am )+(?:so |too "
        r"|a )?(?:fat|ugly|chubby|huge|whale|pig|cow|fatty)\b|\bbull(?:ied|ying)\b|\bbull(?:y|ies) me\b"
        r"|\b(?:make|makes|made|making)"
        r" fun of (?:me|my|it)\b(?! for (?:running|jogging))"
        r"|\bcall(?:s|ed|ing)? me (?:names|skinny\w*|stick\w*|twig\w*|lanky|fatso"
        r"|slow\w*|lard\w*"
        r"|piggy|chubs|tubby"
        r"|thunder thighs|a \w+)\b|\b(?:laugh\w*|teas\w+|pick\w* on|mock\w*)\b.{0,6}\bme\b.{0,30}\b(?:fat|weight"
        r"|body|belly"
        r"|size|legs|for it|bum|school|class|pe|gym)\b"
        rf"|\b{_OTHERS}\b.{{0,16}}\b(?:laugh\w*|teas\w+|mock\w*|jok\w+)\b.{{0,12}}\b(?:at|about"
        rf"|me for|of)"
        rf" (?:it|them|my (?:\w+ )?{_BODY})\b|\b{_OTHERS} (?:laugh|tease|mock)\b(?=.*\b(?:read|listen|said)\b)"
        rf"|\b{_OTHERS}\b.{{0,16}}\b(?:say|says|said|think)\b.{{0,16}}\b(?:i have|i got|i have got|ive got"
        rf"|my) (?:an? |no )?"
        rf"(?:\w+ )?(?:flat|fat|big|huge|small|no|ugly|skinny) ?(?:ass|arse|butt|bum|legs?|thighs?|belly|boobs?)\b"
        r"|\bim the (?:fat|fattest|big|slow|slowest|chubby) (?:kid|girl|boy|one|1|person)\b"
    ),
    "period_late": Pattern(
        r"\bperiods?\b.{0,24}\b(?:late|missing|stopped|gone|skipped|hasnt come|havent come|didnt come|not come"
        r"|irregular|away)\b"
        r"|\bwhere(?: did| has| have|s| is|d| are)? my periods?(?: go| gone| went|\W*$)"
        r"|\b(?:no|missed|lost|skipped|late|havent had (?:a|my)|not had (?:a|my)) (?:\w+ )?periods?\b"
    ),
    "say_to_teasers": Pattern(
        r"\bwhat (?:do|can|should|could|would) i (?:say|do|tell|answer)\b.{0,12}\b(?:to |back|about )"
        r"(?:the (?:kids|boys|girls|bullies|others|teas\w+|bull\w+)|when they)\b|\b(?:teas\w+|bull\w+"
        r"|laugh\w*)\b(?=.*\bwhat "
        r"(?:do|can|should) i\b)"
    ),
    "weighed_by_coach": Pattern(
        r"\b(?:coach(?:es)?|teachers?|trainers?|team|club|they|she|he|school)\b.{0,24}\b(?:weighs?|weighed|weighing"
        r"|weigh me"
        r"|makes? (?:us|me)"
        r" weigh)\b"
    ),
    "bone_spot": Pattern(
        r"\b(?:one|1|single|exact|same|tiny|small) (?:sore |little )?(?:spot|point|place)\b(?=.*\b(?:shin|bone"
        r"|foot|hips?|leg|ankle|heel|hurts?"
        r"|pain)\b)|\b(?:shin|bone|foot|hips?|leg|ankle|hurts?|pain\w*)\b.{0,24}\b(?:one|1|single|exact|same"
        r"|tiny|small) (?:spot|point"
        r"|place)\b"
        r"|^(?!.*\b(?:my bump|pregnan\w*|bab(?:y|ies)|belly|tummy|stomach|breasts?|boobs?|neck|armpit|groin|test\w*)\b)"
        r"(?=.*\b(?:bump|lump|knob|bone)\b)"
        r".*\b(?:sore|hurts?|pain\w*|tender|aches?)\b[^.!?]{0,24}\b(?:when|if) (?:i|you) (?:press|touch|push|poke"
        r"|kneel)\b"
    ),
    "stunts_growth": Pattern(
        r"\b(?:stop|stunt\w*|affect\w*|slow\w*|bad for)\b.{0,12}\b(?:grow\w*|height|growth)\b|\b(?:stay|be"
        r"|end up|make me)"
        r" (?:short|small)(?:er)?\b(?=.*\b(?:run\w*|grow\w*|jog\w*)\b)"
    ),
    "safe_for_age": Pattern(
        r"\b(?:safe|ok|okay|bad|dangerous|allowed|healthy|normal|fine|good|too (?:young|much"
        r"|hard))\b.{0,24}\b(?:my age|"
        r"at (?:1[0-7])|for (?:some(?:one|body) (?:my age|of 1[0-7])|(?:a )?(?:kids?|teens?|teenagers?|1[0-7])))\b"
        r"|\bam i too young\b|\bif its safe for\b"
    ),
    "quick_session": Pattern(
        r"\b(?:quick|quicker|fast|faster|speed) (?:session|bits?|parts?|day|one|1|runs?)\b(?=.*\b(?:what|how)\b)"
        r"|\b(?:what|how)\b.{0,30}\b(?:quick|quicker|fast|faster|speed) (?:session|bits?|parts?|day|one|1|stuff)\b"
        r"|\b(?:what|how)\b.{0,24}\b(?:intervals?|sprints|speed ?work)\b|\bwhats? (?:is )?an interval\b"
    ),
    "pace_goal": Pattern(
        r"\b(?:have|need|want|trying|got) to (?:run|do|get)\b.{0,24}\b(?:under|in|below"
        r"|sub) (?:under )?\d{1,2}(?::\d\d)? ?(?:min\w*)?\b"
        r"(?=.*\b(?:weeks?|months?|school|test|by)\b)|\b(?:can|could|possible|realistic|manage|able|will"
        r"|is)\b.{0,40}\b\d\d(?::\d\d)?(?: ?min\w*| ?mins)?\b.{0,24}"
        r"\b(?:in|by|within|for (?:a |the )?(?:5|10) ?k\w*|possible|realistic|good)\b(?!.*\b(?:kg|kilos?|lbs?"
        r"|pounds)\b)"
        r"(?=.*\b(?:weeks?|months?|possible|realistic|by \w+|5 ?km?|good)\b)"
    ),
    "strength": Pattern(
        r"(?<!pre )(?<!pre-)\b(?:exercises?|squats?|lunges?|push ?ups?|press ?ups?|sit ?ups?|planks?|bridges?"
        r"|dumbbells?|weights"
        r"|lift(?:ing)?|bulk(?:ing)? up|(?:get|build|gain|more) muscles?"
        r"|strength|gym|work ?outs?|hip thrusts?|glutes?|deadlifts?|kettlebells?"
        r"|(?:big\w*|grow\w*|round\w*|build|strong\w*|firm\w*) (?:my |a |your )?(?:butt|bum|booty|ass"
        r"|glutes?))\b(?!.*\b(?:lose|losing|calor\w*|my weight)\b)"
    ),
}
"""In the order of what hurts most; the tidy text is held against them."""
