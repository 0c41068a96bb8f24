"""Danger told in passing, in the middle of a question about something else."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_MONTH = r"(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)"
_HARDLY_FOOD = (
    r"(?:banana|apple|orange|yog\w+|rice ?cakes?|eggs?|crackers?|biscuit|salad|soup|toast|protein (?:bar|shake)|bar)"
)
_DRINK = r"(?:coke (?:zero|0)|diet coke|pepsi max|black coffee|coffee|water|tea|energy drink)"

PASSING: tuple[Sign, ...] = (
    Sign(
        category="chest_pain",
        pattern=words(
            r"\b(?:chest|ribs?|sternum|breast ?bone)\b[^.!?\n]{0,30}\b(?:some(?:one|body|thing)|elephant|person"
            r"|man|weight|brick|rock|belt|vice|vise|band)\b[^.!?\n]{0,20}\b(?:sitting|sat|standing|stood"
            r"|pressing|kneeling|leaning|squeez\w*|tighten\w*|round it|around it)\b"
        ),
        unless=words(r"\b(?:strap|dog|cat|toddler|kid|bench|barbell|bar ?bell|vest|sports bra (?:is|feels))\b"),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="fainting",
        pattern=words(
            r"\b(?:went|going|gone|turned|felt)(?: all| really| a bit)? (?:gr[ea]y|white|pale|woozy|dizzy|faint"
            r"|black)\b[^.!?\n]{0,30}\b(?:hit the (?:deck|ground|floor|tarmac|pavement|dirt|grass)"
            r"|ended up on the (?:ground|floor|grass|tarmac)|on my back|woke up)\b"
        ),
        unless=words(r"\b(?:tripped|slipped|hair|years? ago)\b"),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=words(
            r"\b(?:hr|heart ?rate|heart|pulse)\b(?s:.{0,70})\b(?:jump\w*|bounc\w*|swing\w*|leap\w*|spik\w*"
            r"|all over the place|skipping|irregular)\b"
        ),
        needs=words(r"\b(?:in bed|lie|lying|resting|at rest|on the (?:sofa|couch)|sitting|asleep|doing nothing)\b"),
        unless=words(
            r"\b(?:jump\w* (?:rope|jacks|up to)|box jumps?|feel (?:fine|great|good)|strap|intervals?|years? ago"
            r"|stairs|when i (?:run|sprint|jog))\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="heart_worry",
        pattern=words(
            r"\b(?:dropped dead|died (?:suddenly|in (?:his|her|their) sleep|of a heart attack|young)"
            r"|sudden (?:cardiac )?death|hcm|cardiomyopathy|long qt)\b"
        ),
        needs=words(
            r"\b(?:flutter\w*|lightheaded|light headed|dizz\w*|palpitations?|faint\w*|pass(?:ing|ed)? out|racing"
            r"|skips?|skipping|thump\w*|chest)\b"
        ),
        unless=words(r"\b(?:dog|film|movie|dying of|years? ago i)\b"),
        whole=True,
        personal=False,
        clearable=True,
        fades=False,
    ),
    Sign(
        category="stroke",
        pattern=words(
            r"\b(?:cant|couldnt|cannot|dont) (?:really |properly )?(?:feel|move|lift|grip with|use) (?:my "
            r"|the )?(?:whole )?(?:left|right|1|one) (?:hand|arm|leg|foot|side|half)\b"
        ),
        needs=words(r"\b(?:leg|side|speech|speak\w*|typing|type|words?|face|since|suddenly|half|mouth|eye|vision)\b"),
        unless=words(
            r"\b(?:slept|lay on|lying on|cold|gloves?|freezing|nerve|sciatica|disc|sore|injur\w*|broke\w*"
            r"|sprain\w*|glutes?|engage|activat\w*|muscle|pedal|years? ago|carpal)\b"
        ),
        whole=True,
        generic_excused=True,
    ),
    Sign(
        category="saddle_numbness",
        pattern=words(r"\bnumb\b[^.!?\n]{0,24}\b(?:where (?:i|id|you) (?:would )?sit|saddle|bum cheeks and|between)\b"),
        needs=words(r"\b(?:wet|soil\w*|pee\w*|wee|bladder|bowels?|no warning|back)\b"),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="hot_swollen_calf",
        pattern=words(
            r"\b(?:calf|lower leg|ankle)\b(?s:.{0,80})\b(?:shiny|sock (?:leaves|left|marks?)|dent|pits? when)\b"
        ),
        needs=words(r"\b(?:that side|one side|1 side|only|tight|sore|warm|left|right|painful|swollen)\b"),
        unless=words(
            r"\b(?:both (?:legs|ankles|calves)|compression|socks? (?:too|are) tight|shiny (?:leggings|tights))\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="bone_pain_at_night",
        pattern=words(
            r"\b(?:if|when|whenever) i (?:try to )?hop\b[^.!?\n]{0,30}\b(?:scream|agony|hurts?|pain\w*|kills|cry"
            r"|yelp|stab\w*)\b"
            r"|\b(?:cant|cannot|couldnt) (?:even )?hop\b[^.!?\n]{0,30}\b(?:pain|hurt\w*|foot|shin|leg)\b"
            r"|\b(?:sore|tender|painful|hurts?|pain)\b[^.!?\n]{0,24}\b(?:to (?:press|touch)|when i (?:press"
            r"|push))\b[^.!?\n]{0,16}\b(?:on )?(?:one|1|the|a|that) (?:\w+ )?bone\b"
            r"|\b(?:top of (?:my |the )?foot|shin|heel|groin|hip)\b[^.!?\n]{0,30}\b(?:worse|worsening) (?:every"
            r"|each|with every|run by run)\b[^.!?\n]{0,30}\b(?:month|weeks?|press|bone)\b"
        ),
        unless=words(r"\b(?:bunny|hip hop|blister\w*|bruise\w*|stubbed|kicked|years? ago|fun)\b"),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="eating_disorder",
        pattern=words(
            r"\bbring(?:ing)? (?:my |the |it )?(?:dinner|food|lunch|meals?|tea|supper"
            r"|everything)?(?: all)? ?back up\b(?=[^.!?\n]*\b(?:nights?|days?|most|always|every|times|after)\b)"
            r"|\bsneak\w* out\b[^.!?\n]{0,60}\b(?:run|runs|running|gym|exercise)\b[^.!?\n]{0,40}\b(?:before"
            r"|second|extra|doesnt know|dont know|nobody|without)\b"
            r"|\b(?:doesnt|dont|didnt) know (?:that |about )?(?:i run (?:twice|again|at night|so much)"
            r"|how much i run|my (?:second|extra|other) run)\b"
            r"|\b(?:broke|broken|fractured|cracked|boot|crutches|cast|stress fracture)\b(?s:.{0,50})\b(?:but|and"
            r"|still)\b(?s:.{0,10})\b(?:i )?(?:still|anyway)?\b(?s:.{0,60})\b(?:knowing i (?:ate|eat)"
            r"|because i (?:ate|eat)|in the night|so nobody|burn (?:it|off))\b"
            r"|\bcant (?:sit|rest|sleep|stop|lie down|relax)(?: still| down)? (?:knowing|after|because|if|when"
            r"|once) i(?:ve| have)? (?:just )?(?:ate|eat|eaten)\b"
        ),
        unless=words(
            r"\b(?:reflux|stomach bug|norovirus|morning sickness|baby|dog|cat|toddler|flu|gels?|too soon after)\b"
        ),
        deniable=False,
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            rf"\b(?:had|ate|eaten|having|eat) (?:only |just |nothing but )?(?:half )?(?:an?|one|1|two"
            rf"|2)? ?{_HARDLY_FOOD}(?: (?:and|plus|with) (?:an? |some )?(?:{_DRINK}|{_HARDLY_FOOD}))? (?:today"
            rf"|all day|so far today|since yesterday)\b"
        ),
        needs=words(
            r"\b(?:ran|run|running|\d+ ?k|km|miles?|deficit|proud|only|just|all day|weigh\w*|burn\w*|lose|losing)\b"
        ),
        unless=words(
            r"\b(?:breakfast|before (?:my|the|a) run|snack|what else|should i eat|as well|besides"
            r"|is that enough before|this morning)\b"
        ),
        whole=True,
        deniable=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\bi (?:wont|will not|wouldnt) be (?:here|around|alive)\b(?! (?:on|in|at|for|next|this|until|till"
            r"|that|the|over|between|during|from|tomorrow|to\b))"
            r"|\bdone with (?:being alive|living|this life)\b(?! (?:room|costs))"
            r"|\bno point (?:in )?(?:making|planning|setting|having)\b[^.!?\n]{0,30}\b(?:past|after|beyond"
            r"|anyway)\b(?=[^!?\n]*\b(?:wont be|gone|here)\b)"
        ),
        unless=words(
            r"\b(?:mov(?:e|ed|ing)|trip|office|gym|class|work|holiday|vacation|travel\w*|abroad|away|flight"
            r"|conference)\b"
        ),
        whole=True,
        deniable=False,
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\bstood on (?:the|a) (?:\w+ )?(?:bridge|platform|edge|cliff|roof)\b(?s:.{0,60})\b(?:how easy"
            r"|tempt\w*|thought (?:about|of))\b"
            r"|\b(?:picturing|imagining|thinking (?:of|about)|see) (?:us|me|myself)(?: both)? (?:going|jumping"
            r"|falling|driving|walking) (?:off|into|under)\b"
            r"|\b(?:says?|said|txt|text\w*|told me) (?:\w+ ){0,6}(?:taken|took|takes|swallowed) (?:all "
            r"|a lot of |too many )?(?:her|his|their|the) (?:tablets|pills|meds|medication)\b"
            r"|\b(?:she|he|they|shes|hes)(?: has|s)? (?:taken|took|takes|swallowed) (?:all "
            r"|too many )(?:of )?(?:her|his|their|the) (?:tablets|pills|meds)\b"
        ),
        unless=words(r"\b(?:film|movie|book|series|years? ago)\b"),
        whole=True,
        personal=False,
        deniable=False,
        fades=False,
    ),
    Sign(
        category="fainting",
        pattern=words(
            r"\b(?:went|gone|go) lights out\b|\b(?:has |have |s )?(?:gone|went) down and (?:is |s )?(?:twitch\w*"
            r"|shaking|not (?:moving|answering|breathing)|wont answer)\b"
            r"|\b(?:is|s) (?:twitching|convulsing|fitting|having a (?:fit|seizure))\b(?s:.{0,40})\b(?:answer"
            r"|respond|wake|help|now)\b"
        ),
        unless=words(r"\b(?:eye|eyelid|calf|muscle|nose|dog|film|movie|battery|phone|watch)\b"),
        personal=False,
        clearable=True,
    ),
    Sign(
        category="stroke",
        pattern=words(
            r"\b(?:see|saw) nothing (?:out of|in|with) (?:1|one|my left|my right|an) eye\b|\bcouldnt (?:say|tell"
            r"|remember how to say) my own (?:name|street|street name|address)\b"
            r"|\bface (?:is |was |looks? |looking |lookin )+(?:all )?(?:wonky|crooked|lopsided|droopy)\b"
            r"|\bwords (?:are |were )?(?:coming|comin|cumin) out (?:wrong|rong|funny|jumbled)\b"
        ),
        unless=words(r"\b(?:years? ago|dentist|photo|selfie|mirror selfie|filter|drunk)\b"),
        personal=False,
    ),
    Sign(
        category="breathless_at_rest",
        pattern=words(
            r"\b(?:calf|calves|leg)\b(?s:.{0,60})\b(?:short of breath|breathless|cant (?:get my )?breath\w*"
            r"|stabs? when i breathe|hurts? (?:to|when i) breathe)\b"
            r"|\b(?:short of breath|breathless) (?:just )?(?:standing|sitting|getting|walking to)\b"
        ),
        needs=words(r"\b(?:sore|swollen|swelled|hot|tight|ache\w*|stabs?|pain\w*|just (?:standing|sitting)|days)\b"),
        unless=words(r"\b(?:hills?|sprint\w*|intervals?|asthma inhaler helped|years? ago|when i run)\b"),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="saddle_numbness",
        pattern=words(
            r"\b(?:undercarriage|privates?|bum and privates|bits|down there)\b[^.!?\n]{0,40}\b(?:dead|numb"
            r"|after the dentist|no feeling|cant feel)\b"
        ),
        needs=words(r"\b(?:back|legs?|weed|wee|pee\w*|bladder|bowels?|since)\b"),
        unless=words(r"\b(?:bike|cycl\w*|saddle|cold|epidural|spin)\b"),
        whole=True,
        clearable=True,
    ),
    Sign(
        category="bone_pain_at_night",
        pattern=words(
            r"\b(?:cant|cannot|couldnt) put (?:any )?weight on (?:it|my|the)\b|\b(?:pinpoint"
            r"|pin point)\b[^.!?\n]{0,30}\b(?:bone|heel|shin|foot|hip)\b"
            r"|\b(?:groin|hip|shin|heel|foot)\b[^.!?\n]{0,60}\b(?:every step"
            r"|each step)\b[^.!?\n]{0,30}\b(?:wakes? me|at night|roll over)\b"
        ),
        unless=words(r"\b(?:years? ago|blister\w*|twisted|rolled my ankle|stubbed|last year|cramp\w*)\b"),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="deadly_slimming_drug",
        pattern=words(r"\b(?:dnp|dinitrophenol|clenbuterol|clen)\b"),
        unless=words(r"\b(?:why is|what is|banned|documentary|article|died|is it true)\b"),
        deniable=True,
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:set|put|keep|stick) (?:me|myself) (?:to|on|at) (?:[3-9]\d\d|1000|1100) ?(?:kcal|cals?|calories)\b"
        ),
        unless=words(r"\b(?:deficit|burn\w*|less|minus|below)\b"),
    ),
    Sign(
        category="recent_birth",
        pattern=words(
            r"\b(?:daughter|son|baby|little (?:one|1|boy|girl)|twins) (?:was|were) born (?:(?:\d{1,2}|one|two"
            r"|three|four|five|six|seven|eight|nine|ten|a few|a couple of) (?:days|weeks|months)|last (?:week"
            r"|month)|this (?:week|month)|yesterday)(?: ago)?\b"
        ),
        needs=words(r"\b(?:i|my|me|c ?section|caesarean|cesarean|stitches|when can|start|begin)\b"),
        unless=words(
            r"\b(?:my wife|girlfriend|partner gave|dad here|as a dad|new dad|my sister|years? ago|grand\w+)\b"
        ),
        whole=True,
        personal=False,
    ),
    Sign(
        category="pregnancy",
        pattern=words(
            rf"\b(?:im |i am |am |me |baby(?:s| is)? |, ?)due (?:in|on|at the end of|early|mid"
            rf"|late) (?:\w+ )?{_MONTH}\b|\b[1-4]?\d ?(?:wks?|weeks?) (?:gone|along|with twins|preg\w*"
            rf"|and (?:spotting|bump))\b|\bspotting (?:a bit )?(?:after|when|since) i (?:run|ran|jog)\b"
        ),
        unless=words(
            r"\b(?:bill|rent|essay|project|tax\w*|thesis|library|invoice|wifes?|wife|girlfriend|partner|sister"
            r"|daughter|her|she|friend\w*|period|years? ago|race|assignment|mortgage|dental|service|mot)\b"
        ),
    ),
    Sign(
        category="lost_periods",
        pattern=words(r"\b(?:your|ur|ones|a womans) periods? (?:just )?(?:stops?|stopped|goes away|disappears?)\b"),
        unless=words(r"\b(?:menopaus\w*|perimenopaus\w*|pill|coil|implant|rest)\b"),
        deniable=False,
    ),
    Sign(
        category="crash_weight_cut",
        pattern=words(
            r"\b(?:bin ?bags?|bin liners?|trash bags?|sweat suits?|sauna suits?|hot baths?|sauna|spit\w*"
            r"|dehydrat\w*|no water|stop drinking|water loading"
            r"|cut(?:ting)? water)\b(?s:.{0,90})\b(?:weigh ?-?ins?|make (?:the )?weight|weight class|kilos? over"
            r"|kgs? over|pounds? over|cut \d|drop \d)\b"
            r"|\b(?:weigh ?-?ins?|make (?:the )?weight|weight class|kilos? over|kgs? over"
            r"|pounds? over)\b(?s:.{0,90})\b(?:bin ?bags?|bin liners?|trash bags?|sweat suits?|sauna suits?"
            r"|hot baths?|sauna|spit\w*|dehydrat\w*|no water|stop drinking|cut(?:ting)? water)\b"
            r"|\b(?:lose|drop|shed|cut) (?:\w+ )?(?:[4-9]|1\d|2\d) ?(?:kgs?|kilos?) (?:in|by"
            r"|within) (?:(?:the next )?(?:[1-9]|1[0-4]|ten|seven|five|three|two|a few) days?|a week|one week"
            r"|1 week|tomorrow|tmrw|the weekend|friday|saturday|sunday)\b"
            r"|\b(?:lose|drop|shed|cut) (?:\w+ )?(?:9|1\d|2\d|3\d) ?(?:lbs?|pounds?) (?:in|by"
            r"|within) (?:(?:the next )?(?:[1-9]|1[0-4]|ten|seven|five|three|two|a few) days?|a week|one week"
            r"|1 week|tomorrow|tmrw|the weekend)\b"
        ),
        unless=words(
            r"\b(?:is it (?:true|possible)|do people|how do (?:fighters|boxers|wrestlers)|my friend|she|he|lost|they)\b"
        ),
        whole=True,
        deniable=False,
    ),
    Sign(
        category="heat_illness",
        pattern=words(
            r"\b(?:talk\w* (?:nonsense|rubbish|gibberish)|not making (?:any )?sense|confused|doesnt know where"
            r"|mumbling|acting drunk|drunk)\b(?s:.{0,80})\b(?:skin (?:is )?(?:like a radiator|hot|burning"
            r"|boiling|on fire)|burning up|boiling hot|radiator|so hot)\b|\bskin (?:is )?(?:like a radiator"
            r"|burning|boiling)\b(?s:.{0,80})\b(?:confused|nonsense|being sick|vomit\w*|collapsed)\b"
        ),
        unless=words(r"\b(?:years? ago|last summer|fever|flu|avoid|signs of)\b"),
        whole=True,
        personal=False,
    ),
)
"""Read in order; one match raises the category."""
