"""Words about food and weight that ask for care: meals left out, runs that pay for food, being sick, scales, hunger."""

from __future__ import annotations

from bot.nlu.pattern import Pattern

MEAL = r"(?:meals?|breakfasts?|lunch(?:es)?|dinners?|suppers?|tea|food|snacks?)"
_GETS_RID = (
    r"(?:be(?:ing)? sick|throw(?:ing)? (?:it |that |everything |dinner |lunch )?(?:back )?up|purg(?:e|ing)"
    r"|vomit(?:ing)?"
    r"|puk(?:e|ing)|bring(?:ing)? (?:it|that|dinner|lunch|everything) (?:back )?up|get(?:ting)? rid of (?:it|that"
    r"|dinner|lunch|the food|what i ate))"
)
_COUNTS = r"(?:it|that|the run|my run|the \w+ run|running|todays run|today|this) (?:\w+ )?counts?\b(?! as)"

PATTERNS: dict[str, Pattern] = {
    "purge_urge": Pattern(
        rf"\b(?:might|may|going to|gonna|want to|wanna|will|ill|could|about to|tempted to|feel like"
        rf"|thinking (?:of|about)"
        rf"|urge to|planning to) (?:just |go |go and |probably )?{_GETS_RID}\b"
        rf"(?=.*\b(?:{MEAL}|eat\w*|ate|i know how|again|secretly)\b)"
        rf"|\b(?:{MEAL}|eat|ate)\b[^.!?\n]{{0,24}}\b(?:might|going to|gonna|want to|could|tempted to) {_GETS_RID}\b"
    ),
    "purged": Pattern(
        r"\b(?:throw(?:ing|n)? up|threw up|vomit\w*|purg(?:e|es|ing|ed)|puk(?:e|ing|ed)|laxatives?)\b"
        r"|\b(?:make|making|made) myself (?:be )?sick\b|\bsick on purpose\b"
    ),
    "binged": Pattern(r"\bbing(?:e|es|ed|ing|eing)\b(?! ?-?(?:watch\w*|on (?:netflix|tv|series|shows)))"),
    "not_eating": Pattern(
        rf"\b(?:not|dont|without|skip(?:ped|ping|s)?|no|never|wont|didnt)\b[^.!?\n]{{0,24}}\b(?:eat\w*|ate|{MEAL})\b"
        rf"[^.!?\n]{{0,24}}\b(?:{_COUNTS}|make (?:it|the run|that) count|count(?:s)? (?:more|double))\b"
        rf"|\b(?:all i can think (?:about|of)|cant stop thinking (?:about|of)|keep thinking (?:about|of))\b"
        rf"[^.!?\n]{{0,12}}\b(?:not eat\w*|skip\w*|food|eating|calories|{MEAL})\b"
        rf"|\b(?:dont|do not|didnt|dont really) (?:really |even )?(?:want to|wanna|feel like|plan to|think (?:i will"
        rf"|ill|i should|i can)) (?:eat|eating|have (?:any )?{MEAL})\b(?! (?:meat|dairy|sugar|before|during|while|a big"
        rf"|too|so much|out|less|that|those|them|fish|bread|gluten))"
        rf"|\b(?:eat|ate|eating|eaten|had)(?: (?:much|way|a lot|even))? (?:less|nothing|little|hardly anything"
        rf"|no {MEAL})\b"
        r"[^.!?\n]{0,24}\b(?:because|since|cause|as|when|if) i (?:didnt|havent|hardly|barely|only|dont|couldnt|missed"
        r"|skipped)\b[^.!?\n]{0,12}\b(?:run|go|gone|ran|went|train\w*|move\w*|exercise\w*|it|out)\b"
        rf"|\b(?:felt|feel|think|thought|like)(?: like| that)? i (?:didnt|dont|shouldnt|cant|couldnt) (?:need|want"
        rf"|have|eat) (?:to eat|any |my )?(?:{MEAL}|food|eat|it)?\b(?=.*\b(?:ran|run|{MEAL}|eat)\b)"
        rf"|\b(?:didnt|dont) need (?:to eat|any {MEAL}|{MEAL}|my {MEAL})\b(?! (?:before|during))"
        rf"|\b(?:im |i am )(?:not|never) (?:going to |gonna )?(?:eat|eating)(?: {MEAL})? (?:tonight|today|tomorrow"
        rf"|anything|then)\b|\bi (?:wont|shouldnt|cant) eat (?:tonight|today|dinner|anything (?:today|tonight|now))\b"
    ),
    "compensated": Pattern(
        rf"\bmake up for (?:eating|what i|food|the binge|bing\w+|{MEAL}|my {MEAL}|the {MEAL}|having eaten)"
        r"|\b(?:hid(?:e|ing)|hidden) (?:my )?food\b"
        r"|\bate (?:loads|lots|tons|so much|too much|a lot)\b[^.!?\n]{0,24}\b(?:run|train|go)"
        r" (?:more|extra|longer|further|twice)\b"
        r"|\b(?:run|jog|go|exercise|train)\b[^.!?\n]{0,20}\bto (?:make up for|undo|work off|burn off|cancel(?: out)?"
        r"|balance"
        rf" out) (?:it|that|this|them|yesterday|today|{MEAL}|what i (?:ate|had)|the \w+)\b(?! (?:run|session|day"
        rf"|week)s?\b)"
        r"|\bcompensat\w+ for\b|\b(?:run|running|train\w*|exercis\w*) (?:twice|two times|three times|2x"
        r"|3x) (?:a|per) day\b"
        rf"|\b(?:earn|run off|burn off|work off) (?:my|every|the|that) (?:\w+ )?{MEAL}\b"
        rf"|\bif i (?:run|go|train)\b[^.!?\n]{{0,30}}\b(?:can|could|may|allowed to|then) (?:i )?(?:eat|have {MEAL})\b"
        rf"|\b(?:eat|ate|eating|{MEAL})\b[^.!?\n]{{0,24}}\bso i (?:have to|must|need to|should) (?:run|go for a run"
        r"|train|exercise)\b"
    ),
    "skips_meals": Pattern(
        rf"\b(?:skip|skipping|skipped|miss out|leave out|go without|give up)\b (?:on )?(?:my |the |some "
        rf"|all )?{MEAL}\b"
        r"|\b(?:didnt|havent|forgot to|did not|have not|never) (?:eat|eaten|ate|have|had) (?:any "
        r"|my )?(?:breakfast|lunch|dinner"
        r"|supper)\b"
        rf"|\b(?:dont|do not|not|stop|no) (?:eat(?:ing)?|having)? ?(?:my )?{MEAL} (?:today|tonight|then|so|to (?:get|be"
        rf"|look|lose))\b"
        rf"|\b(?:stopped|stop|quit|gave up|given up|no longer|hardly|barely|just not|im not) (?:eat(?:ing)?|hav(?:e"
        rf"|ing))"
        rf" (?:my |any )?{MEAL}\b(?! (?:late|at night|after|before|out|with))"
        rf"|\bi (?:just )?(?:dont|do not|never) (?:really )?(?:eat|have) (?:my |any )?{MEAL}"
        r" (?:any ?more|at school|these days|now|at all|lately)\b"
        rf"|\bi (?:gave|have given|ive given) up (?:on )?{MEAL}\b|\bi (?:barely|hardly) eat(?: any ?more| anything"
        rf"| at all)?\W*$"
        r"|\bi (?:only|just) eat (?:once|one meal) (?:a day|daily)\b|\b(?:stopped|im not|i am not|barely"
        r"|hardly) eating\b"
        r"(?! (?:meat|dairy|sugar|gluten|bread|sweets|chocolate|junk|late|out|before|after|so|too|as|like|that|those"
        r"|carbs))"
        r"|\b(?:can|should|could|shall|must|do) i (?:just )?(?:eat less|not eat|stop eating(?! (?:meat|dairy|sugar"
        r"|gluten|bread|sweets|chocolate|junk|late|out|carbs|before|after))|fast|cut (?:my )?food"
        rf"|diet)\b|\b(?:dont|do not) deserve (?:to eat|food|{MEAL})\b|\b(?:do|doing|run|be in"
        rf"|go in(?:to)?) an? (?:calorie )?deficit\b"
    ),
    "compelled": Pattern(
        r"\b(?:rest|free) days?\b[^.!?\n]{0,40}\b(?:guilt\w*|restless|anxious|antsy|itchy)\b"
        r"|\b(?:run|go|train)\b[^.!?\n]{0,30}\bguilt (?:go|away|stop|leave)"
        r"|\b(?:guilt\w*|anxious|panick?\w*|ashamed|restless|antsy|twitchy|edgy|on edge|irritable|itchy|awful"
        r"|horrible|scared)\b[^.!?\n]{0,16}\b(?:when(?:ever)?|if"
        r"|because|cause|that|for|about|on|every time)\b[^.!?\n]{0,16}\b(?:(?:dont|didnt|not|cant|couldnt|havent"
        r"|miss\w*"
        r"|skip\w*)(?: (?:go\w*|run\w*|ran|train\w*|exercis\w*|out|it|a day|a run))|rest(?:ing)?(?: days?)?"
        r"|days? off)\b"
        r"|\b(?:id|i would|ill) (?:be|feel) (?:\w+ )?(?:guilty|anxious|awful) (?:if|when) i (?:dont|didnt|rest)\b"
        r"|\b(?:feel|feels|felt) (?:like |as if |that )?i (?:have|need|must|had) to (?:run|go|train|exercise)\b"
        r"|\b(?:cant|couldnt|not able to) (?:go|run|get out|train)\b[^.!?\n]{0,24}\b(?:panic\w*|anxious|guilty"
        r"|freak\w*|awful"
        r"|scared|unbearable|on edge)\b|\b(?:panic\w*|freak\w*|anxious|guilty)\b[^.!?\n]{0,16}\bi (?:cant"
        r"|couldnt) (?:go|run)\b"
        r"|\b(?:its |it is )?(?:just )?(?:like|as if) i (?:have|need) to(?: run)?\W*$"
        r"|\bi (?:cant|cannot) (?:skip|miss|stop|not) (?:a |one |my )?(?:single )?(?:run\w*|day|rest)\b"
        r"|\b(?:cant|dont know how to|not able to) (?:rest|take a (?:day off|rest day))\b"
    ),
    "old_thoughts": Pattern(
        r"\b(?:old|bad|dark|those|same) (?:stuff|thoughts?|habits?|voice|feelings?|patterns?|demons?)\b[^.!?\n]{0,24}"
        r"\b(?:back|again|return\w*|louder|loud)\b|\bthe (?:old )?voice (?:is|in my head)\b|\b(?:am i|im) relapsing\b"
        r"|\bis (?:it|this|that) (?:a )?relapse\b|\bstarting again\b(?=.*\b(?:ed|anorexia|bulimia|food)\b)"
    ),
    "what_now": Pattern(r"^(?:ok |so |and |right )*what (?:now|next|do i do now|comes (?:now|next))\W*$"),
    "will_tell": Pattern(
        r"\b(?:ill|i will|im going to|im gonna|gonna|let me) (?:call|tell|ring|talk to|see|text|ask|phone"
        r"|speak to|book)\b"
    ),
    "stop_running": Pattern(
        r"\bshould i (?:just |better )?(?:stop|quit|give up) (?:running|it|altogether)\b|\bis running (?:bad"
        r"|wrong) for me\b"
    ),
    "tell_nobody": Pattern(
        r"\b(?:dont|do not|cant|couldnt|wont|not going to|rather not|scared to|afraid to|too embarrassed to"
        r"|too ashamed to) (?:want to |wanna |really |even |like to )*(?:tell|talk to|speak to|involve|bother|worry)"
        r" (?:any(?:one|body)|some(?:one|body)|people|them|my \w+|him|her|a doctor)\b"
        r"|\b(?:partner|husband|wife|boyfriend|girlfriend|mum|mom|dad|family|parents|friends?) (?:doesnt|dont"
        r"|didnt) know\b"
        r"|\bno(?: ?one|body) (?:knows|can know|must know)\b|\bkeep (?:it|this) (?:to myself|secret)\b"
    ),
    "make_up_run": Pattern(
        r"\b(?:if|when) i (?:miss|skip|cant (?:make|do|manage)|dont (?:make|do|manage)) (?:a |one |1 "
        r"|some )?(?:1|one|day|days"
        r"|run|runs|session|it|outing)\b(?=.*\b(?:what|do|should|must|ok|okay|bad|make|then)\b|\W*$)"
        r"|\b(?:do|must|should) i (?:have to |need to )?(?:make (?:it|that|the run|a missed \w+|them) up|catch up)\b"
        r"|\bmake up (?:for )?(?:a |the )?(?:missed|lost) (?:run|day|session)s?\b"
    ),
    "progress_by_feel": Pattern(
        r"(?=.*\b(?:know|tell|see|notice|feel|measure)\b)(?=.*\b(?:better|improv\w*|ok|okay|progress\w*|working|fitter"
        r"|well|getting anywhere)\b)(?=.*\b(?:without|no|not)\b[^.!?\n]{0,24}\b(?:numbers?|watch|measur\w*|pace|stats"
        r"|tracking|scales?|figures)\b).*\b(?:how|what)\b"
    ),
    "progress": Pattern(
        r"\bhow\b[^.!?\n]{0,24}\b(?:know|tell|see|notice)\b[^.!?\n]{0,24}\b(?:better|improv\w*|going (?:ok|okay|well)"
        r"|progress\w*|working|fitter)\b|\bam i (?:getting (?:any )?(?:better|fitter)|improving|making progress)\b"
    ),
    "rest_days": Pattern(
        r"\b(?:something|anything|what|stuff|more|else)\b[^.!?\n]{0,24}\b(?:on|in) (?:the |my |those )?(?:rest(?:ing)?"
        r"|free|off|other) days?\b|\bon (?:the |my )?rest days?\b[^.!?\n]{0,30}\b(?:can|could|should|may|what|do)\b"
        r"|\bhow (?:much|long|often) (?:should|do|must) i rest\b|\b(?:every|any) rest day\b|\bdo i (?:have to"
        r"|need to|really) rest\b"
    ),
    "not_hungry": Pattern(
        r"\b(?:not|wasnt|never|isnt|am not|im not) (?:really |even |that |so |very )?hungry\b|\b(?:no"
        r"|lost my) appetite\b"
        r"|\bcouldnt (?:eat|face food)\b"
    ),
    "feels_fat": Pattern(
        r"\bi (?:just |really |still )?(?:feel|felt|look|am|see) (?:so |really |too |very |a bit |like )*(?:fat"
        r"|huge|massive"
        r"|disgusting|gross|enormous|bloated and fat)\b|\bim (?:so |too |really )?fat\b|\bhate (?:my"
        r"|how my) (?:body|thighs"
        r"|belly|stomach|legs)\b(?! clock)|\bhate (?:how|the way) i look\b|\bhate (?:looking at myself|what i see)\b"
        r"|\b(?:mirror|photos?)\b[^.!?\n]{0,24}\b(?:hate (?:it|myself|me|what)|disgust\w*|ugly)\b|\b(?:clothes|jeans"
        r"|trousers|leggings|shorts|pants"
        r"|skirt|dress)\b[^.!?\n]{0,16}\b(?:tight(?:er)?|dont fit|too small|snug)\b|\bam i (?:too |so |really |just "
        r"|actually )?(?:fat|chubby|huge|ugly|too big"
        r"|overweight)\b|\bthink (?:that )?im (?:too |so |really )?(?:fat|chubby|huge|ugly|disgusting)\b"
        r"|\b(?:thighs?|body|belly|stomach|legs|weight|looks|face|arms|bum|butt)\b(?: \w+)? is all i (?:can "
        r"|ever )?think"
        r" about\b|\b(?:all i (?:can |ever )?think about is|(?:cant|cannot) stop thinking about|obsess\w* (?:about"
        r"|over))"
        r" (?:my |how )(?:thighs?|body|belly|stomach|legs|weight|looks|i look|arms|bum|butt)\b"
    ),
    "more_than_planned": Pattern(
        r"\b\d+ ?(?:min\w*|km|k) (?:more|extra|longer|on top)\b|"
        r"\b(?:feel like|want to|like to|tempted to|could) (?:do|doing|run|running|go|going) (?:more|longer"
        r"|further|extra)\b|"
        r"\b(?:run|go|do|train) (?:longer|further|more|extra|farther)\b[^.!?\n]{0,16}\b(?:than|planned|today"
        r"|again|tomorrow)"
        r"|\b(?:twice|two runs|second run|another run) (?:today|a day|in (?:a|1) day)\b|\brun again (?:today|tonight)\b"
    ),
    "unfed_run": Pattern(
        rf"\b(?:run|go|jog|train)\w*\b[^.!?\n]{{0,30}}\b(?:without (?:any |my |eating )?(?:{MEAL}|eating)"
        rf"|before (?:{MEAL}|"
        r"eating)|on (?:an )?empty stomach|fasted|unfed)\b|\b(?:need|have|must) to eat (?:\w+ )?before\b"
        r"|\b(?:dont|didnt|never|not) (?:\w+ )?eat(?:ing)? (?:\w+ )?before\b"
        r"|(?<!what )(?<!when )\b(?:do|should|must) i eat (?:\w+ )?before\b"
    ),
    "weighing": Pattern(
        r"\bweigh(?:ed|ing)? (?:myself|in|me)\b|\bweigh[- ]?ins?\b|\bbmi\b|\b(?:scales?)\b(?! back)"
        r"|\bwhat should i weigh\b"
        r"|\b(?:lost|dropped|shed|im down) (?:like |about |over |nearly |almost |another |only )*(?:\d[\d.,]*|an?"
        r"|half an?|some|two"
        r"|three|four|five) ?(?:kgs?|kilos?|lbs?|pounds?|stone)\b|\b(?:i|ive|i have) (?:\w+ )?(?:lost|dropped) (?:some "
        r"|a bit of |a little )?weight\b"
        r"|\b(?:healthy|goal|ideal|target|normal|right) weight\b|\bbody ?fat\b|\b(?:gained|put on|went up|up) (?:like "
        r"|about )?\d+(?:\.\d+)? ?(?:kg|kilos?|lbs?|pounds)\b|\bmeasure my (?:waist|belly|hips|thighs)\b"
    ),
    "eating_how_much": Pattern(
        r"\b(?:how much|how little|how many calories|what) (?:should|do|can|must) i (?:eat|need)\b|\bhow many (?:cal\w*"
        r"|kcals?) (?:should|do|can|must|a day|per day)\b(?! i (?:burn|use|lose)\b)|\bshould i eat (?:only "
        r"|just )?(?:about )?\d"
        r"|\bcalories (?:should|do) i\b(?! (?:burn|use|lose))"
        r"|\bcalories (?:a|per) day\b|\bi asked about food\b|\bwhat(?:s| is) for (?:dinner|lunch|breakfast|tea)\b"
    ),
    "eats_by_count": Pattern(
        r"\b(?:(?:dont|do not|cant|didnt|not) (?:know\w*|see\w*|count\w*|track\w*|log\w*)|without (?:know\w*|see\w*"
        r"|count\w*|track\w*|log\w*))\b[^.!?]{0,40}\b(?:cant|cannot|couldnt|dont dare|not allowed|afraid|scared"
        r"|hard|dont let myself|wont)\b[^.!?]{0,16}\b(?:eat|eating|have (?:dinner|lunch|breakfast|a meal|a snack))\b"
        r"|\b(?:cant|cannot|couldnt|dont dare|not allowed|afraid|scared|dont let myself)\b[^.!?]{0,16}\b"
        r"(?:eat|eating)\b[^.!?]{0,30}\b(?:(?:un)?less|until|if|when|without|before)\b[^.!?]{0,16}\b(?:know\w*|see|count\w*|track\w*"
        r"|log\w*)\b"
    ),
    "counting_apps": Pattern(
        r"\b(?:apps?|myfitnesspal|calorie (?:count\w*|track\w*)|track\w* (?:my |the )?(?:calories|food|macros)"
        r"|strava|fitbit|garmin"
        r"|tracks? (?:calories|everything))\b"
    ),
    "hungry": Pattern(
        rf"\bthink\w* (?:about|of) (?:food|eating|{MEAL}|what (?:i|ill) eat)\b"
        r"|(?<!not )(?<!wasnt )(?<!isnt )(?<!never )(?<!arent )(?<!no )(?<!even )\b(?:starving|starved|ravenous"
        r"|famished|hungry|hungrier|hunger|appetite)\b(?!.*\b(?:myself|suppress\w*"
        r"|get rid of)\b)"
    ),
    "eats_less": Pattern(
        r"^(?!.*\b(?:dont|do not|not|never|without) (?:want|wanna|going|need|on a|a)?\b.{0,16}\bdiet)"
        r".*(?:"
        rf"\b(?:eat|eating) (?:a bit |a lot |much |way |even )?less\b|\b(?:less|smaller|tiny|no|half) (?:food|portions?"
        rf"|{MEAL})\b|\bcut(?:ting)? (?:out |down |back )?(?:on )?(?:my )?(?:food|carbs|bread|sugar|{MEAL})\b"
        r"|\b(?:eat|eating|live|living) (?:on )?(?:only|just|nothing but) (?!a (?:bit|little)\b)[a-z]+\b"
        r"|\b(?:go|going|be|start) on a diet\b|\bdiet(?:ing)?\b|\bfast(?:ing)? (?:before|after|till|until|all"
        r"|today|days)"
        r")"
    ),
    "eat_or_not": Pattern(
        rf"(?<!what )(?<!much )(?<!when )\b(?:do|should|must|can|shall|may|could) i (?:really |even |still "
        rf"|just |actually "
        rf"|then |now )?(?:have to |need to |always )?(?:eat|have (?:my |a |some )?(?:{MEAL}|snack|something))\b(?! "
        r"(?:\w+ )?(?:before|during))|\beat (?:dinner |lunch |tonight |it |then |something )?or not\b"
        rf"|\b(?:{MEAL}|eating)[ ,]*(?:yes or no|or no(?:t)?)\b"
    ),
    "eating_before": Pattern(
        r"\b(?:what|when|how long)\b[^.!?\n]{0,24}\b(?:eat|have|food|breakfast|snack)\b[^.!?\n]{0,24}\b(?:before"
        r"|after)\b"
        r"[^.!?\n]{0,24}\b(?:run\w*|race|training|practice|it|parkrun|test|match|meet|game|trials|i go)\b"
        r"|\b(?:race|meet|match|game|training|practice|trials|xc)\b[^?!\n]{0,12}\b(?:at|is|starts)\b[^?!\n]{0,40}"
        r"\bwhat (?:do|should|can|could) i (?:eat|have)\b"
    ),
}
"""In the order of what hurts most; the tidy text is held against them."""
