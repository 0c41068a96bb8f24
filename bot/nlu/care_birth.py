"""Words of the time after a birth or a loss that ask for care: healing, milk, the belly, tiredness, being alone."""

from __future__ import annotations

from bot.nlu.pattern import Pattern

_MUSCLES = r"(?:tummy|belly|stomach|abs?|abdomen|abdominals?|(?:stomach |belly |tummy )?muscles?|middle)"
_BACK = r"(?:lower |low )?back(?! (?:to|from|again|home|at|on|in|into|then|when|up|of)\b)|hips?"
_JOINTS = r"(?:knees?|hips?|joints?|pelvis|ankles?|ligaments?|wrists?|everything)"

_SEER = r"(?:doctors?|dr|midwife|gp|physio\w*|(?:pelvic )?physio|nurse|gyn\w*|ob ?gyn|obstetrician|health visitor)"
_NO_IF = (
    r"(?<!havent )(?<!not )(?<!never )(?<!hasnt )(?<!once i )(?<!when i )(?<!if i )(?<!after i )(?<!until i )"
    r"(?<!till i )(?<!before i )(?<!i havent been )(?<!not been )(?<!get )(?<!be )(?<!once )(?<!when )(?<!until )"
    r"(?<!till )(?<!should i have )(?<!wish i )(?<!i have )(?<!ive )(?<!to have )"
)
"""Behind none of these words is a check that was had."""

PATTERNS: dict[str, Pattern] = {
    "breast_infection": Pattern(
        r"\bmastitis\b|\b(?:red|hot|hard|lumpy|swollen|sore|painful)(?: and|,)?(?: \w+)? (?:boobs?|breasts?)\b"
        r"(?! ?feed)(?=.*\b(?:fever\w*|shiver\w*|flu\w*|chills?|temperature|infect\w*|unwell)\b)"
        r"|\b(?:boobs?|breasts?)\b(?=.*\b(?:red|hot|hard|lumpy|swollen|infected|on fire|sore|painful"
        r"|throbbing|hurts?)\b)(?=.*\b(?:fever\w*|shiver\w*|flu\w*|chills?|temperature|infect\w*|unwell|red streaks?"
        r"|hot and|red and|and hot|and red)\b)"
    ),
    "miscarried": Pattern(
        r"(?<!cause )(?<!a )(?<!of )(?<!for )\bmiscarr\w+\b(?!\W*\?)|\b(?:had|after|since|lost) (?:a |my |the "
        r"|another )?miscarriage\b|\blost (?:the|my|our|a) (?:baby|pregnancy|twins)\b|\bstill ?b(?:irth|orn)\b"
        r"|\bbaby (?:died|didnt"
        r" make it)\b|\bectopic\b|\bpregnancy loss\b"
    ),
    "mother_low": Pattern(
        r"\b(?:bad|terrible|awful|rubbish|useless|horrible|crap|shit|failing as a) (?:mum|mom|mother|mummy)\b"
        r"|\bpost ?(?:partum|natal) (?:depression|depressed|anxiety)\b|\b(?:pnd|ppd)\b"
        r"|\b(?:dont|do not|cant) (?:bond with|feel anything for|love) (?:(?:my|the) (?:baby|son|daughter|child"
        r"|little (?:1|one))|him\W*$|her\W*$)"
        r"|\bfe(?:el|els|lt|eling) (?:\w+ ){0,2}(?:nothing|numb|empty|no (?:love|bond|connection|joy)|cold|distant"
        r"|detached"
        r"|disconnected|far away|resentful|like a stranger)\b[^.!?]{0,20}\b(?:for|towards?|about|from|with"
        r"|when i (?:look at|hold|see"
        r"|feed)|to) (?:\w+ )?(?:(?:the|my|our|this) )?(?:baby|babies|newborn|son|daughter|child|twins|little (?:1"
        r"|one))\b"
        r"|\b(?:dont|do not|cant|hardly|barely) (?:\w+ )?(?:feel|love|like|care about|connect (?:with|to)"
        r"|bond with)\b[^.!?]{0,16}"
        r"\b(?:my|the|our) (?:\w+ )?(?:baby|newborn|son|daughter|child)\b"
        r"|\b(?:no|hardly any|zero) (?:love|feelings?|bond|connection) (?:for|to|with|towards?) (?:the|my|our) (?:baby"
        r"|newborn|son"
        r"|daughter|child)\b|\bregret (?:having|the baby|my baby|becoming a)\b"
    ),
    "tearful": Pattern(
        r"(?<!baby )(?<!she )(?<!he )(?<!dont )(?<!not )(?<!never )(?<!babys )\b(?:i|im|ive|and|just|been|am|keep|start"
        r"|started|always)(?: (?:just|also|still|often|always|have|been|do|was|keep|started|to|even|only|really|"
        r"constantly|so))*"
        r" (?:cry|crying|cried|weep|weeping|sob|sobbing|in tears|tearful|weepy|teary)\b(?! (?:baby|with (?:laughter"
        r"|joy)|(?:of|for) joy"
        r"|laughing"
        r"|it out with|at (?:films?|movies?)|when i laugh))"
        r"|\b(?:burst|bursting|close|end up|always) (?:in)?to tears\b|\bin tears\b|\b(?:baby blues|weepy|tearful)\b"
        r"|\b(?:i|im|ive) (?:just |feel |feeling |been |really |so |am |been feeling )*(?:low|numb|empty|hopeless|down"
        r"|blue"
        r"|sad|flat inside|miserable|desperate|depressed|overwhelmed|not myself)(?: (?:all the time|lately|most days"
        r"|every day|since|these days|inside|and|about)\b|(?=[.,!?]|$))"
        r"|\b(?:sad|low|down|blue|empty|numb|flat|hopeless|miserable)(?: (?:a lot|sometimes|often|at times|some days"
        r"|most of the time|and \w+))* for no (?:real |good |particular |obvious )?reason\b"
        r"|\b(?:i|im|ive|and|just|feel|feeling|been) (?:(?:so|really|just|feeling|feel|a bit|a little|pretty|quite"
        r"|kind of|kinda|often|sometimes|very) )*(?:sad|low|empty|numb|hopeless|miserable|depressed)"
        r" (?:sometimes|a lot|often|all day|at night|in the evenings?|most (?:days|evenings|of the time)"
        r"|every (?:day|night|evening)|for (?:days|weeks)|inside)\b"
        r"|\b(?:nothing|hardly anything) (?:makes me happy|feels (?:good|nice|fun|real)|is fun)\b"
        r"|\b(?:dont|do not|no longer|hardly|barely) (?:really )?(?:enjoy (?:anything|things|him|her|the baby|being)"
        r"|feel (?:any )?(?:joy|happy))\b|\bno joy\b"
        r"|\bcant (?:enjoy|feel) (?:anything|him|her|the baby)\b|\bwhy am i (?:so )?(?:crying|sad|low)\b"
    ),
    "scar": Pattern(
        r"\b(?:scar|wound|stitches|incision|section)\b(?=.*\b(?:pull\w*|tug\w*|hurt\w*|ach(?:e|es|ing|y)|burn\w*"
        r"|sting\w*"
        r"|sore|pain\w*|opened|opening|came open|comes open|is open|tight|red|weep\w*|swollen)\b)"
        r"|\b(?:hurts|pulls|tugs|aches|stings|burns|pain|sore) (?:\w+ ){0,2}(?:scar|wound|stitches)\b"
        r"|^(?:\w+ )?(?:but |and |what about )+(?:the |my )?(?:scar|stitches|wound)\W*$"
    ),
    "leaks": Pattern(
        r"(?<!no )(?<!not )(?<!never )(?<!without )(?<!nothing )(?<!stopped )(?<!dont )\bleak(?:s|ing|ed|y"
        r"|age)?\b(?=.*\b(?:sneez\w*|cough\w*|laugh\w*|jump\w*|pee|wee|urine|bladder|pelvic|run"
        r"|walk\w*|bit|little|still|or wait|is that|ok)\b)(?!.*\b(?:shoe|cushion|tyre|bottle|bladder pack|breasts?"
        r"|boobs?|milk)\b)"
        r"|(?<!my )\b(?:the|does|does the|my) leak(?:s|ing|age)\b(?!.*\b(?:shoe|tyre|bottle|roof|tap)\b)"
        r"|\b(?:still|a bit|a little) (?:\w+ )?leaky\b|\b(?:pee|wee) (?:a bit|a little"
        r"|myself)?\b.{0,16}\b(?:when|if|every time) i (?:sneeze|cough|laugh"
        r"|jump|run)\b"
        r"|\b(?:sneez\w*|cough\w*|laugh\w*)\b.{0,24}\b(?:leak\w*|pee|wee) (?:a bit|a little|myself)\b|\b(?:pee"
        r"|wee) myself\b|\bwet(?:s|ting)? myself\b|\bpads? (?:when|while|to) (?:i )?(?:run|jog)\b"
    ),
    "bleeds": Pattern(
        r"(?<!no )(?<!not )(?<!stopped )(?<!without )(?<!any )\b(?:bleed(?:s|ing)?|lochia)\b(?!.*\b(?:nose|gums?"
        r"|toes?|nipples?|knee|heel"
        r"|blister)\b)|\bblood (?:again|in my (?:pants|pad|knickers))\b"
    ),
    "heavy_feeling": Pattern(
        r"\b(?:drag(?:s|ging)?|pressure|bulg\w+|lump|pulling|pressing|fall\w* out)\b.{0,24}\b(?:down (?:there"
        r"|below)|vagina\w*"
        r"|pelvi\w*|between my legs)\b|\b(?:down (?:there|below)|vagina\w*|pelvi\w*)\b.{0,24}\b(?:drag(?:s"
        r"|ging)?|pressure"
        r"|bulg\w+|lump|pulling|pressing|fall\w* out)\b"
        r"|\b(?:heavy|heaviness|dragging)\b(?! (?:bag|buggy|pram|weights?|lifting|legs|rain|person))"
    ),
    "belly_gap": Pattern(
        r"(?=.*\b(?:kids?|son|daughter|baby|birth|little|twins|toddler|months|section|he|she)\b|.*\bstill\b)"
        r".*\b(?:look|looks|looking|ask\w*|think\w*|thought) (?:if |that |like )?(?:im |i am )?(?:\w+ ){0,2}pregnant\b"
        rf"|\bdiastasis\b|\b(?:gap|split|separat\w+|hole)\b.{{0,24}}\b{_MUSCLES}\b"
        rf"|\b{_MUSCLES}\b.{{0,24}}\b(?:gap|split"
        r"|separat\w+|dom(?:e|es|ing)|coning)\b"
    ),
    "milk": Pattern(
        r"\bmilk\b(?=.*\b(?:less|dry|supply|affect\w*|reduc\w*|stop|taste|los\w+|sour|bad|harm|dropp?\w*|go(?:es)? down"
        r"|run\w*|exercise)\b)|\b(?:dry up|affect|reduce|lose|hurt)\b.{0,16}\bmilk\b|\basked about (?:the |my )?milk\b"
    ),
    "loose_joints": Pattern(
        rf"\b{_JOINTS}\b.{{0,24}}\b(?:loose|wobbl\w+|unstable|lax|slack|giv(?:e|es|ing) way|click\w*)\b|\b(?:loose"
        rf"|wobbly|unstable|lax) (?:\w+ )?{_JOINTS}\b|\brelaxin\b"
    ),
    "sore_back": Pattern(
        rf"\b(?:{_BACK})\b[^.!?\n]{{0,40}}\b(?:sore|ach\w+|aches?|hurts?|hurting|pains?|painful|stiff|kill\w*"
        rf"|niggl\w*)\b"
        rf"|\b(?:sore|ach\w+|pains?|stiff|hurts?)\b[^.!?\n]{{0,24}}\b(?:{_BACK})\b"
        rf"|\b(?:something|anything|exercises?|moves?|stretch\w*|help\w*) (?:\w+ )?for (?:my |the )?(?:{_BACK})\b"
    ),
    "alone": Pattern(
        r"\b(?:so |feel |feeling |all |really |very |just )*(?<!not )(?<!not all )(?<!not so )(?<!never )(?:alone"
        r"|lonely|isolated)\b(?! (?:or with|safe\w*"
        r"|at night|in"
        r" the (?:dark|woods)))(?=.*\b(?:with (?:it|him|her|this|the baby|everything)|all day|at home|so|feel\w*|tired"
        r"|partner|husband|wife)\b)|\b(?:nobody|no ?one) (?:to help|helps|here|around|gets it|understands)\b"
        r"|\bi (?:have|ve got|got) no (?:help|village|support)\b"
    ),
    "slept_little": Pattern(
        r"\b(?:slept|sleep|sleeping|got) (?:\w+ ){0,3}?(?:[1-5]|an?|two|three|four|few|hardly|barely|no|so little"
        r"|terribl\w+|badly) ?(?:hours?|hrs?|h|at all|sleep)?\b(?=.*\b(?:run|go|jog|walk|train|should|or)\b)"
        r"|\b(?:havent|not|didnt|hardly|cant) (?:slept|sleep|sleeping)\b|\b(?:no sleep|bad nights?|up all night"
        r"|awake all night|broken nights?|sleepless)\b"
    ),
    "pushed": Pattern(
        r"\bpush (?:on )?through\b|\bjust get on with it\b|\b(?:others?|every(?:one|body)|other mums?"
        r"|my (?:friend|sister)"
        r"|celebrit\w+|women) (?:\w+ )?(?:can|do|did|ran|runs?|is back|are back|was back"
        r"|already)\b[^.!?\n]{0,24}\b(?:weeks?|months?"
        r"|after|running|back|already|so why)\b"
    ),
    "interrupted": Pattern(
        r"\b(?:baby|he|she|kid|little (?:1|one)|son|daughter)\b.{0,8}\b(?:cries|cry|wakes?(?: up)?|needs me"
        r"|screams?|wont settle)\b"
        r"(?=.*\b(?:what|if|stop|run|half)\b)|\bwhat if\b.{0,12}\b(?:cries|wakes)\b"
    ),
    "hurts_baby": Pattern(
        r"\b(?:hurt|harm|bad for|dangerous for|shake|bounce|affect|miscarr\w*)\b.{0,12}\b(?:the |my )?(?:baby"
        r"|bump|pregnancy"
        r"|child)\b|\bsays? (?:its|it is) dangerous\b|\bis (?:it|that|running) dangerous\b"
    ),
    "cleared": Pattern(
        rf"\b(?:healed|fine|good|clear|ok(?:ay)?),? (?:so )?(?:the|my) {_SEER} (?:said|says)\b"
        rf"|\b(?:they|she|he|{_SEER})\b(?! (?:wont|hasnt|havent|didnt|doesnt))[^.!?]{{0,24}}\b(?:cleared"
        rf"|signed (?:me )?off"
        rf"|gave me (?:the|a) (?:ok|okay|all clear|green light|go ahead|thumbs up)|checked (?:me|everything|it)"
        rf"|(?:said|says|told me) (?:(?!not|no|wait|it will|until)\w+ ){{0,4}}(?:fine|ok|okay|good|healed|great|can run"
        rf"|may run|could run|can start)"
        rf"|(?:is|was) (?:very |really |all )?happy)\b"
        rf"|(?<!when my )(?<!when the )(?<!if the )(?<!if my )(?<!once the )(?<!once my )(?<!is the )(?<!is my )"
        rf"\bcheck(?:s|up| ?up)?"
        rf"(?: (?:was|were|went|came back)(?: all| totally| completely)? (?:fine|ok|okay|good|well|clear|great|done)"
        rf"|,? (?:is |all )?(?:done|over|behind me|passed)|\?+ (?:done|passed|had it|long ago))\b"
        rf"|{_NO_IF}\b(?:had|passed|did(?= my)|done with|been (?:to|for|through)|been at|went (?:to|for)|got through)"
        rf" (?:my|the|a|that|all (?:my|the)) (?:\w+ ){{0,3}}check(?:s|up| ?up)?\b(?! (?:coming|booked|next|on|planned))"
        rf"|{_NO_IF}\b(?:(?:ive|i have|i was|was|been|got|im)(?: been)?(?: already| all| long)? |(?:^"
        rf"|[,.;] ))(?:checked|cleared|signed off)"
        rf"\b(?! (?:yet|next|on|before|if))"
        rf"|\b(?:got|given|have|had) the (?:all clear|go ahead|ok|okay|green light)\b|^all clear\b"
    ),
    "weaned": Pattern(
        r"^(?!.*\?)(?!.*\b(?:can|could|should|how|what|when|why|does|will|is it)\b)(?!.{90}).*"
        r"(?:\b(?:not|no longer|dont|do not|stopped|finished|done(?: with)?|quit|never"
        r"|no) (?:\w+ )?(?:breast ?-?feed\w*|nursing)\b"
        r"|\b(?:weaned|bottle[- ](?:only|fed|feeding)|(?:only |just )(?:bottles?|formula)|formula (?:only|fed"
        r"|feeding))\b)"
    ),
    "worn_out": Pattern(
        r"\b(?:no energy|zero energy|exhaust\w*|tired\w*|wiped(?: out)?|knackered|shattered|drained|worn out|fatigue\w*"
        r"|low on energy|on my last legs"
        r"|(?:how|what|where|help|anything|need|want|get|find)\b[^.?!]{0,24}\b(?:get|have|find|need|want|gives? me"
        r"|bring)\b[^.?!]{0,12}\benergy(?= (?:back|again|now|then|at all|for|with)|\W*$))\b"
    ),
}
"""In the order of what hurts most; the tidy text is held against them."""
_GLAD = Pattern(
    r"\b(?:smiled|giggled|(?:his|her|my|our) first (?:smile|word|steps?|kick|run|5 ?k)|happy tears|proud|so happy|joy"
    r"|relie(?:f|ved)|beautiful|pb)\b"
)
_LOW = Pattern(
    r"\b(?:every ?day|always|keep|all (?:the time|day|night)|constantly|cant stop|low|sad|down|empty|numb|alone|lonely"
    r"|hopeless|nothing|no idea why|dont know why|for no reason|not (?:proud|happy)|hate|hard|nobody|no one|since"
    r"|again)\b"
)


def cries_for_joy(text: str) -> bool:
    """Whether the tears of a tidy text stand beside something glad and nothing low: "he smiled at me and i cried"."""
    return _GLAD.search(text) is not None and _LOW.search(text) is None
