"""Signs of danger told in pictures and roundabout words: "a fish flapping in my chest", "my legs folded under me"."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_FRONT = r"(?:chest|sternum|breast ?bone)"
_GRIPS = (
    r"(?:press(?:ed|es|ing)|squash\w*|grab(?:s|bed|bing)?|grip\w*|clutch\w*|stab\w*|crush\w*|squeez\w*|vice|vise"
    r"|sat on|feels? full|fullness|in bits|like lead|wrung|bursting|strangl\w*)"
)
_AT_REST = (
    r"\b(?:in bed|into bed|on the (?:sofa|couch)|at rest|doing nothing|(?:not|isnt|arent) (?:even )?doing anything"
    r"|(?:just |only |sat |sitting )(?:sat|here|there|still|at (?:dinner|my desk|the table|work))|l(?:y"
    r"|ay)ing (?:down|there|here"
    r"|in|still|flat)|watch(?:ing)? (?:tv|telly|netflix|a film)|reading|(?:at|around|past) (?:midnight|[1-5] ?am)"
    r"|woke (?:up )?(?:at|in)|wakes? me|at night|in the night|brushing my teeth|getting dressed|pillows?"
    r"|for no reason|out of nowhere|then nothing|not (?:settling|calming|coming) down|hours? after)\b"
)
_NOT_ILL = r"\b(?:excit\w*|nervous|in love|crush on|exam|interview|date|thriller|horror|coffee maker|drum kit)\b"

PICTURED: tuple[Sign, ...] = (
    Sign(
        category="chest_pain",
        pattern=words(
            rf"\b{_FRONT}\b[^.!?\n]{{0,28}}\b{_GRIPS}\b|\b{_GRIPS}\b[^.!?\n]{{0,28}}\b(?:my |the )?{_FRONT}\b"
            r"|\b(?:pains?|aches?|aching|press\w*|pressure|stab\w*|tight\w*|hurts?|burn\w*|weight"
            r"|heav\w+)\b[^.!?\n]{0,16}"
            r"\b(?:over|behind|round|around|near|by|under|where) my heart\b"
            rf"|\b{_GRIPS} (?:at |on |in |hold of |round )*my heart\b"
            r"|\b(?:aches?|aching|pains?|hurts?|numb\w*)\b[^.!?\n]{0,24}\b(?:shoulders?|arms?"
            r"|neck)\b[^.!?\n]{0,16}\bjaw\b"
            r"|\bribs?\b[^.!?\n]{0,44}\b(?:sat on|squash\w*|crush\w*|in a vice)\b"
            r"|\bcold sweats?\b[^.!?\n]{0,40}\b(?:tight|chest|heart)\b|\btight\b[^.!?\n]{0,40}\bcold sweats?\b"
        ),
        unless=words(
            r"\b(?:bra|strap|monitor|vest|shirt|belt|top|bench\w*|push[- ]?ups?(?! the)|dumbbells?|heart ?rate|hr"
            r"|chest (?:day|press"
            r"|cold|infection)|dog|kids?|massage|heartburn|reflux|screen|button)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="fainting",
        pattern=words(
            r"\b(?:everything|it all|the world|my (?:vision|sight|eyes)|vision|sight) (?:\w+ ){0,2}?(?:went|goes"
            r"|turned|turns"
            r"|closes|closed|faded|fades) (?:all )?(?:fuzzy|white|black|dark|grey|gray|blurry|in\b|out\b|to a tunnel)"
            r"|\b(?:legs|knees)\b[^.!?\n]{0,14}\b(?:folded|buckled|gave way|gave out"
            r"|went)\b[^.!?\n]{0,24}\b(?:on|to|hit) the"
            r" (?:floor|ground|deck|road|pavement|grass)\b"
            r"|\bwoke (?:up )?(?:with|to) my (?:cheek|face|head) (?:on|against|in)\b|\bwent (?:all )?(?:grey"
            r"|gray|white|green|pale)"
            r" and (?:slid|sank|dropped|fell|went|slumped)\b"
            r"|\b(?:flopped|slumped|crumpled) (?:over|down)?\b[^.!?\n]{0,50}\b(?:lift|lifted|hold|held|catch"
            r"|caught) (?:my|me)\b"
            r"|\b(?:blanked|gr[ea]yed|whited) (?:out|completely|for)\b"
            r"|\blost (?:a few|some|several|a couple of|\d+) (?:seconds|minutes)\b[^.!?\n]{0,30}\b(?:dont|cant"
            r"|no) (?:remember|recall"
            r"|memory)\b"
            r"|\bwent down like a (?:sack|ton|tree|log)\b|\bears? (?:were |are "
            r"|was )?ringing\b[^.!?\n]{0,30}\b(?:white|black|dark"
            r"|grey|gray|floor|fuzzy)\b|\b(?:came|coming) (?:back|round|to) (?:sitting|lying|on the|flat)\b"
            r"|\bi (?:drop|go down|fall) if i (?:dont|do not) (?:grab|hold|sit)\b"
        ),
        unless=words(
            r"\b(?:headtorch|torch|sunset|fog|foggy|mist|snow|screen|watch|phone|battery|garmin|hair|jealous"
            r"|tripped|slipped"
            r"|root|kerb|ice|icy|drunk|booze)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="breathless_at_rest",
        pattern=words(
            r"\b(?:cant|couldnt|cannot|can hardly|can barely) (?:finish|get out|say|speak) (?:a|one|my|whole|full)"
            r" (?:\w+ )?(?:sentences?|words?)\b|\bgulp\w* (?:for )?air\b|\bfight\w* for (?:air|breath)\b"
            r"|\bair (?:just |really )?(?:wont|doesnt|isnt|not) (?:go|going|get|getting) in\b|\b(?:cant"
            r"|couldnt) get (?:any |enough"
            r" |my )?(?:air|breath)\b|\bbreath(?:s|ing)? (?:is |are |feels )?(?:really |so |very )?(?:shallow"
            r"|ragged|rattl\w+)\b"
            r"|\b(?:puff(?:ed|ing)|winded|pant(?:ing)?|gasp(?:ing)?)\b"
        ),
        needs=words(_AT_REST),
        unless=words(
            r"\b(?:sprint\w*|intervals?|just finished|after (?:the |my )?(?:hill|last|sprint|interval|race)\w*"
            r"|laugh\w*|dog"
            r"|hold\w* my breath|uphill|hills?|between)\b"
        ),
        deniable=False,
        clearable=True,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=words(
            r"\b(?:heart|pulse|heartbeat|chest)\b[^.!?\n]{0,32}\b(?:drum\w*|clunk\w*|stumbl\w*|miss(?:es|ing)"
            r"|flap\w*|flip\w*"
            r"|bang\w*|thud\w*|gallop\w*|thump\w*|flutter\w*|lurch\w*|jolt\w*|stutter\w*|somersault\w*|hiccup\w*)\b"
            r"|\b(?:thump|pound|bang|hammer)\w* (?:out of|through|against) my (?:chest|rib ?cage|ribs)\b"
            r"|\b(?:flap|flip|flutter|fish|bird|butterfly)\w*\b[^.!?\n]{0,16}\bin my chest\b"
            r"|\b(?:pulse|heart ?rate|hr|watch (?:shows?|says?|reads?))\b[^.!?\n]{0,14}\b1[2-9]\d\b"
        ),
        needs=words(_AT_REST),
        unless=words(
            rf"{_NOT_ILL}|\b(?:max|zone|average|avg|intervals?|during (?:my|the)|on (?:the )?(?:hills?|run))\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="heat_illness",
        pattern=words(
            r"\b(?:goose ?bump\w*|(?:cant|couldnt) (?:work out|remember|find|think|figure)|wander\w* (?:about"
            r"|around|in circles)"
            r"|talk\w* (?:rubbish|nonsense|gibberish)|muddled|feel (?:so |really )?cold|freezing cold|shaky"
            r"|not making (?:any )?sense|skin is (?:like|on) fire)\b"
        ),
        needs=words(
            r"\b(?:roasting|sweltering|scorching|baking|boiling|heat(?:wave)?|in the sun|3[0-9] ?(?:degrees|c)\b"
            r"|like fire)\b"
        ),
        unless=words(
            r"\b(?:avoid|prevent|signs? of|symptoms? of|how (?:do|can) (?:i|you|we)|how to (?:avoid|prevent"
            r"|stop)|should i|what if|shower|winter"
            r"|last (?:year|summer)"
            r"|bread|cake|oven)\b"
        ),
        whole=True,
        personal=False,
        generic_excused=True,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\bcut(?:ting)? my (?:arms?|wrists?|legs?|thighs?|skin|self)\b(?! (?:on|off|hair|shaving|open on))"
            r"|\bcut(?:ting)? myself"
            r" (?:again|to|so|when|because)\b"
            r"|\b(?:go to sleep|fall asleep|sleep) and (?:never|not) (?:wake|get) up\b|\bnot wak(?:e"
            r"|ing) up (?:again|tomorrow|any ?more)\b"
            r"|\b(?:tablets|pills|rope|blades?) (?:are )?(?:lined up|ready|laid out|in my hand|saved up)\b"
            r"|\b(?:least painful|easiest|quickest|painless) way to (?:go|die|end)\b"
            r"|\b(?:why|if) i should (?:keep|carry on|go on) (?:going|living)\b[^.!?\n]{0,30}\b(?:life|any of it"
            r"|this life|at all)\b"
            r"|\bstep(?:ping)? in front of (?:a|the) (?:car|train|bus|lorry|truck)\b"
        ),
        unless=words(
            r"\b(?:fence|branch|bramble\w*|thorns?|wire|tripped|fell|shav\w+|glass|barbed|almost|nearly|hair"
            r"|toenails?)\b"
        ),
        deniable=False,
    ),
    Sign(
        category="hot_swollen_calf",
        pattern=words(
            r"\b(?:calf|calves|lower (?:left |right )?leg|lower half of (?:one|my)(?: \w+)? leg|back of (?:my"
            r"|the) (?:lower )?leg"
            r"|1 (?:of my )?(?:leg|calf|calves))\b[^.!?\n]{0,44}\b(?:balloon\w*|blown up|puff(?:ed|y)?(?: up)?"
            r"|fatter|bigger than"
            r"|hot|warm|red|shiny|streaks?)\b"
            r"|\b(?:red streaks?|warmth|hot and hard)\b[^.!?\n]{0,30}\b(?:calf|lower leg|back of my leg)\b"
        ),
        needs=words(
            r"\b(?:swoll\w*|puff\w*|balloon\w*|blown up|fatter|hard|tight|throb\w*|hurts?|sore|pain\w*|ache"
            r"|aching|warm to touch"
            r"|shiny|streaks?)\b"
        ),
        unless=words(
            r"\b(?:bath|shower|sun ?burn\w*|sting|stung|wasp|bite|bitten|rash|deep heat|cream|socks?|sleeves?"
            r"|massage gun|thighs"
            r"|weather|warmup|warm up|cramp\w*|both calves|genetics?|sauna|tub|muscly|muscular|squats|calf raises)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="hypoglycaemia_on_insulin",
        pattern=words(
            r"\b(?:wobbly|shak(?:ing|y)|sweaty|confused|couldnt (?:talk|think|see)|plummet\w*|crash\w*|alarm"
            r"|[0-3]\.\d|blurry"
            r"|woozy|faint)\b"
        ),
        needs=words(
            r"\b(?:insulin|type (?:1|one)|t1d?m?|diabet\w+\b(?=[^.!?]*\b(?:pen|pump|inject\w*|insulin))|(?:cgm"
            r"|libre|dexcom)\b"
            r"|i inject)\b"
        ),
        unless=words(
            r"\b(?:type (?:2|two)|my (?:dad|mum|mom|son|daughter|wife|husband)|\d\.\d ?(?:km?|mi|miles)|crash diet)\b"
        ),
        whole=True,
        generic_excused=True,
    ),
    Sign(
        category="bone_pain_at_night",
        pattern=words(
            r"\b(?:shins?|shin ?bone|foot|feet|heel|hip|groin|tibia|ankle"
            r"|pelvis)\b[^.!?\n]{0,50}\b(?:when i (?:sleep|lie|lay)"
            r"|while i (?:sleep|lie|lay)|all (?:through the )?night|through the night|all night|lying (?:there"
            r"|still|in bed))\b"
        ),
        needs=words(r"\b(?:pains?|painful|hurts?|hurting|aches?|aching|throb\w*|sore|agony|tender)\b"),
        unless=words(r"\b(?:danced|walked|on my feet|stood|period|cramps?|blisters?|new (?:shoes|trainers|boots))\b"),
        generic_excused=True,
    ),
    Sign(
        category="lost_periods",
        pattern=words(
            r"\b(?:aunt flo|monthl(?:y|ies)|time of (?:the )?month|(?:my )?bleeds?"
            r"|cycles?)\b[^.!?\n]{0,16}\b(?:hasnt|havent|not|no)"
            r" (?:shown|come|turned|been|appeared|arrived)\b|\bno (?:bleeds?|bleeding|monthl(?:y|ies)"
            r"|time of the month|aunt flo)"
            r" (?:for|in|since)\b|\b(?:my )?(?:monthl(?:y|ies)|cycles?) (?:has |have |just |all )*(?:stopped"
            r"|gone|packed (?:in|up)"
            r"|vanished|disappeared|dried up)\b|\b(?:weeks?|months?) (?:and|with) no (?:time of the month"
            r"|bleeds?|monthl(?:y|ies)"
            r"|periods?)\b"
        ),
        unless=words(
            r"\b(?:menopaus\w*|perimenopaus\w*|pill|coil|iud|mirena|implant|depo|hysterectomy|jab|injection|bike"
            r"|spin|wash"
            r"|membership|subscription|salary|nose|sleep cycles?|gums)\b"
        ),
        deniable=False,
    ),
)
"""Read in order; one match raises the category."""
