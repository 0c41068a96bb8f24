"""What people who need care say that is no danger: a good day, a day named for a run, a watch whose numbers they hide.

Beside it the fears behind it: that it comes back, that a slow season is their weight, that a meal might be left out.
"""

from __future__ import annotations

from typing import Final

from bot.nlu.care_food import MEAL
from bot.nlu.pattern import Pattern

_DEVICE: Final = (
    r"(?:watch(?:es)?|garmin|fitbit|apple ?watch|smart ?watch|polar|coros|suunto|tracker|strava|apps?|phone|treadmill"
    r"|screens?|display)"
)
_HIDES: Final = (
    r"(?:hide|hiding|hidden|turn(?:ing)? (?:\w+ ){0,4}off|turn(?:ing)? off|switch(?:ing)? (?:\w+ ){0,4}off"
    r"|switch(?:ing)? off|get(?:ting)? rid of|remov\w+|disabl\w+|delet\w+|take (?:\w+ ){0,4}off|stop(?:s"
    r"|ping)? (?:\w+ ){0,3}show\w*"
    r"|not show|go away|disappear|cover(?: up)?|block|mute|out of sight|(?:dont|not|never|without) (?:want (?:to )?"
    r"|have to |like "
    r"to |wanna )?(?:see|seeing|look\w*))"
)
_NUMBER: Final = r"(?:calor\w+|cals|kcals?|numbers?|figures?|data fields?|stats|pace|weight|steps|readings?)"
_DAY: Final = (
    r"(?:(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:days?)?|today|tonight|tomorrow|tmrw|tmr"
    r"|the weekend"
    r"|this (?:weekend|evening|afternoon|morning))"
)
_OKAY: Final = r"(?:ok(?:ay)?|fine|good|al ?right|all right|safe|allowed|sensible|possible|too (?:soon|early))"
_RUN: Final = r"(?:go|run|jog|do it|head out|try|train|walk)"
_SOMEBODY: Final = (
    r"(?:him|her|them|people|every(?:one|body)|(?:my |the )(?:boyfriend|girlfriend|partner|husband|wife|friends?|mum"
    r"|mom|dad"
    r"|sister|brother|team|coach|group|family|parents?|mates?))"
)
_SIZED: Final = r"\b\d+(?:[.,:]\d+)? ?(?:k|kms?|miles?|mi|m|min\w*|h|hrs?|hours?)\b"
_NO_JOY: Final = (
    r"\b(?:los(?:t|e|ing)|kgs?|kilos?|pounds|lbs|weigh\w*|scales?|thin(?:ner|nest)?|skinn\w*|smaller|lighter|slim\w*|empty|hungry|hunger"
    r"|starv\w*|fast(?:ed|ing)|skip\w*|eat less|ate less|ate nothing|only (?:ate|eat|had)|(?:didnt|not|havent|dont"
    r"|without|no)"
    rf" (?:eat\w*|ate\b|(?:any |my )?{MEAL})(?! (?:about|because))|purg\w*|threw up|throw\w* up|burn\w*|calor\w*"
    rf"|in control|"
    r"deficit|clothes|jeans|mirror|twice|again tonight|pain\w*|hurts?|dizz\w*|faint\w*|alone|cry\w*|sad|awful|terrible"
    r"|guilty|scared|afraid|ashamed|worried|but)\b"
)
"""Beside these a good feeling is no plain joy."""

NO_JOY: Final = Pattern(_NO_JOY)
"""What keeps a good feeling from being met with joy."""
PATTERNS: dict[str, Pattern] = {
    "skip_asked": Pattern(
        r"\b(?:should|can|could|may|shall|would it (?:help|work|be (?:ok|okay|better|bad|fine)) (?:to|if i)|is it (?:ok"
        r"|okay|bad|fine"
        r"|good|better|smart) (?:to|if i)|better to|what if i|do i|must i|might|thinking (?:of|about)"
        r"|tempted to)(?: i)?"
        r" (?:just |better |maybe |only |then |have to |need to )*(?:skip|skipping|skipped|miss|missing|leave out"
        r"|leaving out|go without"
        rf"|not (?:eat|have)|drop|cut) (?:out )?(?:on )?(?:my |the |some |a |that |one |any )?{MEAL}\b"
    ),
    "one_meal": Pattern(
        r"\b(?:havent|didnt|never|not|dont|wont) (?:\w+ )?(?:stop(?:ped)? eating|starv\w+|skip(?:ping|ped)? (?:all"
        r"|every"
        r"|meals))\b|\bi do eat\b|\bi eat (?:loads|lots|plenty|enough|normally|fine|well|a lot|tons)\b"
        rf"|\bi (?:just |only )(?:asked|meant|said)\b[^.?!]{{0,16}}\b(?:1|one|a single|that|this) {MEAL}\b"
    ),
    "slower_weight": Pattern(
        r"(?=.*\b(?:slow\w*|fast\w*|quick\w*|worse|times|pace|pb|pr|perform\w*|last in|behind)\b)"
        r"(?=.*\b(?:scared|afraid|worr\w+|because|cause|cuz|cos|coz|bc|if|is it|am i|maybe|think|feel)\b)"
        r".*\b(?:(?:gain\w*|put on|putting on) (?:\w+ ){0,2}(?:weight|kilos?|kgs?|pounds|fat)|got (?:fat\w*|heav\w*"
        r"|bigger)"
        r"|(?:im|i am|too|am i|being|getting) (?:so |too )?(?:fat|heavy|heavier|fatter|big|bigger)|my weight)\b"
    ),
    "creeping_back": Pattern(
        r"\bhow (?:do|would|will|can|could|should) i (?:notice|know|tell|see|spot|recogni[sz]e|catch|realis\w+"
        r"|realiz\w+)\b.{0,40}"
        r"\b(?:bad|worse"
        r"|(?:going|gone|goes|go) wrong|too (?:much|far)|out of (?:hand|control)|obsess\w*|addict\w*|compuls\w*"
        r"|unhealthy|a problem"
        r"|slip\w*"
        r"|slid\w*|relaps\w*|creep\w*|wrong way|old (?:thing|pattern|habit|way)s?|(?:come|comes|coming|go|going"
        r"|creep\w*) back"
        r"|taking over|takes over)\b"
        r"|\b(?:what if|scared|afraid|worr\w+|fear\w*|i mean\w*)\b.{0,40}\b(?:without (?:even )?(?:notic\w+|realis\w*"
        r"|realiz\w*"
        r"|seeing it)|creep\w*|(?:slid|slip|fall|go)\w* back|tak(?:es|ing) over|(?:start\w*"
        r"|end up) (?:to )?run(?:ning)? (?:every"
        r" ?day|daily|more and more|all the time))\b"
        r"|\b(?:thats|that is|which is|this is) (?:exactly )?how it (?:all )?(?:began|started|begins|starts)\b"
        r"|\b(?:signs?|signals?|red flags|alarm bells)\b.{0,30}\b(?:relaps\w*|slipp\w*|coming back|too much|getting bad"
        r"|old)\b"
        r"|\b(?:creeping|sneaking|sliding|slipping) (?:back|in)\b.{0,40}\bhow\b"
    ),
    "say_no_numbers": Pattern(
        rf"\b(?:how|what) (?:do|can|should|could|would) i (?:\w+ )?(?:tell|say|explain"
        rf"|ask)\b.{{0,24}}\b{_SOMEBODY}\b.{{0,40}}"
        rf"\b(?:(?:dont|not|never|stop\w*)\b.{{0,24}}\b(?:see|hear|know|wear|use|show\w*|talk\w*|send\w*|share"
        rf"|{_NUMBER}|it)|no {_NUMBER})\b"
        rf"|\b(?:tell|ask)\b.{{0,8}}\b{_SOMEBODY}\b.{{0,24}}\b(?:stop|not to)\b.{{0,30}}\b{_NUMBER}\b"
    ),
    "hides_numbers": Pattern(
        rf"^(?!.*\b(?:show me|give me|myself|my body|(?<!do )(?<!can )(?<!could )(?<!if )i hide|hiding (?:from"
        rf"|that i))\b)"
        rf"(?:(?=.*\b{_HIDES}\b)(?=.*\b{_NUMBER}\b)(?=.*\b{_DEVICE}\b)"
        rf"|.*\b{_HIDES}\b.{{0,12}}\b(?:them|it|that|those|these|this)\b.{{0,24}}\b(?:on|from|off|in) (?:my |the |a "
        rf"|this )?(?:\w+ )?"
        rf"{_DEVICE}\b).*"
    ),
    "take_along": Pattern(
        r"\b(?:should|can|could|may|shall) i (?:\w+ )?(?:ask|take|bring|invite)\b.{0,30}\b(?:come|along|with me|join"
        r"|to run|for a run)\b"
        r"|\b(?:should|could) i (?:ask|invite) (?:her|him|them)\W*$"
        r"|\b(?:sister|brother|friend|mum|mom|partner|boyfriend|girlfriend|husband|wife|she|he) (?:wants|offered|offers"
        r"|would like"
        r"|asked|could|can|might|wanted) (?:to )?(?:come|run|join|go) (?:along|with me|too)\b"
    ),
    "glad": Pattern(
        rf"^(?!.*{_NO_JOY})(?!.*\b(?:not|never|wasnt|isnt|dont|didnt|no longer|cant) (?:\w+ )?(?:feel |felt |be "
        rf"|been )?(?:good|great|happy"
        r"|glad|proud|nice)\b)(?!.*\b(?:how|why|what|will|would|does|is|are|should|when)\b[^.!]*\?).*(?:"
        r"\b(?:felt|feels|feel|feeling|was|it was|its|had) (?:(?:a|an|so|really|very|just|such|pretty|all|actually"
        r"|quite|like a) )*"
        r"(?:good|great|amazing|lovely|wonderful|brilliant|nice|fun|happy|proud|free|light ?hearted|calm|awesome"
        r"|fantastic|beautiful"
        r"|alive|joy\w*)\b(?! (?:at|with (?:him|her)|enough|for (?:you|him|her)))"
        r"|\bi(?:m| am| was| feel| felt) (?:so |really |very |just |actually |quite )*(?:happy|glad|proud|pleased"
        r"|over the moon)\b"
        r"|\b(?:good|happy|nice|big|proud) (?:thing|day|moment|news|step|feeling)\b|\bbe happy (?:with|for) me\b"
        r"|\bfirst (?:time|run)\b.{0,30}\b(?:didnt|without|no)\b.{0,16}\b(?:think\w*|thought|worr\w*|count\w*|guilt"
        r"|fear|check\w*|compar\w*)"
        r"|\b(?:didnt|without) (?:even )?(?:think\w*|worr\w*|count\w*)\b.{0,24}(?::\)|:d|yay|\u2764|\U0001f642"
        r"|\U0001f60a|\U0001f389)"
        r"|\b(?:lovely|great|nice|wonderful|beautiful|amazing|fun|happy|good) (?:\w+ )?(?:run|jog|walk|outing"
        r"|morning)\b(?! (?:plan|club|pace"
        r"|shoes?|route|watch|app))|\bno guilt\b"
        r"|\b(?:loved|enjoyed) (?:it|every|the|my|that)\b)"
    ),
    "day_ok": Pattern(
        rf"^(?!.*\b(?:every ?day|twice|longer|further|faster|race|empty stomach|without|(?:didnt|dont|havent|not"
        rf"|wont) (?:eat|ate|eaten)|ate (?:nothing|too|so|loads|lots|a lot)|after (?:the |a )?(?:cake|eating|meal)"
        rf"|bing\w*"
        rf"|burn\w*|skip\w*"
        r"|hungry|hurts?|pain\w*|sore|ach\w+|ill|sick|fever|cold|flu|dizz\w*|faint\w*|injur\w*|breath\w*|make up|earn"
        r"|doctor|bleed\w*)\b).*(?:"
        rf"\b(?:how about|what about) {_DAY}\W*$"
        rf"|\b(?:is|would|was) {_DAY} (?:be )?(?:\w+ )?{_OKAY}\b"
        rf"|\b{_OKAY}\b.{{0,12}}\b(?:to|if i|for me to)\b.{{0,16}}\b{_RUN}\b.{{0,24}}\b(?:{_DAY}|again)\b"
        rf"|\b(?:can|may|could|should|shall|do) i (?:\w+ )?{_RUN}(?: (?:for a (?:\w+ )?(?:run|jog)|out|running|again"
        rf"|a bit|slowly|then))*"
        rf" (?:{_DAY}|again|now)\b"
        r"|\bbut the run\b)"
    ),
    "intends": Pattern(
        r"^(?!.*\?)(?!.*\b(?:[6-9]|\d{2,})(?:[.,]\d+)? ?(?:k|kms?|miles?)\b)(?!.*\b(?:[5-9]\d"
        r"|\d{3,}) ?min)(?!.*\b\d+ ?(?:h|hours?|hrs?)\b)"
        r"(?!.*\b(?:remind|burn\w*|calor\w*|kcal|how|what|when|should|twice|every ?day|longer|further|faster|skip\w*"
        r"|make up|earn|compensat\w*|off|ate|bing\w*|guilt\w*|have to|must|more|extra"
        r"|not eat)\b).*"
        r"\b(?:ill|i will|im going to|im gonna|gonna|i think ill|let me|then i) (?:just |then |only |maybe "
        r"|probably )*(?:do|go(?: for)?"
        r"|run|jog|walk|take|try|start with|stick (?:to|with)|keep to)\b.{0,40}\b(?:\d+ ?(?:min\w*|k|km|m)|(?:ten"
        r"|fifteen|twenty|thirty"
        r"|half an hour|a few|some) ?(?:min\w*)?|run|jog|walk|dog|easy|slow\w*|gentle|round|loop|outing)\b"
    ),
    "gave_up": Pattern(
        r"(?<!why )(?<!when )(?<!before )(?<!reason )\b(?:i|ill|im) (?:just )?(?:give|giving|gave) up\b(?! (?:after"
        r"|half ?way|at|when"
        r"|on (?:diet\w*|losing|sugar|him|her|them|people|men|women|weight|that run|it)|smok\w*|drink\w*|alcohol|sugar"
        r"|run\w*|food|eat\w*"
        r"|bread|meat|on"
        r" (?:life|everything|myself|running|eating|food|recovery)|trying|my|the|a))"
        r"|\b(?:forget it|this is (?:useless|pointless|hopeless)|(?:youre|you are|ur) (?:useless|hopeless|no help)"
        r"|no point talking|never"
        r" mind|whatever|im (?:off|out|done))\b.{0,16}\b(?:bye|goodbye|good ?night|see (?:ya|you))\b"
        r"|\bim done (?:with (?:you|this)|here|talking)\b"
    ),
    "who_checks": Pattern(
        r"^(?!.*\b(?:said|says|told|cleared|signed|saw)\b|.*(?:^|\b(?:and|but|so) )(?:i (?:see|have|had|am)"
        r"|im seeing)\b)"
        r"(?=.*(?:\?|\b(?:should|can|could|shall|do|is|worth|where|how|need|get|book|find|see)\b))"
        r".*\b(?:(?:pelvic|womens) (?:\w+ )?(?:physio\w*|therapist|specialist)|mummy mot)\b"
        r"|\bwho (?:does|do|checks?|can (?:check|do|look|test)|looks|tests|is doing|would (?:check"
        r"|do))\b.{0,30}\b(?:check\w*|pelvic|floor"
        r"|exam\w*|it|that|me|down there)\b"
        r"|\b(?:check\w*|exam\w*)\b.{0,24}\b(?:with|by|from|at)\b.{0,12}\b(?:midwife|gp|doctor|physio\w*|nurse|gyn\w*)\b.{0,60}"
        r"|\b(?:gp|doctor|midwife|gyn\w*) or (?:a |the )?(?:physio\w*|gp|doctor|gyn\w*)\b"
        r"|\bwhere (?:do|can|should) i (?:get|have|book) (?:\w+ ){0,3}check\w*\b"
    ),
    "no_time": Pattern(
        r"\b(?:no|never any|zero|hardly any|not enough|cant find|dont have|havent got|never have|never get) (?:the "
        r"|any |a |enough )?"
        r"(?:time|minute|moment)\b(?! (?:limit|trial|goal|pressure|for me to heal))"
        r"|(?=.*\b(?:baby|babies|he|she|hes|shes|him|her|naps?|kids?|twins|little (?:1|one)|newborn)\b)(?=.*\b(?:only"
        r"|never|always|all"
        r" day|doesnt|wont|alone|on me|in my arms|\d+ ?min\w*|half an hour)\b).*\b(?:when|how|where) (?:the hell "
        r"|on earth )?(?:would|do"
        r"|can|could|should|am|will|shall) (?:i|we) (?:even|ever|supposed to|meant to|fit|find|squeeze|make time"
        r"|get out|go)\b"
    ),
    "ran_again": Pattern(
        rf"^(?!.*{_SIZED})(?!.*\?).*\bi (?:just |finally |actually )?(?:ran|jogged|went (?:running|jogging"
        rf"|(?:out )?for a (?:\w+ )?(?:run|jog))"
        r"|did (?:my|a) (?:\w+ )?(?:run|jog))\b.{0,40}\b(?:first time|for the first|again after"
        r"|after (?:\w+ ){1,3}(?:years|months|off)"
        r"|finally)\b"
        rf"|^(?!.*{_SIZED})(?!.*\?).*\bfirst (?:run|jog) (?:in|for|since|after)\b"
    ),
}
"""In the order of what hurts most; the tidy text is held against them."""
